package localnet

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"
)

// Options say what network to run.
type Options struct {
	Dir           string
	Operators     int
	Rollups       int           // that a new network sequences from its start
	L1URL         string        // an L1 that runs already; empty starts one in this process
	L1Port        int           // of the embedded L1; 0 takes a free one
	BasePort      int           // operators take ten ports each from here; 0 takes free ones
	BlockInterval time.Duration // of the embedded L1
	MessageLoss   float64       // share of gossip that operators of a new network throw away, to see what loss costs
	Binary        string        // trident program to run operators with; empty runs them in this process
	WindowSpans   uint64        // of the schedules of a new network; 0 takes the default
	Batches       uint64        // that newcomers to a new network get with the state; 0 takes the default
	Replay        bool          // operators that are new execute all blocks from the beginning
	Once          bool          // stop when the network is up and its first transaction is certified
	Quiet         bool          // print no live status
	Out           io.Writer     // for people
	Terminal      bool          // Out is a terminal that understands cursor movement
	Log           *slog.Logger
	Follow        []Followed    // rollups with sequencers of their own, to be certified beside the network's own
	ResumeAfter   time.Duration // see node.Config.Quiet; 0 takes the default
}

// Sentinels of Options.Check.
var (
	ErrOperators = errors.New("number of operators is out of range")
	ErrRollups   = errors.New("number of rollups is out of range")
	ErrPort      = errors.New("port is out of range")
	ErrInterval  = errors.New("block interval is out of range")
	ErrDir       = errors.New("directory is not set")
)

// AsMade stands for a number of operators or a port that nobody asked for: that of the directory, the default in a new one.
const AsMade = -1

// Bounds of a network on one machine.
const (
	minOperators = 1
	maxOperators = 64
	minRollups   = 1
	maxRollups   = portsReserved - portsWithoutRollups // of a new network
	minInterval  = 50 * time.Millisecond
	maxInterval  = time.Minute
)

// DefaultOptions are what `trident localnet up` does without flags.
func DefaultOptions() Options {
	return Options{Dir: "localnet-data", Operators: 4, Rollups: 1, L1Port: 8545, BasePort: 30300, BlockInterval: time.Second}
}

// Check reports the first wrong value.
func (o Options) Check() error {
	switch {
	case o.Dir == "":
		return fmt.Errorf("%w: give one with --dir", ErrDir)
	case o.Operators != AsMade && (o.Operators < minOperators || o.Operators > maxOperators):
		return fmt.Errorf("%w: --operators %d, want %d to %d", ErrOperators, o.Operators, minOperators, maxOperators)
	case o.Rollups != AsMade && (o.Rollups < minRollups || o.Rollups > maxRollups):
		return fmt.Errorf("%w: --rollups %d, want %d to %d; more come with: trident rollup create", ErrRollups, o.Rollups, minRollups, maxRollups)
	case o.L1Port != AsMade && (o.L1Port < 0 || o.L1Port > 65535):
		return fmt.Errorf("%w: --l1-port %d, want 0 to 65535", ErrPort, o.L1Port)
	case o.BasePort != AsMade && (o.BasePort < 0 || o.BasePort+10*max(o.Operators, 1) > 65535):
		return fmt.Errorf("%w: --base-port %d; operators take ten ports each from there", ErrPort, o.BasePort)
	case o.BlockInterval < minInterval || o.BlockInterval > maxInterval:
		return fmt.Errorf("%w: --block-interval %s, want %s to %s", ErrInterval, o.BlockInterval, minInterval, maxInterval)
	}
	return checkFollowed(o.Follow)
}

// orDefaults fills in what a new directory takes for AsMade.
func (o Options) orDefaults() Options {
	d := DefaultOptions()
	for _, f := range []struct{ value, fallback *int }{{&o.Operators, &d.Operators}, {&o.Rollups, &d.Rollups}, {&o.L1Port, &d.L1Port}, {&o.BasePort, &d.BasePort}} {
		if *f.value == AsMade {
			*f.value = *f.fallback
		}
	}
	return o
}

package node

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/trident-network/trident/avs"
)

// Status gathers what the operator knows of itself now.
func (n *Node) Status() Status {
	p := &n.parts
	s := Status{Name: n.home.name(), Operator: p.self.ID, Network: n.network.Name, Version: n.version, Started: n.started,
		Peers: p.gossip.Peers(), MemoryMiB: residentMiB(), Faults: n.config.Faults}
	if cursor, ok, err := p.watcher.Cursor(); err == nil && ok {
		s.L1.Finalized = cursor.Number
	}
	s.L1.ChainID = n.network.L1ChainID
	s.L1.View, _ = p.consensus.L1()
	c := p.consensus.Status()
	s.Consensus = StatusConsensus{Height: c.Height, Time: time.UnixMilli(int64(c.TimeMillis)).UTC(), Validators: len(c.Validators), Peers: len(c.Peers)}
	if set, err := p.consensus.Current(avs.OrderingSet); err == nil {
		s.Consensus.Epoch = uint64(set.Epoch())
	}
	for _, id := range n.network.Sets() {
		if set, err := p.consensus.Current(id); err == nil {
			weight, total := weightIn(set, p.self.ID)
			s.Sets = append(s.Sets, StatusSet{ID: uint32(id), Epoch: uint64(set.Epoch()), Members: set.Len(), Weight: weight, Total: total})
		}
	}
	if c.Syncing {
		s.Trouble = append(s.Trouble, "consensus is catching up")
	}
	if waiting := n.waiting.Load(); waiting > 0 {
		s.Trouble = append(s.Trouble, fmt.Sprintf("signing history was restored from a backup: %d streams wait until the network has moved on", waiting))
	}
	for _, r := range p.rollups {
		status, trouble := n.rollupStatus(r)
		s.Rollups = append(s.Rollups, status)
		s.Trouble = append(s.Trouble, trouble...)
	}
	s.Ready = len(s.Trouble) == 0
	for _, r := range p.rollups {
		_, _, trouble := alertTrouble(r.rollup, r.breaker)
		s.Trouble = append(s.Trouble, trouble...)
	}
	for _, f := range p.followed {
		status, trouble := n.followedStatus(f)
		s.Rollups = append(s.Rollups, status)
		s.Trouble = append(s.Trouble, trouble...)
	}
	s.Healthy = len(s.Trouble) == 0
	return s
}

// lagAllowed is how many ordered blocks an operator may have to execute and still be called healthy.
const lagAllowed = 5

func (n *Node) rollupStatus(r rollupParts) (StatusRollup, []string) {
	q, m := r.squad.Status(), r.mach.Status()
	s := StatusRollup{Name: r.rollup.Name, ID: r.rollup.ID, ChainID: r.rollup.ChainID, RPC: r.driver.HTTP(), Ordered: q.Tip.Number,
		Head: q.Head.Number, HeadHash: q.Head.Hash, StateRoot: q.Head.StateRoot, Certified: m.Certified, Slot: q.Slot, Leader: q.Leader}
	n.stake(&s, r.rollup)
	s.Alert, s.Paused, _ = alertTrouble(r.rollup, r.breaker)
	var trouble []string
	if q.Broken {
		trouble = append(trouble, fmt.Sprintf("rollup %s has stopped here: an ordered batch is invalid, see the log", r.rollup.Name))
	}
	if m.DivergedAt != 0 {
		trouble = append(trouble, fmt.Sprintf("rollup %s: the certificate of block %d contradicts what this operator executed", r.rollup.Name, m.DivergedAt))
	}
	if q.Tip.Number > q.Head.Number+lagAllowed {
		trouble = append(trouble, fmt.Sprintf("rollup %s: %d ordered blocks are still to be executed", r.rollup.Name, q.Tip.Number-q.Head.Number))
	}
	return s, trouble
}

// weightIn is an operator's weight in a set, 0 if it is no member, and the whole weight.
func weightIn(set *avs.OperatorSet, operator avs.OperatorID) (weight, all string) {
	total := set.TotalWeight()
	i := set.Index(operator)
	if i < 0 {
		return "0", total.Dec()
	}
	own := set.Member(i).Weight
	return own.Dec(), total.Dec()
}

// residentMiB is the resident set of this process, 0 where the machine has no /proc.
func residentMiB() uint64 {
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(data))
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseUint(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize()) >> 20
}

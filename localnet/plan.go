package localnet

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// planFile is written last by a set-up: its presence says that the set-up is whole.
const planFile = "setup.json"

// planVersion changes when an older directory cannot be resumed.
const planVersion = 3

// Sentinels of a directory that cannot be resumed.
var (
	ErrOtherNetwork = errors.New("directory holds another network")
	ErrPlan         = errors.New("file is damaged")
	ErrPortInUse    = errors.New("the port is in use")
)

// plan is what a set-up has made, in full: enough to start the network again.
type plan struct {
	Version   int                       `json:"version"`
	Network   string                    `json:"network"`
	L1URL     string                    `json:"l1_url"` // empty: embedded
	L1Port    int                       `json:"l1_port"`
	BasePort  int                       `json:"base_port"` // 0: operators took free ones
	ChainID   uint64                    `json:"chain_id"`
	Contracts map[string]common.Address `json:"contracts"`
	Operators []planOperator            `json:"operators"`
	Rollups   []planRollup              `json:"rollups"`
	Follow    []Followed                `json:"follow,omitempty"`
}

// Where an operator stands that is not simply there. What is begun is written down first, so that a network that
// crashes goes on with it when it is resumed.
const (
	stateJoining = "joining" // on its way to a home and a registration; it has not run yet
	stateLeaving = "leaving" // it runs until the others have taken over
	stateLeft    = "left"    // it runs no more; its keys stay known on L1
)

type planOperator struct {
	Name      string            `json:"name"`
	Index     int               `json:"index"` // of its keys in the local seed
	State     string            `json:"state,omitempty"`
	Address   common.Address    `json:"address"`
	Home      string            `json:"home"` // relative to the directory, which may be moved
	Log       string            `json:"log"`
	Gossip    string            `json:"gossip"` // host:port, as the rest
	Consensus string            `json:"consensus"`
	API       string            `json:"api"`
	RollupRPC map[string]string `json:"rollup_rpc"`
}

func (o planOperator) apiURL() string { return "http://" + o.API }

// loadPlan reads the plan of a directory; false when the set-up is not finished.
func loadPlan(dir string) (*plan, bool, error) {
	data, err := os.ReadFile(filepath.Join(dir, planFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read %s: %w", planFile, err)
	}
	var p plan
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, false, fmt.Errorf("read %s of %s: %w; remove the directory to start a new network", planFile, dir, err)
	}
	if err := p.check(); err != nil {
		return nil, false, fmt.Errorf("read %s of %s: %w; remove the directory to start a new network", planFile, dir, err)
	}
	if p.Version != planVersion {
		return nil, false, fmt.Errorf("%w: %s was made by another release (layout %d, this one is %d); choose another --dir or remove it",
			ErrOtherNetwork, dir, p.Version, planVersion)
	}
	return &p, true, nil
}

// check refuses a plan without the things that every set-up has made. Another release's is told by its version.
func (p *plan) check() error {
	switch {
	case p.Version == planVersion && (p.ChainID == 0 || len(p.Contracts) == 0 || len(p.Operators) == 0 || len(p.Rollups) == 0):
		return fmt.Errorf("%w: it has no chain, contracts, operators or rollup", ErrPlan)
	case p.Version <= 0:
		return fmt.Errorf("%w: it has no version", ErrPlan)
	}
	return nil
}

func (p *plan) save(dir string) error {
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, planFile), append(data, '\n'))
}

// matches refuses options that ask for another network than the directory holds.
func (p *plan) matches(o Options) error {
	if have := len(p.running()); o.Operators != AsMade && have != o.Operators {
		return fmt.Errorf("%w: %s has %d operators, not %d; leave out --operators, or choose another --dir", ErrOtherNetwork, o.Dir, have, o.Operators)
	}
	if p.L1URL == "" && o.L1URL != "" {
		return fmt.Errorf("%w: %s has an L1 of its own, not %s; leave out --l1, or choose another --dir", ErrOtherNetwork, o.Dir, o.L1URL)
	}
	if err := p.sameFollowed(o); err != nil {
		return err
	}
	if have := p.atStart(); o.Rollups != AsMade && have != o.Rollups {
		return fmt.Errorf("%w: %s was made with %d rollups, not %d; leave out --rollups, or choose another --dir", ErrOtherNetwork, o.Dir, have, o.Rollups)
	}
	first := p.Operators[0].Gossip
	if o.BasePort > 0 && first != hostPort(o.BasePort) {
		return fmt.Errorf("%w: the operators of %s have registered their ports on L1, from %s; leave out --base-port, or choose another --dir", ErrOtherNetwork,
			o.Dir, first)
	}
	return nil
}

// running are the operators that are started when the network is resumed.
func (p *plan) running() []planOperator {
	var out []planOperator
	for _, o := range p.Operators {
		if o.State != stateJoining && o.State != stateLeft {
			out = append(out, o)
		}
	}
	return out
}

// resumed are the options with what the directory knows better. The L1 may have moved to another URL or port: what is on
// it says whether it is the right one.
func (p *plan) resumed(o Options) Options {
	o.Operators, o.Rollups, o.Follow = len(p.running()), p.atStart(), p.Follow
	if o.L1URL == "" {
		o.L1URL = p.L1URL
	}
	if o.L1Port == AsMade {
		o.L1Port = p.L1Port
	}
	return o
}

func hostPort(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }

// file is localnet.json without what only a running network knows.
func (p *plan) file(c *chain) *File {
	f := &File{L1: FileL1{RPC: c.rpc, WS: c.ws, ChainID: p.ChainID}, Contracts: p.Contracts, Network: p.Network}
	for _, r := range p.Rollups {
		f.Rollups = append(f.Rollups, r.FileRollup)
	}
	for _, o := range p.running() {
		entry := FileOperator{Name: o.Name, Address: o.Address, API: o.apiURL(), RollupRPC: map[string]string{},
			Home: filepath.Join(c.dir, o.Home), Log: filepath.Join(c.dir, o.Log)}
		for name, at := range o.RollupRPC {
			entry.RollupRPC[name] = "http://" + at
		}
		f.Operators = append(f.Operators, entry)
	}
	for _, k := range accountKeys() {
		f.Accounts = append(f.Accounts, FileAccount{Address: crypto.PubkeyToAddress(k.PublicKey), PrivateKey: crypto.FromECDSA(k)})
	}
	return f
}

// planOperators lays out names, folders and ports.
func planOperators(o Options) ([]planOperator, error) {
	out := make([]planOperator, o.Operators)
	names := startNames(o.Rollups)
	each := portsWithoutRollups + len(names)
	ports := make([]int, each*o.Operators)
	if o.BasePort == 0 {
		if err := freePorts(ports); err != nil {
			return nil, err
		}
	}
	for i := range out {
		own := ports[each*i : each*(i+1)]
		if o.BasePort != 0 {
			own = portsFrom(o.BasePort, i, each)
		}
		out[i] = newPlanOperator(i, own, names)
	}
	return out, nil
}

// Each operator has ten ports for itself. It takes three, and one for each rollup.
const (
	portsReserved       = 10
	portsWithoutRollups = 3
)

// portsFrom are the ports of the operator with an index, from the first port of all.
func portsFrom(base, index, count int) []int {
	ports := make([]int, count)
	for k := range ports {
		ports[k] = base + portsReserved*index + k
	}
	return ports
}

func newPlanOperator(index int, ports []int, rollups []string) planOperator {
	name := fmt.Sprintf("operator-%d", index+1)
	o := planOperator{Name: name, Index: index, Home: filepath.Join(operatorsDir, name), Log: filepath.Join(operatorsDir, name+".log"),
		Gossip: hostPort(ports[0]), Consensus: hostPort(ports[1]), API: hostPort(ports[2]), RollupRPC: map[string]string{}}
	for i, rollup := range rollups {
		o.RollupRPC[rollup] = hostPort(ports[portsWithoutRollups+i])
	}
	return o
}

// joiner is the next operator: it takes the ports that follow those of the others if they are free, else any.
func (p *plan) joiner() (planOperator, error) {
	index := 0
	for _, o := range p.Operators {
		index = max(index, o.Index+1)
	}
	names := p.sequenced()
	each := portsWithoutRollups + len(names)
	if p.BasePort != 0 && each <= portsReserved && p.BasePort+portsReserved*index+each < 1<<16 {
		o := newPlanOperator(index, portsFrom(p.BasePort, index, each), names)
		if checkPorts([]planOperator{o}) == nil {
			return o, nil
		}
	}
	ports := make([]int, each)
	if err := freePorts(ports); err != nil {
		return planOperator{}, err
	}
	return newPlanOperator(index, ports, names), nil
}

// Free ports are looked for below the range from which systems take the ports of outgoing connections: a network comes
// back to its ports, and there another process's connection could hold one meanwhile.
const (
	firstFreePort = 10240
	freePortRange = 32768 - firstFreePort
)

// freePorts fills in ports that nobody listens on now. All are held until the last is found, so that none comes twice.
func freePorts(ports []int) error {
	next := rand.IntN(freePortRange) // networks that start at the same time begin at different places
	for i := range ports {
		l, at, err := listenFrom(next)
		if err != nil {
			return err
		}
		defer l.Close()
		ports[i], next = firstFreePort+at, at+1
	}
	return nil
}

// listenFrom listens on the first free port at or after an offset into the range.
func listenFrom(offset int) (net.Listener, int, error) {
	var err error
	for k := range freePortRange {
		at := (offset + k) % freePortRange
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(firstFreePort+at))); err == nil {
			return l, at, nil
		}
	}
	return nil, 0, fmt.Errorf("find a free port from %d on: %w", firstFreePort, err)
}

// plainListenError is what is wrong without the address, which the caller names.
func plainListenError(err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return ErrPortInUse
	}
	return err
}

// orphanGrace is how long the operators of a supervisor that was killed take to see that and to end.
const orphanGrace = 5 * time.Second

// awaitPorts is checkPorts of a network that ran before: its operators may be ending this moment.
func awaitPorts(ctx context.Context, operators []planOperator) error {
	ctx, cancel := context.WithTimeout(ctx, orphanGrace)
	defer cancel()
	for {
		err := checkPorts(operators)
		if err == nil || sleep(ctx, 100*time.Millisecond) != nil {
			return err
		}
	}
}

// checkPorts says which port is taken before anything is started.
func checkPorts(operators []planOperator) error {
	for _, o := range operators {
		uses := map[string]string{"gossip": o.Gossip, "consensus": o.Consensus, "api": o.API}
		for name, at := range o.RollupRPC {
			uses["rollup "+name] = at
		}
		for use, at := range uses {
			l, err := net.Listen("tcp", at)
			if err != nil {
				return fmt.Errorf("%s of %s: listen on %s: %w; stop the other process, or make a network on other ports with --base-port and another --dir",
					use, o.Name, at, plainListenError(err))
			}
			_ = l.Close()
		}
	}
	return nil
}

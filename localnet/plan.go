package localnet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// planFile is written last by a set-up: its presence says that the set-up is whole.
const planFile = "setup.json"

// planVersion changes when an older directory cannot be resumed.
const planVersion = 1

// Sentinels of a directory that cannot be resumed.
var (
	ErrOtherNetwork = errors.New("directory holds another network")
)

// plan is what a set-up has made, in full: enough to start the network again.
type plan struct {
	Version   int                       `json:"version"`
	Network   string                    `json:"network"`
	L1URL     string                    `json:"l1_url"` // empty: embedded
	L1Port    int                       `json:"l1_port"`
	ChainID   uint64                    `json:"chain_id"`
	Contracts map[string]common.Address `json:"contracts"`
	Operators []planOperator            `json:"operators"`
	Rollups   []FileRollup              `json:"rollups"`
}

type planOperator struct {
	Name      string            `json:"name"`
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
	if p.Version != planVersion {
		return nil, false, fmt.Errorf("%w: %s was made by another release (layout %d, this one is %d); choose another --dir or remove it",
			ErrOtherNetwork, dir, p.Version, planVersion)
	}
	return &p, true, nil
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
	if len(p.Operators) != o.Operators {
		return fmt.Errorf("%w: %s has %d operators, not %d; leave out --operators, or choose another --dir", ErrOtherNetwork, o.Dir, len(p.Operators), o.Operators)
	}
	if p.L1URL != o.L1URL {
		return fmt.Errorf("%w: %s is on L1 %q, not %q; give the same --l1, or choose another --dir", ErrOtherNetwork, o.Dir, orEmbedded(p.L1URL), orEmbedded(o.L1URL))
	}
	return nil
}

func orEmbedded(url string) string {
	if url == "" {
		return "embedded"
	}
	return url
}

// file is localnet.json without what only a running network knows.
func (p *plan) file(c *chain) *File {
	f := &File{L1: FileL1{RPC: c.rpc, WS: c.ws, ChainID: p.ChainID}, Contracts: p.Contracts, Rollups: p.Rollups, Network: p.Network}
	for _, o := range p.Operators {
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
	ports := make([]int, 4*o.Operators)
	for i := range ports {
		ports[i] = o.BasePort + 10*(i/4) + i%4
	}
	if o.BasePort == 0 {
		if err := freePorts(ports); err != nil {
			return nil, err
		}
	}
	out := make([]planOperator, o.Operators)
	for i := range out {
		name := fmt.Sprintf("operator-%d", i+1)
		at := func(k int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(ports[4*i+k])) }
		out[i] = planOperator{Name: name, Home: filepath.Join("operators", name), Log: filepath.Join("operators", name+".log"),
			Gossip: at(0), Consensus: at(1), API: at(2), RollupRPC: map[string]string{rollupName: at(3)}}
	}
	return out, nil
}

// freePorts fills in ports that nobody listens on now. All are held until the last is found, so that none comes twice.
func freePorts(ports []int) error {
	for i := range ports {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return fmt.Errorf("find a free port: %w", err)
		}
		defer l.Close()
		ports[i] = l.Addr().(*net.TCPAddr).Port
	}
	return nil
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
				return fmt.Errorf("%s of %s: port %s is in use; stop the other process, or make a network on other ports with --base-port and another --dir", use, o.Name, at)
			}
			_ = l.Close()
		}
	}
	return nil
}

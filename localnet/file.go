package localnet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// FileName is the description of a running network, in its directory. Its format is stable: it is extended, not changed.
const FileName = "localnet.json"

// File is the content of localnet.json.
type File struct {
	L1        FileL1                    `json:"l1"`
	Contracts map[string]common.Address `json:"contracts"`
	Operators []FileOperator            `json:"operators"`
	Rollups   []FileRollup              `json:"rollups"`
	Accounts  []FileAccount             `json:"accounts"`
	Network   string                    `json:"network"`
	PID       int                       `json:"pid"` // of the supervisor
}

// FileL1 is how to reach the L1.
type FileL1 struct {
	RPC     string `json:"rpc"`
	WS      string `json:"ws"`
	ChainID uint64 `json:"chain_id"`
}

// FileOperator is one operator. PID is 0 while it does not run.
type FileOperator struct {
	Name      string            `json:"name"`
	Address   common.Address    `json:"address"`
	PID       int               `json:"pid"`
	API       string            `json:"api"`
	RollupRPC map[string]string `json:"rollup_rpc"` // by rollup name
	Home      string            `json:"home"`
	Log       string            `json:"log"`
}

// FileRollup is one rollup.
type FileRollup struct {
	Name    string      `json:"name"`
	ID      common.Hash `json:"id"`
	ChainID uint64      `json:"chain_id"`
	State   string      `json:"state,omitempty"` // creating, stopping or stopped; empty for one that is there to stay
}

// FileAccount is an account that is funded on the L1 and on every rollup. Its key is known to everybody.
type FileAccount struct {
	Address    common.Address `json:"address"`
	PrivateKey hexutil.Bytes  `json:"private_key"`
}

// ErrNoNetwork is the sentinel of a directory without a running network.
var ErrNoNetwork = errors.New("no local network runs there")

// ReadFile reads localnet.json of a directory.
func ReadFile(dir string) (*File, error) {
	data, err := os.ReadFile(filepath.Join(dir, FileName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s has no %s; start one with: trident localnet up --dir %s", ErrNoNetwork, dir, FileName, dir)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", FileName, err)
	}
	var f File
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("read %s of %s: %w; trident localnet up writes it anew", FileName, dir, err)
	}
	if len(f.Operators) == 0 || len(f.Rollups) == 0 {
		return nil, fmt.Errorf("read %s of %s: it has no operator or no rollup; trident localnet up writes it anew", FileName, dir)
	}
	return &f, nil
}

// probed is the first rollup that takes transactions; false if there is none.
func (f *File) probed() (FileRollup, bool) {
	for _, r := range f.Rollups {
		if r.State == "" && f.Operators[0].RollupRPC[r.Name] != "" {
			return r, true
		}
	}
	return FileRollup{}, false
}

// Operator finds an operator by name.
func (f *File) Operator(name string) (*FileOperator, error) {
	var names []string
	for i := range f.Operators {
		if f.Operators[i].Name == name {
			return &f.Operators[i], nil
		}
		names = append(names, f.Operators[i].Name)
	}
	return nil, fmt.Errorf("no operator %q in this network; it has %v", name, names)
}

// write replaces localnet.json as a whole, so that a reader never sees half of it.
func (f *File) write(dir string) error {
	data, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, FileName), append(data, '\n'))
}

func writeFile(path string, data []byte) error {
	temp := path + ".tmp"
	if err := os.WriteFile(temp, data, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// Command generate compiles the contracts and writes their Go bindings, with ABI and bytecode embedded.
//
//	go run ./contracts/tools/generate          regenerates contracts/bindings and contracts/internal/harness
//	go run ./contracts/tools/generate --check  fails when they are not what the sources give
//
// It is run from anywhere inside the repository, needs node and npm, and nothing from the network once node_modules is
// filled. All contracts of a package are bound in one Go file, so that a struct that several of them use is one Go type. A failure
// leaves the bindings as they were.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

// A target is one generated file of a package, and what it binds as source file:contract.
type target struct {
	file, pkg string
	contracts []string
}

// targets are the product's bindings and those of the contracts that only tests use.
var targets = []target{
	{"bindings/bindings.go", "bindings", product},
	{"internal/harness/harness.go", "harness", []string{
		"AllocationManagerHarness.sol:AllocationManagerHarness",
		"BLSHarness.sol:BLSHarness",
	}},
}

var product = []string{
	"RestakedRollups.sol:RestakedRollups",
	"OperatorRegistrar.sol:OperatorRegistrar",
	"StakeTable.sol:StakeTable",
	"CertificateVerifier.sol:CertificateVerifier",
	"Mach.sol:Mach",
	"Slasher.sol:Slasher",
	"Squad.sol:Squad",
	"RemoteStakeTable.sol:RemoteStakeTable",
	"RemoteVerifier.sol:RemoteVerifier",
	"BridgeEscrow.sol:BridgeEscrow",
	"BridgeEscrow.sol:BridgeOutbox",
	"L1Mirror.sol:L1Mirror",
	"IEigenLayer.sol:IAllocationManager",
	"IEigenLayer.sol:IDelegationManager",
	"IEigenLayer.sol:IStrategyManager",
	"IEigenLayer.sol:IPermissionController",
	"IEigenLayer.sol:IStrategy",
	"IERC20.sol:IERC20",
	"Tokens.sol:TestToken",
	"Tokens.sol:DemoToken",
	"Proxies.sol:LocalProxy",
	"Proxies.sol:LocalBeacon",
}

var errStale = errors.New("is stale: run go run ./contracts/tools/generate")

func main() {
	check := flag.Bool("check", false, "compare with the committed bindings instead of writing them")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *check); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, check bool) error {
	root, err := contractsDir(ctx)
	if err != nil {
		return err
	}
	out, err := os.MkdirTemp("", "trident-contracts-")
	if err != nil {
		return fmt.Errorf("make build directory: %w", err)
	}
	defer os.RemoveAll(out)
	if err := compile(ctx, root, out); err != nil {
		return err
	}
	for _, t := range targets {
		code, err := t.bind(out)
		if err != nil {
			return err
		}
		file := filepath.Join(root, filepath.FromSlash(t.file))
		if !check {
			if err := os.WriteFile(file, code, 0o644); err != nil {
				return fmt.Errorf("write bindings: %w", err)
			}
			continue
		}
		committed, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("read bindings: %w", err)
		}
		if !bytes.Equal(committed, code) {
			return fmt.Errorf("contracts/%s %w", t.file, errStale)
		}
	}
	return nil
}

// contractsDir finds the contracts folder of the module in whose tree the command runs.
func contractsDir(ctx context.Context) (string, error) {
	mod, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("find module: %w", err)
	}
	return filepath.Join(filepath.Dir(strings.TrimSpace(string(mod))), "contracts"), nil
}

// compile runs forge on the sources, all anew, after filling node_modules from the lock file if it is missing.
func compile(ctx context.Context, root, out string) error {
	if _, err := os.Stat(filepath.Join(root, "node_modules", "solc", "package.json")); err != nil {
		if err := command(ctx, root, "npm", "ci"); err != nil {
			return fmt.Errorf("install compiler: %w", err)
		}
	}
	forge := filepath.Join(root, "node_modules", "@foundry-rs", "forge-"+runtime.GOOS+"-"+runtime.GOARCH, "bin", "forge")
	if err := command(ctx, root, forge, "build", "--force", "--out", out, "--cache-path", filepath.Join(out, "cache"), "src", "test/utils"); err != nil {
		return fmt.Errorf("compile contracts: %w", err)
	}
	return nil
}

func command(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	output, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", filepath.Base(name), err, output)
	}
	return nil
}

// artifact is the part of forge's output that is bound.
type artifact struct {
	ABI      json.RawMessage `json:"abi"`
	Bytecode struct {
		Object string `json:"object"`
	} `json:"bytecode"`
}

func (t target) bind(out string) ([]byte, error) {
	var names, abis, codes []string
	for _, entry := range t.contracts {
		file, name, _ := strings.Cut(entry, ":")
		raw, err := os.ReadFile(filepath.Join(out, file, name+".json"))
		if err != nil {
			return nil, fmt.Errorf("read artifact of %s: %w", name, err)
		}
		var a artifact
		if err := json.Unmarshal(raw, &a); err != nil {
			return nil, fmt.Errorf("decode artifact of %s: %w", name, err)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, a.ABI); err != nil {
			return nil, fmt.Errorf("decode ABI of %s: %w", name, err)
		}
		names = append(names, name)
		abis = append(abis, compact.String())
		codes = append(codes, strings.TrimPrefix(a.Bytecode.Object, "0x"))
	}
	code, err := abigen.BindV2(names, abis, codes, t.pkg, nil, nil)
	if err != nil {
		return nil, fmt.Errorf("bind contracts: %w", err)
	}
	return withoutRepeats([]byte(code))
}

// withoutRepeats drops declarations that repeat an earlier one word for word: abigen declares the outputs of a function of several
// results for each contract that has it, under one name.
func withoutRepeats(code []byte) ([]byte, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "bindings.go", code, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("parse bindings: %w", err)
	}
	seen := map[string]string{}
	var out []byte
	kept := 0
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			continue
		}
		text := string(code[files.Position(decl.Pos()).Offset:files.Position(decl.End()).Offset])
		name := decl.Specs[0].(*ast.TypeSpec).Name.Name
		if seen[name] == "" || seen[name] != text { // one that differs is left for the compiler to refuse
			seen[name] = text
			continue
		}
		from := decl.Pos()
		if decl.Doc != nil {
			from = decl.Doc.Pos()
		}
		out = append(out, code[kept:files.Position(from).Offset]...)
		kept = files.Position(decl.End()).Offset
	}
	return format.Source(append(out, code[kept:]...))
}

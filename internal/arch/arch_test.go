// Package arch holds the import graph to what docs/architecture.md draws.
package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/trident-network/trident"

// rule says what packages below a path may import of ours. The longest matching path decides. A name allows the package
// and everything below it, name:only just that package; the own folder is always allowed.
type rule struct {
	path   string
	allows []string
}

// rules are the arrows of the picture, bottom first. Imports point downward; the parts between node and avs do not know
// each other and meet in node.Wire through the ports of avs.
var rules = []rule{
	{"internal/bls", nil},
	{"internal/clock", nil},
	{"internal/store", nil},
	{"internal/metrics", nil},
	{"internal/testutil", nil},
	{"internal/gethproc", []string{"internal/testutil"}},
	{"internal/lifecycle", nil},
	{"internal/logs", nil},
	{"internal/keys", []string{"internal/bls"}},
	{"internal/signer", []string{"internal/bls", "internal/store", "internal/metrics"}},
	{"internal/arch", nil},
	{"avs", []string{"internal/bls"}}, // the root package alone: services have rules of their own
	{"avs/mach", []string{"avs:only", "internal"}},
	{"avs/squad", []string{"avs:only", "internal"}},
	{"consensus", []string{"avs:only", "consensus/state", "internal"}},
	{"consensus/state", []string{"avs:only", "internal/bls"}}, // pure: no store, no clock
	{"gossip", []string{"avs:only", "internal"}},
	{"rollup", []string{"avs:only", "internal"}},
	{"l1", []string{"avs:only", "internal", "contracts"}},
	{"api", []string{"avs:only", "api/client", "api/gen", "internal"}},
	{"api/client", []string{"avs:only", "api/gen", "internal", "contracts"}}, // a subscriber reads StakeTable itself, at a finalised block
	{"api/gen", nil},
	{"api/proxy", []string{"avs:only", "api/client", "internal"}},
	{"contracts", nil},
	{"node", []string{"avs", "consensus", "gossip", "rollup", "l1", "api", "contracts", "internal"}},
	{"localnet", []string{"node", "avs", "rollup", "l1", "api", "contracts", "internal"}},
	{"cmd", []string{"node", "localnet", "avs", "l1", "api", "contracts", "internal"}},
}

// exceptions are arrows that no rule allows, each with its reason. One that is no longer drawn fails the test.
var exceptions = map[string]string{}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", module+"/...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func below(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

func ruleOf(path string) (rule, bool) {
	var best rule
	found := false
	for _, r := range rules {
		if below(path, r.path) && (!found || len(r.path) > len(best.path)) {
			best, found = r, true
		}
	}
	return best, found
}

func (r rule) allowsImport(to string) bool {
	if target, ok := ruleOf(to); ok && target.path == r.path {
		return true // the own folder, less subfolders that have a rule of their own
	}
	return slices.ContainsFunc(r.allows, func(a string) bool {
		if exact, ok := strings.CutSuffix(a, ":only"); ok {
			return to == exact
		}
		return below(to, a)
	})
}

// TestImportGraph fails on an arrow that the architecture does not draw.
func TestImportGraph(t *testing.T) {
	drawn := map[string]bool{}
	for _, p := range listPackages(t) {
		from, ok := strings.CutPrefix(p.ImportPath, module+"/")
		if !ok {
			continue
		}
		r, ok := ruleOf(from)
		if !ok {
			t.Errorf("package %s is in no folder that the architecture knows: give it a rule, or an ADR and a rule", from)
			continue
		}
		for _, imported := range p.Imports {
			to, ours := strings.CutPrefix(imported, module+"/")
			if !ours || r.allowsImport(to) {
				continue
			}
			arrow := from + " -> " + to
			drawn[arrow] = true
			if exceptions[arrow] == "" {
				t.Errorf("%s: docs/architecture.md draws no such arrow", arrow)
			}
		}
	}
	for arrow := range exceptions {
		if !drawn[arrow] {
			t.Errorf("exception %q is stale: remove it", arrow)
		}
	}
}

// TestRulesRefuse makes sure that the rules can fail.
func TestRulesRefuse(t *testing.T) {
	for _, c := range []struct {
		from, to string
		allowed  bool
	}{
		{"avs/squad", "avs/mach", false},
		{"avs/squad", "avs", true},
		{"avs", "avs/mach", false},
		{"gossip", "consensus", false},
		{"consensus/state", "internal/store", false},
		{"consensus", "consensus/state", true},
		{"api", "node", false},
		{"node", "avs/mach", true},
		{"internal/bls", "avs", false},
		{"l1", "contracts/bindings", true},
		{"localnet/deploy", "localnet/devl1", true},
		{"rollup", "localnet", false},
	} {
		r, ok := ruleOf(c.from)
		if !ok {
			t.Fatalf("no rule for %s", c.from)
		}
		if got := r.allowsImport(c.to); got != c.allowed {
			t.Errorf("%s -> %s: allowed %v, want %v", c.from, c.to, got, c.allowed)
		}
	}
}

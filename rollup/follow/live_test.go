package follow

import (
	"encoding/json"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// TestGethAtEveryLevel follows a real go-ethereum through real HTTP at each level.
func TestGethAtEveryLevel(t *testing.T) {
	g := newGeth(t)
	g.mine(3)
	for level := avs.LevelAgreement; level <= avs.LevelExecution; level++ {
		n := newNet(t, g.node)
		cfg := n.config(plain, level, gethChain)
		cfg.ChainConfig, cfg.Batch, cfg.Head = g.spec.Config, 2, Finalized
		w := start(t, cfg)
		parent := g.GenesisHash()
		for number := uint64(1); number <= 3; number++ {
			b := w.observe(number)
			require.Equal(t, parent, b.Parent)
			require.Equal(t, hashAt(t, g.node, number), b.Hash)
			require.Equal(t, level, b.Level)
			require.Zero(t, b.OutputRoot)
			a, err := parseBlock(b.Header)
			require.NoError(t, err)
			require.Equal(t, b.Hash, a.header.Hash())
			require.Equal(t, b.StateRoot, a.header.Root)
			parent = b.Hash
		}
		w.stop()
		require.Equal(t, level >= avs.LevelCommitments, n.own.count("eth_getProof") > 0)
		require.Equal(t, level == avs.LevelExecution, n.own.count("debug_executionWitness") > 0)
		require.Equal(t, Status{Next: 4, Head: 3}, w.Status())
	}
}

// TestAnvil follows anvil as each stack that it can stand for.
func TestAnvil(t *testing.T) {
	for _, c := range []struct {
		stack string
		level avs.Level
		flags []string
	}{
		{plain, avs.LevelCommitments, nil},
		{cdk, avs.LevelCommitments, nil},
		{opstack, avs.LevelCommitments, []string{"--optimism"}},
		{opstack, avs.LevelCommitments, []string{"--optimism", "--hardfork", "ecotone"}},
	} {
		t.Run(c.stack, func(t *testing.T) {
			node := anvil(t, c.flags...)
			if c.stack == opstack {
				send(t, node, map[string]any{"type": "0x7e", "sourceHash": common.Hash{1}, "mint": "0x5", "isSystemTx": false})
			}
			send(t, node, nil)
			must(t, node, "evm_mine")
			w := start(t, newNet(t, node).config(c.stack, c.level, anvilChain))
			b := w.observe(1)
			require.Equal(t, hashAt(t, node, 1), b.Hash)
			require.Equal(t, c.stack == opstack, b.OutputRoot != common.Hash{})
			if c.stack == opstack {
				raw := must(t, node, "eth_getBlockByNumber", "0x1", true)
				require.Contains(t, string(raw), `"type":"0x7e"`)
			}
			must(t, node, "evm_mine")
			require.Equal(t, b.Hash, w.observe(2).Parent)
		})
	}
}

// TestLyingEndpoint: what is told names the liar and what it said; nothing is emitted before agreement and Resume.
func TestLyingEndpoint(t *testing.T) {
	g := newGeth(t)
	g.mine(3)
	for name, c := range map[string]struct {
		member string
		reason string
	}{
		"another hash":       {"hash", "header does not hash to the block hash"},
		"another state root": {"stateRoot", "header does not hash to the block hash"},
		"another number":     {"number", "answer is of another block number"},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNet(t, g.node)
			var value any = common.Hash{6, 6, 6}
			if c.member == "number" {
				value = "0x77"
			}
			n.others[1].lies(lieAbout(2, c.member, value))
			w := start(t, n.config(plain, avs.LevelCommitments, gethChain))
			w.observe(1)
			m, ok := w.take().(Mismatch)
			require.True(t, ok)
			require.Equal(t, uint64(2), m.Number)
			require.Equal(t, c.reason, m.Reason)
			require.Equal(t, n.others[1].URL, m.Endpoint)
			require.NotEqual(t, m.Ours, m.Theirs)
			require.True(t, w.Status().Halted)

			w.looks(n.own, 6)
			w.silent()
			n.others[1].lies(nil)
			require.Equal(t, Agreed{2}, w.take())
			w.looks(n.own, 6)
			w.silent()
			require.True(t, w.Status().Agreed)
			w.Resume()
			w.observe(2)
			w.observe(3)
		})
	}
}

// TestConsistentLie: an endpoint gives another block that holds by itself.
func TestConsistentLie(t *testing.T) {
	g := newGeth(t)
	g.mine(2)
	n := newNet(t, g.node)
	n.others[0].lies(func(method string, result json.RawMessage) json.RawMessage {
		a, err := parseBlock(result)
		if method != "eth_getBlockByNumber" || err != nil || a.number() != 2 {
			return nil
		}
		a.header.Root = common.Hash{6, 6, 6}
		return changed(changed(result, "stateRoot", a.header.Root), "hash", a.header.Hash())
	})
	w := start(t, n.config(plain, avs.LevelAgreement, gethChain))
	w.observe(1)
	m := w.take().(Mismatch)
	require.Equal(t, "block hashes differ", m.Reason)
	require.Equal(t, hashAt(t, g.node, 2), m.Ours)
	require.Equal(t, n.others[0].URL, m.Endpoint)
}

// TestOwnNodeLies: the others are no help when the operator's own data do not hold.
func TestOwnNodeLies(t *testing.T) {
	g := newGeth(t)
	g.mine(1)
	for name, c := range map[string]struct {
		method string
		how    func(json.RawMessage) json.RawMessage
		reason string
	}{
		"receipts": {"eth_getBlockReceipts", func(json.RawMessage) json.RawMessage { return json.RawMessage("[]") },
			"receipts do not give the receipts root"},
		"transactions": {"eth_getBlockByNumber", func(r json.RawMessage) json.RawMessage { return changed(r, "transactions", []string{}) },
			"transactions do not give the transactions root"},
		"withdrawals": {"eth_getBlockByNumber", func(r json.RawMessage) json.RawMessage {
			return changed(r, "withdrawals", []map[string]string{{"index": "0x1", "validatorIndex": "0x1", "address": common.Address{}.Hex(), "amount": "0x1"}})
		}, "withdrawals do not give the withdrawals root"},
		"storage": {"eth_getProof", func(r json.RawMessage) json.RawMessage { return changed(r, "storageHash", common.Hash{1}) },
			"storage root is not the proved one"},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNet(t, g.node)
			n.own.lies(func(method string, result json.RawMessage) json.RawMessage {
				if method != c.method {
					return nil
				}
				return c.how(result)
			})
			w := start(t, n.config(plain, avs.LevelCommitments, gethChain))
			m, ok := w.take().(Mismatch)
			require.True(t, ok)
			require.Equal(t, c.reason, m.Reason)
			require.Equal(t, n.own.URL, m.Endpoint)
		})
	}
}

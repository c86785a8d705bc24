package l1

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/localnet/devl1"
)

const epochBlocks = 10

// network is a deployed network with one rollup and operators in all of its sets, on an L1 that mines on demand.
type network struct {
	*chain
	client    *Client
	contracts *deploy.Contracts
	operators []deploy.Operator
	sets      []avs.SetID
	txs       map[string]*TxManager
}

func newNetwork(t *testing.T, operators int) *network {
	t.Helper()
	return newNetworkOn(t, operators, devl1.Options{ChainID: chainID, Alloc: genesisAlloc()})
}

func newNetworkOn(t *testing.T, operators int, opt devl1.Options) *network {
	t.Helper()
	c := &chain{t: t, opt: opt}
	c.up()
	t.Cleanup(func() { require.NoError(t, c.Close()) })
	n := &network{chain: c, client: c.client(), sets: []avs.SetID{avs.OrderingSet}, txs: map[string]*TxManager{}}
	ctx, owner := t.Context(), testKey("owner")
	core, err := deploy.EigenLayer(ctx, n.client, owner, deploy.CoreOptions{})
	require.NoError(t, err)
	n.contracts, err = deploy.Trident(ctx, n.client, owner, core, deploy.Options{Network: "l1-test", EpochBlocks: epochBlocks})
	require.NoError(t, err)
	rollup, err := deploy.RegisterRollup(ctx, n.client, owner, n.contracts, deploy.Rollup{Name: "demo", ChainID: 1001, GenesisHash: common.HexToHash("0x01")})
	require.NoError(t, err)
	n.sets = append(n.sets, rollup.Sets()...)
	for i := range operators {
		n.operators = append(n.operators, n.operator(i))
	}
	n.join(n.operators...)
	return n
}

func (n *network) operator(i int) deploy.Operator {
	name := fmt.Sprintf("operator %d", i)
	secret := crypto.Keccak256([]byte(name))
	secret[0] = 0 // below the order of the group
	attestation, err := bls.SecretKeyFromBytes(secret)
	require.NoError(n.t, err)
	return deploy.Operator{Key: testKey(name), BLS: attestation, Consensus: testKey("consensus of " + name), PeerID: []byte(name),
		PeerAddress: "/ip4/127.0.0.1/tcp/4001", MetadataURI: "https://operator.invalid", LST: ether(1000), ALT: ether(int64(500 + i)), Sets: n.sets}
}

func (n *network) join(operators ...deploy.Operator) {
	n.t.Helper()
	for _, o := range operators {
		require.NoError(n.t, deploy.Fund(n.t.Context(), n.client, testKey("owner"), ether(10), o.Address()))
	}
	require.NoError(n.t, deploy.JoinOperators(n.t.Context(), n.client, n.contracts, operators...))
}

// raise gives an operator more stake in all sets.
func (n *network) raise(i int) {
	n.t.Helper()
	n.operators[i].LST = new(big.Int).Add(n.operators[i].LST, ether(100))
	n.join(n.operators[i])
}

func (n *network) snapshot(sets ...avs.SetID) {
	n.t.Helper()
	require.NoError(n.t, deploy.Snapshot(n.t.Context(), n.client, testKey("owner"), n.contracts, sets...))
}

// tx is the manager of an account by name.
func (n *network) tx(name string) *TxManager {
	n.t.Helper()
	if n.txs[name] == nil {
		n.txs[name] = NewTxManager(n.client, testKey(name), newHome(n.t).Sub("tx"), clock.Real(), new(journal).log(), TxOptions{Poll: 5 * time.Millisecond})
	}
	return n.txs[name]
}

func (n *network) send(from, to string, data []byte) *types.Receipt {
	n.t.Helper()
	r, err := n.tx(from).Send(n.t.Context(), Call{Label: "test call", To: n.contracts.Addresses[to], Data: data})
	require.NoError(n.t, err)
	return r
}

func (n *network) epoch(id avs.SetID) uint64 {
	n.t.Helper()
	k := &Keeper{cfg: KeeperConfig{Client: n.client, Tx: n.tx("owner"), Table: n.contracts.Addresses[deploy.StakeTable]}}
	epoch, err := read(n.t.Context(), k, tableABI.PackCurrentEpoch(uint32(id)), tableABI.UnpackCurrentEpoch)
	require.NoError(n.t, err)
	return epoch
}

func (n *network) paid(name string) uint64 {
	n.t.Helper()
	nonce, err := n.client.NonceAt(n.t.Context(), address(name), nil)
	require.NoError(n.t, err)
	return nonce
}

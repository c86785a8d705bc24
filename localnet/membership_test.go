package localnet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
)

// TestMembershipUnderLoad lets operators join and leave and stake move while transfers flow. Two checkers accept every
// certificate: a subscriber that is there all the while and knows nothing but L1, and one that trusts the genesis sets and
// follows hand-offs. Afterwards every number has one certificate, the same at all operators.
func TestMembershipUnderLoad(t *testing.T) {
	options := testOptions(t)
	options.BlockInterval = 100 * time.Millisecond
	n := start(t, options)
	defer func() { stop(t, n) }()
	ctx, cancel := context.WithTimeout(context.Background(), 4*patience) // each step waits for L1 blocks
	defer cancel()
	halt := load(t, rpcs(n)[1])
	accepted := subscribe(t, n)

	name, err := n.Join(ctx)
	require.NoError(t, err)
	require.Equal(t, "operator-5", name)
	raised, err := n.MoveStake(ctx, "operator-2", 900)
	require.NoError(t, err)
	require.Equal(t, ether(1900), raised)
	awaitSets(t, n, "five members, and operator-2 has more", func(s sets) bool { return s.members() == 5 && s.weight("operator-2") == "290" })
	lowered, err := n.MoveStake(ctx, "operator-3", -600)
	require.NoError(t, err)
	require.Equal(t, ether(400), lowered)
	require.NoError(t, n.Leave(ctx, "operator-1"))
	awaitSets(t, n, "four members, and operator-3 has less", func(s sets) bool { return s.members() == 4 && s.weight("operator-3") == "140" })
	refuseMoves(t, n)

	halt()
	last := probe(t, rpcs(n)).Block
	require.Len(t, rpcs(n), 4)
	certificates := requireCertificates(t, n, last)
	for _, c := range certificates {
		got := <-accepted
		require.NoError(t, got.err)
		require.Equal(t, c.Claim, got.claim, "the subscriber accepts every number")
	}
	requireHandOffsAccept(t, n, certificates)
}

// TestInterruptedMoves stops a network while an operator joins and while one leaves. Resumed, it goes on with them.
func TestInterruptedMoves(t *testing.T) {
	options := testOptions(t)
	options.BlockInterval, options.Operators, options.WindowSpans = 100*time.Millisecond, 1, 3
	n := start(t, options)
	require.ErrorIs(t, n.Leave(context.Background(), "operator-1"), ErrTooFew)
	o, err := n.reserve()
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(options.Dir, o.Home+".tmp", "keys"), 0o700)) // half a home
	require.ErrorContains(t, n.Leave(context.Background(), o.Name), "operator-2 is still joining")
	stop(t, n)
	_, err = n.Join(context.Background())
	require.ErrorIs(t, err, errStopping)

	n = start(t, options)
	awaitSets(t, n, "operator-2 has joined", func(s sets) bool { return len(s) == 2 && s.members() == 2 && s.weight("operator-2") == "200" })
	before := probe(t, rpcs(n))
	require.NoError(t, n.Kill("operator-2"))
	require.ErrorIs(t, n.Leave(context.Background(), "operator-1"), ErrTooFew, "the other one is dead")
	require.NoError(t, n.setState("operator-1", stateLeaving))
	stop(t, n)

	options.Operators = 2
	n = start(t, options)
	defer func() { stop(t, n) }()
	awaitSets(t, n, "operator-1 has left", func(s sets) bool { return len(s) == 2 && s[1].State == stateLeft && s.members() == 1 })
	testutil.Eventually(t, patience, func() bool { return len(rpcs(n)) == 1 }, "only operator-2 is described")
	require.Greater(t, probe(t, rpcs(n)).Block, before.Block)
	require.ErrorIs(t, n.Leave(context.Background(), "operator-2"), ErrTooFew)
}

// load sends a transfer of account 3 every now and then until halt is called; all have then been included.
func load(t *testing.T, url string) (halt func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	c := dial(t, url)
	wg.Go(func() {
		ticker := time.NewTicker(25 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			tx, err := transfer(ctx, c, accountKeys()[3])
			if err == nil {
				err = c.SendTransaction(ctx, tx)
			}
			if err != nil && strings.Contains(err.Error(), txpool.ErrAlreadyKnown.Error()) {
				err = nil // the pool tells of a new pending nonce a moment later
			}
			if err != nil && ctx.Err() == nil && !t.Failed() {
				t.Errorf("transfer under load: %v", err)
				return
			}
		}
	})
	once := sync.OnceFunc(func() { cancel(); wg.Wait() })
	t.Cleanup(once)
	return func() {
		once()
		testutil.Eventually(t, patience, func() bool {
			pending, err := c.PendingNonceAt(context.Background(), address(3))
			require.NoError(t, err)
			mined, err := c.NonceAt(context.Background(), address(3), nil)
			return err == nil && mined == pending
		}, "all transfers are included")
	}
}

// sets is what the operators say of their sets in force.
type sets []OperatorStatus

// members is how many each set of each operator has; -1 while they differ or an operator does not answer.
func (s sets) members() int {
	members := -1
	for _, o := range s {
		if o.State == stateLeft {
			continue
		}
		if o.Node == nil || len(o.Node.Sets) != 4 {
			return -1
		}
		for _, set := range o.Node.Sets {
			if members >= 0 && set.Members != members {
				return -1
			}
			members = set.Members
		}
	}
	return members
}

// weight is an operator's in whole units, where all of its sets have the same.
func (s sets) weight(name string) string {
	for _, o := range s {
		if o.Name != name || o.Node == nil || len(o.Node.Sets) != 4 {
			continue
		}
		for _, set := range o.Node.Sets {
			if set.Weight != o.Node.Sets[0].Weight {
				return ""
			}
		}
		return wholeText(o.Node.Sets[0].Weight)
	}
	return ""
}

func awaitSets(t *testing.T, n *Network, what string, ok func(s sets) bool) {
	t.Helper()
	testutil.Eventually(t, patience, func() bool { return ok(n.Status(context.Background()).Operators) }, what)
}

// refuseMoves asks for what a network of four, of whom one has left, cannot do.
func refuseMoves(t *testing.T, n *Network) {
	t.Helper()
	ctx := context.Background()
	require.ErrorContains(t, n.Leave(ctx, "operator-9"), `no operator "operator-9" in this network; it has [operator-2 operator-3 operator-4 operator-5]`)
	require.ErrorContains(t, n.Leave(ctx, "operator-1"), "operator-1 has left")
	require.ErrorContains(t, n.Restart(ctx, "operator-1"), "operator-1 has left")
	_, err := n.MoveStake(ctx, "operator-3", -401)
	require.ErrorIs(t, err, ErrAmount)
	require.ErrorContains(t, err, "operator-3 has 400 LST")
	_, err = n.MoveStake(ctx, "operator-3", 0)
	require.ErrorIs(t, err, ErrAmount)
	_, err = n.MoveStake(ctx, "operator-1", 5)
	require.ErrorContains(t, err, "operator-1 has left")
	require.True(t, n.moving.TryLock())
	_, err = n.Join(ctx)
	require.ErrorIs(t, err, ErrMoving)
	n.moving.Unlock()
}

// requireCertificates streams the certificates of every operator up to a block: each number once, epochs that never fall,
// and everywhere the same claims.
func requireCertificates(t *testing.T, n *Network, last uint64) []avs.Certificate {
	t.Helper()
	var first []avs.Certificate
	errDone := errors.New("all read")
	for _, o := range n.File().Operators {
		c, err := client.Dial(context.Background(), o.API)
		require.NoError(t, err)
		var list []avs.Certificate
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		err = c.Watch(ctx, rollupName, 1, func(got avs.Certificate) error {
			list = append(list, got)
			if got.Claim.Number >= last {
				return errDone
			}
			return nil
		})
		cancel()
		c.Close()
		require.ErrorIs(t, err, errDone, o.Name)
		require.Len(t, list, int(last), "%s: no gap", o.Name)
		if first == nil {
			first = list
		}
		for i, got := range list {
			require.Equal(t, uint64(i+1), got.Claim.Number, o.Name)
			require.Equal(t, first[i].Claim, got.Claim, o.Name)
			require.True(t, i == 0 || list[i-1].Claim.Epoch <= got.Claim.Epoch, "epochs never fall")
		}
	}
	epochs := map[avs.Epoch]int{}
	for _, c := range first {
		epochs[c.Claim.Epoch]++
	}
	t.Logf("%d certificates by epoch: %v", last, epochs)
	require.GreaterOrEqual(t, len(epochs), 3, "blocks of several epochs")
	return first
}

func domainOf(n *Network) avs.Domain { return n.contracts().Domain() }

// l1Set reads an epoch of a set from the contracts on L1 and nothing else.
func l1Set(t *testing.T, n *Network, id avs.SetID, epoch avs.Epoch) *avs.OperatorSet {
	t.Helper()
	table, registrar := bindings.NewStakeTable(), bindings.NewOperatorRegistrar()
	ask := func(contract string, data []byte) []byte {
		to := n.contracts().Addresses[contract]
		out, err := n.L1().CallContract(context.Background(), ethereum.CallMsg{To: &to, Data: data}, nil)
		require.NoError(t, err)
		return out
	}
	list, err := table.UnpackMembers(ask("StakeTable", table.PackMembers(uint32(id), uint64(epoch))))
	require.NoError(t, err)
	var members []avs.Member
	for _, m := range list {
		info, err := registrar.UnpackOperatorInfo(ask("OperatorRegistrar", registrar.PackOperatorInfo(m.Operator)))
		require.NoError(t, err)
		key, err := bls.PublicKeyFromEIP2537(m.BlsKey)
		require.NoError(t, err)
		consensus, err := crypto.UnmarshalPubkey(append([]byte{4}, info.ConsensusKey...))
		require.NoError(t, err)
		members = append(members, avs.Member{Operator: m.Operator, BLSKey: key.Bytes(), ConsensusKey: [33]byte(crypto.CompressPubkey(consensus)),
			Weight: *uint256.MustFromBig(m.Weight)})
	}
	set, err := avs.NewOperatorSet(id, epoch, members)
	require.NoError(t, err)
	return set
}

// accepted is what a subscriber took for certified, or why it ended.
type accepted struct {
	claim avs.FinalityClaim
	err   error
}

// subscribe follows all operators of now with an SDK that knows nothing but L1, and hands on what it accepts.
func subscribe(t *testing.T, n *Network) <-chan accepted {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	config := client.SubscriberConfig{Rollup: rollupName, From: 1, Level: avs.LevelExecution, Trust: client.TrustL1(n.File().L1.RPC, n.contracts().Addresses["Mach"])}
	for _, o := range n.File().Operators {
		config.APIs = append(config.APIs, o.API)
	}
	s, err := client.Subscribe(ctx, config)
	require.NoError(t, err)
	out, done := make(chan accepted, 10_000), make(chan struct{})
	go func() {
		defer close(done)
		for e, err := range s.Events(ctx) {
			switch {
			case ctx.Err() != nil:
				return
			case err != nil:
				out <- accepted{err: err}
			case e.Kind == client.KindCertificate:
				out <- accepted{claim: e.Certificate.Claim}
			case e.Kind != client.KindWaiting:
				out <- accepted{err: fmt.Errorf("event %s: numbers %d to %d, operator %s: %w", e.Kind, e.First, e.Last, e.Operator, e.Err)}
			}
		}
	}()
	t.Cleanup(func() { cancel(); <-done; s.Close() })
	return out
}

// requireHandOffsAccept checks certificates as somebody does who trusts the genesis sets and follows the hand-offs of an
// operator that was not there at genesis.
func requireHandOffsAccept(t *testing.T, n *Network, certificates []avs.Certificate) {
	t.Helper()
	network, err := node.LoadNetwork(filepath.Join(n.File().Operators[0].Home, node.NetworkFile))
	require.NoError(t, err)
	var trusted []*avs.OperatorSet
	for _, id := range network.Sets() {
		trusted = append(trusted, l1Set(t, n, id, 1))
	}
	history, err := avs.NewSetHistory(domainOf(n), network.L1Genesis.Number, trusted)
	require.NoError(t, err)
	joined, err := n.File().Operator("operator-5")
	require.NoError(t, err)
	api, err := client.Dial(context.Background(), joined.API)
	require.NoError(t, err)
	defer api.Close()
	for {
		page, err := api.HandOffs(context.Background(), history.Number()+1)
		require.NoError(t, err)
		if len(page) == 0 {
			break
		}
		for _, h := range page {
			handOff, err := h.Value()
			require.NoError(t, err)
			require.NoError(t, history.Apply(handOff))
			for _, set := range handOff.View.Sets {
				require.Equal(t, l1Set(t, n, set.ID(), set.Epoch()).Hash(), set.Hash(), "what was handed over is what L1 has")
			}
		}
	}
	for _, c := range certificates {
		set, known := history.At(avs.MachSet(0), c.Claim.Epoch)
		require.True(t, known, "epoch %d", c.Claim.Epoch)
		require.NoError(t, c.Verify(domainOf(n), set))
	}
}

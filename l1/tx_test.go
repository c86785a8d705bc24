package l1

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/devl1"
)

// sending is one Send on its way.
type sending struct {
	done    chan struct{}
	cancel  context.CancelFunc
	receipt *types.Receipt
	err     error
}

func (s *sending) over() bool { return closed(s.done) }

// bench is a manager of Alice's account with its L1 and its store.
type bench struct {
	t       *testing.T
	chain   *chain
	home    *home
	client  *Client
	log     journal
	options TxOptions
	tx      *TxManager
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, chain: newChain(t), home: newHome(t), options: TxOptions{Poll: 5 * time.Millisecond, BumpAfter: time.Hour}}
	b.client = b.chain.client()
	b.restart()
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(b.log.text.String())
		}
	})
	return b
}

// restart makes a new manager on what the store has.
func (b *bench) restart() { b.tx = b.manager("alice") }

func (b *bench) manager(name string) *TxManager {
	return NewTxManager(b.client, testKey(name), b.home.Sub("tx"), clock.Real(), b.log.log(), b.options)
}

func (b *bench) send(id string) *sending {
	return b.start(Call{ID: id, Label: "call " + id, To: echo, Data: []byte(id)})
}

// start sends on a goroutine that ends with the test at the latest.
func (b *bench) start(c Call) *sending {
	ctx, cancel := context.WithCancel(context.Background())
	s := &sending{done: make(chan struct{}), cancel: cancel}
	tx := b.tx
	go func() {
		defer close(s.done)
		s.receipt, s.err = tx.Send(ctx, c)
	}()
	b.t.Cleanup(func() { s.cut() })
	return s
}

// cut ends a Send from outside and waits for it.
func (s *sending) cut() {
	s.cancel()
	<-s.done
}

func (b *bench) eventually(cond func() bool, what string, args ...any) {
	b.t.Helper()
	testutil.Eventually(b.t, patience, cond, append([]any{what}, args...)...)
}

// inPool waits until Alice has n transactions in the pool that may be mined.
func (b *bench) inPool(n int) {
	b.t.Helper()
	b.eventually(func() bool {
		mined, err := b.client.NonceAt(b.t.Context(), address("alice"), nil)
		next, pendingErr := b.client.PendingNonceAt(b.t.Context(), address("alice"))
		return err == nil && pendingErr == nil && next-mined == uint64(n)
	}, "%d transactions in the pool", n)
}

func (b *bench) receipt(s *sending) *types.Receipt {
	b.t.Helper()
	b.eventually(s.over, "receipt")
	require.NoError(b.t, s.err)
	return s.receipt
}

func (b *bench) nonce() uint64 {
	b.t.Helper()
	n, err := b.client.NonceAt(b.t.Context(), address("alice"), nil)
	require.NoError(b.t, err)
	return n
}

// stored counts the transactions in the store that are not done.
func (b *bench) stored() (n int) {
	b.t.Helper()
	require.NoError(b.t, b.home.Sub("tx").Iterate([]byte("tx/"), nil, func(_, _ []byte) error { n++; return nil }))
	return n
}

func TestSend(t *testing.T) {
	b := newBench(t)
	b.options.Confirmations = 3
	b.restart()
	s := b.send("one")
	b.inPool(1)
	b.chain.mine(2)
	b.eventually(func() bool { return b.nonce() == 1 }, "mined")
	require.False(t, s.over(), "not buried yet")
	b.chain.mine(1)
	r := b.receipt(s)
	require.EqualValues(t, 1, r.BlockNumber.Uint64())
	require.Zero(t, b.stored())

	again := b.receipt(b.send("one"))
	require.Equal(t, r.TxHash, again.TxHash, "the same ID leads to the same transaction")
	require.EqualValues(t, 1, b.nonce())
	b.restart()
	require.Equal(t, r.TxHash, b.receipt(b.send("one")).TxHash, "in another process too")
	require.Zero(t, b.stored())
}

func TestSendReverts(t *testing.T) {
	b := newBench(t)
	_, err := b.tx.Send(t.Context(), Call{Label: "ask the refuser", To: refuser})
	require.ErrorIs(t, err, ErrReverted, "in simulation")
	require.NotErrorIs(t, err, ErrUnreachable)
	require.ErrorContains(t, err, "ask the refuser: simulate")
	require.Zero(t, b.stored())

	first := b.start(Call{ID: "a", To: latch})
	b.inPool(1)
	second := b.start(Call{ID: "b", Label: "second", To: latch})
	b.inPool(2)
	b.chain.mine(1)
	b.receipt(first)
	b.eventually(second.over, "revert")
	require.ErrorIs(t, second.err, ErrReverted, "on chain")
	require.NotNil(t, second.receipt)
	require.Zero(t, b.stored())
	_, err = b.tx.Send(t.Context(), Call{ID: "b", To: latch})
	require.ErrorContains(t, err, "simulate", "what reverted may be tried anew")
}

func TestSendRefused(t *testing.T) {
	b := newBench(t)
	rich := new(big.Int).Sub(ether(10), big.NewInt(100_000*params.GWei/100)) // too little is left for gas
	_, err := b.tx.Send(t.Context(), Call{ID: "all", Label: "all", To: echo, Value: rich})
	require.Error(t, err)
	require.Zero(t, b.stored())
	s := b.send("next")
	b.inPool(1)
	b.chain.mine(1)
	b.receipt(s)
	require.EqualValues(t, 1, b.nonce(), "the nonce was not lost")
}

func TestSendRefusedAtBroadcast(t *testing.T) {
	b := newBench(t)
	refuse := true
	b.client = b.chain.through(func(method string, _ []json.RawMessage) (any, *rpcError) {
		if method == "eth_sendRawTransaction" && refuse {
			return nil, &rpcError{-32000, "account is on a list"}
		}
		return nil, nil
	})
	b.restart()
	_, err := b.tx.Send(t.Context(), Call{ID: "x", Label: "x", To: echo})
	require.ErrorContains(t, err, "account is on a list")
	require.Zero(t, b.stored())
	refuse = false
	s := b.send("y")
	b.inPool(1)
	b.chain.mine(1)
	b.receipt(s)
	require.EqualValues(t, 1, b.nonce())
}

func TestSameIDAtOnce(t *testing.T) {
	b := newBench(t)
	var all []*sending
	for range 8 {
		all = append(all, b.send("same"))
	}
	b.inPool(1)
	b.chain.mine(1)
	first := b.receipt(all[0])
	for _, s := range all {
		require.Equal(t, first.TxHash, b.receipt(s).TxHash)
	}
	require.EqualValues(t, 1, b.nonce())
	b.inPool(0)
}

func TestManyAtOnce(t *testing.T) {
	b := newBench(t)
	var all []*sending
	for i := range 12 {
		id := fmt.Sprintf("call %d", i)
		if i%3 == 0 {
			id = ""
		}
		all = append(all, b.send(id))
	}
	b.inPool(12)
	b.chain.mine(1)
	for _, s := range all {
		require.EqualValues(t, 1, b.receipt(s).BlockNumber.Uint64())
	}
	require.EqualValues(t, 12, b.nonce())
}

func TestCancelledSendIsPickedUp(t *testing.T) {
	b := newBench(t)
	s := b.send("one")
	b.inPool(1)
	s.cut()
	require.ErrorIs(t, s.err, context.Canceled)
	require.Equal(t, 1, b.stored())
	s = b.send("one")
	b.chain.mine(1)
	b.receipt(s)
	require.EqualValues(t, 1, b.nonce())
}

// TestResume: the process and the pool are gone, nobody calls Send again, and yet everything is mined.
func TestResume(t *testing.T) {
	b := newBench(t)
	for i, id := range []string{"a", "", "c"} {
		s := b.send(id)
		b.inPool(i + 1)
		s.cut()
	}
	b.chain.down()
	b.home.reopen()
	b.chain.up()
	b.inPool(0)
	b.restart()
	stop := background(t, b.tx.Resume)
	b.inPool(3)
	s := b.send("d") // comes behind the others
	b.inPool(4)
	b.chain.mine(1)
	b.eventually(func() bool { return b.stored() == 0 }, "all done")
	b.receipt(s)
	require.EqualValues(t, 4, b.nonce())
	require.ErrorIs(t, stop(), context.Canceled)
}

// TestCrashPoints cuts a Send at each of its requests to the L1 and goes on in a new process: whatever the point, there is
// exactly one transaction in the end.
func TestCrashPoints(t *testing.T) {
	type phase struct {
		method string
		after  bool // the L1 gets the request, the answer is lost
	}
	for _, p := range []phase{
		{"eth_estimateGas", false}, {"eth_maxPriorityFeePerGas", false}, {"eth_getTransactionCount", false},
		{"eth_sendRawTransaction", false}, {"eth_sendRawTransaction", true}, {"eth_getTransactionByHash", false},
	} {
		t.Run(fmt.Sprintf("%s after=%v", p.method, p.after), func(t *testing.T) {
			b := newBench(t)
			var once sync.Once
			crash := make(chan struct{})
			hold := make(chan struct{})
			direct := b.client
			b.client = b.chain.through(func(method string, params []json.RawMessage) (any, *rpcError) {
				if method != p.method {
					return nil, nil
				}
				if p.after {
					_ = direct.Client.Client().CallContext(t.Context(), nil, method, string(params[0][1:len(params[0])-1]))
				}
				once.Do(func() { close(crash) })
				<-hold
				return nil, &rpcError{-32000, "crashed"}
			})
			b.restart()
			s := b.send("one")
			<-crash
			s.cut()
			close(hold)
			b.home.reopen()
			b.client = direct
			b.restart()
			s = b.send("one")
			b.inPool(1)
			b.chain.mine(1)
			b.receipt(s)
			other := b.send("two")
			b.inPool(1)
			b.chain.mine(1)
			b.receipt(other)
			require.EqualValues(t, 2, b.nonce())
			require.Zero(t, b.stored())
		})
	}
}

func TestL1Away(t *testing.T) {
	b := newBench(t)
	s := b.send("one")
	b.inPool(1)
	b.chain.down()
	b.eventually(func() bool { return b.log.count("wait for an l1 that answers") == 1 }, "l1 missed")
	_, err := b.tx.Send(t.Context(), Call{Label: "x", To: echo})
	require.ErrorIs(t, err, ErrUnreachable, "without an L1 nothing can be simulated")
	b.chain.up() // its pool is empty
	b.inPool(1)
	b.chain.mine(1)
	b.receipt(s)
	require.Equal(t, 1, b.log.count("answers again"))
}

func TestReorgDropsMined(t *testing.T) {
	for _, poolLost := range []bool{false, true} {
		t.Run(fmt.Sprintf("pool lost %v", poolLost), func(t *testing.T) {
			b := newBench(t)
			b.options.Confirmations = 4
			b.restart()
			s := b.send("one")
			b.inPool(1)
			b.chain.mine(2)
			require.EqualValues(t, 1, b.nonce())
			require.NoError(t, b.chain.Reorg(2))
			require.Zero(t, b.nonce())
			if poolLost {
				b.chain.down()
				b.chain.up()
			}
			b.inPool(1)
			b.chain.mine(3)
			require.False(t, s.over())
			b.chain.mine(1)
			require.EqualValues(t, 2, b.receipt(s).BlockNumber.Uint64())
			require.EqualValues(t, 1, b.nonce())
		})
	}
}

// TestReorgAfterDone: deeper than the wanted confirmations, so the transaction counted as done. Asked again, it is sent
// again.
func TestReorgAfterDone(t *testing.T) {
	b := newBench(t)
	s := b.send("one")
	b.inPool(1)
	b.chain.mine(1)
	b.receipt(s)
	require.NoError(t, b.chain.Reorg(1))
	b.chain.down()
	b.chain.up()
	s = b.send("one")
	b.inPool(1)
	b.chain.mine(1)
	require.EqualValues(t, 2, b.receipt(s).BlockNumber.Uint64())
}

func TestFeeBump(t *testing.T) {
	b := newBench(t)
	b.options.BumpAfter = 20 * time.Millisecond
	b.restart()
	s := b.send("one")
	b.eventually(func() bool { return b.log.count("fee raised") >= 3 }, "bumps")
	b.inPool(1)
	s.cut() // and the process: what was bumped is known to the next
	b.options.BumpAfter = time.Hour
	b.restart()
	s = b.send("one")
	b.chain.mine(1)
	r := b.receipt(s)
	tx, _, err := b.client.TransactionByHash(t.Context(), r.TxHash)
	require.NoError(t, err)
	require.Zero(t, tx.Nonce())
	require.Greater(t, tx.GasFeeCap().Int64(), int64(1.4*4*params.GWei), "the dearest was mined")
	require.EqualValues(t, 1, b.nonce())
}

func TestFeeBound(t *testing.T) {
	b := newBench(t)
	b.options.BumpAfter, b.options.MaxFee = time.Millisecond, big.NewInt(8*params.GWei)
	b.restart()
	s := b.send("one")
	b.eventually(func() bool { return b.log.count("fee is at the bound") == 1 }, "bound")
	b.inPool(1)
	b.chain.mine(1)
	r := b.receipt(s)
	tx, _, err := b.client.TransactionByHash(t.Context(), r.TxHash)
	require.NoError(t, err)
	require.LessOrEqual(t, tx.GasFeeCap().Cmp(b.options.MaxFee), 0)
}

// TestNonceTaken: somebody uses the account past the manager.
func TestNonceTaken(t *testing.T) {
	b := newBench(t)
	b.options.BumpAfter, b.options.MaxFee = 50*time.Millisecond, big.NewInt(30*params.GWei)
	b.options.Confirmations = 2
	b.restart()
	s := b.send("one")
	b.inPool(1)
	foreign := sendRaw(t, b.client, "alice", 0, echo, []byte("foreign"), 200)
	b.chain.mine(2)
	b.inPool(1) // signed anew
	b.chain.mine(2)
	r := b.receipt(s)
	require.NotEqual(t, foreign.Hash(), r.TxHash)
	tx, _, err := b.client.TransactionByHash(t.Context(), r.TxHash)
	require.NoError(t, err)
	require.EqualValues(t, 1, tx.Nonce())
	require.Equal(t, []byte("one"), tx.Data())
	require.Zero(t, b.stored())
}

func TestAccountsAreApart(t *testing.T) {
	b := newBench(t)
	s := b.send("one")
	b.inPool(1)
	s.cut()
	b.tx = b.manager("bob")
	s = b.send("one")
	b.eventually(func() bool {
		n, err := b.client.PendingNonceAt(t.Context(), address("bob"))
		return err == nil && n == 1
	}, "bob's own")
	b.chain.mine(1)
	b.receipt(s)
	require.Equal(t, 1, b.stored(), "alice's is left alone")
}

func TestDamagedStore(t *testing.T) {
	for name, value := range map[string]string{"no json": "{", "no transaction": `{"raw":["AAAA"]}`, "empty": `{}`} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			require.NoError(t, b.home.Sub("tx").Set(b.tx.jobKey(0), []byte(value)))
			_, err := b.tx.Send(t.Context(), Call{Label: "x", To: echo})
			require.ErrorContains(t, err, "read stored l1 transaction")
			require.ErrorContains(t, b.tx.Resume(t.Context()), "read stored l1 transaction")
		})
	}
	t.Run("closed", func(t *testing.T) {
		b := newBench(t)
		s := b.send("one")
		b.inPool(1)
		require.NoError(t, b.home.Close())
		b.chain.mine(1)
		b.eventually(s.over, "end")
		require.ErrorIs(t, s.err, store.ErrClosed)
	})
}

// TestStorm: many senders, an L1 that mines, reorganises and goes away, and a manager that is started anew now and then.
// In the end each ID has exactly one successful transaction.
func TestStorm(t *testing.T) {
	b := newBench(t)
	b.options.Confirmations, b.options.BumpAfter = devl1.DefaultFinalityDepth, 200*time.Millisecond
	b.restart()
	const calls = 10
	var wave []*sending
	for round := range 6 {
		for i := range calls {
			wave = append(wave, b.send(fmt.Sprint("storm ", i)))
		}
		b.chain.mine(1 + round%2)
		if err := b.chain.Reorg(uint64(1 + round%2)); err != nil {
			require.ErrorIs(t, err, devl1.ErrCrossFinal)
		}
		if round%3 == 2 {
			b.chain.down()
			b.chain.up()
		}
		for _, s := range wave {
			s.cut()
		}
		wave = nil
		b.home.reopen()
		b.restart()
	}
	for i := range calls {
		wave = append(wave, b.send(fmt.Sprint("storm ", i)))
	}
	b.eventually(func() bool {
		b.chain.mine(1)
		for _, s := range wave {
			if !s.over() {
				return false
			}
		}
		return true
	}, "calm")
	hashes := map[common.Hash]bool{}
	for _, s := range wave {
		require.NoError(t, s.err)
		hashes[s.receipt.TxHash] = true
	}
	require.Len(t, hashes, calls)
	require.EqualValues(t, calls, b.nonce())
	require.Zero(t, b.stored())
}

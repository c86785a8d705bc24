package simulation

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"io"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

const (
	chainID  = 4242
	gasLimit = 60_000_000
	// orderHops is what ordering costs in one-way delays: CometBFT's own time from submission to the last validator, as
	// measured with real nodes over delayed links.
	orderHops = 3.6
)

// world is a network of operators with one rollup.
type world struct {
	domain    avs.Domain
	rollup    avs.Rollup
	genesis   avs.BlockRef
	ledger    *ledger
	operators []*operator
}

// operator is a site with the services of one operator.
type operator struct {
	*site
	bls    bls.SecretKey
	key    *ecdsa.PrivateKey
	client *client
	squad  *squad.Service
	mach   *mach.Service

	mu        sync.Mutex
	ordered   map[uint64]time.Time // block number → executed as ordered
	certified map[uint64]time.Time
	changed   chan struct{}
}

func newWorld(t testing.TB, sites []*site, l link) *world {
	t.Helper()
	now := uint64(time.Now().UnixMilli())
	w := &world{domain: avs.Domain{Network: "simulation", L1ChainID: 1337, Contract: common.HexToAddress("0x51")}}
	genesis := genesisBlock(now/1000 - 100)
	w.genesis = refOf(genesis)
	w.rollup = avs.Rollup{
		ID: avs.NewRollupID(w.domain.L1ChainID, w.domain.Contract, chainID), Name: "demo", ChainID: chainID,
		GenesisHash: w.genesis.Hash, GenesisTime: w.genesis.Timestamp, Slots: avs.DefaultSlotParams(now - 60_000),
		GasLimit: gasLimit, MaxBodySize: avs.MaxBodySize, ForceMillis: 60_000,
	}
	for i, s := range sites {
		o := &operator{site: s, client: newClient(genesis), ordered: map[uint64]time.Time{}, certified: map[uint64]time.Time{}, changed: make(chan struct{}, 1)}
		var err error
		seed := binary.BigEndian.AppendUint64([]byte("simulated operator"), uint64(i))
		o.key, err = crypto.ToECDSA(crypto.Keccak256(seed))
		require.NoError(t, err)
		secret := crypto.Keccak256(seed, []byte("bls"))
		secret[0] = 1 // below the order of the group
		o.bls, err = bls.SecretKeyFromBytes(secret)
		require.NoError(t, err)
		w.operators = append(w.operators, o)
	}
	sets := []*avs.OperatorSet{w.set(t, avs.OrderingSet), w.set(t, avs.SquadSet(0)), w.set(t, avs.MachSet(0))}
	st, err := state.New(state.Genesis{ChainID: "simulation", TimeMillis: now, Domain: w.domain, Rollups: []avs.Rollup{w.rollup}, Sets: sets})
	require.NoError(t, err)
	w.ledger = &ledger{sets: sets, state: st, changed: make(chan struct{}), delay: time.Duration(orderHops * float64(l.oneWay))}
	return w
}

func (w *world) set(t testing.TB, id avs.SetID) *avs.OperatorSet {
	t.Helper()
	members := make([]avs.Member, len(w.operators))
	for i, o := range w.operators {
		members[i] = avs.Member{Operator: o.id, BLSKey: o.bls.PublicKey().Bytes(), Weight: *uint256.NewInt(100)}
		copy(members[i].ConsensusKey[:], crypto.CompressPubkey(&o.key.PublicKey))
	}
	slices.SortFunc(members, func(a, b avs.Member) int { return bytes.Compare(a.Operator[:], b.Operator[:]) })
	set, err := avs.NewOperatorSet(id, 1, members)
	require.NoError(t, err)
	return set
}

// start runs both services of every operator until the returned function is called.
func (w *world) start(t testing.TB) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	var stores []*store.DB
	for _, o := range w.operators {
		db, err := store.Memory()
		require.NoError(t, err)
		stores = append(stores, db)
		guard, err := signer.Open(signer.Config{Space: db.Sub("guard"), BLS: o.bls, Consensus: o.key})
		require.NoError(t, err)
		log := slog.New(slog.NewTextHandler(io.Discard, nil)).With("operator", o.id)
		o.mach, err = mach.New(mach.Config{Rollup: w.rollup, Domain: w.domain, Self: o.id, Sets: w.ledger, Network: o.Host, Signer: guard,
			Executor: o.client, Evidence: noEvidence{}, Store: db.Sub("mach"), Clock: clock.Real(), Log: log, Metrics: o.metrics})
		require.NoError(t, err)
		o.squad, err = squad.New(squad.Config{Rollup: w.rollup, Domain: w.domain, Self: o.id, Executor: o.client, TxPool: o.client,
			Submitter: w.ledger, Log: w.ledger, Sets: w.ledger, Sequencing: w.ledger, Network: o.Host, Evidence: noEvidence{}, Guard: guard,
			Store: db.Sub("squad"), Clock: clock.Real(), Logger: log, Metrics: o.metrics,
			Executed: func(_ context.Context, e avs.Executed) error {
				o.note(o.ordered, e.Block.Number)
				return o.mach.Executed(e)
			}})
		require.NoError(t, err)
		running.Go(func() { _ = o.squad.Run(ctx) }) // it ends with ctx
		running.Go(func() { _ = o.mach.Run(ctx) })
		running.Go(func() {
			for c := range o.mach.Subscribe(ctx, w.rollup.ID, 1) {
				o.note(o.certified, c.Claim.Number)
			}
		})
	}
	return func() {
		cancel()
		running.Wait()
		for _, db := range stores {
			require.NoError(t, db.Close())
		}
	}
}

func (o *operator) note(in map[uint64]time.Time, number uint64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if _, have := in[number]; !have {
		in[number] = time.Now()
	}
	select {
	case o.changed <- struct{}{}:
	default:
	}
}

// await is when the operator had the certificate of a block, and when it had executed the block as ordered.
func (o *operator) await(t testing.TB, number uint64) (ordered, certified time.Time) {
	t.Helper()
	for deadline := time.After(time.Minute); ; {
		o.mu.Lock()
		ordered, certified = o.ordered[number], o.certified[number]
		o.mu.Unlock()
		if !certified.IsZero() && !ordered.IsZero() {
			return ordered, certified
		}
		select {
		case <-o.changed:
		case <-deadline:
			require.FailNow(t, "no certificate", "of block %d at %s", number, o.id)
		}
	}
}

type noEvidence struct{}

func (noEvidence) Report(context.Context, avs.Evidence) error { return nil }

// ledger is simulated ordering: what is submitted is ordered by the rules of consensus after a delay, at all operators at
// once.
type ledger struct {
	sets  []*avs.OperatorSet
	delay time.Duration

	mu      sync.Mutex
	state   *state.State
	log     []avs.OrderedBatch
	changed chan struct{}
}

func (l *ledger) Submit(ctx context.Context, tx avs.Tx) error {
	go func() {
		if clock.Sleep(ctx, clock.Real(), l.delay) == nil {
			l.apply(tx)
		}
	}()
	return nil
}

func (l *ledger) apply(tx avs.Tx) {
	l.mu.Lock()
	defer l.mu.Unlock()
	effects, err := l.state.Apply(state.Direct, tx, uint64(len(l.log))+1, uint64(time.Now().UnixMilli()))
	if err != nil || effects.Batch == nil {
		return
	}
	l.log = append(l.log, *effects.Batch)
	close(l.changed)
	l.changed = make(chan struct{})
}

func (l *ledger) now() *state.State {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state.At(uint64(time.Now().UnixMilli()))
}

func (l *ledger) Tip(id avs.RollupID) (avs.Tip, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	tip, ok := l.state.Tip(id)
	if !ok {
		return tip, errors.New("unknown rollup")
	}
	return tip, nil
}

func (l *ledger) Ordered(_ avs.RollupID, number uint64) (avs.OrderedBatch, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if number == 0 || number > uint64(len(l.log)) {
		return avs.OrderedBatch{}, false, nil
	}
	return l.log[number-1], true, nil
}

func (l *ledger) Changed() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.changed
}

func (l *ledger) Current(id avs.SetID) (*avs.OperatorSet, error) {
	for _, s := range l.sets {
		if s.ID() == id {
			return s, nil
		}
	}
	return nil, errors.New("unknown set")
}

func (l *ledger) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	s, err := l.Current(id)
	return s, err == nil && s.Epoch() == epoch
}

func (l *ledger) Plan(id avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	return l.now().Plan(id, window)
}

func (l *ledger) Inputs(id avs.RollupID) (avs.SequencingInputs, error) {
	in, _ := l.now().Inputs(id)
	return in, nil
}

func (l *ledger) ViewHash(number uint64) (common.Hash, bool, error) {
	return common.Hash{}, number == 0, nil
}

func (l *ledger) Settled(avs.RollupID, uint64) bool { return true }

func (l *ledger) Liveness(avs.RollupID) ([]avs.MemberLiveness, error) { return nil, nil }

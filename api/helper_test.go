package api_test

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

const wait = 20 * time.Second

var (
	domain = avs.Domain{Network: "trident-test", L1ChainID: 31337, Contract: common.HexToAddress("0x7e57")}
	demo   = avs.Rollup{ID: common.HexToHash("0x0a11ce"), Name: "demo", Index: 0, ChainID: 7001}
)

// ledger is MACH's store, the operator sets, hand-offs and alerts in memory, with real signatures.
type ledger struct {
	t        testing.TB
	secrets  []bls.SecretKey
	set      *avs.OperatorSet // MACH set of epoch 1
	ordering *avs.OperatorSet

	mu       sync.Mutex
	sets     []*avs.OperatorSet // MACH set of epoch i+1 at i
	kept     []avs.Certificate  // number i+1 at i
	handOffs []avs.CertifiedL1View
	alert    *avs.CertifiedAlert
	votes    []avs.AlertVote
	changed  chan struct{}

	hashes func(number uint64) common.Hash // of the rollup's blocks
}

func newLedger(t testing.TB) *ledger {
	t.Helper()
	l := &ledger{t: t, changed: make(chan struct{}), hashes: hashOf}
	var members []avs.Member
	for i := range 4 {
		seed := crypto.Keccak256(binary.BigEndian.AppendUint64(nil, uint64(i)))
		seed[0] = 0
		secret, err := bls.SecretKeyFromBytes(seed)
		require.NoError(t, err)
		consensus, err := crypto.ToECDSA(seed)
		require.NoError(t, err)
		l.secrets = append(l.secrets, secret)
		members = append(members, avs.Member{Operator: common.Address{byte(i + 1)}, BLSKey: secret.PublicKey().Bytes(),
			ConsensusKey: [33]byte(crypto.CompressPubkey(&consensus.PublicKey)), Weight: *uint256.NewInt(100)})
	}
	var err error
	l.set, err = avs.NewOperatorSet(avs.MachSet(0), 1, members)
	require.NoError(t, err)
	l.ordering, err = avs.NewOperatorSet(avs.OrderingSet, 1, members)
	require.NoError(t, err)
	l.sets = []*avs.OperatorSet{l.set}
	return l
}

// genesisBlock is the L1 block of the first sets; epoch n is handed over at genesisBlock + n - 1.
const genesisBlock = 100

func (l *ledger) genesis() avs.L1View {
	return avs.L1View{Number: genesisBlock, BlockHash: common.Hash{0x1b}, Sets: []*avs.OperatorSet{l.ordering, l.set}}
}

// beginning is what a subscriber trusts.
func (l *ledger) beginning() client.Genesis {
	return client.NewGenesis(domain, l.genesis(), []avs.Rollup{demo})
}

// sign is the aggregate of the first three of four members.
func (l *ledger) sign(digest common.Hash) (avs.Bitmap, [96]byte) {
	signers := avs.NewBitmap(4)
	var sigs []bls.Signature
	for i := range 3 {
		signers = signers.With(i)
		sigs = append(sigs, l.secrets[i].Sign(digest))
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(l.t, err)
	return signers, sum.Bytes()
}

// nextEpoch makes a new MACH set, in which one member has more weight, and hands over to it.
func (l *ledger) nextEpoch() {
	l.mu.Lock()
	defer l.mu.Unlock()
	epoch := avs.Epoch(len(l.sets) + 1)
	var members []avs.Member
	for i := range l.set.Len() {
		members = append(members, l.set.Member(i))
	}
	members[0].Weight = *uint256.NewInt(100 + uint64(epoch))
	set, err := avs.NewOperatorSet(avs.MachSet(0), epoch, members)
	require.NoError(l.t, err)
	view := avs.L1View{Number: genesisBlock + uint64(epoch) - 1, BlockHash: common.Hash{0x1b, byte(epoch)}, Sets: []*avs.OperatorSet{set},
		Inputs: avs.L1Inputs{Randao: common.Hash{0x1c, byte(epoch)}, Inboxes: []avs.InboxHead{{Rollup: demo.ID, Count: uint64(epoch)}}}}
	signers, signature := l.sign(view.Digest(domain))
	l.sets = append(l.sets, set)
	l.handOffs = append(l.handOffs, avs.CertifiedL1View{View: view, Signers: signers, Signature: signature})
}

func (l *ledger) claim(number uint64, epoch avs.Epoch) avs.FinalityClaim {
	return avs.FinalityClaim{Rollup: demo.ID, Epoch: epoch, Number: number, BlockHash: l.hashes(number), ParentHash: l.hashes(number - 1),
		StateRoot: crypto.Keccak256Hash([]byte("state")), Level: avs.LevelExecution}
}

func (l *ledger) certificate(claim avs.FinalityClaim) avs.Certificate {
	signers, signature := l.sign(claim.Digest(domain))
	return avs.Certificate{Claim: claim, Signers: signers, Signature: signature}
}

// certify appends certificates of the next numbers in the newest epoch.
func (l *ledger) certify(count int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for range count {
		l.kept = append(l.kept, l.certificate(l.claim(uint64(len(l.kept)+1), avs.Epoch(len(l.sets)))))
	}
	l.signal()
}

func (l *ledger) signal() {
	close(l.changed)
	l.changed = make(chan struct{})
}

// turn certifies the next alert, in the newest epoch: a pause, or its end.
func (l *ledger) turn() avs.CertifiedAlert {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := avs.Alert{Rollup: demo.ID, Epoch: avs.Epoch(len(l.sets)), Sequence: 1, Paused: true}
	if l.alert != nil {
		a.Sequence, a.Paused = l.alert.Alert.Sequence+1, !l.alert.Alert.Paused
	}
	signers, signature := l.sign(a.Digest(domain))
	l.alert = &avs.CertifiedAlert{Alert: a, Signers: signers, Signature: signature}
	l.signal()
	return *l.alert
}

func (l *ledger) AlertState(avs.RollupID) (avs.AlertState, <-chan struct{}, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return avs.AlertState{Paused: l.alert != nil && l.alert.Alert.Paused, Newest: l.alert, Votes: l.votes}, l.changed, nil
}

func (l *ledger) HandOffsFrom(number uint64, limit int) ([]avs.CertifiedL1View, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []avs.CertifiedL1View
	for _, h := range l.handOffs {
		if h.View.Number >= number && len(out) < limit {
			out = append(out, h)
		}
	}
	return out, nil
}

func hashOf(number uint64) common.Hash {
	return crypto.Keccak256Hash(binary.BigEndian.AppendUint64([]byte("block"), number))
}

func (l *ledger) Latest(avs.RollupID) (avs.Certificate, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.kept) == 0 {
		return avs.Certificate{}, false, nil
	}
	return l.kept[len(l.kept)-1], true, nil
}

func (l *ledger) ByNumber(_ avs.RollupID, number uint64) (avs.Certificate, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if number == 0 || number > uint64(len(l.kept)) {
		return avs.Certificate{}, false, nil
	}
	return l.kept[number-1], true, nil
}

func (l *ledger) ByHash(_ avs.RollupID, hash common.Hash) (avs.Certificate, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range l.kept {
		if c.Claim.BlockHash == hash {
			return c, true, nil
		}
	}
	return avs.Certificate{}, false, nil
}

func (l *ledger) Subscribe(ctx context.Context, _ avs.RollupID, from uint64) <-chan avs.Certificate {
	out := make(chan avs.Certificate)
	go func() {
		defer close(out)
		for {
			c, found, _ := l.ByNumber(demo.ID, from)
			l.mu.Lock()
			changed := l.changed
			l.mu.Unlock()
			if !found {
				if c, found, _ = l.ByNumber(demo.ID, from); !found {
					select {
					case <-changed:
						continue
					case <-ctx.Done():
						return
					}
				}
			}
			select {
			case out <- c:
				from++
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func (l *ledger) Current(id avs.SetID) (*avs.OperatorSet, error) {
	if id != avs.MachSet(0) {
		return nil, errors.New("no epoch yet")
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sets[len(l.sets)-1], nil
}

func (l *ledger) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if id != avs.MachSet(0) || epoch == 0 || uint64(epoch) > uint64(len(l.sets)) {
		return nil, false
	}
	return l.sets[epoch-1], true
}

func config(l *ledger) api.Config {
	genesis := l.genesis()
	return api.Config{Listen: "127.0.0.1:0", Domain: domain, Rollups: func() []avs.Rollup { return []avs.Rollup{demo} }, Sets: l, Certificates: l, HandOffs: l, Alerts: l, Genesis: &genesis,
		Status: func(context.Context) (any, error) { return map[string]any{"head": "0x7"}, nil },
		Metrics: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "trident_up 1\n")
		})}
}

func serve(t testing.TB, cfg api.Config) *api.Server {
	t.Helper()
	s, err := api.New(cfg)
	require.NoError(t, err)
	require.NoError(t, s.Start(t.Context()))
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		require.NoError(t, s.Stop(ctx))
	})
	return s
}

func dial(t testing.TB, s *api.Server) *client.Client {
	t.Helper()
	c, err := client.Dial(t.Context(), "http://"+s.Addr())
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

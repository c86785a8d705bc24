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

// ledger is MACH's store and the operator sets in memory, with real certificates.
type ledger struct {
	t       testing.TB
	secrets []bls.SecretKey
	set     *avs.OperatorSet

	mu      sync.Mutex
	kept    []avs.Certificate // number i+1 at i
	changed chan struct{}
}

func newLedger(t testing.TB) *ledger {
	t.Helper()
	l := &ledger{t: t, changed: make(chan struct{})}
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
	return l
}

// certify appends certificates of the next numbers.
func (l *ledger) certify(count int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for range count {
		number := uint64(len(l.kept) + 1)
		claim := avs.FinalityClaim{Rollup: demo.ID, Epoch: 1, Number: number, BlockHash: hashOf(number), ParentHash: hashOf(number - 1),
			StateRoot: crypto.Keccak256Hash([]byte("state")), Level: avs.LevelExecution}
		signers := avs.NewBitmap(4)
		var sigs []bls.Signature
		for i := range 3 {
			signers = signers.With(i)
			sigs = append(sigs, l.secrets[i].Sign(claim.Digest(domain)))
		}
		sum, err := bls.AggregateSignatures(sigs)
		require.NoError(l.t, err)
		l.kept = append(l.kept, avs.Certificate{Claim: claim, Signers: signers, Signature: sum.Bytes()})
	}
	close(l.changed)
	l.changed = make(chan struct{})
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
	return l.set, nil
}

func (l *ledger) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	return l.set, id == avs.MachSet(0) && epoch == 1
}

func config(l *ledger) api.Config {
	return api.Config{Listen: "127.0.0.1:0", Domain: domain, Rollups: []avs.Rollup{demo}, Sets: l, Certificates: l,
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

package l1

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/localnet/devl1"
)

// certified is what operators have certified.
type certified struct {
	mu           sync.Mutex
	certificates map[avs.RollupID]avs.Certificate
	alerts       map[avs.RollupID][]avs.CertifiedAlert
}

func newCertified() *certified {
	return &certified{certificates: map[avs.RollupID]avs.Certificate{}, alerts: map[avs.RollupID][]avs.CertifiedAlert{}}
}

func (c *certified) put(certificate avs.Certificate) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.certificates[certificate.Claim.Rollup] = certificate
}

func (c *certified) raise(alerts ...avs.CertifiedAlert) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, a := range alerts {
		c.alerts[a.Alert.Rollup] = append(c.alerts[a.Alert.Rollup], a)
	}
}

func (c *certified) Latest(rollup avs.RollupID) (avs.Certificate, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	certificate, ok := c.certificates[rollup]
	return certificate, ok, nil
}

func (c *certified) ByNumber(rollup avs.RollupID, number uint64) (avs.Certificate, bool, error) {
	certificate, ok, err := c.Latest(rollup)
	return certificate, ok && certificate.Claim.Number == number, err
}

func (c *certified) Subscribe(context.Context, avs.RollupID, uint64) <-chan avs.Certificate {
	return nil
}

func (c *certified) CertifiedAlert(rollup avs.RollupID) (avs.CertifiedAlert, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.alerts[rollup]) == 0 {
		return avs.CertifiedAlert{}, false
	}
	return c.alerts[rollup][len(c.alerts[rollup])-1], true
}

// sea is a network with two rollups and their sets, in which checkpointers run. Its L1 mines only when told to.
type sea struct {
	*network
	mach    common.Address
	rollups []avs.RollupID
	sets    map[avs.RollupID]*avs.OperatorSet
	said    *certified
}

func newSea(t *testing.T) *sea {
	t.Helper()
	opt := devl1.Options{ChainID: chainID, Alloc: genesisAlloc(), BlockInterval: -1, Setup: true}
	s := &sea{network: newNetworkOn(t, 3, opt), sets: map[avs.RollupID]*avs.OperatorSet{}, said: newCertified()}
	s.mach = s.contracts.Addresses[deploy.Mach]
	second := s.addRollup(1002)
	s.rollups = []avs.RollupID{s.demo(), second.ID}
	s.snapshot(avs.MachSet(0), avs.MachSet(1))
	for position := range 6 {
		require.NoError(t, deploy.Fund(t.Context(), s.client, testKey("owner"), ether(10), address(fmt.Sprint("poster ", position))))
	}
	s.Live()
	o := s.observer()
	o.follow()
	for i, set := range o.registry.SetsAt(s.Head(), []avs.SetID{avs.MachSet(0), avs.MachSet(1)}) {
		s.sets[s.rollups[i]] = set
	}
	require.Len(t, s.sets, 2)
	return s
}

// run runs the checkpointer of the account "poster POSITION".
func (s *sea) run(position int, blocks, stagger uint64) (*Checkpointer, *journal) {
	s.t.Helper()
	name := fmt.Sprint("poster ", position)
	log := new(journal)
	c := NewCheckpointer(CheckpointerConfig{Client: s.client, Tx: s.tx(name), Mach: s.mach, Rollups: func() []avs.RollupID { return s.rollups },
		Certificates: s.said, Alerts: s.said, Blocks: blocks, Position: func() int { return position }, Stagger: stagger,
		Clock: clock.Real(), Log: log.log(), Poll: 5 * time.Millisecond})
	background(s.t, c.Run)
	return c, log
}

func (s *sea) certify(rollup int, number uint64) {
	s.t.Helper()
	id := s.rollups[rollup]
	s.said.put(s.network.certify(s.sets[id], id, number))
}

// alert certifies alerts at once.
func (s *sea) alert(rollup int, sequences ...uint64) {
	s.t.Helper()
	id := s.rollups[rollup]
	var alerts []avs.CertifiedAlert
	for _, sequence := range sequences {
		alerts = append(alerts, s.certifyAlert(s.sets[id], id, sequence))
	}
	s.said.raise(alerts...)
}

func (s *sea) state(rollup int) MachState {
	s.t.Helper()
	state, err := s.client.MachState(s.t.Context(), s.mach, s.rollups[rollup])
	require.NoError(s.t, err)
	return state
}

// until mines until Mach is as wanted.
func (s *sea) until(want func() bool, what string) {
	s.t.Helper()
	testutil.Eventually(s.t, patience, func() bool {
		s.mine(1)
		return want()
	}, "%s", what)
}

func TestCheckpointsShareATransaction(t *testing.T) {
	s := newSea(t)
	s.certify(0, 25)
	s.certify(1, 31)
	_, log := s.run(0, 10, 1)
	s.run(1, 10, 10_000)
	s.until(func() bool { return s.state(0).Number == 25 && s.state(1).Number == 31 }, "both heads")
	require.EqualValues(t, 1, s.paid("poster 0"))
	require.Equal(t, s.said.certificates[s.rollups[0]].Claim.BlockHash, s.state(0).Hash)

	// Nine blocks on, nothing is due; and rollups that stand still cost nothing.
	s.certify(0, 34)
	s.mine(20)
	require.EqualValues(t, 1, s.paid("poster 0"))
	s.certify(0, 35)
	s.until(func() bool { return s.state(0).Number == 35 }, "the next")
	s.mine(20)
	require.EqualValues(t, 2, s.paid("poster 0"))
	require.Zero(t, s.paid("poster 1"))
	require.Zero(t, log.count("level=WARN"))
}

func TestCheckpointOnRequest(t *testing.T) {
	s := newSea(t)
	c, _ := s.run(5, 0, 10_000)
	s.certify(0, 25)
	s.mine(5)
	require.Zero(t, s.paid("poster 5"))
	c.Request(s.rollups[0])
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint")
	c.Request(s.rollups[0]) // nothing new
	c.Request(s.rollups[1]) // nothing at all
	s.certify(0, 26)
	s.mine(5)
	require.EqualValues(t, 1, s.paid("poster 5"))
	require.EqualValues(t, 25, s.state(0).Number)
}

// TestCheckpointStandsIn: the operator whose turn it is does not come.
func TestCheckpointStandsIn(t *testing.T) {
	s := newSea(t)
	head := s.Head()
	s.run(2, 1, 5)
	s.certify(0, 25)
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint")
	require.GreaterOrEqual(t, s.Head(), head+10, "it leaves the others their time")
}

// TestCheckpointAfterReorg: the transaction goes back to the pool and is mined again, and no second one is sent.
func TestCheckpointAfterReorg(t *testing.T) {
	s := newSea(t)
	s.certify(0, 25)
	s.run(0, 10, 1)
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint")
	require.NoError(t, s.Reorg(2))
	require.Zero(t, s.state(0).Number, "the reorg removed it")
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint again")
	s.mine(5)
	require.EqualValues(t, 1, s.paid("poster 0"))
}

// TestCheckpointLostInReorg: the transaction of the one whose turn it was never comes back; the next in turn posts.
func TestCheckpointLostInReorg(t *testing.T) {
	s := newSea(t)
	s.certify(0, 25)
	data, err := PackSubmit(s.said.certificates[s.rollups[0]])
	require.NoError(t, err)
	sendGas(t, s.client, "alice", 0, s.mach, data, 20, 400_000)
	s.run(1, 10, 2)
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint of alice")
	require.Zero(t, s.paid("poster 1"))
	require.NoError(t, s.Reorg(2))
	require.Zero(t, s.state(0).Number, "the reorg removed it")
	sendRaw(t, s.client, "alice", 0, echo, nil, 200) // in the place of the checkpoint
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint of poster 1")
	require.EqualValues(t, 1, s.paid("poster 1"))
}

// TestCheckpointRefused: one rollup's certificate is refused, the other's is posted all the same.
func TestCheckpointRefused(t *testing.T) {
	s := newSea(t)
	s.certify(0, 25)
	bad := s.network.certify(s.sets[s.rollups[1]], s.rollups[1], 31)
	bad.Claim.StateRoot[0] ^= 1
	s.said.put(bad)
	_, log := s.run(0, 10, 1)
	s.until(func() bool { return s.state(0).Number == 25 }, "the good one")
	require.Zero(t, s.state(1).Number)
	require.Positive(t, log.count("BadSignature"))
	s.certify(1, 32)
	s.until(func() bool { return s.state(1).Number == 32 }, "the other one too")
}

func TestAlertsArePosted(t *testing.T) {
	s := newSea(t)
	s.run(0, 0, 1)
	s.alert(0, 1)
	s.until(func() bool { return s.state(0).Paused() }, "pause")
	require.False(t, s.state(1).Paused())
	require.NoError(t, s.Reorg(2))
	s.until(func() bool { return s.state(0).Paused() }, "again after a reorg")
	// Of several that are certified before anyone looks, the newest counts.
	s.alert(0, 2, 3, 4)
	s.until(func() bool { return !s.state(0).Paused() }, "resumption")
	require.Equal(t, uint64(4), s.state(0).AlertSequence)
	// A pause that is over already is not worth a transaction.
	s.alert(0, 5, 6)
	s.alert(1, 1)
	s.until(func() bool { return s.state(1).Paused() }, "the other rollup's pause")
	require.Equal(t, uint64(4), s.state(0).AlertSequence)
	require.False(t, s.state(0).Paused())
}

func TestCheckpointerRidesOutAnL1ThatIsAway(t *testing.T) {
	s := newSea(t)
	s.certify(0, 25)
	away := false
	var mu sync.Mutex
	client := s.through(func(string, []json.RawMessage) (any, *rpcError) {
		mu.Lock()
		defer mu.Unlock()
		if away {
			return nil, &rpcError{-32000, "not now"}
		}
		return nil, nil
	})
	mu.Lock()
	away = true
	mu.Unlock()
	log := new(journal)
	c := NewCheckpointer(CheckpointerConfig{Client: client, Tx: s.tx("poster 0"), Mach: s.mach, Rollups: func() []avs.RollupID { return s.rollups },
		Certificates: s.said, Blocks: 1, Position: func() int { return 0 }, Clock: clock.Real(), Log: log.log(), Poll: time.Millisecond})
	background(t, c.Run)
	testutil.Eventually(t, patience, func() bool { return log.count("wait for an l1 that answers") == 1 }, "silence")
	mu.Lock()
	away = false
	mu.Unlock()
	s.until(func() bool { return s.state(0).Number == 25 }, "the checkpoint")
	require.Equal(t, 1, log.count("wait for an l1 that answers"), "said once")
}

func TestPostCertificate(t *testing.T) {
	s := newSea(t)
	id := s.rollups[0]
	c := s.network.certify(s.sets[id], id, 25)
	done := make(chan error, 1)
	post := func(c avs.Certificate) error {
		go func() {
			_, err := PostCertificate(context.Background(), s.client, s.tx("alice"), s.mach, c)
			done <- err
		}()
		var err error
		s.until(func() bool {
			select {
			case err = <-done:
				return true
			default:
				return false
			}
		}, "an answer")
		return err
	}
	bad := c
	bad.Claim.Number++
	require.ErrorContains(t, post(bad), "BadSignature")
	low := s.network.certify(s.sets[id], id, 26)
	low.Claim.Level = avs.LevelAgreement
	low.Signers, low.Signature = s.aggregate(s.sets[id], low.Claim.Digest(s.contracts.Domain()), 0)
	require.ErrorContains(t, post(low), "LevelTooLow", "a rollup that SQUAD orders wants execution")
	require.NoError(t, post(c))
	require.Equal(t, c.Claim.BlockHash, s.state(0).Hash)
	require.ErrorIs(t, post(c), ErrRecorded)
	require.EqualValues(t, 1, s.paid("alice"))
}

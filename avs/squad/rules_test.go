package squad

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// ordered is what consensus tells in tests of single rules: plans by window, sets by epoch, views by number.
type ordered struct {
	fakeParts
	plans map[uint64]avs.SchedulePlan
	sets  map[avs.Epoch]*avs.OperatorSet
	views map[uint64]common.Hash
	in    avs.SequencingInputs
	read  uint64 // messages of the inbox that are read
	open  bool   // the plans are not settled
}

func (o *ordered) Plan(_ avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	plan, ok := o.plans[window]
	return plan, ok
}

func (o *ordered) Settled(avs.RollupID, uint64) bool { return !o.open }

func (o *ordered) At(_ avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	set, ok := o.sets[epoch]
	return set, ok
}

func (o *ordered) ViewHash(number uint64) (common.Hash, bool, error) {
	hash, ok := o.views[number]
	return hash, ok, nil
}

// Messages are deposits, all alike.
func (o *ordered) Messages(_ avs.RollupID, from, to uint64) (out []avs.InboxMessage, err error) {
	if to > o.read {
		return nil, avs.ErrInboxUnread
	}
	for i := from; i < to; i++ {
		out = append(out, avs.InboxMessage{Index: i, Kind: avs.InboxDeposit, Amount: 1})
	}
	return out, nil
}

func testKey(i int) *ecdsa.PrivateKey {
	key, err := crypto.ToECDSA(crypto.Keccak256(binary.BigEndian.AppendUint64([]byte("rules"), uint64(i))))
	if err != nil {
		panic(err)
	}
	return key
}

// testSet is a set of some of the test's operators; all have the same BLS key, which nothing here looks at twice.
func testSet(t *testing.T, epoch avs.Epoch, operators ...int) *avs.OperatorSet {
	t.Helper()
	var members []avs.Member
	for _, i := range operators {
		seed := crypto.Keccak256(binary.BigEndian.AppendUint64([]byte("rules bls"), uint64(i)))
		seed[0] = 1
		secret, err := bls.SecretKeyFromBytes(seed)
		require.NoError(t, err)
		m := avs.Member{Operator: avs.OperatorID{byte(i + 1)}, BLSKey: secret.PublicKey().Bytes(), Weight: *uint256.NewInt(100)}
		copy(m.ConsensusKey[:], crypto.CompressPubkey(&testKey(i).PublicKey))
		members = append(members, m)
	}
	set, err := avs.NewOperatorSet(avs.SquadSet(0), epoch, members)
	require.NoError(t, err)
	return set
}

// rules is a service that is not run, at the start of slot 400: in window 1, which is of epoch 1, as window 2 is of epoch 2.
func rules(t *testing.T) (*Service, *ordered) {
	t.Helper()
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	o := &ordered{
		plans: map[uint64]avs.SchedulePlan{1: {Window: 1, Epoch: 1, Seed: common.Hash{1}}, 2: {Window: 2, Epoch: 2, Seed: common.Hash{2}}},
		sets:  map[avs.Epoch]*avs.OperatorSet{1: testSet(t, 1, 0, 1, 2, 3), 2: testSet(t, 2, 1, 2, 4)},
		views: map[uint64]common.Hash{7: {7}, 9: {9}},
		in: avs.SequencingInputs{L1Number: 9, L1Hash: common.Hash{9}, Inbox: avs.InboxHead{Count: 40},
			Due: []avs.InboxDue{{Count: 6, Millis: moment - 5_000}, {Count: 30, Millis: moment + 1}}},
		read: 40,
	}
	s, err := New(Config{
		Rollup: avs.Rollup{ID: avs.RollupID{1}, Name: "demo", Slots: testSlots(), GasLimit: 16_000_000, MaxBodySize: 1000, ForceMillis: 1}, Self: avs.OperatorID{1},
		Executor: fakeParts{}, TxPool: fakeParts{}, Submitter: fakeParts{}, Log: fakeParts{}, Sets: o, Sequencing: o, Inbox: o,
		Network: fakeParts{}, Guard: new(signer.Guard), Store: db.Space, Clock: clock.Real(), Executed: fakeParts{}.take,
	})
	require.NoError(t, err)
	s.inputs.Store(&o.in)
	s.board.setTip(avs.Tip{Slot: 390, Number: 5, Hash: common.Hash{5}, Timestamp: moment/1000 - 10, L1Number: 7, Inbox: 4}, moment)
	return s, o
}

// signedBy is a header that keeps all rules, changed, and signed by an operator; -1 is the leader of its slot.
func signedBy(t *testing.T, s *Service, by int, change func(h *avs.BatchHeader)) avs.SignedHeader {
	t.Helper()
	h := avs.BatchHeader{Rollup: s.cfg.Rollup.ID, Epoch: 1, Slot: 400, Number: 6, Timestamp: moment / 1000, L1Number: 9, Inbox: 6,
		ParentHash: common.Hash{5}, BlockHash: common.Hash{6}, BodySize: 10}
	if change != nil {
		change(&h)
	}
	if turn := s.schedules.at(h.Slot); by < 0 && turn != nil && turn.leader(h.Slot, h.Rank) >= 0 {
		by = int(turn.set.Member(turn.leader(h.Slot, h.Rank)).Operator[0]) - 1
	}
	digest := h.Digest(s.cfg.Domain)
	raw, err := crypto.Sign(digest[:], testKey(max(by, 0)))
	require.NoError(t, err)
	out := avs.SignedHeader{Header: h}
	copy(out.Signature[:], raw)
	return out
}

// Every rule of the batch topic, each with its smallest violation.
func TestHeaderRules(t *testing.T) {
	s, _ := rules(t)
	c := s.circumstances()
	c.now = moment
	for name, x := range map[string]struct {
		change  func(h *avs.BatchHeader)
		verdict avs.Verdict
		reason  string // empty: it is taken
	}{
		"as it should be":        {func(*avs.BatchHeader) {}, avs.Accept, ""},
		"another rollup":         {func(h *avs.BatchHeader) { h.Rollup[31] ^= 1 }, avs.Reject, "rollup"},
		"an empty body":          {func(h *avs.BatchHeader) { h.BodySize = 0 }, avs.Reject, "size"},
		"the largest body":       {func(h *avs.BatchHeader) { h.BodySize = 1000 }, avs.Accept, ""},
		"a larger body":          {func(h *avs.BatchHeader) { h.BodySize = 1001 }, avs.Reject, "size"},
		"the last rank":          {func(h *avs.BatchHeader) { h.Rank, h.Inbox = 2, 20 }, avs.Accept, ""},
		"a rank more":            {func(h *avs.BatchHeader) { h.Rank = 3 }, avs.Reject, "rank"},
		"a rank beyond all":      {func(h *avs.BatchHeader) { h.Rank = positionRanks }, avs.Reject, "rank"},
		"the slot of the tip":    {func(h *avs.BatchHeader) { h.Slot = 390 }, avs.Ignore, "slot"},
		"the slot after it":      {func(h *avs.BatchHeader) { h.Slot = 391 }, avs.Accept, ""},
		"as early as may be":     {func(h *avs.BatchHeader) { h.Slot, h.Inbox = 408, 20 }, avs.Accept, ""},
		"a slot too early":       {func(h *avs.BatchHeader) { h.Slot = 409 }, avs.Ignore, "slot"},
		"a rank too early":       {func(h *avs.BatchHeader) { h.Slot, h.Rank = 407, 1 }, avs.Ignore, "slot"},
		"the number of the tip":  {func(h *avs.BatchHeader) { h.Number = 5 }, avs.Ignore, "number"},
		"as far ahead as may be": {func(h *avs.BatchHeader) { h.Number = 5 + maxAhead }, avs.Accept, ""},
		"a number too far ahead": {func(h *avs.BatchHeader) { h.Number = 6 + maxAhead }, avs.Ignore, "number"},
		"the tip's timestamp":    {func(h *avs.BatchHeader) { h.Timestamp = moment/1000 - 10 }, avs.Ignore, "timestamp"},
		"as late as may be":      {func(h *avs.BatchHeader) { h.Timestamp = moment/1000 + 4 }, avs.Accept, ""},
		"a second later":         {func(h *avs.BatchHeader) { h.Timestamp = moment/1000 + 5 }, avs.Ignore, "timestamp"},
		"the epoch before":       {func(h *avs.BatchHeader) { h.Epoch = 0 }, avs.Ignore, "epoch"},
		"the epoch after":        {func(h *avs.BatchHeader) { h.Epoch = 2 }, avs.Ignore, "epoch"},

		"the tip's l1 view":                  {func(h *avs.BatchHeader) { h.L1Number = 7 }, avs.Accept, ""},
		"an l1 view before it":               {func(h *avs.BatchHeader) { h.L1Number = 6 }, avs.Ignore, "l1"},
		"an l1 block without a view":         {func(h *avs.BatchHeader) { h.L1Number = 8 }, avs.Ignore, "l1"},
		"an l1 view that is not known yet":   {func(h *avs.BatchHeader) { h.L1Number, h.Inbox, h.Number = 10, 41, 8 }, avs.Accept, ""},
		"fewer messages than the tip":        {func(h *avs.BatchHeader) { h.Inbox = 3 }, avs.Ignore, "inbox"},
		"as many as one batch takes":         {func(h *avs.BatchHeader) { h.Inbox = 4 + avs.MaxInboxPerBatch }, avs.Accept, ""},
		"one more":                           {func(h *avs.BatchHeader) { h.Inbox = 5 + avs.MaxInboxPerBatch }, avs.Ignore, "inbox"},
		"as many as two take":                {func(h *avs.BatchHeader) { h.Number, h.Inbox = 7, 4+2*avs.MaxInboxPerBatch }, avs.Accept, ""},
		"more than the view has":             {func(h *avs.BatchHeader) { h.Number, h.Inbox = 8, 41 }, avs.Ignore, "inbox"},
		"one that is due left out":           {func(h *avs.BatchHeader) { h.Inbox = 5 }, avs.Ignore, reasonDue},
		"those that the next slot has to":    {func(h *avs.BatchHeader) { h.Slot, h.Inbox = 401, 4+avs.MaxInboxPerBatch }, avs.Accept, ""},
		"one less than the next slot has to": {func(h *avs.BatchHeader) { h.Slot, h.Inbox = 401, 3+avs.MaxInboxPerBatch }, avs.Ignore, reasonDue},
		"a rank whose turn comes later": {func(h *avs.BatchHeader) { h.Slot, h.Rank, h.Inbox = 399, 1, 3+avs.MaxInboxPerBatch }, avs.Ignore,
			reasonDue},
	} {
		t.Run(name, func(t *testing.T) {
			h := signedBy(t, s, -1, x.change)
			turn, leader, r := inspect(h, c)
			if r == nil {
				require.Equal(t, h.Header.Epoch, turn.set.Epoch())
				require.Equal(t, turn.leader(h.Header.Slot, h.Header.Rank), leader)
				r = inspectInputs(h.Header, c)
			}
			if x.reason == "" {
				require.Nil(t, r)
				return
			}
			require.NotNil(t, r)
			require.Equal(t, x.reason, r.reason)
			require.Equal(t, x.verdict, r.verdict)
		})
	}
}

func TestHeaderSigners(t *testing.T) {
	s, o := rules(t)
	c := s.circumstances()
	c.now = moment
	leader := s.schedules.at(400).leader(400, 0)
	for by := range 4 {
		_, _, r := inspect(signedBy(t, s, by, nil), c)
		if by == leader {
			require.Nil(t, r)
			continue
		}
		require.Equal(t, avs.Reject, r.verdict)
		require.Equal(t, "leader", r.reason)
	}
	spoilt := signedBy(t, s, -1, nil)
	spoilt.Signature[64] = 4
	_, _, r := inspect(spoilt, c)
	require.Equal(t, avs.Reject, r.verdict)
	require.Equal(t, "signature", r.reason)

	o.plans[1] = avs.SchedulePlan{Window: 1, Epoch: 1, Seed: common.Hash{1}, Jailed: avs.NewBitmap(4).With(leader)}
	_, _, r = inspect(signedBy(t, s, leader, nil), c)
	require.Equal(t, "leader", r.reason, "who is jailed leads no slot")
	delete(o.plans, 1)
	_, _, r = inspect(signedBy(t, s, leader, nil), c)
	require.Equal(t, avs.Ignore, r.verdict)
	require.Equal(t, "plan", r.reason)
	c.inputs.Stopped = true
	_, _, r = inspect(signedBy(t, s, leader, nil), c)
	require.Equal(t, avs.Ignore, r.verdict)
	require.Equal(t, "stopped", r.reason)
}

// While consensus is behind the clock, honest operators may have other plans: nobody is to blame.
func TestNobodyIsBlamedForAnUnsettledPlan(t *testing.T) {
	s, o := rules(t)
	c := s.circumstances()
	c.now, o.open = moment, true
	stranger := signedBy(t, s, (s.schedules.at(400).leader(400, 0)+1)%4, nil)
	for open, verdict := range map[bool]avs.Verdict{true: avs.Ignore, false: avs.Reject} {
		o.open = open
		_, _, r := inspect(stranger, c)
		require.Equal(t, verdict, r.verdict)
		carried, err := s.contentsOf(400, 9, 4, 4)
		require.NoError(t, err)
		err = s.checkCarried(t.Context(), &types.Header{MixDigest: common.Hash{1}}, nil, carried)
		require.Equal(t, open, errors.Is(err, errUnknownInput))
		require.Equal(t, !open, errors.Is(err, avs.ErrInvalidBlock))
	}
}

// Slots are led by the set of their window's plan; one whose set or plan is not known is led by nobody, until it is.
func TestSchedulesFollowPlans(t *testing.T) {
	s, o := rules(t)
	before, after := s.schedules.at(479), s.schedules.at(480)
	require.Equal(t, avs.Epoch(1), before.set.Epoch())
	require.Equal(t, avs.Epoch(2), after.set.Epoch())
	require.Same(t, before, s.schedules.at(400), "drawn once")
	require.Len(t, after.ladder(480), 3)
	require.Nil(t, s.schedules.at(720))
	require.Equal(t, -1, s.schedules.at(720).leader(720, 0))
	require.Empty(t, s.ladder(720))
	_, _, known := s.schedules.random(720)
	require.False(t, known)
	require.False(t, s.schedules.contradicts(720, 1))
	require.True(t, s.schedules.contradicts(480, 1))
	require.False(t, s.schedules.contradicts(480, 2))

	o.plans[3] = avs.SchedulePlan{Window: 3, Epoch: 3, Seed: common.Hash{3}}
	require.Nil(t, s.schedules.at(720), "its set is not known")
	o.sets[3] = testSet(t, 3, 0, 1)
	first := s.schedules.at(720)
	require.Len(t, s.ladder(720), 2)
	o.plans[3] = avs.SchedulePlan{Window: 3, Epoch: 3, Seed: common.Hash{33}}
	require.NotSame(t, first, s.schedules.at(720), "the plan of a window that is far ahead may still change")
}

func TestTakeIn(t *testing.T) {
	on := base{number: 5, hash: common.Hash{5}, slot: 390, l1Number: 7, inbox: 4}
	for name, x := range map[string]struct {
		change func(o *ordered, on *base, p *plan)
		inbox  uint64
		want   error
	}{
		"as many as a batch takes": {func(*ordered, *base, *plan) {}, 4 + avs.MaxInboxPerBatch, nil},
		"as many as there are":     {func(o *ordered, _ *base, _ *plan) { o.in.Inbox.Count = 9 }, 9, nil},
		"none beyond the base":     {func(o *ordered, on *base, _ *plan) { on.inbox = 40 }, 40, nil},
		"as many as are read":      {func(o *ordered, _ *base, _ *plan) { o.read = 8 }, 8, nil},
		"those that are due":       {func(o *ordered, _ *base, _ *plan) { o.read = 6 }, 6, nil},
		"one that is due is not read": {func(o *ordered, _ *base, _ *plan) { o.read = 5 }, 5,
			errDueUnread},
		"nothing is read": {func(o *ordered, _ *base, _ *plan) { o.read = 0 }, 4, errDueUnread},
		"many become due": {func(o *ordered, _ *base, p *plan) { o.read, p.slot = 12, 401 }, 12, errDueUnread},
		"the base's view is not known": {func(_ *ordered, on *base, _ *plan) { on.l1Number = 10 }, 4 + avs.MaxInboxPerBatch,
			errUnknownInput},
		"no plan": {func(o *ordered, _ *base, _ *plan) { delete(o.plans, 1) }, 4 + avs.MaxInboxPerBatch, errUnknownInput},
	} {
		t.Run(name, func(t *testing.T) {
			s, o := rules(t)
			on, p := on, plan{slot: 400}
			x.change(o, &on, &p)
			got, err := s.takeIn(on, p)
			require.ErrorIs(t, err, x.want)
			require.Equal(t, x.inbox, got.inbox)
			if err == nil {
				require.Equal(t, uint64(9), got.l1Number)
				require.Equal(t, common.Hash{9}, got.beaconRoot)
				require.Len(t, got.withdrawals, int(got.inbox-on.inbox))
				require.Equal(t, o.plans[1].Random(400), got.random)
			}
		})
	}
	s, _ := rules(t)
	s.cfg.Inbox = nil
	_, err := s.takeIn(on, plan{slot: 400})
	require.ErrorIs(t, err, errDueUnread, "without an inbox nothing is read")
}

// judge is an execution client that can tell what may be forced.
type judge struct {
	fakeParts
	applicable []int
	err        error
	asked      avs.BuildRequest
}

func (j *judge) Applicable(_ context.Context, r avs.BuildRequest, _ [][]byte) ([]int, error) {
	j.asked = r
	return j.applicable, j.err
}

func TestForcedPrefix(t *testing.T) {
	tx := func(nonce uint64) *types.Transaction {
		return types.MustSignNewTx(testKey(0), types.LatestSignerForChainID(big.NewInt(1)), &types.DynamicFeeTx{ChainID: big.NewInt(1), Nonce: nonce, Gas: 21_000})
	}
	a, b, c := tx(0), tx(1), tx(2)
	var forced [][]byte
	for _, x := range []*types.Transaction{a, b} {
		data, err := x.MarshalBinary()
		require.NoError(t, err)
		forced = append(forced, data)
	}
	away := errors.New("client is away")
	for name, x := range map[string]struct {
		txs        types.Transactions
		client     avs.Executor
		want, deny error
	}{
		"all of them":                      {types.Transactions{a, b, c}, fakeParts{}, nil, nil},
		"nothing else":                     {types.Transactions{a, b}, fakeParts{}, nil, nil},
		"one left out, nobody can tell":    {types.Transactions{b, c}, fakeParts{}, errNoJudge, nil},
		"one left out that cannot be":      {types.Transactions{b, c}, &judge{applicable: []int{1}}, nil, nil},
		"none can be applied":              {types.Transactions{c}, &judge{}, nil, nil},
		"none can be applied, empty block": {nil, &judge{}, nil, nil},
		"one left out":                     {types.Transactions{b, c}, &judge{applicable: []int{0, 1}}, errForcedLeftOut, nil},
		"the last left out":                {types.Transactions{a}, &judge{applicable: []int{0, 1}}, errForcedLeftOut, nil},
		"another order":                    {types.Transactions{b, a}, &judge{applicable: []int{0, 1}}, errForcedLeftOut, nil},
		"another first":                    {types.Transactions{c, a, b}, &judge{applicable: []int{0, 1}}, errForcedLeftOut, nil},
		"client that is away":              {types.Transactions{c}, &judge{err: away}, away, errForcedLeftOut},
		"client that is out of its mind":   {types.Transactions{c}, &judge{applicable: []int{7}}, errForcedLeftOut, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := rules(t)
			s.cfg.Executor = x.client
			header := &types.Header{Number: big.NewInt(6), Difficulty: new(big.Int), ParentHash: common.Hash{5}, Time: 77, ParentBeaconRoot: &common.Hash{9},
				WithdrawalsHash: &types.EmptyWithdrawalsHash, MixDigest: common.Hash{8}}
			block := types.NewBlock(header, &types.Body{Transactions: x.txs, Withdrawals: types.Withdrawals{}}, nil, trie.NewStackTrie(nil))
			body, err := rlp.EncodeToBytes(block)
			require.NoError(t, err)
			want := contents{random: common.Hash{8}, beaconRoot: common.Hash{9}, withdrawals: []*types.Withdrawal{}, forced: forced}
			err = s.checkCarried(context.Background(), block.Header(), body, want)
			require.ErrorIs(t, err, x.want)
			if x.deny != nil {
				require.NotErrorIs(t, err, x.deny)
			}
			if j, ok := x.client.(*judge); ok {
				require.Equal(t, common.Hash{5}, j.asked.Parent)
				require.Equal(t, uint64(77), j.asked.Timestamp)
				require.Equal(t, common.Hash{9}, j.asked.BeaconRoot)
				require.Equal(t, 1000, j.asked.MaxBytes)
				require.Empty(t, j.asked.First)
			}
		})
	}
}

func TestListsInForce(t *testing.T) {
	list := func(since uint64, txs ...byte) avs.OrderedList {
		var l avs.OrderedList
		for _, tx := range txs {
			l.List.List.Transactions = append(l.List.List.Transactions, common.Hash{tx})
		}
		l.SinceMillis = since
		return l
	}
	lists := []avs.OrderedList{list(20_000, 2, 3), list(10_000, 1, 2)}
	for start, want := range map[uint64][]common.Hash{
		10_000 + avs.ListGraceMillis - 1: nil,
		10_000 + avs.ListGraceMillis:     {{1}, {2}},
		20_000 + avs.ListGraceMillis:     {{1}, {2}, {3}},
		10_000 + avs.ListLifeMillis - 1:  {{1}, {2}, {3}},
		10_000 + avs.ListLifeMillis:      {{2}, {3}},
		20_000 + avs.ListLifeMillis:      nil,
	} {
		require.Equal(t, want, binding(lists, start), start)
	}
	s, _ := rules(t)
	now := s.now()
	fresh, old := list(now, 1, 2), list(now-avs.ListLifeMillis/2-1_000, 3)
	require.False(t, s.worthListing([]avs.OrderedList{fresh, old}, nil))
	require.False(t, s.worthListing([]avs.OrderedList{fresh, old}, []common.Hash{{1}, {2}}))
	require.True(t, s.worthListing([]avs.OrderedList{fresh, old}, []common.Hash{{1}, {3}}), "the list with it is soon over")
	require.True(t, s.worthListing([]avs.OrderedList{fresh, old}, []common.Hash{{4}}))
}

func TestFaultLog(t *testing.T) {
	var l faultLog
	require.Empty(t, l.list())
	a, b := avs.OperatorID{1}, avs.OperatorID{2}
	l.note(b, FaultCensorship, 7)
	l.note(a, FaultWithheldBody, 9)
	l.note(a, FaultEquivocation, 8)
	l.note(a, FaultWithheldBody, 5)
	require.Equal(t, []Fault{{a, FaultEquivocation, 1, 8}, {a, FaultWithheldBody, 2, 9}, {b, FaultCensorship, 1, 7}}, l.list())
	for i := range 2 * maxFaulty {
		l.note(common.BigToAddress(big.NewInt(int64(i))), FaultCensorship, 1)
	}
	require.Len(t, l.list(), maxFaulty)
}

func TestHandOffsAreMeasured(t *testing.T) {
	var o handOffs
	a, b := avs.OperatorID{1}, avs.OperatorID{2}
	for _, x := range []struct {
		by           avs.OperatorID
		span, millis uint64
		gap          int64 // -1: none
	}{
		{a, 3, 1000, -1}, {a, 3, 2000, -1}, {b, 4, 2300, 300}, {b, 4, 3000, -1}, {b, 5, 4000, -1}, {a, 6, 4100, 100},
		{b, 8, 9000, -1}, // nobody wanted anything in between
		{a, 9, 8999, -1}, {a, 9, 9500, -1},
	} {
		gap, ok := o.take(x.by, x.span, x.millis)
		require.Equal(t, x.gap >= 0, ok, x)
		if ok {
			require.Equal(t, x.gap, gap.Milliseconds())
		}
	}
	count, _ := o.state()
	require.Equal(t, uint64(2), count)
}

func TestParents(t *testing.T) {
	b := newBoard()
	b.setTip(avs.Tip{Number: 5, Hash: common.Hash{5}, Slot: 50, L1Number: 7, Inbox: 4}, 1)
	over := func(digest byte, inbox uint64, invalid bool) {
		h := avs.BatchHeader{Number: 6, Slot: 51, BlockHash: common.Hash{6}, L1Number: 7, Inbox: inbox}
		b.flights[common.Hash{digest}] = &flight{digest: common.Hash{digest}, header: avs.SignedHeader{Header: h}, invalid: invalid}
	}
	over(1, 9, false)
	over(2, 8, false)
	over(3, 7, true)
	got := b.parents(avs.BatchHeader{Number: 6, ParentHash: common.Hash{5}})
	require.Len(t, got, 1)
	require.Equal(t, uint64(4), got[0].inbox)
	got = b.parents(avs.BatchHeader{Number: 7, ParentHash: common.Hash{6}})
	require.Len(t, got, 2, "two batches over one block")
	require.Equal(t, []uint64{8, 9}, []uint64{got[0].inbox, got[1].inbox})
	require.Empty(t, b.parents(avs.BatchHeader{Number: 7, ParentHash: common.Hash{7}}))
}

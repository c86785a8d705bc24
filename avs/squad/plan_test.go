package squad

import (
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// moment is a Unix time in milliseconds at the start of slot 400 of the test's slots, on a full second.
const moment = 1_000_100_000

func testSlots() avs.SlotParams { return avs.DefaultSlotParams(moment - 400*250) }

// as is who a member is when member i leads every slot at rank i.
func as(self int) func(uint64, uint32) bool {
	return func(_ uint64, rank uint32) bool { return int(rank) == self }
}

// ready is a situation in which this operator leads at rank 0 and may build at once.
func ready() situation {
	return situation{
		now: moment, params: testSlots(), leads: as(0),
		base: base{number: 9, hash: common.HexToHash("0x9"), slot: 390, timestamp: moment/1000 - 10, imported: true, since: moment - 10_000},
		work: true, workSince: moment,
	}
}

func TestDecide(t *testing.T) {
	for name, c := range map[string]struct {
		change func(s *situation)
		want   plan
	}{
		"leader with work builds at once": {func(*situation) {}, plan{build: true, slot: 400, timestamp: moment / 1000}},
		"no work":                         {func(s *situation) { s.work = false }, plan{}},
		"stopped":                         {func(s *situation) { s.idle = true }, plan{}},
		"no plan yet: look again":         {func(s *situation) { s.leads = as(-1) }, plan{wake: moment + 250}},
		"base is not executed here":       {func(s *situation) { s.base.imported = false }, plan{}},
		"base is not executed, but may expire": {func(s *situation) { s.base.imported, s.base.expires = false, moment+5 },
			plan{wake: moment + 5}},
		"pipeline is full": {func(s *situation) { s.base.depth, s.base.expires = maxPipeline, moment+700 }, plan{wake: moment + 700}},
		"right after a block of this second the next is one ahead": {func(s *situation) { s.base.timestamp = moment / 1000 },
			plan{build: true, slot: 400, timestamp: moment/1000 + 1}},
		"a second ahead already: wait for it":         {func(s *situation) { s.base.timestamp = moment/1000 + 1 }, plan{wake: moment + 1000}},
		"slot is used by the base: wait for the next": {func(s *situation) { s.base.slot = 400 }, plan{wake: moment + 250}},
		"slot was signed in this run":                 {func(s *situation) { s.signed = position(400, 0) }, plan{wake: moment + 250}},
		"an earlier slot was signed":                  {func(s *situation) { s.signed = position(399, 2) }, plan{build: true, slot: 400, timestamp: moment / 1000}},
		"a later slot was signed":                     {func(s *situation) { s.signed = position(402, 0) }, plan{wake: moment + 250}},
		"another leads: look again at the next slot":  {func(s *situation) { s.leads = as(3) }, plan{wake: moment + 250}},
		"backup waits a step from when work came":     {func(s *situation) { s.leads = as(1); s.workSince = moment - 100 }, plan{wake: moment + 200}},
		"backup waits a step from the base":           {func(s *situation) { s.leads = as(1); s.base.since = moment - 60; s.workSince = 0 }, plan{wake: moment + 240}},
		"backup adds what the last block took":        {func(s *situation) { s.leads = as(1); s.workSince = moment - 300; s.slack = 40 }, plan{wake: moment + 40}},
		"backup's time has come": {func(s *situation) { s.leads = as(1); s.workSince = moment - 300 },
			plan{build: true, slot: 398, rank: 1, timestamp: moment / 1000}},
		"second backup's time has come": {func(s *situation) { s.leads = as(2); s.workSince = moment - 600 },
			plan{build: true, slot: 397, rank: 2, timestamp: moment / 1000}},
		"second backup waits two steps": {func(s *situation) { s.leads = as(2); s.workSince = moment - 300 }, plan{wake: moment + 250}},
		"backup whose slot is used":     {func(s *situation) { s.leads = as(1); s.workSince = 0; s.base.slot = 398 }, plan{wake: moment + 50}},
		"backup that signed a later position": {func(s *situation) { s.leads = as(1); s.workSince = 0; s.signed = position(398, 1) },
			plan{wake: moment + 50}},
		"backup of the span that begins: look again when its rank may": {func(s *situation) {
			s.workSince = 0
			s.leads = func(slot uint64, rank uint32) bool { return slot >= 399 && rank == 1 }
		}, plan{wake: moment + 50}},
		"before genesis of the slots":           {func(s *situation) { s.params.GenesisMillis = moment + 1 }, plan{wake: moment + 251}},
		"first slot can never follow genesis":   {func(s *situation) { s.params.GenesisMillis, s.base.slot = moment, 0 }, plan{wake: moment + 250}},
		"few members, few ranks":                {func(s *situation) { s.params.Ranks, s.leads, s.workSince = 1, as(1), 0 }, plan{wake: moment + 250}},
		"what expires first is looked at first": {func(s *situation) { s.leads, s.base.expires = as(3), moment+7 }, plan{wake: moment + 7}},
	} {
		t.Run(name, func(t *testing.T) {
			s := ready()
			c.change(&s)
			require.Equal(t, c.want, decide(s))
		})
	}
}

// Whatever the situation, a decision obeys the rules that consensus checks, and waiting always ends.
func TestDecideObeysTheRules(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	built := 0
	for range 50_000 {
		p := testSlots()
		s := situation{
			now: moment + rng.Uint64N(5_000), params: p, leads: as(rng.IntN(4)),
			base: base{number: 1, slot: 395 + rng.Uint64N(20), timestamp: moment/1000 - 2 + rng.Uint64N(6), imported: rng.IntN(4) > 0,
				since: moment - 1000 + rng.Uint64N(2000), depth: rng.IntN(5)},
			work: true, workSince: moment - 1000 + rng.Uint64N(2000), slack: rng.Uint64N(500),
		}
		if rng.IntN(2) == 0 {
			s.signed = position(395+rng.Uint64N(20), uint32(rng.IntN(3)))
		}
		d := decide(s)
		if !d.build {
			if s.base.imported && s.base.depth < maxPipeline {
				require.Greater(t, d.wake, s.now, "%+v", s)
			}
			continue
		}
		built++
		require.True(t, s.leads(d.slot, d.rank))
		require.Greater(t, d.slot, s.base.slot)
		require.GreaterOrEqual(t, s.now, p.StartMillis(d.slot, d.rank))
		require.Greater(t, d.timestamp, s.base.timestamp)
		require.LessOrEqual(t, d.timestamp, s.now/1000+avs.BuildTimestampLead)
		require.True(t, s.signed == 0 || position(d.slot, d.rank) > s.signed)
		require.True(t, s.base.imported)
	}
	require.Greater(t, built, 1000)
}

func TestChooseBase(t *testing.T) {
	const now = 100_000
	tip := base{number: 5, hash: common.HexToHash("0x5"), slot: 50, timestamp: 500, l1Number: 9, inbox: 4, imported: true, since: now - 5000}
	wait := patience{foreign: 700, own: 5000, chunk: 400}
	on := func(parent common.Hash, number, slot uint64, hash string) candidate {
		return candidate{
			header: avs.BatchHeader{Slot: slot, Number: number, Timestamp: 500 + number, L1Number: 9, Inbox: 4, ParentHash: parent,
				BlockHash: common.HexToHash(hash)},
			seen: now - 100, imported: true,
		}
	}
	child := on(tip.hash, 6, 51, "0x6")
	grandchild := on(child.header.BlockHash, 7, 52, "0x7")
	with := func(c candidate, change func(*candidate)) candidate {
		change(&c)
		return c
	}
	for name, c := range map[string]struct {
		all     []candidate
		want    string
		depth   int
		expires uint64
	}{
		"nothing in flight":      {nil, "0x5", 0, 0},
		"child":                  {[]candidate{child}, "0x6", 1, now + 600},
		"grandchild":             {[]candidate{grandchild, child}, "0x7", 2, now + 600},
		"orphan":                 {[]candidate{grandchild}, "0x5", 0, 0},
		"stale":                  {[]candidate{with(child, func(c *candidate) { c.seen = now - 700 })}, "0x5", 0, 0},
		"old but own":            {[]candidate{with(child, func(c *candidate) { c.seen, c.own = now-700, true })}, "0x6", 1, now + 4300},
		"own, given up":          {[]candidate{with(child, func(c *candidate) { c.seen, c.own = now-5000, true })}, "0x5", 0, 0},
		"refused":                {[]candidate{with(child, func(c *candidate) { c.refused = true })}, "0x5", 0, 0},
		"an earlier view":        {[]candidate{with(child, func(c *candidate) { c.header.L1Number = 8 })}, "0x5", 0, 0},
		"fewer messages":         {[]candidate{with(child, func(c *candidate) { c.header.Inbox = 3 })}, "0x5", 0, 0},
		"too many messages":      {[]candidate{with(child, func(c *candidate) { c.header.Inbox = 4 + avs.MaxInboxPerBatch + 1 })}, "0x5", 0, 0},
		"many messages":          {[]candidate{with(child, func(c *candidate) { c.header.Inbox = 4 + avs.MaxInboxPerBatch })}, "0x6", 1, now + 600},
		"slot of the parent":     {[]candidate{with(child, func(c *candidate) { c.header.Slot = 50 })}, "0x5", 0, 0},
		"number is not next":     {[]candidate{with(child, func(c *candidate) { c.header.Number = 7 })}, "0x5", 0, 0},
		"timestamp not later":    {[]candidate{with(child, func(c *candidate) { c.header.Timestamp = 500 })}, "0x5", 0, 0},
		"child of a stale one":   {[]candidate{with(child, func(c *candidate) { c.seen = now - 700 }), with(grandchild, func(c *candidate) { c.own = true })}, "0x5", 0, 0},
		"large, so given longer": {[]candidate{with(child, func(c *candidate) { c.header.BodySize = 1_000_000; c.seen = now - 700 })}, "0x6", 1, now + 500},
		"large, and given up":    {[]candidate{with(child, func(c *candidate) { c.header.BodySize = 1_000_000; c.seen = now - 1200 })}, "0x5", 0, 0},
		"its chunks come":        {[]candidate{with(child, func(c *candidate) { c.partial, c.chunkAt = true, now-50 })}, "0x6", 1, now + 350},
		"no chunk came for long": {[]candidate{with(child, func(c *candidate) { c.partial, c.chunkAt = true, now-400 })}, "0x5", 0, 0},
		"chunks that come for too long": {[]candidate{with(child, func(c *candidate) {
			c.partial, c.chunkAt, c.seen, c.header.BodySize = true, now, now-1200, 1_000_000
		})}, "0x5", 0, 0},
		"lower rank first": {[]candidate{with(child, func(c *candidate) { c.header.Rank = 1; c.seen = now - 200 }), on(tip.hash, 6, 53, "0x66")},
			"0x66", 1, now + 600},
		"then the one seen first": {[]candidate{child, with(on(tip.hash, 6, 53, "0x66"), func(c *candidate) { c.seen = now - 200 })},
			"0x66", 1, now + 500},
		"the chain expires with its oldest link": {[]candidate{with(child, func(c *candidate) { c.seen = now - 400 }), grandchild}, "0x7", 2, now + 300},
	} {
		t.Run(name, func(t *testing.T) {
			got := chooseBase(tip, c.all, wait, now)
			require.Equal(t, common.HexToHash(c.want), got.hash)
			require.Equal(t, c.depth, got.depth)
			require.Equal(t, c.expires, got.expires)
		})
	}
}

func TestEarliest(t *testing.T) {
	for _, c := range [][3]uint64{{0, 0, 0}, {0, 5, 5}, {5, 0, 5}, {3, 5, 3}, {5, 3, 3}} {
		require.Equal(t, c[2], earliest(c[0], c[1]))
	}
}

func TestWorkState(t *testing.T) {
	var w workState
	a, b := common.HexToHash("0xa"), common.HexToHash("0xb")
	w.rebase(a, 10)
	require.Equal(t, workState{base: a, since: 10}, w, "a new base is worth a look")
	w.signal(20)
	require.Equal(t, uint64(10), w.since, "work that goes on does not start anew")
	w.empty = true
	w.signal(30)
	require.False(t, w.empty)
	require.Equal(t, uint64(30), w.since)
	w.empty = true
	w.rebase(a, 40)
	require.True(t, w.empty, "the same base has nothing new")
	w.rebase(b, 50)
	require.Equal(t, workState{base: b, since: 50}, w)
}

func TestMessagesAreWork(t *testing.T) {
	w := workState{base: common.HexToHash("0xa"), empty: true}
	w.messages(3, 3, 10)
	require.True(t, w.empty, "the base has taken them")
	w.messages(4, 3, 20)
	require.False(t, w.empty)
	require.Equal(t, uint64(20), w.since)
	w.exhausted(4)
	w.messages(4, 3, 30)
	require.True(t, w.empty, "it put nothing into a block")
	w.messages(5, 3, 40)
	require.False(t, w.empty, "one more may")
	w.exhausted(4)
	w.messages(5, 3, 50)
	require.False(t, w.empty, "the fifth was not read yet")
}

func TestChooseTargets(t *testing.T) {
	id := func(i byte) avs.OperatorID { return avs.OperatorID{i} }
	a, b, c, self := id(1), id(2), id(3), id(9)
	for name, x := range map[string]struct {
		ladders   [][]avs.OperatorID
		reachable []avs.OperatorID
		want      []avs.OperatorID
	}{
		"now and next":                       {[][]avs.OperatorID{{a, b, c}, {b, c, a}}, []avs.OperatorID{a, b, c}, []avs.OperatorID{a, b}},
		"the same leader goes on":            {[][]avs.OperatorID{{a, b, c}, {a, b, c}}, []avs.OperatorID{a, b, c}, []avs.OperatorID{a}},
		"leader is away":                     {[][]avs.OperatorID{{a, b, c}, {a, c, b}}, []avs.OperatorID{b, c}, []avs.OperatorID{b, c}},
		"own slot sends to the next only":    {[][]avs.OperatorID{{self, b, c}, {b, c, a}}, []avs.OperatorID{a, b, c}, []avs.OperatorID{b}},
		"leader is away, this is its backup": {[][]avs.OperatorID{{a, self, c}, {c, a, b}}, []avs.OperatorID{b, c}, []avs.OperatorID{c}},
		"all are away":                       {[][]avs.OperatorID{{a, b, c}, {b, c, a}}, nil, nil},
		"backups too":                        {[][]avs.OperatorID{{a, b, c}, {a, b, c}, {b, c}, {c}}, []avs.OperatorID{a, b, c}, []avs.OperatorID{a, b, c}},
	} {
		t.Run(name, func(t *testing.T) {
			reachable := map[avs.OperatorID]bool{}
			for _, op := range x.reachable {
				reachable[op] = true
			}
			require.Equal(t, x.want, chooseTargets(x.ladders, self, reachable))
		})
	}
}

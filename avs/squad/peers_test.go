package squad

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// Every rule of the acknowledgement topic: what is of a batch in flight is judged by the set of the batch, whichever is in
// force, and forwarded once; the rest says nothing here.
func TestAcknowledgementRules(t *testing.T) {
	s, _ := rules(t)
	s.gate.open()
	h := avs.BatchHeader{Epoch: 2, Slot: 480, Number: 6}
	f := &flight{digest: common.Hash{6}, header: avs.SignedHeader{Header: h}}
	s.board.flights[f.digest] = f
	set := testSet(t, 2, 1, 2, 4)
	ack := func(digest common.Hash, member uint16, by int) []byte {
		d := avs.AckDigest(s.cfg.Domain, digest)
		raw, err := crypto.Sign(d[:], testKey(by))
		require.NoError(t, err)
		a := avs.Ack{Header: digest, Member: member}
		copy(a.Signature[:], raw)
		return a.Encode()
	}
	last := set.Index(avs.OperatorID{5}) // operator 4
	for _, x := range []struct {
		name string
		data []byte
		want avs.Verdict
	}{
		{"no acknowledgement", []byte{1}, avs.Reject},
		{"of a batch that nobody saw", ack(common.Hash{7}, 0, 1), avs.Ignore},
		{"by another member", ack(f.digest, uint16(last), 1), avs.Reject},
		{"by a member of the set before", ack(f.digest, 3, 3), avs.Reject},
		{"by a member that there is not", ack(f.digest, 3, 4), avs.Reject},
		{"by its member", ack(f.digest, uint16(last), 4), avs.Accept},
		{"by its member again", ack(f.digest, uint16(last), 4), avs.Ignore},
		{"by the next", ack(f.digest, 0, 1), avs.Accept},
	} {
		got, _ := s.onAckMessage(context.Background(), avs.OperatorID{9}, x.data)
		require.Equal(t, x.want, got, x.name)
	}
	s.gate.close()
	got, err := s.onAckMessage(context.Background(), avs.OperatorID{9}, ack(f.digest, 1, 2))
	require.Equal(t, avs.Ignore, got)
	require.ErrorIs(t, err, errStopped)
}

// peers answer requests of bodies each in its way.
type peers struct {
	fakeParts
	connected []avs.OperatorID
	answers   map[avs.OperatorID]func(ctx context.Context) ([]byte, error)
	mu        sync.Mutex
	asked     []avs.OperatorID
}

func (p *peers) Peers() []avs.OperatorID { return slices.Clone(p.connected) }

func (p *peers) Request(ctx context.Context, to avs.OperatorID, _ string, _ []byte) ([]byte, error) {
	p.mu.Lock()
	p.asked = append(p.asked, to)
	p.mu.Unlock()
	return p.answers[to](ctx)
}

func TestFetch(t *testing.T) {
	body := []byte("body")
	batch := avs.Batch{Header: avs.SignedHeader{Header: avs.BatchHeader{BodyHash: keccak(body), BodySize: uint32(len(body))}}, Body: body}
	wrong := batch
	wrong.Header.Header.Slot = 1
	give := func(b avs.Batch) func(context.Context) ([]byte, error) {
		return func(context.Context) ([]byte, error) { return b.Encode(), nil }
	}
	empty := func(context.Context) ([]byte, error) { return nil, nil }
	away := func(context.Context) ([]byte, error) { return nil, errors.New("not connected") }
	silent := func(ctx context.Context) ([]byte, error) { <-ctx.Done(); return nil, ctx.Err() }
	type answer = func(context.Context) ([]byte, error)
	self, a, b, c := avs.OperatorID{1}, avs.OperatorID{2}, avs.OperatorID{3}, avs.OperatorID{4}
	for name, x := range map[string]struct {
		of      map[avs.OperatorID]answer
		holders []avs.OperatorID
		gone    avs.OperatorID // is not connected
		want    error
		denied  []avs.OperatorID
		asked   []avs.OperatorID
	}{
		"the first holder has it":       {map[avs.OperatorID]answer{a: give(batch)}, []avs.OperatorID{a, b}, self, nil, nil, []avs.OperatorID{a}},
		"the holder does not give it":   {map[avs.OperatorID]answer{a: empty, b: give(batch)}, []avs.OperatorID{a, b}, self, nil, []avs.OperatorID{a}, []avs.OperatorID{a, b}},
		"the holder is away":            {map[avs.OperatorID]answer{a: away, b: give(batch)}, []avs.OperatorID{a, b}, a, nil, nil, []avs.OperatorID{a, b}},
		"the holder is silent":          {map[avs.OperatorID]answer{a: silent, b: give(batch)}, []avs.OperatorID{a, b}, self, nil, nil, []avs.OperatorID{a, b}},
		"another batch than asked":      {map[avs.OperatorID]answer{a: give(wrong), b: give(batch)}, []avs.OperatorID{a, b}, self, nil, nil, []avs.OperatorID{a, b}},
		"no holder, but another has it": {map[avs.OperatorID]answer{a: empty, b: empty, c: give(batch)}, []avs.OperatorID{b}, self, nil, []avs.OperatorID{b}, []avs.OperatorID{b, a, c}},
		"nobody has it":                 {map[avs.OperatorID]answer{a: empty, b: empty, c: empty}, []avs.OperatorID{self}, self, errNotHeld, nil, []avs.OperatorID{a, b, c}},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := rules(t)
			net := &peers{connected: slices.DeleteFunc([]avs.OperatorID{a, b, c}, func(op avs.OperatorID) bool { return op == x.gone }), answers: x.of}
			s.cfg.Network = net
			var got avs.Batch
			var denied []avs.OperatorID
			err := s.fetch(context.Background(), search{holders: x.holders, denied: func(op avs.OperatorID) { denied = append(denied, op) },
				accept: func(b avs.Batch) error {
					if b.Header.Header.Slot != 0 {
						return errors.New("another slot")
					}
					got = b
					return nil
				}})
			require.ErrorIs(t, err, x.want)
			require.Equal(t, x.denied, denied)
			require.Equal(t, x.asked, net.asked)
			if x.want == nil {
				require.Equal(t, batch, got)
			}
		})
	}
	s, _ := rules(t)
	s.cfg.Network = &peers{connected: []avs.OperatorID{a}, answers: map[avs.OperatorID]answer{a: silent}}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, s.fetch(ctx, search{}), context.Canceled)
}

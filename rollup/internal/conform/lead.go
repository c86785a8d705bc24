package conform

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// lead has the client build, and the embedded driver import.
func lead(t *testing.T, d Driver) {
	ctx := t.Context()
	follower, c := reference(t), d.Open(t, Genesis(), &vault)
	at := head(t, c)
	_, err := c.Build(ctx, request(at))
	require.ErrorIs(t, err, avs.ErrNoWork)
	early, unknown, astray := request(at), request(avs.BlockRef{Hash: common.Hash{1}, Timestamp: at.Timestamp}), request(at)
	early.Timestamp = at.Timestamp
	_, err = c.Build(ctx, early)
	require.ErrorIs(t, err, rollup.ErrTimestamp)
	_, err = c.Build(ctx, unknown)
	require.ErrorIs(t, err, avs.ErrUnknownParent)
	astray.FeeRecipient = common.Address{1}
	_, err = c.Build(ctx, astray)
	require.ErrorIs(t, err, rollup.ErrRecipient)

	accept := func(r avs.BuildRequest) (*types.Block, avs.BlockRef) {
		t.Helper()
		built, err := c.Build(ctx, r)
		require.NoError(t, err)
		require.True(t, c.Has(ctx, built.Ref.Hash), "it is executed already")
		ref, err := follower.Import(ctx, built.Body)
		require.NoError(t, err)
		require.Equal(t, built.Ref, ref)
		b := decode(t, built.Body)
		require.Equal(t, []any{r.Random, r.BeaconRoot, r.FeeRecipient, r.Timestamp}, []any{b.MixDigest(), *b.BeaconRoot(), b.Coinbase(), b.Time()})
		require.Len(t, b.Withdrawals(), len(r.Withdrawals))
		require.NoError(t, c.SetHead(ctx, built.Ref.Hash))
		return b, ref
	}
	r := request(at)
	r.Timestamp++ // some clients have a block for the earlier request already
	r.Withdrawals = deposits(0)
	b, at := accept(r)
	require.Empty(t, b.Transactions(), "a deposit alone is work")

	give(t, c, transfer(0, 0, 5), transfer(0, 1, 50), transfer(1, 0, 20), transfer(2, 0, 10))
	r = request(at)
	r.Withdrawals = deposits(2)
	b, at = accept(r)
	require.Equal(t, hashes(transfer(1, 0, 20), transfer(2, 0, 10), transfer(0, 0, 5), transfer(0, 1, 50)), hashes(b.Transactions()...), "by tip and nonce")
	if d.Picks {
		at = pick(t, c, at, accept)
	} else {
		r = request(at)
		r.First = raw(t, transfer(4, 0, 1))
		_, err = c.Build(ctx, r)
		require.Error(t, err, "it says that it cannot")
		require.NotErrorIs(t, err, avs.ErrNoWork)
	}
	ahead(t, d, c, follower, at)
}

// pick asks for what L1 forces, and what a censor wants.
func pick(t *testing.T, c Client, at avs.BlockRef, accept func(avs.BuildRequest) (*types.Block, avs.BlockRef)) avs.BlockRef {
	gap, forced, again := transfer(3, 1, 1), transfer(4, 0, 1), transfer(5, 0, 1)
	rich := transfer(5, 1, 99)
	give(t, c, again, rich)
	r := request(at)
	r.First = append(raw(t, gap, forced, forced, again), []byte{1, 2})
	b, at := accept(r)
	require.Equal(t, hashes(forced, again, rich), hashes(b.Transactions()...), "a gap and what is no transaction are passed over, nothing is in twice")

	r = request(at)
	r.First = raw(t, gap)
	_, err := c.Build(t.Context(), r)
	require.ErrorIs(t, err, avs.ErrNoWork)

	censored, other := transfer(0, 2, 9), transfer(1, 1, 1)
	give(t, c, censored, other)
	_, victim := account(0)
	r = request(at)
	r.Timestamp++
	r.Without = []common.Address{victim}
	b, at = accept(r)
	require.Equal(t, hashes(other), hashes(b.Transactions()...))
	return at
}

// ahead builds on a block that is imported and not ordered.
func ahead(t *testing.T, d Driver, c Client, leader *rollup.Driver, at avs.BlockRef) {
	r := request(at)
	r.First = raw(t, transfer(6, 0, 1))
	next, err := leader.Build(t.Context(), r)
	require.NoError(t, err)
	_, err = c.Import(t.Context(), next.Body)
	require.NoError(t, err)
	r = request(next.Ref)
	r.Withdrawals = deposits(9)
	_, err = c.Build(t.Context(), r)
	if d.Ahead {
		require.NoError(t, err)
		return
	}
	require.Error(t, err, "it says that it cannot")
	for _, sentinel := range []error{avs.ErrNoWork, avs.ErrUnknownParent, avs.ErrInvalidBlock} {
		require.NotErrorIs(t, err, sentinel)
	}
}

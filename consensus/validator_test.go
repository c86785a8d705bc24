package consensus

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cometbft/cometbft/crypto/secp256k1eth"
	"github.com/cometbft/cometbft/privval"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	"github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

const chain = "votes"

var voteKey, _ = crypto.ToECDSA(crypto.Keccak256([]byte("validator test")))

func openStore(t testing.TB, dir string) *store.DB {
	t.Helper()
	db, err := store.Open(dir)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

func guarded(t testing.TB, db *store.DB) (*validator, *signer.Guard) {
	t.Helper()
	guard, err := signer.Open(signer.Config{Space: db.Sub("guard"), Consensus: voteKey})
	require.NoError(t, err)
	v, err := newValidator(guard, chain)
	require.NoError(t, err)
	return v, guard
}

// at is a moment of the test.
func at(second int64) time.Time { return time.Unix(1_700_000_000+second, 0).UTC() }

func blockID(name string) cmtproto.BlockID {
	if name == "" {
		return cmtproto.BlockID{} // nil
	}
	hash := crypto.Keccak256([]byte(name))
	return cmtproto.BlockID{Hash: hash, PartSetHeader: cmtproto.PartSetHeader{Total: 1, Hash: hash}}
}

func vote(kind cmtproto.SignedMsgType, height int64, round int32, block string, second int64) *cmtproto.Vote {
	return &cmtproto.Vote{Type: kind, Height: height, Round: round, BlockID: blockID(block), Timestamp: at(second)}
}

func prevote(height int64, round int32, block string, second int64) *cmtproto.Vote {
	return vote(cmtproto.PrevoteType, height, round, block, second)
}

func precommit(height int64, round int32, block string, second int64) *cmtproto.Vote {
	return vote(cmtproto.PrecommitType, height, round, block, second)
}

func proposal(height int64, round int32, block string, second int64) *cmtproto.Proposal {
	return &cmtproto.Proposal{Type: cmtproto.ProposalType, Height: height, Round: round, PolRound: -1, BlockID: blockID(block), Timestamp: at(second)}
}

// The signature is the one that CometBFT's own signer makes, bit for bit, and CometBFT verifies it.
func TestVoteAsFilePV(t *testing.T) {
	v, _ := guarded(t, openStore(t, t.TempDir()))
	dir := t.TempDir()
	file := privval.NewFilePV(secp256k1eth.PrivKey(crypto.FromECDSA(voteKey)), filepath.Join(dir, "key"), filepath.Join(dir, "state"))
	key, err := v.GetPubKey()
	require.NoError(t, err)
	require.Equal(t, file.Key.PubKey, key)

	ours, theirs := proposal(1, 0, "a", 0), proposal(1, 0, "a", 0)
	require.NoError(t, v.SignProposal(chain, ours))
	require.NoError(t, file.SignProposal(chain, theirs))
	require.Equal(t, theirs, ours)
	for _, make := range []func() *cmtproto.Vote{
		func() *cmtproto.Vote { return prevote(1, 0, "a", 1) },
		func() *cmtproto.Vote { return precommit(1, 0, "", 2) },
		func() *cmtproto.Vote { return prevote(1, 1, "", 3) },
		func() *cmtproto.Vote { return precommit(2, 0, "b", 4) },
	} {
		ours, theirs := make(), make()
		require.NoError(t, v.SignVote(chain, ours))
		require.NoError(t, file.SignVote(chain, theirs))
		require.Equal(t, theirs.Signature, ours.Signature)
		require.Empty(t, ours.ExtensionSignature, "extensions are not in use")
		require.True(t, key.VerifySignature(types.VoteSignBytes(chain, ours), ours.Signature))
	}
}

func TestVoteRule(t *testing.T) {
	v, _ := guarded(t, openStore(t, t.TempDir()))
	first := prevote(5, 1, "a", 0)
	require.NoError(t, v.SignVote(chain, first))

	again := prevote(5, 1, "a", 9)
	require.NoError(t, v.SignVote(chain, again), "only the time is another")
	require.Equal(t, first, again, "the old signature with the old time")

	for name, c := range map[string]struct {
		vote *cmtproto.Vote
		want error
	}{
		"another block":        {prevote(5, 1, "b", 0), signer.ErrConflict},
		"nil instead":          {prevote(5, 1, "", 0), signer.ErrConflict},
		"lower height":         {prevote(4, 9, "a", 0), signer.ErrBelowWatermark},
		"lower round":          {precommit(5, 0, "a", 0), signer.ErrBelowWatermark},
		"extension":            {&cmtproto.Vote{Type: cmtproto.PrecommitType, Height: 9, BlockID: blockID("a"), Extension: []byte{1}}, signer.ErrStatement},
		"type unknown":         {vote(cmtproto.UnknownType, 9, 0, "a", 0), signer.ErrStatement},
		"height zero":          {prevote(0, 0, "a", 0), signer.ErrStatement},
		"negative round":       {prevote(9, -1, "a", 0), signer.ErrStatement},
		"round beyond the end": {prevote(9, 1<<roundBits, "a", 0), signer.ErrStatement},
		"height beyond":        {prevote(1<<heightBits, 0, "a", 0), signer.ErrStatement},
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorIs(t, v.SignVote(chain, c.vote), c.want)
			require.Empty(t, c.vote.Signature)
		})
	}
	p := proposal(6, 0, "a", 0)
	require.NoError(t, v.SignProposal(chain, p))
	q := proposal(6, 0, "a", 5)
	require.NoError(t, v.SignProposal(chain, q))
	require.Equal(t, p, q)
	require.ErrorIs(t, v.SignProposal(chain, proposal(6, 0, "b", 0)), signer.ErrConflict)
	require.ErrorIs(t, v.SignProposal(chain, proposal(5, 0, "b", 0)), signer.ErrBelowWatermark)
	require.ErrorIs(t, v.SignProposal(chain, proposal(-1, 0, "b", 0)), signer.ErrStatement)
	require.NoError(t, v.SignVote("another chain", prevote(7, 0, "b", 0)))
}

// After a crash the same step comes again, with a later time; another process has the record.
func TestVoteAfterRestart(t *testing.T) {
	dir := t.TempDir()
	db, err := store.Open(dir)
	require.NoError(t, err)
	v, _ := guarded(t, db)
	first := precommit(5, 0, "a", 0)
	require.NoError(t, v.SignVote(chain, first))
	require.NoError(t, db.Close())
	v, _ = guarded(t, openStore(t, dir))
	again := precommit(5, 0, "a", 30)
	require.NoError(t, v.SignVote(chain, again))
	require.Equal(t, first, again)
	require.ErrorIs(t, v.SignVote(chain, precommit(5, 0, "", 30)), signer.ErrConflict)
}

// The history does not grow with the chain, and what is forgotten cannot be signed otherwise.
func TestVotesArePruned(t *testing.T) {
	db := openStore(t, t.TempDir())
	v, _ := guarded(t, db)
	const heights = 3 * pruneEvery
	for h := int64(1); h <= heights; h++ {
		require.NoError(t, v.SignVote(chain, prevote(h, 0, "a", h)))
		require.NoError(t, v.SignVote(chain, precommit(h, 0, "a", h)))
	}
	entries := 0
	require.NoError(t, db.Sub("guard").Iterate(nil, nil, func(_, _ []byte) error { entries++; return nil }))
	require.Less(t, entries, 4*(pruneEvery+keptHeights)+3, "two votes a height, each with its payload")
	for h := int64(1); h <= heights; h++ {
		require.Error(t, v.SignVote(chain, prevote(h, 0, "b", h)))
	}
}

// An upgrade takes the record of earlier releases over, once, and never votes below it.
func TestLastVoteIsAdopted(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "last_vote.json")
	file := privval.NewFilePV(secp256k1eth.PrivKey(crypto.FromECDSA(voteKey)), filepath.Join(dir, "key"), path)
	require.NoError(t, file.SignVote(chain, prevote(7, 2, "a", 0)))

	v, _ := guarded(t, openStore(t, filepath.Join(dir, "db")))
	require.NoError(t, v.prepare(path, 6))
	require.NoFileExists(t, path)
	require.FileExists(t, path+adopted)
	require.NoError(t, v.prepare(path, 6), "the second start finds nothing to take over")
	require.ErrorIs(t, v.SignVote(chain, prevote(7, 2, "b", 0)), signer.ErrBelowWatermark)
	require.ErrorIs(t, v.SignVote(chain, precommit(7, 1, "a", 0)), signer.ErrBelowWatermark)
	require.NoError(t, v.SignVote(chain, precommit(7, 2, "a", 0)))

	require.NoError(t, os.WriteFile(path, []byte(`{"height":"9","round":-3,"step":2}`), 0o600))
	require.ErrorContains(t, v.prepare(path, 8), path)
	require.FileExists(t, path)
}

func TestGuardKnowsTheChain(t *testing.T) {
	none := filepath.Join(t.TempDir(), "last_vote.json")
	v, guard := guarded(t, openStore(t, t.TempDir()))
	require.ErrorIs(t, v.prepare(none, 3), ErrSignState)
	require.NoError(t, guard.Lost(at(0)))
	require.NoError(t, v.prepare(none, 3), "whoever says that the history is lost goes on, and waits")
	require.ErrorIs(t, v.SignVote(chain, prevote(4, 0, "a", 0)), signer.ErrRestored)

	v, _ = guarded(t, openStore(t, t.TempDir()))
	require.NoError(t, v.prepare(none, 0))
	require.NoError(t, v.prepare(none, 3), "it was there at the beginning")
	_, err := newValidator(keyless{}, chain)
	require.ErrorContains(t, err, "consensus key")
}

// keyless is a guard without a key.
type keyless struct{ *signer.Guard }

func (keyless) ConsensusPublicKey() [33]byte { return [33]byte{} }

// BenchmarkVote signs votes of ascending heights on one disk: by the guard (with its pruning), and by CometBFT's own
// signer, in turns, so that both meet the same machine. The ratio is guard to CometBFT's: below 1, the guard is faster.
func BenchmarkVote(b *testing.B) {
	dir := b.TempDir()
	v, _ := guarded(b, openStore(b, filepath.Join(dir, "db")))
	file := privval.NewFilePV(secp256k1eth.PrivKey(crypto.FromECDSA(voteKey)), filepath.Join(dir, "key"), filepath.Join(dir, "state"))
	var spent [2]time.Duration
	height := int64(0)
	for b.Loop() {
		height++
		for i, pv := range []types.PrivValidator{v, file} {
			begin := time.Now()
			if err := pv.SignVote(chain, prevote(height, 0, fmt.Sprint(height), height)); err != nil {
				b.Fatal(err)
			}
			spent[i] += time.Since(begin)
		}
	}
	b.ReportMetric(float64(spent[0].Microseconds())/float64(height), "guard-µs/vote")
	b.ReportMetric(float64(spent[1].Microseconds())/float64(height), "filepv-µs/vote")
	b.ReportMetric(float64(spent[0])/float64(spent[1]), "guard/filepv")
}

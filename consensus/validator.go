package consensus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	cmtcrypto "github.com/cometbft/cometbft/crypto"
	"github.com/cometbft/cometbft/crypto/secp256k1eth"
	cmtjson "github.com/cometbft/cometbft/libs/json"
	"github.com/cometbft/cometbft/libs/protoio"
	"github.com/cometbft/cometbft/privval"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	"github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/signer"
)

// GuardDomain is the signing guard's domain of CometBFT's votes and proposals; scope: GuardScope; position:
// GuardPosition. The digest is the Keccak-256 hash of CometBFT's sign-bytes, which are the payload.
const GuardDomain = "comet"

// Guard is the guarded consensus key, here or in another process.
type Guard interface {
	ConsensusPublicKey() [33]byte
	ECDSA(ctx context.Context, s signer.Statement) ([65]byte, error)
	Watermark(ctx context.Context, s signer.Stream) (uint64, error)
	Raise(ctx context.Context, kind signer.Kind, domain string, scope [32]byte, position uint64) error
	Prune(ctx context.Context, kind signer.Kind, domain string, scope [32]byte, position uint64) error
	Restored(ctx context.Context) (signer.Restoration, error)
}

// GuardScope is the scope of a chain's votes.
func GuardScope(chainID string) [32]byte { return crypto.Keccak256Hash([]byte(chainID)) }

// step is what is signed in a round; later steps have higher numbers.
type step uint64

const (
	stepPropose step = 1 + iota
	stepPrevote
	stepPrecommit
)

// A position is a height, a round and a step in one number. A round takes as long as its number times the growth of the
// timeouts, so a height never comes near the last one.
const (
	stepBits   = 2
	roundBits  = 22
	heightBits = 64 - roundBits - stepBits
)

// GuardPosition is the position of the first thing that can be signed at a height.
func GuardPosition(height uint64) uint64 { return height << (roundBits + stepBits) }

func position(height int64, round int32, s step) (uint64, error) {
	if height <= 0 || height >= 1<<heightBits || round < 0 || round >= 1<<roundBits {
		return 0, fmt.Errorf("height %d round %d: %w", height, round, signer.ErrStatement)
	}
	return GuardPosition(uint64(height)) | uint64(round)<<stepBits | uint64(s), nil
}

// signTimeout bounds what a vote waits for a signer in another process: a vote that comes later is of no use.
const signTimeout = time.Second

// Records of votes are pruned every so many heights, down to the newest few: they serve a replay after a crash.
const (
	pruneEvery  = 64
	keptHeights = 4
)

// validator signs CometBFT's votes and proposals through the guard. CometBFT calls it from one goroutine.
type validator struct {
	guard  Guard
	key    secp256k1eth.PubKey
	scope  [32]byte
	pruned int64
}

func newValidator(guard Guard, chainID string) (*validator, error) {
	public := guard.ConsensusPublicKey()
	key, err := secp256k1eth.NewPubKeyFromBytes(public[:])
	if err != nil {
		return nil, fmt.Errorf("consensus key: %w", err)
	}
	return &validator{guard: guard, key: key, scope: GuardScope(chainID)}, nil
}

// GetPubKey implements types.PrivValidator.
func (v *validator) GetPubKey() (cmtcrypto.PubKey, error) { return v.key, nil }

// SignVote implements types.PrivValidator. Vote extensions are not in use: one is refused.
func (v *validator) SignVote(chainID string, vote *cmtproto.Vote) error {
	s := stepPrevote
	switch vote.Type {
	case cmtproto.PrevoteType:
	case cmtproto.PrecommitType:
		s = stepPrecommit
	default:
		return fmt.Errorf("sign vote of type %v: %w", vote.Type, signer.ErrStatement)
	}
	if len(vote.Extension) > 0 {
		return fmt.Errorf("sign vote with an extension: %w", signer.ErrStatement)
	}
	at, err := position(vote.Height, vote.Round, s)
	if err != nil {
		return fmt.Errorf("sign vote: %w", err)
	}
	signature, signed, err := v.sign(at, types.VoteSignBytes(chainID, vote), sameVote)
	if err != nil {
		return fmt.Errorf("sign vote: %w", err)
	}
	if signed != nil {
		vote.Timestamp = *signed
	}
	vote.Signature = signature
	v.prune(vote.Height)
	return nil
}

// SignProposal implements types.PrivValidator.
func (v *validator) SignProposal(chainID string, proposal *cmtproto.Proposal) error {
	at, err := position(proposal.Height, proposal.Round, stepPropose)
	if err != nil {
		return fmt.Errorf("sign proposal: %w", err)
	}
	signature, signed, err := v.sign(at, types.ProposalSignBytes(chainID, proposal), sameProposal)
	if err != nil {
		return fmt.Errorf("sign proposal: %w", err)
	}
	if signed != nil {
		proposal.Timestamp = *signed
	}
	proposal.Signature = signature
	return nil
}

// sign asks the guard. CometBFT, when it comes back from a crash before its own record was written, signs the step again
// with the time of now: then the signature of before is the answer, with the time that it was made for.
func (v *validator) sign(at uint64, signBytes []byte, same func(old, now []byte) (time.Time, bool)) ([]byte, *time.Time, error) {
	ctx, cancel := context.WithTimeout(context.Background(), signTimeout)
	defer cancel()
	statement := signer.Statement{Domain: GuardDomain, Scope: v.scope, Position: at,
		Digest: crypto.Keccak256Hash(signBytes), Payload: string(signBytes)}
	signature, err := v.guard.ECDSA(ctx, statement)
	if broken(err) {
		panic(fmt.Errorf("signing guard: %w", err)) // CometBFT ends consensus then, and Failed tells it: see watch
	}
	var conflict *signer.ConflictError
	if err == nil || !errors.As(err, &conflict) || conflict.Payload == "" {
		return signature[:], nil, err
	}
	signed, ok := same([]byte(conflict.Payload), signBytes)
	if !ok {
		return nil, nil, err
	}
	statement.Digest, statement.Payload = conflict.Signed, conflict.Payload
	if signature, err = v.guard.ECDSA(ctx, statement); err != nil {
		return nil, nil, err
	}
	return signature[:], &signed, nil
}

// broken reports an error of a guard that cannot keep its record any more: neither a refusal nor one that may go away.
func broken(err error) bool {
	for _, known := range []error{signer.ErrConflict, signer.ErrBelowWatermark, signer.ErrStatement, signer.ErrNoKey, signer.ErrRestored,
		signer.ErrUnavailable, context.DeadlineExceeded} {
		if errors.Is(err, known) {
			return false
		}
	}
	return err != nil
}

// sameVote reports whether two votes differ in their time alone, and the time of the first.
func sameVote(old, now []byte) (time.Time, bool) {
	var a, b cmtproto.CanonicalVote
	if protoio.UnmarshalDelimited(old, &a) != nil || protoio.UnmarshalDelimited(now, &b) != nil {
		return time.Time{}, false
	}
	b.Timestamp = a.Timestamp
	again, err := protoio.MarshalDelimited(&b)
	return a.Timestamp, err == nil && bytes.Equal(again, old)
}

// sameProposal is sameVote for proposals.
func sameProposal(old, now []byte) (time.Time, bool) {
	var a, b cmtproto.CanonicalProposal
	if protoio.UnmarshalDelimited(old, &a) != nil || protoio.UnmarshalDelimited(now, &b) != nil {
		return time.Time{}, false
	}
	b.Timestamp = a.Timestamp
	again, err := protoio.MarshalDelimited(&b)
	return a.Timestamp, err == nil && bytes.Equal(again, old)
}

// prune forgets old records. What it cannot do now it does another time.
func (v *validator) prune(height int64) {
	if height < v.pruned+pruneEvery {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), signTimeout)
	defer cancel()
	below := GuardPosition(uint64(max(height-keptHeights, 0)))
	if v.guard.Prune(ctx, signer.KeyConsensus, GuardDomain, v.scope, below) == nil {
		v.pruned = height
	}
}

// prepare makes sure, before the first vote, that the guard knows what was voted before: it takes over the record that
// earlier releases kept in a file of their own, and refuses a chain with blocks of which it knows nothing.
func (v *validator) prepare(file string, height uint64) error {
	ctx, cancel := context.WithTimeout(context.Background(), prepareTimeout)
	defer cancel()
	data, err := os.ReadFile(file)
	switch {
	case err == nil:
		return v.adopt(ctx, data, file)
	case !errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("read last vote: %w", err)
	}
	low, err := v.guard.Watermark(ctx, signer.Stream{Key: signer.KeyConsensus, Domain: GuardDomain, Scope: v.scope})
	if err != nil {
		return err
	}
	restored, err := v.guard.Restored(ctx)
	if err != nil {
		return err
	}
	if low == 0 && height > 0 && !restored.Active() {
		return fmt.Errorf("%w at block %d: import it with trident signer import, or with --lost if there is no backup", ErrSignState, height)
	}
	// The mark that the guard has been with this chain from its beginning.
	return v.guard.Raise(ctx, signer.KeyConsensus, GuardDomain, v.scope, GuardPosition(1))
}

const prepareTimeout = 10 * time.Second

// adopted is added to the name of an old record when the guard has taken it over.
const adopted = ".adopted"

// adopt raises the floor above an old record's last vote, which is left to be found under another name: a release that
// knows no guard must not take it for the newest.
func (v *validator) adopt(ctx context.Context, data []byte, file string) error {
	var last privval.FilePVLastSignState
	if err := cmtjson.Unmarshal(data, &last); err != nil {
		return fmt.Errorf("read last vote %s: %w", file, err)
	}
	floor := GuardPosition(1)
	if last.Height > 0 {
		at, err := position(last.Height, last.Round, step(last.Step))
		if err != nil {
			return fmt.Errorf("read last vote %s: %w", file, err)
		}
		floor = at + 1
	}
	if err := v.guard.Raise(ctx, signer.KeyConsensus, GuardDomain, v.scope, floor); err != nil {
		return fmt.Errorf("take over last vote: %w", err)
	}
	if err := os.Rename(file, file+adopted); err != nil {
		return fmt.Errorf("take over last vote: %w", err)
	}
	return nil
}

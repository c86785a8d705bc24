package follow

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
)

// Names of the stacks.
const (
	plain   = "plain"   // an EVM chain by Ethereum's rules
	opstack = "opstack" // OP Stack, and what derives from it
	orbit   = "orbit"   // Arbitrum Nitro: One, Nova and Orbit chains
	cdk     = "cdk"     // Polygon CDK
	zkstack = "zkstack" // ZKsync Era and other ZK Stack chains
)

// ErrStack is the sentinel of a stack that there is no adapter for.
var ErrStack = errors.New("stack of the followed rollup is not known")

// A stack is what one kind of rollup has of its own. The rest is common to all.
type stack struct {
	max avs.Level
	why string // it goes no further
	// hashed: the block hash is keccak256 of the header's RLP, so that one answer of a node can be checked alone.
	hashed bool
	// batched: the root that L1 gets is that of a batch of blocks, and stands in another answer.
	batched bool
	// header is what one answer has to fulfil beside its hash; may be nil.
	header func(*answer) error
	// prover is the account whose proof shows that the node holds the state of the header's root.
	prover func(*types.Header) common.Address
	// proved says whether the output root takes a proof at every level.
	proved func(*types.Header) bool
	// body is what the withdrawals have to fulfil.
	body func(*answer) error
	// output is the output root; storage is the storage root of the prover's account where a proof was asked for.
	output func(a *answer, storage *common.Hash) (common.Hash, error)
}

func noProof(*types.Header) bool { return false }

func noOutput(*answer, *common.Hash) (common.Hash, error) { return common.Hash{}, nil }

func feeRecipient(h *types.Header) common.Address { return h.Coinbase }

func fixed(a common.Address) func(*types.Header) common.Address {
	return func(*types.Header) common.Address { return a }
}

// Accounts of stacks: the contract whose storage root is in the output root, and the one that holds the state of ArbOS.
var (
	messagePasser = common.HexToAddress("0x4200000000000000000000000000000000000016")
	arbosState    = common.HexToAddress("0xa4b05fffffffffffffffffffffffffffffffffff")
)

var stacks = map[string]stack{
	plain: {
		max: avs.LevelExecution, why: "needs the chain configuration, and a node that answers debug_executionWitness",
		hashed: true, prover: feeRecipient, proved: noProof, body: (*answer).checkWithdrawals, output: noOutput,
	},
	opstack: {
		max: avs.LevelCommitments, why: "execution needs op-geth's rules (deposits, L1 fees), which this program does not have",
		hashed: true, prover: fixed(messagePasser), proved: beforeIsthmus, body: checkNoWithdrawals, output: opOutput,
	},
	orbit: {
		max: avs.LevelCommitments, why: "execution needs Nitro's rules (ArbOS, Stylus), which this program does not have",
		hashed: true, header: checkOrbit, prover: fixed(arbosState), proved: noProof, body: (*answer).checkWithdrawals, output: orbitOutput,
	},
	cdk: {
		max: avs.LevelCommitments, why: "needs a node with a Merkle Patricia state; cdk-erigon's is a Poseidon tree, whose account proofs " +
			"cannot be checked here: such chains are followed at level 0",
		prover: feeRecipient, proved: noProof, body: (*answer).checkWithdrawals, output: noOutput,
	},
	zkstack: {
		max: avs.LevelAgreement, why: "the block hash covers neither state nor transactions' contents, and the state tree is another: nothing can be recomputed",
		batched: true, prover: feeRecipient, proved: noProof, body: (*answer).checkWithdrawals, output: noOutput,
	},
}

// Stacks are the names of the stacks that can be followed.
func Stacks() []string { return []string{plain, opstack, orbit, cdk, zkstack} }

// MaxLevel is the highest level at which a stack can be followed, and in words what it takes or why it is not more.
func MaxLevel(name string) (avs.Level, string, error) {
	s, ok := stacks[name]
	if !ok {
		return 0, "", fmt.Errorf("%w: %q; there are %v", ErrStack, name, Stacks())
	}
	return s.max, s.why, nil
}

// checkOne says whether one answer holds by itself, as far as the stack and level allow.
func (s stack) checkOne(a *answer, level avs.Level) error {
	if s.hashed || level >= avs.LevelCommitments {
		if err := a.checkHash(); err != nil {
			return err
		}
	}
	if s.header != nil {
		return s.header(a)
	}
	return nil
}

// beforeIsthmus: from Isthmus on the header has the storage root of the message passer in place of the withdrawals
// root. The fork brings Prague's requests hash with it, which tells it from a root of no withdrawals.
func beforeIsthmus(h *types.Header) bool { return h.RequestsHash == nil || h.WithdrawalsHash == nil }

// checkNoWithdrawals: blocks of the OP Stack never have any. Between Canyon and Isthmus the root says so.
func checkNoWithdrawals(a *answer) error {
	if len(a.withdrawals) > 0 {
		return faultf(common.Hash{}, a.hash, "withdrawals in a block of the OP Stack")
	}
	if root := a.header.WithdrawalsHash; root != nil && beforeIsthmus(a.header) && *root != types.EmptyWithdrawalsHash {
		return faultf(types.EmptyWithdrawalsHash, *root, "withdrawals do not give the withdrawals root")
	}
	return nil
}

var errNoProof = errors.New("output root needs an account proof")

// opOutput is the output root of version 0 (OP Stack specification, "L2 Output Commitment Construction").
func opOutput(a *answer, storage *common.Hash) (common.Hash, error) {
	passer := a.header.WithdrawalsHash
	switch {
	case beforeIsthmus(a.header) && storage == nil:
		return common.Hash{}, errNoProof
	case beforeIsthmus(a.header):
		passer = storage
	case storage != nil && *storage != *passer:
		return common.Hash{}, faultf(*storage, *passer, "storage root of the message passer is not the header's")
	}
	return opOutputRoot(a.header.Root, *passer, a.hash), nil
}

func opOutputRoot(state, passer, block common.Hash) common.Hash {
	return crypto.Keccak256Hash(make([]byte, 32), state[:], passer[:], block[:])
}

var errClassic = errors.New("block is from before Nitro")

// checkOrbit compares what Nitro shows with where its header has it: extra data is the send root; the mix hash holds
// send count, L1 block number and ArbOS version, eight bytes each (Nitro, types.HeaderInfo).
func checkOrbit(a *answer) error {
	h := a.header
	if h.BaseFee == nil || len(h.Extra) != common.HashLength {
		return fmt.Errorf("block %d: %w, and has no send root", a.number(), errClassic)
	}
	if shown := a.orbit.SendRoot; shown != nil && *shown != common.Hash(h.Extra) {
		return faultf(common.Hash(h.Extra), *shown, "sendRoot is not that of the header")
	}
	for _, c := range []struct {
		at     int
		shown  *uint64
		reason string
	}{
		{0, (*uint64)(a.orbit.SendCount), "sendCount is not that of the header"},
		{8, (*uint64)(a.orbit.L1BlockNumber), "l1BlockNumber is not that of the header"},
	} {
		if got := binary.BigEndian.Uint64(h.MixDigest[c.at:]); c.shown != nil && *c.shown != got {
			return faultf(numberWord(got), numberWord(*c.shown), c.reason)
		}
	}
	return nil
}

func orbitOutput(a *answer, _ *common.Hash) (common.Hash, error) {
	return common.BytesToHash(a.header.Extra), nil
}

// numberWord puts a number where a mismatch wants a hash.
func numberWord(n uint64) (w common.Hash) {
	binary.BigEndian.PutUint64(w[24:], n)
	return w
}

// compare says how another source's answer differs from ours, if it does. Both passed checkOne.
func (s stack) compare(ours, theirs sighting) error {
	a, b := ours.block, theirs.block
	for _, c := range []struct {
		ours, theirs common.Hash
		reason       string
	}{
		{a.Hash, b.Hash, "block hashes differ"},
		{a.Parent, b.Parent, "parent hashes differ under one block hash"},
		{a.StateRoot, b.StateRoot, "state roots differ under one block hash"},
		{numberWord(a.Timestamp), numberWord(b.Timestamp), "timestamps differ under one block hash"},
	} {
		if c.ours != c.theirs {
			return faultf(c.ours, c.theirs, c.reason)
		}
	}
	if s.batched && a.OutputRoot != b.OutputRoot {
		return faultf(a.OutputRoot, b.OutputRoot, "roots of the L1 batch differ")
	}
	return nil
}

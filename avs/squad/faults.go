package squad

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// ErrFault is the sentinel of a fault that there is not.
var ErrFault = errors.New("no such fault")

// Faults are what an operator of a local network does wrong on purpose, so that people and tests see what the others make
// of it. The zero value is an honest operator.
type Faults struct {
	// WithholdBodies keeps the bodies of own batches back, in turns of a slot in the two ways that cost most. In even slots
	// nobody gets the body: nobody acknowledges, and the slot is lost until a stand-in takes it. In odd slots just as many
	// members get it as a proof needs: the batch is ordered, and all others have to find it at those few, since this
	// operator serves nothing.
	WithholdBodies bool
	// Equivocate signs a second batch for every own slot and gives it to one half of the members first, the other in the next slot, so that the
	// acknowledgements are split. It needs Config.Unguarded.
	Equivocate bool
	// Censor leaves out the transactions of these senders, and acknowledges no batch that has one, as far as L1 does not
	// force it: a batch without a message that is due is void.
	Censor []common.Address
	// InvalidBlocks builds blocks whose state root is wrong, under headers that are right.
	InvalidBlocks bool
	// Mute leads nothing.
	Mute bool
}

// FaultKinds are the words for ParseFaults.
var FaultKinds = []string{"withhold_bodies", "equivocate", "censor:0xADDRESS", "invalid_blocks", "mute"}

const censorWord = "censor:"

// ParseFaults reads the words of a configuration.
func ParseFaults(words []string) (Faults, error) {
	var f Faults
	for _, word := range words {
		switch {
		case word == "withhold_bodies":
			f.WithholdBodies = true
		case word == "equivocate":
			f.Equivocate = true
		case word == "invalid_blocks":
			f.InvalidBlocks = true
		case word == "mute":
			f.Mute = true
		case strings.HasPrefix(word, censorWord):
			address := strings.TrimPrefix(word, censorWord)
			if !common.IsHexAddress(address) {
				return Faults{}, fmt.Errorf("%w: %q: %q is no address, want 0x and 40 hex digits", ErrFault, word, address)
			}
			f.Censor = append(f.Censor, common.HexToAddress(address))
		default:
			return Faults{}, fmt.Errorf("%w: %q; there are %s", ErrFault, word, strings.Join(FaultKinds, ", "))
		}
	}
	return f, nil
}

// Words are what ParseFaults reads.
func (f Faults) Words() []string {
	var out []string
	for _, k := range []struct {
		set  bool
		word string
	}{{f.WithholdBodies, "withhold_bodies"}, {f.Equivocate, "equivocate"}, {f.InvalidBlocks, "invalid_blocks"}, {f.Mute, "mute"}} {
		if k.set {
			out = append(out, k.word)
		}
	}
	for _, a := range f.Censor {
		out = append(out, censorWord+a.Hex())
	}
	return out
}

// spoiled is a built block as a leader gives it out: another state root, under the hash that it then has, if invalid
// blocks are the fault.
func (s *Service) spoiled(built avs.BuiltBlock) avs.BuiltBlock {
	if !s.cfg.Faults.InvalidBlocks {
		return built
	}
	spoilt, err := changed(built, func(h *types.Header) { h.Root = crypto.Keccak256Hash(h.Root[:]) })
	if err != nil {
		s.log.Error("spoil block on purpose", "error", err)
		return built
	}
	return spoilt
}

// changed is a block with another header.
func changed(built avs.BuiltBlock, change func(h *types.Header)) (avs.BuiltBlock, error) {
	var block types.Block
	if err := rlp.DecodeBytes(built.Body, &block); err != nil {
		return built, fmt.Errorf("decode block: %w", err)
	}
	h := block.Header()
	change(h)
	block = *block.WithSeal(h)
	body, err := rlp.EncodeToBytes(&block)
	if err != nil {
		return built, fmt.Errorf("encode block: %w", err)
	}
	built.Body, built.Ref.Hash, built.Ref.StateRoot, built.Ref.Timestamp = body, block.Hash(), h.Root, h.Time
	return built, nil
}

// equivocate gives half of the members a second batch for the slot of one that this operator has signed.
func (s *Service) equivocate(ctx context.Context, on base, p plan, set *avs.OperatorSet, batch avs.Batch) {
	if !s.cfg.Faults.Equivocate {
		return
	}
	second, err := s.second(ctx, on, p, batch)
	if err != nil {
		s.log.Error("equivocate on purpose", "error", err)
		return
	}
	data := s.pushMessage(second, second.Header.Header.Digest(s.cfg.Domain))
	for i, peer := range s.members(set) {
		if (uint64(i)+batch.Header.Header.Slot)%2 == 0 { // in time everybody sees both of a pair
			s.tasks.Go(func() { _, _ = s.request(ctx, peer, s.names.push, data) }) // who does not answer is spared
		}
	}
	s.log.Warn("equivocated on purpose", "slot", batch.Header.Header.Slot, "first", batch.Header.Header.Digest(s.cfg.Domain),
		"second", second.Header.Header.Digest(s.cfg.Domain))
}

// second is a valid batch for the slot and rank of another: on the same parent, a second later.
func (s *Service) second(ctx context.Context, on base, p plan, first avs.Batch) (avs.Batch, error) {
	p.timestamp++
	in, built, err := s.assemble(ctx, on, p)
	if err != nil {
		return avs.Batch{}, err
	}
	h := first.Header.Header
	h.Timestamp, h.L1Number, h.Inbox, h.BlockHash = built.Ref.Timestamp, in.l1Number, in.inbox, built.Ref.Hash
	h.BodyHash, h.BodySize = avs.BodyHash(built.Body), uint32(len(built.Body))
	signature, err := s.cfg.Unguarded(h.Digest(s.cfg.Domain))
	return avs.Batch{Header: avs.SignedHeader{Header: h, Signature: signature}, Body: built.Body}, err
}

// members are the connected members of a set.
func (s *Service) members(set *avs.OperatorSet) []avs.OperatorID {
	out := slices.DeleteFunc(s.cfg.Network.Peers(), func(op avs.OperatorID) bool { return set.Index(op) < 0 })
	slices.SortFunc(out, func(a, b avs.OperatorID) int { return a.Cmp(b) })
	return out
}

// withholds sends an own batch only to those who must have it, if bodies are withheld; true when it was dealt with.
func (s *Service) withholds(ctx context.Context, set *avs.OperatorSet, batch avs.Batch) bool {
	if !s.cfg.Faults.WithholdBodies {
		return false
	}
	slot := batch.Header.Header.Slot
	few := s.givenTo(set, slot)
	digest := batch.Header.Header.Digest(s.cfg.Domain)
	data := s.pushMessage(batch, digest)
	for _, peer := range few {
		s.tasks.Go(func() { s.pushTo(ctx, peer, data, digest) })
	}
	s.log.Warn("body withheld on purpose", "slot", slot, "given_to", len(few))
	return true
}

// givenTo are the members that get a body that is withheld from the others: in every other slot nobody.
func (s *Service) givenTo(set *avs.OperatorSet, slot uint64) []avs.OperatorID {
	if slot%2 == 0 {
		return nil
	}
	return s.justEnough(set, slot)
}

// justEnough are the connected members whose acknowledgements make a proof together with the own one, no
// more; others in every other slot.
func (s *Service) justEnough(set *avs.OperatorSet, slot uint64) []avs.OperatorID {
	signers := avs.NewBitmap(set.Len())
	if self := set.Index(s.cfg.Self); self >= 0 {
		signers = signers.With(self)
	}
	members := s.members(set)
	if n := uint64(len(members)); n > 0 {
		first := slot / 2 % n
		members = slices.Concat(members[first:], members[:first])
	}
	var few []avs.OperatorID
	for _, op := range members {
		if set.Available(set.WeightOf(signers)) {
			break
		}
		few, signers = append(few, op), signers.With(set.Index(op))
	}
	return few
}

// hides reports whether a stored batch is not served to peers.
func (s *Service) hides(data []byte) bool {
	if !s.cfg.Faults.WithholdBodies || len(data) == 0 {
		return false
	}
	batch, err := avs.DecodeBatch(data)
	return err == nil && s.signedHere(batch.Header)
}

// hidesChunks reports whether a peer gets no chunk of a batch. Who was given the first pulls the others.
func (s *Service) hidesChunks(to avs.OperatorID, h avs.SignedHeader) bool {
	if !s.cfg.Faults.WithholdBodies || !s.signedHere(h) {
		return false
	}
	turn := s.schedules.at(h.Header.Slot)
	return turn == nil || !slices.Contains(s.givenTo(turn.set, h.Header.Slot), to)
}

func (s *Service) signedHere(h avs.SignedHeader) bool {
	by, err := h.Signer(s.cfg.Domain)
	return err == nil && by == s.cfg.Guard.ConsensusAddress()
}

// censors reports whether a batch has a transaction of a censored sender.
func (s *Service) censors(digest common.Hash) bool {
	if len(s.cfg.Faults.Censor) == 0 {
		return false
	}
	batch, found, err := s.bodies.get(digest)
	var block types.Block
	if err != nil || !found || rlp.DecodeBytes(batch.Body, &block) != nil {
		return false
	}
	forced := s.lastForced(batch.Header.Header.Inbox)
	for _, tx := range block.Transactions() {
		if from, censored := s.cfg.Faults.censors(tx); censored && !forced[tx.Hash()] {
			s.log.Warn("batch not acknowledged on purpose: it has a transaction of a censored sender", "digest", digest, "sender", from)
			return true
		}
	}
	return false
}

// censors reports whether a transaction is of a censored sender.
func (f Faults) censors(tx *types.Transaction) (from common.Address, censored bool) {
	from, err := types.Sender(types.LatestSignerForChainID(tx.ChainId()), tx)
	return from, err == nil && slices.Contains(f.Censor, from)
}

// uncensored are the transactions that are of no censored sender.
func (s *Service) uncensored(raw [][]byte) [][]byte {
	if len(s.cfg.Faults.Censor) == 0 {
		return raw
	}
	return slices.DeleteFunc(slices.Clone(raw), func(data []byte) bool {
		tx := new(types.Transaction)
		if tx.UnmarshalBinary(data) != nil {
			return false
		}
		_, censored := s.cfg.Faults.censors(tx)
		return censored
	})
}

// lastForced are the forced transactions among the messages that a batch may have been the one to take, by how many were
// taken with it.
func (s *Service) lastForced(taken uint64) map[common.Hash]bool {
	forced := map[common.Hash]bool{}
	messages, err := s.messages(taken-min(taken, avs.MaxInboxPerBatch), taken)
	if err != nil {
		s.log.Warn("read messages that L1 forces", "taken", taken, "error", err)
	}
	_, raw := carried(messages, s.cfg.Rollup.GasLimit)
	for _, data := range raw {
		tx := new(types.Transaction)
		if tx.UnmarshalBinary(data) == nil {
			forced[tx.Hash()] = true
		}
	}
	return forced
}

// reportDouble hands on that a leader signed two batches for one slot and rank; it is persisted then.
func (s *Service) reportDouble(first, second avs.SignedHeader) {
	proof := avs.DoubleHeader{First: first, Second: second}
	if _, err := proof.Verify(s.cfg.Domain); err != nil {
		s.log.Error("prove two batches for one slot", "slot", second.Header.Slot, "error", err)
		return
	}
	if s.cfg.Evidence == nil {
		return
	}
	if err := s.cfg.Evidence.Report(context.Background(), avs.Evidence{Headers: &proof}); err != nil {
		s.log.Error("report two batches for one slot", "slot", second.Header.Slot, "error", err)
	}
}

// compareOrdered reports a leader whose ordered batch is another than the one that this operator saw for the slot: each
// half of the network may have been shown one of the two.
func (s *Service) compareOrdered(ordered avs.OrderedBatch, digest common.Hash) {
	h := ordered.Header.Header
	key := slotRank{h.Epoch, h.Slot, h.Rank}
	s.board.mu.Lock()
	seen, known := s.board.first[key]
	reported := s.board.doubled[key]
	if known && seen != digest {
		s.board.doubled[key] = true
	}
	s.board.mu.Unlock()
	if !known || seen == digest || reported {
		return
	}
	other, found, err := s.bodies.get(seen)
	if err != nil || !found {
		s.log.Warn("leader signed two batches for one slot, of which one is not kept here", "slot", h.Slot, "rank", h.Rank, "error", err)
		return
	}
	s.fault(s.author(ordered.Header), FaultEquivocation, h.Slot)
	s.log.Warn("leader signed two batches for one slot", "slot", h.Slot, "rank", h.Rank, "ordered", digest, "other", seen)
	s.counters.equivocation()
	s.reportDouble(other.Header, ordered.Header)
}

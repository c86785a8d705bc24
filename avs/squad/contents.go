package squad

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/trident-network/trident/avs"
)

// Why the contents of a block are not what they must be, or cannot be judged. The first two are told of the leader.
var (
	// errForcedLeftOut is a fault: the block does without a transaction that L1 forces into it.
	errForcedLeftOut = errors.New("a forced transaction is left out")
	// errCensored is a fault: the block does without a listed transaction that it could have held.
	errCensored = errors.New("a listed transaction is left out")
	// errUnknownInput is nobody's fault: the view, the plan or the messages are not known here yet. It is asked again.
	errUnknownInput = errors.New("what the block stands on is not known yet")
	// errNoJudge is nobody's fault: this operator's execution client cannot tell whether what was left out could go in.
	errNoJudge = errors.New("execution client cannot judge what was left out")
)

// contents are what a block carries besides the transactions of users. They follow from its slot and from the L1Number and
// Inbox of its header and its parent's, so that leaders and members derive the same.
type contents struct {
	random      common.Hash
	settled     bool // random stands
	beaconRoot  common.Hash
	withdrawals []*types.Withdrawal
	forced      [][]byte // lead the block, in order, each unless it cannot be applied
}

// contentsOf derives the contents of a block of a slot that stands on an L1 view and takes messages from an index up to, not
// including, another. errUnknownInput if something is not known here yet.
func (s *Service) contentsOf(slot, l1Number, from, to uint64) (c contents, err error) {
	var known bool
	if c.random, c.settled, known = s.schedules.random(slot); !known {
		return c, fmt.Errorf("%w: plan of slot %d", errUnknownInput, slot)
	}
	if c.beaconRoot, known, err = s.viewHash(l1Number); err != nil {
		return c, err
	} else if !known {
		return c, fmt.Errorf("%w: l1 view %d", errUnknownInput, l1Number)
	}
	messages, err := s.messages(from, to)
	if errors.Is(err, avs.ErrInboxUnread) {
		return c, fmt.Errorf("%w: %w", errUnknownInput, err)
	}
	if err != nil {
		return c, fmt.Errorf("read inbox: %w", err)
	}
	c.withdrawals, c.forced = carried(messages, s.cfg.Rollup.GasLimit)
	return c, nil
}

// viewHash is the hash of the L1 block of an ordered view; the newest is at hand.
func (s *Service) viewHash(number uint64) (common.Hash, bool, error) {
	if in := s.inputs.Load(); in != nil && in.L1Number == number {
		return in.L1Hash, true, nil
	}
	hash, known, err := s.cfg.Sequencing.ViewHash(number)
	if err != nil {
		return hash, false, fmt.Errorf("read l1 view %d: %w", number, err)
	}
	return hash, known, nil
}

// messages are those from an index up to, not including, another; avs.ErrInboxUnread also without an inbox.
func (s *Service) messages(from, to uint64) ([]avs.InboxMessage, error) {
	if from >= to {
		return nil, nil
	}
	if s.cfg.Inbox == nil {
		return nil, avs.ErrInboxUnread
	}
	return s.cfg.Inbox.Messages(s.cfg.Rollup.ID, from, to)
}

// carried splits inbox messages into what is credited and what leads the block. A transaction that cannot be decoded, or
// asks for more gas than its share of a block, is passed over; so is a message of a kind that is not known.
func carried(messages []avs.InboxMessage, gasLimit uint64) (withdrawals []*types.Withdrawal, forced [][]byte) {
	withdrawals = []*types.Withdrawal{}
	for _, m := range messages {
		switch m.Kind {
		case avs.InboxDeposit:
			withdrawals = append(withdrawals, &types.Withdrawal{Index: m.Index, Address: m.To, Amount: m.Amount})
		case avs.InboxTransaction:
			tx := new(types.Transaction)
			if tx.UnmarshalBinary(m.Data) == nil && tx.Gas() <= gasLimit/avs.ForcedGasShare && tx.Type() != types.BlobTxType {
				forced = append(forced, m.Data)
			}
		}
	}
	return withdrawals, forced
}

// buildRequest asks for a block with the contents.
func (s *Service) buildRequest(parent common.Hash, timestamp uint64, c contents) avs.BuildRequest {
	return avs.BuildRequest{
		Parent: parent, Timestamp: timestamp, Random: c.random, FeeRecipient: s.cfg.FeeRecipient, MaxBytes: s.maxBody(),
		BeaconRoot: c.beaconRoot, Withdrawals: c.withdrawals, First: c.forced,
	}
}

// maxBody bounds the body of a batch, bytes.
func (s *Service) maxBody() int {
	if most := s.cfg.Rollup.MaxBodySize; most != 0 && most < avs.MaxBodySize {
		return int(most)
	}
	return avs.MaxBodySize
}

// checkCarried compares a block with the contents that it must have: avs.ErrInvalidBlock, errForcedLeftOut or errNoJudge.
// That the block's lists are those of its header is for the execution client to say.
func (s *Service) checkCarried(ctx context.Context, header *types.Header, body []byte, c contents) error {
	switch {
	case header.MixDigest != c.random && !c.settled:
		return fmt.Errorf("%w: the plan is not settled, and prevRandao is of another", errUnknownInput)
	case header.MixDigest != c.random:
		return fmt.Errorf("%w: prevRandao is %s, the slot's is %s", avs.ErrInvalidBlock, header.MixDigest, c.random)
	case header.ParentBeaconRoot == nil || *header.ParentBeaconRoot != c.beaconRoot:
		return fmt.Errorf("%w: beacon root is %v, the view's is %s", avs.ErrInvalidBlock, header.ParentBeaconRoot, c.beaconRoot)
	case header.WithdrawalsHash == nil || *header.WithdrawalsHash != types.DeriveSha(types.Withdrawals(c.withdrawals), trie.NewStackTrie(nil)):
		return fmt.Errorf("%w: its withdrawals are not the %d deposits that it takes", avs.ErrInvalidBlock, len(c.withdrawals))
	case len(c.forced) == 0:
		return nil
	}
	var block types.Block
	if err := rlp.DecodeBytes(body, &block); err != nil {
		return fmt.Errorf("%w: decode body: %w", avs.ErrInvalidBlock, err)
	}
	return s.checkForced(ctx, &block, c)
}

// checkForced checks that a block begins with the forced transactions, but for those that cannot be applied there.
func (s *Service) checkForced(ctx context.Context, block *types.Block, c contents) error {
	if led(block.Transactions(), c.forced, everyIndex(c.forced)) {
		return nil
	}
	judge, can := s.cfg.Executor.(avs.ForcedChecker)
	if !can {
		return errNoJudge
	}
	r := s.buildRequest(block.ParentHash(), block.Time(), c)
	r.First, r.Withdrawals = nil, nil
	applicable, err := judge.Applicable(ctx, r, c.forced)
	if err != nil {
		return fmt.Errorf("judge forced transactions: %w", err)
	}
	if !led(block.Transactions(), c.forced, applicable) {
		return fmt.Errorf("%w: %d of %d can be applied", errForcedLeftOut, len(applicable), len(c.forced))
	}
	return nil
}

func everyIndex(forced [][]byte) []int {
	out := make([]int, len(forced))
	for i := range out {
		out[i] = i
	}
	return out
}

// led reports whether transactions begin with those forced ones that the indexes name.
func led(txs types.Transactions, forced [][]byte, indexes []int) bool {
	if len(txs) < len(indexes) {
		return false
	}
	for i, at := range indexes {
		want := new(types.Transaction)
		if at < 0 || at >= len(forced) || want.UnmarshalBinary(forced[at]) != nil || want.Hash() != txs[i].Hash() {
			return false
		}
	}
	return true
}

// headerOf decodes the header of an encoded block, and nothing else of it.
func headerOf(body []byte) (*types.Header, error) {
	content, _, err := rlp.SplitList(body)
	if err != nil {
		return nil, fmt.Errorf("%w: split body: %w", avs.ErrInvalidBlock, err)
	}
	_, _, rest, err := rlp.Split(content)
	if err != nil {
		return nil, fmt.Errorf("%w: split header: %w", avs.ErrInvalidBlock, err)
	}
	header := new(types.Header)
	if err := rlp.DecodeBytes(content[:len(content)-len(rest)], header); err != nil {
		return nil, fmt.Errorf("%w: decode header: %w", avs.ErrInvalidBlock, err)
	}
	if !header.Number.IsUint64() {
		return nil, fmt.Errorf("%w: block number is beyond all", avs.ErrInvalidBlock)
	}
	return header, nil
}

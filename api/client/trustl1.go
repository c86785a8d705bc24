package client

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
)

// Sentinels of an L1 that cannot be a root of trust.
var (
	ErrL1          = errors.New("l1 cannot be asked")
	ErrWrongL1     = errors.New("l1 is another chain or has no such contract")
	ErrL1Set       = errors.New("l1 has an operator set that is not valid")
	ErrAmbiguous   = errors.New("several rollups have this name: give the id")
	errNotOnL1     = errors.New("not on l1")
	errEmptyAnswer = errors.New("empty answer")
)

const (
	l1Timeout = 30 * time.Second
	l1Batch   = 50 // calls in one request; providers refuse large batches

	revertCode = 3 // JSON-RPC code of a call that a contract refused
)

var (
	machABI     = bindings.NewMach()
	rollupsABI  = bindings.NewRestakedRollups()
	tableABI    = bindings.NewStakeTable()
	registryABI = bindings.NewOperatorRegistrar()
)

// TrustL1 trusts the L1 node at a URL: the address of Mach there leads to the other contracts, and every operator set is
// read at a finalised block. The node's answers are believed: use your own, or one that you would let tell you of money.
func TrustL1(url string, mach common.Address) Trust { return l1Trust{url, mach} }

type l1Trust struct {
	url  string
	mach common.Address
}

// l1Source reads StakeTable.
type l1Source struct {
	rpc       *rpc.Client
	eth       *ethclient.Client
	http      *http.Client
	fixed     terms
	table     common.Address
	registrar common.Address

	mu sync.Mutex // one at a time reads
}

func (t l1Trust) open(ctx context.Context, rollup string, _ []*Client, _ func(string, error)) (setSource, error) {
	hc := &http.Client{Timeout: l1Timeout, Transport: &limitedTransport{&http.Transport{Proxy: http.ProxyFromEnvironment}, maxReply}}
	c, err := rpc.DialOptions(ctx, t.url, rpc.WithHTTPClient(hc))
	if err != nil {
		return nil, fmt.Errorf("%w: %w; check the URL", ErrL1, withoutURL(err))
	}
	s := &l1Source{rpc: c, eth: ethclient.NewClient(c), http: hc}
	if err := s.begin(ctx, t.mach, rollup); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *l1Source) close() {
	s.rpc.Close()
	s.http.CloseIdleConnections()
}

func (s *l1Source) terms() terms { return s.fixed }

// withoutURL leaves out the URL that an HTTP error quotes: it may hold a provider's key.
func withoutURL(err error) error {
	var quoted *url.Error
	if errors.As(err, &quoted) {
		return quoted.Err
	}
	return err
}

// begin reads from Mach on what never changes.
func (s *l1Source) begin(ctx context.Context, mach common.Address, rollup string) error {
	chain, err := s.eth.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w; check the URL and that the node runs", ErrL1, withoutURL(err))
	}
	at, err := s.finalized(ctx)
	if err != nil {
		return err
	}
	what := fmt.Sprintf("Mach at %s on chain %s", mach, chain)
	rollups, err := view(ctx, s, at, mach, machABI.PackRestakedRollups(), machABI.UnpackRestakedRollups)
	if err != nil {
		return named(what, err)
	}
	if s.table, err = view(ctx, s, at, mach, machABI.PackStakeTable(), machABI.UnpackStakeTable); err != nil {
		return named(what, err)
	}
	if s.registrar, err = view(ctx, s, at, s.table, tableABI.PackRegistrar(), tableABI.UnpackRegistrar); err != nil {
		return named(what, err)
	}
	d, err := view(ctx, s, at, rollups, rollupsABI.PackEip712Domain(), rollupsABI.UnpackEip712Domain)
	if err != nil {
		return named(what, err)
	}
	if d.Version != avs.DomainVersion {
		return fmt.Errorf("read domain on l1: %w: %q", ErrVersion, d.Version)
	}
	if d.VerifyingContract != rollups || d.ChainId.Cmp(chain) != 0 || !chain.IsUint64() {
		return fmt.Errorf("%w: its domain is of chain %s and contract %s, it is chain %s and contract %s", ErrWrongL1, d.ChainId, d.VerifyingContract, chain, rollups)
	}
	s.fixed.domain = avs.Domain{Network: d.Name, L1ChainID: chain.Uint64(), Contract: rollups}
	return s.find(ctx, at, rollups, rollup)
}

// named says what was looked for where nothing was found.
func named(what string, err error) error {
	if errors.Is(err, errEmptyAnswer) || errors.Is(err, errNotOnL1) || errors.Is(err, ErrWrongL1) {
		return fmt.Errorf("%w: no %s", ErrWrongL1, what)
	}
	return fmt.Errorf("ask %s: %w", what, err)
}

// find looks a rollup up by id, or by name among all.
func (s *l1Source) find(ctx context.Context, at *big.Int, rollups common.Address, word string) error {
	if raw, err := hexutil.Decode(word); err == nil && len(raw) == common.HashLength {
		s.fixed.rollup = common.Hash(raw)
	} else if s.fixed.rollup, err = s.named(ctx, at, rollups, word); err != nil {
		return err
	}
	found, err := view(ctx, s, at, rollups, rollupsABI.PackMachTerms(s.fixed.rollup), rollupsABI.UnpackMachTerms)
	if errors.Is(err, errNotOnL1) {
		return fmt.Errorf("%w: %s is not registered on chain %d", ErrNoRollup, word, s.fixed.domain.L1ChainID)
	}
	if err != nil {
		return fmt.Errorf("find rollup on l1: %w", err)
	}
	s.fixed.mach, s.fixed.level = avs.SetID(found.Set), avs.Level(found.MinimumLevel)
	return nil
}

func (s *l1Source) named(ctx context.Context, at *big.Int, rollups common.Address, name string) (avs.RollupID, error) {
	count, err := view(ctx, s, at, rollups, rollupsABI.PackRollupCount(), rollupsABI.UnpackRollupCount)
	if err != nil {
		return avs.RollupID{}, fmt.Errorf("count rollups on l1: %w", err)
	}
	var found []avs.RollupID
	var names []string
	for i := new(big.Int); i.Cmp(count) < 0; i.Add(i, common.Big1) {
		r, err := view(ctx, s, at, rollups, rollupsABI.PackRollupAt(i), rollupsABI.UnpackRollupAt)
		if err != nil {
			return avs.RollupID{}, fmt.Errorf("read rollup %s on l1: %w", i, err)
		}
		if r.Params.Name == name {
			found = append(found, r.Id)
		}
		names = append(names, r.Params.Name)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return avs.RollupID{}, fmt.Errorf("%w: %q; on l1 are: %s", ErrNoRollup, name, strings.Join(names, ", "))
	}
	return avs.RollupID{}, fmt.Errorf("%w: %q", ErrAmbiguous, name)
}

// finalized is the number of the newest finalised block.
func (s *l1Source) finalized(ctx context.Context) (*big.Int, error) {
	h, err := s.eth.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if err != nil {
		return nil, fmt.Errorf("%w: read finalised block: %w", ErrL1, withoutURL(err))
	}
	return h.Number, nil
}

// view calls a contract at a block.
func view[T any](ctx context.Context, s *l1Source, at *big.Int, to common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var none T
	out, err := s.eth.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, at)
	var refused rpc.Error
	switch {
	case errors.As(err, &refused) && refused.ErrorCode() == revertCode:
		return none, fmt.Errorf("%w: %w", errNotOnL1, err)
	case err != nil:
		return none, fmt.Errorf("%w: %w", ErrL1, withoutURL(err))
	case len(out) == 0:
		return none, errEmptyAnswer
	}
	v, err := unpack(out)
	if err != nil {
		return none, fmt.Errorf("%w: %w", ErrWrongL1, err)
	}
	return v, nil
}

func (s *l1Source) set(ctx context.Context, epoch avs.Epoch) (*avs.OperatorSet, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, err := s.finalized(ctx)
	if err != nil {
		return nil, err
	}
	id := uint32(s.fixed.mach)
	current, err := view(ctx, s, at, s.table, tableABI.PackCurrentEpoch(id), tableABI.UnpackCurrentEpoch)
	if err != nil {
		return nil, fmt.Errorf("read epoch of set %d on l1: %w", id, err)
	}
	if epoch == 0 {
		return nil, fmt.Errorf("%w: epochs count from 1", ErrPastEpoch)
	}
	if uint64(epoch) > current {
		return nil, fmt.Errorf("%w: epoch %d of set %d, l1 has %d at finalised block %s", ErrFutureEpoch, epoch, id, current, at)
	}
	records, err := view(ctx, s, at, s.table, tableABI.PackMembers(id, uint64(epoch)), tableABI.UnpackMembers)
	if err != nil {
		return nil, fmt.Errorf("read set %d epoch %d on l1: %w", id, epoch, err)
	}
	members, err := s.members(ctx, at, records)
	if err != nil {
		return nil, fmt.Errorf("read set %d epoch %d on l1: %w", id, epoch, err)
	}
	set, err := avs.NewOperatorSet(s.fixed.mach, epoch, members)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrL1Set, err)
	}
	return set, nil
}

// members adds the consensus keys, which are no part of a snapshot: they never change once registered.
func (s *l1Source) members(ctx context.Context, at *big.Int, records []bindings.Member) ([]avs.Member, error) {
	keys, err := s.consensusKeys(ctx, at, records)
	if err != nil {
		return nil, err
	}
	members := make([]avs.Member, len(records))
	for i, r := range records {
		key, err := bls.PublicKeyFromEIP2537(r.BlsKey)
		if err != nil {
			return nil, fmt.Errorf("%w: member %s: %w", ErrL1Set, r.Operator, err)
		}
		weight, overflow := uint256.FromBig(r.Weight)
		if overflow {
			return nil, fmt.Errorf("%w: member %s: weight %s", ErrL1Set, r.Operator, r.Weight)
		}
		members[i] = avs.Member{Operator: r.Operator, BLSKey: key.Bytes(), ConsensusKey: keys[i], Weight: *weight}
	}
	return members, nil
}

func (s *l1Source) consensusKeys(ctx context.Context, at *big.Int, records []bindings.Member) ([][33]byte, error) {
	keys := make([][33]byte, 0, len(records))
	for len(keys) < len(records) {
		part := records[len(keys):min(len(keys)+l1Batch, len(records))]
		answers := make([]hexutil.Bytes, len(part))
		batch := make([]rpc.BatchElem, len(part))
		for i, r := range part {
			call := map[string]any{"to": s.registrar, "data": hexutil.Bytes(registryABI.PackOperatorInfo(r.Operator))}
			batch[i] = rpc.BatchElem{Method: "eth_call", Args: []any{call, hexutil.EncodeBig(at)}, Result: &answers[i]}
		}
		if err := s.rpc.BatchCallContext(ctx, batch); err != nil {
			return nil, fmt.Errorf("%w: read operators: %w", ErrL1, withoutURL(err))
		}
		for i, r := range part {
			if batch[i].Error != nil {
				return nil, fmt.Errorf("%w: read operator %s: %w", ErrL1, r.Operator, batch[i].Error)
			}
			info, err := registryABI.UnpackOperatorInfo(answers[i])
			if err != nil {
				return nil, fmt.Errorf("%w: read operator %s: %w", ErrWrongL1, r.Operator, err)
			}
			public, err := crypto.UnmarshalPubkey(append([]byte{4}, info.ConsensusKey...))
			if err != nil {
				return nil, fmt.Errorf("%w: consensus key of %s: %w", ErrL1Set, r.Operator, err)
			}
			keys = append(keys, [33]byte(crypto.CompressPubkey(public)))
		}
	}
	return keys, nil
}

package node

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/rollup"
)

// squadAPI gives out what SQUAD of the rollups knows. It implements api.Squad.
type squadAPI struct {
	parts  *parts
	domain avs.Domain
}

var _ api.Squad = squadAPI{}

func (a squadAPI) service(id avs.RollupID) *squad.Service {
	if h := a.parts.rollups.find(id); h != nil {
		if rp := h.open(); rp != nil {
			return rp.squad
		}
	}
	return nil
}

// Status implements api.Squad.
func (a squadAPI) Status(id avs.RollupID) (client.SquadStatus, bool, error) {
	s := a.service(id)
	if s == nil {
		return client.SquadStatus{}, false, nil
	}
	out := squadStatus(s.Overview())
	out.Rollup, out.Domain = id, client.NewDomain(a.domain)
	return out, true, nil
}

// Pending implements api.Squad.
func (a squadAPI) Pending(id avs.RollupID) (client.SquadPending, bool, error) {
	s := a.service(id)
	if s == nil {
		return client.SquadPending{}, false, nil
	}
	st := s.Status()
	return client.SquadPending{Rollup: id, Tip: squadTip(st.Tip), Head: squadHead(st.Head), Batches: squadBatches(s.Pending(true))}, true, nil
}

// Preconfirm implements api.Squad.
func (a squadAPI) Preconfirm(ctx context.Context, id avs.RollupID, raw []byte, wait time.Duration) (avs.SignedPreconfirmation, bool, error) {
	s := a.service(id)
	if s == nil {
		return avs.SignedPreconfirmation{}, false, nil
	}
	receipt, err := preconfirm(ctx, s, raw, wait)
	return receipt, true, err
}

func preconfirm(ctx context.Context, s *squad.Service, raw []byte, wait time.Duration) (avs.SignedPreconfirmation, error) {
	if wait > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, min(wait, api.MaxPreconfirmWait))
		defer cancel()
	}
	return s.Preconfirm(ctx, raw)
}

func squadStatus(o squad.Overview) client.SquadStatus {
	st := o.Status
	out := client.SquadStatus{Slot: hexutil.Uint64(st.Slot), Epoch: hexutil.Uint64(st.Epoch), Leader: st.Leader, Ladder: st.Ladder, NextLeader: st.NextLeader,
		Tip: squadTip(st.Tip), Head: squadHead(st.Head), InFlight: squadBatches(o.InFlight), Members: []client.SquadMember{}, Faults: []client.SquadFault{},
		Lists: []client.SquadList{}, Broken: st.Broken, Stopped: o.Inputs.Stopped, OnPurpose: o.Purpose, Pending: hexutil.Uint64(st.Pending),
		Own: client.SquadOwn{Led: hexutil.Uint64(st.SlotsLed), Missed: hexutil.Uint64(st.SlotsMissed)},
		Inbox: client.SquadInbox{Count: hexutil.Uint64(o.Inputs.Inbox.Count), Taken: hexutil.Uint64(st.Tip.Inbox), Due: hexutil.Uint64(o.Due),
			L1Number: hexutil.Uint64(o.Inputs.L1Number)},
		Preconfirmations: squadReceipts(o.Receipts)}
	out.HandOff = client.SquadHandOff{Count: hexutil.Uint64(st.HandOffs), Millis: hexutil.Uint64(st.LastHandOff.Milliseconds())}
	if o.NextDue != 0 {
		out.Inbox.NextDue = (*hexutil.Uint64)(&o.NextDue)
	}
	for _, m := range o.Members {
		member := client.SquadMember{Operator: m.Operator, Led: hexutil.Uint64(m.Led), Missed: hexutil.Uint64(m.Missed), Jailed: m.Jailed}
		if m.Jailed {
			window := hexutil.Uint64(m.Window)
			member.Window = &window
		}
		out.Members = append(out.Members, member)
	}
	for _, f := range o.Faults {
		out.Faults = append(out.Faults, client.SquadFault{Leader: f.Operator, Kind: f.Kind, Count: hexutil.Uint64(f.Count), Slot: hexutil.Uint64(f.LastSlot)})
	}
	for _, l := range o.Inputs.Lists {
		out.Lists = append(out.Lists, client.SquadList{Member: hexutil.Uint64(l.Member), Slot: hexutil.Uint64(l.List.List.Slot),
			SinceMillis: hexutil.Uint64(l.SinceMillis), Transactions: l.List.List.Transactions})
	}
	return out
}

func squadReceipts(r squad.ReceiptCounts) client.SquadReceipts {
	return client.SquadReceipts{Signed: hexutil.Uint64(r.Signed), Wishes: hexutil.Uint64(r.Wishes), Open: hexutil.Uint64(r.Open),
		Honoured: hexutil.Uint64(r.Honoured), Void: hexutil.Uint64(r.Void), Broken: hexutil.Uint64(r.Broken)}
}

func squadTip(t avs.Tip) client.SquadTip {
	return client.SquadTip{Slot: hexutil.Uint64(t.Slot), Number: hexutil.Uint64(t.Number), Hash: t.Hash, Timestamp: hexutil.Uint64(t.Timestamp),
		L1Number: hexutil.Uint64(t.L1Number), Inbox: hexutil.Uint64(t.Inbox)}
}

func squadHead(b avs.BlockRef) client.SquadHead {
	return client.SquadHead{Number: hexutil.Uint64(b.Number), Hash: b.Hash, StateRoot: b.StateRoot}
}

func squadBatches(batches []squad.Batch) []client.SquadBatch {
	out := make([]client.SquadBatch, 0, len(batches))
	for _, b := range batches {
		h, tier := b.Header, client.TierPreconfirmed
		if b.Ordered {
			tier = client.TierOrdered
		}
		out = append(out, client.SquadBatch{Tier: tier, Digest: b.Digest, Leader: b.Leader, Slot: hexutil.Uint64(h.Slot), Rank: hexutil.Uint64(h.Rank),
			Number: hexutil.Uint64(h.Number), BlockHash: h.BlockHash, ParentHash: h.ParentHash, Timestamp: hexutil.Uint64(h.Timestamp),
			Bytes: hexutil.Uint64(h.BodySize), Executed: b.Executed, Invalid: b.Invalid, Transactions: b.Transactions})
	}
	return out
}

// rollupRPC is what SQUAD adds to the Ethereum JSON-RPC of one rollup: squad_preconfirm, and an option of
// eth_sendRawTransaction.
type rollupRPC struct {
	domain avs.Domain
	driver atomic.Pointer[rollup.Driver]
	squad  atomic.Pointer[squad.Service]
}

func (r *rollupRPC) apis() []rpc.API {
	return []rpc.API{{Namespace: "squad", Service: &preconfirmRPC{r}}, {Namespace: "eth", Service: &sendRPC{r}}}
}

var errStarting = errors.New("the operator is starting; try again in a moment")

type preconfirmRPC struct{ of *rollupRPC }

// Preconfirm answers squad_preconfirm(raw transaction, milliseconds to wait).
func (p *preconfirmRPC) Preconfirm(ctx context.Context, raw hexutil.Bytes, wait *hexutil.Uint64) (client.Preconfirmation, error) {
	s := p.of.squad.Load()
	if s == nil {
		return client.Preconfirmation{}, errStarting
	}
	var patience time.Duration
	if wait != nil {
		patience = time.Duration(min(uint64(*wait), uint64(api.MaxPreconfirmWait.Milliseconds()))) * time.Millisecond
	}
	receipt, err := preconfirm(ctx, s, raw, patience)
	if err != nil {
		return client.Preconfirmation{}, err
	}
	return client.NewPreconfirmation(p.of.domain, receipt), nil
}

type sendRPC struct{ of *rollupRPC }

// sendOptions is the second parameter of eth_sendRawTransaction here, which everybody else leaves out.
type sendOptions struct {
	Preconfirm bool            `json:"preconfirm"` // answer with a leader's receipt instead of the hash
	Wait       *hexutil.Uint64 `json:"wait"`       // milliseconds
}

// SendRawTransaction answers eth_sendRawTransaction(raw transaction, options): the hash, or the receipt that was asked for.
func (s *sendRPC) SendRawTransaction(ctx context.Context, raw hexutil.Bytes, options *sendOptions) (any, error) {
	if options != nil && options.Preconfirm {
		return (&preconfirmRPC{s.of}).Preconfirm(ctx, raw, options.Wait)
	}
	driver := s.of.driver.Load()
	if driver == nil {
		return common.Hash{}, errStarting
	}
	return driver.SendRawTransaction(ctx, raw)
}

// ErrNotJailed is the sentinel of a plea of an operator that leads.
var ErrNotJailed = errors.New("this operator is not jailed")

// Unjail says in a person's name that this operator leads a rollup again: the plea is signed and brought before consensus,
// which lets it lead from the next schedule to be fixed on.
func (n *Node) Unjail(ctx context.Context, name string) error {
	for _, h := range n.parts.rollups.all() {
		if h.rollup.Name == name {
			return n.unjail(ctx, h.rollup)
		}
	}
	return fmt.Errorf("no rollup %q is sequenced here", name)
}

func (n *Node) unjail(ctx context.Context, r avs.Rollup) error {
	members, err := n.parts.consensus.Liveness(r.ID)
	if err != nil {
		return fmt.Errorf("read who is jailed: %w", err)
	}
	for _, m := range members {
		if m.Operator != n.parts.self.ID || !m.Jailed {
			continue
		}
		plea := avs.Unjail{Rollup: r.ID, Operator: m.Operator, Window: m.Window}
		signature, err := n.parts.guard.ECDSA(ctx, signer.Statement{Domain: avs.GuardDomainUnjail, Scope: r.ID, Position: m.Window,
			Digest: plea.Digest(n.network.Domain())})
		if err != nil {
			return fmt.Errorf("sign plea: %w", err)
		}
		if err := n.parts.consensus.Submit(ctx, avs.Tx{Unjail: &avs.SignedUnjail{Unjail: plea, Signature: signature}}); err != nil {
			return fmt.Errorf("submit plea: %w", err)
		}
		return nil
	}
	return fmt.Errorf("%w from rollup %s", ErrNotJailed, r.Name)
}

package api

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// machAPI is the namespace "mach".
type machAPI struct {
	lookup      lookup
	subscribers *subscribers
	shared      *shared
}

// Certificate answers mach_certificate(rollup, number | hash | "latest").
func (m *machAPI) Certificate(_ context.Context, rollup string, which *json.RawMessage) (client.Certificate, error) {
	r, err := m.lookup.rollup(rollup)
	if err != nil {
		return client.Certificate{}, err
	}
	b, err := parseBlock(rawOf(which))
	if err != nil {
		return client.Certificate{}, err
	}
	c, err := m.lookup.certificate(r, b)
	if err != nil {
		return client.Certificate{}, err
	}
	return client.NewCertificate(m.lookup.cfg.Domain, c), nil
}

// OperatorSet answers mach_operatorSet(rollup, epoch | "latest").
func (m *machAPI) OperatorSet(_ context.Context, rollup string, epoch *json.RawMessage) (client.OperatorSet, error) {
	r, err := m.lookup.rollup(rollup)
	if err != nil {
		return client.OperatorSet{}, err
	}
	b, err := parseBlock(rawOf(epoch))
	if err != nil || b.hash != nil {
		return client.OperatorSet{}, &inputError{`epoch must be "latest" or a number (0x-hex or JSON number)`}
	}
	wanted := avs.Epoch(0)
	if b.number != nil {
		wanted = avs.Epoch(*b.number)
	}
	set, err := m.lookup.operatorSet(r, wanted)
	if err != nil {
		return client.OperatorSet{}, err
	}
	return client.NewOperatorSet(set), nil
}

// HandOffs answers mach_handOffs(l1 block number): certified hand-offs from there on, ascending, one page.
func (m *machAPI) HandOffs(_ context.Context, from *json.RawMessage) ([]client.HandOff, error) {
	b, err := parseBlock(rawOf(from))
	if err != nil || b.hash != nil {
		return nil, &inputError{"from must be an L1 block number (0x-hex or JSON number)"}
	}
	first := uint64(0)
	if b.number != nil {
		first = *b.number
	}
	all, err := m.lookup.handOffs(first)
	if err != nil {
		return nil, err
	}
	out := make([]client.HandOff, 0, len(all))
	for _, h := range all {
		out = append(out, client.NewHandOff(m.lookup.cfg.Domain, h))
	}
	return out, nil
}

// Alerts answers mach_alerts(rollup): where its circuit breaker stands, with the newest certified alert.
func (m *machAPI) Alerts(_ context.Context, rollup string) (client.Alerts, error) {
	r, err := m.lookup.rollup(rollup)
	if err != nil {
		return client.Alerts{}, err
	}
	state, _, err := m.lookup.alerts(r)
	if err != nil {
		return client.Alerts{}, err
	}
	out := client.Alerts{Alert: client.Alert{Rollup: r.ID}, Votes: m.lookup.votes(r, state.Votes), Why: m.lookup.votes(r, state.Why)}
	if state.Newest != nil {
		out.Alert = client.NewAlert(m.lookup.cfg.Domain, *state.Newest)
	}
	return out, nil
}

// GenesisSets answers mach_genesisSets(): the operator sets that the network began with.
func (m *machAPI) GenesisSets() (client.Genesis, error) {
	view, err := m.lookup.genesis()
	if err != nil {
		return client.Genesis{}, err
	}
	return client.NewGenesis(m.lookup.cfg.Domain, view, m.lookup.cfg.rollups()), nil
}

// Certificates answers mach_subscribe("certificates", rollup, from): stored certificates from a number on, then new
// ones; without a number only new ones. WebSocket only.
func (m *machAPI) Certificates(ctx context.Context, rollup string, from *json.RawMessage) (*rpc.Subscription, error) {
	notifier, ok := rpc.NotifierFromContext(ctx)
	if !ok {
		return nil, rpc.ErrNotificationsUnsupported
	}
	r, err := m.lookup.rollup(rollup)
	if err != nil {
		return nil, err
	}
	b, err := parseBlock(rawOf(from))
	if err != nil || b.hash != nil {
		return nil, &inputError{"from must be a block number (0x-hex or JSON number)"}
	}
	first := uint64(0)
	if b.number != nil {
		first = *b.number
	}
	if first, err = m.lookup.start(r, first); err != nil {
		return nil, err
	}
	if err := m.subscribers.enter(); err != nil {
		return nil, err
	}
	subscription := notifier.CreateSubscription()
	go func() {
		defer m.subscribers.leave()
		m.forward(notifier, subscription, r, first)
	}()
	return subscription, nil
}

// forward runs until the subscriber leaves, the server stops, or nothing can be written any more.
func (m *machAPI) forward(notifier *rpc.Notifier, subscription *rpc.Subscription, r avs.Rollup, first uint64) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	certificates := m.lookup.cfg.Certificates.Subscribe(ctx, r.ID, first)
	gone := subscription.Err()
	for {
		select {
		case c, open := <-certificates:
			if !open {
				return
			}
			if err := notifier.Notify(subscription.ID, m.shared.get(c).json()); err != nil {
				m.subscribers.dropped.Inc()
				return
			}
		case <-gone: //nolint:errcheck // it carries nothing but its closing
			return
		case <-m.subscribers.done:
			return
		}
	}
}

func rawOf(p *json.RawMessage) json.RawMessage {
	if p == nil {
		return nil
	}
	return *p
}

// tridentAPI is the namespace "trident".
type tridentAPI struct{ cfg Config }

// Domain answers trident_domain: what is needed to compute digests again.
func (t *tridentAPI) Domain() client.Domain { return client.NewDomain(t.cfg.Domain) }

// Status answers trident_status.
func (t *tridentAPI) Status(ctx context.Context) (any, error) {
	if t.cfg.Status == nil {
		return map[string]any{}, nil
	}
	return t.cfg.Status(ctx)
}

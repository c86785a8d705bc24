package api

import (
	"context"
	"errors"
	"net/http"
	"time"

	"connectrpc.com/connect"
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/api/client"
	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/avs"
)

// machService answers the Connect service.
type machService struct {
	lookup      lookup
	subscribers *subscribers
	shared      *shared
}

// connectError gives an error its Connect code.
func connectError(err error) error {
	var gone *missingError
	var bad *inputError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &gone) && gone.code == client.CodeNotServed:
		return connect.NewError(connect.CodeUnimplemented, err)
	case errors.As(err, &gone):
		return connect.NewError(connect.CodeNotFound, err)
	case errors.As(err, &bad):
		return connect.NewError(connect.CodeInvalidArgument, err)
	case errors.Is(err, errTooMany):
		return connect.NewError(connect.CodeResourceExhausted, err)
	}
	return connect.NewError(connect.CodeInternal, err)
}

// GetCertificate implements MachServiceHandler.
func (m *machService) GetCertificate(_ context.Context, request *connect.Request[tridentv1.GetCertificateRequest]) (*connect.Response[tridentv1.GetCertificateResponse], error) {
	r, err := m.lookup.rollup(request.Msg.GetRollup())
	if err != nil {
		return nil, connectError(err)
	}
	var b block
	switch which := request.Msg.GetBlock().(type) {
	case *tridentv1.GetCertificateRequest_Number:
		b.number = &which.Number
	case *tridentv1.GetCertificateRequest_Hash:
		if len(which.Hash) != common.HashLength {
			return nil, connectError(&inputError{"hash must have 32 bytes"})
		}
		h := common.BytesToHash(which.Hash)
		b.hash = &h
	}
	c, err := m.lookup.certificate(r, b)
	if err != nil {
		return nil, connectError(err)
	}
	return connect.NewResponse(&tridentv1.GetCertificateResponse{Certificate: client.ToProto(m.lookup.cfg.Domain, c)}), nil
}

// GetOperatorSet implements MachServiceHandler.
func (m *machService) GetOperatorSet(_ context.Context, request *connect.Request[tridentv1.GetOperatorSetRequest]) (*connect.Response[tridentv1.GetOperatorSetResponse], error) {
	r, err := m.lookup.rollup(request.Msg.GetRollup())
	if err != nil {
		return nil, connectError(err)
	}
	set, err := m.lookup.operatorSet(r, avs.Epoch(request.Msg.GetEpoch()))
	if err != nil {
		return nil, connectError(err)
	}
	return connect.NewResponse(&tridentv1.GetOperatorSetResponse{OperatorSet: client.SetToProto(set)}), nil
}

// GetDomain implements MachServiceHandler.
func (m *machService) GetDomain(context.Context, *connect.Request[tridentv1.GetDomainRequest]) (*connect.Response[tridentv1.GetDomainResponse], error) {
	d := m.lookup.cfg.Domain
	return connect.NewResponse(&tridentv1.GetDomainResponse{Network: d.Network, Version: avs.DomainVersion, L1ChainId: d.L1ChainID,
		Contract: d.Contract[:]}), nil
}

// ListHandOffs implements MachServiceHandler.
func (m *machService) ListHandOffs(_ context.Context, request *connect.Request[tridentv1.ListHandOffsRequest]) (*connect.Response[tridentv1.ListHandOffsResponse], error) {
	all, err := m.lookup.handOffs(request.Msg.GetFromNumber())
	if err != nil {
		return nil, connectError(err)
	}
	out := &tridentv1.ListHandOffsResponse{}
	for _, h := range all {
		out.HandOffs = append(out.HandOffs, client.HandOffToProto(m.lookup.cfg.Domain, h))
	}
	return connect.NewResponse(out), nil
}

// GetAlerts implements MachServiceHandler.
func (m *machService) GetAlerts(_ context.Context, request *connect.Request[tridentv1.GetAlertsRequest]) (*connect.Response[tridentv1.GetAlertsResponse], error) {
	r, err := m.lookup.rollup(request.Msg.GetRollup())
	if err != nil {
		return nil, connectError(err)
	}
	state, _, err := m.lookup.alerts(r)
	if err != nil {
		return nil, connectError(err)
	}
	out := &tridentv1.GetAlertsResponse{Paused: state.Paused}
	if state.Newest != nil {
		out.Alert = client.AlertToProto(m.lookup.cfg.Domain, *state.Newest)
	}
	for _, v := range state.Votes {
		if operator, known := m.lookup.voter(r, v); known {
			out.Votes = append(out.Votes, client.AlertVoteToProto(operator, v))
		}
	}
	return connect.NewResponse(out), nil
}

// GetGenesisSets implements MachServiceHandler.
func (m *machService) GetGenesisSets(context.Context, *connect.Request[tridentv1.GetGenesisSetsRequest]) (*connect.Response[tridentv1.GetGenesisSetsResponse], error) {
	view, err := m.lookup.genesis()
	if err != nil {
		return nil, connectError(err)
	}
	hash := view.SetsHash()
	return connect.NewResponse(&tridentv1.GetGenesisSetsResponse{Number: view.Number, BlockHash: view.BlockHash[:],
		OperatorSets: client.SetsToProto(view.Sets), Hash: hash[:]}), nil
}

// StreamCertificates implements MachServiceHandler.
func (m *machService) StreamCertificates(ctx context.Context, request *connect.Request[tridentv1.StreamCertificatesRequest], stream *connect.ServerStream[tridentv1.StreamCertificatesResponse]) error {
	r, err := m.lookup.rollup(request.Msg.GetRollup())
	if err != nil {
		return connectError(err)
	}
	first, err := m.lookup.start(r, request.Msg.GetFromNumber())
	if err != nil {
		return connectError(err)
	}
	if err := m.subscribers.enter(); err != nil {
		return connectError(err)
	}
	defer m.subscribers.leave()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := m.send(ctx, stream, nil); err != nil { // headers at once: the reader knows that it is heard
		return err
	}
	err = m.feed(ctx, stream, r, first)
	if errors.Is(err, errReader) {
		m.subscribers.dropped.Inc()
	}
	return err
}

// errReader is a reader that takes nothing.
var errReader = errors.New("nothing can be written to the reader")

// feed sends certificates from a number on and the alerts that change the rollup's state, until ctx ends.
func (m *machService) feed(ctx context.Context, stream *connect.ServerStream[tridentv1.StreamCertificatesResponse], r avs.Rollup, first uint64) error {
	certificates := m.lookup.cfg.Certificates.Subscribe(ctx, r.ID, first)
	if m.lookup.cfg.Alerts == nil {
		return m.pump(ctx, stream, certificates, nil)
	}
	for told := uint64(0); ; { // sequence of the alert that the reader knows of
		state, changed, err := m.lookup.alerts(r)
		if err != nil {
			return connectError(err)
		}
		if newest := state.Newest; newest != nil && newest.Alert.Sequence > told && (told > 0 || state.Paused) {
			message := &tridentv1.StreamCertificatesResponse{Alert: client.AlertToProto(m.lookup.cfg.Domain, *newest)}
			if err := m.send(ctx, stream, message); err != nil {
				return errors.Join(errReader, err)
			}
			told = newest.Alert.Sequence
		}
		if err := m.pump(ctx, stream, certificates, changed); err != nil {
			return err
		}
	}
}

// pump sends certificates until the alerts change.
func (m *machService) pump(ctx context.Context, stream *connect.ServerStream[tridentv1.StreamCertificatesResponse], certificates <-chan avs.Certificate, changed <-chan struct{}) error {
	for {
		select {
		case c, open := <-certificates:
			if !open {
				return connect.NewError(connect.CodeUnavailable, errors.New("the operator stops"))
			}
			if err := m.send(ctx, stream, m.shared.get(c).message); err != nil {
				return errors.Join(errReader, err)
			}
		case <-changed:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		case <-m.subscribers.done:
			return connect.NewError(connect.CodeUnavailable, errors.New("the operator stops"))
		}
	}
}

// send writes one message (nil: only the headers) and gives the reader WriteTimeout to take it. Where the connection
// cannot have deadlines, a reader is dropped when its connection closes.
func (m *machService) send(ctx context.Context, stream *connect.ServerStream[tridentv1.StreamCertificatesResponse], message *tridentv1.StreamCertificatesResponse) error {
	if controller, ok := ctx.Value(controllerKey{}).(*http.ResponseController); ok {
		_ = controller.SetWriteDeadline(m.lookup.cfg.Clock.Now().Add(m.lookup.cfg.WriteTimeout))
		defer func() { _ = controller.SetWriteDeadline(time.Time{}) }() // a quiet stream may wait as long as it takes
	}
	return stream.Send(message)
}

type controllerKey struct{}

// withController passes the connection's controls to the handlers, which connect hides.
func withController(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), controllerKey{}, http.NewResponseController(w))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

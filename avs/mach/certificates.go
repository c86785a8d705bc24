package mach

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// ErrUnknownRollup is a question about a rollup that is not served here.
var ErrUnknownRollup = errors.New("rollup is not served by this operator")

// Latest implements avs.Certificates.
func (s *Service) Latest(rollup avs.RollupID) (avs.Certificate, bool, error) {
	if rollup != s.cfg.Rollup.ID {
		return avs.Certificate{}, false, fmt.Errorf("latest certificate of %s: %w", rollup, ErrUnknownRollup)
	}
	_, tip := s.stream.gap()
	if tip == 0 {
		return avs.Certificate{}, false, nil
	}
	return s.stream.get(tip)
}

// ByNumber implements avs.Certificates.
func (s *Service) ByNumber(rollup avs.RollupID, number uint64) (avs.Certificate, bool, error) {
	if rollup != s.cfg.Rollup.ID {
		return avs.Certificate{}, false, fmt.Errorf("certificate of %s: %w", rollup, ErrUnknownRollup)
	}
	return s.stream.get(number)
}

// ByHash is the certificate of a block hash.
func (s *Service) ByHash(rollup avs.RollupID, hash common.Hash) (avs.Certificate, bool, error) {
	if rollup != s.cfg.Rollup.ID {
		return avs.Certificate{}, false, fmt.Errorf("certificate of %s: %w", rollup, ErrUnknownRollup)
	}
	return s.stream.records.certificateByHash(hash)
}

// Subscribe implements avs.Certificates. The channel ends with ctx, with Run, or at once for a rollup not served here.
func (s *Service) Subscribe(ctx context.Context, rollup avs.RollupID, from uint64) <-chan avs.Certificate {
	if rollup != s.cfg.Rollup.ID {
		none := make(chan avs.Certificate)
		close(none)
		return none
	}
	return s.stream.subscribe(ctx, from)
}

// Directory serves the certificates of several rollups, which may come and go: it finds the service of a rollup, nil if
// there is none. It implements avs.Certificates.
type Directory func(rollup avs.RollupID) *Service

// NewDirectory collects services by their rollup.
func NewDirectory(services ...*Service) Directory {
	d := make(map[avs.RollupID]*Service, len(services))
	for _, s := range services {
		d[s.cfg.Rollup.ID] = s
	}
	return func(rollup avs.RollupID) *Service { return d[rollup] }
}

// Latest implements avs.Certificates.
func (d Directory) Latest(rollup avs.RollupID) (avs.Certificate, bool, error) {
	s, err := d.service(rollup)
	if err != nil {
		return avs.Certificate{}, false, err
	}
	return s.Latest(rollup)
}

// ByNumber implements avs.Certificates.
func (d Directory) ByNumber(rollup avs.RollupID, number uint64) (avs.Certificate, bool, error) {
	s, err := d.service(rollup)
	if err != nil {
		return avs.Certificate{}, false, err
	}
	return s.ByNumber(rollup, number)
}

// ByHash is the certificate of a block hash.
func (d Directory) ByHash(rollup avs.RollupID, hash common.Hash) (avs.Certificate, bool, error) {
	s, err := d.service(rollup)
	if err != nil {
		return avs.Certificate{}, false, err
	}
	return s.ByHash(rollup, hash)
}

// Subscribe implements avs.Certificates.
func (d Directory) Subscribe(ctx context.Context, rollup avs.RollupID, from uint64) <-chan avs.Certificate {
	s, err := d.service(rollup)
	if err != nil {
		none := make(chan avs.Certificate)
		close(none)
		return none
	}
	return s.Subscribe(ctx, rollup, from)
}

func (d Directory) service(rollup avs.RollupID) (*Service, error) {
	s := d(rollup)
	if s == nil {
		return nil, fmt.Errorf("certificates of %s: %w", rollup, ErrUnknownRollup)
	}
	return s, nil
}

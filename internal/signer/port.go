package signer

import (
	"context"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/internal/bls"
)

// Signer is a guard, here (*Guard) or in a process of its own (remote.Client). Errors are the same from both; from
// another process ErrUnavailable may come in addition, from every method that returns an error.
type Signer interface {
	BLSPublicKey() bls.PublicKey
	ConsensusAddress() common.Address
	ConsensusPublicKey() [33]byte

	BLS(ctx context.Context, s Statement) (bls.Signature, error)
	ECDSA(ctx context.Context, s Statement) ([65]byte, error)
	UnslashableBLS(p Purpose, digest [32]byte) (bls.Signature, error)
	UnslashableECDSA(p Purpose, digest [32]byte) ([65]byte, error)

	Watermark(ctx context.Context, s Stream) (uint64, error)
	Raise(ctx context.Context, kind Kind, domain string, scope [32]byte, position uint64) error
	Prune(ctx context.Context, kind Kind, domain string, scope [32]byte, position uint64) error

	Restored(ctx context.Context) (Restoration, error)
	Settle(ctx context.Context, at time.Time, s Stream, floor uint64) error
	Resume(ctx context.Context, at time.Time) error
}

var _ Signer = (*Guard)(nil)

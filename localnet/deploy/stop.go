package deploy

import (
	"context"
	"crypto/ecdsa"

	"github.com/trident-network/trident/avs"
)

// StopRollup has the registrant of a rollup stop it for good. One that is stopped already is no error.
func StopRollup(ctx context.Context, b Backend, registrant *ecdsa.PrivateKey, c *Contracts, id avs.RollupID) error {
	rollups, err := c.Addresses.contract(RestakedRollups, rollupsMeta)
	if err != nil {
		return err
	}
	chain, err := connect(ctx, b)
	if err != nil {
		return err
	}
	s, err := chain.sender(ctx, registrant)
	if err != nil {
		return err
	}
	if err := s.call(ctx, rollups, "stopRollup", id); err != nil {
		return err
	}
	if err := s.flush(ctx, s); !isRevert(err, "AlreadyStopped") {
		return err
	}
	return nil
}

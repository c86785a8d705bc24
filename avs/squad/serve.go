package squad

import "github.com/trident-network/trident/avs"

// Batch is the ordered batch of a block number with its body, for followers; false if none is ordered yet, or its body is
// not here. It may be called at any time.
func (s *Service) Batch(number uint64) (avs.Batch, bool, error) {
	if !s.gate.enter() {
		return avs.Batch{}, false, errStopped
	}
	defer s.gate.leave()
	ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, number)
	if err != nil || !found {
		return avs.Batch{}, false, err
	}
	return s.bodies.get(ordered.Header.Header.Digest(s.cfg.Domain))
}

package api

import (
	"encoding/json"
	"sync"
	"sync/atomic"

	"github.com/trident-network/trident/api/client"
	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/avs"
)

// sharedSlots is how many of the newest certificates are kept as they are sent.
const sharedSlots = 256

// shared makes each certificate ready to be sent once for all subscribers: its digest costs as much as writing it to a
// connection does. Safe for concurrent use.
type shared struct {
	domain avs.Domain
	slots  [sharedSlots]atomic.Pointer[sharedCertificate]
}

// sharedCertificate is a certificate as both services send it. Nobody changes it.
type sharedCertificate struct {
	of      avs.Certificate
	message *tridentv1.StreamCertificatesResponse
	json    func() json.RawMessage
}

func (s *shared) get(c avs.Certificate) *sharedCertificate {
	slot := &s.slots[c.Claim.Number%sharedSlots]
	if have := slot.Load(); have != nil && have.of.Claim == c.Claim && have.of.Signature == c.Signature {
		return have
	}
	made := &sharedCertificate{of: c, message: &tridentv1.StreamCertificatesResponse{Certificate: client.ToProto(s.domain, c)}}
	made.json = sync.OnceValue(func() json.RawMessage {
		data, err := json.Marshal(client.NewCertificate(s.domain, c))
		if err != nil {
			return json.RawMessage("null") // its fields always encode; a test encodes each
		}
		return data
	})
	slot.Store(made)
	return made
}

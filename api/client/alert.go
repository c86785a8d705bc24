package client

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/avs"
)

// Sentinels of an alert in JSON that is not what it claims to be. Those of package avs name the other checks.
var (
	ErrAlertDigest   = errors.New("alert's digest is not that of its fields in this domain")
	ErrAlertSequence = errors.New("alert's sequence does not fit what it says: pauses are odd, their ends even")
)

// Alert is a certified alert in JSON.
type Alert struct {
	Rollup    common.Hash    `json:"rollup"`
	Epoch     hexutil.Uint64 `json:"epoch"`
	Sequence  hexutil.Uint64 `json:"sequence"` // counts the certified alerts of the rollup from 1
	Paused    bool           `json:"paused"`
	Digest    common.Hash    `json:"digest"`    // EIP-712 digest that was signed
	Signers   hexutil.Bytes  `json:"signers"`   // bit i (little-endian) is member i
	Signature hexutil.Bytes  `json:"signature"` // 96 bytes, compressed
}

// AlertVote is one operator's vote for the next alert in JSON.
type AlertVote struct {
	Operator        common.Address `json:"operator"`
	Member          hexutil.Uint64 `json:"member"` // index in the MACH set of the epoch
	Epoch           hexutil.Uint64 `json:"epoch"`
	Sequence        hexutil.Uint64 `json:"sequence"`
	Paused          bool           `json:"paused"`
	Number          hexutil.Uint64 `json:"number"` // block of the rollup that the report is about; 0 where there is none
	Reason          string         `json:"reason"`
	Ours            common.Hash    `json:"ours"`
	Theirs          common.Hash    `json:"theirs"`
	Signature       hexutil.Bytes  `json:"signature"`       // of the alert; 96 bytes, compressed
	ReportSignature hexutil.Bytes  `json:"reportSignature"` // of the report; 96 bytes, compressed
}

// Alerts is where the circuit breaker of a rollup stands, in JSON. Before the first certified alert the sequence is zero
// and there is no signature.
type Alerts struct {
	Alert
	Votes []AlertVote `json:"votes"` // open votes for the next alert
}

// Certified reports whether there is a certified alert.
func (a Alerts) Certified() bool { return a.Sequence != 0 }

// NewAlert is a certified alert as JSON shows it.
func NewAlert(d avs.Domain, c avs.CertifiedAlert) Alert {
	return Alert{Rollup: c.Alert.Rollup, Epoch: hexutil.Uint64(c.Alert.Epoch), Sequence: hexutil.Uint64(c.Alert.Sequence), Paused: c.Alert.Paused,
		Digest: c.Alert.Digest(d), Signers: hexutil.Bytes(c.Signers), Signature: c.Signature[:]}
}

// NewAlertVote is a vote as JSON shows it.
func NewAlertVote(operator avs.OperatorID, v avs.AlertVote) AlertVote {
	return AlertVote{Operator: operator, Member: hexutil.Uint64(v.Member), Epoch: hexutil.Uint64(v.Alert.Epoch), Sequence: hexutil.Uint64(v.Alert.Sequence),
		Paused: v.Alert.Paused, Number: hexutil.Uint64(v.Report.Number), Reason: v.Report.Reason, Ours: v.Report.Ours, Theirs: v.Report.Theirs,
		Signature: v.Signature[:], ReportSignature: v.ReportSignature[:]}
}

// Value is the alert as package avs has it. The digest is left to VerifyAlert.
func (a Alert) Value() (avs.CertifiedAlert, error) {
	if len(a.Signature) != 96 {
		return avs.CertifiedAlert{}, fmt.Errorf("read alert: signature of %d bytes, want 96: %w", len(a.Signature), ErrShape)
	}
	return avs.CertifiedAlert{Alert: avs.Alert{Rollup: a.Rollup, Epoch: avs.Epoch(a.Epoch), Sequence: uint64(a.Sequence), Paused: a.Paused},
		Signers: avs.Bitmap(a.Signers), Signature: [96]byte(a.Signature)}, nil
}

// Value is the vote, on an alert of the given rollup, as package avs has it.
func (v AlertVote) Value(rollup avs.RollupID) (avs.AlertVote, error) {
	if len(v.Signature) != 96 || len(v.ReportSignature) != 96 {
		return avs.AlertVote{}, fmt.Errorf("read alert vote: signatures of %d and %d bytes, want 96: %w", len(v.Signature), len(v.ReportSignature), ErrShape)
	}
	if v.Member >= avs.MaxMembers {
		return avs.AlertVote{}, fmt.Errorf("read alert vote: member %d: %w", uint64(v.Member), ErrShape)
	}
	return avs.AlertVote{Alert: avs.Alert{Rollup: rollup, Epoch: avs.Epoch(v.Epoch), Sequence: uint64(v.Sequence), Paused: v.Paused}, Member: uint16(v.Member),
		Signature: [96]byte(v.Signature), Report: avs.AlertReport{Number: uint64(v.Number), Reason: v.Reason, Ours: v.Ours, Theirs: v.Theirs},
		ReportSignature: [96]byte(v.ReportSignature)}, nil
}

// VerifyAlert checks an alert as it stands in JSON against the MACH set of its rollup and epoch: shape, sequence, digest,
// signers, weight and signature.
func VerifyAlert(d avs.Domain, set *avs.OperatorSet, a Alert) error {
	value, err := a.Value()
	if err != nil {
		return err
	}
	if digest := value.Alert.Digest(d); digest != a.Digest {
		return fmt.Errorf("verify alert: %w: %s, not %s", ErrAlertDigest, a.Digest, digest)
	}
	return verifyAlert(d, set, value)
}

func verifyAlert(d avs.Domain, set *avs.OperatorSet, c avs.CertifiedAlert) error {
	if odd := c.Alert.Sequence%2 == 1; odd != c.Alert.Paused || c.Alert.Sequence == 0 {
		return fmt.Errorf("verify alert: %w: %d, paused %v", ErrAlertSequence, c.Alert.Sequence, c.Alert.Paused)
	}
	return c.Verify(d, set)
}

// ParseAlert reads a certified alert from JSON.
func ParseAlert(data []byte) (Alert, error) {
	var a Alert
	if err := json.Unmarshal(data, &a); err != nil {
		return a, fmt.Errorf("read alert: %w", err)
	}
	_, err := a.Value()
	return a, err
}

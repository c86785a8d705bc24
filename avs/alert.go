package avs

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/bls"
)

var (
	alertType  = typeHash("FinalityAlert(bytes32 rollup,uint64 epoch,uint64 sequence,bool paused)")
	reportType = typeHash("AlertReport(bytes32 alert,uint64 number,string reason,bytes32 ours,bytes32 theirs)")
)

// Sentinels of an alert that does not stand.
var (
	ErrAlertEpoch  = errors.New("alert is of another epoch than the operator set")
	ErrAlertMember = errors.New("alert names no member of the operator set")
	ErrAlertReport = errors.New("alert's report is not valid")
)

// Alert is what operators say of a rollup as a whole: rely on its certificates no longer, or rely on them again. With
// the signatures of two thirds of the weight it is the circuit breaker of Mach on L1.
//
// It says nothing of why, so that operators who saw different things still sign the same words. Sequence counts the
// certified alerts of a rollup from 1; a pause and its end alternate.
type Alert struct {
	Rollup   RollupID
	Epoch    Epoch // of the rollup's MACH set that signs
	Sequence uint64
	Paused   bool
}

// Digest is the EIP-712 digest that operators sign with BLS.
func (a Alert) Digest(d Domain) common.Hash {
	paused := uint64(0)
	if a.Paused {
		paused = 1
	}
	return d.digest(alertType, a.Rollup[:], word(uint64(a.Epoch)), word(a.Sequence), word(paused))
}

// GuardScope is the scope of the signing guard for alerts of a rollup's epoch: within it, sequences only rise.
func (a Alert) GuardScope() common.Hash {
	return crypto.Keccak256Hash(a.Rollup[:], binary.BigEndian.AppendUint64(nil, uint64(a.Epoch)))
}

// MaxReason bounds the text of a report, bytes.
const MaxReason = 200

// AlertReport is what one operator saw. It is for people and carries no weight.
type AlertReport struct {
	Number uint64 // block number of the rollup; 0 where there is none
	Reason string // at most MaxReason bytes of UTF-8
	Ours   common.Hash
	Theirs common.Hash
}

// Digest is the EIP-712 digest of a report on an alert.
func (r AlertReport) Digest(d Domain, alert common.Hash) common.Hash {
	return d.digest(reportType, alert[:], word(r.Number), crypto.Keccak256([]byte(r.Reason)), r.Ours[:], r.Theirs[:])
}

// AlertVote is one member's signature of an alert, with what it saw.
type AlertVote struct {
	Alert           Alert
	Member          uint16 // index in the MACH set of the alert's epoch
	Signature       [96]byte
	Report          AlertReport
	ReportSignature [96]byte
}

// Verify checks both signatures against the member's key and returns that of the alert decoded.
func (v AlertVote) Verify(d Domain, set *OperatorSet) (bls.Signature, error) {
	if set.Epoch() != v.Alert.Epoch {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: %d, not %d", ErrAlertEpoch, v.Alert.Epoch, set.Epoch())
	}
	if int(v.Member) >= set.Len() {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: %d of %d", ErrAlertMember, v.Member, set.Len())
	}
	if len(v.Report.Reason) > MaxReason || !utf8.ValidString(v.Report.Reason) {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: reason of %d bytes, at most %d of UTF-8", ErrAlertReport, len(v.Report.Reason), MaxReason)
	}
	digest, key := v.Alert.Digest(d), set.Key(int(v.Member))
	sig, err := bls.SignatureFromBytes(v.Signature[:])
	if err != nil {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: %w", ErrCertSignature, err)
	}
	if !key.Verify(digest, sig) {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: of member %d", ErrCertSignature, v.Member)
	}
	report, err := bls.SignatureFromBytes(v.ReportSignature[:])
	if err != nil {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: %w", ErrAlertReport, err)
	}
	if !key.Verify(v.Report.Digest(d, digest), report) {
		return bls.Signature{}, fmt.Errorf("verify alert: %w: signature of member %d", ErrAlertReport, v.Member)
	}
	return sig, nil
}

// MaxAlertVoteSize bounds an encoded vote.
const MaxAlertVoteSize = 768

// Encode is the canonical encoding.
func (v AlertVote) Encode() []byte { return mustRLP(v) }

// DecodeAlertVote reads Encode's bytes.
func DecodeAlertVote(data []byte) (AlertVote, error) {
	return decode[AlertVote](data, MaxAlertVoteSize, "alert vote")
}

// CertifiedAlert is an alert with the aggregate signature of at least two thirds of the weight of its epoch's MACH set.
type CertifiedAlert struct {
	Alert     Alert
	Signers   Bitmap
	Signature [96]byte
}

// Verify checks the alert against the MACH set of its rollup and epoch.
func (c CertifiedAlert) Verify(d Domain, set *OperatorSet) error {
	if set.Epoch() != c.Alert.Epoch {
		return fmt.Errorf("verify alert: %w: %d, not %d", ErrAlertEpoch, c.Alert.Epoch, set.Epoch())
	}
	return VerifyAggregate(set, c.Alert.Digest(d), c.Signers, c.Signature)
}

// Encode is the canonical encoding.
func (c CertifiedAlert) Encode() []byte { return mustRLP(c) }

// DecodeCertifiedAlert reads Encode's bytes.
func DecodeCertifiedAlert(data []byte) (CertifiedAlert, error) {
	return decode[CertifiedAlert](data, MaxCertificateSize, "certified alert")
}

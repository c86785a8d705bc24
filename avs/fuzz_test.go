package avs_test

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// roundTrip checks that a decoder accepts only the one canonical encoding of what it returns.
func roundTrip[T interface{ Encode() []byte }](f *testing.F, decode func([]byte) (T, error), seeds ...T) {
	f.Helper()
	for _, s := range seeds {
		f.Add(s.Encode())
	}
	f.Add([]byte{})
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := decode(data)
		if err != nil {
			return
		}
		if again := v.Encode(); !bytes.Equal(data, again) {
			t.Fatalf("decoded %x, encodes as %x", data, again)
		}
	})
}

func FuzzDecodeAttestation(f *testing.F) {
	roundTrip(f, avs.DecodeAttestation, goldenAttestation(f, goldenClaim(), 1))
}

func FuzzDecodeCertificate(f *testing.F) {
	roundTrip(f, avs.DecodeCertificate, goldenCertificate(f, goldenSet(f, 3, 4), goldenClaim(), 1, 2, 3))
}

func FuzzDecodeConflictingClaims(f *testing.F) {
	roundTrip(f, avs.DecodeConflictingClaims, avs.ConflictingClaims{A: goldenAttestation(f, goldenClaim(), 1)})
}

func FuzzDecodeViewVote(f *testing.F) {
	roundTrip(f, avs.DecodeViewVote, avs.ViewVote{Number: 7, Epoch: 1})
}

func FuzzDecodeAlertVote(f *testing.F) { roundTrip(f, avs.DecodeAlertVote, goldenAlertVote(f, 1)) }

func FuzzDecodeCertifiedAlert(f *testing.F) {
	roundTrip(f, avs.DecodeCertifiedAlert, goldenCertifiedAlert(f, 0, 2, 3))
}

func FuzzDecodeHandOff(f *testing.F) {
	ordering := goldenSetOf(f, avs.OrderingSet, 1, 4, 10)
	roundTrip(f, avs.DecodeCertifiedL1View, goldenHandOff(f, 20, ordering, []*avs.OperatorSet{goldenSetOf(f, 2, 2, 2, 10)}, 1, 2, 3))
}

func FuzzDecodeTx(f *testing.F) {
	view := avs.CertifiedL1View{View: avs.L1View{Number: 9, Sets: []*avs.OperatorSet{goldenSet(f, 3, 2)}, Inputs: goldenInputs(9)}, Signers: avs.Bitmap{3}}
	roundTrip(f, avs.DecodeTx, avs.Tx{Batch: new(avs.BatchTx)}, avs.Tx{L1View: &view}, avs.Tx{Reveal: new(avs.Reveal)},
		avs.Tx{Inclusion: &avs.SignedInclusionList{List: avs.InclusionList{Transactions: []common.Hash{{1}}}}}, avs.Tx{Unjail: new(avs.SignedUnjail)})
}

func FuzzDecodeOperatorSet(f *testing.F) {
	seed, err := rlp.EncodeToBytes(goldenSet(f, 3, 2))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Fuzz(func(t *testing.T, data []byte) {
		var set avs.OperatorSet
		if rlp.DecodeBytes(data, &set) != nil {
			return
		}
		again, err := rlp.EncodeToBytes(&set)
		if err != nil || !bytes.Equal(data, again) {
			t.Fatalf("decoded %x, encodes as %x (%v)", data, again, err)
		}
	})
}

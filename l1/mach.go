package l1

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
)

var machABI = bindings.NewMach()

// MachState is what Mach holds of a rollup.
type MachState struct {
	Number        uint64      // of the newest certified block
	Hash          common.Hash // of it; zero before the first
	Epoch         avs.Epoch   // that certified it; zero before the first
	AlertSequence uint64      // number of certified alerts; an odd one means paused
}

// Paused says whether a quorum has paused the rollup's finality.
func (s MachState) Paused() bool { return s.AlertSequence%2 == 1 }

// MachState reads Mach at the newest block.
func (c *Client) MachState(ctx context.Context, mach common.Address, rollup avs.RollupID) (MachState, error) {
	head, err := view(ctx, c, mach, machABI.PackHead(rollup), machABI.UnpackHead)
	if err != nil {
		return MachState{}, fmt.Errorf("read head of %s in Mach: %w", avs.ShortID(rollup), err)
	}
	sequence, err := view(ctx, c, mach, machABI.PackAlertSequence(rollup), machABI.UnpackAlertSequence)
	if err != nil {
		return MachState{}, fmt.Errorf("read alerts of %s in Mach: %w", avs.ShortID(rollup), err)
	}
	return MachState{Number: head.Number, Hash: head.BlockHash, Epoch: avs.Epoch(head.Epoch), AlertSequence: sequence}, nil
}

// Certified is the hash that Mach has recorded for a block number; zero for none.
func (c *Client) Certified(ctx context.Context, mach common.Address, rollup avs.RollupID, number uint64) (common.Hash, error) {
	hash, err := view(ctx, c, mach, machABI.PackCertifiedHash(rollup, number), machABI.UnpackCertifiedHash)
	if err != nil {
		return common.Hash{}, fmt.Errorf("read block %d of %s in Mach: %w", number, avs.ShortID(rollup), err)
	}
	return hash, nil
}

// view calls a view of a contract at the newest block.
func view[T any](ctx context.Context, c *Client, at common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &at, Data: data}, nil)
	if err != nil {
		var none T
		return none, explain(err)
	}
	return unpack(out)
}

// PackSubmitMany is the call data of Mach.submitMany: several certificates in one transaction.
func PackSubmitMany(certificates []avs.Certificate) ([]byte, error) {
	submissions := make([]bindings.Submission, len(certificates))
	for i, c := range certificates {
		claim, signers, signature, err := contractArguments(c)
		if err != nil {
			return nil, err
		}
		submissions[i] = bindings.Submission{Claim: claim, Signers: signers, Signature: signature}
	}
	return machABI.TryPackSubmitMany(submissions)
}

// packCertificates takes the cheaper call for one certificate.
func packCertificates(certificates []avs.Certificate) ([]byte, error) {
	if len(certificates) == 1 {
		return PackSubmit(certificates[0])
	}
	return PackSubmitMany(certificates)
}

// PackAlert is the call data of Mach.alert, which pauses a rollup's finality or lifts the pause.
func PackAlert(c avs.CertifiedAlert) ([]byte, error) {
	signers, signature, err := aggregate(c.Signers, c.Signature)
	if err != nil {
		return nil, fmt.Errorf("encode alert: %w", err)
	}
	a := c.Alert
	return machABI.TryPackAlert(bindings.FinalityAlert{Rollup: a.Rollup, Epoch: uint64(a.Epoch), Sequence: a.Sequence, Paused: a.Paused},
		signers, signature)
}

// PackRecordAncestors is the call data of Mach.recordAncestors: RLP headers of the certified block number and of those before it.
func PackRecordAncestors(rollup avs.RollupID, number uint64, headers [][]byte) ([]byte, error) {
	return machABI.TryPackRecordAncestors(rollup, number, headers)
}

// aggregate is an aggregate signature as the contracts take it: signers in one word, the signature uncompressed.
func aggregate(signers avs.Bitmap, signature [96]byte) (*big.Int, []byte, error) {
	sig, err := bls.SignatureFromBytes(signature[:])
	if err != nil {
		return nil, nil, err
	}
	if len(signers) > avs.MaxMembers/8 {
		return nil, nil, fmt.Errorf("%w: %d bytes of signers", avs.ErrCertBitmap, len(signers))
	}
	encoded := sig.EIP2537()
	return signers.Uint256().ToBig(), encoded[:], nil
}

// ErrRecorded says that there is nothing to post: Mach has the block already.
var ErrRecorded = errors.New("block is recorded in Mach already")

// PostCertificate records a certified block in Mach. Anyone may, who pays the fee: tx is the payer's. A block that is recorded
// already is ErrRecorded and costs nothing.
func PostCertificate(ctx context.Context, client *Client, tx *TxManager, mach common.Address, c avs.Certificate) (*types.Receipt, error) {
	have, err := client.Certified(ctx, mach, c.Claim.Rollup, c.Claim.Number)
	if err != nil {
		return nil, err
	}
	if have == c.Claim.BlockHash && have != (common.Hash{}) {
		return nil, fmt.Errorf("post certificate of block %d: %w", c.Claim.Number, ErrRecorded)
	}
	data, err := PackSubmit(c)
	if err != nil {
		return nil, err
	}
	return tx.Send(ctx, Call{Label: fmt.Sprintf("post certificate of block %d", c.Claim.Number), To: mach, Data: data})
}

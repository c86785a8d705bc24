package follow

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
)

// ErrForeignType is the sentinel of a transaction or receipt whose encoding is not known here. It accuses nobody: the
// block cannot be checked beyond its header.
var ErrForeignType = errors.New("encoding of this transaction type is not known")

// A field of a transaction: the members of the JSON object that may hold it, the first present one counts, and how it
// is put into RLP. put gets nil for an absent member or null.
type field struct {
	names []string
	put   func(raw json.RawMessage) ([]byte, error)
}

func member(put func(json.RawMessage) ([]byte, error), names ...string) field {
	return field{names, put}
}

// Fields that several types share.
var (
	fChain     = member(putQuantity, "chainId")
	fNonce     = member(putQuantity, "nonce")
	fGasPrice  = member(putQuantity, "gasPrice")
	fTip       = member(putQuantity, "maxPriorityFeePerGas")
	fFeeCap    = member(putQuantity, "maxFeePerGas")
	fAnyCap    = member(putQuantity, "maxFeePerGas", "gasPrice") // older Nitro gives the fee cap as the price
	fGas       = member(putQuantity, "gas")
	fTo        = member(putRecipient, "to")
	fValue     = member(putQuantity, "value")
	fInput     = member(putData, "input", "data")
	fAccess    = member(putList[types.AccessTuple], "accessList")
	fParity    = member(putQuantity, "v", "yParity")
	fV         = member(putQuantity, "v")
	fR         = member(putQuantity, "r")
	fS         = member(putQuantity, "s")
	fFrom      = member(putAddress, "from")
	fRequestID = member(putHash, "requestId")
)

// layouts are the RLP lists of the transaction types that a block's transactions root is made of: Ethereum's, the
// deposit of the OP Stack (its specification, "Deposits"), and those of Arbitrum Nitro (its arb_types.go). ZK Stack's
// 0x71 and 0xff have none, because no root there covers the bytes of a transaction. Nor has 0x78, a transaction from
// before Nitro: nodes tell the price that was paid in place of the one that was signed.
var layouts = map[byte][]field{
	0x00: {fNonce, fGasPrice, fGas, fTo, fValue, fInput, fV, fR, fS},
	0x01: {fChain, fNonce, fGasPrice, fGas, fTo, fValue, fInput, fAccess, fParity, fR, fS},
	0x02: {fChain, fNonce, fTip, fFeeCap, fGas, fTo, fValue, fInput, fAccess, fParity, fR, fS},
	0x03: {fChain, fNonce, fTip, fFeeCap, fGas, fTo, fValue, fInput, fAccess, member(putQuantity, "maxFeePerBlobGas"),
		member(putList[common.Hash], "blobVersionedHashes"), fParity, fR, fS},
	0x04: {fChain, fNonce, fTip, fFeeCap, fGas, fTo, fValue, fInput, fAccess, member(putList[types.SetCodeAuthorization], "authorizationList"), fParity, fR, fS},
	0x64: {fChain, fRequestID, fFrom, member(putAddress, "to"), fValue},   // deposit
	0x65: {fChain, fFrom, fNonce, fAnyCap, fGas, fTo, fValue, fInput},     // unsigned
	0x66: {fChain, fRequestID, fFrom, fAnyCap, fGas, fTo, fValue, fInput}, // by a contract of L1
	0x68: {fChain, fNonce, fFrom, fAnyCap, fGas, fTo, fValue, fInput, member(putHash, "ticketId"), member(putAddress, "refundTo"), // retry
		member(putQuantity, "maxRefund"), member(putQuantity, "submissionFeeRefund")},
	0x69: {fChain, fRequestID, fFrom, member(putQuantity, "l1BaseFee"), member(putQuantity, "depositValue"), fAnyCap, fGas, member(putRecipient, "retryTo"), // submit retryable
		member(putQuantity, "retryValue"), member(putAddress, "beneficiary"), member(putQuantity, "maxSubmissionFee"), member(putAddress, "refundTo"), member(putData, "retryData")},
	0x6a: {fChain, fInput}, // internal
	0x7e: {member(putHash, "sourceHash"), fFrom, fTo, member(putOptional, "mint"), fValue, fGas, member(putFlag, "isSystemTx"), fInput},
}

// encodeTransaction gives the bytes that the transactions root commits to, which are also those that hash to the
// transaction's hash.
func encodeTransaction(raw json.RawMessage) ([]byte, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		return nil, fmt.Errorf("decode transaction: %w", err)
	}
	kind, err := typeByte(members["type"])
	if err != nil {
		return nil, fmt.Errorf("decode type of transaction: %w", err)
	}
	layout, known := layouts[kind]
	if !known {
		return nil, fmt.Errorf("%w: %#x", ErrForeignType, kind)
	}
	var content []byte
	for _, field := range layout {
		item, err := field.put(first(members, field.names))
		if err != nil {
			return nil, fmt.Errorf("decode %s of transaction type %#x: %w", field.names[0], kind, err)
		}
		content = append(content, item...)
	}
	list := append(listHead(len(content)), content...)
	if kind == types.LegacyTxType {
		return list, nil
	}
	return append([]byte{kind}, list...), nil
}

func first(members map[string]json.RawMessage, names []string) json.RawMessage {
	for _, name := range names {
		if raw := members[name]; len(raw) > 0 && !bytes.Equal(raw, []byte("null")) {
			return raw
		}
	}
	return nil
}

// listHead is the RLP header of a list whose items have the given length together.
func listHead(content int) []byte {
	if content <= 55 {
		return []byte{0xc0 + byte(content)}
	}
	size := new(big.Int).SetUint64(uint64(content)).Bytes()
	return append([]byte{0xf7 + byte(len(size))}, size...)
}

func typeByte(raw json.RawMessage) (byte, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return types.LegacyTxType, nil // nodes from before EIP-2718
	}
	n, err := parseQuantity(raw)
	if err != nil {
		return 0, err
	}
	if !n.IsUint64() || n.Uint64() > 0xff {
		return 0, fmt.Errorf("%w: %s", ErrForeignType, n)
	}
	return byte(n.Uint64()), nil
}

var errAbsent = errors.New("is not there")

// parseQuantity takes leading zeros, which some nodes send in signatures.
func parseQuantity(raw json.RawMessage) (*big.Int, error) {
	if raw == nil {
		return nil, errAbsent
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, err
	}
	digits, ok := strings.CutPrefix(s, "0x")
	if !ok || digits == "" || len(digits) > 64 || strings.Trim(digits, "0123456789abcdefABCDEF") != "" {
		return nil, fmt.Errorf("%.70q is not a hex number of at most 256 bits", s)
	}
	n, _ := new(big.Int).SetString(digits, 16)
	return n, nil
}

func putQuantity(raw json.RawMessage) ([]byte, error) {
	n, err := parseQuantity(raw)
	if err != nil {
		return nil, err
	}
	return rlp.EncodeToBytes(n)
}

func putOptional(raw json.RawMessage) ([]byte, error) {
	if raw == nil {
		return rlp.EncodeToBytes(new(big.Int))
	}
	return putQuantity(raw)
}

func putData(raw json.RawMessage) ([]byte, error)    { return putValue[hexutil.Bytes](raw) }
func putHash(raw json.RawMessage) ([]byte, error)    { return putValue[common.Hash](raw) }
func putAddress(raw json.RawMessage) ([]byte, error) { return putValue[common.Address](raw) }

// putFlag may be absent: nodes leave it out when it is false.
func putFlag(raw json.RawMessage) ([]byte, error) {
	if raw == nil {
		return rlp.EncodeToBytes(false)
	}
	return putValue[bool](raw)
}

// putRecipient may be absent: then the transaction makes a contract.
func putRecipient(raw json.RawMessage) ([]byte, error) {
	if raw == nil {
		return rlp.EncodeToBytes([]byte{})
	}
	return putAddress(raw)
}

// putList may be absent: then it is empty.
func putList[T any](raw json.RawMessage) ([]byte, error) {
	if raw == nil {
		return rlp.EncodeToBytes([]T{})
	}
	return putValue[[]T](raw)
}

func putValue[T any](raw json.RawMessage) ([]byte, error) {
	if raw == nil {
		return nil, errAbsent
	}
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	return rlp.EncodeToBytes(v)
}

// receipt has what the receipts root commits to.
type receipt struct {
	Type              json.RawMessage `json:"type"`
	Status            *hexutil.Uint64 `json:"status"`
	Root              hexutil.Bytes   `json:"root"` // before Byzantium, in place of the status
	CumulativeGasUsed *hexutil.Uint64 `json:"cumulativeGasUsed"`
	Bloom             *types.Bloom    `json:"logsBloom"`
	Logs              []struct {
		Address common.Address `json:"address"`
		Topics  []common.Hash  `json:"topics"`
		Data    hexutil.Bytes  `json:"data"`
	} `json:"logs"`
	// Of deposits on the OP Stack. Only from Canyon on, when the version is there, does the root cover them.
	DepositNonce          *hexutil.Uint64 `json:"depositNonce"`
	DepositReceiptVersion *hexutil.Uint64 `json:"depositReceiptVersion"`
}

// encodeReceipt gives the bytes that the receipts root commits to. Arbitrum's own types are encoded as Ethereum's are;
// what their receipts have beside is not covered.
func encodeReceipt(raw json.RawMessage) ([]byte, error) {
	var r receipt
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, fmt.Errorf("decode receipt: %w", err)
	}
	kind, err := typeByte(r.Type)
	if err != nil {
		return nil, fmt.Errorf("decode type of receipt: %w", err)
	}
	if _, known := layouts[kind]; !known {
		return nil, fmt.Errorf("%w: receipt of %#x", ErrForeignType, kind)
	}
	if r.CumulativeGasUsed == nil || r.Bloom == nil || r.Status == nil && len(r.Root) == 0 {
		return nil, fmt.Errorf("decode receipt: status, cumulativeGasUsed or logsBloom %w", errAbsent)
	}
	outcome := []byte(r.Root)
	if r.Status != nil {
		outcome = new(big.Int).SetUint64(uint64(*r.Status)).Bytes()
	}
	logs := make([]any, len(r.Logs))
	for i, l := range r.Logs {
		logs[i] = []any{l.Address, l.Topics, []byte(l.Data)}
	}
	list := []any{outcome, uint64(*r.CumulativeGasUsed), r.Bloom[:], logs}
	if r.DepositNonce != nil && r.DepositReceiptVersion != nil {
		list = append(list, uint64(*r.DepositNonce), uint64(*r.DepositReceiptVersion))
	}
	encoded, err := rlp.EncodeToBytes(list)
	if err != nil {
		return nil, fmt.Errorf("encode receipt: %w", err)
	}
	if kind == types.LegacyTxType {
		return encoded, nil
	}
	return append([]byte{kind}, encoded...), nil
}

// encodings is a list whose items are encoded already.
type encodings [][]byte

// Len implements types.DerivableList.
func (e encodings) Len() int { return len(e) }

// EncodeIndex implements types.DerivableList.
func (e encodings) EncodeIndex(i int, w *bytes.Buffer) { w.Write(e[i]) }

func (e encodings) root() common.Hash { return types.DeriveSha(e, trie.NewStackTrie(nil)) }

// encodeAll encodes every item of a list.
func encodeAll(items []json.RawMessage, encode func(json.RawMessage) ([]byte, error)) (encodings, error) {
	out := make(encodings, len(items))
	for i, raw := range items {
		encoded, err := encode(raw)
		if err != nil {
			return nil, fmt.Errorf("item %d: %w", i, err)
		}
		out[i] = encoded
	}
	return out, nil
}

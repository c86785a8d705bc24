package l1

import (
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/contracts/bindings"
)

// contractABIs are the contracts whose custom errors are told by name.
var contractABIs = []*bind.MetaData{&bindings.RestakedRollupsMetaData, &bindings.OperatorRegistrarMetaData, &bindings.StakeTableMetaData,
	&bindings.CertificateVerifierMetaData, &bindings.MachMetaData, &bindings.SlasherMetaData,
	&bindings.RemoteStakeTableMetaData, &bindings.RemoteVerifierMetaData, &bindings.SquadMetaData, &bindings.BridgeEscrowMetaData}

// errorNames are the custom errors of our contracts by selector.
var errorNames = sync.OnceValue(func() map[[4]byte]string {
	names := map[[4]byte]string{}
	for _, meta := range contractABIs {
		parsed, err := meta.ParseABI()
		if err != nil {
			continue // embedded and generated: a test parses each
		}
		for name, e := range parsed.Errors {
			names[[4]byte(e.ID[:4])] = name
		}
	}
	return names
})

func errorName(data []byte) (string, bool) {
	if len(data) < 4 {
		return "", false
	}
	name, ok := errorNames()[[4]byte(data[:4])]
	return name, ok
}

// RevertData is the return data that an RPC error carries, or nil.
func RevertData(err error) []byte {
	var data rpc.DataError
	if !errors.As(err, &data) {
		return nil
	}
	text, ok := data.ErrorData().(string)
	if !ok {
		return nil
	}
	return common.FromHex(text)
}

// revertCode is the JSON-RPC code of a revert.
const revertCode = 3

// explain puts a revert's reason into words; an error that the L1 did not answer with is ErrUnreachable.
func explain(err error) error {
	data := RevertData(err)
	if len(data) == 0 {
		var refusal rpc.Error
		if errors.As(err, &refusal) && refusal.ErrorCode() == revertCode {
			return fmt.Errorf("%w without a reason", ErrReverted)
		}
		return away(err)
	}
	if reason, unpackErr := abi.UnpackRevert(data); unpackErr == nil {
		return fmt.Errorf("%w: %s", ErrReverted, reason)
	}
	if name, ok := errorName(data); ok {
		return fmt.Errorf("%w: %s", ErrReverted, name)
	}
	return fmt.Errorf("%w: error data %#x", ErrReverted, data)
}

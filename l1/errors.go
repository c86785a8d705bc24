package l1

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

func containsText(err, text error) bool { return strings.Contains(err.Error(), text.Error()) }

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

// explain puts a revert's reason into words.
func explain(err error) error {
	data := RevertData(err)
	if len(data) == 0 {
		return err
	}
	if reason, unpackErr := abi.UnpackRevert(data); unpackErr == nil {
		return fmt.Errorf("%w: %s", ErrReverted, reason)
	}
	if name, ok := errorName(data); ok {
		return fmt.Errorf("%w: %s", ErrReverted, name)
	}
	return fmt.Errorf("%w: error data %#x", ErrReverted, data)
}

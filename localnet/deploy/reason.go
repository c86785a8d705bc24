package deploy

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	directory "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AVSDirectory"
	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	"github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManagerView"
	delegation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/DelegationManager"
	podmanager "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/EigenPodManager"
	permission "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/PermissionController"
	rewards "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/RewardsCoordinator"
	"github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyBase"
	factory "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyFactory"
	strategies "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyManager"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

// RevertError is why a contract refused a call.
type RevertError struct {
	Name string // the custom error, or the text of a require or panic
	Args []any
}

func (r *RevertError) Error() string {
	if len(r.Args) == 0 {
		return r.Name
	}
	args := make([]string, len(r.Args))
	for i, a := range r.Args {
		args[i] = fmt.Sprint(a)
	}
	return r.Name + "(" + strings.Join(args, ", ") + ")"
}

// customErrors are the errors of every contract that we deploy, by selector.
var customErrors = sync.OnceValue(func() map[[4]byte]abi.Error {
	known := map[[4]byte]abi.Error{}
	metas := append([]*bind.MetaData{
		directory.AVSDirectoryMetaData, allocation.AllocationManagerMetaData, AllocationManagerView.AllocationManagerViewMetaData,
		delegation.DelegationManagerMetaData, podmanager.EigenPodManagerMetaData, permission.PermissionControllerMetaData,
		rewards.RewardsCoordinatorMetaData, StrategyBase.StrategyBaseMetaData, factory.StrategyFactoryMetaData,
		strategies.StrategyManagerMetaData,
	}, ownContracts()...)
	for _, meta := range metas {
		parsed, err := meta.GetAbi()
		if err != nil {
			continue // an error of its own where the contract is used
		}
		for _, e := range parsed.Errors {
			known[[4]byte(e.ID[:4])] = e
		}
	}
	return known
})

// reason turns the data of a JSON-RPC error into a *RevertError; any other error stays as it is.
func reason(err error) error {
	var withData rpc.DataError
	if !errors.As(err, &withData) {
		return err
	}
	text, ok := withData.ErrorData().(string)
	if !ok {
		return err
	}
	data := common.FromHex(text)
	if len(data) < 4 {
		return err
	}
	if message, err := abi.UnpackRevert(data); err == nil {
		return &RevertError{Name: message}
	}
	e, ok := customErrors()[[4]byte(data[:4])]
	if !ok {
		return &RevertError{Name: fmt.Sprintf("unknown error %#x", data)}
	}
	args, err := e.Inputs.Unpack(data[4:])
	if err != nil {
		return &RevertError{Name: e.Name}
	}
	return &RevertError{Name: e.Name, Args: args}
}

// isRevert reports whether err is the named custom error of a contract.
func isRevert(err error, name string) bool {
	var r *RevertError
	return errors.As(err, &r) && r.Name == name
}

// Package deploy puts a Trident network on an L1: the real EigenLayer core, Trident's contracts, rollups and operators
// with stake.
//
// It is for local networks and tests. Everything follows from the owner's key and the inputs: the contracts refer to
// each other in circles, so their addresses are computed beforehand from the owner's nonces, and the same key on a new
// chain gives the same addresses. Transactions are all sent before the first is waited for.
//
// The functions block until the L1 has mined, and are not meant to run at the same time with one key. A transaction
// that reverts is an error that names the step and the contract's own error; what was mined before stays, and the next
// run with the same inputs goes on behind it.
package deploy

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Backend is what the deployment needs of an L1. *ethclient.Client has it.
type Backend interface {
	ChainID(ctx context.Context) (*big.Int, error)
	BlockNumber(ctx context.Context) (uint64, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	NonceAt(ctx context.Context, account common.Address, block *big.Int) (uint64, error)
	BalanceAt(ctx context.Context, account common.Address, block *big.Int) (*big.Int, error)
	PendingNonceAt(ctx context.Context, account common.Address) (uint64, error)
	CodeAt(ctx context.Context, account common.Address, block *big.Int) ([]byte, error)
	CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Names of the contracts in Addresses.
const (
	PauserRegistry       = "PauserRegistry"
	PermissionController = "PermissionController"
	AllocationManager    = "AllocationManager"
	DelegationManager    = "DelegationManager"
	StrategyManager      = "StrategyManager"
	EigenPodManager      = "EigenPodManager"
	EigenPodBeacon       = "EigenPodBeacon"
	StrategyBeacon       = "StrategyBeacon"
	AVSDirectory         = "AVSDirectory"
	RewardsCoordinator   = "RewardsCoordinator"
	StrategyFactory      = "StrategyFactory"
	LST                  = "tLST"
	ALT                  = "ALT"
	LSTStrategy          = "tLSTStrategy"
	ALTStrategy          = "ALTStrategy"

	OperatorRegistrar   = "OperatorRegistrar"
	Slasher             = "Slasher"
	RestakedRollups     = "RestakedRollups"
	StakeTable          = "StakeTable"
	CertificateVerifier = "CertificateVerifier"
	Mach                = "Mach"
	Squad               = "Squad"
)

const allocationManagerView = "AllocationManagerView" // reached through AllocationManager only

// Addresses are the contracts of a network by name: the "contracts" of localnet.json.
type Addresses map[string]common.Address

// ErrOtherL1 is the sentinel of an L1 that lacks the contracts of a network.
var ErrOtherL1 = errors.New("this L1 is not the one this directory was made for")

// poll is how often the L1 is asked for what is waited for.
const poll = 20 * time.Millisecond

// Load checks that the L1 holds code at every address.
func Load(ctx context.Context, client Backend, addresses Addresses) error {
	for _, name := range slices.Sorted(maps.Keys(addresses)) {
		code, err := client.CodeAt(ctx, addresses[name], nil)
		if err != nil {
			return fmt.Errorf("read code of %s: %w", name, err)
		}
		if len(code) == 0 {
			return fmt.Errorf("contract %s missing at %s: %w", name, addresses[name], ErrOtherL1)
		}
	}
	return nil
}

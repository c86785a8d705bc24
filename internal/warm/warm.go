package warm
import (
 _ "github.com/ethereum/go-ethereum/eth"
 _ "github.com/ethereum/go-ethereum/eth/catalyst"
 _ "github.com/ethereum/go-ethereum/ethclient/simulated"
 _ "github.com/cometbft/cometbft/node"
 _ "github.com/cometbft/cometbft/crypto/secp256k1eth"
 _ "github.com/libp2p/go-libp2p"
 _ "github.com/libp2p/go-libp2p-pubsub"
 _ "github.com/herumi/bls-eth-go-binary/bls"
 _ "github.com/cockroachdb/pebble/v2"
 _ "github.com/spf13/cobra"
 _ "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
)

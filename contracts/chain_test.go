package contracts_test

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	ethereum "github.com/ethereum/go-ethereum"

	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/contracts/internal/harness"
	"github.com/trident-network/trident/internal/bls"
)

const (
	networkName = "trident-test"
	epochBlocks = 4
	machSet     = 2
	txGas       = 16_000_000 // just below the limit of one transaction (EIP-7825)
)

var (
	ether    = big.NewInt(1e18)
	strategy = common.HexToAddress("0x1111")
)

// operator is an account with its keys.
type operator struct {
	account   *ecdsa.PrivateKey
	consensus *ecdsa.PrivateKey
	bls       bls.SecretKey
}

func (o *operator) address() common.Address { return crypto.PubkeyToAddress(o.account.PublicKey) }

// seeded derives a secp256k1 key from a name and a number, so that runs repeat.
func seeded(tb testing.TB, name string, i int) *ecdsa.PrivateKey {
	tb.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(name), binary.BigEndian.AppendUint64(nil, uint64(i))))
	require.NoError(tb, err)
	return key
}

func newOperator(tb testing.TB, i int) *operator {
	tb.Helper()
	// The top bits are cleared to stay below the group order.
	secret := crypto.Keccak256([]byte("bls"), binary.BigEndian.AppendUint64(nil, uint64(i)))
	secret[0] &= 0x3f
	key, err := bls.SecretKeyFromBytes(secret)
	require.NoError(tb, err)
	return &operator{account: seeded(tb, "operator", i), consensus: seeded(tb, "consensus", i), bls: key}
}

// network is an in-process L1 under Osaka rules with all contracts and one rollup.
type network struct {
	tb        testing.TB
	sim       *simulated.Backend
	client    simulated.Client
	deployer  *ecdsa.PrivateKey
	chainID   *big.Int
	nonces    map[common.Address]uint64
	operators []*operator

	manager, registrar, slasher, rollups, table, verifier, mach common.Address
	rollup                                                      [32]byte
}

func newNetwork(tb testing.TB, operators int) *network {
	tb.Helper()
	n := &network{tb: tb, deployer: seeded(tb, "deployer", 0), nonces: map[common.Address]uint64{}}
	alloc := types.GenesisAlloc{crypto.PubkeyToAddress(n.deployer.PublicKey): {Balance: new(big.Int).Lsh(ether, 20)}}
	for i := range operators {
		o := newOperator(tb, i)
		n.operators = append(n.operators, o)
		alloc[o.address()] = types.Account{Balance: new(big.Int).Lsh(ether, 10)}
	}
	n.sim = simulated.NewBackend(alloc, func(_ *node.Config, conf *ethconfig.Config) {
		// The development rules run ahead of Osaka: gas would not be what an L1 of today charges.
		rules := *conf.Genesis.Config
		rules.BogotaTime = nil
		conf.Genesis.Config = &rules
		conf.Genesis.GasLimit = 60_000_000
		conf.Miner.GasCeil = 60_000_000
	})
	tb.Cleanup(func() { _ = n.sim.Close() })
	n.client = n.sim.Client()
	var err error
	n.chainID, err = n.client.ChainID(tb.Context())
	require.NoError(tb, err)
	n.deployAll()
	return n
}

// deployAll deploys the contracts in the order that README.md states.
func (n *network) deployAll() {
	deployer := crypto.PubkeyToAddress(n.deployer.PublicKey)
	n.manager = n.deploy(harness.AllocationManagerHarnessMetaData.Bin, nil)
	n.rollups = crypto.CreateAddress(deployer, n.nonces[deployer]+2)
	n.registrar = n.deploy(bindings.OperatorRegistrarMetaData.Bin,
		bindings.NewOperatorRegistrar().PackConstructor(n.manager, n.rollups))
	n.slasher = n.deploy(bindings.SlasherMetaData.Bin,
		bindings.NewSlasher().PackConstructor(n.manager, n.rollups, n.registrar))
	terms := bindings.SetParams{Strategies: []common.Address{strategy}, Multipliers: []*big.Int{ether},
		MinimumStake: ether, Capacity: 256}
	avs := bindings.NewRestakedRollups()
	rollups := n.deploy(bindings.RestakedRollupsMetaData.Bin, avs.PackConstructor(bindings.RestakedRollupsConfig{
		Name: networkName, MetadataURI: "https://example.org", AllocationManager: n.manager, Registrar: n.registrar,
		Slasher: n.slasher, RegistrationFee: new(big.Int)}, terms))
	require.Equal(n.tb, n.rollups, rollups)
	n.table = n.deploy(bindings.StakeTableMetaData.Bin,
		bindings.NewStakeTable().PackConstructor(n.manager, n.rollups, n.registrar, epochBlocks))
	n.verifier = n.deploy(bindings.CertificateVerifierMetaData.Bin,
		bindings.NewCertificateVerifier().PackConstructor(n.rollups, n.table))
	n.mach = n.deploy(bindings.MachMetaData.Bin, bindings.NewMach().PackConstructor(n.rollups, n.table))
	n.do(n.deployer, n.rollups, avs.PackRegisterRollup(bindings.RollupParams{Name: "demo", ChainId: 42,
		GenesisHash: crypto.Keccak256Hash([]byte("genesis")), Sequenced: true, GenesisTime: 1_700_000_000, GasLimit: 30_000_000, SlotMillis: 250,
		SpanSlots: 8, WindowSpans: 30, Ranks: 3, StepMillis: 300, MaxBatchBytes: 1 << 20, ForceMillis: 30_000},
		[3]bindings.SetParams{terms, terms, terms}))
	var err error
	n.rollup, err = avs.UnpackRollupId(n.call(n.rollups, avs.PackRollupId(42)))
	require.NoError(n.tb, err)
}

// sign makes the next transaction of an account.
func (n *network) sign(from *ecdsa.PrivateKey, to *common.Address, data []byte) *types.Transaction {
	sender := crypto.PubkeyToAddress(from.PublicKey)
	tx, err := types.SignNewTx(from, types.LatestSignerForChainID(n.chainID), &types.DynamicFeeTx{
		ChainID: n.chainID, Nonce: n.nonces[sender], GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(2e10),
		Gas: txGas, To: to, Data: data,
	})
	require.NoError(n.tb, err)
	n.nonces[sender]++
	return tx
}

// mine sends transactions, seals blocks until they are in and returns their receipts; all must succeed.
func (n *network) mine(txs ...*types.Transaction) []*types.Receipt {
	n.tb.Helper()
	ctx := n.context()
	for _, tx := range txs {
		require.NoError(n.tb, n.client.SendTransaction(ctx, tx))
	}
	n.sim.Commit()
	receipts := make([]*types.Receipt, len(txs))
	for i, tx := range txs {
		r, err := n.client.TransactionReceipt(ctx, tx.Hash())
		// A busy machine may seal a block before it holds all transactions: the rest comes with the next ones.
		for tries := 0; errors.Is(err, ethereum.NotFound) && tries < 16; tries++ {
			n.sim.Commit()
			r, err = n.client.TransactionReceipt(ctx, tx.Hash())
		}
		require.NoError(n.tb, err)
		require.Equal(n.tb, types.ReceiptStatusSuccessful, r.Status, "transaction %d reverted", i)
		receipts[i] = r
	}
	return receipts
}

func (n *network) context() context.Context { return n.tb.Context() }

func (n *network) do(from *ecdsa.PrivateKey, to common.Address, data []byte) *types.Receipt {
	n.tb.Helper()
	return n.mine(n.sign(from, &to, data))[0]
}

func (n *network) deploy(bin string, args []byte) common.Address {
	n.tb.Helper()
	return n.mine(n.sign(n.deployer, nil, append(common.FromHex(bin), args...)))[0].ContractAddress
}

// try calls a view and returns its output or the revert data.
func (n *network) try(from, to common.Address, data []byte) (output, revert []byte) {
	n.tb.Helper()
	out, err := n.client.CallContract(n.context(), ethereum.CallMsg{From: from, To: &to, Data: data, Gas: txGas}, nil)
	if err == nil {
		return out, nil
	}
	var failed rpc.DataError
	if !errors.As(err, &failed) {
		require.NoError(n.tb, err)
	}
	return nil, common.FromHex(failed.ErrorData().(string))
}

func (n *network) call(to common.Address, data []byte) []byte {
	n.tb.Helper()
	out, revert := n.try(common.Address{}, to, data)
	require.Nil(n.tb, revert, "reverted with %x", revert)
	return out
}

// keys makes what an operator registers.
func (n *network) keys(o *operator) bindings.Keys {
	n.tb.Helper()
	public := o.bls.PublicKey().EIP2537()
	avs := bindings.NewRestakedRollups()
	digest, err := avs.UnpackOperatorRegistrationDigest(n.call(n.rollups, avs.PackOperatorRegistrationDigest(
		o.address(), crypto.Keccak256Hash(public[:]), crypto.PubkeyToAddress(o.consensus.PublicKey))))
	require.NoError(n.tb, err)
	proof := o.bls.Sign(digest).EIP2537()
	consensusProof, err := crypto.Sign(digest[:], o.consensus)
	require.NoError(n.tb, err)
	return bindings.Keys{BlsKey: public[:], BlsProof: proof[:],
		ConsensusKey: crypto.FromECDSAPub(&o.consensus.PublicKey)[1:], ConsensusProof: consensusProof,
		PeerId: o.address().Bytes(), PeerAddress: "/ip4/127.0.0.1/tcp/4001"}
}

// registration packs the call that joins the MACH set.
func (n *network) registration(o *operator, keys bindings.Keys) []byte {
	data := bindings.NewOperatorRegistrar().PackRegistrationData(keys)[4:]
	return bindings.NewIAllocationManager().PackRegisterForOperatorSets(o.address(),
		bindings.RegisterParams{Avs: n.rollups, OperatorSetIds: []uint32{machSet}, Data: data})
}

// joinAll lets all operators join the MACH set with equal stake, some in each block, and takes the snapshot.
func (n *network) joinAll() *types.Receipt {
	n.tb.Helper()
	var stakes, joins []*types.Transaction
	flush := func() {
		n.mine(stakes...)
		n.mine(joins...)
		stakes, joins = nil, nil
	}
	for _, o := range n.operators {
		stakes = append(stakes, n.sign(n.deployer, &n.manager, harness.NewAllocationManagerHarness().PackSetStake(
			n.rollups, machSet, o.address(), strategy, new(big.Int).Mul(ether, big.NewInt(1000)), new(big.Int))))
		joins = append(joins, n.sign(o.account, &n.manager, n.registration(o, n.keys(o))))
		if len(joins) == 3 { // a block holds three transactions of the greatest gas
			flush()
		}
	}
	flush()
	return n.do(n.deployer, n.table, bindings.NewStakeTable().PackSnapshot(machSet))
}

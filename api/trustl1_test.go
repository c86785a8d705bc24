package api_test

import (
	"crypto/ecdsa"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/localnet/devl1"
)

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

func testKey(t *testing.T, name string) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("api test " + name)))
	require.NoError(t, err)
	return key
}

// TestTrustL1 reads sets from StakeTable with all contracts on a real chain: only finalised ones, and with what is wrong named.
func TestTrustL1(t *testing.T) {
	owner := testKey(t, "owner")
	chain, err := devl1.Start(devl1.Options{ChainID: 31337, BlockInterval: 0,
		Alloc: types.GenesisAlloc{crypto.PubkeyToAddress(owner.PublicKey): {Balance: ether(10_000)}}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, chain.Close()) })
	b, err := ethclient.Dial(chain.HTTP())
	require.NoError(t, err)
	defer b.Close()
	ctx := t.Context()
	core, err := deploy.EigenLayer(ctx, b, owner, deploy.CoreOptions{})
	require.NoError(t, err)
	contracts, err := deploy.Trident(ctx, b, owner, core, deploy.Options{Network: "api-test", EpochBlocks: 5})
	require.NoError(t, err)
	var rollups []deploy.RegisteredRollup
	for i, name := range []string{"demo", "twin", "twin"} {
		r, err := deploy.RegisterRollup(ctx, b, owner, contracts, deploy.Rollup{Name: name, ChainID: uint64(7001 + i), GenesisHash: common.Hash{1}})
		require.NoError(t, err)
		rollups = append(rollups, r)
	}
	sets := append([]avs.SetID{avs.OrderingSet}, rollups[0].Sets()...)
	var operators []deploy.Operator
	l := newLedger(t) // for its keys
	for i, secret := range l.secrets {
		key := testKey(t, string(rune('a'+i)))
		operators = append(operators, deploy.Operator{Key: key, BLS: secret, Consensus: testKey(t, string(rune('A'+i))), PeerID: []byte{byte(i)},
			PeerAddress: "/ip4/127.0.0.1/tcp/4001", MetadataURI: "https://operator.invalid", LST: ether(1000), ALT: ether(500), Sets: sets})
		require.NoError(t, deploy.Fund(ctx, b, owner, ether(10), crypto.PubkeyToAddress(key.PublicKey)))
	}
	require.NoError(t, deploy.JoinOperators(ctx, b, contracts, operators...))
	mach := contracts.Addresses[deploy.Mach]
	require.NoError(t, chain.Mine(devl1.DefaultFinalityDepth))

	check, err := client.NewChecker(ctx, client.TrustL1(chain.HTTP(), mach), "demo", avs.LevelExecution)
	require.NoError(t, err)
	defer check.Close()
	require.Equal(t, contracts.Domain(), check.Domain())
	require.Equal(t, rollups[0].ID, check.Rollup())
	_, err = check.OperatorSet(ctx, 1)
	require.ErrorIs(t, err, client.ErrFutureEpoch)
	require.NoError(t, deploy.Snapshot(ctx, b, owner, contracts, sets...))
	_, err = check.OperatorSet(ctx, 1)
	require.ErrorIs(t, err, client.ErrFutureEpoch, "the snapshot is not final yet")
	require.NoError(t, chain.Mine(devl1.DefaultFinalityDepth))
	set, err := check.OperatorSet(ctx, 1)
	require.NoError(t, err)
	require.Equal(t, 4, set.Len())
	require.Equal(t, avs.MachSet(0), set.ID())
	for _, o := range operators {
		i := set.Index(crypto.PubkeyToAddress(o.Key.PublicKey))
		require.GreaterOrEqual(t, i, 0)
		require.Equal(t, o.BLS.PublicKey().Bytes(), set.Member(i).BLSKey)
		require.Equal(t, [33]byte(crypto.CompressPubkey(&o.Consensus.PublicKey)), set.Member(i).ConsensusKey)
	}
	_, err = check.OperatorSet(ctx, 0)
	require.ErrorIs(t, err, client.ErrPastEpoch)

	claim := avs.FinalityClaim{Rollup: rollups[0].ID, Epoch: 1, Number: 9, BlockHash: hashOf(9), Level: avs.LevelExecution}
	certificate := avs.Certificate{Claim: claim, Signers: avs.NewBitmap(4)}
	var sigs []bls.Signature
	for i := range 3 {
		certificate.Signers = certificate.Signers.With(i)
		for _, o := range operators {
			if o.BLS.PublicKey().Bytes() == set.Member(i).BLSKey {
				sigs = append(sigs, o.BLS.Sign(claim.Digest(contracts.Domain())))
			}
		}
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(t, err)
	certificate.Signature = sum.Bytes()
	_, err = check.Check(ctx, certificate)
	require.NoError(t, err)
	_, err = check.CheckJSON(ctx, client.NewCertificate(contracts.Domain(), certificate))
	require.NoError(t, err)

	byID, err := client.NewChecker(ctx, client.TrustL1(chain.HTTP(), mach), rollups[2].ID.Hex(), 0)
	require.NoError(t, err)
	byID.Close()
	for name, test := range map[string]struct {
		mach   common.Address
		rollup string
		want   error
	}{
		"no contract":      {common.Address{9}, "demo", client.ErrWrongL1},
		"another contract": {contracts.Addresses[deploy.OperatorRegistrar], "demo", client.ErrWrongL1},
		"no such name":     {mach, "nope", client.ErrNoRollup},
		"ambiguous name":   {mach, "twin", client.ErrAmbiguous},
		"no such id":       {mach, common.Hash{7}.Hex(), client.ErrNoRollup},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.NewChecker(ctx, client.TrustL1(chain.HTTP(), test.mach), test.rollup, 0)
			require.ErrorIs(t, err, test.want)
		})
	}
}

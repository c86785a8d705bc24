package deploy

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"github.com/trident-network/trident/contracts/bindings"
)

// v1 gives our bindings the type that EigenLayer's have.
func v1(meta *bindv2.MetaData) *bind.MetaData { return &bind.MetaData{ABI: meta.ABI, Bin: meta.Bin} }

// What stands in front of EigenLayer's implementations, and the restakable tokens.
var (
	localProxy  = v1(&bindings.LocalProxyMetaData)
	localBeacon = v1(&bindings.LocalBeaconMetaData)
	testToken   = v1(&bindings.TestTokenMetaData)
)

// Trident's contracts.
var (
	registrarMeta = v1(&bindings.OperatorRegistrarMetaData)
	slasherMeta   = v1(&bindings.SlasherMetaData)
	rollupsMeta   = v1(&bindings.RestakedRollupsMetaData)
	tableMeta     = v1(&bindings.StakeTableMetaData)
	verifierMeta  = v1(&bindings.CertificateVerifierMetaData)
	machMeta      = v1(&bindings.MachMetaData)
	squadMeta     = v1(&bindings.SquadMetaData)
)

func ownContracts() []*bind.MetaData {
	return []*bind.MetaData{localProxy, localBeacon, testToken, registrarMeta, slasherMeta, rollupsMeta, tableMeta, verifierMeta, machMeta, squadMeta}
}

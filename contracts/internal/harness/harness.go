// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package harness

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// CreateSetParams is an auto generated low-level Go binding around an user-defined struct.
type CreateSetParams struct {
	OperatorSetId uint32
	Strategies    []common.Address
	Slasher       common.Address
}

// DeregisterParams is an auto generated low-level Go binding around an user-defined struct.
type DeregisterParams struct {
	Operator       common.Address
	Avs            common.Address
	OperatorSetIds []uint32
}

// OperatorSet is an auto generated low-level Go binding around an user-defined struct.
type OperatorSet struct {
	Avs common.Address
	Id  uint32
}

// RegisterParams is an auto generated low-level Go binding around an user-defined struct.
type RegisterParams struct {
	Avs            common.Address
	OperatorSetIds []uint32
	Data           []byte
}

// SlashingParams is an auto generated low-level Go binding around an user-defined struct.
type SlashingParams struct {
	Operator      common.Address
	OperatorSetId uint32
	Strategies    []common.Address
	WadsToSlash   []*big.Int
	Description   string
}

// AllocationManagerHarnessMetaData contains all meta data concerning the AllocationManagerHarness contract.
var AllocationManagerHarnessMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"DEALLOCATION_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"createOperatorSets\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple[]\",\"internalType\":\"structCreateSetParams[]\",\"components\":[{\"name\":\"operatorSetId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"slasher\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deregisterFromOperatorSets\",\"inputs\":[{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structDeregisterParams\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetIds\",\"type\":\"uint32[]\",\"internalType\":\"uint32[]\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getAVSRegistrar\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMemberCount\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMembers\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMinimumSlashableStake\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"operators\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"futureBlock\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"stakes\",\"type\":\"uint256[][]\",\"internalType\":\"uint256[][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getSlashCount\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getSlasher\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hasMetadata\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isOperatorSlashable\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerForOperatorSets\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structRegisterParams\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetIds\",\"type\":\"uint32[]\",\"internalType\":\"uint32[]\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setAVSRegistrar\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrar\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setStake\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"stake\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"leaving\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"slashOperator\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structSlashingParams\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"wadsToSlash\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"},{\"name\":\"description\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"outputs\":[{\"name\":\"slashId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"shares\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"updateAVSMetadataURI\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"error\",\"name\":\"AlreadyMemberOfSet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidAVSRegistrar\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidCaller\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidOperatorSet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidPermissions\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidWadToSlash\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NonexistentAVSMetadata\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotMemberOfSet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OperatorNotSlashable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"StrategiesMustBeInAscendingOrder\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"StrategyNotInOperatorSet\",\"inputs\":[]}]",
	ID:  "AllocationManagerHarness",
	Bin: "0x608080604052346015576119d7908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f5f3560e01c80631352c3e61461159c5780631440fb75146115605780632981eb77146115455780632bab2c4a14611264578063304c10cd146112235780633635205714610eb75780633dff8e7d14610c595780634cfd293914610c235780636e3492b51461089d5780636e875dba146107d8578063a982182114610710578063adc2e3d914610390578063b2447af714610359578063d3d96ff414610205578063d4a3fcce146101bf5763df2bd1e0146100ca575f80fd5b346101bc5760c06003193601126101bc576100e361162b565b60243563ffffffff81168091036101ba57604435906001600160a01b03821682036101b657606435926001600160a01b03841684036101b257610142916001600160a01b036040519261013584611641565b1682526020820152611950565b8084526005602052604084206001600160a01b0383165f5260205260405f206001600160a01b0384165f5260205260405f206084359055835260066020526001600160a01b036040842091165f526020526001600160a01b0360405f2091165f5260205260405f2060a435905580f35b8480fd5b8380fd5b825b80fd5b50346101bc5760406003193601126101bc576001600160a01b03604082602093506101f16101ec3661169e565b611950565b815260028452205460081c16604051908152f35b50346101bc5760406003193601126101bc5761021f61162b565b602435906001600160a01b0382168092036101ba576001600160a01b0316803303610331576040517fb5265787000000000000000000000000000000000000000000000000000000008152816004820152602081602481865afa9081156103265784916102eb575b50156102c3578252600160205260408220907fffffffffffffffffffffffff000000000000000000000000000000000000000082541617905580f35b6004837fe8589e08000000000000000000000000000000000000000000000000000000008152fd5b90506020813d60201161031e575b816103066020938361165d565b810103126101b6575180151581036101b6575f610287565b3d91506102f9565b6040513d86823e3d90fd5b6004837f932d94f7000000000000000000000000000000000000000000000000000000008152fd5b50346101bc5760406003193601126101bc576002604082602093506103806101ec3661169e565b8152828452200154604051908152f35b50346101bc5760406003193601126101bc576103aa61162b565b60243567ffffffffffffffff81116101ba5780600401908036039260606003198501126101b2576001600160a01b038116918233036106e857936024850190865b876103f68488611860565b905082101561057d57506104098661182e565b63ffffffff61042a6104258461041f888c611860565b9061181e565b61184f565b6001600160a01b036040519361043f85611641565b16835216602082015261045181611950565b90818a52600260205260ff60408b20541615610555576104719086611715565b61052d578089526002602052600260408a20018054906801000000000000000082101561050057916104d0876104b1846001968f999896880181556118f4565b9091906001600160a01b038084549260031b9316831b921b1916179055565b80855260026020526002604086200154908552600360205260408520885f5260205260405f2055019091506103eb565b60248b7f4e487b710000000000000000000000000000000000000000000000000000000081526041600452fd5b6004897fd8d8dc4e000000000000000000000000000000000000000000000000000000008152fd5b60048a7f7ec5c154000000000000000000000000000000000000000000000000000000008152fd5b96935050936001600160a01b036105938261182e565b16865260016020526105bc6001600160a01b03604088205416926105b68361182e565b92611860565b9590937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdd604482013592018212156106e4570160048101359067ffffffffffffffff82116106e4576024019381360385136106e457833b156106e45787956001600160a01b03957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f858a966106986020976040519e8f9d8e9c8d9a7fc63fd502000000000000000000000000000000000000000000000000000000008c5260048c01521660248a0152608060448a01526084890191611909565b9460031987870301606488015281865287860137868682860101520116010301925af180156106d9576106c85750f35b816106d29161165d565b6101bc5780f35b6040513d84823e3d90fd5b8780fd5b6004867f932d94f7000000000000000000000000000000000000000000000000000000008152fd5b50346101bc5760406003193601126101bc5761072a61162b565b60243567ffffffffffffffff81116101ba57366023820112156101ba57806004013567ffffffffffffffff81116101b657369101602401116107d4576001600160a01b03168033036107ac578152806020526040812060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905580f35b6004827f932d94f7000000000000000000000000000000000000000000000000000000008152fd5b5080fd5b50346101bc5760406003193601126101bc576107f66101ec3661169e565b8152600260205260026040822001604051908160208254918281520190819285526020852090855b81811061087e575050508261083491038361165d565b604051928392602084019060208552518091526040840192915b81811061085c575050500390f35b82516001600160a01b031684528594506020938401939092019160010161084e565b82546001600160a01b031684526020909301926001928301920161081e565b5034610bd9576020600319360112610bd95760043567ffffffffffffffff8111610bd957806004019060606003198236030112610bd9576001600160a01b036108e58361182e565b1633141580610c05575b610bdd5743600a810190811092849260448101906024015f5b6109128385611860565b9050811015610b0a576109606109278361182e565b63ffffffff61093d6104258561041f898b611860565b6001600160a01b036040519361095285611641565b168352166020820152611950565b90815f52600360205260405f206001600160a01b0361097e8761182e565b165f5260205260405f20548015610ae257825f526002602052600260405f20019081545f198101908111610a88576109be6001600160a01b0391846118f4565b90549060031b1c165f198201828111610a8857816104b16109df92866118f4565b845f5260036020526001600160a01b0360405f2091165f5260205260405f205580548015610ab5575f190190610a1582826118f4565b6001600160a01b0382549160031b1b1916905555815f52600360205260405f206001600160a01b03610a468761182e565b165f52602052875f6040812055610a88576001915f52600460205260405f206001600160a01b03610a768761182e565b165f526020528560405f205501610908565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603160045260245ffd5b7f25131d4f000000000000000000000000000000000000000000000000000000005f5260045ffd5b5084926001600160a01b03610b1e8361182e565b165f526001602052610b4a6001600160a01b0360405f205416936105b6610b448461182e565b9461182e565b8491943b15610bd9575f8094610bae6001600160a01b03978894604051998a98899788967f303ca956000000000000000000000000000000000000000000000000000000008852166004870152166024850152606060448501526064840191611909565b03925af18015610bce57610bc0575080f35b610bcc91505f9061165d565b005b6040513d5f823e3d90fd5b5f80fd5b7f48f5c3ed000000000000000000000000000000000000000000000000000000005f5260045ffd5b506001600160a01b03610c1a6024830161182e565b163314156108ef565b34610bd9576040600319360112610bd957610c406101ec3661169e565b5f5260026020526020600360405f200154604051908152f35b34610bd9576040600319360112610bd957610c7261162b565b6024359067ffffffffffffffff8211610bd957610c9b6001600160a01b039236906004016116e4565b92909116803303610e8f57805f525f60205260ff60405f20541615610e67575f5b838110610cc557005b610cf6610cd66104258387876118b4565b63ffffffff60405191610ce883611641565b858352166020820152611950565b5f52600260205260405f2080549060ff8216610e3f57600180927fffffffffffffffffffffff00000000000000000000000000000000000000000074ffffffffffffffffffffffffffffffffffffffff00610d5d6040610d57898d8d6118b4565b0161182e565b60081b16911617178155610d7f610d758488886118b4565b6020810190611860565b929091019067ffffffffffffffff8311610e1257680100000000000000008311610e12578154838355808410610de8575b50905f5260205f205f5b838110610dcd5750505050600101610cbc565b6001906020610ddb8561182e565b9401938184015501610dba565b825f52838060205f20019103905f5b828110610e05575050610db0565b5f82820155600101610df7565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f7ec5c154000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f48f7dbb9000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f932d94f7000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610bd9576040600319360112610bd957610ed061162b565b60243567ffffffffffffffff8111610bd957806004019160a06003198336030112610bd95763ffffffff610f066024840161184f565b6001600160a01b0360405193610f1b85611641565b168352166020820152610f2d81611950565b90815f52600260205260405f209081549060ff821615610e3f57610f5990610f548761182e565b611715565b156111fb5760081c6001600160a01b03163303610bdd57600381019384545f198114610a8857600190959495018094556044850191610fa2610f9b8484611860565b905061178e565b95606401906001015f5b610fb68585611860565b90508110156111ae57610fd5610fd08261041f8888611860565b61182e565b908015158061116f575b61114757610ff18161041f8688611860565b35158015611128575b611100576110088284611988565b156110d857865f52600560205260405f206001600160a01b0361102a8761182e565b165f5260205260405f206001600160a01b0383165f5260205260405f2054916110578261041f8789611860565b35808402908482041484151715610a88576001938b61108485670de0b6b3a76400006110969504926117dd565b5261108f848d6117dd565b5190611842565b90885f52600560205260405f206001600160a01b036110b48961182e565b165f526020526001600160a01b0360405f2091165f5260205260405f205501610fac565b7f6378684e000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f13536031000000000000000000000000000000000000000000000000000000005f5260045ffd5b50670de0b6b3a76400006111408261041f8789611860565b3511610ffa565b7f9f1c8053000000000000000000000000000000000000000000000000000000005f5260045ffd5b5061117a8686611860565b5f19830191838311610a88576001600160a01b039261119c92610fd09261181e565b166001600160a01b0383161115610fdf565b8787604051918291604083019083526040602084015281518091526020606084019201905f5b8181106111e2575050500390f35b82518452859450602093840193909201916001016111d4565b7febbff497000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610bd9576020600319360112610bd9576001600160a01b0361124461162b565b165f52600160205260206001600160a01b0360405f205416604051908152f35b34610bd957600319360160a08112610bd957604013610bd95760443567ffffffffffffffff8111610bd95761129d9036906004016116e4565b60643567ffffffffffffffff8111610bd9576112bd9036906004016116e4565b9290916084359163ffffffff8316809303610bd957916112df6101ec3661169e565b936112e983611776565b956112f7604051978861165d565b8387527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061132485611776565b015f5b8181106115325750505f924310925b8481106113ec57876040518091602082016020835281518091526040830190602060408260051b8601019301915f905b82821061137557505050500390f35b91939092947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0908203018252845190602080835192838152019201905f905b8082106113d4575050506020806001929601920192018594939192611366565b909192602080600192865181520194019201906113b4565b6113f58261178e565b6113ff828a6117dd565b5261140a81896117dd565b5061142b61141c610fd083888a61181e565b6114253661169e565b90611715565b1561152a575f5b82811061144457506001905b01611336565b95600180999594939297895f52600560205260405f206001600160a01b03611470610fd08c8c8861181e565b165f5260205260405f206001600160a01b03611490610fd084888a61181e565b165f526020528886898c60405f2054926114cb575b505090826114b66114bc928b6117dd565b516117dd565b52019096919293949850611432565b6114f0610fd0611521956001600160a01b03935f52600660205260405f20948a61181e565b165f5260205260405f206001600160a01b03611510610fd0868a8c61181e565b165f5260205260405f205490611842565b8990898c6114a5565b60019061143e565b60606020828b0181019190915201611327565b34610bd9575f600319360112610bd9576020604051600a8152f35b34610bd9576020600319360112610bd9576001600160a01b0361158161162b565b165f525f602052602060ff60405f2054166040519015158152f35b34610bd9576060600319360112610bd9576115b561162b565b60407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc360112610bd9576040516115eb81611641565b6024356001600160a01b0381168103610bd95781526044359063ffffffff82168203610bd9576020926116219284830152611715565b6040519015158152f35b600435906001600160a01b0382168203610bd957565b6040810190811067ffffffffffffffff821117610e1257604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610e1257604052565b6003196040910112610bd957604051906116b782611641565b816004356001600160a01b0381168103610bd95781526024359063ffffffff82168203610bd95760200152565b9181601f84011215610bd95782359167ffffffffffffffff8311610bd9576020808501948460051b010111610bd957565b9061171f90611950565b90815f52600360205260405f206001600160a01b0382165f5260205260405f2054159182159261174e57505090565b9091505f5260046020526001600160a01b0360405f2091165f5260205260405f205443111590565b67ffffffffffffffff8111610e125760051b60200190565b9061179882611776565b6117a5604051918261165d565b8281527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06117d38294611776565b0190602036910137565b80518210156117f15760209160051b010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b91908110156117f15760051b0190565b356001600160a01b0381168103610bd95790565b91908203918211610a8857565b3563ffffffff81168103610bd95790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610bd9570180359067ffffffffffffffff8211610bd957602001918160051b36038313610bd957565b91908110156117f15760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa181360301821215610bd9570190565b80548210156117f1575f5260205f2001905f90565b916020908281520191905f905b8082106119235750505090565b90919283359063ffffffff82168203610bd9576020809163ffffffff600194168152019401920190611916565b60405163ffffffff6020808301936001600160a01b03815116855201511660408201526040815261198260608261165d565b51902090565b8054916001600160a01b0316905f5b8381106119a657505050505f90565b826001600160a01b036119b983856118f4565b90549060031b1c16146119ce57600101611997565b5050505060019056",
}

// AllocationManagerHarness is an auto generated Go binding around an Ethereum contract.
type AllocationManagerHarness struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *AllocationManagerHarness) GetABI() abi.ABI {
	return c.abi
}

// NewAllocationManagerHarness creates a new instance of AllocationManagerHarness.
func NewAllocationManagerHarness() *AllocationManagerHarness {
	parsed, err := AllocationManagerHarnessMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &AllocationManagerHarness{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *AllocationManagerHarness) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDEALLOCATIONDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2981eb77.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEALLOCATION_DELAY() view returns(uint32)
func (allocationManagerHarness *AllocationManagerHarness) PackDEALLOCATIONDELAY() []byte {
	enc, err := allocationManagerHarness.abi.Pack("DEALLOCATION_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEALLOCATIONDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2981eb77.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEALLOCATION_DELAY() view returns(uint32)
func (allocationManagerHarness *AllocationManagerHarness) TryPackDEALLOCATIONDELAY() ([]byte, error) {
	return allocationManagerHarness.abi.Pack("DEALLOCATION_DELAY")
}

// UnpackDEALLOCATIONDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2981eb77.
//
// Solidity: function DEALLOCATION_DELAY() view returns(uint32)
func (allocationManagerHarness *AllocationManagerHarness) UnpackDEALLOCATIONDELAY(data []byte) (uint32, error) {
	out, err := allocationManagerHarness.abi.Unpack("DEALLOCATION_DELAY", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackCreateOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dff8e7d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createOperatorSets(address avs, (uint32,address[],address)[] params) returns()
func (allocationManagerHarness *AllocationManagerHarness) PackCreateOperatorSets(avs common.Address, params []CreateSetParams) []byte {
	enc, err := allocationManagerHarness.abi.Pack("createOperatorSets", avs, params)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dff8e7d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createOperatorSets(address avs, (uint32,address[],address)[] params) returns()
func (allocationManagerHarness *AllocationManagerHarness) TryPackCreateOperatorSets(avs common.Address, params []CreateSetParams) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("createOperatorSets", avs, params)
}

// PackDeregisterFromOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e3492b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deregisterFromOperatorSets((address,address,uint32[]) params) returns()
func (allocationManagerHarness *AllocationManagerHarness) PackDeregisterFromOperatorSets(params DeregisterParams) []byte {
	enc, err := allocationManagerHarness.abi.Pack("deregisterFromOperatorSets", params)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeregisterFromOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e3492b5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deregisterFromOperatorSets((address,address,uint32[]) params) returns()
func (allocationManagerHarness *AllocationManagerHarness) TryPackDeregisterFromOperatorSets(params DeregisterParams) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("deregisterFromOperatorSets", params)
}

// PackGetAVSRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x304c10cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAVSRegistrar(address avs) view returns(address)
func (allocationManagerHarness *AllocationManagerHarness) PackGetAVSRegistrar(avs common.Address) []byte {
	enc, err := allocationManagerHarness.abi.Pack("getAVSRegistrar", avs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAVSRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x304c10cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAVSRegistrar(address avs) view returns(address)
func (allocationManagerHarness *AllocationManagerHarness) TryPackGetAVSRegistrar(avs common.Address) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("getAVSRegistrar", avs)
}

// UnpackGetAVSRegistrar is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x304c10cd.
//
// Solidity: function getAVSRegistrar(address avs) view returns(address)
func (allocationManagerHarness *AllocationManagerHarness) UnpackGetAVSRegistrar(data []byte) (common.Address, error) {
	out, err := allocationManagerHarness.abi.Unpack("getAVSRegistrar", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetMemberCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2447af7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMemberCount((address,uint32) operatorSet) view returns(uint256)
func (allocationManagerHarness *AllocationManagerHarness) PackGetMemberCount(operatorSet OperatorSet) []byte {
	enc, err := allocationManagerHarness.abi.Pack("getMemberCount", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMemberCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2447af7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMemberCount((address,uint32) operatorSet) view returns(uint256)
func (allocationManagerHarness *AllocationManagerHarness) TryPackGetMemberCount(operatorSet OperatorSet) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("getMemberCount", operatorSet)
}

// UnpackGetMemberCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb2447af7.
//
// Solidity: function getMemberCount((address,uint32) operatorSet) view returns(uint256)
func (allocationManagerHarness *AllocationManagerHarness) UnpackGetMemberCount(data []byte) (*big.Int, error) {
	out, err := allocationManagerHarness.abi.Unpack("getMemberCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e875dba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMembers((address,uint32) operatorSet) view returns(address[])
func (allocationManagerHarness *AllocationManagerHarness) PackGetMembers(operatorSet OperatorSet) []byte {
	enc, err := allocationManagerHarness.abi.Pack("getMembers", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e875dba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMembers((address,uint32) operatorSet) view returns(address[])
func (allocationManagerHarness *AllocationManagerHarness) TryPackGetMembers(operatorSet OperatorSet) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("getMembers", operatorSet)
}

// UnpackGetMembers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6e875dba.
//
// Solidity: function getMembers((address,uint32) operatorSet) view returns(address[])
func (allocationManagerHarness *AllocationManagerHarness) UnpackGetMembers(data []byte) ([]common.Address, error) {
	out, err := allocationManagerHarness.abi.Unpack("getMembers", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackGetMinimumSlashableStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2bab2c4a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMinimumSlashableStake((address,uint32) operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns(uint256[][] stakes)
func (allocationManagerHarness *AllocationManagerHarness) PackGetMinimumSlashableStake(operatorSet OperatorSet, operators []common.Address, strategies []common.Address, futureBlock uint32) []byte {
	enc, err := allocationManagerHarness.abi.Pack("getMinimumSlashableStake", operatorSet, operators, strategies, futureBlock)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMinimumSlashableStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2bab2c4a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMinimumSlashableStake((address,uint32) operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns(uint256[][] stakes)
func (allocationManagerHarness *AllocationManagerHarness) TryPackGetMinimumSlashableStake(operatorSet OperatorSet, operators []common.Address, strategies []common.Address, futureBlock uint32) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("getMinimumSlashableStake", operatorSet, operators, strategies, futureBlock)
}

// UnpackGetMinimumSlashableStake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2bab2c4a.
//
// Solidity: function getMinimumSlashableStake((address,uint32) operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns(uint256[][] stakes)
func (allocationManagerHarness *AllocationManagerHarness) UnpackGetMinimumSlashableStake(data []byte) ([][]*big.Int, error) {
	out, err := allocationManagerHarness.abi.Unpack("getMinimumSlashableStake", data)
	if err != nil {
		return *new([][]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([][]*big.Int)).(*[][]*big.Int)
	return out0, nil
}

// PackGetSlashCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4cfd2939.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getSlashCount((address,uint32) operatorSet) view returns(uint256)
func (allocationManagerHarness *AllocationManagerHarness) PackGetSlashCount(operatorSet OperatorSet) []byte {
	enc, err := allocationManagerHarness.abi.Pack("getSlashCount", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetSlashCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4cfd2939.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getSlashCount((address,uint32) operatorSet) view returns(uint256)
func (allocationManagerHarness *AllocationManagerHarness) TryPackGetSlashCount(operatorSet OperatorSet) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("getSlashCount", operatorSet)
}

// UnpackGetSlashCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4cfd2939.
//
// Solidity: function getSlashCount((address,uint32) operatorSet) view returns(uint256)
func (allocationManagerHarness *AllocationManagerHarness) UnpackGetSlashCount(data []byte) (*big.Int, error) {
	out, err := allocationManagerHarness.abi.Unpack("getSlashCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetSlasher is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4a3fcce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getSlasher((address,uint32) operatorSet) view returns(address)
func (allocationManagerHarness *AllocationManagerHarness) PackGetSlasher(operatorSet OperatorSet) []byte {
	enc, err := allocationManagerHarness.abi.Pack("getSlasher", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetSlasher is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4a3fcce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getSlasher((address,uint32) operatorSet) view returns(address)
func (allocationManagerHarness *AllocationManagerHarness) TryPackGetSlasher(operatorSet OperatorSet) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("getSlasher", operatorSet)
}

// UnpackGetSlasher is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4a3fcce.
//
// Solidity: function getSlasher((address,uint32) operatorSet) view returns(address)
func (allocationManagerHarness *AllocationManagerHarness) UnpackGetSlasher(data []byte) (common.Address, error) {
	out, err := allocationManagerHarness.abi.Unpack("getSlasher", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackHasMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1440fb75.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasMetadata(address avs) view returns(bool)
func (allocationManagerHarness *AllocationManagerHarness) PackHasMetadata(avs common.Address) []byte {
	enc, err := allocationManagerHarness.abi.Pack("hasMetadata", avs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1440fb75.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasMetadata(address avs) view returns(bool)
func (allocationManagerHarness *AllocationManagerHarness) TryPackHasMetadata(avs common.Address) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("hasMetadata", avs)
}

// UnpackHasMetadata is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1440fb75.
//
// Solidity: function hasMetadata(address avs) view returns(bool)
func (allocationManagerHarness *AllocationManagerHarness) UnpackHasMetadata(data []byte) (bool, error) {
	out, err := allocationManagerHarness.abi.Unpack("hasMetadata", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsOperatorSlashable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1352c3e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperatorSlashable(address operator, (address,uint32) operatorSet) view returns(bool)
func (allocationManagerHarness *AllocationManagerHarness) PackIsOperatorSlashable(operator common.Address, operatorSet OperatorSet) []byte {
	enc, err := allocationManagerHarness.abi.Pack("isOperatorSlashable", operator, operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperatorSlashable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1352c3e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperatorSlashable(address operator, (address,uint32) operatorSet) view returns(bool)
func (allocationManagerHarness *AllocationManagerHarness) TryPackIsOperatorSlashable(operator common.Address, operatorSet OperatorSet) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("isOperatorSlashable", operator, operatorSet)
}

// UnpackIsOperatorSlashable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1352c3e6.
//
// Solidity: function isOperatorSlashable(address operator, (address,uint32) operatorSet) view returns(bool)
func (allocationManagerHarness *AllocationManagerHarness) UnpackIsOperatorSlashable(data []byte) (bool, error) {
	out, err := allocationManagerHarness.abi.Unpack("isOperatorSlashable", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRegisterForOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadc2e3d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerForOperatorSets(address operator, (address,uint32[],bytes) params) returns()
func (allocationManagerHarness *AllocationManagerHarness) PackRegisterForOperatorSets(operator common.Address, params RegisterParams) []byte {
	enc, err := allocationManagerHarness.abi.Pack("registerForOperatorSets", operator, params)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterForOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadc2e3d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerForOperatorSets(address operator, (address,uint32[],bytes) params) returns()
func (allocationManagerHarness *AllocationManagerHarness) TryPackRegisterForOperatorSets(operator common.Address, params RegisterParams) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("registerForOperatorSets", operator, params)
}

// PackSetAVSRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3d96ff4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAVSRegistrar(address avs, address registrar) returns()
func (allocationManagerHarness *AllocationManagerHarness) PackSetAVSRegistrar(avs common.Address, registrar common.Address) []byte {
	enc, err := allocationManagerHarness.abi.Pack("setAVSRegistrar", avs, registrar)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetAVSRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3d96ff4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setAVSRegistrar(address avs, address registrar) returns()
func (allocationManagerHarness *AllocationManagerHarness) TryPackSetAVSRegistrar(avs common.Address, registrar common.Address) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("setAVSRegistrar", avs, registrar)
}

// PackSetStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf2bd1e0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setStake(address avs, uint32 id, address operator, address strategy, uint256 stake, uint256 leaving) returns()
func (allocationManagerHarness *AllocationManagerHarness) PackSetStake(avs common.Address, id uint32, operator common.Address, strategy common.Address, stake *big.Int, leaving *big.Int) []byte {
	enc, err := allocationManagerHarness.abi.Pack("setStake", avs, id, operator, strategy, stake, leaving)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf2bd1e0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setStake(address avs, uint32 id, address operator, address strategy, uint256 stake, uint256 leaving) returns()
func (allocationManagerHarness *AllocationManagerHarness) TryPackSetStake(avs common.Address, id uint32, operator common.Address, strategy common.Address, stake *big.Int, leaving *big.Int) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("setStake", avs, id, operator, strategy, stake, leaving)
}

// PackSlashOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36352057.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slashOperator(address avs, (address,uint32,address[],uint256[],string) params) returns(uint256 slashId, uint256[] shares)
func (allocationManagerHarness *AllocationManagerHarness) PackSlashOperator(avs common.Address, params SlashingParams) []byte {
	enc, err := allocationManagerHarness.abi.Pack("slashOperator", avs, params)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlashOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36352057.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slashOperator(address avs, (address,uint32,address[],uint256[],string) params) returns(uint256 slashId, uint256[] shares)
func (allocationManagerHarness *AllocationManagerHarness) TryPackSlashOperator(avs common.Address, params SlashingParams) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("slashOperator", avs, params)
}

// SlashOperatorOutput serves as a container for the return parameters of contract
// method SlashOperator.
type SlashOperatorOutput struct {
	SlashId *big.Int
	Shares  []*big.Int
}

// UnpackSlashOperator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x36352057.
//
// Solidity: function slashOperator(address avs, (address,uint32,address[],uint256[],string) params) returns(uint256 slashId, uint256[] shares)
func (allocationManagerHarness *AllocationManagerHarness) UnpackSlashOperator(data []byte) (SlashOperatorOutput, error) {
	out, err := allocationManagerHarness.abi.Unpack("slashOperator", data)
	outstruct := new(SlashOperatorOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.SlashId = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Shares = *abi.ConvertType(out[1], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackUpdateAVSMetadataURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9821821.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function updateAVSMetadataURI(address avs, string ) returns()
func (allocationManagerHarness *AllocationManagerHarness) PackUpdateAVSMetadataURI(avs common.Address, arg1 string) []byte {
	enc, err := allocationManagerHarness.abi.Pack("updateAVSMetadataURI", avs, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpdateAVSMetadataURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9821821.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function updateAVSMetadataURI(address avs, string ) returns()
func (allocationManagerHarness *AllocationManagerHarness) TryPackUpdateAVSMetadataURI(avs common.Address, arg1 string) ([]byte, error) {
	return allocationManagerHarness.abi.Pack("updateAVSMetadataURI", avs, arg1)
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (allocationManagerHarness *AllocationManagerHarness) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["AlreadyMemberOfSet"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackAlreadyMemberOfSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["InvalidAVSRegistrar"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackInvalidAVSRegistrarError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["InvalidCaller"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackInvalidCallerError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["InvalidOperatorSet"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackInvalidOperatorSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["InvalidPermissions"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackInvalidPermissionsError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["InvalidWadToSlash"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackInvalidWadToSlashError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["NonexistentAVSMetadata"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackNonexistentAVSMetadataError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["NotMemberOfSet"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackNotMemberOfSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["OperatorNotSlashable"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackOperatorNotSlashableError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["StrategiesMustBeInAscendingOrder"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackStrategiesMustBeInAscendingOrderError(raw[4:])
	}
	if bytes.Equal(raw[:4], allocationManagerHarness.abi.Errors["StrategyNotInOperatorSet"].ID.Bytes()[:4]) {
		return allocationManagerHarness.UnpackStrategyNotInOperatorSetError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// AllocationManagerHarnessAlreadyMemberOfSet represents a AlreadyMemberOfSet error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessAlreadyMemberOfSet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyMemberOfSet()
func AllocationManagerHarnessAlreadyMemberOfSetErrorID() common.Hash {
	return common.HexToHash("0xd8d8dc4e4d7015f43ec466e245053e8c5baf8eea08aaf1d0e05f18e23b9e0bb1")
}

// UnpackAlreadyMemberOfSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyMemberOfSet()
func (allocationManagerHarness *AllocationManagerHarness) UnpackAlreadyMemberOfSetError(raw []byte) (*AllocationManagerHarnessAlreadyMemberOfSet, error) {
	out := new(AllocationManagerHarnessAlreadyMemberOfSet)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "AlreadyMemberOfSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessInvalidAVSRegistrar represents a InvalidAVSRegistrar error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessInvalidAVSRegistrar struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidAVSRegistrar()
func AllocationManagerHarnessInvalidAVSRegistrarErrorID() common.Hash {
	return common.HexToHash("0xe8589e08f84e18e16a3e17277143fa4e38d4f8d6aa73c4c6488f4f2df34dd8c7")
}

// UnpackInvalidAVSRegistrarError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidAVSRegistrar()
func (allocationManagerHarness *AllocationManagerHarness) UnpackInvalidAVSRegistrarError(raw []byte) (*AllocationManagerHarnessInvalidAVSRegistrar, error) {
	out := new(AllocationManagerHarnessInvalidAVSRegistrar)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "InvalidAVSRegistrar", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessInvalidCaller represents a InvalidCaller error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessInvalidCaller struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidCaller()
func AllocationManagerHarnessInvalidCallerErrorID() common.Hash {
	return common.HexToHash("0x48f5c3ed50241a1b6c87d204a25d9d01339cd768de9a714ffbb53a5bb6ad572a")
}

// UnpackInvalidCallerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidCaller()
func (allocationManagerHarness *AllocationManagerHarness) UnpackInvalidCallerError(raw []byte) (*AllocationManagerHarnessInvalidCaller, error) {
	out := new(AllocationManagerHarnessInvalidCaller)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "InvalidCaller", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessInvalidOperatorSet represents a InvalidOperatorSet error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessInvalidOperatorSet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidOperatorSet()
func AllocationManagerHarnessInvalidOperatorSetErrorID() common.Hash {
	return common.HexToHash("0x7ec5c1544c380e9fdddd982d1278c16d789537eb3ef27ba26c2f19c3ee02e5db")
}

// UnpackInvalidOperatorSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidOperatorSet()
func (allocationManagerHarness *AllocationManagerHarness) UnpackInvalidOperatorSetError(raw []byte) (*AllocationManagerHarnessInvalidOperatorSet, error) {
	out := new(AllocationManagerHarnessInvalidOperatorSet)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "InvalidOperatorSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessInvalidPermissions represents a InvalidPermissions error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessInvalidPermissions struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidPermissions()
func AllocationManagerHarnessInvalidPermissionsErrorID() common.Hash {
	return common.HexToHash("0x932d94f726428388537b641940dd88f9f37f70be827ee507792b87e4d26875f9")
}

// UnpackInvalidPermissionsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidPermissions()
func (allocationManagerHarness *AllocationManagerHarness) UnpackInvalidPermissionsError(raw []byte) (*AllocationManagerHarnessInvalidPermissions, error) {
	out := new(AllocationManagerHarnessInvalidPermissions)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "InvalidPermissions", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessInvalidWadToSlash represents a InvalidWadToSlash error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessInvalidWadToSlash struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidWadToSlash()
func AllocationManagerHarnessInvalidWadToSlashErrorID() common.Hash {
	return common.HexToHash("0x13536031ea4ec078e077fcabd5ba484500a76f7787b0e63b17a0e7028bb43444")
}

// UnpackInvalidWadToSlashError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidWadToSlash()
func (allocationManagerHarness *AllocationManagerHarness) UnpackInvalidWadToSlashError(raw []byte) (*AllocationManagerHarnessInvalidWadToSlash, error) {
	out := new(AllocationManagerHarnessInvalidWadToSlash)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "InvalidWadToSlash", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessNonexistentAVSMetadata represents a NonexistentAVSMetadata error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessNonexistentAVSMetadata struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NonexistentAVSMetadata()
func AllocationManagerHarnessNonexistentAVSMetadataErrorID() common.Hash {
	return common.HexToHash("0x48f7dbb9ab23b950c496840ffe9c15509d2ccfd6474cee6ed765967d212fd377")
}

// UnpackNonexistentAVSMetadataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NonexistentAVSMetadata()
func (allocationManagerHarness *AllocationManagerHarness) UnpackNonexistentAVSMetadataError(raw []byte) (*AllocationManagerHarnessNonexistentAVSMetadata, error) {
	out := new(AllocationManagerHarnessNonexistentAVSMetadata)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "NonexistentAVSMetadata", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessNotMemberOfSet represents a NotMemberOfSet error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessNotMemberOfSet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotMemberOfSet()
func AllocationManagerHarnessNotMemberOfSetErrorID() common.Hash {
	return common.HexToHash("0x25131d4f1393bc64db413ad3bb65109a4a6b8f5544c41876d3bba289a48b5df9")
}

// UnpackNotMemberOfSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotMemberOfSet()
func (allocationManagerHarness *AllocationManagerHarness) UnpackNotMemberOfSetError(raw []byte) (*AllocationManagerHarnessNotMemberOfSet, error) {
	out := new(AllocationManagerHarnessNotMemberOfSet)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "NotMemberOfSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessOperatorNotSlashable represents a OperatorNotSlashable error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessOperatorNotSlashable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorNotSlashable()
func AllocationManagerHarnessOperatorNotSlashableErrorID() common.Hash {
	return common.HexToHash("0xebbff4970bc465e7174cb82aca2ea11f9c3fe21b96df52b48f51997c10647724")
}

// UnpackOperatorNotSlashableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorNotSlashable()
func (allocationManagerHarness *AllocationManagerHarness) UnpackOperatorNotSlashableError(raw []byte) (*AllocationManagerHarnessOperatorNotSlashable, error) {
	out := new(AllocationManagerHarnessOperatorNotSlashable)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "OperatorNotSlashable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessStrategiesMustBeInAscendingOrder represents a StrategiesMustBeInAscendingOrder error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessStrategiesMustBeInAscendingOrder struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StrategiesMustBeInAscendingOrder()
func AllocationManagerHarnessStrategiesMustBeInAscendingOrderErrorID() common.Hash {
	return common.HexToHash("0x9f1c80539b4e29bb5ab3255217b1fa35dca1197ad76d6094aa7e87728c83b513")
}

// UnpackStrategiesMustBeInAscendingOrderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StrategiesMustBeInAscendingOrder()
func (allocationManagerHarness *AllocationManagerHarness) UnpackStrategiesMustBeInAscendingOrderError(raw []byte) (*AllocationManagerHarnessStrategiesMustBeInAscendingOrder, error) {
	out := new(AllocationManagerHarnessStrategiesMustBeInAscendingOrder)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "StrategiesMustBeInAscendingOrder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AllocationManagerHarnessStrategyNotInOperatorSet represents a StrategyNotInOperatorSet error raised by the AllocationManagerHarness contract.
type AllocationManagerHarnessStrategyNotInOperatorSet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StrategyNotInOperatorSet()
func AllocationManagerHarnessStrategyNotInOperatorSetErrorID() common.Hash {
	return common.HexToHash("0x6378684ee6f235850f23d001dbe357345d4eef32e6f4404a75d3dd2aaeb5aa72")
}

// UnpackStrategyNotInOperatorSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StrategyNotInOperatorSet()
func (allocationManagerHarness *AllocationManagerHarness) UnpackStrategyNotInOperatorSetError(raw []byte) (*AllocationManagerHarnessStrategyNotInOperatorSet, error) {
	out := new(AllocationManagerHarnessStrategyNotInOperatorSet)
	if err := allocationManagerHarness.abi.UnpackIntoInterface(out, "StrategyNotInOperatorSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BLSHarnessMetaData contains all meta data concerning the BLSHarness contract.
var BLSHarnessMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"addNegated\",\"inputs\":[{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"sum\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hashToG2\",\"inputs\":[{\"name\":\"message\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isInSubgroup\",\"inputs\":[{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isInfinity\",\"inputs\":[{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isOnCurve\",\"inputs\":[{\"name\":\"point\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"message\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "BLSHarness",
	Bin: "0x608080604052346015576108eb908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c806314cdfd2f1461045e5780633cb08f89146104075780635bf48e3a14610313578063835e5579146101225780638d9784cf146100ca5763a54126dd1461005b575f80fd5b346100c65760206003193601126100c6576100c26101206100b661007e826104b1565b9161010083527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020840191013682376004356106c7565b60405191829182610592565b0390f35b5f80fd5b346100c65760206003193601126100c65760043567ffffffffffffffff81116100c6576080602061010081933690600401610522565b018160405191825e81368183013761010081600b61c350fa6040519015158152f35b346100c65760206003193601126100c65760043567ffffffffffffffff81116100c657610153903690600401610522565b61012090610160826104b1565b61010081527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe060208201930136843761019960a06104b1565b6080808252926020820184368237608060208301875e6030808301825e60306070605085019301835e60a08401928387116102e657610100936060925160801c9052603081015160c08601520151907f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8211905160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360e08401527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0391015260808261010081600b61c350fa156102885760806100c29261026f60a06104b1565b9282845260208401903682375e60405191829182610592565b60646040517f08c379a000000000000000000000000000000000000000000000000000000000815260206004820152600360248201527f61646400000000000000000000000000000000000000000000000000000000006044820152fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b346100c65760606003193601126100c65760243567ffffffffffffffff81116100c657610344903690600401610522565b60443567ffffffffffffffff81116100c657366023820112156100c657806004013567ffffffffffffffff81116100c65736602482840101116100c65760808351036103a95760209283602461039f940191016004356105da565b6040519015158152f35b60646040517f08c379a000000000000000000000000000000000000000000000000000000000815260206004820152600a60248201527f6b6579206c656e677468000000000000000000000000000000000000000000006044820152fd5b346100c65760206003193601126100c65760043567ffffffffffffffff81116100c6576080602061043d81933690600401610522565b018160405191825e60018282015260a081600c61c350fa6040519015158152f35b346100c65760206003193601126100c65760043567ffffffffffffffff81116100c6576104916020913690600401610522565b608081015160608201511790826040820151910151171715604051908152f35b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f604051930116820182811067ffffffffffffffff8211176104f557604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b81601f820112156100c65780359067ffffffffffffffff82116104f55761057060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f850116016104b1565b92828452602083830101116100c657815f926020809301838601378301015290565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602060409481855280519182918282880152018686015e5f8582860101520116010190565b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00016106c0576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e61020082018083116102e6576020926106b0610300925f946106c7565b600f620668a0fa60015f51141690565b5050505f90565b906040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b600984106108c35750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b8183106108a15750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa161561087557565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa1694019091879392610839565b6020816001929694959651861888528684530192602084604d8960025afa16940192916107c056",
}

// BLSHarness is an auto generated Go binding around an Ethereum contract.
type BLSHarness struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BLSHarness) GetABI() abi.ABI {
	return c.abi
}

// NewBLSHarness creates a new instance of BLSHarness.
func NewBLSHarness() *BLSHarness {
	parsed, err := BLSHarnessMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BLSHarness{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BLSHarness) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAddNegated is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x835e5579.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addNegated(bytes point) view returns(bytes sum)
func (bLSHarness *BLSHarness) PackAddNegated(point []byte) []byte {
	enc, err := bLSHarness.abi.Pack("addNegated", point)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddNegated is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x835e5579.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addNegated(bytes point) view returns(bytes sum)
func (bLSHarness *BLSHarness) TryPackAddNegated(point []byte) ([]byte, error) {
	return bLSHarness.abi.Pack("addNegated", point)
}

// UnpackAddNegated is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x835e5579.
//
// Solidity: function addNegated(bytes point) view returns(bytes sum)
func (bLSHarness *BLSHarness) UnpackAddNegated(data []byte) ([]byte, error) {
	out, err := bLSHarness.abi.Unpack("addNegated", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackHashToG2 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa54126dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashToG2(bytes32 message) view returns(bytes point)
func (bLSHarness *BLSHarness) PackHashToG2(message [32]byte) []byte {
	enc, err := bLSHarness.abi.Pack("hashToG2", message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashToG2 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa54126dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashToG2(bytes32 message) view returns(bytes point)
func (bLSHarness *BLSHarness) TryPackHashToG2(message [32]byte) ([]byte, error) {
	return bLSHarness.abi.Pack("hashToG2", message)
}

// UnpackHashToG2 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa54126dd.
//
// Solidity: function hashToG2(bytes32 message) view returns(bytes point)
func (bLSHarness *BLSHarness) UnpackHashToG2(data []byte) ([]byte, error) {
	out, err := bLSHarness.abi.Unpack("hashToG2", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackIsInSubgroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb08f89.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isInSubgroup(bytes point) view returns(bool)
func (bLSHarness *BLSHarness) PackIsInSubgroup(point []byte) []byte {
	enc, err := bLSHarness.abi.Pack("isInSubgroup", point)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsInSubgroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb08f89.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isInSubgroup(bytes point) view returns(bool)
func (bLSHarness *BLSHarness) TryPackIsInSubgroup(point []byte) ([]byte, error) {
	return bLSHarness.abi.Pack("isInSubgroup", point)
}

// UnpackIsInSubgroup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb08f89.
//
// Solidity: function isInSubgroup(bytes point) view returns(bool)
func (bLSHarness *BLSHarness) UnpackIsInSubgroup(data []byte) (bool, error) {
	out, err := bLSHarness.abi.Unpack("isInSubgroup", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsInfinity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14cdfd2f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isInfinity(bytes point) pure returns(bool)
func (bLSHarness *BLSHarness) PackIsInfinity(point []byte) []byte {
	enc, err := bLSHarness.abi.Pack("isInfinity", point)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsInfinity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14cdfd2f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isInfinity(bytes point) pure returns(bool)
func (bLSHarness *BLSHarness) TryPackIsInfinity(point []byte) ([]byte, error) {
	return bLSHarness.abi.Pack("isInfinity", point)
}

// UnpackIsInfinity is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x14cdfd2f.
//
// Solidity: function isInfinity(bytes point) pure returns(bool)
func (bLSHarness *BLSHarness) UnpackIsInfinity(data []byte) (bool, error) {
	out, err := bLSHarness.abi.Unpack("isInfinity", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsOnCurve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d9784cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOnCurve(bytes point) view returns(bool)
func (bLSHarness *BLSHarness) PackIsOnCurve(point []byte) []byte {
	enc, err := bLSHarness.abi.Pack("isOnCurve", point)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOnCurve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d9784cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOnCurve(bytes point) view returns(bool)
func (bLSHarness *BLSHarness) TryPackIsOnCurve(point []byte) ([]byte, error) {
	return bLSHarness.abi.Pack("isOnCurve", point)
}

// UnpackIsOnCurve is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8d9784cf.
//
// Solidity: function isOnCurve(bytes point) view returns(bool)
func (bLSHarness *BLSHarness) UnpackIsOnCurve(data []byte) (bool, error) {
	out, err := bLSHarness.abi.Unpack("isOnCurve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5bf48e3a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(bytes32 message, bytes key, bytes signature) view returns(bool)
func (bLSHarness *BLSHarness) PackVerify(message [32]byte, key []byte, signature []byte) []byte {
	enc, err := bLSHarness.abi.Pack("verify", message, key, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5bf48e3a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(bytes32 message, bytes key, bytes signature) view returns(bool)
func (bLSHarness *BLSHarness) TryPackVerify(message [32]byte, key []byte, signature []byte) ([]byte, error) {
	return bLSHarness.abi.Pack("verify", message, key, signature)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5bf48e3a.
//
// Solidity: function verify(bytes32 message, bytes key, bytes signature) view returns(bool)
func (bLSHarness *BLSHarness) UnpackVerify(data []byte) (bool, error) {
	out, err := bLSHarness.abi.Unpack("verify", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (bLSHarness *BLSHarness) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bLSHarness.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return bLSHarness.UnpackPrecompileFailedError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BLSHarnessPrecompileFailed represents a PrecompileFailed error raised by the BLSHarness contract.
type BLSHarnessPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func BLSHarnessPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (bLSHarness *BLSHarness) UnpackPrecompileFailedError(raw []byte) (*BLSHarnessPrecompileFailed, error) {
	out := new(BLSHarnessPrecompileFailed)
	if err := bLSHarness.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

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

// AllocateParams is an auto generated low-level Go binding around an user-defined struct.
type AllocateParams struct {
	OperatorSet   OperatorSet
	Strategies    []common.Address
	NewMagnitudes []uint64
}

// Allocation is an auto generated low-level Go binding around an user-defined struct.
type Allocation struct {
	CurrentMagnitude uint64
	PendingDiff      *big.Int
	EffectBlock      uint32
}

// BatchHeader is an auto generated low-level Go binding around an user-defined struct.
type BatchHeader struct {
	Rollup     [32]byte
	Epoch      uint64
	Slot       uint64
	Rank       uint32
	Number     uint64
	Timestamp  uint64
	L1Number   uint64
	Inbox      uint64
	ParentHash [32]byte
	BlockHash  [32]byte
	BodyHash   [32]byte
	BodySize   uint32
}

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

// EpochInfo is an auto generated low-level Go binding around an user-defined struct.
type EpochInfo struct {
	BlockNumber  uint64
	Count        uint64
	TotalWeight  *big.Int
	AggregateKey []byte
}

// FinalityAlert is an auto generated low-level Go binding around an user-defined struct.
type FinalityAlert struct {
	Rollup   [32]byte
	Epoch    uint64
	Sequence uint64
	Paused   bool
}

// FinalityClaim is an auto generated low-level Go binding around an user-defined struct.
type FinalityClaim struct {
	Rollup     [32]byte
	Epoch      uint64
	Number     uint64
	BlockHash  [32]byte
	ParentHash [32]byte
	StateRoot  [32]byte
	OutputRoot [32]byte
	Level      uint8
}

// HandedSet is an auto generated low-level Go binding around an user-defined struct.
type HandedSet struct {
	Id      uint32
	Epoch   uint64
	Hash    [32]byte
	Members []byte
}

// InclusionList is an auto generated low-level Go binding around an user-defined struct.
type InclusionList struct {
	Rollup       [32]byte
	Epoch        uint64
	Slot         uint64
	Transactions [32]byte
}

// Keys is an auto generated low-level Go binding around an user-defined struct.
type Keys struct {
	BlsKey         []byte
	BlsProof       []byte
	ConsensusKey   []byte
	ConsensusProof []byte
	PeerId         []byte
	PeerAddress    string
}

// L1View is an auto generated low-level Go binding around an user-defined struct.
type L1View struct {
	Number       uint64
	BlockHash    [32]byte
	OperatorSets [32]byte
	Inputs       [32]byte
}

// Member is an auto generated low-level Go binding around an user-defined struct.
type Member struct {
	Operator common.Address
	Weight   *big.Int
	BlsKey   []byte
}

// OperatorInfo is an auto generated low-level Go binding around an user-defined struct.
type OperatorInfo struct {
	BlsKey           []byte
	ConsensusKey     []byte
	ConsensusAddress common.Address
	PeerId           []byte
	PeerAddress      string
}

// OperatorSet is an auto generated low-level Go binding around an user-defined struct.
type OperatorSet struct {
	Avs common.Address
	Id  uint32
}

// Preconfirmation is an auto generated low-level Go binding around an user-defined struct.
type Preconfirmation struct {
	Rollup      [32]byte
	Epoch       uint64
	Slot        uint64
	Rank        uint32
	Transaction [32]byte
	Position    uint32
	PrefixRoot  [32]byte
}

// RegisterParams is an auto generated low-level Go binding around an user-defined struct.
type RegisterParams struct {
	Avs            common.Address
	OperatorSetIds []uint32
	Data           []byte
}

// RestakedRollupsConfig is an auto generated low-level Go binding around an user-defined struct.
type RestakedRollupsConfig struct {
	Name              string
	MetadataURI       string
	AllocationManager common.Address
	Registrar         common.Address
	Slasher           common.Address
	RegistrationFee   *big.Int
	FeeRecipient      common.Address
}

// Rollup is an auto generated low-level Go binding around an user-defined struct.
type Rollup struct {
	Id           [32]byte
	Index        uint32
	RegisteredAt uint64
	Registrant   common.Address
	Params       RollupParams
	StoppedAt    uint64
}

// RollupParams is an auto generated low-level Go binding around an user-defined struct.
type RollupParams struct {
	Name          string
	ChainId       uint64
	GenesisHash   [32]byte
	SlotMillis    uint32
	Ranks         uint8
	SlashWad      uint64
	MinimumLevel  uint8
	Sequenced     bool
	GenesisTime   uint64
	GasLimit      uint64
	SpanSlots     uint32
	WindowSpans   uint32
	StepMillis    uint32
	MaxBatchBytes uint32
	ForceMillis   uint64
	Outbox        common.Address
}

// SetParams is an auto generated low-level Go binding around an user-defined struct.
type SetParams struct {
	Strategies   []common.Address
	Multipliers  []*big.Int
	MinimumStake *big.Int
	Capacity     uint16
}

// SignatureWithExpiry is an auto generated low-level Go binding around an user-defined struct.
type SignatureWithExpiry struct {
	Signature []byte
	Expiry    *big.Int
}

// SlashingParams is an auto generated low-level Go binding around an user-defined struct.
type SlashingParams struct {
	Operator      common.Address
	OperatorSetId uint32
	Strategies    []common.Address
	WadsToSlash   []*big.Int
	Description   string
}

// Submission is an auto generated low-level Go binding around an user-defined struct.
type Submission struct {
	Claim     FinalityClaim
	Signers   *big.Int
	Signature []byte
}

// Unjail is an auto generated low-level Go binding around an user-defined struct.
type Unjail struct {
	Rollup   [32]byte
	Operator common.Address
	Window   uint64
}

// Withdrawal is an auto generated low-level Go binding around an user-defined struct.
type Withdrawal struct {
	Rollup [32]byte
	Nonce  *big.Int
	To     common.Address
	Amount *big.Int
}

// BridgeEscrowMetaData contains all meta data concerning the BridgeEscrow contract.
var BridgeEscrowMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"mach_\",\"type\":\"address\",\"internalType\":\"contractIMach\"},{\"name\":\"rollup_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outbox_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"mach\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIMach\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"outbox\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"paid\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollup\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"accountProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"storageProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Deposited\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyPaid\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadAccountProof\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"BadStorageProof\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FieldNotPresentInBlockHeader\",\"inputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBlockHeader.HeaderField\"}]},{\"type\":\"error\",\"name\":\"FinalityIsPaused\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InsufficientBalance\",\"inputs\":[{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotFinal\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"RLPInvalidEncoding\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongHeader\",\"inputs\":[{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongWithdrawal\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"found\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"claimed\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "BridgeEscrow",
	Bin: "0x60e0346100b457601f6118ec38819003918201601f19168301916001600160401b038311848410176100b8578084926060946040528339810103126100b4578051906001600160a01b03821682036100b4576020810151604090910151916001600160a01b03831683036100b45760805260a05260c05260405161181f90816100cd823960805181818160870152610346015260a05181818161019f0152610325015260c051818181610164015261029d0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c8063bd0a0e8e146101c2578063cb23bcb514610188578063ce11e6ab14610138578063efa51cda1461010a578063f340fa01146100af5763f9fb5e8b1461005b575f80fd5b346100ab575f6003193601126100ab57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b60206003193601126100ab5760043573ffffffffffffffffffffffffffffffffffffffff81168091036100ab576040513481527f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a760203392a3005b346100ab5760206003193601126100ab576004355f525f602052602060ff60405f2054166040519015158152f35b346100ab575f6003193601126100ab57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100ab575f6003193601126100ab5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100ab5760c06003193601126100ab576004356024359073ffffffffffffffffffffffffffffffffffffffff82168092036100ab576044359060643567ffffffffffffffff81116100ab57366023820112156100ab5780600401359067ffffffffffffffff82116100ab5736602483830101116100ab5760843567ffffffffffffffff81116100ab5761025a90369060040161073b565b60a49391933567ffffffffffffffff81116100ab5761027d90369060040161073b565b949093865f525f60205260ff60405f20541661070f57906102c76102cf927f00000000000000000000000000000000000000000000000000000000000000009560243692016107da565b92369161083e565b908051602082019081206040516102eb83855160801b17611747565b5f8151600810156106e2578061065a575067ffffffffffffffff61032261036a9361031860088795610b23565b5190604052610b71565b167f00000000000000000000000000000000000000000000000000000000000000007f0000000000000000000000000000000000000000000000000000000000000000610981565b82518220908082036106b457505061038a90604051925160801b17611747565b5f815160031015610687578061065a575061040e929161031860036103ae93610b23565b60405160208101907fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008660601b168252601481526103ed60348261076c565b519020906040519160208301526020825261040960408361076c565b610cf8565b9091600e8210156105bb57816106155750508060206104339201905160801b17611747565b908151600210156105e85761047d6104516060610498940151610b71565b9160405160208101908782525f60408201526040815261047260608261076c565b51902094369161083e565b906040516020810190858252602081526103ed60408261076c565b9091600e8210156105bb57816105865750508060206104bd9201905160801b17610b71565b6040516020810190858252846040820152604081526104dd60608261076c565b519020908181036105545761055284868086805f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790557fcf7d23a3cbe4e8b36ff82fd1b05b1b17373dc7804b4ebbd6e2356716ef2023726020604051868152a36108c4565b005b827fe7afd931000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b6105b692507f900e85e6000000000000000000000000000000000000000000000000000000005f52600452610b05565b60445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f766da5ee000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff166004526105b690610b05565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526021600452fd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7f340b3b5e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600860045260245ffd5b867f612ec438000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9181601f840112156100ab5782359167ffffffffffffffff83116100ab576020808501948460051b0101116100ab57565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176107ad57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b92919267ffffffffffffffff82116107ad5760405191610822601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0166020018461076c565b8294818452818301116100ab578281602093845f960137010152565b9291909267ffffffffffffffff84116107ad578360051b9160206040516108678286018261076c565b8096815201928201918183116100ab5780935b838510610888575050505050565b843567ffffffffffffffff81116100ab57820183601f820112156100ab576020916108b985838580953591016107da565b81520194019361087a565b814710610939575f80809373ffffffffffffffffffffffffffffffffffffffff8294836040516108f560208261076c565b52165af11561090057565b3d15610911576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b50477fcf479181000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b908160209103126100ab575180151581036100ab5790565b73ffffffffffffffffffffffffffffffffffffffff909491929394169067ffffffffffffffff604051947ffc7030770000000000000000000000000000000000000000000000000000000086528460048701521693846024820152856044820152602081606481865afa908115610ad4575f91610ae6575b50610adf57506020602491604051928380927f241b71bb0000000000000000000000000000000000000000000000000000000082528660048301525afa908115610ad4575f91610aa5575b50610a7a577fe237f19b000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f07ce396a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b610ac7915060203d602011610acd575b610abf818361076c565b810190610969565b5f610a44565b503d610ab5565b6040513d5f823e3d90fd5b9350505050565b610aff915060203d602011610acd57610abf818361076c565b5f6109f9565b600e8110156105bb57602452565b8051600110156105e85760400190565b80518210156105e85760209160051b010190565b91908203918211610b4457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8060801c9060218211610c3057610b87816111de565b60028195929510156105bb57610c305783610ba457505050505f90565b816020019081602011610b445782036020019081111502601f8111610c1e575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81168103610b445760031b610100036101008111610b44571c90565b634e487b715f5260326020526024601cfd5b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b91908201809211610b4457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff8211610b4457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff8211610b4457565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff8211610b4457565b9092916060935f948151156111d35750610d1490949294611493565b6040515f939190849081805b86518810156111c157610d338888610b23565b51918461111a57505088815160208301200361110957610d629098939291985b60208101905160801b17611747565b975b8851601103610eb75782518203610dc75750505050845160101015610d9a5750610220610d96939401519051906116a8565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015610e8a57610de8906020848601015160f81c90610b23565b51610df2816116de565b9384919060018101809111610e5d57946020148015610e41575b610e25575050610e1b90611747565b975b929190610d64565b929394999150966001905b846040520196989392919098610d20565b5060018901808a11610e5d57610e5890898561170c565b610e0c565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f146110f857805115610e8a57610ee1610edc60208301516115b8565b611493565b908151156110e65760208201805160f81c90610f068560208901895160801b17611607565b935160801b176001821660020360ff81116110b9579060ff610f29921690611607565b908160801c938060801c92838611918215611034575b50506110205760018111610fd75750508115610fc55790610f64610f7c949392610b13565b51916020610f71846116de565b969093879493610c58565b95148015610fa9575b610f9a575050610f9490611747565b97610e1d565b92939499915096600190610e30565b5060018901808a11610e5d57610fc090898561170c565b610f85565b50505050505050509050606090600790565b9295509593509798506003915011155f1461101257500361100757610ffe610d9693610b13565b519051906116a8565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b9190998061108c5750610c1e576fffffffffffffffffffffffffffffffff6110849116985f997fffffffffffffffffffffffffffffffff0000000000000000000000000000000082161790611670565b155f80610f3f565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b8251916020831090838261116c5750602014801593915061115c575b505061114b57610d62905b9893929198610d53565b505050505050509050606090600390565b6020840120141590505f80611136565b1492831593611197575b50505061118657610d6290611141565b505050505050509050606090600490565b6020850151929350906111b0575b5014155f8080611176565b5f199060200360031b1b165f6111a5565b50505050505050509050606090600d90565b945060019392505050565b908160801c918215610c30576111f381611423565b60f81c60c081101561135557608081101561121457505f9250600191839150565b60b781116112aa5761122760ff91610cc7565b168093119081611240575b5015610c3057600191905f90565b6001841480159250611254575b505f611232565b7f800000000000000000000000000000000000000000000000000000000000000091506112a17fff0000000000000000000000000000000000000000000000000000000000000091611459565b1610155f61124d565b6112b66112bb91610cc7565b610c96565b60ff81169182851115610c30576112d190611459565b907fff00000000000000000000000000000000000000000000000000000000000000821615610c305760ff81168303610b44576107f89060031b16610100036101008111610b44571c928382603782119283611341575b50505015610c305760018101809111610b445791905f90565b61134c929350610b37565b1183825f611328565b9060f7821161137b575061136a60ff91610c65565b1680921115610c3057600191908290565b906112b661138891610c65565b60ff81169182851115610c305761139e90611459565b907fff00000000000000000000000000000000000000000000000000000000000000821615610c305760ff81168303610b44576107f89060031b16610100036101008111610b44571c92838260378211928361140f575b50505015610c305760018101809111610b44579190600190565b61141a929350610b37565b1183825f6113f5565b60208160801c5f0301602081111502601f8111610c1e575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111610c1e576fffffffffffffffffffffffffffffffff5f1960019260031b1b921601511690565b908151604051928160011b60208186010160405284525f5b8281106114b757505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b88010152016114ab565b6115c1816111de565b60028193929310156105bb57610c30576115da92611641565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111610c1e576fffffffffffffffffffffffffffffffff6116328261163994610b37565b9316610c58565b9060801b1790565b9061164c8382610c58565b8260801c10610c1e576fffffffffffffffffffffffffffffffff6116399216610c58565b9190915f928160801c908060801c821461168957505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f198201918211610b4457036116d5576116c2906115b8565b908151155f146116d157600990565b5f90565b50606090600890565b908160801c91602183105f146116fb576116f790611423565b9190565b611706919250610b71565b90602090565b909182518110928361171f575b50505090565b61173f93509061172e91610b23565b5160208101905160801b1790611670565b5f8080611719565b908160801c91611756816111de565b60028194939410156105bb57600114908161180c575b5015610c3057926040519360208501925b8281106117b6575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08382030160051c8352604052565b926117f6846117d26117cd8596976117f096611607565b6111de565b506117ea6117e38383989498610c58565b8489611641565b95610c58565b90610c58565b91815260208101809111610b445792919061177d565b611817915083610c58565b84145f61176c56",
}

// BridgeEscrow is an auto generated Go binding around an Ethereum contract.
type BridgeEscrow struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BridgeEscrow) GetABI() abi.ABI {
	return c.abi
}

// NewBridgeEscrow creates a new instance of BridgeEscrow.
func NewBridgeEscrow() *BridgeEscrow {
	parsed, err := BridgeEscrowMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BridgeEscrow{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BridgeEscrow) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address mach_, bytes32 rollup_, address outbox_) returns()
func (bridgeEscrow *BridgeEscrow) PackConstructor(mach_ common.Address, rollup_ [32]byte, outbox_ common.Address) []byte {
	enc, err := bridgeEscrow.abi.Pack("", mach_, rollup_, outbox_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf340fa01.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit(address to) payable returns()
func (bridgeEscrow *BridgeEscrow) PackDeposit(to common.Address) []byte {
	enc, err := bridgeEscrow.abi.Pack("deposit", to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf340fa01.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit(address to) payable returns()
func (bridgeEscrow *BridgeEscrow) TryPackDeposit(to common.Address) ([]byte, error) {
	return bridgeEscrow.abi.Pack("deposit", to)
}

// PackMach is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9fb5e8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mach() view returns(address)
func (bridgeEscrow *BridgeEscrow) PackMach() []byte {
	enc, err := bridgeEscrow.abi.Pack("mach")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMach is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9fb5e8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mach() view returns(address)
func (bridgeEscrow *BridgeEscrow) TryPackMach() ([]byte, error) {
	return bridgeEscrow.abi.Pack("mach")
}

// UnpackMach is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf9fb5e8b.
//
// Solidity: function mach() view returns(address)
func (bridgeEscrow *BridgeEscrow) UnpackMach(data []byte) (common.Address, error) {
	out, err := bridgeEscrow.abi.Unpack("mach", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOutbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce11e6ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function outbox() view returns(address)
func (bridgeEscrow *BridgeEscrow) PackOutbox() []byte {
	enc, err := bridgeEscrow.abi.Pack("outbox")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOutbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce11e6ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function outbox() view returns(address)
func (bridgeEscrow *BridgeEscrow) TryPackOutbox() ([]byte, error) {
	return bridgeEscrow.abi.Pack("outbox")
}

// UnpackOutbox is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce11e6ab.
//
// Solidity: function outbox() view returns(address)
func (bridgeEscrow *BridgeEscrow) UnpackOutbox(data []byte) (common.Address, error) {
	out, err := bridgeEscrow.abi.Unpack("outbox", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xefa51cda.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paid(uint256 nonce) view returns(bool)
func (bridgeEscrow *BridgeEscrow) PackPaid(nonce *big.Int) []byte {
	enc, err := bridgeEscrow.abi.Pack("paid", nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xefa51cda.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paid(uint256 nonce) view returns(bool)
func (bridgeEscrow *BridgeEscrow) TryPackPaid(nonce *big.Int) ([]byte, error) {
	return bridgeEscrow.abi.Pack("paid", nonce)
}

// UnpackPaid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xefa51cda.
//
// Solidity: function paid(uint256 nonce) view returns(bool)
func (bridgeEscrow *BridgeEscrow) UnpackPaid(data []byte) (bool, error) {
	out, err := bridgeEscrow.abi.Unpack("paid", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcb23bcb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollup() view returns(bytes32)
func (bridgeEscrow *BridgeEscrow) PackRollup() []byte {
	enc, err := bridgeEscrow.abi.Pack("rollup")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcb23bcb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollup() view returns(bytes32)
func (bridgeEscrow *BridgeEscrow) TryPackRollup() ([]byte, error) {
	return bridgeEscrow.abi.Pack("rollup")
}

// UnpackRollup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcb23bcb5.
//
// Solidity: function rollup() view returns(bytes32)
func (bridgeEscrow *BridgeEscrow) UnpackRollup(data []byte) ([32]byte, error) {
	out, err := bridgeEscrow.abi.Unpack("rollup", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd0a0e8e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(uint256 nonce, address to, uint256 amount, bytes header, bytes[] accountProof, bytes[] storageProof) returns()
func (bridgeEscrow *BridgeEscrow) PackWithdraw(nonce *big.Int, to common.Address, amount *big.Int, header []byte, accountProof [][]byte, storageProof [][]byte) []byte {
	enc, err := bridgeEscrow.abi.Pack("withdraw", nonce, to, amount, header, accountProof, storageProof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd0a0e8e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(uint256 nonce, address to, uint256 amount, bytes header, bytes[] accountProof, bytes[] storageProof) returns()
func (bridgeEscrow *BridgeEscrow) TryPackWithdraw(nonce *big.Int, to common.Address, amount *big.Int, header []byte, accountProof [][]byte, storageProof [][]byte) ([]byte, error) {
	return bridgeEscrow.abi.Pack("withdraw", nonce, to, amount, header, accountProof, storageProof)
}

// BridgeEscrowDeposited represents a Deposited event raised by the BridgeEscrow contract.
type BridgeEscrowDeposited struct {
	From   common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BridgeEscrowDepositedEventName = "Deposited"

// ContractEventName returns the user-defined event name.
func (BridgeEscrowDeposited) ContractEventName() string {
	return BridgeEscrowDepositedEventName
}

// UnpackDepositedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposited(address indexed from, address indexed to, uint256 amount)
func (bridgeEscrow *BridgeEscrow) UnpackDepositedEvent(log *types.Log) (*BridgeEscrowDeposited, error) {
	event := "Deposited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgeEscrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgeEscrowDeposited)
	if len(log.Data) > 0 {
		if err := bridgeEscrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgeEscrow.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// BridgeEscrowWithdrawn represents a Withdrawn event raised by the BridgeEscrow contract.
type BridgeEscrowWithdrawn struct {
	Nonce  *big.Int
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BridgeEscrowWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (BridgeEscrowWithdrawn) ContractEventName() string {
	return BridgeEscrowWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(uint256 indexed nonce, address indexed to, uint256 amount)
func (bridgeEscrow *BridgeEscrow) UnpackWithdrawnEvent(log *types.Log) (*BridgeEscrowWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgeEscrow.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgeEscrowWithdrawn)
	if len(log.Data) > 0 {
		if err := bridgeEscrow.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgeEscrow.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (bridgeEscrow *BridgeEscrow) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["AlreadyPaid"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackAlreadyPaidError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["BadAccountProof"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackBadAccountProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["BadStorageProof"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackBadStorageProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["FieldNotPresentInBlockHeader"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackFieldNotPresentInBlockHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["FinalityIsPaused"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackFinalityIsPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["NotFinal"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackNotFinalError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["RLPInvalidEncoding"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackRLPInvalidEncodingError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["WrongHeader"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackWrongHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], bridgeEscrow.abi.Errors["WrongWithdrawal"].ID.Bytes()[:4]) {
		return bridgeEscrow.UnpackWrongWithdrawalError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BridgeEscrowAlreadyPaid represents a AlreadyPaid error raised by the BridgeEscrow contract.
type BridgeEscrowAlreadyPaid struct {
	Nonce *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyPaid(uint256 nonce)
func BridgeEscrowAlreadyPaidErrorID() common.Hash {
	return common.HexToHash("0x612ec4384542e9bdfbe239885b63adaa7ad2c2e397616644ad3828b69cb18fb2")
}

// UnpackAlreadyPaidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyPaid(uint256 nonce)
func (bridgeEscrow *BridgeEscrow) UnpackAlreadyPaidError(raw []byte) (*BridgeEscrowAlreadyPaid, error) {
	out := new(BridgeEscrowAlreadyPaid)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "AlreadyPaid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowBadAccountProof represents a BadAccountProof error raised by the BridgeEscrow contract.
type BridgeEscrowBadAccountProof struct {
	Account common.Address
	Reason  uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func BridgeEscrowBadAccountProofErrorID() common.Hash {
	return common.HexToHash("0x766da5eee5021e814e719e0006ecf2fe016be0526e291698e28a313f64a27fb8")
}

// UnpackBadAccountProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func (bridgeEscrow *BridgeEscrow) UnpackBadAccountProofError(raw []byte) (*BridgeEscrowBadAccountProof, error) {
	out := new(BridgeEscrowBadAccountProof)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "BadAccountProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowBadStorageProof represents a BadStorageProof error raised by the BridgeEscrow contract.
type BridgeEscrowBadStorageProof struct {
	Slot   [32]byte
	Reason uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func BridgeEscrowBadStorageProofErrorID() common.Hash {
	return common.HexToHash("0x900e85e69aa6707f6bd2ab63259537f8f6362d3234f213a406a1be5df64d6a56")
}

// UnpackBadStorageProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func (bridgeEscrow *BridgeEscrow) UnpackBadStorageProofError(raw []byte) (*BridgeEscrowBadStorageProof, error) {
	out := new(BridgeEscrowBadStorageProof)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "BadStorageProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowFailedCall represents a FailedCall error raised by the BridgeEscrow contract.
type BridgeEscrowFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func BridgeEscrowFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (bridgeEscrow *BridgeEscrow) UnpackFailedCallError(raw []byte) (*BridgeEscrowFailedCall, error) {
	out := new(BridgeEscrowFailedCall)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowFieldNotPresentInBlockHeader represents a FieldNotPresentInBlockHeader error raised by the BridgeEscrow contract.
type BridgeEscrowFieldNotPresentInBlockHeader struct {
	Arg0 uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func BridgeEscrowFieldNotPresentInBlockHeaderErrorID() common.Hash {
	return common.HexToHash("0x3dc3cd92127fc4da0e036ff229cb9f0428ae04c76c83ebf90371931e08ba2e96")
}

// UnpackFieldNotPresentInBlockHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func (bridgeEscrow *BridgeEscrow) UnpackFieldNotPresentInBlockHeaderError(raw []byte) (*BridgeEscrowFieldNotPresentInBlockHeader, error) {
	out := new(BridgeEscrowFieldNotPresentInBlockHeader)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "FieldNotPresentInBlockHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowFinalityIsPaused represents a FinalityIsPaused error raised by the BridgeEscrow contract.
type BridgeEscrowFinalityIsPaused struct {
	Rollup [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FinalityIsPaused(bytes32 rollup)
func BridgeEscrowFinalityIsPausedErrorID() common.Hash {
	return common.HexToHash("0x07ce396a25d7adb08f53bb834d449e080d8c69413e76e3e2c987c734208a5f3d")
}

// UnpackFinalityIsPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FinalityIsPaused(bytes32 rollup)
func (bridgeEscrow *BridgeEscrow) UnpackFinalityIsPausedError(raw []byte) (*BridgeEscrowFinalityIsPaused, error) {
	out := new(BridgeEscrowFinalityIsPaused)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "FinalityIsPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowInsufficientBalance represents a InsufficientBalance error raised by the BridgeEscrow contract.
type BridgeEscrowInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func BridgeEscrowInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (bridgeEscrow *BridgeEscrow) UnpackInsufficientBalanceError(raw []byte) (*BridgeEscrowInsufficientBalance, error) {
	out := new(BridgeEscrowInsufficientBalance)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowNotFinal represents a NotFinal error raised by the BridgeEscrow contract.
type BridgeEscrowNotFinal struct {
	Rollup    [32]byte
	Number    uint64
	BlockHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFinal(bytes32 rollup, uint64 number, bytes32 blockHash)
func BridgeEscrowNotFinalErrorID() common.Hash {
	return common.HexToHash("0xe237f19bc723d8488a90e71f60a06f390ac91411dadac7605d2cc037f5df5dc0")
}

// UnpackNotFinalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFinal(bytes32 rollup, uint64 number, bytes32 blockHash)
func (bridgeEscrow *BridgeEscrow) UnpackNotFinalError(raw []byte) (*BridgeEscrowNotFinal, error) {
	out := new(BridgeEscrowNotFinal)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "NotFinal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowRLPInvalidEncoding represents a RLPInvalidEncoding error raised by the BridgeEscrow contract.
type BridgeEscrowRLPInvalidEncoding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RLPInvalidEncoding()
func BridgeEscrowRLPInvalidEncodingErrorID() common.Hash {
	return common.HexToHash("0xf3dd700486d05c537b5facf4c114ba6b400473774588d1ffb11e80a83758e4df")
}

// UnpackRLPInvalidEncodingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RLPInvalidEncoding()
func (bridgeEscrow *BridgeEscrow) UnpackRLPInvalidEncodingError(raw []byte) (*BridgeEscrowRLPInvalidEncoding, error) {
	out := new(BridgeEscrowRLPInvalidEncoding)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "RLPInvalidEncoding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowWrongHeader represents a WrongHeader error raised by the BridgeEscrow contract.
type BridgeEscrowWrongHeader struct {
	Wanted [32]byte
	Given  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func BridgeEscrowWrongHeaderErrorID() common.Hash {
	return common.HexToHash("0x340b3b5e27029527e8ecd2308d949fbebfcd5732398de5c4fff730a330bfefd3")
}

// UnpackWrongHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func (bridgeEscrow *BridgeEscrow) UnpackWrongHeaderError(raw []byte) (*BridgeEscrowWrongHeader, error) {
	out := new(BridgeEscrowWrongHeader)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "WrongHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeEscrowWrongWithdrawal represents a WrongWithdrawal error raised by the BridgeEscrow contract.
type BridgeEscrowWrongWithdrawal struct {
	Nonce   *big.Int
	Found   [32]byte
	Claimed [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongWithdrawal(uint256 nonce, bytes32 found, bytes32 claimed)
func BridgeEscrowWrongWithdrawalErrorID() common.Hash {
	return common.HexToHash("0xe7afd931dd1a4787d60ec81213839322bc8defde12d798f0d10ed671c4cd7322")
}

// UnpackWrongWithdrawalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongWithdrawal(uint256 nonce, bytes32 found, bytes32 claimed)
func (bridgeEscrow *BridgeEscrow) UnpackWrongWithdrawalError(raw []byte) (*BridgeEscrowWrongWithdrawal, error) {
	out := new(BridgeEscrowWrongWithdrawal)
	if err := bridgeEscrow.abi.UnpackIntoInterface(out, "WrongWithdrawal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BridgeOutboxMetaData contains all meta data concerning the BridgeOutbox contract.
var BridgeOutboxMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"count\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"withdrawals\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Withdrawal\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false}]",
	ID:  "BridgeOutbox",
	Bin: "0x60808060405234601557610209908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816306661abd146101d15750806351cff8d91461008857635cc070761461003d575f80fd5b346100845760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610084576004355f525f602052602060405f2054604051908152f35b5f80fd5b60207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100845760043573ffffffffffffffffffffffffffffffffffffffff8116809103610084576001547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81146101a45760018101600155604051916020830181815234604085015260408452606084019084821067ffffffffffffffff831117610177576020827f37e8063b72a944a76de602f32b82fd8c2a1c6f99564c727ffaf913c7762cd4209282978795604052519020845f525f835260405f2055348152a3604051908152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b34610084575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610084576020906001548152f3",
}

// BridgeOutbox is an auto generated Go binding around an Ethereum contract.
type BridgeOutbox struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BridgeOutbox) GetABI() abi.ABI {
	return c.abi
}

// NewBridgeOutbox creates a new instance of BridgeOutbox.
func NewBridgeOutbox() *BridgeOutbox {
	parsed, err := BridgeOutboxMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BridgeOutbox{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BridgeOutbox) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count() view returns(uint256)
func (bridgeOutbox *BridgeOutbox) PackCount() []byte {
	enc, err := bridgeOutbox.abi.Pack("count")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count() view returns(uint256)
func (bridgeOutbox *BridgeOutbox) TryPackCount() ([]byte, error) {
	return bridgeOutbox.abi.Pack("count")
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06661abd.
//
// Solidity: function count() view returns(uint256)
func (bridgeOutbox *BridgeOutbox) UnpackCount(data []byte) (*big.Int, error) {
	out, err := bridgeOutbox.abi.Unpack("count", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address to) payable returns(uint256 nonce)
func (bridgeOutbox *BridgeOutbox) PackWithdraw(to common.Address) []byte {
	enc, err := bridgeOutbox.abi.Pack("withdraw", to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address to) payable returns(uint256 nonce)
func (bridgeOutbox *BridgeOutbox) TryPackWithdraw(to common.Address) ([]byte, error) {
	return bridgeOutbox.abi.Pack("withdraw", to)
}

// UnpackWithdraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51cff8d9.
//
// Solidity: function withdraw(address to) payable returns(uint256 nonce)
func (bridgeOutbox *BridgeOutbox) UnpackWithdraw(data []byte) (*big.Int, error) {
	out, err := bridgeOutbox.abi.Unpack("withdraw", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackWithdrawals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cc07076.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawals(uint256 nonce) view returns(bytes32)
func (bridgeOutbox *BridgeOutbox) PackWithdrawals(nonce *big.Int) []byte {
	enc, err := bridgeOutbox.abi.Pack("withdrawals", nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5cc07076.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawals(uint256 nonce) view returns(bytes32)
func (bridgeOutbox *BridgeOutbox) TryPackWithdrawals(nonce *big.Int) ([]byte, error) {
	return bridgeOutbox.abi.Pack("withdrawals", nonce)
}

// UnpackWithdrawals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5cc07076.
//
// Solidity: function withdrawals(uint256 nonce) view returns(bytes32)
func (bridgeOutbox *BridgeOutbox) UnpackWithdrawals(data []byte) ([32]byte, error) {
	out, err := bridgeOutbox.abi.Unpack("withdrawals", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// BridgeOutboxWithdrawal represents a Withdrawal event raised by the BridgeOutbox contract.
type BridgeOutboxWithdrawal struct {
	Nonce  *big.Int
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BridgeOutboxWithdrawalEventName = "Withdrawal"

// ContractEventName returns the user-defined event name.
func (BridgeOutboxWithdrawal) ContractEventName() string {
	return BridgeOutboxWithdrawalEventName
}

// UnpackWithdrawalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawal(uint256 indexed nonce, address indexed to, uint256 amount)
func (bridgeOutbox *BridgeOutbox) UnpackWithdrawalEvent(log *types.Log) (*BridgeOutboxWithdrawal, error) {
	event := "Withdrawal"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bridgeOutbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BridgeOutboxWithdrawal)
	if len(log.Data) > 0 {
		if err := bridgeOutbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bridgeOutbox.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CertificateVerifierMetaData contains all meta data concerning the CertificateVerifier contract.
var CertificateVerifierMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"restakedRollups_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"stakeTable_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractINetworkTerms\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"stakeTable\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"digest\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyFinality\",\"inputs\":[{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"error\",\"name\":\"BadSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BitsBeyondSet\",\"inputs\":[{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InfinityAggregateKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InfinitySignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"LevelTooLow\",\"inputs\":[{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"minimum\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"NoSigners\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"QuorumNotReached\",\"inputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}]",
	ID:  "CertificateVerifier",
	Bin: "0x61010080604052346100f45760408161138b8038038091610020828561010b565b8339810103126100f4576020816100438261003c600495610142565b9201610142565b6001600160a01b03909116608081905260a0919091524660c05260405163f698da2560e01b815292839182905afa908115610100575f916100ca575b5060e052604051611234908161015782396080518181816092015261012b015260a05181818161027f0152818161048601526104fe015260c051816101af015260e051816101d80152f35b90506020813d6020116100f8575b816100e56020938361010b565b810103126100f457515f61007f565b5f80fd5b3d91506100d8565b6040513d5f823e3d90fd5b601f909101601f19168101906001600160401b0382119082101761012e57604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036100f45756fe6080806040526004361015610012575f80fd5b5f3560e01c9081635c050347146104b65750806399ace77e146103ff578063c03cbb79146100ba5763c35789cd14610048575f80fd5b346100b6575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100b657602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100b6577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360161014081126100b657610100136100b6576101243567ffffffffffffffff81116100b657610114903690600401610522565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001691604051927f963cf0200000000000000000000000000000000000000000000000000000000084526004356004850152604084602481845afa8015610368575f945f916103ac575b5060ff90816101a06106ec565b911691829116106103735750467f0000000000000000000000000000000000000000000000000000000000000000036102ee575060427f00000000000000000000000000000000000000000000000000000000000000005b6101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c168781526101006004602083013720604051917f190100000000000000000000000000000000000000000000000000000000000083526002830152602282015220926024359367ffffffffffffffff851685036100b6576102a39461010435927f00000000000000000000000000000000000000000000000000000000000000006105be565b908160011b60038202106102c05760409182519182526020820152f35b7f6a215984000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6020600491604051928380927ff698da250000000000000000000000000000000000000000000000000000000082525afa8015610368575f90610335575b604291506101f8565b506020813d602011610360575b8161034f60209383610550565b810103126100b6576042905161032c565b3d9150610342565b6040513d5f823e3d90fd5b60ff61037d6106ec565b7fb523904b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b9450506040843d6040116103f7575b816103c860409383610550565b810103126100b65783519363ffffffff851685036100b657602001519360ff851685036100b6579360ff610193565b3d91506103bb565b346100b65760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100b65760043563ffffffff811681036100b65760243567ffffffffffffffff811681036100b6576084359067ffffffffffffffff82116100b6576040926104796104aa933690600401610522565b92909160643591604435917f00000000000000000000000000000000000000000000000000000000000000006105be565b82519182526020820152f35b346100b6575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100b65760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b9181601f840112156100b65782359167ffffffffffffffff83116100b657602083818601950101116100b657565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761059157604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b929593919096949661010085036106c0578215610698576105de936106fc565b9591959490956060810151604082015117602082015182511717156106705782849161060993610bad565b15610612575050565b61061c9250610eb1565b610648577f5cd5d233000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f421b07b2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fda2a6d83000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fc7af40f0000000000000000000000000000000000000000000000000000000005f5260045ffd5b847f7d1250fe000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60e43560ff811681036100b65790565b9091605567ffffffffffffffff7dffffffffffffffffffffffffffffffffffffffff000000000000000000009296959616926040519060581b7fff00000000000000000000000000000000000000000000000000000000000000178152836bffffffff00000000000000008660401b161760158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f60358201522060501b167fd694000000000000000000000000000000000000000001000000000000000000811790815f5273ffffffffffffffffffffffffffffffffffffffff60175f20169560405196608060016101008a0180936101808c016040523c6101608801519467ffffffffffffffff86169560801c968615610b6b5750508461010003610100811161096f575f19901c9081198316610b3b57828083189214610afe577f55555555555555555555555555555555555555555555555555555555555555558260011c1682037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c0160ff6f010101010101010101010101010101016f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f82828286160260781c169360801c160260781c1601907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8216820361096f57899160011b8710610a345761092f9293506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b5f9360c8811015610a2c575b61010003610100811161096f575f19901c81169060c81c92816109f8575b50508161099c575b5050810381811161096f5791565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b60016109f193927fd6940000000000000000000000000000000000000000030000000000000000006109eb93175f528773ffffffffffffffffffffffffffffffffffffffff60175f20166110c9565b90610ba0565b5f80610961565b610a24929450906001915f528773ffffffffffffffffffffffffffffffffffffffff60175f2016610f32565b915f80610959565b5060c861093b565b50505060803688375f9360c8811015610af6575b61010003610100811161096f575f19901c81169060c81c9281610ac3575b505081610a7257505091565b5f610ac093927fd6940000000000000000000000000000000000000000030000000000000000006109eb931782528773ffffffffffffffffffffffffffffffffffffffff60178420166110c9565b91565b610aee929450905f9182528773ffffffffffffffffffffffffffffffffffffffff6017842016610f32565b915f80610a66565b5060c8610a48565b92505050610b3692508593949591506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b918190565b85837f1b395749000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b63ffffffff907fa2645dc4000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b9190820180921161096f57565b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0001610eaa576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e610200820180831161096f576040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b60098410610e825750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b818310610e605750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa1615610e34575f610300602092600f620668a0fa60015f51141690565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa1694019091879392610de3565b6020816001929694959651861888528684530192602084604d8960025afa1694019291610d6a565b5050505f90565b9190915f5b838110610ec557506001925050565b8381116100b6578181013581850360208110610f21575b50610f1a576020810180911115610eb6577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f925050565b5f199060200360031b1b165f610edc565b93925f9460405191841e60ff036001810180911161096f5760708102908082046070149015171561096f579091836081913c836001945b610fa4575050505015610f7857565b7ea48593000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b60018116610fbd575b6070929092019160011c80610f69565b95939190801561108857608084019283851161096f57607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa9081611080575b5094606083015160801c019690919250610fad565b90505f61106b565b608084019283851161096f576110c4607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b611057565b93925f9460405191841e60ff036001810180911161096f5760708102908082046070149015171561096f579091836001913c836001945b61110f575050505015610f7857565b60018116611128575b6070929092019160011c80611100565b9593919080156111f357608084019283851161096f57607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa90816111eb575b5094606083015160801c019690919250611118565b90505f6111d6565b608084019283851161096f5761122f607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b6111c256",
}

// CertificateVerifier is an auto generated Go binding around an Ethereum contract.
type CertificateVerifier struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *CertificateVerifier) GetABI() abi.ABI {
	return c.abi
}

// NewCertificateVerifier creates a new instance of CertificateVerifier.
func NewCertificateVerifier() *CertificateVerifier {
	parsed, err := CertificateVerifierMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &CertificateVerifier{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *CertificateVerifier) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address restakedRollups_, address stakeTable_) returns()
func (certificateVerifier *CertificateVerifier) PackConstructor(restakedRollups_ common.Address, stakeTable_ common.Address) []byte {
	enc, err := certificateVerifier.abi.Pack("", restakedRollups_, stakeTable_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (certificateVerifier *CertificateVerifier) PackRestakedRollups() []byte {
	enc, err := certificateVerifier.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (certificateVerifier *CertificateVerifier) TryPackRestakedRollups() ([]byte, error) {
	return certificateVerifier.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (certificateVerifier *CertificateVerifier) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := certificateVerifier.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackStakeTable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c050347.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeTable() view returns(address)
func (certificateVerifier *CertificateVerifier) PackStakeTable() []byte {
	enc, err := certificateVerifier.abi.Pack("stakeTable")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeTable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c050347.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeTable() view returns(address)
func (certificateVerifier *CertificateVerifier) TryPackStakeTable() ([]byte, error) {
	return certificateVerifier.abi.Pack("stakeTable")
}

// UnpackStakeTable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c050347.
//
// Solidity: function stakeTable() view returns(address)
func (certificateVerifier *CertificateVerifier) UnpackStakeTable(data []byte) (common.Address, error) {
	out, err := certificateVerifier.abi.Unpack("stakeTable", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99ace77e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(uint32 setId, uint64 epoch, bytes32 digest, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) PackVerify(setId uint32, epoch uint64, digest [32]byte, signers *big.Int, signature []byte) []byte {
	enc, err := certificateVerifier.abi.Pack("verify", setId, epoch, digest, signers, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99ace77e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(uint32 setId, uint64 epoch, bytes32 digest, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) TryPackVerify(setId uint32, epoch uint64, digest [32]byte, signers *big.Int, signature []byte) ([]byte, error) {
	return certificateVerifier.abi.Pack("verify", setId, epoch, digest, signers, signature)
}

// VerifyOutput serves as a container for the return parameters of contract
// method Verify.
type VerifyOutput struct {
	SignedWeight *big.Int
	TotalWeight  *big.Int
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99ace77e.
//
// Solidity: function verify(uint32 setId, uint64 epoch, bytes32 digest, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) UnpackVerify(data []byte) (VerifyOutput, error) {
	out, err := certificateVerifier.abi.Unpack("verify", data)
	outstruct := new(VerifyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.SignedWeight = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.TotalWeight = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackVerifyFinality is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc03cbb79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifyFinality((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) PackVerifyFinality(claim FinalityClaim, signers *big.Int, signature []byte) []byte {
	enc, err := certificateVerifier.abi.Pack("verifyFinality", claim, signers, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerifyFinality is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc03cbb79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verifyFinality((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) TryPackVerifyFinality(claim FinalityClaim, signers *big.Int, signature []byte) ([]byte, error) {
	return certificateVerifier.abi.Pack("verifyFinality", claim, signers, signature)
}

// VerifyFinalityOutput serves as a container for the return parameters of contract
// method VerifyFinality.
type VerifyFinalityOutput struct {
	SignedWeight *big.Int
	TotalWeight  *big.Int
}

// UnpackVerifyFinality is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc03cbb79.
//
// Solidity: function verifyFinality((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) UnpackVerifyFinality(data []byte) (VerifyFinalityOutput, error) {
	out, err := certificateVerifier.abi.Unpack("verifyFinality", data)
	outstruct := new(VerifyFinalityOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.SignedWeight = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.TotalWeight = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (certificateVerifier *CertificateVerifier) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["BadSignatureLength"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackBadSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["BitsBeyondSet"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackBitsBeyondSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["InfinityAggregateKey"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackInfinityAggregateKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["InfinitySignature"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackInfinitySignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["LevelTooLow"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackLevelTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["NoSigners"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackNoSignersError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["QuorumNotReached"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackQuorumNotReachedError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateVerifier.abi.Errors["UnknownEpoch"].ID.Bytes()[:4]) {
		return certificateVerifier.UnpackUnknownEpochError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CertificateVerifierBadSignature represents a BadSignature error raised by the CertificateVerifier contract.
type CertificateVerifierBadSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature()
func CertificateVerifierBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x5cd5d2335541c4f2ed05fbe44f397e8b79f8e2333157122d2dab06e378ef7685")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature()
func (certificateVerifier *CertificateVerifier) UnpackBadSignatureError(raw []byte) (*CertificateVerifierBadSignature, error) {
	out := new(CertificateVerifierBadSignature)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierBadSignatureLength represents a BadSignatureLength error raised by the CertificateVerifier contract.
type CertificateVerifierBadSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignatureLength(uint256 length)
func CertificateVerifierBadSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0x7d1250fe7d9f7573d54786d97945cacc9d5addab68df166fcbdfcb55aeb2af96")
}

// UnpackBadSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignatureLength(uint256 length)
func (certificateVerifier *CertificateVerifier) UnpackBadSignatureLengthError(raw []byte) (*CertificateVerifierBadSignatureLength, error) {
	out := new(CertificateVerifierBadSignatureLength)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "BadSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierBitsBeyondSet represents a BitsBeyondSet error raised by the CertificateVerifier contract.
type CertificateVerifierBitsBeyondSet struct {
	Signers *big.Int
	Count   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func CertificateVerifierBitsBeyondSetErrorID() common.Hash {
	return common.HexToHash("0x1b395749be88ce8deb09e13ab9e79c4d14c4d59d4e2173d45b5de236203e1c29")
}

// UnpackBitsBeyondSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func (certificateVerifier *CertificateVerifier) UnpackBitsBeyondSetError(raw []byte) (*CertificateVerifierBitsBeyondSet, error) {
	out := new(CertificateVerifierBitsBeyondSet)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "BitsBeyondSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierInfinityAggregateKey represents a InfinityAggregateKey error raised by the CertificateVerifier contract.
type CertificateVerifierInfinityAggregateKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinityAggregateKey()
func CertificateVerifierInfinityAggregateKeyErrorID() common.Hash {
	return common.HexToHash("0xda2a6d83b0ba7e125486ab97d34d2b422f5a6e4264b86df23c1bd3617ef1572e")
}

// UnpackInfinityAggregateKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinityAggregateKey()
func (certificateVerifier *CertificateVerifier) UnpackInfinityAggregateKeyError(raw []byte) (*CertificateVerifierInfinityAggregateKey, error) {
	out := new(CertificateVerifierInfinityAggregateKey)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "InfinityAggregateKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierInfinitySignature represents a InfinitySignature error raised by the CertificateVerifier contract.
type CertificateVerifierInfinitySignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinitySignature()
func CertificateVerifierInfinitySignatureErrorID() common.Hash {
	return common.HexToHash("0x421b07b2634075b310a95aeaa63a39b67251413ea7ab259d66e21456961ac327")
}

// UnpackInfinitySignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinitySignature()
func (certificateVerifier *CertificateVerifier) UnpackInfinitySignatureError(raw []byte) (*CertificateVerifierInfinitySignature, error) {
	out := new(CertificateVerifierInfinitySignature)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "InfinitySignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierLevelTooLow represents a LevelTooLow error raised by the CertificateVerifier contract.
type CertificateVerifierLevelTooLow struct {
	Level   uint8
	Minimum uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LevelTooLow(uint8 level, uint8 minimum)
func CertificateVerifierLevelTooLowErrorID() common.Hash {
	return common.HexToHash("0xb523904bee5d58fcf861db6620511f9d889f14860e8d97fa4b28238085f0c24f")
}

// UnpackLevelTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LevelTooLow(uint8 level, uint8 minimum)
func (certificateVerifier *CertificateVerifier) UnpackLevelTooLowError(raw []byte) (*CertificateVerifierLevelTooLow, error) {
	out := new(CertificateVerifierLevelTooLow)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "LevelTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierNoSigners represents a NoSigners error raised by the CertificateVerifier contract.
type CertificateVerifierNoSigners struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSigners()
func CertificateVerifierNoSignersErrorID() common.Hash {
	return common.HexToHash("0xc7af40f04dbbe7f3c132fc897339fea9aa96418b5a8074edabf89ed0e4594ae0")
}

// UnpackNoSignersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSigners()
func (certificateVerifier *CertificateVerifier) UnpackNoSignersError(raw []byte) (*CertificateVerifierNoSigners, error) {
	out := new(CertificateVerifierNoSigners)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "NoSigners", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierPrecompileFailed represents a PrecompileFailed error raised by the CertificateVerifier contract.
type CertificateVerifierPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func CertificateVerifierPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (certificateVerifier *CertificateVerifier) UnpackPrecompileFailedError(raw []byte) (*CertificateVerifierPrecompileFailed, error) {
	out := new(CertificateVerifierPrecompileFailed)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierQuorumNotReached represents a QuorumNotReached error raised by the CertificateVerifier contract.
type CertificateVerifierQuorumNotReached struct {
	SignedWeight *big.Int
	TotalWeight  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func CertificateVerifierQuorumNotReachedErrorID() common.Hash {
	return common.HexToHash("0x6a2159843653f10db54c042cb44fca2acd5ab362e9d6b07cb6ba038cc88440ed")
}

// UnpackQuorumNotReachedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func (certificateVerifier *CertificateVerifier) UnpackQuorumNotReachedError(raw []byte) (*CertificateVerifierQuorumNotReached, error) {
	out := new(CertificateVerifierQuorumNotReached)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "QuorumNotReached", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateVerifierUnknownEpoch represents a UnknownEpoch error raised by the CertificateVerifier contract.
type CertificateVerifierUnknownEpoch struct {
	SetId uint32
	Epoch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func CertificateVerifierUnknownEpochErrorID() common.Hash {
	return common.HexToHash("0xa2645dc4f7f12b6d53c5ef43dac06f297d0f68c041962eb37861bc738f0d0fa1")
}

// UnpackUnknownEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func (certificateVerifier *CertificateVerifier) UnpackUnknownEpochError(raw []byte) (*CertificateVerifierUnknownEpoch, error) {
	out := new(CertificateVerifierUnknownEpoch)
	if err := certificateVerifier.abi.UnpackIntoInterface(out, "UnknownEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemoTokenMetaData contains all meta data concerning the DemoToken contract.
var DemoTokenMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"name_\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"symbol_\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"supply\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"allowance\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"decimals\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalSupply\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"ERC20InsufficientAllowance\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientBalance\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSpender\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "DemoToken",
	Bin: "0x6080604052346103ab57610bad80380380610019816103af565b9283398101906060818303126103ab5780516001600160401b0381116103ab57826100459183016103d4565b60208201519092906001600160401b0381116103ab576040916100699184016103d4565b91015182516001600160401b0381116102b157600354600181811c911680156103a1575b602082101461029357601f8111610333575b506020601f82116001146102d057819293945f926102c5575b50508160011b915f199060031b1c1916176003555b81516001600160401b0381116102b157600454600181811c911680156102a7575b602082101461029357601f8111610225575b50602092601f82116001146101c457928192935f926101b9575b50508160011b915f199060031b1c1916176004555b33156101a65760025481810180911161019257600255335f525f60205260405f208181540190556040519081525f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef60203393a360405161078790816104268239f35b634e487b7160e01b5f52601160045260245ffd5b63ec442f0560e01b5f525f60045260245ffd5b015190505f8061011a565b601f1982169360045f52805f20915f5b86811061020d57508360019596106101f5575b505050811b0160045561012f565b01515f1960f88460031b161c191690555f80806101e7565b919260206001819286850151815501940192016101d4565b818111156101005760045f52601f820160051c7f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b6020841061028b575b81601f9101920160051c03905f5b82811061027e575050610100565b5f82820155600101610270565b5f9150610262565b634e487b7160e01b5f52602260045260245ffd5b90607f16906100ee565b634e487b7160e01b5f52604160045260245ffd5b015190505f806100b8565b601f1982169060035f52805f20915f5b81811061031b57509583600195969710610303575b505050811b016003556100cd565b01515f1960f88460031b161c191690555f80806102f5565b9192602060018192868b0151815501940192016102e0565b8181111561009f5760035f52601f820160051c7fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b60208410610399575b81601f9101920160051c03905f5b82811061038c57505061009f565b5f8282015560010161037e565b5f9150610370565b90607f169061008d565b5f80fd5b6040519190601f01601f191682016001600160401b038111838210176102b157604052565b81601f820112156103ab578051906001600160401b0382116102b157610403601f8301601f19166020016103af565b92828452602083830101116103ab57815f9260208093018386015e830101529056fe6080806040526004361015610012575f80fd5b5f3560e01c90816306fdde031461051e57508063095ea7b31461048f57806318160ddd1461047257806323b872dd146102fc578063313ce567146102e157806370a082311461029d57806395d89b4114610122578063a9059cbb146100f15763dd62ed3e1461007f575f80fd5b346100ed5760406003193601126100ed5761009861061f565b73ffffffffffffffffffffffffffffffffffffffff6100b5610642565b91165f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b5f80fd5b346100ed5760406003193601126100ed5761011761010d61061f565b6024359033610665565b602060405160018152f35b346100ed575f6003193601126100ed576040515f600454908160011c60018316928315610293575b60208210841461026657818552849390811561022457506001146101c8575b5003601f01601f191681019067ffffffffffffffff82118183101761019b57610197829182604052826105f5565b0390f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60045f90815291507f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b5b8183106102085750508101602001601f19610169565b60209193508060019154838588010152019101909183926101f2565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660208581019190915291151560051b84019091019150601f199050610169565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b90607f169061014a565b346100ed5760206003193601126100ed5773ffffffffffffffffffffffffffffffffffffffff6102cb61061f565b165f525f602052602060405f2054604051908152f35b346100ed575f6003193601126100ed57602060405160128152f35b346100ed5760606003193601126100ed5761031561061f565b61031d610642565b6044359073ffffffffffffffffffffffffffffffffffffffff831692835f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f20547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8110610399575b506101179350610665565b83811061043e5784156104125733156103e657610117945f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f526020528360405f20910390558461038e565b7f94280d62000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7fe602df05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b83907ffb8f41b2000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b346100ed575f6003193601126100ed576020600254604051908152f35b346100ed5760406003193601126100ed576104a861061f565b6024359033156104125773ffffffffffffffffffffffffffffffffffffffff169081156103e657335f52600160205260405f20825f526020528060405f20556040519081527f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92560203392a3602060405160018152f35b346100ed575f6003193601126100ed575f600354908160011c600183169283156105eb575b602082108414610266578185528493908115610224575060011461058f575003601f01601f191681019067ffffffffffffffff82118183101761019b57610197829182604052826105f5565b60035f90815291507fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b5b8183106105cf5750508101602001601f19610169565b60209193508060019154838588010152019101909183926105b9565b90607f1690610543565b601f19601f602060409481855280519182918282880152018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff821682036100ed57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100ed57565b73ffffffffffffffffffffffffffffffffffffffff1690811561075b5773ffffffffffffffffffffffffffffffffffffffff1691821561072f57815f525f60205260405f20548181106106fd57817fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef92602092855f525f84520360405f2055845f525f825260405f20818154019055604051908152a3565b827fe450d38c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7fec442f05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f96c6fd1e000000000000000000000000000000000000000000000000000000005f525f60045260245ffd",
}

// DemoToken is an auto generated Go binding around an Ethereum contract.
type DemoToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *DemoToken) GetABI() abi.ABI {
	return c.abi
}

// NewDemoToken creates a new instance of DemoToken.
func NewDemoToken() *DemoToken {
	parsed, err := DemoTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &DemoToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *DemoToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(string name_, string symbol_, uint256 supply) returns()
func (demoToken *DemoToken) PackConstructor(name_ string, symbol_ string, supply *big.Int) []byte {
	enc, err := demoToken.abi.Pack("", name_, symbol_, supply)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (demoToken *DemoToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := demoToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (demoToken *DemoToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return demoToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (demoToken *DemoToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := demoToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (demoToken *DemoToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := demoToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (demoToken *DemoToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return demoToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (demoToken *DemoToken) UnpackApprove(data []byte) (bool, error) {
	out, err := demoToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (demoToken *DemoToken) PackBalanceOf(account common.Address) []byte {
	enc, err := demoToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (demoToken *DemoToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return demoToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (demoToken *DemoToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := demoToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (demoToken *DemoToken) PackDecimals() []byte {
	enc, err := demoToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (demoToken *DemoToken) TryPackDecimals() ([]byte, error) {
	return demoToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (demoToken *DemoToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := demoToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (demoToken *DemoToken) PackName() []byte {
	enc, err := demoToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (demoToken *DemoToken) TryPackName() ([]byte, error) {
	return demoToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (demoToken *DemoToken) UnpackName(data []byte) (string, error) {
	out, err := demoToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (demoToken *DemoToken) PackSymbol() []byte {
	enc, err := demoToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (demoToken *DemoToken) TryPackSymbol() ([]byte, error) {
	return demoToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (demoToken *DemoToken) UnpackSymbol(data []byte) (string, error) {
	out, err := demoToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (demoToken *DemoToken) PackTotalSupply() []byte {
	enc, err := demoToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (demoToken *DemoToken) TryPackTotalSupply() ([]byte, error) {
	return demoToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (demoToken *DemoToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := demoToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (demoToken *DemoToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := demoToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (demoToken *DemoToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return demoToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (demoToken *DemoToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := demoToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (demoToken *DemoToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := demoToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (demoToken *DemoToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return demoToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (demoToken *DemoToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := demoToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// DemoTokenApproval represents a Approval event raised by the DemoToken contract.
type DemoTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const DemoTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (DemoTokenApproval) ContractEventName() string {
	return DemoTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (demoToken *DemoToken) UnpackApprovalEvent(log *types.Log) (*DemoTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != demoToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DemoTokenApproval)
	if len(log.Data) > 0 {
		if err := demoToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range demoToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DemoTokenTransfer represents a Transfer event raised by the DemoToken contract.
type DemoTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const DemoTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (DemoTokenTransfer) ContractEventName() string {
	return DemoTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (demoToken *DemoToken) UnpackTransferEvent(log *types.Log) (*DemoTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != demoToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DemoTokenTransfer)
	if len(log.Data) > 0 {
		if err := demoToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range demoToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (demoToken *DemoToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], demoToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return demoToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], demoToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return demoToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], demoToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return demoToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], demoToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return demoToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], demoToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return demoToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], demoToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return demoToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DemoTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the DemoToken contract.
type DemoTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func DemoTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (demoToken *DemoToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*DemoTokenERC20InsufficientAllowance, error) {
	out := new(DemoTokenERC20InsufficientAllowance)
	if err := demoToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemoTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the DemoToken contract.
type DemoTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func DemoTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (demoToken *DemoToken) UnpackERC20InsufficientBalanceError(raw []byte) (*DemoTokenERC20InsufficientBalance, error) {
	out := new(DemoTokenERC20InsufficientBalance)
	if err := demoToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemoTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the DemoToken contract.
type DemoTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func DemoTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (demoToken *DemoToken) UnpackERC20InvalidApproverError(raw []byte) (*DemoTokenERC20InvalidApprover, error) {
	out := new(DemoTokenERC20InvalidApprover)
	if err := demoToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemoTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the DemoToken contract.
type DemoTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func DemoTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (demoToken *DemoToken) UnpackERC20InvalidReceiverError(raw []byte) (*DemoTokenERC20InvalidReceiver, error) {
	out := new(DemoTokenERC20InvalidReceiver)
	if err := demoToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemoTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the DemoToken contract.
type DemoTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func DemoTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (demoToken *DemoToken) UnpackERC20InvalidSenderError(raw []byte) (*DemoTokenERC20InvalidSender, error) {
	out := new(DemoTokenERC20InvalidSender)
	if err := demoToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemoTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the DemoToken contract.
type DemoTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func DemoTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (demoToken *DemoToken) UnpackERC20InvalidSpenderError(raw []byte) (*DemoTokenERC20InvalidSpender, error) {
	out := new(DemoTokenERC20InvalidSpender)
	if err := demoToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// IAllocationManagerMetaData contains all meta data concerning the IAllocationManager contract.
var IAllocationManagerMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"createOperatorSets\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple[]\",\"internalType\":\"structCreateSetParams[]\",\"components\":[{\"name\":\"operatorSetId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"slasher\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deregisterFromOperatorSets\",\"inputs\":[{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structDeregisterParams\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetIds\",\"type\":\"uint32[]\",\"internalType\":\"uint32[]\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getAVSRegistrar\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getAllocatedStake\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"operators\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[{\"name\":\"allocatedStake\",\"type\":\"uint256[][]\",\"internalType\":\"uint256[][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getAllocation\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structAllocation\",\"components\":[{\"name\":\"currentMagnitude\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pendingDiff\",\"type\":\"int128\",\"internalType\":\"int128\"},{\"name\":\"effectBlock\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getAllocationDelay\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"isSet\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"delay\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMaxMagnitude\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMemberCount\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMembers\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"operators\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getMinimumSlashableStake\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"operators\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"futureBlock\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"slashableStake\",\"type\":\"uint256[][]\",\"internalType\":\"uint256[][]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getSlashCount\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getSlasher\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getStrategiesInOperatorSet\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isMemberOfOperatorSet\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isOperatorSet\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isOperatorSlashable\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"modifyAllocations\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple[]\",\"internalType\":\"structAllocateParams[]\",\"components\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"newMagnitudes\",\"type\":\"uint64[]\",\"internalType\":\"uint64[]\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"registerForOperatorSets\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structRegisterParams\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetIds\",\"type\":\"uint32[]\",\"internalType\":\"uint32[]\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setAVSRegistrar\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrar\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setAllocationDelay\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"delay\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"slashOperator\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structSlashingParams\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"wadsToSlash\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"},{\"name\":\"description\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"outputs\":[{\"name\":\"slashId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"shares\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"updateAVSMetadataURI\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"metadataURI\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"AVSMetadataURIUpdated\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"metadataURI\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"AVSRegistrarSet\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"registrar\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"AllocationUpdated\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"strategy\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"magnitude\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"effectBlock\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorAddedToOperatorSet\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorRemovedFromOperatorSet\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorSetCreated\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorSlashed\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"operatorSet\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"strategies\",\"type\":\"address[]\",\"indexed\":false,\"internalType\":\"address[]\"},{\"name\":\"wadSlashed\",\"type\":\"uint256[]\",\"indexed\":false,\"internalType\":\"uint256[]\"},{\"name\":\"description\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SlasherUpdated\",\"inputs\":[{\"name\":\"operatorSet\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structOperatorSet\",\"components\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"name\":\"slasher\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"effectBlock\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false}]",
	ID:  "IAllocationManager",
}

// IAllocationManager is an auto generated Go binding around an Ethereum contract.
type IAllocationManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IAllocationManager) GetABI() abi.ABI {
	return c.abi
}

// NewIAllocationManager creates a new instance of IAllocationManager.
func NewIAllocationManager() *IAllocationManager {
	parsed, err := IAllocationManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IAllocationManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IAllocationManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackCreateOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dff8e7d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createOperatorSets(address avs, (uint32,address[],address)[] params) returns()
func (iAllocationManager *IAllocationManager) PackCreateOperatorSets(avs common.Address, params []CreateSetParams) []byte {
	enc, err := iAllocationManager.abi.Pack("createOperatorSets", avs, params)
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
func (iAllocationManager *IAllocationManager) TryPackCreateOperatorSets(avs common.Address, params []CreateSetParams) ([]byte, error) {
	return iAllocationManager.abi.Pack("createOperatorSets", avs, params)
}

// PackDeregisterFromOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e3492b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deregisterFromOperatorSets((address,address,uint32[]) params) returns()
func (iAllocationManager *IAllocationManager) PackDeregisterFromOperatorSets(params DeregisterParams) []byte {
	enc, err := iAllocationManager.abi.Pack("deregisterFromOperatorSets", params)
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
func (iAllocationManager *IAllocationManager) TryPackDeregisterFromOperatorSets(params DeregisterParams) ([]byte, error) {
	return iAllocationManager.abi.Pack("deregisterFromOperatorSets", params)
}

// PackGetAVSRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x304c10cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAVSRegistrar(address avs) view returns(address)
func (iAllocationManager *IAllocationManager) PackGetAVSRegistrar(avs common.Address) []byte {
	enc, err := iAllocationManager.abi.Pack("getAVSRegistrar", avs)
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
func (iAllocationManager *IAllocationManager) TryPackGetAVSRegistrar(avs common.Address) ([]byte, error) {
	return iAllocationManager.abi.Pack("getAVSRegistrar", avs)
}

// UnpackGetAVSRegistrar is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x304c10cd.
//
// Solidity: function getAVSRegistrar(address avs) view returns(address)
func (iAllocationManager *IAllocationManager) UnpackGetAVSRegistrar(data []byte) (common.Address, error) {
	out, err := iAllocationManager.abi.Unpack("getAVSRegistrar", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetAllocatedStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b453a9a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAllocatedStake((address,uint32) operatorSet, address[] operators, address[] strategies) view returns(uint256[][] allocatedStake)
func (iAllocationManager *IAllocationManager) PackGetAllocatedStake(operatorSet OperatorSet, operators []common.Address, strategies []common.Address) []byte {
	enc, err := iAllocationManager.abi.Pack("getAllocatedStake", operatorSet, operators, strategies)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAllocatedStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b453a9a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAllocatedStake((address,uint32) operatorSet, address[] operators, address[] strategies) view returns(uint256[][] allocatedStake)
func (iAllocationManager *IAllocationManager) TryPackGetAllocatedStake(operatorSet OperatorSet, operators []common.Address, strategies []common.Address) ([]byte, error) {
	return iAllocationManager.abi.Pack("getAllocatedStake", operatorSet, operators, strategies)
}

// UnpackGetAllocatedStake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b453a9a.
//
// Solidity: function getAllocatedStake((address,uint32) operatorSet, address[] operators, address[] strategies) view returns(uint256[][] allocatedStake)
func (iAllocationManager *IAllocationManager) UnpackGetAllocatedStake(data []byte) ([][]*big.Int, error) {
	out, err := iAllocationManager.abi.Unpack("getAllocatedStake", data)
	if err != nil {
		return *new([][]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([][]*big.Int)).(*[][]*big.Int)
	return out0, nil
}

// PackGetAllocation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10e1b9b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAllocation(address operator, (address,uint32) operatorSet, address strategy) view returns((uint64,int128,uint32))
func (iAllocationManager *IAllocationManager) PackGetAllocation(operator common.Address, operatorSet OperatorSet, strategy common.Address) []byte {
	enc, err := iAllocationManager.abi.Pack("getAllocation", operator, operatorSet, strategy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAllocation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10e1b9b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAllocation(address operator, (address,uint32) operatorSet, address strategy) view returns((uint64,int128,uint32))
func (iAllocationManager *IAllocationManager) TryPackGetAllocation(operator common.Address, operatorSet OperatorSet, strategy common.Address) ([]byte, error) {
	return iAllocationManager.abi.Pack("getAllocation", operator, operatorSet, strategy)
}

// UnpackGetAllocation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10e1b9b8.
//
// Solidity: function getAllocation(address operator, (address,uint32) operatorSet, address strategy) view returns((uint64,int128,uint32))
func (iAllocationManager *IAllocationManager) UnpackGetAllocation(data []byte) (Allocation, error) {
	out, err := iAllocationManager.abi.Unpack("getAllocation", data)
	if err != nil {
		return *new(Allocation), err
	}
	out0 := *abi.ConvertType(out[0], new(Allocation)).(*Allocation)
	return out0, nil
}

// PackGetAllocationDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9fbaed1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAllocationDelay(address operator) view returns(bool isSet, uint32 delay)
func (iAllocationManager *IAllocationManager) PackGetAllocationDelay(operator common.Address) []byte {
	enc, err := iAllocationManager.abi.Pack("getAllocationDelay", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAllocationDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9fbaed1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAllocationDelay(address operator) view returns(bool isSet, uint32 delay)
func (iAllocationManager *IAllocationManager) TryPackGetAllocationDelay(operator common.Address) ([]byte, error) {
	return iAllocationManager.abi.Pack("getAllocationDelay", operator)
}

// GetAllocationDelayOutput serves as a container for the return parameters of contract
// method GetAllocationDelay.
type GetAllocationDelayOutput struct {
	IsSet bool
	Delay uint32
}

// UnpackGetAllocationDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb9fbaed1.
//
// Solidity: function getAllocationDelay(address operator) view returns(bool isSet, uint32 delay)
func (iAllocationManager *IAllocationManager) UnpackGetAllocationDelay(data []byte) (GetAllocationDelayOutput, error) {
	out, err := iAllocationManager.abi.Unpack("getAllocationDelay", data)
	outstruct := new(GetAllocationDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.IsSet = *abi.ConvertType(out[0], new(bool)).(*bool)
	outstruct.Delay = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	return *outstruct, nil
}

// PackGetMaxMagnitude is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9333ec8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMaxMagnitude(address operator, address strategy) view returns(uint64)
func (iAllocationManager *IAllocationManager) PackGetMaxMagnitude(operator common.Address, strategy common.Address) []byte {
	enc, err := iAllocationManager.abi.Pack("getMaxMagnitude", operator, strategy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMaxMagnitude is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9333ec8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMaxMagnitude(address operator, address strategy) view returns(uint64)
func (iAllocationManager *IAllocationManager) TryPackGetMaxMagnitude(operator common.Address, strategy common.Address) ([]byte, error) {
	return iAllocationManager.abi.Pack("getMaxMagnitude", operator, strategy)
}

// UnpackGetMaxMagnitude is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9333ec8.
//
// Solidity: function getMaxMagnitude(address operator, address strategy) view returns(uint64)
func (iAllocationManager *IAllocationManager) UnpackGetMaxMagnitude(data []byte) (uint64, error) {
	out, err := iAllocationManager.abi.Unpack("getMaxMagnitude", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackGetMemberCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2447af7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMemberCount((address,uint32) operatorSet) view returns(uint256)
func (iAllocationManager *IAllocationManager) PackGetMemberCount(operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("getMemberCount", operatorSet)
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
func (iAllocationManager *IAllocationManager) TryPackGetMemberCount(operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("getMemberCount", operatorSet)
}

// UnpackGetMemberCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb2447af7.
//
// Solidity: function getMemberCount((address,uint32) operatorSet) view returns(uint256)
func (iAllocationManager *IAllocationManager) UnpackGetMemberCount(data []byte) (*big.Int, error) {
	out, err := iAllocationManager.abi.Unpack("getMemberCount", data)
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
// Solidity: function getMembers((address,uint32) operatorSet) view returns(address[] operators)
func (iAllocationManager *IAllocationManager) PackGetMembers(operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("getMembers", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e875dba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMembers((address,uint32) operatorSet) view returns(address[] operators)
func (iAllocationManager *IAllocationManager) TryPackGetMembers(operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("getMembers", operatorSet)
}

// UnpackGetMembers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6e875dba.
//
// Solidity: function getMembers((address,uint32) operatorSet) view returns(address[] operators)
func (iAllocationManager *IAllocationManager) UnpackGetMembers(data []byte) ([]common.Address, error) {
	out, err := iAllocationManager.abi.Unpack("getMembers", data)
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
// Solidity: function getMinimumSlashableStake((address,uint32) operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns(uint256[][] slashableStake)
func (iAllocationManager *IAllocationManager) PackGetMinimumSlashableStake(operatorSet OperatorSet, operators []common.Address, strategies []common.Address, futureBlock uint32) []byte {
	enc, err := iAllocationManager.abi.Pack("getMinimumSlashableStake", operatorSet, operators, strategies, futureBlock)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMinimumSlashableStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2bab2c4a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMinimumSlashableStake((address,uint32) operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns(uint256[][] slashableStake)
func (iAllocationManager *IAllocationManager) TryPackGetMinimumSlashableStake(operatorSet OperatorSet, operators []common.Address, strategies []common.Address, futureBlock uint32) ([]byte, error) {
	return iAllocationManager.abi.Pack("getMinimumSlashableStake", operatorSet, operators, strategies, futureBlock)
}

// UnpackGetMinimumSlashableStake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2bab2c4a.
//
// Solidity: function getMinimumSlashableStake((address,uint32) operatorSet, address[] operators, address[] strategies, uint32 futureBlock) view returns(uint256[][] slashableStake)
func (iAllocationManager *IAllocationManager) UnpackGetMinimumSlashableStake(data []byte) ([][]*big.Int, error) {
	out, err := iAllocationManager.abi.Unpack("getMinimumSlashableStake", data)
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
func (iAllocationManager *IAllocationManager) PackGetSlashCount(operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("getSlashCount", operatorSet)
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
func (iAllocationManager *IAllocationManager) TryPackGetSlashCount(operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("getSlashCount", operatorSet)
}

// UnpackGetSlashCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4cfd2939.
//
// Solidity: function getSlashCount((address,uint32) operatorSet) view returns(uint256)
func (iAllocationManager *IAllocationManager) UnpackGetSlashCount(data []byte) (*big.Int, error) {
	out, err := iAllocationManager.abi.Unpack("getSlashCount", data)
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
func (iAllocationManager *IAllocationManager) PackGetSlasher(operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("getSlasher", operatorSet)
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
func (iAllocationManager *IAllocationManager) TryPackGetSlasher(operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("getSlasher", operatorSet)
}

// UnpackGetSlasher is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4a3fcce.
//
// Solidity: function getSlasher((address,uint32) operatorSet) view returns(address)
func (iAllocationManager *IAllocationManager) UnpackGetSlasher(data []byte) (common.Address, error) {
	out, err := iAllocationManager.abi.Unpack("getSlasher", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetStrategiesInOperatorSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4177a87c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getStrategiesInOperatorSet((address,uint32) operatorSet) view returns(address[] strategies)
func (iAllocationManager *IAllocationManager) PackGetStrategiesInOperatorSet(operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("getStrategiesInOperatorSet", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetStrategiesInOperatorSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4177a87c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getStrategiesInOperatorSet((address,uint32) operatorSet) view returns(address[] strategies)
func (iAllocationManager *IAllocationManager) TryPackGetStrategiesInOperatorSet(operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("getStrategiesInOperatorSet", operatorSet)
}

// UnpackGetStrategiesInOperatorSet is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4177a87c.
//
// Solidity: function getStrategiesInOperatorSet((address,uint32) operatorSet) view returns(address[] strategies)
func (iAllocationManager *IAllocationManager) UnpackGetStrategiesInOperatorSet(data []byte) ([]common.Address, error) {
	out, err := iAllocationManager.abi.Unpack("getStrategiesInOperatorSet", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackIsMemberOfOperatorSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x670d3ba2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isMemberOfOperatorSet(address operator, (address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) PackIsMemberOfOperatorSet(operator common.Address, operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("isMemberOfOperatorSet", operator, operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsMemberOfOperatorSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x670d3ba2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isMemberOfOperatorSet(address operator, (address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) TryPackIsMemberOfOperatorSet(operator common.Address, operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("isMemberOfOperatorSet", operator, operatorSet)
}

// UnpackIsMemberOfOperatorSet is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x670d3ba2.
//
// Solidity: function isMemberOfOperatorSet(address operator, (address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) UnpackIsMemberOfOperatorSet(data []byte) (bool, error) {
	out, err := iAllocationManager.abi.Unpack("isMemberOfOperatorSet", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsOperatorSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x260dc758.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperatorSet((address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) PackIsOperatorSet(operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("isOperatorSet", operatorSet)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperatorSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x260dc758.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperatorSet((address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) TryPackIsOperatorSet(operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("isOperatorSet", operatorSet)
}

// UnpackIsOperatorSet is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x260dc758.
//
// Solidity: function isOperatorSet((address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) UnpackIsOperatorSet(data []byte) (bool, error) {
	out, err := iAllocationManager.abi.Unpack("isOperatorSet", data)
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
func (iAllocationManager *IAllocationManager) PackIsOperatorSlashable(operator common.Address, operatorSet OperatorSet) []byte {
	enc, err := iAllocationManager.abi.Pack("isOperatorSlashable", operator, operatorSet)
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
func (iAllocationManager *IAllocationManager) TryPackIsOperatorSlashable(operator common.Address, operatorSet OperatorSet) ([]byte, error) {
	return iAllocationManager.abi.Pack("isOperatorSlashable", operator, operatorSet)
}

// UnpackIsOperatorSlashable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1352c3e6.
//
// Solidity: function isOperatorSlashable(address operator, (address,uint32) operatorSet) view returns(bool)
func (iAllocationManager *IAllocationManager) UnpackIsOperatorSlashable(data []byte) (bool, error) {
	out, err := iAllocationManager.abi.Unpack("isOperatorSlashable", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackModifyAllocations is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x952899ee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function modifyAllocations(address operator, ((address,uint32),address[],uint64[])[] params) returns()
func (iAllocationManager *IAllocationManager) PackModifyAllocations(operator common.Address, params []AllocateParams) []byte {
	enc, err := iAllocationManager.abi.Pack("modifyAllocations", operator, params)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackModifyAllocations is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x952899ee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function modifyAllocations(address operator, ((address,uint32),address[],uint64[])[] params) returns()
func (iAllocationManager *IAllocationManager) TryPackModifyAllocations(operator common.Address, params []AllocateParams) ([]byte, error) {
	return iAllocationManager.abi.Pack("modifyAllocations", operator, params)
}

// PackRegisterForOperatorSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadc2e3d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerForOperatorSets(address operator, (address,uint32[],bytes) params) returns()
func (iAllocationManager *IAllocationManager) PackRegisterForOperatorSets(operator common.Address, params RegisterParams) []byte {
	enc, err := iAllocationManager.abi.Pack("registerForOperatorSets", operator, params)
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
func (iAllocationManager *IAllocationManager) TryPackRegisterForOperatorSets(operator common.Address, params RegisterParams) ([]byte, error) {
	return iAllocationManager.abi.Pack("registerForOperatorSets", operator, params)
}

// PackSetAVSRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3d96ff4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAVSRegistrar(address avs, address registrar) returns()
func (iAllocationManager *IAllocationManager) PackSetAVSRegistrar(avs common.Address, registrar common.Address) []byte {
	enc, err := iAllocationManager.abi.Pack("setAVSRegistrar", avs, registrar)
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
func (iAllocationManager *IAllocationManager) TryPackSetAVSRegistrar(avs common.Address, registrar common.Address) ([]byte, error) {
	return iAllocationManager.abi.Pack("setAVSRegistrar", avs, registrar)
}

// PackSetAllocationDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x56c483e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAllocationDelay(address operator, uint32 delay) returns()
func (iAllocationManager *IAllocationManager) PackSetAllocationDelay(operator common.Address, delay uint32) []byte {
	enc, err := iAllocationManager.abi.Pack("setAllocationDelay", operator, delay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetAllocationDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x56c483e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setAllocationDelay(address operator, uint32 delay) returns()
func (iAllocationManager *IAllocationManager) TryPackSetAllocationDelay(operator common.Address, delay uint32) ([]byte, error) {
	return iAllocationManager.abi.Pack("setAllocationDelay", operator, delay)
}

// PackSlashOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36352057.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slashOperator(address avs, (address,uint32,address[],uint256[],string) params) returns(uint256 slashId, uint256[] shares)
func (iAllocationManager *IAllocationManager) PackSlashOperator(avs common.Address, params SlashingParams) []byte {
	enc, err := iAllocationManager.abi.Pack("slashOperator", avs, params)
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
func (iAllocationManager *IAllocationManager) TryPackSlashOperator(avs common.Address, params SlashingParams) ([]byte, error) {
	return iAllocationManager.abi.Pack("slashOperator", avs, params)
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
func (iAllocationManager *IAllocationManager) UnpackSlashOperator(data []byte) (SlashOperatorOutput, error) {
	out, err := iAllocationManager.abi.Unpack("slashOperator", data)
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
// Solidity: function updateAVSMetadataURI(address avs, string metadataURI) returns()
func (iAllocationManager *IAllocationManager) PackUpdateAVSMetadataURI(avs common.Address, metadataURI string) []byte {
	enc, err := iAllocationManager.abi.Pack("updateAVSMetadataURI", avs, metadataURI)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpdateAVSMetadataURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9821821.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function updateAVSMetadataURI(address avs, string metadataURI) returns()
func (iAllocationManager *IAllocationManager) TryPackUpdateAVSMetadataURI(avs common.Address, metadataURI string) ([]byte, error) {
	return iAllocationManager.abi.Pack("updateAVSMetadataURI", avs, metadataURI)
}

// IAllocationManagerAVSMetadataURIUpdated represents a AVSMetadataURIUpdated event raised by the IAllocationManager contract.
type IAllocationManagerAVSMetadataURIUpdated struct {
	Avs         common.Address
	MetadataURI string
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerAVSMetadataURIUpdatedEventName = "AVSMetadataURIUpdated"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerAVSMetadataURIUpdated) ContractEventName() string {
	return IAllocationManagerAVSMetadataURIUpdatedEventName
}

// UnpackAVSMetadataURIUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AVSMetadataURIUpdated(address indexed avs, string metadataURI)
func (iAllocationManager *IAllocationManager) UnpackAVSMetadataURIUpdatedEvent(log *types.Log) (*IAllocationManagerAVSMetadataURIUpdated, error) {
	event := "AVSMetadataURIUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerAVSMetadataURIUpdated)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerAVSRegistrarSet represents a AVSRegistrarSet event raised by the IAllocationManager contract.
type IAllocationManagerAVSRegistrarSet struct {
	Avs       common.Address
	Registrar common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerAVSRegistrarSetEventName = "AVSRegistrarSet"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerAVSRegistrarSet) ContractEventName() string {
	return IAllocationManagerAVSRegistrarSetEventName
}

// UnpackAVSRegistrarSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AVSRegistrarSet(address avs, address registrar)
func (iAllocationManager *IAllocationManager) UnpackAVSRegistrarSetEvent(log *types.Log) (*IAllocationManagerAVSRegistrarSet, error) {
	event := "AVSRegistrarSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerAVSRegistrarSet)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerAllocationUpdated represents a AllocationUpdated event raised by the IAllocationManager contract.
type IAllocationManagerAllocationUpdated struct {
	Operator    common.Address
	OperatorSet OperatorSet
	Strategy    common.Address
	Magnitude   uint64
	EffectBlock uint32
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerAllocationUpdatedEventName = "AllocationUpdated"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerAllocationUpdated) ContractEventName() string {
	return IAllocationManagerAllocationUpdatedEventName
}

// UnpackAllocationUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AllocationUpdated(address operator, (address,uint32) operatorSet, address strategy, uint64 magnitude, uint32 effectBlock)
func (iAllocationManager *IAllocationManager) UnpackAllocationUpdatedEvent(log *types.Log) (*IAllocationManagerAllocationUpdated, error) {
	event := "AllocationUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerAllocationUpdated)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerOperatorAddedToOperatorSet represents a OperatorAddedToOperatorSet event raised by the IAllocationManager contract.
type IAllocationManagerOperatorAddedToOperatorSet struct {
	Operator    common.Address
	OperatorSet OperatorSet
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerOperatorAddedToOperatorSetEventName = "OperatorAddedToOperatorSet"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerOperatorAddedToOperatorSet) ContractEventName() string {
	return IAllocationManagerOperatorAddedToOperatorSetEventName
}

// UnpackOperatorAddedToOperatorSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorAddedToOperatorSet(address indexed operator, (address,uint32) operatorSet)
func (iAllocationManager *IAllocationManager) UnpackOperatorAddedToOperatorSetEvent(log *types.Log) (*IAllocationManagerOperatorAddedToOperatorSet, error) {
	event := "OperatorAddedToOperatorSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerOperatorAddedToOperatorSet)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerOperatorRemovedFromOperatorSet represents a OperatorRemovedFromOperatorSet event raised by the IAllocationManager contract.
type IAllocationManagerOperatorRemovedFromOperatorSet struct {
	Operator    common.Address
	OperatorSet OperatorSet
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerOperatorRemovedFromOperatorSetEventName = "OperatorRemovedFromOperatorSet"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerOperatorRemovedFromOperatorSet) ContractEventName() string {
	return IAllocationManagerOperatorRemovedFromOperatorSetEventName
}

// UnpackOperatorRemovedFromOperatorSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorRemovedFromOperatorSet(address indexed operator, (address,uint32) operatorSet)
func (iAllocationManager *IAllocationManager) UnpackOperatorRemovedFromOperatorSetEvent(log *types.Log) (*IAllocationManagerOperatorRemovedFromOperatorSet, error) {
	event := "OperatorRemovedFromOperatorSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerOperatorRemovedFromOperatorSet)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerOperatorSetCreated represents a OperatorSetCreated event raised by the IAllocationManager contract.
type IAllocationManagerOperatorSetCreated struct {
	OperatorSet OperatorSet
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerOperatorSetCreatedEventName = "OperatorSetCreated"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerOperatorSetCreated) ContractEventName() string {
	return IAllocationManagerOperatorSetCreatedEventName
}

// UnpackOperatorSetCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorSetCreated((address,uint32) operatorSet)
func (iAllocationManager *IAllocationManager) UnpackOperatorSetCreatedEvent(log *types.Log) (*IAllocationManagerOperatorSetCreated, error) {
	event := "OperatorSetCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerOperatorSetCreated)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerOperatorSlashed represents a OperatorSlashed event raised by the IAllocationManager contract.
type IAllocationManagerOperatorSlashed struct {
	Operator    common.Address
	OperatorSet OperatorSet
	Strategies  []common.Address
	WadSlashed  []*big.Int
	Description string
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerOperatorSlashedEventName = "OperatorSlashed"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerOperatorSlashed) ContractEventName() string {
	return IAllocationManagerOperatorSlashedEventName
}

// UnpackOperatorSlashedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorSlashed(address operator, (address,uint32) operatorSet, address[] strategies, uint256[] wadSlashed, string description)
func (iAllocationManager *IAllocationManager) UnpackOperatorSlashedEvent(log *types.Log) (*IAllocationManagerOperatorSlashed, error) {
	event := "OperatorSlashed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerOperatorSlashed)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IAllocationManagerSlasherUpdated represents a SlasherUpdated event raised by the IAllocationManager contract.
type IAllocationManagerSlasherUpdated struct {
	OperatorSet OperatorSet
	Slasher     common.Address
	EffectBlock uint32
	Raw         *types.Log // Blockchain specific contextual infos
}

const IAllocationManagerSlasherUpdatedEventName = "SlasherUpdated"

// ContractEventName returns the user-defined event name.
func (IAllocationManagerSlasherUpdated) ContractEventName() string {
	return IAllocationManagerSlasherUpdatedEventName
}

// UnpackSlasherUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SlasherUpdated((address,uint32) operatorSet, address slasher, uint32 effectBlock)
func (iAllocationManager *IAllocationManager) UnpackSlasherUpdatedEvent(log *types.Log) (*IAllocationManagerSlasherUpdated, error) {
	event := "SlasherUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iAllocationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IAllocationManagerSlasherUpdated)
	if len(log.Data) > 0 {
		if err := iAllocationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iAllocationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IDelegationManagerMetaData contains all meta data concerning the IDelegationManager contract.
var IDelegationManagerMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"delegateTo\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"approverSignatureAndExpiry\",\"type\":\"tuple\",\"internalType\":\"structSignatureWithExpiry\",\"components\":[{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"expiry\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"approverSalt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"delegatedTo\",\"inputs\":[{\"name\":\"staker\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getOperatorShares\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getWithdrawableShares\",\"inputs\":[{\"name\":\"staker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"outputs\":[{\"name\":\"withdrawableShares\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"},{\"name\":\"depositShares\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorShares\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"shares\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerAsOperator\",\"inputs\":[{\"name\":\"initDelegationApprover\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allocationDelay\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"metadataURI\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"OperatorRegistered\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"delegationApprover\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorSharesDecreased\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"staker\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"shares\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorSharesIncreased\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"staker\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"shares\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false}]",
	ID:  "IDelegationManager",
}

// IDelegationManager is an auto generated Go binding around an Ethereum contract.
type IDelegationManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IDelegationManager) GetABI() abi.ABI {
	return c.abi
}

// NewIDelegationManager creates a new instance of IDelegationManager.
func NewIDelegationManager() *IDelegationManager {
	parsed, err := IDelegationManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IDelegationManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IDelegationManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDelegateTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeea9064b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegateTo(address operator, (bytes,uint256) approverSignatureAndExpiry, bytes32 approverSalt) returns()
func (iDelegationManager *IDelegationManager) PackDelegateTo(operator common.Address, approverSignatureAndExpiry SignatureWithExpiry, approverSalt [32]byte) []byte {
	enc, err := iDelegationManager.abi.Pack("delegateTo", operator, approverSignatureAndExpiry, approverSalt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegateTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeea9064b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegateTo(address operator, (bytes,uint256) approverSignatureAndExpiry, bytes32 approverSalt) returns()
func (iDelegationManager *IDelegationManager) TryPackDelegateTo(operator common.Address, approverSignatureAndExpiry SignatureWithExpiry, approverSalt [32]byte) ([]byte, error) {
	return iDelegationManager.abi.Pack("delegateTo", operator, approverSignatureAndExpiry, approverSalt)
}

// PackDelegatedTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65da1264.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegatedTo(address staker) view returns(address)
func (iDelegationManager *IDelegationManager) PackDelegatedTo(staker common.Address) []byte {
	enc, err := iDelegationManager.abi.Pack("delegatedTo", staker)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegatedTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65da1264.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegatedTo(address staker) view returns(address)
func (iDelegationManager *IDelegationManager) TryPackDelegatedTo(staker common.Address) ([]byte, error) {
	return iDelegationManager.abi.Pack("delegatedTo", staker)
}

// UnpackDelegatedTo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x65da1264.
//
// Solidity: function delegatedTo(address staker) view returns(address)
func (iDelegationManager *IDelegationManager) UnpackDelegatedTo(data []byte) (common.Address, error) {
	out, err := iDelegationManager.abi.Unpack("delegatedTo", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetOperatorShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90041347.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getOperatorShares(address operator, address[] strategies) view returns(uint256[])
func (iDelegationManager *IDelegationManager) PackGetOperatorShares(operator common.Address, strategies []common.Address) []byte {
	enc, err := iDelegationManager.abi.Pack("getOperatorShares", operator, strategies)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetOperatorShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x90041347.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getOperatorShares(address operator, address[] strategies) view returns(uint256[])
func (iDelegationManager *IDelegationManager) TryPackGetOperatorShares(operator common.Address, strategies []common.Address) ([]byte, error) {
	return iDelegationManager.abi.Pack("getOperatorShares", operator, strategies)
}

// UnpackGetOperatorShares is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x90041347.
//
// Solidity: function getOperatorShares(address operator, address[] strategies) view returns(uint256[])
func (iDelegationManager *IDelegationManager) UnpackGetOperatorShares(data []byte) ([]*big.Int, error) {
	out, err := iDelegationManager.abi.Unpack("getOperatorShares", data)
	if err != nil {
		return *new([]*big.Int), err
	}
	out0 := *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	return out0, nil
}

// PackGetWithdrawableShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc978f7ac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getWithdrawableShares(address staker, address[] strategies) view returns(uint256[] withdrawableShares, uint256[] depositShares)
func (iDelegationManager *IDelegationManager) PackGetWithdrawableShares(staker common.Address, strategies []common.Address) []byte {
	enc, err := iDelegationManager.abi.Pack("getWithdrawableShares", staker, strategies)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetWithdrawableShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc978f7ac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getWithdrawableShares(address staker, address[] strategies) view returns(uint256[] withdrawableShares, uint256[] depositShares)
func (iDelegationManager *IDelegationManager) TryPackGetWithdrawableShares(staker common.Address, strategies []common.Address) ([]byte, error) {
	return iDelegationManager.abi.Pack("getWithdrawableShares", staker, strategies)
}

// GetWithdrawableSharesOutput serves as a container for the return parameters of contract
// method GetWithdrawableShares.
type GetWithdrawableSharesOutput struct {
	WithdrawableShares []*big.Int
	DepositShares      []*big.Int
}

// UnpackGetWithdrawableShares is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc978f7ac.
//
// Solidity: function getWithdrawableShares(address staker, address[] strategies) view returns(uint256[] withdrawableShares, uint256[] depositShares)
func (iDelegationManager *IDelegationManager) UnpackGetWithdrawableShares(data []byte) (GetWithdrawableSharesOutput, error) {
	out, err := iDelegationManager.abi.Unpack("getWithdrawableShares", data)
	outstruct := new(GetWithdrawableSharesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.WithdrawableShares = *abi.ConvertType(out[0], new([]*big.Int)).(*[]*big.Int)
	outstruct.DepositShares = *abi.ConvertType(out[1], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackIsOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6d70f7ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperator(address operator) view returns(bool)
func (iDelegationManager *IDelegationManager) PackIsOperator(operator common.Address) []byte {
	enc, err := iDelegationManager.abi.Pack("isOperator", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6d70f7ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperator(address operator) view returns(bool)
func (iDelegationManager *IDelegationManager) TryPackIsOperator(operator common.Address) ([]byte, error) {
	return iDelegationManager.abi.Pack("isOperator", operator)
}

// UnpackIsOperator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6d70f7ae.
//
// Solidity: function isOperator(address operator) view returns(bool)
func (iDelegationManager *IDelegationManager) UnpackIsOperator(data []byte) (bool, error) {
	out, err := iDelegationManager.abi.Unpack("isOperator", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOperatorShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x778e55f3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorShares(address operator, address strategy) view returns(uint256 shares)
func (iDelegationManager *IDelegationManager) PackOperatorShares(operator common.Address, strategy common.Address) []byte {
	enc, err := iDelegationManager.abi.Pack("operatorShares", operator, strategy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x778e55f3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorShares(address operator, address strategy) view returns(uint256 shares)
func (iDelegationManager *IDelegationManager) TryPackOperatorShares(operator common.Address, strategy common.Address) ([]byte, error) {
	return iDelegationManager.abi.Pack("operatorShares", operator, strategy)
}

// UnpackOperatorShares is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x778e55f3.
//
// Solidity: function operatorShares(address operator, address strategy) view returns(uint256 shares)
func (iDelegationManager *IDelegationManager) UnpackOperatorShares(data []byte) (*big.Int, error) {
	out, err := iDelegationManager.abi.Unpack("operatorShares", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegisterAsOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2aa6d888.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerAsOperator(address initDelegationApprover, uint32 allocationDelay, string metadataURI) returns()
func (iDelegationManager *IDelegationManager) PackRegisterAsOperator(initDelegationApprover common.Address, allocationDelay uint32, metadataURI string) []byte {
	enc, err := iDelegationManager.abi.Pack("registerAsOperator", initDelegationApprover, allocationDelay, metadataURI)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterAsOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2aa6d888.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerAsOperator(address initDelegationApprover, uint32 allocationDelay, string metadataURI) returns()
func (iDelegationManager *IDelegationManager) TryPackRegisterAsOperator(initDelegationApprover common.Address, allocationDelay uint32, metadataURI string) ([]byte, error) {
	return iDelegationManager.abi.Pack("registerAsOperator", initDelegationApprover, allocationDelay, metadataURI)
}

// IDelegationManagerOperatorRegistered represents a OperatorRegistered event raised by the IDelegationManager contract.
type IDelegationManagerOperatorRegistered struct {
	Operator           common.Address
	DelegationApprover common.Address
	Raw                *types.Log // Blockchain specific contextual infos
}

const IDelegationManagerOperatorRegisteredEventName = "OperatorRegistered"

// ContractEventName returns the user-defined event name.
func (IDelegationManagerOperatorRegistered) ContractEventName() string {
	return IDelegationManagerOperatorRegisteredEventName
}

// UnpackOperatorRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorRegistered(address indexed operator, address delegationApprover)
func (iDelegationManager *IDelegationManager) UnpackOperatorRegisteredEvent(log *types.Log) (*IDelegationManagerOperatorRegistered, error) {
	event := "OperatorRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iDelegationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IDelegationManagerOperatorRegistered)
	if len(log.Data) > 0 {
		if err := iDelegationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iDelegationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IDelegationManagerOperatorSharesDecreased represents a OperatorSharesDecreased event raised by the IDelegationManager contract.
type IDelegationManagerOperatorSharesDecreased struct {
	Operator common.Address
	Staker   common.Address
	Strategy common.Address
	Shares   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const IDelegationManagerOperatorSharesDecreasedEventName = "OperatorSharesDecreased"

// ContractEventName returns the user-defined event name.
func (IDelegationManagerOperatorSharesDecreased) ContractEventName() string {
	return IDelegationManagerOperatorSharesDecreasedEventName
}

// UnpackOperatorSharesDecreasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorSharesDecreased(address indexed operator, address staker, address strategy, uint256 shares)
func (iDelegationManager *IDelegationManager) UnpackOperatorSharesDecreasedEvent(log *types.Log) (*IDelegationManagerOperatorSharesDecreased, error) {
	event := "OperatorSharesDecreased"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iDelegationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IDelegationManagerOperatorSharesDecreased)
	if len(log.Data) > 0 {
		if err := iDelegationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iDelegationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IDelegationManagerOperatorSharesIncreased represents a OperatorSharesIncreased event raised by the IDelegationManager contract.
type IDelegationManagerOperatorSharesIncreased struct {
	Operator common.Address
	Staker   common.Address
	Strategy common.Address
	Shares   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const IDelegationManagerOperatorSharesIncreasedEventName = "OperatorSharesIncreased"

// ContractEventName returns the user-defined event name.
func (IDelegationManagerOperatorSharesIncreased) ContractEventName() string {
	return IDelegationManagerOperatorSharesIncreasedEventName
}

// UnpackOperatorSharesIncreasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorSharesIncreased(address indexed operator, address staker, address strategy, uint256 shares)
func (iDelegationManager *IDelegationManager) UnpackOperatorSharesIncreasedEvent(log *types.Log) (*IDelegationManagerOperatorSharesIncreased, error) {
	event := "OperatorSharesIncreased"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iDelegationManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IDelegationManagerOperatorSharesIncreased)
	if len(log.Data) > 0 {
		if err := iDelegationManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iDelegationManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IERC20MetaData contains all meta data concerning the IERC20 contract.
var IERC20MetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"allowance\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalSupply\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false}]",
	ID:  "IERC20",
}

// IERC20 is an auto generated Go binding around an Ethereum contract.
type IERC20 struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IERC20) GetABI() abi.ABI {
	return c.abi
}

// NewIERC20 creates a new instance of IERC20.
func NewIERC20() *IERC20 {
	parsed, err := IERC20MetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IERC20{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IERC20) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (iERC20 *IERC20) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := iERC20.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (iERC20 *IERC20) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return iERC20.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (iERC20 *IERC20) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := iERC20.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (iERC20 *IERC20) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := iERC20.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (iERC20 *IERC20) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return iERC20.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (iERC20 *IERC20) UnpackApprove(data []byte) (bool, error) {
	out, err := iERC20.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (iERC20 *IERC20) PackBalanceOf(account common.Address) []byte {
	enc, err := iERC20.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (iERC20 *IERC20) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return iERC20.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (iERC20 *IERC20) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := iERC20.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (iERC20 *IERC20) PackTotalSupply() []byte {
	enc, err := iERC20.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (iERC20 *IERC20) TryPackTotalSupply() ([]byte, error) {
	return iERC20.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (iERC20 *IERC20) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := iERC20.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (iERC20 *IERC20) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := iERC20.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (iERC20 *IERC20) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return iERC20.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (iERC20 *IERC20) UnpackTransfer(data []byte) (bool, error) {
	out, err := iERC20.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (iERC20 *IERC20) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := iERC20.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (iERC20 *IERC20) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return iERC20.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (iERC20 *IERC20) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := iERC20.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// IERC20Approval represents a Approval event raised by the IERC20 contract.
type IERC20Approval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const IERC20ApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (IERC20Approval) ContractEventName() string {
	return IERC20ApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (iERC20 *IERC20) UnpackApprovalEvent(log *types.Log) (*IERC20Approval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IERC20Approval)
	if len(log.Data) > 0 {
		if err := iERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IERC20Transfer represents a Transfer event raised by the IERC20 contract.
type IERC20Transfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const IERC20TransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (IERC20Transfer) ContractEventName() string {
	return IERC20TransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (iERC20 *IERC20) UnpackTransferEvent(log *types.Log) (*IERC20Transfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iERC20.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IERC20Transfer)
	if len(log.Data) > 0 {
		if err := iERC20.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iERC20.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// IPermissionControllerMetaData contains all meta data concerning the IPermissionController contract.
var IPermissionControllerMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"acceptAdmin\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"addPendingAdmin\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getAdmins\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address[]\",\"internalType\":\"address[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isAdmin\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"}]",
	ID:  "IPermissionController",
}

// IPermissionController is an auto generated Go binding around an Ethereum contract.
type IPermissionController struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IPermissionController) GetABI() abi.ABI {
	return c.abi
}

// NewIPermissionController creates a new instance of IPermissionController.
func NewIPermissionController() *IPermissionController {
	parsed, err := IPermissionControllerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IPermissionController{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IPermissionController) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAcceptAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x628806ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptAdmin(address account) returns()
func (iPermissionController *IPermissionController) PackAcceptAdmin(account common.Address) []byte {
	enc, err := iPermissionController.abi.Pack("acceptAdmin", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x628806ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptAdmin(address account) returns()
func (iPermissionController *IPermissionController) TryPackAcceptAdmin(account common.Address) ([]byte, error) {
	return iPermissionController.abi.Pack("acceptAdmin", account)
}

// PackAddPendingAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb5a4e87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addPendingAdmin(address account, address admin) returns()
func (iPermissionController *IPermissionController) PackAddPendingAdmin(account common.Address, admin common.Address) []byte {
	enc, err := iPermissionController.abi.Pack("addPendingAdmin", account, admin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddPendingAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb5a4e87.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addPendingAdmin(address account, address admin) returns()
func (iPermissionController *IPermissionController) TryPackAddPendingAdmin(account common.Address, admin common.Address) ([]byte, error) {
	return iPermissionController.abi.Pack("addPendingAdmin", account, admin)
}

// PackGetAdmins is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad5f2210.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAdmins(address account) view returns(address[])
func (iPermissionController *IPermissionController) PackGetAdmins(account common.Address) []byte {
	enc, err := iPermissionController.abi.Pack("getAdmins", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAdmins is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad5f2210.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAdmins(address account) view returns(address[])
func (iPermissionController *IPermissionController) TryPackGetAdmins(account common.Address) ([]byte, error) {
	return iPermissionController.abi.Pack("getAdmins", account)
}

// UnpackGetAdmins is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad5f2210.
//
// Solidity: function getAdmins(address account) view returns(address[])
func (iPermissionController *IPermissionController) UnpackGetAdmins(data []byte) ([]common.Address, error) {
	out, err := iPermissionController.abi.Unpack("getAdmins", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackIsAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91006745.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isAdmin(address account, address caller) view returns(bool)
func (iPermissionController *IPermissionController) PackIsAdmin(account common.Address, caller common.Address) []byte {
	enc, err := iPermissionController.abi.Pack("isAdmin", account, caller)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91006745.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isAdmin(address account, address caller) view returns(bool)
func (iPermissionController *IPermissionController) TryPackIsAdmin(account common.Address, caller common.Address) ([]byte, error) {
	return iPermissionController.abi.Pack("isAdmin", account, caller)
}

// UnpackIsAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91006745.
//
// Solidity: function isAdmin(address account, address caller) view returns(bool)
func (iPermissionController *IPermissionController) UnpackIsAdmin(data []byte) (bool, error) {
	out, err := iPermissionController.abi.Unpack("isAdmin", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// IStrategyMetaData contains all meta data concerning the IStrategy contract.
var IStrategyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"sharesToUnderlyingView\",\"inputs\":[{\"name\":\"amountShares\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"underlyingToken\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"}]",
	ID:  "IStrategy",
}

// IStrategy is an auto generated Go binding around an Ethereum contract.
type IStrategy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IStrategy) GetABI() abi.ABI {
	return c.abi
}

// NewIStrategy creates a new instance of IStrategy.
func NewIStrategy() *IStrategy {
	parsed, err := IStrategyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IStrategy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IStrategy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackSharesToUnderlyingView is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a8b2637.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sharesToUnderlyingView(uint256 amountShares) view returns(uint256)
func (iStrategy *IStrategy) PackSharesToUnderlyingView(amountShares *big.Int) []byte {
	enc, err := iStrategy.abi.Pack("sharesToUnderlyingView", amountShares)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSharesToUnderlyingView is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a8b2637.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sharesToUnderlyingView(uint256 amountShares) view returns(uint256)
func (iStrategy *IStrategy) TryPackSharesToUnderlyingView(amountShares *big.Int) ([]byte, error) {
	return iStrategy.abi.Pack("sharesToUnderlyingView", amountShares)
}

// UnpackSharesToUnderlyingView is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7a8b2637.
//
// Solidity: function sharesToUnderlyingView(uint256 amountShares) view returns(uint256)
func (iStrategy *IStrategy) UnpackSharesToUnderlyingView(data []byte) (*big.Int, error) {
	out, err := iStrategy.abi.Unpack("sharesToUnderlyingView", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnderlyingToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2495a599.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function underlyingToken() view returns(address)
func (iStrategy *IStrategy) PackUnderlyingToken() []byte {
	enc, err := iStrategy.abi.Pack("underlyingToken")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnderlyingToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2495a599.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function underlyingToken() view returns(address)
func (iStrategy *IStrategy) TryPackUnderlyingToken() ([]byte, error) {
	return iStrategy.abi.Pack("underlyingToken")
}

// UnpackUnderlyingToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2495a599.
//
// Solidity: function underlyingToken() view returns(address)
func (iStrategy *IStrategy) UnpackUnderlyingToken(data []byte) (common.Address, error) {
	out, err := iStrategy.abi.Unpack("underlyingToken", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// IStrategyManagerMetaData contains all meta data concerning the IStrategyManager contract.
var IStrategyManagerMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"depositIntoStrategy\",\"inputs\":[{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"depositShares\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"stakerDepositShares\",\"inputs\":[{\"name\":\"staker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"shares\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"strategyIsWhitelistedForDeposit\",\"inputs\":[{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Deposit\",\"inputs\":[{\"name\":\"staker\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"strategy\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"shares\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false}]",
	ID:  "IStrategyManager",
}

// IStrategyManager is an auto generated Go binding around an Ethereum contract.
type IStrategyManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *IStrategyManager) GetABI() abi.ABI {
	return c.abi
}

// NewIStrategyManager creates a new instance of IStrategyManager.
func NewIStrategyManager() *IStrategyManager {
	parsed, err := IStrategyManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &IStrategyManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *IStrategyManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDepositIntoStrategy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7a050aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function depositIntoStrategy(address strategy, address token, uint256 amount) returns(uint256 depositShares)
func (iStrategyManager *IStrategyManager) PackDepositIntoStrategy(strategy common.Address, token common.Address, amount *big.Int) []byte {
	enc, err := iStrategyManager.abi.Pack("depositIntoStrategy", strategy, token, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDepositIntoStrategy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7a050aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function depositIntoStrategy(address strategy, address token, uint256 amount) returns(uint256 depositShares)
func (iStrategyManager *IStrategyManager) TryPackDepositIntoStrategy(strategy common.Address, token common.Address, amount *big.Int) ([]byte, error) {
	return iStrategyManager.abi.Pack("depositIntoStrategy", strategy, token, amount)
}

// UnpackDepositIntoStrategy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe7a050aa.
//
// Solidity: function depositIntoStrategy(address strategy, address token, uint256 amount) returns(uint256 depositShares)
func (iStrategyManager *IStrategyManager) UnpackDepositIntoStrategy(data []byte) (*big.Int, error) {
	out, err := iStrategyManager.abi.Unpack("depositIntoStrategy", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackStakerDepositShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe243a17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakerDepositShares(address staker, address strategy) view returns(uint256 shares)
func (iStrategyManager *IStrategyManager) PackStakerDepositShares(staker common.Address, strategy common.Address) []byte {
	enc, err := iStrategyManager.abi.Pack("stakerDepositShares", staker, strategy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakerDepositShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe243a17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakerDepositShares(address staker, address strategy) view returns(uint256 shares)
func (iStrategyManager *IStrategyManager) TryPackStakerDepositShares(staker common.Address, strategy common.Address) ([]byte, error) {
	return iStrategyManager.abi.Pack("stakerDepositShares", staker, strategy)
}

// UnpackStakerDepositShares is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe243a17.
//
// Solidity: function stakerDepositShares(address staker, address strategy) view returns(uint256 shares)
func (iStrategyManager *IStrategyManager) UnpackStakerDepositShares(data []byte) (*big.Int, error) {
	out, err := iStrategyManager.abi.Unpack("stakerDepositShares", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackStrategyIsWhitelistedForDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x663c1de4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function strategyIsWhitelistedForDeposit(address strategy) view returns(bool)
func (iStrategyManager *IStrategyManager) PackStrategyIsWhitelistedForDeposit(strategy common.Address) []byte {
	enc, err := iStrategyManager.abi.Pack("strategyIsWhitelistedForDeposit", strategy)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStrategyIsWhitelistedForDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x663c1de4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function strategyIsWhitelistedForDeposit(address strategy) view returns(bool)
func (iStrategyManager *IStrategyManager) TryPackStrategyIsWhitelistedForDeposit(strategy common.Address) ([]byte, error) {
	return iStrategyManager.abi.Pack("strategyIsWhitelistedForDeposit", strategy)
}

// UnpackStrategyIsWhitelistedForDeposit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x663c1de4.
//
// Solidity: function strategyIsWhitelistedForDeposit(address strategy) view returns(bool)
func (iStrategyManager *IStrategyManager) UnpackStrategyIsWhitelistedForDeposit(data []byte) (bool, error) {
	out, err := iStrategyManager.abi.Unpack("strategyIsWhitelistedForDeposit", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// IStrategyManagerDeposit represents a Deposit event raised by the IStrategyManager contract.
type IStrategyManagerDeposit struct {
	Staker   common.Address
	Strategy common.Address
	Shares   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const IStrategyManagerDepositEventName = "Deposit"

// ContractEventName returns the user-defined event name.
func (IStrategyManagerDeposit) ContractEventName() string {
	return IStrategyManagerDepositEventName
}

// UnpackDepositEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposit(address staker, address strategy, uint256 shares)
func (iStrategyManager *IStrategyManager) UnpackDepositEvent(log *types.Log) (*IStrategyManagerDeposit, error) {
	event := "Deposit"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != iStrategyManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(IStrategyManagerDeposit)
	if len(log.Data) > 0 {
		if err := iStrategyManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range iStrategyManager.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// L1MirrorMetaData contains all meta data concerning the L1Mirror contract.
var L1MirrorMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"mirror\",\"inputs\":[{\"name\":\"timestamp\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"accountProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"storageProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[{\"name\":\"value\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"provenAt\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"valueOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Mirrored\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"slot\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"value\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"timestamp\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadAccountProof\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"BadStorageProof\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"FieldNotPresentInBlockHeader\",\"inputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBlockHeader.HeaderField\"}]},{\"type\":\"error\",\"name\":\"NoL1Block\",\"inputs\":[{\"name\":\"timestamp\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"Older\",\"inputs\":[{\"name\":\"timestamp\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"known\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"RLPInvalidEncoding\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongHeader\",\"inputs\":[{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "L1Mirror",
	Bin: "0x608080604052346015576114a2908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c80635a5fc1ba1461011b57806364f7aeb6146100ad576386b73c5a1461003a575f80fd5b346100a95760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a95773ffffffffffffffffffffffffffffffffffffffff6100866105d0565b165f52600160205260405f206024355f52602052602060405f2054604051908152f35b5f80fd5b346100a95760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a95773ffffffffffffffffffffffffffffffffffffffff6100f96105d0565b165f525f60205260405f206024355f52602052602060405f2054604051908152f35b346100a95760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100a95760243560043567ffffffffffffffff82116100a957366023830112156100a957816004013567ffffffffffffffff81116100a95736602482850101116100a95760443573ffffffffffffffffffffffffffffffffffffffff8116938482036100a95760643567ffffffffffffffff81116100a9576101cc9036906004016105f3565b9190936084359460a43567ffffffffffffffff81116100a9576101f39036906004016105f3565b939092895f52600160205260405f20885f5260205260405f2054808a106105a157509161022c6102349261023c959460243692016106cc565b953691610702565b923691610702565b925f80604051602081019089825260208152610259604082610624565b5190720f3df6d732807ef1319fb7b8bb8522d0beac025afa3d15610599573d9061028282610692565b916102906040519384610624565b82523d5f602084013e5b15801561058d575b610561576020818051810103126100a9576020015180156105615783519060208501918220908082036105335750506102e390604051945160801b17611068565b805160031015610506578051600310156104a95761036c93608061030c92015190604052611140565b906040517fffffffffffffffffffffffffffffffffffffffff000000000000000000000000602082019260601b1682526014815261034b603482610624565b5190209060405191602083015260208252610367604083610624565b610887565b600e81101561047c57806104d6575080602061038e9201905160801b17611068565b908151600210156104a9576103a960606103c3930151611140565b60405160208101908582526020815261034b604082610624565b600e81959295101561047c578061044757507f87cee2c669ac2519dda21e05d0c8359496f8bebd64801d985959935ff5f65aed604061040c866020809801905160801b17611140565b94835f525f8752815f20855f52875285825f2055835f5260018752815f20855f52875280825f205581519086825287820152a3604051908152f35b61047790837f900e85e6000000000000000000000000000000000000000000000000000000005f52600452610788565b60445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b61047790867f766da5ee000000000000000000000000000000000000000000000000000000005f52600452610788565b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7f340b3b5e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b867f47716ea4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506020815114156102a2565b60609061029a565b897fd10fc363000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6004359073ffffffffffffffffffffffffffffffffffffffff821682036100a957565b9181601f840112156100a95782359167ffffffffffffffff83116100a9576020808501948460051b0101116100a957565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761066557604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b67ffffffffffffffff811161066557601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b9291926106d882610692565b916106e66040519384610624565b8294818452818301116100a9578281602093845f960137010152565b9291909267ffffffffffffffff8411610665578360051b91602060405161072b82860182610624565b8096815201928201918183116100a95780935b83851061074c575050505050565b843567ffffffffffffffff81116100a957820183601f820112156100a95760209161077d85838580953591016106cc565b81520194019361073e565b600e81101561047c57602452565b8051600110156104a95760400190565b80518210156104a95760209160051b010190565b919082018092116107c757565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff82116107c757565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff82116107c757565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff82116107c757565b9092916060935f94815115610d7457506108a390949294610d7f565b6040515f939190849081805b8651881015610d62576108c288886107a6565b519184610cbb575050888151602083012003610caa576108f19098939291985b60208101905160801b17611068565b975b8851601103610a4657825182036109565750505050845160101015610929575061022061092593940151905190610fc9565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015610a1957610977906020848601015160f81c906107a6565b5161098181610fff565b93849190600181018091116109ec579460201480156109d0575b6109b45750506109aa90611068565b975b9291906108f3565b929394999150966001905b8460405201969893929190986108af565b5060018901808a116109ec576109e790898561102d565b61099b565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14610c9957805115610a1957610a70610a6b6020830151610ea4565b610d7f565b90815115610c875760208201805160f81c90610a958560208901895160801b17610f28565b935160801b176001821660020360ff8111610c5a579060ff610ab8921690610f28565b908160801c938060801c92838611918215610bc3575b5050610baf5760018111610b665750508115610b545790610af3610b0b949392610796565b51916020610b0084610fff565b9690938794936107ba565b95148015610b38575b610b29575050610b2390611068565b976109ac565b929394999150966001906109bf565b5060018901808a116109ec57610b4f90898561102d565b610b14565b50505050505050509050606090600790565b9295509593509798506003915011155f14610ba1575003610b9657610b8d61092593610796565b51905190610fc9565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980610c2d5750610c1b576fffffffffffffffffffffffffffffffff610c139116985f997fffffffffffffffffffffffffffffffff0000000000000000000000000000000082161790610f91565b155f80610ace565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382610d0d57506020148015939150610cfd575b5050610cec576108f1905b98939291986108e2565b505050505050509050606090600390565b6020840120141590505f80610cd7565b1492831593610d38575b505050610d27576108f190610ce2565b505050505050509050606090600490565b602085015192935090610d51575b5014155f8080610d17565b5f199060200360031b1b165f610d46565b50505050505050509050606090600d90565b945060019392505050565b908151604051928160011b60208186010160405284525f5b828110610da357505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201610d97565b610ead816111ed565b600281939293101561047c57610ef357610ec692610f62565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b919082039182116107c757565b908160801c90818111610c1b576fffffffffffffffffffffffffffffffff610f5382610f5a94610f1b565b93166107ba565b9060801b1790565b90610f6d83826107ba565b8260801c10610c1b576fffffffffffffffffffffffffffffffff610f5a92166107ba565b9190915f928160801c908060801c8214610faa57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f1982019182116107c75703610ff657610fe390610ea4565b908151155f14610ff257600990565b5f90565b50606090600890565b908160801c91602183105f1461101c5761101890611432565b9190565b611027919250611140565b90602090565b9091825181109283611040575b50505090565b61106093509061104f916107a6565b5160208101905160801b1790610f91565b5f808061103a565b908160801c91611077816111ed565b600281949394101561047c57600114908161112d575b5015610ef357926040519360208501925b8281106110d7575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08382030160051c8352604052565b92611117846110f36110ee85969761111196610f28565b6111ed565b5061110b61110483839894986107ba565b8489610f62565b956107ba565b906107ba565b918152602081018091116107c75792919061109e565b6111389150836107ba565b84145f61108d565b8060801c9060218211610ef357611156816111ed565b600281959295101561047c57610ef3578361117357505050505f90565b8160200190816020116107c75782036020019081111502601f8111610c1b575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036107c75760031b6101000361010081116107c7571c90565b908160801c918215610ef35761120281611432565b60f81c60c081101561136457608081101561122357505f9250600191839150565b60b781116112b95761123660ff91610856565b16809311908161124f575b5015610ef357600191905f90565b6001841480159250611263575b505f611241565b7f800000000000000000000000000000000000000000000000000000000000000091506112b07fff0000000000000000000000000000000000000000000000000000000000000091611468565b1610155f61125c565b6112c56112ca91610856565b610825565b60ff81169182851115610ef3576112e090611468565b907fff00000000000000000000000000000000000000000000000000000000000000821615610ef35760ff811683036107c7576107f89060031b166101000361010081116107c7571c928382603782119283611350575b50505015610ef357600181018091116107c75791905f90565b61135b929350610f1b565b1183825f611337565b9060f7821161138a575061137960ff916107f4565b1680921115610ef357600191908290565b906112c5611397916107f4565b60ff81169182851115610ef3576113ad90611468565b907fff00000000000000000000000000000000000000000000000000000000000000821615610ef35760ff811683036107c7576107f89060031b166101000361010081116107c7571c92838260378211928361141e575b50505015610ef357600181018091116107c7579190600190565b611429929350610f1b565b1183825f611404565b60208160801c5f0301602081111502601f8111610c1b575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111610c1b576fffffffffffffffffffffffffffffffff5f1960019260031b1b92160151169056",
}

// L1Mirror is an auto generated Go binding around an Ethereum contract.
type L1Mirror struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *L1Mirror) GetABI() abi.ABI {
	return c.abi
}

// NewL1Mirror creates a new instance of L1Mirror.
func NewL1Mirror() *L1Mirror {
	parsed, err := L1MirrorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &L1Mirror{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *L1Mirror) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackMirror is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5a5fc1ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mirror(uint256 timestamp, bytes header, address account, bytes[] accountProof, bytes32 slot, bytes[] storageProof) returns(bytes32 value)
func (l1Mirror *L1Mirror) PackMirror(timestamp *big.Int, header []byte, account common.Address, accountProof [][]byte, slot [32]byte, storageProof [][]byte) []byte {
	enc, err := l1Mirror.abi.Pack("mirror", timestamp, header, account, accountProof, slot, storageProof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMirror is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5a5fc1ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mirror(uint256 timestamp, bytes header, address account, bytes[] accountProof, bytes32 slot, bytes[] storageProof) returns(bytes32 value)
func (l1Mirror *L1Mirror) TryPackMirror(timestamp *big.Int, header []byte, account common.Address, accountProof [][]byte, slot [32]byte, storageProof [][]byte) ([]byte, error) {
	return l1Mirror.abi.Pack("mirror", timestamp, header, account, accountProof, slot, storageProof)
}

// UnpackMirror is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5a5fc1ba.
//
// Solidity: function mirror(uint256 timestamp, bytes header, address account, bytes[] accountProof, bytes32 slot, bytes[] storageProof) returns(bytes32 value)
func (l1Mirror *L1Mirror) UnpackMirror(data []byte) ([32]byte, error) {
	out, err := l1Mirror.abi.Unpack("mirror", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackProvenAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86b73c5a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function provenAt(address account, bytes32 slot) view returns(uint256)
func (l1Mirror *L1Mirror) PackProvenAt(account common.Address, slot [32]byte) []byte {
	enc, err := l1Mirror.abi.Pack("provenAt", account, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProvenAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86b73c5a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function provenAt(address account, bytes32 slot) view returns(uint256)
func (l1Mirror *L1Mirror) TryPackProvenAt(account common.Address, slot [32]byte) ([]byte, error) {
	return l1Mirror.abi.Pack("provenAt", account, slot)
}

// UnpackProvenAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x86b73c5a.
//
// Solidity: function provenAt(address account, bytes32 slot) view returns(uint256)
func (l1Mirror *L1Mirror) UnpackProvenAt(data []byte) (*big.Int, error) {
	out, err := l1Mirror.abi.Unpack("provenAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackValueOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64f7aeb6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function valueOf(address account, bytes32 slot) view returns(bytes32)
func (l1Mirror *L1Mirror) PackValueOf(account common.Address, slot [32]byte) []byte {
	enc, err := l1Mirror.abi.Pack("valueOf", account, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackValueOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64f7aeb6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function valueOf(address account, bytes32 slot) view returns(bytes32)
func (l1Mirror *L1Mirror) TryPackValueOf(account common.Address, slot [32]byte) ([]byte, error) {
	return l1Mirror.abi.Pack("valueOf", account, slot)
}

// UnpackValueOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64f7aeb6.
//
// Solidity: function valueOf(address account, bytes32 slot) view returns(bytes32)
func (l1Mirror *L1Mirror) UnpackValueOf(data []byte) ([32]byte, error) {
	out, err := l1Mirror.abi.Unpack("valueOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// L1MirrorMirrored represents a Mirrored event raised by the L1Mirror contract.
type L1MirrorMirrored struct {
	Account   common.Address
	Slot      [32]byte
	Value     [32]byte
	Timestamp *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const L1MirrorMirroredEventName = "Mirrored"

// ContractEventName returns the user-defined event name.
func (L1MirrorMirrored) ContractEventName() string {
	return L1MirrorMirroredEventName
}

// UnpackMirroredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Mirrored(address indexed account, bytes32 indexed slot, bytes32 value, uint256 timestamp)
func (l1Mirror *L1Mirror) UnpackMirroredEvent(log *types.Log) (*L1MirrorMirrored, error) {
	event := "Mirrored"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != l1Mirror.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(L1MirrorMirrored)
	if len(log.Data) > 0 {
		if err := l1Mirror.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range l1Mirror.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (l1Mirror *L1Mirror) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["BadAccountProof"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackBadAccountProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["BadStorageProof"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackBadStorageProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["FieldNotPresentInBlockHeader"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackFieldNotPresentInBlockHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["NoL1Block"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackNoL1BlockError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["Older"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackOlderError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["RLPInvalidEncoding"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackRLPInvalidEncodingError(raw[4:])
	}
	if bytes.Equal(raw[:4], l1Mirror.abi.Errors["WrongHeader"].ID.Bytes()[:4]) {
		return l1Mirror.UnpackWrongHeaderError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// L1MirrorBadAccountProof represents a BadAccountProof error raised by the L1Mirror contract.
type L1MirrorBadAccountProof struct {
	Account common.Address
	Reason  uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func L1MirrorBadAccountProofErrorID() common.Hash {
	return common.HexToHash("0x766da5eee5021e814e719e0006ecf2fe016be0526e291698e28a313f64a27fb8")
}

// UnpackBadAccountProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func (l1Mirror *L1Mirror) UnpackBadAccountProofError(raw []byte) (*L1MirrorBadAccountProof, error) {
	out := new(L1MirrorBadAccountProof)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "BadAccountProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MirrorBadStorageProof represents a BadStorageProof error raised by the L1Mirror contract.
type L1MirrorBadStorageProof struct {
	Slot   [32]byte
	Reason uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func L1MirrorBadStorageProofErrorID() common.Hash {
	return common.HexToHash("0x900e85e69aa6707f6bd2ab63259537f8f6362d3234f213a406a1be5df64d6a56")
}

// UnpackBadStorageProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func (l1Mirror *L1Mirror) UnpackBadStorageProofError(raw []byte) (*L1MirrorBadStorageProof, error) {
	out := new(L1MirrorBadStorageProof)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "BadStorageProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MirrorFieldNotPresentInBlockHeader represents a FieldNotPresentInBlockHeader error raised by the L1Mirror contract.
type L1MirrorFieldNotPresentInBlockHeader struct {
	Arg0 uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func L1MirrorFieldNotPresentInBlockHeaderErrorID() common.Hash {
	return common.HexToHash("0x3dc3cd92127fc4da0e036ff229cb9f0428ae04c76c83ebf90371931e08ba2e96")
}

// UnpackFieldNotPresentInBlockHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func (l1Mirror *L1Mirror) UnpackFieldNotPresentInBlockHeaderError(raw []byte) (*L1MirrorFieldNotPresentInBlockHeader, error) {
	out := new(L1MirrorFieldNotPresentInBlockHeader)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "FieldNotPresentInBlockHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MirrorNoL1Block represents a NoL1Block error raised by the L1Mirror contract.
type L1MirrorNoL1Block struct {
	Timestamp *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoL1Block(uint256 timestamp)
func L1MirrorNoL1BlockErrorID() common.Hash {
	return common.HexToHash("0x47716ea4c20b92c77205f52729187a394591cb9832089c8c0a3dcfe380f1b6e8")
}

// UnpackNoL1BlockError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoL1Block(uint256 timestamp)
func (l1Mirror *L1Mirror) UnpackNoL1BlockError(raw []byte) (*L1MirrorNoL1Block, error) {
	out := new(L1MirrorNoL1Block)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "NoL1Block", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MirrorOlder represents a Older error raised by the L1Mirror contract.
type L1MirrorOlder struct {
	Timestamp *big.Int
	Known     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Older(uint256 timestamp, uint256 known)
func L1MirrorOlderErrorID() common.Hash {
	return common.HexToHash("0xd10fc363d204b6c8fd559f98325e738f779b06d026d1ec92a324a34e6c0a73ec")
}

// UnpackOlderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Older(uint256 timestamp, uint256 known)
func (l1Mirror *L1Mirror) UnpackOlderError(raw []byte) (*L1MirrorOlder, error) {
	out := new(L1MirrorOlder)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "Older", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MirrorRLPInvalidEncoding represents a RLPInvalidEncoding error raised by the L1Mirror contract.
type L1MirrorRLPInvalidEncoding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RLPInvalidEncoding()
func L1MirrorRLPInvalidEncodingErrorID() common.Hash {
	return common.HexToHash("0xf3dd700486d05c537b5facf4c114ba6b400473774588d1ffb11e80a83758e4df")
}

// UnpackRLPInvalidEncodingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RLPInvalidEncoding()
func (l1Mirror *L1Mirror) UnpackRLPInvalidEncodingError(raw []byte) (*L1MirrorRLPInvalidEncoding, error) {
	out := new(L1MirrorRLPInvalidEncoding)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "RLPInvalidEncoding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// L1MirrorWrongHeader represents a WrongHeader error raised by the L1Mirror contract.
type L1MirrorWrongHeader struct {
	Wanted [32]byte
	Given  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func L1MirrorWrongHeaderErrorID() common.Hash {
	return common.HexToHash("0x340b3b5e27029527e8ecd2308d949fbebfcd5732398de5c4fff730a330bfefd3")
}

// UnpackWrongHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func (l1Mirror *L1Mirror) UnpackWrongHeaderError(raw []byte) (*L1MirrorWrongHeader, error) {
	out := new(L1MirrorWrongHeader)
	if err := l1Mirror.abi.UnpackIntoInterface(out, "WrongHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalBeaconMetaData contains all meta data concerning the LocalBeacon contract.
var LocalBeaconMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"implementation_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"implementation\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"upgradeTo\",\"inputs\":[{\"name\":\"newImplementation\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BeaconInvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "LocalBeacon",
	Bin: "0x60803461013457601f61050538819003918201601f19168301916001600160401b03831184841017610138578084926040948552833981010312610134576100468161014c565b906001600160a01b039061005c9060200161014c565b16908115610121575f80546001600160a01b031981168417825560405193916001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a3803b1561010157600180546001600160a01b0319166001600160a01b039290921691821790557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a26103a490816101618239f35b63211eb15960e21b5f9081526001600160a01b0391909116600452602490fd5b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101345756fe60806040526004361015610011575f80fd5b5f3560e01c80633659cfe61461027e5780635c60da1b1461022d578063715018a6146101935780638da5cb5b146101435763f2fde38b14610050575f80fd5b3461013f5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261013f5760043573ffffffffffffffffffffffffffffffffffffffff811680910361013f576100a8610358565b80156101135773ffffffffffffffffffffffffffffffffffffffff5f54827fffffffffffffffffffffffff00000000000000000000000000000000000000008216175f55167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b7f1e4fbdf7000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b5f80fd5b3461013f575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261013f57602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b3461013f575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261013f576101c9610358565b5f73ffffffffffffffffffffffffffffffffffffffff81547fffffffffffffffffffffffff000000000000000000000000000000000000000081168355167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a3005b3461013f575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261013f57602073ffffffffffffffffffffffffffffffffffffffff60015416604051908152f35b3461013f5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261013f5760043573ffffffffffffffffffffffffffffffffffffffff81169081810361013f576102d7610358565b3b1561032d57807fffffffffffffffffffffffff000000000000000000000000000000000000000060015416176001557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a2005b7f847ac564000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff5f5416330361037857565b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffd",
}

// LocalBeacon is an auto generated Go binding around an Ethereum contract.
type LocalBeacon struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *LocalBeacon) GetABI() abi.ABI {
	return c.abi
}

// NewLocalBeacon creates a new instance of LocalBeacon.
func NewLocalBeacon() *LocalBeacon {
	parsed, err := LocalBeaconMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &LocalBeacon{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *LocalBeacon) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address implementation_, address owner) returns()
func (localBeacon *LocalBeacon) PackConstructor(implementation_ common.Address, owner common.Address) []byte {
	enc, err := localBeacon.abi.Pack("", implementation_, owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackImplementation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c60da1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function implementation() view returns(address)
func (localBeacon *LocalBeacon) PackImplementation() []byte {
	enc, err := localBeacon.abi.Pack("implementation")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackImplementation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c60da1b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function implementation() view returns(address)
func (localBeacon *LocalBeacon) TryPackImplementation() ([]byte, error) {
	return localBeacon.abi.Pack("implementation")
}

// UnpackImplementation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c60da1b.
//
// Solidity: function implementation() view returns(address)
func (localBeacon *LocalBeacon) UnpackImplementation(data []byte) (common.Address, error) {
	out, err := localBeacon.abi.Unpack("implementation", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (localBeacon *LocalBeacon) PackOwner() []byte {
	enc, err := localBeacon.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (localBeacon *LocalBeacon) TryPackOwner() ([]byte, error) {
	return localBeacon.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (localBeacon *LocalBeacon) UnpackOwner(data []byte) (common.Address, error) {
	out, err := localBeacon.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (localBeacon *LocalBeacon) PackRenounceOwnership() []byte {
	enc, err := localBeacon.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (localBeacon *LocalBeacon) TryPackRenounceOwnership() ([]byte, error) {
	return localBeacon.abi.Pack("renounceOwnership")
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (localBeacon *LocalBeacon) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := localBeacon.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (localBeacon *LocalBeacon) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return localBeacon.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (localBeacon *LocalBeacon) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := localBeacon.abi.Pack("upgradeTo", newImplementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (localBeacon *LocalBeacon) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return localBeacon.abi.Pack("upgradeTo", newImplementation)
}

// LocalBeaconOwnershipTransferred represents a OwnershipTransferred event raised by the LocalBeacon contract.
type LocalBeaconOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const LocalBeaconOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (LocalBeaconOwnershipTransferred) ContractEventName() string {
	return LocalBeaconOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (localBeacon *LocalBeacon) UnpackOwnershipTransferredEvent(log *types.Log) (*LocalBeaconOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != localBeacon.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LocalBeaconOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := localBeacon.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range localBeacon.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// LocalBeaconUpgraded represents a Upgraded event raised by the LocalBeacon contract.
type LocalBeaconUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const LocalBeaconUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (LocalBeaconUpgraded) ContractEventName() string {
	return LocalBeaconUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (localBeacon *LocalBeacon) UnpackUpgradedEvent(log *types.Log) (*LocalBeaconUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != localBeacon.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LocalBeaconUpgraded)
	if len(log.Data) > 0 {
		if err := localBeacon.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range localBeacon.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (localBeacon *LocalBeacon) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], localBeacon.abi.Errors["BeaconInvalidImplementation"].ID.Bytes()[:4]) {
		return localBeacon.UnpackBeaconInvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], localBeacon.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return localBeacon.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], localBeacon.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return localBeacon.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// LocalBeaconBeaconInvalidImplementation represents a BeaconInvalidImplementation error raised by the LocalBeacon contract.
type LocalBeaconBeaconInvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BeaconInvalidImplementation(address implementation)
func LocalBeaconBeaconInvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x847ac564dfcbc7a4f3fcf5f667697f798703b4fd8218b3f80c185d8eb4dfecdf")
}

// UnpackBeaconInvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BeaconInvalidImplementation(address implementation)
func (localBeacon *LocalBeacon) UnpackBeaconInvalidImplementationError(raw []byte) (*LocalBeaconBeaconInvalidImplementation, error) {
	out := new(LocalBeaconBeaconInvalidImplementation)
	if err := localBeacon.abi.UnpackIntoInterface(out, "BeaconInvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalBeaconOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the LocalBeacon contract.
type LocalBeaconOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func LocalBeaconOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (localBeacon *LocalBeacon) UnpackOwnableInvalidOwnerError(raw []byte) (*LocalBeaconOwnableInvalidOwner, error) {
	out := new(LocalBeaconOwnableInvalidOwner)
	if err := localBeacon.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalBeaconOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the LocalBeacon contract.
type LocalBeaconOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func LocalBeaconOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (localBeacon *LocalBeacon) UnpackOwnableUnauthorizedAccountError(raw []byte) (*LocalBeaconOwnableUnauthorizedAccount, error) {
	out := new(LocalBeaconOwnableUnauthorizedAccount)
	if err := localBeacon.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyMetaData contains all meta data concerning the LocalProxy contract.
var LocalProxyMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"logic\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"payable\"},{\"type\":\"fallback\",\"stateMutability\":\"payable\"},{\"type\":\"event\",\"name\":\"AdminChanged\",\"inputs\":[{\"name\":\"previousAdmin\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Upgraded\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AddressEmptyCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidAdmin\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967InvalidImplementation\",\"inputs\":[{\"name\":\"implementation\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC1967NonPayable\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ERC1967ProxyUninitialized\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ProxyDeniedAdminAccess\",\"inputs\":[]}]",
	ID:  "LocalProxy",
	Bin: "0x60a0604052610d6d803803806100148161024a565b92833981016060828203126102465761002c8261026f565b906100396020840161026f565b604084015190936001600160401b038211610246570181601f82011215610246578051906001600160401b0382116101fa5761007e601f8301601f191660200161024a565b928284526020838301011161024657815f9260208093018386015e83010152813b15610225577f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0384169081179091557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a280511561020e5761011591610283565b505b604051906105fd8083016001600160401b038111848210176101fa57602092849261075084396001600160a01b031681520301905ff080156101ef5760018060a01b0316806080525f516020610d4d5f395f51905f52547f7e644d79422f17c01e4894b5f4f588d331ebfa28653d42ae832dc59e38c9798f6040805160018060a01b0384168152846020820152a181156101dc576001600160a01b031916175f516020610d4d5f395f51905f5255604051610440908161031082396080518160070152f35b633173bdd160e11b5f525f60045260245ffd5b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b505034156101175763b398979f60e01b5f5260045ffd5b50634c9c8ce360e01b5f9081526001600160a01b0391909116600452602490fd5b5f80fd5b6040519190601f01601f191682016001600160401b038111838210176101fa57604052565b51906001600160a01b038216820361024657565b905f8091602081519101845af480806102fc575b156102b75750506040513d81523d5f602083013e60203d82010160405290565b156102dc57639996b31560e01b5f9081526001600160a01b0391909116600452602490fd5b3d156102ed576040513d5f823e3d90fd5b63d6bda27560e01b5f5260045ffd5b503d1515806102975750813b151561029756fe6080604052337f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16036100bd575f357fffffffff00000000000000000000000000000000000000000000000000000000167f4f1ef28600000000000000000000000000000000000000000000000000000000146100b3577fd2b576ec000000000000000000000000000000000000000000000000000000005f5260045ffd5b6100bb61013e565b005b5f8073ffffffffffffffffffffffffffffffffffffffff7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc5416368280378136915af43d5f803e1561010d573d5ff35b3d5ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b366004116102355760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102355760043573ffffffffffffffffffffffffffffffffffffffff8116809103610235576024359067ffffffffffffffff821161023557366023830112156102355781600401359067ffffffffffffffff821161023957604051917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f8401160116830183811067ffffffffffffffff821117610239576040528083523660248286010111610235576020815f9260246102339701838701378401015261023e565b565b5f80fd5b610111565b90813b1561032d5773ffffffffffffffffffffffffffffffffffffffff8216807fffffffffffffffffffffffff00000000000000000000000000000000000000007f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc5416177f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a28051156102fc576102f99161036f565b50565b50503461030557565b7fb398979f000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff827f4c9c8ce3000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b905f8091602081519101845af48080610414575b15610395575050610392610427565b90565b156103db577f9996b315000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff1660045260245ffd5b3d156103ec576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b503d1515806103835750813b1515610383565b604051903d82523d5f602084013e60203d8301016040525660803460b857601f6105fd38819003918201601f19168301916001600160401b0383118484101760bc5780849260209460405283398101031260b857516001600160a01b0381169081900360b857801560a5575f80546001600160a01b031981168317825560405192916001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a361052c90816100d18239f35b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063715018a6146103c25780638da5cb5b146103725780639623609d146101c9578063ad3cb1cc146101465763f2fde38b14610051575f80fd5b346101435760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101435760043573ffffffffffffffffffffffffffffffffffffffff8116809103610141576100a96104e0565b80156101155773ffffffffffffffffffffffffffffffffffffffff8254827fffffffffffffffffffffffff00000000000000000000000000000000000000008216178455167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08380a380f35b6024827f1e4fbdf700000000000000000000000000000000000000000000000000000000815280600452fd5b505b80fd5b503461014357807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014357506101c560405161018760408261045c565b600581527f352e302e30000000000000000000000000000000000000000000000000000000602082015260405191829160208352602083019061049d565b0390f35b5060607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103415760043573ffffffffffffffffffffffffffffffffffffffff81168091036103415760243573ffffffffffffffffffffffffffffffffffffffff81168091036103415760443567ffffffffffffffff8111610341573660238201121561034157806004013567ffffffffffffffff8111610345576040519161029d601f83017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0166020018461045c565b818352366024838301011161034157815f9260246020930183860137830101526102c56104e0565b823b1561034157610314925f926040518095819482937f4f1ef286000000000000000000000000000000000000000000000000000000008452600484015260406024840152604483019061049d565b039134905af1801561033657610328575080f35b61033491505f9061045c565b005b6040513d5f823e3d90fd5b5f80fd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b34610341575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261034157602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b34610341575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610341576103f86104e0565b5f73ffffffffffffffffffffffffffffffffffffffff81547fffffffffffffffffffffffff000000000000000000000000000000000000000081168355167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a3005b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761034557604052565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff5f5416330361050057565b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffdb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103",
}

// LocalProxy is an auto generated Go binding around an Ethereum contract.
type LocalProxy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *LocalProxy) GetABI() abi.ABI {
	return c.abi
}

// NewLocalProxy creates a new instance of LocalProxy.
func NewLocalProxy() *LocalProxy {
	parsed, err := LocalProxyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &LocalProxy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *LocalProxy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address logic, address owner, bytes data) payable returns()
func (localProxy *LocalProxy) PackConstructor(logic common.Address, owner common.Address, data []byte) []byte {
	enc, err := localProxy.abi.Pack("", logic, owner, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// LocalProxyAdminChanged represents a AdminChanged event raised by the LocalProxy contract.
type LocalProxyAdminChanged struct {
	PreviousAdmin common.Address
	NewAdmin      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const LocalProxyAdminChangedEventName = "AdminChanged"

// ContractEventName returns the user-defined event name.
func (LocalProxyAdminChanged) ContractEventName() string {
	return LocalProxyAdminChangedEventName
}

// UnpackAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AdminChanged(address previousAdmin, address newAdmin)
func (localProxy *LocalProxy) UnpackAdminChangedEvent(log *types.Log) (*LocalProxyAdminChanged, error) {
	event := "AdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != localProxy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LocalProxyAdminChanged)
	if len(log.Data) > 0 {
		if err := localProxy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range localProxy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// LocalProxyUpgraded represents a Upgraded event raised by the LocalProxy contract.
type LocalProxyUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const LocalProxyUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (LocalProxyUpgraded) ContractEventName() string {
	return LocalProxyUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (localProxy *LocalProxy) UnpackUpgradedEvent(log *types.Log) (*LocalProxyUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != localProxy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LocalProxyUpgraded)
	if len(log.Data) > 0 {
		if err := localProxy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range localProxy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (localProxy *LocalProxy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], localProxy.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return localProxy.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], localProxy.abi.Errors["ERC1967InvalidAdmin"].ID.Bytes()[:4]) {
		return localProxy.UnpackERC1967InvalidAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], localProxy.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return localProxy.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], localProxy.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return localProxy.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], localProxy.abi.Errors["ERC1967ProxyUninitialized"].ID.Bytes()[:4]) {
		return localProxy.UnpackERC1967ProxyUninitializedError(raw[4:])
	}
	if bytes.Equal(raw[:4], localProxy.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return localProxy.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], localProxy.abi.Errors["ProxyDeniedAdminAccess"].ID.Bytes()[:4]) {
		return localProxy.UnpackProxyDeniedAdminAccessError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// LocalProxyAddressEmptyCode represents a AddressEmptyCode error raised by the LocalProxy contract.
type LocalProxyAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func LocalProxyAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (localProxy *LocalProxy) UnpackAddressEmptyCodeError(raw []byte) (*LocalProxyAddressEmptyCode, error) {
	out := new(LocalProxyAddressEmptyCode)
	if err := localProxy.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyERC1967InvalidAdmin represents a ERC1967InvalidAdmin error raised by the LocalProxy contract.
type LocalProxyERC1967InvalidAdmin struct {
	Admin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidAdmin(address admin)
func LocalProxyERC1967InvalidAdminErrorID() common.Hash {
	return common.HexToHash("0x62e77ba29fe9122a94e84b52c1153f52dc5bd59527150c583cc2afd92259963f")
}

// UnpackERC1967InvalidAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidAdmin(address admin)
func (localProxy *LocalProxy) UnpackERC1967InvalidAdminError(raw []byte) (*LocalProxyERC1967InvalidAdmin, error) {
	out := new(LocalProxyERC1967InvalidAdmin)
	if err := localProxy.abi.UnpackIntoInterface(out, "ERC1967InvalidAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the LocalProxy contract.
type LocalProxyERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func LocalProxyERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (localProxy *LocalProxy) UnpackERC1967InvalidImplementationError(raw []byte) (*LocalProxyERC1967InvalidImplementation, error) {
	out := new(LocalProxyERC1967InvalidImplementation)
	if err := localProxy.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyERC1967NonPayable represents a ERC1967NonPayable error raised by the LocalProxy contract.
type LocalProxyERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func LocalProxyERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (localProxy *LocalProxy) UnpackERC1967NonPayableError(raw []byte) (*LocalProxyERC1967NonPayable, error) {
	out := new(LocalProxyERC1967NonPayable)
	if err := localProxy.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyERC1967ProxyUninitialized represents a ERC1967ProxyUninitialized error raised by the LocalProxy contract.
type LocalProxyERC1967ProxyUninitialized struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967ProxyUninitialized()
func LocalProxyERC1967ProxyUninitializedErrorID() common.Hash {
	return common.HexToHash("0xc28a273c3fe16468cad2234091c09b146f46a93b2ad4069739c7beddfa5b3529")
}

// UnpackERC1967ProxyUninitializedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967ProxyUninitialized()
func (localProxy *LocalProxy) UnpackERC1967ProxyUninitializedError(raw []byte) (*LocalProxyERC1967ProxyUninitialized, error) {
	out := new(LocalProxyERC1967ProxyUninitialized)
	if err := localProxy.abi.UnpackIntoInterface(out, "ERC1967ProxyUninitialized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyFailedCall represents a FailedCall error raised by the LocalProxy contract.
type LocalProxyFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func LocalProxyFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (localProxy *LocalProxy) UnpackFailedCallError(raw []byte) (*LocalProxyFailedCall, error) {
	out := new(LocalProxyFailedCall)
	if err := localProxy.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LocalProxyProxyDeniedAdminAccess represents a ProxyDeniedAdminAccess error raised by the LocalProxy contract.
type LocalProxyProxyDeniedAdminAccess struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ProxyDeniedAdminAccess()
func LocalProxyProxyDeniedAdminAccessErrorID() common.Hash {
	return common.HexToHash("0xd2b576ece55c2a2cd529989c46cf677bc4504444e955201cfc9e82176ead8c00")
}

// UnpackProxyDeniedAdminAccessError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ProxyDeniedAdminAccess()
func (localProxy *LocalProxy) UnpackProxyDeniedAdminAccessError(raw []byte) (*LocalProxyProxyDeniedAdminAccess, error) {
	out := new(LocalProxyProxyDeniedAdminAccess)
	if err := localProxy.abi.UnpackIntoInterface(out, "ProxyDeniedAdminAccess", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachMetaData contains all meta data concerning the Mach contract.
var MachMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"terms\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"stakeTable_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"MAX_HEADERS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"alert\",\"inputs\":[{\"name\":\"alert_\",\"type\":\"tuple\",\"internalType\":\"structFinalityAlert\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sequence\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"paused\",\"type\":\"bool\",\"internalType\":\"bool\"}]},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"alertSequence\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"certifiedHash\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"head\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isCertified\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isFinal\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isPaused\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"recordAncestors\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"headers\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractINetworkTerms\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"stakeTable\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"submit\",\"inputs\":[{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"submitMany\",\"inputs\":[{\"name\":\"submissions\",\"type\":\"tuple[]\",\"internalType\":\"structSubmission[]\",\"components\":[{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"AncestorsRecorded\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"first\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"last\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"FinalityPaused\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"sequence\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"FinalityRecorded\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"FinalityResumed\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"sequence\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadHeaderCount\",\"inputs\":[{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"most\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BitsBeyondSet\",\"inputs\":[{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BrokenLink\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ConflictingCertificate\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"recorded\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"submitted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InfinityAggregateKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InfinitySignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"LevelTooLow\",\"inputs\":[{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"minimum\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"NoChangeOfState\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"paused\",\"type\":\"bool\",\"internalType\":\"bool\"}]},{\"type\":\"error\",\"name\":\"NoSigners\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotAHeader\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotCertified\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"QuorumNotReached\",\"inputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StaleAlertEpoch\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"least\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"StaleEpoch\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"headEpoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"StaleSequence\",\"inputs\":[{\"name\":\"sequence\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"last\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UnknownEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongSequence\",\"inputs\":[{\"name\":\"sequence\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"paused\",\"type\":\"bool\",\"internalType\":\"bool\"}]},{\"type\":\"error\",\"name\":\"ZeroBlockHash\",\"inputs\":[]}]",
	ID:  "Mach",
	Bin: "0x6101008060405234610103576040816124c38038038091610020828561011a565b833981010312610103576020816100438261003c600495610151565b9201610151565b6001600160a01b03909116608081905260a0919091524660c05260405163f698da2560e01b815292839182905afa90811561010f575f916100d9575b5060e05260405161235d908161016682396080518181816105bf015281816115590152611685015260a0518181816106f201528181610bf901528181610f8701526112b6015260c051816115fa015260e051816116200152f35b90506020813d602011610107575b816100f46020938361011a565b8101031261010357515f61007f565b5f80fd5b3d91506100e7565b6040513d5f823e3d90fd5b601f909101601f19168101906001600160401b0382119082101761013d57604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101035756fe60806040526004361015610011575f80fd5b5f3560e01c806307e3066914610c4c578063241b71bb14610c1d5780635c05034714610bcd5780635d4fb41014610bb157806368328c7014610b7b57806368de58ab14610ade5780638226fba11461064c5780639fd2110314610629578063b6988c32146105e3578063c35789cd14610593578063da1b647c14610177578063f339e3b2146100fc5763fc703077146100a8575f80fd5b346100f85760206100c46100bb36610d0b565b90829392610e3d565b90816100d6575b506040519015158152f35b6100f191505f525f60205260018060405f205460281c161490565b155f6100cb565b5f80fd5b346100f85760206003193601126100f85760606004355f90805f525f60205260405f20549167ffffffffffffffff808460a81c169360681c16918261014f575b5060405192835260208301526040820152f35b90505f52600160205260405f2067ffffffffffffffff83165f5260205260405f20548461013c565b346100f85760606003193601126100f857600435610193610cf4565b60443567ffffffffffffffff81116100f8576101b3903690600401610cc3565b919067ffffffffffffffff821661010081101561058b57805b84158015610582575b6105535750845f52600160205260405f2091815f528260205260405f205491821561052457505f93915b8585101561046b576102168560051b830183610d36565b909167ffffffffffffffff821161043e5760405161025c60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8601160182610dd9565b828152602081019036848601116100f857838583375f602085830101525190209080820361040257505061010381108015610388575b610352576024116100f85760040135936102ac8593610e1a565b9467ffffffffffffffff86165f528460205260405f205480155f146102ef57509060019167ffffffffffffffff87165f528560205260405f20555b0193916101ff565b8181036103005750506001906102e7565b6040517f6059785b000000000000000000000000000000000000000000000000000000008152600481018a905267ffffffffffffffff8816602482015260448101919091526064810191909152608490fd5b67ffffffffffffffff847f69d92991000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b5063f90000a063ff0000ff83357fffffffff00000000000000000000000000000000000000000000000000000000811690600485106103ce575b5060e01c161415610292565b7fffffffff000000000000000000000000000000000000000000000000000000008092508560040360031b1b16168b6103c2565b67ffffffffffffffff867f3667af44000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b868367ffffffffffffffff881667ffffffffffffffff82160167ffffffffffffffff81116104f75767ffffffffffffffff5f1991160167ffffffffffffffff81116104f7576040805167ffffffffffffffff93841681529190921660208201527f8f54eaa7791477b4291ff3147b42c7d7cbd017ea4c12d02526d45acd95badefa91819081015b0390a2005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b867f5e5ce521000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847f0b6e9921000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508085116101d5565b6101006101cc565b346100f8575f6003193601126100f857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100f85760406003193601126100f8576105fc610cf4565b6004355f52600160205267ffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b346100f857602061064261063c36610d0b565b91610e3d565b6040519015158152f35b346100f857600319360160c081126100f8576080136100f85760a43567ffffffffffffffff81116100f857610685903690600401610c95565b9060043591610693836114f6565b918260281c9167ffffffffffffffff8316928367ffffffffffffffff6106b7610d87565b161115610a9d576106c6610dca565b6001806106d1610d87565b161490151503610a52576001806106e6610dca565b151592161414610a18577f00000000000000000000000000000000000000000000000000000000000000009163ffffffff8516926040517f0f10609e00000000000000000000000000000000000000000000000000000000815284600482015260208160248173ffffffffffffffffffffffffffffffffffffffff86165afa8015610a0d575f906109c2575b67ffffffffffffffff9150808281166109b2575b50818860681c1680838316106109aa575b50816107a1610d9e565b9116918291161061096a57506107b56115f7565b936040519160208301957f73948f9cc798cb944b5f1f091dd1743a6143fcf11e2d1af55ead5dab78da41fe875289604085015267ffffffffffffffff6107f9610cf4565b16606085015260443567ffffffffffffffff81168091036100f8576080850152606435908115158092036100f857610892976108839260a087015260a0865261084360c087610dd9565b6084359551902090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b9161088c610d9e565b916116e7565b505067ffffffffffffffff6108a5610d87565b16039067ffffffffffffffff82116104f7576cffffffffffffffff00000000006108d39260281b1690610e30565b815f525f60205260405f20556108e7610dca565b15610941577fa1bcfc5018fe5fcb43a2625287d880fe3710bb998692a7e2c43ff6f79aa216e9610915610d87565b61091d610d9e565b6040805167ffffffffffffffff9384168152929091166020830152819081016104f2565b7f0538735d96d9082f932be82008001868b1b985968760a76e4b38677a5797fada610915610d87565b67ffffffffffffffff61097b610d9e565b7f464a5f30000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b905089610797565b6109bc9150610e1a565b89610786565b506020813d602011610a05575b816109dc60209383610dd9565b810103126100f8575167ffffffffffffffff811681036100f85767ffffffffffffffff90610772565b3d91506109cf565b6040513d5f823e3d90fd5b84610a21610dca565b907f8475e910000000000000000000000000000000000000000000000000000000005f52600452151560245260445ffd5b610a5a610d87565b67ffffffffffffffff610a6b610dca565b917f7f9bdd68000000000000000000000000000000000000000000000000000000005f5216600452151560245260445ffd5b8367ffffffffffffffff610aaf610d87565b7fa2fc8fec000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b346100f85760206003193601126100f85760043567ffffffffffffffff81116100f857610b0f903690600401610cc3565b5f917ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec181360301925b82811015610b79578060051b82013590848212156100f857610b736001928401610b66610120820182610d36565b91610100810135906111b1565b01610b38565b005b346100f85760206003193601126100f8576004355f525f602052602067ffffffffffffffff60405f205460281c16604051908152f35b346100f8575f6003193601126100f85760206040516101008152f35b346100f8575f6003193601126100f857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100f85760206003193601126100f85760206106426004355f525f60205260018060405f205460281c161490565b346100f857600319360161014081126100f857610100136100f8576101243567ffffffffffffffff81116100f857610c8b610b79913690600401610c95565b9061010435610e7c565b9181601f840112156100f85782359167ffffffffffffffff83116100f857602083818601950101116100f857565b9181601f840112156100f85782359167ffffffffffffffff83116100f8576020808501948460051b0101116100f857565b6024359067ffffffffffffffff821682036100f857565b60031960609101126100f8576004359060243567ffffffffffffffff811681036100f8579060443590565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156100f8570180359067ffffffffffffffff82116100f8576020019181360383136100f857565b60443567ffffffffffffffff811681036100f85790565b60243567ffffffffffffffff811681036100f85790565b3567ffffffffffffffff811681036100f85790565b60643580151581036100f85790565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761043e57604052565b67ffffffffffffffff1680156104f7575f190190565b919082018092116104f757565b91908115159283610e4f575b50505090565b909192505f52600160205267ffffffffffffffff60405f2091165f5260205260405f2054145f8080610e49565b60643591821561118957600435936044359167ffffffffffffffff8316938484036100f857865f52600160205260405f20855f5260205260405f205486811461117f57610ec8886114f6565b9360ff8560201c1660e43560ff8116908181036100f85782821061115057505050610f61610ef46115f7565b6101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c16878152610100600460208301372090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b906024359467ffffffffffffffff8616948587036100f857610fab938763ffffffff8a167f00000000000000000000000000000000000000000000000000000000000000006116e7565b5050806110ff5750865f52600160205260405f20855f526020528560405f205567ffffffffffffffff8360681c16801580156110e9575b61101e575b50505050506040907fca4cccd3f5dc06e6bac5606fa80d0b6d3eeb05481671891e4f423cbdfd6f03fc9282519182526020820152a2565b93959294935f918181106110bb5750506100f8577fca4cccd3f5dc06e6bac5606fa80d0b6d3eeb05481671891e4f423cbdfd6f03fc947cffffffffffffffff00000000000000000000000000000000000000000074ffffffffffffffff000000000000000000000000006cffffffffffffffffffffffffff6040978a5f525f602052169360681b169160a81b161717835f20559281925f80610fe7565b7fce85c422000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5067ffffffffffffffff8460a81c168611610fe2565b6040517f6059785b0000000000000000000000000000000000000000000000000000000081526004810189905267ffffffffffffffff86166024820152604481019190915260648101879052608490fd5b507fb523904b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5050505050505050565b7ffa7e1b9b000000000000000000000000000000000000000000000000000000005f5260045ffd5b909291926060820135918215611189578035946111d060408301610db5565b94865f52600160205260405f2067ffffffffffffffff87165f5260205260405f20549185831461117f57611203886114f6565b9460ff8660201c1660e086018160ff61121b83611852565b16106114bc575050906112da929160206112a16112366115f7565b6101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c168781526101008b868301372090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b9601956112ad87610db5565b63ffffffff89167f00000000000000000000000000000000000000000000000000000000000000006116e7565b50508061146b5750845f52600160205260405f2067ffffffffffffffff85165f526020528260405f205567ffffffffffffffff8260681c168015801561144b575b61135f575b5050507fca4cccd3f5dc06e6bac5606fa80d0b6d3eeb05481671891e4f423cbdfd6f03fc9160409167ffffffffffffffff8351921682526020820152a2565b8067ffffffffffffffff61137284610db5565b161061140a5750917fca4cccd3f5dc06e6bac5606fa80d0b6d3eeb05481671891e4f423cbdfd6f03fc93916cffffffffffffffffffffffffff74ffffffffffffffff000000000000000000000000006113cc604096610db5565b60681b167cffffffffffffffff0000000000000000000000000000000000000000008560a81b161791875f525f6020521617835f2055918193611320565b67ffffffffffffffff61141c83610db5565b7fce85c422000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b5067ffffffffffffffff8360a81c1667ffffffffffffffff86161161131b565b6040517f6059785b0000000000000000000000000000000000000000000000000000000081526004810187905267ffffffffffffffff86166024820152604481019190915260648101849052608490fd5b6114c760ff91611852565b7fb523904b000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90815f525f60205260405f205491821561150d5750565b909150604051907f963cf020000000000000000000000000000000000000000000000000000000008252600482015260408160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610a0d575f905f926115a2575b5063ffffffff64ff0000000091169160201b161790565b9150506040813d6040116115ef575b816115be60409383610dd9565b810103126100f85780519063ffffffff821682036100f857602001519060ff821682036100f85763ffffffff61158b565b3d91506115b1565b467f000000000000000000000000000000000000000000000000000000000000000003611642577f000000000000000000000000000000000000000000000000000000000000000090565b6040517ff698da2500000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610a0d575f916116b8575090565b90506020813d6020116116df575b816116d360209383610dd9565b810103126100f8575190565b3d91506116c6565b9296949593919061010085036118265782156117fe5761170693611860565b94916060819792970151604082015117602082015182511717156117d65782849161173093611cd7565b1561177857505081838160011b600382021061174a575050565b7f6a215984000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6117829250611fdb565b6117ae577f5cd5d233000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f421b07b2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fda2a6d83000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fc7af40f0000000000000000000000000000000000000000000000000000000005f5260045ffd5b847f7d1250fe000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3560ff811681036100f85790565b9091605567ffffffffffffffff7dffffffffffffffffffffffffffffffffffffffff000000000000000000009296959616926040519060581b7fff00000000000000000000000000000000000000000000000000000000000000178152836bffffffff00000000000000008660401b161760158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f60358201522060501b167fd694000000000000000000000000000000000000000001000000000000000000811790815f5273ffffffffffffffffffffffffffffffffffffffff60175f20169560405196608060016101008a0180936101808c016040523c6101608801519467ffffffffffffffff86169560801c968615611ca2575050846101000361010081116104f7575f19901c9081198316611c7257828083189214611c35577f55555555555555555555555555555555555555555555555555555555555555558260011c1682037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c0160ff6f010101010101010101010101010101016f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f82828286160260781c169360801c160260781c1601907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff821682036104f757899160011b8710611b6b57611a939293506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b5f9360c8811015611b63575b6101000361010081116104f7575f19901c81169060c81c9281611b2f575b505081611ad3575b505081038181116104f75791565b6001611b2893927fd694000000000000000000000000000000000000000003000000000000000000611b2293175f528773ffffffffffffffffffffffffffffffffffffffff60175f20166121f2565b90610e30565b5f80611ac5565b611b5b929450906001915f528773ffffffffffffffffffffffffffffffffffffffff60175f201661205b565b915f80611abd565b5060c8611a9f565b50505060803688375f9360c8811015611c2d575b6101000361010081116104f7575f19901c81169060c81c9281611bfa575b505081611ba957505091565b5f611bf793927fd694000000000000000000000000000000000000000003000000000000000000611b22931782528773ffffffffffffffffffffffffffffffffffffffff60178420166121f2565b91565b611c25929450905f9182528773ffffffffffffffffffffffffffffffffffffffff601784201661205b565b915f80611b9d565b5060c8611b7f565b92505050611c6d92508593949591506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b918190565b85837f1b395749000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b63ffffffff907fa2645dc4000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0001611fd4576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e61020082018083116104f7576040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b60098410611fac5750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b818310611f8a5750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa1615611f5e575f610300602092600f620668a0fa60015f51141690565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa1694019091879392611f0d565b6020816001929694959651861888528684530192602084604d8960025afa1694019291611e94565b5050505f90565b91905f5b818110611fee57506001925050565b8181116100f857838101358183036020811061204a575b50612043576020810180911115611fdf577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f925050565b5f199060200360031b1b165f612005565b93925f9460405191841e60ff03600181018091116104f7576070810290808204607014901517156104f7579091836081913c836001945b6120cd5750505050156120a157565b7ea48593000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b600181166120e6575b6070929092019160011c80612092565b9593919080156121b15760808401928385116104f757607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa90816121a9575b5094606083015160801c0196909192506120d6565b90505f612194565b60808401928385116104f7576121ed607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b612180565b93925f9460405191841e60ff03600181018091116104f7576070810290808204607014901517156104f7579091836001913c836001945b6122385750505050156120a157565b60018116612251575b6070929092019160011c80612229565b95939190801561231c5760808401928385116104f757607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa9081612314575b5094606083015160801c019690919250612241565b90505f6122ff565b60808401928385116104f757612358607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b6122eb56",
}

// Mach is an auto generated Go binding around an Ethereum contract.
type Mach struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Mach) GetABI() abi.ABI {
	return c.abi
}

// NewMach creates a new instance of Mach.
func NewMach() *Mach {
	parsed, err := MachMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Mach{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Mach) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address terms, address stakeTable_) returns()
func (mach *Mach) PackConstructor(terms common.Address, stakeTable_ common.Address) []byte {
	enc, err := mach.abi.Pack("", terms, stakeTable_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXHEADERS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4fb410.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_HEADERS() view returns(uint256)
func (mach *Mach) PackMAXHEADERS() []byte {
	enc, err := mach.abi.Pack("MAX_HEADERS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXHEADERS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d4fb410.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_HEADERS() view returns(uint256)
func (mach *Mach) TryPackMAXHEADERS() ([]byte, error) {
	return mach.abi.Pack("MAX_HEADERS")
}

// UnpackMAXHEADERS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5d4fb410.
//
// Solidity: function MAX_HEADERS() view returns(uint256)
func (mach *Mach) UnpackMAXHEADERS(data []byte) (*big.Int, error) {
	out, err := mach.abi.Unpack("MAX_HEADERS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAlert is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8226fba1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function alert((bytes32,uint64,uint64,bool) alert_, uint256 signers, bytes signature) returns()
func (mach *Mach) PackAlert(alert FinalityAlert, signers *big.Int, signature []byte) []byte {
	enc, err := mach.abi.Pack("alert", alert, signers, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAlert is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8226fba1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function alert((bytes32,uint64,uint64,bool) alert_, uint256 signers, bytes signature) returns()
func (mach *Mach) TryPackAlert(alert FinalityAlert, signers *big.Int, signature []byte) ([]byte, error) {
	return mach.abi.Pack("alert", alert, signers, signature)
}

// PackAlertSequence is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68328c70.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function alertSequence(bytes32 rollup) view returns(uint64)
func (mach *Mach) PackAlertSequence(rollup [32]byte) []byte {
	enc, err := mach.abi.Pack("alertSequence", rollup)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAlertSequence is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68328c70.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function alertSequence(bytes32 rollup) view returns(uint64)
func (mach *Mach) TryPackAlertSequence(rollup [32]byte) ([]byte, error) {
	return mach.abi.Pack("alertSequence", rollup)
}

// UnpackAlertSequence is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x68328c70.
//
// Solidity: function alertSequence(bytes32 rollup) view returns(uint64)
func (mach *Mach) UnpackAlertSequence(data []byte) (uint64, error) {
	out, err := mach.abi.Unpack("alertSequence", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackCertifiedHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6988c32.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certifiedHash(bytes32 rollup, uint64 number) view returns(bytes32)
func (mach *Mach) PackCertifiedHash(rollup [32]byte, number uint64) []byte {
	enc, err := mach.abi.Pack("certifiedHash", rollup, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertifiedHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6988c32.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certifiedHash(bytes32 rollup, uint64 number) view returns(bytes32)
func (mach *Mach) TryPackCertifiedHash(rollup [32]byte, number uint64) ([]byte, error) {
	return mach.abi.Pack("certifiedHash", rollup, number)
}

// UnpackCertifiedHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb6988c32.
//
// Solidity: function certifiedHash(bytes32 rollup, uint64 number) view returns(bytes32)
func (mach *Mach) UnpackCertifiedHash(data []byte) ([32]byte, error) {
	out, err := mach.abi.Unpack("certifiedHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf339e3b2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function head(bytes32 rollup) view returns(uint64 number, bytes32 blockHash, uint64 epoch)
func (mach *Mach) PackHead(rollup [32]byte) []byte {
	enc, err := mach.abi.Pack("head", rollup)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf339e3b2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function head(bytes32 rollup) view returns(uint64 number, bytes32 blockHash, uint64 epoch)
func (mach *Mach) TryPackHead(rollup [32]byte) ([]byte, error) {
	return mach.abi.Pack("head", rollup)
}

// HeadOutput serves as a container for the return parameters of contract
// method Head.
type HeadOutput struct {
	Number    uint64
	BlockHash [32]byte
	Epoch     uint64
}

// UnpackHead is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf339e3b2.
//
// Solidity: function head(bytes32 rollup) view returns(uint64 number, bytes32 blockHash, uint64 epoch)
func (mach *Mach) UnpackHead(data []byte) (HeadOutput, error) {
	out, err := mach.abi.Unpack("head", data)
	outstruct := new(HeadOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Number = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.BlockHash = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	outstruct.Epoch = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackIsCertified is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fd21103.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isCertified(bytes32 rollup, uint64 number, bytes32 blockHash) view returns(bool)
func (mach *Mach) PackIsCertified(rollup [32]byte, number uint64, blockHash [32]byte) []byte {
	enc, err := mach.abi.Pack("isCertified", rollup, number, blockHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsCertified is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fd21103.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isCertified(bytes32 rollup, uint64 number, bytes32 blockHash) view returns(bool)
func (mach *Mach) TryPackIsCertified(rollup [32]byte, number uint64, blockHash [32]byte) ([]byte, error) {
	return mach.abi.Pack("isCertified", rollup, number, blockHash)
}

// UnpackIsCertified is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9fd21103.
//
// Solidity: function isCertified(bytes32 rollup, uint64 number, bytes32 blockHash) view returns(bool)
func (mach *Mach) UnpackIsCertified(data []byte) (bool, error) {
	out, err := mach.abi.Unpack("isCertified", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc703077.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFinal(bytes32 rollup, uint64 number, bytes32 blockHash) view returns(bool)
func (mach *Mach) PackIsFinal(rollup [32]byte, number uint64, blockHash [32]byte) []byte {
	enc, err := mach.abi.Pack("isFinal", rollup, number, blockHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc703077.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFinal(bytes32 rollup, uint64 number, bytes32 blockHash) view returns(bool)
func (mach *Mach) TryPackIsFinal(rollup [32]byte, number uint64, blockHash [32]byte) ([]byte, error) {
	return mach.abi.Pack("isFinal", rollup, number, blockHash)
}

// UnpackIsFinal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc703077.
//
// Solidity: function isFinal(bytes32 rollup, uint64 number, bytes32 blockHash) view returns(bool)
func (mach *Mach) UnpackIsFinal(data []byte) (bool, error) {
	out, err := mach.abi.Unpack("isFinal", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x241b71bb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isPaused(bytes32 rollup) view returns(bool)
func (mach *Mach) PackIsPaused(rollup [32]byte) []byte {
	enc, err := mach.abi.Pack("isPaused", rollup)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x241b71bb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isPaused(bytes32 rollup) view returns(bool)
func (mach *Mach) TryPackIsPaused(rollup [32]byte) ([]byte, error) {
	return mach.abi.Pack("isPaused", rollup)
}

// UnpackIsPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x241b71bb.
//
// Solidity: function isPaused(bytes32 rollup) view returns(bool)
func (mach *Mach) UnpackIsPaused(data []byte) (bool, error) {
	out, err := mach.abi.Unpack("isPaused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRecordAncestors is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda1b647c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordAncestors(bytes32 rollup, uint64 number, bytes[] headers) returns()
func (mach *Mach) PackRecordAncestors(rollup [32]byte, number uint64, headers [][]byte) []byte {
	enc, err := mach.abi.Pack("recordAncestors", rollup, number, headers)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordAncestors is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda1b647c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordAncestors(bytes32 rollup, uint64 number, bytes[] headers) returns()
func (mach *Mach) TryPackRecordAncestors(rollup [32]byte, number uint64, headers [][]byte) ([]byte, error) {
	return mach.abi.Pack("recordAncestors", rollup, number, headers)
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (mach *Mach) PackRestakedRollups() []byte {
	enc, err := mach.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (mach *Mach) TryPackRestakedRollups() ([]byte, error) {
	return mach.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (mach *Mach) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := mach.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackStakeTable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c050347.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeTable() view returns(address)
func (mach *Mach) PackStakeTable() []byte {
	enc, err := mach.abi.Pack("stakeTable")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeTable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c050347.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeTable() view returns(address)
func (mach *Mach) TryPackStakeTable() ([]byte, error) {
	return mach.abi.Pack("stakeTable")
}

// UnpackStakeTable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c050347.
//
// Solidity: function stakeTable() view returns(address)
func (mach *Mach) UnpackStakeTable(data []byte) (common.Address, error) {
	out, err := mach.abi.Unpack("stakeTable", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSubmit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07e30669.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function submit((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) returns()
func (mach *Mach) PackSubmit(claim FinalityClaim, signers *big.Int, signature []byte) []byte {
	enc, err := mach.abi.Pack("submit", claim, signers, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubmit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07e30669.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function submit((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) returns()
func (mach *Mach) TryPackSubmit(claim FinalityClaim, signers *big.Int, signature []byte) ([]byte, error) {
	return mach.abi.Pack("submit", claim, signers, signature)
}

// PackSubmitMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68de58ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function submitMany(((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8),uint256,bytes)[] submissions) returns()
func (mach *Mach) PackSubmitMany(submissions []Submission) []byte {
	enc, err := mach.abi.Pack("submitMany", submissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubmitMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68de58ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function submitMany(((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8),uint256,bytes)[] submissions) returns()
func (mach *Mach) TryPackSubmitMany(submissions []Submission) ([]byte, error) {
	return mach.abi.Pack("submitMany", submissions)
}

// MachAncestorsRecorded represents a AncestorsRecorded event raised by the Mach contract.
type MachAncestorsRecorded struct {
	Rollup [32]byte
	First  uint64
	Last   uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const MachAncestorsRecordedEventName = "AncestorsRecorded"

// ContractEventName returns the user-defined event name.
func (MachAncestorsRecorded) ContractEventName() string {
	return MachAncestorsRecordedEventName
}

// UnpackAncestorsRecordedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AncestorsRecorded(bytes32 indexed rollup, uint64 first, uint64 last)
func (mach *Mach) UnpackAncestorsRecordedEvent(log *types.Log) (*MachAncestorsRecorded, error) {
	event := "AncestorsRecorded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mach.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MachAncestorsRecorded)
	if len(log.Data) > 0 {
		if err := mach.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mach.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MachFinalityPaused represents a FinalityPaused event raised by the Mach contract.
type MachFinalityPaused struct {
	Rollup   [32]byte
	Sequence uint64
	Epoch    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const MachFinalityPausedEventName = "FinalityPaused"

// ContractEventName returns the user-defined event name.
func (MachFinalityPaused) ContractEventName() string {
	return MachFinalityPausedEventName
}

// UnpackFinalityPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FinalityPaused(bytes32 indexed rollup, uint64 sequence, uint64 epoch)
func (mach *Mach) UnpackFinalityPausedEvent(log *types.Log) (*MachFinalityPaused, error) {
	event := "FinalityPaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mach.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MachFinalityPaused)
	if len(log.Data) > 0 {
		if err := mach.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mach.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MachFinalityRecorded represents a FinalityRecorded event raised by the Mach contract.
type MachFinalityRecorded struct {
	Rollup    [32]byte
	Number    uint64
	BlockHash [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const MachFinalityRecordedEventName = "FinalityRecorded"

// ContractEventName returns the user-defined event name.
func (MachFinalityRecorded) ContractEventName() string {
	return MachFinalityRecordedEventName
}

// UnpackFinalityRecordedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FinalityRecorded(bytes32 indexed rollup, uint64 number, bytes32 blockHash)
func (mach *Mach) UnpackFinalityRecordedEvent(log *types.Log) (*MachFinalityRecorded, error) {
	event := "FinalityRecorded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mach.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MachFinalityRecorded)
	if len(log.Data) > 0 {
		if err := mach.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mach.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MachFinalityResumed represents a FinalityResumed event raised by the Mach contract.
type MachFinalityResumed struct {
	Rollup   [32]byte
	Sequence uint64
	Epoch    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const MachFinalityResumedEventName = "FinalityResumed"

// ContractEventName returns the user-defined event name.
func (MachFinalityResumed) ContractEventName() string {
	return MachFinalityResumedEventName
}

// UnpackFinalityResumedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FinalityResumed(bytes32 indexed rollup, uint64 sequence, uint64 epoch)
func (mach *Mach) UnpackFinalityResumedEvent(log *types.Log) (*MachFinalityResumed, error) {
	event := "FinalityResumed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != mach.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MachFinalityResumed)
	if len(log.Data) > 0 {
		if err := mach.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range mach.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (mach *Mach) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], mach.abi.Errors["BadHeaderCount"].ID.Bytes()[:4]) {
		return mach.UnpackBadHeaderCountError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return mach.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["BadSignatureLength"].ID.Bytes()[:4]) {
		return mach.UnpackBadSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["BitsBeyondSet"].ID.Bytes()[:4]) {
		return mach.UnpackBitsBeyondSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["BrokenLink"].ID.Bytes()[:4]) {
		return mach.UnpackBrokenLinkError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["ConflictingCertificate"].ID.Bytes()[:4]) {
		return mach.UnpackConflictingCertificateError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["InfinityAggregateKey"].ID.Bytes()[:4]) {
		return mach.UnpackInfinityAggregateKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["InfinitySignature"].ID.Bytes()[:4]) {
		return mach.UnpackInfinitySignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["LevelTooLow"].ID.Bytes()[:4]) {
		return mach.UnpackLevelTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["NoChangeOfState"].ID.Bytes()[:4]) {
		return mach.UnpackNoChangeOfStateError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["NoSigners"].ID.Bytes()[:4]) {
		return mach.UnpackNoSignersError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["NotAHeader"].ID.Bytes()[:4]) {
		return mach.UnpackNotAHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["NotCertified"].ID.Bytes()[:4]) {
		return mach.UnpackNotCertifiedError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return mach.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["QuorumNotReached"].ID.Bytes()[:4]) {
		return mach.UnpackQuorumNotReachedError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["StaleAlertEpoch"].ID.Bytes()[:4]) {
		return mach.UnpackStaleAlertEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["StaleEpoch"].ID.Bytes()[:4]) {
		return mach.UnpackStaleEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["StaleSequence"].ID.Bytes()[:4]) {
		return mach.UnpackStaleSequenceError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["UnknownEpoch"].ID.Bytes()[:4]) {
		return mach.UnpackUnknownEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["WrongSequence"].ID.Bytes()[:4]) {
		return mach.UnpackWrongSequenceError(raw[4:])
	}
	if bytes.Equal(raw[:4], mach.abi.Errors["ZeroBlockHash"].ID.Bytes()[:4]) {
		return mach.UnpackZeroBlockHashError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MachBadHeaderCount represents a BadHeaderCount error raised by the Mach contract.
type MachBadHeaderCount struct {
	Count *big.Int
	Most  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadHeaderCount(uint256 count, uint256 most)
func MachBadHeaderCountErrorID() common.Hash {
	return common.HexToHash("0x0b6e9921388045c48fb12603b84a073293142cf64607fe9ca95f2b345e4ca4ee")
}

// UnpackBadHeaderCountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadHeaderCount(uint256 count, uint256 most)
func (mach *Mach) UnpackBadHeaderCountError(raw []byte) (*MachBadHeaderCount, error) {
	out := new(MachBadHeaderCount)
	if err := mach.abi.UnpackIntoInterface(out, "BadHeaderCount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachBadSignature represents a BadSignature error raised by the Mach contract.
type MachBadSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature()
func MachBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x5cd5d2335541c4f2ed05fbe44f397e8b79f8e2333157122d2dab06e378ef7685")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature()
func (mach *Mach) UnpackBadSignatureError(raw []byte) (*MachBadSignature, error) {
	out := new(MachBadSignature)
	if err := mach.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachBadSignatureLength represents a BadSignatureLength error raised by the Mach contract.
type MachBadSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignatureLength(uint256 length)
func MachBadSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0x7d1250fe7d9f7573d54786d97945cacc9d5addab68df166fcbdfcb55aeb2af96")
}

// UnpackBadSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignatureLength(uint256 length)
func (mach *Mach) UnpackBadSignatureLengthError(raw []byte) (*MachBadSignatureLength, error) {
	out := new(MachBadSignatureLength)
	if err := mach.abi.UnpackIntoInterface(out, "BadSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachBitsBeyondSet represents a BitsBeyondSet error raised by the Mach contract.
type MachBitsBeyondSet struct {
	Signers *big.Int
	Count   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func MachBitsBeyondSetErrorID() common.Hash {
	return common.HexToHash("0x1b395749be88ce8deb09e13ab9e79c4d14c4d59d4e2173d45b5de236203e1c29")
}

// UnpackBitsBeyondSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func (mach *Mach) UnpackBitsBeyondSetError(raw []byte) (*MachBitsBeyondSet, error) {
	out := new(MachBitsBeyondSet)
	if err := mach.abi.UnpackIntoInterface(out, "BitsBeyondSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachBrokenLink represents a BrokenLink error raised by the Mach contract.
type MachBrokenLink struct {
	Number uint64
	Wanted [32]byte
	Given  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BrokenLink(uint64 number, bytes32 wanted, bytes32 given)
func MachBrokenLinkErrorID() common.Hash {
	return common.HexToHash("0x3667af441cbbbc24acb96e540a7b274012607dc141e9e2d8a1699ebdc22d5cfe")
}

// UnpackBrokenLinkError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BrokenLink(uint64 number, bytes32 wanted, bytes32 given)
func (mach *Mach) UnpackBrokenLinkError(raw []byte) (*MachBrokenLink, error) {
	out := new(MachBrokenLink)
	if err := mach.abi.UnpackIntoInterface(out, "BrokenLink", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachConflictingCertificate represents a ConflictingCertificate error raised by the Mach contract.
type MachConflictingCertificate struct {
	Rollup    [32]byte
	Number    uint64
	Recorded  [32]byte
	Submitted [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ConflictingCertificate(bytes32 rollup, uint64 number, bytes32 recorded, bytes32 submitted)
func MachConflictingCertificateErrorID() common.Hash {
	return common.HexToHash("0x6059785bcfb00e9147f86020af233587509019e8f2364b0bcec94e6b9b9ebf19")
}

// UnpackConflictingCertificateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ConflictingCertificate(bytes32 rollup, uint64 number, bytes32 recorded, bytes32 submitted)
func (mach *Mach) UnpackConflictingCertificateError(raw []byte) (*MachConflictingCertificate, error) {
	out := new(MachConflictingCertificate)
	if err := mach.abi.UnpackIntoInterface(out, "ConflictingCertificate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachInfinityAggregateKey represents a InfinityAggregateKey error raised by the Mach contract.
type MachInfinityAggregateKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinityAggregateKey()
func MachInfinityAggregateKeyErrorID() common.Hash {
	return common.HexToHash("0xda2a6d83b0ba7e125486ab97d34d2b422f5a6e4264b86df23c1bd3617ef1572e")
}

// UnpackInfinityAggregateKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinityAggregateKey()
func (mach *Mach) UnpackInfinityAggregateKeyError(raw []byte) (*MachInfinityAggregateKey, error) {
	out := new(MachInfinityAggregateKey)
	if err := mach.abi.UnpackIntoInterface(out, "InfinityAggregateKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachInfinitySignature represents a InfinitySignature error raised by the Mach contract.
type MachInfinitySignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinitySignature()
func MachInfinitySignatureErrorID() common.Hash {
	return common.HexToHash("0x421b07b2634075b310a95aeaa63a39b67251413ea7ab259d66e21456961ac327")
}

// UnpackInfinitySignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinitySignature()
func (mach *Mach) UnpackInfinitySignatureError(raw []byte) (*MachInfinitySignature, error) {
	out := new(MachInfinitySignature)
	if err := mach.abi.UnpackIntoInterface(out, "InfinitySignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachLevelTooLow represents a LevelTooLow error raised by the Mach contract.
type MachLevelTooLow struct {
	Level   uint8
	Minimum uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LevelTooLow(uint8 level, uint8 minimum)
func MachLevelTooLowErrorID() common.Hash {
	return common.HexToHash("0xb523904bee5d58fcf861db6620511f9d889f14860e8d97fa4b28238085f0c24f")
}

// UnpackLevelTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LevelTooLow(uint8 level, uint8 minimum)
func (mach *Mach) UnpackLevelTooLowError(raw []byte) (*MachLevelTooLow, error) {
	out := new(MachLevelTooLow)
	if err := mach.abi.UnpackIntoInterface(out, "LevelTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachNoChangeOfState represents a NoChangeOfState error raised by the Mach contract.
type MachNoChangeOfState struct {
	Rollup [32]byte
	Paused bool
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoChangeOfState(bytes32 rollup, bool paused)
func MachNoChangeOfStateErrorID() common.Hash {
	return common.HexToHash("0x8475e910cb69de509757a26bf5da245a0002d6b2805fee0a32273b2030bdb690")
}

// UnpackNoChangeOfStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoChangeOfState(bytes32 rollup, bool paused)
func (mach *Mach) UnpackNoChangeOfStateError(raw []byte) (*MachNoChangeOfState, error) {
	out := new(MachNoChangeOfState)
	if err := mach.abi.UnpackIntoInterface(out, "NoChangeOfState", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachNoSigners represents a NoSigners error raised by the Mach contract.
type MachNoSigners struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSigners()
func MachNoSignersErrorID() common.Hash {
	return common.HexToHash("0xc7af40f04dbbe7f3c132fc897339fea9aa96418b5a8074edabf89ed0e4594ae0")
}

// UnpackNoSignersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSigners()
func (mach *Mach) UnpackNoSignersError(raw []byte) (*MachNoSigners, error) {
	out := new(MachNoSigners)
	if err := mach.abi.UnpackIntoInterface(out, "NoSigners", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachNotAHeader represents a NotAHeader error raised by the Mach contract.
type MachNotAHeader struct {
	Number uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAHeader(uint64 number)
func MachNotAHeaderErrorID() common.Hash {
	return common.HexToHash("0x69d929917f20becf729bbc302be6e3fe9ac9a35816822b0d9d3e3f219b6cc201")
}

// UnpackNotAHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAHeader(uint64 number)
func (mach *Mach) UnpackNotAHeaderError(raw []byte) (*MachNotAHeader, error) {
	out := new(MachNotAHeader)
	if err := mach.abi.UnpackIntoInterface(out, "NotAHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachNotCertified represents a NotCertified error raised by the Mach contract.
type MachNotCertified struct {
	Rollup [32]byte
	Number uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCertified(bytes32 rollup, uint64 number)
func MachNotCertifiedErrorID() common.Hash {
	return common.HexToHash("0x5e5ce5213600933ad943ad8c3d66b45560ca0ab3faef612fd450987fd1a60944")
}

// UnpackNotCertifiedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCertified(bytes32 rollup, uint64 number)
func (mach *Mach) UnpackNotCertifiedError(raw []byte) (*MachNotCertified, error) {
	out := new(MachNotCertified)
	if err := mach.abi.UnpackIntoInterface(out, "NotCertified", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachPrecompileFailed represents a PrecompileFailed error raised by the Mach contract.
type MachPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func MachPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (mach *Mach) UnpackPrecompileFailedError(raw []byte) (*MachPrecompileFailed, error) {
	out := new(MachPrecompileFailed)
	if err := mach.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachQuorumNotReached represents a QuorumNotReached error raised by the Mach contract.
type MachQuorumNotReached struct {
	SignedWeight *big.Int
	TotalWeight  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func MachQuorumNotReachedErrorID() common.Hash {
	return common.HexToHash("0x6a2159843653f10db54c042cb44fca2acd5ab362e9d6b07cb6ba038cc88440ed")
}

// UnpackQuorumNotReachedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func (mach *Mach) UnpackQuorumNotReachedError(raw []byte) (*MachQuorumNotReached, error) {
	out := new(MachQuorumNotReached)
	if err := mach.abi.UnpackIntoInterface(out, "QuorumNotReached", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachStaleAlertEpoch represents a StaleAlertEpoch error raised by the Mach contract.
type MachStaleAlertEpoch struct {
	Epoch uint64
	Least uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StaleAlertEpoch(uint64 epoch, uint64 least)
func MachStaleAlertEpochErrorID() common.Hash {
	return common.HexToHash("0x464a5f30f5731e6d15b3d3cd29f70bc44dcd3e97808f79c56f4392d65674c387")
}

// UnpackStaleAlertEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StaleAlertEpoch(uint64 epoch, uint64 least)
func (mach *Mach) UnpackStaleAlertEpochError(raw []byte) (*MachStaleAlertEpoch, error) {
	out := new(MachStaleAlertEpoch)
	if err := mach.abi.UnpackIntoInterface(out, "StaleAlertEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachStaleEpoch represents a StaleEpoch error raised by the Mach contract.
type MachStaleEpoch struct {
	Epoch     uint64
	HeadEpoch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StaleEpoch(uint64 epoch, uint64 headEpoch)
func MachStaleEpochErrorID() common.Hash {
	return common.HexToHash("0xce85c4225d2813b50103ed0229b2e59cbf35056a7daf864f295bf12a9886a9c5")
}

// UnpackStaleEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StaleEpoch(uint64 epoch, uint64 headEpoch)
func (mach *Mach) UnpackStaleEpochError(raw []byte) (*MachStaleEpoch, error) {
	out := new(MachStaleEpoch)
	if err := mach.abi.UnpackIntoInterface(out, "StaleEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachStaleSequence represents a StaleSequence error raised by the Mach contract.
type MachStaleSequence struct {
	Sequence uint64
	Last     uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StaleSequence(uint64 sequence, uint64 last)
func MachStaleSequenceErrorID() common.Hash {
	return common.HexToHash("0xa2fc8fec33fde029482e1fbd4c0b7822ca8fb44915f25195a790ab72ab1bb7ac")
}

// UnpackStaleSequenceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StaleSequence(uint64 sequence, uint64 last)
func (mach *Mach) UnpackStaleSequenceError(raw []byte) (*MachStaleSequence, error) {
	out := new(MachStaleSequence)
	if err := mach.abi.UnpackIntoInterface(out, "StaleSequence", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachUnknownEpoch represents a UnknownEpoch error raised by the Mach contract.
type MachUnknownEpoch struct {
	SetId uint32
	Epoch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func MachUnknownEpochErrorID() common.Hash {
	return common.HexToHash("0xa2645dc4f7f12b6d53c5ef43dac06f297d0f68c041962eb37861bc738f0d0fa1")
}

// UnpackUnknownEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func (mach *Mach) UnpackUnknownEpochError(raw []byte) (*MachUnknownEpoch, error) {
	out := new(MachUnknownEpoch)
	if err := mach.abi.UnpackIntoInterface(out, "UnknownEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachWrongSequence represents a WrongSequence error raised by the Mach contract.
type MachWrongSequence struct {
	Sequence uint64
	Paused   bool
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSequence(uint64 sequence, bool paused)
func MachWrongSequenceErrorID() common.Hash {
	return common.HexToHash("0x7f9bdd688e23064b465192e2932eea46059f9f4fe227530ead72550c0f171fcc")
}

// UnpackWrongSequenceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSequence(uint64 sequence, bool paused)
func (mach *Mach) UnpackWrongSequenceError(raw []byte) (*MachWrongSequence, error) {
	out := new(MachWrongSequence)
	if err := mach.abi.UnpackIntoInterface(out, "WrongSequence", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MachZeroBlockHash represents a ZeroBlockHash error raised by the Mach contract.
type MachZeroBlockHash struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroBlockHash()
func MachZeroBlockHashErrorID() common.Hash {
	return common.HexToHash("0xfa7e1b9b2cba7003d2a33d444dd1b6a62730903b17e167a713603a59d8a25e60")
}

// UnpackZeroBlockHashError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroBlockHash()
func (mach *Mach) UnpackZeroBlockHashError(raw []byte) (*MachZeroBlockHash, error) {
	out := new(MachZeroBlockHash)
	if err := mach.abi.UnpackIntoInterface(out, "ZeroBlockHash", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarMetaData contains all meta data concerning the OperatorRegistrar contract.
var OperatorRegistrarMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"allocationManager_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"restakedRollups_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"MAX_PEER_ADDRESS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_PEER_ID\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"allocationManager\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIAllocationManager\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"blsKey\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"checkKeys\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"keys\",\"type\":\"tuple\",\"internalType\":\"structKeys\",\"components\":[{\"name\":\"blsKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"blsProof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"consensusKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"consensusProof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"peerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"peerAddress\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deregisterOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetIds\",\"type\":\"uint32[]\",\"internalType\":\"uint32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"isKnown\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorInfo\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"info\",\"type\":\"tuple\",\"internalType\":\"structOperatorInfo\",\"components\":[{\"name\":\"blsKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"consensusKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"consensusAddress\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"peerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"peerAddress\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorOfBlsKey\",\"inputs\":[{\"name\":\"blsKeyHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorOfConsensusKey\",\"inputs\":[{\"name\":\"consensusAddress\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorOfPeer\",\"inputs\":[{\"name\":\"peerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"packedBlsKey\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"a\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"b\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"c\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"operatorSetIds\",\"type\":\"uint32[]\",\"internalType\":\"uint32[]\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"registrationData\",\"inputs\":[{\"name\":\"keys\",\"type\":\"tuple\",\"internalType\":\"structKeys\",\"components\":[{\"name\":\"blsKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"blsProof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"consensusKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"consensusProof\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"peerId\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"peerAddress\",\"type\":\"string\",\"internalType\":\"string\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIRestakedRollups\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"supportsAVS\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"updatePeerAddress\",\"inputs\":[{\"name\":\"peerAddress\",\"type\":\"string\",\"internalType\":\"string\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"OperatorJoined\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorKeysRegistered\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"blsKey\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"consensusKey\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"peerId\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"peerAddress\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorLeft\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PeerAddressUpdated\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"peerAddress\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadConsensusProof\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadLength\",\"inputs\":[{\"name\":\"field\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadProofOfPossession\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BelowMinimumStake\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"weight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"minimum\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"DuplicateBlsKey\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"DuplicateConsensusKey\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"DuplicatePeerId\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"InfinityKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"KeysAlreadyRegistered\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"KeysMissing\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotInSubgroup\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOnCurve\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyAllocationManager\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SetFull\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"capacity\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"UnsupportedAVS\",\"inputs\":[{\"name\":\"avs\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "OperatorRegistrar",
	Bin: "0x60c0346100c457601f612a2c38819003918201601f19168301916001600160401b038311848410176100c85780849260409485528339810103126100c457610052602061004b836100dc565b92016100dc565b6001600160a01b039182166080521660a05260405161293b90816100f18239608051818181610136015281816101c8015281816103900152818161049101526113da015260a051818181610201015281816102c001528181610307015281816110e0015281816111af0152611d850152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036100c45756fe6080806040526004361015610012575f80fd5b5f3560e01c9081630f069bf3146116525750806311d21def146114a057806318bb0ab514611457578063303ca9561461138b5780633b92faf81461133157806343fe5de21461131657806345772322146112d55780634e6b1b6e146112b957806350c246d61461121b5780636e09999e146111d6578063b526578714611185578063b8df78b414611152578063bc7b79ee14611104578063c35789cd146110c1578063c63fd5021461015a578063ca8aa7c7146101175763eb0ff926146100d7575f80fd5b346101135760206003193601126101135761010f6100fb6100f661185a565b612428565b604051918291602083526020830190611807565b0390f35b5f80fd5b34610113575f6003193601126101135760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101135760806003193601126101135761017361185a565b61017b611870565b9060443567ffffffffffffffff81116101135761019c903690600401611886565b9260643567ffffffffffffffff8111610113576101bd90369060040161182c565b916001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611099576001600160a01b03166001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016810361106e57506001600160a01b0384165f525f6020526001600160a01b03600560405f20015416159180155f14610ac7575050610a92579190915b5f6040925b80821061026b57005b61027e61027983838661227d565b61228d565b948451947fd2c0b42600000000000000000000000000000000000000000000000000000000865263ffffffff871660048701525f866024816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa958615610a88575f966108c6575b508051956102fd87611927565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016875263ffffffff8816602088015281517fb2447af7000000000000000000000000000000000000000000000000000000008152610380600482018963ffffffff602080926001600160a01b038151168552015116910152565b6020816044816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610856575f91610895575b5061ffff606083015116809111610860575081516103de8382611943565b60018152601f1983013660208301376001600160a01b0384166104008261254d565b52815183517f2bab2c4a00000000000000000000000000000000000000000000000000000000815289516001600160a01b0316600482015260209099015163ffffffff1660248a01525f90899081906104799060a0604484015261046760a48401876128ff565b906003198483030160648501526128ff565b63ffffffff4316608483015203816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa978815610856575f98610707575b505196601f196104e86104d38a612518565b996104e086519b8c611943565b808b52612518565b013660208a01375f945b885186101561062957610505868361255a565b51966020840151985f965f975b8b518910156105d257610525898c61255a565b51898d6fffffffffffffffffffffffffffffffff83116105ba575b6fffffffffffffffffffffffffffffffff9161055b9161255a565b51169081810291818304149015171561058d57670de0b6b3a76400009004810180911161058d57600190980197610512565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6fffffffffffffffffffffffffffffffff9250610540565b91969c949950949950600192979196506effffffffffffffffffffffffffffff8111610613575b610603828c61255a565b52019498929691939590986104f2565b506effffffffffffffffffffffffffffff6105f9565b97905061063b9192989395945061254d565b5190811580156106e9575b61069b575050506001906001600160a01b03831663ffffffff61066d61027984898961227d565b167f1bbbb9efdf4c6472e157b8b2f0aaa858331e4415e4ed27f23dca3feb61e212075f80a301909392610262565b6fffffffffffffffffffffffffffffffff8863ffffffff92015116927fb1a77997000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b506fffffffffffffffffffffffffffffffff88820151168210610646565b9097503d805f833e6107198183611943565b60208282810103126101135781519067ffffffffffffffff821161011357808301601f83850101121561011357818301519061075482612518565b9361076187519586611943565b828552602085019180820160208560051b87850101011161011357602085830101925b60208560051b878501010184106107a25750505050505096896104c1565b839e9d9b99979c989e5167ffffffffffffffff811161011357828401603f8289870101011215610113578f602082898701010151906107e082612518565b926107ed82519485611943565b828452602084019187870160408c8a018401600587901b01011161011357818b89010101915b6040888c018301600586901b0101831061084657505050908252509c9d9a9c979b989a9698969760209384019301610784565b8251815260209283019201610813565b83513d5f823e3d90fd5b63ffffffff897fb3e7a8e3000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90506020813d82116108be575b816108af60209383611943565b810103126101135751896103c0565b3d91506108a2565b9095503d805f833e6108d88183611943565b8101906020818303126101135780519067ffffffffffffffff82116101135701608081830312610113578651916080830183811067ffffffffffffffff821117610a5b578852815167ffffffffffffffff811161011357820181601f8201121561011357805161094781612518565b916109548b519384611943565b81835260208084019260051b8201019084821161011357602001915b818310610a2f575050508352602082015167ffffffffffffffff81116101135782019080601f830112156101135781516109a981612518565b926109b68b519485611943565b81845260208085019260051b82010192831161011357602001905b828210610a0b5750505060208301526060906109ee888201612530565b88840152015161ffff8116810361011357606082015294876102f0565b60208091610a1e849e9d9e9b999b612530565b8152019101909a999a9795976109d1565b829c9b9c999799516001600160a01b03811681036101135781529a9b9a96989660209283019201610970565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b50513d5f823e3d90fd5b6001600160a01b03827f53da027d000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9091156110395760e081108015611016575b610fb15750610aeb6020820184611ae7565b6001600160a01b0383165f525f60205260405f2090610b1a610b136020830160208401611a50565b3691611aa1565b90610b2e610b136060830160208401611a50565b926030830151607084015160801c7fffffffffffffffffffffffffffffffff00000000000000000000000000000000605086015116176080850151906020870192835192604089015192604051926060840184811067ffffffffffffffff821117610a5b576040528352602083015260408201525f5b60038110610f9d57505060405191610bbb83611927565b825260208201525f5b60028110610f865750506001600160a01b0380918651902016167fffffffffffffffffffffffff0000000000000000000000000000000000000000600583015416176005820155610c1b60a0830160208401611a50565b600683019167ffffffffffffffff8211610a5b57610c4382610c3d85546119a1565b856119f2565b5f90601f8311600114610f2257610c7092915f9183610f17575b50505f198260011b9260031b1c19161790565b90555b610c8360c0830160208401611a50565b9067ffffffffffffffff8211610a5b57610cad82610ca460078601546119a1565b600786016119f2565b5f90601f8311600114610e7157610e26946001600160a01b0360057ff7c9f4943c01a10702f025ad41ed83c98e9c5ecc5d09c76dc7d4cdda0f25cbc69896610d1487610e5b98610e3498610e42985f92610e665750505f198260011b9260031b1c19161790565b60078201555b875160208901205f5260016020528c8360405f2091167fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790550154165f52600260205260405f206001600160a01b038b167fffffffffffffffffffffffff0000000000000000000000000000000000000000825416179055610da9610b1360a0830160208401611a50565b602081519101205f52600360205260405f206001600160a01b038b167fffffffffffffffffffffffff0000000000000000000000000000000000000000825416179055610e0f610dff60a0830160208401611a50565b919092602060c082019101611a50565b94909960405198899860808a5260808a0190611807565b9088820360208a0152611807565b918683036040880152611907565b9083820360608501526001600160a01b03891696611907565b0390a291909161025d565b013590505f80610c5d565b600784015f5260205f20915f5b601f1985168110610eff5750946001600160a01b0360057ff7c9f4943c01a10702f025ad41ed83c98e9c5ecc5d09c76dc7d4cdda0f25cbc69896600187610e3497610e4297610e269c83601f19610e5b9d1610610ee6575b505050811b016007820155610d1a565b5f1960f88560031b161c199101351690555f8080610ed6565b90926020600181928686013581550194019101610e7e565b013590508b80610c5d565b601f19831691845f5260205f20925f5b818110610f6e5750908460019594939210610f55575b505050811b019055610c73565b5f1960f88560031b161c199101351690558a8080610f48565b91936020600181928787013581550195019201610f32565b600190602083519301926003828701015501610bc4565b600190602083519301928188015501610ba4565b608490604051907f9409d09400000000000000000000000000000000000000000000000000000000825260406004830152600460448301527f646174610000000000000000000000000000000000000000000000000000000060648301526024820152fd5b506020823581831061102a575b1415610ad9565b5f1983830360031b1b16611023565b6001600160a01b03847f1c1bc8e6000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b7fad554487000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f23d871a5000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610113575f6003193601126101135760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610113576020600319360112610113576001600160a01b0361112561185a565b165f525f602052606060405f20805490600260018201549101549060405192835260208301526040820152f35b34610113576020600319360112610113576004355f52600160205260206001600160a01b0360405f205416604051908152f35b346101135760206003193601126101135760206111a061185a565b604051906001600160a01b03807f0000000000000000000000000000000000000000000000000000000000000000169116148152f35b34610113576020600319360112610113576001600160a01b036111f761185a565b165f525f60205260206001600160a01b03600560405f200154161515604051908152f35b346101135760206003193601126101135761010f61123f61123a61185a565b61233e565b6040519182916020835260806112a561127d611267845160a0602089015260c0880190611807565b6020850151601f19888303016040890152611807565b6001600160a01b0360408501511660608701526060840151601f198783030184880152611807565b910151601f198483030160a0850152611807565b34610113575f6003193601126101135760206040516101008152f35b34610113576020600319360112610113576001600160a01b036112f661185a565b165f52600260205260206001600160a01b0360405f205416604051908152f35b34610113575f60031936011261011357602060405160408152f35b346101135760206003193601126101135760043567ffffffffffffffff811161011357610b1361136591369060040161182c565b602081519101205f52600360205260206001600160a01b0360405f205416604051908152f35b34610113576060600319360112610113576113a461185a565b6113ac611870565b5060443567ffffffffffffffff8111610113576113cd903690600401611886565b6001600160a01b039291927f000000000000000000000000000000000000000000000000000000000000000016330361109957906001600160a01b03165f5b82811061141557005b808263ffffffff61142c610279600195888a61227d565b167f97baa8916c1ed61d5a3ccc4c9db94fa8e25ab910237e713b232d07bcc0c3406f5f80a30161140c565b346101135760406003193601126101135761147061185a565b6024359067ffffffffffffffff82116101135760c060031983360301126101135761149e9160040190611ae7565b005b346101135760206003193601126101135760043567ffffffffffffffff8111610113576114d190369060040161182c565b335f525f60205260405f206001600160a01b036005820154161561162657600790611503836114fe611966565b6124ba565b019167ffffffffffffffff8211610a5b5761152282610c3d85546119a1565b5f92601f831160011461159e579061158e9161157584807fb2512605015fad368c6c90eb1ca95d07ab579e445a620e9413423f033c4393b696975f91611593575b505f198260011b9260031b1c19161790565b90555b6040519182916020835233956020840191611907565b0390a2005b905084013588611563565b601f198316815f5260205f20905f5b81811061160e57509084957fb2512605015fad368c6c90eb1ca95d07ab579e445a620e9413423f033c4393b69561158e959493106115f5575b5050600185811b019055611578565b5f1960f88860031b161c199084013516905585806115e6565b848701358355602096870196600190930192016115ad565b7f169f5006000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34610113576020600319360112610113576004359067ffffffffffffffff8211610113578160040160c0600319843603011261011357816117f961010f946117c96100fb9460208086015260a46117c161178461174761170a6116cd8a604060c06116bd8a806118b7565b92909301526101008d0191611907565b6116da60248a01886118b7565b8c83037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc00160608e015290611907565b61171760448901876118b7565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08c84030160808d0152611907565b61175460648801866118b7565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08b84030160a08c0152611907565b61179160848701856118b7565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08a84030160c08b0152611907565b9301906118b7565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08584030160e0860152611907565b03601f198101835282611943565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b9181601f840112156101135782359167ffffffffffffffff8311610113576020838186019501011161011357565b600435906001600160a01b038216820361011357565b602435906001600160a01b038216820361011357565b9181601f840112156101135782359167ffffffffffffffff8311610113576020808501948460051b01011161011357565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18236030181121561011357016020813591019167ffffffffffffffff821161011357813603831361011357565b601f8260209493601f1993818652868601375f8582860101520116010190565b6040810190811067ffffffffffffffff821117610a5b57604052565b90601f601f19910116810190811067ffffffffffffffff821117610a5b57604052565b60405190611975604083611943565b600b82527f70656572416464726573730000000000000000000000000000000000000000006020830152565b90600182811c921680156119e8575b60208310146119bb57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f16916119b0565b919091601f8311611a03575b505050565b818311611a0f57505050565b5f5260205f206020601f830160051c9210611a48575b81601f9101920160051c03905f5b828110156119fe575f82820155600101611a33565b5f9150611a25565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610113570180359067ffffffffffffffff82116101135760200191813603831361011357565b92919267ffffffffffffffff8211610a5b5760405191611acb601f8201601f191660200184611943565b829481845281830111610113578281602093845f960137010152565b90611af28180611a50565b919050604091825190611b058483611943565b600682527f626c734b657900000000000000000000000000000000000000000000000000006020830152608081108015612273575b6122375750506020810190611b4f8282611a50565b84519150611b5d8583611943565b600882527f626c7350726f6f6600000000000000000000000000000000000000000000000060208301526101008110801561222c575b6121f057505082810193611ba78583611a50565b85519150611bb58683611943565b600c82527f636f6e73656e7375734b65790000000000000000000000000000000000000000602083015285811080156121e7575b6121ab5750506060820190611bfe8284611a50565b86519150611c0c8783611943565b600e82527f636f6e73656e73757350726f6f6600000000000000000000000000000000000060208301526041811080156121a1575b6121655750506080830195611c568785611a50565b87519150611c648883611943565b600682527f7065657249640000000000000000000000000000000000000000000000000000602083015260018110801561215c575b612116575050611cb9611caf60a0860186611a50565b90506114fe611966565b6001600160a01b03611ce2610b13611cd4610b138880611a50565b602081519101209387611a50565b602081519101201696815f5260016020526001600160a01b03875f205416806120eb5750875f5260026020526001600160a01b03875f205416806120c05750610b13611d2e9186611a50565b602081519101205f5260036020526001600160a01b03865f2054168061209557508551917ff698da250000000000000000000000000000000000000000000000000000000083526020836004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa91821561208b575f92612056575b604293508751906001600160a01b0360208301937f43fb542b67c6caee9d9fa47186eca75d77cd7aa2c4e5561cae703486fe6868d985521689830152606082015288608082015260808152611e0b60a082611943565b5190208651917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522092611e55611e4d8480611a50565b509184611a50565b90608087519381850189528437606083015187840151176020840151845117171561202e57608087518185825e81368183013761010081600b61c350fa1561200657608087518185825e60018282015260a081600c61c350fa15611fde57611ebd928661256e565b15611fb657611ecb91611a50565b808492941015611f89578184013560f81c90601b8210611f77575b806020116101135784359211610113576020611f0494013592612872565b506004811015611f4a57611f22576001600160a01b031603611f2257565b7f056f7f63000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b90601b0160ff811161058d5790611ee6565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f03f280b2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f09463a59000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f61586bdd000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f8a61ab61000000000000000000000000000000000000000000000000000000005f5260045ffd5b91506020833d602011612083575b8161207160209383611943565b81010312610113576042925191611db5565b3d9150612064565b87513d5f823e3d90fd5b7f72d79fb5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f82697614000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fe00a535b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b879061215282519384937f9409d09400000000000000000000000000000000000000000000000000000000855260048501526044840190611807565b9060248301520390fd5b50878111611c99565b869061215282519384937f9409d09400000000000000000000000000000000000000000000000000000000855260048501526044840190611807565b5060418111611c41565b859061215282519384937f9409d09400000000000000000000000000000000000000000000000000000000855260048501526044840190611807565b50858111611be9565b849061215282519384937f9409d09400000000000000000000000000000000000000000000000000000000855260048501526044840190611807565b506101008111611b93565b839061215282519384937f9409d09400000000000000000000000000000000000000000000000000000000855260048501526044840190611807565b5060808111611b3a565b9190811015611f895760051b0190565b3563ffffffff811681036101135790565b5f92918154916122ad836119a1565b808352926001811690811561230257506001146122c957505050565b5f9081526020812093945091925b8383106122e8575060209250010190565b6001816020929493945483858701015201910191906122d7565b905060209495507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091509291921683830152151560051b010190565b906040519160a0830183811067ffffffffffffffff821117610a5b5760405260608352606060208401525f604084015260608084015260606080840152826001600160a01b0382165f525f60205260405f20916001600160a01b0360058401541691821561242157509161241a916123b7600794612428565b8652600382015460048301546040519160208301526040820152604081526123e0606082611943565b60208701526040860152604051612405816123fe816006860161229e565b0382611943565b60608601526123fe604051809481930161229e565b6080830152565b9450505050565b6001600160a01b03165f525f60205260405f2080549060026001820154910154908181841717156124b2577fffffffffffffffffffffffffffffffff0000000000000000000000000000000090604051935f6020860152603085015281811660508501525f606085015260801b1660708301526080820152608081526124af60a082611943565b90565b505050606090565b9060018110801561250d575b6124ce575050565b61215292506040519283927f9409d094000000000000000000000000000000000000000000000000000000008452604060048501526044840190611807565b5061010081116124c6565b67ffffffffffffffff8111610a5b5760051b60200190565b51906fffffffffffffffffffffffffffffffff8216820361011357565b805115611f895760200190565b8051821015611f895760209160051b010190565b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff000161286b576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e610200820180831161058d576040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b600984106128435750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b8183106128215750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa16156127f5575f610300602092600f620668a0fa60015f51141690565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa16940190918793926127a4565b6020816001929694959651861888528684530192602084604d8960025afa169401929161272b565b5050505f90565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116128f4579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156128e9575f516001600160a01b038116156128df57905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f9160039190565b90602080835192838152019201905f5b81811061291c5750505090565b82516001600160a01b031684526020938401939092019160010161290f56",
}

// OperatorRegistrar is an auto generated Go binding around an Ethereum contract.
type OperatorRegistrar struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *OperatorRegistrar) GetABI() abi.ABI {
	return c.abi
}

// NewOperatorRegistrar creates a new instance of OperatorRegistrar.
func NewOperatorRegistrar() *OperatorRegistrar {
	parsed, err := OperatorRegistrarMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &OperatorRegistrar{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *OperatorRegistrar) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address allocationManager_, address restakedRollups_) returns()
func (operatorRegistrar *OperatorRegistrar) PackConstructor(allocationManager_ common.Address, restakedRollups_ common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("", allocationManager_, restakedRollups_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXPEERADDRESS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e6b1b6e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_PEER_ADDRESS() view returns(uint256)
func (operatorRegistrar *OperatorRegistrar) PackMAXPEERADDRESS() []byte {
	enc, err := operatorRegistrar.abi.Pack("MAX_PEER_ADDRESS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXPEERADDRESS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e6b1b6e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_PEER_ADDRESS() view returns(uint256)
func (operatorRegistrar *OperatorRegistrar) TryPackMAXPEERADDRESS() ([]byte, error) {
	return operatorRegistrar.abi.Pack("MAX_PEER_ADDRESS")
}

// UnpackMAXPEERADDRESS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4e6b1b6e.
//
// Solidity: function MAX_PEER_ADDRESS() view returns(uint256)
func (operatorRegistrar *OperatorRegistrar) UnpackMAXPEERADDRESS(data []byte) (*big.Int, error) {
	out, err := operatorRegistrar.abi.Unpack("MAX_PEER_ADDRESS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXPEERID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x43fe5de2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_PEER_ID() view returns(uint256)
func (operatorRegistrar *OperatorRegistrar) PackMAXPEERID() []byte {
	enc, err := operatorRegistrar.abi.Pack("MAX_PEER_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXPEERID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x43fe5de2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_PEER_ID() view returns(uint256)
func (operatorRegistrar *OperatorRegistrar) TryPackMAXPEERID() ([]byte, error) {
	return operatorRegistrar.abi.Pack("MAX_PEER_ID")
}

// UnpackMAXPEERID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x43fe5de2.
//
// Solidity: function MAX_PEER_ID() view returns(uint256)
func (operatorRegistrar *OperatorRegistrar) UnpackMAXPEERID(data []byte) (*big.Int, error) {
	out, err := operatorRegistrar.abi.Unpack("MAX_PEER_ID", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allocationManager() view returns(address)
func (operatorRegistrar *OperatorRegistrar) PackAllocationManager() []byte {
	enc, err := operatorRegistrar.abi.Pack("allocationManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allocationManager() view returns(address)
func (operatorRegistrar *OperatorRegistrar) TryPackAllocationManager() ([]byte, error) {
	return operatorRegistrar.abi.Pack("allocationManager")
}

// UnpackAllocationManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca8aa7c7.
//
// Solidity: function allocationManager() view returns(address)
func (operatorRegistrar *OperatorRegistrar) UnpackAllocationManager(data []byte) (common.Address, error) {
	out, err := operatorRegistrar.abi.Unpack("allocationManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBlsKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb0ff926.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function blsKey(address operator) view returns(bytes key)
func (operatorRegistrar *OperatorRegistrar) PackBlsKey(operator common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("blsKey", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBlsKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb0ff926.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function blsKey(address operator) view returns(bytes key)
func (operatorRegistrar *OperatorRegistrar) TryPackBlsKey(operator common.Address) ([]byte, error) {
	return operatorRegistrar.abi.Pack("blsKey", operator)
}

// UnpackBlsKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xeb0ff926.
//
// Solidity: function blsKey(address operator) view returns(bytes key)
func (operatorRegistrar *OperatorRegistrar) UnpackBlsKey(data []byte) ([]byte, error) {
	out, err := operatorRegistrar.abi.Unpack("blsKey", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackCheckKeys is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18bb0ab5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function checkKeys(address operator, (bytes,bytes,bytes,bytes,bytes,string) keys) view returns()
func (operatorRegistrar *OperatorRegistrar) PackCheckKeys(operator common.Address, keys Keys) []byte {
	enc, err := operatorRegistrar.abi.Pack("checkKeys", operator, keys)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCheckKeys is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18bb0ab5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function checkKeys(address operator, (bytes,bytes,bytes,bytes,bytes,string) keys) view returns()
func (operatorRegistrar *OperatorRegistrar) TryPackCheckKeys(operator common.Address, keys Keys) ([]byte, error) {
	return operatorRegistrar.abi.Pack("checkKeys", operator, keys)
}

// PackDeregisterOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x303ca956.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deregisterOperator(address operator, address , uint32[] operatorSetIds) returns()
func (operatorRegistrar *OperatorRegistrar) PackDeregisterOperator(operator common.Address, arg1 common.Address, operatorSetIds []uint32) []byte {
	enc, err := operatorRegistrar.abi.Pack("deregisterOperator", operator, arg1, operatorSetIds)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeregisterOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x303ca956.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deregisterOperator(address operator, address , uint32[] operatorSetIds) returns()
func (operatorRegistrar *OperatorRegistrar) TryPackDeregisterOperator(operator common.Address, arg1 common.Address, operatorSetIds []uint32) ([]byte, error) {
	return operatorRegistrar.abi.Pack("deregisterOperator", operator, arg1, operatorSetIds)
}

// PackIsKnown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e09999e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isKnown(address operator) view returns(bool)
func (operatorRegistrar *OperatorRegistrar) PackIsKnown(operator common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("isKnown", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsKnown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6e09999e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isKnown(address operator) view returns(bool)
func (operatorRegistrar *OperatorRegistrar) TryPackIsKnown(operator common.Address) ([]byte, error) {
	return operatorRegistrar.abi.Pack("isKnown", operator)
}

// UnpackIsKnown is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6e09999e.
//
// Solidity: function isKnown(address operator) view returns(bool)
func (operatorRegistrar *OperatorRegistrar) UnpackIsKnown(data []byte) (bool, error) {
	out, err := operatorRegistrar.abi.Unpack("isKnown", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOperatorInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50c246d6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorInfo(address operator) view returns((bytes,bytes,address,bytes,string) info)
func (operatorRegistrar *OperatorRegistrar) PackOperatorInfo(operator common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("operatorInfo", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50c246d6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorInfo(address operator) view returns((bytes,bytes,address,bytes,string) info)
func (operatorRegistrar *OperatorRegistrar) TryPackOperatorInfo(operator common.Address) ([]byte, error) {
	return operatorRegistrar.abi.Pack("operatorInfo", operator)
}

// UnpackOperatorInfo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x50c246d6.
//
// Solidity: function operatorInfo(address operator) view returns((bytes,bytes,address,bytes,string) info)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorInfo(data []byte) (OperatorInfo, error) {
	out, err := operatorRegistrar.abi.Unpack("operatorInfo", data)
	if err != nil {
		return *new(OperatorInfo), err
	}
	out0 := *abi.ConvertType(out[0], new(OperatorInfo)).(*OperatorInfo)
	return out0, nil
}

// PackOperatorOfBlsKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8df78b4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorOfBlsKey(bytes32 blsKeyHash) view returns(address)
func (operatorRegistrar *OperatorRegistrar) PackOperatorOfBlsKey(blsKeyHash [32]byte) []byte {
	enc, err := operatorRegistrar.abi.Pack("operatorOfBlsKey", blsKeyHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorOfBlsKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8df78b4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorOfBlsKey(bytes32 blsKeyHash) view returns(address)
func (operatorRegistrar *OperatorRegistrar) TryPackOperatorOfBlsKey(blsKeyHash [32]byte) ([]byte, error) {
	return operatorRegistrar.abi.Pack("operatorOfBlsKey", blsKeyHash)
}

// UnpackOperatorOfBlsKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb8df78b4.
//
// Solidity: function operatorOfBlsKey(bytes32 blsKeyHash) view returns(address)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorOfBlsKey(data []byte) (common.Address, error) {
	out, err := operatorRegistrar.abi.Unpack("operatorOfBlsKey", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOperatorOfConsensusKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45772322.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorOfConsensusKey(address consensusAddress) view returns(address)
func (operatorRegistrar *OperatorRegistrar) PackOperatorOfConsensusKey(consensusAddress common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("operatorOfConsensusKey", consensusAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorOfConsensusKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45772322.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorOfConsensusKey(address consensusAddress) view returns(address)
func (operatorRegistrar *OperatorRegistrar) TryPackOperatorOfConsensusKey(consensusAddress common.Address) ([]byte, error) {
	return operatorRegistrar.abi.Pack("operatorOfConsensusKey", consensusAddress)
}

// UnpackOperatorOfConsensusKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x45772322.
//
// Solidity: function operatorOfConsensusKey(address consensusAddress) view returns(address)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorOfConsensusKey(data []byte) (common.Address, error) {
	out, err := operatorRegistrar.abi.Unpack("operatorOfConsensusKey", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOperatorOfPeer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3b92faf8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorOfPeer(bytes peerId) view returns(address)
func (operatorRegistrar *OperatorRegistrar) PackOperatorOfPeer(peerId []byte) []byte {
	enc, err := operatorRegistrar.abi.Pack("operatorOfPeer", peerId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorOfPeer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3b92faf8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorOfPeer(bytes peerId) view returns(address)
func (operatorRegistrar *OperatorRegistrar) TryPackOperatorOfPeer(peerId []byte) ([]byte, error) {
	return operatorRegistrar.abi.Pack("operatorOfPeer", peerId)
}

// UnpackOperatorOfPeer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3b92faf8.
//
// Solidity: function operatorOfPeer(bytes peerId) view returns(address)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorOfPeer(data []byte) (common.Address, error) {
	out, err := operatorRegistrar.abi.Unpack("operatorOfPeer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPackedBlsKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc7b79ee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function packedBlsKey(address operator) view returns(bytes32 a, bytes32 b, bytes32 c)
func (operatorRegistrar *OperatorRegistrar) PackPackedBlsKey(operator common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("packedBlsKey", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPackedBlsKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc7b79ee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function packedBlsKey(address operator) view returns(bytes32 a, bytes32 b, bytes32 c)
func (operatorRegistrar *OperatorRegistrar) TryPackPackedBlsKey(operator common.Address) ([]byte, error) {
	return operatorRegistrar.abi.Pack("packedBlsKey", operator)
}

// PackedBlsKeyOutput serves as a container for the return parameters of contract
// method PackedBlsKey.
type PackedBlsKeyOutput struct {
	A [32]byte
	B [32]byte
	C [32]byte
}

// UnpackPackedBlsKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbc7b79ee.
//
// Solidity: function packedBlsKey(address operator) view returns(bytes32 a, bytes32 b, bytes32 c)
func (operatorRegistrar *OperatorRegistrar) UnpackPackedBlsKey(data []byte) (PackedBlsKeyOutput, error) {
	out, err := operatorRegistrar.abi.Unpack("packedBlsKey", data)
	outstruct := new(PackedBlsKeyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.A = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.B = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	outstruct.C = *abi.ConvertType(out[2], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackRegisterOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc63fd502.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerOperator(address operator, address avs, uint32[] operatorSetIds, bytes data) returns()
func (operatorRegistrar *OperatorRegistrar) PackRegisterOperator(operator common.Address, avs common.Address, operatorSetIds []uint32, data []byte) []byte {
	enc, err := operatorRegistrar.abi.Pack("registerOperator", operator, avs, operatorSetIds, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc63fd502.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerOperator(address operator, address avs, uint32[] operatorSetIds, bytes data) returns()
func (operatorRegistrar *OperatorRegistrar) TryPackRegisterOperator(operator common.Address, avs common.Address, operatorSetIds []uint32, data []byte) ([]byte, error) {
	return operatorRegistrar.abi.Pack("registerOperator", operator, avs, operatorSetIds, data)
}

// PackRegistrationData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f069bf3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registrationData((bytes,bytes,bytes,bytes,bytes,string) keys) pure returns(bytes)
func (operatorRegistrar *OperatorRegistrar) PackRegistrationData(keys Keys) []byte {
	enc, err := operatorRegistrar.abi.Pack("registrationData", keys)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistrationData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f069bf3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registrationData((bytes,bytes,bytes,bytes,bytes,string) keys) pure returns(bytes)
func (operatorRegistrar *OperatorRegistrar) TryPackRegistrationData(keys Keys) ([]byte, error) {
	return operatorRegistrar.abi.Pack("registrationData", keys)
}

// UnpackRegistrationData is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0f069bf3.
//
// Solidity: function registrationData((bytes,bytes,bytes,bytes,bytes,string) keys) pure returns(bytes)
func (operatorRegistrar *OperatorRegistrar) UnpackRegistrationData(data []byte) ([]byte, error) {
	out, err := operatorRegistrar.abi.Unpack("registrationData", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (operatorRegistrar *OperatorRegistrar) PackRestakedRollups() []byte {
	enc, err := operatorRegistrar.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (operatorRegistrar *OperatorRegistrar) TryPackRestakedRollups() ([]byte, error) {
	return operatorRegistrar.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (operatorRegistrar *OperatorRegistrar) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := operatorRegistrar.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSupportsAVS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5265787.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsAVS(address avs) view returns(bool)
func (operatorRegistrar *OperatorRegistrar) PackSupportsAVS(avs common.Address) []byte {
	enc, err := operatorRegistrar.abi.Pack("supportsAVS", avs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsAVS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5265787.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsAVS(address avs) view returns(bool)
func (operatorRegistrar *OperatorRegistrar) TryPackSupportsAVS(avs common.Address) ([]byte, error) {
	return operatorRegistrar.abi.Pack("supportsAVS", avs)
}

// UnpackSupportsAVS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb5265787.
//
// Solidity: function supportsAVS(address avs) view returns(bool)
func (operatorRegistrar *OperatorRegistrar) UnpackSupportsAVS(data []byte) (bool, error) {
	out, err := operatorRegistrar.abi.Unpack("supportsAVS", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackUpdatePeerAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x11d21def.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function updatePeerAddress(string peerAddress) returns()
func (operatorRegistrar *OperatorRegistrar) PackUpdatePeerAddress(peerAddress string) []byte {
	enc, err := operatorRegistrar.abi.Pack("updatePeerAddress", peerAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpdatePeerAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x11d21def.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function updatePeerAddress(string peerAddress) returns()
func (operatorRegistrar *OperatorRegistrar) TryPackUpdatePeerAddress(peerAddress string) ([]byte, error) {
	return operatorRegistrar.abi.Pack("updatePeerAddress", peerAddress)
}

// OperatorRegistrarOperatorJoined represents a OperatorJoined event raised by the OperatorRegistrar contract.
type OperatorRegistrarOperatorJoined struct {
	SetId    uint32
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const OperatorRegistrarOperatorJoinedEventName = "OperatorJoined"

// ContractEventName returns the user-defined event name.
func (OperatorRegistrarOperatorJoined) ContractEventName() string {
	return OperatorRegistrarOperatorJoinedEventName
}

// UnpackOperatorJoinedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorJoined(uint32 indexed setId, address indexed operator)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorJoinedEvent(log *types.Log) (*OperatorRegistrarOperatorJoined, error) {
	event := "OperatorJoined"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorRegistrar.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorRegistrarOperatorJoined)
	if len(log.Data) > 0 {
		if err := operatorRegistrar.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorRegistrar.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// OperatorRegistrarOperatorKeysRegistered represents a OperatorKeysRegistered event raised by the OperatorRegistrar contract.
type OperatorRegistrarOperatorKeysRegistered struct {
	Operator     common.Address
	BlsKey       []byte
	ConsensusKey []byte
	PeerId       []byte
	PeerAddress  string
	Raw          *types.Log // Blockchain specific contextual infos
}

const OperatorRegistrarOperatorKeysRegisteredEventName = "OperatorKeysRegistered"

// ContractEventName returns the user-defined event name.
func (OperatorRegistrarOperatorKeysRegistered) ContractEventName() string {
	return OperatorRegistrarOperatorKeysRegisteredEventName
}

// UnpackOperatorKeysRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorKeysRegistered(address indexed operator, bytes blsKey, bytes consensusKey, bytes peerId, string peerAddress)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorKeysRegisteredEvent(log *types.Log) (*OperatorRegistrarOperatorKeysRegistered, error) {
	event := "OperatorKeysRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorRegistrar.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorRegistrarOperatorKeysRegistered)
	if len(log.Data) > 0 {
		if err := operatorRegistrar.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorRegistrar.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// OperatorRegistrarOperatorLeft represents a OperatorLeft event raised by the OperatorRegistrar contract.
type OperatorRegistrarOperatorLeft struct {
	SetId    uint32
	Operator common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const OperatorRegistrarOperatorLeftEventName = "OperatorLeft"

// ContractEventName returns the user-defined event name.
func (OperatorRegistrarOperatorLeft) ContractEventName() string {
	return OperatorRegistrarOperatorLeftEventName
}

// UnpackOperatorLeftEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorLeft(uint32 indexed setId, address indexed operator)
func (operatorRegistrar *OperatorRegistrar) UnpackOperatorLeftEvent(log *types.Log) (*OperatorRegistrarOperatorLeft, error) {
	event := "OperatorLeft"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorRegistrar.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorRegistrarOperatorLeft)
	if len(log.Data) > 0 {
		if err := operatorRegistrar.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorRegistrar.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// OperatorRegistrarPeerAddressUpdated represents a PeerAddressUpdated event raised by the OperatorRegistrar contract.
type OperatorRegistrarPeerAddressUpdated struct {
	Operator    common.Address
	PeerAddress string
	Raw         *types.Log // Blockchain specific contextual infos
}

const OperatorRegistrarPeerAddressUpdatedEventName = "PeerAddressUpdated"

// ContractEventName returns the user-defined event name.
func (OperatorRegistrarPeerAddressUpdated) ContractEventName() string {
	return OperatorRegistrarPeerAddressUpdatedEventName
}

// UnpackPeerAddressUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PeerAddressUpdated(address indexed operator, string peerAddress)
func (operatorRegistrar *OperatorRegistrar) UnpackPeerAddressUpdatedEvent(log *types.Log) (*OperatorRegistrarPeerAddressUpdated, error) {
	event := "PeerAddressUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorRegistrar.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorRegistrarPeerAddressUpdated)
	if len(log.Data) > 0 {
		if err := operatorRegistrar.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorRegistrar.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (operatorRegistrar *OperatorRegistrar) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["BadConsensusProof"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackBadConsensusProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["BadLength"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackBadLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["BadProofOfPossession"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackBadProofOfPossessionError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["BelowMinimumStake"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackBelowMinimumStakeError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["DuplicateBlsKey"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackDuplicateBlsKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["DuplicateConsensusKey"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackDuplicateConsensusKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["DuplicatePeerId"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackDuplicatePeerIdError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["InfinityKey"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackInfinityKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["KeysAlreadyRegistered"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackKeysAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["KeysMissing"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackKeysMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["NotInSubgroup"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackNotInSubgroupError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["NotOnCurve"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackNotOnCurveError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["OnlyAllocationManager"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackOnlyAllocationManagerError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["SetFull"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackSetFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["UnknownOperator"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackUnknownOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorRegistrar.abi.Errors["UnsupportedAVS"].ID.Bytes()[:4]) {
		return operatorRegistrar.UnpackUnsupportedAVSError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// OperatorRegistrarBadConsensusProof represents a BadConsensusProof error raised by the OperatorRegistrar contract.
type OperatorRegistrarBadConsensusProof struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadConsensusProof()
func OperatorRegistrarBadConsensusProofErrorID() common.Hash {
	return common.HexToHash("0x056f7f63bbc7a2d295c32eecf54ffbff7cf1f25716555b26d9dc5ee15a5a1ddc")
}

// UnpackBadConsensusProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadConsensusProof()
func (operatorRegistrar *OperatorRegistrar) UnpackBadConsensusProofError(raw []byte) (*OperatorRegistrarBadConsensusProof, error) {
	out := new(OperatorRegistrarBadConsensusProof)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "BadConsensusProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarBadLength represents a BadLength error raised by the OperatorRegistrar contract.
type OperatorRegistrarBadLength struct {
	Field  string
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadLength(string field, uint256 length)
func OperatorRegistrarBadLengthErrorID() common.Hash {
	return common.HexToHash("0x9409d094f08c980e9beddca919aefeec0429326635a7e9fdc2dd8480b6f03327")
}

// UnpackBadLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadLength(string field, uint256 length)
func (operatorRegistrar *OperatorRegistrar) UnpackBadLengthError(raw []byte) (*OperatorRegistrarBadLength, error) {
	out := new(OperatorRegistrarBadLength)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "BadLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarBadProofOfPossession represents a BadProofOfPossession error raised by the OperatorRegistrar contract.
type OperatorRegistrarBadProofOfPossession struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadProofOfPossession()
func OperatorRegistrarBadProofOfPossessionErrorID() common.Hash {
	return common.HexToHash("0x03f280b26f51df67b38a1d1bdef84b4d36efaaaad23b18878c4942e6df88e19c")
}

// UnpackBadProofOfPossessionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadProofOfPossession()
func (operatorRegistrar *OperatorRegistrar) UnpackBadProofOfPossessionError(raw []byte) (*OperatorRegistrarBadProofOfPossession, error) {
	out := new(OperatorRegistrarBadProofOfPossession)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "BadProofOfPossession", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarBelowMinimumStake represents a BelowMinimumStake error raised by the OperatorRegistrar contract.
type OperatorRegistrarBelowMinimumStake struct {
	SetId   uint32
	Weight  *big.Int
	Minimum *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BelowMinimumStake(uint32 setId, uint256 weight, uint256 minimum)
func OperatorRegistrarBelowMinimumStakeErrorID() common.Hash {
	return common.HexToHash("0xb1a77997001c4e04d83476344673668a4f0773dbb7cd7b1b1c66c462b93ac03c")
}

// UnpackBelowMinimumStakeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BelowMinimumStake(uint32 setId, uint256 weight, uint256 minimum)
func (operatorRegistrar *OperatorRegistrar) UnpackBelowMinimumStakeError(raw []byte) (*OperatorRegistrarBelowMinimumStake, error) {
	out := new(OperatorRegistrarBelowMinimumStake)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "BelowMinimumStake", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarDuplicateBlsKey represents a DuplicateBlsKey error raised by the OperatorRegistrar contract.
type OperatorRegistrarDuplicateBlsKey struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DuplicateBlsKey(address operator)
func OperatorRegistrarDuplicateBlsKeyErrorID() common.Hash {
	return common.HexToHash("0xe00a535b429556ab972424302b7d01ede4ba427ebf0bbf9d96b279269ccf3698")
}

// UnpackDuplicateBlsKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DuplicateBlsKey(address operator)
func (operatorRegistrar *OperatorRegistrar) UnpackDuplicateBlsKeyError(raw []byte) (*OperatorRegistrarDuplicateBlsKey, error) {
	out := new(OperatorRegistrarDuplicateBlsKey)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "DuplicateBlsKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarDuplicateConsensusKey represents a DuplicateConsensusKey error raised by the OperatorRegistrar contract.
type OperatorRegistrarDuplicateConsensusKey struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DuplicateConsensusKey(address operator)
func OperatorRegistrarDuplicateConsensusKeyErrorID() common.Hash {
	return common.HexToHash("0x826976149492f13090146c3e4001f7a00df57cafef038f1845e69275ed019c52")
}

// UnpackDuplicateConsensusKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DuplicateConsensusKey(address operator)
func (operatorRegistrar *OperatorRegistrar) UnpackDuplicateConsensusKeyError(raw []byte) (*OperatorRegistrarDuplicateConsensusKey, error) {
	out := new(OperatorRegistrarDuplicateConsensusKey)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "DuplicateConsensusKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarDuplicatePeerId represents a DuplicatePeerId error raised by the OperatorRegistrar contract.
type OperatorRegistrarDuplicatePeerId struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DuplicatePeerId(address operator)
func OperatorRegistrarDuplicatePeerIdErrorID() common.Hash {
	return common.HexToHash("0x72d79fb50446eecac5e4bde171292c30386cfcefa59ea0d7813125cb93eaffaa")
}

// UnpackDuplicatePeerIdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DuplicatePeerId(address operator)
func (operatorRegistrar *OperatorRegistrar) UnpackDuplicatePeerIdError(raw []byte) (*OperatorRegistrarDuplicatePeerId, error) {
	out := new(OperatorRegistrarDuplicatePeerId)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "DuplicatePeerId", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarInfinityKey represents a InfinityKey error raised by the OperatorRegistrar contract.
type OperatorRegistrarInfinityKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinityKey()
func OperatorRegistrarInfinityKeyErrorID() common.Hash {
	return common.HexToHash("0x8a61ab6174be6ae98d39b0bf5cf80e56b21115647eed3a4caacc75ed6b95d472")
}

// UnpackInfinityKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinityKey()
func (operatorRegistrar *OperatorRegistrar) UnpackInfinityKeyError(raw []byte) (*OperatorRegistrarInfinityKey, error) {
	out := new(OperatorRegistrarInfinityKey)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "InfinityKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarKeysAlreadyRegistered represents a KeysAlreadyRegistered error raised by the OperatorRegistrar contract.
type OperatorRegistrarKeysAlreadyRegistered struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error KeysAlreadyRegistered(address operator)
func OperatorRegistrarKeysAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0x1c1bc8e62d03dc72091ab3da65610b755a13a516638d04f4166ad647d15687ce")
}

// UnpackKeysAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error KeysAlreadyRegistered(address operator)
func (operatorRegistrar *OperatorRegistrar) UnpackKeysAlreadyRegisteredError(raw []byte) (*OperatorRegistrarKeysAlreadyRegistered, error) {
	out := new(OperatorRegistrarKeysAlreadyRegistered)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "KeysAlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarKeysMissing represents a KeysMissing error raised by the OperatorRegistrar contract.
type OperatorRegistrarKeysMissing struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error KeysMissing(address operator)
func OperatorRegistrarKeysMissingErrorID() common.Hash {
	return common.HexToHash("0x53da027dc28371cacd1eba3410d8ce654a39ae8833c091409ec170ba3de7e6ea")
}

// UnpackKeysMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error KeysMissing(address operator)
func (operatorRegistrar *OperatorRegistrar) UnpackKeysMissingError(raw []byte) (*OperatorRegistrarKeysMissing, error) {
	out := new(OperatorRegistrarKeysMissing)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "KeysMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarNotInSubgroup represents a NotInSubgroup error raised by the OperatorRegistrar contract.
type OperatorRegistrarNotInSubgroup struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInSubgroup()
func OperatorRegistrarNotInSubgroupErrorID() common.Hash {
	return common.HexToHash("0x09463a59b267ab4ae4d698f9da0c8c49840b123c94ffc64796b851ec87811001")
}

// UnpackNotInSubgroupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInSubgroup()
func (operatorRegistrar *OperatorRegistrar) UnpackNotInSubgroupError(raw []byte) (*OperatorRegistrarNotInSubgroup, error) {
	out := new(OperatorRegistrarNotInSubgroup)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "NotInSubgroup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarNotOnCurve represents a NotOnCurve error raised by the OperatorRegistrar contract.
type OperatorRegistrarNotOnCurve struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOnCurve()
func OperatorRegistrarNotOnCurveErrorID() common.Hash {
	return common.HexToHash("0x61586bdd05941870730f9d7aaec5f30f281e2c69ad54ebffe7836df967030dea")
}

// UnpackNotOnCurveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOnCurve()
func (operatorRegistrar *OperatorRegistrar) UnpackNotOnCurveError(raw []byte) (*OperatorRegistrarNotOnCurve, error) {
	out := new(OperatorRegistrarNotOnCurve)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "NotOnCurve", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarOnlyAllocationManager represents a OnlyAllocationManager error raised by the OperatorRegistrar contract.
type OperatorRegistrarOnlyAllocationManager struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyAllocationManager()
func OperatorRegistrarOnlyAllocationManagerErrorID() common.Hash {
	return common.HexToHash("0x23d871a5bf5490d9ea1b73ffdf1a6cc0088b735beba9d0a39e2a5b85a2b81071")
}

// UnpackOnlyAllocationManagerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyAllocationManager()
func (operatorRegistrar *OperatorRegistrar) UnpackOnlyAllocationManagerError(raw []byte) (*OperatorRegistrarOnlyAllocationManager, error) {
	out := new(OperatorRegistrarOnlyAllocationManager)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "OnlyAllocationManager", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarPrecompileFailed represents a PrecompileFailed error raised by the OperatorRegistrar contract.
type OperatorRegistrarPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func OperatorRegistrarPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (operatorRegistrar *OperatorRegistrar) UnpackPrecompileFailedError(raw []byte) (*OperatorRegistrarPrecompileFailed, error) {
	out := new(OperatorRegistrarPrecompileFailed)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarSetFull represents a SetFull error raised by the OperatorRegistrar contract.
type OperatorRegistrarSetFull struct {
	SetId    uint32
	Capacity *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SetFull(uint32 setId, uint256 capacity)
func OperatorRegistrarSetFullErrorID() common.Hash {
	return common.HexToHash("0xb3e7a8e3c1f036262d768831326f41429fc4e32c6d5252d695e4fed4426a8b3e")
}

// UnpackSetFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SetFull(uint32 setId, uint256 capacity)
func (operatorRegistrar *OperatorRegistrar) UnpackSetFullError(raw []byte) (*OperatorRegistrarSetFull, error) {
	out := new(OperatorRegistrarSetFull)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "SetFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarUnknownOperator represents a UnknownOperator error raised by the OperatorRegistrar contract.
type OperatorRegistrarUnknownOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownOperator(address operator)
func OperatorRegistrarUnknownOperatorErrorID() common.Hash {
	return common.HexToHash("0x169f50063b5609dde3ced6e4de453f9249e48c6867ee505939a310a963b17a1c")
}

// UnpackUnknownOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownOperator(address operator)
func (operatorRegistrar *OperatorRegistrar) UnpackUnknownOperatorError(raw []byte) (*OperatorRegistrarUnknownOperator, error) {
	out := new(OperatorRegistrarUnknownOperator)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "UnknownOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorRegistrarUnsupportedAVS represents a UnsupportedAVS error raised by the OperatorRegistrar contract.
type OperatorRegistrarUnsupportedAVS struct {
	Avs common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnsupportedAVS(address avs)
func OperatorRegistrarUnsupportedAVSErrorID() common.Hash {
	return common.HexToHash("0xad554487844fcc60d906cc5ee2c65c5a72a4dbf9ccb26074f866ec47f10e28eb")
}

// UnpackUnsupportedAVSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnsupportedAVS(address avs)
func (operatorRegistrar *OperatorRegistrar) UnpackUnsupportedAVSError(raw []byte) (*OperatorRegistrarUnsupportedAVS, error) {
	out := new(OperatorRegistrarUnsupportedAVS)
	if err := operatorRegistrar.abi.UnpackIntoInterface(out, "UnsupportedAVS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableMetaData contains all meta data concerning the RemoteStakeTable contract.
var RemoteStakeTableMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"domainSeparator_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1RestakedRollups_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"first\",\"type\":\"tuple\",\"internalType\":\"structL1View\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"operatorSets\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputs\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ROLLUPS_SLOT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"awaited\",\"inputs\":[{\"name\":\"setHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"bootstrap\",\"inputs\":[{\"name\":\"sets\",\"type\":\"tuple[]\",\"internalType\":\"structHandedSet[]\",\"components\":[{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"members\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"bootstrapped\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"currentEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deliver\",\"inputs\":[{\"name\":\"set\",\"type\":\"tuple\",\"internalType\":\"structHandedSet\",\"components\":[{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"members\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"domainSeparator\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epochInfo\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"info\",\"type\":\"tuple\",\"internalType\":\"structEpochInfo\",\"components\":[{\"name\":\"blockNumber\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"totalWeight\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"aggregateKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"firstSets\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"handOff\",\"inputs\":[{\"name\":\"view_\",\"type\":\"tuple\",\"internalType\":\"structL1View\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"operatorSets\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputs\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"sets\",\"type\":\"tuple[]\",\"internalType\":\"structHandedSet[]\",\"components\":[{\"name\":\"id\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"members\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"l1BlockHash\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"l1Number\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"l1RestakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"l1Time\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"machSet\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"set\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"machTerms\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"set\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"members\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"list\",\"type\":\"tuple[]\",\"internalType\":\"structMember[]\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"weight\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"blsKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proveRollup\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"accountProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"indexProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"termsProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"requireFresh\",\"inputs\":[{\"name\":\"maximumAge\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollupSlot\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"showHeader\",\"inputs\":[{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"HandOff\",\"inputs\":[{\"name\":\"l1Number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"l1BlockHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"operatorSets\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RollupProven\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"machSet\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SetHandedOff\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"setHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AggregateAtInfinity\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"AlreadyBootstrapped\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadAccountProof\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"BadSetLength\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadSetsHash\",\"inputs\":[{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"attested\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BadSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadStorageProof\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"BitsBeyondSet\",\"inputs\":[{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"FieldNotPresentInBlockHeader\",\"inputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBlockHeader.HeaderField\"}]},{\"type\":\"error\",\"name\":\"InfinityAggregateKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InfinityKey\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InfinitySignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoOrderingSet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSets\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSigners\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotAscending\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotAttested\",\"inputs\":[{\"name\":\"setHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotBootstrapped\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOnCurve\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"QuorumNotReached\",\"inputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"RLPInvalidEncoding\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SetsNotAscending\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StaleEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"newest\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"StaleSnapshot\",\"inputs\":[{\"name\":\"l1Time\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"maximumAge\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"StaleView\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"last\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"StoreFailed\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UnknownL1Block\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownRollup\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WeightTooLarge\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongHeader\",\"inputs\":[{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ZeroWeight\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "RemoteStakeTable",
	Bin: "0x60e060405234610132576040516141c838819003601f8101601f191683016001600160401b038111848210176101365783928291604052833981010360c081126101325781516020830151909290916001600160a01b038316830361013257608090603f1901126101325760405191608083016001600160401b038111848210176101365760409081528201516001600160401b03811681036101325783526060820151936020840194855260a0608084015193604086019485520151606085015260805260a0525160c05260018060401b03905116908160018060401b03195f5416175f5551905f52600160205260405f205560405161407d908161014b82396080518181816101620152610b2b015260a051818181610f43015261127f015260c0518181816108b301526113340152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c80630c3528e01461140b5780630cab2fc4146113e55780630f10609e146113a657806317e03ab51461138b5780631a0a8292146113575780632d39dd221461131d57806335142c8c146112f9578063453ef749146112d05780634ae5c2a3146112a357806376dea39014611253578063963cf0201461121a578063ad945b6414610e15578063b5191b52146109fc578063bef872cd146109c3578063c384fc3514610827578063c5032ae414610784578063d80453401461075e578063da8f6775146102e6578063e637c33914610185578063f698da251461014b5763f9d73a3e14610100575f80fd5b346101475760206003193601126101475760043567ffffffffffffffff8111610147576101346101459136906004016114b8565b9061013f82826117c6565b50611899565b005b5f80fd5b34610147575f6003193601126101475760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346101475760206003193601126101475760043567ffffffffffffffff8111610147578060040160806003198336030112610147576101c381611e24565b93845f94929452600260205267ffffffffffffffff60405f2054169081156102ba57855f52600260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000815416905561023860246102258361172f565b980197610231896116e1565b9030612240565b3b61024757610145965061231b565b67ffffffffffffffff8163ffffffff61027261026c6102668c9661172f565b956116e1565b9261172f565b165f52600360205263ffffffff8260405f205416937fb370511b000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b857fb2d6809c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34610147576040600319360112610147576102ff6114a5565b6103b961030a61148e565b916103158382611c48565b6bffffffff000000000000000067ffffffffffffffff806020610339878630611c9d565b01511694169160401b16173060559073ffffffffffffffffffffffffffffffffffffffff926040519160581b7fff0000000000000000000000000000000000000000000000000000000000000017825260158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f6035820152201690565b906103c381611636565b916103d16040519384611549565b818352601f196103e083611636565b015f5b8181106106f4575050604051919060a06103fd8185611549565b607084526020840193601f19820136863760805f91019260501b927fd694000000000000000000000000000000000000000002000000000000000000841793601f198401925b86811061051057886040518091602082016020835281518091526040830190602060408260051b8601019301915f905b82821061048257505050500390f35b91936020610500827fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc06001959799849503018652606060408a5173ffffffffffffffffffffffffffffffffffffffff81511684526fffffffffffffffffffffffffffffffff8682015116868501520151918160408201520190611517565b9601920192018594939192610473565b60c8811015610669577fd69400000000000000000000000000000000000000000100000000000000000082175f5273ffffffffffffffffffffffffffffffffffffffff60175f201660708202908282046070148315171561063c578160800160801161063c5789608160709301913c5b60405161058d8682611549565b6080815260208101853682376105cc855160801c918b6040606091805160801c845260108101516020850152603081015160801c828501520151910152565b60206105d8848d611988565b51015260406105e7838c611988565b510152855f5273ffffffffffffffffffffffffffffffffffffffff60175f201690601481028181046014148215171561063c576001928a8460209301913c885160601c610634828c611988565b515201610443565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fd69400000000000000000000000000000000000000000300000000000000000082175f5273ffffffffffffffffffffffffffffffffffffffff60175f20167fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff3882019082821161063c5760708202918083046070149015171561063c5789600160709301913c610580565b60405190606082019180831067ffffffffffffffff841117610731576020926040525f81525f8382015260606040820152828288010152016103e3565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b34610147575f60031936011261014757602067ffffffffffffffff5f5416604051908152f35b346101475760406003193601126101475760606107c46107a26114a5565b6107aa61148e565b906107b3611791565b506107be8282611c48565b30611c9d565b6108236040519283926020845267ffffffffffffffff815116602085015267ffffffffffffffff60208201511660408501526fffffffffffffffffffffffffffffffff60408201511682850152015160808084015260a0830190611517565b0390f35b346101475760206003193601126101475760043567ffffffffffffffff8111610147576108589036906004016114e6565b5f5460ff8160801c1661099b577001000000000000000000000000000000007fffffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffff8216175f558115801561097b575b801561095b575b610933577f0000000000000000000000000000000000000000000000000000000000000000926108e992849267ffffffffffffffff1691611a14565b7f7777faa6d75593b8705566aae5c226471f49a1be88491835ca9a5e9f2c26bda2604067ffffffffffffffff5f541692835f526001602052815f20549082519182526020820152a2005b7f11398dfb000000000000000000000000000000000000000000000000000000005f5260045ffd5b5061097361096983856116f6565b6060810190611740565b9050156108ad565b5063ffffffff61099361098e84866116f6565b61172f565b1615156108a6565b7fb807a0ea000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101475760206003193601126101475767ffffffffffffffff6109e5611477565b165f526001602052602060405f2054604051908152f35b3461014757600319360160e08112610147576080136101475760843567ffffffffffffffff811161014757610a359036906004016114e6565b60a4359160c43567ffffffffffffffff811161014757610a599036906004016114b8565b92905f549060ff8260801c1615610ded5767ffffffffffffffff610a7b6116ca565b818416918291161115610dad57508215610d85576040519560208701957fefc4abb71a7057dceb7a5b0910898b376a26f9af67d9eb713a1fb077a4bea588875267ffffffffffffffff610acc611477565b1660408901526042602435978860608b0152604435998a608082015260643560a082015260a08152610aff60c082611549565b519020604051907f190100000000000000000000000000000000000000000000000000000000000082527f00000000000000000000000000000000000000000000000000000000000000006002830152602282015220915f8052600360205267ffffffffffffffff60405f205416906101008303610d59578015610d3157610b879130613316565b9491610ba9819592956060810151604082015117906020810151905117171590565b610d0957828491610bb99361376d565b15610cab5750508160011b6003820210610c7d57867f7777faa6d75593b8705566aae5c226471f49a1be88491835ca9a5e9f2c26bda2604088610c5d848a8a8a7fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000067ffffffffffffffff610c2b6116ca565b169116175f5567ffffffffffffffff610c426116ca565b165f52600160205284865f2055610c576116ca565b91611a14565b67ffffffffffffffff610c6e6116ca565b169382519182526020820152a2005b7f6a215984000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b610cb59250613a71565b610ce1577f5cd5d233000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f421b07b2000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fda2a6d83000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fc7af40f0000000000000000000000000000000000000000000000000000000005f5260045ffd5b827f7d1250fe000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f843c407a000000000000000000000000000000000000000000000000000000005f5260045ffd5b67ffffffffffffffff610dbe6116ca565b7f1aa485c7000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b7f6e27ae10000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101475760a06003193601126101475760043560243567ffffffffffffffff811161014757610e499036906004016114b8565b60443567ffffffffffffffff811161014757610e699036906004016114e6565b92909160643567ffffffffffffffff811161014757610e8c9036906004016114e6565b9490936084359267ffffffffffffffff841161014757610eb3610ee89436906004016114e6565b94909567ffffffffffffffff610ec984836117c6565b610ed38584611899565b165f52600160205260405f2054923691611600565b9081519060208301918220908082036111ec575050610f0f90604051925160801b1761325c565b5f8151600310156111bf57806111925750610f40610fcb9392610f366003610f6a94611988565b5190604052612ed3565b917f000000000000000000000000000000000000000000000000000000000000000094369161164e565b9060405160208101907fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008660601b16825260148152610faa603482611549565b5190209060405191602083015260208252610fc6604083611549565b6129db565b9091600e821015611165578161111b575050806020610ff09201905160801b1761325c565b8051600210156110ee576060611007910151612ed3565b936110118661156c565b936001850180861161063c576110316110389263ffffffff94369161164e565b908761199c565b1660030263ffffffff811690810361063c576002019163ffffffff831161063c576005840180941161063c577f0dd3d07b1ad59d9537c5b4f3413aeacfe9d2f3da04603bf0a4f1c85f6f742aee9460ff9461109b6110a1936110e995369161164e565b9161199c565b91855f52600460205263ffffffff811664ff000000008460481c161760405f205560405193849360681c16908390929160ff60209163ffffffff604085019616845216910152565b0390a2005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f766da5ee000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff166004526111609061196a565b60445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526021600452fd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7f340b3b5e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b3461014757602060031936011261014757611236600435611592565b6040805163ffffffff93909316835260ff91909116602083015290f35b34610147575f60031936011261014757602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101475760206003193601126101475760206112c1600435611592565b5063ffffffff60405191168152f35b34610147575f60031936011261014757602067ffffffffffffffff5f5460401c16604051908152f35b34610147575f60031936011261014757602060ff5f5460801c166040519015158152f35b34610147575f6003193601126101475760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610147576020600319360112610147576004355f526002602052602067ffffffffffffffff60405f205416604051908152f35b34610147575f60031936011261014757602060405160038152f35b346101475760206003193601126101475763ffffffff6113c46114a5565b165f526003602052602067ffffffffffffffff60405f205416604051908152f35b3461014757602060031936011261014757602061140360043561156c565b604051908152f35b3461014757602060031936011261014757611424611477565b67ffffffffffffffff805f5460401c16911690611441828261153c565b421161144957005b7f6ab102ff000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b6004359067ffffffffffffffff8216820361014757565b6024359067ffffffffffffffff8216820361014757565b6004359063ffffffff8216820361014757565b9181601f840112156101475782359167ffffffffffffffff8311610147576020838186019501011161014757565b9181601f840112156101475782359167ffffffffffffffff8311610147576020808501948460051b01011161014757565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b9190820180921161063c57565b90601f601f19910116810190811067ffffffffffffffff82111761073157604052565b60405160208101918252600360408201526040815261158c606082611549565b51902090565b90815f52600460205260405f20549182156115b9575060ff63ffffffff83169260201c1690565b7fa757a529000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b67ffffffffffffffff811161073157601f01601f191660200190565b92919261160c826115e4565b9161161a6040519384611549565b829481845281830111610147578281602093845f960137010152565b67ffffffffffffffff81116107315760051b60200190565b92919261165a82611636565b936116686040519586611549565b602085848152019260051b8201918183116101475780935b83851061168e575050505050565b843567ffffffffffffffff811161014757820183601f82011215610147576020916116bf8583858095359101611600565b815201940193611680565b60043567ffffffffffffffff811681036101475790565b3567ffffffffffffffff811681036101475790565b90156110ee578035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8181360301821215610147570190565b3563ffffffff811681036101475790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610147570180359067ffffffffffffffff82116101475760200191813603831361014757565b604051906080820182811067ffffffffffffffff82111761073157604052606080835f81525f60208201525f60408201520152565b9190916117d4368483611600565b6117ea6040519160208101905160801b1761325c565b5f81516008101561186c578061119257506118176118209392610f36600867ffffffffffffffff94611988565b16933691611600565b60208151910120825f5260016020528060405f20540361183d5750565b827f571c9b25000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600860045260245ffd5b6118a4913691611600565b6118ba6040519160208101905160801b1761325c565b5f8151600b101561193d5780611192575090610f36600b6118da93611988565b5f549067ffffffffffffffff8260401c1667ffffffffffffffff8216116118ff575050565b6fffffffffffffffff00000000000000007fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff9160401b169116175f55565b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b600e81101561116557602452565b8051600110156110ee5760400190565b80518210156110ee5760209160051b010190565b916119bc9192604051602081019085825260208152610faa604082611549565b9091600e82101561116557816119e45750508060206119e19201905160801b17612ed3565b90565b61116092507f900e85e6000000000000000000000000000000000000000000000000000000005f5260045261196a565b90939291938060051b917f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8216820361063c57909390611a6c611a56846115e4565b93611a646040519586611549565b8085526115e4565b91601f196020850193013684375f945f937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8184360301945b88811015611c03578060051b85013586811215610147578501604081013590611ad06060820182611740565b15159050611b2b575090816001925f52600260205260405f2067ffffffffffffffff8d167fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000008254161790555b82820160051b89015201611aa4565b98905063ffffffff611b3c8a61172f565b1610611bd85763ffffffff611b508961172f565b166001810180911161063c579760208101611b6a816116e1565b63ffffffff611b788461172f565b165f52600360205267ffffffffffffffff8060405f20541691161115611bba57509081611bb58c611baa600195611e24565b93849391939661231b565b611b1c565b67ffffffffffffffff8263ffffffff61027261026c6102668461172f565b7fe8179b62000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b509550955095505050519020818103611c1a575050565b7f17fc44a5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611c53828230612240565b3b15611c5d575050565b9063ffffffff67ffffffffffffffff927fa2645dc4000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b611d61907fd694000000000000000000000000000000000000000001000000000000000000929493946bffffffff000000000000000067ffffffffffffffff611ce4611791565b97169160401b16179060559073ffffffffffffffffffffffffffffffffffffffff926040519160581b7fff0000000000000000000000000000000000000000000000000000000000000017825260158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f6035820152201690565b60501b175f5267ffffffffffffffff608073ffffffffffffffffffffffffffffffffffffffff60175f2016611dfc60405191611d9e60a084611549565b8383526020830184600182601f1960a0019485368337604051611dc260a082611549565b848152602081019636883760608d01523c6040606091805160801c845260108101516020850152603081015160801c828501520151910152565b01518060801c6040850152818160401c168452166020830152565b9190820391821161063c57565b905f6060830191611e358385611740565b94905060a5850415808115612231575b8115612208575b506121be57611e5d60a58604611636565b94611e6b6040519687611549565b60a581048652601f19611e8060a58304611636565b01366020880137611e92869583611740565b5095611e9d8361172f565b9267ffffffffffffffff611eb3602083016116e1565b169760405160208101996bffffffff0000000000000000607060a588040283019760401b161760a01b60a087015260a06080607560a588040288010191601f1960eb84011660405201808b1161063c5760ac8701949093925f929091835b60a589048510611f35575050505050505050607560a560a0920402600c0191012090565b611f458697989c9394959661172f565b90601486013560801c604c8601526024860135606c860152604486013560801c608c860152605486013560ac860152609586013560801c918215612188576effffffffffffffffffffffffffffff83116121525760ac860151608c870151606c880151604c890151179117171561211c57608060405181604c8901825e81368183013761010081600b61c350fa156120e65750853560601c11156120a857843560601c92611fff919084611ff98986611988565b5261153c565b9a608c8401516f0d0088f51cbff34d258dd3db21a5d66b7fb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd55560ac87015111818314169111176060601487018a3760106095870160608b013760448683376080601483019160051b82515f1a17179053603160748601604483013760a5850180951161063c576070880180981161063c576075810180911161063c57969594600101939291611f11565b8563ffffffff6120b78961172f565b7fbd2d80ac000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff88917fc46b7b03000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff88917f894a4960000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff88917fbff2ef6a000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff88917f6669ceb7000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff6121d6856121d08461172f565b93611740565b9290507fdffd4f34000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90506122148583611740565b60a580890480820294929350840414171561063c5714155f611e4c565b61010060a58804119150611e45565b6122f8916bffffffff000000000000000067ffffffffffffffff7fd69400000000000000000000000000000000000000000100000000000000000095169160401b16179060559073ffffffffffffffffffffffffffffffffffffffff926040519160581b7fff0000000000000000000000000000000000000000000000000000000000000017825260158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f6035820152201690565b60501b175f5273ffffffffffffffffffffffffffffffffffffffff60175f201690565b919092949385519060405190610100820160405260803683376080840180851161063c57839092915f60808401808511905b8483106128b5575050506123c1935060208301805160801c845160801b1787526040840151905160801b176020870152606083015160408701526fffffffffffffffff00000000000000008860401b169060801b171760608501526060810151604082015117906020810151905117171590565b61287b576040519560148202906040601f19601f8401168901016040525f5b83811061285c5750506123f28461172f565b9660208501976bffffffff000000000000000067ffffffffffffffff6124178b6116e1565b169160401b16176f67363d3d37363d34f03d5260086018f35f526010805ff59373ffffffffffffffffffffffffffffffffffffffff8516156128305760c88410156128285783925b60708402928484046070148515171561063c5783608001938460801161063c57601f19840180515f80608b60818601958660401b6a61000080600a3d393df300178652018c827ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff58b01915af19152159081156127ce575b506127a1578582046014148615171561063c5780519060018301918260401b6a61000080600a3d393df3001782525f80600b860160158501828d5af1915215918215612745575b5050612718578284116125fe575b505050505063ffffffff67ffffffffffffffff7f6667ca497ee9049763ec07b29ed15605140e43979608e907679258172ef03a6a938161259e6125986040966125738b6116e1565b8761257d8361172f565b165f52600360205284808a5f2054169116116125b15761172f565b986116e1565b91855197885216602087015216941692a3565b6125ba8b6116e1565b876125c48361172f565b165f52600360205284895f2091167fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000082541617905561172f565b612612929161260c9161153c565b92611e17565b60708102908082046070149015171561063c57601f19820180515f8060018501958660401b6a61000080600a3d393df3001785527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5600b8701910182895af19152159283156126ba575b50505061268d575f8080808061252b565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7fd69400000000000000000000000000000000000000000000000000000000000091929350600360481b9060501b17175f528173ffffffffffffffffffffffffffffffffffffffff60175f20163b911161063c5714155f808061267c565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f52600260045260245ffd5b9091507fd694000000000000000000000000000000000000000000000000000000000000600260481b8860501b17175f528173ffffffffffffffffffffffffffffffffffffffff60175f20163b911161063c5714155f8061251d565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b90507fd694000000000000000000000000000000000000000000000000000000000000600160481b8960501b17175f5273ffffffffffffffffffffffffffffffffffffffff60175f20163b81861161063c5714155f6124d6565b60c89261245f565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b80600180920160051b83015160601b6020601483028c010152016123e0565b63ffffffff6128898461172f565b7f4337e866000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9193509193948261063c576128ee82826040606091805160801c845260108101516020850152603081015160801c828501520151910152565b60808661010081600b61c350fa1561291c576070810180911161063c5760019093019091869395949261234d565b7ea48593000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff821161063c57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff821161063c57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff821161063c57565b9092916060935f94815115612ec857506129f790949294612fa8565b6040515f939190849081805b8651881015612eb657612a168888611988565b519184612e0f575050888151602083012003612dfe57612a459098939291985b60208101905160801b1761325c565b975b8851601103612b9a5782518203612aaa5750505050845160101015612a7d5750610220612a79939401519051906131bd565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b909192978351831015612b6d57612acb906020848601015160f81c90611988565b51612ad5816131f3565b9384919060018101809111612b4057946020148015612b24575b612b08575050612afe9061325c565b975b929190612a47565b929394999150966001905b846040520196989392919098612a03565b5060018901808a11612b4057612b3b908985613221565b612aef565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f14612ded57805115612b6d57612bc4612bbf60208301516130cd565b612fa8565b90815115612ddb5760208201805160f81c90612be98560208901895160801b1761311c565b935160801b176001821660020360ff8111612dae579060ff612c0c92169061311c565b908160801c938060801c92838611918215612d17575b5050612d035760018111612cba5750508115612ca85790612c47612c5f949392611978565b51916020612c54846131f3565b96909387949361153c565b95148015612c8c575b612c7d575050612c779061325c565b97612b00565b92939499915096600190612b13565b5060018901808a11612b4057612ca3908985613221565b612c68565b50505050505050509050606090600790565b9295509593509798506003915011155f14612cf5575003612cea57612ce1612a7993611978565b519051906131bd565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b91909980612d815750612d6f576fffffffffffffffffffffffffffffffff612d679116985f997fffffffffffffffffffffffffffffffff0000000000000000000000000000000082161790613185565b155f80612c22565b634e487b715f5260326020526024601cfd5b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b82519160208310908382612e6157506020148015939150612e51575b5050612e4057612a45905b9893929198612a36565b505050505050509050606090600390565b6020840120141590505f80612e2b565b1492831593612e8c575b505050612e7b57612a4590612e36565b505050505050509050606090600490565b602085015192935090612ea5575b5014155f8080612e6b565b5f199060200360031b1b165f612e9a565b50505050505050509050606090600d90565b945060019392505050565b8060801c9060218211612f8057612ee981613af2565b600281959295101561116557612f805783612f0657505050505f90565b81602001908160201161063c5782036020019081111502601f8111612d6f575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361063c5760031b61010003610100811161063c571c90565b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b908151604051928160011b60208186010160405284525f5b828110612fcc57505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201612fc0565b6130d681613af2565b600281939293101561116557612f80576130ef92613156565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111612d6f576fffffffffffffffffffffffffffffffff6131478261314e94611e17565b931661153c565b9060801b1790565b90613161838261153c565b8260801c10612d6f576fffffffffffffffffffffffffffffffff61314e921661153c565b9190915f928160801c908060801c821461319e57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f19820191821161063c57036131ea576131d7906130cd565b908151155f146131e657600990565b5f90565b50606090600890565b908160801c91602183105f146132105761320c90613d37565b9190565b61321b919250612ed3565b90602090565b9091825181109283613234575b50505090565b61325493509061324391611988565b5160208101905160801b1790613185565b5f808061322e565b908160801c9161326b81613af2565b6002819493941015611165576001149081613303575b5015612f8057926040519360208501925b8281106132ad57505050601f198382030160051c8352604052565b926132ed846132c96132c48596976132e79661311c565b613af2565b506132e16132da838398949861153c565b8489613156565b9561153c565b9061153c565b9181526020810180911161063c57929190613292565b61330e91508361153c565b84145f613281565b9067ffffffffffffffff61339e9194939416809260559073ffffffffffffffffffffffffffffffffffffffff926040519160581b7fff0000000000000000000000000000000000000000000000000000000000000017825260158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f6035820152201690565b60501b927fd694000000000000000000000000000000000000000001000000000000000000841790815f5273ffffffffffffffffffffffffffffffffffffffff60175f2016916040519560806001610100890180966101808b016040523c6101608701519267ffffffffffffffff84169360801c95841561373e57508361010003610100811161063c575f19901c948519821661370e578180871896146136d1577f55555555555555555555555555555555555555555555555555555555555555558660011c1686037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c0160ff6f010101010101010101010101010101016f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f82828286160260781c169360801c160260781c1601917f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8316830361063c57899260011b8610613606575090613533916040606091805160801c845260108101516020850152603081015160801c828501520151910152565b5f9260c88110156135fe575b6101000393610100851161063c575f19613571951c81169060c81c92816135ca575b505081613574575b505082611e17565b91565b60016135c393927fd6940000000000000000000000000000000000000000030000000000000000006132e793175f528873ffffffffffffffffffffffffffffffffffffffff60175f2016613f12565b5f80613569565b6135f6929450906001915f528873ffffffffffffffffffffffffffffffffffffffff60175f2016613da7565b915f80613561565b5060c861353f565b9293949550505060803688375f9360c88110156136c9575b61010003610100811161063c575f19901c81169060c81c9281613696575b50508161364857505091565b5f61357193927fd6940000000000000000000000000000000000000000030000000000000000006132e7931782528773ffffffffffffffffffffffffffffffffffffffff6017842016613f12565b6136c1929450905f9182528773ffffffffffffffffffffffffffffffffffffffff6017842016613da7565b915f8061363c565b5060c861361e565b9250505061370992508593949591506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b918190565b84827f1b395749000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fa2645dc4000000000000000000000000000000000000000000000000000000005f525f60045260245260445ffd5b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0001613a6a576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e610200820180831161063c576040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b60098410613a425750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b818310613a205750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa16156139f4575f610300602092600f620668a0fa60015f51141690565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa16940190918793926139a3565b6020816001929694959651861888528684530192602084604d8960025afa169401929161392a565b5050505f90565b9190915f5b838110613a8557506001925050565b838111610147578181013581850360208110613ae1575b50613ada576020810180911115613a76577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f925050565b5f199060200360031b1b165f613a9c565b908160801c918215612f8057613b0781613d37565b60f81c60c0811015613c69576080811015613b2857505f9250600191839150565b60b78111613bbe57613b3b60ff916129aa565b168093119081613b54575b5015612f8057600191905f90565b6001841480159250613b68575b505f613b46565b7f80000000000000000000000000000000000000000000000000000000000000009150613bb57fff0000000000000000000000000000000000000000000000000000000000000091613d6d565b1610155f613b61565b613bca613bcf916129aa565b612979565b60ff81169182851115612f8057613be590613d6d565b907fff00000000000000000000000000000000000000000000000000000000000000821615612f805760ff8116830361063c576107f89060031b1661010003610100811161063c571c928382603782119283613c55575b50505015612f80576001810180911161063c5791905f90565b613c60929350611e17565b1183825f613c3c565b9060f78211613c8f5750613c7e60ff91612948565b1680921115612f8057600191908290565b90613bca613c9c91612948565b60ff81169182851115612f8057613cb290613d6d565b907fff00000000000000000000000000000000000000000000000000000000000000821615612f805760ff8116830361063c576107f89060031b1661010003610100811161063c571c928382603782119283613d23575b50505015612f80576001810180911161063c579190600190565b613d2e929350611e17565b1183825f613d09565b60208160801c5f0301602081111502601f8111612d6f575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111612d6f576fffffffffffffffffffffffffffffffff5f1960019260031b1b921601511690565b93925f9460405191841e60ff036001810180911161063c5760708102908082046070149015171561063c579091836081913c836001945b613ded57505050501561291c57565b60018116613e06575b6070929092019160011c80613dde565b959391908015613ed157608084019283851161063c57607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa9081613ec9575b5094606083015160801c019690919250613df6565b90505f613eb4565b608084019283851161063c57613f0d607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b613ea0565b93925f9460405191841e60ff036001810180911161063c5760708102908082046070149015171561063c579091836001913c836001945b613f5857505050501561291c57565b60018116613f71575b6070929092019160011c80613f49565b95939190801561403c57608084019283851161063c57607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa9081614034575b5094606083015160801c019690919250613f61565b90505f61401f565b608084019283851161063c57614078607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b61400b56",
}

// RemoteStakeTable is an auto generated Go binding around an Ethereum contract.
type RemoteStakeTable struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RemoteStakeTable) GetABI() abi.ABI {
	return c.abi
}

// NewRemoteStakeTable creates a new instance of RemoteStakeTable.
func NewRemoteStakeTable() *RemoteStakeTable {
	parsed, err := RemoteStakeTableMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RemoteStakeTable{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RemoteStakeTable) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(bytes32 domainSeparator_, address l1RestakedRollups_, (uint64,bytes32,bytes32,bytes32) first) returns()
func (remoteStakeTable *RemoteStakeTable) PackConstructor(domainSeparator_ [32]byte, l1RestakedRollups_ common.Address, first L1View) []byte {
	enc, err := remoteStakeTable.abi.Pack("", domainSeparator_, l1RestakedRollups_, first)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackROLLUPSSLOT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17e03ab5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ROLLUPS_SLOT() view returns(uint256)
func (remoteStakeTable *RemoteStakeTable) PackROLLUPSSLOT() []byte {
	enc, err := remoteStakeTable.abi.Pack("ROLLUPS_SLOT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackROLLUPSSLOT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17e03ab5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ROLLUPS_SLOT() view returns(uint256)
func (remoteStakeTable *RemoteStakeTable) TryPackROLLUPSSLOT() ([]byte, error) {
	return remoteStakeTable.abi.Pack("ROLLUPS_SLOT")
}

// UnpackROLLUPSSLOT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x17e03ab5.
//
// Solidity: function ROLLUPS_SLOT() view returns(uint256)
func (remoteStakeTable *RemoteStakeTable) UnpackROLLUPSSLOT(data []byte) (*big.Int, error) {
	out, err := remoteStakeTable.abi.Unpack("ROLLUPS_SLOT", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAwaited is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a0a8292.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function awaited(bytes32 setHash) view returns(uint64 l1Number)
func (remoteStakeTable *RemoteStakeTable) PackAwaited(setHash [32]byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("awaited", setHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAwaited is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a0a8292.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function awaited(bytes32 setHash) view returns(uint64 l1Number)
func (remoteStakeTable *RemoteStakeTable) TryPackAwaited(setHash [32]byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("awaited", setHash)
}

// UnpackAwaited is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1a0a8292.
//
// Solidity: function awaited(bytes32 setHash) view returns(uint64 l1Number)
func (remoteStakeTable *RemoteStakeTable) UnpackAwaited(data []byte) (uint64, error) {
	out, err := remoteStakeTable.abi.Unpack("awaited", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackBootstrap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc384fc35.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bootstrap((uint32,uint64,bytes32,bytes)[] sets) returns()
func (remoteStakeTable *RemoteStakeTable) PackBootstrap(sets []HandedSet) []byte {
	enc, err := remoteStakeTable.abi.Pack("bootstrap", sets)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBootstrap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc384fc35.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bootstrap((uint32,uint64,bytes32,bytes)[] sets) returns()
func (remoteStakeTable *RemoteStakeTable) TryPackBootstrap(sets []HandedSet) ([]byte, error) {
	return remoteStakeTable.abi.Pack("bootstrap", sets)
}

// PackBootstrapped is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x35142c8c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bootstrapped() view returns(bool)
func (remoteStakeTable *RemoteStakeTable) PackBootstrapped() []byte {
	enc, err := remoteStakeTable.abi.Pack("bootstrapped")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBootstrapped is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x35142c8c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bootstrapped() view returns(bool)
func (remoteStakeTable *RemoteStakeTable) TryPackBootstrapped() ([]byte, error) {
	return remoteStakeTable.abi.Pack("bootstrapped")
}

// UnpackBootstrapped is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x35142c8c.
//
// Solidity: function bootstrapped() view returns(bool)
func (remoteStakeTable *RemoteStakeTable) UnpackBootstrapped(data []byte) (bool, error) {
	out, err := remoteStakeTable.abi.Unpack("bootstrapped", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCurrentEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f10609e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentEpoch(uint32 setId) view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) PackCurrentEpoch(setId uint32) []byte {
	enc, err := remoteStakeTable.abi.Pack("currentEpoch", setId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f10609e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentEpoch(uint32 setId) view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) TryPackCurrentEpoch(setId uint32) ([]byte, error) {
	return remoteStakeTable.abi.Pack("currentEpoch", setId)
}

// UnpackCurrentEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0f10609e.
//
// Solidity: function currentEpoch(uint32 setId) view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) UnpackCurrentEpoch(data []byte) (uint64, error) {
	out, err := remoteStakeTable.abi.Unpack("currentEpoch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackDeliver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe637c339.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deliver((uint32,uint64,bytes32,bytes) set) returns()
func (remoteStakeTable *RemoteStakeTable) PackDeliver(set HandedSet) []byte {
	enc, err := remoteStakeTable.abi.Pack("deliver", set)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeliver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe637c339.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deliver((uint32,uint64,bytes32,bytes) set) returns()
func (remoteStakeTable *RemoteStakeTable) TryPackDeliver(set HandedSet) ([]byte, error) {
	return remoteStakeTable.abi.Pack("deliver", set)
}

// PackDomainSeparator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf698da25.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) PackDomainSeparator() []byte {
	enc, err := remoteStakeTable.abi.Pack("domainSeparator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDomainSeparator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf698da25.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) TryPackDomainSeparator() ([]byte, error) {
	return remoteStakeTable.abi.Pack("domainSeparator")
}

// UnpackDomainSeparator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf698da25.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) UnpackDomainSeparator(data []byte) ([32]byte, error) {
	out, err := remoteStakeTable.abi.Unpack("domainSeparator", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEpochInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5032ae4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epochInfo(uint32 setId, uint64 epoch) view returns((uint64,uint64,uint128,bytes) info)
func (remoteStakeTable *RemoteStakeTable) PackEpochInfo(setId uint32, epoch uint64) []byte {
	enc, err := remoteStakeTable.abi.Pack("epochInfo", setId, epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpochInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5032ae4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epochInfo(uint32 setId, uint64 epoch) view returns((uint64,uint64,uint128,bytes) info)
func (remoteStakeTable *RemoteStakeTable) TryPackEpochInfo(setId uint32, epoch uint64) ([]byte, error) {
	return remoteStakeTable.abi.Pack("epochInfo", setId, epoch)
}

// UnpackEpochInfo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc5032ae4.
//
// Solidity: function epochInfo(uint32 setId, uint64 epoch) view returns((uint64,uint64,uint128,bytes) info)
func (remoteStakeTable *RemoteStakeTable) UnpackEpochInfo(data []byte) (EpochInfo, error) {
	out, err := remoteStakeTable.abi.Unpack("epochInfo", data)
	if err != nil {
		return *new(EpochInfo), err
	}
	out0 := *abi.ConvertType(out[0], new(EpochInfo)).(*EpochInfo)
	return out0, nil
}

// PackFirstSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d39dd22.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function firstSets() view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) PackFirstSets() []byte {
	enc, err := remoteStakeTable.abi.Pack("firstSets")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFirstSets is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d39dd22.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function firstSets() view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) TryPackFirstSets() ([]byte, error) {
	return remoteStakeTable.abi.Pack("firstSets")
}

// UnpackFirstSets is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2d39dd22.
//
// Solidity: function firstSets() view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) UnpackFirstSets(data []byte) ([32]byte, error) {
	out, err := remoteStakeTable.abi.Unpack("firstSets", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHandOff is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5191b52.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handOff((uint64,bytes32,bytes32,bytes32) view_, (uint32,uint64,bytes32,bytes)[] sets, uint256 signers, bytes signature) returns()
func (remoteStakeTable *RemoteStakeTable) PackHandOff(view L1View, sets []HandedSet, signers *big.Int, signature []byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("handOff", view, sets, signers, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandOff is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5191b52.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handOff((uint64,bytes32,bytes32,bytes32) view_, (uint32,uint64,bytes32,bytes)[] sets, uint256 signers, bytes signature) returns()
func (remoteStakeTable *RemoteStakeTable) TryPackHandOff(view L1View, sets []HandedSet, signers *big.Int, signature []byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("handOff", view, sets, signers, signature)
}

// PackL1BlockHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbef872cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1BlockHash(uint64 number) view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) PackL1BlockHash(number uint64) []byte {
	enc, err := remoteStakeTable.abi.Pack("l1BlockHash", number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1BlockHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbef872cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1BlockHash(uint64 number) view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) TryPackL1BlockHash(number uint64) ([]byte, error) {
	return remoteStakeTable.abi.Pack("l1BlockHash", number)
}

// UnpackL1BlockHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbef872cd.
//
// Solidity: function l1BlockHash(uint64 number) view returns(bytes32)
func (remoteStakeTable *RemoteStakeTable) UnpackL1BlockHash(data []byte) ([32]byte, error) {
	out, err := remoteStakeTable.abi.Unpack("l1BlockHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackL1Number is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8045340.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1Number() view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) PackL1Number() []byte {
	enc, err := remoteStakeTable.abi.Pack("l1Number")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1Number is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8045340.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1Number() view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) TryPackL1Number() ([]byte, error) {
	return remoteStakeTable.abi.Pack("l1Number")
}

// UnpackL1Number is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd8045340.
//
// Solidity: function l1Number() view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) UnpackL1Number(data []byte) (uint64, error) {
	out, err := remoteStakeTable.abi.Unpack("l1Number", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackL1RestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76dea390.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1RestakedRollups() view returns(address)
func (remoteStakeTable *RemoteStakeTable) PackL1RestakedRollups() []byte {
	enc, err := remoteStakeTable.abi.Pack("l1RestakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1RestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76dea390.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1RestakedRollups() view returns(address)
func (remoteStakeTable *RemoteStakeTable) TryPackL1RestakedRollups() ([]byte, error) {
	return remoteStakeTable.abi.Pack("l1RestakedRollups")
}

// UnpackL1RestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x76dea390.
//
// Solidity: function l1RestakedRollups() view returns(address)
func (remoteStakeTable *RemoteStakeTable) UnpackL1RestakedRollups(data []byte) (common.Address, error) {
	out, err := remoteStakeTable.abi.Unpack("l1RestakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackL1Time is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x453ef749.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1Time() view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) PackL1Time() []byte {
	enc, err := remoteStakeTable.abi.Pack("l1Time")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1Time is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x453ef749.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1Time() view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) TryPackL1Time() ([]byte, error) {
	return remoteStakeTable.abi.Pack("l1Time")
}

// UnpackL1Time is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x453ef749.
//
// Solidity: function l1Time() view returns(uint64)
func (remoteStakeTable *RemoteStakeTable) UnpackL1Time(data []byte) (uint64, error) {
	out, err := remoteStakeTable.abi.Unpack("l1Time", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMachSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ae5c2a3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function machSet(bytes32 id) view returns(uint32 set)
func (remoteStakeTable *RemoteStakeTable) PackMachSet(id [32]byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("machSet", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMachSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ae5c2a3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function machSet(bytes32 id) view returns(uint32 set)
func (remoteStakeTable *RemoteStakeTable) TryPackMachSet(id [32]byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("machSet", id)
}

// UnpackMachSet is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ae5c2a3.
//
// Solidity: function machSet(bytes32 id) view returns(uint32 set)
func (remoteStakeTable *RemoteStakeTable) UnpackMachSet(data []byte) (uint32, error) {
	out, err := remoteStakeTable.abi.Unpack("machSet", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackMachTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x963cf020.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function machTerms(bytes32 id) view returns(uint32 set, uint8 minimumLevel)
func (remoteStakeTable *RemoteStakeTable) PackMachTerms(id [32]byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("machTerms", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMachTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x963cf020.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function machTerms(bytes32 id) view returns(uint32 set, uint8 minimumLevel)
func (remoteStakeTable *RemoteStakeTable) TryPackMachTerms(id [32]byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("machTerms", id)
}

// MachTermsOutput serves as a container for the return parameters of contract
// method MachTerms.
type MachTermsOutput struct {
	Set          uint32
	MinimumLevel uint8
}

// UnpackMachTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x963cf020.
//
// Solidity: function machTerms(bytes32 id) view returns(uint32 set, uint8 minimumLevel)
func (remoteStakeTable *RemoteStakeTable) UnpackMachTerms(data []byte) (MachTermsOutput, error) {
	out, err := remoteStakeTable.abi.Unpack("machTerms", data)
	outstruct := new(MachTermsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Set = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.MinimumLevel = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda8f6775.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function members(uint32 setId, uint64 epoch) view returns((address,uint128,bytes)[] list)
func (remoteStakeTable *RemoteStakeTable) PackMembers(setId uint32, epoch uint64) []byte {
	enc, err := remoteStakeTable.abi.Pack("members", setId, epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda8f6775.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function members(uint32 setId, uint64 epoch) view returns((address,uint128,bytes)[] list)
func (remoteStakeTable *RemoteStakeTable) TryPackMembers(setId uint32, epoch uint64) ([]byte, error) {
	return remoteStakeTable.abi.Pack("members", setId, epoch)
}

// UnpackMembers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda8f6775.
//
// Solidity: function members(uint32 setId, uint64 epoch) view returns((address,uint128,bytes)[] list)
func (remoteStakeTable *RemoteStakeTable) UnpackMembers(data []byte) ([]Member, error) {
	out, err := remoteStakeTable.abi.Unpack("members", data)
	if err != nil {
		return *new([]Member), err
	}
	out0 := *abi.ConvertType(out[0], new([]Member)).(*[]Member)
	return out0, nil
}

// PackProveRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad945b64.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proveRollup(bytes32 id, bytes header, bytes[] accountProof, bytes[] indexProof, bytes[] termsProof) returns()
func (remoteStakeTable *RemoteStakeTable) PackProveRollup(id [32]byte, header []byte, accountProof [][]byte, indexProof [][]byte, termsProof [][]byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("proveRollup", id, header, accountProof, indexProof, termsProof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProveRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad945b64.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proveRollup(bytes32 id, bytes header, bytes[] accountProof, bytes[] indexProof, bytes[] termsProof) returns()
func (remoteStakeTable *RemoteStakeTable) TryPackProveRollup(id [32]byte, header []byte, accountProof [][]byte, indexProof [][]byte, termsProof [][]byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("proveRollup", id, header, accountProof, indexProof, termsProof)
}

// PackRequireFresh is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c3528e0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requireFresh(uint64 maximumAge) view returns()
func (remoteStakeTable *RemoteStakeTable) PackRequireFresh(maximumAge uint64) []byte {
	enc, err := remoteStakeTable.abi.Pack("requireFresh", maximumAge)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequireFresh is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c3528e0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requireFresh(uint64 maximumAge) view returns()
func (remoteStakeTable *RemoteStakeTable) TryPackRequireFresh(maximumAge uint64) ([]byte, error) {
	return remoteStakeTable.abi.Pack("requireFresh", maximumAge)
}

// PackRollupSlot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0cab2fc4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollupSlot(bytes32 id) pure returns(uint256)
func (remoteStakeTable *RemoteStakeTable) PackRollupSlot(id [32]byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("rollupSlot", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollupSlot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0cab2fc4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollupSlot(bytes32 id) pure returns(uint256)
func (remoteStakeTable *RemoteStakeTable) TryPackRollupSlot(id [32]byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("rollupSlot", id)
}

// UnpackRollupSlot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0cab2fc4.
//
// Solidity: function rollupSlot(bytes32 id) pure returns(uint256)
func (remoteStakeTable *RemoteStakeTable) UnpackRollupSlot(data []byte) (*big.Int, error) {
	out, err := remoteStakeTable.abi.Unpack("rollupSlot", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackShowHeader is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9d73a3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function showHeader(bytes header) returns()
func (remoteStakeTable *RemoteStakeTable) PackShowHeader(header []byte) []byte {
	enc, err := remoteStakeTable.abi.Pack("showHeader", header)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackShowHeader is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9d73a3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function showHeader(bytes header) returns()
func (remoteStakeTable *RemoteStakeTable) TryPackShowHeader(header []byte) ([]byte, error) {
	return remoteStakeTable.abi.Pack("showHeader", header)
}

// RemoteStakeTableHandOff represents a HandOff event raised by the RemoteStakeTable contract.
type RemoteStakeTableHandOff struct {
	L1Number     uint64
	L1BlockHash  [32]byte
	OperatorSets [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const RemoteStakeTableHandOffEventName = "HandOff"

// ContractEventName returns the user-defined event name.
func (RemoteStakeTableHandOff) ContractEventName() string {
	return RemoteStakeTableHandOffEventName
}

// UnpackHandOffEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event HandOff(uint64 indexed l1Number, bytes32 l1BlockHash, bytes32 operatorSets)
func (remoteStakeTable *RemoteStakeTable) UnpackHandOffEvent(log *types.Log) (*RemoteStakeTableHandOff, error) {
	event := "HandOff"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != remoteStakeTable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RemoteStakeTableHandOff)
	if len(log.Data) > 0 {
		if err := remoteStakeTable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range remoteStakeTable.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RemoteStakeTableRollupProven represents a RollupProven event raised by the RemoteStakeTable contract.
type RemoteStakeTableRollupProven struct {
	Rollup       [32]byte
	MachSet      uint32
	MinimumLevel uint8
	Raw          *types.Log // Blockchain specific contextual infos
}

const RemoteStakeTableRollupProvenEventName = "RollupProven"

// ContractEventName returns the user-defined event name.
func (RemoteStakeTableRollupProven) ContractEventName() string {
	return RemoteStakeTableRollupProvenEventName
}

// UnpackRollupProvenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RollupProven(bytes32 indexed rollup, uint32 machSet, uint8 minimumLevel)
func (remoteStakeTable *RemoteStakeTable) UnpackRollupProvenEvent(log *types.Log) (*RemoteStakeTableRollupProven, error) {
	event := "RollupProven"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != remoteStakeTable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RemoteStakeTableRollupProven)
	if len(log.Data) > 0 {
		if err := remoteStakeTable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range remoteStakeTable.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RemoteStakeTableSetHandedOff represents a SetHandedOff event raised by the RemoteStakeTable contract.
type RemoteStakeTableSetHandedOff struct {
	SetId    uint32
	Epoch    uint64
	SetHash  [32]byte
	L1Number uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const RemoteStakeTableSetHandedOffEventName = "SetHandedOff"

// ContractEventName returns the user-defined event name.
func (RemoteStakeTableSetHandedOff) ContractEventName() string {
	return RemoteStakeTableSetHandedOffEventName
}

// UnpackSetHandedOffEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SetHandedOff(uint32 indexed setId, uint64 indexed epoch, bytes32 setHash, uint64 l1Number)
func (remoteStakeTable *RemoteStakeTable) UnpackSetHandedOffEvent(log *types.Log) (*RemoteStakeTableSetHandedOff, error) {
	event := "SetHandedOff"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != remoteStakeTable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RemoteStakeTableSetHandedOff)
	if len(log.Data) > 0 {
		if err := remoteStakeTable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range remoteStakeTable.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (remoteStakeTable *RemoteStakeTable) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["AggregateAtInfinity"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackAggregateAtInfinityError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["AlreadyBootstrapped"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackAlreadyBootstrappedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BadAccountProof"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBadAccountProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BadSetLength"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBadSetLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BadSetsHash"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBadSetsHashError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BadSignatureLength"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBadSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BadStorageProof"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBadStorageProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["BitsBeyondSet"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackBitsBeyondSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["FieldNotPresentInBlockHeader"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackFieldNotPresentInBlockHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["InfinityAggregateKey"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackInfinityAggregateKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["InfinityKey"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackInfinityKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["InfinitySignature"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackInfinitySignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NoOrderingSet"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNoOrderingSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NoSets"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNoSetsError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NoSigners"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNoSignersError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NotAscending"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNotAscendingError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NotAttested"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNotAttestedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NotBootstrapped"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNotBootstrappedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["NotOnCurve"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackNotOnCurveError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["QuorumNotReached"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackQuorumNotReachedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["RLPInvalidEncoding"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackRLPInvalidEncodingError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["SetsNotAscending"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackSetsNotAscendingError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["StaleEpoch"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackStaleEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["StaleSnapshot"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackStaleSnapshotError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["StaleView"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackStaleViewError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["StoreFailed"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackStoreFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["UnknownEpoch"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackUnknownEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["UnknownL1Block"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackUnknownL1BlockError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["UnknownRollup"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackUnknownRollupError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["WeightTooLarge"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackWeightTooLargeError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["WrongHeader"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackWrongHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteStakeTable.abi.Errors["ZeroWeight"].ID.Bytes()[:4]) {
		return remoteStakeTable.UnpackZeroWeightError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RemoteStakeTableAggregateAtInfinity represents a AggregateAtInfinity error raised by the RemoteStakeTable contract.
type RemoteStakeTableAggregateAtInfinity struct {
	SetId uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AggregateAtInfinity(uint32 setId)
func RemoteStakeTableAggregateAtInfinityErrorID() common.Hash {
	return common.HexToHash("0x4337e866aabdb02c5f1049a5f57579102a53272e3398bf824828ca77df20a180")
}

// UnpackAggregateAtInfinityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AggregateAtInfinity(uint32 setId)
func (remoteStakeTable *RemoteStakeTable) UnpackAggregateAtInfinityError(raw []byte) (*RemoteStakeTableAggregateAtInfinity, error) {
	out := new(RemoteStakeTableAggregateAtInfinity)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "AggregateAtInfinity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableAlreadyBootstrapped represents a AlreadyBootstrapped error raised by the RemoteStakeTable contract.
type RemoteStakeTableAlreadyBootstrapped struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyBootstrapped()
func RemoteStakeTableAlreadyBootstrappedErrorID() common.Hash {
	return common.HexToHash("0xb807a0ea402ffa7c63f61fb8f836d15667064aecb8eed1852ac0bb9a62100729")
}

// UnpackAlreadyBootstrappedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyBootstrapped()
func (remoteStakeTable *RemoteStakeTable) UnpackAlreadyBootstrappedError(raw []byte) (*RemoteStakeTableAlreadyBootstrapped, error) {
	out := new(RemoteStakeTableAlreadyBootstrapped)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "AlreadyBootstrapped", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBadAccountProof represents a BadAccountProof error raised by the RemoteStakeTable contract.
type RemoteStakeTableBadAccountProof struct {
	Account common.Address
	Reason  uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func RemoteStakeTableBadAccountProofErrorID() common.Hash {
	return common.HexToHash("0x766da5eee5021e814e719e0006ecf2fe016be0526e291698e28a313f64a27fb8")
}

// UnpackBadAccountProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func (remoteStakeTable *RemoteStakeTable) UnpackBadAccountProofError(raw []byte) (*RemoteStakeTableBadAccountProof, error) {
	out := new(RemoteStakeTableBadAccountProof)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BadAccountProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBadSetLength represents a BadSetLength error raised by the RemoteStakeTable contract.
type RemoteStakeTableBadSetLength struct {
	SetId  uint32
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSetLength(uint32 setId, uint256 length)
func RemoteStakeTableBadSetLengthErrorID() common.Hash {
	return common.HexToHash("0xdffd4f34787cdaac3ce2f547e5e9b3595b687afd6bd193f4694804cd73234569")
}

// UnpackBadSetLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSetLength(uint32 setId, uint256 length)
func (remoteStakeTable *RemoteStakeTable) UnpackBadSetLengthError(raw []byte) (*RemoteStakeTableBadSetLength, error) {
	out := new(RemoteStakeTableBadSetLength)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BadSetLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBadSetsHash represents a BadSetsHash error raised by the RemoteStakeTable contract.
type RemoteStakeTableBadSetsHash struct {
	Given    [32]byte
	Attested [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSetsHash(bytes32 given, bytes32 attested)
func RemoteStakeTableBadSetsHashErrorID() common.Hash {
	return common.HexToHash("0x17fc44a509d9c31eef44e0274bd1e5c3106cbe90c667c923224131838357dc6f")
}

// UnpackBadSetsHashError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSetsHash(bytes32 given, bytes32 attested)
func (remoteStakeTable *RemoteStakeTable) UnpackBadSetsHashError(raw []byte) (*RemoteStakeTableBadSetsHash, error) {
	out := new(RemoteStakeTableBadSetsHash)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BadSetsHash", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBadSignature represents a BadSignature error raised by the RemoteStakeTable contract.
type RemoteStakeTableBadSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature()
func RemoteStakeTableBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x5cd5d2335541c4f2ed05fbe44f397e8b79f8e2333157122d2dab06e378ef7685")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature()
func (remoteStakeTable *RemoteStakeTable) UnpackBadSignatureError(raw []byte) (*RemoteStakeTableBadSignature, error) {
	out := new(RemoteStakeTableBadSignature)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBadSignatureLength represents a BadSignatureLength error raised by the RemoteStakeTable contract.
type RemoteStakeTableBadSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignatureLength(uint256 length)
func RemoteStakeTableBadSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0x7d1250fe7d9f7573d54786d97945cacc9d5addab68df166fcbdfcb55aeb2af96")
}

// UnpackBadSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignatureLength(uint256 length)
func (remoteStakeTable *RemoteStakeTable) UnpackBadSignatureLengthError(raw []byte) (*RemoteStakeTableBadSignatureLength, error) {
	out := new(RemoteStakeTableBadSignatureLength)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BadSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBadStorageProof represents a BadStorageProof error raised by the RemoteStakeTable contract.
type RemoteStakeTableBadStorageProof struct {
	Slot   [32]byte
	Reason uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func RemoteStakeTableBadStorageProofErrorID() common.Hash {
	return common.HexToHash("0x900e85e69aa6707f6bd2ab63259537f8f6362d3234f213a406a1be5df64d6a56")
}

// UnpackBadStorageProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func (remoteStakeTable *RemoteStakeTable) UnpackBadStorageProofError(raw []byte) (*RemoteStakeTableBadStorageProof, error) {
	out := new(RemoteStakeTableBadStorageProof)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BadStorageProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableBitsBeyondSet represents a BitsBeyondSet error raised by the RemoteStakeTable contract.
type RemoteStakeTableBitsBeyondSet struct {
	Signers *big.Int
	Count   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func RemoteStakeTableBitsBeyondSetErrorID() common.Hash {
	return common.HexToHash("0x1b395749be88ce8deb09e13ab9e79c4d14c4d59d4e2173d45b5de236203e1c29")
}

// UnpackBitsBeyondSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func (remoteStakeTable *RemoteStakeTable) UnpackBitsBeyondSetError(raw []byte) (*RemoteStakeTableBitsBeyondSet, error) {
	out := new(RemoteStakeTableBitsBeyondSet)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "BitsBeyondSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableFieldNotPresentInBlockHeader represents a FieldNotPresentInBlockHeader error raised by the RemoteStakeTable contract.
type RemoteStakeTableFieldNotPresentInBlockHeader struct {
	Arg0 uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func RemoteStakeTableFieldNotPresentInBlockHeaderErrorID() common.Hash {
	return common.HexToHash("0x3dc3cd92127fc4da0e036ff229cb9f0428ae04c76c83ebf90371931e08ba2e96")
}

// UnpackFieldNotPresentInBlockHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func (remoteStakeTable *RemoteStakeTable) UnpackFieldNotPresentInBlockHeaderError(raw []byte) (*RemoteStakeTableFieldNotPresentInBlockHeader, error) {
	out := new(RemoteStakeTableFieldNotPresentInBlockHeader)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "FieldNotPresentInBlockHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableInfinityAggregateKey represents a InfinityAggregateKey error raised by the RemoteStakeTable contract.
type RemoteStakeTableInfinityAggregateKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinityAggregateKey()
func RemoteStakeTableInfinityAggregateKeyErrorID() common.Hash {
	return common.HexToHash("0xda2a6d83b0ba7e125486ab97d34d2b422f5a6e4264b86df23c1bd3617ef1572e")
}

// UnpackInfinityAggregateKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinityAggregateKey()
func (remoteStakeTable *RemoteStakeTable) UnpackInfinityAggregateKeyError(raw []byte) (*RemoteStakeTableInfinityAggregateKey, error) {
	out := new(RemoteStakeTableInfinityAggregateKey)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "InfinityAggregateKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableInfinityKey represents a InfinityKey error raised by the RemoteStakeTable contract.
type RemoteStakeTableInfinityKey struct {
	SetId uint32
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinityKey(uint32 setId, uint256 index)
func RemoteStakeTableInfinityKeyErrorID() common.Hash {
	return common.HexToHash("0x894a4960e4444598a1a66150ead0646431e18b2a3eb77b6c98c59ad7d6b54eab")
}

// UnpackInfinityKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinityKey(uint32 setId, uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackInfinityKeyError(raw []byte) (*RemoteStakeTableInfinityKey, error) {
	out := new(RemoteStakeTableInfinityKey)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "InfinityKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableInfinitySignature represents a InfinitySignature error raised by the RemoteStakeTable contract.
type RemoteStakeTableInfinitySignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinitySignature()
func RemoteStakeTableInfinitySignatureErrorID() common.Hash {
	return common.HexToHash("0x421b07b2634075b310a95aeaa63a39b67251413ea7ab259d66e21456961ac327")
}

// UnpackInfinitySignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinitySignature()
func (remoteStakeTable *RemoteStakeTable) UnpackInfinitySignatureError(raw []byte) (*RemoteStakeTableInfinitySignature, error) {
	out := new(RemoteStakeTableInfinitySignature)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "InfinitySignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNoOrderingSet represents a NoOrderingSet error raised by the RemoteStakeTable contract.
type RemoteStakeTableNoOrderingSet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoOrderingSet()
func RemoteStakeTableNoOrderingSetErrorID() common.Hash {
	return common.HexToHash("0x11398dfb1b6814fce2d2d5533400f9c1fddbd0b3a4279b4658f51e01f4a36ea9")
}

// UnpackNoOrderingSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoOrderingSet()
func (remoteStakeTable *RemoteStakeTable) UnpackNoOrderingSetError(raw []byte) (*RemoteStakeTableNoOrderingSet, error) {
	out := new(RemoteStakeTableNoOrderingSet)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NoOrderingSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNoSets represents a NoSets error raised by the RemoteStakeTable contract.
type RemoteStakeTableNoSets struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSets()
func RemoteStakeTableNoSetsErrorID() common.Hash {
	return common.HexToHash("0x843c407a5b5a2604996529415adb2e345b25c2dc56ae24dac56675863adc4dc8")
}

// UnpackNoSetsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSets()
func (remoteStakeTable *RemoteStakeTable) UnpackNoSetsError(raw []byte) (*RemoteStakeTableNoSets, error) {
	out := new(RemoteStakeTableNoSets)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NoSets", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNoSigners represents a NoSigners error raised by the RemoteStakeTable contract.
type RemoteStakeTableNoSigners struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSigners()
func RemoteStakeTableNoSignersErrorID() common.Hash {
	return common.HexToHash("0xc7af40f04dbbe7f3c132fc897339fea9aa96418b5a8074edabf89ed0e4594ae0")
}

// UnpackNoSignersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSigners()
func (remoteStakeTable *RemoteStakeTable) UnpackNoSignersError(raw []byte) (*RemoteStakeTableNoSigners, error) {
	out := new(RemoteStakeTableNoSigners)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NoSigners", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNotAscending represents a NotAscending error raised by the RemoteStakeTable contract.
type RemoteStakeTableNotAscending struct {
	SetId uint32
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAscending(uint32 setId, uint256 index)
func RemoteStakeTableNotAscendingErrorID() common.Hash {
	return common.HexToHash("0xbd2d80accbd8b2d07d90b5a1036fb1c106caf1d6bdf0268acccc785d5d545782")
}

// UnpackNotAscendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAscending(uint32 setId, uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackNotAscendingError(raw []byte) (*RemoteStakeTableNotAscending, error) {
	out := new(RemoteStakeTableNotAscending)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NotAscending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNotAttested represents a NotAttested error raised by the RemoteStakeTable contract.
type RemoteStakeTableNotAttested struct {
	SetHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAttested(bytes32 setHash)
func RemoteStakeTableNotAttestedErrorID() common.Hash {
	return common.HexToHash("0xb2d6809c22a7c9c65b6343d37c1cc3d67daae535efec37028fab77ea994ce5ba")
}

// UnpackNotAttestedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAttested(bytes32 setHash)
func (remoteStakeTable *RemoteStakeTable) UnpackNotAttestedError(raw []byte) (*RemoteStakeTableNotAttested, error) {
	out := new(RemoteStakeTableNotAttested)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NotAttested", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNotBootstrapped represents a NotBootstrapped error raised by the RemoteStakeTable contract.
type RemoteStakeTableNotBootstrapped struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotBootstrapped()
func RemoteStakeTableNotBootstrappedErrorID() common.Hash {
	return common.HexToHash("0x6e27ae10a13deb59b798174e9d74d038e02921ad12355b1b8bd442fd2dc4efab")
}

// UnpackNotBootstrappedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotBootstrapped()
func (remoteStakeTable *RemoteStakeTable) UnpackNotBootstrappedError(raw []byte) (*RemoteStakeTableNotBootstrapped, error) {
	out := new(RemoteStakeTableNotBootstrapped)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NotBootstrapped", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableNotOnCurve represents a NotOnCurve error raised by the RemoteStakeTable contract.
type RemoteStakeTableNotOnCurve struct {
	SetId uint32
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOnCurve(uint32 setId, uint256 index)
func RemoteStakeTableNotOnCurveErrorID() common.Hash {
	return common.HexToHash("0xc46b7b03a2ed204fd881cc47257c67f180c808aef714bf0d7bc3af40f5c9602b")
}

// UnpackNotOnCurveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOnCurve(uint32 setId, uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackNotOnCurveError(raw []byte) (*RemoteStakeTableNotOnCurve, error) {
	out := new(RemoteStakeTableNotOnCurve)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "NotOnCurve", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTablePrecompileFailed represents a PrecompileFailed error raised by the RemoteStakeTable contract.
type RemoteStakeTablePrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func RemoteStakeTablePrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (remoteStakeTable *RemoteStakeTable) UnpackPrecompileFailedError(raw []byte) (*RemoteStakeTablePrecompileFailed, error) {
	out := new(RemoteStakeTablePrecompileFailed)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableQuorumNotReached represents a QuorumNotReached error raised by the RemoteStakeTable contract.
type RemoteStakeTableQuorumNotReached struct {
	SignedWeight *big.Int
	TotalWeight  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func RemoteStakeTableQuorumNotReachedErrorID() common.Hash {
	return common.HexToHash("0x6a2159843653f10db54c042cb44fca2acd5ab362e9d6b07cb6ba038cc88440ed")
}

// UnpackQuorumNotReachedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func (remoteStakeTable *RemoteStakeTable) UnpackQuorumNotReachedError(raw []byte) (*RemoteStakeTableQuorumNotReached, error) {
	out := new(RemoteStakeTableQuorumNotReached)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "QuorumNotReached", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableRLPInvalidEncoding represents a RLPInvalidEncoding error raised by the RemoteStakeTable contract.
type RemoteStakeTableRLPInvalidEncoding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RLPInvalidEncoding()
func RemoteStakeTableRLPInvalidEncodingErrorID() common.Hash {
	return common.HexToHash("0xf3dd700486d05c537b5facf4c114ba6b400473774588d1ffb11e80a83758e4df")
}

// UnpackRLPInvalidEncodingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RLPInvalidEncoding()
func (remoteStakeTable *RemoteStakeTable) UnpackRLPInvalidEncodingError(raw []byte) (*RemoteStakeTableRLPInvalidEncoding, error) {
	out := new(RemoteStakeTableRLPInvalidEncoding)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "RLPInvalidEncoding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableSetsNotAscending represents a SetsNotAscending error raised by the RemoteStakeTable contract.
type RemoteStakeTableSetsNotAscending struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SetsNotAscending(uint256 index)
func RemoteStakeTableSetsNotAscendingErrorID() common.Hash {
	return common.HexToHash("0xe8179b62512e264c6c6f750224b1ef8c238b1144e19bd23c7ede41aedc47c26f")
}

// UnpackSetsNotAscendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SetsNotAscending(uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackSetsNotAscendingError(raw []byte) (*RemoteStakeTableSetsNotAscending, error) {
	out := new(RemoteStakeTableSetsNotAscending)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "SetsNotAscending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableStaleEpoch represents a StaleEpoch error raised by the RemoteStakeTable contract.
type RemoteStakeTableStaleEpoch struct {
	SetId  uint32
	Epoch  uint64
	Newest uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StaleEpoch(uint32 setId, uint64 epoch, uint64 newest)
func RemoteStakeTableStaleEpochErrorID() common.Hash {
	return common.HexToHash("0xb370511b548cb3d3944f8b59dbcc2780280d17d0921ccfa3881131d00471cc84")
}

// UnpackStaleEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StaleEpoch(uint32 setId, uint64 epoch, uint64 newest)
func (remoteStakeTable *RemoteStakeTable) UnpackStaleEpochError(raw []byte) (*RemoteStakeTableStaleEpoch, error) {
	out := new(RemoteStakeTableStaleEpoch)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "StaleEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableStaleSnapshot represents a StaleSnapshot error raised by the RemoteStakeTable contract.
type RemoteStakeTableStaleSnapshot struct {
	L1Time     uint64
	MaximumAge uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StaleSnapshot(uint64 l1Time, uint64 maximumAge)
func RemoteStakeTableStaleSnapshotErrorID() common.Hash {
	return common.HexToHash("0x6ab102ff61e930a7dbcc061d3f37c668c94db96721fc8b5f0ca02158548650b4")
}

// UnpackStaleSnapshotError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StaleSnapshot(uint64 l1Time, uint64 maximumAge)
func (remoteStakeTable *RemoteStakeTable) UnpackStaleSnapshotError(raw []byte) (*RemoteStakeTableStaleSnapshot, error) {
	out := new(RemoteStakeTableStaleSnapshot)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "StaleSnapshot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableStaleView represents a StaleView error raised by the RemoteStakeTable contract.
type RemoteStakeTableStaleView struct {
	Number uint64
	Last   uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StaleView(uint64 number, uint64 last)
func RemoteStakeTableStaleViewErrorID() common.Hash {
	return common.HexToHash("0x1aa485c7c420626cbd17b6fafe70f0e0637d48ddd5a7aa95b84ec92175dc32b4")
}

// UnpackStaleViewError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StaleView(uint64 number, uint64 last)
func (remoteStakeTable *RemoteStakeTable) UnpackStaleViewError(raw []byte) (*RemoteStakeTableStaleView, error) {
	out := new(RemoteStakeTableStaleView)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "StaleView", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableStoreFailed represents a StoreFailed error raised by the RemoteStakeTable contract.
type RemoteStakeTableStoreFailed struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoreFailed(uint256 index)
func RemoteStakeTableStoreFailedErrorID() common.Hash {
	return common.HexToHash("0x3e7f8db073e4eba3c4974021ca0e02bb08bc878a3ef57b3e0045d5e468b51eee")
}

// UnpackStoreFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoreFailed(uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackStoreFailedError(raw []byte) (*RemoteStakeTableStoreFailed, error) {
	out := new(RemoteStakeTableStoreFailed)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "StoreFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableUnknownEpoch represents a UnknownEpoch error raised by the RemoteStakeTable contract.
type RemoteStakeTableUnknownEpoch struct {
	SetId uint32
	Epoch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func RemoteStakeTableUnknownEpochErrorID() common.Hash {
	return common.HexToHash("0xa2645dc4f7f12b6d53c5ef43dac06f297d0f68c041962eb37861bc738f0d0fa1")
}

// UnpackUnknownEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func (remoteStakeTable *RemoteStakeTable) UnpackUnknownEpochError(raw []byte) (*RemoteStakeTableUnknownEpoch, error) {
	out := new(RemoteStakeTableUnknownEpoch)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "UnknownEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableUnknownL1Block represents a UnknownL1Block error raised by the RemoteStakeTable contract.
type RemoteStakeTableUnknownL1Block struct {
	Number    uint64
	BlockHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownL1Block(uint64 number, bytes32 blockHash)
func RemoteStakeTableUnknownL1BlockErrorID() common.Hash {
	return common.HexToHash("0x571c9b25c26b2fd6c71b7131cdb727fa7bc0d3d4104ac4cdd4bd3490228162a5")
}

// UnpackUnknownL1BlockError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownL1Block(uint64 number, bytes32 blockHash)
func (remoteStakeTable *RemoteStakeTable) UnpackUnknownL1BlockError(raw []byte) (*RemoteStakeTableUnknownL1Block, error) {
	out := new(RemoteStakeTableUnknownL1Block)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "UnknownL1Block", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableUnknownRollup represents a UnknownRollup error raised by the RemoteStakeTable contract.
type RemoteStakeTableUnknownRollup struct {
	Id [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownRollup(bytes32 id)
func RemoteStakeTableUnknownRollupErrorID() common.Hash {
	return common.HexToHash("0xa757a52958daad9f26c9c434b1e179d9d1cb45e72ccf5e8e423982f6b4ff7148")
}

// UnpackUnknownRollupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownRollup(bytes32 id)
func (remoteStakeTable *RemoteStakeTable) UnpackUnknownRollupError(raw []byte) (*RemoteStakeTableUnknownRollup, error) {
	out := new(RemoteStakeTableUnknownRollup)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "UnknownRollup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableWeightTooLarge represents a WeightTooLarge error raised by the RemoteStakeTable contract.
type RemoteStakeTableWeightTooLarge struct {
	SetId uint32
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WeightTooLarge(uint32 setId, uint256 index)
func RemoteStakeTableWeightTooLargeErrorID() common.Hash {
	return common.HexToHash("0xbff2ef6af1efdb0980903b7a281cc8bf00264e853241b4be1a75ce36edce25f0")
}

// UnpackWeightTooLargeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WeightTooLarge(uint32 setId, uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackWeightTooLargeError(raw []byte) (*RemoteStakeTableWeightTooLarge, error) {
	out := new(RemoteStakeTableWeightTooLarge)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "WeightTooLarge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableWrongHeader represents a WrongHeader error raised by the RemoteStakeTable contract.
type RemoteStakeTableWrongHeader struct {
	Wanted [32]byte
	Given  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func RemoteStakeTableWrongHeaderErrorID() common.Hash {
	return common.HexToHash("0x340b3b5e27029527e8ecd2308d949fbebfcd5732398de5c4fff730a330bfefd3")
}

// UnpackWrongHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func (remoteStakeTable *RemoteStakeTable) UnpackWrongHeaderError(raw []byte) (*RemoteStakeTableWrongHeader, error) {
	out := new(RemoteStakeTableWrongHeader)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "WrongHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteStakeTableZeroWeight represents a ZeroWeight error raised by the RemoteStakeTable contract.
type RemoteStakeTableZeroWeight struct {
	SetId uint32
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroWeight(uint32 setId, uint256 index)
func RemoteStakeTableZeroWeightErrorID() common.Hash {
	return common.HexToHash("0x6669ceb798627724ede4c3518dc8b87154c51f7af853dc1d3fd0a1469fc37f72")
}

// UnpackZeroWeightError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroWeight(uint32 setId, uint256 index)
func (remoteStakeTable *RemoteStakeTable) UnpackZeroWeightError(raw []byte) (*RemoteStakeTableZeroWeight, error) {
	out := new(RemoteStakeTableZeroWeight)
	if err := remoteStakeTable.abi.UnpackIntoInterface(out, "ZeroWeight", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierMetaData contains all meta data concerning the RemoteVerifier contract.
var RemoteVerifierMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"table\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"maximumAge_\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"maximumAge\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractINetworkTerms\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"stakeTable\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyFinality\",\"inputs\":[{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"error\",\"name\":\"BadSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BitsBeyondSet\",\"inputs\":[{\"name\":\"signers\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InfinityAggregateKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InfinitySignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"LevelTooLow\",\"inputs\":[{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"minimum\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"NoSigners\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"QuorumNotReached\",\"inputs\":[{\"name\":\"signedWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}]",
	ID:  "RemoteVerifier",
	Bin: "0x610120806040523461010f576040816113fc80380380916100208285610126565b83398101031261010f578051906001600160a01b0382169081830361010f5760200151916001600160401b038316830361010f578160209160049360805260a0524660c0526040519283809263f698da2560e01b82525afa90811561011b575f916100e5575b5060e0526101005260405161129e908161015e823960805181818160fa01526101e8015260a051818181610348015281816105f001526106c4015260c0518161026c015260e05181610295015261010051818181608801526101aa0152f35b90506020813d602011610113575b8161010060209383610126565b8101031261010f57515f610086565b5f80fd5b3d91506100f3565b6040513d5f823e3d90fd5b601f909101601f19168101906001600160401b0382119082101761014957604052565b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081635c0503471461067c57508063c03cbb791461011e578063c35789cd146100af5763f2f62b301461004a575f80fd5b346100ac57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100ac57602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346100ac57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126100ac57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610678577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101408112610678576101001361067857610104356101243567ffffffffffffffff8111610678573660238201121561067857806004013567ffffffffffffffff811161067857602482019160248236920101116106785767ffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016806105d9575b5073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001692604051937f963cf0200000000000000000000000000000000000000000000000000000000085526004356004860152604085602481845afa80156105415786958791610586575b5060ff908161025d610756565b9116918291161061054c5750467f0000000000000000000000000000000000000000000000000000000000000000036104c3575060427f00000000000000000000000000000000000000000000000000000000000000005b6101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c168781526101006004602083013720604051917f190100000000000000000000000000000000000000000000000000000000000083526002830152602282015220936024359067ffffffffffffffff821682036104bf57610100840361049357821561046b579061036c92917f0000000000000000000000000000000000000000000000000000000000000000610766565b939190946060820151604083015117602083015183511717156104435782610395928592610c17565b156103e85750508060011b60038302106103b9576040809350519182526020820152f35b82917f6a2159840000000000000000000000000000000000000000000000000000000060449452600452602452fd5b6103f56004928692610f1b565b61041e577f5cd5d233000000000000000000000000000000000000000000000000000000008152fd5b7f421b07b2000000000000000000000000000000000000000000000000000000008152fd5b6004877fda2a6d83000000000000000000000000000000000000000000000000000000008152fd5b6004877fc7af40f0000000000000000000000000000000000000000000000000000000008152fd5b602487857f7d1250fe000000000000000000000000000000000000000000000000000000008252600452fd5b8680fd5b6020600491604051928380927ff698da250000000000000000000000000000000000000000000000000000000082525afa801561054157869061050a575b604291506102b5565b506020813d602011610539575b81610524602093836106e8565b810103126105355760429051610501565b8580fd5b3d9150610517565b6040513d88823e3d90fd5b8660449160ff61055a610756565b7fb523904b00000000000000000000000000000000000000000000000000000000845216600452602452fd5b9550506040853d6040116105d1575b816105a2604093836106e8565b810103126105355784519463ffffffff861686036104bf57602001519460ff861686036104bf579460ff610250565b3d9150610595565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813b15610678575f906024604051809481937f0c3528e000000000000000000000000000000000000000000000000000000000835260048301525afa801561066d57156101d0576106659194505f906106e8565b5f925f6101d0565b6040513d5f823e3d90fd5b5f80fd5b34610678575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126106785760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761072957604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60e43560ff811681036106785790565b9091605567ffffffffffffffff7dffffffffffffffffffffffffffffffffffffffff000000000000000000009296959616926040519060581b7fff00000000000000000000000000000000000000000000000000000000000000178152836bffffffff00000000000000008660401b161760158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f60358201522060501b167fd694000000000000000000000000000000000000000001000000000000000000811790815f5273ffffffffffffffffffffffffffffffffffffffff60175f20169560405196608060016101008a0180936101808c016040523c6101608801519467ffffffffffffffff86169560801c968615610bd5575050846101000361010081116109d9575f19901c9081198316610ba557828083189214610b68577f55555555555555555555555555555555555555555555555555555555555555558260011c1682037f3333333333333333333333333333333333333333333333333333333333333333808260021c169116018060041c0160ff6f010101010101010101010101010101016f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f82828286160260781c169360801c160260781c1601907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff821682036109d957899160011b8710610a9e576109999293506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b5f9360c8811015610a96575b6101000361010081116109d9575f19901c81169060c81c9281610a62575b505081610a06575b505081038181116109d95791565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6001610a5b93927fd694000000000000000000000000000000000000000003000000000000000000610a5593175f528773ffffffffffffffffffffffffffffffffffffffff60175f2016611133565b90610c0a565b5f806109cb565b610a8e929450906001915f528773ffffffffffffffffffffffffffffffffffffffff60175f2016610f9c565b915f806109c3565b5060c86109a5565b50505060803688375f9360c8811015610b60575b6101000361010081116109d9575f19901c81169060c81c9281610b2d575b505081610adc57505091565b5f610b2a93927fd694000000000000000000000000000000000000000003000000000000000000610a55931782528773ffffffffffffffffffffffffffffffffffffffff6017842016611133565b91565b610b58929450905f9182528773ffffffffffffffffffffffffffffffffffffffff6017842016610f9c565b915f80610ad0565b5060c8610ab2565b92505050610ba092508593949591506040606091805160801c845260108101516020850152603081015160801c828501520151910152565b918190565b85837f1b395749000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b63ffffffff907fa2645dc4000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b919082018092116109d957565b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0001610f14576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e61020082018083116109d9576040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b60098410610eec5750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b818310610eca5750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa1615610e9e575f610300602092600f620668a0fa60015f51141690565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa1694019091879392610e4d565b6020816001929694959651861888528684530192602084604d8960025afa1694019291610dd4565b5050505f90565b9190915f5b838110610f2f57506001925050565b838111610678578181013581850360208110610f8b575b50610f84576020810180911115610f20577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f925050565b5f199060200360031b1b165f610f46565b93925f9460405191841e60ff03600181018091116109d9576070810290808204607014901517156109d9579091836081913c836001945b61100e575050505015610fe257565b7ea48593000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b60018116611027575b6070929092019160011c80610fd3565b9593919080156110f25760808401928385116109d957607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa90816110ea575b5094606083015160801c019690919250611017565b90505f6110d5565b60808401928385116109d95761112e607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b6110c1565b93925f9460405191841e60ff03600181018091116109d9576070810290808204607014901517156109d9579091836001913c836001945b611179575050505015610fe257565b60018116611192575b6070929092019160011c8061116a565b95939190801561125d5760808401928385116109d957607093835160801c9052601083015160a086015260408301517f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab8111603085015160801c016f1a0111ea397fe69a4b1ba7b6434bacd70360c08701527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab0360e08601525b60808561010081600b61c350fa9081611255575b5094606083015160801c019690919250611182565b90505f611240565b60808401928385116109d957611299607094846040606091805160801c845260108101516020850152603081015160801c828501520151910152565b61122c56",
}

// RemoteVerifier is an auto generated Go binding around an Ethereum contract.
type RemoteVerifier struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RemoteVerifier) GetABI() abi.ABI {
	return c.abi
}

// NewRemoteVerifier creates a new instance of RemoteVerifier.
func NewRemoteVerifier() *RemoteVerifier {
	parsed, err := RemoteVerifierMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RemoteVerifier{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RemoteVerifier) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address table, uint64 maximumAge_) returns()
func (remoteVerifier *RemoteVerifier) PackConstructor(table common.Address, maximumAge_ uint64) []byte {
	enc, err := remoteVerifier.abi.Pack("", table, maximumAge_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMaximumAge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f62b30.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function maximumAge() view returns(uint64)
func (remoteVerifier *RemoteVerifier) PackMaximumAge() []byte {
	enc, err := remoteVerifier.abi.Pack("maximumAge")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMaximumAge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f62b30.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function maximumAge() view returns(uint64)
func (remoteVerifier *RemoteVerifier) TryPackMaximumAge() ([]byte, error) {
	return remoteVerifier.abi.Pack("maximumAge")
}

// UnpackMaximumAge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf2f62b30.
//
// Solidity: function maximumAge() view returns(uint64)
func (remoteVerifier *RemoteVerifier) UnpackMaximumAge(data []byte) (uint64, error) {
	out, err := remoteVerifier.abi.Unpack("maximumAge", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (remoteVerifier *RemoteVerifier) PackRestakedRollups() []byte {
	enc, err := remoteVerifier.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (remoteVerifier *RemoteVerifier) TryPackRestakedRollups() ([]byte, error) {
	return remoteVerifier.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (remoteVerifier *RemoteVerifier) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := remoteVerifier.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackStakeTable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c050347.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeTable() view returns(address)
func (remoteVerifier *RemoteVerifier) PackStakeTable() []byte {
	enc, err := remoteVerifier.abi.Pack("stakeTable")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeTable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c050347.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeTable() view returns(address)
func (remoteVerifier *RemoteVerifier) TryPackStakeTable() ([]byte, error) {
	return remoteVerifier.abi.Pack("stakeTable")
}

// UnpackStakeTable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c050347.
//
// Solidity: function stakeTable() view returns(address)
func (remoteVerifier *RemoteVerifier) UnpackStakeTable(data []byte) (common.Address, error) {
	out, err := remoteVerifier.abi.Unpack("stakeTable", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackVerifyFinality is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc03cbb79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifyFinality((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (remoteVerifier *RemoteVerifier) PackVerifyFinality(claim FinalityClaim, signers *big.Int, signature []byte) []byte {
	enc, err := remoteVerifier.abi.Pack("verifyFinality", claim, signers, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerifyFinality is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc03cbb79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verifyFinality((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (remoteVerifier *RemoteVerifier) TryPackVerifyFinality(claim FinalityClaim, signers *big.Int, signature []byte) ([]byte, error) {
	return remoteVerifier.abi.Pack("verifyFinality", claim, signers, signature)
}

// UnpackVerifyFinality is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc03cbb79.
//
// Solidity: function verifyFinality((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim, uint256 signers, bytes signature) view returns(uint256 signedWeight, uint256 totalWeight)
func (remoteVerifier *RemoteVerifier) UnpackVerifyFinality(data []byte) (VerifyFinalityOutput, error) {
	out, err := remoteVerifier.abi.Unpack("verifyFinality", data)
	outstruct := new(VerifyFinalityOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.SignedWeight = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.TotalWeight = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (remoteVerifier *RemoteVerifier) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["BadSignature"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackBadSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["BadSignatureLength"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackBadSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["BitsBeyondSet"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackBitsBeyondSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["InfinityAggregateKey"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackInfinityAggregateKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["InfinitySignature"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackInfinitySignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["LevelTooLow"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackLevelTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["NoSigners"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackNoSignersError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["QuorumNotReached"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackQuorumNotReachedError(raw[4:])
	}
	if bytes.Equal(raw[:4], remoteVerifier.abi.Errors["UnknownEpoch"].ID.Bytes()[:4]) {
		return remoteVerifier.UnpackUnknownEpochError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RemoteVerifierBadSignature represents a BadSignature error raised by the RemoteVerifier contract.
type RemoteVerifierBadSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignature()
func RemoteVerifierBadSignatureErrorID() common.Hash {
	return common.HexToHash("0x5cd5d2335541c4f2ed05fbe44f397e8b79f8e2333157122d2dab06e378ef7685")
}

// UnpackBadSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignature()
func (remoteVerifier *RemoteVerifier) UnpackBadSignatureError(raw []byte) (*RemoteVerifierBadSignature, error) {
	out := new(RemoteVerifierBadSignature)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "BadSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierBadSignatureLength represents a BadSignatureLength error raised by the RemoteVerifier contract.
type RemoteVerifierBadSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSignatureLength(uint256 length)
func RemoteVerifierBadSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0x7d1250fe7d9f7573d54786d97945cacc9d5addab68df166fcbdfcb55aeb2af96")
}

// UnpackBadSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSignatureLength(uint256 length)
func (remoteVerifier *RemoteVerifier) UnpackBadSignatureLengthError(raw []byte) (*RemoteVerifierBadSignatureLength, error) {
	out := new(RemoteVerifierBadSignatureLength)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "BadSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierBitsBeyondSet represents a BitsBeyondSet error raised by the RemoteVerifier contract.
type RemoteVerifierBitsBeyondSet struct {
	Signers *big.Int
	Count   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func RemoteVerifierBitsBeyondSetErrorID() common.Hash {
	return common.HexToHash("0x1b395749be88ce8deb09e13ab9e79c4d14c4d59d4e2173d45b5de236203e1c29")
}

// UnpackBitsBeyondSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BitsBeyondSet(uint256 signers, uint256 count)
func (remoteVerifier *RemoteVerifier) UnpackBitsBeyondSetError(raw []byte) (*RemoteVerifierBitsBeyondSet, error) {
	out := new(RemoteVerifierBitsBeyondSet)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "BitsBeyondSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierInfinityAggregateKey represents a InfinityAggregateKey error raised by the RemoteVerifier contract.
type RemoteVerifierInfinityAggregateKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinityAggregateKey()
func RemoteVerifierInfinityAggregateKeyErrorID() common.Hash {
	return common.HexToHash("0xda2a6d83b0ba7e125486ab97d34d2b422f5a6e4264b86df23c1bd3617ef1572e")
}

// UnpackInfinityAggregateKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinityAggregateKey()
func (remoteVerifier *RemoteVerifier) UnpackInfinityAggregateKeyError(raw []byte) (*RemoteVerifierInfinityAggregateKey, error) {
	out := new(RemoteVerifierInfinityAggregateKey)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "InfinityAggregateKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierInfinitySignature represents a InfinitySignature error raised by the RemoteVerifier contract.
type RemoteVerifierInfinitySignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InfinitySignature()
func RemoteVerifierInfinitySignatureErrorID() common.Hash {
	return common.HexToHash("0x421b07b2634075b310a95aeaa63a39b67251413ea7ab259d66e21456961ac327")
}

// UnpackInfinitySignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InfinitySignature()
func (remoteVerifier *RemoteVerifier) UnpackInfinitySignatureError(raw []byte) (*RemoteVerifierInfinitySignature, error) {
	out := new(RemoteVerifierInfinitySignature)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "InfinitySignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierLevelTooLow represents a LevelTooLow error raised by the RemoteVerifier contract.
type RemoteVerifierLevelTooLow struct {
	Level   uint8
	Minimum uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LevelTooLow(uint8 level, uint8 minimum)
func RemoteVerifierLevelTooLowErrorID() common.Hash {
	return common.HexToHash("0xb523904bee5d58fcf861db6620511f9d889f14860e8d97fa4b28238085f0c24f")
}

// UnpackLevelTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LevelTooLow(uint8 level, uint8 minimum)
func (remoteVerifier *RemoteVerifier) UnpackLevelTooLowError(raw []byte) (*RemoteVerifierLevelTooLow, error) {
	out := new(RemoteVerifierLevelTooLow)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "LevelTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierNoSigners represents a NoSigners error raised by the RemoteVerifier contract.
type RemoteVerifierNoSigners struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSigners()
func RemoteVerifierNoSignersErrorID() common.Hash {
	return common.HexToHash("0xc7af40f04dbbe7f3c132fc897339fea9aa96418b5a8074edabf89ed0e4594ae0")
}

// UnpackNoSignersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSigners()
func (remoteVerifier *RemoteVerifier) UnpackNoSignersError(raw []byte) (*RemoteVerifierNoSigners, error) {
	out := new(RemoteVerifierNoSigners)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "NoSigners", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierPrecompileFailed represents a PrecompileFailed error raised by the RemoteVerifier contract.
type RemoteVerifierPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func RemoteVerifierPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (remoteVerifier *RemoteVerifier) UnpackPrecompileFailedError(raw []byte) (*RemoteVerifierPrecompileFailed, error) {
	out := new(RemoteVerifierPrecompileFailed)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierQuorumNotReached represents a QuorumNotReached error raised by the RemoteVerifier contract.
type RemoteVerifierQuorumNotReached struct {
	SignedWeight *big.Int
	TotalWeight  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func RemoteVerifierQuorumNotReachedErrorID() common.Hash {
	return common.HexToHash("0x6a2159843653f10db54c042cb44fca2acd5ab362e9d6b07cb6ba038cc88440ed")
}

// UnpackQuorumNotReachedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QuorumNotReached(uint256 signedWeight, uint256 totalWeight)
func (remoteVerifier *RemoteVerifier) UnpackQuorumNotReachedError(raw []byte) (*RemoteVerifierQuorumNotReached, error) {
	out := new(RemoteVerifierQuorumNotReached)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "QuorumNotReached", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RemoteVerifierUnknownEpoch represents a UnknownEpoch error raised by the RemoteVerifier contract.
type RemoteVerifierUnknownEpoch struct {
	SetId uint32
	Epoch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func RemoteVerifierUnknownEpochErrorID() common.Hash {
	return common.HexToHash("0xa2645dc4f7f12b6d53c5ef43dac06f297d0f68c041962eb37861bc738f0d0fa1")
}

// UnpackUnknownEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func (remoteVerifier *RemoteVerifier) UnpackUnknownEpochError(raw []byte) (*RemoteVerifierUnknownEpoch, error) {
	out := new(RemoteVerifierUnknownEpoch)
	if err := remoteVerifier.abi.UnpackIntoInterface(out, "UnknownEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsMetaData contains all meta data concerning the RestakedRollups contract.
var RestakedRollupsMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"config\",\"type\":\"tuple\",\"internalType\":\"structRestakedRollups.Config\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"metadataURI\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"allocationManager\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrar\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"slasher\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrationFee\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"feeRecipient\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"name\":\"ordering\",\"type\":\"tuple\",\"internalType\":\"structSetParams\",\"components\":[{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"multipliers\",\"type\":\"uint128[]\",\"internalType\":\"uint128[]\"},{\"name\":\"minimumStake\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"capacity\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"DEFAULT_SLASH_WAD\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_CAPACITY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_LEVEL\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_NAME\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_SLASH_WAD\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_STRATEGIES\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MIN_SLASH_WAD\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ORDERING_SET\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"allocationManager\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIAllocationManager\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"availabilityAckDigest\",\"inputs\":[{\"name\":\"header\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"batchHeaderDigest\",\"inputs\":[{\"name\":\"header\",\"type\":\"tuple\",\"internalType\":\"structBatchHeader\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rank\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"timestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"inbox\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"bodyHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"bodySize\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"domainSeparator\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"feeRecipient\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalityAlertDigest\",\"inputs\":[{\"name\":\"alert\",\"type\":\"tuple\",\"internalType\":\"structFinalityAlert\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sequence\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"paused\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalityClaimDigest\",\"inputs\":[{\"name\":\"claim\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"inclusionListDigest\",\"inputs\":[{\"name\":\"list\",\"type\":\"tuple\",\"internalType\":\"structInclusionList\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"transactions\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"l1ViewDigest\",\"inputs\":[{\"name\":\"view_\",\"type\":\"tuple\",\"internalType\":\"structL1View\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"operatorSets\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputs\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"machSet\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"machTerms\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"set\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorRegistrationDigest\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blsKeyHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"consensusKey\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operatorSetParams\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structSetParams\",\"components\":[{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"multipliers\",\"type\":\"uint128[]\",\"internalType\":\"uint128[]\"},{\"name\":\"minimumStake\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"capacity\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"outboxOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"preconfirmationDigest\",\"inputs\":[{\"name\":\"receipt\",\"type\":\"tuple\",\"internalType\":\"structPreconfirmation\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rank\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"transaction\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"position\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"prefixRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"randomRevealDigest\",\"inputs\":[{\"name\":\"round\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerRollup\",\"inputs\":[{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structRollupParams\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"genesisHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"slotMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"ranks\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"slashWad\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sequenced\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"genesisTime\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"spanSlots\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"windowSpans\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"stepMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxBatchBytes\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"forceMillis\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"outbox\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"name\":\"sets\",\"type\":\"tuple[3]\",\"internalType\":\"structSetParams[3]\",\"components\":[{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"multipliers\",\"type\":\"uint128[]\",\"internalType\":\"uint128[]\"},{\"name\":\"minimumStake\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"capacity\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"outputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"registrar\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registrationFee\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollup\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structRollup\",\"components\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"registeredAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"registrant\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structRollupParams\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"genesisHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"slotMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"ranks\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"slashWad\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sequenced\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"genesisTime\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"spanSlots\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"windowSpans\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"stepMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxBatchBytes\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"forceMillis\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"outbox\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"name\":\"stoppedAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollupAt\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structRollup\",\"components\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"registeredAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"registrant\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"internalType\":\"structRollupParams\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"genesisHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"slotMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"ranks\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"slashWad\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sequenced\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"genesisTime\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"spanSlots\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"windowSpans\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"stepMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxBatchBytes\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"forceMillis\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"outbox\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"name\":\"stoppedAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollupCount\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollupId\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setsOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"squad\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"mach\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"vital\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"slasher\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"stopRollup\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"takesMessages\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unjailDigest\",\"inputs\":[{\"name\":\"plea\",\"type\":\"tuple\",\"internalType\":\"structUnjail\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"window\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OperatorSetConfigured\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"params\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structSetParams\",\"components\":[{\"name\":\"strategies\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"multipliers\",\"type\":\"uint128[]\",\"internalType\":\"uint128[]\"},{\"name\":\"minimumStake\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"capacity\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RollupRegistered\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"index\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"registrant\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"params\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structRollupParams\",\"components\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"genesisHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"slotMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"ranks\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"slashWad\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"minimumLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sequenced\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"genesisTime\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"spanSlots\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"windowSpans\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"stepMillis\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxBatchBytes\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"forceMillis\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"outbox\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RollupStopped\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyStopped\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BadCapacity\",\"inputs\":[{\"name\":\"capacity\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"type\":\"error\",\"name\":\"BadMinimumLevel\",\"inputs\":[{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadName\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadSlashWad\",\"inputs\":[{\"name\":\"wad\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadStrategies\",\"inputs\":[{\"name\":\"strategies\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"multipliers\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InsufficientBalance\",\"inputs\":[{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotRegistrant\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrant\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSequenced\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OutOfBounds\",\"inputs\":[{\"name\":\"field\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"least\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"most\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"RollupExists\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StrategiesNotAscending\",\"inputs\":[{\"name\":\"previous\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"next\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"UnknownIndex\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownRollup\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"UnknownSet\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"WrongFee\",\"inputs\":[{\"name\":\"sent\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"due\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ZeroMultiplier\",\"inputs\":[{\"name\":\"strategy\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ZeroValue\",\"inputs\":[{\"name\":\"field\",\"type\":\"string\",\"internalType\":\"string\"}]}]",
	ID:  "RestakedRollups",
	Bin: "0x61020080604052346109d9575f61446c803803809161001e8286610adc565b843982016040838203126109d95782516001600160401b0381116109d95783019260e0848303126109d9576040519360e085016001600160401b03811186821017610aad5760405280516001600160401b0381116109d95783610082918301610aff565b855260208101516001600160401b0381116109d957836100a3918301610aff565b91602086019283526100b760408301610b54565b604087019081526100ca60608401610b54565b94606088019586526100de60808501610b54565b95608089019687526100fe60c060a08701519660a08c0197885201610b54565b60c08a01908152602085015190946001600160401b0382116109d95701926080848403126109d95760405194608086016001600160401b03811187821017610aad5760405284516001600160401b0381116109d957850184601f820112156109d95780519061016c82610b68565b9161017a6040519384610adc565b80835260208084019160051b830101918783116109d957602001905b828210610a9557505050865260208501516001600160401b0381116109d95785019380601f860112156109d95784516101ce81610b68565b956101dc6040519788610adc565b81875260208088019260051b8201019283116109d957602001905b828210610a7d5750505060208601938452606061021660408701610b7f565b956040880196875201519661ffff881688036109d957606087019788528b519b6040809d8151906102478383610adc565b600182526020820190603160f81b825261026081610c62565b6101205261026d83610c62565b6101405260208151910120918260e05251902080610100524660a05282519160208301937f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f855283015260608201524660808201523060a082015260a081526102d760c082610adc565b5190206080523060c052515115610a525789516001600160a01b031615610a23578051151580610a11575b6109dd5782516001600160a01b039081166101605284518116610180528a5181166101a05290516101c052905181166101e05290519651961695863b156109d9575f61036f918b8051938492839263a982182160e01b845230600485015260248401526044830190610b93565b0381838b5af180156109cf576109ba575b50516001600160a01b0316853b156109b6578851906334f65bfd60e21b825230600483015260248201528781604481838a5af180156109ac57908891610993575b50508751956103d08988610adc565b60018752601f198901885b81811061097c575050516001600160a01b0316936103f7610bb7565b5083515180158015610972575b8015610966575b61094b5761ffff82511680158015610940575b61092e57508890815b8183106108b457505050878052600260205288882084518051906001600160401b0382116108a0576801000000000000000082116108a0576020908b845484865584818110610885575b50505001828b5260208b208b5b8381106108685750508451805160018501935091506001600160401b03821161085457680100000000000000008211610854576020908c8454848655808510610805575b505001918b5260208b208160011c918c5b8381106107c057506001198116900380610776575b50505050906002899394920160018060801b0383511681549061ffff60801b845160801b169160018060901b031916171790558951916020835261053886516080602086015260a0850190610c0b565b945194601f19848203018c85015260208087519283815201960190855b81811061075457505090516001600160801b03166060840152505161ffff16608082015290917f90bc8fd4eea919b3d9214a1ae9ad6bf07317af50ea2d74de434628f00cba8984919081900390a251908551916105b183610ac1565b8583526020830152858201526105c683610bd6565b526105d082610bd6565b50803b15610750579082908451928391633dff8e7d60e01b83526044830130600485015287602485015281518091526064840190602060648260051b87010193019186905b8282106106f357505050508383809203925af180156106e9576106d1575b82516137b59081610cb7823960805181612f45015260a05181612ffc015260c05181612f16015260e05181612f9401526101005181612fba01526101205181610b9801526101405181610bc201526101605181818161080b0152611c480152610180518161264801526101a05181818161090c015261176e01526101c051818181610d3d015261271101526101e051818181611d1001526124bd0152f35b6106dc828092610adc565b6106e65780610633565b80fd5b83513d84823e3d90fd5b92955092600191949650602080916063198a820301855287519063ffffffff82511681528c61072f848401516060868501526060840190610c0b565b9281878060a01b039101511691015296019201920192879593879593610615565b8280fd5b82516001600160801b031688526020978801978d975090920191600101610555565b928c938d5b81811061079157505050015560025f80806104e8565b82516001600160801b03908116600783901b90811b91901b19909616959095179460209092019160010161077b565b8d805b600281106107d85750838201556001016104d3565b86519096916001916020916001600160801b0360078b901b81811b199092169216901b17920196016107c3565b83600161083393818801821c92818a85935220019260108860041b168061083a575b500160011c0390610c47565b8c5f6104c2565b5f198501908154905f19908a0360031b1c1690555f610827565b634e487b7160e01b8c52604160045260248cfd5b82516001600160a01b03168183015560209092019160010161047e565b8085848961089896522001910390610c47565b8b5f84610471565b634e487b7160e01b8b52604160045260248bfd5b86516001600160a01b03906108ca908590610bf7565b5116906001600160a01b031680821115610919575084516001600160801b03906108f5908590610bf7565b51161561090757600190920191610427565b6331d5543360e21b8b5260045260248afd5b635e6d5b4560e01b8c5260045260245260448afd5b631529f2f360e21b8a52600452602489fd5b50610100811161041e565b825151633ae793fb60e21b8a52600491909152602452604488fd5b5082515181141561040b565b5060088111610404565b602090610987610bb7565b82828c010152016103db565b8161099d91610adc565b6109a857865f6103c1565b8680fd5b89513d8a823e3d90fd5b8780fd5b6109c79198505f90610adc565b5f965f610380565b8a513d5f823e3d90fd5b5f80fd5b8b5163046c82ad60e41b815260206004820152600c60248201526b199959549958da5c1a595b9d60a21b6044820152606490fd5b5081516001600160a01b031615610302565b8b5163046c82ad60e41b815260206004820152600760248201526639b630b9b432b960c91b6044820152606490fd5b60648c5163046c82ad60e41b81526020600482015260046024820152636e616d6560e01b6044820152fd5b60208091610a8a84610b7f565b8152019101906101f7565b60208091610aa284610b54565b815201910190610196565b634e487b7160e01b5f52604160045260245ffd5b606081019081106001600160401b03821117610aad57604052565b601f909101601f19168101906001600160401b03821190821017610aad57604052565b81601f820112156109d9578051906001600160401b038211610aad5760405192610b33601f8401601f191660200185610adc565b828452602083830101116109d957815f9260208093018386015e8301015290565b51906001600160a01b03821682036109d957565b6001600160401b038111610aad5760051b60200190565b51906001600160801b03821682036109d957565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b60405190610bc482610ac1565b5f604083828152606060208201520152565b805115610be35760200190565b634e487b7160e01b5f52603260045260245ffd5b8051821015610be35760209160051b010190565b90602080835192838152019201905f5b818110610c285750505090565b82516001600160a01b0316845260209384019390920191600101610c1b565b5f5b828110610c5557505050565b5f82820155600101610c49565b601f815111610c8d576020815191015160208210610c7e571790565b5f198260200360031b1b161790565b60405163305a27a960e01b815260206004820152908190610cb2906024830190610b93565b0390fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c90816314c44e09146126fc5750806314e563141461268e5780631e75e41a1461266c5780632b20e3971461261c5780632d27849c1461259457806338a506be146125765780633a5ddf301461255a5780633df756ec1461254057806344ce51c1146124e157806346904840146124915780634a1750ef146123e15780634ae5c2a3146123b55780634fca111b146123205780635b765455146121f75780635e2a9334146121565780636b3cc3c51461208857806371801f5d14610cf0578063756bf25414610cd4578063767f06ae14610cb85780637971d3d914610c9657806384b0196e14610b7e5780638d26729214610af357806391e8676214610a8c578063963cf02014610a44578063a49062d414610a28578063af1afa16146109b8578063b0630dec14610930578063b1344271146108df578063bb0503c914610852578063bdfdd9ac1461082f578063ca8aa7c7146107de578063d2c0b426146105f8578063d512dfc9146104a9578063f21d6db8146102db578063f4e92675146102bd578063f698da25146102a25763f922a2e3146101b5575f80fd5b3461029f57608060031936011261029f576101ce612eff565b9060405160208101917f73948f9cc798cb944b5f1f091dd1743a6143fcf11e2d1af55ead5dab78da41fe8352600435604083015267ffffffffffffffff6102136128e7565b16606083015267ffffffffffffffff61022a6128fe565b1660808301526064359081151580920361029f5760206102978686868660a082015260a0815261025b60c082612ac3565b51902090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b604051908152f35b80fd5b503461029f578060031936011261029f576020610297612eff565b503461029f578060031936011261029f576020600454604051908152f35b503461029f57602060031936011261029f57600435906102f9612b5b565b50818152600360205260408120541561047e578061047a926040925260036020522067ffffffffffffffff60086040519261033384612a52565b80548452600181015463ffffffff81166020860152838160201c16604086015260601c606085015260405161036781612a6e565b6040516103828161037b8160028701612c28565b0382612ac3565b81528360038301541660208201526004820154604082015283600583015463ffffffff8116606084015260ff8160201c166080840152818160281c1660a084015260ff8160681c1660c084015260ff8160701c16151560e0840152818160781c1661010084015260b81c1661012082015283600683015463ffffffff811661014084015263ffffffff8160201c1661016084015263ffffffff8160401c1661018084015263ffffffff8160601c166101a084015260801c166101c082015273ffffffffffffffffffffffffffffffffffffffff6007830154166101e0820152608085015201541660a082015260405191829182612759565b0390f35b6024917fa757a529000000000000000000000000000000000000000000000000000000008252600452fd5b503461029f5761018060031936011261029f576104c4612eff565b9060405160208101917fae1880f1389029e38b01f3c2fe341c5f6002c6d71f65eda41107ec4b346ee8ab8352600435604083015267ffffffffffffffff6105096128e7565b16606083015267ffffffffffffffff6105206128fe565b16608083015263ffffffff61053361294b565b1660a083015260843567ffffffffffffffff81168091036105f45760c083015260a43567ffffffffffffffff81168091036105f45760e083015260c43567ffffffffffffffff81168091036105f45761010083015260e43567ffffffffffffffff81168091036105f457610120830152610104356101408301526101243561016083015261014435610180830152610164359063ffffffff821680920361029f576020610297868686866101a08201526101a0815261025b6101c082612ac3565b5080fd5b503461029f57602060031936011261029f5760043563ffffffff81168091036105f45781606060405161062a81612a8b565b8181528160208201528260408201520152808252600260205261ffff600260408420015460801c16156107b35781526002602052604081206040519061066f82612a8b565b60405180816020845492838152018487526020872092875b81811061078457505061069c92500382612ac3565b825260018101926040519081602086549182815201958252602082205b816001840110610752578361047a9761ffff9694600296946106ed94549181811061072f575b10610721575b500382612ac3565b602085015201546fffffffffffffffffffffffffffffffff8116604084015260801c166060820152604051918291826129b8565b60801c81526020015f6106e5565b9260206001916fffffffffffffffffffffffffffffffff851681520193016106df565b956001604060029289546fffffffffffffffffffffffffffffffff8116825260801c60208201520197019201916106b9565b845473ffffffffffffffffffffffffffffffffffffffff16835260019485019486945060209093019201610687565b7fa4bd93d9000000000000000000000000000000000000000000000000000000008252600452602490fd5b503461029f578060031936011261029f57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461029f578060031936011261029f57602060405167016345785d8a00008152f35b503461029f5761010060031936011261029f57506020610297610873612eff565b6101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c168781526101006004868301372090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b503461029f578060031936011261029f57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461029f57608060031936011261029f57506020610297610950612eff565b604051838101907fefc4abb71a7057dceb7a5b0910898b376a26f9af67d9eb713a1fb077a4bea588825267ffffffffffffffff61098b6128d0565b1660408201526024356060820152604435608082015260643560a082015260a0815261025b60c082612ac3565b503461029f57602060031936011261029f5760206102976109d76128d0565b6109df612eff565b9060405167ffffffffffffffff858201927f6fe131dbef54fd2b8a3caf041abff30ee279a8874d1e913c9a5c49c042c5994884521660408201526040815261025b606082612ac3565b503461029f578060031936011261029f57602060405160028152f35b503461029f57602060031936011261029f5760409060ff60058360043593610a6b85612d2f565b948152600360205220015460681c1663ffffffff8351921682526020820152f35b503461029f57602060031936011261029f5760043590818152600360205267ffffffffffffffff600160408320015460201c161561047e57600760408260209473ffffffffffffffffffffffffffffffffffffffff94526003855220015416604051908152f35b503461029f57602060031936011261029f57610b10600435612d2f565b9063ffffffff8216915f1983019163ffffffff8311610b515750606092610b3b63ffffffff92612d17565b9082604051941684526020840152166040820152f35b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b503461029f578060031936011261029f57610c3a90610bbc7f000000000000000000000000000000000000000000000000000000000000000061366e565b90610be67f000000000000000000000000000000000000000000000000000000000000000061366e565b906020610c4860405193610bfa8386612ac3565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e0880190612734565b908682036040880152612734565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110610c7f57505050500390f35b835185528695509381019392810192600101610c70565b503461029f578060031936011261029f576020604051662386f26fc100008152f35b503461029f578060031936011261029f57602060405160088152f35b503461029f578060031936011261029f57602060405160408152f35b6040600319360112611a745767ffffffffffffffff60043511611a745761020060031960043536030112611a745767ffffffffffffffff60243511611a74573660646024350111611a74577f000000000000000000000000000000000000000000000000000000000000000080340361205957610d79610d74602460043501612da1565b612cc8565b805f52600360205260405f205461202e575f8181526003602090815260409091208281556004544390921b6bffffffffffffffff000000001663ffffffff92909216919091173360601b7fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016176001820155610df3612ae6565b50604051610e0081612a6e565b6004356004013567ffffffffffffffff8111611a74576004350136602382011215611a7457600481013567ffffffffffffffff81116118cf5760405191610e51601f8301601f191660200184612ac3565b8183523660248284010111611a7457815f9260246020930183860137830101528152610e81602460043501612915565b806020830152604460043501356040830152610ea160646004350161295e565b6060830152610eb4608460043501612e39565b6080830152610ec760a460043501612915565b60a0830152610eda60c460043501612e39565b60c083015260e46004350135908115158203611a745767ffffffffffffffff9160e0840152610f0e61010460043501612915565b610100840152610f2361012460043501612915565b610120840152610f386101446004350161295e565b610140840152610f4d6101646004350161295e565b610160840152610f626101846004350161295e565b610180840152610f776101a46004350161295e565b6101a0840152610f8c6101c460043501612915565b6101c0840152610fa16101e46004350161292a565b6101e08401521615611fd057604081015115611f725780515180158015611f68575b611f3d5750610fd181613022565b60ff60c08201511660028111611f12575067ffffffffffffffff60a08201511615611eff575b67ffffffffffffffff60a082015116662386f26fc1000081108015611eee575b611ec35750805180519067ffffffffffffffff82116118cf5761103d6002850154612bd7565b601f8111611e7d575b50602090601f8311600114611dfb57918073ffffffffffffffffffffffffffffffffffffffff94926101e0945f92611df0575b50505f198260011b9260031b1c19161760028501555b67ffffffffffffffff80602083015116167fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000006003860154161760038501556040810151600485015563ffffffff80606083015116167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000600586015416176005850155608081015181806eff00000000000000000000000000007fff0000000000000000ffffffffffffffffffffffffffffffffffffffffffffff827fffffffffffffffffff0000000000000000ffffffffffffffffffffffffffffff60058b01547fffffffffffffffffffffffffffffffffff00ffffffffffffffffffffffffffff6cffffffffffffffff000000000060a085015160281b16917fffffffffffffffffffffffffffffffffffff00000000000000000000ffffffff64ff000000007effffffffffffffff000000000000000000000000000000000000000000000061012076ffffffffffffffff00000000000000000000000000000061010060e06dff0000000000000000000000000060c08d015160681b169b0151151560701b9d015160781b169c015160b81b169b60201b1691161716171617169116171717600585015563ffffffff8061014083015116167fffffffffffffffffffffffffffffffffffffffffffffffffffffffff0000000060068601541617600685015561016081015160068501546bffffffff000000000000000061018084015160401b167fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff6fffffffff0000000000000000000000006101a086015160601b16927fffffffffffffffffffffffffffffffff000000000000000000000000ffffffff67ffffffff0000000077ffffffffffffffff000000000000000000000000000000006101c089015160801b169660201b169116171617171760068501550151167fffffffffffffffffffffffff0000000000000000000000000000000000000000600783015416176007820155600454680100000000000000008110156118cf578060016113a19201600455612b92565b81549060031b905f1985831b921b19161790556113cf6113ca63ffffffff600184015416612cfd565b612d17565b91608092604051916113e18584612ac3565b60038352601f1985015f5b818110611dd95750505f5b600363ffffffff82161015611ad55763ffffffff811663ffffffff84160163ffffffff8111611aa8576004641fffffffe08360051b166024350101357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7d602435360301811215611a745760243501876003198236030112611a74576040519061147f82612a8b565b600481013567ffffffffffffffff8111611a745760049082010136601f82011215611a74578035906114b082612dd1565b916114be6040519384612ac3565b80835260208084019160051b83010191368311611a7457602001905b828210611a90575050508252602481013567ffffffffffffffff8111611a74576004908201019036601f83011215611a745781359161151883612dd1565b926115266040519485612ac3565b80845260208085019160051b83010191368311611a7457602001905b828210611a78575050506064906020840192835261156260448201612e08565b6040850152013561ffff81168103611a74576060830152611581612de9565b5081515180158015611a6a575b8015611a5e575b611a2c5761ffff60608401511680158015611a21575b6119f657505f90815b8183106119415750505063ffffffff83165f52600260205260405f2090825180519067ffffffffffffffff82116118cf576801000000000000000082116118cf576020908454838655808410611926575b5001835f5260205f205f5b8381106118fc57505050505180519067ffffffffffffffff82116118cf576801000000000000000082116118cf57602090600184015483600186015580841061187e575b500190600183015f5260205f20905f5b8160011c811061183057507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe8116928382036117b4575b505050509163ffffffff93916002600194018a6fffffffffffffffffffffffffffffffff6040840151167fffffffffffffffffffffffffffff00000000000000000000000000000000000071ffff000000000000000000000000000000008454936060870151901b169216171790556040517f90bc8fd4eea919b3d9214a1ae9ad6bf07317af50ea2d74de434628f00cba8984868416918061173d85826129b8565b0390a251846040519261174f84612aa7565b168252602082015273ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015261179f84831688612e25565b526117ac83821687612e25565b5001166113f7565b5f935f905b80840382106117e057505050600190811c90910191909155829060029063ffffffff61169b565b90919460206118266001926fffffffffffffffffffffffffffffffff895116908660041b6fffffffffffffffffffffffffffffffff809160031b9316831b921b19161790565b96019201906117b9565b5f5f5b60028110611848575083820155600101611664565b85519095916001916020916fffffffffffffffffffffffffffffffff60078a901b81811b199092169216901b1792019501611833565b6118b0906001850160011c600187015f52600181865f20019260108860041b16806118b6575b500160011c0390612db6565b8c611654565b5f198501905f198254918a0360031b1c1690555f6118a4565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b600190602073ffffffffffffffffffffffffffffffffffffffff8551169401938184015501611610565b61193b90865f528480855f2001910390612db6565b8d611605565b73ffffffffffffffffffffffffffffffffffffffff80611962858851612e25565b51169116808211156119c857506fffffffffffffffffffffffffffffffff61198b848651612e25565b51161561199d576001909201916115b4565b7fc75550cc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5e6d5b45000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f54a7cbcc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5061010081116115ab565b905151907feb9e4fec000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50815151811415611595565b506008811161158e565b5f80fd5b60208091611a8584612e08565b815201910190611542565b60208091611a9d8461292a565b8152019101906114da565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b83828787827f06404872bdf81abbaf1e55fdaa94216e79074a7791e5dedeb6dc7df1210700a0600763ffffffff6001850154169367ffffffffffffffff611b20602460043501612da1565b169573ffffffffffffffffffffffffffffffffffffffff60405193849333855260406020860152610200604086015267ffffffffffffffff611b69610240870160028401612c28565b9481600384015416606088015260048301548188015281600584015463ffffffff811660a08a015260ff8160201c1660c08a0152818160281c1660e08a015260ff8160681c166101008a015260ff8160701c1615156101208a0152818160781c166101408a015260b81c1661016088015260068301549063ffffffff821661018089015263ffffffff8260201c166101a089015263ffffffff8260401c166101c089015263ffffffff8260601c166101e08901521c166102008601520154166102208301520390a473ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803b15611a745760405180937f3dff8e7d000000000000000000000000000000000000000000000000000000008252604482013060048401526040602484015281518091526064830190602060648260051b8601019301915f905b828210611d55575050505091815f81819503925af1918215611d4a57602092611d3a575b5034611cf557604051908152f35b611d353473ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016612e5a565b610297565b5f611d4491612ac3565b5f611ce7565b6040513d5f823e3d90fd5b91936020817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c600194969883940301855287519063ffffffff8251168152604073ffffffffffffffffffffffffffffffffffffffff81611dc286860151606088870152606086019061296f565b940151169101529601920192018794939192611cc3565b602090611de4612de9565b828288010152016113ec565b015190508780611079565b90601f19831691600286015f52815f20925f5b818110611e6557509260019285926101e09673ffffffffffffffffffffffffffffffffffffffff989610611e4d575b505050811b01600285015561108f565b01515f1960f88460031b161c19169055878080611e3d565b92936020600181928786015181550195019301611e0e565b8281111561104657611eb590600286015f5260205f2090601f850160051c9060208610611ebb575b601f82910160051c039101612db6565b85611046565b5f9150611ea5565b7fbd8c1258000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506706f05b59d3b200008111611017565b67016345785d8a000060a0820152610ff7565b7f088b709c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f15916147000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5060408111610fc3565b60646040517f46c82ad000000000000000000000000000000000000000000000000000000000815260206004820152600b60248201527f67656e65736973486173680000000000000000000000000000000000000000006044820152fd5b60646040517f46c82ad000000000000000000000000000000000000000000000000000000000815260206004820152600760248201527f636861696e4964000000000000000000000000000000000000000000000000006044820152fd5b7f059ca5e5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f23b18f5f000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b34611a745760e0600319360112611a74576120a1612eff565b6040519060208201907fb0d9e2b9cf4f622dde9dd2ac057fd6f8f06db770e2e8c032ed3eb420d1bde2678252600435604084015267ffffffffffffffff6120e66128e7565b16606084015267ffffffffffffffff6120fd6128fe565b16608084015263ffffffff61211061294b565b1660a084015260843560c084015260a4359163ffffffff8316809303611a7457836102979360e0602096015260c435610100820152610100815261025b61012082612ac3565b34611a74576060600319360112611a745761216f612eff565b6040519060208201907f37a9300515c9f4be7194b0177b8a65333426bfb4fc88e87dd551536c6067dea5825260043560408401526024359173ffffffffffffffffffffffffffffffffffffffff8316809303611a745783610297936060602096015267ffffffffffffffff6121e26128fe565b1660808201526080815261025b60a082612ac3565b34611a74576020600319360112611a7457600435805f52600360205260405f208054156122f457600181015460601c8033036122c5575060080167ffffffffffffffff8154166122995780547fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000164367ffffffffffffffff161790557fe1630d3354256236ebd9c5fca22509b685fdc588e5559a0c0ab92e0ad35831595f80a2005b507f27c8d25a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f1c456835000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b507fa757a529000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34611a74576080600319360112611a7457602061029761233e612eff565b604051838101907f1aa7cd8bc4f8d35aba113e0655576a1aaee8fd12e2fd8887552bc9400f6720098252600435604082015267ffffffffffffffff6123816128e7565b16606082015267ffffffffffffffff6123986128fe565b16608082015260643560a082015260a0815261025b60c082612ac3565b34611a74576020600319360112611a745760206123d3600435612d2f565b63ffffffff60405191168152f35b34611a74576060600319360112611a745760043573ffffffffffffffffffffffffffffffffffffffff8116809103611a74576044359073ffffffffffffffffffffffffffffffffffffffff8216809203611a745760209161029791612444612eff565b9160405190858201927f43fb542b67c6caee9d9fa47186eca75d77cd7aa2c4e5561cae703486fe6868d984526040830152602435606083015260808201526080815261025b60a082612ac3565b34611a74575f600319360112611a7457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34611a74576020600319360112611a745760206102976124ff612eff565b604051838101907f8a3032a5bf93295c67c8c7b03f24dabb25ab4f4a41c427f4f1c0c2d428588b20825260043560408201526040815261025b606082612ac3565b34611a74575f600319360112611a745760206040515f8152f35b34611a74575f600319360112611a745760206040516101008152f35b34611a74576020600319360112611a74576020610297610d746128d0565b34611a74576020600319360112611a74576004356125b0612b5b565b506004548110156125f1576125c490612b92565b90549060031b1c5f52600360205261047a60405f2067ffffffffffffffff60086040519261033384612a52565b7f02764329000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34611a74575f600319360112611a7457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34611a74575f600319360112611a745760206040516706f05b59d3b200008152f35b34611a74576020600319360112611a7457600435805f52600360205260405f2067ffffffffffffffff600182015460201c16156122f4578060ff6005602093015460701c1690816126e5575b506040519015158152f35b67ffffffffffffffff9150600801541615826126da565b34611a74575f600319360112611a74576020907f00000000000000000000000000000000000000000000000000000000000000008152f35b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b602081528151602082015263ffffffff602083015116604082015267ffffffffffffffff604083015116606082015273ffffffffffffffffffffffffffffffffffffffff606083015116608082015260c067ffffffffffffffff60a0608085015194838286015273ffffffffffffffffffffffffffffffffffffffff6101e06127f0885161020060e08a01526102e0890190612734565b9785602082015116610100890152604081015161012089015263ffffffff60608201511661014089015260ff60808201511661016089015285858201511661018089015260ff87820151166101a089015260e081015115156101c0890152856101008201511682890152856101208201511661020089015263ffffffff6101408201511661022089015263ffffffff6101608201511661024089015263ffffffff6101808201511661026089015263ffffffff6101a082015116610280890152856101c0820151166102a08901520151166102c086015201511691015290565b6004359067ffffffffffffffff82168203611a7457565b6024359067ffffffffffffffff82168203611a7457565b6044359067ffffffffffffffff82168203611a7457565b359067ffffffffffffffff82168203611a7457565b359073ffffffffffffffffffffffffffffffffffffffff82168203611a7457565b6064359063ffffffff82168203611a7457565b359063ffffffff82168203611a7457565b90602080835192838152019201905f5b81811061298c5750505090565b825173ffffffffffffffffffffffffffffffffffffffff1684526020938401939092019160010161297f565b602081526129d282516080602084015260a083019061296f565b91602081015192601f19838203016040840152602080855192838152019401905f5b818110612a2a5750505061ffff6060826fffffffffffffffffffffffffffffffff60406080950151168286015201511691015290565b82516fffffffffffffffffffffffffffffffff168652602095860195909201916001016129f4565b60c0810190811067ffffffffffffffff8211176118cf57604052565b610200810190811067ffffffffffffffff8211176118cf57604052565b6080810190811067ffffffffffffffff8211176118cf57604052565b6060810190811067ffffffffffffffff8211176118cf57604052565b90601f601f19910116810190811067ffffffffffffffff8211176118cf57604052565b60405190612af382612a6e565b5f6101e083606081528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c08201520152565b60405190612b6882612a52565b5f60a083828152826020820152826040820152826060820152612b89612ae6565b60808201520152565b600454811015612baa5760045f5260205f2001905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b90600182811c92168015612c1e575b6020831014612bf157565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f1691612be6565b5f9291815491612c3783612bd7565b8083529260018116908115612c8c5750600114612c5357505050565b5f9081526020812093945091925b838310612c72575060209250010190565b600181602092949394548385870101520191019190612c61565b905060209495507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091509291921683830152151560051b010190565b60405167ffffffffffffffff602082019246845230604084015216606082015260608152612cf7608082612ac3565b51902090565b63ffffffff166003029063ffffffff8216918203611aa857565b63ffffffff60019116019063ffffffff8211611aa857565b805f526003602052600160405f2001549067ffffffffffffffff8260201c1615612d76575063ffffffff612d668160029316612cfd565b160163ffffffff8111611aa85790565b7fa757a529000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3567ffffffffffffffff81168103611a745790565b5f5b828110612dc457505050565b5f82820155600101612db8565b67ffffffffffffffff81116118cf5760051b60200190565b60405190612df682612aa7565b5f604083828152606060208201520152565b35906fffffffffffffffffffffffffffffffff82168203611a7457565b8051821015612baa5760209160051b010190565b359060ff82168203611a7457565b81810292918115918404141715611aa857565b814710612ecf575f80809373ffffffffffffffffffffffffffffffffffffffff829483604051612e8b602082612ac3565b52165af115612e9657565b3d15612ea7576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b50477fcf479181000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480612ff9575b15612f67577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152612cf760c082612ac3565b507f00000000000000000000000000000000000000000000000000000000000000004614612f3e565b60e0810151156135de5767ffffffffffffffff610100820151169060409182519061304d8483612ac3565b600b82527f67656e6573697354696d6500000000000000000000000000000000000000000060208301526001811080156135d0575b61357657505067ffffffffffffffff610120820151168251906130a58483612ac3565b600882527f6761734c696d69740000000000000000000000000000000000000000000000006020830152620f424081108015613568575b61350c5750506131dc6060820161312f63ffffffff82511685516131008782612ac3565b600a81527f736c6f744d696c6c69730000000000000000000000000000000000000000000060208201526136c5565b63ffffffff6131d3610140850161317e83825116885161314f8a82612ac3565b600981527f7370616e536c6f74730000000000000000000000000000000000000000000000602082015261373c565b82806101608801956131c8828851168b516131998d82612ac3565b600b81527f77696e646f775370616e73000000000000000000000000000000000000000000602082015261373c565b511691511690612e47565b91511690612e47565b8251906131e98483612ac3565b600c82527f77696e646f774d696c6c6973000000000000000000000000000000000000000060208301526103e8811080156134fb575b61349d57505060ff60808201511682519061323a8483612ac3565b600582527f72616e6b730000000000000000000000000000000000000000000000000000006020830152600181108015613493575b61343d5750506132bf63ffffffff6101808301511683516132908582612ac3565b600a81527f737465704d696c6c69730000000000000000000000000000000000000000000060208201526136c5565b63ffffffff6101a0820151168251906132d88483612ac3565b600d82527f6d6178426174636842797465730000000000000000000000000000000000000060208301526209000081108015613431575b6133d75750506101c067ffffffffffffffff910151168151916133328184612ac3565b600b83527f666f7263654d696c6c697300000000000000000000000000000000000000000060208401526103e8821080156133ca575b61337157505050565b6133ae9350519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b9060248301526103e860448301526305265c0060648301520390fd5b506305265c008211613368565b613415925083519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b9060248301526209000060448301526280000060648301520390fd5b5062800000811161330f565b61347b925083519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b90602483015260016044830152601060648301520390fd5b506010811161326f565b6134db925083519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b9060248301526103e8604483015267ffffffffffffffff60648301520390fd5b5067ffffffffffffffff811161321f565b61354a925083519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b906024830152620f4240604483015264e8d4a5100060648301520390fd5b5064e8d4a5100081116130dc565b6135b4925083519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b9060248301526001604483015264ffffffffff60648301520390fd5b5064ffffffffff8111613082565b67ffffffffffffffff6101c063ffffffff60608401511660ff6080850151161782610120850151161763ffffffff610140850151161763ffffffff610160850151161763ffffffff610180850151161763ffffffff6101a08501511617920151161761364657565b7f448c0cc3000000000000000000000000000000000000000000000000000000005f5260045ffd5b60ff811690601f821161369d576040519161368a604084612ac3565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b90600181108015613731575b6136d9575050565b61371892506040519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b9060248301526001604483015261ea6060648301520390fd5b5061ea6081116136d1565b906001811080156137a9575b613750575050565b61378f92506040519283927f808861f9000000000000000000000000000000000000000000000000000000008452608060048501526084840190612734565b906024830152600160448301526201000060648301520390fd5b5062010000811161374856",
}

// RestakedRollups is an auto generated Go binding around an Ethereum contract.
type RestakedRollups struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RestakedRollups) GetABI() abi.ABI {
	return c.abi
}

// NewRestakedRollups creates a new instance of RestakedRollups.
func NewRestakedRollups() *RestakedRollups {
	parsed, err := RestakedRollupsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RestakedRollups{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RestakedRollups) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((string,string,address,address,address,uint256,address) config, (address[],uint128[],uint128,uint16) ordering) returns()
func (restakedRollups *RestakedRollups) PackConstructor(config RestakedRollupsConfig, ordering SetParams) []byte {
	enc, err := restakedRollups.abi.Pack("", config, ordering)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDEFAULTSLASHWAD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbdfdd9ac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) PackDEFAULTSLASHWAD() []byte {
	enc, err := restakedRollups.abi.Pack("DEFAULT_SLASH_WAD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTSLASHWAD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbdfdd9ac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) TryPackDEFAULTSLASHWAD() ([]byte, error) {
	return restakedRollups.abi.Pack("DEFAULT_SLASH_WAD")
}

// UnpackDEFAULTSLASHWAD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbdfdd9ac.
//
// Solidity: function DEFAULT_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) UnpackDEFAULTSLASHWAD(data []byte) (uint64, error) {
	out, err := restakedRollups.abi.Unpack("DEFAULT_SLASH_WAD", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMAXCAPACITY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a5ddf30.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_CAPACITY() view returns(uint16)
func (restakedRollups *RestakedRollups) PackMAXCAPACITY() []byte {
	enc, err := restakedRollups.abi.Pack("MAX_CAPACITY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXCAPACITY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a5ddf30.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_CAPACITY() view returns(uint16)
func (restakedRollups *RestakedRollups) TryPackMAXCAPACITY() ([]byte, error) {
	return restakedRollups.abi.Pack("MAX_CAPACITY")
}

// UnpackMAXCAPACITY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3a5ddf30.
//
// Solidity: function MAX_CAPACITY() view returns(uint16)
func (restakedRollups *RestakedRollups) UnpackMAXCAPACITY(data []byte) (uint16, error) {
	out, err := restakedRollups.abi.Unpack("MAX_CAPACITY", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackMAXLEVEL is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa49062d4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_LEVEL() view returns(uint8)
func (restakedRollups *RestakedRollups) PackMAXLEVEL() []byte {
	enc, err := restakedRollups.abi.Pack("MAX_LEVEL")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXLEVEL is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa49062d4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_LEVEL() view returns(uint8)
func (restakedRollups *RestakedRollups) TryPackMAXLEVEL() ([]byte, error) {
	return restakedRollups.abi.Pack("MAX_LEVEL")
}

// UnpackMAXLEVEL is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa49062d4.
//
// Solidity: function MAX_LEVEL() view returns(uint8)
func (restakedRollups *RestakedRollups) UnpackMAXLEVEL(data []byte) (uint8, error) {
	out, err := restakedRollups.abi.Unpack("MAX_LEVEL", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMAXNAME is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x756bf254.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_NAME() view returns(uint256)
func (restakedRollups *RestakedRollups) PackMAXNAME() []byte {
	enc, err := restakedRollups.abi.Pack("MAX_NAME")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXNAME is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x756bf254.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_NAME() view returns(uint256)
func (restakedRollups *RestakedRollups) TryPackMAXNAME() ([]byte, error) {
	return restakedRollups.abi.Pack("MAX_NAME")
}

// UnpackMAXNAME is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x756bf254.
//
// Solidity: function MAX_NAME() view returns(uint256)
func (restakedRollups *RestakedRollups) UnpackMAXNAME(data []byte) (*big.Int, error) {
	out, err := restakedRollups.abi.Unpack("MAX_NAME", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXSLASHWAD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e75e41a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) PackMAXSLASHWAD() []byte {
	enc, err := restakedRollups.abi.Pack("MAX_SLASH_WAD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXSLASHWAD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e75e41a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) TryPackMAXSLASHWAD() ([]byte, error) {
	return restakedRollups.abi.Pack("MAX_SLASH_WAD")
}

// UnpackMAXSLASHWAD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e75e41a.
//
// Solidity: function MAX_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) UnpackMAXSLASHWAD(data []byte) (uint64, error) {
	out, err := restakedRollups.abi.Unpack("MAX_SLASH_WAD", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMAXSTRATEGIES is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x767f06ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_STRATEGIES() view returns(uint256)
func (restakedRollups *RestakedRollups) PackMAXSTRATEGIES() []byte {
	enc, err := restakedRollups.abi.Pack("MAX_STRATEGIES")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXSTRATEGIES is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x767f06ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_STRATEGIES() view returns(uint256)
func (restakedRollups *RestakedRollups) TryPackMAXSTRATEGIES() ([]byte, error) {
	return restakedRollups.abi.Pack("MAX_STRATEGIES")
}

// UnpackMAXSTRATEGIES is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x767f06ae.
//
// Solidity: function MAX_STRATEGIES() view returns(uint256)
func (restakedRollups *RestakedRollups) UnpackMAXSTRATEGIES(data []byte) (*big.Int, error) {
	out, err := restakedRollups.abi.Unpack("MAX_STRATEGIES", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMINSLASHWAD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7971d3d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MIN_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) PackMINSLASHWAD() []byte {
	enc, err := restakedRollups.abi.Pack("MIN_SLASH_WAD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMINSLASHWAD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7971d3d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MIN_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) TryPackMINSLASHWAD() ([]byte, error) {
	return restakedRollups.abi.Pack("MIN_SLASH_WAD")
}

// UnpackMINSLASHWAD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7971d3d9.
//
// Solidity: function MIN_SLASH_WAD() view returns(uint64)
func (restakedRollups *RestakedRollups) UnpackMINSLASHWAD(data []byte) (uint64, error) {
	out, err := restakedRollups.abi.Unpack("MIN_SLASH_WAD", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackORDERINGSET is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3df756ec.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ORDERING_SET() view returns(uint32)
func (restakedRollups *RestakedRollups) PackORDERINGSET() []byte {
	enc, err := restakedRollups.abi.Pack("ORDERING_SET")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackORDERINGSET is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3df756ec.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ORDERING_SET() view returns(uint32)
func (restakedRollups *RestakedRollups) TryPackORDERINGSET() ([]byte, error) {
	return restakedRollups.abi.Pack("ORDERING_SET")
}

// UnpackORDERINGSET is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3df756ec.
//
// Solidity: function ORDERING_SET() view returns(uint32)
func (restakedRollups *RestakedRollups) UnpackORDERINGSET(data []byte) (uint32, error) {
	out, err := restakedRollups.abi.Unpack("ORDERING_SET", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allocationManager() view returns(address)
func (restakedRollups *RestakedRollups) PackAllocationManager() []byte {
	enc, err := restakedRollups.abi.Pack("allocationManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allocationManager() view returns(address)
func (restakedRollups *RestakedRollups) TryPackAllocationManager() ([]byte, error) {
	return restakedRollups.abi.Pack("allocationManager")
}

// UnpackAllocationManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca8aa7c7.
//
// Solidity: function allocationManager() view returns(address)
func (restakedRollups *RestakedRollups) UnpackAllocationManager(data []byte) (common.Address, error) {
	out, err := restakedRollups.abi.Unpack("allocationManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAvailabilityAckDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x44ce51c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function availabilityAckDigest(bytes32 header) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackAvailabilityAckDigest(header [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("availabilityAckDigest", header)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAvailabilityAckDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x44ce51c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function availabilityAckDigest(bytes32 header) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackAvailabilityAckDigest(header [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("availabilityAckDigest", header)
}

// UnpackAvailabilityAckDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x44ce51c1.
//
// Solidity: function availabilityAckDigest(bytes32 header) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackAvailabilityAckDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("availabilityAckDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBatchHeaderDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd512dfc9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchHeaderDigest((bytes32,uint64,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32) header) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackBatchHeaderDigest(header BatchHeader) []byte {
	enc, err := restakedRollups.abi.Pack("batchHeaderDigest", header)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchHeaderDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd512dfc9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchHeaderDigest((bytes32,uint64,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32) header) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackBatchHeaderDigest(header BatchHeader) ([]byte, error) {
	return restakedRollups.abi.Pack("batchHeaderDigest", header)
}

// UnpackBatchHeaderDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd512dfc9.
//
// Solidity: function batchHeaderDigest((bytes32,uint64,uint64,uint32,uint64,uint64,uint64,uint64,bytes32,bytes32,bytes32,uint32) header) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackBatchHeaderDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("batchHeaderDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDomainSeparator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf698da25.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (restakedRollups *RestakedRollups) PackDomainSeparator() []byte {
	enc, err := restakedRollups.abi.Pack("domainSeparator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDomainSeparator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf698da25.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackDomainSeparator() ([]byte, error) {
	return restakedRollups.abi.Pack("domainSeparator")
}

// UnpackDomainSeparator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf698da25.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackDomainSeparator(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("domainSeparator", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (restakedRollups *RestakedRollups) PackEip712Domain() []byte {
	enc, err := restakedRollups.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (restakedRollups *RestakedRollups) TryPackEip712Domain() ([]byte, error) {
	return restakedRollups.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (restakedRollups *RestakedRollups) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := restakedRollups.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackFeeRecipient is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46904840.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function feeRecipient() view returns(address)
func (restakedRollups *RestakedRollups) PackFeeRecipient() []byte {
	enc, err := restakedRollups.abi.Pack("feeRecipient")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeeRecipient is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46904840.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function feeRecipient() view returns(address)
func (restakedRollups *RestakedRollups) TryPackFeeRecipient() ([]byte, error) {
	return restakedRollups.abi.Pack("feeRecipient")
}

// UnpackFeeRecipient is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x46904840.
//
// Solidity: function feeRecipient() view returns(address)
func (restakedRollups *RestakedRollups) UnpackFeeRecipient(data []byte) (common.Address, error) {
	out, err := restakedRollups.abi.Unpack("feeRecipient", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFinalityAlertDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf922a2e3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalityAlertDigest((bytes32,uint64,uint64,bool) alert) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackFinalityAlertDigest(alert FinalityAlert) []byte {
	enc, err := restakedRollups.abi.Pack("finalityAlertDigest", alert)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalityAlertDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf922a2e3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalityAlertDigest((bytes32,uint64,uint64,bool) alert) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackFinalityAlertDigest(alert FinalityAlert) ([]byte, error) {
	return restakedRollups.abi.Pack("finalityAlertDigest", alert)
}

// UnpackFinalityAlertDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf922a2e3.
//
// Solidity: function finalityAlertDigest((bytes32,uint64,uint64,bool) alert) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackFinalityAlertDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("finalityAlertDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFinalityClaimDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbb0503c9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalityClaimDigest((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackFinalityClaimDigest(claim FinalityClaim) []byte {
	enc, err := restakedRollups.abi.Pack("finalityClaimDigest", claim)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalityClaimDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbb0503c9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalityClaimDigest((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackFinalityClaimDigest(claim FinalityClaim) ([]byte, error) {
	return restakedRollups.abi.Pack("finalityClaimDigest", claim)
}

// UnpackFinalityClaimDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbb0503c9.
//
// Solidity: function finalityClaimDigest((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claim) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackFinalityClaimDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("finalityClaimDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackInclusionListDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4fca111b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inclusionListDigest((bytes32,uint64,uint64,bytes32) list) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackInclusionListDigest(list InclusionList) []byte {
	enc, err := restakedRollups.abi.Pack("inclusionListDigest", list)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInclusionListDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4fca111b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inclusionListDigest((bytes32,uint64,uint64,bytes32) list) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackInclusionListDigest(list InclusionList) ([]byte, error) {
	return restakedRollups.abi.Pack("inclusionListDigest", list)
}

// UnpackInclusionListDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4fca111b.
//
// Solidity: function inclusionListDigest((bytes32,uint64,uint64,bytes32) list) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackInclusionListDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("inclusionListDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackL1ViewDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0630dec.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1ViewDigest((uint64,bytes32,bytes32,bytes32) view_) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackL1ViewDigest(view L1View) []byte {
	enc, err := restakedRollups.abi.Pack("l1ViewDigest", view)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1ViewDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0630dec.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1ViewDigest((uint64,bytes32,bytes32,bytes32) view_) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackL1ViewDigest(view L1View) ([]byte, error) {
	return restakedRollups.abi.Pack("l1ViewDigest", view)
}

// UnpackL1ViewDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb0630dec.
//
// Solidity: function l1ViewDigest((uint64,bytes32,bytes32,bytes32) view_) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackL1ViewDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("l1ViewDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMachSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ae5c2a3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function machSet(bytes32 id) view returns(uint32)
func (restakedRollups *RestakedRollups) PackMachSet(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("machSet", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMachSet is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ae5c2a3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function machSet(bytes32 id) view returns(uint32)
func (restakedRollups *RestakedRollups) TryPackMachSet(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("machSet", id)
}

// UnpackMachSet is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ae5c2a3.
//
// Solidity: function machSet(bytes32 id) view returns(uint32)
func (restakedRollups *RestakedRollups) UnpackMachSet(data []byte) (uint32, error) {
	out, err := restakedRollups.abi.Unpack("machSet", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackMachTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x963cf020.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function machTerms(bytes32 id) view returns(uint32 set, uint8 minimumLevel)
func (restakedRollups *RestakedRollups) PackMachTerms(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("machTerms", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMachTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x963cf020.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function machTerms(bytes32 id) view returns(uint32 set, uint8 minimumLevel)
func (restakedRollups *RestakedRollups) TryPackMachTerms(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("machTerms", id)
}

// UnpackMachTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x963cf020.
//
// Solidity: function machTerms(bytes32 id) view returns(uint32 set, uint8 minimumLevel)
func (restakedRollups *RestakedRollups) UnpackMachTerms(data []byte) (MachTermsOutput, error) {
	out, err := restakedRollups.abi.Unpack("machTerms", data)
	outstruct := new(MachTermsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Set = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.MinimumLevel = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	return *outstruct, nil
}

// PackOperatorRegistrationDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a1750ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorRegistrationDigest(address operator, bytes32 blsKeyHash, address consensusKey) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackOperatorRegistrationDigest(operator common.Address, blsKeyHash [32]byte, consensusKey common.Address) []byte {
	enc, err := restakedRollups.abi.Pack("operatorRegistrationDigest", operator, blsKeyHash, consensusKey)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorRegistrationDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4a1750ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorRegistrationDigest(address operator, bytes32 blsKeyHash, address consensusKey) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackOperatorRegistrationDigest(operator common.Address, blsKeyHash [32]byte, consensusKey common.Address) ([]byte, error) {
	return restakedRollups.abi.Pack("operatorRegistrationDigest", operator, blsKeyHash, consensusKey)
}

// UnpackOperatorRegistrationDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4a1750ef.
//
// Solidity: function operatorRegistrationDigest(address operator, bytes32 blsKeyHash, address consensusKey) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackOperatorRegistrationDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("operatorRegistrationDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOperatorSetParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2c0b426.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorSetParams(uint32 setId) view returns((address[],uint128[],uint128,uint16))
func (restakedRollups *RestakedRollups) PackOperatorSetParams(setId uint32) []byte {
	enc, err := restakedRollups.abi.Pack("operatorSetParams", setId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorSetParams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2c0b426.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorSetParams(uint32 setId) view returns((address[],uint128[],uint128,uint16))
func (restakedRollups *RestakedRollups) TryPackOperatorSetParams(setId uint32) ([]byte, error) {
	return restakedRollups.abi.Pack("operatorSetParams", setId)
}

// UnpackOperatorSetParams is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd2c0b426.
//
// Solidity: function operatorSetParams(uint32 setId) view returns((address[],uint128[],uint128,uint16))
func (restakedRollups *RestakedRollups) UnpackOperatorSetParams(data []byte) (SetParams, error) {
	out, err := restakedRollups.abi.Unpack("operatorSetParams", data)
	if err != nil {
		return *new(SetParams), err
	}
	out0 := *abi.ConvertType(out[0], new(SetParams)).(*SetParams)
	return out0, nil
}

// PackOutboxOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91e86762.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function outboxOf(bytes32 id) view returns(address)
func (restakedRollups *RestakedRollups) PackOutboxOf(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("outboxOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOutboxOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91e86762.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function outboxOf(bytes32 id) view returns(address)
func (restakedRollups *RestakedRollups) TryPackOutboxOf(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("outboxOf", id)
}

// UnpackOutboxOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91e86762.
//
// Solidity: function outboxOf(bytes32 id) view returns(address)
func (restakedRollups *RestakedRollups) UnpackOutboxOf(data []byte) (common.Address, error) {
	out, err := restakedRollups.abi.Unpack("outboxOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPreconfirmationDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b3cc3c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function preconfirmationDigest((bytes32,uint64,uint64,uint32,bytes32,uint32,bytes32) receipt) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackPreconfirmationDigest(receipt Preconfirmation) []byte {
	enc, err := restakedRollups.abi.Pack("preconfirmationDigest", receipt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPreconfirmationDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b3cc3c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function preconfirmationDigest((bytes32,uint64,uint64,uint32,bytes32,uint32,bytes32) receipt) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackPreconfirmationDigest(receipt Preconfirmation) ([]byte, error) {
	return restakedRollups.abi.Pack("preconfirmationDigest", receipt)
}

// UnpackPreconfirmationDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b3cc3c5.
//
// Solidity: function preconfirmationDigest((bytes32,uint64,uint64,uint32,bytes32,uint32,bytes32) receipt) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackPreconfirmationDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("preconfirmationDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRandomRevealDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf1afa16.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function randomRevealDigest(uint64 round) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackRandomRevealDigest(round uint64) []byte {
	enc, err := restakedRollups.abi.Pack("randomRevealDigest", round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRandomRevealDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf1afa16.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function randomRevealDigest(uint64 round) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackRandomRevealDigest(round uint64) ([]byte, error) {
	return restakedRollups.abi.Pack("randomRevealDigest", round)
}

// UnpackRandomRevealDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaf1afa16.
//
// Solidity: function randomRevealDigest(uint64 round) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackRandomRevealDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("randomRevealDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRegisterRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71801f5d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerRollup((string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address) params, (address[],uint128[],uint128,uint16)[3] sets) payable returns(bytes32 id)
func (restakedRollups *RestakedRollups) PackRegisterRollup(params RollupParams, sets [3]SetParams) []byte {
	enc, err := restakedRollups.abi.Pack("registerRollup", params, sets)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71801f5d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerRollup((string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address) params, (address[],uint128[],uint128,uint16)[3] sets) payable returns(bytes32 id)
func (restakedRollups *RestakedRollups) TryPackRegisterRollup(params RollupParams, sets [3]SetParams) ([]byte, error) {
	return restakedRollups.abi.Pack("registerRollup", params, sets)
}

// UnpackRegisterRollup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71801f5d.
//
// Solidity: function registerRollup((string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address) params, (address[],uint128[],uint128,uint16)[3] sets) payable returns(bytes32 id)
func (restakedRollups *RestakedRollups) UnpackRegisterRollup(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("registerRollup", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registrar() view returns(address)
func (restakedRollups *RestakedRollups) PackRegistrar() []byte {
	enc, err := restakedRollups.abi.Pack("registrar")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registrar() view returns(address)
func (restakedRollups *RestakedRollups) TryPackRegistrar() ([]byte, error) {
	return restakedRollups.abi.Pack("registrar")
}

// UnpackRegistrar is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b20e397.
//
// Solidity: function registrar() view returns(address)
func (restakedRollups *RestakedRollups) UnpackRegistrar(data []byte) (common.Address, error) {
	out, err := restakedRollups.abi.Unpack("registrar", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRegistrationFee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14c44e09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registrationFee() view returns(uint256)
func (restakedRollups *RestakedRollups) PackRegistrationFee() []byte {
	enc, err := restakedRollups.abi.Pack("registrationFee")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistrationFee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14c44e09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registrationFee() view returns(uint256)
func (restakedRollups *RestakedRollups) TryPackRegistrationFee() ([]byte, error) {
	return restakedRollups.abi.Pack("registrationFee")
}

// UnpackRegistrationFee is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x14c44e09.
//
// Solidity: function registrationFee() view returns(uint256)
func (restakedRollups *RestakedRollups) UnpackRegistrationFee(data []byte) (*big.Int, error) {
	out, err := restakedRollups.abi.Unpack("registrationFee", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf21d6db8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollup(bytes32 id) view returns((bytes32,uint32,uint64,address,(string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address),uint64))
func (restakedRollups *RestakedRollups) PackRollup(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("rollup", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf21d6db8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollup(bytes32 id) view returns((bytes32,uint32,uint64,address,(string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address),uint64))
func (restakedRollups *RestakedRollups) TryPackRollup(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("rollup", id)
}

// UnpackRollup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf21d6db8.
//
// Solidity: function rollup(bytes32 id) view returns((bytes32,uint32,uint64,address,(string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address),uint64))
func (restakedRollups *RestakedRollups) UnpackRollup(data []byte) (Rollup, error) {
	out, err := restakedRollups.abi.Unpack("rollup", data)
	if err != nil {
		return *new(Rollup), err
	}
	out0 := *abi.ConvertType(out[0], new(Rollup)).(*Rollup)
	return out0, nil
}

// PackRollupAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d27849c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollupAt(uint256 index) view returns((bytes32,uint32,uint64,address,(string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address),uint64))
func (restakedRollups *RestakedRollups) PackRollupAt(index *big.Int) []byte {
	enc, err := restakedRollups.abi.Pack("rollupAt", index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollupAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d27849c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollupAt(uint256 index) view returns((bytes32,uint32,uint64,address,(string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address),uint64))
func (restakedRollups *RestakedRollups) TryPackRollupAt(index *big.Int) ([]byte, error) {
	return restakedRollups.abi.Pack("rollupAt", index)
}

// UnpackRollupAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2d27849c.
//
// Solidity: function rollupAt(uint256 index) view returns((bytes32,uint32,uint64,address,(string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address),uint64))
func (restakedRollups *RestakedRollups) UnpackRollupAt(data []byte) (Rollup, error) {
	out, err := restakedRollups.abi.Unpack("rollupAt", data)
	if err != nil {
		return *new(Rollup), err
	}
	out0 := *abi.ConvertType(out[0], new(Rollup)).(*Rollup)
	return out0, nil
}

// PackRollupCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4e92675.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollupCount() view returns(uint256)
func (restakedRollups *RestakedRollups) PackRollupCount() []byte {
	enc, err := restakedRollups.abi.Pack("rollupCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollupCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4e92675.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollupCount() view returns(uint256)
func (restakedRollups *RestakedRollups) TryPackRollupCount() ([]byte, error) {
	return restakedRollups.abi.Pack("rollupCount")
}

// UnpackRollupCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4e92675.
//
// Solidity: function rollupCount() view returns(uint256)
func (restakedRollups *RestakedRollups) UnpackRollupCount(data []byte) (*big.Int, error) {
	out, err := restakedRollups.abi.Unpack("rollupCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRollupId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38a506be.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollupId(uint64 chainId) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackRollupId(chainId uint64) []byte {
	enc, err := restakedRollups.abi.Pack("rollupId", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollupId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38a506be.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollupId(uint64 chainId) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackRollupId(chainId uint64) ([]byte, error) {
	return restakedRollups.abi.Pack("rollupId", chainId)
}

// UnpackRollupId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x38a506be.
//
// Solidity: function rollupId(uint64 chainId) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackRollupId(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("rollupId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d267292.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setsOf(bytes32 id) view returns(uint32 squad, uint32 mach, uint32 vital)
func (restakedRollups *RestakedRollups) PackSetsOf(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("setsOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d267292.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setsOf(bytes32 id) view returns(uint32 squad, uint32 mach, uint32 vital)
func (restakedRollups *RestakedRollups) TryPackSetsOf(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("setsOf", id)
}

// SetsOfOutput serves as a container for the return parameters of contract
// method SetsOf.
type SetsOfOutput struct {
	Squad uint32
	Mach  uint32
	Vital uint32
}

// UnpackSetsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8d267292.
//
// Solidity: function setsOf(bytes32 id) view returns(uint32 squad, uint32 mach, uint32 vital)
func (restakedRollups *RestakedRollups) UnpackSetsOf(data []byte) (SetsOfOutput, error) {
	out, err := restakedRollups.abi.Unpack("setsOf", data)
	outstruct := new(SetsOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Squad = *abi.ConvertType(out[0], new(uint32)).(*uint32)
	outstruct.Mach = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Vital = *abi.ConvertType(out[2], new(uint32)).(*uint32)
	return *outstruct, nil
}

// PackSlasher is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1344271.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slasher() view returns(address)
func (restakedRollups *RestakedRollups) PackSlasher() []byte {
	enc, err := restakedRollups.abi.Pack("slasher")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlasher is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1344271.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slasher() view returns(address)
func (restakedRollups *RestakedRollups) TryPackSlasher() ([]byte, error) {
	return restakedRollups.abi.Pack("slasher")
}

// UnpackSlasher is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb1344271.
//
// Solidity: function slasher() view returns(address)
func (restakedRollups *RestakedRollups) UnpackSlasher(data []byte) (common.Address, error) {
	out, err := restakedRollups.abi.Unpack("slasher", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackStopRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5b765455.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stopRollup(bytes32 id) returns()
func (restakedRollups *RestakedRollups) PackStopRollup(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("stopRollup", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStopRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5b765455.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stopRollup(bytes32 id) returns()
func (restakedRollups *RestakedRollups) TryPackStopRollup(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("stopRollup", id)
}

// PackTakesMessages is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14e56314.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takesMessages(bytes32 id) view returns(bool)
func (restakedRollups *RestakedRollups) PackTakesMessages(id [32]byte) []byte {
	enc, err := restakedRollups.abi.Pack("takesMessages", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakesMessages is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14e56314.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takesMessages(bytes32 id) view returns(bool)
func (restakedRollups *RestakedRollups) TryPackTakesMessages(id [32]byte) ([]byte, error) {
	return restakedRollups.abi.Pack("takesMessages", id)
}

// UnpackTakesMessages is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x14e56314.
//
// Solidity: function takesMessages(bytes32 id) view returns(bool)
func (restakedRollups *RestakedRollups) UnpackTakesMessages(data []byte) (bool, error) {
	out, err := restakedRollups.abi.Unpack("takesMessages", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackUnjailDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e2a9334.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unjailDigest((bytes32,address,uint64) plea) view returns(bytes32)
func (restakedRollups *RestakedRollups) PackUnjailDigest(plea Unjail) []byte {
	enc, err := restakedRollups.abi.Pack("unjailDigest", plea)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnjailDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e2a9334.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unjailDigest((bytes32,address,uint64) plea) view returns(bytes32)
func (restakedRollups *RestakedRollups) TryPackUnjailDigest(plea Unjail) ([]byte, error) {
	return restakedRollups.abi.Pack("unjailDigest", plea)
}

// UnpackUnjailDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5e2a9334.
//
// Solidity: function unjailDigest((bytes32,address,uint64) plea) view returns(bytes32)
func (restakedRollups *RestakedRollups) UnpackUnjailDigest(data []byte) ([32]byte, error) {
	out, err := restakedRollups.abi.Unpack("unjailDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// RestakedRollupsEIP712DomainChanged represents a EIP712DomainChanged event raised by the RestakedRollups contract.
type RestakedRollupsEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const RestakedRollupsEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (RestakedRollupsEIP712DomainChanged) ContractEventName() string {
	return RestakedRollupsEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (restakedRollups *RestakedRollups) UnpackEIP712DomainChangedEvent(log *types.Log) (*RestakedRollupsEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != restakedRollups.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RestakedRollupsEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := restakedRollups.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range restakedRollups.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RestakedRollupsOperatorSetConfigured represents a OperatorSetConfigured event raised by the RestakedRollups contract.
type RestakedRollupsOperatorSetConfigured struct {
	SetId  uint32
	Params SetParams
	Raw    *types.Log // Blockchain specific contextual infos
}

const RestakedRollupsOperatorSetConfiguredEventName = "OperatorSetConfigured"

// ContractEventName returns the user-defined event name.
func (RestakedRollupsOperatorSetConfigured) ContractEventName() string {
	return RestakedRollupsOperatorSetConfiguredEventName
}

// UnpackOperatorSetConfiguredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorSetConfigured(uint32 indexed setId, (address[],uint128[],uint128,uint16) params)
func (restakedRollups *RestakedRollups) UnpackOperatorSetConfiguredEvent(log *types.Log) (*RestakedRollupsOperatorSetConfigured, error) {
	event := "OperatorSetConfigured"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != restakedRollups.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RestakedRollupsOperatorSetConfigured)
	if len(log.Data) > 0 {
		if err := restakedRollups.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range restakedRollups.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RestakedRollupsRollupRegistered represents a RollupRegistered event raised by the RestakedRollups contract.
type RestakedRollupsRollupRegistered struct {
	Id         [32]byte
	Index      uint32
	ChainId    uint64
	Registrant common.Address
	Params     RollupParams
	Raw        *types.Log // Blockchain specific contextual infos
}

const RestakedRollupsRollupRegisteredEventName = "RollupRegistered"

// ContractEventName returns the user-defined event name.
func (RestakedRollupsRollupRegistered) ContractEventName() string {
	return RestakedRollupsRollupRegisteredEventName
}

// UnpackRollupRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RollupRegistered(bytes32 indexed id, uint32 indexed index, uint64 indexed chainId, address registrant, (string,uint64,bytes32,uint32,uint8,uint64,uint8,bool,uint64,uint64,uint32,uint32,uint32,uint32,uint64,address) params)
func (restakedRollups *RestakedRollups) UnpackRollupRegisteredEvent(log *types.Log) (*RestakedRollupsRollupRegistered, error) {
	event := "RollupRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != restakedRollups.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RestakedRollupsRollupRegistered)
	if len(log.Data) > 0 {
		if err := restakedRollups.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range restakedRollups.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RestakedRollupsRollupStopped represents a RollupStopped event raised by the RestakedRollups contract.
type RestakedRollupsRollupStopped struct {
	Id  [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const RestakedRollupsRollupStoppedEventName = "RollupStopped"

// ContractEventName returns the user-defined event name.
func (RestakedRollupsRollupStopped) ContractEventName() string {
	return RestakedRollupsRollupStoppedEventName
}

// UnpackRollupStoppedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RollupStopped(bytes32 indexed id)
func (restakedRollups *RestakedRollups) UnpackRollupStoppedEvent(log *types.Log) (*RestakedRollupsRollupStopped, error) {
	event := "RollupStopped"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != restakedRollups.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RestakedRollupsRollupStopped)
	if len(log.Data) > 0 {
		if err := restakedRollups.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range restakedRollups.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (restakedRollups *RestakedRollups) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["AlreadyStopped"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackAlreadyStoppedError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["BadCapacity"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackBadCapacityError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["BadMinimumLevel"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackBadMinimumLevelError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["BadName"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackBadNameError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["BadSlashWad"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackBadSlashWadError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["BadStrategies"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackBadStrategiesError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["NotRegistrant"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackNotRegistrantError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["NotSequenced"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackNotSequencedError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["OutOfBounds"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackOutOfBoundsError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["RollupExists"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackRollupExistsError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["StrategiesNotAscending"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackStrategiesNotAscendingError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["UnknownIndex"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackUnknownIndexError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["UnknownRollup"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackUnknownRollupError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["UnknownSet"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackUnknownSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["WrongFee"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackWrongFeeError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["ZeroMultiplier"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackZeroMultiplierError(raw[4:])
	}
	if bytes.Equal(raw[:4], restakedRollups.abi.Errors["ZeroValue"].ID.Bytes()[:4]) {
		return restakedRollups.UnpackZeroValueError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RestakedRollupsAlreadyStopped represents a AlreadyStopped error raised by the RestakedRollups contract.
type RestakedRollupsAlreadyStopped struct {
	Id [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyStopped(bytes32 id)
func RestakedRollupsAlreadyStoppedErrorID() common.Hash {
	return common.HexToHash("0x27c8d25a2fa16933626966323e7428d5dc1ea350dde3800688f1ac0b589090d6")
}

// UnpackAlreadyStoppedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyStopped(bytes32 id)
func (restakedRollups *RestakedRollups) UnpackAlreadyStoppedError(raw []byte) (*RestakedRollupsAlreadyStopped, error) {
	out := new(RestakedRollupsAlreadyStopped)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "AlreadyStopped", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsBadCapacity represents a BadCapacity error raised by the RestakedRollups contract.
type RestakedRollupsBadCapacity struct {
	Capacity uint16
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadCapacity(uint16 capacity)
func RestakedRollupsBadCapacityErrorID() common.Hash {
	return common.HexToHash("0x54a7cbcc40a541c1d317d6fc0ee5c273f43f7b40763e1f41ef564c8cd41caed5")
}

// UnpackBadCapacityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadCapacity(uint16 capacity)
func (restakedRollups *RestakedRollups) UnpackBadCapacityError(raw []byte) (*RestakedRollupsBadCapacity, error) {
	out := new(RestakedRollupsBadCapacity)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "BadCapacity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsBadMinimumLevel represents a BadMinimumLevel error raised by the RestakedRollups contract.
type RestakedRollupsBadMinimumLevel struct {
	Level uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadMinimumLevel(uint8 level)
func RestakedRollupsBadMinimumLevelErrorID() common.Hash {
	return common.HexToHash("0x088b709c41236b526625388201f67bfc4f544d528da43f84c18828c7dc99f039")
}

// UnpackBadMinimumLevelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadMinimumLevel(uint8 level)
func (restakedRollups *RestakedRollups) UnpackBadMinimumLevelError(raw []byte) (*RestakedRollupsBadMinimumLevel, error) {
	out := new(RestakedRollupsBadMinimumLevel)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "BadMinimumLevel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsBadName represents a BadName error raised by the RestakedRollups contract.
type RestakedRollupsBadName struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadName(uint256 length)
func RestakedRollupsBadNameErrorID() common.Hash {
	return common.HexToHash("0x1591614798eadb13ab1f0709de731108ff124762e5e89dc012ebe43cec40f2a8")
}

// UnpackBadNameError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadName(uint256 length)
func (restakedRollups *RestakedRollups) UnpackBadNameError(raw []byte) (*RestakedRollupsBadName, error) {
	out := new(RestakedRollupsBadName)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "BadName", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsBadSlashWad represents a BadSlashWad error raised by the RestakedRollups contract.
type RestakedRollupsBadSlashWad struct {
	Wad uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSlashWad(uint64 wad)
func RestakedRollupsBadSlashWadErrorID() common.Hash {
	return common.HexToHash("0xbd8c12584008355a1c4f9552ae4ecedaa0815bf88d34aa15b39be5f2deaef89a")
}

// UnpackBadSlashWadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSlashWad(uint64 wad)
func (restakedRollups *RestakedRollups) UnpackBadSlashWadError(raw []byte) (*RestakedRollupsBadSlashWad, error) {
	out := new(RestakedRollupsBadSlashWad)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "BadSlashWad", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsBadStrategies represents a BadStrategies error raised by the RestakedRollups contract.
type RestakedRollupsBadStrategies struct {
	Strategies  *big.Int
	Multipliers *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadStrategies(uint256 strategies, uint256 multipliers)
func RestakedRollupsBadStrategiesErrorID() common.Hash {
	return common.HexToHash("0xeb9e4fec8e9dea9e923659ab4c182504964f132931b7549a5a8b8a22fac7b2a6")
}

// UnpackBadStrategiesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadStrategies(uint256 strategies, uint256 multipliers)
func (restakedRollups *RestakedRollups) UnpackBadStrategiesError(raw []byte) (*RestakedRollupsBadStrategies, error) {
	out := new(RestakedRollupsBadStrategies)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "BadStrategies", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsFailedCall represents a FailedCall error raised by the RestakedRollups contract.
type RestakedRollupsFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func RestakedRollupsFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (restakedRollups *RestakedRollups) UnpackFailedCallError(raw []byte) (*RestakedRollupsFailedCall, error) {
	out := new(RestakedRollupsFailedCall)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsInsufficientBalance represents a InsufficientBalance error raised by the RestakedRollups contract.
type RestakedRollupsInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func RestakedRollupsInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (restakedRollups *RestakedRollups) UnpackInsufficientBalanceError(raw []byte) (*RestakedRollupsInsufficientBalance, error) {
	out := new(RestakedRollupsInsufficientBalance)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsInvalidShortString represents a InvalidShortString error raised by the RestakedRollups contract.
type RestakedRollupsInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func RestakedRollupsInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (restakedRollups *RestakedRollups) UnpackInvalidShortStringError(raw []byte) (*RestakedRollupsInvalidShortString, error) {
	out := new(RestakedRollupsInvalidShortString)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsNotRegistrant represents a NotRegistrant error raised by the RestakedRollups contract.
type RestakedRollupsNotRegistrant struct {
	Caller     common.Address
	Registrant common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotRegistrant(address caller, address registrant)
func RestakedRollupsNotRegistrantErrorID() common.Hash {
	return common.HexToHash("0x1c456835dda2401750f5d2347c93fdfa7be231a7332b711e76ac845275b5bd9e")
}

// UnpackNotRegistrantError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotRegistrant(address caller, address registrant)
func (restakedRollups *RestakedRollups) UnpackNotRegistrantError(raw []byte) (*RestakedRollupsNotRegistrant, error) {
	out := new(RestakedRollupsNotRegistrant)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "NotRegistrant", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsNotSequenced represents a NotSequenced error raised by the RestakedRollups contract.
type RestakedRollupsNotSequenced struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSequenced()
func RestakedRollupsNotSequencedErrorID() common.Hash {
	return common.HexToHash("0x448c0cc39f4b473da8256df435cc5d78b192bd49da3b1168aeb78ed951c03250")
}

// UnpackNotSequencedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSequenced()
func (restakedRollups *RestakedRollups) UnpackNotSequencedError(raw []byte) (*RestakedRollupsNotSequenced, error) {
	out := new(RestakedRollupsNotSequenced)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "NotSequenced", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsOutOfBounds represents a OutOfBounds error raised by the RestakedRollups contract.
type RestakedRollupsOutOfBounds struct {
	Field string
	Value *big.Int
	Least *big.Int
	Most  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OutOfBounds(string field, uint256 value, uint256 least, uint256 most)
func RestakedRollupsOutOfBoundsErrorID() common.Hash {
	return common.HexToHash("0x808861f9972ab4bd8eee7fb87e308a15b457572badc46af5f71c5137a3d31462")
}

// UnpackOutOfBoundsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OutOfBounds(string field, uint256 value, uint256 least, uint256 most)
func (restakedRollups *RestakedRollups) UnpackOutOfBoundsError(raw []byte) (*RestakedRollupsOutOfBounds, error) {
	out := new(RestakedRollupsOutOfBounds)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "OutOfBounds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsRollupExists represents a RollupExists error raised by the RestakedRollups contract.
type RestakedRollupsRollupExists struct {
	Id [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RollupExists(bytes32 id)
func RestakedRollupsRollupExistsErrorID() common.Hash {
	return common.HexToHash("0x059ca5e500c8aaa585128c2957d80ccecce991a973774fc5e48f30c20e2fb37a")
}

// UnpackRollupExistsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RollupExists(bytes32 id)
func (restakedRollups *RestakedRollups) UnpackRollupExistsError(raw []byte) (*RestakedRollupsRollupExists, error) {
	out := new(RestakedRollupsRollupExists)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "RollupExists", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsStrategiesNotAscending represents a StrategiesNotAscending error raised by the RestakedRollups contract.
type RestakedRollupsStrategiesNotAscending struct {
	Previous common.Address
	Next     common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StrategiesNotAscending(address previous, address next)
func RestakedRollupsStrategiesNotAscendingErrorID() common.Hash {
	return common.HexToHash("0x5e6d5b45c88d6c095bbd791d188734dbaa42455ab783cc3ababe9c37be949b12")
}

// UnpackStrategiesNotAscendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StrategiesNotAscending(address previous, address next)
func (restakedRollups *RestakedRollups) UnpackStrategiesNotAscendingError(raw []byte) (*RestakedRollupsStrategiesNotAscending, error) {
	out := new(RestakedRollupsStrategiesNotAscending)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "StrategiesNotAscending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsStringTooLong represents a StringTooLong error raised by the RestakedRollups contract.
type RestakedRollupsStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func RestakedRollupsStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (restakedRollups *RestakedRollups) UnpackStringTooLongError(raw []byte) (*RestakedRollupsStringTooLong, error) {
	out := new(RestakedRollupsStringTooLong)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsUnknownIndex represents a UnknownIndex error raised by the RestakedRollups contract.
type RestakedRollupsUnknownIndex struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownIndex(uint256 index)
func RestakedRollupsUnknownIndexErrorID() common.Hash {
	return common.HexToHash("0x02764329867f6e566dfa1479a337ebe6494bd03247e4b0901ebbe8284c680bce")
}

// UnpackUnknownIndexError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownIndex(uint256 index)
func (restakedRollups *RestakedRollups) UnpackUnknownIndexError(raw []byte) (*RestakedRollupsUnknownIndex, error) {
	out := new(RestakedRollupsUnknownIndex)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "UnknownIndex", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsUnknownRollup represents a UnknownRollup error raised by the RestakedRollups contract.
type RestakedRollupsUnknownRollup struct {
	Id [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownRollup(bytes32 id)
func RestakedRollupsUnknownRollupErrorID() common.Hash {
	return common.HexToHash("0xa757a52958daad9f26c9c434b1e179d9d1cb45e72ccf5e8e423982f6b4ff7148")
}

// UnpackUnknownRollupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownRollup(bytes32 id)
func (restakedRollups *RestakedRollups) UnpackUnknownRollupError(raw []byte) (*RestakedRollupsUnknownRollup, error) {
	out := new(RestakedRollupsUnknownRollup)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "UnknownRollup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsUnknownSet represents a UnknownSet error raised by the RestakedRollups contract.
type RestakedRollupsUnknownSet struct {
	SetId uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownSet(uint32 setId)
func RestakedRollupsUnknownSetErrorID() common.Hash {
	return common.HexToHash("0xa4bd93d9a952e89bf25cc55c569ce23aa206a7510498b87f84da422dcaa2ed15")
}

// UnpackUnknownSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownSet(uint32 setId)
func (restakedRollups *RestakedRollups) UnpackUnknownSetError(raw []byte) (*RestakedRollupsUnknownSet, error) {
	out := new(RestakedRollupsUnknownSet)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "UnknownSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsWrongFee represents a WrongFee error raised by the RestakedRollups contract.
type RestakedRollupsWrongFee struct {
	Sent *big.Int
	Due  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongFee(uint256 sent, uint256 due)
func RestakedRollupsWrongFeeErrorID() common.Hash {
	return common.HexToHash("0x23b18f5f5e83b64f64fb1b28a90cb03c4f9ce8ceb2693b31fe14ebed9321256f")
}

// UnpackWrongFeeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongFee(uint256 sent, uint256 due)
func (restakedRollups *RestakedRollups) UnpackWrongFeeError(raw []byte) (*RestakedRollupsWrongFee, error) {
	out := new(RestakedRollupsWrongFee)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "WrongFee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsZeroMultiplier represents a ZeroMultiplier error raised by the RestakedRollups contract.
type RestakedRollupsZeroMultiplier struct {
	Strategy common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroMultiplier(address strategy)
func RestakedRollupsZeroMultiplierErrorID() common.Hash {
	return common.HexToHash("0xc75550cc3ec3e2ca2308543d805079f223092c4fd906d00a11696e8d767e71e4")
}

// UnpackZeroMultiplierError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroMultiplier(address strategy)
func (restakedRollups *RestakedRollups) UnpackZeroMultiplierError(raw []byte) (*RestakedRollupsZeroMultiplier, error) {
	out := new(RestakedRollupsZeroMultiplier)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "ZeroMultiplier", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RestakedRollupsZeroValue represents a ZeroValue error raised by the RestakedRollups contract.
type RestakedRollupsZeroValue struct {
	Field string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroValue(string field)
func RestakedRollupsZeroValueErrorID() common.Hash {
	return common.HexToHash("0x46c82ad0196f611f7b70d8cd7cfe450fc594ee31d60c30f03b520c195e8b60f5")
}

// UnpackZeroValueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroValue(string field)
func (restakedRollups *RestakedRollups) UnpackZeroValueError(raw []byte) (*RestakedRollupsZeroValue, error) {
	out := new(RestakedRollupsZeroValue)
	if err := restakedRollups.abi.UnpackIntoInterface(out, "ZeroValue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SlasherMetaData contains all meta data concerning the Slasher contract.
var SlasherMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"allocationManager_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"restakedRollups_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrar_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"allocationManager\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIAllocationManager\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"conflict\",\"inputs\":[{\"name\":\"a\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"b\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"faultId\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"enumSlasher.Kind\"},{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isPunished\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"enumSlasher.Kind\"},{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registrar\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIOperatorKeys\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIRestakedRollups\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"slashConflictingClaims\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"claimA\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"signatureA\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"claimB\",\"type\":\"tuple\",\"internalType\":\"structFinalityClaim\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"parentHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"outputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"name\":\"signatureB\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"slashId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"FaultPunished\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"kind\",\"type\":\"uint8\",\"indexed\":true,\"internalType\":\"enumSlasher.Kind\"},{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"wad\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"slashId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"reporter\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyPunished\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"enumSlasher.Kind\"},{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadEvidenceSignature\",\"inputs\":[{\"name\":\"which\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NoConflict\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownOperator\",\"inputs\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "Slasher",
	Bin: "0x60e0346100b557601f6117c138819003918201601f19168301916001600160401b038311848410176100b9578084926060946040528339810103126100b557610047816100cd565b906100606040610059602084016100cd565b92016100cd565b6001600160a01b0392831660805290821660a0521660c0526040516116df90816100e2823960805181818160920152610908015260a05181818160e60152610454015260c0518181816103c101526111830152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036100b55756fe60806040526004361015610011575f80fd5b5f3560e01c80630f3d21c7146111a75780632b20e397146111575780633ce17d9114611123578063412b8dda146101f2578063508d47e81461010a578063c35789cd146100ba5763ca8aa7c714610066575f80fd5b346100b6575f6003193601126100b657602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100b6575f6003193601126100b657602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100b657600319360161020081126100b657610100136100b6576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffefc3601126100b6576101043560043514806101bb575b80610171575b6040519015158152602090f35b5061016435606435148015906101ac575b801561019d575b80610164575060c4356101c4351415610164565b506101a43560a4351415610189565b50610184356084351415610182565b5060443567ffffffffffffffff8116908181036100b65750610144359067ffffffffffffffff8216918281036100b657501461015e565b346100b6576102606003193601126100b65760043573ffffffffffffffffffffffffffffffffffffffff81168082036100b6576101007fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126100b6576101243567ffffffffffffffff81116100b657610271903690600401611217565b90926101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffebc3601126100b6576102443567ffffffffffffffff81116100b6576102bf903690600401611217565b6024359591610144358714806110ec575b806110a2575b1561107a576102e361130d565b6040516103608161033460208201948c8a8791606091949367ffffffffffffffff9173ffffffffffffffffffffffffffffffffffffffff608086019716855260016020860152604085015216910152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611245565b51902093845f525f60205260ff60405f205416610ffd57506040517fbc7b79ee00000000000000000000000000000000000000000000000000000000815286600482015260608160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa8015610c38575f5f925f92610fbc575b50818382171715610f90576040519260e0840160405281608085015260a084015260c0830191825260801c82526090820151602083015260b082015160801c604083015251606082015273ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001695604051947ff698da250000000000000000000000000000000000000000000000000000000086526020866004818b5afa958615610c38575f96610f58575b5090610528918360426101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c168781526101006024602083013720604051907f190100000000000000000000000000000000000000000000000000000000000082528a60028301526022820152206113ae565b15610f2c57604261059f946101206040517f693d1defb023cd8b874f084cde9ccf9998790997f60db969a231456cb05c16878152610100610144602083013720604051917f1901000000000000000000000000000000000000000000000000000000000000835260028301526022820152206113ae565b15610eff575f525f60205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790556105df61130d565b90604051937ff21d6db80000000000000000000000000000000000000000000000000000000085528060048601525f85602481855afa948515610c38575f95610c7f575b50604051937f4ae5c2a3000000000000000000000000000000000000000000000000000000008552816004860152602085602481865afa948515610c38575f95610c43575b5063ffffffff604051957fd2c0b42600000000000000000000000000000000000000000000000000000000875216938460048701525f86602481875afa958615610c38575f96610abc575b50855151947fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06106fb6106e588611379565b976106f3604051998a611245565b808952611379565b013660208801375f5b86518110156107335760019067ffffffffffffffff60a060808c015101511660208260051b8a01015201610704565b50909192939551946040519060a0820182811067ffffffffffffffff821117610a8f576040989197929852848852602088019783895260408101928352606081019788526040978851936107878a86611245565b601b85527f636f6e666c696374696e672066696e616c69747920636c61696d73000000000060208601526080830194855263ffffffff8a519b8c957f3635205700000000000000000000000000000000000000000000000000000000875260048701528b602487015273ffffffffffffffffffffffffffffffffffffffff60e48701955116604487015251166064850152519160a060848501528251809152602061010485019301905f5b818110610a605750505051907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc8382030160a4840152602080835192838152019201905f5b818110610a4757505050816020917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f845f97517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc8686030160c48701528051918291828752018786015e878682860101520116010301818373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1958615610a3d575f966109a1575b5060a060019493927ffbdef8ca1d45d98a821fe2953cd63c11b5067aec8871d6f994c44d7b6775907e9267ffffffffffffffff83608060209c01510151169067ffffffffffffffff8951931683528a83015287820152876060820152336080820152a451908152f35b9695503d805f893e6109b38189611245565b87019685818903126100b65780519060208101519067ffffffffffffffff82116100b657019780601f8a0112156100b65788516020806109f283611379565b6109fe8b519182611245565b838152019160051b8b01019182116100b6576020809a01905b828210610a2e575097985090965060a09050610938565b81518152908a01908a01610a17565b85513d5f823e3d90fd5b825184528b945060209384019390920191600101610877565b825173ffffffffffffffffffffffffffffffffffffffff1685528c955060209485019490920191600101610832565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b9095503d805f833e610ace8183611245565b8101906020818303126100b65780519067ffffffffffffffff82116100b657016080818303126100b657604051916080830183811067ffffffffffffffff821117610a8f57604052815167ffffffffffffffff81116100b657820181601f820112156100b657805190610b4082611379565b91610b4e6040519384611245565b80835260208084019160051b830101918483116100b657602001905b828210610c20575050508352602082015167ffffffffffffffff81116100b65782019080601f830112156100b6578151610ba381611379565b92610bb16040519485611245565b81845260208085019260051b8201019283116100b657602001905b828210610c08575050506020830152606090610bea60408201611391565b6040840152015161ffff811681036100b657606082015294876106b3565b60208091610c1584611391565b815201910190610bcc565b60208091610c2d8461134a565b815201910190610b6a565b6040513d5f823e3d90fd5b9094506020813d602011610c77575b81610c5f60209383611245565b810103126100b657610c7090611324565b9386610668565b3d9150610c52565b9094503d805f833e610c918183611245565b8101906020818303126100b65780519067ffffffffffffffff82116100b6570160c0818303126100b6576040519160c0830183811067ffffffffffffffff821117610a8f5760405281518352610ce960208301611324565b6020840152610cfa60408301611335565b6040840152610d0b6060830161134a565b6060840152608082015167ffffffffffffffff81116100b657820191610200838303126100b65760405191610200830183811067ffffffffffffffff821117610a8f57604052835167ffffffffffffffff81116100b657840181601f820112156100b65780519067ffffffffffffffff8211610a8f5760405192610db7601f84017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200185611245565b828452602083830101116100b657815f9260208093018386015e830101528252610de360208401611335565b602083015260408301516040830152610dfe60608401611324565b6060830152610e0f6080840161136b565b6080830152610e2060a08401611335565b60a0830152610e3160c0840161136b565b60c083015260e08301519182151583036100b657610ee26101e0610ef39560a09560e0850152610e646101008201611335565b610100850152610e776101208201611335565b610120850152610e8a6101408201611324565b610140850152610e9d6101608201611324565b610160850152610eb06101808201611324565b610180850152610ec36101a08201611324565b6101a0850152610ed66101c08201611335565b6101c08501520161134a565b6101e0820152608085015201611335565b60a08201529385610623565b7fde00d584000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b7fde00d584000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b919095506020823d602011610f88575b81610f7560209383611245565b810103126100b6579051946105286104b3565b3d9150610f68565b887f169f5006000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b925050506060813d606011610ff5575b81610fd960609383611245565b810103126100b65780516020820151604090920151908a6103f3565b3d9150610fcc565b879061107661100a61130d565b6040519384937f7fb206ef0000000000000000000000000000000000000000000000000000000085526004850191606091949367ffffffffffffffff9173ffffffffffffffffffffffffffffffffffffffff608086019716855260016020860152604085015216910152565b0390fd5b7f7412124e000000000000000000000000000000000000000000000000000000005f5260045ffd5b506101a435608435148015906110dd575b80156110ce575b806102d657506102043560e43514156102d6565b506101e43560c43514156110ba565b506101c43560a43514156110b3565b5060643567ffffffffffffffff8116908181036100b65750610184359067ffffffffffffffff8216918281036100b65750146102d0565b346100b65761113d611134366111c2565b92919091611286565b5f525f602052602060ff60405f2054166040519015158152f35b346100b6575f6003193601126100b657602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100b65760206111ba611134366111c2565b604051908152f35b60031960809101126100b65760043573ffffffffffffffffffffffffffffffffffffffff811681036100b6579060243560028110156100b657906044359060643567ffffffffffffffff811681036100b65790565b9181601f840112156100b65782359167ffffffffffffffff83116100b657602083818601950101116100b657565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a8f57604052565b926040519273ffffffffffffffffffffffffffffffffffffffff602085019516855260028310156112e05767ffffffffffffffff9260408501526060840152166080820152608081526112da60a082611245565b51902090565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b60643567ffffffffffffffff811681036100b65790565b519063ffffffff821682036100b657565b519067ffffffffffffffff821682036100b657565b519073ffffffffffffffffffffffffffffffffffffffff821682036100b657565b519060ff821682036100b657565b67ffffffffffffffff8111610a8f5760051b60200190565b51906fffffffffffffffffffffffffffffffff821682036100b657565b91927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00016116d8576080906101006040519461030086016040526f17f1d3a73197d7942695638c4fa9ac0f86527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208701526f114d1d6855d545a8aa7d76c8cf2e21f260408701527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60608701528386013761018084015e61020082018083116116ab576040515f815260208101925f8452604082015260608101927f010000000000000000000000000000000000000000000000000000000000000084527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f5360638301527f5357555f524f5f504f505f2b0000000000000000000000000000000000000000608383015260205f608f8460025afa5f5185917f5357555f524f5f504f505f2b000000000000000000000000000000000000000060418601527f424c535f5349475f424c53313233383147325f584d443a5348412d3235365f53602186015281855260018453602087604d8760025afa16926002925b600984106116835750505050610180820180946040825260016101a085015260406101c085015260016102208501536f1a0111ea397fe69a4b1ba7b6434bacd76102218501527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab6102418501528061016085016101e086015b8183106116615750505061020092610100809695936080829460115afa1691608060e06102808301920160115afa1693600d5afa1615611635575f610300602092600f620668a0fa60015f51141690565b7ea48593000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b91946040809294955086845e818660e18b60055afa16940190918793926115e4565b6020816001929694959651861888528684530192602084604d8960025afa169401929161156b565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5050505f9056",
}

// Slasher is an auto generated Go binding around an Ethereum contract.
type Slasher struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Slasher) GetABI() abi.ABI {
	return c.abi
}

// NewSlasher creates a new instance of Slasher.
func NewSlasher() *Slasher {
	parsed, err := SlasherMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Slasher{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Slasher) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address allocationManager_, address restakedRollups_, address registrar_) returns()
func (slasher *Slasher) PackConstructor(allocationManager_ common.Address, restakedRollups_ common.Address, registrar_ common.Address) []byte {
	enc, err := slasher.abi.Pack("", allocationManager_, restakedRollups_, registrar_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allocationManager() view returns(address)
func (slasher *Slasher) PackAllocationManager() []byte {
	enc, err := slasher.abi.Pack("allocationManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allocationManager() view returns(address)
func (slasher *Slasher) TryPackAllocationManager() ([]byte, error) {
	return slasher.abi.Pack("allocationManager")
}

// UnpackAllocationManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca8aa7c7.
//
// Solidity: function allocationManager() view returns(address)
func (slasher *Slasher) UnpackAllocationManager(data []byte) (common.Address, error) {
	out, err := slasher.abi.Unpack("allocationManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackConflict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x508d47e8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function conflict((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) a, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) b) pure returns(bool)
func (slasher *Slasher) PackConflict(a FinalityClaim, b FinalityClaim) []byte {
	enc, err := slasher.abi.Pack("conflict", a, b)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConflict is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x508d47e8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function conflict((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) a, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) b) pure returns(bool)
func (slasher *Slasher) TryPackConflict(a FinalityClaim, b FinalityClaim) ([]byte, error) {
	return slasher.abi.Pack("conflict", a, b)
}

// UnpackConflict is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x508d47e8.
//
// Solidity: function conflict((bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) a, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) b) pure returns(bool)
func (slasher *Slasher) UnpackConflict(data []byte) (bool, error) {
	out, err := slasher.abi.Unpack("conflict", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackFaultId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f3d21c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function faultId(address operator, uint8 kind, bytes32 rollup, uint64 number) pure returns(bytes32)
func (slasher *Slasher) PackFaultId(operator common.Address, kind uint8, rollup [32]byte, number uint64) []byte {
	enc, err := slasher.abi.Pack("faultId", operator, kind, rollup, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFaultId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f3d21c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function faultId(address operator, uint8 kind, bytes32 rollup, uint64 number) pure returns(bytes32)
func (slasher *Slasher) TryPackFaultId(operator common.Address, kind uint8, rollup [32]byte, number uint64) ([]byte, error) {
	return slasher.abi.Pack("faultId", operator, kind, rollup, number)
}

// UnpackFaultId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0f3d21c7.
//
// Solidity: function faultId(address operator, uint8 kind, bytes32 rollup, uint64 number) pure returns(bytes32)
func (slasher *Slasher) UnpackFaultId(data []byte) ([32]byte, error) {
	out, err := slasher.abi.Unpack("faultId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIsPunished is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ce17d91.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isPunished(address operator, uint8 kind, bytes32 rollup, uint64 number) view returns(bool)
func (slasher *Slasher) PackIsPunished(operator common.Address, kind uint8, rollup [32]byte, number uint64) []byte {
	enc, err := slasher.abi.Pack("isPunished", operator, kind, rollup, number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsPunished is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ce17d91.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isPunished(address operator, uint8 kind, bytes32 rollup, uint64 number) view returns(bool)
func (slasher *Slasher) TryPackIsPunished(operator common.Address, kind uint8, rollup [32]byte, number uint64) ([]byte, error) {
	return slasher.abi.Pack("isPunished", operator, kind, rollup, number)
}

// UnpackIsPunished is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3ce17d91.
//
// Solidity: function isPunished(address operator, uint8 kind, bytes32 rollup, uint64 number) view returns(bool)
func (slasher *Slasher) UnpackIsPunished(data []byte) (bool, error) {
	out, err := slasher.abi.Unpack("isPunished", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registrar() view returns(address)
func (slasher *Slasher) PackRegistrar() []byte {
	enc, err := slasher.abi.Pack("registrar")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registrar() view returns(address)
func (slasher *Slasher) TryPackRegistrar() ([]byte, error) {
	return slasher.abi.Pack("registrar")
}

// UnpackRegistrar is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b20e397.
//
// Solidity: function registrar() view returns(address)
func (slasher *Slasher) UnpackRegistrar(data []byte) (common.Address, error) {
	out, err := slasher.abi.Unpack("registrar", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (slasher *Slasher) PackRestakedRollups() []byte {
	enc, err := slasher.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (slasher *Slasher) TryPackRestakedRollups() ([]byte, error) {
	return slasher.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (slasher *Slasher) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := slasher.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSlashConflictingClaims is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x412b8dda.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slashConflictingClaims(address operator, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claimA, bytes signatureA, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claimB, bytes signatureB) returns(uint256 slashId)
func (slasher *Slasher) PackSlashConflictingClaims(operator common.Address, claimA FinalityClaim, signatureA []byte, claimB FinalityClaim, signatureB []byte) []byte {
	enc, err := slasher.abi.Pack("slashConflictingClaims", operator, claimA, signatureA, claimB, signatureB)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlashConflictingClaims is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x412b8dda.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slashConflictingClaims(address operator, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claimA, bytes signatureA, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claimB, bytes signatureB) returns(uint256 slashId)
func (slasher *Slasher) TryPackSlashConflictingClaims(operator common.Address, claimA FinalityClaim, signatureA []byte, claimB FinalityClaim, signatureB []byte) ([]byte, error) {
	return slasher.abi.Pack("slashConflictingClaims", operator, claimA, signatureA, claimB, signatureB)
}

// UnpackSlashConflictingClaims is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x412b8dda.
//
// Solidity: function slashConflictingClaims(address operator, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claimA, bytes signatureA, (bytes32,uint64,uint64,bytes32,bytes32,bytes32,bytes32,uint8) claimB, bytes signatureB) returns(uint256 slashId)
func (slasher *Slasher) UnpackSlashConflictingClaims(data []byte) (*big.Int, error) {
	out, err := slasher.abi.Unpack("slashConflictingClaims", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// SlasherFaultPunished represents a FaultPunished event raised by the Slasher contract.
type SlasherFaultPunished struct {
	Operator common.Address
	Rollup   [32]byte
	Kind     uint8
	Number   uint64
	SetId    uint32
	Wad      uint64
	SlashId  *big.Int
	Reporter common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const SlasherFaultPunishedEventName = "FaultPunished"

// ContractEventName returns the user-defined event name.
func (SlasherFaultPunished) ContractEventName() string {
	return SlasherFaultPunishedEventName
}

// UnpackFaultPunishedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FaultPunished(address indexed operator, bytes32 indexed rollup, uint8 indexed kind, uint64 number, uint32 setId, uint64 wad, uint256 slashId, address reporter)
func (slasher *Slasher) UnpackFaultPunishedEvent(log *types.Log) (*SlasherFaultPunished, error) {
	event := "FaultPunished"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != slasher.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SlasherFaultPunished)
	if len(log.Data) > 0 {
		if err := slasher.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range slasher.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (slasher *Slasher) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], slasher.abi.Errors["AlreadyPunished"].ID.Bytes()[:4]) {
		return slasher.UnpackAlreadyPunishedError(raw[4:])
	}
	if bytes.Equal(raw[:4], slasher.abi.Errors["BadEvidenceSignature"].ID.Bytes()[:4]) {
		return slasher.UnpackBadEvidenceSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], slasher.abi.Errors["NoConflict"].ID.Bytes()[:4]) {
		return slasher.UnpackNoConflictError(raw[4:])
	}
	if bytes.Equal(raw[:4], slasher.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return slasher.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], slasher.abi.Errors["UnknownOperator"].ID.Bytes()[:4]) {
		return slasher.UnpackUnknownOperatorError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SlasherAlreadyPunished represents a AlreadyPunished error raised by the Slasher contract.
type SlasherAlreadyPunished struct {
	Operator common.Address
	Kind     uint8
	Rollup   [32]byte
	Number   uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyPunished(address operator, uint8 kind, bytes32 rollup, uint64 number)
func SlasherAlreadyPunishedErrorID() common.Hash {
	return common.HexToHash("0x7fb206ef5e2bcceb67ca88707e90a7819979822729e895649810c56e78a0d484")
}

// UnpackAlreadyPunishedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyPunished(address operator, uint8 kind, bytes32 rollup, uint64 number)
func (slasher *Slasher) UnpackAlreadyPunishedError(raw []byte) (*SlasherAlreadyPunished, error) {
	out := new(SlasherAlreadyPunished)
	if err := slasher.abi.UnpackIntoInterface(out, "AlreadyPunished", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SlasherBadEvidenceSignature represents a BadEvidenceSignature error raised by the Slasher contract.
type SlasherBadEvidenceSignature struct {
	Which *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadEvidenceSignature(uint256 which)
func SlasherBadEvidenceSignatureErrorID() common.Hash {
	return common.HexToHash("0xde00d5849018ed2c8c2e464384f3ce00d5f5a1c05946fb40b53849aa926fbd91")
}

// UnpackBadEvidenceSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadEvidenceSignature(uint256 which)
func (slasher *Slasher) UnpackBadEvidenceSignatureError(raw []byte) (*SlasherBadEvidenceSignature, error) {
	out := new(SlasherBadEvidenceSignature)
	if err := slasher.abi.UnpackIntoInterface(out, "BadEvidenceSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SlasherNoConflict represents a NoConflict error raised by the Slasher contract.
type SlasherNoConflict struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoConflict()
func SlasherNoConflictErrorID() common.Hash {
	return common.HexToHash("0x7412124e23106f671f0c15e99815ae376e602111b93496444e63ed6071334091")
}

// UnpackNoConflictError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoConflict()
func (slasher *Slasher) UnpackNoConflictError(raw []byte) (*SlasherNoConflict, error) {
	out := new(SlasherNoConflict)
	if err := slasher.abi.UnpackIntoInterface(out, "NoConflict", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SlasherPrecompileFailed represents a PrecompileFailed error raised by the Slasher contract.
type SlasherPrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func SlasherPrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (slasher *Slasher) UnpackPrecompileFailedError(raw []byte) (*SlasherPrecompileFailed, error) {
	out := new(SlasherPrecompileFailed)
	if err := slasher.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SlasherUnknownOperator represents a UnknownOperator error raised by the Slasher contract.
type SlasherUnknownOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownOperator(address operator)
func SlasherUnknownOperatorErrorID() common.Hash {
	return common.HexToHash("0x169f50063b5609dde3ced6e4de453f9249e48c6867ee505939a310a963b17a1c")
}

// UnpackUnknownOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownOperator(address operator)
func (slasher *Slasher) UnpackUnknownOperatorError(raw []byte) (*SlasherUnknownOperator, error) {
	out := new(SlasherUnknownOperator)
	if err := slasher.abi.UnpackIntoInterface(out, "UnknownOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadMetaData contains all meta data concerning the Squad contract.
var SquadMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"restakedRollups_\",\"type\":\"address\",\"internalType\":\"contractISequencedRollups\"},{\"name\":\"mach_\",\"type\":\"address\",\"internalType\":\"contractIMach\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"DEPOSIT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_TRANSACTION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"TRANSACTION\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"index\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"force\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"transaction\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"index\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"inbox\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"locked\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mach\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIMach\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"paid\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractISequencedRollups\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[{\"name\":\"w\",\"type\":\"tuple\",\"internalType\":\"structWithdrawal\",\"components\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"accountProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"storageProof\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"MessageQueued\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"index\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"kind\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"data\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"hash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyPaid\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadAccountProof\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"BadAmount\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadStorageProof\",\"inputs\":[{\"name\":\"slot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumTrieProof.ProofError\"}]},{\"type\":\"error\",\"name\":\"BadTransactionSize\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"FailedCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FieldNotPresentInBlockHeader\",\"inputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBlockHeader.HeaderField\"}]},{\"type\":\"error\",\"name\":\"FinalityIsPaused\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InboxClosed\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InsufficientBalance\",\"inputs\":[{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NoOutbox\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NoRecipient\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotFinal\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotLocked\",\"inputs\":[{\"name\":\"rollup\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"locked\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"RLPInvalidEncoding\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongHeader\",\"inputs\":[{\"name\":\"wanted\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongWithdrawal\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"found\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"claimed\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Squad",
	Bin: "0x60c0346100a757601f61215338819003918201601f19168301916001600160401b038311848410176100ab5780849260409485528339810103126100a7578051906001600160a01b03821682036100a75760200151906001600160a01b03821682036100a75760805260a05260405161209390816100c082396080518181816102460152818161051f0152818161062001526108e4015260a05181818160c101526109a20152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c9081631451dd4314610f8c5750806314c10e9c14610f71578063817dffc314610f36578063a6ac68ad146107f3578063bc455efe14610588578063bd36237414610543578063c35789cd146104f3578063cbe9e764146104c7578063cec4c85514610104578063d81c8e52146100e95763f9fb5e8b14610095575f80fd5b346100e5575f6003193601126100e557602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100e5575f6003193601126100e557602060405160028152f35b60406003193601126100e55760043560243573ffffffffffffffffffffffffffffffffffffffff81168091036100e557633b9aca003404801580156104b8575b80156104a7575b61047b57811561045357825f525f60205260405f209077ffffffffffffffffffffffffffffffffffffffffffffffff3416825460401c019177ffffffffffffffffffffffffffffffffffffffffffffffff83116103c25767ffffffffffffffff926101e9919067ffffffffffffffff7fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000083549260401b169116179055565b16602092604051916101fb8584611028565b5f83526040517f14e56314000000000000000000000000000000000000000000000000000000008152826004820152858160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610448575f9161041b575b50156103ef57815f525f855260405f209384549367ffffffffffffffff851695600187019067ffffffffffffffff82116103c257601f7fb2a0fc8bd7866e0cb6833cab85eaf6f121618612e006b4ddc20781214ab2be479560e09460017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0948c9b7fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000008f9867ffffffffffffffff16911617815501908154928151938c888401958620604051918a83019384526040830152600260608301523360808301528b60a08301528360c08301528a82015289815261037361010082611028565b5190208093556040519889976002895233908901526040880152606087015260c060808701525180928160c08801528787015e5f86838701015260a085015201168101030190a3604051908152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b507f89466258000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61043b9150863d8811610441575b6104338183611028565b810190611225565b86610276565b503d610429565b6040513d5f823e3d90fd5b7f65a4920b000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fb39be4d2000000000000000000000000000000000000000000000000000000005f523460045260245ffd5b5067ffffffffffffffff811161014b565b50633b9aca0034061515610144565b346100e55760206003193601126100e5576004355f525f602052602060405f205460401c604051908152f35b346100e5575f6003193601126100e557602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100e55760206003193601126100e5576040600435805f525f60205267ffffffffffffffff825f205416905f525f6020526001825f20015482519182526020820152f35b346100e55760406003193601126100e55760043560243567ffffffffffffffff81116100e5576105bc903690600401610fa6565b9190821580156107e8575b6107bc576105d791923691611096565b6040517f14e5631400000000000000000000000000000000000000000000000000000000815282600482015260208160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610448575f9161079d575b50156103ef57815f525f60205260405f209081549267ffffffffffffffff841692600184019267ffffffffffffffff84116103c25760e060017fb2a0fc8bd7866e0cb6833cab85eaf6f121618612e006b4ddc20781214ab2be47936020987fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000067ffffffffffffffff8a9916911617815501917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f84548351908b8501918220604051908d82019283528b6040830152600160608301523360808301525f60a08301525f60c08301528782015286815261074c61010082611028565b51902080965560405195869460018652338d8701525f60408701525f606087015260c060808701525180928160c08801528787015e5f86838701015260a085015201168101030190a3604051908152f35b6107b6915060203d602011610441576104338183611028565b83610650565b827f32547f0a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5061800083116105c7565b346100e557600319360160e081126100e5576080136100e55760843567ffffffffffffffff81116100e55761082c903690600401610fa6565b9060a43567ffffffffffffffff81116100e55761084d903690600401610fd4565b60c49391933567ffffffffffffffff81116100e557610870903690600401610fd4565b92909160043594855f52600160205260405f209660243597885f5260205260ff60405f205416610f0757604051917f91e8676200000000000000000000000000000000000000000000000000000000835287600484015260208360248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa928315610448575f93610eb6575b5073ffffffffffffffffffffffffffffffffffffffff8316948515610e8a5761094b9291610943913691611096565b9336916110fa565b9180516020820190812060405161096783855160801b17611fbb565b5f815160081015610e5d5780610dd5575067ffffffffffffffff61099e6109c693610994600887956113c4565b51906040526113e5565b168b7f000000000000000000000000000000000000000000000000000000000000000061123d565b8251822090808203610e2f5750506109e690604051925160801b17611fbb565b5f815160031015610e025780610dd55750610a6b9392916109946003610a0b936113c4565b906040517fffffffffffffffffffffffffffffffffffffffff000000000000000000000000602082019260601b16825260148152610a4a603482611028565b5190209060405191602083015260208252610a66604083611028565b61156c565b9091600e821015610d4b5781610da5575050806020610a909201905160801b17611fbb565b90815160021015610d7857610ada610aae6060610af59401516113e5565b9160405160208101908882525f604082015260408152610acf606082611028565b5190209436916110fa565b90604051602081019085825260208152610a4a604082611028565b9091600e821015610d4b5781610d16575050806020610b1a9201905160801b176113e5565b90610b23611005565b916064359260405173ffffffffffffffffffffffffffffffffffffffff602082019216825284604082015260408152610b5d606082611028565b51902090818103610ce4575050805f525f60205260405f2092835460401c808411610cb25750815f52600160205260405f20815f5260205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905577ffffffffffffffffffffffffffffffffffffffffffffffff8316845460401c039377ffffffffffffffffffffffffffffffffffffffffffffffff85116103c257610cb094610c44919067ffffffffffffffff7fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000083549260401b169116179055565b73ffffffffffffffffffffffffffffffffffffffff610c61611005565b16917f5c9993fe249427552f565106eac3a6ae7f4f74cc90accffe6b87e081e09fdcc66020604051868152a473ffffffffffffffffffffffffffffffffffffffff610caa611005565b16611180565b005b83837e53cf5b000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b847fe7afd931000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b610d4692507f900e85e6000000000000000000000000000000000000000000000000000000005f526004526113a6565b60445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b610d4692507f766da5ee000000000000000000000000000000000000000000000000000000005f526004526113a6565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526021600452fd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7f340b3b5e000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600860045260245ffd5b887fa34f9f54000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9092506020813d602011610eff575b81610ed260209383611028565b810103126100e5575173ffffffffffffffffffffffffffffffffffffffff811681036100e5579189610914565b3d9150610ec5565b87877eee2956000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346100e55760406003193601126100e5576004355f52600160205260405f206024355f52602052602060ff60405f2054166040519015158152f35b346100e5575f6003193601126100e557602060405160018152f35b346100e5575f6003193601126100e5578061800060209252f35b9181601f840112156100e55782359167ffffffffffffffff83116100e557602083818601950101116100e557565b9181601f840112156100e55782359167ffffffffffffffff83116100e5576020808501948460051b0101116100e557565b60443573ffffffffffffffffffffffffffffffffffffffff811681036100e55790565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761106957604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b92919267ffffffffffffffff821161106957604051916110de601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200184611028565b8294818452818301116100e5578281602093845f960137010152565b9291909267ffffffffffffffff8411611069578360051b91602060405161112382860182611028565b8096815201928201918183116100e55780935b838510611144575050505050565b843567ffffffffffffffff81116100e557820183601f820112156100e5576020916111758583858095359101611096565b815201940193611136565b8147106111f5575f80809373ffffffffffffffffffffffffffffffffffffffff8294836040516111b1602082611028565b52165af1156111bc57565b3d156111cd576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b50477fcf479181000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b908160209103126100e5575180151581036100e55790565b73ffffffffffffffffffffffffffffffffffffffff909491929394169067ffffffffffffffff604051947ffc7030770000000000000000000000000000000000000000000000000000000086528460048701521693846024820152856044820152602081606481865afa908115610448575f91611387575b5061138057506020602491604051928380927f241b71bb0000000000000000000000000000000000000000000000000000000082528660048301525afa908115610448575f91611361575b50611336577fe237f19b000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f07ce396a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61137a915060203d602011610441576104338183611028565b5f611300565b9350505050565b6113a0915060203d602011610441576104338183611028565b5f6112b5565b600e811015610d4b57602452565b805160011015610d785760400190565b8051821015610d785760209160051b010190565b919082039182116103c257565b8060801c90602182116114a4576113fb81611a52565b6002819592951015610d4b576114a4578361141857505050505f90565b8160200190816020116103c25782036020019081111502601f8111611492575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811681036103c25760031b6101000361010081116103c2571c90565b634e487b715f5260326020526024601cfd5b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b919082018092116103c257565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff82116103c257565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff82116103c257565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff82116103c257565b9092916060935f94815115611a47575061158890949294611d07565b6040515f939190849081805b8651881015611a35576115a788886113c4565b51918461198e57505088815160208301200361197d576115d69098939291985b60208101905160801b17611fbb565b975b885160110361172b578251820361163b575050505084516010101561160e575061022061160a93940151905190611f1c565b9091565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526032600452fd5b9091929783518310156116fe5761165c906020848601015160f81c906113c4565b5161166681611f52565b93849190600181018091116116d1579460201480156116b5575b61169957505061168f90611fbb565b975b9291906115d8565b929394999150966001905b846040520196989392919098611594565b5060018901808a116116d1576116cc908985611f80565b611680565b6024887f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b91929760028151145f1461196c578051156116fe576117556117506020830151611e2c565b611d07565b9081511561195a5760208201805160f81c9061177a8560208901895160801b17611e7b565b935160801b176001821660020360ff811161192d579060ff61179d921690611e7b565b908160801c938060801c928386119182156118a8575b5050611894576001811161184b575050811561183957906117d86117f09493926113b4565b519160206117e584611f52565b9690938794936114cc565b9514801561181d575b61180e57505061180890611fbb565b97611691565b929394999150966001906116a4565b5060018901808a116116d157611834908985611f80565b6117f9565b50505050505050509050606090600790565b9295509593509798506003915011155f1461188657500361187b5761187261160a936113b4565b51905190611f1c565b505050606090600a90565b505050505050606090600b90565b505050505050505050509050606090600690565b919099806119005750611492576fffffffffffffffffffffffffffffffff6118f89116985f997fffffffffffffffffffffffffffffffff0000000000000000000000000000000082161790611ee4565b155f806117b3565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b6024897f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b50505050505050509050606090600590565b505050505050509050606090600c90565b505050505050509050606090600290565b825191602083109083826119e0575060201480159391506119d0575b50506119bf576115d6905b98939291986115c7565b505050505050509050606090600390565b6020840120141590505f806119aa565b1492831593611a0b575b5050506119fa576115d6906119b5565b505050505050509050606090600490565b602085015192935090611a24575b5014155f80806119ea565b5f199060200360031b1b165f611a19565b50505050505050509050606090600d90565b945060019392505050565b908160801c9182156114a457611a6781611c97565b60f81c60c0811015611bc9576080811015611a8857505f9250600191839150565b60b78111611b1e57611a9b60ff9161153b565b168093119081611ab4575b50156114a457600191905f90565b6001841480159250611ac8575b505f611aa6565b7f80000000000000000000000000000000000000000000000000000000000000009150611b157fff0000000000000000000000000000000000000000000000000000000000000091611ccd565b1610155f611ac1565b611b2a611b2f9161153b565b61150a565b60ff811691828511156114a457611b4590611ccd565b907fff000000000000000000000000000000000000000000000000000000000000008216156114a45760ff811683036103c2576107f89060031b166101000361010081116103c2571c928382603782119283611bb5575b505050156114a457600181018091116103c25791905f90565b611bc09293506113d8565b1183825f611b9c565b9060f78211611bef5750611bde60ff916114d9565b16809211156114a457600191908290565b90611b2a611bfc916114d9565b60ff811691828511156114a457611c1290611ccd565b907fff000000000000000000000000000000000000000000000000000000000000008216156114a45760ff811683036103c2576107f89060031b166101000361010081116103c2571c928382603782119283611c83575b505050156114a457600181018091116103c2579190600190565b611c8e9293506113d8565b1183825f611c69565b60208160801c5f0301602081111502601f8111611492575f196fffffffffffffffffffffffffffffffff9160031b1b9116511690565b60208160801c60010301602181111502601f8111611492576fffffffffffffffffffffffffffffffff5f1960019260031b1b921601511690565b908151604051928160011b60208186010160405284525f5b828110611d2b57505050565b806020601092840101518060801c9060401c73ffffffff0000000000000000000000000000000073ffffffff000000000000000000000000ffffffff7bffffffff000000000000000000000000ffffffff00000000000000008477ffffffffffffffffffffffffffffffff000000000000000085161760201b1693169116171780831b177cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00008260081b169116178060041b177f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f1660208260011b8801015201611d1f565b611e3581611a52565b6002819392931015610d4b576114a457611e4e92611eb5565b60208160801c806fffffffffffffffffffffffffffffffff60405194828652168385015e82010160405290565b908160801c90818111611492576fffffffffffffffffffffffffffffffff611ea682611ead946113d8565b93166114cc565b9060801b1790565b90611ec083826114cc565b8260801c10611492576fffffffffffffffffffffffffffffffff611ead92166114cc565b9190915f928160801c908060801c8214611efd57505050565b6fffffffffffffffffffffffffffffffff908116829020921620149150565b915f1982019182116103c25703611f4957611f3690611e2c565b908151155f14611f4557600990565b5f90565b50606090600890565b908160801c91602183105f14611f6f57611f6b90611c97565b9190565b611f7a9192506113e5565b90602090565b9091825181109283611f93575b50505090565b611fb3935090611fa2916113c4565b5160208101905160801b1790611ee4565b5f8080611f8d565b908160801c91611fca81611a52565b6002819493941015610d4b576001149081612080575b50156114a457926040519360208501925b82811061202a575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08382030160051c8352604052565b9261206a8461204661204185969761206496611e7b565b611a52565b5061205e61205783839894986114cc565b8489611eb5565b956114cc565b906114cc565b918152602081018091116103c257929190611ff1565b61208b9150836114cc565b84145f611fe056",
}

// Squad is an auto generated Go binding around an Ethereum contract.
type Squad struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Squad) GetABI() abi.ABI {
	return c.abi
}

// NewSquad creates a new instance of Squad.
func NewSquad() *Squad {
	parsed, err := SquadMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Squad{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Squad) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address restakedRollups_, address mach_) returns()
func (squad *Squad) PackConstructor(restakedRollups_ common.Address, mach_ common.Address) []byte {
	enc, err := squad.abi.Pack("", restakedRollups_, mach_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDEPOSIT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd81c8e52.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEPOSIT() view returns(uint8)
func (squad *Squad) PackDEPOSIT() []byte {
	enc, err := squad.abi.Pack("DEPOSIT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEPOSIT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd81c8e52.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEPOSIT() view returns(uint8)
func (squad *Squad) TryPackDEPOSIT() ([]byte, error) {
	return squad.abi.Pack("DEPOSIT")
}

// UnpackDEPOSIT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd81c8e52.
//
// Solidity: function DEPOSIT() view returns(uint8)
func (squad *Squad) UnpackDEPOSIT(data []byte) (uint8, error) {
	out, err := squad.abi.Unpack("DEPOSIT", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMAXTRANSACTION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1451dd43.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_TRANSACTION() view returns(uint256)
func (squad *Squad) PackMAXTRANSACTION() []byte {
	enc, err := squad.abi.Pack("MAX_TRANSACTION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXTRANSACTION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1451dd43.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_TRANSACTION() view returns(uint256)
func (squad *Squad) TryPackMAXTRANSACTION() ([]byte, error) {
	return squad.abi.Pack("MAX_TRANSACTION")
}

// UnpackMAXTRANSACTION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1451dd43.
//
// Solidity: function MAX_TRANSACTION() view returns(uint256)
func (squad *Squad) UnpackMAXTRANSACTION(data []byte) (*big.Int, error) {
	out, err := squad.abi.Unpack("MAX_TRANSACTION", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTRANSACTION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14c10e9c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function TRANSACTION() view returns(uint8)
func (squad *Squad) PackTRANSACTION() []byte {
	enc, err := squad.abi.Pack("TRANSACTION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTRANSACTION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14c10e9c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function TRANSACTION() view returns(uint8)
func (squad *Squad) TryPackTRANSACTION() ([]byte, error) {
	return squad.abi.Pack("TRANSACTION")
}

// UnpackTRANSACTION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x14c10e9c.
//
// Solidity: function TRANSACTION() view returns(uint8)
func (squad *Squad) UnpackTRANSACTION(data []byte) (uint8, error) {
	out, err := squad.abi.Unpack("TRANSACTION", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcec4c855.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit(bytes32 rollup, address to) payable returns(uint64 index)
func (squad *Squad) PackDeposit(rollup [32]byte, to common.Address) []byte {
	enc, err := squad.abi.Pack("deposit", rollup, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcec4c855.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit(bytes32 rollup, address to) payable returns(uint64 index)
func (squad *Squad) TryPackDeposit(rollup [32]byte, to common.Address) ([]byte, error) {
	return squad.abi.Pack("deposit", rollup, to)
}

// UnpackDeposit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcec4c855.
//
// Solidity: function deposit(bytes32 rollup, address to) payable returns(uint64 index)
func (squad *Squad) UnpackDeposit(data []byte) (uint64, error) {
	out, err := squad.abi.Unpack("deposit", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackForce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc455efe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function force(bytes32 rollup, bytes transaction) returns(uint64 index)
func (squad *Squad) PackForce(rollup [32]byte, transaction []byte) []byte {
	enc, err := squad.abi.Pack("force", rollup, transaction)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc455efe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function force(bytes32 rollup, bytes transaction) returns(uint64 index)
func (squad *Squad) TryPackForce(rollup [32]byte, transaction []byte) ([]byte, error) {
	return squad.abi.Pack("force", rollup, transaction)
}

// UnpackForce is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbc455efe.
//
// Solidity: function force(bytes32 rollup, bytes transaction) returns(uint64 index)
func (squad *Squad) UnpackForce(data []byte) (uint64, error) {
	out, err := squad.abi.Unpack("force", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackInbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd362374.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inbox(bytes32 rollup) view returns(uint64 count, bytes32 hash)
func (squad *Squad) PackInbox(rollup [32]byte) []byte {
	enc, err := squad.abi.Pack("inbox", rollup)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd362374.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inbox(bytes32 rollup) view returns(uint64 count, bytes32 hash)
func (squad *Squad) TryPackInbox(rollup [32]byte) ([]byte, error) {
	return squad.abi.Pack("inbox", rollup)
}

// InboxOutput serves as a container for the return parameters of contract
// method Inbox.
type InboxOutput struct {
	Count uint64
	Hash  [32]byte
}

// UnpackInbox is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbd362374.
//
// Solidity: function inbox(bytes32 rollup) view returns(uint64 count, bytes32 hash)
func (squad *Squad) UnpackInbox(data []byte) (InboxOutput, error) {
	out, err := squad.abi.Unpack("inbox", data)
	outstruct := new(InboxOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Count = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Hash = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcbe9e764.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function locked(bytes32 rollup) view returns(uint256)
func (squad *Squad) PackLocked(rollup [32]byte) []byte {
	enc, err := squad.abi.Pack("locked", rollup)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcbe9e764.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function locked(bytes32 rollup) view returns(uint256)
func (squad *Squad) TryPackLocked(rollup [32]byte) ([]byte, error) {
	return squad.abi.Pack("locked", rollup)
}

// UnpackLocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcbe9e764.
//
// Solidity: function locked(bytes32 rollup) view returns(uint256)
func (squad *Squad) UnpackLocked(data []byte) (*big.Int, error) {
	out, err := squad.abi.Unpack("locked", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMach is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9fb5e8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mach() view returns(address)
func (squad *Squad) PackMach() []byte {
	enc, err := squad.abi.Pack("mach")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMach is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9fb5e8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mach() view returns(address)
func (squad *Squad) TryPackMach() ([]byte, error) {
	return squad.abi.Pack("mach")
}

// UnpackMach is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf9fb5e8b.
//
// Solidity: function mach() view returns(address)
func (squad *Squad) UnpackMach(data []byte) (common.Address, error) {
	out, err := squad.abi.Unpack("mach", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x817dffc3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paid(bytes32 rollup, uint256 nonce) view returns(bool)
func (squad *Squad) PackPaid(rollup [32]byte, nonce *big.Int) []byte {
	enc, err := squad.abi.Pack("paid", rollup, nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x817dffc3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paid(bytes32 rollup, uint256 nonce) view returns(bool)
func (squad *Squad) TryPackPaid(rollup [32]byte, nonce *big.Int) ([]byte, error) {
	return squad.abi.Pack("paid", rollup, nonce)
}

// UnpackPaid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x817dffc3.
//
// Solidity: function paid(bytes32 rollup, uint256 nonce) view returns(bool)
func (squad *Squad) UnpackPaid(data []byte) (bool, error) {
	out, err := squad.abi.Unpack("paid", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (squad *Squad) PackRestakedRollups() []byte {
	enc, err := squad.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (squad *Squad) TryPackRestakedRollups() ([]byte, error) {
	return squad.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (squad *Squad) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := squad.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6ac68ad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw((bytes32,uint256,address,uint256) w, bytes header, bytes[] accountProof, bytes[] storageProof) returns()
func (squad *Squad) PackWithdraw(w Withdrawal, header []byte, accountProof [][]byte, storageProof [][]byte) []byte {
	enc, err := squad.abi.Pack("withdraw", w, header, accountProof, storageProof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa6ac68ad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw((bytes32,uint256,address,uint256) w, bytes header, bytes[] accountProof, bytes[] storageProof) returns()
func (squad *Squad) TryPackWithdraw(w Withdrawal, header []byte, accountProof [][]byte, storageProof [][]byte) ([]byte, error) {
	return squad.abi.Pack("withdraw", w, header, accountProof, storageProof)
}

// SquadMessageQueued represents a MessageQueued event raised by the Squad contract.
type SquadMessageQueued struct {
	Rollup [32]byte
	Index  uint64
	Kind   uint8
	Sender common.Address
	To     common.Address
	Amount uint64
	Data   []byte
	Hash   [32]byte
	Raw    *types.Log // Blockchain specific contextual infos
}

const SquadMessageQueuedEventName = "MessageQueued"

// ContractEventName returns the user-defined event name.
func (SquadMessageQueued) ContractEventName() string {
	return SquadMessageQueuedEventName
}

// UnpackMessageQueuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MessageQueued(bytes32 indexed rollup, uint64 indexed index, uint8 kind, address sender, address to, uint64 amount, bytes data, bytes32 hash)
func (squad *Squad) UnpackMessageQueuedEvent(log *types.Log) (*SquadMessageQueued, error) {
	event := "MessageQueued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != squad.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SquadMessageQueued)
	if len(log.Data) > 0 {
		if err := squad.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range squad.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// SquadWithdrawn represents a Withdrawn event raised by the Squad contract.
type SquadWithdrawn struct {
	Rollup [32]byte
	Nonce  *big.Int
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const SquadWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (SquadWithdrawn) ContractEventName() string {
	return SquadWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(bytes32 indexed rollup, uint256 indexed nonce, address indexed to, uint256 amount)
func (squad *Squad) UnpackWithdrawnEvent(log *types.Log) (*SquadWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != squad.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SquadWithdrawn)
	if len(log.Data) > 0 {
		if err := squad.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range squad.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (squad *Squad) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], squad.abi.Errors["AlreadyPaid"].ID.Bytes()[:4]) {
		return squad.UnpackAlreadyPaidError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["BadAccountProof"].ID.Bytes()[:4]) {
		return squad.UnpackBadAccountProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["BadAmount"].ID.Bytes()[:4]) {
		return squad.UnpackBadAmountError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["BadStorageProof"].ID.Bytes()[:4]) {
		return squad.UnpackBadStorageProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["BadTransactionSize"].ID.Bytes()[:4]) {
		return squad.UnpackBadTransactionSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return squad.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["FieldNotPresentInBlockHeader"].ID.Bytes()[:4]) {
		return squad.UnpackFieldNotPresentInBlockHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["FinalityIsPaused"].ID.Bytes()[:4]) {
		return squad.UnpackFinalityIsPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["InboxClosed"].ID.Bytes()[:4]) {
		return squad.UnpackInboxClosedError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return squad.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["NoOutbox"].ID.Bytes()[:4]) {
		return squad.UnpackNoOutboxError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["NoRecipient"].ID.Bytes()[:4]) {
		return squad.UnpackNoRecipientError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["NotFinal"].ID.Bytes()[:4]) {
		return squad.UnpackNotFinalError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["NotLocked"].ID.Bytes()[:4]) {
		return squad.UnpackNotLockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["RLPInvalidEncoding"].ID.Bytes()[:4]) {
		return squad.UnpackRLPInvalidEncodingError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["WrongHeader"].ID.Bytes()[:4]) {
		return squad.UnpackWrongHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], squad.abi.Errors["WrongWithdrawal"].ID.Bytes()[:4]) {
		return squad.UnpackWrongWithdrawalError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SquadAlreadyPaid represents a AlreadyPaid error raised by the Squad contract.
type SquadAlreadyPaid struct {
	Rollup [32]byte
	Nonce  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyPaid(bytes32 rollup, uint256 nonce)
func SquadAlreadyPaidErrorID() common.Hash {
	return common.HexToHash("0x00ee2956529b001b4315189e02ff69c2c945f5f0cf361fad9c66fc9c853a8c2a")
}

// UnpackAlreadyPaidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyPaid(bytes32 rollup, uint256 nonce)
func (squad *Squad) UnpackAlreadyPaidError(raw []byte) (*SquadAlreadyPaid, error) {
	out := new(SquadAlreadyPaid)
	if err := squad.abi.UnpackIntoInterface(out, "AlreadyPaid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadBadAccountProof represents a BadAccountProof error raised by the Squad contract.
type SquadBadAccountProof struct {
	Account common.Address
	Reason  uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func SquadBadAccountProofErrorID() common.Hash {
	return common.HexToHash("0x766da5eee5021e814e719e0006ecf2fe016be0526e291698e28a313f64a27fb8")
}

// UnpackBadAccountProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadAccountProof(address account, uint8 reason)
func (squad *Squad) UnpackBadAccountProofError(raw []byte) (*SquadBadAccountProof, error) {
	out := new(SquadBadAccountProof)
	if err := squad.abi.UnpackIntoInterface(out, "BadAccountProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadBadAmount represents a BadAmount error raised by the Squad contract.
type SquadBadAmount struct {
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadAmount(uint256 amount)
func SquadBadAmountErrorID() common.Hash {
	return common.HexToHash("0xb39be4d21b9beede5f322fec8bfffe756e47e7733fec5f40573598ea2c475ddc")
}

// UnpackBadAmountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadAmount(uint256 amount)
func (squad *Squad) UnpackBadAmountError(raw []byte) (*SquadBadAmount, error) {
	out := new(SquadBadAmount)
	if err := squad.abi.UnpackIntoInterface(out, "BadAmount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadBadStorageProof represents a BadStorageProof error raised by the Squad contract.
type SquadBadStorageProof struct {
	Slot   [32]byte
	Reason uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func SquadBadStorageProofErrorID() common.Hash {
	return common.HexToHash("0x900e85e69aa6707f6bd2ab63259537f8f6362d3234f213a406a1be5df64d6a56")
}

// UnpackBadStorageProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadStorageProof(bytes32 slot, uint8 reason)
func (squad *Squad) UnpackBadStorageProofError(raw []byte) (*SquadBadStorageProof, error) {
	out := new(SquadBadStorageProof)
	if err := squad.abi.UnpackIntoInterface(out, "BadStorageProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadBadTransactionSize represents a BadTransactionSize error raised by the Squad contract.
type SquadBadTransactionSize struct {
	Size *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadTransactionSize(uint256 size)
func SquadBadTransactionSizeErrorID() common.Hash {
	return common.HexToHash("0x32547f0aa2fb9ec0935bb4e52429b80d7a167739908349fe86c6fc6166da7b97")
}

// UnpackBadTransactionSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadTransactionSize(uint256 size)
func (squad *Squad) UnpackBadTransactionSizeError(raw []byte) (*SquadBadTransactionSize, error) {
	out := new(SquadBadTransactionSize)
	if err := squad.abi.UnpackIntoInterface(out, "BadTransactionSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadFailedCall represents a FailedCall error raised by the Squad contract.
type SquadFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func SquadFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (squad *Squad) UnpackFailedCallError(raw []byte) (*SquadFailedCall, error) {
	out := new(SquadFailedCall)
	if err := squad.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadFieldNotPresentInBlockHeader represents a FieldNotPresentInBlockHeader error raised by the Squad contract.
type SquadFieldNotPresentInBlockHeader struct {
	Arg0 uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func SquadFieldNotPresentInBlockHeaderErrorID() common.Hash {
	return common.HexToHash("0x3dc3cd92127fc4da0e036ff229cb9f0428ae04c76c83ebf90371931e08ba2e96")
}

// UnpackFieldNotPresentInBlockHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func (squad *Squad) UnpackFieldNotPresentInBlockHeaderError(raw []byte) (*SquadFieldNotPresentInBlockHeader, error) {
	out := new(SquadFieldNotPresentInBlockHeader)
	if err := squad.abi.UnpackIntoInterface(out, "FieldNotPresentInBlockHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadFinalityIsPaused represents a FinalityIsPaused error raised by the Squad contract.
type SquadFinalityIsPaused struct {
	Rollup [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FinalityIsPaused(bytes32 rollup)
func SquadFinalityIsPausedErrorID() common.Hash {
	return common.HexToHash("0x07ce396a25d7adb08f53bb834d449e080d8c69413e76e3e2c987c734208a5f3d")
}

// UnpackFinalityIsPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FinalityIsPaused(bytes32 rollup)
func (squad *Squad) UnpackFinalityIsPausedError(raw []byte) (*SquadFinalityIsPaused, error) {
	out := new(SquadFinalityIsPaused)
	if err := squad.abi.UnpackIntoInterface(out, "FinalityIsPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadInboxClosed represents a InboxClosed error raised by the Squad contract.
type SquadInboxClosed struct {
	Rollup [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InboxClosed(bytes32 rollup)
func SquadInboxClosedErrorID() common.Hash {
	return common.HexToHash("0x89466258b3b68107c36d4fefc90fadabf546ef8a25ebd405242fb0788aa6a65a")
}

// UnpackInboxClosedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InboxClosed(bytes32 rollup)
func (squad *Squad) UnpackInboxClosedError(raw []byte) (*SquadInboxClosed, error) {
	out := new(SquadInboxClosed)
	if err := squad.abi.UnpackIntoInterface(out, "InboxClosed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadInsufficientBalance represents a InsufficientBalance error raised by the Squad contract.
type SquadInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func SquadInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (squad *Squad) UnpackInsufficientBalanceError(raw []byte) (*SquadInsufficientBalance, error) {
	out := new(SquadInsufficientBalance)
	if err := squad.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadNoOutbox represents a NoOutbox error raised by the Squad contract.
type SquadNoOutbox struct {
	Rollup [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoOutbox(bytes32 rollup)
func SquadNoOutboxErrorID() common.Hash {
	return common.HexToHash("0xa34f9f54f9de9795ccfc3dfc244aceef17c907a695b747e4a966c4f3992f9da9")
}

// UnpackNoOutboxError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoOutbox(bytes32 rollup)
func (squad *Squad) UnpackNoOutboxError(raw []byte) (*SquadNoOutbox, error) {
	out := new(SquadNoOutbox)
	if err := squad.abi.UnpackIntoInterface(out, "NoOutbox", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadNoRecipient represents a NoRecipient error raised by the Squad contract.
type SquadNoRecipient struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoRecipient()
func SquadNoRecipientErrorID() common.Hash {
	return common.HexToHash("0x65a4920b231224d4a17db1e9214d9aa831fbcb5f2e47998bb8244ec845034bc3")
}

// UnpackNoRecipientError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoRecipient()
func (squad *Squad) UnpackNoRecipientError(raw []byte) (*SquadNoRecipient, error) {
	out := new(SquadNoRecipient)
	if err := squad.abi.UnpackIntoInterface(out, "NoRecipient", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadNotFinal represents a NotFinal error raised by the Squad contract.
type SquadNotFinal struct {
	Rollup    [32]byte
	Number    uint64
	BlockHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFinal(bytes32 rollup, uint64 number, bytes32 blockHash)
func SquadNotFinalErrorID() common.Hash {
	return common.HexToHash("0xe237f19bc723d8488a90e71f60a06f390ac91411dadac7605d2cc037f5df5dc0")
}

// UnpackNotFinalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFinal(bytes32 rollup, uint64 number, bytes32 blockHash)
func (squad *Squad) UnpackNotFinalError(raw []byte) (*SquadNotFinal, error) {
	out := new(SquadNotFinal)
	if err := squad.abi.UnpackIntoInterface(out, "NotFinal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadNotLocked represents a NotLocked error raised by the Squad contract.
type SquadNotLocked struct {
	Rollup [32]byte
	Amount *big.Int
	Locked *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotLocked(bytes32 rollup, uint256 amount, uint256 locked)
func SquadNotLockedErrorID() common.Hash {
	return common.HexToHash("0x0053cf5b3e119f8e337be6d413e792a9ea813d23543dd6f8acaa925077f5bcc6")
}

// UnpackNotLockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotLocked(bytes32 rollup, uint256 amount, uint256 locked)
func (squad *Squad) UnpackNotLockedError(raw []byte) (*SquadNotLocked, error) {
	out := new(SquadNotLocked)
	if err := squad.abi.UnpackIntoInterface(out, "NotLocked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadRLPInvalidEncoding represents a RLPInvalidEncoding error raised by the Squad contract.
type SquadRLPInvalidEncoding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RLPInvalidEncoding()
func SquadRLPInvalidEncodingErrorID() common.Hash {
	return common.HexToHash("0xf3dd700486d05c537b5facf4c114ba6b400473774588d1ffb11e80a83758e4df")
}

// UnpackRLPInvalidEncodingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RLPInvalidEncoding()
func (squad *Squad) UnpackRLPInvalidEncodingError(raw []byte) (*SquadRLPInvalidEncoding, error) {
	out := new(SquadRLPInvalidEncoding)
	if err := squad.abi.UnpackIntoInterface(out, "RLPInvalidEncoding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadWrongHeader represents a WrongHeader error raised by the Squad contract.
type SquadWrongHeader struct {
	Wanted [32]byte
	Given  [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func SquadWrongHeaderErrorID() common.Hash {
	return common.HexToHash("0x340b3b5e27029527e8ecd2308d949fbebfcd5732398de5c4fff730a330bfefd3")
}

// UnpackWrongHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongHeader(bytes32 wanted, bytes32 given)
func (squad *Squad) UnpackWrongHeaderError(raw []byte) (*SquadWrongHeader, error) {
	out := new(SquadWrongHeader)
	if err := squad.abi.UnpackIntoInterface(out, "WrongHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SquadWrongWithdrawal represents a WrongWithdrawal error raised by the Squad contract.
type SquadWrongWithdrawal struct {
	Nonce   *big.Int
	Found   [32]byte
	Claimed [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongWithdrawal(uint256 nonce, bytes32 found, bytes32 claimed)
func SquadWrongWithdrawalErrorID() common.Hash {
	return common.HexToHash("0xe7afd931dd1a4787d60ec81213839322bc8defde12d798f0d10ed671c4cd7322")
}

// UnpackWrongWithdrawalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongWithdrawal(uint256 nonce, bytes32 found, bytes32 claimed)
func (squad *Squad) UnpackWrongWithdrawalError(raw []byte) (*SquadWrongWithdrawal, error) {
	out := new(SquadWrongWithdrawal)
	if err := squad.abi.UnpackIntoInterface(out, "WrongWithdrawal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTableMetaData contains all meta data concerning the StakeTable contract.
var StakeTableMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"allocationManager_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"restakedRollups_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registrar_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"epochBlocks_\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"MAX_EPOCH_BLOCKS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"allocationManager\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIAllocationManager\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"currentEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epochBlocks\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epochInfo\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"info\",\"type\":\"tuple\",\"internalType\":\"structEpochInfo\",\"components\":[{\"name\":\"blockNumber\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"totalWeight\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"aggregateKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"members\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"list\",\"type\":\"tuple[]\",\"internalType\":\"structMember[]\",\"components\":[{\"name\":\"operator\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"weight\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"blsKey\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nextSnapshotBlock\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"recordsHash\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registrar\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIOperatorKeys\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"restakedRollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIRestakedRollups\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"snapshot\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"EpochProlonged\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SnapshotTaken\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"count\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"totalWeight\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"recordsHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AggregateAtInfinity\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadEpochBlocks\",\"inputs\":[{\"name\":\"epochBlocks\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"EmptySet\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotDue\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"dueBlock\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StoreFailed\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownEpoch\",\"inputs\":[{\"name\":\"setId\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}]",
	ID:  "StakeTable",
	Bin: "0x6101003461011557601f611ea838819003918201601f19168301916001600160401b0383118484101761011957808492608094604052833981010312610115576100488161012d565b906100556020820161012d565b60606100636040840161012d565b920151926001600160401b0384168085036101155780158015610109575b6100f757506001600160a01b0390811660805290811660a0521660c05260e052604051611d6690816101428239608051818181610556015261094b015260a051818181610636015261089d015260c05181818161071c0152610cef015260e0518181816106cc015281816109fc01526117d10152f35b6374c286af60e11b5f5260045260245ffd5b50620189c08111610081565b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101155756fe6080806040526004361015610012575f80fd5b5f3560e01c908163094060221461077e575080630f10609e146107405780632b20e397146106f05780634e4b3bef146106ac5780637a270b791461068f578063bac962141461065a578063c35789cd1461060a578063c5032ae41461057a578063ca8aa7c71461052a578063da8f6775146100c45763f5164fff14610095575f80fd5b346100c05760206003193601126100c05760206100b86100b36107b1565b611799565b604051908152f35b5f80fd5b346100c0576101856100d5366107c4565b91906100e1838261191c565b6bffffffff000000000000000067ffffffffffffffff806020610105878630611992565b01511694169160401b16173060559073ffffffffffffffffffffffffffffffffffffffff926040519160581b7fff0000000000000000000000000000000000000000000000000000000000000017825260158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f6035820152201690565b9061018f816117fe565b9161019d6040519384611745565b818352601f196101ac836117fe565b015f5b8181106104c0575050604051919060a06101c98185611745565b607084526020840193601f19820136863760805f91019260501b927fd694000000000000000000000000000000000000000002000000000000000000841793601f198401925b8681106102dc57886040518091602082016020835281518091526040830190602060408260051b8601019301915f905b82821061024e57505050500390f35b919360206102cc827fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc06001959799849503018652606060408a5173ffffffffffffffffffffffffffffffffffffffff81511684526fffffffffffffffffffffffffffffffff86820151168685015201519181604082015201906107f8565b960192019201859493919261023f565b60c8811015610435577fd69400000000000000000000000000000000000000000100000000000000000082175f5273ffffffffffffffffffffffffffffffffffffffff60175f201660708202908282046070148315171561040857816080016080116104085789608160709301913c5b6040516103598682611745565b608081526020810185368237610398855160801c918b6040606091805160801c845260108101516020850152603081015160801c828501520151910152565b60206103a4848d6118ae565b51015260406103b3838c6118ae565b510152855f5273ffffffffffffffffffffffffffffffffffffffff60175f2016906014810281810460141482151715610408576001928a8460209301913c885160601c610400828c6118ae565b51520161020f565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fd69400000000000000000000000000000000000000000300000000000000000082175f5273ffffffffffffffffffffffffffffffffffffffff60175f20167fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff38820190828211610408576070820291808304607014901517156104085789600160709301913c61034c565b60405190606082019180831067ffffffffffffffff8411176104fd576020926040525f81525f8382015260606040820152828288010152016101af565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b346100c0575f6003193601126100c057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100c05760606105a761058d366107c4565b90610596611768565b506105a1828261191c565b30611992565b6106066040519283926020845267ffffffffffffffff815116602085015267ffffffffffffffff60208201511660408501526fffffffffffffffffffffffffffffffff60408201511682850152015160808084015260a08301906107f8565b0390f35b346100c0575f6003193601126100c057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100c05760206003193601126100c057602061067d6106786107b1565b61081d565b67ffffffffffffffff60405191168152f35b346100c0575f6003193601126100c0576020604051620189c08152f35b346100c0575f6003193601126100c057602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100c0575f6003193601126100c057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100c05760206003193601126100c05763ffffffff61075e6107b1565b165f525f602052602067ffffffffffffffff60405f205416604051908152f35b346100c05760206003193601126100c05760209063ffffffff61079f6107b1565b165f525f8252600160405f2001548152f35b6004359063ffffffff821682036100c057565b60031960409101126100c05760043563ffffffff811681036100c0579060243567ffffffffffffffff811681036100c05790565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b63ffffffff81165f525f60205260405f209182549267ffffffffffffffff841680151580611718575b6116d9576fffffffffffffffff00000000000000004360401b167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff861617825573ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001691604051937fd2c0b42600000000000000000000000000000000000000000000000000000000855263ffffffff861660048601525f85602481875afa948515610dea575f956115c7575b50604051936040850185811067ffffffffffffffff8211176104fd57604052845263ffffffff8616602085015273ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016604051947f6e875dba0000000000000000000000000000000000000000000000000000000086526109c5600487018263ffffffff6020809273ffffffffffffffffffffffffffffffffffffffff8151168552015116910152565b5f86604481855afa958615610dea575f9661157c575b505f906109ea610aae97611b0c565b92610a88610a2267ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000164361178c565b928a519363ffffffff6040519b8c96879586957f2bab2c4a000000000000000000000000000000000000000000000000000000008752600487019063ffffffff6020809273ffffffffffffffffffffffffffffffffffffffff8151168552015116910152565b60a06044860152610a9c60a486018b611d1d565b90600319868303016064870152611d1d565b9116608483015203915afa948515610dea575f95611473575b50919395969094825196601f19610af6610ae08a6117fe565b99610aee6040519b8c611745565b808b526117fe565b013660208a01375f945b8851861015610c0a57610b1386836118ae565b51966020840151985f965f975b8b51891015610bb357610b33898c6118ae565b51898d6fffffffffffffffffffffffffffffffff8311610b9b575b6fffffffffffffffffffffffffffffffff91610b69916118ae565b51169081810291818304149015171561040857600191670de0b6b3a7640000610b9392049061178c565b980197610b20565b6fffffffffffffffffffffffffffffffff9250610b4e565b91969c949950949950600192979196506effffffffffffffffffffffffffffff8111610bf4575b610be4828c6118ae565b5201949892969193959098610b00565b506effffffffffffffffffffffffffffff610bda565b9894505050949092945f945f9385519860708a0299808b0460701490151715610408578960a0018060a0116104085760c08b0110610408576020601f1960df6040519c01168b010160405260a08a0160208b01116104085760a08a01995f965b8851881015610e0057610c7d88886118ae565b519b8c15610df55773ffffffffffffffffffffffffffffffffffffffff610ca48a8c6118ae565b5116604051907fbc7b79ee000000000000000000000000000000000000000000000000000000008252600482015260608160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610dea575f5f915f93610da9575b50828282171715610d9b578352602083015260408201528c60801b6060820152607081018111610408576070019b610d5a898b6118ae565b5173ffffffffffffffffffffffffffffffffffffffff16610d7a8c6118ef565b9b610d85908c6118ae565b52610d8f9161178c565b966001905b0196610c6a565b5050509b5096600190610d94565b925050506060813d8211610de2575b81610dc560609383611745565b810103126100c0578051602082015160409092015191905f610d22565b3d9150610db8565b6040513d5f823e3d90fd5b9b5096600190610d94565b955092989197969399509450851561144157604051926040601f19601f60148a0201168501016040525f5b8781106114225750506070860286810460700361040857604051908060a08501835e60148802602086018284015e6014880201902094600182015486146113ea5767ffffffffffffffff1667ffffffffffffffff811461040857859160018092019a67ffffffffffffffff8c16907fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff00000000000000004360401b169116171781550155604051610100810160405260803682375f608082018083119060a085015b89841061136357505050506020810190815160801c815160801b176020840152604081018051835160801b1760408501526060820180516060860152886fffffffffffffffff00000000000000004360401b168860801b1717608086015251905117915190511717156113315767ffffffffffffffff88166bffffffff00000000000000008760401b16176f67363d3d37363d34f03d5260086018f35f526010805ff59173ffffffffffffffffffffffffffffffffffffffff8316156113055760c88610156112fd5785915b607083029183830460701484151715610408578260800192836080116104085782515f80608b60818501948560401b6a61000080600a3d393df3001788520160158701828b5af1908452159081156112a3575b506112765787601481020460140361040857805190600160148a0201918260401b6a61000080600a3d393df3001782525f80600b60148d020160158501828b5af1915215908115611219575b506111ec578287116110ce575b505050506fffffffffffffffffffffffffffffffff9060405193845216602083015260408201527f9b909056cb8beee11dfb3eea0da7b79c2d776e641d006e2d7c15bc9bf09652d2606063ffffffff67ffffffffffffffff8716941692a3565b9060206110db920161178c565b90808603908682116104085760708202918204607014908714171561040857601f19820180515f8060018501958660401b6a61000080600a3d393df3001785527ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5600b8701910182895af191521592831561118e575b505050611161575f80808061106e565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b7fd69400000000000000000000000000000000000000000000000000000000000091929350600360481b9060501b17175f528173ffffffffffffffffffffffffffffffffffffffff60175f20163b91116104085714155f8080611151565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f52600260045260245ffd5b90507fd694000000000000000000000000000000000000000000000000000000000000600260481b8660501b17175f5273ffffffffffffffffffffffffffffffffffffffff60175f20163b8160148a02116104085714155f611061565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b90507fd694000000000000000000000000000000000000000000000000000000000000600160481b8760501b17175f5273ffffffffffffffffffffffffffffffffffffffff60175f20163b8185116104085714155f611015565b60c891610fc2565b7f3e7f8db0000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b63ffffffff867f4337e866000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b826104085761139682826040606091805160801c845260108101516020850152603081015160801c828501520151910152565b60808561010081600b61c350fa156113be576070810180911161040857600190930192610ef6565b7ea48593000000000000000000000000000000000000000000000000000000005f52600b60045260245ffd5b97985050505050505063ffffffff8291167f95446391953cf5ac16617536829f36793477bb72c683f54f83b8085cee520ca05f80a390565b80600180920160051b83015160601b6020601483028801015201610e2b565b63ffffffff877f2b70f4fc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9094503d805f833e6114858183611745565b8101906020818303126100c05780519067ffffffffffffffff82116100c057019080601f830112156100c0578151906114bd826117fe565b926114cb6040519485611745565b82845260208085019360051b820101908282116100c05760208101935b8285106114fb575050505050935f610ac7565b845167ffffffffffffffff81116100c057820184603f820112156100c057602081015190611528826117fe565b916115366040519384611745565b8083526020808085019260051b84010101918783116100c057604001905b82821061156c575050508152602094850194016114e8565b8151815260209182019101611554565b95503d805f883e61158d8188611745565b8601906020878303126100c057865167ffffffffffffffff81116100c0576115be5f936109ea92610aae9a01611816565b975050906109db565b9094503d805f833e6115d98183611745565b8101906020818303126100c05780519067ffffffffffffffff82116100c057016080818303126100c0576040519161161083611729565b815167ffffffffffffffff81116100c0578161162d918401611816565b8352602082015167ffffffffffffffff81116100c05782019080601f830112156100c057815161165c816117fe565b9261166a6040519485611745565b81845260208085019260051b8201019283116100c057602001905b8282106116c15750505060208301526060906116a360408201611891565b6040840152015161ffff811681036100c0576060820152935f610907565b602080916116ce84611891565b815201910190611685565b8363ffffffff6116e882611799565b917f12edfc6c000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b5061172284611799565b4310610846565b6080810190811067ffffffffffffffff8211176104fd57604052565b90601f601f19910116810190811067ffffffffffffffff8211176104fd57604052565b6040519061177582611729565b606080835f81525f60208201525f60408201520152565b9190820180921161040857565b63ffffffff165f525f60205260405f205467ffffffffffffffff8116155f146117c157505f90565b6117fb9067ffffffffffffffff807f0000000000000000000000000000000000000000000000000000000000000000169160401c1661178c565b90565b67ffffffffffffffff81116104fd5760051b60200190565b9080601f830112156100c05781519061182e826117fe565b9261183c6040519485611745565b82845260208085019360051b8201019182116100c057602001915b8183106118645750505090565b825173ffffffffffffffffffffffffffffffffffffffff811681036100c057815260209283019201611857565b51906fffffffffffffffffffffffffffffffff821682036100c057565b80518210156118c25760209160051b010190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81146104085760010190565b9067ffffffffffffffff16908115801561196e575b611939575050565b63ffffffff907fa2645dc4000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b5063ffffffff81165f525f60205267ffffffffffffffff60405f2054168211611931565b611a56907fd694000000000000000000000000000000000000000001000000000000000000929493946bffffffff000000000000000067ffffffffffffffff6119d9611768565b97169160401b16179060559073ffffffffffffffffffffffffffffffffffffffff926040519160581b7fff0000000000000000000000000000000000000000000000000000000000000017825260158201527f21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f6035820152201690565b60501b175f5267ffffffffffffffff608073ffffffffffffffffffffffffffffffffffffffff60175f2016611af160405191611a9360a084611745565b8383526020830184600182601f1960a0019485368337604051611ab760a082611745565b848152602081019636883760608d01523c6040606091805160801c845260108101516020850152603081015160801c828501520151910152565b01518060801c6040850152818160401c168452166020830152565b80519060028210611d185790611b21816117fe565b611b2e6040519182611745565b818152601f19611b3d836117fe565b01366020830137906001915b818310611b565750505090565b919290915f5b838110611b7f5750928060011b9080820460021490151715610408579190611b49565b611b89858261178c565b84811015611d11575b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8616860361040857611bc88660011b8361178c565b85811015611d0957905b829080845b848110611c1f5750505050507f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8516850361040857611c1a908560011b9061178c565b611b5c565b600190858410801590611cb5575b15611c865773ffffffffffffffffffffffffffffffffffffffff611c5a611c53876118ef565b968b6118ae565b51165b73ffffffffffffffffffffffffffffffffffffffff611c7c838b6118ae565b9116905201611bd7565b73ffffffffffffffffffffffffffffffffffffffff611cae611ca7866118ef565b958b6118ae565b5116611c5d565b508285108015611c2d575073ffffffffffffffffffffffffffffffffffffffff611cdf868b6118ae565b511673ffffffffffffffffffffffffffffffffffffffff611d00868c6118ae565b51161015611c2d565b508490611bd2565b5083611b92565b905090565b90602080835192838152019201905f5b818110611d3a5750505090565b825173ffffffffffffffffffffffffffffffffffffffff16845260209384019390920191600101611d2d56",
}

// StakeTable is an auto generated Go binding around an Ethereum contract.
type StakeTable struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *StakeTable) GetABI() abi.ABI {
	return c.abi
}

// NewStakeTable creates a new instance of StakeTable.
func NewStakeTable() *StakeTable {
	parsed, err := StakeTableMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &StakeTable{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *StakeTable) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address allocationManager_, address restakedRollups_, address registrar_, uint64 epochBlocks_) returns()
func (stakeTable *StakeTable) PackConstructor(allocationManager_ common.Address, restakedRollups_ common.Address, registrar_ common.Address, epochBlocks_ uint64) []byte {
	enc, err := stakeTable.abi.Pack("", allocationManager_, restakedRollups_, registrar_, epochBlocks_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXEPOCHBLOCKS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a270b79.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_EPOCH_BLOCKS() view returns(uint64)
func (stakeTable *StakeTable) PackMAXEPOCHBLOCKS() []byte {
	enc, err := stakeTable.abi.Pack("MAX_EPOCH_BLOCKS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXEPOCHBLOCKS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a270b79.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_EPOCH_BLOCKS() view returns(uint64)
func (stakeTable *StakeTable) TryPackMAXEPOCHBLOCKS() ([]byte, error) {
	return stakeTable.abi.Pack("MAX_EPOCH_BLOCKS")
}

// UnpackMAXEPOCHBLOCKS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7a270b79.
//
// Solidity: function MAX_EPOCH_BLOCKS() view returns(uint64)
func (stakeTable *StakeTable) UnpackMAXEPOCHBLOCKS(data []byte) (uint64, error) {
	out, err := stakeTable.abi.Unpack("MAX_EPOCH_BLOCKS", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allocationManager() view returns(address)
func (stakeTable *StakeTable) PackAllocationManager() []byte {
	enc, err := stakeTable.abi.Pack("allocationManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllocationManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8aa7c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allocationManager() view returns(address)
func (stakeTable *StakeTable) TryPackAllocationManager() ([]byte, error) {
	return stakeTable.abi.Pack("allocationManager")
}

// UnpackAllocationManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca8aa7c7.
//
// Solidity: function allocationManager() view returns(address)
func (stakeTable *StakeTable) UnpackAllocationManager(data []byte) (common.Address, error) {
	out, err := stakeTable.abi.Unpack("allocationManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCurrentEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f10609e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentEpoch(uint32 setId) view returns(uint64)
func (stakeTable *StakeTable) PackCurrentEpoch(setId uint32) []byte {
	enc, err := stakeTable.abi.Pack("currentEpoch", setId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f10609e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentEpoch(uint32 setId) view returns(uint64)
func (stakeTable *StakeTable) TryPackCurrentEpoch(setId uint32) ([]byte, error) {
	return stakeTable.abi.Pack("currentEpoch", setId)
}

// UnpackCurrentEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0f10609e.
//
// Solidity: function currentEpoch(uint32 setId) view returns(uint64)
func (stakeTable *StakeTable) UnpackCurrentEpoch(data []byte) (uint64, error) {
	out, err := stakeTable.abi.Unpack("currentEpoch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackEpochBlocks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e4b3bef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epochBlocks() view returns(uint64)
func (stakeTable *StakeTable) PackEpochBlocks() []byte {
	enc, err := stakeTable.abi.Pack("epochBlocks")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpochBlocks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e4b3bef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epochBlocks() view returns(uint64)
func (stakeTable *StakeTable) TryPackEpochBlocks() ([]byte, error) {
	return stakeTable.abi.Pack("epochBlocks")
}

// UnpackEpochBlocks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4e4b3bef.
//
// Solidity: function epochBlocks() view returns(uint64)
func (stakeTable *StakeTable) UnpackEpochBlocks(data []byte) (uint64, error) {
	out, err := stakeTable.abi.Unpack("epochBlocks", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackEpochInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5032ae4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epochInfo(uint32 setId, uint64 epoch) view returns((uint64,uint64,uint128,bytes) info)
func (stakeTable *StakeTable) PackEpochInfo(setId uint32, epoch uint64) []byte {
	enc, err := stakeTable.abi.Pack("epochInfo", setId, epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpochInfo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc5032ae4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epochInfo(uint32 setId, uint64 epoch) view returns((uint64,uint64,uint128,bytes) info)
func (stakeTable *StakeTable) TryPackEpochInfo(setId uint32, epoch uint64) ([]byte, error) {
	return stakeTable.abi.Pack("epochInfo", setId, epoch)
}

// UnpackEpochInfo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc5032ae4.
//
// Solidity: function epochInfo(uint32 setId, uint64 epoch) view returns((uint64,uint64,uint128,bytes) info)
func (stakeTable *StakeTable) UnpackEpochInfo(data []byte) (EpochInfo, error) {
	out, err := stakeTable.abi.Unpack("epochInfo", data)
	if err != nil {
		return *new(EpochInfo), err
	}
	out0 := *abi.ConvertType(out[0], new(EpochInfo)).(*EpochInfo)
	return out0, nil
}

// PackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda8f6775.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function members(uint32 setId, uint64 epoch) view returns((address,uint128,bytes)[] list)
func (stakeTable *StakeTable) PackMembers(setId uint32, epoch uint64) []byte {
	enc, err := stakeTable.abi.Pack("members", setId, epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda8f6775.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function members(uint32 setId, uint64 epoch) view returns((address,uint128,bytes)[] list)
func (stakeTable *StakeTable) TryPackMembers(setId uint32, epoch uint64) ([]byte, error) {
	return stakeTable.abi.Pack("members", setId, epoch)
}

// UnpackMembers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda8f6775.
//
// Solidity: function members(uint32 setId, uint64 epoch) view returns((address,uint128,bytes)[] list)
func (stakeTable *StakeTable) UnpackMembers(data []byte) ([]Member, error) {
	out, err := stakeTable.abi.Unpack("members", data)
	if err != nil {
		return *new([]Member), err
	}
	out0 := *abi.ConvertType(out[0], new([]Member)).(*[]Member)
	return out0, nil
}

// PackNextSnapshotBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5164fff.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nextSnapshotBlock(uint32 setId) view returns(uint256)
func (stakeTable *StakeTable) PackNextSnapshotBlock(setId uint32) []byte {
	enc, err := stakeTable.abi.Pack("nextSnapshotBlock", setId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNextSnapshotBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5164fff.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nextSnapshotBlock(uint32 setId) view returns(uint256)
func (stakeTable *StakeTable) TryPackNextSnapshotBlock(setId uint32) ([]byte, error) {
	return stakeTable.abi.Pack("nextSnapshotBlock", setId)
}

// UnpackNextSnapshotBlock is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf5164fff.
//
// Solidity: function nextSnapshotBlock(uint32 setId) view returns(uint256)
func (stakeTable *StakeTable) UnpackNextSnapshotBlock(data []byte) (*big.Int, error) {
	out, err := stakeTable.abi.Unpack("nextSnapshotBlock", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRecordsHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09406022.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordsHash(uint32 setId) view returns(bytes32)
func (stakeTable *StakeTable) PackRecordsHash(setId uint32) []byte {
	enc, err := stakeTable.abi.Pack("recordsHash", setId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordsHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09406022.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordsHash(uint32 setId) view returns(bytes32)
func (stakeTable *StakeTable) TryPackRecordsHash(setId uint32) ([]byte, error) {
	return stakeTable.abi.Pack("recordsHash", setId)
}

// UnpackRecordsHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x09406022.
//
// Solidity: function recordsHash(uint32 setId) view returns(bytes32)
func (stakeTable *StakeTable) UnpackRecordsHash(data []byte) ([32]byte, error) {
	out, err := stakeTable.abi.Unpack("recordsHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registrar() view returns(address)
func (stakeTable *StakeTable) PackRegistrar() []byte {
	enc, err := stakeTable.abi.Pack("registrar")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registrar() view returns(address)
func (stakeTable *StakeTable) TryPackRegistrar() ([]byte, error) {
	return stakeTable.abi.Pack("registrar")
}

// UnpackRegistrar is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b20e397.
//
// Solidity: function registrar() view returns(address)
func (stakeTable *StakeTable) UnpackRegistrar(data []byte) (common.Address, error) {
	out, err := stakeTable.abi.Unpack("registrar", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function restakedRollups() view returns(address)
func (stakeTable *StakeTable) PackRestakedRollups() []byte {
	enc, err := stakeTable.abi.Pack("restakedRollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRestakedRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc35789cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function restakedRollups() view returns(address)
func (stakeTable *StakeTable) TryPackRestakedRollups() ([]byte, error) {
	return stakeTable.abi.Pack("restakedRollups")
}

// UnpackRestakedRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc35789cd.
//
// Solidity: function restakedRollups() view returns(address)
func (stakeTable *StakeTable) UnpackRestakedRollups(data []byte) (common.Address, error) {
	out, err := stakeTable.abi.Unpack("restakedRollups", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSnapshot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbac96214.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function snapshot(uint32 setId) returns(uint64 epoch)
func (stakeTable *StakeTable) PackSnapshot(setId uint32) []byte {
	enc, err := stakeTable.abi.Pack("snapshot", setId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSnapshot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbac96214.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function snapshot(uint32 setId) returns(uint64 epoch)
func (stakeTable *StakeTable) TryPackSnapshot(setId uint32) ([]byte, error) {
	return stakeTable.abi.Pack("snapshot", setId)
}

// UnpackSnapshot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbac96214.
//
// Solidity: function snapshot(uint32 setId) returns(uint64 epoch)
func (stakeTable *StakeTable) UnpackSnapshot(data []byte) (uint64, error) {
	out, err := stakeTable.abi.Unpack("snapshot", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// StakeTableEpochProlonged represents a EpochProlonged event raised by the StakeTable contract.
type StakeTableEpochProlonged struct {
	SetId uint32
	Epoch uint64
	Raw   *types.Log // Blockchain specific contextual infos
}

const StakeTableEpochProlongedEventName = "EpochProlonged"

// ContractEventName returns the user-defined event name.
func (StakeTableEpochProlonged) ContractEventName() string {
	return StakeTableEpochProlongedEventName
}

// UnpackEpochProlongedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EpochProlonged(uint32 indexed setId, uint64 indexed epoch)
func (stakeTable *StakeTable) UnpackEpochProlongedEvent(log *types.Log) (*StakeTableEpochProlonged, error) {
	event := "EpochProlonged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stakeTable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StakeTableEpochProlonged)
	if len(log.Data) > 0 {
		if err := stakeTable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stakeTable.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// StakeTableSnapshotTaken represents a SnapshotTaken event raised by the StakeTable contract.
type StakeTableSnapshotTaken struct {
	SetId       uint32
	Epoch       uint64
	Count       *big.Int
	TotalWeight *big.Int
	RecordsHash [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const StakeTableSnapshotTakenEventName = "SnapshotTaken"

// ContractEventName returns the user-defined event name.
func (StakeTableSnapshotTaken) ContractEventName() string {
	return StakeTableSnapshotTakenEventName
}

// UnpackSnapshotTakenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SnapshotTaken(uint32 indexed setId, uint64 indexed epoch, uint256 count, uint128 totalWeight, bytes32 recordsHash)
func (stakeTable *StakeTable) UnpackSnapshotTakenEvent(log *types.Log) (*StakeTableSnapshotTaken, error) {
	event := "SnapshotTaken"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != stakeTable.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StakeTableSnapshotTaken)
	if len(log.Data) > 0 {
		if err := stakeTable.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range stakeTable.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (stakeTable *StakeTable) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["AggregateAtInfinity"].ID.Bytes()[:4]) {
		return stakeTable.UnpackAggregateAtInfinityError(raw[4:])
	}
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["BadEpochBlocks"].ID.Bytes()[:4]) {
		return stakeTable.UnpackBadEpochBlocksError(raw[4:])
	}
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["EmptySet"].ID.Bytes()[:4]) {
		return stakeTable.UnpackEmptySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["NotDue"].ID.Bytes()[:4]) {
		return stakeTable.UnpackNotDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return stakeTable.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["StoreFailed"].ID.Bytes()[:4]) {
		return stakeTable.UnpackStoreFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], stakeTable.abi.Errors["UnknownEpoch"].ID.Bytes()[:4]) {
		return stakeTable.UnpackUnknownEpochError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// StakeTableAggregateAtInfinity represents a AggregateAtInfinity error raised by the StakeTable contract.
type StakeTableAggregateAtInfinity struct {
	SetId uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AggregateAtInfinity(uint32 setId)
func StakeTableAggregateAtInfinityErrorID() common.Hash {
	return common.HexToHash("0x4337e866aabdb02c5f1049a5f57579102a53272e3398bf824828ca77df20a180")
}

// UnpackAggregateAtInfinityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AggregateAtInfinity(uint32 setId)
func (stakeTable *StakeTable) UnpackAggregateAtInfinityError(raw []byte) (*StakeTableAggregateAtInfinity, error) {
	out := new(StakeTableAggregateAtInfinity)
	if err := stakeTable.abi.UnpackIntoInterface(out, "AggregateAtInfinity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTableBadEpochBlocks represents a BadEpochBlocks error raised by the StakeTable contract.
type StakeTableBadEpochBlocks struct {
	EpochBlocks uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadEpochBlocks(uint64 epochBlocks)
func StakeTableBadEpochBlocksErrorID() common.Hash {
	return common.HexToHash("0xe9850d5ed90a6a8cdb67fe2c342d06bf45d849174e80da8efabe4fa4dd165fb9")
}

// UnpackBadEpochBlocksError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadEpochBlocks(uint64 epochBlocks)
func (stakeTable *StakeTable) UnpackBadEpochBlocksError(raw []byte) (*StakeTableBadEpochBlocks, error) {
	out := new(StakeTableBadEpochBlocks)
	if err := stakeTable.abi.UnpackIntoInterface(out, "BadEpochBlocks", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTableEmptySet represents a EmptySet error raised by the StakeTable contract.
type StakeTableEmptySet struct {
	SetId uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EmptySet(uint32 setId)
func StakeTableEmptySetErrorID() common.Hash {
	return common.HexToHash("0x2b70f4fc3ce6a0fd99a5010366b465020a00d92f295c5bd69711d0023c560362")
}

// UnpackEmptySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EmptySet(uint32 setId)
func (stakeTable *StakeTable) UnpackEmptySetError(raw []byte) (*StakeTableEmptySet, error) {
	out := new(StakeTableEmptySet)
	if err := stakeTable.abi.UnpackIntoInterface(out, "EmptySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTableNotDue represents a NotDue error raised by the StakeTable contract.
type StakeTableNotDue struct {
	SetId    uint32
	DueBlock *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDue(uint32 setId, uint256 dueBlock)
func StakeTableNotDueErrorID() common.Hash {
	return common.HexToHash("0x12edfc6c3f0168a4daee1469f396cc6edccd3a78b87ec563abd7fe30c55b303e")
}

// UnpackNotDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDue(uint32 setId, uint256 dueBlock)
func (stakeTable *StakeTable) UnpackNotDueError(raw []byte) (*StakeTableNotDue, error) {
	out := new(StakeTableNotDue)
	if err := stakeTable.abi.UnpackIntoInterface(out, "NotDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTablePrecompileFailed represents a PrecompileFailed error raised by the StakeTable contract.
type StakeTablePrecompileFailed struct {
	Precompile *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func StakeTablePrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0x00a48593f9c209d4d7e3b1ee4f754577225379f193a95f3a1400534a74238e14")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(uint256 precompile)
func (stakeTable *StakeTable) UnpackPrecompileFailedError(raw []byte) (*StakeTablePrecompileFailed, error) {
	out := new(StakeTablePrecompileFailed)
	if err := stakeTable.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTableStoreFailed represents a StoreFailed error raised by the StakeTable contract.
type StakeTableStoreFailed struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StoreFailed(uint256 index)
func StakeTableStoreFailedErrorID() common.Hash {
	return common.HexToHash("0x3e7f8db073e4eba3c4974021ca0e02bb08bc878a3ef57b3e0045d5e468b51eee")
}

// UnpackStoreFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StoreFailed(uint256 index)
func (stakeTable *StakeTable) UnpackStoreFailedError(raw []byte) (*StakeTableStoreFailed, error) {
	out := new(StakeTableStoreFailed)
	if err := stakeTable.abi.UnpackIntoInterface(out, "StoreFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StakeTableUnknownEpoch represents a UnknownEpoch error raised by the StakeTable contract.
type StakeTableUnknownEpoch struct {
	SetId uint32
	Epoch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func StakeTableUnknownEpochErrorID() common.Hash {
	return common.HexToHash("0xa2645dc4f7f12b6d53c5ef43dac06f297d0f68c041962eb37861bc738f0d0fa1")
}

// UnpackUnknownEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownEpoch(uint32 setId, uint64 epoch)
func (stakeTable *StakeTable) UnpackUnknownEpochError(raw []byte) (*StakeTableUnknownEpoch, error) {
	out := new(StakeTableUnknownEpoch)
	if err := stakeTable.abi.UnpackIntoInterface(out, "UnknownEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestTokenMetaData contains all meta data concerning the TestToken contract.
var TestTokenMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"name_\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"symbol_\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"allowance\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"decimals\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mint\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalSupply\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"ERC20InsufficientAllowance\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientBalance\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSpender\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "TestToken",
	Bin: "0x60806040523461032657610be8803803806100198161032a565b9283398101906040818303126103265780516001600160401b038111610326578261004591830161034f565b60208201519092906001600160401b03811161032657610065920161034f565b81516001600160401b03811161022e57600354600181811c9116801561031c575b602082101461021057601f81116102ae575b50602092601f821160011461024d57928192935f92610242575b50508160011b915f199060031b1c1916176003555b80516001600160401b03811161022e57600454600181811c91168015610224575b602082101461021057601f81116101a2575b50602091601f8211600114610142579181925f92610137575b50508160011b915f199060031b1c1916176004555b60405161084790816103a18239f35b015190505f80610113565b601f1982169260045f52805f20915f5b85811061018a57508360019510610172575b505050811b01600455610128565b01515f1960f88460031b161c191690555f8080610164565b91926020600181928685015181550194019201610152565b818111156100fa5760045f52601f820160051c7f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b60208410610208575b81601f9101920160051c03905f5b8281106101fb5750506100fa565b5f828201556001016101ed565b5f91506101df565b634e487b7160e01b5f52602260045260245ffd5b90607f16906100e8565b634e487b7160e01b5f52604160045260245ffd5b015190505f806100b2565b601f1982169360035f52805f20915f5b868110610296575083600195961061027e575b505050811b016003556100c7565b01515f1960f88460031b161c191690555f8080610270565b9192602060018192868501518155019401920161025d565b818111156100985760035f52601f820160051c7fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b60208410610314575b81601f9101920160051c03905f5b828110610307575050610098565b5f828201556001016102f9565b5f91506102eb565b90607f1690610086565b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761022e57604052565b81601f82011215610326578051906001600160401b03821161022e5761037e601f8301601f191660200161032a565b928284526020838301011161032657815f9260208093018386015e830101529056fe6080806040526004361015610012575f80fd5b5f3560e01c90816306fdde031461060a57508063095ea7b31461057b57806318160ddd1461055e57806323b872dd146103e8578063313ce567146103cd57806340c10f19146102ec57806370a08231146102a857806395d89b411461012d578063a9059cbb146100fc5763dd62ed3e1461008a575f80fd5b346100f85760406003193601126100f8576100a361070b565b73ffffffffffffffffffffffffffffffffffffffff6100c061072e565b91165f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b5f80fd5b346100f85760406003193601126100f85761012261011861070b565b6024359033610751565b602060405160018152f35b346100f8575f6003193601126100f8576040515f600454908160011c6001831692831561029e575b60208210841461027157818552849390811561022f57506001146101d3575b5003601f01601f191681019067ffffffffffffffff8211818310176101a6576101a2829182604052826106e1565b0390f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60045f90815291507f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b5b8183106102135750508101602001601f19610174565b60209193508060019154838588010152019101909183926101fd565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660208581019190915291151560051b84019091019150601f199050610174565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b90607f1690610155565b346100f85760206003193601126100f85773ffffffffffffffffffffffffffffffffffffffff6102d661070b565b165f525f602052602060405f2054604051908152f35b346100f85760406003193601126100f85761030561070b565b73ffffffffffffffffffffffffffffffffffffffff1660243581156103a157600254908082018092116103745760207fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef915f9360025584845283825260408420818154019055604051908152a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fec442f05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b346100f8575f6003193601126100f857602060405160128152f35b346100f85760606003193601126100f85761040161070b565b61040961072e565b6044359073ffffffffffffffffffffffffffffffffffffffff831692835f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f20547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8110610485575b506101229350610751565b83811061052a5784156104fe5733156104d257610122945f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f526020528360405f20910390558461047a565b7f94280d62000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7fe602df05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b83907ffb8f41b2000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b346100f8575f6003193601126100f8576020600254604051908152f35b346100f85760406003193601126100f85761059461070b565b6024359033156104fe5773ffffffffffffffffffffffffffffffffffffffff169081156104d257335f52600160205260405f20825f526020528060405f20556040519081527f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92560203392a3602060405160018152f35b346100f8575f6003193601126100f8575f600354908160011c600183169283156106d7575b60208210841461027157818552849390811561022f575060011461067b575003601f01601f191681019067ffffffffffffffff8211818310176101a6576101a2829182604052826106e1565b60035f90815291507fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b5b8183106106bb5750508101602001601f19610174565b60209193508060019154838588010152019101909183926106a5565b90607f169061062f565b601f19601f602060409481855280519182918282880152018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff821682036100f857565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100f857565b73ffffffffffffffffffffffffffffffffffffffff1690811561081b5773ffffffffffffffffffffffffffffffffffffffff169182156103a157815f525f60205260405f20548181106107e957817fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef92602092855f525f84520360405f2055845f525f825260405f20818154019055604051908152a3565b827fe450d38c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f96c6fd1e000000000000000000000000000000000000000000000000000000005f525f60045260245ffd",
}

// TestToken is an auto generated Go binding around an Ethereum contract.
type TestToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TestToken) GetABI() abi.ABI {
	return c.abi
}

// NewTestToken creates a new instance of TestToken.
func NewTestToken() *TestToken {
	parsed, err := TestTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TestToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TestToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(string name_, string symbol_) returns()
func (testToken *TestToken) PackConstructor(name_ string, symbol_ string) []byte {
	enc, err := testToken.abi.Pack("", name_, symbol_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (testToken *TestToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := testToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (testToken *TestToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return testToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (testToken *TestToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := testToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (testToken *TestToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := testToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (testToken *TestToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return testToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (testToken *TestToken) UnpackApprove(data []byte) (bool, error) {
	out, err := testToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (testToken *TestToken) PackBalanceOf(account common.Address) []byte {
	enc, err := testToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (testToken *TestToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return testToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (testToken *TestToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := testToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (testToken *TestToken) PackDecimals() []byte {
	enc, err := testToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (testToken *TestToken) TryPackDecimals() ([]byte, error) {
	return testToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (testToken *TestToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := testToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (testToken *TestToken) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := testToken.abi.Pack("mint", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (testToken *TestToken) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return testToken.abi.Pack("mint", to, amount)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (testToken *TestToken) PackName() []byte {
	enc, err := testToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (testToken *TestToken) TryPackName() ([]byte, error) {
	return testToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (testToken *TestToken) UnpackName(data []byte) (string, error) {
	out, err := testToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (testToken *TestToken) PackSymbol() []byte {
	enc, err := testToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (testToken *TestToken) TryPackSymbol() ([]byte, error) {
	return testToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (testToken *TestToken) UnpackSymbol(data []byte) (string, error) {
	out, err := testToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (testToken *TestToken) PackTotalSupply() []byte {
	enc, err := testToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (testToken *TestToken) TryPackTotalSupply() ([]byte, error) {
	return testToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (testToken *TestToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := testToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (testToken *TestToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := testToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (testToken *TestToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return testToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (testToken *TestToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := testToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (testToken *TestToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := testToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (testToken *TestToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return testToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (testToken *TestToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := testToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// TestTokenApproval represents a Approval event raised by the TestToken contract.
type TestTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const TestTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (TestTokenApproval) ContractEventName() string {
	return TestTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (testToken *TestToken) UnpackApprovalEvent(log *types.Log) (*TestTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != testToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TestTokenApproval)
	if len(log.Data) > 0 {
		if err := testToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range testToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TestTokenTransfer represents a Transfer event raised by the TestToken contract.
type TestTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const TestTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (TestTokenTransfer) ContractEventName() string {
	return TestTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (testToken *TestToken) UnpackTransferEvent(log *types.Log) (*TestTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != testToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TestTokenTransfer)
	if len(log.Data) > 0 {
		if err := testToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range testToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (testToken *TestToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], testToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return testToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], testToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return testToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], testToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return testToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], testToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return testToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], testToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return testToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], testToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return testToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TestTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the TestToken contract.
type TestTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func TestTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (testToken *TestToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*TestTokenERC20InsufficientAllowance, error) {
	out := new(TestTokenERC20InsufficientAllowance)
	if err := testToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the TestToken contract.
type TestTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func TestTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (testToken *TestToken) UnpackERC20InsufficientBalanceError(raw []byte) (*TestTokenERC20InsufficientBalance, error) {
	out := new(TestTokenERC20InsufficientBalance)
	if err := testToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the TestToken contract.
type TestTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func TestTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (testToken *TestToken) UnpackERC20InvalidApproverError(raw []byte) (*TestTokenERC20InvalidApprover, error) {
	out := new(TestTokenERC20InvalidApprover)
	if err := testToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the TestToken contract.
type TestTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func TestTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (testToken *TestToken) UnpackERC20InvalidReceiverError(raw []byte) (*TestTokenERC20InvalidReceiver, error) {
	out := new(TestTokenERC20InvalidReceiver)
	if err := testToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the TestToken contract.
type TestTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func TestTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (testToken *TestToken) UnpackERC20InvalidSenderError(raw []byte) (*TestTokenERC20InvalidSender, error) {
	out := new(TestTokenERC20InvalidSender)
	if err := testToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TestTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the TestToken contract.
type TestTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func TestTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (testToken *TestToken) UnpackERC20InvalidSpenderError(raw []byte) (*TestTokenERC20InvalidSpender, error) {
	out := new(TestTokenERC20InvalidSpender)
	if err := testToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

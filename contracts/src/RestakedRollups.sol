// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {CreateSetParams, IAllocationManager} from "./interfaces/IEigenLayer.sol";
import {INetworkTerms, IRestakedRollups, ISequencedRollups} from "./interfaces/ITrident.sol";
import {RollupTerms} from "./libraries/RollupTerms.sol";
import {TridentDigests} from "./libraries/TridentDigests.sol";
import {
    BatchHeader,
    FinalityAlert,
    FinalityClaim,
    InclusionList,
    L1View,
    Preconfirmation,
    Rollup,
    RollupParams,
    SetParams,
    Unjail
} from "./Types.sol";

/// @title The AVS: registers rollups and creates their operator sets on EigenLayer
/// @notice Operator set 0 is the ordering set. Rollup number k (from 0) has the sets 3k+1 (SQUAD), 3k+2 (MACH) and 3k+3 (VITAL).
/// @dev This contract itself is the AVS account. It never names an admin in EigenLayer's PermissionController and has no
/// owner, so after deployment nobody can change a slasher, eject an operator or touch stake.
contract RestakedRollups is IRestakedRollups, ISequencedRollups, EIP712 {
    /// @notice What the network is made of.
    /// @param name Name of the network; part of every signed digest.
    /// @param metadataURI Where EigenLayer's tools find a description.
    /// @param allocationManager EigenLayer's AllocationManager.
    /// @param registrar Our OperatorRegistrar, deployed before.
    /// @param slasher Our Slasher.
    /// @param registrationFee Wei that the registration of a rollup costs; may be zero.
    /// @param feeRecipient Who gets the fee.
    struct Config {
        string name;
        string metadataURI;
        address allocationManager;
        address registrar;
        address slasher;
        uint256 registrationFee;
        address feeRecipient;
    }

    /// @notice The operator set of the CometBFT validators.
    uint32 public constant ORDERING_SET = 0;
    /// @notice Greatest number of members of any set: a signer bitmap is one word.
    uint16 public constant MAX_CAPACITY = 256;
    /// @notice Greatest number of strategies of a set; bounds the cost of a snapshot and of a slash.
    uint256 public constant MAX_STRATEGIES = 8;
    /// @notice What a proven conflict costs where a rollup states nothing: 10 %.
    uint64 public constant DEFAULT_SLASH_WAD = 0.1e18;
    /// @notice Least that a rollup may state: 1 %.
    uint64 public constant MIN_SLASH_WAD = 0.01e18;
    /// @notice Most that a rollup may state: 50 %.
    uint64 public constant MAX_SLASH_WAD = 0.5e18;
    /// @notice Longest name of a rollup, in bytes.
    uint256 public constant MAX_NAME = 64;
    /// @notice Highest level of a finality claim: executed by the operators' own clients.
    uint8 public constant MAX_LEVEL = 2;

    /// @notice EigenLayer's AllocationManager.
    IAllocationManager public immutable allocationManager;
    /// @notice Keeps the operators' keys; EigenLayer asks it when operators join.
    address public immutable registrar;
    /// @notice The only contract that may slash, in every set.
    address public immutable slasher;
    /// @notice Wei that the registration of a rollup costs.
    uint256 public immutable registrationFee;
    /// @notice Who gets the fee.
    address public immutable feeRecipient;

    mapping(uint32 setId => SetParams) private _sets;
    mapping(bytes32 id => Rollup) private _rollups;
    bytes32[] private _ids;

    /// @notice A rollup was registered, with its three operator sets.
    event RollupRegistered(
        bytes32 indexed id, uint32 indexed index, uint64 indexed chainId, address registrant, RollupParams params
    );
    /// @notice Its registrant stopped a rollup: the network sequences it no more.
    event RollupStopped(bytes32 indexed id);
    /// @notice An operator set was created on EigenLayer.
    event OperatorSetConfigured(uint32 indexed setId, SetParams params);

    /// @notice The fee sent is not the fee due.
    error WrongFee(uint256 sent, uint256 due);
    /// @notice A rollup with this chain id is registered already.
    error RollupExists(bytes32 id);
    /// @notice No such rollup.
    error UnknownRollup(bytes32 id);
    /// @notice Only the registrant may stop a rollup.
    error NotRegistrant(address caller, address registrant);
    /// @notice The rollup was stopped before.
    error AlreadyStopped(bytes32 id);
    /// @notice No rollup at this index.
    error UnknownIndex(uint256 index);
    /// @notice No such operator set in this network.
    error UnknownSet(uint32 setId);
    /// @notice A needed address or value is zero.
    error ZeroValue(string field);
    /// @notice The name is empty or longer than MAX_NAME.
    error BadName(uint256 length);
    /// @notice The minimum level of claims is above MAX_LEVEL.
    error BadMinimumLevel(uint8 level);
    /// @notice The slash is below MIN_SLASH_WAD or above MAX_SLASH_WAD.
    error BadSlashWad(uint64 wad);
    /// @notice The capacity is zero or above MAX_CAPACITY.
    error BadCapacity(uint16 capacity);
    /// @notice The number of strategies is zero or above MAX_STRATEGIES, or differs from that of the multipliers.
    error BadStrategies(uint256 strategies, uint256 multipliers);
    /// @notice Strategies must ascend by address, without repeats.
    error StrategiesNotAscending(address previous, address next);
    /// @notice A multiplier is zero.
    error ZeroMultiplier(address strategy);

    /// @notice Announces the AVS on EigenLayer, sets its registrar and creates the ordering set.
    /// @param config What the network is made of.
    /// @param ordering Terms of operator set 0.
    constructor(Config memory config, SetParams memory ordering) EIP712(config.name, "1") {
        if (bytes(config.name).length == 0) revert ZeroValue("name");
        if (config.slasher == address(0)) revert ZeroValue("slasher");
        if (config.registrationFee != 0 && config.feeRecipient == address(0)) revert ZeroValue("feeRecipient");
        allocationManager = IAllocationManager(config.allocationManager);
        registrar = config.registrar;
        slasher = config.slasher;
        registrationFee = config.registrationFee;
        feeRecipient = config.feeRecipient;

        IAllocationManager manager = IAllocationManager(config.allocationManager);
        manager.updateAVSMetadataURI(address(this), config.metadataURI);
        manager.setAVSRegistrar(address(this), config.registrar);
        CreateSetParams[] memory created = new CreateSetParams[](1);
        created[0] = _configure(ORDERING_SET, ordering, config.slasher);
        manager.createOperatorSets(address(this), created);
    }

    /// @notice Registers a rollup and creates its operator sets. Anyone may, for the fee.
    /// @param params What is stated about the rollup.
    /// @param sets Terms of its SQUAD, MACH and VITAL sets, in this order.
    /// @return id Identifier of the rollup.
    function registerRollup(RollupParams calldata params, SetParams[3] calldata sets)
        external
        payable
        returns (bytes32 id)
    {
        if (msg.value != registrationFee) revert WrongFee(msg.value, registrationFee);
        id = rollupId(params.chainId);
        if (_rollups[id].id != 0) revert RollupExists(id);
        Rollup storage entry = _rollups[id];
        entry.id = id;
        entry.index = uint32(_ids.length);
        entry.registeredAt = uint64(block.number);
        entry.registrant = msg.sender;
        entry.params = _checked(params);
        _ids.push(id);

        uint32 first = 3 * entry.index + 1;
        CreateSetParams[] memory created = new CreateSetParams[](3);
        for (uint32 i; i < 3; ++i) created[i] = _configure(first + i, sets[i], slasher);
        emit RollupRegistered(id, entry.index, params.chainId, msg.sender, entry.params);
        allocationManager.createOperatorSets(address(this), created);
        if (msg.value != 0) Address.sendValue(payable(feeRecipient), msg.value);
    }

    /// @notice Stops a rollup for good: its inbox is closed at once, and the network sequences it no more once that is final. Stake,
    /// certificates and withdrawals go on as before.
    function stopRollup(bytes32 id) external {
        Rollup storage entry = _rollups[id];
        if (entry.id == 0) revert UnknownRollup(id);
        if (msg.sender != entry.registrant) revert NotRegistrant(msg.sender, entry.registrant);
        if (entry.stoppedAt != 0) revert AlreadyStopped(id);
        entry.stoppedAt = uint64(block.number);
        emit RollupStopped(id);
    }

    /// @notice Identifier that a rollup with this chain id has, registered or not.
    function rollupId(uint64 chainId) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), chainId));
    }

    /// @inheritdoc IRestakedRollups
    function rollup(bytes32 id) external view returns (Rollup memory) {
        if (_rollups[id].id == 0) revert UnknownRollup(id);
        return _rollups[id];
    }

    /// @notice The rollup at a position in the order of registration.
    function rollupAt(uint256 index) external view returns (Rollup memory) {
        if (index >= _ids.length) revert UnknownIndex(index);
        return _rollups[_ids[index]];
    }

    /// @notice Number of registered rollups.
    function rollupCount() external view returns (uint256) {
        return _ids.length;
    }

    /// @notice The SQUAD, MACH and VITAL sets of a rollup.
    function setsOf(bytes32 id) external view returns (uint32 squad, uint32 mach, uint32 vital) {
        mach = machSet(id);
        return (mach - 1, mach, mach + 1);
    }

    /// @inheritdoc INetworkTerms
    function machSet(bytes32 id) public view returns (uint32) {
        Rollup storage entry = _rollups[id];
        // What is registered has a block of registration, in the word of the index.
        if (entry.registeredAt == 0) revert UnknownRollup(id);
        return 3 * entry.index + 2;
    }

    /// @inheritdoc INetworkTerms
    function machTerms(bytes32 id) external view returns (uint32 set, uint8 minimumLevel) {
        return (machSet(id), _rollups[id].params.minimumLevel);
    }

    /// @inheritdoc ISequencedRollups
    function takesMessages(bytes32 id) external view returns (bool) {
        Rollup storage entry = _rollups[id];
        if (entry.registeredAt == 0) revert UnknownRollup(id);
        return entry.params.sequenced && entry.stoppedAt == 0;
    }

    /// @inheritdoc ISequencedRollups
    function outboxOf(bytes32 id) external view returns (address) {
        if (_rollups[id].registeredAt == 0) revert UnknownRollup(id);
        return _rollups[id].params.outbox;
    }

    /// @inheritdoc IRestakedRollups
    function operatorSetParams(uint32 setId) external view returns (SetParams memory) {
        if (_sets[setId].capacity == 0) revert UnknownSet(setId);
        return _sets[setId];
    }

    /// @inheritdoc INetworkTerms
    function domainSeparator() public view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /// @notice Digest that a MACH operator signs with its BLS key.
    function finalityClaimDigest(FinalityClaim calldata claim) external view returns (bytes32) {
        return TridentDigests.finalityClaim(domainSeparator(), claim);
    }

    /// @notice Digest that a MACH operator signs with its BLS key to pause a rollup's finality or to lift the pause.
    function finalityAlertDigest(FinalityAlert calldata alert) external view returns (bytes32) {
        return TridentDigests.finalityAlert(domainSeparator(), alert);
    }

    /// @notice Digest that an operator signs with both keys when it joins; blsKeyHash is keccak256 of the 128-byte key.
    function operatorRegistrationDigest(address operator, bytes32 blsKeyHash, address consensusKey)
        external
        view
        returns (bytes32)
    {
        return TridentDigests.operatorRegistration(domainSeparator(), operator, blsKeyHash, consensusKey);
    }

    /// @notice Digest that a SQUAD leader signs.
    function batchHeaderDigest(BatchHeader calldata header) external view returns (bytes32) {
        return TridentDigests.batchHeader(domainSeparator(), header);
    }

    /// @notice Digest that acknowledges that a batch body is held; header is the digest of its header.
    function availabilityAckDigest(bytes32 header) external view returns (bytes32) {
        return TridentDigests.availabilityAck(domainSeparator(), header);
    }

    /// @notice Digest that attests an L1 view.
    function l1ViewDigest(L1View calldata view_) external view returns (bytes32) {
        return TridentDigests.l1View(domainSeparator(), view_);
    }

    /// @notice Digest that an ordering member reveals for a beacon round.
    function randomRevealDigest(uint64 round) external view returns (bytes32) {
        return TridentDigests.randomReveal(domainSeparator(), round);
    }

    /// @notice Digest that a leader signs to promise a transaction its place.
    function preconfirmationDigest(Preconfirmation calldata receipt) external view returns (bytes32) {
        return TridentDigests.preconfirmation(domainSeparator(), receipt);
    }

    /// @notice Digest that a SQUAD member signs over transactions that have waited for too long.
    function inclusionListDigest(InclusionList calldata list) external view returns (bytes32) {
        return TridentDigests.inclusionList(domainSeparator(), list);
    }

    /// @notice Digest that an operator signs to lead again.
    function unjailDigest(Unjail calldata plea) external view returns (bytes32) {
        return TridentDigests.unjail(domainSeparator(), plea);
    }

    /// @dev Checks and stores the terms of a set, and returns what EigenLayer needs to create it.
    function _configure(uint32 setId, SetParams memory set, address slasher_)
        private
        returns (CreateSetParams memory)
    {
        uint256 n = set.strategies.length;
        if (n == 0 || n > MAX_STRATEGIES || n != set.multipliers.length) {
            revert BadStrategies(n, set.multipliers.length);
        }
        if (set.capacity == 0 || set.capacity > MAX_CAPACITY) revert BadCapacity(set.capacity);
        address previous;
        for (uint256 i; i < n; ++i) {
            address next = set.strategies[i];
            if (next <= previous) revert StrategiesNotAscending(previous, next);
            if (set.multipliers[i] == 0) revert ZeroMultiplier(next);
            previous = next;
        }
        _sets[setId] = set;
        emit OperatorSetConfigured(setId, set);
        return CreateSetParams({operatorSetId: setId, strategies: set.strategies, slasher: slasher_});
    }

    /// @dev Returns the terms with the slash in force, or refuses them.
    function _checked(RollupParams calldata given) private pure returns (RollupParams memory params) {
        params = given;
        if (params.chainId == 0) revert ZeroValue("chainId");
        if (params.genesisHash == 0) revert ZeroValue("genesisHash");
        uint256 length = bytes(params.name).length;
        if (length == 0 || length > MAX_NAME) revert BadName(length);
        RollupTerms.check(params);
        if (params.minimumLevel > MAX_LEVEL) revert BadMinimumLevel(params.minimumLevel);
        if (params.slashWad == 0) params.slashWad = DEFAULT_SLASH_WAD;
        if (params.slashWad < MIN_SLASH_WAD || params.slashWad > MAX_SLASH_WAD) revert BadSlashWad(params.slashWad);
    }
}

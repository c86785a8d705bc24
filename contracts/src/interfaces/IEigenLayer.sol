// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// The part of EigenLayer (slashing release, core v1.13) that the contracts and the operators' software call, declared anew:
// strategies appear as plain addresses, which leaves selectors and encodings as they are.

/// @notice An operator set: an AVS and a number that the AVS chose.
struct OperatorSet {
    address avs;
    uint32 id;
}

/// @notice Creation of one operator set, with the only address that may slash it.
struct CreateSetParams {
    uint32 operatorSetId;
    address[] strategies;
    address slasher;
}

/// @notice A slash: parts (1e18 is all) of what the operator allocated to a set, strategy by strategy in ascending order.
struct SlashingParams {
    address operator;
    uint32 operatorSetId;
    address[] strategies;
    uint256[] wadsToSlash;
    string description;
}

/// @notice New magnitudes (1e18 is all stake) that an operator allocates to a set.
struct AllocateParams {
    OperatorSet operatorSet;
    address[] strategies;
    uint64[] newMagnitudes;
}

/// @notice An operator's request to join sets of an AVS, with data for the AVS's registrar.
struct RegisterParams {
    address avs;
    uint32[] operatorSetIds;
    bytes data;
}

/// @notice A request to take an operator out of sets of an AVS.
struct DeregisterParams {
    address operator;
    address avs;
    uint32[] operatorSetIds;
}

/// @notice State of one allocation.
struct Allocation {
    uint64 currentMagnitude;
    int128 pendingDiff;
    uint32 effectBlock;
}

/// @notice Signature with which a delegation approver agrees; empty where the operator named none.
struct SignatureWithExpiry {
    bytes signature;
    uint256 expiry;
}

/// @title EigenLayer's AllocationManager
/// @notice Operator sets, their members, allocated and slashable stake, and slashing.
interface IAllocationManager {
    /// @notice An operator lost stake; wadSlashed is relative to its whole magnitude in each strategy.
    event OperatorSlashed(address operator, OperatorSet operatorSet, address[] strategies, uint256[] wadSlashed, string description);
    /// @notice An operator joined a set.
    event OperatorAddedToOperatorSet(address indexed operator, OperatorSet operatorSet);
    /// @notice An operator left a set; it stays slashable for the deallocation delay.
    event OperatorRemovedFromOperatorSet(address indexed operator, OperatorSet operatorSet);
    /// @notice A set was created.
    event OperatorSetCreated(OperatorSet operatorSet);
    /// @notice A set's slasher is, or at effectBlock becomes, this address.
    event SlasherUpdated(OperatorSet operatorSet, address slasher, uint32 effectBlock);
    /// @notice The registrar of an AVS was set.
    event AVSRegistrarSet(address avs, address registrar);
    /// @notice The metadata address of an AVS was announced.
    event AVSMetadataURIUpdated(address indexed avs, string metadataURI);
    /// @notice An operator's allocation to a set changes at effectBlock.
    event AllocationUpdated(address operator, OperatorSet operatorSet, address strategy, uint64 magnitude, uint32 effectBlock);

    /// @notice Announces metadata; must precede the creation of sets.
    function updateAVSMetadataURI(address avs, string calldata metadataURI) external;
    /// @notice Sets the contract that is asked when operators join and told when they leave.
    function setAVSRegistrar(address avs, address registrar) external;
    /// @notice Creates sets whose slashed stake is burnt.
    function createOperatorSets(address avs, CreateSetParams[] calldata params) external;
    /// @notice Slashes an operator; only the slasher of the set may call.
    function slashOperator(address avs, SlashingParams calldata params)
        external
        returns (uint256 slashId, uint256[] memory shares);
    /// @notice Changes an operator's allocations.
    function modifyAllocations(address operator, AllocateParams[] calldata params) external;
    /// @notice Joins operator sets.
    function registerForOperatorSets(address operator, RegisterParams calldata params) external;
    /// @notice Leaves operator sets.
    function deregisterFromOperatorSets(DeregisterParams calldata params) external;
    /// @notice Sets the number of blocks after which an operator's new allocations become slashable.
    function setAllocationDelay(address operator, uint32 delay) external;

    /// @notice Members of a set, unordered.
    function getMembers(OperatorSet calldata operatorSet) external view returns (address[] memory operators);
    /// @notice Number of members of a set.
    function getMemberCount(OperatorSet calldata operatorSet) external view returns (uint256);
    /// @notice Whether the operator is a member now.
    function isMemberOfOperatorSet(address operator, OperatorSet calldata operatorSet) external view returns (bool);
    /// @notice Whether the set exists.
    function isOperatorSet(OperatorSet calldata operatorSet) external view returns (bool);
    /// @notice Whether the operator is a member, or left so recently that it can still be slashed.
    function isOperatorSlashable(address operator, OperatorSet calldata operatorSet) external view returns (bool);
    /// @notice Least stake, by operator and strategy, that stays slashable until futureBlock if nobody is slashed.
    function getMinimumSlashableStake(
        OperatorSet calldata operatorSet,
        address[] calldata operators,
        address[] calldata strategies,
        uint32 futureBlock
    ) external view returns (uint256[][] memory slashableStake);
    /// @notice Stake, by operator and strategy, that is allocated to the set now, slashable or not.
    function getAllocatedStake(OperatorSet calldata operatorSet, address[] calldata operators, address[] calldata strategies)
        external
        view
        returns (uint256[][] memory allocatedStake);
    /// @notice State of an operator's allocation of one strategy to a set.
    function getAllocation(address operator, OperatorSet calldata operatorSet, address strategy)
        external
        view
        returns (Allocation memory);
    /// @notice The operator's allocation delay in blocks, and whether one is set.
    function getAllocationDelay(address operator) external view returns (bool isSet, uint32 delay);
    /// @notice Magnitude of the operator in a strategy that slashes have left; starts at 1e18.
    function getMaxMagnitude(address operator, address strategy) external view returns (uint64);
    /// @notice The slasher of a set.
    function getSlasher(OperatorSet calldata operatorSet) external view returns (address);
    /// @notice The registrar of an AVS.
    function getAVSRegistrar(address avs) external view returns (address);
    /// @notice Strategies of a set.
    function getStrategiesInOperatorSet(OperatorSet calldata operatorSet) external view returns (address[] memory strategies);
    /// @notice Number of slashes in a set.
    function getSlashCount(OperatorSet calldata operatorSet) external view returns (uint256);
}

/// @title Registrar of an AVS, called by the AllocationManager
interface IAVSRegistrar {
    /// @notice An operator wants to join sets; a revert refuses it.
    function registerOperator(address operator, address avs, uint32[] calldata operatorSetIds, bytes calldata data) external;
    /// @notice An operator leaves sets; a revert would hold it, so there must be none.
    function deregisterOperator(address operator, address avs, uint32[] calldata operatorSetIds) external;
    /// @notice Whether this registrar serves the AVS.
    function supportsAVS(address avs) external view returns (bool);
}

/// @title EigenLayer's DelegationManager
interface IDelegationManager {
    /// @notice An operator entered EigenLayer.
    event OperatorRegistered(address indexed operator, address delegationApprover);
    /// @notice An operator's shares grew.
    event OperatorSharesIncreased(address indexed operator, address staker, address strategy, uint256 shares);
    /// @notice An operator's shares shrank.
    event OperatorSharesDecreased(address indexed operator, address staker, address strategy, uint256 shares);

    /// @notice Makes the caller an operator, delegated to itself.
    function registerAsOperator(address initDelegationApprover, uint32 allocationDelay, string calldata metadataURI) external;
    /// @notice Delegates the caller's stake to an operator.
    function delegateTo(address operator, SignatureWithExpiry calldata approverSignatureAndExpiry, bytes32 approverSalt)
        external;
    /// @notice Whether the address is an operator.
    function isOperator(address operator) external view returns (bool);
    /// @notice To whom the staker has delegated; zero for none.
    function delegatedTo(address staker) external view returns (address);
    /// @notice Shares delegated to an operator in one strategy.
    function operatorShares(address operator, address strategy) external view returns (uint256 shares);
    /// @notice Shares delegated to an operator in several strategies.
    function getOperatorShares(address operator, address[] calldata strategies) external view returns (uint256[] memory);
    /// @notice What a staker could withdraw, and what it deposited, in several strategies.
    function getWithdrawableShares(address staker, address[] calldata strategies)
        external
        view
        returns (uint256[] memory withdrawableShares, uint256[] memory depositShares);
}

/// @title EigenLayer's StrategyManager
interface IStrategyManager {
    /// @notice A staker deposited into a strategy.
    event Deposit(address staker, address strategy, uint256 shares);

    /// @notice Deposits tokens that the caller has approved into a strategy.
    function depositIntoStrategy(address strategy, address token, uint256 amount) external returns (uint256 depositShares);
    /// @notice A staker's deposit shares in a strategy, before slashing.
    function stakerDepositShares(address staker, address strategy) external view returns (uint256 shares);
    /// @notice Whether deposits into the strategy are allowed.
    function strategyIsWhitelistedForDeposit(address strategy) external view returns (bool);
}

/// @title EigenLayer's PermissionController
/// @notice Who may act for an account. RestakedRollups names nobody, so it alone acts for the AVS.
interface IPermissionController {
    /// @notice Proposes an admin of an account; the first takes the account's own rights.
    function addPendingAdmin(address account, address admin) external;
    /// @notice Accepts to be an admin of an account.
    function acceptAdmin(address account) external;
    /// @notice Admins of an account; the account itself where there are none.
    function getAdmins(address account) external view returns (address[] memory);
    /// @notice Whether the caller may act as admin of the account.
    function isAdmin(address account, address caller) external view returns (bool);
}

/// @title EigenLayer's strategy: a vault of one token
interface IStrategy {
    /// @notice The token that the strategy holds.
    function underlyingToken() external view returns (address);
    /// @notice Tokens that the shares are worth now.
    function sharesToUnderlyingView(uint256 amountShares) external view returns (uint256);
}

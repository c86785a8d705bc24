// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAllocationManager, OperatorSet} from "./interfaces/IEigenLayer.sol";
import {IOperatorKeys, IRestakedRollups, IStakeTable} from "./interfaces/ITrident.sol";
import {AddressSort} from "./libraries/AddressSort.sol";
import {Snapshot} from "./libraries/Snapshot.sol";
import {SnapshotReader} from "./libraries/SnapshotReader.sol";
import {SnapshotWriter} from "./libraries/SnapshotWriter.sol";
import {StakeWeight} from "./libraries/StakeWeight.sol";
import {EpochInfo, Member, SetParams} from "./Types.sol";

/// @title Epoch snapshots of the operator sets
/// @notice An epoch of a set, numbered from 1, is a snapshot of its members by ascending address, with keys and weights.
/// Anyone may take a snapshot when it is due. When nothing has changed since the last one, the epoch goes on instead: no data
/// is written, the next snapshot is due one period later, and EpochProlonged is emitted.
/// @dev Weights count the stake that stays slashable for another epochBlocks, so who is about to take stake out loses its
/// weight before the stake goes. Members without weight or without keys are left out.
contract StakeTable is IStakeTable {
    /// @notice Longest epoch: EigenLayer's deallocation delay of 14 days. Stake that a longer epoch counts could be gone before its end.
    uint64 public constant MAX_EPOCH_BLOCKS = 100_800;

    /// @notice EigenLayer's AllocationManager.
    IAllocationManager public immutable allocationManager;
    /// @notice The AVS.
    IRestakedRollups public immutable restakedRollups;
    /// @notice Keeps the operators' keys.
    IOperatorKeys public immutable registrar;
    /// @notice Least number of blocks between two snapshots of a set.
    uint64 public immutable epochBlocks;

    struct State {
        uint64 epoch;
        uint64 lastBlock;
        bytes32 recordsHash;
    }

    mapping(uint32 setId => State) private _states;

    /// @notice A new epoch of a set began. recordsHash is keccak256(records ‖ 20-byte operator addresses).
    event SnapshotTaken(
        uint32 indexed setId, uint64 indexed epoch, uint256 count, uint128 totalWeight, bytes32 recordsHash
    );
    /// @notice A snapshot was due and found nothing new, so the epoch goes on.
    event EpochProlonged(uint32 indexed setId, uint64 indexed epoch);

    /// @notice The next snapshot of the set is due later.
    error NotDue(uint32 setId, uint256 dueBlock);
    /// @notice No member of the set has weight.
    error EmptySet(uint32 setId);
    /// @notice The set has no such epoch.
    error UnknownEpoch(uint32 setId, uint64 epoch);
    /// @notice The keys of all members add up to infinity.
    error AggregateAtInfinity(uint32 setId);
    /// @notice The epoch length is zero or above MAX_EPOCH_BLOCKS.
    error BadEpochBlocks(uint64 epochBlocks);

    /// @param allocationManager_ EigenLayer's AllocationManager.
    /// @param restakedRollups_ The AVS.
    /// @param registrar_ The OperatorRegistrar.
    /// @param epochBlocks_ Least number of L1 blocks between two snapshots of a set.
    constructor(address allocationManager_, address restakedRollups_, address registrar_, uint64 epochBlocks_) {
        if (epochBlocks_ == 0 || epochBlocks_ > MAX_EPOCH_BLOCKS) revert BadEpochBlocks(epochBlocks_);
        allocationManager = IAllocationManager(allocationManager_);
        restakedRollups = IRestakedRollups(restakedRollups_);
        registrar = IOperatorKeys(registrar_);
        epochBlocks = epochBlocks_;
    }

    /// @notice Takes the snapshot of a set that is due. The first may be taken as soon as a member has weight.
    /// @param setId The operator set.
    /// @return epoch The epoch now in force.
    function snapshot(uint32 setId) external returns (uint64 epoch) {
        State storage state = _states[setId];
        epoch = state.epoch;
        if (epoch != 0 && block.number < nextSnapshotBlock(setId)) revert NotDue(setId, nextSnapshotBlock(setId));
        state.lastBlock = uint64(block.number);

        (address[] memory operators, uint256[] memory weights) = _weighedMembers(setId);
        (uint256 records, uint256 count, uint256 total) = _records(operators, weights);
        if (count == 0) revert EmptySet(setId);
        uint256 addresses = SnapshotWriter.packAddresses(operators, count);
        bytes32 hash = _hash(records, count, addresses);
        if (hash == state.recordsHash) {
            emit EpochProlonged(setId, epoch);
            return epoch;
        }
        state.epoch = ++epoch;
        state.recordsHash = hash;
        if (!SnapshotWriter.header(records, count, total, uint64(block.number))) revert AggregateAtInfinity(setId);
        SnapshotWriter.write(setId, epoch, records, count, addresses);
        emit SnapshotTaken(setId, epoch, count, uint128(total), hash);
    }

    /// @inheritdoc IStakeTable
    function currentEpoch(uint32 setId) external view returns (uint64) {
        return _states[setId].epoch;
    }

    /// @notice keccak256(records ‖ 20-byte operator addresses) of the newest epoch of a set.
    function recordsHash(uint32 setId) external view returns (bytes32) {
        return _states[setId].recordsHash;
    }

    /// @notice First block in which the next snapshot of a set may be taken; zero before the first.
    function nextSnapshotBlock(uint32 setId) public view returns (uint256) {
        State storage state = _states[setId];
        return state.epoch == 0 ? 0 : uint256(state.lastBlock) + epochBlocks;
    }

    /// @notice One epoch of a set.
    function epochInfo(uint32 setId, uint64 epoch) external view returns (EpochInfo memory info) {
        _known(setId, epoch);
        return SnapshotReader.info(address(this), setId, epoch);
    }

    /// @notice Members of a set in one epoch, in order: member i is bit i of a signer bitmap.
    function members(uint32 setId, uint64 epoch) external view returns (Member[] memory list) {
        _known(setId, epoch);
        return SnapshotReader.members(address(this), setId, epoch);
    }

    function _known(uint32 setId, uint64 epoch) private view {
        if (epoch == 0 || epoch > _states[setId].epoch) revert UnknownEpoch(setId, epoch);
    }

    /// @dev Members now, by ascending address, with the weight that lasts for another period.
    function _weighedMembers(uint32 setId) private view returns (address[] memory operators, uint256[] memory weights) {
        SetParams memory params = restakedRollups.operatorSetParams(setId);
        OperatorSet memory operatorSet = OperatorSet(address(restakedRollups), setId);
        operators = AddressSort.sorted(allocationManager.getMembers(operatorSet));
        weights = StakeWeight.weigh(allocationManager, operatorSet, params, operators, block.number + epochBlocks);
    }

    /// @dev Writes the records behind room for a header, and moves the operators that count to the front of `operators`.
    /// @return ptr Pointer to the header; the 32 bytes before it are reserved for CodeStore.
    function _records(address[] memory operators, uint256[] memory weights)
        private
        view
        returns (uint256 ptr, uint256 count, uint256 total)
    {
        uint256 size = 32 + Snapshot.HEADER + operators.length * Snapshot.RECORD + 32;
        assembly ("memory-safe") {
            ptr := add(mload(0x40), 32)
            mstore(0x40, add(ptr, and(add(size, 31), not(31))))
        }
        uint256 record = ptr + Snapshot.HEADER;
        for (uint256 i; i < operators.length; ++i) {
            uint256 weight = weights[i];
            if (weight == 0) continue;
            (bytes32 a, bytes32 b, bytes32 c) = registrar.packedBlsKey(operators[i]);
            if (a | b | c == 0) continue;
            assembly ("memory-safe") {
                mstore(record, a)
                mstore(add(record, 32), b)
                mstore(add(record, 64), c)
                mstore(add(record, 96), shl(128, weight))
            }
            record += Snapshot.RECORD;
            operators[count++] = operators[i];
            total += weight;
        }
    }

    function _hash(uint256 records, uint256 count, uint256 addresses) private pure returns (bytes32 hash) {
        uint256 from = records + Snapshot.HEADER;
        uint256 length = count * Snapshot.RECORD;
        assembly ("memory-safe") {
            let f := mload(0x40)
            mcopy(f, from, length)
            mcopy(add(f, length), addresses, mul(count, 20))
            hash := keccak256(f, add(length, mul(count, 20)))
        }
    }
}

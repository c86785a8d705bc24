// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAllocationManager, OperatorSet} from "./interfaces/IEigenLayer.sol";
import {IOperatorKeys, IRestakedRollups} from "./interfaces/ITrident.sol";
import {AddressSort} from "./libraries/AddressSort.sol";
import {BLS12381} from "./libraries/BLS12381.sol";
import {CodeStore} from "./libraries/CodeStore.sol";
import {Snapshot} from "./libraries/Snapshot.sol";
import {StakeWeight} from "./libraries/StakeWeight.sol";
import {EpochInfo, Member, SetParams} from "./Types.sol";

/// @title Epoch snapshots of the operator sets
/// @notice An epoch of a set, numbered from 1, is a snapshot of its members by ascending address, with keys and weights.
/// Anyone may take a snapshot when it is due. When nothing has changed since the last one, the epoch goes on instead: no data
/// is written, the next snapshot is due one period later, and EpochProlonged is emitted.
/// @dev Weights count the stake that stays slashable for another epochBlocks, so who is about to take stake out loses its
/// weight before the stake goes. Members without weight or without keys are left out.
contract StakeTable {
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
        uint256 addresses = _packAddresses(operators, count);
        bytes32 hash = _hash(records, count, addresses);
        if (hash == state.recordsHash) {
            emit EpochProlonged(setId, epoch);
            return epoch;
        }
        state.epoch = ++epoch;
        state.recordsHash = hash;
        if (!_header(records, count, total)) revert AggregateAtInfinity(setId);
        _write(setId, epoch, records, count, addresses);
        emit SnapshotTaken(setId, epoch, count, uint128(total), hash);
    }

    /// @notice Newest epoch of a set; zero before the first snapshot.
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
    function epochInfo(uint32 setId, uint64 epoch) public view returns (EpochInfo memory info) {
        if (epoch == 0 || epoch > _states[setId].epoch) revert UnknownEpoch(setId, epoch);
        address first = CodeStore.chunk(Snapshot.forwarder(address(this), setId, epoch), 1);
        bytes memory header = new bytes(Snapshot.HEADER);
        info.aggregateKey = new bytes(128);
        bytes memory key = info.aggregateKey;
        uint256 ptr;
        uint256 out;
        assembly ("memory-safe") {
            ptr := add(header, 32)
            out := add(key, 32)
        }
        CodeStore.read(first, ptr, 0, Snapshot.HEADER);
        BLS12381.unpackG1(ptr, out);
        uint256 tail;
        assembly ("memory-safe") {
            tail := mload(add(ptr, 96))
        }
        info.totalWeight = uint128(tail >> 128);
        info.blockNumber = uint64(tail >> 64);
        info.count = uint64(tail);
    }

    /// @notice Members of a set in one epoch, in order: member i is bit i of a signer bitmap.
    function members(uint32 setId, uint64 epoch) external view returns (Member[] memory list) {
        uint256 count = epochInfo(setId, epoch).count;
        address forwarder = Snapshot.forwarder(address(this), setId, epoch);
        list = new Member[](count);
        bytes memory record = new bytes(Snapshot.RECORD);
        for (uint256 i; i < count; ++i) {
            uint256 ptr;
            assembly ("memory-safe") {
                ptr := add(record, 32)
            }
            if (i < Snapshot.FIRST) {
                CodeStore.read(
                    CodeStore.chunk(forwarder, 1), ptr, Snapshot.HEADER + i * Snapshot.RECORD, Snapshot.RECORD
                );
            } else {
                CodeStore.read(
                    CodeStore.chunk(forwarder, Snapshot.REST), ptr, (i - Snapshot.FIRST) * Snapshot.RECORD, Snapshot.RECORD
                );
            }
            bytes memory key = new bytes(128);
            uint256 out;
            uint256 weight;
            assembly ("memory-safe") {
                out := add(key, 32)
                weight := shr(128, mload(add(ptr, 96)))
            }
            BLS12381.unpackG1(ptr, out);
            list[i].weight = uint128(weight);
            list[i].blsKey = key;
            CodeStore.read(CodeStore.chunk(forwarder, Snapshot.ADDRESSES), ptr, i * 20, 32);
            address operator;
            assembly ("memory-safe") {
                operator := shr(96, mload(ptr))
            }
            list[i].operator = operator;
        }
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

    /// @dev Packs the first `count` addresses, 20 bytes each, with 32 bytes before them reserved for CodeStore.
    function _packAddresses(address[] memory operators, uint256 count) private pure returns (uint256 ptr) {
        assembly ("memory-safe") {
            ptr := add(mload(0x40), 32)
            mstore(0x40, add(add(ptr, and(add(mul(count, 20), 31), not(31))), 32))
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                mstore(add(ptr, mul(i, 20)), shl(96, mload(add(operators, mul(add(i, 1), 32)))))
            }
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

    /// @dev Adds up the keys and writes the header. False when the sum is infinity.
    function _header(uint256 ptr, uint256 count, uint256 total) private view returns (bool) {
        uint256 pair;
        assembly ("memory-safe") {
            pair := mload(0x40)
            mstore(0x40, add(pair, 256))
            calldatacopy(pair, calldatasize(), 128) // infinity
        }
        uint256 record = ptr + Snapshot.HEADER;
        for (uint256 i; i < count; ++i) {
            BLS12381.unpackG1(record, pair + 128);
            if (!BLS12381.addG1(pair)) revert BLS12381.PrecompileFailed(0x0b);
            record += Snapshot.RECORD;
        }
        uint256 tail = (total << 128) | (block.number << 64) | count;
        assembly ("memory-safe") {
            mstore(ptr, or(shl(128, mload(pair)), shr(128, mload(add(pair, 32)))))
            mstore(add(ptr, 32), or(shl(128, mload(add(pair, 32))), mload(add(pair, 64))))
            mstore(add(ptr, 64), mload(add(pair, 96)))
            mstore(add(ptr, 96), tail)
        }
        return !BLS12381.isInfinityG1(pair);
    }

    function _write(uint32 setId, uint64 epoch, uint256 records, uint256 count, uint256 addresses) private {
        address forwarder = CodeStore.create(Snapshot.salt(setId, epoch));
        uint256 first = count < Snapshot.FIRST ? count : Snapshot.FIRST;
        uint256 split = Snapshot.HEADER + first * Snapshot.RECORD;
        CodeStore.write(forwarder, 1, records, split);
        CodeStore.write(forwarder, Snapshot.ADDRESSES, addresses, count * 20);
        if (count > first) {
            CodeStore.write(forwarder, Snapshot.REST, records + split, (count - first) * Snapshot.RECORD);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HandedSet} from "../Types.sol";
import {BLS12381} from "./BLS12381.sol";
import {Snapshot} from "./Snapshot.sol";
import {StakeWeight} from "./StakeWeight.sol";

/// @title Reads operator sets that come by hand-off
/// @notice Turns the given members into records of a snapshot and computes the hash that operators attest:
/// keccak256(id4 ‖ epoch8 ‖ (address20 ‖ compressed BLS key 48 ‖ consensus key 33 ‖ weight16)*).
library HandedSets {
    /// @notice Bytes of a member as it is given: address20 ‖ x48 ‖ y48 ‖ consensus key 33 ‖ weight16.
    uint256 internal constant GIVEN = 165;
    /// @notice Bytes of a member in the preimage of the hash: the BLS key is compressed.
    uint256 internal constant HASHED = 117;

    /// @dev Half of the field modulus, rounded down, as two words: a y above it is the larger of its pair.
    uint256 private constant HALF_HI = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LO = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    /// @notice The members are not a whole number of members, or more than 256.
    error BadSetLength(uint32 setId, uint256 length);
    /// @notice Members must ascend by address, without repeats.
    error NotAscending(uint32 setId, uint256 index);
    /// @notice A member has no weight.
    error ZeroWeight(uint32 setId, uint256 index);
    /// @notice A member has more weight than StakeTable gives.
    error WeightTooLarge(uint32 setId, uint256 index);
    /// @notice A member's BLS key is the point at infinity.
    error InfinityKey(uint32 setId, uint256 index);
    /// @notice A member's BLS key is no point of the curve.
    error NotOnCurve(uint32 setId, uint256 index);

    /// @notice Checks the members of a set.
    /// @dev That a key lies in the subgroup was checked when it was registered; the hash attests that it is that key.
    /// @return records Pointer to room for a header with the records behind it, for SnapshotWriter.
    /// @return operators Addresses of the members.
    /// @return total Sum of their weights.
    /// @return hash Hash of the set.
    function read(HandedSet calldata set)
        internal
        view
        returns (uint256 records, address[] memory operators, uint256 total, bytes32 hash)
    {
        uint256 count = set.members.length / GIVEN;
        if (count == 0 || count > Snapshot.MAX_MEMBERS || set.members.length != count * GIVEN) {
            revert BadSetLength(set.id, set.members.length);
        }
        operators = new address[](count);
        uint256 preimage;
        uint256 point;
        uint256 from;
        bytes calldata given = set.members;
        {
            (uint256 id, uint256 epoch) = (set.id, set.epoch);
            assembly ("memory-safe") {
                from := given.offset
                // 32 bytes that CodeStore wants before the header, header and records, preimage, one point
                records := add(mload(0x40), 32)
                preimage := add(records, add(128, mul(count, 112)))
                mstore(preimage, shl(160, or(shl(64, id), epoch)))
                preimage := add(preimage, 12)
                point := add(add(preimage, mul(count, 117)), 32)
                mstore(0x40, and(add(add(point, 128), 31), not(31)))
            }
        }
        (uint256 record, uint256 to, uint256 previous) = (records + Snapshot.HEADER, preimage, 0);
        for (uint256 i; i < count; ++i) {
            (uint256 operator, uint256 weight) = _member(set.id, i, from, point);
            // The first address may be anything but zero, which nobody has a key for.
            if (operator <= previous) revert NotAscending(set.id, i);
            (operators[i], previous) = (address(uint160(operator)), operator);
            total += weight;
            _pack(from, record, to, _isLarger(point));
            (from, record, to) = (from + GIVEN, record + Snapshot.RECORD, to + HASHED);
        }
        assembly ("memory-safe") {
            hash := keccak256(sub(preimage, 12), add(12, mul(count, 117)))
        }
    }

    /// @dev Reads and checks one member; its key goes to `point` in the encoding of EIP-2537.
    function _member(uint32 setId, uint256 index, uint256 from, uint256 point)
        private
        view
        returns (uint256 operator, uint256 weight)
    {
        assembly ("memory-safe") {
            operator := shr(96, calldataload(from))
            mstore(point, shr(128, calldataload(add(from, 20))))
            mstore(add(point, 32), calldataload(add(from, 36)))
            mstore(add(point, 64), shr(128, calldataload(add(from, 68))))
            mstore(add(point, 96), calldataload(add(from, 84)))
            weight := shr(128, calldataload(add(from, 149)))
        }
        if (weight == 0) revert ZeroWeight(setId, index);
        if (weight > StakeWeight.MAX) revert WeightTooLarge(setId, index);
        if (BLS12381.isInfinityG1(point)) revert InfinityKey(setId, index);
        if (!BLS12381.isOnCurveG1(point)) revert NotOnCurve(setId, index);
    }

    /// @dev Whether y of the point is the larger of y and -y, which is the sign bit of a compressed point.
    function _isLarger(uint256 point) private pure returns (bool larger) {
        assembly ("memory-safe") {
            let high := mload(add(point, 64))
            larger := or(gt(high, HALF_HI), and(eq(high, HALF_HI), gt(mload(add(point, 96)), HALF_LO)))
        }
    }

    /// @dev Writes the record of a member, and what of it is hashed.
    function _pack(uint256 from, uint256 record, uint256 to, bool larger) private pure {
        assembly ("memory-safe") {
            calldatacopy(record, add(from, 20), 96)
            calldatacopy(add(record, 96), add(from, 149), 16)
            calldatacopy(to, from, 68)
            let first := add(to, 20)
            // Flags of a compressed point: compressed, and the sign. The top three bits of x are free.
            mstore8(first, or(byte(0, mload(first)), or(0x80, shl(5, larger))))
            calldatacopy(add(to, 68), add(from, 116), 49)
        }
    }
}

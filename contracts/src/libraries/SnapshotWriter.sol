// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLS12381} from "./BLS12381.sol";
import {CodeStore} from "./CodeStore.sol";
import {Snapshot} from "./Snapshot.sol";

/// @title Writes snapshots
/// @notice Used by StakeTable and RemoteStakeTable, so that a check reads both alike.
library SnapshotWriter {
    /// @notice Packs the first `count` addresses, 20 bytes each, with 32 bytes before them reserved for CodeStore.
    function packAddresses(address[] memory operators, uint256 count) internal pure returns (uint256 ptr) {
        assembly ("memory-safe") {
            ptr := add(mload(0x40), 32)
            mstore(0x40, add(add(ptr, and(add(mul(count, 20), 31), not(31))), 32))
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                mstore(add(ptr, mul(i, 20)), shl(96, mload(add(operators, mul(add(i, 1), 32)))))
            }
        }
    }

    /// @notice Adds up the keys of the records behind `ptr` and writes the header there.
    /// @param ptr Pointer to room for the header, with the records behind it.
    /// @param count Number of records.
    /// @param total Sum of their weights.
    /// @param number L1 block of the snapshot.
    /// @return finite False when the keys add up to infinity.
    function header(uint256 ptr, uint256 count, uint256 total, uint64 number) internal view returns (bool finite) {
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
        uint256 tail = (total << 128) | (uint256(number) << 64) | count;
        assembly ("memory-safe") {
            mstore(ptr, or(shl(128, mload(pair)), shr(128, mload(add(pair, 32)))))
            mstore(add(ptr, 32), or(shl(128, mload(add(pair, 32))), mload(add(pair, 64))))
            mstore(add(ptr, 64), mload(add(pair, 96)))
            mstore(add(ptr, 96), tail)
        }
        return !BLS12381.isInfinityG1(pair);
    }

    /// @notice Writes the chunks of one epoch of a set.
    /// @param records Pointer to the header with the records behind it; the 32 bytes before it are reserved for CodeStore.
    /// @param addresses Pointer to the packed addresses.
    function write(uint32 setId, uint64 epoch, uint256 records, uint256 count, uint256 addresses) internal {
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

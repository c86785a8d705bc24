// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EpochInfo, Member} from "../Types.sol";
import {BLS12381} from "./BLS12381.sol";
import {CodeStore} from "./CodeStore.sol";
import {Snapshot} from "./Snapshot.sol";

/// @title Tells snapshots to people and programs off chain
/// @notice Checking a certificate reads only what it needs, in AggregateChecker.
library SnapshotReader {
    /// @notice The header of one epoch; the epoch must exist.
    function info(address table, uint32 setId, uint64 epoch) internal view returns (EpochInfo memory found) {
        address first = CodeStore.chunk(Snapshot.forwarder(table, setId, epoch), 1);
        bytes memory header = new bytes(Snapshot.HEADER);
        found.aggregateKey = new bytes(128);
        bytes memory key = found.aggregateKey;
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
        found.totalWeight = uint128(tail >> 128);
        found.blockNumber = uint64(tail >> 64);
        found.count = uint64(tail);
    }

    /// @notice The members of one epoch, in order; the epoch must exist.
    function members(address table, uint32 setId, uint64 epoch) internal view returns (Member[] memory list) {
        uint256 count = info(table, setId, epoch).count;
        address forwarder = Snapshot.forwarder(table, setId, epoch);
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
}

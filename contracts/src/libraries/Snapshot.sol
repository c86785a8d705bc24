// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CodeStore} from "./CodeStore.sol";

/// @title Layout of a snapshot
/// @notice Chunk 1: a header of 128 bytes, then up to 200 records. Chunk 2: operator addresses, 20 bytes each.
/// Chunk 3, for more than 200 members only: the records from the 201st on.
/// Header: aggregate key x48 ‖ y48, total weight 16, block number 8, number of members 8. Record: x48 ‖ y48 ‖ weight 16.
library Snapshot {
    /// @notice Bytes of the header.
    uint256 internal constant HEADER = 128;
    /// @notice Bytes of a record.
    uint256 internal constant RECORD = 112;
    /// @notice Records in chunk 1, so that it stays below the limit of contract code (EIP-170).
    uint256 internal constant FIRST = 200;
    /// @notice Greatest number of members.
    uint256 internal constant MAX_MEMBERS = 256;
    /// @notice Number of the chunk with the addresses.
    uint256 internal constant ADDRESSES = 2;
    /// @notice Number of the chunk with the records beyond FIRST.
    uint256 internal constant REST = 3;

    /// @notice Salt under which a StakeTable keeps one epoch of a set.
    function salt(uint32 setId, uint64 epoch) internal pure returns (bytes32) {
        return bytes32((uint256(setId) << 64) | epoch);
    }

    /// @notice The forwarder that made the chunks of one epoch of a set, whether or not it exists.
    function forwarder(address table, uint32 setId, uint64 epoch) internal pure returns (address) {
        return CodeStore.forwarderOf(table, salt(setId, epoch));
    }

    /// @notice The chunk with the header of one epoch of a set, whether or not it exists.
    function firstChunk(address table, uint32 setId, uint64 epoch) internal pure returns (address) {
        return CodeStore.chunk(forwarder(table, setId, epoch), 1);
    }
}

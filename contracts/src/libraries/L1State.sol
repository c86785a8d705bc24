// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StateProof} from "./StateProof.sol";

/// @title For contracts on a rollup that rely on the state of L1
/// @notice Blocks that SQUAD sequences carry, as parent beacon root (EIP-4788), the hash of the L1 block that the network's operators
/// have attested as final and that the block stands on. So any value that L1 held there can be proven, with no oracle.
library L1State {
    /// @notice The system contract of EIP-4788.
    address internal constant BEACON_ROOTS = 0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02;

    /// @notice No block of the rollup had this timestamp, or more than 8191 seconds have passed since.
    error NoL1Block(uint256 timestamp);

    /// @notice Hash of the L1 block that the rollup's block with this timestamp stands on. Within a block, block.timestamp
    /// gives its own.
    function blockHash(uint256 timestamp) internal view returns (bytes32 hash) {
        (bool ok, bytes memory found) = BEACON_ROOTS.staticcall(abi.encode(timestamp));
        if (!ok || found.length != 32) revert NoL1Block(timestamp);
        hash = abi.decode(found, (bytes32));
        if (hash == 0) revert NoL1Block(timestamp);
    }

    /// @notice Value of a storage slot on L1. A slot that holds zero cannot be proven.
    /// @param timestamp Timestamp of a block of the rollup that stands on the L1 block.
    /// @param header RLP header of the L1 block.
    /// @param account The account on L1.
    /// @param accountProof Its account proof at the L1 block, as eth_getProof gives it.
    /// @param slot The slot.
    /// @param storageProof Its storage proof.
    function slotAt(
        uint256 timestamp,
        bytes memory header,
        address account,
        bytes[] memory accountProof,
        bytes32 slot,
        bytes[] memory storageProof
    ) internal view returns (bytes32) {
        bytes32 root = StateProof.stateRoot(header, blockHash(timestamp));
        root = StateProof.storageRoot(root, account, accountProof);
        return bytes32(StateProof.storageValue(root, slot, storageProof));
    }
}

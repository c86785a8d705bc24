// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {L1State} from "../libraries/L1State.sol";

/// @title Example: a contract on the rollup that knows what L1 held
/// @notice Anyone brings the proof; nobody has to be believed.
contract L1Mirror {
    /// @notice Newest proven value of an L1 account's slot.
    mapping(address account => mapping(bytes32 slot => bytes32)) public valueOf;
    /// @notice Timestamp of the rollup's block by which it was proven.
    mapping(address account => mapping(bytes32 slot => uint256)) public provenAt;

    /// @notice A value was proven.
    event Mirrored(address indexed account, bytes32 indexed slot, bytes32 value, uint256 timestamp);

    /// @notice A later block has been used for this slot.
    error Older(uint256 timestamp, uint256 known);

    /// @notice Takes over a value from L1.
    /// @param timestamp Timestamp of a block of this rollup that stands on the L1 block, at most 8191 seconds ago.
    /// @param header RLP header of the L1 block.
    /// @param account The account on L1.
    /// @param accountProof Its account proof, as eth_getProof gives it.
    /// @param slot The slot.
    /// @param storageProof Its storage proof.
    function mirror(
        uint256 timestamp,
        bytes calldata header,
        address account,
        bytes[] calldata accountProof,
        bytes32 slot,
        bytes[] calldata storageProof
    ) external returns (bytes32 value) {
        uint256 known = provenAt[account][slot];
        if (timestamp < known) revert Older(timestamp, known);
        value = L1State.slotAt(timestamp, header, account, accountProof, slot, storageProof);
        valueOf[account][slot] = value;
        provenAt[account][slot] = timestamp;
        emit Mirrored(account, slot, value, timestamp);
    }
}

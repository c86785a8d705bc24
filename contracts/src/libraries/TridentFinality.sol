// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {IMach} from "../interfaces/ITrident.sol";
import {StateProof} from "./StateProof.sol";

/// @title For contracts that rely on the finality of a rollup
/// @notice Refuses by name what is not final, and reads the state of what is.
library TridentFinality {
    /// @notice A quorum of the rollup's operators has paused its finality.
    error FinalityIsPaused(bytes32 rollup);
    /// @notice No certificate for exactly this block has been recorded.
    error NotFinal(bytes32 rollup, uint64 number, bytes32 blockHash);

    /// @notice Returns if the block is final, and reverts with the reason if it is not.
    function requireFinal(IMach mach, bytes32 rollup, uint64 number, bytes32 blockHash) internal view {
        if (mach.isFinal(rollup, number, blockHash)) return;
        if (mach.isPaused(rollup)) revert FinalityIsPaused(rollup);
        revert NotFinal(rollup, number, blockHash);
    }

    /// @notice Storage root of an account of the rollup at a final block.
    /// @param mach The Mach contract.
    /// @param rollup The rollup, whose block hash is keccak256 of the RLP header.
    /// @param header RLP header of the block.
    /// @param account The account on the rollup.
    /// @param proof Its account proof, as eth_getProof gives it.
    function storageRootAt(IMach mach, bytes32 rollup, bytes memory header, address account, bytes[] memory proof)
        internal
        view
        returns (bytes32)
    {
        bytes32 blockHash = keccak256(header);
        requireFinal(mach, rollup, uint64(BlockHeader.getNumber(header)), blockHash);
        return StateProof.storageRoot(StateProof.stateRoot(header, blockHash), account, proof);
    }

    /// @notice Value of a storage slot under a storage root. A slot that holds zero cannot be proven.
    function slotIn(bytes32 root, bytes32 slot, bytes[] memory proof) internal pure returns (bytes32) {
        return bytes32(StateProof.storageValue(root, slot, proof));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";

/// @title Proofs of what a block's state holds
/// @notice Headers and proofs are those of Ethereum: header RLP, and account and storage proofs as eth_getProof gives them.
library StateProof {
    /// @notice The header is not that of the block with this hash.
    error WrongHeader(bytes32 wanted, bytes32 given);
    /// @notice The account proof does not lead to an account, for the stated reason.
    error BadAccountProof(address account, TrieProof.ProofError reason);
    /// @notice The storage proof does not lead to a value, for the stated reason. A slot that holds zero cannot be proven.
    error BadStorageProof(bytes32 slot, TrieProof.ProofError reason);

    /// @notice State root in the header of the block with this hash.
    function stateRoot(bytes memory header, bytes32 blockHash) internal pure returns (bytes32) {
        if (keccak256(header) != blockHash) revert WrongHeader(blockHash, keccak256(header));
        return BlockHeader.getStateRoot(header);
    }

    /// @notice Storage root of an account in a state.
    function storageRoot(bytes32 root, address account, bytes[] memory proof) internal pure returns (bytes32) {
        (bytes memory found, TrieProof.ProofError err) =
            TrieProof.tryTraverse(root, abi.encodePacked(keccak256(abi.encodePacked(account))), proof);
        if (err != TrieProof.ProofError.NO_ERROR) revert BadAccountProof(account, err);
        // nonce, balance, storage root, code hash
        Memory.Slice[] memory fields = RLP.decodeList(found);
        return RLP.readBytes32(fields[2]);
    }

    /// @notice Value of a storage slot that does not hold zero.
    function storageValue(bytes32 root, bytes32 slot, bytes[] memory proof) internal pure returns (uint256) {
        (bytes memory found, TrieProof.ProofError err) =
            TrieProof.tryTraverse(root, abi.encodePacked(keccak256(abi.encodePacked(slot))), proof);
        if (err != TrieProof.ProofError.NO_ERROR) revert BadStorageProof(slot, err);
        return RLP.decodeUint256(found);
    }
}

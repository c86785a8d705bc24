// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    BatchHeader,
    FinalityAlert,
    FinalityClaim,
    InclusionList,
    L1View,
    Preconfirmation,
    Unjail
} from "../Types.sol";

/// @title EIP-712 digests of everything that is signed
/// @notice Structs hold only static fields, so a struct hash is keccak256 of the type hash and the ABI encoding.
library TridentDigests {
    /// @notice Type hash of a finality claim.
    bytes32 internal constant FINALITY_CLAIM = keccak256(
        "FinalityClaim(bytes32 rollup,uint64 epoch,uint64 number,bytes32 blockHash,bytes32 parentHash,bytes32 stateRoot,bytes32 outputRoot,uint8 level)"
    );
    /// @notice Type hash of an operator's registration.
    bytes32 internal constant OPERATOR_REGISTRATION =
        keccak256("OperatorRegistration(address operator,bytes32 blsKeyHash,address consensusKey)");
    /// @notice Type hash of a batch header.
    bytes32 internal constant BATCH_HEADER = keccak256(
        "BatchHeader(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,uint64 number,uint64 timestamp,uint64 l1Number,uint64 inbox,bytes32 parentHash,bytes32 blockHash,bytes32 bodyHash,uint32 bodySize)"
    );
    /// @notice Type hash of an availability acknowledgement.
    bytes32 internal constant AVAILABILITY_ACK = keccak256("AvailabilityAck(bytes32 header)");
    /// @notice Type hash of an L1 view.
    bytes32 internal constant L1_VIEW =
        keccak256("L1View(uint64 number,bytes32 blockHash,bytes32 operatorSets,bytes32 inputs)");
    /// @notice Type hash of an ordering member's reveal for a beacon round.
    bytes32 internal constant RANDOM_REVEAL = keccak256("RandomReveal(uint64 round)");
    /// @notice Type hash of a preconfirmation.
    bytes32 internal constant PRECONFIRMATION = keccak256(
        "Preconfirmation(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,bytes32 transaction,uint32 position,bytes32 prefixRoot)"
    );
    /// @notice Type hash of an inclusion list.
    bytes32 internal constant INCLUSION_LIST =
        keccak256("InclusionList(bytes32 rollup,uint64 epoch,uint64 slot,bytes32 transactions)");
    /// @notice Type hash of a plea to be let out of jail.
    bytes32 internal constant UNJAIL = keccak256("Unjail(bytes32 rollup,address operator,uint64 window)");

    /// @notice Type hash of a finality alert.
    bytes32 internal constant FINALITY_ALERT =
        keccak256("FinalityAlert(bytes32 rollup,uint64 epoch,uint64 sequence,bool paused)");

    /// @notice Digest of a finality claim.
    /// @dev The claim's words are copied as they came, which is the ABI encoding. A narrow field with high bits set is refused
    /// wherever the field is read; where nobody reads it, it gives a digest that no honest operator has signed.
    function finalityClaim(bytes32 domain, FinalityClaim calldata claim) internal pure returns (bytes32) {
        bytes32 kind = FINALITY_CLAIM;
        bytes32 structHash;
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, kind)
            calldatacopy(add(m, 0x20), claim, 0x100)
            structHash := keccak256(m, 0x120)
        }
        return typed(domain, structHash);
    }

    /// @notice Digest of an operator's registration.
    function operatorRegistration(bytes32 domain, address operator, bytes32 blsKeyHash, address consensusKey)
        internal
        pure
        returns (bytes32)
    {
        return typed(domain, keccak256(abi.encode(OPERATOR_REGISTRATION, operator, blsKeyHash, consensusKey)));
    }

    /// @notice Digest of a batch header.
    function batchHeader(bytes32 domain, BatchHeader calldata header) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(BATCH_HEADER, header)));
    }

    /// @notice Digest of an availability acknowledgement of the header with this digest.
    function availabilityAck(bytes32 domain, bytes32 header) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(AVAILABILITY_ACK, header)));
    }

    /// @notice Digest of an L1 view.
    function l1View(bytes32 domain, L1View calldata view_) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(L1_VIEW, view_)));
    }

    /// @notice Digest of a reveal.
    function randomReveal(bytes32 domain, uint64 round) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(RANDOM_REVEAL, round)));
    }

    /// @notice Digest of a preconfirmation.
    function preconfirmation(bytes32 domain, Preconfirmation calldata receipt) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(PRECONFIRMATION, receipt)));
    }

    /// @notice Digest of an inclusion list.
    function inclusionList(bytes32 domain, InclusionList calldata list) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(INCLUSION_LIST, list)));
    }

    /// @notice Digest of a plea to be let out of jail.
    function unjail(bytes32 domain, Unjail calldata plea) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(UNJAIL, plea)));
    }

    /// @notice Digest of a finality alert.
    function finalityAlert(bytes32 domain, FinalityAlert calldata alert) internal pure returns (bytes32) {
        return typed(domain, keccak256(abi.encode(FINALITY_ALERT, alert)));
    }

    /// @notice EIP-712: keccak256(0x1901 ‖ domain ‖ structHash).
    function typed(bytes32 domain, bytes32 structHash) internal pure returns (bytes32 digest) {
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, hex"1901")
            mstore(add(m, 0x02), domain)
            mstore(add(m, 0x22), structHash)
            digest := keccak256(m, 0x42)
        }
    }
}

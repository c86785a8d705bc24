// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";

/// @notice Smallest headers, states and proofs that Ethereum's rules allow: a state with one account, a storage with one or two
/// slots.
abstract contract Tries {
    /// @dev RLP header as Osaka has it.
    function header(bytes32 parent, bytes32 stateRoot, uint64 number, uint64 time) internal pure returns (bytes memory) {
        bytes[] memory f = new bytes[](21);
        f[0] = RLP.encode(parent);
        f[1] = RLP.encode(keccak256(hex"c0"));
        f[2] = RLP.encode(address(0xfee));
        f[3] = RLP.encode(stateRoot);
        f[4] = RLP.encode(keccak256(hex"80"));
        f[5] = RLP.encode(keccak256(hex"80"));
        f[6] = RLP.encode(new bytes(256));
        f[7] = RLP.encode(uint256(0));
        f[8] = RLP.encode(uint256(number));
        f[9] = RLP.encode(uint256(30_000_000));
        f[10] = RLP.encode(uint256(21_000));
        f[11] = RLP.encode(uint256(time));
        f[12] = RLP.encode(bytes(""));
        f[13] = RLP.encode(keccak256("randao"));
        f[14] = RLP.encode(new bytes(8));
        f[15] = RLP.encode(uint256(7));
        f[16] = RLP.encode(keccak256(hex"80"));
        f[17] = RLP.encode(uint256(0));
        f[18] = RLP.encode(uint256(0));
        f[19] = RLP.encode(bytes32(0));
        f[20] = RLP.encode(keccak256("requests"));
        return RLP.encode(f);
    }

    /// @dev State with one account that has the storage root.
    function accountTrie(address account, bytes32 storageRoot)
        internal
        pure
        returns (bytes32 root, bytes[] memory proof)
    {
        bytes[] memory fields = new bytes[](4);
        fields[0] = RLP.encode(uint256(1));
        fields[1] = RLP.encode(uint256(0));
        fields[2] = RLP.encode(storageRoot);
        fields[3] = RLP.encode(keccak256("code"));
        return leafTrie(keccak256(abi.encodePacked(account)), RLP.encode(fields));
    }

    /// @dev Storage with one slot.
    function storageTrie(bytes32 slot, uint256 value) internal pure returns (bytes32 root, bytes[] memory proof) {
        return leafTrie(keccak256(abi.encodePacked(slot)), RLP.encode(value));
    }

    /// @dev Storage with two slots; the first digits of their hashes must differ.
    function storageTrie(bytes32 a, uint256 valueA, bytes32 b, uint256 valueB)
        internal
        pure
        returns (bytes32 root, bytes[] memory proofA, bytes[] memory proofB)
    {
        (a, b) = (keccak256(abi.encodePacked(a)), keccak256(abi.encodePacked(b)));
        require(a >> 252 != b >> 252, "slots share a digit");
        (proofA, proofB) = (new bytes[](2), new bytes[](2));
        proofA[1] = _leaf(_odd(a), RLP.encode(valueA));
        proofB[1] = _leaf(_odd(b), RLP.encode(valueB));
        bytes[] memory items = new bytes[](17);
        for (uint256 i; i < 17; ++i) items[i] = hex"80";
        items[uint256(a >> 252)] = RLP.encode(keccak256(proofA[1]));
        items[uint256(b >> 252)] = RLP.encode(keccak256(proofB[1]));
        proofA[0] = proofB[0] = RLP.encode(items);
        root = keccak256(proofA[0]);
    }

    function leafTrie(bytes32 key, bytes memory value) internal pure returns (bytes32 root, bytes[] memory proof) {
        proof = new bytes[](1);
        proof[0] = _leaf(abi.encodePacked(hex"20", key), value);
        root = keccak256(proof[0]);
    }

    function _leaf(bytes memory path, bytes memory value) private pure returns (bytes memory) {
        bytes[] memory items = new bytes[](2);
        (items[0], items[1]) = (RLP.encode(path), RLP.encode(value));
        return RLP.encode(items);
    }

    /// @dev Path of a leaf below the root branch: its first digit is gone, and the prefix of an odd leaf takes its place.
    function _odd(bytes32 key) private pure returns (bytes memory) {
        return abi.encodePacked((uint256(key) << 4 >> 4) | (3 << 252));
    }
}

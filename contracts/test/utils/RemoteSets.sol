// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HandedSet, Member} from "../../src/Types.sol";

/// @notice Operator sets in the form of a hand-off, and their hashes written out plainly.
abstract contract RemoteSets {
    /// @dev Half of the field modulus.
    bytes private constant HALF =
        hex"0d0088f51cbff34d258dd3db21a5d66bb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555";

    function packed(uint32 setId, uint64 epoch, Member[] memory list) internal pure returns (HandedSet memory set) {
        (set.id, set.epoch) = (setId, epoch);
        for (uint256 i; i < list.length; ++i) {
            bytes memory consensus = abi.encodePacked(hex"02", keccak256(abi.encode(list[i].operator)));
            set.members = bytes.concat(set.members, member(list[i], consensus));
        }
    }

    function member(Member memory m, bytes memory consensus) internal pure returns (bytes memory) {
        return abi.encodePacked(m.operator, cut(m.blsKey, 16, 48), cut(m.blsKey, 80, 48), consensus, m.weight);
    }

    function setHash(HandedSet memory set) internal pure returns (bytes32) {
        if (set.members.length == 0) return set.hash;
        bytes memory preimage = abi.encodePacked(set.id, set.epoch);
        for (uint256 from; from + 165 <= set.members.length; from += 165) {
            bytes memory x = cut(set.members, from + 20, 48);
            x[0] |= larger(cut(set.members, from + 68, 48)) ? bytes1(0xa0) : bytes1(0x80);
            preimage = bytes.concat(preimage, cut(set.members, from, 20), x, cut(set.members, from + 116, 49));
        }
        return keccak256(preimage);
    }

    function setsHash(HandedSet[] memory sets) internal pure returns (bytes32) {
        bytes memory hashes;
        for (uint256 i; i < sets.length; ++i) hashes = bytes.concat(hashes, setHash(sets[i]));
        return keccak256(hashes);
    }

    function larger(bytes memory y) internal pure returns (bool) {
        for (uint256 i; i < 48; ++i) {
            if (y[i] != HALF[i]) return y[i] > HALF[i];
        }
        return false;
    }

    function cut(bytes memory data, uint256 from, uint256 length) internal pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i; i < length; ++i) part[i] = data[from + i];
    }

    function fill(bytes memory data, uint256 from, uint256 length, uint8 value) internal pure {
        for (uint256 i; i < length; ++i) data[from + i] = bytes1(value);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLS12381} from "../../src/libraries/BLS12381.sol";

/// @notice FOR TESTS ONLY: the BLS library as a contract.
contract BLSHarness {
    function hashToG2(bytes32 message) external view returns (bytes memory point) {
        point = new bytes(256);
        uint256 ptr;
        assembly ("memory-safe") {
            ptr := add(point, 32)
        }
        BLS12381.hashToG2(message, ptr);
    }

    function verify(bytes32 message, bytes memory key, bytes calldata signature) external view returns (bool) {
        require(key.length == 128, "key length");
        return BLS12381.verify(message, _at(key), signature);
    }

    function isOnCurve(bytes memory point) external view returns (bool) {
        return BLS12381.isOnCurveG1(_at(point));
    }

    function isInSubgroup(bytes memory point) external view returns (bool) {
        return BLS12381.isInSubgroupG1(_at(point));
    }

    function isInfinity(bytes memory point) external pure returns (bool) {
        return BLS12381.isInfinityG1(_at(point));
    }

    /// @return sum What is left of a point after adding its negation, which went through packing; infinity if all is right.
    function addNegated(bytes memory point) external view returns (bytes memory sum) {
        bytes memory pair = new bytes(256);
        uint256 to = _at(pair);
        uint256 from = _at(point);
        bytes memory packed = new bytes(128);
        uint256 ptr = _at(packed);
        assembly ("memory-safe") {
            mcopy(to, from, 128)
            mcopy(ptr, add(from, 16), 48)
            mcopy(add(ptr, 48), add(from, 80), 48)
        }
        BLS12381.unpackNegatedG1(ptr, to + 128);
        require(BLS12381.addG1(to), "add");
        sum = new bytes(128);
        uint256 out = _at(sum);
        assembly ("memory-safe") {
            mcopy(out, to, 128)
        }
    }

    function _at(bytes memory data) private pure returns (uint256 ptr) {
        assembly ("memory-safe") {
            ptr := add(data, 32)
        }
    }
}

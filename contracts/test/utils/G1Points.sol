// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RemoteSets} from "./RemoteSets.sol";

/// @notice FOR TESTS ONLY: reads compressed points, so that vectors need not state them twice.
contract G1Points is RemoteSets {
    bytes private constant P =
        hex"1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";
    /// @dev (p + 1) / 4: the exponent of a square root modulo p.
    bytes private constant ROOT =
        hex"0680447a8e5ff9a692c6e9ed90d2eb35d91dd2e13ce144afd9cc34a83dac3d8907aaffffac54ffffee7fbfffffffeaab";

    /// @dev A compressed G1 point in the encoding of EIP-2537: y is the root of x³ + 4 with the sign that the flag tells.
    function decompressed(bytes memory key) external view returns (bytes memory) {
        bool sign = key[0] & 0x20 != 0;
        bytes memory x = bytes.concat(key);
        x[0] &= 0x1f;
        bytes memory square = power(x, hex"03");
        addTo(square, 4);
        bytes memory y = power(square, ROOT);
        if (larger(y) != sign) y = negated(y);
        return abi.encodePacked(bytes16(0), x, bytes16(0), y);
    }

    function power(bytes memory base, bytes memory exponent) private view returns (bytes memory result) {
        bool ok;
        (ok, result) = address(5).staticcall(
            abi.encodePacked(uint256(48), exponent.length, uint256(48), base, exponent, P)
        );
        require(ok, "modexp");
    }

    function addTo(bytes memory n, uint256 carry) private pure {
        for (uint256 i = 48; i > 0; --i) {
            carry += uint8(n[i - 1]);
            n[i - 1] = bytes1(uint8(carry));
            carry >>= 8;
        }
    }

    /// @dev p - y.
    function negated(bytes memory y) private pure returns (bytes memory n) {
        n = new bytes(48);
        uint256 borrow;
        for (uint256 i = 48; i > 0; --i) {
            uint256 digit = 256 + uint256(uint8(P[i - 1])) - uint8(y[i - 1]) - borrow;
            n[i - 1] = bytes1(uint8(digit));
            borrow = digit < 256 ? 1 : 0;
        }
    }
}

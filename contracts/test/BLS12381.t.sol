// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLSKeys} from "./utils/BLSKeys.sol";
import {TestBase} from "./utils/TestBase.sol";

contract BLS12381Test is TestBase, BLSKeys {
    /// @dev (0, 2) lies on y² = x³ + 4 and has order three.
    function lowOrderPoint() internal pure returns (bytes memory point) {
        point = new bytes(128);
        point[127] = 0x02;
    }

    function testFuzz_signatureHolds(uint256 seed, bytes32 message) public view {
        uint256 secret = secretOf(seed);
        assertTrue(bls.verify(message, publicKey(secret), sign(secret, message)), "signature refused");
    }

    function testFuzz_otherMessageRefused(uint256 seed, bytes32 message, bytes32 other) public view {
        vm.assume(message != other);
        uint256 secret = secretOf(seed);
        assertTrue(!bls.verify(other, publicKey(secret), sign(secret, message)), "other message accepted");
    }

    function testFuzz_otherKeyRefused(uint256 a, uint256 b, bytes32 message) public view {
        vm.assume(a != b);
        assertTrue(!bls.verify(message, publicKey(secretOf(a)), sign(secretOf(b), message)), "other key accepted");
    }

    function testFuzz_flippedBitRefused(uint256 seed, bytes32 message, uint256 bit) public view {
        uint256 secret = secretOf(seed);
        bytes memory signature = sign(secret, message);
        bit = bound(bit, 0, 2047);
        signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        assertTrue(!bls.verify(message, publicKey(secret), signature), "flipped bit accepted");
    }

    function testFuzz_wrongLengthRefused(bytes calldata signature) public view {
        vm.assume(signature.length != 256);
        assertTrue(!bls.verify(0, publicKey(1), signature), "wrong length accepted");
    }

    function testFuzz_negationCancels(uint256 seed) public view {
        assertEq(bls.addNegated(publicKey(secretOf(seed))), new bytes(128));
    }

    function testFuzz_keysAreInSubgroup(uint256 seed) public view {
        bytes memory key = publicKey(secretOf(seed));
        assertTrue(bls.isOnCurve(key) && bls.isInSubgroup(key) && !bls.isInfinity(key), "good key refused");
    }

    function test_lowOrderPointIsOutsideSubgroup() public view {
        assertTrue(bls.isOnCurve(lowOrderPoint()), "on the curve");
        assertTrue(!bls.isInSubgroup(lowOrderPoint()), "not in the subgroup");
    }

    function testFuzz_randomBytesAreOffCurve(bytes32 a, bytes32 b) public view {
        assertTrue(!bls.isOnCurve(abi.encodePacked(bytes16(0), bytes16(a), a, bytes16(0), bytes16(b), b)), "off the curve");
    }

    function test_infinity() public view {
        bytes memory zero = new bytes(128);
        assertTrue(bls.isInfinity(zero) && bls.isOnCurve(zero) && bls.isInSubgroup(zero), "infinity");
    }

    /// @dev A field element above the modulus names no point, though it may be congruent to one.
    function test_unreducedCoordinateRefused() public view {
        bytes memory point = lowOrderPoint();
        bytes memory modulus =
            hex"000000000000000000000000000000001a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";
        for (uint256 i; i < 64; ++i) point[i] = modulus[i];
        assertTrue(!bls.isOnCurve(point), "unreduced x accepted");
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title BLS12-381 signatures over the EIP-2537 precompiles
/// @notice Public keys lie in G1 and signatures in G2 (minimal public key size), points in the EIP-2537 encoding: 128 bytes
/// for G1, 256 for G2, each field element padded to 64 bytes. The ciphersuite is that of Ethereum's beacon chain,
/// BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_, with hash-to-curve as in RFC 9380.
/// @dev Functions that take or give `uint256` pointers work on memory that the caller has reserved.
library BLS12381 {
    /// @notice A precompile refused input that this library made: the chain lacks EIP-2537.
    error PrecompileFailed(uint256 precompile);

    uint256 private constant SHA256 = 0x02;
    uint256 private constant MODEXP = 0x05;
    uint256 private constant G1_ADD = 0x0b;
    uint256 private constant G1_MSM = 0x0c;
    uint256 private constant G2_ADD = 0x0d;
    uint256 private constant PAIRING = 0x0f;
    uint256 private constant MAP_FP2_TO_G2 = 0x11;

    /// @dev A precompile that refuses its input takes all the gas it was given. Where the input comes from outside, at most
    /// this much is given: about four times the price, which leaves room for a fork that makes it dearer.
    uint256 private constant G1_GAS = 50_000;
    uint256 private constant PAIRING_GAS = 420_000;

    /// @dev The field modulus p as the two words of a 64-byte element.
    uint256 private constant P_HI = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant P_LO = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    /// @dev The domain separation tag (43 bytes) and its length byte, in two words.
    bytes32 private constant DST_HEAD = "BLS_SIG_BLS12381G2_XMD:SHA-256_S";
    bytes32 private constant DST_TAIL = hex"5357555f524f5f504f505f2b";

    /// @notice Hashes a 32-byte message to G2.
    /// @param message The message, as a rule an EIP-712 digest.
    /// @param out Where the 256 bytes of the point go.
    function hashToG2(bytes32 message, uint256 out) internal view {
        bool ok;
        // Scratch space beyond the free pointer, not kept: 0..383 hashing, 384.. modular reduction and points.
        assembly ("memory-safe") {
            let f := mload(0x40)
            // b0 = H(64 zero bytes ‖ message ‖ 0x0100 ‖ 0x00 ‖ DST'), the first step of expand_message_xmd for 256 bytes
            mstore(f, 0)
            mstore(add(f, 32), 0)
            mstore(add(f, 64), message)
            mstore(add(f, 96), shl(232, 0x010000))
            mstore(add(f, 99), DST_HEAD)
            mstore(add(f, 131), DST_TAIL)
            ok := staticcall(gas(), SHA256, f, 143, 0, 32)
            let b0 := mload(0)
            // b1 = H(b0 ‖ 1 ‖ DST'), b(i) = H((b0 xor b(i-1)) ‖ i ‖ DST'); b1..b8 go to f+96..f+351.
            // The tail of DST' takes 12 bytes; the word that brings it spills one byte into b1, which is written later.
            let b := add(f, 96)
            mstore(add(f, 65), DST_TAIL)
            mstore(add(f, 33), DST_HEAD)
            mstore(f, b0)
            mstore8(add(f, 32), 1)
            ok := and(ok, staticcall(gas(), SHA256, f, 77, b, 32))
            for { let i := 2 } lt(i, 9) { i := add(i, 1) } {
                mstore(f, xor(b0, mload(b)))
                mstore8(add(f, 32), i)
                b := add(b, 32)
                ok := and(ok, staticcall(gas(), SHA256, f, 77, b, 32))
            }
            // Four 64-byte numbers mod p, by MODEXP with exponent one.
            let s := add(f, 384)
            mstore(s, 64)
            mstore(add(s, 32), 1)
            mstore(add(s, 64), 64)
            mstore8(add(s, 160), 1)
            mstore(add(s, 161), P_HI)
            mstore(add(s, 193), P_LO)
            for { let e := add(f, 96) } lt(e, add(f, 352)) { e := add(e, 64) } {
                mcopy(add(s, 96), e, 64)
                ok := and(ok, staticcall(gas(), MODEXP, s, 225, e, 64))
            }
            // Map both elements of Fp2 and add; the precompile clears the cofactor.
            ok := and(ok, staticcall(gas(), MAP_FP2_TO_G2, add(f, 96), 128, s, 256))
            ok := and(ok, staticcall(gas(), MAP_FP2_TO_G2, add(f, 224), 128, add(s, 256), 256))
            ok := and(ok, staticcall(gas(), G2_ADD, s, 512, out, 256))
        }
        if (!ok) revert PrecompileFailed(MAP_FP2_TO_G2);
    }

    /// @notice Checks a signature: e(-G1, signature) · e(key, H(message)) = 1.
    /// @param message The signed message.
    /// @param key Pointer to the 128 bytes of the public key. The pairing checks that it is in the subgroup; the caller
    /// must have refused infinity.
    /// @param signature G2 point, 256 bytes. Anything else, a point off the curve or outside the subgroup counts as false.
    /// @return valid Whether the signature holds.
    function verify(bytes32 message, uint256 key, bytes calldata signature) internal view returns (bool valid) {
        if (signature.length != 256) return false;
        uint256 f;
        assembly ("memory-safe") {
            f := mload(0x40)
            mstore(0x40, add(f, 768))
            // -G1, the negated generator
            mstore(f, 0x17f1d3a73197d7942695638c4fa9ac0f)
            mstore(add(f, 32), 0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb)
            mstore(add(f, 64), 0x114d1d6855d545a8aa7d76c8cf2e21f2)
            mstore(add(f, 96), 0x67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca)
            calldatacopy(add(f, 128), signature.offset, 256)
            mcopy(add(f, 384), key, 128)
        }
        hashToG2(message, f + 512);
        assembly ("memory-safe") {
            // Yul evaluates arguments from right to left: the result is read in a statement of its own.
            valid := staticcall(PAIRING_GAS, PAIRING, f, 768, 0, 32)
            valid := and(valid, eq(mload(0), 1))
        }
    }

    /// @notice Adds the second of two adjacent G1 points to the first, in place.
    /// @param pair Pointer to 256 bytes: the sum goes to the first 128.
    /// @return ok False when a point is not on the curve.
    function addG1(uint256 pair) internal view returns (bool ok) {
        assembly ("memory-safe") {
            ok := staticcall(G1_GAS, G1_ADD, pair, 256, pair, 128)
        }
    }

    /// @notice Whether 128 bytes at the pointer encode a point of the curve, infinity included.
    /// @dev Adds infinity: G1ADD checks the curve and the encoding, and not the subgroup.
    function isOnCurveG1(uint256 point) internal view returns (bool ok) {
        assembly ("memory-safe") {
            let f := mload(0x40)
            mcopy(f, point, 128)
            calldatacopy(add(f, 128), calldatasize(), 128)
            ok := staticcall(G1_GAS, G1_ADD, f, 256, f, 128)
        }
    }

    /// @notice Whether the point at the pointer lies in the subgroup of order r, infinity included.
    /// @dev EIP-2537 requires the multiplication precompile to refuse points outside the subgroup: multiply by one.
    function isInSubgroupG1(uint256 point) internal view returns (bool ok) {
        assembly ("memory-safe") {
            let f := mload(0x40)
            mcopy(f, point, 128)
            mstore(add(f, 128), 1)
            ok := staticcall(G1_GAS, G1_MSM, f, 160, f, 128)
        }
    }

    /// @notice Whether the G1 point at the pointer is infinity: all zero.
    function isInfinityG1(uint256 point) internal pure returns (bool zero) {
        assembly ("memory-safe") {
            zero := iszero(or(or(mload(point), mload(add(point, 32))), or(mload(add(point, 64)), mload(add(point, 96)))))
        }
    }

    /// @notice Whether 256 bytes of calldata are the G2 point at infinity: all zero.
    function isInfinityG2(bytes calldata point) internal pure returns (bool) {
        for (uint256 i; i < point.length; i += 32) {
            if (bytes32(point[i:]) != 0) return false;
        }
        return true;
    }

    /// @notice Unpacks x48 ‖ y48 at `packed` into the 128-byte encoding at `out`.
    /// @dev Reads 16 bytes before `packed`, whatever they are, and drops them.
    function unpackG1(uint256 packed, uint256 out) internal pure {
        assembly ("memory-safe") {
            mstore(out, shr(128, mload(packed)))
            mstore(add(out, 32), mload(add(packed, 16)))
            mstore(add(out, 64), shr(128, mload(add(packed, 48))))
            mstore(add(out, 96), mload(add(packed, 64)))
        }
    }

    /// @notice Unpacks x48 ‖ y48 at `packed` and writes the negated point, (x, p - y), to `out`.
    /// @dev The point must not be infinity.
    function unpackNegatedG1(uint256 packed, uint256 out) internal pure {
        assembly ("memory-safe") {
            mstore(out, shr(128, mload(packed)))
            mstore(add(out, 32), mload(add(packed, 16)))
            let low := mload(add(packed, 64))
            mstore(add(out, 64), sub(sub(P_HI, shr(128, mload(add(packed, 48)))), gt(low, P_LO)))
            mstore(add(out, 96), sub(P_LO, low))
        }
    }
}

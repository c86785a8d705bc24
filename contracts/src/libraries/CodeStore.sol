// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Data kept as contract code, at addresses that can be computed
/// @notice Reading code costs one cold access however long it is. A writer contract makes, for each salt, one forwarder by
/// CREATE2; the forwarder creates up to three chunks with its nonces 1, 2 and 3. A chunk's address follows from (writer, salt,
/// number) alone, so a reader needs no call and no storage read to find it.
/// @dev Anyone may call a forwarder. So a writer writes all chunks of a salt in the transaction that makes its forwarder, and a
/// reader must not look at numbers that the writer did not write.
library CodeStore {
    /// @notice A chunk could not be created.
    error StoreFailed(uint256 index);

    /// @dev Creation code of the forwarder. It returns the runtime 36 3d 3d 37 36 3d 34 f0: copy the calldata to memory and
    /// CREATE a contract from it.
    uint256 private constant FORWARDER = 0x67363d3d37363d34f03d5260086018f3;
    /// @dev keccak256 of those 16 bytes.
    bytes32 private constant FORWARDER_HASH = 0x21c35dbe1b344a2488cf3321d6ce542f8e9f305544ff09e4993a62319a497c1f;

    /// @notice Makes the forwarder of a salt.
    function create(bytes32 salt) internal returns (address forwarder) {
        assembly ("memory-safe") {
            mstore(0, FORWARDER)
            forwarder := create2(0, 16, 16, salt)
        }
        if (forwarder == address(0)) revert StoreFailed(0);
    }

    /// @notice Writes one chunk; chunks are numbered from 1 in the order of writing.
    /// @param forwarder The forwarder.
    /// @param index Number of this chunk, for the error.
    /// @param from Pointer to the data. The 32 bytes before it are overwritten and restored.
    /// @param length Bytes of data, at most 24,575.
    function write(address forwarder, uint256 index, uint256 from, uint256 length) internal {
        bool ok;
        assembly ("memory-safe") {
            // Creation code, 11 bytes: PUSH2 length+1 DUP1 PUSH1 10 RETURNDATASIZE CODECOPY RETURNDATASIZE RETURN STOP;
            // the STOP is the first byte of the stored code, so that nobody can execute the data.
            let before := mload(sub(from, 32))
            mstore(sub(from, 32), or(0x61000080600a3d393df300, shl(64, add(length, 1))))
            ok := call(gas(), forwarder, 0, sub(from, 11), add(length, 11), 0, 0)
            mstore(sub(from, 32), before)
        }
        if (!ok || chunk(forwarder, index).code.length != length + 1) revert StoreFailed(index);
    }

    /// @notice Address of the forwarder that a writer makes for a salt.
    function forwarderOf(address writer, bytes32 salt) internal pure returns (address forwarder) {
        assembly ("memory-safe") {
            let f := mload(0x40)
            mstore(f, or(shl(248, 0xff), shl(88, writer)))
            mstore(add(f, 21), salt)
            mstore(add(f, 53), FORWARDER_HASH)
            forwarder := and(keccak256(f, 85), 0xffffffffffffffffffffffffffffffffffffffff)
        }
    }

    /// @notice Address of a chunk: that of a contract made by CREATE with this nonce.
    function chunk(address forwarder, uint256 index) internal pure returns (address created) {
        assembly ("memory-safe") {
            // RLP: 0xd6 0x94 address nonce
            mstore(0, or(or(shl(240, 0xd694), shl(80, forwarder)), shl(72, index)))
            created := and(keccak256(0, 23), 0xffffffffffffffffffffffffffffffffffffffff)
        }
    }

    /// @notice Copies from a chunk to memory.
    /// @param source The chunk.
    /// @param to Where to.
    /// @param from Offset in the stored data.
    /// @param length How many bytes; what lies beyond the data reads as zero.
    function read(address source, uint256 to, uint256 from, uint256 length) internal view {
        assembly ("memory-safe") {
            extcodecopy(source, to, add(from, 1), length)
        }
    }
}

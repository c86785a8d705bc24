// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLS12381} from "./libraries/BLS12381.sol";
import {CodeStore} from "./libraries/CodeStore.sol";
import {Snapshot} from "./libraries/Snapshot.sol";

/// @title Checks aggregate signatures of operator sets against snapshots in code
/// @dev The address of a snapshot follows from the table, set and epoch, so a check with all members signing touches one cold
/// account and no storage. Missing members are subtracted from the aggregate key when they are the fewer, else the signers are
/// added up.
abstract contract AggregateChecker {
    /// @notice The set has no such epoch.
    error UnknownEpoch(uint32 setId, uint64 epoch);
    /// @notice The bitmap names members that the set has not.
    error BitsBeyondSet(uint256 signers, uint256 count);
    /// @notice The bitmap names nobody.
    error NoSigners();
    /// @notice The signature is not 256 bytes long.
    error BadSignatureLength(uint256 length);
    /// @notice The signature is the point at infinity.
    error InfinitySignature();
    /// @notice The keys of the signers add up to infinity.
    error InfinityAggregateKey();
    /// @notice The signature does not hold for these signers and this digest.
    error BadSignature();
    /// @notice Less than two thirds of the weight signed.
    error QuorumNotReached(uint256 signedWeight, uint256 totalWeight);

    /// @dev Checks an aggregate signature, with a quorum of two thirds of the weight.
    function _checkQuorum(
        address table,
        uint32 setId,
        uint64 epoch,
        bytes32 digest,
        uint256 signers,
        bytes calldata signature
    ) internal view returns (uint256 signedWeight, uint256 totalWeight) {
        (signedWeight, totalWeight) = _check(table, setId, epoch, digest, signers, signature);
        unchecked {
            // Weights have at most 128 bits.
            if (signedWeight * 3 < totalWeight * 2) revert QuorumNotReached(signedWeight, totalWeight);
        }
    }

    /// @dev Checks an aggregate signature and returns the weight behind it.
    function _check(
        address table,
        uint32 setId,
        uint64 epoch,
        bytes32 digest,
        uint256 signers,
        bytes calldata signature
    ) internal view returns (uint256 signedWeight, uint256 totalWeight) {
        if (signature.length != 256) revert BadSignatureLength(signature.length);
        if (signers == 0) revert NoSigners();
        uint256 key;
        (key, signedWeight, totalWeight) = _aggregate(table, setId, epoch, signers);
        if (BLS12381.isInfinityG1(key)) revert InfinityAggregateKey();
        if (!BLS12381.verify(digest, key, signature)) {
            // Infinity never passes the pairing with a key that is not infinity; only its name is found here.
            if (BLS12381.isInfinityG2(signature)) revert InfinitySignature();
            revert BadSignature();
        }
    }

    /// @dev Pointer to the sum of the signers' keys, with their weight and the total.
    function _aggregate(address table, uint32 setId, uint64 epoch, uint256 signers)
        private
        view
        returns (uint256 pair, uint256 weight, uint256 total)
    {
        address forwarder = Snapshot.forwarder(table, setId, epoch);
        address first = CodeStore.chunk(forwarder, 1);
        uint256 header;
        uint256 tail;
        assembly ("memory-safe") {
            // 256 bytes for the sum and the operand of an addition, then the header and room for unpacking
            pair := mload(0x40)
            header := add(pair, 256)
            mstore(0x40, add(header, 128))
        }
        CodeStore.read(first, header, 0, Snapshot.HEADER);
        assembly ("memory-safe") {
            tail := mload(add(header, 96))
        }
        uint256 count = uint64(tail);
        total = tail >> 128;
        if (count == 0) revert UnknownEpoch(setId, epoch);
        uint256 all = type(uint256).max >> (256 - count);
        if (signers & ~all != 0) revert BitsBeyondSet(signers, count);
        uint256 missing = all ^ signers;

        if (missing == 0) {
            BLS12381.unpackG1(header, pair);
            return (pair, total, total);
        }
        if (2 * _ones(missing) <= count) {
            BLS12381.unpackG1(header, pair);
            weight = total - _accumulate(forwarder, pair, missing, count, true);
        } else {
            assembly ("memory-safe") {
                calldatacopy(pair, calldatasize(), 128) // infinity
            }
            weight = _accumulate(forwarder, pair, signers, count, false);
        }
    }

    /// @dev Adds the keys of the members in `bits` to the sum at `pair`, negated if asked, and returns their weight.
    function _accumulate(address forwarder, uint256 pair, uint256 bits, uint256 count, bool negated)
        private
        view
        returns (uint256 weight)
    {
        uint256 first = count < Snapshot.FIRST ? count : Snapshot.FIRST;
        uint256 low = bits & (type(uint256).max >> (256 - first));
        uint256 high = bits >> Snapshot.FIRST;
        if (low != 0) {
            weight = _accumulateChunk(CodeStore.chunk(forwarder, 1), Snapshot.HEADER, pair, low, negated);
        }
        if (high != 0) {
            weight += _accumulateChunk(CodeStore.chunk(forwarder, Snapshot.REST), 0, pair, high, negated);
        }
    }

    /// @dev As _accumulate, for the members of one chunk whose records begin at `offset`.
    function _accumulateChunk(address chunk, uint256 offset, uint256 pair, uint256 bits, bool negated)
        private
        view
        returns (uint256 weight)
    {
        uint256 record;
        assembly ("memory-safe") {
            record := mload(0x40) // scratch, used before anything else is allocated
        }
        // Only what lies up to the last member in question is copied.
        uint256 length = (_log2(bits) + 1) * Snapshot.RECORD;
        CodeStore.read(chunk, record, offset, length);
        bool ok = true;
        while (bits != 0) {
            if (bits & 1 != 0) {
                if (negated) BLS12381.unpackNegatedG1(record, pair + 128);
                else BLS12381.unpackG1(record, pair + 128);
                ok = BLS12381.addG1(pair) && ok;
                assembly ("memory-safe") {
                    weight := add(weight, shr(128, mload(add(record, 96))))
                }
            }
            unchecked {
                bits >>= 1;
                record += Snapshot.RECORD;
            }
        }
        if (!ok) revert BLS12381.PrecompileFailed(0x0b);
    }

    /// @dev Number of one bits.
    function _ones(uint256 x) private pure returns (uint256) {
        unchecked {
            x -= (x >> 1) & 0x5555555555555555555555555555555555555555555555555555555555555555;
            x = (x & 0x3333333333333333333333333333333333333333333333333333333333333333)
                + ((x >> 2) & 0x3333333333333333333333333333333333333333333333333333333333333333);
            x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f;
            // 256 ones do not fit into the top byte of the product, so halves are counted apart.
            uint256 m = 0x01010101010101010101010101010101;
            return (((x >> 128) * m) >> 120 & 0xff) + (((x & type(uint128).max) * m) >> 120 & 0xff);
        }
    }

    /// @dev Position of the highest one bit; x is not zero.
    function _log2(uint256 x) private pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := sub(255, clz(x))
        }
    }
}

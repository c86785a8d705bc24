// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TridentDigests} from "../src/libraries/TridentDigests.sol";
import {BatchHeader, InclusionList, Preconfirmation, Unjail} from "../src/Types.sol";
import {BLSHarness} from "./utils/BLSHarness.sol";
import {GoldenVectors} from "./utils/GoldenVectors.sol";

/// @notice The golden vectors of what sequencing signs (avs/testdata/sequencing.json), checked by the contracts' own code. The inbox of
/// the vectors is queued in Squad.t.sol.
contract GoldenSequencingTest is GoldenVectors {
    function headerDigest(BatchHeader calldata h) external view returns (bytes32) {
        return TridentDigests.batchHeader(separator(), h);
    }

    function receiptDigest(Preconfirmation calldata p) external view returns (bytes32) {
        return TridentDigests.preconfirmation(separator(), p);
    }

    function listDigest(InclusionList calldata l) external view returns (bytes32) {
        return TridentDigests.inclusionList(separator(), l);
    }

    function unjailDigest(Unjail calldata u) external view returns (bytes32) {
        return TridentDigests.unjail(separator(), u);
    }

    function u64(string memory key) internal view returns (uint64) {
        return uint64(number(sequencing, key));
    }

    /// @dev The signature under a path is by the vectors' signer; v is 0 or 1 there.
    function signedBySigner(bytes32 digest, string memory key) internal view {
        bytes memory s = vm.parseJsonBytes(sequencing, key);
        (bytes32 r, bytes32 s_) = (bytes32(cut(s, 0, 32)), bytes32(cut(s, 32, 32)));
        assertEq(ecrecover(digest, 27 + uint8(s[64]), r, s_), vm.parseJsonAddress(sequencing, ".signer"));
    }

    function test_header() public view {
        BatchHeader memory h;
        h.rollup = word(sequencing, ".header.rollup");
        (h.epoch, h.slot) = (u64(".header.epoch"), u64(".header.slot"));
        (h.rank, h.number) = (uint32(u64(".header.rank")), u64(".header.number"));
        (h.timestamp, h.l1Number) = (u64(".header.timestamp"), u64(".header.l1Number"));
        h.inbox = u64(".header.inbox");
        h.parentHash = word(sequencing, ".header.parentHash");
        h.blockHash = word(sequencing, ".header.blockHash");
        h.bodyHash = word(sequencing, ".header.bodyHash");
        h.bodySize = uint32(u64(".header.bodySize"));
        bytes32 digest = this.headerDigest(h);
        assertEq(digest, word(sequencing, ".header.digest"));
        assertEq(TridentDigests.availabilityAck(separator(), digest), word(sequencing, ".header.ack_digest"));
        signedBySigner(digest, ".header.signature");
        h.inbox += 1;
        assertTrue(this.headerDigest(h) != digest, "the inbox counts");
    }

    function test_reveal() public {
        bytes32 digest = TridentDigests.randomReveal(separator(), u64(".reveal.round"));
        assertEq(digest, word(sequencing, ".reveal.digest"));
        BLSHarness bls = new BLSHarness();
        bytes memory key = points.decompressed(vm.parseJsonBytes(sequencing, ".reveal.public_key"));
        assertTrue(
            bls.verify(digest, key, vm.parseJsonBytes(sequencing, ".reveal.signature_eip2537")), "the reveal verifies"
        );
    }

    function test_preconfirmation() public view {
        Preconfirmation memory p;
        p.rollup = word(sequencing, ".preconfirmation.rollup");
        (p.epoch, p.slot) = (u64(".preconfirmation.epoch"), u64(".preconfirmation.slot"));
        p.rank = uint32(u64(".preconfirmation.rank"));
        p.transaction = word(sequencing, ".preconfirmation.transaction");
        p.position = uint32(u64(".preconfirmation.position"));
        p.prefixRoot = word(sequencing, ".preconfirmation.prefixRoot");
        assertEq(this.receiptDigest(p), word(sequencing, ".preconfirmation.digest"));
        signedBySigner(this.receiptDigest(p), ".preconfirmation.signature");
    }

    function test_inclusionList() public view {
        bytes memory hashes;
        for (uint256 i; vm.keyExistsJson(sequencing, at(".inclusion_list.transactions", i)); ++i) {
            hashes = bytes.concat(hashes, word(sequencing, at(".inclusion_list.transactions", i)));
        }
        assertEq(hashes.length, 96);
        InclusionList memory l = InclusionList(
            word(sequencing, ".inclusion_list.rollup"),
            u64(".inclusion_list.epoch"),
            u64(".inclusion_list.slot"),
            keccak256(hashes)
        );
        assertEq(this.listDigest(l), word(sequencing, ".inclusion_list.digest"));
        signedBySigner(this.listDigest(l), ".inclusion_list.signature");
    }

    function test_unjail() public view {
        Unjail memory u = Unjail(
            word(sequencing, ".unjail.rollup"), vm.parseJsonAddress(sequencing, ".unjail.operator"), u64(".unjail.window")
        );
        assertEq(this.unjailDigest(u), word(sequencing, ".unjail.digest"));
        signedBySigner(this.unjailDigest(u), ".unjail.signature");
    }
}

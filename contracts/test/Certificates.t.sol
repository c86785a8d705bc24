// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateChecker} from "../src/AggregateChecker.sol";
import {CertificateVerifier} from "../src/CertificateVerifier.sol";
import {Mach} from "../src/Mach.sol";
import {RestakedRollups} from "../src/RestakedRollups.sol";
import {FinalityClaim, Member} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";

contract CertificatesTest is Network {
    bytes32 internal constant DIGEST = keccak256("digest");

    function weightOf(uint256 signers) internal view returns (uint256 weight) {
        Member[] memory list = table.members(MACH_SET, 1);
        for (uint256 i; i < list.length; ++i) {
            if ((signers >> i) & 1 == 1) weight += list[i].weight;
        }
    }

    function testFuzz_anySigners(uint256 n, uint256 signers, bytes32 digest) public {
        n = bound(n, 1, 12);
        signers = bound(signers, 1, (1 << n) - 1);
        machSetOf(n);
        (uint256 signed, uint256 total) = verifier.verify(MACH_SET, 1, digest, signers, signAs(signers, digest));
        assertEq(signed, weightOf(signers));
        assertEq(total, weightOf((1 << n) - 1));
    }

    function test_fullSetAnySigners() public {
        machSetOf(256);
        for (uint256 k; k < 6; ++k) {
            uint256 signers = k == 0 ? type(uint256).max : uint256(keccak256(abi.encode(k)));
            if (k == 1) signers = 1 << 255;
            if (k == 2) signers = type(uint256).max >> 1;
            if (k == 3) signers = (1 << 200) | (1 << 199);
            if (k == 4) signers |= uint256(keccak256("more"));
            (uint256 signed,) = verifier.verify(MACH_SET, 1, DIGEST, signers, signAs(signers, DIGEST));
            assertEq(signed, weightOf(signers));
        }
    }

    function testFuzz_wrongBitmapRefused(uint256 signers, uint256 other) public {
        machSetOf(6);
        signers = bound(signers, 1, 63);
        other = bound(other, 1, 63);
        vm.assume(signers != other);
        bytes memory signature = signAs(signers, DIGEST);
        vm.expectRevert(AggregateChecker.BadSignature.selector);
        verifier.verify(MACH_SET, 1, DIGEST, other, signature);
    }

    function test_refusals() public {
        machSetOf(4);
        bytes memory good = signAs(15, DIGEST);
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.UnknownEpoch.selector, MACH_SET, 2));
        verifier.verify(MACH_SET, 2, DIGEST, 15, good);
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.UnknownEpoch.selector, 9, 1));
        verifier.verify(9, 1, DIGEST, 15, good);
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.BitsBeyondSet.selector, 31, 4));
        verifier.verify(MACH_SET, 1, DIGEST, 31, good);
        vm.expectRevert(AggregateChecker.NoSigners.selector);
        verifier.verify(MACH_SET, 1, DIGEST, 0, good);
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.BadSignatureLength.selector, 3));
        verifier.verify(MACH_SET, 1, DIGEST, 15, "abc");
        vm.expectRevert(AggregateChecker.InfinitySignature.selector);
        verifier.verify(MACH_SET, 1, DIGEST, 15, new bytes(256));
        good[100] ^= 0x01;
        vm.expectRevert(AggregateChecker.BadSignature.selector);
        verifier.verify(MACH_SET, 1, DIGEST, 15, good);
    }

    /// @dev The price of a refused signature is bounded, though a refusing precompile takes what it is given.
    function test_refusalIsCheap() public {
        machSetOf(4);
        bytes memory bad = signAs(15, DIGEST);
        bad[100] ^= 0x01;
        uint256 before = gasleft();
        try verifier.verify(MACH_SET, 1, DIGEST, 15, bad) {} catch {}
        assertTrue(before - gasleft() < 600_000, "dear refusal");
    }

    function certify(FinalityClaim memory claim, uint256 signers) internal view returns (bytes memory) {
        return signAs(signers, rollups.finalityClaimDigest(claim));
    }

    function test_quorumByWeight() public {
        join(MACH_SET, 0, 2 ether);
        join(MACH_SET, 1, 1 ether);
        table.snapshot(MACH_SET);
        uint256 heavy = indexOf[memberOrder()[0]] == 0 ? 1 : 2;
        FinalityClaim memory claim = claimOf(1);
        (uint256 signed, uint256 total) = verifier.verifyFinality(claim, heavy, certify(claim, heavy));
        assertEq(signed, 2 ether);
        assertEq(total, 3 ether);
        bytes memory signature = certify(claim, 3 ^ heavy);
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.QuorumNotReached.selector, 1 ether, 3 ether));
        verifier.verifyFinality(claim, 3 ^ heavy, signature);
        claim.rollup = "nobody";
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, claim.rollup));
        verifier.verifyFinality(claim, 3, signature);
    }

    function submit(FinalityClaim memory claim) internal {
        mach.submit(claim, 15, certify(claim, 15));
    }

    /// @dev Members of an old epoch may hold no stake any more: they cannot move the head, only fill in below it.
    function test_oldEpochCannotMoveTheHead() public {
        machSetOf(4);
        submit(claimOf(10));
        FinalityClaim memory late = claimOf(12);
        FinalityClaim memory below = claimOf(9);
        (bytes memory lateSignature, bytes memory belowSignature) = (certify(late, 15), certify(below, 15));
        join(MACH_SET, 4, 100 ether);
        vm.roll(table.nextSnapshotBlock(MACH_SET));
        table.snapshot(MACH_SET);
        FinalityClaim memory next = claimOf(11);
        assertEq(next.epoch, 2);
        mach.submit(next, 31, certify(next, 31));
        vm.expectRevert(abi.encodeWithSelector(Mach.StaleEpoch.selector, 1, 2));
        mach.submit(late, 15, lateSignature);
        mach.submit(below, 15, belowSignature);
        assertTrue(mach.isFinal(rollup, 9, below.blockHash), "below the head an old epoch still counts");
    }

    function test_headMovesForwardOnly() public {
        machSetOf(4);
        FinalityClaim memory claim = claimOf(10);
        bytes memory signature = certify(claim, 15);
        vm.expectEmit(address(mach));
        emit Mach.FinalityRecorded(rollup, 10, claim.blockHash);
        mach.submit(claim, 15, signature);
        submit(claimOf(7));
        (uint64 number, bytes32 blockHash, uint64 epoch) = mach.head(rollup);
        assertEq(number, 10);
        assertEq(blockHash, claim.blockHash);
        assertEq(epoch, 1);
        submit(claimOf(11));
        (number,,) = mach.head(rollup);
        assertEq(number, 11);
        for (uint64 i; i < 14; ++i) {
            bool want = i == 7 || i == 10 || i == 11;
            assertTrue(mach.isFinal(rollup, i, keccak256(abi.encode("block", i))) == want, "isFinal");
            assertTrue(!mach.isFinal(rollup, i, 0), "zero hash");
        }
    }

    function test_repeatedCertificateIsHarmless() public {
        machSetOf(4);
        submit(claimOf(10));
        submit(claimOf(10));
        mach.submit(claimOf(10), 1, "");
        assertEq(mach.certifiedHash(rollup, 10), claimOf(10).blockHash);
    }

    function test_blockZeroCanBeCertified() public {
        machSetOf(4);
        FinalityClaim memory claim = claimOf(1);
        (claim.number, claim.blockHash) = (0, keccak256("genesis"));
        submit(claim);
        assertTrue(mach.isFinal(rollup, 0, keccak256("genesis")), "genesis");
        submit(claimOf(1));
    }

    function test_conflictingCertificateIsRefused() public {
        machSetOf(4);
        submit(claimOf(10));
        FinalityClaim memory claim = claimOf(10);
        claim.blockHash = keccak256("another");
        bytes memory signature = certify(claim, 15);
        vm.expectRevert(
            abi.encodeWithSelector(
                Mach.ConflictingCertificate.selector, rollup, 10, claimOf(10).blockHash, claim.blockHash
            )
        );
        mach.submit(claim, 15, signature);
        claim.blockHash = 0;
        vm.expectRevert(Mach.ZeroBlockHash.selector);
        mach.submit(claim, 15, signature);
    }

    function test_oldEpochStillCertifies() public {
        machSetOf(4);
        FinalityClaim memory claim = claimOf(10);
        bytes memory signature = certify(claim, 15);
        vm.roll(105);
        stakeIn(MACH_SET, 0, 3 ether, 0);
        table.snapshot(MACH_SET);
        mach.submit(claim, 15, signature);
    }

    function test_domainFollowsAChainSplit() public {
        machSetOf(4);
        FinalityClaim memory claim = claimOf(10);
        bytes memory signature = certify(claim, 15);
        vm.chainId(block.chainid + 1);
        vm.expectRevert(AggregateChecker.BadSignature.selector);
        verifier.verifyFinality(claim, 15, signature);
        verifier.verifyFinality(claim, 15, certify(claim, 15));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateChecker} from "../src/AggregateChecker.sol";
import {CertificateChecker} from "../src/CertificateChecker.sol";
import {Mach} from "../src/Mach.sol";
import {RestakedRollups} from "../src/RestakedRollups.sol";
import {FinalityAlert, FinalityClaim, RollupParams, Submission} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";
import {Tries} from "./utils/Tries.sol";

contract MachTest is Network, Tries {
    uint256 internal constant ALL = 15;

    function setUp() public override {
        super.setUp();
        machSetOf(4);
    }

    function submission(FinalityClaim memory claim, uint256 signers) internal view returns (Submission memory) {
        return Submission(claim, signers, signAs(signers, rollups.finalityClaimDigest(claim)));
    }

    function submit(FinalityClaim memory claim) internal {
        Submission memory s = submission(claim, ALL);
        mach.submit(s.claim, s.signers, s.signature);
    }

    // Levels.

    function test_levelBelowTheTermsIsRefused() public {
        RollupParams memory params = rollupParams(43);
        params.minimumLevel = 2;
        bytes32 strict = rollups.registerRollup(params, threeSets(256));
        (uint32 set, uint8 level) = rollups.machTerms(strict);
        assertEq(set, 5);
        assertEq(level, 2);
        for (uint256 i; i < 3; ++i) join(5, i, 10 ether);
        table.snapshot(5);
        FinalityClaim memory claim = claimOf(3);
        claim.rollup = strict;
        for (uint8 l; l < 2; ++l) {
            claim.level = l;
            bytes memory refused = signIn(5, 1, 7, rollups.finalityClaimDigest(claim));
            vm.expectRevert(abi.encodeWithSelector(CertificateChecker.LevelTooLow.selector, l, 2));
            mach.submit(claim, 7, refused);
            vm.expectRevert(abi.encodeWithSelector(CertificateChecker.LevelTooLow.selector, l, 2));
            verifier.verifyFinality(claim, 7, refused);
        }
        claim.level = 2;
        mach.submit(claim, 7, signIn(5, 1, 7, rollups.finalityClaimDigest(claim)));
        // The second one finds the terms in the word of the head.
        claim.number = 4;
        claim.level = 1;
        bytes memory signature = signIn(5, 1, 7, rollups.finalityClaimDigest(claim));
        vm.expectRevert(abi.encodeWithSelector(CertificateChecker.LevelTooLow.selector, 1, 2));
        mach.submit(claim, 7, signature);
    }

    // Several certificates at once.

    function test_submitManyRecordsAll() public {
        Submission[] memory list = new Submission[](3);
        list[0] = submission(claimOf(7), ALL);
        list[1] = submission(claimOf(9), 7);
        list[2] = submission(claimOf(8), ALL);
        mach.submitMany(list);
        for (uint64 i = 7; i < 10; ++i) assertTrue(mach.isFinal(rollup, i, claimOf(i).blockHash), "recorded");
        (uint64 number,,) = mach.head(rollup);
        assertEq(number, 9);
    }

    function test_submitManyPassesOverTheRecorded() public {
        submit(claimOf(7));
        Submission[] memory list = new Submission[](2);
        list[0] = submission(claimOf(7), ALL);
        list[0].signature = "";
        list[1] = submission(claimOf(8), ALL);
        mach.submitMany(list);
        assertTrue(mach.isFinal(rollup, 8, claimOf(8).blockHash), "recorded");
    }

    function test_submitManyRevertsWhollyByName() public {
        Submission[] memory list = new Submission[](2);
        list[0] = submission(claimOf(7), ALL);
        list[1] = submission(claimOf(8), 1);
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.QuorumNotReached.selector, 100 ether + _extra(), 406 ether));
        mach.submitMany(list);
        assertTrue(!mach.isCertified(rollup, 7, claimOf(7).blockHash), "nothing stays");
    }

    /// @dev Stakes are 100, 101, .. by number; member 0 is whoever has the least address.
    function _extra() private view returns (uint256) {
        return indexOf[memberOrder()[0]] * 1 ether;
    }

    // Ancestors.

    /// @dev Headers of the blocks last, last - 1, .. with a certificate for the first of them.
    function chain(uint64 last, uint256 length) internal returns (bytes[] memory headers, bytes32[] memory hashes) {
        headers = new bytes[](length);
        hashes = new bytes32[](length + 1);
        hashes[length] = keccak256("before");
        for (uint256 i = length; i > 0; --i) {
            headers[i - 1] = header(hashes[i], keccak256(abi.encode(i)), last + 1 - uint64(i), 1_700_000_000);
            hashes[i - 1] = keccak256(headers[i - 1]);
        }
        FinalityClaim memory claim = claimOf(last);
        claim.blockHash = hashes[0];
        submit(claim);
    }

    function test_ancestorsAreFinalWithoutSignatures() public {
        (bytes[] memory headers, bytes32[] memory hashes) = chain(100, 10);
        vm.expectEmit(address(mach));
        emit Mach.AncestorsRecorded(rollup, 90, 99);
        mach.recordAncestors(rollup, 100, headers);
        for (uint64 i; i < 11; ++i) assertTrue(mach.isFinal(rollup, 100 - i, hashes[i]), "ancestor");
        assertEq(mach.certifiedHash(rollup, 89), bytes32(0));
        (uint64 number,,) = mach.head(rollup);
        assertEq(number, 100);
        // From an ancestor on, and over what is there already.
        mach.recordAncestors(rollup, 100, headers);
    }

    function test_ancestorsGoDownToTheGenesis() public {
        (bytes[] memory headers, bytes32[] memory hashes) = chain(3, 3);
        mach.recordAncestors(rollup, 3, headers);
        assertTrue(mach.isFinal(rollup, 0, hashes[3]), "genesis");
        bytes[] memory more = new bytes[](4);
        vm.expectRevert(abi.encodeWithSelector(Mach.BadHeaderCount.selector, 4, 3));
        mach.recordAncestors(rollup, 3, more);
        vm.expectRevert(abi.encodeWithSelector(Mach.BadHeaderCount.selector, 1, 0));
        mach.recordAncestors(rollup, 0, new bytes[](1));
    }

    function test_brokenAncestryIsRefused() public {
        (bytes[] memory headers, bytes32[] memory hashes) = chain(100, 4);
        vm.expectRevert(abi.encodeWithSelector(Mach.BadHeaderCount.selector, 0, 100));
        mach.recordAncestors(rollup, 100, new bytes[](0));
        vm.expectRevert(abi.encodeWithSelector(Mach.NotCertified.selector, rollup, 99));
        mach.recordAncestors(rollup, 99, headers);
        bytes memory other = header(keccak256("fork"), 0, 98, 1);
        bytes memory kept = headers[2];
        headers[2] = other;
        vm.expectRevert(abi.encodeWithSelector(Mach.BrokenLink.selector, 98, hashes[2], keccak256(other)));
        mach.recordAncestors(rollup, 100, headers);
        for (uint256 i; i < kept.length; i += 37) {
            headers[2] = bytes.concat(kept);
            headers[2][i] ^= 0x01;
            vm.expectRevert(
                abi.encodeWithSelector(Mach.BrokenLink.selector, 98, hashes[2], keccak256(headers[2]))
            );
            mach.recordAncestors(rollup, 100, headers);
        }
    }

    /// @dev The hash of another kind of rollup is that of something else.
    function test_hashOfNoHeaderIsRefused() public {
        bytes[] memory preimages = new bytes[](1);
        preimages[0] = new bytes(300);
        FinalityClaim memory claim = claimOf(100);
        claim.blockHash = keccak256(preimages[0]);
        submit(claim);
        vm.expectRevert(abi.encodeWithSelector(Mach.NotAHeader.selector, 100));
        mach.recordAncestors(rollup, 100, preimages);
    }

    function test_ancestorAgainstACertificateIsRefused() public {
        submit(claimOf(98)); // of another chain
        (bytes[] memory headers, bytes32[] memory hashes) = chain(100, 4);
        vm.expectRevert(
            abi.encodeWithSelector(
                Mach.ConflictingCertificate.selector, rollup, 98, claimOf(98).blockHash, hashes[2]
            )
        );
        mach.recordAncestors(rollup, 100, headers);
    }

    // The circuit breaker.

    function alertOf(uint64 sequence) internal view returns (FinalityAlert memory) {
        return FinalityAlert(rollup, table.currentEpoch(MACH_SET), sequence, sequence % 2 == 1);
    }

    function raise(FinalityAlert memory alert, uint256 signers) internal {
        mach.alert(alert, signers, signedAlert(alert, signers));
    }

    function signedAlert(FinalityAlert memory alert, uint256 signers) internal view returns (bytes memory) {
        return signIn(MACH_SET, alert.epoch, signers, rollups.finalityAlertDigest(alert));
    }

    function refuse(FinalityAlert memory alert, uint256 signers, bytes memory why) internal {
        bytes memory signature = signedAlert(alert, signers);
        vm.expectRevert(why);
        mach.alert(alert, signers, signature);
    }

    function test_quorumPausesAndResumes() public {
        submit(claimOf(10));
        bytes32 hash = claimOf(10).blockHash;
        vm.expectEmit(address(mach));
        emit Mach.FinalityPaused(rollup, 1, 1);
        raise(alertOf(1), ALL);
        assertTrue(mach.isPaused(rollup) && !mach.isFinal(rollup, 10, hash), "paused");
        assertTrue(mach.isCertified(rollup, 10, hash), "still certified");
        submit(claimOf(11)); // certificates go on
        assertTrue(!mach.isFinal(rollup, 11, claimOf(11).blockHash), "and are not final");
        vm.expectEmit(address(mach));
        emit Mach.FinalityResumed(rollup, 2, 1);
        raise(alertOf(2), ALL);
        assertTrue(!mach.isPaused(rollup) && mach.isFinal(rollup, 10, hash), "resumed");
        assertTrue(mach.isFinal(rollup, 11, claimOf(11).blockHash), "those of the pause too");
        assertEq(mach.alertSequence(rollup), 2);
        (uint64 number,, uint64 epoch) = mach.head(rollup);
        assertEq(number, 11);
        assertEq(epoch, 1);
    }

    function test_pauseBeforeTheFirstCertificate() public {
        raise(alertOf(1), ALL);
        (uint64 number, bytes32 blockHash, uint64 epoch) = mach.head(rollup);
        assertEq(uint256(blockHash) | number | epoch, 0);
        FinalityClaim memory claim = claimOf(1);
        (claim.number, claim.blockHash) = (0, keccak256("genesis"));
        submit(claim);
        (, blockHash, epoch) = mach.head(rollup);
        assertEq(blockHash, keccak256("genesis"));
        assertEq(epoch, 1);
        assertTrue(!mach.isFinal(rollup, 0, blockHash), "paused");
        raise(alertOf(2), ALL);
        assertTrue(mach.isFinal(rollup, 0, blockHash), "resumed");
    }

    function test_pauseOfOneRollupLeavesTheOthers() public {
        bytes32 other = rollups.registerRollup(rollupParams(43), threeSets(256));
        raise(alertOf(1), ALL);
        assertTrue(mach.isPaused(rollup) && !mach.isPaused(other), "others go on");
    }

    function test_alertsOutOfTurnAreRefused() public {
        refuse(alertOf(0), ALL, abi.encodeWithSelector(Mach.StaleSequence.selector, 0, 0));
        refuse(alertOf(2), ALL, abi.encodeWithSelector(Mach.NoChangeOfState.selector, rollup, false));
        FinalityAlert memory alert = alertOf(1);
        alert.paused = false;
        refuse(alert, ALL, abi.encodeWithSelector(Mach.WrongSequence.selector, 1, false));
        raise(alertOf(1), ALL);
        refuse(alertOf(1), ALL, abi.encodeWithSelector(Mach.StaleSequence.selector, 1, 1));
        refuse(alertOf(3), ALL, abi.encodeWithSelector(Mach.NoChangeOfState.selector, rollup, true));
        alert = alertOf(2);
        alert.paused = true;
        refuse(alert, ALL, abi.encodeWithSelector(Mach.WrongSequence.selector, 2, true));
    }

    function test_alertsMayBeLeftOut() public {
        raise(alertOf(5), ALL);
        assertTrue(mach.isPaused(rollup), "a pause that nobody posted does not stand in the way of a later one");
        assertEq(mach.alertSequence(rollup), 5);
        refuse(alertOf(4), ALL, abi.encodeWithSelector(Mach.StaleSequence.selector, 4, 5));
        raise(alertOf(8), ALL);
        assertTrue(!mach.isPaused(rollup), "nor does its end");
        assertEq(mach.alertSequence(rollup), 8);
    }

    function test_alertOfUnknownRollupIsRefused() public {
        FinalityAlert memory alert = alertOf(1);
        alert.rollup = "nobody";
        refuse(alert, ALL, abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("nobody")));
    }

    function test_alertWithoutQuorumIsRefused() public {
        uint256 weight = 100 ether + _extra();
        refuse(alertOf(1), 1, abi.encodeWithSelector(AggregateChecker.QuorumNotReached.selector, weight, 406 ether));
        refuse(alertOf(1), 31, abi.encodeWithSelector(AggregateChecker.BitsBeyondSet.selector, 31, 4));
        FinalityAlert memory alert = alertOf(1);
        bytes memory signature = signedAlert(alert, 7);
        vm.expectRevert(AggregateChecker.BadSignature.selector);
        mach.alert(alert, ALL, signature);
        vm.expectRevert(AggregateChecker.NoSigners.selector);
        mach.alert(alert, 0, signature);
    }

    /// @dev A new epoch of the MACH set.
    function nextEpoch(uint256 stake) internal {
        stakeIn(MACH_SET, 0, stake, 0);
        vm.roll(table.nextSnapshotBlock(MACH_SET));
        table.snapshot(MACH_SET);
    }

    function test_alertOfAnOldEpochIsRefused() public {
        FinalityAlert memory first = alertOf(1);
        nextEpoch(7 ether);
        FinalityAlert memory future = alertOf(1);
        future.epoch = 3;
        bytes memory signature = signIn(MACH_SET, 2, ALL, rollups.finalityAlertDigest(future));
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.UnknownEpoch.selector, MACH_SET, 3));
        mach.alert(future, ALL, signature);
        raise(first, ALL); // one behind the newest
        nextEpoch(8 ether);
        FinalityAlert memory second = alertOf(2);
        second.epoch = 1;
        refuse(second, ALL, abi.encodeWithSelector(Mach.StaleAlertEpoch.selector, 1, 2));
        second.epoch = 2;
        raise(second, ALL);
        submit(claimOf(5)); // the head is of epoch 3
        FinalityAlert memory third = alertOf(3);
        third.epoch = 2;
        refuse(third, ALL, abi.encodeWithSelector(Mach.StaleAlertEpoch.selector, 2, 3));
        raise(alertOf(3), ALL);
        assertTrue(mach.isPaused(rollup), "paused by the newest epoch");
    }
}

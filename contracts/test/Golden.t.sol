// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateChecker} from "../src/AggregateChecker.sol";
import {CertificateChecker} from "../src/CertificateChecker.sol";
import {CertificateVerifier} from "../src/CertificateVerifier.sol";
import {Mach} from "../src/Mach.sol";
import {RemoteStakeTable} from "../src/RemoteStakeTable.sol";
import {TridentDigests} from "../src/libraries/TridentDigests.sol";
import {FinalityAlert, FinalityClaim, HandedSet, L1View} from "../src/Types.sol";
import {BLSHarness} from "./utils/BLSHarness.sol";
import {GoldenVectors} from "./utils/GoldenVectors.sol";

/// @notice The golden vectors of Go (avs/testdata), checked by the contracts' own code: each is accepted, and with any field
/// changed refused by name.
contract GoldenTest is GoldenVectors {
    uint32 internal constant MACH_SET = 2;

    function claimDigest(bytes32 domain, FinalityClaim calldata claim) external pure returns (bytes32) {
        return TridentDigests.finalityClaim(domain, claim);
    }

    function alertDigest(bytes32 domain, FinalityAlert calldata alert) external pure returns (bytes32) {
        return TridentDigests.finalityAlert(domain, alert);
    }

    function viewDigest(bytes32 domain, L1View calldata view_) external pure returns (bytes32) {
        return TridentDigests.l1View(domain, view_);
    }

    // One claim.

    function test_domain() public view {
        assertEq(separator(), word(claims, ".domain.separator"));
    }

    function test_claim() public view {
        FinalityClaim memory claim = goldenClaim();
        assertEq(this.claimDigest(separator(), claim), word(claims, ".digest"));
        claim.number += 1;
        assertTrue(this.claimDigest(separator(), claim) != word(claims, ".digest"), "another number has another digest");
    }

    function test_signature() public {
        BLSHarness bls = new BLSHarness();
        bytes memory key = vm.parseJsonBytes(claims, ".eip2537.public_key");
        bytes memory signature = vm.parseJsonBytes(claims, ".eip2537.signature");
        assertEq(key, points.decompressed(vm.parseJsonBytes(claims, ".public_key")));
        assertTrue(bls.verify(word(claims, ".digest"), key, signature), "the golden signature verifies");
        assertTrue(!bls.verify(keccak256("another"), key, signature), "and only for its digest");
    }

    // Certificates.

    /// @dev Contracts that know the MACH set of a certificate, and that the rollup wants level 1.
    function machWith(HandedSet memory set) internal returns (CertificateVerifier verifier, Mach mach) {
        HandedSet[] memory trusted = new HandedSet[](2);
        (trusted[0], trusted[1]) = (setAt(handOffs, ".trusted[0]"), set);
        RemoteStakeTable table = tableOf(goldenClaim().rollup, 1, setsHash(trusted));
        table.bootstrap(trusted);
        return (new CertificateVerifier(address(table), address(table)), new Mach(address(table), address(table)));
    }

    function test_certificates() public {
        for (uint256 i; vm.keyExistsJson(certificates, at("$", i)); ++i) {
            string memory key = at("$", i);
            FinalityClaim memory claim = goldenClaim();
            assertEq(this.claimDigest(separator(), claim), word(certificates, string.concat(key, ".digest")));
            HandedSet memory set = certificateSet(key);
            (CertificateVerifier verifier, Mach mach) = machWith(set);
            uint256 signers = number(certificates, string.concat(key, ".signers_uint256"));
            bytes memory signature = vm.parseJsonBytes(certificates, string.concat(key, ".signature_eip2537"));
            verifier.verifyFinality(claim, signers, signature);
            mach.submit(claim, signers, signature);
            assertTrue(mach.isFinal(claim.rollup, claim.number, claim.blockHash), "final");
        }
    }

    function refuseCertificate(
        CertificateVerifier verifier,
        FinalityClaim memory claim,
        uint256 signers,
        bytes memory signature,
        bytes memory why
    ) internal {
        vm.expectRevert(why);
        verifier.verifyFinality(claim, signers, signature);
    }

    function test_everyFieldOfACertificateCounts() public {
        (CertificateVerifier v,) = machWith(certificateSet("$[1]"));
        bytes memory s = vm.parseJsonBytes(certificates, "$[1].signature_eip2537");
        bytes memory bad = abi.encodeWithSelector(AggregateChecker.BadSignature.selector);
        FinalityClaim memory c = goldenClaim();
        v.verifyFinality(c, 15, s);
        c.rollup ^= bytes32(uint256(1));
        refuseCertificate(v, c, 15, s, abi.encodeWithSelector(RemoteStakeTable.UnknownRollup.selector, c.rollup));
        c = goldenClaim();
        for (uint64 e = 2; e < 5; e += 2) {
            c.epoch = e;
            refuseCertificate(v, c, 15, s, abi.encodeWithSelector(AggregateChecker.UnknownEpoch.selector, MACH_SET, e));
        }
        c = goldenClaim();
        c.number ^= 1;
        refuseCertificate(v, c, 15, s, bad);
        c = goldenClaim();
        c.blockHash ^= bytes32(uint256(1));
        refuseCertificate(v, c, 15, s, bad);
        c = goldenClaim();
        c.parentHash ^= bytes32(uint256(1));
        refuseCertificate(v, c, 15, s, bad);
        c = goldenClaim();
        c.stateRoot ^= bytes32(uint256(1));
        refuseCertificate(v, c, 15, s, bad);
        c = goldenClaim();
        c.outputRoot ^= bytes32(uint256(1));
        refuseCertificate(v, c, 15, s, bad);
        c = goldenClaim();
        c.level = 2;
        refuseCertificate(v, c, 15, s, bad);
        c.level = 0;
        refuseCertificate(v, c, 15, s, abi.encodeWithSelector(CertificateChecker.LevelTooLow.selector, 0, 1));
        c = goldenClaim();
        for (uint256 i; i < 4; ++i) refuseCertificate(v, c, 15 ^ (1 << i), s, bad);
        refuseCertificate(v, c, 31, s, abi.encodeWithSelector(AggregateChecker.BitsBeyondSet.selector, 31, 4));
        refuseCertificate(v, c, 0, s, abi.encodeWithSelector(AggregateChecker.NoSigners.selector));
        refuseCertificate(v, c, 15, new bytes(256), abi.encodeWithSelector(AggregateChecker.InfinitySignature.selector));
        refuseCertificate(v, c, 15, cut(s, 0, 255), abi.encodeWithSelector(AggregateChecker.BadSignatureLength.selector, 255));
        for (uint256 i; i < 256; i += 15) {
            s[i] ^= 0x01;
            refuseCertificate(v, c, 15, s, bad);
            s[i] ^= 0x01;
        }
    }

    // Alerts.

    function goldenAlert() internal view returns (FinalityAlert memory) {
        return FinalityAlert({
            rollup: word(alerts, ".alert.rollup"),
            epoch: uint64(number(alerts, ".alert.epoch")),
            sequence: uint64(number(alerts, ".alert.sequence")),
            paused: vm.parseJsonBool(alerts, ".alert.paused")
        });
    }

    /// @dev Mach with the alert's set, and with as many alerts as came before it.
    function alertedMach() internal returns (Mach mach) {
        (, mach) = machWith(goldenSet(alerts, ".set", MACH_SET, 3));
        FinalityAlert memory alert = goldenAlert();
        bytes32 slot = keccak256(abi.encode(alert.rollup, uint256(0)));
        vm.store(address(mach), slot, bytes32((uint256(alert.sequence - 1) << 40) | (1 << 32) | MACH_SET));
        assertEq(mach.alertSequence(alert.rollup), alert.sequence - 1);
    }

    function test_alert() public {
        FinalityAlert memory alert = goldenAlert();
        assertEq(this.alertDigest(separator(), alert), word(alerts, ".digest"));
        assertEq(setHash(goldenSet(alerts, ".set", MACH_SET, 3)), word(alerts, ".set_hash"));
        Mach mach = alertedMach();
        mach.alert(alert, number(alerts, ".signers_uint256"), vm.parseJsonBytes(alerts, ".signature_eip2537"));
        assertTrue(mach.isPaused(alert.rollup), "paused");
    }

    function refuseAlert(Mach mach, FinalityAlert memory alert, uint256 signers, bytes memory s, bytes memory why) internal {
        vm.expectRevert(why);
        mach.alert(alert, signers, s);
    }

    function test_everyFieldOfAnAlertCounts() public {
        Mach mach = alertedMach();
        bytes memory s = vm.parseJsonBytes(alerts, ".signature_eip2537");
        uint256 signers = number(alerts, ".signers_uint256");
        bytes memory bad = abi.encodeWithSelector(AggregateChecker.BadSignature.selector);
        FinalityAlert memory a = goldenAlert();
        a.rollup ^= bytes32(uint256(1));
        refuseAlert(mach, a, signers, s, abi.encodeWithSelector(RemoteStakeTable.UnknownRollup.selector, a.rollup));
        a = goldenAlert();
        a.epoch = 4;
        refuseAlert(mach, a, signers, s, abi.encodeWithSelector(AggregateChecker.UnknownEpoch.selector, MACH_SET, 4));
        a.epoch = 1;
        refuseAlert(mach, a, signers, s, abi.encodeWithSelector(Mach.StaleAlertEpoch.selector, 1, 2));
        a = goldenAlert();
        a.sequence = 7;
        refuseAlert(mach, a, signers, s, bad);
        a.sequence = 4;
        refuseAlert(mach, a, signers, s, abi.encodeWithSelector(Mach.StaleSequence.selector, 4, 4));
        a = goldenAlert();
        a.paused = false;
        refuseAlert(mach, a, signers, s, abi.encodeWithSelector(Mach.WrongSequence.selector, 5, false));
        a = goldenAlert();
        for (uint256 i; i < 4; ++i) refuseAlert(mach, a, signers ^ (1 << i), s, bad);
        refuseAlert(mach, a, signers | 16, s, abi.encodeWithSelector(AggregateChecker.BitsBeyondSet.selector, signers | 16, 4));
        refuseAlert(mach, a, 0, s, abi.encodeWithSelector(AggregateChecker.NoSigners.selector));
        refuseAlert(mach, a, signers, new bytes(256), abi.encodeWithSelector(AggregateChecker.InfinitySignature.selector));
        for (uint256 i; i < 256; i += 15) {
            s[i] ^= 0x01;
            refuseAlert(mach, a, signers, s, bad);
            s[i] ^= 0x01;
        }
    }
}

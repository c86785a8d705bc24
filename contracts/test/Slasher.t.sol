// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Slasher} from "../src/Slasher.sol";
import {FinalityClaim} from "../src/Types.sol";
import {DeregisterParams, OperatorSet} from "../src/interfaces/IEigenLayer.sol";
import {AllocationManagerHarness} from "./utils/AllocationManagerHarness.sol";
import {Network} from "./utils/Network.sol";

contract SlasherTest is Network {
    address internal culprit;

    function setUp() public override {
        super.setUp();
        join(MACH_SET, 1, 10 ether);
        culprit = operatorAddress(1);
    }

    function signed(uint256 i, FinalityClaim memory claim) internal view returns (bytes memory) {
        return sign(secretOf(i), rollups.finalityClaimDigest(claim));
    }

    function stakeOf(address operator) internal view returns (uint256) {
        address[] memory operators = new address[](1);
        operators[0] = operator;
        address[] memory strategies = new address[](1);
        strategies[0] = LST;
        return manager.getMinimumSlashableStake(
            OperatorSet(address(rollups), MACH_SET), operators, strategies, uint32(block.number)
        )[0][0];
    }

    /// @dev Changes one of the four fields that make a conflict.
    function altered(FinalityClaim memory claim, uint256 field) internal pure returns (FinalityClaim memory other) {
        other = FinalityClaim(
            claim.rollup,
            claim.epoch + 1,
            claim.number,
            claim.blockHash,
            claim.parentHash,
            claim.stateRoot,
            claim.outputRoot,
            claim.level + 1
        );
        if (field == 0) other.blockHash = keccak256("a");
        if (field == 1) other.parentHash = keccak256("b");
        if (field == 2) other.stateRoot = keccak256("c");
        if (field == 3) other.outputRoot = keccak256("d");
    }

    function test_eachFieldMakesAConflict() public {
        for (uint64 field; field < 4; ++field) {
            uint256 stake = stakeOf(culprit);
            FinalityClaim memory a = claimOf(10 + field);
            FinalityClaim memory b = altered(a, field);
            slasher.slashConflictingClaims(culprit, a, signed(1, a), b, signed(1, b));
            assertEq(stakeOf(culprit), stake - stake / 10);
        }
    }

    function test_punishedOnceWhateverTheEvidence() public {
        FinalityClaim memory a = claimOf(10);
        FinalityClaim memory b = altered(a, 0);
        FinalityClaim memory c = altered(a, 2);
        bytes memory sa = signed(1, a);
        bytes memory sb = signed(1, b);
        bytes memory sc = signed(1, c);
        vm.expectEmit(address(slasher));
        emit Slasher.FaultPunished(
            culprit, rollup, Slasher.Kind.ConflictingClaims, 10, MACH_SET, 0.1e18, 1, address(this)
        );
        slasher.slashConflictingClaims(culprit, a, sa, b, sb);
        assertTrue(slasher.isPunished(culprit, Slasher.Kind.ConflictingClaims, rollup, 10), "punished");
        bytes memory why = abi.encodeWithSelector(
            Slasher.AlreadyPunished.selector, culprit, Slasher.Kind.ConflictingClaims, rollup, 10
        );
        vm.expectRevert(why);
        slasher.slashConflictingClaims(culprit, b, sb, a, sa);
        vm.expectRevert(why);
        slasher.slashConflictingClaims(culprit, a, sa, c, sc);
    }

    function test_agreementIsNoFault() public {
        FinalityClaim memory a = claimOf(10);
        FinalityClaim memory same = altered(a, 9);
        bytes memory sa = signed(1, a);
        bytes memory other = signed(1, same);
        vm.expectRevert(Slasher.NoConflict.selector);
        slasher.slashConflictingClaims(culprit, a, sa, a, sa);
        vm.expectRevert(Slasher.NoConflict.selector);
        slasher.slashConflictingClaims(culprit, a, sa, same, other);
        FinalityClaim memory next = claimOf(11);
        other = signed(1, next);
        vm.expectRevert(Slasher.NoConflict.selector);
        slasher.slashConflictingClaims(culprit, a, sa, next, other);
    }

    function test_othersSignaturesDoNotHit() public {
        join(MACH_SET, 2, 10 ether);
        FinalityClaim memory a = claimOf(10);
        FinalityClaim memory b = altered(a, 0);
        bytes memory sa = signed(1, a);
        bytes memory sb = signed(2, b);
        vm.expectRevert(abi.encodeWithSelector(Slasher.BadEvidenceSignature.selector, 1));
        slasher.slashConflictingClaims(culprit, a, sa, b, sb);
        vm.expectRevert(abi.encodeWithSelector(Slasher.BadEvidenceSignature.selector, 0));
        slasher.slashConflictingClaims(culprit, b, sb, a, sa);
        vm.expectRevert(abi.encodeWithSelector(Slasher.BadEvidenceSignature.selector, 1));
        slasher.slashConflictingClaims(culprit, a, sa, b, new bytes(256));
        vm.expectRevert(abi.encodeWithSelector(Slasher.UnknownOperator.selector, address(7)));
        slasher.slashConflictingClaims(address(7), a, sa, b, sb);
    }

    /// @dev An honest operator signed one claim; whatever is made of it, nothing is accepted.
    function testFuzz_honestIsNeverHit(uint256 bit, uint256 field, bytes32 value, bool swap) public {
        FinalityClaim memory a = claimOf(10);
        bytes memory sa = signed(1, a);
        FinalityClaim memory b = altered(a, field % 5);
        if (field % 7 == 0) b.stateRoot = value;
        bytes memory sb = signed(1, a);
        bit = bound(bit, 0, 4096);
        if (bit < 2048) sb[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        bool hit;
        if (swap) {
            try slasher.slashConflictingClaims(culprit, b, sb, a, sa) {
                hit = true;
            } catch {}
        } else {
            try slasher.slashConflictingClaims(culprit, a, sa, b, sb) {
                hit = true;
            } catch {}
        }
        assertTrue(!hit && stakeOf(culprit) == 10 ether, "honest operator slashed");
    }

    function depart() internal {
        uint32[] memory ids = new uint32[](1);
        ids[0] = MACH_SET;
        vm.prank(culprit);
        manager.deregisterFromOperatorSets(DeregisterParams(culprit, address(rollups), ids));
    }

    function test_leavingFirstDoesNotHelp() public {
        FinalityClaim memory a = claimOf(10);
        FinalityClaim memory b = altered(a, 0);
        depart();
        slasher.slashConflictingClaims(culprit, a, signed(1, a), b, signed(1, b));
        assertEq(stakeOf(culprit), 9 ether);
    }

    /// @dev A slash that EigenLayer refuses is not counted as a punishment.
    function test_refusedSlashLeavesNoMark() public {
        FinalityClaim memory a = claimOf(10);
        FinalityClaim memory b = altered(a, 0);
        bytes memory sa = signed(1, a);
        bytes memory sb = signed(1, b);
        depart();
        vm.roll(block.number + 11);
        vm.expectRevert(AllocationManagerHarness.OperatorNotSlashable.selector);
        slasher.slashConflictingClaims(culprit, a, sa, b, sb);
        assertTrue(!slasher.isPunished(culprit, Slasher.Kind.ConflictingClaims, rollup, 10), "marked");
    }
}

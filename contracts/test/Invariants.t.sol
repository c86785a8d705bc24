// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FinalityClaim, Member} from "../src/Types.sol";
import {OperatorSet} from "../src/interfaces/IEigenLayer.sol";
import {Network} from "./utils/Network.sol";

/// @notice Random lives of a small network. The actions are chosen by forge; what has been done is written down here and compared
/// with what the contracts say.
contract InvariantsTest is Network {
    uint256 internal constant OPERATORS = 4;

    uint64 internal highest;
    uint64[] internal recorded;
    mapping(uint64 number => bytes32) internal recordedHash;
    mapping(uint256 operator => uint256) internal faults;
    mapping(bytes32 fault => bool) internal punished;
    mapping(uint64 epoch => bytes32) internal epochs;

    function setUp() public override {
        super.setUp();
        machSetOf(OPERATORS);
        epochs[1] = keccak256(abi.encode(table.members(MACH_SET, 1)));
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev Read by forge: the actions.
    function targetSelectors() public view returns (FuzzSelector[] memory list) {
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(this), new bytes4[](3));
        list[0].selectors[0] = this.certify.selector;
        list[0].selectors[1] = this.equivocate.selector;
        list[0].selectors[2] = this.snapshot.selector;
    }

    function targetContracts() public view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(this);
    }

    /// @dev A certificate of whoever; recorded exactly when it has quorum and does not contradict.
    function certify(uint8 number_, uint8 fork, uint8 signers_) external {
        uint64 number = 1 + number_ % 6;
        uint256 signers = bound(signers_, 1, (1 << OPERATORS) - 1);
        FinalityClaim memory claim = claimOf(number);
        if (fork % 5 == 0) claim.blockHash = keccak256("fork");
        bytes memory signature = signAs(signers, rollups.finalityClaimDigest(claim));
        uint256 weight;
        uint256 total;
        Member[] memory list = table.members(MACH_SET, claim.epoch);
        for (uint256 i; i < list.length; ++i) {
            total += list[i].weight;
            if ((signers >> i) & 1 == 1) weight += list[i].weight;
        }
        bytes32 before = recordedHash[number];
        bool may = before == claim.blockHash || (before == 0 && 3 * weight >= 2 * total);
        try mach.submit(claim, signers, signature) {
            assertTrue(may, "recorded without right");
            if (before == 0) recorded.push(number);
            recordedHash[number] = claim.blockHash;
            if (number > highest) highest = number;
        } catch {
            assertTrue(!may, "refused without reason");
        }
    }

    /// @dev An operator signs two claims; punished exactly when they conflict for the first time.
    function equivocate(uint8 operator_, uint8 number_, bool conflicting) external {
        uint256 operator = operator_ % OPERATORS;
        FinalityClaim memory a = claimOf(1 + number_ % 4);
        FinalityClaim memory b = claimOf(1 + number_ % 4);
        if (conflicting) b.stateRoot = keccak256("other");
        bytes32 fault = keccak256(abi.encode(operator, a.number));
        bool may = conflicting && !punished[fault];
        bytes memory sa = sign(secretOf(operator), rollups.finalityClaimDigest(a));
        bytes memory sb = sign(secretOf(operator), rollups.finalityClaimDigest(b));
        try slasher.slashConflictingClaims(operatorAddress(operator), a, sa, b, sb) {
            assertTrue(may, "slashed without right");
            punished[fault] = true;
            faults[operator]++;
        } catch {
            assertTrue(!may, "not slashed");
        }
    }

    /// @dev Time passes, and somebody takes the snapshot.
    function snapshot(uint8 blocks) external {
        vm.roll(block.number + blocks % 8);
        uint64 before = table.currentEpoch(MACH_SET);
        try table.snapshot(MACH_SET) returns (uint64 epoch) {
            assertTrue(epoch == before || epoch == before + 1, "epoch jumped");
            if (epoch != before) epochs[epoch] = keccak256(abi.encode(table.members(MACH_SET, epoch)));
        } catch {}
    }

    function invariant_headIsTheHighestRecorded() public view {
        (uint64 number, bytes32 blockHash,) = mach.head(rollup);
        assertEq(number, highest);
        assertEq(blockHash, recordedHash[highest]);
        for (uint256 i; i < recorded.length; ++i) {
            assertTrue(mach.isFinal(rollup, recorded[i], recordedHash[recorded[i]]), "lost a certified block");
        }
    }

    function invariant_eachFaultCostsOnce() public view {
        uint256 slashes;
        address[] memory operators = new address[](1);
        address[] memory strategies = new address[](1);
        strategies[0] = LST;
        for (uint256 i; i < OPERATORS; ++i) {
            uint256 want = (100 + i) * 1 ether;
            for (uint256 k; k < faults[i]; ++k) want -= want * 0.1e18 / 1e18;
            operators[0] = operatorAddress(i);
            assertEq(manager.getMinimumSlashableStake(set(), operators, strategies, uint32(block.number))[0][0], want);
            slashes += faults[i];
        }
        assertEq(manager.getSlashCount(set()), slashes);
    }

    function invariant_epochsNeverChange() public view {
        for (uint64 e = 1; e <= table.currentEpoch(MACH_SET); ++e) {
            assertEq(keccak256(abi.encode(table.members(MACH_SET, e))), epochs[e]);
        }
    }

    function set() private view returns (OperatorSet memory) {
        return OperatorSet(address(rollups), MACH_SET);
    }
}

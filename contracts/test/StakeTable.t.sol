// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StakeTable} from "../src/StakeTable.sol";
import {EpochInfo, Member} from "../src/Types.sol";
import {DeregisterParams, OperatorSet} from "../src/interfaces/IEigenLayer.sol";
import {AddressSort} from "../src/libraries/AddressSort.sol";
import {StakeWeight} from "../src/libraries/StakeWeight.sol";
import {Network} from "./utils/Network.sol";

contract StakeTableTest is Network {
    function test_membersAreSortedWithKeysAndWeights() public {
        machSetOf(5);
        Member[] memory list = table.members(MACH_SET, 1);
        assertEq(list.length, 5);
        uint256 total;
        uint256 sum;
        for (uint256 i; i < 5; ++i) {
            if (i > 0) assertTrue(list[i].operator > list[i - 1].operator, "ascending");
            uint256 k = indexOf[list[i].operator];
            assertEq(list[i].blsKey, publicKey(secretOf(k)));
            assertEq(list[i].weight, (100 + k) * 1 ether);
            total += list[i].weight;
            sum = addmod(sum, secretOf(k), R);
        }
        EpochInfo memory info = table.epochInfo(MACH_SET, 1);
        assertEq(info.count, 5);
        assertEq(info.totalWeight, total);
        assertEq(info.blockNumber, block.number);
        assertEq(info.aggregateKey, publicKey(sum));
    }

    function test_fullSetOf256() public {
        machSetOf(256);
        Member[] memory list = table.members(MACH_SET, 1);
        assertEq(list.length, 256);
        for (uint256 i = 195; i < 256; i += 5) {
            assertEq(list[i].blsKey, publicKey(secretOf(indexOf[list[i].operator])));
            assertEq(list[i].weight, (100 + indexOf[list[i].operator]) * 1 ether);
        }
    }

    function test_boundaryOfChunks() public {
        for (uint256 n = 199; n <= 201; ++n) {
            while (manager.getMemberCount(_machSet()) < n) join(MACH_SET, manager.getMemberCount(_machSet()), 5 ether);
            vm.roll(100 + (n - 198) * EPOCH_BLOCKS);
            uint64 epoch = table.snapshot(MACH_SET);
            assertEq(table.members(MACH_SET, epoch)[n - 1].blsKey, publicKey(secretOf(_last(n, epoch))));
        }
    }

    function _last(uint256 n, uint64 epoch) private view returns (uint256) {
        return indexOf[table.members(MACH_SET, epoch)[n - 1].operator];
    }

    function test_notDueIsRefused() public {
        machSetOf(2);
        vm.expectRevert(abi.encodeWithSelector(StakeTable.NotDue.selector, MACH_SET, 105));
        table.snapshot(MACH_SET);
        vm.roll(104);
        vm.expectRevert(abi.encodeWithSelector(StakeTable.NotDue.selector, MACH_SET, 105));
        table.snapshot(MACH_SET);
        vm.roll(105);
        assertEq(table.snapshot(MACH_SET), 1);
    }

    function test_unchangedSetProlongsTheEpoch() public {
        machSetOf(3);
        vm.roll(105);
        vm.expectEmit(address(table));
        emit StakeTable.EpochProlonged(MACH_SET, 1);
        assertEq(table.snapshot(MACH_SET), 1);
        assertEq(table.nextSnapshotBlock(MACH_SET), 110);
        assertEq(table.epochInfo(MACH_SET, 1).blockNumber, 100);
    }

    function test_changesMakeANewEpoch() public {
        machSetOf(3);
        vm.roll(105);
        stakeIn(MACH_SET, 1, 7 ether, 0);
        assertEq(table.snapshot(MACH_SET), 2);
        assertEq(table.epochInfo(MACH_SET, 2).totalWeight, 100 ether + 7 ether + 102 ether);
        assertEq(table.epochInfo(MACH_SET, 1).totalWeight, 303 ether);
        vm.roll(110);
        uint32[] memory ids = new uint32[](1);
        ids[0] = MACH_SET;
        vm.prank(operatorAddress(0));
        manager.deregisterFromOperatorSets(DeregisterParams(operatorAddress(0), address(rollups), ids));
        assertEq(table.snapshot(MACH_SET), 3);
        assertEq(table.members(MACH_SET, 3).length, 2);
        assertEq(table.members(MACH_SET, 1).length, 3);
    }

    function test_weightlessAreLeftOut() public {
        machSetOf(3);
        stakeIn(MACH_SET, 1, 0, 0);
        vm.roll(105);
        table.snapshot(MACH_SET);
        assertEq(table.members(MACH_SET, 2).length, 2);
        stakeIn(MACH_SET, 0, 0, 0);
        stakeIn(MACH_SET, 2, 0, 1);
        vm.roll(110);
        vm.expectRevert(abi.encodeWithSelector(StakeTable.EmptySet.selector, MACH_SET));
        table.snapshot(MACH_SET);
    }

    function test_leavingStakeDoesNotCount() public {
        machSetOf(2);
        manager.setStake(address(rollups), MACH_SET, operatorAddress(0), LST, 100 ether, 60 ether);
        vm.roll(105);
        table.snapshot(MACH_SET);
        assertEq(table.epochInfo(MACH_SET, 2).totalWeight, 141 ether);
    }

    function test_epochLengthIsBounded() public {
        vm.expectRevert(abi.encodeWithSelector(StakeTable.BadEpochBlocks.selector, 0));
        new StakeTable(address(manager), address(rollups), address(registrar), 0);
        vm.expectRevert(abi.encodeWithSelector(StakeTable.BadEpochBlocks.selector, 100_801));
        new StakeTable(address(manager), address(rollups), address(registrar), 100_801);
    }

    function test_emptySetAndUnknownEpoch() public {
        vm.expectRevert(abi.encodeWithSelector(StakeTable.EmptySet.selector, 0));
        table.snapshot(0);
        vm.expectRevert(abi.encodeWithSelector(StakeTable.UnknownEpoch.selector, 0, 1));
        table.epochInfo(0, 1);
        vm.expectRevert(abi.encodeWithSelector(StakeTable.UnknownEpoch.selector, 0, 0));
        table.members(0, 0);
    }

    function test_weightIsCapped() public {
        join(MACH_SET, 0, type(uint256).max / 4);
        table.snapshot(MACH_SET);
        assertEq(table.epochInfo(MACH_SET, 1).totalWeight, StakeWeight.MAX);
    }

    function testFuzz_weightNeverReverts(uint256[3] calldata stakes, uint128[3] calldata multipliers) public pure {
        uint256[] memory s = new uint256[](3);
        uint128[] memory m = new uint128[](3);
        uint256 want;
        bool big;
        for (uint256 i; i < 3; ++i) {
            (s[i], m[i]) = (stakes[i], multipliers[i]);
            if (s[i] > type(uint128).max) big = true;
            else want += s[i] * m[i] / 1e18;
        }
        uint256 got = StakeWeight.combine(s, m);
        assertTrue(got <= StakeWeight.MAX, "capped");
        if (!big) assertEq(got, want < StakeWeight.MAX ? want : StakeWeight.MAX);
    }

    function testFuzz_sort(address[] calldata list) public pure {
        address[] memory got = AddressSort.sorted(list);
        assertEq(got.length, list.length);
        uint256 xorGot;
        uint256 xorList;
        for (uint256 i; i < got.length; ++i) {
            if (i > 0) assertTrue(got[i - 1] <= got[i], "order");
            xorGot += uint160(got[i]);
            xorList += uint160(list[i]);
        }
        assertEq(xorGot, xorList);
    }

    function _machSet() private view returns (OperatorSet memory) {
        return OperatorSet(address(rollups), MACH_SET);
    }
}

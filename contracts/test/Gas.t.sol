// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RemoteStakeTable} from "../src/RemoteStakeTable.sol";
import {FinalityAlert, FinalityClaim, HandedSet, L1View, Submission, Withdrawal} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";
import {RemoteSets} from "./utils/RemoteSets.sol";
import {Tries} from "./utils/Tries.sol";

/// @notice What transactions cost, in snapshots/GasTest.json: `make gas` writes it, `make generate-check` compares. Every call is a
/// transaction of its own, so figures hold what it is charged before it begins, and cold accounts and slots.
/// forge-config: default.isolate = true
contract GasTest is Network, RemoteSets, Tries {
    function submission(uint64 number, uint256 signers) internal view returns (Submission memory) {
        FinalityClaim memory claim = claimOf(number);
        return Submission(claim, signers, signAs(signers, rollups.finalityClaimDigest(claim)));
    }

    function submit(uint64 number, uint256 signers, string memory name) internal {
        Submission memory s = submission(number, signers);
        mach.submit(s.claim, s.signers, s.signature);
        vm.snapshotGasLastCall(name);
    }

    function submitMany(uint64 from, uint256 count, string memory name) internal {
        Submission[] memory list = new Submission[](count);
        for (uint64 i; i < count; ++i) list[i] = submission(from + i, 15);
        mach.submitMany(list);
        vm.snapshotGasLastCall(name);
    }

    function test_certificates() public {
        machSetOf(4);
        submit(1000, 15, "submit, first of a rollup, N=4");
        submit(1001, 15, "submit, all of 4");
        submit(1002, 7, "submit, 3 of 4");
        submit(1002, 7, "submit, recorded already");
        submitMany(1010, 2, "submitMany of 2");
        submitMany(1020, 4, "submitMany of 4");
        FinalityAlert memory alert = FinalityAlert(rollup, 1, 1, true);
        mach.alert(alert, 15, signAs(15, rollups.finalityAlertDigest(alert)));
        vm.snapshotGasLastCall("alert, N=4");
        mach.isFinal(rollup, 1000, claimOf(1000).blockHash);
    }

    function test_ancestors() public {
        machSetOf(4);
        bytes[] memory headers = new bytes[](32);
        bytes32 parent = keccak256("before");
        for (uint64 i = 1; i <= 32; ++i) {
            headers[32 - i] = header(parent, keccak256(abi.encode(i)), 1000 + i, 1_700_000_000 + i);
            parent = keccak256(headers[32 - i]);
        }
        FinalityClaim memory claim = claimOf(1032);
        claim.blockHash = parent;
        mach.submit(claim, 15, signAs(15, rollups.finalityClaimDigest(claim)));
        mach.recordAncestors(rollup, 1032, headers);
        vm.snapshotGasLastCall("recordAncestors, 32 blocks");
    }

    function test_inbox() public {
        vm.deal(address(this), 10 ether);
        bytes memory transaction = new bytes(120); // a transfer of ether
        for (uint256 i; i < transaction.length; ++i) transaction[i] = bytes1(uint8(i + 1));
        squad.force(rollup, transaction);
        vm.snapshotGasLastCall("force, first of a rollup");
        squad.force(rollup, transaction);
        vm.snapshotGasLastCall("force, 120 bytes");
        squad.deposit{value: 1 ether}(rollup, address(0xbeef));
        vm.snapshotGasLastCall("deposit");
    }

    function test_withdraw() public {
        machSetOf(4);
        vm.deal(address(this), 10 ether);
        squad.deposit{value: 5 ether}(rollup, address(0xbeef));
        bytes32 held = keccak256(abi.encode(address(0xbeef), 2 ether));
        (bytes32 root, bytes[] memory storageProof) =
            storageTrie(keccak256(abi.encode(uint256(0), uint256(0))), uint256(held));
        bytes[] memory accountProof;
        (root, accountProof) = accountTrie(OUTBOX, root);
        bytes memory head = header(keccak256("parent"), root, 77, 1_700_000_000);
        FinalityClaim memory claim = claimOf(77);
        claim.blockHash = keccak256(head);
        mach.submit(claim, 15, signAs(15, rollups.finalityClaimDigest(claim)));
        squad.withdraw(Withdrawal(rollup, 0, address(0xbeef), 2 ether), head, accountProof, storageProof);
        vm.snapshotGasLastCall("withdraw, smallest proofs");
    }

    function test_handOff() public {
        for (uint256 i; i < 4; ++i) join(0, i, (100 + i) * 1 ether);
        table.snapshot(0);
        vm.snapshotGasLastCall("snapshot, all of 4 new");
        HandedSet[] memory sets = new HandedSet[](1);
        sets[0] = packed(0, 1, table.members(0, 1));
        RemoteStakeTable remote = new RemoteStakeTable(
            rollups.domainSeparator(), address(rollups), L1View(1, keccak256("l1"), setsHash(sets), 0)
        );
        remote.bootstrap(sets);
        vm.snapshotGasLastCall("bootstrap, one set of 4");
        sets[0].epoch = 2;
        L1View memory view_ = L1View(2, keccak256("l1"), setsHash(sets), keccak256("inputs"));
        remote.handOff(view_, sets, 15, signIn(0, 1, 15, rollups.l1ViewDigest(view_)));
        vm.snapshotGasLastCall("handOff, one set of 4");
    }
}

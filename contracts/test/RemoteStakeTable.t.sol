// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {AggregateChecker} from "../src/AggregateChecker.sol";
import {CertificateVerifier} from "../src/CertificateVerifier.sol";
import {Mach} from "../src/Mach.sol";
import {RemoteStakeTable} from "../src/RemoteStakeTable.sol";
import {RemoteVerifier} from "../src/RemoteVerifier.sol";
import {HandedSets} from "../src/libraries/HandedSets.sol";
import {StateProof} from "../src/libraries/StateProof.sol";
import {FinalityAlert, FinalityClaim, HandedSet, L1View, Member, RollupParams} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";
import {RemoteSets} from "./utils/RemoteSets.sol";
import {Tries} from "./utils/Tries.sol";

/// @notice A network on L1, and its sets handed to another chain, which is the same EVM here: nothing but calldata goes over.
contract RemoteStakeTableTest is Network, Tries, RemoteSets {
    uint256 internal constant ALL = 15;
    uint64 internal constant FIRST = 50; // L1 block of the first sets
    uint64 internal constant TIME = 1_700_000_000;
    uint64 internal constant STRICT_CHAIN = 44; // chain id of the rollup whose terms are proven

    RemoteStakeTable internal remote;
    HandedSet[] internal firstSets;
    bytes internal l1Header;
    bytes[] internal accountProof;
    bytes[] internal indexProof;
    bytes[] internal termsProof;
    bytes32 internal strict;

    function setUp() public override {
        super.setUp();
        for (uint256 i; i < 4; ++i) {
            join(0, i, (100 + i) * 1 ether);
            join(MACH_SET, i, (200 + i) * 1 ether);
        }
        table.snapshot(0);
        table.snapshot(MACH_SET);
        makeL1();
        firstSets.push(handed(0, 1));
        firstSets.push(handed(MACH_SET, 1));
        remote = new RemoteStakeTable(
            rollups.domainSeparator(), address(rollups), L1View(FIRST, keccak256(l1Header), setsHash(firstSets), 0)
        );
    }

    /// @dev Registers a rollup, and makes a state of L1 that holds its two words as the real storage has them.
    function makeL1() internal {
        // Rollups are registered until the two slots of one differ in the first digit of their hash.
        for (uint64 chainId = STRICT_CHAIN;; ++chainId) {
            strict = rollups.rollupId(chainId);
            uint256 slot = uint256(keccak256(abi.encode(strict, uint256(3))));
            (bytes32 a, bytes32 b) = (bytes32(slot + 1), bytes32(slot + 5));
            if (keccak256(abi.encodePacked(a)) >> 252 == keccak256(abi.encodePacked(b)) >> 252) continue;
            RollupParams memory params = rollupParams(chainId);
            params.minimumLevel = 2;
            rollups.registerRollup(params, threeSets(256));
            bytes32 root;
            (root, indexProof, termsProof) = storageTrie(
                a, uint256(vm.load(address(rollups), a)), b, uint256(vm.load(address(rollups), b))
            );
            (root, accountProof) = accountTrie(address(rollups), root);
            l1Header = header(keccak256("l1"), root, FIRST, TIME);
            return;
        }
    }

    /// @dev The set as the StakeTable of L1 has it, in the form of a hand-off.
    function handed(uint32 setId, uint64 epoch) internal view returns (HandedSet memory) {
        return packed(setId, epoch, table.members(setId, epoch));
    }

    function bootstrap() internal {
        remote.bootstrap(firstSets);
    }

    /// @dev Operator 0's stake changes in both sets, which gives them another epoch.
    function nextEpoch(uint256 stake) internal returns (HandedSet[] memory sets) {
        stakeIn(0, 0, stake, 0);
        stakeIn(MACH_SET, 0, stake, 0);
        vm.roll(table.nextSnapshotBlock(0));
        sets = new HandedSet[](2);
        sets[0] = handed(0, table.snapshot(0));
        sets[1] = handed(MACH_SET, table.snapshot(MACH_SET));
    }

    function viewOf(uint64 number, HandedSet[] memory sets) internal pure returns (L1View memory) {
        return L1View(number, keccak256(abi.encode("l1", number)), setsHash(sets), keccak256(abi.encode("inputs", number)));
    }

    function signView(L1View memory view_, uint64 epoch, uint256 signers) internal view returns (bytes memory) {
        return signIn(0, epoch, signers, rollups.l1ViewDigest(view_));
    }

    function handOff(uint64 number, HandedSet[] memory sets) internal {
        L1View memory view_ = viewOf(number, sets);
        remote.handOff(view_, sets, ALL, signView(view_, remote.currentEpoch(0), ALL));
    }

    function refuse(L1View memory view_, HandedSet[] memory sets, bytes memory why) internal {
        bytes memory signature = signView(view_, 1, ALL);
        vm.expectRevert(why);
        remote.handOff(view_, sets, ALL, signature);
    }

    function sameAsL1(uint32 setId, uint64 epoch) internal view {
        assertEq(keccak256(abi.encode(remote.members(setId, epoch))), keccak256(abi.encode(table.members(setId, epoch))));
        assertEq(remote.epochInfo(setId, epoch).aggregateKey, table.epochInfo(setId, epoch).aggregateKey);
        assertEq(remote.epochInfo(setId, epoch).totalWeight, table.epochInfo(setId, epoch).totalWeight);
    }

    // The first sets.

    function test_bootstrapByAnyoneOnce() public {
        vm.expectRevert(RemoteStakeTable.NotBootstrapped.selector);
        remote.handOff(L1View(60, 0, 0, 0), firstSets, ALL, "");
        bootstrap();
        sameAsL1(0, 1);
        sameAsL1(MACH_SET, 1);
        assertEq(remote.epochInfo(0, 1).blockNumber, FIRST);
        vm.expectRevert(RemoteStakeTable.AlreadyBootstrapped.selector);
        remote.bootstrap(firstSets);
    }

    function test_bootstrapWithOtherSetsIsRefused() public {
        HandedSet[] memory sets = firstSets;
        sets[1].epoch = 2;
        vm.expectRevert(
            abi.encodeWithSelector(RemoteStakeTable.BadSetsHash.selector, setsHash(sets), remote.firstSets())
        );
        remote.bootstrap(sets);
        (sets[0], sets[1]) = (sets[1], sets[0]);
        vm.expectRevert(RemoteStakeTable.NoOrderingSet.selector);
        remote.bootstrap(sets);
        vm.expectRevert(RemoteStakeTable.NoOrderingSet.selector);
        remote.bootstrap(new HandedSet[](0));
        (sets[0], sets[1]) = (sets[1], sets[0]);
        sets[0].members = "";
        vm.expectRevert(RemoteStakeTable.NoOrderingSet.selector);
        remote.bootstrap(sets);
    }

    // Hand-offs.

    function test_handOffsAreFollowed() public {
        bootstrap();
        HandedSet[] memory second = nextEpoch(7 ether);
        handOff(60, second);
        HandedSet[] memory third = nextEpoch(8 ether);
        L1View memory view_ = viewOf(70, third);
        // The set that signs is the newest one that was handed off, not the first.
        bytes memory old = signView(view_, 1, ALL);
        vm.expectEmit(address(remote));
        emit RemoteStakeTable.HandOff(70, view_.blockHash, view_.operatorSets);
        remote.handOff(view_, third, ALL, old); // same members, so the same keys: epoch 1 and 2 differ in weight only
        for (uint64 e = 1; e < 4; ++e) {
            sameAsL1(0, e);
            sameAsL1(MACH_SET, e);
        }
        assertEq(remote.currentEpoch(0), 3);
        assertEq(remote.l1Number(), 70);
        assertEq(remote.l1BlockHash(60), keccak256(abi.encode("l1", uint64(60))));
    }

    function test_wrongSignersAreRefused() public {
        bootstrap();
        for (uint256 i = 4; i < 6; ++i) join(0, i, 900 ether);
        HandedSet[] memory sets = new HandedSet[](1);
        vm.roll(table.nextSnapshotBlock(0));
        sets[0] = handed(0, table.snapshot(0));
        L1View memory view_ = viewOf(60, sets);
        bytes memory signature = signIn(0, 2, 63, rollups.l1ViewDigest(view_));
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.BitsBeyondSet.selector, 63, 4));
        remote.handOff(view_, sets, 63, signature); // the new set cannot bring itself
        signature = signView(view_, 1, 1);
        vm.expectPartialRevert(AggregateChecker.QuorumNotReached.selector);
        remote.handOff(view_, sets, 1, signature);
        vm.expectRevert(AggregateChecker.BadSignature.selector);
        remote.handOff(view_, sets, ALL, signature);
        vm.expectRevert(AggregateChecker.NoSigners.selector);
        remote.handOff(view_, sets, 0, signature);
        vm.expectRevert(AggregateChecker.InfinitySignature.selector);
        remote.handOff(view_, sets, ALL, new bytes(256));
        vm.expectRevert(abi.encodeWithSelector(AggregateChecker.BadSignatureLength.selector, 96));
        remote.handOff(view_, sets, ALL, new bytes(96));
        // Nor has the old set a say when the new one is in force.
        handOff(60, sets);
        sets[0].epoch = 3;
        view_ = viewOf(70, sets);
        signature = signIn(0, 1, ALL, rollups.l1ViewDigest(view_));
        vm.expectRevert(AggregateChecker.BadSignature.selector);
        remote.handOff(view_, sets, 63, signature);
    }

    function test_staleHandOffsAreRefused() public {
        bootstrap();
        HandedSet[] memory second = nextEpoch(7 ether);
        refuse(viewOf(FIRST, second), second, abi.encodeWithSelector(RemoteStakeTable.StaleView.selector, FIRST, FIRST));
        refuse(viewOf(7, second), second, abi.encodeWithSelector(RemoteStakeTable.StaleView.selector, 7, FIRST));
        handOff(60, second);
        refuse(viewOf(60, second), second, abi.encodeWithSelector(RemoteStakeTable.StaleView.selector, 60, 60));
        refuse(viewOf(61, second), second, abi.encodeWithSelector(RemoteStakeTable.StaleEpoch.selector, 0, 2, 2));
        HandedSet[] memory old = new HandedSet[](1);
        old[0] = handed(MACH_SET, 1);
        refuse(viewOf(61, old), old, abi.encodeWithSelector(RemoteStakeTable.StaleEpoch.selector, MACH_SET, 1, 2));
        old = new HandedSet[](0);
        refuse(viewOf(61, old), old, abi.encodeWithSelector(RemoteStakeTable.NoSets.selector));
    }

    function test_setsMustAscend() public {
        bootstrap();
        HandedSet[] memory sets = nextEpoch(7 ether);
        (sets[0], sets[1]) = (sets[1], sets[0]);
        refuse(viewOf(60, sets), sets, abi.encodeWithSelector(RemoteStakeTable.SetsNotAscending.selector, 1));
        sets[0] = sets[1];
        refuse(viewOf(60, sets), sets, abi.encodeWithSelector(RemoteStakeTable.SetsNotAscending.selector, 1));
    }

    function test_setsThatWereNotAttestedAreRefused() public {
        bootstrap();
        HandedSet[] memory sets = nextEpoch(7 ether);
        L1View memory view_ = viewOf(60, sets);
        sets[1].members[164] ^= 0x01; // the least digit of a weight
        refuse(
            view_,
            sets,
            abi.encodeWithSelector(RemoteStakeTable.BadSetsHash.selector, setsHash(sets), view_.operatorSets)
        );
    }

    function test_largeSetsComeLater() public {
        bootstrap();
        HandedSet[] memory sets = nextEpoch(7 ether);
        HandedSet memory whole = sets[1];
        L1View memory view_ = viewOf(60, sets);
        sets[1] = HandedSet(0, 0, setHash(whole), "");
        remote.handOff(view_, sets, ALL, signView(view_, 1, ALL));
        assertEq(remote.currentEpoch(MACH_SET), 1);
        HandedSet memory other = nextEpoch(8 ether)[1];
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.NotAttested.selector, setHash(other)));
        remote.deliver(other);
        remote.deliver(whole);
        sameAsL1(MACH_SET, 2);
        assertEq(remote.currentEpoch(MACH_SET), 2);
        assertEq(remote.epochInfo(MACH_SET, 2).blockNumber, 60);
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.NotAttested.selector, setHash(whole)));
        remote.deliver(whole);
    }

    /// @dev A set that comes after its successor is kept for its certificates, and does not become the current one.
    function test_lateSetDoesNotReplaceItsSuccessor() public {
        bootstrap();
        HandedSet[] memory sets = nextEpoch(7 ether);
        HandedSet memory whole = sets[1];
        L1View memory view_ = viewOf(60, sets);
        sets[1] = HandedSet(0, 0, setHash(whole), "");
        remote.handOff(view_, sets, ALL, signView(view_, 1, ALL));
        handOff(70, nextEpoch(8 ether));
        remote.deliver(whole);
        assertEq(remote.currentEpoch(MACH_SET), 3);
        sameAsL1(MACH_SET, 2);
    }

    // What a set may hold.

    /// @dev A table that trusts one changed ordering set, to which the set is given.
    function refuseSet(HandedSet memory set, bytes memory why) internal {
        HandedSet[] memory sets = new HandedSet[](1);
        sets[0] = set;
        RemoteStakeTable other = new RemoteStakeTable(0, address(0), L1View(1, 0, keccak256(abi.encode(setHash(set))), 0));
        vm.expectRevert(why);
        other.bootstrap(sets);
    }

    function test_badMembersAreRefusedByName() public {
        HandedSet memory set = handed(0, 1);
        set.members = bytes.concat(set.members, hex"00");
        refuseSet(set, abi.encodeWithSelector(HandedSets.BadSetLength.selector, 0, 661));
        set.members = new bytes(257 * 165);
        refuseSet(set, abi.encodeWithSelector(HandedSets.BadSetLength.selector, 0, 257 * 165));

        set = handed(0, 1);
        fill(set.members, 165 + 149, 16, 0);
        refuseSet(set, abi.encodeWithSelector(HandedSets.ZeroWeight.selector, 0, 1));
        fill(set.members, 165 + 149, 16, 0xff);
        refuseSet(set, abi.encodeWithSelector(HandedSets.WeightTooLarge.selector, 0, 1));

        set = handed(0, 1);
        fill(set.members, 2 * 165 + 20, 96, 0);
        refuseSet(set, abi.encodeWithSelector(HandedSets.InfinityKey.selector, 0, 2));
        set = handed(0, 1);
        set.members[2 * 165 + 20 + 95] ^= 0x01;
        refuseSet(set, abi.encodeWithSelector(HandedSets.NotOnCurve.selector, 0, 2));
        set = handed(0, 1);
        set.members[2 * 165 + 20] |= 0x80; // x beyond the field
        refuseSet(set, abi.encodeWithSelector(HandedSets.NotOnCurve.selector, 0, 2));

        set = handed(0, 1);
        for (uint256 i; i < 20; ++i) set.members[165 + i] = set.members[i];
        refuseSet(set, abi.encodeWithSelector(HandedSets.NotAscending.selector, 0, 1));
        fill(set.members, 0, 20, 0);
        refuseSet(set, abi.encodeWithSelector(HandedSets.NotAscending.selector, 0, 0));
    }

    function test_cancellingKeysAreRefused() public {
        Member[] memory list = new Member[](2);
        (list[0].operator, list[1].operator) = (address(1), address(2));
        (list[0].weight, list[1].weight) = (1, 1);
        (list[0].blsKey, list[1].blsKey) = (publicKey(5), publicKey(R - 5));
        refuseSet(packed(0, 1, list), abi.encodeWithSelector(RemoteStakeTable.AggregateAtInfinity.selector, 0));
    }

    function test_fullSetOf256() public {
        Member[] memory list = new Member[](256);
        for (uint256 i; i < 256; ++i) {
            list[i] = Member(address(uint160(1000 + i)), uint128(1 + i), publicKey(secretOf(i)));
        }
        HandedSet[] memory sets = new HandedSet[](1);
        sets[0] = packed(0, 9, list);
        RemoteStakeTable other =
            new RemoteStakeTable(rollups.domainSeparator(), address(0), L1View(1, 0, setsHash(sets), 0));
        other.bootstrap(sets);
        assertEq(keccak256(abi.encode(other.members(0, 9))), keccak256(abi.encode(list)));
    }

    // Rollups.

    function prove() internal {
        remote.proveRollup(strict, l1Header, accountProof, indexProof, termsProof);
    }

    function test_termsAreProvenFromL1() public {
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.UnknownRollup.selector, strict));
        remote.machSet(strict);
        prove();
        (uint32 set, uint8 level) = remote.machTerms(strict);
        assertEq(set, rollups.machSet(strict));
        assertEq(level, 2);
        assertEq(remote.machSet(strict), set);
    }

    function test_wrongProofsOfTermsAreRefused() public {
        bytes memory other = header(keccak256("l1"), keccak256("state"), FIRST, TIME);
        vm.expectRevert(
            abi.encodeWithSelector(RemoteStakeTable.UnknownL1Block.selector, FIRST, keccak256(other))
        );
        remote.proveRollup(strict, other, accountProof, indexProof, termsProof);
        other = header(keccak256("l1"), keccak256("state"), 51, TIME);
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.UnknownL1Block.selector, 51, keccak256(other)));
        remote.proveRollup(strict, other, accountProof, indexProof, termsProof);
        vm.expectRevert(
            abi.encodeWithSelector(
                StateProof.BadAccountProof.selector, address(rollups), TrieProof.ProofError.INVALID_ROOT
            )
        );
        remote.proveRollup(strict, l1Header, indexProof, indexProof, termsProof);
        vm.expectPartialRevert(StateProof.BadStorageProof.selector);
        remote.proveRollup(strict, l1Header, accountProof, termsProof, termsProof);
        vm.expectPartialRevert(StateProof.BadStorageProof.selector);
        remote.proveRollup(strict, l1Header, accountProof, indexProof, indexProof);
        vm.expectRevert(RLP.RLPInvalidEncoding.selector); // OpenZeppelin's word for a path that ends in an empty branch
        remote.proveRollup("nobody", l1Header, accountProof, indexProof, termsProof);
    }

    // Age.

    function test_staleSnapshotIsRefused() public {
        bootstrap();
        vm.warp(TIME + 100);
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.StaleSnapshot.selector, 0, 1000));
        remote.requireFresh(1000);
        remote.showHeader(l1Header);
        remote.requireFresh(100);
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.StaleSnapshot.selector, TIME, 99));
        remote.requireFresh(99);
        bytes memory other = header(0, 0, FIRST, TIME + 50);
        vm.expectRevert(
            abi.encodeWithSelector(RemoteStakeTable.UnknownL1Block.selector, FIRST, keccak256(other))
        );
        remote.showHeader(other);
    }

    // Certificates over there.

    /// @dev Operators 0..3 in the MACH set of the strict rollup, with a table that knows it.
    function strictRemote() internal returns (FinalityClaim memory claim) {
        uint32 setId = rollups.machSet(strict);
        for (uint256 i; i < 4; ++i) join(setId, i, 50 ether);
        table.snapshot(setId);
        bootstrap();
        prove();
        HandedSet[] memory sets = new HandedSet[](1);
        sets[0] = handed(setId, 1);
        handOff(60, sets);
        claim = claimOf(5);
        (claim.rollup, claim.epoch, claim.level) = (strict, 1, 2);
    }

    function certify(FinalityClaim memory claim) internal view returns (bytes memory) {
        return signIn(rollups.machSet(strict), 1, ALL, rollups.finalityClaimDigest(claim));
    }

    function test_certificatesAreCheckedThere() public {
        FinalityClaim memory claim = strictRemote();
        bytes memory signature = certify(claim);
        (uint256 signed, uint256 total) =
            new CertificateVerifier(address(remote), address(remote)).verifyFinality(claim, ALL, signature);
        assertEq(signed, 200 ether);
        assertEq(total, 200 ether);
        RemoteVerifier fresh = new RemoteVerifier(address(remote), 1000);
        vm.warp(TIME + 1000);
        fresh.verifyFinality(claim, ALL, signature);
        vm.warp(TIME + 1001);
        vm.expectRevert(abi.encodeWithSelector(RemoteStakeTable.StaleSnapshot.selector, TIME, 1000));
        fresh.verifyFinality(claim, ALL, signature);
        new RemoteVerifier(address(remote), 0).verifyFinality(claim, ALL, signature);
    }

    function test_machWorksThere() public {
        FinalityClaim memory claim = strictRemote();
        Mach there = new Mach(address(remote), address(remote));
        there.submit(claim, ALL, certify(claim));
        assertTrue(there.isFinal(strict, 5, claim.blockHash), "final there");
        FinalityAlert memory alert = FinalityAlert(strict, 1, 1, true);
        there.alert(alert, ALL, signIn(rollups.machSet(strict), 1, ALL, rollups.finalityAlertDigest(alert)));
        assertTrue(!there.isFinal(strict, 5, claim.blockHash), "paused there");
    }
}

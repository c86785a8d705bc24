// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OperatorRegistrar} from "../src/OperatorRegistrar.sol";
import {RestakedRollups} from "../src/RestakedRollups.sol";
import {RollupTerms} from "../src/libraries/RollupTerms.sol";
import {
    BatchHeader,
    FinalityAlert,
    FinalityClaim,
    InclusionList,
    L1View,
    Preconfirmation,
    Rollup,
    RollupParams,
    SetParams,
    Unjail
} from "../src/Types.sol";
import {OperatorSet} from "../src/interfaces/IEigenLayer.sol";
import {Network} from "./utils/Network.sol";

contract RestakedRollupsTest is Network {
    function paid(uint256 fee, address recipient) internal returns (RestakedRollups other) {
        // The registrar answers for the first AVS only, so a second one needs its own.
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        registrar = new OperatorRegistrar(address(manager), predicted);
        other = new RestakedRollups(config(fee, recipient), terms(4, 1));
    }

    function test_setsOfFirstAndSecondRollup() public {
        bytes32 second = rollups.registerRollup(rollupParams(43), threeSets(7));
        (uint32 squad, uint32 machNumber, uint32 vital) = rollups.setsOf(rollup);
        assertEq(squad, 1);
        assertEq(machNumber, 2);
        assertEq(vital, 3);
        (squad, machNumber, vital) = rollups.setsOf(second);
        assertEq(squad, 4);
        assertEq(machNumber, 5);
        assertEq(vital, 6);
        assertEq(rollups.operatorSetParams(6).capacity, 7);
        assertEq(rollups.rollupCount(), 2);
        assertEq(rollups.rollupAt(1).id, second);
        for (uint32 i; i < 7; ++i) {
            assertEq(manager.getSlasher(OperatorSet(address(rollups), i)), address(slasher));
        }
    }

    function test_rollupKeepsWhatWasStated() public view {
        Rollup memory got = rollups.rollup(rollup);
        assertEq(got.id, keccak256(abi.encode(block.chainid, address(rollups), uint64(42))));
        assertEq(got.registeredAt, 100);
        assertEq(bytes(got.params.name), "demo");
        assertEq(got.params.slashWad, 0.1e18);
        assertEq(got.params.genesisHash, keccak256("genesis"));
        assertEq(got.registrant, address(this));
        assertEq(got.stoppedAt, 0);
        RollupParams memory want = rollupParams(42);
        want.slashWad = 0.1e18;
        assertEq(abi.encode(got.params), abi.encode(want));
    }

    function test_registrationIsAnnouncedWholly() public {
        RollupParams memory want = rollupParams(43);
        want.slashWad = 0.1e18;
        vm.expectEmit(address(rollups));
        emit RestakedRollups.RollupRegistered(rollups.rollupId(43), 1, 43, address(this), want);
        rollups.registerRollup(rollupParams(43), threeSets(4));
    }

    /// @dev Terms of a rollup that has a sequencer of its own.
    function followedParams(uint64 chainId) internal pure returns (RollupParams memory p) {
        (p.name, p.chainId, p.genesisHash, p.minimumLevel) = ("followed", chainId, keccak256("genesis"), 1);
    }

    function test_followedRollupHasNoTermsOfSequencing() public {
        bytes32 id = rollups.registerRollup(followedParams(7), threeSets(4));
        assertTrue(!rollups.takesMessages(id), "no inbox");
        assertEq(rollups.outboxOf(id), address(0));
        RollupParams memory p;
        bytes memory why = abi.encodeWithSelector(RollupTerms.NotSequenced.selector);
        for (uint256 i; i < 8; ++i) {
            p = followedParams(8);
            if (i == 0) p.slotMillis = 1;
            if (i == 1) p.ranks = 1;
            if (i == 2) p.gasLimit = 1;
            if (i == 3) p.spanSlots = 1;
            if (i == 4) p.windowSpans = 1;
            if (i == 5) p.stepMillis = 1;
            if (i == 6) p.maxBatchBytes = 1;
            if (i == 7) p.forceMillis = 1;
            refuse(why, p, threeSets(4));
        }
    }

    function test_registrantStopsOnce() public {
        assertTrue(rollups.takesMessages(rollup), "runs");
        vm.expectRevert(
            abi.encodeWithSelector(RestakedRollups.NotRegistrant.selector, address(0xbad), address(this))
        );
        vm.prank(address(0xbad));
        rollups.stopRollup(rollup);
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        rollups.stopRollup("x");
        vm.roll(123);
        vm.expectEmit(address(rollups));
        emit RestakedRollups.RollupStopped(rollup);
        rollups.stopRollup(rollup);
        assertEq(rollups.rollup(rollup).stoppedAt, 123);
        assertTrue(!rollups.takesMessages(rollup), "stopped");
        assertEq(rollups.machSet(rollup), 2);
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.AlreadyStopped.selector, rollup));
        rollups.stopRollup(rollup);
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.RollupExists.selector, rollup));
        rollups.registerRollup(rollupParams(42), threeSets(4));
    }

    function outOfBounds(string memory field, uint256 value, uint256 least, uint256 most)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodeWithSelector(RollupTerms.OutOfBounds.selector, field, value, least, most);
    }

    /// @dev One term of sequencing is set to a value, by its name.
    function withTerm(string memory field, uint256 value) internal pure returns (RollupParams memory p) {
        p = rollupParams(7);
        bytes32 name = keccak256(bytes(field));
        if (name == keccak256("genesisTime")) p.genesisTime = uint64(value);
        if (name == keccak256("gasLimit")) p.gasLimit = uint64(value);
        if (name == keccak256("slotMillis")) p.slotMillis = uint32(value);
        if (name == keccak256("spanSlots")) p.spanSlots = uint32(value);
        if (name == keccak256("windowSpans")) p.windowSpans = uint32(value);
        if (name == keccak256("ranks")) p.ranks = uint8(value);
        if (name == keccak256("stepMillis")) p.stepMillis = uint32(value);
        if (name == keccak256("maxBatchBytes")) p.maxBatchBytes = uint32(value);
        if (name == keccak256("forceMillis")) p.forceMillis = uint64(value);
    }

    /// @dev Just outside is refused.
    function refuseOutside(string memory field, uint256 least, uint256 most) internal {
        SetParams[3] memory sets = threeSets(4);
        refuse(outOfBounds(field, least - 1, least, most), withTerm(field, least - 1), sets);
        refuse(outOfBounds(field, most + 1, least, most), withTerm(field, most + 1), sets);
    }

    function test_termsOfSequencingHaveBounds() public {
        refuseOutside("genesisTime", 1, type(uint40).max);
        refuseOutside("gasLimit", 1_000_000, 1e12);
        refuseOutside("slotMillis", 1, 60_000);
        RollupParams memory p = withTerm("windowSpans", 1);
        (p.slotMillis, p.spanSlots) = (9, 111);
        refuse(outOfBounds("windowMillis", 999, 1000, type(uint64).max), p, threeSets(4));
        refuseOutside("spanSlots", 1, 65_536);
        refuseOutside("windowSpans", 1, 65_536);
        refuseOutside("ranks", 1, 16);
        refuseOutside("stepMillis", 1, 60_000);
        refuseOutside("maxBatchBytes", 589_824, 8 << 20);
        refuseOutside("forceMillis", 1_000, 86_400_000);
    }

    function test_feeGoesToRecipient() public {
        address recipient = address(0xfee);
        RestakedRollups other = paid(1 ether, recipient);
        vm.deal(address(this), 5 ether);
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.WrongFee.selector, 0, 1 ether));
        other.registerRollup(rollupParams(1), threeSets(4));
        other.registerRollup{value: 1 ether}(rollupParams(1), threeSets(4));
        assertEq(recipient.balance, 1 ether);
        assertEq(address(other).balance, 0);
    }

    function refuse(bytes memory why, RollupParams memory params, SetParams[3] memory sets) internal {
        vm.expectRevert(why);
        rollups.registerRollup(params, sets);
    }

    function test_badRollupsAreRefused() public {
        SetParams[3] memory sets = threeSets(4);
        refuse(abi.encodeWithSelector(RestakedRollups.RollupExists.selector, rollup), rollupParams(42), sets);
        RollupParams memory p = rollupParams(0);
        refuse(abi.encodeWithSelector(RestakedRollups.ZeroValue.selector, "chainId"), p, sets);
        p = rollupParams(7);
        p.genesisHash = 0;
        refuse(abi.encodeWithSelector(RestakedRollups.ZeroValue.selector, "genesisHash"), p, sets);
        p = rollupParams(7);
        p.name = "";
        refuse(abi.encodeWithSelector(RestakedRollups.BadName.selector, 0), p, sets);
        p = rollupParams(7);
        p.slashWad = 0.51e18;
        refuse(abi.encodeWithSelector(RestakedRollups.BadSlashWad.selector, 0.51e18), p, sets);
        p.slashWad = 1;
        refuse(abi.encodeWithSelector(RestakedRollups.BadSlashWad.selector, 1), p, sets);
        p = rollupParams(7);
        p.minimumLevel = 3;
        refuse(abi.encodeWithSelector(RestakedRollups.BadMinimumLevel.selector, 3), p, sets);
    }

    function test_badSetsAreRefused() public {
        RollupParams memory p = rollupParams(7);
        SetParams[3] memory sets = threeSets(257);
        refuse(abi.encodeWithSelector(RestakedRollups.BadCapacity.selector, 257), p, sets);
        refuse(abi.encodeWithSelector(RestakedRollups.BadCapacity.selector, 0), p, threeSets(0));
        sets = threeSets(4);
        (sets[2].strategies[0], sets[2].strategies[1]) = (ALT, LST);
        refuse(abi.encodeWithSelector(RestakedRollups.StrategiesNotAscending.selector, ALT, LST), p, sets);
        sets = threeSets(4);
        sets[0].strategies[1] = LST;
        refuse(abi.encodeWithSelector(RestakedRollups.StrategiesNotAscending.selector, LST, LST), p, sets);
        sets = threeSets(4);
        sets[1].multipliers[1] = 0;
        refuse(abi.encodeWithSelector(RestakedRollups.ZeroMultiplier.selector, ALT), p, sets);
        sets = threeSets(4);
        sets[1].multipliers = new uint128[](1);
        refuse(abi.encodeWithSelector(RestakedRollups.BadStrategies.selector, 2, 1), p, sets);
        sets[1].strategies = new address[](0);
        refuse(abi.encodeWithSelector(RestakedRollups.BadStrategies.selector, 0, 1), p, sets);
    }

    function test_unknownThingsAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        rollups.rollup("x");
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        rollups.machSet("x");
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        rollups.machTerms("x");
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        rollups.takesMessages("x");
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        rollups.outboxOf("x");
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownSet.selector, 4));
        rollups.operatorSetParams(4);
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownIndex.selector, 1));
        rollups.rollupAt(1);
    }

    /// @dev EIP-712 written out by hand.
    function domain() internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("trident-test"),
                keccak256("1"),
                block.chainid,
                address(rollups)
            )
        );
    }

    function typed(bytes memory encoded) internal view returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domain(), keccak256(encoded)));
    }

    function testFuzz_alertDigest(FinalityAlert calldata a) public view {
        bytes32 kind = keccak256("FinalityAlert(bytes32 rollup,uint64 epoch,uint64 sequence,bool paused)");
        assertEq(
            rollups.finalityAlertDigest(a), typed(abi.encode(kind, a.rollup, a.epoch, a.sequence, a.paused))
        );
    }

    function testFuzz_digestsOfSequencing(
        uint64 round,
        Preconfirmation calldata p,
        InclusionList calldata l,
        Unjail calldata u
    ) public view {
        bytes32 kind = keccak256("RandomReveal(uint64 round)");
        assertEq(rollups.randomRevealDigest(round), typed(abi.encode(kind, round)));
        kind = keccak256(
            "Preconfirmation(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,bytes32 transaction,uint32 position,bytes32 prefixRoot)"
        );
        assertEq(
            rollups.preconfirmationDigest(p),
            typed(abi.encode(kind, p.rollup, p.epoch, p.slot, p.rank, p.transaction, p.position, p.prefixRoot))
        );
        kind = keccak256("InclusionList(bytes32 rollup,uint64 epoch,uint64 slot,bytes32 transactions)");
        assertEq(
            rollups.inclusionListDigest(l), typed(abi.encode(kind, l.rollup, l.epoch, l.slot, l.transactions))
        );
        kind = keccak256("Unjail(bytes32 rollup,address operator,uint64 window)");
        assertEq(rollups.unjailDigest(u), typed(abi.encode(kind, u.rollup, u.operator, u.window)));
    }

    function testFuzz_digests(FinalityClaim calldata c, BatchHeader calldata h, L1View calldata v, bytes32 ack) public view {
        assertEq(rollups.domainSeparator(), domain());
        bytes32 kind = keccak256(
            "FinalityClaim(bytes32 rollup,uint64 epoch,uint64 number,bytes32 blockHash,bytes32 parentHash,bytes32 stateRoot,bytes32 outputRoot,uint8 level)"
        );
        assertEq(
            rollups.finalityClaimDigest(c),
            typed(
                abi.encode(
                    kind, c.rollup, c.epoch, c.number, c.blockHash, c.parentHash, c.stateRoot, c.outputRoot, c.level
                )
            )
        );
        kind = keccak256(
            "BatchHeader(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,uint64 number,uint64 timestamp,uint64 l1Number,uint64 inbox,bytes32 parentHash,bytes32 blockHash,bytes32 bodyHash,uint32 bodySize)"
        );
        bytes memory head = abi.encode(kind, h.rollup, h.epoch, h.slot, h.rank, h.number);
        bytes memory tail = abi.encode(h.timestamp, h.l1Number, h.inbox, h.parentHash, h.blockHash, h.bodyHash, h.bodySize);
        assertEq(rollups.batchHeaderDigest(h), typed(bytes.concat(head, tail)));
        kind = keccak256("L1View(uint64 number,bytes32 blockHash,bytes32 operatorSets,bytes32 inputs)");
        assertEq(rollups.l1ViewDigest(v), typed(abi.encode(kind, v.number, v.blockHash, v.operatorSets, v.inputs)));
        assertEq(
            rollups.availabilityAckDigest(ack), typed(abi.encode(keccak256("AvailabilityAck(bytes32 header)"), ack))
        );
    }
}

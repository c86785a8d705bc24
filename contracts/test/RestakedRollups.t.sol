// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OperatorRegistrar} from "../src/OperatorRegistrar.sol";
import {RestakedRollups} from "../src/RestakedRollups.sol";
import {BatchHeader, FinalityAlert, FinalityClaim, L1View, Rollup, RollupParams, SetParams} from "../src/Types.sol";
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
        p.slotMillis = 0;
        refuse(abi.encodeWithSelector(RestakedRollups.ZeroValue.selector, "slotMillis"), p, sets);
        p = rollupParams(7);
        p.name = "";
        refuse(abi.encodeWithSelector(RestakedRollups.BadName.selector, 0), p, sets);
        p = rollupParams(7);
        p.ranks = 17;
        refuse(abi.encodeWithSelector(RestakedRollups.BadRanks.selector, 17), p, sets);
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
            "BatchHeader(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,uint64 number,uint64 timestamp,bytes32 parentHash,bytes32 blockHash,bytes32 bodyHash,uint32 bodySize)"
        );
        bytes memory head = abi.encode(kind, h.rollup, h.epoch, h.slot, h.rank, h.number);
        bytes memory tail = abi.encode(h.timestamp, h.parentHash, h.blockHash, h.bodyHash, h.bodySize);
        assertEq(rollups.batchHeaderDigest(h), typed(bytes.concat(head, tail)));
        kind = keccak256("L1View(uint64 number,bytes32 blockHash,bytes32 operatorSets)");
        assertEq(rollups.l1ViewDigest(v), typed(abi.encode(kind, v.number, v.blockHash, v.operatorSets)));
        assertEq(
            rollups.availabilityAckDigest(ack), typed(abi.encode(keccak256("AvailabilityAck(bytes32 header)"), ack))
        );
    }
}

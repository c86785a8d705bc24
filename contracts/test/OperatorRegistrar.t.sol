// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OperatorRegistrar} from "../src/OperatorRegistrar.sol";
import {Keys, OperatorInfo} from "../src/Types.sol";
import {DeregisterParams} from "../src/interfaces/IEigenLayer.sol";
import {Network} from "./utils/Network.sol";

contract OperatorRegistrarTest is Network {
    uint32 internal constant SQUAD_SET = 1;

    function attempt(uint256 i, bytes memory data) internal {
        stakeIn(MACH_SET, i, 5 ether, 0);
        vm.prank(operatorAddress(i));
        manager.registerForOperatorSets(operatorAddress(i), registration(MACH_SET, data));
    }

    function refused(Keys memory keys, bytes memory why) internal {
        stakeIn(MACH_SET, 1, 5 ether, 0);
        bytes memory data = abi.encode(keys);
        vm.expectRevert(why);
        vm.prank(operatorAddress(1));
        manager.registerForOperatorSets(operatorAddress(1), registration(MACH_SET, data));
    }

    function depart(uint256 i) internal {
        uint32[] memory ids = new uint32[](1);
        ids[0] = MACH_SET;
        vm.prank(operatorAddress(i));
        manager.deregisterFromOperatorSets(DeregisterParams(operatorAddress(i), address(rollups), ids));
    }

    function test_joinKeepsKeys() public {
        Keys memory keys = keysOf(1);
        address operator = operatorAddress(1);
        stakeIn(MACH_SET, 1, 5 ether, 0);
        bytes memory data = abi.encode(keys);
        vm.expectEmit(address(registrar));
        emit OperatorRegistrar.OperatorKeysRegistered(
            operator, keys.blsKey, keys.consensusKey, keys.peerId, keys.peerAddress
        );
        vm.expectEmit(address(registrar));
        emit OperatorRegistrar.OperatorJoined(MACH_SET, operator);
        vm.prank(operator);
        manager.registerForOperatorSets(operator, registration(MACH_SET, data));
        OperatorInfo memory info = registrar.operatorInfo(operator);
        assertEq(info.blsKey, keys.blsKey);
        assertEq(info.consensusKey, keys.consensusKey);
        assertEq(info.consensusAddress, address(uint160(uint256(keccak256(keys.consensusKey)))));
        assertEq(info.peerId, keys.peerId);
        assertEq(bytes(info.peerAddress), bytes(keys.peerAddress));
        assertEq(registrar.operatorOfBlsKey(keccak256(keys.blsKey)), operator);
        assertEq(registrar.operatorOfPeer(keys.peerId), operator);
        assertEq(registrar.registrationData(keys), abi.encode(keys));
    }

    function testFuzz_packedKeyKeepsAllBytes(uint256 seed) public {
        uint256 i = bound(seed, 1, 1e9);
        join(MACH_SET, i, 5 ether);
        assertEq(registrar.blsKey(operatorAddress(i)), publicKey(secretOf(i)));
    }

    function test_secondSetNeedsNoKeys() public {
        join(MACH_SET, 1, 5 ether);
        join(SQUAD_SET, 1, 5 ether);
        assertEq(registrar.operatorInfo(operatorAddress(2)).blsKey.length, 0);
    }

    function test_keysOnceOnly() public {
        join(MACH_SET, 1, 5 ether);
        bytes memory data = abi.encode(keysOf(1));
        stakeIn(SQUAD_SET, 1, 5 ether, 0);
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.KeysAlreadyRegistered.selector, operatorAddress(1)));
        vm.prank(operatorAddress(1));
        manager.registerForOperatorSets(operatorAddress(1), registration(SQUAD_SET, data));
    }

    function test_firstSetNeedsKeys() public {
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.KeysMissing.selector, operatorAddress(1)));
        this.tryJoin(1, "");
    }

    function tryJoin(uint256 i, bytes memory data) external {
        attempt(i, data);
    }

    function test_malformedDataIsRefused() public {
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "data", 3));
        this.tryJoin(1, "abc");
    }

    function testFuzz_randomDataIsRefused(bytes calldata data) public {
        vm.assume(data.length != 0);
        try this.tryJoin(1, data) {
            assertTrue(false, "random data accepted");
        } catch {}
        assertTrue(!registrar.isKnown(operatorAddress(1)), "known after refusal");
    }

    function test_badLengths() public {
        Keys memory keys = keysOf(1);
        keys.blsKey = new bytes(96);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "blsKey", 96));
        keys = keysOf(1);
        keys.blsProof = new bytes(257);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "blsProof", 257));
        keys = keysOf(1);
        keys.consensusKey = new bytes(65);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "consensusKey", 65));
        keys = keysOf(1);
        keys.consensusProof = new bytes(64);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "consensusProof", 64));
        keys = keysOf(1);
        keys.peerId = "";
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "peerId", 0));
        keys = keysOf(1);
        keys.peerAddress = string(new bytes(257));
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "peerAddress", 257));
    }

    function test_badBlsKeys() public {
        Keys memory keys = keysOf(1);
        keys.blsKey = new bytes(128);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.InfinityKey.selector));
        keys.blsKey[127] = 0x02; // (0, 2): on the curve, of order three
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.NotInSubgroup.selector));
        keys.blsKey[127] = 0x03;
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.NotOnCurve.selector));
    }

    function test_badProofs() public {
        Keys memory keys = keysOf(1);
        keys.blsProof = keysOf(2).blsProof;
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadProofOfPossession.selector));
        keys.blsProof = new bytes(256);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadProofOfPossession.selector));
        keys = keysOf(1);
        keys.consensusProof = keysOf(2).consensusProof;
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadConsensusProof.selector));
        keys.consensusProof = new bytes(65);
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.BadConsensusProof.selector));
    }

    function test_proofsOfAnotherOperatorAreWorthless() public {
        refused(keysFor(1, operatorAddress(2)), abi.encodeWithSelector(OperatorRegistrar.BadProofOfPossession.selector));
    }

    function test_recoveryIdOfEitherCustom() public {
        Keys memory keys = keysOf(1);
        keys.consensusProof[64] = bytes1(uint8(keys.consensusProof[64]) - 27);
        attempt(1, abi.encode(keys));
    }

    function test_duplicatesAreRefused() public {
        join(MACH_SET, 2, 5 ether);
        address holder = operatorAddress(2);
        Keys memory keys = keysFor(2, operatorAddress(1));
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.DuplicateBlsKey.selector, holder));
        keys.blsKey = keysOf(1).blsKey;
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.DuplicateConsensusKey.selector, holder));
        keys = keysOf(1);
        keys.peerId = keysOf(2).peerId;
        refused(keys, abi.encodeWithSelector(OperatorRegistrar.DuplicatePeerId.selector, holder));
    }

    function test_minimumStake() public {
        Keys memory keys = keysOf(1);
        stakeIn(MACH_SET, 1, 0.5 ether, 0.5 ether); // 0.5 + 0.5 × 0.5
        bytes memory why =
            abi.encodeWithSelector(OperatorRegistrar.BelowMinimumStake.selector, MACH_SET, 0.75 ether, 1 ether);
        bytes memory data = abi.encode(keys);
        vm.expectRevert(why);
        vm.prank(operatorAddress(1));
        manager.registerForOperatorSets(operatorAddress(1), registration(MACH_SET, data));
        stakeIn(MACH_SET, 1, 0.5 ether, 1 ether);
        vm.prank(operatorAddress(1));
        manager.registerForOperatorSets(operatorAddress(1), registration(MACH_SET, data));
    }

    function test_capacity() public {
        rollups.registerRollup(rollupParams(77), threeSets(2));
        uint32 set = 5;
        join(set, 1, 5 ether);
        join(set, 2, 5 ether);
        stakeIn(set, 3, 5 ether, 0);
        bytes memory data = abi.encode(keysOf(3));
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.SetFull.selector, set, 2));
        vm.prank(operatorAddress(3));
        manager.registerForOperatorSets(operatorAddress(3), registration(set, data));
    }

    function test_onlyTheAllocationManagerCalls() public {
        uint32[] memory ids = new uint32[](1);
        vm.expectRevert(OperatorRegistrar.OnlyAllocationManager.selector);
        registrar.registerOperator(address(this), address(rollups), ids, "");
        vm.expectRevert(OperatorRegistrar.OnlyAllocationManager.selector);
        registrar.deregisterOperator(address(this), address(rollups), ids);
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.UnsupportedAVS.selector, address(7)));
        vm.prank(address(manager));
        registrar.registerOperator(address(this), address(7), ids, "");
    }

    function testFuzz_leavingNeverReverts(address operator, address avs, uint32[] calldata ids) public {
        vm.prank(address(manager));
        registrar.deregisterOperator(operator, avs, ids);
    }

    function test_keysStayAfterLeaving() public {
        join(MACH_SET, 1, 5 ether);
        vm.expectEmit(address(registrar));
        emit OperatorRegistrar.OperatorLeft(MACH_SET, operatorAddress(1));
        depart(1);
        assertEq(registrar.blsKey(operatorAddress(1)), publicKey(secretOf(1)));
        vm.roll(block.number + 11);
        join(MACH_SET, 1, 5 ether);
    }

    function test_peerAddressUpdate() public {
        join(MACH_SET, 1, 5 ether);
        vm.prank(operatorAddress(1));
        registrar.updatePeerAddress("/dns/new.example/tcp/1");
        assertEq(bytes(registrar.operatorInfo(operatorAddress(1)).peerAddress), "/dns/new.example/tcp/1");
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.BadLength.selector, "peerAddress", 0));
        vm.prank(operatorAddress(1));
        registrar.updatePeerAddress("");
        vm.expectRevert(abi.encodeWithSelector(OperatorRegistrar.UnknownOperator.selector, address(this)));
        registrar.updatePeerAddress("/dns/x");
    }
}

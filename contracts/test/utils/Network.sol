// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CertificateVerifier} from "../../src/CertificateVerifier.sol";
import {Mach} from "../../src/Mach.sol";
import {OperatorRegistrar} from "../../src/OperatorRegistrar.sol";
import {RestakedRollups} from "../../src/RestakedRollups.sol";
import {Slasher} from "../../src/Slasher.sol";
import {Squad} from "../../src/Squad.sol";
import {StakeTable} from "../../src/StakeTable.sol";
import {FinalityClaim, Keys, Member, RollupParams, SetParams} from "../../src/Types.sol";
import {RegisterParams} from "../../src/interfaces/IEigenLayer.sol";
import {AllocationManagerHarness} from "./AllocationManagerHarness.sol";
import {BLSKeys} from "./BLSKeys.sol";
import {TestBase} from "./TestBase.sol";
import {Vm} from "./Vm.sol";

/// @notice All contracts, deployed in their order, with one rollup and ways to add operators and sign.
abstract contract Network is TestBase, BLSKeys {
    uint64 internal constant EPOCH_BLOCKS = 5;
    address internal constant LST = address(0x1111);
    address internal constant ALT = address(0x2222);
    uint32 internal constant MACH_SET = 2;
    address internal constant OUTBOX = address(0xb0b);

    AllocationManagerHarness internal manager;
    OperatorRegistrar internal registrar;
    Slasher internal slasher;
    RestakedRollups internal rollups;
    StakeTable internal table;
    CertificateVerifier internal verifier;
    Mach internal mach;
    Squad internal squad;
    bytes32 internal rollup;

    mapping(address operator => uint256) internal indexOf;

    function setUp() public virtual {
        vm.roll(100);
        manager = new AllocationManagerHarness();
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 2);
        registrar = new OperatorRegistrar(address(manager), predicted);
        slasher = new Slasher(address(manager), predicted, address(registrar));
        rollups = new RestakedRollups(config(0, address(0)), terms(256, 1 ether));
        assertEq(address(rollups), predicted);
        table = new StakeTable(address(manager), address(rollups), address(registrar), EPOCH_BLOCKS);
        verifier = new CertificateVerifier(address(rollups), address(table));
        mach = new Mach(address(rollups), address(table));
        squad = new Squad(rollups, mach);
        rollup = rollups.registerRollup(rollupParams(42), threeSets(256));
    }

    function config(uint256 fee, address recipient) internal view returns (RestakedRollups.Config memory) {
        return RestakedRollups.Config({
            name: "trident-test",
            metadataURI: "https://example.org/avs.json",
            allocationManager: address(manager),
            registrar: address(registrar),
            slasher: address(slasher),
            registrationFee: fee,
            feeRecipient: recipient
        });
    }

    function terms(uint16 capacity, uint128 minimum) internal pure returns (SetParams memory set) {
        set.strategies = new address[](2);
        (set.strategies[0], set.strategies[1]) = (LST, ALT);
        set.multipliers = new uint128[](2);
        (set.multipliers[0], set.multipliers[1]) = (1e18, 0.5e18);
        (set.capacity, set.minimumStake) = (capacity, minimum);
    }

    function threeSets(uint16 capacity) internal pure returns (SetParams[3] memory) {
        return [terms(capacity, 1 ether), terms(capacity, 1 ether), terms(capacity, 1 ether)];
    }

    function rollupParams(uint64 chainId) internal pure returns (RollupParams memory) {
        return RollupParams({
            name: "demo",
            chainId: chainId,
            genesisHash: keccak256("genesis"),
            slotMillis: 200,
            ranks: 3,
            slashWad: 0,
            minimumLevel: 0,
            sequenced: true,
            genesisTime: 1_700_000_000,
            gasLimit: 30_000_000,
            spanSlots: 8,
            windowSpans: 30,
            stepMillis: 300,
            maxBatchBytes: 1 << 20,
            forceMillis: 30_000,
            outbox: OUTBOX
        });
    }

    /// @dev Address of operator number i: that of its consensus key, for want of another.
    function operatorAddress(uint256 i) internal pure returns (address) {
        return vm.addr(uint256(keccak256(abi.encode("operator", i))));
    }

    function keysOf(uint256 i) internal returns (Keys memory keys) {
        return keysFor(i, operatorAddress(i));
    }

    function keysFor(uint256 i, address operator) internal returns (Keys memory keys) {
        Vm.Wallet memory wallet = vm.createWallet(uint256(keccak256(abi.encode("consensus", i))));
        keys.blsKey = publicKey(secretOf(i));
        keys.consensusKey = abi.encodePacked(wallet.publicKeyX, wallet.publicKeyY);
        bytes32 digest = rollups.operatorRegistrationDigest(operator, keccak256(keys.blsKey), wallet.addr);
        keys.blsProof = sign(secretOf(i), digest);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(wallet.privateKey, digest);
        keys.consensusProof = abi.encodePacked(r, s, v);
        keys.peerId = abi.encodePacked("peer", i);
        keys.peerAddress = "/ip4/127.0.0.1/tcp/4001";
    }

    function stakeIn(uint32 setId, uint256 i, uint256 lst, uint256 alt) internal {
        manager.setStake(address(rollups), setId, operatorAddress(i), LST, lst, 0);
        manager.setStake(address(rollups), setId, operatorAddress(i), ALT, alt, 0);
    }

    function registration(uint32 setId, bytes memory data) internal view returns (RegisterParams memory params) {
        params.avs = address(rollups);
        params.operatorSetIds = new uint32[](1);
        params.operatorSetIds[0] = setId;
        params.data = data;
    }

    /// @dev Operator i joins a set with this much stake.
    function join(uint32 setId, uint256 i, uint256 stake) internal {
        stakeIn(setId, i, stake, 0);
        address operator = operatorAddress(i);
        indexOf[operator] = i;
        bytes memory data = registrar.isKnown(operator) ? bytes("") : abi.encode(keysOf(i));
        vm.prank(operator);
        manager.registerForOperatorSets(operator, registration(setId, data));
    }

    /// @dev Operators 0..n-1 join the MACH set with stakes 100, 101, .. ether, and a snapshot is taken.
    function machSetOf(uint256 n) internal {
        for (uint256 i; i < n; ++i) join(MACH_SET, i, (100 + i) * 1 ether);
        table.snapshot(MACH_SET);
    }

    function claimOf(uint64 number) internal view returns (FinalityClaim memory claim) {
        claim.rollup = rollup;
        claim.epoch = table.currentEpoch(MACH_SET);
        claim.number = number;
        claim.blockHash = keccak256(abi.encode("block", number));
        claim.parentHash = keccak256(abi.encode("block", number - 1));
        claim.stateRoot = keccak256(abi.encode("state", number));
    }

    /// @dev Aggregate signature of the members in the bitmap: the sum of their secrets signs once.
    function signAs(uint256 signers, bytes32 digest) internal view returns (bytes memory) {
        return sign(secretSum(signers), digest);
    }

    function secretSum(uint256 signers) internal view returns (uint256 sum) {
        return secretSumIn(MACH_SET, table.currentEpoch(MACH_SET), signers);
    }

    function secretSumIn(uint32 setId, uint64 epoch, uint256 signers) internal view returns (uint256 sum) {
        Member[] memory members = table.members(setId, epoch);
        for (uint256 i; i < members.length; ++i) {
            if ((signers >> i) & 1 == 1) sum = addmod(sum, secretOf(indexOf[members[i].operator]), R);
        }
    }

    /// @dev Aggregate signature of members of any set and epoch.
    function signIn(uint32 setId, uint64 epoch, uint256 signers, bytes32 digest) internal view returns (bytes memory) {
        return sign(secretSumIn(setId, epoch, signers), digest);
    }

    function memberOrder() internal view returns (address[] memory order) {
        uint64 epoch = table.currentEpoch(MACH_SET);
        Member[] memory members = table.members(MACH_SET, epoch);
        order = new address[](members.length);
        for (uint256 i; i < order.length; ++i) order[i] = members[i].operator;
    }
}

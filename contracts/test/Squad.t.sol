// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {RestakedRollups} from "../src/RestakedRollups.sol";
import {Squad} from "../src/Squad.sol";
import {StateProof} from "../src/libraries/StateProof.sol";
import {TridentFinality} from "../src/libraries/TridentFinality.sol";
import {FinalityAlert, FinalityClaim, RollupParams, Withdrawal} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";
import {Tries} from "./utils/Tries.sol";

/// @notice Calls again when it is paid.
contract Greedy {
    Squad internal immutable squad;
    bytes internal again;
    bool public refused;

    constructor(Squad squad_) {
        squad = squad_;
    }

    function keep(bytes calldata call) external {
        again = call;
    }

    receive() external payable {
        (bool ok,) = address(squad).call(again);
        refused = !ok;
    }
}

contract SquadTest is Network, Tries {
    address internal constant TO = address(0xbeef);
    uint64 internal constant NUMBER = 77;

    bytes internal head;
    bytes[] internal accountProof;
    bytes[] internal storageProof;

    function setUp() public override {
        super.setUp();
        machSetOf(4);
        vm.deal(address(this), 1000 ether);
    }

    // The inbox.

    /// @dev The chain written out plainly.
    function chained(bytes32 before, uint64 index, uint8 kind, address to, uint64 gwei_, bytes memory data)
        internal
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(before, index, kind, address(this), to, gwei_, keccak256(data)));
    }

    function hasInbox(bytes32 id, uint64 count, bytes32 hash) internal view {
        (uint64 gotCount, bytes32 gotHash) = squad.inbox(id);
        assertEq(gotCount, count);
        assertEq(gotHash, hash);
    }

    function test_messagesAreChained() public {
        hasInbox(rollup, 0, 0);
        bytes32 first = chained(0, 0, 1, address(0), 0, "transaction");
        vm.expectEmit(address(squad));
        emit Squad.MessageQueued(rollup, 0, 1, address(this), address(0), 0, "transaction", first);
        assertEq(squad.force(rollup, "transaction"), 0);
        hasInbox(rollup, 1, first);
        bytes32 second = chained(first, 1, 2, TO, 2_500_000_000, "");
        vm.expectEmit(address(squad));
        emit Squad.MessageQueued(rollup, 1, 2, address(this), TO, 2_500_000_000, "", second);
        assertEq(squad.deposit{value: 2.5 ether}(rollup, TO), 1);
        hasInbox(rollup, 2, second);
        assertEq(squad.locked(rollup), 2.5 ether);
        assertEq(address(squad).balance, 2.5 ether);
    }

    function test_goldenInbox() public {
        string memory json = vm.readFile("../avs/testdata/sequencing.json");
        uint256 i;
        for (; vm.keyExistsJson(json, string.concat(".inbox[", vm.toString(i), "]")); ++i) {
            string memory key = string.concat(".inbox[", vm.toString(i), "]");
            address sender = vm.parseJsonAddress(json, string.concat(key, ".sender"));
            uint256 amount = vm.parseJsonUint(json, string.concat(key, ".amount")) * 1 gwei;
            vm.deal(sender, amount);
            if (vm.parseJsonUint(json, string.concat(key, ".kind")) == 1) {
                bytes memory data = vm.parseJsonBytes(json, string.concat(key, ".data"));
                vm.prank(sender);
                squad.force(rollup, data);
            } else {
                address to = vm.parseJsonAddress(json, string.concat(key, ".to"));
                vm.prank(sender);
                squad.deposit{value: amount}(rollup, to);
            }
            hasInbox(rollup, uint64(i + 1), vm.parseJsonBytes32(json, string.concat(key, ".hash")));
        }
        assertEq(i, 2);
    }

    function testFuzz_chainIsTheNaiveOne(bytes[] calldata messages, address to, bool[8] calldata deposits) public {
        bytes32 hash;
        uint64 count;
        if (to == address(0)) to = TO;
        for (uint256 i; i < messages.length && i < 8; ++i) {
            if (deposits[i] || messages[i].length == 0) {
                uint64 amount = uint64(1 + i);
                hash = chained(hash, count, 2, to, amount, "");
                squad.deposit{value: amount * 1 gwei}(rollup, to);
            } else {
                hash = chained(hash, count, 1, address(0), 0, messages[i]);
                squad.force(rollup, messages[i]);
            }
            hasInbox(rollup, ++count, hash);
        }
    }

    function test_sizeOfTransactionsHasBounds() public {
        squad.force(rollup, new bytes(32 << 10));
        vm.expectRevert(abi.encodeWithSelector(Squad.BadTransactionSize.selector, (32 << 10) + 1));
        squad.force(rollup, new bytes((32 << 10) + 1));
        vm.expectRevert(abi.encodeWithSelector(Squad.BadTransactionSize.selector, 0));
        squad.force(rollup, "");
        (uint64 count,) = squad.inbox(rollup);
        assertEq(count, 1);
    }

    function test_depositsAreWholeGwei() public {
        squad.deposit{value: 1 gwei}(rollup, TO);
        uint256[4] memory bad = [uint256(0), 1, 1 gwei - 1, 3 gwei + 1];
        for (uint256 i; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Squad.BadAmount.selector, bad[i]));
            squad.deposit{value: bad[i]}(rollup, TO);
        }
        uint256 most = uint256(type(uint64).max) * 1 gwei;
        vm.deal(address(this), most + 1 gwei);
        vm.expectRevert(abi.encodeWithSelector(Squad.BadAmount.selector, most + 1 gwei));
        squad.deposit{value: most + 1 gwei}(rollup, TO);
        squad.deposit{value: most}(rollup, TO);
        vm.expectRevert(Squad.NoRecipient.selector);
        squad.deposit{value: 1 gwei}(rollup, address(0));
    }

    function refuseBoth(bytes32 to, bytes memory why) internal {
        vm.expectRevert(why);
        squad.force(to, "transaction");
        vm.expectRevert(why);
        squad.deposit{value: 1 ether}(to, TO);
        assertEq(squad.locked(to), 0);
    }

    function test_onlySequencedRollupsHaveAnInbox() public {
        refuseBoth("x", abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        RollupParams memory p;
        (p.name, p.chainId, p.genesisHash) = ("followed", 7, keccak256("genesis"));
        bytes32 followed = rollups.registerRollup(p, threeSets(4));
        refuseBoth(followed, abi.encodeWithSelector(Squad.InboxClosed.selector, followed));
        rollups.stopRollup(rollup);
        refuseBoth(rollup, abi.encodeWithSelector(Squad.InboxClosed.selector, rollup));
    }

    // Withdrawals.

    function noted(address to, uint256 amount) internal {
        bytes32 root;
        bytes32 slot = keccak256(abi.encode(uint256(3), uint256(0)));
        (root, storageProof) = storageTrie(slot, uint256(keccak256(abi.encode(to, amount))));
        (root, accountProof) = accountTrie(OUTBOX, root);
        head = header(keccak256("parent"), root, NUMBER, 1_700_000_000);
    }

    function certify() internal {
        FinalityClaim memory claim = claimOf(NUMBER);
        claim.blockHash = keccak256(head);
        mach.submit(claim, 15, signAs(15, rollups.finalityClaimDigest(claim)));
    }

    function withdraw(address to, uint256 amount) internal {
        squad.withdraw(Withdrawal(rollup, 3, to, amount), head, accountProof, storageProof);
    }

    function test_withdrawalIsPaidOnce() public {
        squad.deposit{value: 5 ether}(rollup, TO);
        noted(TO, 2 ether);
        certify();
        vm.expectEmit(address(squad));
        emit Squad.Withdrawn(rollup, 3, TO, 2 ether);
        withdraw(TO, 2 ether);
        assertEq(TO.balance, 2 ether);
        assertEq(squad.locked(rollup), 3 ether);
        assertTrue(squad.paid(rollup, 3), "paid");
        vm.expectRevert(abi.encodeWithSelector(Squad.AlreadyPaid.selector, rollup, 3));
        withdraw(TO, 2 ether);
    }

    function test_withdrawalAfterStop() public {
        squad.deposit{value: 5 ether}(rollup, TO);
        noted(TO, 5 ether);
        certify();
        rollups.stopRollup(rollup);
        withdraw(TO, 5 ether);
        assertEq(TO.balance, 5 ether);
        assertEq(address(squad).balance, 0);
    }

    function test_withdrawalNeedsFinality() public {
        squad.deposit{value: 5 ether}(rollup, TO);
        noted(TO, 2 ether);
        vm.expectRevert(
            abi.encodeWithSelector(TridentFinality.NotFinal.selector, rollup, NUMBER, keccak256(head))
        );
        withdraw(TO, 2 ether);
        certify();
        FinalityAlert memory a = FinalityAlert(rollup, 1, 1, true);
        mach.alert(a, 15, signAs(15, rollups.finalityAlertDigest(a)));
        vm.expectRevert(abi.encodeWithSelector(TridentFinality.FinalityIsPaused.selector, rollup));
        withdraw(TO, 2 ether);
    }

    function test_withdrawalIsTheNotedOne() public {
        squad.deposit{value: 5 ether}(rollup, TO);
        noted(TO, 2 ether);
        certify();
        bytes32 found = keccak256(abi.encode(TO, 2 ether));
        bytes32 claimed = keccak256(abi.encode(TO, 3 ether));
        vm.expectRevert(abi.encodeWithSelector(Squad.WrongWithdrawal.selector, 3, found, claimed));
        withdraw(TO, 3 ether);
        claimed = keccak256(abi.encode(address(this), 2 ether));
        vm.expectRevert(abi.encodeWithSelector(Squad.WrongWithdrawal.selector, 3, found, claimed));
        withdraw(address(this), 2 ether);
        vm.expectRevert(
            abi.encodeWithSelector(
                StateProof.BadStorageProof.selector,
                keccak256(abi.encode(uint256(4), uint256(0))),
                TrieProof.ProofError.INVALID_PATH_REMAINDER
            )
        );
        squad.withdraw(Withdrawal(rollup, 4, TO, 2 ether), head, accountProof, storageProof);
        vm.expectPartialRevert(StateProof.BadAccountProof.selector);
        squad.withdraw(Withdrawal(rollup, 3, TO, 2 ether), head, storageProof, storageProof);
    }

    function test_noRollupPaysFromAnother() public {
        bytes32 other = rollups.registerRollup(rollupParams(43), threeSets(4));
        squad.deposit{value: 50 ether}(other, TO);
        squad.deposit{value: 1 ether}(rollup, TO);
        noted(TO, 2 ether);
        certify();
        vm.expectRevert(abi.encodeWithSelector(Squad.NotLocked.selector, rollup, 2 ether, 1 ether));
        withdraw(TO, 2 ether);
        vm.expectRevert(
            abi.encodeWithSelector(TridentFinality.NotFinal.selector, other, NUMBER, keccak256(head))
        );
        squad.withdraw(Withdrawal(other, 3, TO, 2 ether), head, accountProof, storageProof);
        squad.deposit{value: 1 ether}(rollup, TO);
        withdraw(TO, 2 ether);
        assertEq(squad.locked(other), 50 ether);
        assertEq(squad.locked(rollup), 0);
    }

    function test_withoutOutboxNothingComesBack() public {
        RollupParams memory p = rollupParams(43);
        p.outbox = address(0);
        bytes32 other = rollups.registerRollup(p, threeSets(4));
        noted(TO, 2 ether);
        vm.expectRevert(abi.encodeWithSelector(Squad.NoOutbox.selector, other));
        squad.withdraw(Withdrawal(other, 3, TO, 2 ether), head, accountProof, storageProof);
        vm.expectRevert(abi.encodeWithSelector(RestakedRollups.UnknownRollup.selector, bytes32("x")));
        squad.withdraw(Withdrawal("x", 3, TO, 2 ether), head, accountProof, storageProof);
    }

    function test_recipientCannotComeAgain() public {
        Greedy greedy = new Greedy(squad);
        squad.deposit{value: 5 ether}(rollup, TO);
        noted(address(greedy), 2 ether);
        certify();
        Withdrawal memory w = Withdrawal(rollup, 3, address(greedy), 2 ether);
        greedy.keep(abi.encodeCall(Squad.withdraw, (w, head, accountProof, storageProof)));
        squad.withdraw(w, head, accountProof, storageProof);
        assertTrue(greedy.refused(), "the second call was refused");
        assertEq(address(greedy).balance, 2 ether);
        assertEq(squad.locked(rollup), 3 ether);
    }
}

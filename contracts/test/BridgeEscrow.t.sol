// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {BridgeEscrow, BridgeOutbox} from "../src/examples/BridgeEscrow.sol";
import {IMach} from "../src/interfaces/ITrident.sol";
import {StateProof} from "../src/libraries/StateProof.sol";
import {TridentFinality} from "../src/libraries/TridentFinality.sol";
import {FinalityAlert, FinalityClaim} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";
import {Tries} from "./utils/Tries.sol";

/// @notice The escrow with states of one account; package contracts (Go) has it with the state of a real rollup.
contract BridgeEscrowTest is Network, Tries {
    address internal constant TO = address(0xbeef);
    uint64 internal constant NUMBER = 77;

    BridgeEscrow internal escrow;
    bytes internal head;
    bytes[] internal accountProof;
    bytes[] internal storageProof;

    function setUp() public override {
        super.setUp();
        machSetOf(4);
        escrow = new BridgeEscrow(IMach(address(mach)), rollup, OUTBOX);
        vm.deal(address(this), 10 ether);
        escrow.deposit{value: 5 ether}(TO);
        bytes32 storageRoot;
        bytes32 stateRoot;
        (storageRoot, storageProof) =
            storageTrie(keccak256(abi.encode(uint256(3), uint256(0))), uint256(keccak256(abi.encode(TO, 2 ether))));
        (stateRoot, accountProof) = accountTrie(OUTBOX, storageRoot);
        head = header(keccak256("parent"), stateRoot, NUMBER, 1_700_000_000);
    }

    function certify() internal {
        FinalityClaim memory claim = claimOf(NUMBER);
        claim.blockHash = keccak256(head);
        mach.submit(claim, 15, signAs(15, rollups.finalityClaimDigest(claim)));
    }

    function alert(uint64 sequence) internal {
        FinalityAlert memory a = FinalityAlert(rollup, 1, sequence, sequence % 2 == 1);
        mach.alert(a, 15, signAs(15, rollups.finalityAlertDigest(a)));
    }

    function withdraw() internal {
        escrow.withdraw(3, TO, 2 ether, head, accountProof, storageProof);
    }

    function test_paysOnFinalityOnce() public {
        certify();
        vm.expectEmit(address(escrow));
        emit BridgeEscrow.Withdrawn(3, TO, 2 ether);
        withdraw();
        assertEq(TO.balance, 2 ether);
        assertEq(address(escrow).balance, 3 ether);
        vm.expectRevert(abi.encodeWithSelector(BridgeEscrow.AlreadyPaid.selector, 3));
        withdraw();
    }

    function test_refusesWhatIsNotFinal() public {
        vm.expectRevert(
            abi.encodeWithSelector(TridentFinality.NotFinal.selector, rollup, NUMBER, keccak256(head))
        );
        withdraw();
    }

    function test_refusesWhilePaused() public {
        certify();
        alert(1);
        vm.expectRevert(abi.encodeWithSelector(TridentFinality.FinalityIsPaused.selector, rollup));
        withdraw();
        alert(2);
        withdraw();
        assertEq(TO.balance, 2 ether);
    }

    function test_refusesAnotherWithdrawal() public {
        certify();
        bytes32 found = keccak256(abi.encode(TO, 2 ether));
        vm.expectRevert(
            abi.encodeWithSelector(
                BridgeEscrow.WrongWithdrawal.selector, 3, found, keccak256(abi.encode(TO, 3 ether))
            )
        );
        escrow.withdraw(3, TO, 3 ether, head, accountProof, storageProof);
        vm.expectRevert(
            abi.encodeWithSelector(
                BridgeEscrow.WrongWithdrawal.selector, 3, found, keccak256(abi.encode(address(this), 2 ether))
            )
        );
        escrow.withdraw(3, address(this), 2 ether, head, accountProof, storageProof);
        vm.expectRevert(
            abi.encodeWithSelector(
                StateProof.BadStorageProof.selector,
                keccak256(abi.encode(uint256(4), uint256(0))),
                TrieProof.ProofError.INVALID_PATH_REMAINDER
            )
        );
        escrow.withdraw(4, TO, 2 ether, head, accountProof, storageProof);
    }

    function test_refusesWrongProofs() public {
        certify();
        bytes memory other = header(keccak256("parent"), keccak256("state"), NUMBER, 1_700_000_000);
        vm.expectRevert(
            abi.encodeWithSelector(TridentFinality.NotFinal.selector, rollup, NUMBER, keccak256(other))
        );
        escrow.withdraw(3, TO, 2 ether, other, accountProof, storageProof);
        vm.expectRevert(
            abi.encodeWithSelector(
                StateProof.BadAccountProof.selector, OUTBOX, TrieProof.ProofError.INVALID_ROOT
            )
        );
        escrow.withdraw(3, TO, 2 ether, head, storageProof, storageProof);
        vm.expectRevert(
            abi.encodeWithSelector(
                StateProof.BadAccountProof.selector, OUTBOX, TrieProof.ProofError.INVALID_PROOF
            )
        );
        escrow.withdraw(3, TO, 2 ether, head, new bytes[](0), storageProof);
        vm.expectRevert(
            abi.encodeWithSelector(
                StateProof.BadStorageProof.selector,
                keccak256(abi.encode(uint256(3), uint256(0))),
                TrieProof.ProofError.INVALID_ROOT
            )
        );
        escrow.withdraw(3, TO, 2 ether, head, accountProof, accountProof);
        // Every byte of both proofs counts.
        for (uint256 i; i < accountProof[0].length; i += 11) {
            bytes[] memory bad = accountProof;
            bad[0] = bytes.concat(bad[0]);
            bad[0][i] ^= 0x01;
            vm.expectPartialRevert(StateProof.BadAccountProof.selector);
            escrow.withdraw(3, TO, 2 ether, head, bad, storageProof);
        }
    }

    function test_outboxNotesWithdrawals() public {
        BridgeOutbox outbox = new BridgeOutbox();
        assertEq(outbox.withdraw{value: 1 ether}(TO), 0);
        assertEq(outbox.withdraw{value: 2 ether}(TO), 1);
        assertEq(outbox.withdrawals(1), keccak256(abi.encode(TO, 2 ether)));
        assertEq(
            vm.load(address(outbox), keccak256(abi.encode(uint256(1), uint256(0)))), keccak256(abi.encode(TO, 2 ether))
        );
        assertEq(outbox.count(), 2);
    }
}

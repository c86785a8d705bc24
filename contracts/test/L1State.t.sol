// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {L1Mirror} from "../src/examples/L1Mirror.sol";
import {L1State} from "../src/libraries/L1State.sol";
import {StateProof} from "../src/libraries/StateProof.sol";
import {Network} from "./utils/Network.sol";
import {Tries} from "./utils/Tries.sol";

/// @notice A rollup's block that stands on an L1 block, by the code of EIP-4788's system contract. The value proven is one that Squad
/// really holds.
contract L1StateTest is Network, Tries {
    address internal constant ROOTS = 0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02;
    uint256 internal constant TIME = 1_800_000_000;

    L1Mirror internal mirror;
    bytes internal l1;
    bytes[] internal accountProof;
    bytes[] internal storageProof;
    bytes32 internal slot;
    bytes32 internal value;

    function setUp() public override {
        super.setUp();
        vm.etch(
            ROOTS,
            hex"3373fffffffffffffffffffffffffffffffffffffffe14604d57602036146024575f5ffd5b5f35801560495762001fff810690815414603c575f5ffd5b62001fff01545f5260205ff35b5f5ffd5b62001fff42064281555f359062001fff015500"
        );
        mirror = new L1Mirror();
        squad.force(rollup, "transaction");
        slot = bytes32(uint256(keccak256(abi.encode(rollup, uint256(0)))) + 1); // Inbox.hash
        value = vm.load(address(squad), slot);
        (, bytes32 hash) = squad.inbox(rollup);
        assertEq(value, hash);
        bytes32 root;
        (root, storageProof) = storageTrie(slot, uint256(value));
        (root, accountProof) = accountTrie(address(squad), root);
        l1 = header(keccak256("l1"), root, 96, 1_799_999_000);
        standsOn(keccak256(l1), TIME);
    }

    /// @dev What the system call at the begin of a block does.
    function standsOn(bytes32 blockHash, uint256 time) internal {
        vm.warp(time);
        vm.prank(0xffffFFFfFFffffffffffffffFfFFFfffFFFfFFfE);
        (bool ok,) = ROOTS.call(abi.encode(blockHash));
        assertTrue(ok, "system call");
    }

    function prove() internal returns (bytes32) {
        return mirror.mirror(TIME, l1, address(squad), accountProof, slot, storageProof);
    }

    function test_provesASlotOfL1() public {
        vm.expectEmit(address(mirror));
        emit L1Mirror.Mirrored(address(squad), slot, value, TIME);
        assertEq(prove(), value);
        assertEq(mirror.valueOf(address(squad), slot), value);
        vm.warp(TIME + 8190);
        assertEq(prove(), value);
    }

    function refuse(uint256 time, bytes memory head, address account, bytes32 at, bytes memory why) internal {
        vm.expectRevert(why);
        mirror.mirror(time, head, account, accountProof, at, storageProof);
    }

    function test_refusesWhatIsNotSo() public {
        bytes memory none = abi.encodeWithSelector(L1State.NoL1Block.selector, TIME - 1);
        refuse(TIME - 1, l1, address(squad), slot, none);
        none = abi.encodeWithSelector(L1State.NoL1Block.selector, 0);
        refuse(0, l1, address(squad), slot, none);
        bytes memory other = header(keccak256("l1"), keccak256("state"), 96, 1_799_999_000);
        bytes memory why =
            abi.encodeWithSelector(StateProof.WrongHeader.selector, keccak256(l1), keccak256(other));
        refuse(TIME, other, address(squad), slot, why);
        why = abi.encodeWithSelector(
            StateProof.BadAccountProof.selector, address(mach), TrieProof.ProofError.INVALID_PATH_REMAINDER
        );
        refuse(TIME, l1, address(mach), slot, why);
        bytes32 next = bytes32(uint256(slot) + 1);
        why = abi.encodeWithSelector(
            StateProof.BadStorageProof.selector, next, TrieProof.ProofError.INVALID_PATH_REMAINDER
        );
        refuse(TIME, l1, address(squad), next, why);
    }

    function test_blocksAreForgottenAndZeroIsNone() public {
        standsOn(keccak256("later"), TIME + 8191); // the same place of the ring
        refuse(TIME, l1, address(squad), slot, abi.encodeWithSelector(L1State.NoL1Block.selector, TIME));
        standsOn(0, TIME + 8192);
        bytes memory why = abi.encodeWithSelector(L1State.NoL1Block.selector, TIME + 8192);
        refuse(TIME + 8192, l1, address(squad), slot, why);
    }

    function test_mirrorGoesForwardOnly() public {
        standsOn(keccak256(l1), TIME + 7);
        mirror.mirror(TIME + 7, l1, address(squad), accountProof, slot, storageProof);
        refuse(TIME, l1, address(squad), slot, abi.encodeWithSelector(L1Mirror.Older.selector, TIME, TIME + 7));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Withdrawal} from "../src/Types.sol";
import {FinalityClaim} from "../src/Types.sol";
import {Network} from "./utils/Network.sol";
import {Tries} from "./utils/Tries.sol";

/// @notice Random lives of two inboxes. What has been done is written down here and compared with what the contract says.
contract SquadInvariantsTest is Network, Tries {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address internal constant TO = address(0xbeef);

    bytes32[2] internal ids;
    uint256[2] internal deposited;
    uint256[2] internal withdrawn;
    uint64[2] internal counts;
    bytes32[2] internal hashes;
    bool[2] internal stopped;
    uint64 internal blocks;
    mapping(uint256 which => mapping(uint256 nonce => bool)) internal wasPaid;

    function setUp() public override {
        super.setUp();
        ids = [rollup, rollups.registerRollup(rollupParams(43), threeSets(256))];
        machSetOf(4);
        for (uint256 i; i < 4; ++i) join(5, i, (100 + i) * 1 ether); // the MACH set of the second
        table.snapshot(5);
        vm.deal(address(this), 1e9 ether);
    }

    /// @dev Read by forge: the actions.
    function targetSelectors() public view returns (FuzzSelector[] memory list) {
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(this), new bytes4[](4));
        list[0].selectors[0] = this.deposit.selector;
        list[0].selectors[1] = this.force.selector;
        list[0].selectors[2] = this.withdraw.selector;
        list[0].selectors[3] = this.stop.selector;
    }

    function targetContracts() public view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(this);
    }

    function chain(uint256 k, uint8 kind, address to, uint64 amount, bytes memory data) internal {
        hashes[k] = keccak256(abi.encode(hashes[k], counts[k]++, kind, address(this), to, amount, keccak256(data)));
    }

    function deposit(uint8 which, uint32 amount) external {
        uint256 k = which % 2;
        try squad.deposit{value: uint256(amount) * 0.5 gwei}(ids[k], TO) {
            assertTrue(!stopped[k] && amount != 0 && amount % 2 == 0, "took what it should not");
            chain(k, 2, TO, amount / 2, "");
            deposited[k] += uint256(amount) * 0.5 gwei;
        } catch {
            assertTrue(stopped[k] || amount == 0 || amount % 2 == 1, "refused without reason");
        }
    }

    function force(uint8 which, bytes calldata data) external {
        uint256 k = which % 2;
        try squad.force(ids[k], data) {
            assertTrue(!stopped[k] && data.length != 0, "took what it should not");
            chain(k, 1, address(0), 0, data);
        } catch {
            assertTrue(stopped[k] || data.length == 0, "refused without reason");
        }
    }

    /// @dev A withdrawal that the outbox noted at a certified block; the same number may be noted with another amount later, as a rollup
    /// that cheats does.
    function withdraw(uint8 which, uint8 nonce_, uint32 amount_) external {
        (uint256 k, uint256 nonce, uint256 amount) = (which % 2, nonce_ % 4, uint256(amount_) * 0.3 gwei);
        (bytes32 root, bytes[] memory storageProof) =
            storageTrie(keccak256(abi.encode(nonce, uint256(0))), uint256(keccak256(abi.encode(TO, amount))));
        bytes[] memory accountProof;
        (root, accountProof) = accountTrie(OUTBOX, root);
        bytes memory head = header(0, root, ++blocks, 1_700_000_000);
        certify(k, keccak256(head));
        bool may = !wasPaid[k][nonce] && amount <= deposited[k] - withdrawn[k];
        try squad.withdraw(Withdrawal(ids[k], nonce, TO, amount), head, accountProof, storageProof) {
            assertTrue(may, "paid without right");
            wasPaid[k][nonce] = true;
            withdrawn[k] += amount;
        } catch {
            assertTrue(!may, "refused without reason");
        }
    }

    function certify(uint256 k, bytes32 blockHash) internal {
        FinalityClaim memory claim;
        (claim.rollup, claim.epoch, claim.number, claim.blockHash) = (ids[k], 1, blocks, blockHash);
        mach.submit(claim, 15, signIn(k == 0 ? 2 : 5, 1, 15, rollups.finalityClaimDigest(claim)));
    }

    function stop(uint8 which, uint8 chance) external {
        if (chance % 16 != 0 || stopped[which % 2]) return;
        rollups.stopRollup(ids[which % 2]);
        stopped[which % 2] = true;
    }

    function invariant_etherIsThatOfDepositsWithoutWithdrawals() public view {
        uint256 sum;
        for (uint256 k; k < 2; ++k) {
            assertEq(squad.locked(ids[k]), deposited[k] - withdrawn[k]);
            sum += deposited[k] - withdrawn[k];
        }
        assertEq(address(squad).balance, sum);
        assertEq(TO.balance, withdrawn[0] + withdrawn[1]);
    }

    function invariant_inboxesAreTheNaiveChains() public view {
        for (uint256 k; k < 2; ++k) {
            (uint64 count, bytes32 hash) = squad.inbox(ids[k]);
            assertEq(count, counts[k]);
            assertEq(hash, hashes[k]);
        }
    }
}

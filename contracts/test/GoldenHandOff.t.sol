// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateChecker} from "../src/AggregateChecker.sol";
import {RemoteStakeTable} from "../src/RemoteStakeTable.sol";
import {HandedSets} from "../src/libraries/HandedSets.sol";
import {TridentDigests} from "../src/libraries/TridentDigests.sol";
import {HandedSet, L1View} from "../src/Types.sol";
import {GoldenVectors} from "./utils/GoldenVectors.sol";

/// @notice The golden hand-offs of Go (avs/testdata), followed by RemoteStakeTable, and refused by name with any field changed.
contract GoldenHandOffTest is GoldenVectors {
    uint256 internal constant MEMBER = 165;

    RemoteStakeTable internal table;
    string internal constant FIRST = ".hand_offs[0]";

    function setUp() public override {
        super.setUp();
        table = new RemoteStakeTable(
            separator(),
            vm.parseJsonAddress(claims, ".domain.contract"),
            L1View(uint64(number(handOffs, ".l1_number")), keccak256("l1"), word(handOffs, ".trusted_hash"), 0)
        );
        table.bootstrap(setsAt(handOffs, ".trusted"));
    }

    function viewDigest(bytes32 domain, L1View calldata view_) external pure returns (bytes32) {
        return TridentDigests.l1View(domain, view_);
    }

    function viewAt(string memory key) internal view returns (L1View memory) {
        return L1View(
            uint64(number(handOffs, string.concat(key, ".l1_number"))),
            word(handOffs, string.concat(key, ".l1_block_hash")),
            word(handOffs, string.concat(key, ".sets_hash")),
            word(handOffs, string.concat(key, ".inputs_hash"))
        );
    }

    function test_handOffs() public {
        for (uint256 i; vm.keyExistsJson(handOffs, at(".hand_offs", i)); ++i) {
            string memory key = at(".hand_offs", i);
            L1View memory view_ = viewAt(key);
            assertEq(keccak256(vm.parseJsonBytes(handOffs, string.concat(key, ".inputs_rlp"))), view_.inputs);
            assertEq(this.viewDigest(separator(), view_), word(handOffs, string.concat(key, ".digest")));
            HandedSet[] memory sets = setsAt(handOffs, string.concat(key, ".sets"));
            table.handOff(
                view_,
                sets,
                number(handOffs, string.concat(key, ".signers_uint256")),
                vm.parseJsonBytes(handOffs, string.concat(key, ".signature_eip2537"))
            );
            for (uint256 k; k < sets.length; ++k) assertEq(table.currentEpoch(sets[k].id), sets[k].epoch);
            assertEq(table.l1Number(), view_.number);
        }
    }

    function refuse(L1View memory view_, HandedSet[] memory sets, uint256 signers, bytes memory why) internal {
        bytes memory signature = vm.parseJsonBytes(handOffs, string.concat(FIRST, ".signature_eip2537"));
        vm.expectRevert(why);
        table.handOff(view_, sets, signers, signature);
    }

    function test_everyFieldOfAHandOffCounts() public {
        HandedSet[] memory sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        uint256 signers = number(handOffs, string.concat(FIRST, ".signers_uint256"));
        bytes memory bad = abi.encodeWithSelector(AggregateChecker.BadSignature.selector);
        uint64 last = table.l1Number();
        L1View memory v = viewAt(FIRST);
        v.number += 1;
        refuse(v, sets, signers, bad);
        v.number = last;
        refuse(v, sets, signers, abi.encodeWithSelector(RemoteStakeTable.StaleView.selector, last, last));
        v = viewAt(FIRST);
        v.blockHash ^= bytes32(uint256(1));
        refuse(v, sets, signers, bad);
        v = viewAt(FIRST);
        v.operatorSets ^= bytes32(uint256(1));
        refuse(v, sets, signers, bad);
        v = viewAt(FIRST);
        v.inputs ^= bytes32(uint256(1));
        refuse(v, sets, signers, bad);
        v = viewAt(FIRST);
        for (uint256 i; i < 4; ++i) refuse(v, sets, signers ^ (1 << i), bad);
        refuse(v, sets, signers | 16, abi.encodeWithSelector(AggregateChecker.BitsBeyondSet.selector, signers | 16, 4));
        refuse(v, sets, 0, abi.encodeWithSelector(AggregateChecker.NoSigners.selector));
        refuse(v, new HandedSet[](0), signers, abi.encodeWithSelector(RemoteStakeTable.NoSets.selector));
        bytes memory signature = vm.parseJsonBytes(handOffs, string.concat(FIRST, ".signature_eip2537"));
        for (uint256 i; i < 256; i += 15) {
            signature[i] ^= 0x01;
            vm.expectRevert(bad);
            table.handOff(v, sets, signers, signature);
            signature[i] ^= 0x01;
        }
    }

    /// @dev The hand-off is refused since its sets are not the attested ones.
    function refuseSets(HandedSet[] memory sets) internal {
        L1View memory v = viewAt(FIRST);
        refuse(
            v,
            sets,
            number(handOffs, string.concat(FIRST, ".signers_uint256")),
            abi.encodeWithSelector(RemoteStakeTable.BadSetsHash.selector, setsHash(sets), v.operatorSets)
        );
    }

    function refuseSets(HandedSet[] memory sets, bytes memory why) internal {
        refuse(viewAt(FIRST), sets, number(handOffs, string.concat(FIRST, ".signers_uint256")), why);
    }

    function test_everyFieldOfASetCounts() public {
        HandedSet[] memory sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        uint32 id = sets[1].id;
        uint64 epoch = sets[1].epoch;
        sets[1].id = id + 1;
        refuseSets(sets);
        sets[1].id = 0;
        refuseSets(sets, abi.encodeWithSelector(RemoteStakeTable.SetsNotAscending.selector, 1));
        sets[1].id = id;
        sets[1].epoch = epoch + 1;
        refuseSets(sets);
        sets[1].epoch = epoch;
        sets[0].epoch = 1;
        refuseSets(sets, abi.encodeWithSelector(RemoteStakeTable.StaleEpoch.selector, 0, 1, 1));

        sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        bytes memory m = sets[1].members;
        uint256 second = MEMBER; // where the second member begins
        m[second + 19] ^= 0x01; // address
        refuseSets(sets);
        m[second + 19] ^= 0x01;
        m[second + 148] ^= 0x01; // consensus key
        refuseSets(sets);
        m[second + 148] ^= 0x01;
        m[second + 164] ^= 0x01; // weight
        refuseSets(sets);
        m[second + 164] ^= 0x01;
        m[second + 67] ^= 0x01; // x of the BLS key
        refuseSets(sets, abi.encodeWithSelector(HandedSets.NotOnCurve.selector, id, 1));
        m[second + 67] ^= 0x01;
        m[second + 115] ^= 0x01; // y of the BLS key
        refuseSets(sets, abi.encodeWithSelector(HandedSets.NotOnCurve.selector, id, 1));
        m[second + 115] ^= 0x01;
        for (uint256 i; i < 96; ++i) m[second + 20 + i] = m[20 + i]; // the BLS key of another
        refuseSets(sets);

        sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        fill(sets[1].members, second + 20, 96, 0);
        refuseSets(sets, abi.encodeWithSelector(HandedSets.InfinityKey.selector, id, 1));
        sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        fill(sets[1].members, second + 149, 16, 0);
        refuseSets(sets, abi.encodeWithSelector(HandedSets.ZeroWeight.selector, id, 1));
        sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        for (uint256 i; i < 20; ++i) sets[1].members[second + i] = sets[1].members[i];
        refuseSets(sets, abi.encodeWithSelector(HandedSets.NotAscending.selector, id, 1));
        sets = setsAt(handOffs, string.concat(FIRST, ".sets"));
        sets[1].members = cut(sets[1].members, 0, sets[1].members.length - MEMBER); // one member less
        refuseSets(sets);
    }
}

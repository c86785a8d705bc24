// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RemoteStakeTable} from "../../src/RemoteStakeTable.sol";
import {FinalityClaim, HandedSet, L1View, Member} from "../../src/Types.sol";
import {G1Points} from "./G1Points.sol";
import {RemoteSets} from "./RemoteSets.sol";
import {TestBase} from "./TestBase.sol";
import {Tries} from "./Tries.sol";

/// @notice Reads the golden vectors of Go.
abstract contract GoldenVectors is TestBase, RemoteSets, Tries {
    G1Points internal points = new G1Points();
    string internal claims;
    string internal certificates;
    string internal alerts;
    string internal handOffs;
    string internal sequencing;

    function setUp() public virtual {
        claims = vm.readFile("../avs/testdata/claim.json");
        certificates = vm.readFile("../avs/testdata/certificates.json");
        alerts = vm.readFile("../avs/testdata/alerts.json");
        handOffs = vm.readFile("../avs/testdata/handoffs.json");
        sequencing = vm.readFile("../avs/testdata/sequencing.json");
    }

    function separator() internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(vm.parseJsonString(claims, ".domain.network"))),
                keccak256("1"),
                number(claims, ".domain.l1_chain_id"),
                vm.parseJsonAddress(claims, ".domain.contract")
            )
        );
    }

    function word(string memory json, string memory key) internal pure returns (bytes32) {
        return vm.parseJsonBytes32(json, key);
    }

    function number(string memory json, string memory key) internal pure returns (uint256) {
        return vm.parseJsonUint(json, key);
    }

    /// @dev key[i], as a path.
    function at(string memory key, uint256 i) internal pure returns (string memory) {
        return string.concat(key, "[", vm.toString(i), "]");
    }

    function goldenClaim() internal view returns (FinalityClaim memory) {
        return FinalityClaim({
            rollup: word(claims, ".claim.rollup"),
            epoch: uint64(number(claims, ".claim.epoch")),
            number: uint64(number(claims, ".claim.number")),
            blockHash: word(claims, ".claim.blockHash"),
            parentHash: word(claims, ".claim.parentHash"),
            stateRoot: word(claims, ".claim.stateRoot"),
            outputRoot: word(claims, ".claim.outputRoot"),
            level: uint8(number(claims, ".claim.level"))
        });
    }

    /// @dev One member under a path; external, for the compiler would put all of it in one place and run out of stack.
    function memberAt(string calldata json, string calldata key) external view returns (bytes memory) {
        bytes memory blsKey = vm.parseJsonBytes(json, string.concat(key, ".bls_public_key_eip2537"));
        assertEq(blsKey, points.decompressed(vm.parseJsonBytes(json, string.concat(key, ".bls_public_key"))));
        address operator = vm.parseJsonAddress(json, string.concat(key, ".address"));
        uint128 weight = uint128(number(json, string.concat(key, ".weight")));
        return member(
            Member(operator, weight, blsKey), vm.parseJsonBytes(json, string.concat(key, ".consensus_public_key"))
        );
    }

    /// @dev The members under a path, whole.
    function goldenSet(string memory json, string memory key, uint32 id, uint64 epoch)
        internal
        view
        returns (HandedSet memory set)
    {
        (set.id, set.epoch) = (id, epoch);
        for (uint256 i; vm.keyExistsJson(json, at(key, i)); ++i) {
            set.members = bytes.concat(set.members, this.memberAt(json, at(key, i)));
        }
    }

    /// @dev A set with id, epoch and hash under a path.
    function setAt(string memory json, string memory key) internal view returns (HandedSet memory set) {
        set = goldenSet(
            json,
            string.concat(key, ".members"),
            uint32(number(json, string.concat(key, ".id"))),
            uint64(number(json, string.concat(key, ".epoch")))
        );
        assertEq(setHash(set), word(json, string.concat(key, ".hash")));
    }

    function setsAt(string memory json, string memory key) internal view returns (HandedSet[] memory sets) {
        uint256 count;
        while (vm.keyExistsJson(json, at(key, count))) ++count;
        sets = new HandedSet[](count);
        for (uint256 i; i < count; ++i) sets[i] = setAt(json, at(key, i));
    }

    /// @dev The MACH set of a certificate vector, which states keys and weights only.
    function certificateSet(string memory key) internal view returns (HandedSet memory) {
        uint256 count;
        while (vm.keyExistsJson(certificates, at(string.concat(key, ".public_keys"), count))) ++count;
        Member[] memory list = new Member[](count);
        for (uint256 i; i < count; ++i) {
            list[i].operator = address(uint160(i + 1));
            list[i].weight = uint128(number(certificates, at(string.concat(key, ".weights"), i)));
            list[i].blsKey = points.decompressed(vm.parseJsonBytes(certificates, at(string.concat(key, ".public_keys"), i)));
        }
        return packed(2, 3, list);
    }

    /// @dev A table that trusts the sets with this hash, and to which it was proven that the rollup has index 0 and wants a level.
    function tableOf(bytes32 rollup, uint8 level, bytes32 operatorSets) internal returns (RemoteStakeTable table) {
        address contract_ = vm.parseJsonAddress(claims, ".domain.contract");
        uint256 slot = uint256(keccak256(abi.encode(rollup, uint256(3))));
        (bytes32 root, bytes[] memory indexProof, bytes[] memory termsProof) =
            storageTrie(bytes32(slot + 1), 5 << 32, bytes32(slot + 5), (uint256(level) << 104) | 200);
        bytes[] memory accountProof;
        (root, accountProof) = accountTrie(contract_, root);
        bytes memory l1 = header(keccak256("l1"), root, 9, 1_700_000_000);
        table = new RemoteStakeTable(separator(), contract_, L1View(9, keccak256(l1), operatorSets, 0));
        table.proveRollup(rollup, l1, accountProof, indexProof, termsProof);
    }
}

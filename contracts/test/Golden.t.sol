// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TridentDigests} from "../src/libraries/TridentDigests.sol";
import {FinalityClaim} from "../src/Types.sol";
import {BLSHarness} from "./utils/BLSHarness.sol";
import {TestBase} from "./utils/TestBase.sol";

/// @notice The golden vectors of Go (avs/testdata), checked by the contracts' own code.
contract GoldenTest is TestBase {
    string internal json;

    function setUp() public {
        json = vm.readFile("../avs/testdata/claim.json");
    }

    function separator() internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(vm.parseJsonString(json, ".domain.network"))),
                keccak256("1"),
                number(".domain.l1_chain_id"),
                vm.parseJsonAddress(json, ".domain.contract")
            )
        );
    }

    function word(string memory key) internal view returns (bytes32) {
        return vm.parseJsonBytes32(json, key);
    }

    function number(string memory key) internal view returns (uint256) {
        return vm.parseJsonUint(json, key);
    }

    function digest(bytes32 domain, FinalityClaim calldata claim) external pure returns (bytes32) {
        return TridentDigests.finalityClaim(domain, claim);
    }

    function test_domain() public view {
        assertEq(separator(), word(".domain.separator"));
    }

    function test_claim() public view {
        FinalityClaim memory claim = FinalityClaim({
            rollup: word(".claim.rollup"),
            epoch: uint64(number(".claim.epoch")),
            number: uint64(number(".claim.number")),
            blockHash: word(".claim.blockHash"),
            parentHash: word(".claim.parentHash"),
            stateRoot: word(".claim.stateRoot"),
            outputRoot: word(".claim.outputRoot"),
            level: uint8(number(".claim.level"))
        });
        assertEq(this.digest(separator(), claim), word(".digest"));
        claim.number += 1;
        assertTrue(this.digest(separator(), claim) != word(".digest"), "another number has another digest");
    }

    function test_signature() public {
        BLSHarness bls = new BLSHarness();
        bytes memory key = vm.parseJsonBytes(json, ".eip2537.public_key");
        bytes memory signature = vm.parseJsonBytes(json, ".eip2537.signature");
        assertTrue(bls.verify(word(".digest"), key, signature), "the golden signature verifies");
        assertTrue(!bls.verify(keccak256("another"), key, signature), "and only for its digest");
    }
}

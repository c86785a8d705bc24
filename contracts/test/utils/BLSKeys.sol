// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLSHarness} from "./BLSHarness.sol";

/// @notice Keys and signatures made by the precompiles: key = sk·G1, signature = sk·H(message).
abstract contract BLSKeys {
    /// @dev Order of the groups.
    uint256 internal constant R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;
    bytes internal constant G1 =
        hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";

    BLSHarness internal bls = new BLSHarness();

    function secretOf(uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("bls", i))) % (R - 1) + 1;
    }

    function publicKey(uint256 secret) internal view returns (bytes memory) {
        return _precompile(0x0c, abi.encodePacked(G1, secret));
    }

    function sign(uint256 secret, bytes32 message) internal view returns (bytes memory) {
        return _precompile(0x0e, abi.encodePacked(bls.hashToG2(message), secret));
    }

    function _precompile(uint256 which, bytes memory input) internal view returns (bytes memory output) {
        bool ok;
        (ok, output) = address(uint160(which)).staticcall(input);
        require(ok, "precompile");
    }
}

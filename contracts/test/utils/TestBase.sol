// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @notice Base of the tests: cheat codes and assertions that revert with what they saw.
abstract contract TestBase {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    error AssertionFailed(string what);
    error NotEqualNumber(uint256 got, uint256 want);
    error NotEqualWord(bytes32 got, bytes32 want);
    error NotEqualAddress(address got, address want);
    error NotEqualBytes(bytes got, bytes want);

    function assertTrue(bool condition, string memory what) internal pure {
        if (!condition) revert AssertionFailed(what);
    }

    function assertEq(uint256 got, uint256 want) internal pure {
        if (got != want) revert NotEqualNumber(got, want);
    }

    function assertEq(bytes32 got, bytes32 want) internal pure {
        if (got != want) revert NotEqualWord(got, want);
    }

    function assertEq(address got, address want) internal pure {
        if (got != want) revert NotEqualAddress(got, want);
    }

    function assertEq(bytes memory got, bytes memory want) internal pure {
        if (keccak256(got) != keccak256(want)) revert NotEqualBytes(got, want);
    }

    /// @dev Brings x into [low, high] evenly.
    function bound(uint256 x, uint256 low, uint256 high) internal pure returns (uint256) {
        if (x >= low && x <= high) return x;
        return low + x % (high - low + 1);
    }
}

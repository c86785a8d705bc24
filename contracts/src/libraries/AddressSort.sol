// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Sorting of addresses in memory
/// @notice Bottom-up merge sort: n·log n steps for every input, so nobody can make a snapshot dear by the order of joining.
library AddressSort {
    /// @notice Returns the addresses in ascending order; the input's memory may be reused.
    function sorted(address[] memory list) internal pure returns (address[] memory) {
        uint256 n = list.length;
        if (n < 2) return list;
        address[] memory from = list;
        address[] memory to = new address[](n);
        for (uint256 width = 1; width < n; width *= 2) {
            for (uint256 low; low < n; low += 2 * width) {
                _merge(from, to, low, _min(low + width, n), _min(low + 2 * width, n));
            }
            (from, to) = (to, from);
        }
        return from;
    }

    function _merge(address[] memory from, address[] memory to, uint256 low, uint256 middle, uint256 high) private pure {
        uint256 i = low;
        uint256 j = middle;
        for (uint256 k = low; k < high; ++k) {
            bool left = j >= high || (i < middle && from[i] <= from[j]);
            to[k] = left ? from[i++] : from[j++];
        }
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

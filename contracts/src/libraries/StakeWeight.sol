// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAllocationManager, OperatorSet} from "../interfaces/IEigenLayer.sol";
import {SetParams} from "../Types.sol";

/// @title Weight of stake
/// @notice An operator's weight is the sum, over the strategies of the set, of slashable stake times multiplier / 1e18.
library StakeWeight {
    /// @notice Greatest weight of one operator, so that 256 of them fit in 16 bytes.
    uint256 internal constant MAX = type(uint120).max;

    /// @notice Weights of operators in a set, by the least stake that stays slashable until a block.
    function weigh(
        IAllocationManager manager,
        OperatorSet memory operatorSet,
        SetParams memory params,
        address[] memory operators,
        uint256 untilBlock
    ) internal view returns (uint256[] memory weights) {
        uint256[][] memory stakes =
            manager.getMinimumSlashableStake(operatorSet, operators, params.strategies, uint32(untilBlock));
        weights = new uint256[](operators.length);
        for (uint256 i; i < weights.length; ++i) {
            weights[i] = combine(stakes[i], params.multipliers);
        }
    }

    /// @notice Sum of stake times multiplier / 1e18, each product rounded down, at most MAX; never reverts.
    function combine(uint256[] memory stakes, uint128[] memory multipliers) internal pure returns (uint256 weight) {
        for (uint256 j; j < multipliers.length; ++j) {
            uint256 stake = stakes[j];
            // EigenLayer keeps shares below 1e38; a larger figure would only overflow the product.
            if (stake > type(uint128).max) stake = type(uint128).max;
            weight += (stake * multipliers[j]) / 1e18;
        }
        if (weight > MAX) weight = MAX;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RollupParams} from "../Types.sol";

/// @title What may be stated about the sequencing of a rollup
/// @notice The bounds are those of the operators' software (avs.SlotParams.Check, avs.MaxBodySize): what is registered can be
/// sequenced.
library RollupTerms {
    /// @notice A value lies outside its bounds.
    error OutOfBounds(string field, uint256 value, uint256 least, uint256 most);
    /// @notice SQUAD does not sequence the rollup, and terms of sequencing are stated for it.
    error NotSequenced();

    /// @notice Longest slot and longest step between ranks, milliseconds.
    uint256 internal constant MAX_MILLIS = 60_000;
    /// @notice Greatest number of ranks in a slot.
    uint256 internal constant MAX_RANKS = 16;
    /// @notice Most slots of a seat, and most seats of a window.
    uint256 internal constant MAX_SPANS = 1 << 16;
    /// @notice Shortest window, milliseconds: its schedule is fixed one window ahead, and slots may begin a second ahead of consensus.
    uint256 internal constant MIN_WINDOW_MILLIS = 1_000;
    /// @notice Least gas of a block: each of the 16 inbox messages that a batch has to take may ask for a sixteenth of it.
    uint256 internal constant MIN_GAS_LIMIT = 1_000_000;
    /// @notice Most gas of a block.
    uint256 internal constant MAX_GAS_LIMIT = 1e12;
    /// @notice Least bound of a batch: 16 forced transactions of the greatest size and a header fit, so that none can be kept out.
    uint256 internal constant MIN_BATCH_BYTES = 576 << 10;
    /// @notice Greatest bound of a batch.
    uint256 internal constant MAX_BATCH_BYTES = 8 << 20;
    /// @notice Shortest and longest time that batches may do without an inbox message, milliseconds.
    uint256 internal constant MIN_FORCE_MILLIS = 1_000;
    uint256 internal constant MAX_FORCE_MILLIS = 86_400_000;

    /// @notice Refuses terms of sequencing that cannot be held, by name.
    function check(RollupParams memory p) internal pure {
        if (!p.sequenced) {
            uint256 stated = uint256(p.slotMillis) | p.ranks | p.gasLimit | p.spanSlots | p.windowSpans;
            if (stated | p.stepMillis | p.maxBatchBytes | p.forceMillis != 0) revert NotSequenced();
            return;
        }
        _within("genesisTime", p.genesisTime, 1, type(uint40).max);
        _within("gasLimit", p.gasLimit, MIN_GAS_LIMIT, MAX_GAS_LIMIT);
        _within("slotMillis", p.slotMillis, 1, MAX_MILLIS);
        _within("spanSlots", p.spanSlots, 1, MAX_SPANS);
        _within("windowSpans", p.windowSpans, 1, MAX_SPANS);
        uint256 window = uint256(p.slotMillis) * p.spanSlots * p.windowSpans;
        _within("windowMillis", window, MIN_WINDOW_MILLIS, type(uint64).max);
        _within("ranks", p.ranks, 1, MAX_RANKS);
        _within("stepMillis", p.stepMillis, 1, MAX_MILLIS);
        _within("maxBatchBytes", p.maxBatchBytes, MIN_BATCH_BYTES, MAX_BATCH_BYTES);
        _within("forceMillis", p.forceMillis, MIN_FORCE_MILLIS, MAX_FORCE_MILLIS);
    }

    function _within(string memory field, uint256 value, uint256 least, uint256 most) private pure {
        if (value < least || value > most) revert OutOfBounds(field, value, least, most);
    }
}

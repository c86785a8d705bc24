// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AggregateChecker} from "./AggregateChecker.sol";
import {INetworkTerms} from "./interfaces/ITrident.sol";
import {TridentDigests} from "./libraries/TridentDigests.sol";
import {FinalityClaim} from "./Types.sol";

/// @title The one rule by which finality certificates are checked
/// @notice CertificateVerifier, Mach and RemoteVerifier share it.
abstract contract CertificateChecker is AggregateChecker {
    /// @notice The AVS; on another chain the RemoteStakeTable, which stands for it.
    INetworkTerms public immutable restakedRollups;
    /// @notice The StakeTable whose snapshots are read.
    address public immutable stakeTable;

    uint256 private immutable _chainId;
    bytes32 private immutable _domain;

    /// @notice The operators looked less deeply than the rollup's terms ask for.
    error LevelTooLow(uint8 level, uint8 minimum);

    constructor(INetworkTerms restakedRollups_, address stakeTable_) {
        restakedRollups = restakedRollups_;
        stakeTable = stakeTable_;
        _chainId = block.chainid;
        _domain = restakedRollups_.domainSeparator();
    }

    /// @dev Checks a finality claim against the MACH set and the minimum level of its rollup, with quorum.
    function _checkFinality(
        FinalityClaim calldata claim,
        uint32 machSet,
        uint8 minimumLevel,
        uint256 signers,
        bytes calldata signature
    ) internal view returns (uint256 signedWeight, uint256 totalWeight) {
        if (claim.level < minimumLevel) revert LevelTooLow(claim.level, minimumLevel);
        bytes32 digest = TridentDigests.finalityClaim(_domainSeparator(), claim);
        return _checkQuorum(stakeTable, machSet, claim.epoch, digest, signers, signature);
    }

    /// @dev The domain separator; asked anew if the chain has split since deployment.
    function _domainSeparator() internal view returns (bytes32) {
        return block.chainid == _chainId ? _domain : restakedRollups.domainSeparator();
    }
}

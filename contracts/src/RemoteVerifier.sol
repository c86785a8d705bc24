// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CertificateChecker} from "./CertificateChecker.sol";
import {INetworkTerms} from "./interfaces/ITrident.sol";
import {RemoteStakeTable} from "./RemoteStakeTable.sol";
import {FinalityClaim} from "./Types.sol";

/// @title Checks certificates on a chain without EigenLayer, against sets that are not too old
/// @notice CertificateVerifier works there too; this one also refuses sets by their age, since members that left long ago hold no
/// stake any more.
contract RemoteVerifier is CertificateChecker {
    /// @notice Greatest age of the newest L1 view in seconds; zero for any.
    uint64 public immutable maximumAge;

    /// @param table The RemoteStakeTable.
    /// @param maximumAge_ Greatest age of the newest L1 view in seconds; zero for any.
    constructor(address table, uint64 maximumAge_) CertificateChecker(INetworkTerms(table), table) {
        maximumAge = maximumAge_;
    }

    /// @notice Checks a finality certificate as CertificateVerifier does, and the age of the sets: StaleSnapshot.
    /// @param claim What was signed; its epoch is one of the rollup's MACH set.
    /// @param signers Bit i stands for member i.
    /// @param signature G2 point, EIP-2537, 256 bytes.
    /// @return signedWeight Weight of the signers.
    /// @return totalWeight Weight of the whole set.
    function verifyFinality(FinalityClaim calldata claim, uint256 signers, bytes calldata signature)
        external
        view
        returns (uint256 signedWeight, uint256 totalWeight)
    {
        if (maximumAge != 0) RemoteStakeTable(stakeTable).requireFresh(maximumAge);
        (uint32 machSet, uint8 minimumLevel) = restakedRollups.machTerms(claim.rollup);
        return _checkFinality(claim, machSet, minimumLevel, signers, signature);
    }
}

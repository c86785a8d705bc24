// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CertificateChecker} from "./CertificateChecker.sol";
import {INetworkTerms} from "./interfaces/ITrident.sol";
import {FinalityClaim} from "./Types.sol";

/// @title Checks certificates for anyone, in one call and without state
contract CertificateVerifier is CertificateChecker {
    /// @param restakedRollups_ The AVS, deployed before.
    /// @param stakeTable_ The StakeTable, deployed before.
    constructor(address restakedRollups_, address stakeTable_)
        CertificateChecker(INetworkTerms(restakedRollups_), stakeTable_)
    {}

    /// @notice Checks an aggregate signature of members of an operator set over a digest. Says nothing about a quorum.
    /// @param setId The operator set.
    /// @param epoch The snapshot to which the bitmap refers.
    /// @param digest What was signed.
    /// @param signers Bit i stands for member i.
    /// @param signature G2 point, EIP-2537, 256 bytes.
    /// @return signedWeight Weight of the signers.
    /// @return totalWeight Weight of the whole set.
    function verify(uint32 setId, uint64 epoch, bytes32 digest, uint256 signers, bytes calldata signature)
        external
        view
        returns (uint256 signedWeight, uint256 totalWeight)
    {
        return _check(stakeTable, setId, epoch, digest, signers, signature);
    }

    /// @notice Checks a finality certificate: its level, the signature, and that at least two thirds of the weight signed.
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
        (uint32 machSet, uint8 minimumLevel) = restakedRollups.machTerms(claim.rollup);
        return _checkFinality(claim, machSet, minimumLevel, signers, signature);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CertificateChecker} from "./CertificateChecker.sol";
import {IRestakedRollups} from "./interfaces/ITrident.sol";
import {FinalityClaim} from "./Types.sol";

/// @title Certified blocks of the rollups
/// @notice Anyone may submit a finality certificate. The newest head of a rollup only moves forward; certificates of older blocks
/// are recorded too. Two certificates for one number with different hashes cannot both be recorded.
contract Mach is CertificateChecker {
    /// @dev Number 64, epoch 64 and MACH set 32 bits in one word, so that a new head is one write. The set is kept to save a call;
    /// it is zero before the first certificate, as no MACH set has number 0.
    mapping(bytes32 rollup => uint256) private _heads;
    mapping(bytes32 rollup => mapping(uint64 number => bytes32)) private _certified;

    /// @notice A certified block was recorded.
    event FinalityRecorded(bytes32 indexed rollup, uint64 number, bytes32 blockHash);

    /// @notice Another hash is certified for this number: more than a third of the weight has signed both.
    error ConflictingCertificate(bytes32 rollup, uint64 number, bytes32 recorded, bytes32 submitted);
    /// @notice A new head is certified by an older epoch than the head: those members may have left and lost their stake.
    error StaleEpoch(uint64 epoch, uint64 headEpoch);
    /// @notice The claim names the zero hash.
    error ZeroBlockHash();

    /// @param restakedRollups_ The AVS, deployed before.
    /// @param stakeTable_ The StakeTable, deployed before.
    constructor(address restakedRollups_, address stakeTable_)
        CertificateChecker(IRestakedRollups(restakedRollups_), stakeTable_)
    {}

    /// @notice Checks a finality certificate and records its block. A block that is recorded already costs no signature check.
    /// @param claim What was signed.
    /// @param signers Bit i stands for member i of the rollup's MACH set in the claim's epoch.
    /// @param signature G2 point, EIP-2537, 256 bytes.
    function submit(FinalityClaim calldata claim, uint256 signers, bytes calldata signature) external {
        if (claim.blockHash == 0) revert ZeroBlockHash();
        bytes32 rollup = claim.rollup;
        uint64 number = claim.number;
        bytes32 recorded = _certified[rollup][number];
        if (recorded == claim.blockHash) return;
        uint256 current = _heads[rollup];
        uint32 machSet = current == 0 ? restakedRollups.machSet(rollup) : uint32(current);
        _checkFinality(claim, machSet, signers, signature);
        if (recorded != 0) revert ConflictingCertificate(rollup, number, recorded, claim.blockHash);

        _certified[rollup][number] = claim.blockHash;
        if (current == 0 || number > current >> 96) {
            if (claim.epoch < uint64(current >> 32)) revert StaleEpoch(claim.epoch, uint64(current >> 32));
            _heads[rollup] = (uint256(number) << 96) | (uint256(claim.epoch) << 32) | machSet;
        }
        emit FinalityRecorded(rollup, number, claim.blockHash);
    }

    /// @notice Whether a certificate for exactly this block has been recorded.
    function isFinal(bytes32 rollup, uint64 number, bytes32 blockHash) external view returns (bool) {
        return blockHash != 0 && _certified[rollup][number] == blockHash;
    }

    /// @notice Hash recorded for a number; zero for none.
    function certifiedHash(bytes32 rollup, uint64 number) external view returns (bytes32) {
        return _certified[rollup][number];
    }

    /// @notice The newest recorded block of a rollup; zero hash before the first.
    /// @return number Its number.
    /// @return blockHash Its hash.
    /// @return epoch The epoch of the MACH set that certified it.
    function head(bytes32 rollup) external view returns (uint64 number, bytes32 blockHash, uint64 epoch) {
        uint256 current = _heads[rollup];
        (number, epoch) = (uint64(current >> 96), uint64(current >> 32));
        blockHash = _certified[rollup][number];
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CertificateChecker} from "./CertificateChecker.sol";
import {IMach, INetworkTerms, IStakeTable} from "./interfaces/ITrident.sol";
import {TridentDigests} from "./libraries/TridentDigests.sol";
import {FinalityAlert, FinalityClaim, Submission} from "./Types.sol";

/// @title Certified blocks of the rollups
/// @notice Anyone may submit a finality certificate. The newest head of a rollup only moves forward; certificates of older blocks
/// are recorded too. Two certificates for one number with different hashes cannot both be recorded. A quorum of a rollup's
/// operators pauses its finality by an alert, and lifts the pause by another.
contract Mach is CertificateChecker, IMach {
    /// @notice Most headers that recordAncestors takes at once; a transaction has gas for no more.
    uint256 public constant MAX_HEADERS = 256;

    /// @dev One word, so that a new head is one write: from the top number 64, epoch 64, alert sequence 64, minimum level 8 and
    /// MACH set 32 bits. Level and set are kept to save a call; the set is zero before anything was recorded, as no MACH set has
    /// number 0, and the epoch is zero before the first certificate. An odd alert sequence means paused.
    mapping(bytes32 rollup => uint256) private _states;
    mapping(bytes32 rollup => mapping(uint64 number => bytes32)) private _certified;

    /// @notice A certified block was recorded.
    event FinalityRecorded(bytes32 indexed rollup, uint64 number, bytes32 blockHash);
    /// @notice The blocks first..last were recorded as ancestors of a certified one.
    event AncestorsRecorded(bytes32 indexed rollup, uint64 first, uint64 last);
    /// @notice A quorum of the rollup's operators paused its finality.
    event FinalityPaused(bytes32 indexed rollup, uint64 sequence, uint64 epoch);
    /// @notice A quorum of the rollup's operators lifted the pause.
    event FinalityResumed(bytes32 indexed rollup, uint64 sequence, uint64 epoch);

    /// @notice Another hash is certified for this number: more than a third of the weight has signed both.
    error ConflictingCertificate(bytes32 rollup, uint64 number, bytes32 recorded, bytes32 submitted);
    /// @notice A new head is certified by an older epoch than the head: those members may have left and lost their stake.
    error StaleEpoch(uint64 epoch, uint64 headEpoch);
    /// @notice The claim names the zero hash.
    error ZeroBlockHash();
    /// @notice No block is certified at this number.
    error NotCertified(bytes32 rollup, uint64 number);
    /// @notice No headers, more than MAX_HEADERS, or more than there are blocks above the genesis.
    error BadHeaderCount(uint256 count, uint256 most);
    /// @notice The header is not that of the block at this number.
    error BrokenLink(uint64 number, bytes32 wanted, bytes32 given);
    /// @notice The rollup's block hash is not that of an Ethereum header, so it tells no parent.
    error NotAHeader(uint64 number);
    /// @notice The alert's epoch is older than the head's, or more than one behind the newest of the set.
    error StaleAlertEpoch(uint64 epoch, uint64 least);
    /// @notice The alert is not newer than the last one of this rollup.
    error StaleSequence(uint64 sequence, uint64 last);
    /// @notice The alert's sequence does not fit what it asks for: odd ones pause, even ones resume.
    error WrongSequence(uint64 sequence, bool paused);
    /// @notice The alert asks for the state in which the rollup is.
    error NoChangeOfState(bytes32 rollup, bool paused);

    /// @param terms RestakedRollups, deployed before; on another chain the RemoteStakeTable.
    /// @param stakeTable_ The StakeTable, deployed before; on another chain the RemoteStakeTable.
    constructor(address terms, address stakeTable_) CertificateChecker(INetworkTerms(terms), stakeTable_) {}

    /// @notice Checks a finality certificate and records its block. A block that is recorded already costs no signature check.
    /// @param claim What was signed.
    /// @param signers Bit i stands for member i of the rollup's MACH set in the claim's epoch.
    /// @param signature G2 point, EIP-2537, 256 bytes.
    function submit(FinalityClaim calldata claim, uint256 signers, bytes calldata signature) external {
        _submit(claim, signers, signature);
    }

    /// @notice Submits certificates of any rollups and numbers. Those that are recorded already are passed over; one that is
    /// refused reverts them all with its own error.
    function submitMany(Submission[] calldata submissions) external {
        for (uint256 i; i < submissions.length; ++i) {
            Submission calldata s = submissions[i];
            _submit(s.claim, s.signers, s.signature);
        }
    }

    /// @notice Records ancestors of a certified block: a header holds the hash of its parent, so no signature is needed.
    /// @param rollup The rollup, whose block hash is keccak256 of the RLP header.
    /// @param number A certified block of it.
    /// @param headers RLP headers of the blocks number, number - 1, …; the parents are recorded.
    function recordAncestors(bytes32 rollup, uint64 number, bytes[] calldata headers) external {
        uint256 most = number < MAX_HEADERS ? number : MAX_HEADERS;
        if (headers.length == 0 || headers.length > most) revert BadHeaderCount(headers.length, most);
        mapping(uint64 => bytes32) storage certified = _certified[rollup];
        bytes32 wanted = certified[number];
        if (wanted == 0) revert NotCertified(rollup, number);
        for (uint256 i; i < headers.length; ++i) {
            bytes calldata header = headers[i];
            bytes32 given = keccak256(header);
            if (given != wanted) revert BrokenLink(number, wanted, given);
            wanted = _parentHash(header, number);
            --number;
            bytes32 recorded = certified[number];
            if (recorded == 0) certified[number] = wanted;
            else if (recorded != wanted) revert ConflictingCertificate(rollup, number, recorded, wanted);
        }
        emit AncestorsRecorded(rollup, number, number + uint64(headers.length) - 1);
    }

    /// @notice Pauses the finality of a rollup or lifts the pause, by a quorum of its MACH set.
    /// @param alert_ What was signed. Its sequence is above the last one, and its epoch not older than the head's and at most one
    /// behind the newest of the set, so that members who left long ago have no say. Sequences may be left out: a pause that was
    /// lifted before anyone posted it changes nothing, and one that came too late must not stand in the way of the next.
    /// @param signers Bit i stands for member i of the rollup's MACH set in the alert's epoch.
    /// @param signature G2 point, EIP-2537, 256 bytes.
    function alert(FinalityAlert calldata alert_, uint256 signers, bytes calldata signature) external {
        bytes32 rollup = alert_.rollup;
        uint256 state = _stateOf(rollup);
        uint64 last = _sequence(state);
        if (alert_.sequence <= last) revert StaleSequence(alert_.sequence, last);
        if (alert_.paused != (alert_.sequence & 1 == 1)) revert WrongSequence(alert_.sequence, alert_.paused);
        if (alert_.paused == (last & 1 == 1)) revert NoChangeOfState(rollup, alert_.paused);
        uint64 least = IStakeTable(stakeTable).currentEpoch(uint32(state));
        if (least != 0) --least;
        if (least < _epoch(state)) least = _epoch(state);
        if (alert_.epoch < least) revert StaleAlertEpoch(alert_.epoch, least);
        bytes32 digest = TridentDigests.finalityAlert(_domainSeparator(), alert_);
        _checkQuorum(stakeTable, uint32(state), alert_.epoch, digest, signers, signature);

        _states[rollup] = state + (uint256(alert_.sequence - last) << 40);
        if (alert_.paused) emit FinalityPaused(rollup, alert_.sequence, alert_.epoch);
        else emit FinalityResumed(rollup, alert_.sequence, alert_.epoch);
    }

    /// @inheritdoc IMach
    function isFinal(bytes32 rollup, uint64 number, bytes32 blockHash) external view returns (bool) {
        return isCertified(rollup, number, blockHash) && !isPaused(rollup);
    }

    /// @inheritdoc IMach
    function isCertified(bytes32 rollup, uint64 number, bytes32 blockHash) public view returns (bool) {
        return blockHash != 0 && _certified[rollup][number] == blockHash;
    }

    /// @inheritdoc IMach
    function isPaused(bytes32 rollup) public view returns (bool) {
        return _sequence(_states[rollup]) & 1 == 1;
    }

    /// @notice Sequence of the newest alert of a rollup that was recorded; odd while it is paused.
    function alertSequence(bytes32 rollup) external view returns (uint64) {
        return _sequence(_states[rollup]);
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
        uint256 state = _states[rollup];
        (number, epoch) = (_number(state), _epoch(state));
        if (epoch != 0) blockHash = _certified[rollup][number];
    }

    function _submit(FinalityClaim calldata claim, uint256 signers, bytes calldata signature) private {
        if (claim.blockHash == 0) revert ZeroBlockHash();
        bytes32 rollup = claim.rollup;
        uint64 number = claim.number;
        bytes32 recorded = _certified[rollup][number];
        if (recorded == claim.blockHash) return;
        uint256 state = _stateOf(rollup);
        _checkFinality(claim, uint32(state), uint8(state >> 32), signers, signature);
        if (recorded != 0) revert ConflictingCertificate(rollup, number, recorded, claim.blockHash);

        _certified[rollup][number] = claim.blockHash;
        if (_epoch(state) == 0 || number > _number(state)) {
            if (claim.epoch < _epoch(state)) revert StaleEpoch(claim.epoch, _epoch(state));
            _states[rollup] =
                (uint256(number) << 168) | (uint256(claim.epoch) << 104) | (state & 0xffffffffffffffffffffffffff);
        }
        emit FinalityRecorded(rollup, number, claim.blockHash);
    }

    /// @dev First field of an RLP header. Its hash is known to be right, so nothing else of it is decoded: a list with a bloom
    /// filter is 256 to 65,535 bytes long, so its prefix is f9 and two bytes of length, and the prefix of the field a0.
    function _parentHash(bytes calldata header, uint64 number) private pure returns (bytes32) {
        if (header.length < 259 || uint32(bytes4(header)) & 0xff0000ff != 0xf90000a0) revert NotAHeader(number);
        return bytes32(header[4:36]);
    }

    /// @dev The word of a rollup, with level and set filled in.
    function _stateOf(bytes32 rollup) private view returns (uint256 state) {
        state = _states[rollup];
        if (state == 0) {
            (uint32 set, uint8 level) = restakedRollups.machTerms(rollup);
            state = (uint256(level) << 32) | set;
        }
    }

    function _number(uint256 state) private pure returns (uint64) {
        return uint64(state >> 168);
    }

    function _epoch(uint256 state) private pure returns (uint64) {
        return uint64(state >> 104);
    }

    function _sequence(uint256 state) private pure returns (uint64) {
        return uint64(state >> 40);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAllocationManager, SlashingParams} from "./interfaces/IEigenLayer.sol";
import {IOperatorKeys, IRestakedRollups} from "./interfaces/ITrident.sol";
import {BLS12381} from "./libraries/BLS12381.sol";
import {TridentDigests} from "./libraries/TridentDigests.sol";
import {FinalityClaim, Rollup, SetParams} from "./Types.sol";

/// @title Turns evidence into slashes
/// @notice The slasher of every operator set of the network. It believes nobody: each kind of evidence is checked wholly here, and
/// each fault of an operator is punished once. There is no owner and no pause.
contract Slasher {
    /// @notice Kinds of evidence.
    /// @param None Not a kind.
    /// @param ConflictingClaims Two finality claims by one operator for one block number that contradict each other.
    enum Kind {
        None,
        ConflictingClaims
    }

    /// @notice EigenLayer's AllocationManager.
    IAllocationManager public immutable allocationManager;
    /// @notice The AVS.
    IRestakedRollups public immutable restakedRollups;
    /// @notice Keeps the operators' keys.
    IOperatorKeys public immutable registrar;

    mapping(bytes32 fault => bool) private _punished;

    /// @notice A fault was proven and punished on EigenLayer.
    /// @param operator Who loses stake.
    /// @param rollup The rollup at which the fault was committed.
    /// @param kind Kind of evidence.
    /// @param number Block number of the fault.
    /// @param setId Operator set in which the stake lay.
    /// @param wad Part of the stake in that set, 1e18 being all.
    /// @param slashId EigenLayer's number of the slash in that set.
    /// @param reporter Who brought the evidence.
    event FaultPunished(
        address indexed operator,
        bytes32 indexed rollup,
        Kind indexed kind,
        uint64 number,
        uint32 setId,
        uint64 wad,
        uint256 slashId,
        address reporter
    );

    /// @notice The operator never registered keys.
    error UnknownOperator(address operator);
    /// @notice The claims are about different rollups or numbers, or agree.
    error NoConflict();
    /// @notice The operator's key did not sign the first (0) or second (1) claim.
    error BadEvidenceSignature(uint256 which);
    /// @notice This fault has been punished.
    error AlreadyPunished(address operator, Kind kind, bytes32 rollup, uint64 number);

    /// @param allocationManager_ EigenLayer's AllocationManager.
    /// @param restakedRollups_ The AVS; may be deployed later, at an address known before.
    /// @param registrar_ The OperatorRegistrar.
    constructor(address allocationManager_, address restakedRollups_, address registrar_) {
        allocationManager = IAllocationManager(allocationManager_);
        restakedRollups = IRestakedRollups(restakedRollups_);
        registrar = IOperatorKeys(registrar_);
    }

    /// @notice Punishes an operator that signed two conflicting finality claims: same rollup and number, and another block hash,
    /// parent hash, state root or output root. Neither epoch nor level excuses. It loses a part of its stake in the rollup's
    /// MACH set. Membership is not asked for: EigenLayer refuses when the operator is no longer slashable.
    /// @param operator Who signed both.
    /// @param claimA One claim.
    /// @param signatureA The operator's BLS signature over it, G2, 256 bytes.
    /// @param claimB The other claim.
    /// @param signatureB The operator's BLS signature over it, G2, 256 bytes.
    /// @return slashId EigenLayer's number of the slash in the set.
    function slashConflictingClaims(
        address operator,
        FinalityClaim calldata claimA,
        bytes calldata signatureA,
        FinalityClaim calldata claimB,
        bytes calldata signatureB
    ) external returns (uint256 slashId) {
        if (!conflict(claimA, claimB)) revert NoConflict();
        bytes32 fault = faultId(operator, Kind.ConflictingClaims, claimA.rollup, claimA.number);
        if (_punished[fault]) {
            revert AlreadyPunished(operator, Kind.ConflictingClaims, claimA.rollup, claimA.number);
        }
        uint256 key = _key(operator);
        bytes32 domain = restakedRollups.domainSeparator();
        if (!_signed(key, TridentDigests.finalityClaim(domain, claimA), signatureA)) revert BadEvidenceSignature(0);
        if (!_signed(key, TridentDigests.finalityClaim(domain, claimB), signatureB)) revert BadEvidenceSignature(1);
        _punished[fault] = true;
        slashId = _slash(operator, Kind.ConflictingClaims, claimA.rollup, claimA.number);
    }

    /// @notice Whether two claims contradict each other.
    function conflict(FinalityClaim calldata a, FinalityClaim calldata b) public pure returns (bool) {
        return a.rollup == b.rollup && a.number == b.number
            && (
                a.blockHash != b.blockHash || a.parentHash != b.parentHash || a.stateRoot != b.stateRoot
                    || a.outputRoot != b.outputRoot
            );
    }

    /// @notice Identifier of a fault: each is punished once.
    function faultId(address operator, Kind kind, bytes32 rollup, uint64 number) public pure returns (bytes32) {
        return keccak256(abi.encode(operator, kind, rollup, number));
    }

    /// @notice Whether a fault has been punished.
    function isPunished(address operator, Kind kind, bytes32 rollup, uint64 number) external view returns (bool) {
        return _punished[faultId(operator, kind, rollup, number)];
    }

    function _slash(address operator, Kind kind, bytes32 rollupId, uint64 number) private returns (uint256 slashId) {
        Rollup memory rollup = restakedRollups.rollup(rollupId);
        uint32 setId = restakedRollups.machSet(rollupId);
        SetParams memory set = restakedRollups.operatorSetParams(setId);
        uint256[] memory wads = new uint256[](set.strategies.length);
        for (uint256 i; i < wads.length; ++i) wads[i] = rollup.params.slashWad;
        (slashId,) = allocationManager.slashOperator(
            address(restakedRollups),
            SlashingParams({
                operator: operator,
                operatorSetId: setId,
                strategies: set.strategies,
                wadsToSlash: wads,
                description: "conflicting finality claims"
            })
        );
        emit FaultPunished(
            operator, rollupId, kind, number, setId, rollup.params.slashWad, slashId, msg.sender
        );
    }

    /// @dev Pointer to the operator's BLS key in the 128-byte encoding.
    function _key(address operator) private view returns (uint256 ptr) {
        (bytes32 a, bytes32 b, bytes32 c) = registrar.packedBlsKey(operator);
        if (a | b | c == 0) revert UnknownOperator(operator);
        uint256 packed;
        assembly ("memory-safe") {
            ptr := mload(0x40)
            packed := add(ptr, 128)
            mstore(0x40, add(ptr, 224))
            mstore(packed, a)
            mstore(add(packed, 32), b)
            mstore(add(packed, 64), c)
        }
        BLS12381.unpackG1(packed, ptr);
    }

    /// @dev The registered key is neither infinity nor outside the subgroup, so an infinity signature fails the pairing.
    function _signed(uint256 key, bytes32 digest, bytes calldata signature) private view returns (bool) {
        return BLS12381.verify(digest, key, signature);
    }
}

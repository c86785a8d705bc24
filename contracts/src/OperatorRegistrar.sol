// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IAllocationManager, IAVSRegistrar, OperatorSet} from "./interfaces/IEigenLayer.sol";
import {IOperatorKeys, IRestakedRollups} from "./interfaces/ITrident.sol";
import {BLS12381} from "./libraries/BLS12381.sol";
import {StakeWeight} from "./libraries/StakeWeight.sol";
import {TridentDigests} from "./libraries/TridentDigests.sol";
import {Keys, OperatorInfo, SetParams} from "./Types.sol";

/// @title Keys and peers of the operators; asked by EigenLayer when one joins
/// @notice With its first set an operator registers a BLS12-381 attestation key, a secp256k1 consensus key and its peer, and
/// proves that it holds both keys. Keys never change and stay readable after the operator has left, since evidence against it
/// may come later.
/// @dev A peer id is stated, not proven: whoever takes one that another uses gains nothing, and the other takes a new one.
contract OperatorRegistrar is IAVSRegistrar, IOperatorKeys {
    /// @notice Longest peer id, in bytes.
    uint256 public constant MAX_PEER_ID = 64;
    /// @notice Longest peer address, in bytes.
    uint256 public constant MAX_PEER_ADDRESS = 256;

    /// @notice EigenLayer's AllocationManager, the only caller of registerOperator and deregisterOperator.
    IAllocationManager public immutable allocationManager;
    /// @notice The AVS.
    IRestakedRollups public immutable restakedRollups;

    struct Entry {
        bytes32[3] blsKey; // x48 ‖ y48
        bytes32[2] consensusKey; // x ‖ y
        address consensusAddress;
        bytes peerId;
        string peerAddress;
    }

    mapping(address operator => Entry) private _entries;
    mapping(bytes32 blsKeyHash => address) private _operatorOfBlsKey;
    mapping(address consensusAddress => address) private _operatorOfConsensusKey;
    mapping(bytes32 peerIdHash => address) private _operatorOfPeer;

    /// @notice An operator proved its keys.
    event OperatorKeysRegistered(
        address indexed operator, bytes blsKey, bytes consensusKey, bytes peerId, string peerAddress
    );
    /// @notice An operator joined a set.
    event OperatorJoined(uint32 indexed setId, address indexed operator);
    /// @notice An operator left a set.
    event OperatorLeft(uint32 indexed setId, address indexed operator);
    /// @notice An operator moved to another address on the peer-to-peer network.
    event PeerAddressUpdated(address indexed operator, string peerAddress);

    /// @notice The caller is not EigenLayer's AllocationManager.
    error OnlyAllocationManager();
    /// @notice The registration is for another AVS.
    error UnsupportedAVS(address avs);
    /// @notice The operator's first registration brought no keys.
    error KeysMissing(address operator);
    /// @notice The operator's keys are registered already; join further sets with empty data.
    error KeysAlreadyRegistered(address operator);
    /// @notice A field has not the length it must have.
    error BadLength(string field, uint256 length);
    /// @notice The BLS key is the point at infinity.
    error InfinityKey();
    /// @notice The BLS key is not an encoding of a point of the curve.
    error NotOnCurve();
    /// @notice The BLS key lies outside the subgroup of prime order.
    error NotInSubgroup();
    /// @notice The BLS key did not sign the registration.
    error BadProofOfPossession();
    /// @notice The consensus key did not sign the registration.
    error BadConsensusProof();
    /// @notice Another operator has this BLS key.
    error DuplicateBlsKey(address operator);
    /// @notice Another operator has this consensus key.
    error DuplicateConsensusKey(address operator);
    /// @notice Another operator has this peer id.
    error DuplicatePeerId(address operator);
    /// @notice The operator has too little slashable stake in the set.
    error BelowMinimumStake(uint32 setId, uint256 weight, uint256 minimum);
    /// @notice The set is full.
    error SetFull(uint32 setId, uint256 capacity);
    /// @notice The caller is not a registered operator.
    error UnknownOperator(address operator);

    /// @param allocationManager_ EigenLayer's AllocationManager.
    /// @param restakedRollups_ The AVS; may be deployed later, at an address known before.
    constructor(address allocationManager_, address restakedRollups_) {
        allocationManager = IAllocationManager(allocationManager_);
        restakedRollups = IRestakedRollups(restakedRollups_);
    }

    modifier onlyAllocationManager() {
        if (msg.sender != address(allocationManager)) revert OnlyAllocationManager();
        _;
    }

    /// @notice Admits an operator to sets, or refuses it by a named error.
    /// @param operator The operator.
    /// @param avs Must be RestakedRollups.
    /// @param operatorSetIds The sets.
    /// @param data abi.encode(Keys) with the first set, empty afterwards.
    function registerOperator(address operator, address avs, uint32[] calldata operatorSetIds, bytes calldata data)
        external
        onlyAllocationManager
    {
        if (avs != address(restakedRollups)) revert UnsupportedAVS(avs);
        bool known = _entries[operator].consensusAddress != address(0);
        if (data.length == 0) {
            if (!known) revert KeysMissing(operator);
        } else {
            if (known) revert KeysAlreadyRegistered(operator);
            Keys calldata keys = _decode(data);
            checkKeys(operator, keys);
            _store(operator, keys);
        }
        for (uint256 i; i < operatorSetIds.length; ++i) {
            _checkTerms(operator, operatorSetIds[i]);
            emit OperatorJoined(operatorSetIds[i], operator);
        }
    }

    /// @notice Notes that an operator left. Never reverts for EigenLayer, whatever the arguments.
    /// @param operator The operator.
    /// @param operatorSetIds The sets it left. Those of other AVSs do not come here.
    function deregisterOperator(address operator, address, uint32[] calldata operatorSetIds)
        external
        onlyAllocationManager
    {
        for (uint256 i; i < operatorSetIds.length; ++i) emit OperatorLeft(operatorSetIds[i], operator);
    }

    /// @inheritdoc IAVSRegistrar
    function supportsAVS(address avs) external view returns (bool) {
        return avs == address(restakedRollups);
    }

    /// @notice Changes the caller's address on the peer-to-peer network.
    function updatePeerAddress(string calldata peerAddress) external {
        Entry storage entry = _entries[msg.sender];
        if (entry.consensusAddress == address(0)) revert UnknownOperator(msg.sender);
        _checkLength("peerAddress", bytes(peerAddress).length, 1, MAX_PEER_ADDRESS);
        entry.peerAddress = peerAddress;
        emit PeerAddressUpdated(msg.sender, peerAddress);
    }

    /// @notice Checks registration data as registerOperator would, without stake and capacity; reverts by name.
    /// @param operator Who would register.
    /// @param keys What it would register.
    function checkKeys(address operator, Keys calldata keys) public view {
        _checkLength("blsKey", keys.blsKey.length, 128, 128);
        _checkLength("blsProof", keys.blsProof.length, 256, 256);
        _checkLength("consensusKey", keys.consensusKey.length, 64, 64);
        _checkLength("consensusProof", keys.consensusProof.length, 65, 65);
        _checkLength("peerId", keys.peerId.length, 1, MAX_PEER_ID);
        _checkLength("peerAddress", bytes(keys.peerAddress).length, 1, MAX_PEER_ADDRESS);

        bytes32 blsKeyHash = keccak256(keys.blsKey);
        address consensusAddress = address(uint160(uint256(keccak256(keys.consensusKey))));
        address other = _operatorOfBlsKey[blsKeyHash];
        if (other != address(0)) revert DuplicateBlsKey(other);
        other = _operatorOfConsensusKey[consensusAddress];
        if (other != address(0)) revert DuplicateConsensusKey(other);
        other = _operatorOfPeer[keccak256(keys.peerId)];
        if (other != address(0)) revert DuplicatePeerId(other);

        bytes32 digest = TridentDigests.operatorRegistration(
            restakedRollups.domainSeparator(), operator, blsKeyHash, consensusAddress
        );
        _checkBls(keys.blsKey, keys.blsProof, digest);
        if (_recover(digest, keys.consensusProof) != consensusAddress) revert BadConsensusProof();
    }

    /// @notice Registration data as registerOperator expects it: abi.encode(keys).
    function registrationData(Keys calldata keys) external pure returns (bytes memory) {
        return abi.encode(keys);
    }

    /// @notice Keys and peer of an operator; empty for an unknown one.
    function operatorInfo(address operator) external view returns (OperatorInfo memory info) {
        Entry storage entry = _entries[operator];
        if (entry.consensusAddress == address(0)) return info;
        info.blsKey = blsKey(operator);
        info.consensusKey = abi.encodePacked(entry.consensusKey[0], entry.consensusKey[1]);
        info.consensusAddress = entry.consensusAddress;
        info.peerId = entry.peerId;
        info.peerAddress = entry.peerAddress;
    }

    /// @notice The operator's BLS key, EIP-2537, 128 bytes; empty for an unknown operator.
    function blsKey(address operator) public view returns (bytes memory key) {
        bytes32[3] storage packed = _entries[operator].blsKey;
        (bytes32 a, bytes32 b, bytes32 c) = (packed[0], packed[1], packed[2]);
        if (a | b | c == 0) return key;
        return abi.encodePacked(bytes16(0), a, bytes16(b), bytes16(0), bytes16(b << 128), c);
    }

    /// @inheritdoc IOperatorKeys
    function packedBlsKey(address operator) external view returns (bytes32 a, bytes32 b, bytes32 c) {
        bytes32[3] storage packed = _entries[operator].blsKey;
        return (packed[0], packed[1], packed[2]);
    }

    /// @notice Whether the operator has registered keys, now or once.
    function isKnown(address operator) external view returns (bool) {
        return _entries[operator].consensusAddress != address(0);
    }

    /// @notice The operator with this BLS key, by keccak256 of its 128 bytes; zero for none.
    function operatorOfBlsKey(bytes32 blsKeyHash) external view returns (address) {
        return _operatorOfBlsKey[blsKeyHash];
    }

    /// @notice The operator with this consensus address; zero for none.
    function operatorOfConsensusKey(address consensusAddress) external view returns (address) {
        return _operatorOfConsensusKey[consensusAddress];
    }

    /// @notice The operator with this peer id; zero for none.
    function operatorOfPeer(bytes calldata peerId) external view returns (address) {
        return _operatorOfPeer[keccak256(peerId)];
    }

    function _store(address operator, Keys calldata keys) private {
        Entry storage entry = _entries[operator];
        bytes memory bls = keys.blsKey;
        bytes memory consensus = keys.consensusKey;
        (bytes32 a, bytes32 b, bytes32 c, bytes32 x, bytes32 y) = (bytes32(0), bytes32(0), bytes32(0), bytes32(0), bytes32(0));
        assembly ("memory-safe") {
            // The 128 bytes are pad16 ‖ x48 ‖ pad16 ‖ y48.
            a := mload(add(bls, 48))
            b := or(shl(128, shr(128, mload(add(bls, 80)))), shr(128, mload(add(bls, 112))))
            c := mload(add(bls, 128))
            x := mload(add(consensus, 32))
            y := mload(add(consensus, 64))
        }
        entry.blsKey = [a, b, c];
        entry.consensusKey = [x, y];
        entry.consensusAddress = address(uint160(uint256(keccak256(consensus))));
        entry.peerId = keys.peerId;
        entry.peerAddress = keys.peerAddress;
        _operatorOfBlsKey[keccak256(bls)] = operator;
        _operatorOfConsensusKey[entry.consensusAddress] = operator;
        _operatorOfPeer[keccak256(keys.peerId)] = operator;
        emit OperatorKeysRegistered(operator, bls, consensus, keys.peerId, keys.peerAddress);
    }

    /// @dev EigenLayer has added the operator to the set before it asks, so counts and stake include it.
    function _checkTerms(address operator, uint32 setId) private view {
        SetParams memory params = restakedRollups.operatorSetParams(setId);
        OperatorSet memory operatorSet = OperatorSet(address(restakedRollups), setId);
        if (allocationManager.getMemberCount(operatorSet) > params.capacity) revert SetFull(setId, params.capacity);
        address[] memory operators = new address[](1);
        operators[0] = operator;
        uint256 weight =
            StakeWeight.weigh(allocationManager, operatorSet, params, operators, block.number)[0];
        if (weight == 0 || weight < params.minimumStake) {
            revert BelowMinimumStake(setId, weight, params.minimumStake);
        }
    }

    function _checkBls(bytes calldata key, bytes calldata proof, bytes32 digest) private view {
        uint256 ptr;
        assembly ("memory-safe") {
            ptr := mload(0x40)
            mstore(0x40, add(ptr, 128))
            calldatacopy(ptr, key.offset, 128)
        }
        if (BLS12381.isInfinityG1(ptr)) revert InfinityKey();
        if (!BLS12381.isOnCurveG1(ptr)) revert NotOnCurve();
        if (!BLS12381.isInSubgroupG1(ptr)) revert NotInSubgroup();
        if (!BLS12381.verify(digest, ptr, proof)) revert BadProofOfPossession();
    }

    function _recover(bytes32 digest, bytes calldata proof) private pure returns (address signer) {
        uint8 v = uint8(proof[64]);
        if (v < 27) v += 27; // both customs, 0/1 and 27/28, are met in the field
        ECDSA.RecoverError err;
        (signer, err,) = ECDSA.tryRecover(digest, v, bytes32(proof[0:32]), bytes32(proof[32:64]));
        if (err != ECDSA.RecoverError.NoError) revert BadConsensusProof();
    }

    function _checkLength(string memory field, uint256 length, uint256 least, uint256 most) private pure {
        if (length < least || length > most) revert BadLength(field, length);
    }

    function _decode(bytes calldata data) private pure returns (Keys calldata keys) {
        // abi.encode(Keys) is one offset word, always 0x20, and then the struct; its members are checked on access.
        if (data.length < 0x20 + 6 * 0x20 || uint256(bytes32(data)) != 0x20) revert BadLength("data", data.length);
        assembly ("memory-safe") {
            keys := add(data.offset, 0x20)
        }
    }
}

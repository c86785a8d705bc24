// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {AggregateChecker} from "./AggregateChecker.sol";
import {INetworkTerms, IStakeTable} from "./interfaces/ITrident.sol";
import {HandedSets} from "./libraries/HandedSets.sol";
import {Snapshot} from "./libraries/Snapshot.sol";
import {SnapshotReader} from "./libraries/SnapshotReader.sol";
import {SnapshotWriter} from "./libraries/SnapshotWriter.sol";
import {StateProof} from "./libraries/StateProof.sol";
import {TridentDigests} from "./libraries/TridentDigests.sol";
import {EpochInfo, HandedSet, L1View, Member} from "./Types.sol";

/// @title Operator sets of a network on a chain without EigenLayer
/// @notice Follows the sets by hand-offs: the ordering set in force attests the new sets that it read on L1, by the same
/// certificate that brings them into the network's consensus. Snapshots have the layout of StakeTable, and the terms of rollups
/// are proven from L1's state, so that CertificateVerifier, RemoteVerifier and Mach work here with this contract in the place of
/// both RestakedRollups and StakeTable.
/// @dev Nobody owns it. What it trusts is what its deployer stated: the domain and the first sets.
contract RemoteStakeTable is AggregateChecker, INetworkTerms, IStakeTable {
    /// @notice Slot of the mapping of rollups in RestakedRollups.
    uint256 public constant ROLLUPS_SLOT = 3;

    uint32 private constant ORDERING_SET = 0;

    /// @inheritdoc INetworkTerms
    bytes32 public immutable override domainSeparator;
    /// @notice RestakedRollups on L1.
    address public immutable l1RestakedRollups;
    /// @notice keccak256 of the concatenated hashes of the trusted first sets.
    bytes32 public immutable firstSets;

    /// @notice L1 block of the newest hand-off.
    uint64 public l1Number;
    /// @notice Timestamp of the newest L1 block among the handed-off ones whose header was shown; zero before the first.
    uint64 public l1Time;
    /// @notice Whether the first sets are there.
    bool public bootstrapped;

    /// @notice Hash of an L1 block that was handed off; zero for all others.
    mapping(uint64 number => bytes32) public l1BlockHash;
    /// @notice L1 block at which a set that was left out of its hand-off was attested; zero if none is awaited with this hash.
    mapping(bytes32 setHash => uint64 l1Number) public awaited;
    /// @inheritdoc IStakeTable
    mapping(uint32 setId => uint64) public override currentEpoch;
    mapping(bytes32 rollup => uint256) private _terms;

    /// @notice An epoch of a set was stored.
    event SetHandedOff(uint32 indexed setId, uint64 indexed epoch, bytes32 setHash, uint64 l1Number);
    /// @notice A view of L1 was accepted.
    event HandOff(uint64 indexed l1Number, bytes32 l1BlockHash, bytes32 operatorSets);
    /// @notice The terms of a rollup were proven.
    event RollupProven(bytes32 indexed rollup, uint32 machSet, uint8 minimumLevel);

    /// @notice The first sets are missing.
    error NotBootstrapped();
    /// @notice The first sets are there already.
    error AlreadyBootstrapped();
    /// @notice The first of the first sets must be the ordering set, given wholly.
    error NoOrderingSet();
    /// @notice The given sets are not those that were attested.
    error BadSetsHash(bytes32 given, bytes32 attested);
    /// @notice No hand-off awaits a set with this hash.
    error NotAttested(bytes32 setHash);
    /// @notice A hand-off of this L1 block or of a later one was accepted before.
    error StaleView(uint64 number, uint64 last);
    /// @notice The epoch is not above the newest of its set, or is stored already.
    error StaleEpoch(uint32 setId, uint64 epoch, uint64 newest);
    /// @notice The hand-off brings no set.
    error NoSets();
    /// @notice Sets must ascend by number, without repeats.
    error SetsNotAscending(uint256 index);
    /// @notice The keys of all members add up to infinity.
    error AggregateAtInfinity(uint32 setId);
    /// @notice No L1 block with this number and hash was handed off.
    error UnknownL1Block(uint64 number, bytes32 blockHash);
    /// @notice The terms of this rollup have not been proven.
    error UnknownRollup(bytes32 id);
    /// @notice The newest L1 block whose header was shown is older than the caller allows.
    error StaleSnapshot(uint64 l1Time, uint64 maximumAge);

    /// @param domainSeparator_ EIP-712 domain separator of the network on L1.
    /// @param l1RestakedRollups_ RestakedRollups on L1.
    /// @param first The L1 view at which the trusted first sets were read.
    constructor(bytes32 domainSeparator_, address l1RestakedRollups_, L1View memory first) {
        domainSeparator = domainSeparator_;
        l1RestakedRollups = l1RestakedRollups_;
        firstSets = first.operatorSets;
        l1Number = first.number;
        l1BlockHash[first.number] = first.blockHash;
    }

    /// @notice Brings the trusted first sets. Anyone may: they must have the hash that the deployer stated.
    /// @param sets The sets by ascending number, the ordering set first.
    function bootstrap(HandedSet[] calldata sets) external {
        if (bootstrapped) revert AlreadyBootstrapped();
        bootstrapped = true;
        if (sets.length == 0 || sets[0].id != ORDERING_SET || sets[0].members.length == 0) revert NoOrderingSet();
        _take(sets, l1Number, firstSets);
        emit HandOff(l1Number, l1BlockHash[l1Number], firstSets);
    }

    /// @notice Follows the network to the sets at a later L1 block.
    /// @param view_ What the ordering set in force attests.
    /// @param sets The sets behind view_.operatorSets by ascending number. One without members stands for its hash and comes later,
    /// by `deliver`: all sets of a large network together may need more gas than a transaction has.
    /// @param signers Bit i stands for member i of the ordering set in force here.
    /// @param signature G2 point, EIP-2537, 256 bytes.
    function handOff(L1View calldata view_, HandedSet[] calldata sets, uint256 signers, bytes calldata signature)
        external
    {
        if (!bootstrapped) revert NotBootstrapped();
        if (view_.number <= l1Number) revert StaleView(view_.number, l1Number);
        if (sets.length == 0) revert NoSets();
        bytes32 digest = TridentDigests.l1View(domainSeparator, view_);
        _checkQuorum(address(this), ORDERING_SET, currentEpoch[ORDERING_SET], digest, signers, signature);
        l1Number = view_.number;
        l1BlockHash[view_.number] = view_.blockHash;
        _take(sets, view_.number, view_.operatorSets);
        emit HandOff(view_.number, view_.blockHash, view_.operatorSets);
    }

    /// @notice Brings a set that was attested and left out of its hand-off.
    function deliver(HandedSet calldata set) external {
        (uint256 records, address[] memory operators, uint256 total, bytes32 hash) = HandedSets.read(set);
        uint64 number = awaited[hash];
        if (number == 0) revert NotAttested(hash);
        delete awaited[hash];
        address chunk = Snapshot.firstChunk(address(this), set.id, set.epoch);
        if (chunk.code.length != 0) revert StaleEpoch(set.id, set.epoch, currentEpoch[set.id]);
        _store(set, number, records, operators, total, hash);
    }

    /// @notice Shows the header of a handed-off L1 block, which tells how old the sets are.
    function showHeader(bytes calldata header) external {
        _known(header);
        _noteTime(header);
    }

    /// @notice Proves the terms of a rollup by the state of L1 at a handed-off block.
    /// @param id The rollup.
    /// @param header RLP header of the L1 block.
    /// @param accountProof Account proof of RestakedRollups at that block.
    /// @param indexProof Storage proof of the word with the rollup's index: rollupSlot(id) + 1.
    /// @param termsProof Storage proof of the word with its minimum level: rollupSlot(id) + 5.
    function proveRollup(
        bytes32 id,
        bytes calldata header,
        bytes[] calldata accountProof,
        bytes[] calldata indexProof,
        bytes[] calldata termsProof
    ) external {
        uint64 number = _known(header);
        _noteTime(header);
        bytes32 root = StateProof.stateRoot(header, l1BlockHash[number]);
        root = StateProof.storageRoot(root, l1RestakedRollups, accountProof);
        uint256 slot = rollupSlot(id);
        uint32 set = 3 * uint32(StateProof.storageValue(root, bytes32(slot + 1), indexProof)) + 2;
        uint8 level = uint8(StateProof.storageValue(root, bytes32(slot + 5), termsProof) >> 104);
        _terms[id] = (uint256(level) << 32) | set;
        emit RollupProven(id, set, level);
    }

    /// @notice Slot of a rollup in the storage of RestakedRollups on L1. Its index is in the second word from there, and its minimum
    /// level in the sixth.
    function rollupSlot(bytes32 id) public pure returns (uint256) {
        return uint256(keccak256(abi.encode(id, ROLLUPS_SLOT)));
    }

    /// @notice Reverts with StaleSnapshot when the newest shown L1 block is older than so many seconds, or none was shown. With sets
    /// that old, members may have left and hold no stake any more.
    function requireFresh(uint64 maximumAge) external view {
        if (block.timestamp > uint256(l1Time) + maximumAge) revert StaleSnapshot(l1Time, maximumAge);
    }

    /// @inheritdoc INetworkTerms
    function machTerms(bytes32 id) public view returns (uint32 set, uint8 minimumLevel) {
        uint256 terms = _terms[id];
        if (terms == 0) revert UnknownRollup(id);
        return (uint32(terms), uint8(terms >> 32));
    }

    /// @inheritdoc INetworkTerms
    function machSet(bytes32 id) external view returns (uint32 set) {
        (set,) = machTerms(id);
    }

    /// @notice One epoch of a set; its block number is that of the L1 view that brought it.
    function epochInfo(uint32 setId, uint64 epoch) external view returns (EpochInfo memory info) {
        _mustExist(setId, epoch);
        return SnapshotReader.info(address(this), setId, epoch);
    }

    /// @notice Members of a set in one epoch, in order: member i is bit i of a signer bitmap.
    function members(uint32 setId, uint64 epoch) external view returns (Member[] memory list) {
        _mustExist(setId, epoch);
        return SnapshotReader.members(address(this), setId, epoch);
    }

    /// @dev Stores the sets, and notes the hashes of those that come later.
    function _take(HandedSet[] calldata sets, uint64 number, bytes32 attested) private {
        bytes memory hashes = new bytes(32 * sets.length);
        uint256 next; // least number that the next set may have
        for (uint256 i; i < sets.length; ++i) {
            HandedSet calldata set = sets[i];
            bytes32 hash = set.hash;
            if (set.members.length == 0) {
                awaited[hash] = number;
            } else {
                if (set.id < next) revert SetsNotAscending(i);
                next = uint256(set.id) + 1;
                if (set.epoch <= currentEpoch[set.id]) revert StaleEpoch(set.id, set.epoch, currentEpoch[set.id]);
                uint256 records;
                address[] memory operators;
                uint256 total;
                (records, operators, total, hash) = HandedSets.read(set);
                _store(set, number, records, operators, total, hash);
            }
            assembly ("memory-safe") {
                mstore(add(hashes, mul(32, add(i, 1))), hash)
            }
        }
        if (keccak256(hashes) != attested) revert BadSetsHash(keccak256(hashes), attested);
    }

    /// @dev Writes a snapshot.
    function _store(
        HandedSet calldata set,
        uint64 number,
        uint256 records,
        address[] memory operators,
        uint256 total,
        bytes32 hash
    ) private {
        uint256 count = operators.length;
        if (!SnapshotWriter.header(records, count, total, number)) revert AggregateAtInfinity(set.id);
        uint256 addresses = SnapshotWriter.packAddresses(operators, count);
        SnapshotWriter.write(set.id, set.epoch, records, count, addresses);
        if (set.epoch > currentEpoch[set.id]) currentEpoch[set.id] = set.epoch;
        emit SetHandedOff(set.id, set.epoch, hash, number);
    }

    /// @dev Number of the handed-off L1 block that has this header.
    function _known(bytes calldata header) private view returns (uint64 number) {
        number = uint64(BlockHeader.getNumber(header));
        bytes32 hash = keccak256(header);
        if (l1BlockHash[number] != hash) revert UnknownL1Block(number, hash);
    }

    function _noteTime(bytes calldata header) private {
        uint64 time = uint64(BlockHeader.getTimestamp(header));
        if (time > l1Time) l1Time = time;
    }

    function _mustExist(uint32 setId, uint64 epoch) private view {
        if (Snapshot.firstChunk(address(this), setId, epoch).code.length == 0) revert UnknownEpoch(setId, epoch);
    }
}

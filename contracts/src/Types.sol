// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What a MACH operator says about one block of a rollup. Its EIP-712 digest is what the operator signs.
/// @param rollup Identifier of the rollup.
/// @param epoch Snapshot of the rollup's MACH operator set that signs.
/// @param number Block number on the rollup.
/// @param blockHash Hash of the block.
/// @param parentHash Hash of its parent.
/// @param stateRoot State root after the block.
/// @param outputRoot Output root after the block; zero for a rollup without one.
/// @param level How deeply the operator verified: 0 agreement of nodes, 1 commitments recomputed, 2 executed.
struct FinalityClaim {
    bytes32 rollup;
    uint64 epoch;
    uint64 number;
    bytes32 blockHash;
    bytes32 parentHash;
    bytes32 stateRoot;
    bytes32 outputRoot;
    uint8 level;
}

/// @notice Header of a SQUAD batch, signed by the leader of its slot and rank.
/// @param l1Number L1 view that the block stands on.
/// @param inbox Messages of the rollup's inbox that this batch and all before it have taken.
struct BatchHeader {
    bytes32 rollup;
    uint64 epoch;
    uint64 slot;
    uint32 rank;
    uint64 number;
    uint64 timestamp;
    uint64 l1Number;
    uint64 inbox;
    bytes32 parentHash;
    bytes32 blockHash;
    bytes32 bodyHash;
    uint32 bodySize;
}

/// @notice What operators attest about L1: a finalised block, the operator sets read at it, and what else sequencing takes from it.
/// @param inputs Hash of the other inputs: randomness, heads of inboxes, rollups that come and go.
struct L1View {
    uint64 number;
    bytes32 blockHash;
    bytes32 operatorSets;
    bytes32 inputs;
}

/// @notice A leader's promise of where a transaction stands in the batch of a slot and rank.
/// @param position Index in the block.
/// @param prefixRoot keccak256(previous root ‖ transaction hash) over the transactions up to and with this one, zero before any.
struct Preconfirmation {
    bytes32 rollup;
    uint64 epoch;
    uint64 slot;
    uint32 rank;
    bytes32 transaction;
    uint32 position;
    bytes32 prefixRoot;
}

/// @notice Transactions that a SQUAD member has seen pending for too long.
/// @param transactions keccak256 of their concatenated hashes.
struct InclusionList {
    bytes32 rollup;
    uint64 epoch;
    uint64 slot;
    bytes32 transactions;
}

/// @notice An operator's statement that it leads again, after it was jailed in a window.
struct Unjail {
    bytes32 rollup;
    address operator;
    uint64 window;
}

/// @notice A finality certificate as it is submitted.
/// @param claim What was signed.
/// @param signers Bit i stands for member i of the rollup's MACH set in the claim's epoch.
/// @param signature Aggregate: a G2 point, EIP-2537, 256 bytes.
struct Submission {
    FinalityClaim claim;
    uint256 signers;
    bytes signature;
}

/// @notice What members of a rollup's MACH set sign to pause its finality on L1, or to lift the pause.
/// @param rollup Identifier of the rollup.
/// @param epoch Snapshot of the rollup's MACH operator set that signs.
/// @param sequence Counts the certified alerts of the rollup from 1: odd ones pause and even ones resume.
/// @param paused The state that the alert asks for.
struct FinalityAlert {
    bytes32 rollup;
    uint64 epoch;
    uint64 sequence;
    bool paused;
}

/// @notice An operator set as a hand-off brings it to another chain.
/// @param id Number of the operator set.
/// @param epoch Its epoch.
/// @param hash Hash of the set; read only where members is empty, which means that the set is delivered later.
/// @param members For each member address20 ‖ x48 ‖ y48 of the BLS key ‖ compressed consensus key 33 ‖ weight16.
struct HandedSet {
    uint32 id;
    uint64 epoch;
    bytes32 hash;
    bytes members;
}

/// @notice Terms of one operator set.
/// @param strategies EigenLayer strategies whose stake counts, by ascending address.
/// @param multipliers Weight of one share of each strategy; 1e18 means one.
/// @param minimumStake Least weighted stake that an operator must have to join.
/// @param capacity Greatest number of members, at most 256.
struct SetParams {
    address[] strategies;
    uint128[] multipliers;
    uint128 minimumStake;
    uint16 capacity;
}

/// @notice What whoever registers a rollup states about it.
/// @dev RemoteStakeTable proves minimumLevel by its place in storage: what comes before it stays where it is.
/// @param name Name for people; not unique.
/// @param chainId Chain id of the rollup; unique in this network.
/// @param genesisHash Hash of the rollup's genesis block.
/// @param slotMillis Length of a SQUAD slot in milliseconds.
/// @param ranks Number of leaders of a slot, the first and its stand-ins.
/// @param slashWad Part of the stake in the MACH set that a proven conflict of claims costs; 1e18 is all, 0 takes the default.
/// @param minimumLevel Least level of a claim that makes a block of this rollup final: 0, 1 or 2 as in FinalityClaim.
/// @param sequenced Whether SQUAD sequences it. If not, it has a sequencer of its own, and what only sequencing needs is zero:
/// slotMillis, ranks, and all from gasLimit to forceMillis.
/// @param genesisTime Timestamp of the genesis block, seconds; slot 0 starts then.
/// @param gasLimit Gas limit of its blocks.
/// @param spanSlots Consecutive slots that one seat leads.
/// @param windowSpans Seats that are drawn at once.
/// @param stepMillis Delay after the start of a slot before the next rank may lead, milliseconds.
/// @param maxBatchBytes Greatest size of a batch's body.
/// @param forceMillis For how long, once the network knows of an inbox message, batches may do without it, milliseconds.
/// @param outbox Contract on the rollup that notes withdrawals of ether, as Squad reads them; zero for none.
struct RollupParams {
    string name;
    uint64 chainId;
    bytes32 genesisHash;
    uint32 slotMillis;
    uint8 ranks;
    uint64 slashWad;
    uint8 minimumLevel;
    bool sequenced;
    uint64 genesisTime;
    uint64 gasLimit;
    uint32 spanSlots;
    uint32 windowSpans;
    uint32 stepMillis;
    uint32 maxBatchBytes;
    uint64 forceMillis;
    address outbox;
}

/// @notice A registered rollup.
/// @param id keccak256(abi.encode(L1 chain id, address of RestakedRollups, chain id of the rollup)).
/// @param index Position in the order of registration; its sets are 3*index + 1 (SQUAD), + 2 (MACH), + 3 (VITAL).
/// @param registeredAt L1 block of the registration.
/// @param registrant Who registered it, and alone may stop it.
/// @param params What was stated; slashWad holds the value in force, never zero.
/// @param stoppedAt L1 block in which it was stopped; zero while it runs.
struct Rollup {
    bytes32 id;
    uint32 index;
    uint64 registeredAt;
    address registrant;
    RollupParams params;
    uint64 stoppedAt;
}

/// @notice A withdrawal of ether as a rollup's outbox noted it.
/// @param rollup The rollup.
/// @param nonce Its number in the outbox.
/// @param to Who is paid on L1.
/// @param amount Wei.
struct Withdrawal {
    bytes32 rollup;
    uint256 nonce;
    address to;
    uint256 amount;
}

/// @notice What an operator proves and states when it joins its first operator set.
/// @param blsKey Attestation key: a G1 point as EIP-2537 encodes it, 128 bytes.
/// @param blsProof Signature of that key over the OperatorRegistration digest: a G2 point, 256 bytes.
/// @param consensusKey secp256k1 key, x ‖ y, 64 bytes.
/// @param consensusProof Signature r ‖ s ‖ v of that key over the same digest, 65 bytes, low s.
/// @param peerId Identity on the peer-to-peer network, the raw bytes of the libp2p peer id.
/// @param peerAddress Multiaddress under which the peer can be reached.
struct Keys {
    bytes blsKey;
    bytes blsProof;
    bytes consensusKey;
    bytes consensusProof;
    bytes peerId;
    string peerAddress;
}

/// @notice Keys and address of a known operator.
/// @param blsKey G1 point, EIP-2537, 128 bytes; empty for an unknown operator.
/// @param consensusKey secp256k1 key, x ‖ y, 64 bytes.
/// @param consensusAddress Ethereum address of the consensus key.
/// @param peerId Raw bytes of the libp2p peer id.
/// @param peerAddress Multiaddress.
struct OperatorInfo {
    bytes blsKey;
    bytes consensusKey;
    address consensusAddress;
    bytes peerId;
    string peerAddress;
}

/// @notice One member of an operator set in one epoch.
struct Member {
    address operator;
    uint128 weight;
    bytes blsKey;
}

/// @notice One snapshot of an operator set.
/// @param blockNumber L1 block in which it was taken.
/// @param count Number of members.
/// @param totalWeight Sum of their weights.
/// @param aggregateKey Sum of their BLS keys, EIP-2537, 128 bytes.
struct EpochInfo {
    uint64 blockNumber;
    uint64 count;
    uint128 totalWeight;
    bytes aggregateKey;
}

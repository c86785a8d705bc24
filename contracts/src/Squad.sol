// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IMach, ISequencedRollups} from "./interfaces/ITrident.sol";
import {TridentFinality} from "./libraries/TridentFinality.sol";
import {Withdrawal} from "./Types.sol";

/// @title Inboxes of the sequenced rollups
/// @notice What is queued here must lead a batch of the rollup when it is due, or the batch is void: nobody's transaction can be
/// kept out for long. Deposited ether is locked here and appears on the rollup as an EIP-4895 withdrawal; it comes back by the proof of
/// one storage slot of the rollup's outbox at a block that MACH has made final.
/// @dev There is no owner and no pause. Each rollup's ether is accounted apart, so that a rollup whose operators or whose outbox cheat
/// can take no more than was deposited for it.
contract Squad {
    /// @dev count and locked share a word: a deposit writes two words.
    struct Inbox {
        uint64 count;
        uint192 locked;
        bytes32 hash;
    }

    /// @notice Kind of a message that holds a signed transaction of the rollup.
    uint8 public constant TRANSACTION = 1;
    /// @notice Kind of a message that brings ether.
    uint8 public constant DEPOSIT = 2;
    /// @notice Greatest size of a forced transaction, bytes.
    uint256 public constant MAX_TRANSACTION = 32 << 10;

    /// @notice RestakedRollups.
    ISequencedRollups public immutable restakedRollups;
    /// @notice Mach, whose word on finality withdrawals rely on.
    IMach public immutable mach;

    mapping(bytes32 rollup => Inbox) private _inboxes;
    /// @notice Whether the withdrawal with this number of a rollup's outbox was paid.
    mapping(bytes32 rollup => mapping(uint256 nonce => bool)) public paid;

    /// @notice A message was queued.
    /// @param rollup The rollup.
    /// @param index Number of the message in the rollup's inbox, from 0.
    /// @param kind TRANSACTION or DEPOSIT.
    /// @param sender Who queued it.
    /// @param to Recipient of a deposit, on the rollup.
    /// @param amount Of a deposit, in gwei.
    /// @param data EIP-2718 encoding of a transaction.
    /// @param hash The inbox with it: keccak256(abi.encode(hash before, index, kind, sender, to, amount, keccak256(data))).
    event MessageQueued(
        bytes32 indexed rollup,
        uint64 indexed index,
        uint8 kind,
        address sender,
        address to,
        uint64 amount,
        bytes data,
        bytes32 hash
    );
    /// @notice A withdrawal was paid.
    event Withdrawn(bytes32 indexed rollup, uint256 indexed nonce, address indexed to, uint256 amount);

    /// @notice SQUAD does not sequence the rollup, or it was stopped.
    error InboxClosed(bytes32 rollup);
    /// @notice A forced transaction is empty or longer than MAX_TRANSACTION.
    error BadTransactionSize(uint256 size);
    /// @notice A deposit is nothing, or no whole number of gwei.
    error BadAmount(uint256 amount);
    /// @notice A deposit has no recipient.
    error NoRecipient();
    /// @notice The rollup has stated no outbox.
    error NoOutbox(bytes32 rollup);
    /// @notice The withdrawal was paid before.
    error AlreadyPaid(bytes32 rollup, uint256 nonce);
    /// @notice The outbox holds something else under this number.
    error WrongWithdrawal(uint256 nonce, bytes32 found, bytes32 claimed);
    /// @notice Less than this is locked for the rollup.
    error NotLocked(bytes32 rollup, uint256 amount, uint256 locked);

    constructor(ISequencedRollups restakedRollups_, IMach mach_) {
        restakedRollups = restakedRollups_;
        mach = mach_;
    }

    /// @notice Forces a transaction into a rollup. Whether it is valid there shows when it is its turn: one that cannot be applied then,
    /// or that asks for more than a sixteenth of a block's gas, is passed over.
    /// @param rollup The rollup.
    /// @param transaction Signed transaction of the rollup, as eth_sendRawTransaction takes it.
    /// @return index Number of the message.
    function force(bytes32 rollup, bytes calldata transaction) external returns (uint64 index) {
        if (transaction.length == 0 || transaction.length > MAX_TRANSACTION) revert BadTransactionSize(transaction.length);
        return _queue(rollup, TRANSACTION, address(0), 0, transaction);
    }

    /// @notice Locks ether for an account on a rollup.
    /// @param rollup The rollup.
    /// @param to The account, which gets the same amount there.
    /// @return index Number of the message.
    function deposit(bytes32 rollup, address to) external payable returns (uint64 index) {
        uint256 amount = msg.value / 1 gwei;
        if (amount == 0 || msg.value % 1 gwei != 0 || amount > type(uint64).max) revert BadAmount(msg.value);
        if (to == address(0)) revert NoRecipient();
        _inboxes[rollup].locked += uint192(msg.value);
        return _queue(rollup, DEPOSIT, to, uint64(amount), "");
    }

    /// @notice Pays a withdrawal. Anyone may call for the recipient.
    /// @param w The withdrawal.
    /// @param header RLP header of a final rollup block at or after the withdrawal.
    /// @param accountProof Account proof of the rollup's outbox at that block, as eth_getProof gives it.
    /// @param storageProof Storage proof of the withdrawal's slot in the outbox, keccak256(abi.encode(nonce, 0)), which holds
    /// keccak256(abi.encode(to, amount)).
    function withdraw(
        Withdrawal calldata w,
        bytes calldata header,
        bytes[] calldata accountProof,
        bytes[] calldata storageProof
    ) external {
        if (paid[w.rollup][w.nonce]) revert AlreadyPaid(w.rollup, w.nonce);
        _prove(w, header, accountProof, storageProof);
        Inbox storage entry = _inboxes[w.rollup];
        uint256 amount = w.amount;
        if (amount > entry.locked) revert NotLocked(w.rollup, amount, entry.locked);
        paid[w.rollup][w.nonce] = true;
        entry.locked -= uint192(amount);
        emit Withdrawn(w.rollup, w.nonce, w.to, amount);
        Address.sendValue(payable(w.to), amount);
    }

    /// @notice How far a rollup's inbox has grown.
    /// @return count Messages ever queued.
    /// @return hash Chain over all of them; zero for none.
    function inbox(bytes32 rollup) external view returns (uint64 count, bytes32 hash) {
        return (_inboxes[rollup].count, _inboxes[rollup].hash);
    }

    /// @notice Wei that are locked here for a rollup.
    function locked(bytes32 rollup) external view returns (uint256) {
        return _inboxes[rollup].locked;
    }

    function _queue(bytes32 rollup, uint8 kind, address to, uint64 amount, bytes memory data)
        private
        returns (uint64 index)
    {
        if (!restakedRollups.takesMessages(rollup)) revert InboxClosed(rollup);
        Inbox storage entry = _inboxes[rollup];
        index = entry.count;
        entry.count = index + 1;
        bytes32 hash = keccak256(abi.encode(entry.hash, index, kind, msg.sender, to, amount, keccak256(data)));
        entry.hash = hash;
        emit MessageQueued(rollup, index, kind, msg.sender, to, amount, data, hash);
    }

    /// @dev Reverts unless the rollup's outbox noted this withdrawal at a final block.
    function _prove(
        Withdrawal calldata w,
        bytes calldata header,
        bytes[] calldata accountProof,
        bytes[] calldata storageProof
    ) private view {
        address outbox = restakedRollups.outboxOf(w.rollup);
        if (outbox == address(0)) revert NoOutbox(w.rollup);
        bytes32 root = TridentFinality.storageRootAt(mach, w.rollup, header, outbox, accountProof);
        bytes32 found = TridentFinality.slotIn(root, keccak256(abi.encode(w.nonce, uint256(0))), storageProof);
        bytes32 claimed = keccak256(abi.encode(w.to, w.amount));
        if (found != claimed) revert WrongWithdrawal(w.nonce, found, claimed);
    }
}

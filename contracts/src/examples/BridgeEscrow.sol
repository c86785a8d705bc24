// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IMach} from "../interfaces/ITrident.sol";
import {TridentFinality} from "../libraries/TridentFinality.sol";

/// @title Example: the L1 side of a bridge that pays on MACH's finality
/// @notice Ether that is deposited here is paid out for withdrawals that were made in BridgeOutbox on the rollup, as soon as a
/// block with the withdrawal is final: seconds instead of a challenge window. The proof is one storage slot.
contract BridgeEscrow {
    /// @notice The Mach contract.
    IMach public immutable mach;
    /// @notice The rollup.
    bytes32 public immutable rollup;
    /// @notice BridgeOutbox on the rollup.
    address public immutable outbox;

    /// @notice Whether the withdrawal with this number was paid.
    mapping(uint256 nonce => bool) public paid;

    /// @notice Ether came in for an account on the rollup.
    event Deposited(address indexed from, address indexed to, uint256 amount);
    /// @notice A withdrawal was paid.
    event Withdrawn(uint256 indexed nonce, address indexed to, uint256 amount);

    /// @notice The withdrawal was paid before.
    error AlreadyPaid(uint256 nonce);
    /// @notice The outbox holds something else under this number.
    error WrongWithdrawal(uint256 nonce, bytes32 found, bytes32 claimed);

    constructor(IMach mach_, bytes32 rollup_, address outbox_) {
        mach = mach_;
        rollup = rollup_;
        outbox = outbox_;
    }

    /// @notice Locks ether for an account on the rollup.
    function deposit(address to) external payable {
        emit Deposited(msg.sender, to, msg.value);
    }

    /// @notice Pays a withdrawal. Anyone may call for the recipient.
    /// @param nonce Number of the withdrawal in the outbox.
    /// @param to Who is paid.
    /// @param amount Wei.
    /// @param header RLP header of a final rollup block at or after the withdrawal.
    /// @param accountProof Account proof of the outbox at that block, as eth_getProof gives it.
    /// @param storageProof Storage proof of the withdrawal's slot, keccak256(abi.encode(nonce, 0)).
    function withdraw(
        uint256 nonce,
        address to,
        uint256 amount,
        bytes calldata header,
        bytes[] calldata accountProof,
        bytes[] calldata storageProof
    ) external {
        if (paid[nonce]) revert AlreadyPaid(nonce);
        bytes32 root = TridentFinality.storageRootAt(mach, rollup, header, outbox, accountProof);
        bytes32 found = TridentFinality.slotIn(root, keccak256(abi.encode(nonce, uint256(0))), storageProof);
        bytes32 claimed = keccak256(abi.encode(to, amount));
        if (found != claimed) revert WrongWithdrawal(nonce, found, claimed);
        paid[nonce] = true;
        emit Withdrawn(nonce, to, amount);
        Address.sendValue(payable(to), amount);
    }
}

/// @title Example: the rollup side of the bridge
/// @notice Takes ether and notes, for each withdrawal, a hash of who gets how much on L1.
contract BridgeOutbox {
    /// @notice keccak256(abi.encode(to, amount)) of each withdrawal; slot 0, which the escrow relies on.
    mapping(uint256 nonce => bytes32) public withdrawals;
    /// @notice Number of withdrawals.
    uint256 public count;

    /// @notice A withdrawal was made.
    event Withdrawal(uint256 indexed nonce, address indexed to, uint256 amount);

    /// @notice Withdraws the ether sent along to an account on L1.
    function withdraw(address to) external payable returns (uint256 nonce) {
        nonce = count++;
        withdrawals[nonce] = keccak256(abi.encode(to, msg.value));
        emit Withdrawal(nonce, to, msg.value);
    }
}

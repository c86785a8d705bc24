// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rollup, SetParams} from "../Types.sol";

/// @title What is needed of a network to check its certificates
/// @notice RestakedRollups tells it on L1, RemoteStakeTable on other chains.
interface INetworkTerms {
    /// @notice EIP-712 domain separator of everything that is signed in this network.
    function domainSeparator() external view returns (bytes32);
    /// @notice The MACH operator set of a rollup; reverts with UnknownRollup.
    function machSet(bytes32 id) external view returns (uint32);
    /// @notice The MACH operator set of a rollup and the least level of its claims; reverts with UnknownRollup.
    function machTerms(bytes32 id) external view returns (uint32 set, uint8 minimumLevel);
}

/// @title What the other contracts read from RestakedRollups
interface IRestakedRollups is INetworkTerms {
    /// @notice Terms of an operator set; reverts with UnknownSet.
    function operatorSetParams(uint32 setId) external view returns (SetParams memory);
    /// @notice A rollup; reverts with UnknownRollup.
    function rollup(bytes32 id) external view returns (Rollup memory);
}

/// @title What Squad reads from RestakedRollups
interface ISequencedRollups {
    /// @notice Whether the rollup is sequenced by SQUAD and not stopped; reverts with UnknownRollup.
    function takesMessages(bytes32 id) external view returns (bool);
    /// @notice Contract on the rollup that notes withdrawals, zero for none; reverts with UnknownRollup.
    function outboxOf(bytes32 id) external view returns (address);
}

/// @title What the other contracts read from OperatorRegistrar
interface IOperatorKeys {
    /// @notice The BLS key as three words x48 ‖ y48; zero for an unknown operator.
    function packedBlsKey(address operator) external view returns (bytes32 a, bytes32 b, bytes32 c);
}

/// @title What the other contracts call of a StakeTable; its snapshots they read from code
interface IStakeTable {
    /// @notice Newest epoch of a set; zero before the first.
    function currentEpoch(uint32 setId) external view returns (uint64);
}

/// @title What consumers call of Mach
interface IMach {
    /// @notice Whether exactly this block is certified and the rollup's finality is not paused.
    function isFinal(bytes32 rollup, uint64 number, bytes32 blockHash) external view returns (bool);
    /// @notice Whether exactly this block is certified, paused or not.
    function isCertified(bytes32 rollup, uint64 number, bytes32 blockHash) external view returns (bool);
    /// @notice Whether a quorum of the rollup's operators has paused its finality.
    function isPaused(bytes32 rollup) external view returns (bool);
}

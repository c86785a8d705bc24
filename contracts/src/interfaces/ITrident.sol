// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rollup, SetParams} from "../Types.sol";

/// @title What the other contracts read from RestakedRollups
interface IRestakedRollups {
    /// @notice EIP-712 domain separator of everything that is signed in this network.
    function domainSeparator() external view returns (bytes32);
    /// @notice Terms of an operator set; reverts with UnknownSet.
    function operatorSetParams(uint32 setId) external view returns (SetParams memory);
    /// @notice A rollup; reverts with UnknownRollup.
    function rollup(bytes32 id) external view returns (Rollup memory);
    /// @notice The MACH operator set of a rollup; reverts with UnknownRollup.
    function machSet(bytes32 id) external view returns (uint32);
}

/// @title What the other contracts read from OperatorRegistrar
interface IOperatorKeys {
    /// @notice The BLS key as three words x48 ‖ y48; zero for an unknown operator.
    function packedBlsKey(address operator) external view returns (bytes32 a, bytes32 b, bytes32 c);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {TransparentUpgradeableProxy} from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";

/// @title Proxy that carries EigenLayer's core on a LOCAL network
/// @notice LOCAL NETWORKS ONLY. Empty initialisation data is allowed: EigenLayer's PermissionController has no initialiser.
contract LocalProxy is TransparentUpgradeableProxy {
    /// @param logic First implementation.
    /// @param owner Owner of the ProxyAdmin that this proxy creates.
    /// @param data Initialisation call; may be empty.
    constructor(address logic, address owner, bytes memory data) payable TransparentUpgradeableProxy(logic, owner, data) {}

    function _unsafeAllowUninitialized() internal pure override returns (bool) {
        return true;
    }
}

/// @title Beacon of EigenLayer's pods and strategies on a LOCAL network
/// @notice LOCAL NETWORKS ONLY.
contract LocalBeacon is UpgradeableBeacon {
    /// @param implementation_ First implementation.
    /// @param owner Who may upgrade it.
    constructor(address implementation_, address owner) UpgradeableBeacon(implementation_, owner) {}
}

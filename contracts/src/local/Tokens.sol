// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title Restakable asset of a LOCAL network
/// @notice LOCAL NETWORKS ONLY: anyone may mint any amount. It stands for a liquid staking token or for ALT.
contract TestToken is ERC20 {
    /// @param name_ Name of the token.
    /// @param symbol_ Its symbol.
    constructor(string memory name_, string memory symbol_) ERC20(name_, symbol_) {}

    /// @notice Mints tokens from nothing.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @title Ordinary ERC-20 for tests on a rollup
/// @notice LOCAL NETWORKS ONLY: an example of what users deploy; it has no part in the protocol.
contract DemoToken is ERC20 {
    /// @param name_ Name of the token.
    /// @param symbol_ Its symbol.
    /// @param supply All tokens, given to the deployer.
    constructor(string memory name_, string memory symbol_, uint256 supply) ERC20(name_, symbol_) {
        _mint(msg.sender, supply);
    }
}

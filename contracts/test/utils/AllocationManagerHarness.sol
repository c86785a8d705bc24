// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    CreateSetParams,
    DeregisterParams,
    IAVSRegistrar,
    OperatorSet,
    RegisterParams,
    SlashingParams
} from "../../src/interfaces/IEigenLayer.sol";

/// @notice FOR TESTS ONLY: membership, stake and slashing with the rules of EigenLayer's AllocationManager that our contracts rely
/// on, and stake set by hand. The whole life on the real EigenLayer core is tested with the local network.
contract AllocationManagerHarness {
    uint32 public constant DEALLOCATION_DELAY = 10;

    error InvalidPermissions();
    error InvalidAVSRegistrar();
    error NonexistentAVSMetadata();
    error InvalidOperatorSet();
    error AlreadyMemberOfSet();
    error NotMemberOfSet();
    error OperatorNotSlashable();
    error InvalidCaller();
    error StrategiesMustBeInAscendingOrder();
    error InvalidWadToSlash();
    error StrategyNotInOperatorSet();

    struct Set {
        bool exists;
        address slasher;
        address[] strategies;
        address[] members;
        uint256 slashes;
    }

    mapping(address avs => bool) public hasMetadata;
    mapping(address avs => address) public getAVSRegistrar;
    mapping(bytes32 set => Set) private _sets;
    mapping(bytes32 set => mapping(address operator => uint256)) private _position; // one above the index
    mapping(bytes32 set => mapping(address operator => uint256)) private _slashableUntil;
    mapping(bytes32 set => mapping(address operator => mapping(address strategy => uint256))) private _stake;
    mapping(bytes32 set => mapping(address operator => mapping(address strategy => uint256))) private _leaving;

    /// @notice Sets the allocated stake, and how much of it is being withdrawn.
    function setStake(address avs, uint32 id, address operator, address strategy, uint256 stake, uint256 leaving) external {
        bytes32 set = _key(OperatorSet(avs, id));
        _stake[set][operator][strategy] = stake;
        _leaving[set][operator][strategy] = leaving;
    }

    function updateAVSMetadataURI(address avs, string calldata) external {
        if (msg.sender != avs) revert InvalidPermissions();
        hasMetadata[avs] = true;
    }

    function setAVSRegistrar(address avs, address registrar) external {
        if (msg.sender != avs) revert InvalidPermissions();
        if (!IAVSRegistrar(registrar).supportsAVS(avs)) revert InvalidAVSRegistrar();
        getAVSRegistrar[avs] = registrar;
    }

    function createOperatorSets(address avs, CreateSetParams[] calldata params) external {
        if (msg.sender != avs) revert InvalidPermissions();
        if (!hasMetadata[avs]) revert NonexistentAVSMetadata();
        for (uint256 i; i < params.length; ++i) {
            Set storage set = _sets[_key(OperatorSet(avs, params[i].operatorSetId))];
            if (set.exists) revert InvalidOperatorSet();
            set.exists = true;
            set.slasher = params[i].slasher;
            set.strategies = params[i].strategies;
        }
    }

    function registerForOperatorSets(address operator, RegisterParams calldata params) external {
        if (msg.sender != operator) revert InvalidPermissions();
        for (uint256 i; i < params.operatorSetIds.length; ++i) {
            OperatorSet memory operatorSet = OperatorSet(params.avs, params.operatorSetIds[i]);
            bytes32 key = _key(operatorSet);
            if (!_sets[key].exists) revert InvalidOperatorSet();
            if (isOperatorSlashable(operator, operatorSet)) revert AlreadyMemberOfSet();
            _sets[key].members.push(operator);
            _position[key][operator] = _sets[key].members.length;
        }
        IAVSRegistrar(getAVSRegistrar[params.avs]).registerOperator(
            operator, params.avs, params.operatorSetIds, params.data
        );
    }

    function deregisterFromOperatorSets(DeregisterParams calldata params) external {
        if (msg.sender != params.operator && msg.sender != params.avs) revert InvalidCaller();
        for (uint256 i; i < params.operatorSetIds.length; ++i) {
            bytes32 key = _key(OperatorSet(params.avs, params.operatorSetIds[i]));
            uint256 position = _position[key][params.operator];
            if (position == 0) revert NotMemberOfSet();
            address[] storage members = _sets[key].members;
            address last = members[members.length - 1];
            members[position - 1] = last;
            _position[key][last] = position;
            members.pop();
            _position[key][params.operator] = 0;
            _slashableUntil[key][params.operator] = block.number + DEALLOCATION_DELAY;
        }
        IAVSRegistrar(getAVSRegistrar[params.avs]).deregisterOperator(params.operator, params.avs, params.operatorSetIds);
    }

    function slashOperator(address avs, SlashingParams calldata params)
        external
        returns (uint256 slashId, uint256[] memory shares)
    {
        OperatorSet memory operatorSet = OperatorSet(avs, params.operatorSetId);
        bytes32 key = _key(operatorSet);
        Set storage set = _sets[key];
        if (!set.exists) revert InvalidOperatorSet();
        if (!isOperatorSlashable(params.operator, operatorSet)) revert OperatorNotSlashable();
        if (msg.sender != set.slasher) revert InvalidCaller();
        slashId = ++set.slashes;
        shares = new uint256[](params.strategies.length);
        for (uint256 i; i < params.strategies.length; ++i) {
            address strategy = params.strategies[i];
            if (i > 0 && strategy <= params.strategies[i - 1]) revert StrategiesMustBeInAscendingOrder();
            if (params.wadsToSlash[i] == 0 || params.wadsToSlash[i] > 1e18) revert InvalidWadToSlash();
            if (!_contains(set.strategies, strategy)) revert StrategyNotInOperatorSet();
            uint256 stake = _stake[key][params.operator][strategy];
            shares[i] = stake * params.wadsToSlash[i] / 1e18;
            _stake[key][params.operator][strategy] = stake - shares[i];
        }
    }

    function getMembers(OperatorSet calldata operatorSet) external view returns (address[] memory) {
        return _sets[_key(operatorSet)].members;
    }

    function getMemberCount(OperatorSet calldata operatorSet) external view returns (uint256) {
        return _sets[_key(operatorSet)].members.length;
    }

    function getSlashCount(OperatorSet calldata operatorSet) external view returns (uint256) {
        return _sets[_key(operatorSet)].slashes;
    }

    function getSlasher(OperatorSet calldata operatorSet) external view returns (address) {
        return _sets[_key(operatorSet)].slasher;
    }

    function isOperatorSlashable(address operator, OperatorSet memory operatorSet) public view returns (bool) {
        bytes32 key = _key(operatorSet);
        return _position[key][operator] != 0 || block.number <= _slashableUntil[key][operator];
    }

    function getMinimumSlashableStake(
        OperatorSet calldata operatorSet,
        address[] calldata operators,
        address[] calldata strategies,
        uint32 futureBlock
    ) external view returns (uint256[][] memory stakes) {
        bytes32 key = _key(operatorSet);
        stakes = new uint256[][](operators.length);
        for (uint256 i; i < operators.length; ++i) {
            stakes[i] = new uint256[](strategies.length);
            if (!isOperatorSlashable(operators[i], operatorSet)) continue;
            for (uint256 j; j < strategies.length; ++j) {
                uint256 stake = _stake[key][operators[i]][strategies[j]];
                if (futureBlock > block.number) stake -= _leaving[key][operators[i]][strategies[j]];
                stakes[i][j] = stake;
            }
        }
    }

    function _key(OperatorSet memory operatorSet) private pure returns (bytes32) {
        return keccak256(abi.encode(operatorSet));
    }

    function _contains(address[] storage list, address item) private view returns (bool) {
        for (uint256 i; i < list.length; ++i) {
            if (list[i] == item) return true;
        }
        return false;
    }
}

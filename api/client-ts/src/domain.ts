import { fromHex, keccak, keccakText, toHex, word, concat, type Hex } from "./bytes.js";

/** The EIP-712 domain, which separates one Trident network from all others. */
export interface Domain {
  /** Name given to RestakedRollups. */
  readonly network: string;
  readonly l1ChainId: bigint;
  /** RestakedRollups. */
  readonly contract: Hex;
}

/** EIP-712 version of everything that is signed. */
export const DOMAIN_VERSION = "1";

const DOMAIN_TYPE = keccakText("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

const addressWord = (a: Hex): Uint8Array => concat(new Uint8Array(12), fromHex("address", a, 20));

/** The EIP-712 domain separator. */
export function domainSeparator(d: Domain): Hex {
  return toHex(separator(d));
}

function separator(d: Domain): Uint8Array {
  return keccak(DOMAIN_TYPE, keccakText(d.network), keccakText(DOMAIN_VERSION), word(d.l1ChainId), addressWord(d.contract));
}

/** keccak256(0x1901 ‖ separator ‖ structHash); the fields are EVM words or hashes in the order of the type. */
export function typedDigest(d: Domain, type: Uint8Array, ...fields: Uint8Array[]): Uint8Array {
  return keccak(new Uint8Array([0x19, 0x01]), separator(d), keccak(type, ...fields));
}

/** The id of a rollup: keccak256(abi.encode(L1 chain id, RestakedRollups, chain id of the rollup)). */
export function rollupId(d: Domain, chainId: bigint): Hex {
  return toHex(keccak(word(d.l1ChainId), addressWord(d.contract), word(chainId)));
}

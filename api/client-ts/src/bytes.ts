import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { ShapeError } from "./errors.js";

/** Bytes in 0x-hex, lower case. */
export type Hex = `0x${string}`;

export const MAX_UINT64 = (1n << 64n) - 1n;

export const toHex = (b: Uint8Array): Hex => `0x${bytesToHex(b)}`;

/** Reads 0x-hex of a fixed size; without a size any whole number of bytes. */
export function fromHex(what: string, value: unknown, size?: number): Uint8Array {
  if (typeof value !== "string" || !/^0x([0-9a-fA-F]{2})*$/.test(value)) throw new ShapeError(`${what}: 0x-hex is needed`);
  const b = hexToBytes(value.slice(2));
  if (size !== undefined && b.length !== size) throw new ShapeError(`${what}: ${b.length} bytes, want ${size}`);
  return b;
}

/** Reads 0x-hex of a fixed size and gives it back in lower case. */
export const hexOf = (what: string, value: unknown, size?: number): Hex => toHex(fromHex(what, value, size));

/** Reads a quantity as Ethereum's JSON-RPC has it: 0x-hex without leading zeros. */
export function quantity(what: string, value: unknown, max: bigint = MAX_UINT64): bigint {
  if (typeof value !== "string" || !/^0x(0|[1-9a-fA-F][0-9a-fA-F]{0,63})$/.test(value)) throw new ShapeError(`${what}: a 0x-hex quantity is needed`);
  const n = BigInt(value);
  if (n > max) throw new ShapeError(`${what}: ${n} is too large`);
  return n;
}

export const toQuantity = (n: bigint): Hex => `0x${n.toString(16)}`;

/** An unsigned integer as bytes, big-endian. */
export function uint(n: bigint, size: number): Uint8Array {
  if (n < 0n || n >> BigInt(8 * size) !== 0n) throw new ShapeError(`${n} does not fit in ${size} bytes`);
  return hexToBytes(n.toString(16).padStart(2 * size, "0"));
}

/** An EVM word. */
export const word = (n: bigint): Uint8Array => uint(n, 32);

export function bigOf(b: Uint8Array): bigint {
  return b.length === 0 ? 0n : BigInt(toHex(b));
}

export const keccak = (...parts: Uint8Array[]): Uint8Array => keccak_256(concatBytes(...parts));

export const keccakText = (s: string): Uint8Array => keccak_256(utf8ToBytes(s));

export const concat = concatBytes;

/** Reads a JSON object. */
export function objectOf(what: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeError(`${what}: an object is needed`);
  return value as Record<string, unknown>;
}

export function listOf(what: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new ShapeError(`${what}: a list is needed`);
  return value;
}

export function textOf(what: string, value: unknown): string {
  if (typeof value !== "string") throw new ShapeError(`${what}: text is needed`);
  return value;
}

export function flagOf(what: string, value: unknown): boolean {
  if (typeof value !== "boolean") throw new ShapeError(`${what}: true or false is needed`);
  return value;
}

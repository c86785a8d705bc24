import { secp256k1 } from "@noble/curves/secp256k1.js";
import { decodePublicKey, type PublicKey } from "./bls.js";
import { hasBit } from "./bitmap.js";
import { concat, fromHex, hexOf, keccak, toHex, uint, type Hex } from "./bytes.js";
import { SetKeyError, SetOrderError, SetSizeError, SetWeightError } from "./errors.js";

/** One operator of a set at one epoch. */
export interface Member {
  readonly operator: Hex;
  /** Compressed G1, 48 bytes. */
  readonly blsKey: Hex;
  /** Compressed secp256k1, 33 bytes. */
  readonly consensusKey: Hex;
  readonly weight: bigint;
}

/** The set whose members order all rollups; hand-offs are signed by it. */
export const ORDERING_SET = 0;

/** Capacity of a set. */
export const MAX_MEMBERS = 256;

/** The set that certifies the rollup with the given registration index. */
export const machSet = (index: number): number => 3 * index + 2;

/** One snapshot of an operator set. Immutable; a set that exists is well-formed. */
export class OperatorSet {
  readonly members: readonly Member[];
  readonly keys: readonly PublicKey[];
  readonly totalWeight: bigint;
  /** keccak256(id4 ‖ epoch8 ‖ for each member: address20 ‖ bls48 ‖ consensus33 ‖ weight16). */
  readonly hash: Hex;

  constructor(readonly id: number, readonly epoch: bigint, members: readonly Member[]) {
    const where = `operator set ${id} epoch ${epoch}`;
    if (members.length === 0 || members.length > MAX_MEMBERS) throw new SetSizeError(`${where}: 1 to ${MAX_MEMBERS} members are needed, got ${members.length}`);
    const packed: Uint8Array[] = [uint(BigInt(id), 4), uint(epoch, 8)];
    const [kept, keys]: [Member[], PublicKey[]] = [[], []];
    let total = 0n;
    members.forEach((m, i) => {
      const member = { operator: hexOf("operator", m.operator, 20), blsKey: hexOf("BLS key", m.blsKey), consensusKey: hexOf("consensus key", m.consensusKey), weight: m.weight };
      const before = kept[i - 1];
      if (before !== undefined && before.operator >= member.operator) throw new SetOrderError(`${where} member ${i}: addresses must ascend without repeats`);
      if (m.weight <= 0n || m.weight >> 128n !== 0n) throw new SetWeightError(`${where} member ${i}: weight must be 1 to 2^128-1`);
      keys.push(memberKey(`${where} member ${i}`, member));
      kept.push(Object.freeze(member));
      total += m.weight;
      packed.push(fromHex("operator", m.operator), fromHex("BLS key", m.blsKey), fromHex("consensus key", m.consensusKey), uint(m.weight, 16));
    });
    this.members = Object.freeze(kept);
    this.keys = Object.freeze(keys);
    this.totalWeight = total;
    this.hash = toHex(keccak(...packed));
  }

  /** The weight of the members whose bits are set. */
  weightOf(signers: Uint8Array): bigint {
    return this.members.reduce((sum, m, i) => (hasBit(signers, i) ? sum + m.weight : sum), 0n);
  }

  /** Whether a weight is at least two thirds of the total. */
  isQuorum(weight: bigint): boolean {
    return 3n * weight >= 2n * this.totalWeight;
  }
}

function memberKey(where: string, m: Member): PublicKey {
  try {
    secp256k1.Point.fromBytes(fromHex("consensus key", m.consensusKey, 33));
    return decodePublicKey(fromHex("BLS key", m.blsKey));
  } catch (cause) {
    throw new SetKeyError(`${where}: key is not valid: ${(cause as Error).message}`, { cause });
  }
}

/** keccak256 over the hashes of sets, in order: what an L1 view is signed over, and what names a trusted beginning. */
export function setsHash(sets: readonly OperatorSet[]): Hex {
  return toHex(keccak(...sets.map((s) => fromHex("set hash", s.hash, 32))));
}

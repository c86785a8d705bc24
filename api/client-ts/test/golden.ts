// The golden vectors of avs/testdata, and the keys that they were made with.
import { readFileSync } from "node:fs";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { alertDigest, claimDigest, hashToCurve, OperatorSet, viewDigest, type Alert, type Certificate, type CertifiedAlert, type Domain, type FinalityClaim, type HandOff, type Hex, type L1View, type Member } from "../dist/index.js";

const suite = bls12_381.longSignatures;

export function vectors(name: string): any {
  return JSON.parse(readFileSync(new URL(`../../../avs/testdata/${name}`, import.meta.url), "utf8"));
}

export const hex = (b: Uint8Array): Hex => `0x${bytesToHex(b)}`;
export const unhex = (h: string): Uint8Array => hexToBytes(h.slice(2));

const file = vectors("claim.json");

export const domain: Domain = { network: file.domain.network, l1ChainId: BigInt(file.domain.l1_chain_id), contract: file.domain.contract };

export const goldenClaim: FinalityClaim = { ...file.claim, epoch: BigInt(file.claim.epoch), number: BigInt(file.claim.number), level: Number(file.claim.level) };

const secrets = new Map<number, Uint8Array>();

export function secret(i: number): Uint8Array {
  let s = secrets.get(i);
  if (s === undefined) {
    const index = new Uint8Array(8);
    new DataView(index.buffer).setBigUint64(0, BigInt(i));
    s = keccak_256(concatBytes(utf8ToBytes("golden bls key "), index));
    s[0] = 0;
    secrets.set(i, s);
  }
  return s;
}

const members: Member[] = [];

export function goldenMembers(n: number, scale = 10n): Member[] {
  for (let i = members.length; i < n; i++) {
    members.push({
      operator: `0x${(BigInt(i + 1) << 32n).toString(16).padStart(40, "0")}`, blsKey: hex(suite.getPublicKey(secret(i)).toBytes(true)),
      consensusKey: hex(secp256k1.getPublicKey(keccak_256(utf8ToBytes(`golden consensus key ${i}`)), true)), weight: 0n,
    });
  }
  return members.slice(0, n).map((m, i) => ({ ...m, weight: BigInt(i + 1) * scale }));
}

export const goldenSet = (epoch: bigint, n: number, id = 2, scale = 10n): OperatorSet => new OperatorSet(id, epoch, goldenMembers(n, scale));

/** The aggregate of members' signatures, with their bitmap. */
export function signed(size: number, who: readonly number[], digest: Hex): { signers: Hex; signature: Hex } {
  const bitmap = new Uint8Array(Math.ceil(size / 8));
  for (const i of who) bitmap[i >> 3]! |= 1 << (i & 7);
  const point = hashToCurve(unhex(digest));
  const order = bls12_381.fields.Fr.ORDER;
  const sum = who.reduce((a, i) => (a + BigInt(hex(secret(i)))) % order, 0n); // the sum of signatures is that of the sum of keys
  const key = unhex(`0x${sum.toString(16).padStart(64, "0")}`);
  return { signers: hex(bitmap), signature: hex(suite.sign(point, key).toBytes(true)) };
}

export const certify = (claim: FinalityClaim, size: number, ...who: number[]): Certificate => ({ claim, ...signed(size, who, claimDigest(domain, claim)) });
export const certifyAlert = (alert: Alert, size: number, ...who: number[]): CertifiedAlert => ({ alert, ...signed(size, who, alertDigest(domain, alert)) });
export const handOver = (view: L1View, size: number, ...who: number[]): HandOff => ({ view, ...signed(size, who, viewDigest(domain, view)) });

export function blockHash(number: bigint): Hex {
  return hex(keccak_256(utf8ToBytes(`block ${number}`)));
}

/** A block of a chain of test blocks. */
export function claimOf(number: bigint, epoch = 3n, change: Partial<FinalityClaim> = {}): FinalityClaim {
  return { ...goldenClaim, epoch, number, blockHash: blockHash(number), parentHash: blockHash(number - 1n), ...change };
}

/** The hex with one bit flipped. */
export function flip(h: Hex, at = 0, mask = 1): Hex {
  const b = unhex(h);
  b[at]! ^= mask;
  return hex(b);
}

export type Rlp = Uint8Array | Rlp[];

/** Decodes RLP, for the vectors alone: the API speaks JSON. */
export function rlp(b: Uint8Array): Rlp {
  const [value, end] = rlpAt(b, 0);
  if (end !== b.length) throw new Error("trailing bytes");
  return value;
}

function rlpAt(b: Uint8Array, at: number): [Rlp, number] {
  const head = b[at]!;
  if (head < 0x80) return [b.slice(at, at + 1), at + 1];
  const list = head >= 0xc0;
  const short = head - (list ? 0xc0 : 0x80);
  const sizeBytes = short > 55 ? short - 55 : 0;
  const start = at + 1 + sizeBytes;
  const end = start + (sizeBytes === 0 ? short : Number(BigInt(hex(b.slice(at + 1, start)))));
  if (!list) return [b.slice(start, end), end];
  const items: Rlp[] = [];
  for (let i = start; i < end; ) {
    const [item, next] = rlpAt(b, i);
    items.push(item);
    i = next;
  }
  return [items, end];
}

export const list = (r: Rlp | undefined): Rlp[] => r as Rlp[];
export const text = (r: Rlp | undefined): Hex => hex(r as Uint8Array);
export const int = (r: Rlp | undefined): bigint => ((r as Uint8Array).length === 0 ? 0n : BigInt(text(r)));

export function claimOfRlp(r: Rlp | undefined): FinalityClaim {
  const f = list(r);
  return { rollup: text(f[0]), epoch: int(f[1]), number: int(f[2]), blockHash: text(f[3]), parentHash: text(f[4]), stateRoot: text(f[5]), outputRoot: text(f[6]), level: Number(int(f[7])) };
}

/** Operator sets as the hand-off vectors name them. */
export function namedSet(s: any): OperatorSet {
  return new OperatorSet(Number(s.id), BigInt(s.epoch), entries(s.members));
}

export function entries(list: any[]): Member[] {
  return list.map((m) => ({ operator: m.address, blsKey: m.bls_public_key, consensusKey: m.consensus_public_key, weight: BigInt(m.weight) }));
}

import { decodeSignature, fastAggregateVerify, type Signature } from "./bls.js";
import { bitmapFits, countBits, hasBit } from "./bitmap.js";
import { fromHex, keccakText, toHex, word, type Hex } from "./bytes.js";
import { typedDigest, type Domain } from "./domain.js";
import { BitmapError, CertificateEpochError, QuorumError, SignatureError } from "./errors.js";
import type { OperatorSet } from "./operatorset.js";

/** How operators convinced themselves of a claim: 0 agreement of nodes, 1 commitments recomputed, 2 executed. */
export type Level = number;

/** What MACH certifies: this block stands at this height of this rollup. */
export interface FinalityClaim {
  readonly rollup: Hex;
  /** Epoch of the rollup's MACH set that signs. */
  readonly epoch: bigint;
  readonly number: bigint;
  readonly blockHash: Hex;
  readonly parentHash: Hex;
  readonly stateRoot: Hex;
  /** Commitment of the rollup's stack beyond the state root; zero where it has none. */
  readonly outputRoot: Hex;
  readonly level: Level;
}

/** A claim with the aggregate signature of at least two thirds of the weight of its epoch's MACH set. */
export interface Certificate {
  readonly claim: FinalityClaim;
  /** Bit i, little-endian, is member i. */
  readonly signers: Hex;
  /** Compressed G2, 96 bytes. */
  readonly signature: Hex;
}

const CLAIM_TYPE = keccakText(
  "FinalityClaim(bytes32 rollup,uint64 epoch,uint64 number,bytes32 blockHash,bytes32 parentHash," + "bytes32 stateRoot,bytes32 outputRoot,uint8 level)",
);

const b32 = (what: string, v: Hex): Uint8Array => fromHex(what, v, 32);

/** The EIP-712 digest of a claim, which operators sign. */
export function claimDigest(d: Domain, c: FinalityClaim): Hex {
  return toHex(
    typedDigest(d, CLAIM_TYPE, b32("rollup", c.rollup), word(c.epoch), word(c.number), b32("blockHash", c.blockHash), b32("parentHash", c.parentHash),
      b32("stateRoot", c.stateRoot), b32("outputRoot", c.outputRoot), word(BigInt(c.level))),
  );
}

/** Whether no honest operator signs both: the same height of the same rollup with another content. */
export function conflicts(a: FinalityClaim, b: FinalityClaim): boolean {
  return a.rollup === b.rollup && a.number === b.number &&
    (a.blockHash !== b.blockHash || a.parentHash !== b.parentHash || a.stateRoot !== b.stateRoot || a.outputRoot !== b.outputRoot);
}

/**
 * Checks a certificate against the MACH set of its rollup at its epoch.
 * @throws CertificateEpochError, BitmapError, QuorumError, SignatureError
 */
export function verifyCertificate(d: Domain, set: OperatorSet, c: Certificate): void {
  if (set.epoch !== c.claim.epoch) throw new CertificateEpochError(`certificate is of epoch ${c.claim.epoch}, the operator set of ${set.epoch}`);
  verifyAggregate(set, claimDigest(d, c.claim), c.signers, c.signature);
}

/** Checks that members with at least two thirds of the weight signed the digest. */
export function verifyAggregate(set: OperatorSet, digest: Hex, signers: Hex, signature: Hex): void {
  const bitmap = fromHex("signers", signers);
  if (!bitmapFits(bitmap, set.members.length)) throw new BitmapError(`signer bitmap ${signers} does not fit a set of ${set.members.length}`);
  const weight = set.weightOf(bitmap);
  if (!set.isQuorum(weight)) throw new QuorumError(`${countBits(bitmap)} signers have ${weight} of the weight ${set.totalWeight}, less than two thirds`);
  const point = signatureOf(signature);
  const keys = set.keys.filter((_, i) => hasBit(bitmap, i));
  if (!fastAggregateVerify(keys, fromHex("digest", digest, 32), point)) throw new SignatureError("aggregate signature does not verify");
}

/** Decodes a signature, or throws a SignatureError that says why not. */
export function signatureOf(signature: Hex): Signature {
  try {
    return decodeSignature(fromHex("signature", signature));
  } catch (cause) {
    throw new SignatureError(`signature is not valid: ${(cause as Error).message}`, { cause });
  }
}

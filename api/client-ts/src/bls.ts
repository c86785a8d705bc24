import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bigOf, concat, toHex, type Hex } from "./bytes.js";
import { InfinityError, LengthError, PointError } from "./errors.js";

// Minimal-public-key signatures of the Ethereum ciphersuite: keys are points of G1, signatures of G2, what is signed is
// always a 32-byte digest. A point that leaves a decoder is on the curve, in the prime-order subgroup, not at infinity,
// and was encoded in its one canonical form.

const DST = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";
const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;
const suite = bls12_381.longSignatures;

/** A decoded public key. */
export type PublicKey = InstanceType<typeof G1>;
/** A decoded signature. */
export type Signature = InstanceType<typeof G2>;

export const PUBLIC_KEY_SIZE = 48;
export const SIGNATURE_SIZE = 96;

interface Point {
  is0(): boolean;
  toBytes(compressed?: boolean): Uint8Array;
}

function decode<P extends Point>(what: string, b: Uint8Array, size: number, read: (b: Uint8Array) => P): P {
  if (b.length !== size) throw new LengthError(`${what} of ${b.length} bytes, want ${size}`);
  let point: P;
  let again: Uint8Array;
  try {
    point = read(b);
    again = point.toBytes(true);
  } catch (cause) {
    throw new PointError(`${what} is not a canonical point of the prime-order subgroup`, { cause });
  }
  if (toHex(again) !== toHex(b)) throw new PointError(`${what} is not in canonical form`);
  if (point.is0()) throw new InfinityError(`${what} is the point at infinity`);
  return point;
}

/** Decodes a compressed public key, 48 bytes. */
export function decodePublicKey(b: Uint8Array): PublicKey {
  return decode("BLS public key", b, PUBLIC_KEY_SIZE, (x) => G1.fromBytes(x));
}

/** Decodes a compressed signature, 96 bytes. */
export function decodeSignature(b: Uint8Array): Signature {
  return decode("BLS signature", b, SIGNATURE_SIZE, (x) => G2.fromBytes(x));
}

/** Decodes a public key as the EVM's precompiles have it (EIP-2537), 128 bytes. */
export function decodePublicKeyEip2537(b: Uint8Array): PublicKey {
  const what = "EIP-2537 BLS public key";
  if (b.length !== 128) throw new LengthError(`${what} of ${b.length} bytes, want 128`);
  const [x, y] = [bigOf(b.subarray(0, 64)), bigOf(b.subarray(64))];
  if (x === 0n && y === 0n) throw new InfinityError(`${what} is the point at infinity`);
  try {
    const point = G1.fromAffine({ x, y }); // refuses coordinates that are not below the modulus
    point.assertValidity(); // on the curve and in the subgroup
    return point;
  } catch (cause) {
    throw new PointError(`${what} is not a point of the prime-order subgroup`, { cause });
  }
}

const pad = (b: Uint8Array): Uint8Array => concat(new Uint8Array(16), b);

/** A public key as the EVM's precompiles take it. */
export function publicKeyEip2537(key: PublicKey): Hex {
  const b = key.toBytes(false);
  return toHex(concat(pad(b.subarray(0, 48)), pad(b.subarray(48))));
}

/** A signature as the EVM's precompiles take it. */
export function signatureEip2537(signature: Signature): Hex {
  const b = signature.toBytes(false); // x.c1, x.c0, y.c1, y.c0
  const part = (i: number) => pad(b.subarray(48 * i, 48 * (i + 1)));
  return toHex(concat(part(1), part(0), part(3), part(2)));
}

/** The sum of keys. Whoever takes part must have proved possession of its key, as operators do on L1. */
export function aggregatePublicKeys(keys: readonly PublicKey[]): PublicKey {
  const sum = keys.reduce((a, b) => a.add(b), G1.ZERO);
  if (sum.is0()) throw new InfinityError("sum of BLS public keys is the point at infinity");
  return sum;
}

/** The digest on the curve. */
export function hashToCurve(digest: Uint8Array): Signature {
  return suite.hash(digest, DST);
}

/** Whether the signature is the sum of all keys' signatures of the one digest. */
export function fastAggregateVerify(keys: readonly PublicKey[], digest: Uint8Array, signature: Signature): boolean {
  if (keys.length === 0 || signature.is0()) return false;
  const sum = keys.reduce((a, b) => a.add(b), G1.ZERO);
  return !sum.is0() && suite.verify(signature, hashToCurve(digest), sum);
}

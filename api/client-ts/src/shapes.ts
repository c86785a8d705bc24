import { flagOf, hexOf, listOf, objectOf, quantity, textOf, toHex, toQuantity, type Hex } from "./bytes.js";
import { alertDigest, verifyAlert, type AlertVote, type CertifiedAlert } from "./alert.js";
import { claimDigest, verifyCertificate, type Certificate } from "./certificate.js";
import { DOMAIN_VERSION, type Domain } from "./domain.js";
import { DigestError, EpochFieldError, GenesisHashError, HandOffOrderError, ShapeError, TotalWeightError, VersionError } from "./errors.js";
import { verifyHandOff, viewDigest, type HandOff } from "./handoff.js";
import { OperatorSet, setsHash, type Member } from "./operatorset.js";

// The JSON of an operator's API: quantities and bytes in 0x-hex. Values come out checked for shape; what they claim is
// checked by the verify functions.

/** A certificate as it stands in JSON, with the digest and the epoch that stand beside the claim. */
export interface StatedCertificate {
  readonly certificate: Certificate;
  readonly digest: Hex;
  readonly epoch: bigint;
}

const MAX_LEVEL = 255n;
const MAX_SET_ID = (1n << 32n) - 1n;
const MAX_WEIGHT = (1n << 256n) - 1n;

/** Reads a certificate as mach_certificate gives it. */
export function parseCertificate(value: unknown): StatedCertificate {
  const o = objectOf("certificate", value);
  const c = objectOf("claim", o["claim"]);
  const hash = (name: string) => hexOf(`claim.${name}`, c[name], 32);
  return {
    certificate: {
      claim: {
        rollup: hash("rollup"), epoch: quantity("claim.epoch", c["epoch"]), number: quantity("claim.number", c["number"]), blockHash: hash("blockHash"),
        parentHash: hash("parentHash"), stateRoot: hash("stateRoot"), outputRoot: hash("outputRoot"), level: Number(quantity("claim.level", c["level"], MAX_LEVEL)),
      },
      signers: hexOf("signers", o["signers"]),
      signature: hexOf("signature", o["signature"], 96),
    },
    digest: hexOf("digest", o["digest"], 32),
    epoch: quantity("epoch", o["epoch"]),
  };
}

/** A certificate as mach_certificate gives it. */
export function formatCertificate(d: Domain, c: Certificate): Record<string, unknown> {
  const { epoch, number, level, ...hashes } = c.claim;
  return {
    claim: { ...hashes, epoch: toQuantity(epoch), number: toQuantity(number), level: toQuantity(BigInt(level)) },
    digest: claimDigest(d, c.claim), epoch: toQuantity(epoch), signers: c.signers, signature: c.signature,
  };
}

/**
 * Checks a certificate as it stands in JSON: epoch, digest, signers, weight and signature. The set must be the MACH set of
 * the rollup at the certificate's epoch.
 * @throws EpochFieldError, DigestError and what verifyCertificate throws
 */
export function verifyStatedCertificate(d: Domain, set: OperatorSet, s: StatedCertificate): void {
  requireStated(d, s);
  verifyCertificate(d, set, s.certificate);
}

/** Checks what can be checked without the operator set. */
export function requireStated(d: Domain, s: StatedCertificate): void {
  const claim = s.certificate.claim;
  if (s.epoch !== claim.epoch) throw new EpochFieldError(`certificate states epoch ${s.epoch}, its claim ${claim.epoch}`);
  requireDigest("certificate", s.digest, claimDigest(d, claim));
}

function requireDigest(what: string, stated: Hex, computed: Hex): void {
  if (stated !== computed) throw new DigestError(`${what} states digest ${stated}, its content has ${computed}`);
}

/** Reads an operator set as mach_operatorSet gives it, with every check of OperatorSet. */
export function parseOperatorSet(value: unknown): OperatorSet {
  const o = objectOf("operator set", value);
  const members = listOf("members", o["members"] ?? []).map((v, i): Member => {
    const m = objectOf(`member ${i}`, v);
    return {
      operator: hexOf(`member ${i} address`, m["address"], 20), blsKey: hexOf(`member ${i} bls_public_key`, m["bls_public_key"], 48),
      consensusKey: hexOf(`member ${i} consensus_public_key`, m["consensus_public_key"], 33), weight: quantity(`member ${i} weight`, m["weight"], MAX_WEIGHT),
    };
  });
  const set = new OperatorSet(Number(quantity("setId", o["setId"], MAX_SET_ID)), quantity("epoch", o["epoch"]), members);
  const total = quantity("total_weight", o["total_weight"], MAX_WEIGHT);
  if (total !== set.totalWeight) throw new TotalWeightError(`operator set states total weight ${total}, its members have ${set.totalWeight}`);
  return set;
}

/** An operator set as mach_operatorSet gives it. */
export function formatOperatorSet(s: OperatorSet): Record<string, unknown> {
  return {
    setId: toQuantity(BigInt(s.id)), epoch: toQuantity(s.epoch), total_weight: toQuantity(s.totalWeight),
    members: s.members.map((m) => ({ address: m.operator, bls_public_key: m.blsKey, consensus_public_key: m.consensusKey, weight: toQuantity(m.weight) })),
  };
}

/** Reads a domain as trident_domain gives it. */
export function parseDomain(value: unknown): Domain {
  const o = objectOf("domain", value);
  if (o["version"] !== DOMAIN_VERSION) throw new VersionError(`domain has version ${String(o["version"])}, want ${DOMAIN_VERSION}`);
  return { network: textOf("network", o["network"]), l1ChainId: quantity("l1_chain_id", o["l1_chain_id"]), contract: hexOf("contract", o["contract"], 20) };
}

/** A hand-off as it stands in JSON, with its stated digest. */
export interface StatedHandOff {
  readonly handOff: HandOff;
  readonly digest: Hex;
}

/** Reads a hand-off as mach_handOffs gives it. */
export function parseHandOff(value: unknown): StatedHandOff {
  const o = objectOf("hand-off", value);
  return {
    handOff: {
      view: {
        number: quantity("number", o["number"]), blockHash: hexOf("blockHash", o["blockHash"], 32), sets: listOf("operatorSets", o["operatorSets"] ?? []).map(parseOperatorSet),
        inputs: hexOf("inputs", o["inputs"]),
      },
      signers: hexOf("signers", o["signers"]),
      signature: hexOf("signature", o["signature"], 96),
    },
    digest: hexOf("digest", o["digest"], 32),
  };
}

/** Checks that a hand-off states its own digest. */
export function requireStatedHandOff(d: Domain, s: StatedHandOff): void {
  requireDigest("hand-off", s.digest, viewDigest(d, s.handOff.view));
}

/** Checks a hand-off as it stands in JSON against the ordering set in force before it. SetHistory follows several in turn. */
export function verifyStatedHandOff(d: Domain, ordering: OperatorSet, s: StatedHandOff): void {
  requireStatedHandOff(d, s);
  verifyHandOff(d, ordering, s.handOff);
}

/** An alert as it stands in JSON, with its stated digest. */
export interface StatedAlert {
  readonly certified: CertifiedAlert;
  readonly digest: Hex;
}

/** Reads a certified alert. */
export function parseAlert(value: unknown): StatedAlert {
  const o = objectOf("alert", value);
  return {
    certified: {
      alert: { rollup: hexOf("rollup", o["rollup"], 32), epoch: quantity("epoch", o["epoch"]), sequence: quantity("sequence", o["sequence"]), paused: flagOf("paused", o["paused"]) },
      signers: hexOf("signers", o["signers"]),
      signature: hexOf("signature", o["signature"], 96),
    },
    digest: hexOf("digest", o["digest"], 32),
  };
}

/** Checks an alert as it stands in JSON against the MACH set of its rollup at its epoch. */
export function verifyStatedAlert(d: Domain, set: OperatorSet, s: StatedAlert): void {
  requireDigest("alert", s.digest, alertDigest(d, s.certified.alert));
  verifyAlert(d, set, s.certified);
}

/** Where the circuit breaker of a rollup stands at an operator. */
export interface AlertState {
  /** The last certified alert; none before the first. */
  readonly last?: StatedAlert;
  /** Open votes for the next one, by operator. */
  readonly votes: readonly (AlertVote & { readonly operator: Hex })[];
}

/** Reads what mach_alerts gives. */
export function parseAlertState(value: unknown): AlertState {
  const o = objectOf("alerts", value);
  const rollup = hexOf("rollup", o["rollup"], 32);
  const votes = listOf("votes", o["votes"] ?? []).map((v) => parseVote(rollup, objectOf("vote", v)));
  return quantity("sequence", o["sequence"]) === 0n ? { votes } : { last: parseAlert(value), votes };
}

function parseVote(rollup: Hex, v: Record<string, unknown>): AlertVote & { operator: Hex } {
  return {
    operator: hexOf("operator", v["operator"], 20), member: Number(quantity("member", v["member"], 255n)),
    alert: { rollup, epoch: quantity("epoch", v["epoch"]), sequence: quantity("sequence", v["sequence"]), paused: flagOf("paused", v["paused"]) },
    signature: hexOf("signature", v["signature"], 96),
    report: { number: quantity("number", v["number"]), reason: textOf("reason", v["reason"]), ours: hexOf("ours", v["ours"], 32), theirs: hexOf("theirs", v["theirs"], 32) },
    reportSignature: hexOf("reportSignature", v["reportSignature"], 96),
  };
}

/** The beginning that hand-offs are followed from. Kept in a file and compared with what its owner knows, it is trusted. */
export interface Genesis {
  readonly domain: Domain;
  /** Which set certifies which rollup. */
  readonly rollups: readonly { readonly id: Hex; readonly name: string; readonly machSet: number }[];
  readonly l1Block: bigint;
  /** None when only their hash is known yet. */
  readonly sets: readonly OperatorSet[];
  /** keccak256 of the concatenated hashes of the sets. */
  readonly hash: Hex;
}

/** Reads what mach_genesisSets gives, and checks the sets, if there are any, against the hash. */
export function parseGenesis(value: unknown): Genesis {
  const o = objectOf("genesis sets", value);
  const sets = listOf("operatorSets", o["operatorSets"] ?? []).map(parseOperatorSet);
  const hash = hexOf("hash", o["hash"], 32);
  sets.forEach((s, i) => {
    const before = sets[i - 1];
    if (before !== undefined && before.id >= s.id) throw new HandOffOrderError(`genesis sets must ascend by id, at ${i}`);
  });
  if (sets.length > 0 && setsHash(sets) !== hash) throw new GenesisHashError(`genesis sets have hash ${setsHash(sets)}, not ${hash}`);
  const rollups = listOf("rollups", o["rollups"]).map((v) => {
    const r = objectOf("rollup", v);
    return { id: hexOf("rollup id", r["id"], 32), name: textOf("name", r["name"]), machSet: Number(quantity("machSet", r["machSet"], MAX_SET_ID)) };
  });
  return { domain: parseDomain(o["domain"]), rollups, l1Block: quantity("l1Block", o["l1Block"]), sets, hash };
}

// Connect's JSON (protobuf's): bytes in base64, 64-bit numbers as text, what is zero left out.

function base64(what: string, value: unknown, size?: number): Hex {
  const text = textOf(what, value ?? "").replaceAll("-", "+").replaceAll("_", "/");
  let raw: string;
  try {
    raw = atob(text);
  } catch (cause) {
    throw new ShapeError(`${what}: base64 is needed`, { cause });
  }
  return hexOf(what, toHex(Uint8Array.from(raw, (c) => c.charCodeAt(0))), size);
}

function protoNumber(what: string, value: unknown, max?: bigint): bigint {
  const text = typeof value === "number" ? String(value) : textOf(what, value ?? "0");
  return quantity(what, /^\d{1,20}$/.test(text) ? toQuantity(BigInt(text)) : text, max);
}

/** Reads a certificate of the Connect service. */
export function parseConnectCertificate(value: unknown): StatedCertificate {
  const o = objectOf("certificate", value);
  const c = objectOf("claim", o["claim"]);
  const epoch = protoNumber("claim.epoch", c["epoch"]);
  const hash = (name: string) => base64(`claim.${name}`, c[name], 32);
  return {
    certificate: {
      claim: {
        rollup: hash("rollup"), epoch, number: protoNumber("claim.number", c["number"]), blockHash: hash("blockHash"), parentHash: hash("parentHash"),
        stateRoot: hash("stateRoot"), outputRoot: hash("outputRoot"), level: Number(protoNumber("claim.level", c["level"], MAX_LEVEL)),
      },
      signers: base64("signers", o["signers"]),
      signature: base64("signature", o["signature"], 96),
    },
    digest: base64("digest", o["digest"], 32),
    epoch, // the service does not repeat it
  };
}

/** Reads an alert of the Connect service. */
export function parseConnectAlert(value: unknown): StatedAlert {
  const o = objectOf("alert", value);
  return {
    certified: {
      alert: { rollup: base64("rollup", o["rollup"], 32), epoch: protoNumber("epoch", o["epoch"]), sequence: protoNumber("sequence", o["sequence"]), paused: flagOf("paused", o["paused"] ?? false) },
      signers: base64("signers", o["signers"]),
      signature: base64("signature", o["signature"], 96),
    },
    digest: base64("digest", o["digest"], 32),
  };
}

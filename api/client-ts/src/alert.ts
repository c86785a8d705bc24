import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fastAggregateVerify } from "./bls.js";
import { fromHex, keccak, keccakText, toHex, word, type Hex } from "./bytes.js";
import { signatureOf, verifyAggregate } from "./certificate.js";
import { typedDigest, type Domain } from "./domain.js";
import { AlertEpochError, AlertMemberError, AlertReportError, AlertSequenceError, SignatureError } from "./errors.js";
import type { OperatorSet } from "./operatorset.js";

/** What operators say of a rollup as a whole: rely on its certificates no longer (paused), or rely on them again. */
export interface Alert {
  readonly rollup: Hex;
  readonly epoch: bigint;
  /** Counts the certified alerts of a rollup from 1: odd ones pause, even ones lift the pause. */
  readonly sequence: bigint;
  readonly paused: boolean;
}

/** An alert with the signatures of at least two thirds of the weight of its epoch's MACH set. */
export interface CertifiedAlert {
  readonly alert: Alert;
  readonly signers: Hex;
  readonly signature: Hex;
}

/** What one operator saw. It is for people and carries no weight. */
export interface AlertReport {
  readonly number: bigint;
  /** At most 200 bytes of UTF-8. */
  readonly reason: string;
  readonly ours: Hex;
  readonly theirs: Hex;
}

/** One member's signature of an alert, with its report. */
export interface AlertVote {
  readonly alert: Alert;
  readonly member: number;
  readonly signature: Hex;
  readonly report: AlertReport;
  readonly reportSignature: Hex;
}

export const MAX_REASON = 200;

const ALERT_TYPE = keccakText("FinalityAlert(bytes32 rollup,uint64 epoch,uint64 sequence,bool paused)");
const REPORT_TYPE = keccakText("AlertReport(bytes32 alert,uint64 number,string reason,bytes32 ours,bytes32 theirs)");

/** The EIP-712 digest of an alert. */
export function alertDigest(d: Domain, a: Alert): Hex {
  return toHex(typedDigest(d, ALERT_TYPE, fromHex("rollup", a.rollup, 32), word(a.epoch), word(a.sequence), word(a.paused ? 1n : 0n)));
}

/** The EIP-712 digest of a report on the alert with the given digest. */
export function alertReportDigest(d: Domain, alert: Hex, r: AlertReport): Hex {
  return toHex(
    typedDigest(d, REPORT_TYPE, fromHex("alert", alert, 32), word(r.number), keccak(utf8ToBytes(r.reason)), fromHex("ours", r.ours, 32), fromHex("theirs", r.theirs, 32)),
  );
}

/**
 * Checks an alert against the MACH set of its rollup at its epoch.
 * @throws AlertEpochError, AlertSequenceError, BitmapError, QuorumError, SignatureError
 */
export function verifyAlert(d: Domain, set: OperatorSet, c: CertifiedAlert): void {
  requireEpoch(set, c.alert);
  if (c.alert.sequence === 0n || (c.alert.sequence % 2n === 1n) !== c.alert.paused) {
    throw new AlertSequenceError(`alert ${c.alert.sequence} says paused ${c.alert.paused}: pauses are odd, their ends even`);
  }
  verifyAggregate(set, alertDigest(d, c.alert), c.signers, c.signature);
}

/** Checks both signatures of a vote against the member's key. */
export function verifyAlertVote(d: Domain, set: OperatorSet, v: AlertVote): void {
  requireEpoch(set, v.alert);
  const key = set.keys[v.member];
  if (key === undefined) throw new AlertMemberError(`alert of member ${v.member}, the set has ${set.members.length}`);
  const digest = alertDigest(d, v.alert);
  if (!fastAggregateVerify([key], fromHex("digest", digest), signatureOf(v.signature))) throw new SignatureError(`alert is not signed by member ${v.member}`);
  const size = utf8ToBytes(v.report.reason).length;
  if (size > MAX_REASON) throw new AlertReportError(`reason of ${size} bytes, at most ${MAX_REASON}`);
  let report;
  try {
    report = signatureOf(v.reportSignature);
  } catch (cause) {
    throw new AlertReportError("report's signature is not valid", { cause });
  }
  if (!fastAggregateVerify([key], fromHex("digest", alertReportDigest(d, digest, v.report)), report)) {
    throw new AlertReportError(`report is not signed by member ${v.member}`);
  }
}

function requireEpoch(set: OperatorSet, a: Alert): void {
  if (set.epoch !== a.epoch) throw new AlertEpochError(`alert is of epoch ${a.epoch}, the operator set of ${set.epoch}`);
}

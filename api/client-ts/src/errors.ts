/** What every error of this package is. Its `name` says which check failed; it survives minification. */
export abstract class TridentError extends Error {}

/** A field is missing or has the wrong type or size. */
export class ShapeError extends TridentError {
  override readonly name = "ShapeError";
}

// Points of BLS12-381.

/** An encoding is not exactly as long as it must be. */
export class LengthError extends TridentError {
  override readonly name = "LengthError";
}
/** The point at infinity, which is valid for nothing. */
export class InfinityError extends TridentError {
  override readonly name = "InfinityError";
}
/** Not a canonical encoding of a point of the prime-order subgroup. */
export class PointError extends TridentError {
  override readonly name = "PointError";
}

// Operator sets.

/** An operator set needs 1 to 256 members. */
export class SetSizeError extends TridentError {
  override readonly name = "SetSizeError";
}
/** Members are not in ascending order of address, or repeat. */
export class SetOrderError extends TridentError {
  override readonly name = "SetOrderError";
}
/** A weight is not 1 to 2^128-1. */
export class SetWeightError extends TridentError {
  override readonly name = "SetWeightError";
}
/** A member's BLS or consensus key is not valid; `cause` says why. */
export class SetKeyError extends TridentError {
  override readonly name = "SetKeyError";
}
/** The stated total weight is not the sum of the members'. */
export class TotalWeightError extends TridentError {
  override readonly name = "TotalWeightError";
}

// What is signed by a set: certificates, alerts, hand-offs.

/** The certificate is of another epoch than the operator set. */
export class CertificateEpochError extends TridentError {
  override readonly name = "CertificateEpochError";
}
/** The signer bitmap does not fit the operator set: wrong length, or bits beyond the last member. */
export class BitmapError extends TridentError {
  override readonly name = "BitmapError";
}
/** Less than two thirds of the weight signed. */
export class QuorumError extends TridentError {
  override readonly name = "QuorumError";
}
/** The aggregate signature does not verify; `cause` says why where it is no valid point. */
export class SignatureError extends TridentError {
  override readonly name = "SignatureError";
}
/** The stated digest is not that of the content in this domain. */
export class DigestError extends TridentError {
  override readonly name = "DigestError";
}
/** The epoch that stands beside the claim is not the claim's. */
export class EpochFieldError extends TridentError {
  override readonly name = "EpochFieldError";
}
/** The domain has a version that this package does not know. */
export class VersionError extends TridentError {
  override readonly name = "VersionError";
}

// Hand-offs.

/** The hand-off is not newer than the last one. */
export class HandOffStaleError extends TridentError {
  override readonly name = "HandOffStaleError";
}
/** The hand-off brings a set that is not newer than the one in force. */
export class HandOffEpochError extends TridentError {
  override readonly name = "HandOffEpochError";
}
/** The hand-off's sets are not in ascending order of id. */
export class HandOffOrderError extends TridentError {
  override readonly name = "HandOffOrderError";
}
/** The hand-off brings no set. */
export class HandOffEmptyError extends TridentError {
  override readonly name = "HandOffEmptyError";
}
/** The trusted sets have no ordering set. */
export class HandOffBaseError extends TridentError {
  override readonly name = "HandOffBaseError";
}
/** The sets of a beginning have another hash than the trusted one. */
export class GenesisHashError extends TridentError {
  override readonly name = "GenesisHashError";
}

// Alerts.

/** The alert is of another epoch than the operator set. */
export class AlertEpochError extends TridentError {
  override readonly name = "AlertEpochError";
}
/** The alert's sequence does not fit what it says: pauses are odd, their ends even. */
export class AlertSequenceError extends TridentError {
  override readonly name = "AlertSequenceError";
}
/** The vote names no member of the operator set. */
export class AlertMemberError extends TridentError {
  override readonly name = "AlertMemberError";
}
/** The vote's report is not valid, or not signed by the member. */
export class AlertReportError extends TridentError {
  override readonly name = "AlertReportError";
}

// Streams.

/** The certificate or alert is of another rollup than was asked for. */
export class RollupError extends TridentError {
  override readonly name = "RollupError";
}
/** The operators verified less than this subscriber demands. */
export class LevelError extends TridentError {
  override readonly name = "LevelError";
}
/** The epoch is older than that of an earlier block, or than the oldest that is accepted. */
export class StaleEpochError extends TridentError {
  override readonly name = "StaleEpochError";
}
/** The epoch does not exist yet at whoever tells the operator sets: it lies in the future, or was made up. */
export class FutureEpochError extends TridentError {
  override readonly name = "FutureEpochError";
}
/** The epoch lies before all that whoever tells the operator sets can know. */
export class PastEpochError extends TridentError {
  override readonly name = "PastEpochError";
}
/** A stream sent a number that was not asked for. */
export class OrderError extends TridentError {
  override readonly name = "OrderError";
}
/** An operator has not what was asked for: no such rollup, certificate or set. */
export class NotFoundError extends TridentError {
  override readonly name = "NotFoundError";
}
/** An operator does not serve this at all. */
export class NotServedError extends TridentError {
  override readonly name = "NotServedError";
}
/** A server answered with an error, not at all, or with something that is no answer. */
export class TransportError extends TridentError {
  override readonly name = "TransportError";
}
/** The L1 answers, but there is no such contract or no such rollup. */
export class ContractError extends TridentError {
  override readonly name = "ContractError";
}

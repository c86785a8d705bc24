import { fromHex, keccak, keccakText, toHex, word, type Hex } from "./bytes.js";
import { verifyAggregate } from "./certificate.js";
import { typedDigest, type Domain } from "./domain.js";
import { HandOffBaseError, HandOffEmptyError, HandOffEpochError, HandOffOrderError, HandOffStaleError } from "./errors.js";
import { ORDERING_SET, setsHash, type OperatorSet } from "./operatorset.js";

/** What operators attest of a finalised L1 block: the sets whose epoch moved, as StakeTable has them there. */
export interface L1View {
  /** L1 block. */
  readonly number: bigint;
  readonly blockHash: Hex;
  /** Ascending by id. */
  readonly sets: readonly OperatorSet[];
  /** RLP of what else sequencing takes from L1; only its hash matters to who follows the sets. */
  readonly inputs: Hex;
}

/** A view with the aggregate signature of the ordering set in force: the old set attests the new ones. */
export interface HandOff {
  readonly view: L1View;
  readonly signers: Hex;
  readonly signature: Hex;
}

const VIEW_TYPE = keccakText("L1View(uint64 number,bytes32 blockHash,bytes32 operatorSets,bytes32 inputs)");

/** The EIP-712 digest of a view. */
export function viewDigest(d: Domain, v: L1View): Hex {
  return toHex(typedDigest(d, VIEW_TYPE, word(v.number), fromHex("blockHash", v.blockHash, 32), fromHex("sets", setsHash(v.sets), 32), keccak(fromHex("inputs", v.inputs))));
}

/**
 * Checks the order of the sets and the aggregate against the ordering set in force before the hand-off.
 * @throws HandOffOrderError, BitmapError, QuorumError, SignatureError
 */
export function verifyHandOff(d: Domain, ordering: OperatorSet, h: HandOff): void {
  h.view.sets.forEach((s, i) => {
    const before = h.view.sets[i - 1];
    if (before !== undefined && before.id >= s.id) throw new HandOffOrderError(`hand-off of l1 block ${h.view.number}: sets must ascend by id, at ${i}`);
  });
  verifyAggregate(ordering, viewDigest(d, h.view), h.signers, h.signature);
}

/** Follows the operator sets from a trusted beginning by hand-offs alone, without L1. */
export class SetHistory {
  #number: bigint;
  readonly #current = new Map<number, OperatorSet>();
  readonly #all = new Map<string, OperatorSet>();

  /** Begins with sets that the caller trusts, as of an L1 block; one of them must be the ordering set. */
  constructor(readonly domain: Domain, number: bigint, trusted: readonly OperatorSet[]) {
    this.#number = number;
    for (const s of trusted) this.#put(s);
    if (!this.#current.has(ORDERING_SET)) throw new HandOffBaseError("trusted sets have no ordering set");
  }

  #put(s: OperatorSet): void {
    this.#all.set(`${s.id}/${s.epoch}`, s);
    const now = this.#current.get(s.id);
    if (now === undefined || now.epoch < s.epoch) this.#current.set(s.id, s);
  }

  /** Follows one hand-off; when it throws, nothing has changed. */
  apply(h: HandOff): void {
    const { number, sets } = h.view;
    if (number <= this.#number) throw new HandOffStaleError(`hand-off of l1 block ${number}, the last was of ${this.#number}`);
    if (sets.length === 0) throw new HandOffEmptyError(`hand-off of l1 block ${number} brings no set`);
    for (const s of sets) {
      const now = this.#current.get(s.id);
      if (now !== undefined && s.epoch <= now.epoch) {
        throw new HandOffEpochError(`hand-off of l1 block ${number}: set ${s.id} epoch ${s.epoch}, in force is ${now.epoch}`);
      }
    }
    verifyHandOff(this.domain, this.#current.get(ORDERING_SET)!, h);
    for (const s of sets) this.#put(s);
    this.#number = number;
  }

  /** The set of an epoch, if the beginning or a hand-off has brought it. */
  at(id: number, epoch: bigint): OperatorSet | undefined {
    return this.#all.get(`${id}/${epoch}`);
  }

  /** The newest set with this id. */
  current(id: number): OperatorSet | undefined {
    return this.#current.get(id);
  }

  /** L1 block of the last hand-off, or of the trusted beginning. */
  get number(): bigint {
    return this.#number;
  }
}

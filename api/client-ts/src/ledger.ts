import { conflicts, type Certificate } from "./certificate.js";
import { StaleEpochError, TridentError } from "./errors.js";

/** Two certificates that both verify and cannot both be true: a third of the stake or more has signed both. */
export class ConflictError extends TridentError {
  override readonly name = "ConflictError";
  constructor(message: string, readonly first: Certificate, readonly second: Certificate) {
    super(message);
  }
}

/** What a certificate is to the ledger before it is checked. */
export type Look = "new" | "known" | "contradicts";

/** Certificates that became ready, in order, and those that turned out not to fit. */
export interface Progress {
  readonly ready: Certificate[];
  readonly refused: { readonly certificate: Certificate; readonly error: TridentError }[];
}

/** How many certificates are remembered to find a conflicting one. */
const KEEP = 4096n;

/**
 * Puts checked certificates in order: each number once, none skipped unless asked, nothing that contradicts what came
 * before. Pure: no clock, no network.
 */
export class Ledger {
  #next: bigint | undefined;
  #last: Certificate | undefined;
  readonly #known = new Map<bigint, Certificate>(); // given out, and waiting behind a gap

  /** Begins with a number, or behind a certificate that the caller has already, or with whatever comes first. */
  constructor(begin: { readonly from?: bigint | undefined; readonly after?: Certificate | undefined }) {
    this.#last = begin.after;
    this.#next = begin.after === undefined ? begin.from : begin.after.claim.number + 1n;
    if (begin.after !== undefined) this.#known.set(begin.after.claim.number, begin.after);
  }

  /** The number that is wanted next; undefined before the first when any will do. */
  get next(): bigint | undefined {
    return this.#next;
  }

  /** The certificate given out last. */
  get last(): Certificate | undefined {
    return this.#last;
  }

  /** What an unchecked certificate would be: only "new" and "contradicts" are worth checking. */
  look(c: Certificate): Look {
    const known = this.#known.get(c.claim.number);
    if (known !== undefined) return conflicts(known.claim, c.claim) ? "contradicts" : "known";
    return this.#next !== undefined && c.claim.number < this.#next ? "known" : "new";
  }

  /** Takes a checked certificate. ConflictError: it contradicts one that was checked before. */
  accept(c: Certificate): Progress {
    const look = this.look(c);
    if (look === "contradicts") throw new ConflictError(`two certificates for block ${c.claim.number}`, this.#known.get(c.claim.number)!, c);
    if (look === "known") return { ready: [], refused: [] };
    this.#known.set(c.claim.number, c);
    this.#next ??= c.claim.number;
    return this.#advance();
  }

  /** Numbers, first and last, that are missing before one that waits. */
  gap(): { readonly from: bigint; readonly to: bigint } | undefined {
    let least: bigint | undefined;
    if (this.#next === undefined) return undefined;
    for (const n of this.#known.keys()) if (n >= this.#next && (least === undefined || n < least)) least = n;
    return least === undefined ? undefined : { from: this.#next, to: least - 1n };
  }

  /** Goes on behind the gap. */
  skip(): Progress {
    const gap = this.gap();
    if (gap === undefined) return { ready: [], refused: [] };
    this.#next = gap.to + 1n;
    return this.#advance();
  }

  #advance(): Progress {
    const progress: Progress = { ready: [], refused: [] };
    for (let c = this.#waiting(); c !== undefined; c = this.#waiting()) {
      const last = this.#last;
      if (last !== undefined && c.claim.epoch < last.claim.epoch) {
        this.#known.delete(c.claim.number);
        progress.refused.push({ certificate: c, error: new StaleEpochError(`block ${c.claim.number} is certified by epoch ${c.claim.epoch}, block ${last.claim.number} by ${last.claim.epoch}`) });
        break;
      }
      if (last !== undefined && last.claim.number + 1n === c.claim.number && c.claim.parentHash !== last.claim.blockHash) {
        throw new ConflictError(`block ${c.claim.number} has another parent than the certified block ${last.claim.number}`, last, c);
      }
      progress.ready.push(c);
      this.#last = c;
      this.#next = c.claim.number + 1n;
      this.#known.delete(c.claim.number - KEEP);
    }
    return progress;
  }

  #waiting(): Certificate | undefined {
    return this.#next === undefined ? undefined : this.#known.get(this.#next);
  }
}

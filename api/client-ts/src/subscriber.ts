import type { CertifiedAlert } from "./alert.js";
import type { Certificate } from "./certificate.js";
import { FutureEpochError, NotFoundError, NotServedError, PastEpochError, StaleEpochError, TransportError, TridentError } from "./errors.js";
import { follow, type HttpOptions } from "./http.js";
import { Lane, type Sink } from "./lane.js";
import { ConflictError, Ledger, type Progress } from "./ledger.js";
import { Operator } from "./operator.js";
import type { OperatorSet } from "./operatorset.js";
import { requireStated, verifyStatedAlert, verifyStatedCertificate, type StatedAlert, type StatedCertificate } from "./shapes.js";
import { sleep, Wake } from "./timing.js";
import { requireLevel, requireRollup, type Trust } from "./trust.js";

/** What a subscriber gives, in order. */
export type Finality =
  | { readonly kind: "certificate"; readonly certificate: Certificate; /** The rollup's finality is paused: do not rely on it. */ readonly paused: boolean }
  | { readonly kind: "alert"; readonly alert: CertifiedAlert; readonly paused: boolean };

/** What a subscriber tells of its operators; for logs. */
export type SubscriberEvent =
  | { readonly kind: "connected"; readonly operator: string }
  | { readonly kind: "disconnected"; readonly operator: string; readonly error: unknown }
  /** The operator gave something that does not stand; the error's name says which check failed. */
  | { readonly kind: "refused"; readonly operator: string; readonly error: TridentError }
  /** No operator has these numbers; the stream goes on behind them. */
  | { readonly kind: "gap"; readonly from: bigint; readonly to: bigint }
  /** The operator sets cannot be read now. */
  | { readonly kind: "waiting"; readonly error: unknown };

/** Whether an error says that what an operator gave does not stand, rather than that it gave nothing. */
function isRefusal(error: unknown): error is TridentError {
  return error instanceof TridentError && ![TransportError, NotFoundError, NotServedError].some((kind) => error instanceof kind);
}

export interface SubscriberOptions extends HttpOptions {
  /** URLs of the APIs of operators; all are followed at once. */
  readonly operators: readonly string[];
  readonly trust: Trust;
  /** First block number; left out: what is new. */
  readonly from?: bigint;
  /** The last certificate that the caller has: go on behind it, and refuse what contradicts it. */
  readonly after?: Certificate;
  /** Refuse certificates of a weaker verification, also where the rollup's own terms allow it. */
  readonly minimumLevel?: number;
  /** Refuse certificates of older epochs. */
  readonly minimumEpoch?: bigint;
  /** Milliseconds after which a number that no operator has is skipped; Infinity: never. Default 60,000. */
  readonly gapPatience?: number;
  /** Milliseconds that an epoch may be unknown before a certificate of it is refused. Default 60,000. */
  readonly epochPatience?: number;
  /** Milliseconds of silence after which a stream is checked. Default 30,000. */
  readonly idleTimeout?: number;
  /** Milliseconds between questions to an operator that does not stream. Default 2,000. */
  readonly pollInterval?: number;
  /** Bounds of the pause before an operator is tried again, milliseconds. Default 100 and 10,000. */
  readonly reconnect?: { readonly least: number; readonly most: number };
  readonly onEvent?: (event: SubscriberEvent) => void;
}

const DEFAULTS = { gapPatience: 60_000, epochPatience: 60_000, idleTimeout: 30_000, pollInterval: 2_000, reconnect: { least: 100, most: 10_000 } };
/** Items that wait for the caller, and numbers ahead of a gap, before operators have to wait. */
const MAX_QUEUE = 256;
const MAX_AHEAD = 1024n;
/** Pause between two rounds of asking for a missing number or epoch. */
const ASK_AGAIN = 500;
/** Reason of an end that the reader asked for. */
const CLOSED = new TransportError("the subscriber is closed");

/**
 * Follows several operators at once and gives each certified block once, in order and checked. Any operator may die, lie or
 * skip: the others, and reconnecting, fill in. It ends with an error only when two valid certificates contradict each other
 * (ConflictError), when no operator serves the rollup (NotFoundError), or with the signal's reason. Iterate it once.
 */
export class Subscriber implements AsyncIterable<Finality> {
  readonly #o: SubscriberOptions & typeof DEFAULTS;
  readonly #ledger: Ledger;
  readonly #queue: Finality[] = [];
  readonly #wake = new Wake();
  #begun = false;
  #failure: { readonly error: unknown } | undefined;
  #alert: CertifiedAlert | undefined;
  readonly #missing = new Set<string>(); // operators that do not serve the rollup

  constructor(options: SubscriberOptions) {
    if (options.operators.length === 0) throw new TransportError("at least one operator is needed");
    this.#o = { ...DEFAULTS, ...Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined)) } as SubscriberOptions & typeof DEFAULTS;
    this.#ledger = new Ledger(options);
  }

  /** Whether a certified alert has paused the rollup's finality. */
  get paused(): boolean {
    return this.#alert?.alert.paused ?? false;
  }

  /** Begins to follow. The iterator's return, which leaving a for-await loop calls, ends everything and a next that waits. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Finality, void> {
    if (this.#begun) throw new TransportError("a subscriber can be iterated once");
    this.#begun = true;
    const { controller, release } = follow(this.#o.signal);
    const items = this.#run(controller, release);
    const iterator: AsyncIterableIterator<Finality, void> = {
      next: () => items.next(),
      return: () => {
        controller.abort(CLOSED);
        return items.return();
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  async *#run(controller: AbortController, release: () => void): AsyncGenerator<Finality, void> {
    const { signal } = controller;
    const operators = this.#o.operators.map((url) => new Operator(url, this.#o));
    const tasks = [...operators.map((o) => (s: AbortSignal) => this.#serve(o, s)), (s: AbortSignal) => this.#fillGaps(operators, s)];
    // Each task has a signal of its own: node warns of many listeners on one.
    const controllers = tasks.map(() => new AbortController());
    const end = () => {
      for (const c of controllers) c.abort(signal.reason);
      this.#wake.all();
    };
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    const work = tasks.map((task, i) => task(controllers[i]!.signal).catch((error: unknown) => this.#fail(error)));
    try {
      for (;;) {
        if (this.#failure !== undefined) throw this.#failure.error; // before what waits: after a conflict nothing is sure
        if (signal.aborted && signal.reason === CLOSED) return;
        signal.throwIfAborted();
        const item = this.#queue.shift();
        if (item === undefined) {
          await this.#wake.wait();
          continue;
        }
        this.#wake.all();
        yield item;
      }
    } finally {
      controller.abort(CLOSED);
      release();
      await Promise.all(work);
    }
  }

  #fail(error: unknown): void {
    if (error === CLOSED) return;
    this.#failure ??= { error };
    this.#wake.all();
  }

  #tell(event: SubscriberEvent): void {
    this.#o.onEvent?.(event);
  }

  /** Runs one operator's lane again and again until the signal ends. */
  async #serve(operator: Operator, signal: AbortSignal): Promise<void> {
    const { least, most } = this.#o.reconnect;
    let pause = least;
    const sink: Sink = {
      certificate: async (c) => {
        await this.#offer(c, signal);
        pause = least;
      },
      alert: (a) => this.#offerAlert(a, signal),
      next: () => this.#ledger.next,
      opened: () => {
        this.#missing.delete(operator.url);
        this.#tell({ kind: "connected", operator: operator.url });
      },
    };
    const lane = new Lane(operator, this.#o.trust, sink, this.#o);
    for (;;) {
      try {
        await lane.run(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ConflictError) throw error;
        if (isRefusal(error)) pause = most; // a liar gets no attention for a while
        this.#tell(isRefusal(error) ? { kind: "refused", operator: operator.url, error } : { kind: "disconnected", operator: operator.url, error });
        if (error instanceof NotFoundError) this.#giveUpIfNowhere(operator, error);
      }
      try {
        await sleep(pause, signal);
      } catch {
        return;
      }
      pause = Math.min(2 * pause, most);
    }
  }

  #giveUpIfNowhere(operator: Operator, error: NotFoundError): void {
    this.#missing.add(operator.url);
    if (this.#missing.size === new Set(this.#o.operators).size && this.#ledger.last === undefined) throw error;
  }

  /** Checks a certificate and takes it; throws by the name of the check that fails. */
  async #offer(stated: StatedCertificate, signal: AbortSignal): Promise<void> {
    const { certificate } = stated;
    const { claim } = certificate;
    requireRollup(this.#o.trust, claim.rollup);
    await this.#room(claim.number, signal);
    if (this.#ledger.look(certificate) === "known") return;
    requireStated(this.#o.trust.domain, stated);
    const { minimumLevel, minimumEpoch } = this.#o;
    requireLevel(certificate, Math.max(minimumLevel ?? 0, this.#o.trust.minimumLevel ?? 0));
    if (minimumEpoch !== undefined && claim.epoch < minimumEpoch) throw new StaleEpochError(`block ${claim.number} is certified by epoch ${claim.epoch}, ${minimumEpoch} or later is demanded`);
    const set = await this.#set(claim.epoch, signal);
    if (this.#ledger.look(certificate) === "known") return; // another operator was faster
    verifyStatedCertificate(this.#o.trust.domain, set, stated);
    this.#publish(this.#ledger.accept(certificate));
    await sleep(0, signal); // checking takes some time: let others run
  }

  #publish(progress: Progress): void {
    for (const certificate of progress.ready) this.#queue.push({ kind: "certificate", certificate, paused: this.paused });
    this.#wake.all();
    const refusal = progress.refused[0];
    if (refusal !== undefined) throw refusal.error;
  }

  /** Waits while the caller has much to read, or while the number lies far behind a gap. */
  async #room(number: bigint, signal: AbortSignal): Promise<void> {
    const far = () => this.#ledger.gap() !== undefined && number >= this.#ledger.next! + MAX_AHEAD;
    while (!signal.aborted && (this.#queue.length >= MAX_QUEUE || far())) await this.#wake.wait();
    signal.throwIfAborted();
  }

  /** The set of an epoch, waiting for one that is not known yet and for whoever tells the sets. */
  async #set(epoch: bigint, signal: AbortSignal): Promise<OperatorSet> {
    for (let waited = 0; ; waited += ASK_AGAIN) {
      try {
        return await this.#o.trust.set(epoch, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof PastEpochError) throw error;
        if (error instanceof FutureEpochError) {
          if (waited >= this.#o.epochPatience) throw error;
        } else {
          waited = 0;
          this.#tell({ kind: "waiting", error });
        }
      }
      await sleep(ASK_AGAIN, signal);
    }
  }

  async #offerAlert(stated: StatedAlert, signal: AbortSignal): Promise<void> {
    const { alert } = stated.certified;
    requireRollup(this.#o.trust, alert.rollup);
    if (alert.sequence <= (this.#alert?.alert.sequence ?? 0n)) return;
    verifyStatedAlert(this.#o.trust.domain, await this.#set(alert.epoch, signal), stated);
    this.#takeAlert(stated.certified);
  }

  /** Takes a checked alert. Members who left two epochs ago, or before the last alert, have no say. */
  #takeAlert(certified: CertifiedAlert): void {
    const { alert } = certified;
    const before = this.#alert?.alert;
    if (before !== undefined && alert.sequence <= before.sequence) return;
    const head = this.#ledger.last?.claim.epoch ?? 0n;
    if (alert.epoch < (before?.epoch ?? 0n) || alert.epoch + 1n < head) {
      throw new StaleEpochError(`alert ${alert.sequence} is of epoch ${alert.epoch}, too old for block epoch ${head} and alert epoch ${before?.epoch ?? 0n}`);
    }
    const changed = alert.paused !== this.paused;
    this.#alert = certified;
    if (!changed) return; // a pause that was lifted before anybody here knew of it
    this.#queue.push({ kind: "alert", alert: certified, paused: alert.paused });
    this.#wake.all();
  }

  /** Asks all operators for numbers that are missing before ones that are there. */
  async #fillGaps(operators: readonly Operator[], signal: AbortSignal): Promise<void> {
    let waited = { from: -1n, ms: 0 };
    for (;;) {
      try {
        await sleep(ASK_AGAIN, signal);
      } catch {
        return;
      }
      const gap = this.#ledger.gap();
      if (gap === undefined) continue;
      waited = waited.from === gap.from ? { ...waited, ms: waited.ms + ASK_AGAIN } : { from: gap.from, ms: 0 };
      if (await this.#askAll(operators, gap.from, signal)) continue;
      if (signal.aborted) return;
      if (waited.ms < this.#o.gapPatience || this.#ledger.next !== gap.from) continue;
      const now = this.#ledger.gap();
      if (now === undefined) continue;
      this.#tell({ kind: "gap", ...now });
      try {
        this.#publish(this.#ledger.skip());
      } catch (error) {
        if (error instanceof ConflictError) throw error; // what is stale was dropped
      }
    }
  }

  /** Whether an operator had the number. */
  async #askAll(operators: readonly Operator[], number: bigint, signal: AbortSignal): Promise<boolean> {
    for (const operator of operators) {
      try {
        const stated = await operator.certificate(this.#o.trust.rollup, number, signal);
        if (stated.certificate.claim.number === number) await this.#offer(stated, signal);
        if (this.#ledger.next !== number) return true;
      } catch (error) {
        if (signal.aborted) return false;
        if (error instanceof ConflictError) throw error;
        if (isRefusal(error)) this.#tell({ kind: "refused", operator: operator.url, error });
      }
    }
    return false;
  }
}

import { NotFoundError, NotServedError, OrderError, TransportError } from "./errors.js";
import { follow } from "./http.js";
import type { Operator } from "./operator.js";
import type { StatedAlert, StatedCertificate } from "./shapes.js";
import { StreamUnsupportedError } from "./stream.js";
import { sleep } from "./timing.js";
import type { Trust } from "./trust.js";

/** Where a lane delivers to. Both throw when what came does not stand. */
export interface Sink {
  certificate(c: StatedCertificate): Promise<void>;
  alert(a: StatedAlert): Promise<void>;
  /** The number to go on with; undefined while any will do. */
  next(): bigint | undefined;
  opened(): void;
}

export interface LaneTiming {
  readonly idleTimeout: number;
  readonly pollInterval: number;
}

/** The way certificates take from one operator. run ends by throwing, and may be called again. */
export class Lane {
  #polls = false;

  constructor(readonly operator: Operator, private readonly trust: Trust, private readonly sink: Sink, private readonly timing: LaneTiming) {}

  /** Streams, or polls an operator that does not stream. */
  async run(signal: AbortSignal): Promise<never> {
    if (!this.#polls) {
      try {
        return await this.#stream(signal);
      } catch (err) {
        if (!(err instanceof StreamUnsupportedError)) throw err;
        this.#polls = true;
      }
    }
    try {
      return await this.#poll(signal);
    } catch (err) {
      this.#polls = false; // whoever restarts may stream
      throw err;
    }
  }

  async #stream(signal: AbortSignal): Promise<never> {
    const { controller, release } = follow(signal);
    const seen = { number: (this.sink.next() ?? 0n) - 1n, messages: 0 };
    const stopped = this.#watch(controller, seen);
    try {
      let expected = this.sink.next() ?? 0n;
      const onOpen = () => {
        this.sink.opened();
        // A stream begins with the alert only while the rollup is paused: the end of a pause may have been missed.
        this.#pollAlert(controller.signal).catch((err: unknown) => controller.abort(err));
      };
      const messages = this.operator.stream({ rollup: this.trust.rollup, from: expected, onOpen }, controller.signal);
      for await (const m of messages) {
        seen.messages++;
        if (m.alert !== undefined) await this.sink.alert(m.alert);
        if (m.certificate === undefined) continue;
        const { number } = m.certificate.certificate.claim;
        if (number < expected) throw new OrderError(`block ${number} where ${expected} or later was asked for`);
        expected = number + 1n;
        seen.number = number;
        await this.sink.certificate(m.certificate);
      }
      throw new TransportError("stream ended");
    } finally {
      controller.abort();
      release();
      await stopped;
    }
  }

  /** Ends a stream that is silent although the operator has more: the connection is dead, or the operator wants it so. */
  async #watch(stream: AbortController, seen: { number: bigint; messages: number }): Promise<void> {
    let missing: bigint | undefined; // the newest number at the last look
    let messages = -1;
    for (;;) {
      await sleep(this.timing.idleTimeout, stream.signal).catch(() => undefined);
      if (stream.signal.aborted) return;
      if (seen.messages === messages && missing !== undefined && seen.number < missing) {
        stream.abort(new TransportError(`stream is silent, though block ${missing} is certified`));
        return;
      }
      messages = seen.messages;
      try {
        missing = (await this.operator.certificate(this.trust.rollup, "latest", stream.signal)).certificate.claim.number;
      } catch (err) {
        if (err instanceof NotFoundError) continue; // nothing is certified yet
        stream.abort(err);
        return;
      }
    }
  }

  async #poll(signal: AbortSignal): Promise<never> {
    let begin = this.sink.next();
    for (;;) {
      await this.#pollAlert(signal);
      const latest = await this.operator.certificate(this.trust.rollup, "latest", signal).catch((err: unknown) => {
        if (err instanceof NotFoundError && begin !== undefined) return undefined; // nothing is certified yet
        throw err;
      });
      this.sink.opened();
      const newest = latest?.certificate.claim.number ?? -1n;
      begin ??= newest + 1n;
      for (let n = this.sink.next() ?? begin; n <= newest; n++) {
        const c = n === newest ? latest : await this.operator.certificate(this.trust.rollup, n, signal).catch(skipMissing);
        if (c === undefined) continue;
        if (c.certificate.claim.number !== n) throw new OrderError(`block ${c.certificate.claim.number} where ${n} was asked for`);
        await this.sink.certificate(c);
      }
      await sleep(this.timing.pollInterval, signal);
    }
  }

  async #pollAlert(signal: AbortSignal): Promise<void> {
    try {
      const { last } = await this.operator.alerts(this.trust.rollup, signal);
      if (last !== undefined) await this.sink.alert(last);
    } catch (err) {
      if (!(err instanceof NotServedError)) throw err;
    }
  }
}

function skipMissing(err: unknown): undefined {
  if (err instanceof NotFoundError) return undefined;
  throw err;
}

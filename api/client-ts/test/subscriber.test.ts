// A subscriber against operators that die, skip, lie and lag. Nothing here waits for a time: each step waits for what it
// needs to have happened.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { NotFoundError, Operator, Subscriber, trustGenesis, trustSets, checkCertificate, FutureEpochError, parseCertificate, parseGenesis, type Certificate, type Finality, type OperatorSet, type SubscriberEvent, type SubscriberOptions, type Trust } from "../dist/index.js";
import { FakeOperator, formatGenesis, formatHandOff } from "./fake.js";
import { blockHash, certify, certifyAlert, claimOf, domain, flip, goldenClaim, goldenSet, handOver } from "./golden.js";

const set3 = goldenSet(3n, 4);
const trust = trustSets(domain, goldenClaim.rollup, [set3, goldenSet(4n, 4)]);

const chainCache = new Map<string, Certificate>();
/** The certificate of a block, by three of four members. */
function block(n: number, epoch = 3n): Certificate {
  const key = `${n}/${epoch}`;
  const c = chainCache.get(key) ?? certify(claimOf(BigInt(n), epoch), 4, 1, 2, 3);
  chainCache.set(key, c);
  return c;
}
const blocks = (from: number, to: number, epoch = 3n) => Array.from({ length: to - from + 1 }, (_, i) => block(from + i, epoch));

const running: FakeOperator[] = [];
async function operators(count: number, ...certificates: Certificate[]): Promise<FakeOperator[]> {
  const started = await Promise.all(Array.from({ length: count }, () => new FakeOperator().start()));
  running.push(...started);
  for (const o of started) o.certify(certificates);
  return started;
}

/** A subscriber that is read step by step, and what it told. */
class Reader {
  readonly events: SubscriberEvent[] = [];
  readonly #iterator: AsyncIterator<Finality, void>;
  #waiting: { want: (e: SubscriberEvent) => boolean; resolve: (e: SubscriberEvent) => void }[] = [];

  constructor(ops: readonly FakeOperator[], options: Partial<SubscriberOptions> = {}) {
    const s = new Subscriber({
      operators: ops.map((o) => o.url), trust, from: 1n, reconnect: { least: 5, most: 50 }, pollInterval: 10, ...options,
      onEvent: (e) => {
        this.events.push(e);
        this.#waiting = this.#waiting.filter((w) => !w.want(e) || w.resolve(e));
      },
    });
    this.#iterator = s[Symbol.asyncIterator]();
    readers.push(this);
  }

  async next(): Promise<Finality> {
    const { value, done } = await this.#iterator.next();
    assert.ok(!done);
    return value as Finality;
  }

  async expect(...numbers: number[]): Promise<void> {
    for (const n of numbers) {
      const item = await this.next();
      assert.equal(item.kind, "certificate");
      assert.deepEqual((item as { certificate: Certificate }).certificate, block(n, (item as { certificate: Certificate }).certificate.claim.epoch));
    }
  }

  /** Waits until something like this has been told. */
  told(want: (e: SubscriberEvent) => boolean): Promise<SubscriberEvent> {
    const earlier = this.events.find(want);
    return earlier !== undefined ? Promise.resolve(earlier) : new Promise((resolve) => this.#waiting.push({ want, resolve }));
  }

  refused(name: string, by?: FakeOperator): Promise<SubscriberEvent> {
    return this.told((e) => e.kind === "refused" && e.error.name === name && (by === undefined || e.operator === by.url));
  }

  close(): Promise<unknown> {
    return this.#iterator.return!();
  }
}
const readers: Reader[] = [];

afterEach(async () => {
  await Promise.all(readers.splice(0).map((r) => r.close()));
  await Promise.all(running.splice(0).map((o) => o.stop()));
});

const timeout = { timeout: 300_000 }; // of a whole group, on a machine with much else to do

describe("subscriber", timeout, () => {
  test("gives each block once, stored ones first", async () => {
    const ops = await operators(3, ...blocks(1, 3));
    const r = new Reader(ops);
    await r.expect(1, 2, 3);
    for (const o of ops) o.certify(blocks(4, 5));
    await r.expect(4, 5);
  });

  test("many operators make no warning", async () => {
    const warnings: Error[] = [];
    const note = (w: Error) => warnings.push(w);
    process.on("warning", note);
    const ops = await operators(12, block(1));
    const r = new Reader(ops);
    await r.expect(1);
    for (const o of ops) await r.told((e) => e.kind === "connected" && e.operator === o.url);
    process.off("warning", note);
    assert.deepEqual(warnings, []);
  });

  test("begins with what is new when no number is given", async () => {
    const [a] = await operators(1, ...blocks(1, 3));
    const r = new Reader([a!], { from: undefined as never });
    const first = r.next();
    await r.told((e) => e.kind === "connected");
    while (a!.opened === 0) await new Promise((resolve) => setImmediate(resolve));
    a!.certify([block(4)]);
    assert.equal(((await first) as { certificate: Certificate }).certificate.claim.number, 4n);
  });

  test("survives the death of all but one, and of that one when another is back", async () => {
    const [a, b, c] = await operators(3, ...blocks(1, 2));
    const r = new Reader([a!, b!, c!]);
    await r.expect(1, 2);
    await Promise.all([a!.stop(), b!.stop()]);
    c!.certify([block(3)]);
    await r.expect(3);
    await c!.stop();
    a!.certify(blocks(3, 5)); // while it was dead
    await a!.start();
    await r.expect(4, 5);
  });

  test("an unreachable operator is no hindrance", async () => {
    const [a, b] = await operators(2, block(1));
    await b!.stop();
    const r = new Reader([b!, a!]);
    await r.expect(1);
    await r.told((e) => e.kind === "disconnected" && e.operator === b!.url);
  });

  test("a gap is replayed from another operator", async () => {
    const [a, b] = await operators(2);
    b!.behaviour = "mute"; // it has all, and streams nothing
    b!.certify(blocks(1, 4));
    a!.certify([block(1), block(4)]);
    await new Reader([a!, b!]).expect(1, 2, 3, 4);
  });

  test("a gap that nobody can fill is told and left behind", async () => {
    const [a] = await operators(1, block(1), block(4));
    const r = new Reader([a!], { gapPatience: 0 });
    await r.expect(1, 4);
    assert.deepEqual(await r.told((e) => e.kind === "gap"), { kind: "gap", from: 2n, to: 3n });
  });

  test("polls an operator that does not stream", async () => {
    const [a] = await operators(1, ...blocks(1, 3));
    a!.behaviour = "poll";
    const r = new Reader([a!]);
    await r.expect(1, 2, 3);
    a!.certify([block(4)]);
    await r.expect(4);
    a!.raise(alarm(1n, true));
    assert.equal((await r.next()).kind, "alert");
  });

  test("a stream that is silent though there is more is opened again", async () => {
    const [a] = await operators(1);
    a!.behaviour = "mute";
    const r = new Reader([a!], { idleTimeout: 10 });
    const first = r.expect(1);
    await r.told((e) => e.kind === "connected");
    a!.certify([block(1)]);
    await r.told((e) => e.kind === "disconnected");
    a!.behaviour = "stream";
    await first;
  });

  test("ends for a reader that leaves, while it waits too", async () => {
    const r = new Reader(await operators(1));
    const waiting = (r as any).next();
    await r.close();
    await assert.rejects(waiting, assert.AssertionError); // done, no value
  });

  test("ends when the caller's signal does", async () => {
    const ops = await operators(1, block(1));
    const controller = new AbortController();
    const r = new Reader(ops, { signal: controller.signal });
    await r.expect(1);
    controller.abort(new Error("enough"));
    await assert.rejects(r.next(), /enough/);
  });

  test("ends when no operator serves the rollup", async () => {
    const ops = await operators(2);
    for (const o of ops) o.behaviour = "unknown rollup";
    await assert.rejects(new Reader(ops).next(), NotFoundError);
  });

  test("goes on behind the caller's last certificate", async () => {
    const ops = await operators(1, ...blocks(1, 4));
    await new Reader(ops, { from: undefined as never, after: block(2) }).expect(3, 4);
  });

  test("a reader that is slow gets all the same", async () => {
    const ops = await operators(2, ...blocks(1, 20));
    const r = new Reader(ops);
    for (let n = 1; n <= 20; n++) {
      await r.expect(n);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});

describe("liars", timeout, () => {
  const lies: [name: string, error: string, lie: (c: any) => void][] = [
    ["rollup", "RollupError", (c) => (c.claim.rollup = flip(c.claim.rollup))],
    ["a block hash", "DigestError", (c) => (c.claim.blockHash = flip(c.claim.blockHash))],
    ["a signature", "SignatureError", (c) => (c.signature = flip(c.signature, 95))],
    ["an infinite signature", "SignatureError", (c) => (c.signature = `0xc0${"00".repeat(95)}`)],
    ["too few signers", "QuorumError", (c) => (c.signers = "0x03")],
    ["a bit beyond the set", "BitmapError", (c) => (c.signers = "0x1e")],
    ["a short signature", "ShapeError", (c) => (c.signature = "0x00")],
  ];
  for (const [name, error, lie] of lies) {
    test(`${name} is refused as ${error}, and the honest one is heard`, async () => {
      const [liar, honest] = await operators(2);
      liar!.certify([block(1)], lie);
      const r = new Reader([liar!, honest!]);
      const first = r.expect(1);
      await r.refused(error, liar);
      honest!.certify([block(1)]);
      await first;
    });
  }

  test("another block that nobody signed does not end the stream", async () => {
    const [honest, liar] = await operators(2);
    const r = new Reader([honest!, liar!]);
    const first = r.expect(1);
    for (const o of [honest!, liar!]) await r.told((e) => e.kind === "connected" && e.operator === o.url);
    honest!.certify([block(1)]);
    await first;
    const forged = { ...block(1), claim: { ...block(1).claim, blockHash: flip(blockHash(1n)) } };
    liar!.certify([forged]);
    const next = r.expect(2);
    await r.refused("SignatureError", liar);
    honest!.certify([block(2)]);
    await next;
  });

  test("two valid certificates for one block end it, and carry both", async () => {
    const [a, b] = await operators(2, block(1));
    const r = new Reader([a!, b!]);
    await r.expect(1);
    const forked = certify(claimOf(2n, 3n, { blockHash: flip(blockHash(2n)) }), 4, 0, 2, 3);
    a!.certify([block(2)]);
    await r.expect(2);
    b!.certify([forked]);
    await assert.rejects(r.next(), (err: any) => err.name === "ConflictError" && err.first.claim.blockHash === blockHash(2n) && err.second.claim.blockHash === forked.claim.blockHash);
  });

  test("numbers below what was asked for are refused", async () => {
    const [liar] = await operators(1, block(5));
    const r = new Reader([liar!], { from: 5n });
    await r.expect(5);
    liar!.certify([block(3)]);
    void r.next().catch(() => undefined);
    await r.refused("OrderError");
  });

  test("a level too low and an epoch too old for the caller are refused", async () => {
    const [a] = await operators(1, block(1));
    const r = new Reader([a!], { minimumLevel: 2 });
    void r.next().catch(() => undefined);
    await r.refused("LevelError");
    const own = new Reader([a!], { trust: { ...trust, minimumLevel: 2 } }); // by the rollup's own terms
    void own.next().catch(() => undefined);
    await own.refused("LevelError");
    const s = new Reader([a!], { minimumEpoch: 4n });
    void s.next().catch(() => undefined);
    await s.refused("StaleEpochError");
  });

  test("an epoch older than the block before is refused", async () => {
    const [a, b] = await operators(2, block(1, 4n));
    const r = new Reader([a!, b!]);
    await r.expect(1);
    a!.certify([block(2, 3n)]); // by a set that has handed over
    const next = r.expect(2);
    await r.refused("StaleEpochError", a);
    a!.certify([block(2, 4n)]);
    b!.certify([block(2, 4n)]);
    await next;
  });

  test("a future epoch is waited for, then refused", async () => {
    const [a] = await operators(1, block(1, 9n));
    const r = new Reader([a!], { epochPatience: 0 });
    void r.next().catch(() => undefined);
    await r.refused("FutureEpochError");
  });

  test("an epoch before all that is trusted is refused at once", async () => {
    const [a] = await operators(1, block(1, 1n));
    const r = new Reader([a!]);
    void r.next().catch(() => undefined);
    await r.refused("PastEpochError");
  });

  test("a certificate of an epoch that becomes known is given then", async () => {
    let known = false;
    let asked: () => void;
    const waiting = new Promise<void>((resolve) => (asked = resolve));
    const late: Trust = {
      domain, rollup: goldenClaim.rollup,
      set: async () => {
        asked();
        if (!known) throw new FutureEpochError("not yet");
        return set3;
      },
    };
    const r = new Reader(await operators(1, block(1)), { trust: late });
    const first = r.expect(1);
    await waiting;
    known = true;
    await first;
  });
});

const alarm = (sequence: bigint, paused: boolean, epoch = 3n) => certifyAlert({ rollup: goldenClaim.rollup, epoch, sequence, paused }, 4, 1, 2, 3);

describe("alerts", timeout, () => {
  test("a pause and its end are given in the stream, once", async () => {
    const [a, b] = await operators(2, block(1));
    const r = new Reader([a!, b!]);
    await r.expect(1);
    a!.raise(alarm(1n, true));
    b!.raise(alarm(1n, true));
    assert.deepEqual(await r.next(), { kind: "alert", alert: alarm(1n, true), paused: true });
    a!.certify([block(2)]);
    const during = await r.next();
    assert.ok(during.kind === "certificate" && during.paused);
    b!.raise(alarm(2n, false));
    assert.equal((await r.next()).paused, false);
  });

  test("a pause stands at connecting, and an end that was missed is found", async () => {
    const [a] = await operators(1);
    a!.raise(alarm(1n, true));
    const r = new Reader([a!]);
    assert.equal((await r.next()).paused, true);
    await a!.stop();
    a!.raise(alarm(2n, false));
    await a!.start();
    assert.equal((await r.next()).paused, false);
  });

  test("an alert that does not stand pauses nothing", async () => {
    const [liar, honest] = await operators(2);
    const r = new Reader([liar!, honest!]);
    const first = r.next();
    await r.told((e) => e.kind === "connected" && e.operator === liar!.url);
    liar!.raise({ ...alarm(1n, true), signature: flip(alarm(1n, true).signature, 95) });
    await r.refused("SignatureError", liar);
    honest!.certify([block(1)]);
    assert.equal((await first).paused, false);
  });

  test("an alert of a set that left is refused", async () => {
    const sets = [3n, 5n].map((epoch) => goldenSet(epoch, 4));
    const [a] = await operators(1, block(1, 5n));
    const r = new Reader([a!], { trust: trustSets(domain, goldenClaim.rollup, sets) });
    await r.expect(1);
    a!.raise(alarm(1n, true));
    void r.next().catch(() => undefined);
    await r.refused("StaleEpochError");
  });
});

describe("a trusted beginning", timeout, () => {
  const [ordering1, ordering2] = [goldenSet(1n, 4, 0), goldenSet(2n, 5, 0)];
  const [mach1, mach2] = [goldenSet(1n, 4), goldenSet(2n, 5)];
  const handOff = handOver({ number: 20n, blockHash: blockHash(0n), sets: [ordering2, mach2], inputs: "0xc0" }, 4, 1, 2, 3);
  const genesis = (sets: OperatorSet[]) => parseGenesis(formatGenesis(10n, sets));
  const newer = certify(claimOf(2n, 2n), 5, 1, 2, 3, 4);

  test("later sets come by hand-offs from any operator, past the lies of another", async () => {
    const [liar, honest] = await operators(2);
    for (const o of [liar!, honest!]) o.certify([block(1, 1n), newer]);
    liar!.handOffs.push({ ...formatHandOff(handOff), signature: flip(handOff.signature, 50) });
    honest!.handOffs.push(formatHandOff(handOff));
    const followed = await trustGenesis({ genesis: genesis([ordering1, mach1]), rollup: goldenClaim.rollup, operators: [liar!.url, honest!.url] });
    const r = new Reader([liar!, honest!], { trust: followed });
    for (const want of [block(1, 1n), newer]) assert.deepEqual(await r.next(), { kind: "certificate", certificate: want, paused: false });
    assert.equal((await followed.set(2n)).hash, mach2.hash);
    await assert.rejects(followed.set(3n), { name: "FutureEpochError" });
    await assert.rejects(followed.set(0n), { name: "PastEpochError" });
  });

  test("sets are fetched by their hash", async () => {
    const [liar, honest] = await operators(2);
    liar!.genesis = formatGenesis(10n, [ordering1, mach2]);
    honest!.genesis = formatGenesis(10n, [ordering1, mach1]);
    const { operatorSets: _, ...only } = formatGenesis(10n, [ordering1, mach1]);
    const followed = await trustGenesis({ genesis: parseGenesis(only), rollup: goldenClaim.rollup, operators: [liar!.url, honest!.url] });
    assert.equal((await followed.set(1n)).hash, mach1.hash);
    await assert.rejects(trustGenesis({ genesis: parseGenesis(only), rollup: goldenClaim.rollup, operators: [liar!.url] }), { name: "GenesisHashError" });
    await assert.rejects(trustGenesis({ genesis: genesis([ordering1, mach1]), rollup: flip(goldenClaim.rollup), operators: [] }), { name: "RollupError" });
  });
});

test("a certificate from anywhere is checked alone", timeout, async () => {
  const [a] = await operators(1, block(1));
  const stated = await new Operator(a!.url).certificate(goldenClaim.rollup, 1n);
  assert.deepEqual(await checkCertificate(trust, stated), block(1));
  const json = a!.kept.get(1n);
  await assert.rejects(checkCertificate(trust, parseCertificate({ ...json, claim: { ...json.claim, rollup: flip(json.claim.rollup) } })), { name: "RollupError" });
  await assert.rejects(checkCertificate({ ...trust, minimumLevel: 2 }, stated), { name: "LevelError" });
  await assert.rejects(new Operator(a!.url).certificate(goldenClaim.rollup, 9n), { name: "NotFoundError" });
  await assert.rejects(new Operator(a!.url).operatorSet(goldenClaim.rollup, 9n), { name: "NotServedError" });
});

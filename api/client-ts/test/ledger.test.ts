import assert from "node:assert/strict";
import { test } from "node:test";
import { ConflictError, type Certificate } from "../dist/index.js";
import { Ledger } from "../dist/ledger.js";
import { blockHash, claimOf, flip } from "./golden.js";

// The ledger takes what was checked: signatures do not matter here.
const block = (n: number, epoch = 3, change = {}): Certificate => ({ claim: claimOf(BigInt(n), BigInt(epoch), change), signers: "0x0f", signature: "0x00" });
const numbers = (certificates: readonly Certificate[]) => certificates.map((c) => Number(c.claim.number));
const take = (l: Ledger, ...certificates: Certificate[]) => numbers(certificates.flatMap((c) => l.accept(c).ready));

test("what comes in disorder goes out in order, once", () => {
  const l = new Ledger({ from: 1n });
  assert.deepEqual(take(l, block(3), block(2)), []);
  assert.deepEqual(l.gap(), { from: 1n, to: 1n });
  assert.deepEqual(take(l, block(1)), [1, 2, 3]);
  assert.equal(l.gap(), undefined);
  assert.deepEqual(take(l, block(2), block(3), block(4)), [4]);
  assert.equal(l.next, 5n);
});

test("without a number to begin with, the first begins", () => {
  const l = new Ledger({});
  assert.equal(l.next, undefined);
  assert.deepEqual(take(l, block(7), block(6), block(8)), [7, 8]);
});

test("a gap is skipped only when asked", () => {
  const l = new Ledger({ from: 1n });
  assert.deepEqual(numbers(l.skip().ready), []);
  assert.deepEqual(take(l, block(1), block(5), block(6)), [1]);
  assert.deepEqual(l.gap(), { from: 2n, to: 4n });
  assert.deepEqual(numbers(l.skip().ready), [5, 6]);
  assert.deepEqual(take(l, block(3)), [], "too late");
});

test("two certificates for a number conflict, given out or waiting", () => {
  for (const waiting of [false, true]) {
    const l = new Ledger({ from: waiting ? 1n : 2n });
    take(l, block(2));
    const forked = block(2, 3, { blockHash: flip(blockHash(2n)) });
    assert.equal(l.look(forked), "contradicts");
    assert.throws(() => l.accept(forked), (err: ConflictError) => err instanceof ConflictError && err.first.claim.blockHash === blockHash(2n) && err.second === forked);
  }
});

test("another epoch or level of the same content is the same certificate", () => {
  const l = new Ledger({ from: 2n });
  take(l, block(2));
  assert.equal(l.look(block(2, 4)), "known");
  assert.equal(l.look(block(2, 3, { level: 2 })), "known");
});

test("a child of another block conflicts", () => {
  const l = new Ledger({ from: 1n });
  take(l, block(1));
  assert.throws(() => l.accept(block(2, 3, { parentHash: flip(blockHash(1n)) })), { name: "ConflictError" });
});

test("a caller's last certificate is the parent", () => {
  const l = new Ledger({ after: block(5) });
  assert.equal(l.next, 6n);
  assert.equal(l.look(block(5, 3, { stateRoot: blockHash(0n) })), "contradicts");
  assert.throws(() => l.accept(block(6, 3, { parentHash: blockHash(9n) })), { name: "ConflictError" });
  assert.deepEqual(take(new Ledger({ after: block(5) }), block(6)), [6]);
});

test("epochs never go back", () => {
  const l = new Ledger({ from: 1n });
  take(l, block(1, 4), block(3, 4));
  const { ready, refused } = l.accept(block(2, 3));
  assert.deepEqual([ready.length, refused[0]?.error.name], [0, "StaleEpochError"]);
  assert.equal(l.look(block(2, 4)), "new", "the right one may still come");
  assert.deepEqual(take(l, block(2, 4)), [2, 3]);
});

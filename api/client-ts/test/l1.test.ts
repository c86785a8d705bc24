// Reading L1, from a fake node that encodes as Solidity does. live.test.ts reads the real contracts.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { domainSeparator, L1, publicKeyEip2537, trustL1, type Hex, type OperatorSet } from "../dist/index.js";
import { FakeServer, JsonRpcError } from "./fake.js";
import { domain, flip, goldenClaim, goldenSet, hex, unhex } from "./golden.js";

const word = (n: bigint | number) => BigInt(n).toString(16).padStart(64, "0");
const raw = (h: string) => h.slice(2);
const padRight = (s: string) => s.padEnd(Math.ceil(s.length / 64) * 64, "0");
const bytes = (h: string) => word(raw(h).length / 2) + padRight(raw(h));
const text = (s: string) => bytes(hex(utf8ToBytes(s)));

/** ABI encoding of a tuple: plain words, and parts of changing size. */
function tuple(...parts: (string | { dynamic: string })[]): string {
  let [head, tail] = ["", ""];
  const size = parts.length * 32;
  for (const p of parts) {
    if (typeof p === "string") head += p;
    else {
      head += word(size + tail.length / 2);
      tail += p.dynamic;
    }
  }
  return head + tail;
}
const dyn = (dynamic: string) => ({ dynamic });
const tuples = (list: string[]) => word(list.length) + tuple(...list.map(dyn));

const addresses = { mach: `0x${"aa".repeat(20)}`, table: `0x${"bb".repeat(20)}`, registrar: `0x${"cc".repeat(20)}` } as const;
const addressWord = (a: string) => word(BigInt(a));
const selector = (signature: string) => hex(keccak_256(utf8ToBytes(signature)).subarray(0, 4));

const set: OperatorSet = goldenSet(3n, 4);

/** The contracts of the golden network, with MACH set 2 at epoch 3. */
class FakeL1 extends FakeServer {
  readonly answers = new Map<string, (data: string) => string>();
  chain = domain.l1ChainId;
  finalized: string | null = "0x64";
  readonly blocks: unknown[] = []; // that calls asked for

  constructor() {
    super();
    this.on("restakedRollups()", () => addressWord(domain.contract));
    this.on("stakeTable()", () => addressWord(addresses.table));
    this.on("registrar()", () => addressWord(addresses.registrar));
    this.on("eip712Domain()", () => tuple("0f".padEnd(64, "0"), dyn(text(domain.network)), dyn(text("1")), word(domain.l1ChainId), addressWord(domain.contract), word(0), dyn(word(0))));
    this.on("domainSeparator()", () => raw(domainSeparator(domain)));
    this.on("machTerms(bytes32)", () => word(2) + word(1));
    this.on("isPaused(bytes32)", () => word(1));
    this.on("rollupCount()", () => word(2));
    this.on("rollupAt(uint256)", (data) => {
      const i = Number(BigInt(`0x${data}`));
      return tuple(dyn(tuple(i === 1 ? raw(goldenClaim.rollup) : word(7), word(i), word(1), word(2), dyn(tuple(dyn(text(i === 1 ? "demo" : "other")), word(7001))), word(0))));
    });
    this.on("currentEpoch(uint32)", () => word(3));
    this.on("members(uint32,uint64)", () => this.members());
    this.on("operatorInfo(address)", (data) => {
      const i = set.members.findIndex((m) => BigInt(m.operator) === BigInt(`0x${data}`));
      const key = secp256k1.Point.fromBytes(unhex(set.members[i]!.consensusKey)).toBytes(false).subarray(1);
      return tuple(dyn(tuple(dyn(bytes(publicKeyEip2537(set.keys[i]!))), dyn(bytes(hex(key))), word(1), dyn(bytes("0x01")), dyn(text("/ip4")))));
    });
  }

  members(edit: (i: number, m: { weight: bigint; key: Hex }) => void = () => undefined): string {
    return tuple(dyn(tuples(set.members.map((m, i) => {
      const row = { weight: m.weight, key: publicKeyEip2537(set.keys[i]!) };
      edit(i, row);
      return tuple(addressWord(m.operator), word(row.weight), dyn(bytes(row.key)));
    }))));
  }

  on(signature: string, answer: (data: string) => string): void {
    this.answers.set(selector(signature), answer);
  }

  protected override async rpc(method: string, params: any[]): Promise<unknown> {
    switch (method) {
      case "eth_chainId":
        return `0x${this.chain.toString(16)}`;
      case "eth_getBlockByNumber":
        assert.equal(params[0], "finalized");
        return this.finalized === null ? null : { number: this.finalized };
      case "eth_call": {
        const { data } = params[0];
        this.blocks.push(params[1]);
        const answer = this.answers.get(data.slice(0, 10));
        if (answer === undefined) throw new JsonRpcError(3, "execution reverted");
        return `0x${answer(data.slice(10))}`;
      }
    }
    return super.rpc(method, params);
  }
}

const running: FakeL1[] = [];
async function l1(change: (l: FakeL1) => void = () => undefined): Promise<FakeL1> {
  const l = new FakeL1();
  change(l);
  running.push(l);
  return (await l.start()) as FakeL1;
}
afterEach(() => Promise.all(running.splice(0).map((l) => l.stop())));

const open = async (l: FakeL1) => L1.open({ url: l.url, contract: addresses.mach, timeout: 20_000 });

describe("l1", () => {
  test("the domain and a set are those of the contracts, read at the finalised block", async () => {
    const fake = await l1();
    const reader = await open(fake);
    assert.deepEqual(reader.domain, domain);
    assert.deepEqual(await reader.machTerms(goldenClaim.rollup), { set: 2, minimumLevel: 1 });
    assert.equal(await reader.isPaused(goldenClaim.rollup), true);
    const read = await reader.operatorSet(2, 3n);
    assert.equal(read.hash, set.hash);
    assert.equal(await reader.rollupId("demo"), goldenClaim.rollup);
    assert.ok(fake.blocks.every((b) => b === "0x64"));
    const calls = fake.methods.length;
    assert.equal(await reader.operatorSet(2, 3n), read);
    assert.equal(fake.methods.length, calls, "a set never changes: it is read once");
  });

  test("a rollup by id or name", async () => {
    const { url } = await l1();
    for (const rollup of ["demo", goldenClaim.rollup, goldenClaim.rollup.replace("0x", "0X").toUpperCase().replace("0X", "0x")]) {
      const trust = await trustL1({ url, contract: addresses.mach, rollup });
      assert.equal(trust.rollup, goldenClaim.rollup);
      assert.equal(trust.minimumLevel, 1);
      assert.equal((await trust.set(3n)).hash, set.hash);
    }
    await assert.rejects(trustL1({ url, contract: addresses.mach, rollup: "nobody" }), { name: "NotFoundError" });
  });

  const table: [name: string, error: string, change: (l: FakeL1) => void][] = [
    ["another chain", "ContractError", (l) => (l.chain = 1n)],
    ["a domain that is not its own", "ContractError", (l) => l.on("domainSeparator()", () => word(1))],
    ["no contract there", "ContractError", (l) => l.on("stakeTable()", () => "")],
    ["a contract of another kind", "ContractError", (l) => l.answers.delete(selector("restakedRollups()"))],
    ["another version", "VersionError", (l) => l.on("eip712Domain()", () => tuple(word(0), dyn(text("x")), dyn(text("2")), word(1), word(1), word(0), dyn(word(0))))],
    ["an address of more than 160 bits", "ShapeError", (l) => l.on("stakeTable()", () => "ff".repeat(32))],
    ["text beyond the data", "ShapeError", (l) => l.on("eip712Domain()", () => tuple(word(0), word(1 << 20), word(0), word(1), word(1)))],
    ["nothing finalised", "ShapeError", (l) => (l.finalized = null)],
  ];
  for (const [name, error, change] of table) {
    test(`${name}: ${error}`, async () => assert.rejects(open(await l1(change)), { name: error }));
  }

  const sets: [name: string, error: string, change: (l: FakeL1) => void][] = [
    ["an epoch of the future", "FutureEpochError", (l) => l.on("currentEpoch(uint32)", () => word(2))],
    ["weight zero", "SetWeightError", (l) => l.on("members(uint32,uint64)", () => l.members((i, m) => (m.weight = i === 1 ? 0n : m.weight)))],
    ["an infinity key", "SetKeyError", (l) => l.on("members(uint32,uint64)", () => l.members((i, m) => (m.key = i === 1 ? `0x${"00".repeat(128)}` : m.key)))],
    ["a key off the curve", "PointError", (l) => l.on("members(uint32,uint64)", () => l.members((i, m) => (m.key = i === 1 ? flip(m.key, 127, 1) : m.key)))],
    ["a short key", "ShapeError", (l) => l.on("members(uint32,uint64)", () => l.members((_, m) => (m.key = "0x00")))],
    ["nobody", "SetSizeError", (l) => l.on("members(uint32,uint64)", () => tuple(dyn(tuples([]))))],
    ["a list longer than the data", "ShapeError", (l) => l.on("members(uint32,uint64)", () => tuple(dyn(word(1_000_000))))],
    ["an operator without keys", "ShapeError", (l) => l.on("operatorInfo(address)", () => tuple(dyn(tuple(dyn(bytes("0x")), dyn(bytes("0x")), word(0), dyn(bytes("0x")), dyn(text("")))))) ],
    ["a registrar that reverts", "ContractError", (l) => l.answers.delete(selector("operatorInfo(address)"))],
  ];
  for (const [name, error, change] of sets) {
    test(`set: ${name}: ${error}`, async () => {
      const reader = await open(await l1(change));
      await assert.rejects(reader.operatorSet(2, 3n), { name: error });
    });
  }

  test("an infinity key is named as the cause", async () => {
    const reader = await open(await l1((l) => l.on("members(uint32,uint64)", () => l.members((_, m) => (m.key = `0x${"00".repeat(128)}`)))));
    await assert.rejects(reader.operatorSet(2, 3n), (err: Error) => (err.cause as Error).name === "InfinityError");
  });

  test("epoch 0 and a rollup that is not registered", async () => {
    const fake = await l1();
    const reader = await open(fake);
    await assert.rejects(reader.operatorSet(2, 0n), { name: "PastEpochError" });
    fake.answers.delete(selector("machTerms(bytes32)"));
    await assert.rejects(reader.machTerms(goldenClaim.rollup), { name: "ContractError" });
  });

  test("an L1 that is away, or says nothing", async () => {
    const fake = await l1();
    const reader = await open(fake);
    await fake.stop();
    await assert.rejects(reader.operatorSet(2, 3n), { name: "TransportError" });
    const silent = await l1((l) => l.on("restakedRollups()", () => "00"));
    (silent as any).rpc = () => new Promise(() => undefined);
    await assert.rejects(L1.open({ url: silent.url, contract: addresses.mach, timeout: 30 }), { name: "TransportError" });
    await assert.rejects(L1.open({ url: "nowhere", contract: addresses.mach }), { name: "TransportError" });
  });
});

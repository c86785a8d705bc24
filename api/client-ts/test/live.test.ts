// Against a real network: operators and an L1 that TRIDENT_* name. localnet's TestTypeScriptClient starts one and runs this.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCertificate, L1, NotServedError, Operator, parseCertificate, formatCertificate, Subscriber, trustGenesis, trustL1, type Certificate, type Hex, type Trust } from "../dist/index.js";
import { flip } from "./golden.js";

const { TRIDENT_OPERATORS, TRIDENT_L1, TRIDENT_MACH, TRIDENT_ROLLUP, TRIDENT_BLOCK, TRIDENT_HASH } = process.env;
const options = { timeout: 300_000, skip: TRIDENT_OPERATORS === undefined && "TRIDENT_OPERATORS names no network" };

const operators = (TRIDENT_OPERATORS ?? "").split(",");
const contract = TRIDENT_MACH as Hex;
const newest = BigInt(TRIDENT_BLOCK ?? "0");

/** Reads certificates from block 1 to the newest. One of the operators is dead. */
async function read(trust: Trust): Promise<Certificate[]> {
  const out: Certificate[] = [];
  for await (const item of new Subscriber({ operators: ["http://127.0.0.1:1", ...operators], trust, from: 1n, minimumLevel: 2 })) {
    if (item.kind !== "certificate") continue;
    out.push(item.certificate);
    if (item.certificate.claim.number === newest) break;
  }
  return out;
}

test("a network's certificates are checked from L1 alone", options, async () => {
  const trust = await trustL1({ url: TRIDENT_L1!, contract, rollup: TRIDENT_ROLLUP! });
  const all = await read(trust);
  assert.deepEqual(all.map((c) => c.claim.number), Array.from({ length: Number(newest) }, (_, i) => BigInt(i + 1)), "no gap");
  assert.equal(all.at(-1)?.claim.blockHash, TRIDENT_HASH);

  const operator = new Operator(operators[0]!);
  assert.deepEqual(await operator.domain(), trust.domain);
  const epoch = all.at(-1)!.claim.epoch;
  assert.equal((await operator.operatorSet(trust.rollup, epoch)).hash, (await trust.set(epoch)).hash, "L1 and the operators agree on the set, keys and all");
  const stated = await operator.certificate(trust.rollup, newest);
  assert.deepEqual(await checkCertificate(trust, stated), all.at(-1));
  const forged = { ...stated, certificate: { ...stated.certificate, claim: { ...stated.certificate.claim, stateRoot: flip(stated.certificate.claim.stateRoot) } } };
  const restated = parseCertificate(formatCertificate(trust.domain, forged.certificate)); // with its own digest
  await assert.rejects(checkCertificate(trust, forged), { name: "DigestError" });
  await assert.rejects(checkCertificate(trust, restated), { name: "SignatureError" });
  assert.equal(await (await L1.open({ url: TRIDENT_L1!, contract })).isPaused(trust.rollup), false);
  await assert.rejects(trust.set(epoch + 1_000n), { name: "FutureEpochError" });
});

test("and from a trusted beginning without L1", options, async (t) => {
  const genesis = await new Operator(operators[0]!).genesisSets().catch((err: unknown) => err);
  if (genesis instanceof NotServedError) return t.skip("this network serves no genesis sets");
  if (genesis instanceof Error) throw genesis;
  const fromL1 = await trustL1({ url: TRIDENT_L1!, contract, rollup: TRIDENT_ROLLUP! });
  const trust = await trustGenesis({ genesis: genesis as Awaited<ReturnType<Operator["genesisSets"]>>, rollup: fromL1.rollup, operators });
  assert.equal((await read(trust)).length, Number(newest));
});

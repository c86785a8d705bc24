// What the bundle test runs outside node: in a context with web globals only, and in Chromium where there is one.
import { alertDigest, claimDigest, decodePublicKey, decodeSignature, fastAggregateVerify, OperatorSet, SetHistory, Subscriber, trustSets, verifyAlert, type Domain, type Hex, type Member } from "../dist/index.js";

const bytes = (h: string) => Uint8Array.from(h.slice(2).match(/../g) ?? [], (x) => parseInt(x, 16));

function expect(what: string, ok: boolean): void {
  if (!ok) throw new Error(`${what} does not hold`);
}

const entries = (list: any[]): Member[] => list.map((m) => ({ operator: m.address, blsKey: m.bls_public_key, consensusKey: m.consensus_public_key, weight: BigInt(m.weight) }));

/** Checks the golden vectors; with an operator's URL, also streams its block 1. Gives the number of signatures checked. */
export async function run(golden: Record<string, any>, operator?: string): Promise<number> {
  const { domain: d, claim: c, ...claim } = golden["claim"];
  const domain: Domain = { network: d.network, l1ChainId: BigInt(d.l1_chain_id), contract: d.contract };
  const goldenClaim = { ...c, epoch: BigInt(c.epoch), number: BigInt(c.number), level: Number(c.level) };
  expect("claim digest", claimDigest(domain, goldenClaim) === claim.digest);
  expect("attestation", fastAggregateVerify([decodePublicKey(bytes(claim.public_key))], bytes(claim.digest), decodeSignature(bytes(claim.signature))));
  for (const v of golden["certificates"]) {
    const keys = v.public_keys.filter((_: string, i: number) => (bytes(v.signers)[i >> 3]! & (1 << (i & 7))) !== 0).map((k: string) => decodePublicKey(bytes(k)));
    expect("certificate", fastAggregateVerify(keys, bytes(v.digest), decodeSignature(bytes(v.signature))));
  }
  const { alert: a, set: members, digest, signers, signature } = golden["alerts"];
  const alert = { rollup: a.rollup as Hex, epoch: BigInt(a.epoch), sequence: BigInt(a.sequence), paused: a.paused };
  const set = new OperatorSet(2, alert.epoch, entries(members));
  expect("alert digest", alertDigest(domain, alert) === digest);
  verifyAlert(domain, set, { alert, signers, signature });
  const named = (s: any) => new OperatorSet(Number(s.id), BigInt(s.epoch), entries(s.members));
  const h = golden["handoffs"];
  const history = new SetHistory(domain, BigInt(h.l1_number), h.trusted.map(named));
  for (const x of h.hand_offs) history.apply({ view: { number: BigInt(x.l1_number), blockHash: x.l1_block_hash, sets: x.sets.map(named), inputs: x.inputs_rlp }, signers: x.signers, signature: x.signature });
  if (operator !== undefined) await stream(operator, domain, goldenClaim.rollup, set);
  return 1 + golden["certificates"].length + 1 + h.hand_offs.length;
}

async function stream(operator: string, domain: Domain, rollup: Hex, set: OperatorSet): Promise<void> {
  for await (const item of new Subscriber({ operators: [operator], trust: trustSets(domain, rollup, [set]), from: 1n })) {
    expect("block 1", item.kind === "certificate" && item.certificate.claim.number === 1n);
    return;
  }
}

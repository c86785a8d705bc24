// What is flipped is refused, and the error's name says which check failed.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { alertReportDigest, conflicts, decodePublicKey, decodePublicKeyEip2537, decodeSignature, formatCertificate, formatOperatorSet, OperatorSet, parseAlert, parseCertificate, parseConnectCertificate, parseDomain, parseGenesis, parseHandOff, parseOperatorSet, SetHistory, setsHash, verifyAlert, verifyAlertVote, verifyCertificate, verifyStatedAlert, verifyStatedCertificate, verifyStatedHandOff, type Alert, type AlertVote, type Certificate, type Domain, type FinalityClaim, type HandOff, type Hex, type Member } from "../dist/index.js";
import { formatAlert, formatGenesis, formatHandOff } from "./fake.js";
import { certify, certifyAlert, domain, flip, goldenClaim, goldenMembers, goldenSet, handOver, hex, signed, unhex, vectors } from "./golden.js";

const infinity = (size: number): Hex => `0xc0${"00".repeat(size - 1)}`;

/** One check for each scenario: its name, the name of the error, what is done. */
function refuses(what: string, cases: [name: string, error: string, act: () => unknown][]): void {
  describe(what, () => {
    for (const [name, error, act] of cases) test(name, () => assert.throws(act, { name: error }));
  });
}

const set9 = goldenSet(3n, 9); // weights 10..90, total 450
const good = certify(goldenClaim, 9, 3, 5, 6, 7, 8);
const check = (c: Certificate, set = set9, d: Domain = domain) => () => verifyCertificate(d, set, c);
const claimWith = (change: Partial<FinalityClaim>) => check({ ...good, claim: { ...goldenClaim, ...change } });
const c9 = goldenClaim;

test("the untouched certificate stands", check(good));

refuses("certificate", [
  ["rollup", "SignatureError", claimWith({ rollup: flip(c9.rollup) })],
  ["epoch", "CertificateEpochError", claimWith({ epoch: 4n })],
  ["number", "SignatureError", claimWith({ number: c9.number + 1n })],
  ["block hash", "SignatureError", claimWith({ blockHash: flip(c9.blockHash, 9) })],
  ["parent hash", "SignatureError", claimWith({ parentHash: flip(c9.parentHash, 9) })],
  ["state root", "SignatureError", claimWith({ stateRoot: flip(c9.stateRoot, 9) })],
  ["output root", "SignatureError", claimWith({ outputRoot: flip(c9.outputRoot, 9) })],
  ["level", "SignatureError", claimWith({ level: 0 })],
  ["a signer too many", "SignatureError", check({ ...good, signers: flip(good.signers, 0, 1) })],
  ["a signer missing", "QuorumError", check({ ...good, signers: flip(good.signers, 1, 1) })],
  ["no signers", "QuorumError", check({ ...good, signers: "0x0000" })],
  ["a bit beyond the set", "BitmapError", check({ ...good, signers: flip(good.signers, 1, 2) })],
  ["a bitmap too long", "BitmapError", check({ ...good, signers: `${good.signers}00` })],
  ["a bitmap too short", "BitmapError", check({ ...good, signers: good.signers.slice(0, 4) as Hex })],
  ["signature", "SignatureError", check({ ...good, signature: flip(good.signature, 95) })],
  ["sign of the signature", "SignatureError", check({ ...good, signature: flip(good.signature, 0, 0x20) })],
  ["an infinite signature", "SignatureError", check({ ...good, signature: infinity(96) })],
  ["a short signature", "SignatureError", check({ ...good, signature: good.signature.slice(0, -2) as Hex })],
  ["signature of one signer", "SignatureError", check({ ...good, signature: certify(goldenClaim, 9, 3).signature })],
  ["a set of a future epoch", "CertificateEpochError", check(good, goldenSet(4n, 9))],
  ["a set of an old epoch", "CertificateEpochError", check(good, goldenSet(2n, 9))],
  ["other keys", "SignatureError", check(good, new OperatorSet(2, 3n, goldenMembers(10).slice(1).map((m, i) => ({ ...m, weight: BigInt(10 * i + 10) }))))],
  ["network", "SignatureError", check(good, set9, { ...domain, network: "x" })],
  ["l1 chain", "SignatureError", check(good, set9, { ...domain, l1ChainId: 1n })],
  ["contract", "SignatureError", check(good, set9, { ...domain, contract: flip(domain.contract) })],
]);

test("an infinite signature is named as the cause", () => {
  assert.throws(check({ ...good, signature: infinity(96) }), (err: Error) => (err.cause as Error).name === "InfinityError");
});

test("exactly two thirds are a quorum, one less is none", () => {
  const set = new OperatorSet(2, 3n, goldenMembers(3).map((m) => ({ ...m, weight: 1n << 127n })));
  verifyCertificate(domain, set, certify(goldenClaim, 3, 0, 1));
  const heavier = new OperatorSet(2, 3n, set.members.map((m, i) => (i === 2 ? { ...m, weight: m.weight + 1n } : m)));
  assert.throws(() => verifyCertificate(domain, heavier, certify(goldenClaim, 3, 0, 1)), { name: "QuorumError" });
});

// As JSON-RPC gives it.
const json = () => structuredClone(formatCertificate(domain, good)) as any;
const edited = (edit: (c: any) => void) => () => {
  const c = json();
  edit(c);
  verifyStatedCertificate(domain, set9, parseCertificate(c));
};
test("the untouched JSON stands", edited(() => undefined));
refuses("certificate in JSON", [
  ...(["rollup", "blockHash", "parentHash", "stateRoot", "outputRoot"] as const).map((f): [string, string, () => void] => [f, "DigestError", edited((c) => (c.claim[f] = flip(c.claim[f])))]),
  ["number", "DigestError", edited((c) => (c.claim.number = "0x1"))],
  ["level", "DigestError", edited((c) => (c.claim.level = "0x0"))],
  ["claim epoch", "EpochFieldError", edited((c) => (c.claim.epoch = "0x4"))],
  ["epoch", "EpochFieldError", edited((c) => (c.epoch = "0x4"))],
  ["digest", "DigestError", edited((c) => (c.digest = flip(c.digest)))],
  ["signers", "SignatureError", edited((c) => (c.signers = flip(c.signers, 0, 1)))],
  ["signature", "SignatureError", edited((c) => (c.signature = flip(c.signature, 50)))],
  ["a short signature", "ShapeError", edited((c) => (c.signature = "0x00"))],
  ["a level too high", "ShapeError", edited((c) => (c.claim.level = "0x100"))],
  ["a number beyond 64 bits", "ShapeError", edited((c) => (c.claim.number = "0x10000000000000000"))],
  ["a number with leading zeros", "ShapeError", edited((c) => (c.claim.number = "0x01"))],
  ["a JSON number", "ShapeError", edited((c) => (c.claim.number = 1))],
  ["a claim missing", "ShapeError", edited((c) => delete c.claim)],
  ["no hex", "ShapeError", edited((c) => (c.claim.blockHash = "0xzz"))],
  ["a list", "ShapeError", () => parseCertificate([])],
  ["nothing", "ShapeError", () => parseCertificate(null)],
  ["no base64", "ShapeError", () => parseConnectCertificate({ claim: { rollup: "?" } })],
]);

const member = (i: number, change: Partial<Member>) => () => new OperatorSet(2, 3n, goldenMembers(4).map((m, k) => (k === i ? { ...m, ...change } : m)));
const setJson = (edit: (s: any) => void) => () => {
  const s = structuredClone(formatOperatorSet(goldenSet(3n, 4))) as any;
  edit(s);
  return parseOperatorSet(s);
};
test("a set in JSON is itself", () => assert.equal(setJson(() => undefined)().hash, goldenSet(3n, 4).hash));
refuses("operator set", [
  ["no member", "SetSizeError", () => new OperatorSet(2, 3n, [])],
  ["257 members", "SetSizeError", () => new OperatorSet(2, 3n, Array.from({ length: 257 }, () => goldenMembers(1)[0]!))],
  ["disorder", "SetOrderError", () => new OperatorSet(2, 3n, goldenMembers(4).reverse())],
  ["a member twice", "SetOrderError", () => new OperatorSet(2, 3n, [...goldenMembers(1), ...goldenMembers(1)])],
  ["weight zero", "SetWeightError", member(1, { weight: 0n })],
  ["a weight of 129 bits", "SetWeightError", member(1, { weight: 1n << 128n })],
  ["a negative weight", "SetWeightError", member(1, { weight: -1n })],
  ["an infinity key", "SetKeyError", member(1, { blsKey: infinity(48) })],
  ["a BLS key off the curve", "SetKeyError", member(1, { blsKey: `0x9f${"ff".repeat(47)}` })],
  ["a short BLS key", "SetKeyError", member(1, { blsKey: "0x80" })],
  ["a consensus key of zeros", "SetKeyError", member(1, { consensusKey: `0x${"00".repeat(33)}` })],
  ["total weight", "TotalWeightError", setJson((s) => (s.total_weight = "0x63"))],
  ["a weight", "TotalWeightError", setJson((s) => (s.members[0].weight = "0xb"))],
  ["weight zero in JSON", "SetWeightError", setJson((s) => (s.members[0].weight = "0x0"))],
  ["no weight in JSON", "ShapeError", setJson((s) => delete s.members[0].weight)],
  ["no members in JSON", "SetSizeError", setJson((s) => (s.members = null))],
  ["a set id of 33 bits", "ShapeError", setJson((s) => (s.setId = "0x100000000"))],
]);

test("every field of a set changes its hash", () => {
  const base = goldenSet(3n, 4);
  const m = goldenMembers(5);
  const others = [
    new OperatorSet(5, 3n, base.members), new OperatorSet(2, 4n, base.members), new OperatorSet(2, 3n, base.members.slice(1)),
    member(3, { operator: m[4]!.operator })(), member(1, { blsKey: m[4]!.blsKey })(), member(1, { consensusKey: m[4]!.consensusKey })(), member(1, { weight: 21n })(),
  ];
  assert.equal(new Set([base, ...others].map((s) => s.hash)).size, others.length + 1);
});

// Points outside the prime-order subgroup, in compressed form.
function offSubgroup(): { g1: Hex; long: Uint8Array } {
  const { Fp } = bls12_381.fields;
  for (let x = 1n; ; x++) {
    const y2 = Fp.add(Fp.mul(Fp.sqr(x), x), 4n);
    let y: bigint;
    try {
      y = Fp.sqrt(y2);
    } catch {
      continue;
    }
    if (bls12_381.G1.Point.fromAffine({ x, y }).isTorsionFree()) continue;
    const compressed = unhex(`0x${x.toString(16).padStart(96, "0")}`);
    compressed[0]! |= 0x80 | (y > (Fp.ORDER - 1n) / 2n ? 0x20 : 0);
    return { g1: hex(compressed), long: unhex(`0x${x.toString(16).padStart(128, "0")}${y.toString(16).padStart(128, "0")}`) };
  }
}
const off = offSubgroup();
const key0 = goldenMembers(1)[0]!.blsKey;
const long0 = vectors("claim.json").eip2537.public_key as Hex;
refuses("point", [
  ["a key off the subgroup", "PointError", () => decodePublicKey(unhex(off.g1))],
  ["a key of zeros", "PointError", () => decodePublicKey(new Uint8Array(48))],
  ["a key with the uncompressed flag", "PointError", () => decodePublicKey(unhex(flip(key0, 0, 0x80)))],
  ["infinity", "InfinityError", () => decodePublicKey(unhex(infinity(48)))],
  ["infinity with a sign", "PointError", () => decodePublicKey(unhex(flip(infinity(48), 0, 0x20)))],
  ["infinity with a payload", "PointError", () => decodePublicKey(unhex(flip(infinity(48), 47, 1)))],
  ["a short key", "LengthError", () => decodePublicKey(unhex(key0).subarray(1))],
  ["a long key", "LengthError", () => decodePublicKey(new Uint8Array(96))],
  ["a signature of zeros", "PointError", () => decodeSignature(new Uint8Array(96))],
  ["an infinite signature", "InfinityError", () => decodeSignature(unhex(infinity(96)))],
  ["a short signature", "LengthError", () => decodeSignature(new Uint8Array(48))],
  ["EIP-2537: off the subgroup", "PointError", () => decodePublicKeyEip2537(off.long)],
  ["EIP-2537: off the curve", "PointError", () => decodePublicKeyEip2537(unhex(flip(long0, 127)))],
  ["EIP-2537: padding", "PointError", () => decodePublicKeyEip2537(unhex(flip(long0, 0)))],
  ["EIP-2537: not below the modulus", "PointError", () => decodePublicKeyEip2537(unhex(`0x${(BigInt(long0.slice(0, 130)) + bls12_381.fields.Fp.ORDER).toString(16).padStart(128, "0")}${long0.slice(130)}`))],
  ["EIP-2537: infinity", "InfinityError", () => decodePublicKeyEip2537(new Uint8Array(128))],
  ["EIP-2537: short", "LengthError", () => decodePublicKeyEip2537(new Uint8Array(127))],
]);

// Hand-offs: the ordering set 1 hands over to ordering set 2, which brings MACH set 3.
const [ordering1, ordering2] = [goldenSet(1n, 4, 0), goldenSet(2n, 5, 0)];
const [mach1, mach2, mach3] = [goldenSet(1n, 4), goldenSet(2n, 5), goldenSet(3n, 5, 2, 7n)];
const hashOf = (n: bigint): Hex => `0x${n.toString(16).padStart(64, "0")}`;
const view = (number: bigint, ...sets: OperatorSet[]) => ({ number, blockHash: hashOf(number), sets, inputs: "0xc0" as Hex });
const first = handOver(view(20n, ordering2, mach2), 4, 1, 2, 3);
const second = handOver(view(30n, mach3), 5, 2, 3, 4);
const begin = () => new SetHistory(domain, 10n, [ordering1, mach1]);
const apply = (h: HandOff) => () => begin().apply(h);
const firstWith = (change: Partial<HandOff["view"]>) => apply({ ...first, view: { ...first.view, ...change } });

test("hand-offs are followed in turn, and past epochs stay", () => {
  const history = begin();
  history.apply(first);
  history.apply(second);
  for (const s of [ordering1, ordering2, mach1, mach2, mach3]) assert.equal(history.at(s.id, s.epoch)?.hash, s.hash);
  assert.throws(() => history.apply(second), { name: "HandOffStaleError" });
});
test("a refused hand-off changes nothing", () => {
  const history = begin();
  assert.throws(() => history.apply({ ...first, signature: flip(first.signature, 50) }), { name: "SignatureError" });
  assert.equal(history.number, 10n);
  assert.equal(history.current(2)?.epoch, 1n);
  history.apply(first);
});
const handOffJson = (edit: (h: any) => void) => () => {
  const h = structuredClone(formatHandOff(first)) as any;
  edit(h);
  verifyStatedHandOff(domain, ordering1, parseHandOff(h));
};
const genesis = (edit: (g: any) => void) => () => {
  const g = structuredClone(formatGenesis(10n, [ordering1, mach1])) as any;
  edit(g);
  return parseGenesis(g);
};
test("a hand-off in JSON stands", handOffJson(() => undefined));
test("a beginning in JSON is itself", () => assert.equal(setsHash(genesis(() => undefined)().sets), setsHash([ordering1, mach1])));
refuses("hand-off", [
  ["too few of the old set", "QuorumError", apply(handOver(view(20n, ordering2, mach2), 4, 0, 1, 2))],
  ["a bitmap of a larger set", "BitmapError", apply({ ...first, ...signed(5 + 4, [0, 1, 2, 3, 4], hashOf(1n)) })],
  ["number", "SignatureError", firstWith({ number: 21n })],
  ["block hash", "SignatureError", firstWith({ blockHash: flip(first.view.blockHash) })],
  ["inputs", "SignatureError", firstWith({ inputs: "0xc1c0" })],
  ["a set left out", "SignatureError", firstWith({ sets: [ordering2] })],
  ["a weight", "SignatureError", firstWith({ sets: [ordering2, goldenSet(2n, 5, 2, 11n)] })],
  ["an epoch too far", "SignatureError", firstWith({ sets: [ordering2, goldenSet(3n, 5)] })],
  ["a bit beyond the set", "BitmapError", apply({ ...first, signers: flip(first.signers, 0, 16) })],
  ["a signer too many", "SignatureError", apply({ ...first, signers: flip(first.signers, 0, 1) })],
  ["an infinite signature", "SignatureError", apply({ ...first, signature: infinity(96) })],
  ["a stale snapshot", "HandOffStaleError", apply(handOver(view(10n, mach2), 4, 1, 2, 3))],
  ["an epoch in force", "HandOffEpochError", apply(handOver(view(20n, mach1), 4, 1, 2, 3))],
  ["disorder", "HandOffOrderError", apply(handOver(view(20n, mach2, ordering2), 4, 1, 2, 3))],
  ["no set", "HandOffEmptyError", apply(handOver(view(20n), 4, 1, 2, 3))],
  ["one before it skipped", "SignatureError", apply({ ...second, signers: "0x0e" })],
  ["no ordering set to begin with", "HandOffBaseError", () => new SetHistory(domain, 10n, [mach1])],
  ["digest in JSON", "DigestError", handOffJson((h) => (h.digest = flip(h.digest)))],
  ["inputs in JSON", "DigestError", handOffJson((h) => (h.inputs = "0xc1c0"))],
  ["no inputs in JSON", "ShapeError", handOffJson((h) => delete h.inputs)],
  ["number in JSON", "DigestError", handOffJson((h) => (h.number = "0x15"))],
  ["a member's weight in JSON", "TotalWeightError", handOffJson((h) => (h.operatorSets[0].members[0].weight = "0xb"))],
  ["a member's address in JSON", "DigestError", handOffJson((h) => (h.operatorSets[0].members[0].address = `0x${"00".repeat(20)}`))],
  ["genesis hash", "GenesisHashError", genesis((g) => (g.hash = flip(g.hash)))],
  ["a genesis set's epoch", "GenesisHashError", genesis((g) => (g.operatorSets[1].epoch = "0x2"))],
  ["genesis sets in disorder", "HandOffOrderError", genesis((g) => g.operatorSets.reverse())],
  ["another version of the domain", "VersionError", () => parseDomain({ network: "x", version: "2", l1_chain_id: "0x1", contract: domain.contract })],
]);

const set4 = goldenSet(3n, 4);
const alert: Alert = { rollup: goldenClaim.rollup, epoch: 3n, sequence: 5n, paused: true };
const alarm = certifyAlert(alert, 4, 0, 2, 3);
const alertWith = (change: Partial<Alert>, set = set4) => () => verifyAlert(domain, set, { ...alarm, alert: { ...alert, ...change } });
const alertJson = (edit: (a: any) => void) => () => {
  const a = structuredClone(formatAlert(alarm)) as any;
  edit(a);
  verifyStatedAlert(domain, set4, parseAlert(a));
};
test("an alert in JSON stands", alertJson(() => undefined));
refuses("alert", [
  ["rollup", "SignatureError", alertWith({ rollup: flip(alert.rollup) })],
  ["epoch", "AlertEpochError", alertWith({ epoch: 4n })],
  ["sequence", "SignatureError", alertWith({ sequence: 7n })],
  ["an even sequence that pauses", "AlertSequenceError", alertWith({ sequence: 6n })],
  ["sequence zero", "AlertSequenceError", alertWith({ sequence: 0n, paused: false })],
  ["paused", "AlertSequenceError", alertWith({ paused: false })],
  ["too few", "QuorumError", () => verifyAlert(domain, set4, certifyAlert(alert, 4, 0, 1, 2))],
  ["a bit beyond the set", "BitmapError", () => verifyAlert(domain, set4, { ...alarm, signers: flip(alarm.signers, 0, 16) })],
  ["signature", "SignatureError", () => verifyAlert(domain, set4, { ...alarm, signature: flip(alarm.signature, 50) })],
  ["another set", "AlertEpochError", alertWith({}, goldenSet(4n, 4))],
  ["digest in JSON", "DigestError", alertJson((a) => (a.digest = flip(a.digest)))],
]);

const alertHash: Hex = vectors("alerts.json").digest;
const goodVote = (): AlertVote => {
  const report = { number: 77n, reason: "state root differs", ours: hashOf(1n), theirs: hashOf(2n) };
  const vote = { alert, member: 1, report, signature: signed(4, [1], alertHash).signature, reportSignature: infinity(96) };
  return { ...vote, reportSignature: signed(4, [1], alertReportDigest(domain, alertHash, report)).signature };
};
const voteWith = (edit: (v: any) => void) => () => {
  const v = structuredClone(goodVote());
  edit(v);
  verifyAlertVote(domain, set4, v);
};
test("a vote stands", voteWith(() => undefined));
refuses("alert vote", [
  ["alert", "SignatureError", voteWith((v) => (v.alert.sequence = 7n))],
  ["epoch", "AlertEpochError", voteWith((v) => (v.alert.epoch = 4n))],
  ["another member", "SignatureError", voteWith((v) => (v.member = 2))],
  ["no member", "AlertMemberError", voteWith((v) => (v.member = 4))],
  ["signature", "SignatureError", voteWith((v) => (v.signature = infinity(96)))],
  ["report's number", "AlertReportError", voteWith((v) => (v.report.number = 78n))],
  ["report's reason", "AlertReportError", voteWith((v) => (v.report.reason += "!"))],
  ["report's hash", "AlertReportError", voteWith((v) => (v.report.ours = hashOf(3n)))],
  ["report's other hash", "AlertReportError", voteWith((v) => (v.report.theirs = hashOf(3n)))],
  ["report's signature", "AlertReportError", voteWith((v) => (v.reportSignature = v.signature))],
  ["a reason too long", "AlertReportError", voteWith((v) => (v.report.reason = "x".repeat(201)))],
]);

test("what makes two claims conflict", () => {
  const a = goldenClaim;
  for (const f of ["blockHash", "parentHash", "stateRoot", "outputRoot"] as const) assert.ok(conflicts(a, { ...a, [f]: flip(a[f]) }), f);
  for (const b of [a, { ...a, epoch: 4n }, { ...a, level: 2 }, { ...a, number: 1n, blockHash: flip(a.blockHash) }, { ...a, rollup: flip(a.rollup), blockHash: flip(a.blockHash) }]) assert.ok(!conflicts(a, b));
});

// Every golden vector that Go wrote is checked here, by another implementation of everything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alertDigest, alertReportDigest, claimDigest, conflicts, decodePublicKey, decodePublicKeyEip2537, decodeSignature, domainSeparator, fastAggregateVerify, OperatorSet, publicKeyEip2537, rollupId, SetHistory, setsHash, signatureEip2537, verifyAlert, verifyAlertVote, verifyCertificate, viewDigest, type AlertVote, type HandOff } from "../dist/index.js";
import { concat, keccak, keccakText, word } from "../dist/bytes.js";
import { typedDigest } from "../dist/domain.js";
import { certify, claimOfRlp, domain, entries, goldenClaim, goldenMembers, goldenSet, hex, int, list, namedSet, rlp, text, unhex, vectors } from "./golden.js";

/** The bitmap as the contracts take it. */
const onChain = (signers: string): string => `0x${BigInt(`0x${unhex(signers).reverse().reduce((s, b) => s + b.toString(16).padStart(2, "0"), "")}`).toString(16)}`;

test("claim.json", () => {
  const v = vectors("claim.json");
  assert.equal(domainSeparator(domain), v.domain.separator);
  assert.equal(rollupId(domain, 7001n), v.claim.rollup);
  assert.equal(claimDigest(domain, goldenClaim), v.digest);
  const key = decodePublicKey(unhex(v.public_key));
  const signature = decodeSignature(unhex(v.signature));
  assert.ok(fastAggregateVerify([key], unhex(v.digest), signature));
  assert.equal(publicKeyEip2537(key), v.eip2537.public_key);
  assert.equal(signatureEip2537(signature), v.eip2537.signature);
  assert.ok(decodePublicKeyEip2537(unhex(v.eip2537.public_key)).equals(key));
  const [claim, member, sig] = list(rlp(unhex(v.attestation_rlp)));
  assert.deepEqual(claimOfRlp(claim), goldenClaim);
  assert.equal(int(member), 2n);
  assert.equal(text(sig), v.signature);
  assert.equal(goldenMembers(3)[2]!.blsKey, v.public_key);
});

test("certificates.json", () => {
  for (const v of vectors("certificates.json")) {
    const set = goldenSet(3n, v.public_keys.length);
    assert.equal(set.hash, v.set_hash);
    assert.deepEqual(set.members.map((m) => m.blsKey), v.public_keys);
    assert.deepEqual(set.members.map((m) => `0x${m.weight.toString(16)}`), v.weights);
    assert.equal(claimDigest(domain, goldenClaim), v.digest);
    const certificate = { claim: goldenClaim, signers: v.signers, signature: v.signature };
    verifyCertificate(domain, set, certificate);
    assert.equal(onChain(v.signers), v.signers_uint256);
    assert.equal(signatureEip2537(decodeSignature(unhex(v.signature))), v.signature_eip2537);
    const [claim, signers, signature] = list(rlp(unhex(v.certificate_rlp)));
    assert.deepEqual({ claim: claimOfRlp(claim), signers: text(signers), signature: text(signature) }, certificate);
    const who = set.members.map((_, i) => i).filter((i) => (unhex(v.signers)[i >> 3]! & (1 << (i & 7))) !== 0);
    assert.deepEqual(certify(goldenClaim, set.members.length, ...who), certificate, "signing here gives the same bytes");
  }
});

test("alerts.json", () => {
  const v = vectors("alerts.json");
  const set = new OperatorSet(2, 3n, entries(v.set));
  assert.equal(set.hash, v.set_hash);
  v.set.forEach((m: any, i: number) => assert.equal(publicKeyEip2537(set.keys[i]!), m.bls_public_key_eip2537));
  const alert = { rollup: v.alert.rollup, epoch: BigInt(v.alert.epoch), sequence: BigInt(v.alert.sequence), paused: v.alert.paused };
  assert.equal(alertDigest(domain, alert), v.digest);
  verifyAlert(domain, set, { alert, signers: v.signers, signature: v.signature });
  assert.equal(onChain(v.signers), v.signers_uint256);
  assert.equal(signatureEip2537(decodeSignature(unhex(v.signature))), v.signature_eip2537);
  const [inner, member, signature, report, reportSignature] = list(rlp(unhex(v.vote_rlp)));
  const [rollup, epoch, sequence, paused] = list(inner);
  const [number, reason, ours, theirs] = list(report);
  const vote: AlertVote = {
    alert: { rollup: text(rollup), epoch: int(epoch), sequence: int(sequence), paused: int(paused) === 1n }, member: Number(int(member)), signature: text(signature),
    report: { number: int(number), reason: new TextDecoder().decode(reason as Uint8Array), ours: text(ours), theirs: text(theirs) }, reportSignature: text(reportSignature),
  };
  assert.deepEqual(vote.alert, alert);
  assert.equal(alertReportDigest(domain, v.digest, vote.report), v.report_digest);
  verifyAlertVote(domain, set, vote);
});

test("handoffs.json", () => {
  const v = vectors("handoffs.json");
  const trusted = v.trusted.map(namedSet) as OperatorSet[];
  trusted.forEach((s, i) => assert.equal(s.hash, v.trusted[i].hash));
  assert.equal(setsHash(trusted), v.trusted_hash);
  const history = new SetHistory(domain, BigInt(v.l1_number), trusted);
  for (const h of v.hand_offs) {
    const sets = h.sets.map(namedSet) as OperatorSet[];
    sets.forEach((s, i) => assert.equal(s.hash, h.sets[i].hash));
    const handOff: HandOff = { view: { number: BigInt(h.l1_number), blockHash: h.l1_block_hash, sets, inputs: h.inputs_rlp }, signers: h.signers, signature: h.signature };
    assert.equal(setsHash(sets), h.sets_hash);
    assert.equal(viewDigest(domain, handOff.view), h.digest);
    assert.equal(onChain(h.signers), h.signers_uint256);
    assert.equal(signatureEip2537(decodeSignature(unhex(h.signature))), h.signature_eip2537);
    history.apply(handOff);
    for (const s of sets) assert.equal(history.at(s.id, s.epoch)?.hash, s.hash);
    assert.equal(text(list(rlp(unhex(h.hand_off_rlp)))[2]), h.signature);
  }
  assert.equal(history.number, 30n);
  assert.equal(history.current(2)?.epoch, 3n);
  for (const s of trusted) assert.equal(history.at(s.id, s.epoch)?.hash, s.hash, "past epochs stay");
});

test("evidence.json", () => {
  const v = vectors("evidence.json");
  const [operator, a, b] = list(rlp(unhex(v.rlp)));
  const set = goldenSet(3n, 4);
  const claims = [a, b].map((attestation) => {
    const [claim, member, signature] = list(attestation);
    const i = Number(int(member));
    assert.equal(set.members[i]!.operator, text(operator));
    assert.ok(fastAggregateVerify([set.keys[i]!], unhex(claimDigest(domain, claimOfRlp(claim))), decodeSignature(unhex(text(signature)))));
    return claimOfRlp(claim);
  });
  assert.equal(text(operator), v.operator);
  assert.ok(conflicts(claims[0]!, claims[1]!));
});

test("sequencing.json", () => {
  const v = vectors("sequencing.json");
  const field = (kind: string, value: any): Uint8Array => (kind === "bytes32" ? unhex(value) : kind === "address" ? concat(new Uint8Array(12), unhex(value)) : word(BigInt(value)));
  /** The digest by the text of the type alone. */
  const digest = (type: string, values: any) => {
    const fields = type.slice(type.indexOf("(") + 1, -1).split(",").map((f) => f.split(" ") as [string, string]);
    return hex(typedDigest(domain, keccakText(type), ...fields.map(([kind, name]) => field(kind, values[name]))));
  };
  const header = digest("BatchHeader(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,uint64 number,uint64 timestamp,uint64 l1Number,uint64 inbox,bytes32 parentHash,bytes32 blockHash,bytes32 bodyHash,uint32 bodySize)", v.header);
  assert.equal(header, v.header.digest);
  assert.equal(digest("AvailabilityAck(bytes32 header)", { header }), v.header.ack_digest);
  assert.equal(digest("Preconfirmation(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,bytes32 transaction,uint32 position,bytes32 prefixRoot)", v.preconfirmation), v.preconfirmation.digest);
  const list_ = { ...v.inclusion_list, transactions: hex(keccak(...v.inclusion_list.transactions.map(unhex))) };
  assert.equal(digest("InclusionList(bytes32 rollup,uint64 epoch,uint64 slot,bytes32 transactions)", list_), v.inclusion_list.digest);
  assert.equal(digest("Unjail(bytes32 rollup,address operator,uint64 window)", v.unjail), v.unjail.digest);
  assert.equal(digest("RandomReveal(uint64 round)", v.reveal), v.reveal.digest);
  const signature = decodeSignature(unhex(v.reveal.signature));
  assert.ok(fastAggregateVerify([decodePublicKey(unhex(v.reveal.public_key))], unhex(v.reveal.digest), signature));
  assert.equal(signatureEip2537(signature), v.reveal.signature_eip2537);

  const word8 = (n: bigint) => word(n).slice(24);
  const b = v.beacon;
  assert.equal(hex(keccak(unhex(v.reveal.signature))), b.mix);
  assert.equal(hex(keccak(unhex(b.before), unhex(b.randao), unhex(b.mix), word8(BigInt(v.reveal.round)))), b.after);
  const text8 = (s: string) => new TextEncoder().encode(s);
  assert.equal(hex(keccak(text8("trident/squad/seed"), unhex(b.after), unhex(v.header.rollup), word8(7n))), b.seed);
  assert.equal(hex(keccak(text8("trident/squad/random"), unhex(b.seed), word8(77n))), b.random);
  let chain = word(0n);
  for (const m of v.inbox) {
    chain = keccak(chain, word(BigInt(m.index)), word(BigInt(m.kind)), field("address", m.sender), field("address", m.to), word(BigInt(m.amount)), keccak(unhex(m.data)));
    assert.equal(hex(chain), m.hash);
  }
});

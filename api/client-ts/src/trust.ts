import type { Hex } from "./bytes.js";
import type { Certificate } from "./certificate.js";
import type { Domain } from "./domain.js";
import { FutureEpochError, GenesisHashError, LevelError, PastEpochError, RollupError, TransportError } from "./errors.js";
import { SetHistory } from "./handoff.js";
import type { HttpOptions } from "./http.js";
import { L1, type L1Options } from "./l1.js";
import { Operator } from "./operator.js";
import type { OperatorSet } from "./operatorset.js";
import { requireStated, requireStatedHandOff, verifyStatedCertificate, type Genesis, type StatedCertificate } from "./shapes.js";

/** Where the operator sets of a rollup come from: what a subscriber believes without being shown a signature. */
export interface Trust {
  readonly domain: Domain;
  readonly rollup: Hex;
  /** The least level of a claim that makes a block of this rollup final, where it is known. */
  readonly minimumLevel?: number;
  /** The MACH set of the rollup at an epoch. FutureEpochError: there is none yet. PastEpochError: it cannot be known. */
  set(epoch: bigint, signal?: AbortSignal): Promise<OperatorSet>;
}

/** Checks a certificate that came from anywhere, as JSON-RPC gives it, and returns it. */
export async function checkCertificate(trust: Trust, stated: StatedCertificate, signal?: AbortSignal): Promise<Certificate> {
  requireRollup(trust, stated.certificate.claim.rollup);
  requireLevel(stated.certificate, trust.minimumLevel ?? 0);
  requireStated(trust.domain, stated); // what costs nothing comes before L1 is asked
  verifyStatedCertificate(trust.domain, await trust.set(stated.certificate.claim.epoch, signal), stated);
  return stated.certificate;
}

export function requireRollup(trust: Trust, rollup: Hex): void {
  if (rollup !== trust.rollup) throw new RollupError(`rollup is ${rollup}, not ${trust.rollup}`);
}

export function requireLevel(c: Certificate, least: number): void {
  if (c.claim.level < least) throw new LevelError(`block ${c.claim.number} was verified at level ${c.claim.level}, ${least} is demanded`);
}

/** Trusts the contracts on L1, as a node that the caller trusts shows them. The rollup is given by id or by name. */
export async function trustL1(o: L1Options & { readonly rollup: string }): Promise<Trust> {
  const l1 = await L1.open(o);
  const rollup = /^0x[0-9a-fA-F]{64}$/.test(o.rollup) ? (o.rollup.toLowerCase() as Hex) : await l1.rollupId(o.rollup);
  const terms = await l1.machTerms(rollup);
  return { domain: l1.domain, rollup, minimumLevel: terms.minimumLevel, set: (epoch, signal) => l1.operatorSet(terms.set, epoch, signal) };
}

/** Trusts the given sets and no others. */
export function trustSets(domain: Domain, rollup: Hex, sets: readonly OperatorSet[]): Trust {
  return {
    domain, rollup: rollup.toLowerCase() as Hex,
    set: async (epoch) => {
      const set = sets.find((s) => s.epoch === epoch);
      if (set === undefined) throw missingEpoch(epoch, sets.reduce((newest, s) => (s.epoch > newest ? s.epoch : newest), 0n));
      return set;
    },
  };
}

function missingEpoch(epoch: bigint, newest: bigint): FutureEpochError | PastEpochError {
  const message = `epoch ${epoch} is not known; the newest is ${newest}`;
  return epoch > newest ? new FutureEpochError(message) : new PastEpochError(message);
}

/**
 * Trusts a beginning and follows the hand-offs from it, which any of the operators may serve: no L1 is needed. A beginning
 * without sets, but with their hash, gets them from an operator.
 */
export async function trustGenesis(o: HttpOptions & { readonly genesis: Genesis; readonly rollup: Hex; readonly operators: readonly string[] }): Promise<Trust> {
  const rollup = o.rollup.toLowerCase() as Hex;
  const entry = o.genesis.rollups.find((r) => r.id === rollup);
  if (entry === undefined) throw new RollupError(`the trusted beginning has no rollup ${rollup}`);
  const operators = o.operators.map((url) => new Operator(url, o));
  const genesis = o.genesis.sets.length > 0 ? o.genesis : await fetchGenesis(o.genesis, operators);
  const history = new SetHistory(genesis.domain, genesis.l1Block, genesis.sets);
  let running: Promise<void> | undefined; // one refresh serves all who wait
  return {
    domain: genesis.domain, rollup,
    set: async (epoch) => {
      const newest = history.current(entry.machSet)?.epoch ?? 0n;
      if (epoch > newest) await (running ??= refresh(history, operators).finally(() => (running = undefined)));
      const set = history.at(entry.machSet, epoch);
      if (set === undefined) throw missingEpoch(epoch, history.current(entry.machSet)?.epoch ?? 0n);
      return set;
    },
  };
}

async function fetchGenesis(wanted: Genesis, operators: readonly Operator[]): Promise<Genesis> {
  const errors: unknown[] = [];
  for (const operator of operators) {
    try {
      const found = await operator.genesisSets();
      if (found.hash === wanted.hash && found.sets.length > 0) return { ...wanted, l1Block: found.l1Block, sets: found.sets };
      errors.push(new GenesisHashError(`${operator.url} has genesis sets of hash ${found.hash}`));
    } catch (err) {
      errors.push(err);
    }
  }
  throw new GenesisHashError(`no operator has the genesis sets of hash ${wanted.hash}`, { cause: errors });
}

/** Follows what the operators serve. A hand-off that does not stand ends the turn of whoever served it, and of nobody else. */
async function refresh(history: SetHistory, operators: readonly Operator[]): Promise<void> {
  const errors: unknown[] = [];
  for (const operator of operators) {
    try {
      for (;;) {
        const page = await operator.handOffs(history.number + 1n);
        if (page.length === 0) break;
        for (const h of page) {
          requireStatedHandOff(history.domain, h);
          history.apply(h.handOff);
        }
      }
    } catch (err) {
      errors.push(err);
    }
  }
  if (operators.length > 0 && errors.length === operators.length) throw new TransportError("no operator serves hand-offs that stand", { cause: errors });
}

import { decodePublicKeyEip2537, publicKeyEip2537 } from "./bls.js";
import { bigOf, concat, fromHex, hexOf, keccakText, quantity, toHex, toQuantity, word, type Hex } from "./bytes.js";
import { DOMAIN_VERSION, domainSeparator, type Domain } from "./domain.js";
import { ContractError, FutureEpochError, NotFoundError, PastEpochError, ShapeError, VersionError } from "./errors.js";
import { publicUrl, rpc, rpcBatch, RpcError, type HttpOptions, type RpcCall } from "./http.js";
import { OperatorSet, type Member } from "./operatorset.js";

/** Where the contracts are. */
export interface L1Options extends HttpOptions {
  /** JSON-RPC URL of an L1 node that you trust: what it says of the operator sets is believed. */
  readonly url: string;
  /** Mach, or CertificateVerifier: it names the other contracts. */
  readonly contract: Hex;
  /** Block that is read; only "finalized" is safe against a reorg of L1. */
  readonly block?: "finalized" | "safe" | "latest";
}

/** Calls in one batch; public endpoints refuse large ones. */
const MAX_BATCH = 50;

/** Reads the domain and the operator sets from the contracts on L1, at its finalised block. */
export class L1 {
  readonly #sets = new Map<string, OperatorSet>();

  private constructor(private readonly options: L1Options, readonly domain: Domain, readonly stakeTable: Hex, private readonly registrar: Hex) {}

  /** Finds the contracts and checks that they belong together and are on this chain. */
  static async open(options: L1Options): Promise<L1> {
    const block = await blockOf(options);
    const rollups = (await call(options, block, options.contract, "restakedRollups()")).address(0);
    const stakeTable = (await call(options, block, options.contract, "stakeTable()")).address(0);
    const registrar = (await call(options, block, stakeTable, "registrar()")).address(0);
    const d = await call(options, block, rollups, "eip712Domain()");
    const domain = { network: d.text(1), l1ChainId: d.uint(3), contract: d.address(4) };
    if (d.text(2) !== DOMAIN_VERSION) throw new VersionError(`contracts at ${rollups} have version ${d.text(2)}, want ${DOMAIN_VERSION}`);
    const separator = (await call(options, block, rollups, "domainSeparator()")).word(0);
    if (domain.contract !== rollups || toHex(separator) !== domainSeparator(domain)) throw new ContractError(`contract ${rollups} states a domain that is not its own`);
    const chain = quantity("eth_chainId", await rpc(options, options.url, "eth_chainId"));
    if (chain !== domain.l1ChainId) throw new ContractError(`${publicUrl(options.url)} is chain ${chain}, the contracts are of ${domain.l1ChainId}`);
    return new L1(options, domain, stakeTable, registrar);
  }

  #at(signal: AbortSignal | undefined): L1Options {
    return signal === undefined ? this.options : { ...this.options, signal };
  }

  /** The MACH set of a rollup, and the least level of a claim that makes a block final. ContractError: no such rollup. */
  async machTerms(rollup: Hex, signal?: AbortSignal): Promise<{ readonly set: number; readonly minimumLevel: number }> {
    const o = this.#at(signal);
    const terms = await call(o, await blockOf(o), this.domain.contract, "machTerms(bytes32)", fromHex("rollup", rollup, 32));
    return { set: Number(terms.uint(0)), minimumLevel: Number(terms.uint(1)) };
  }

  /** Whether Mach, which the options must name, has paused the finality of a rollup. */
  async isPaused(rollup: Hex, signal?: AbortSignal): Promise<boolean> {
    const o = this.#at(signal);
    return (await call(o, await blockOf(o), o.contract, "isPaused(bytes32)", fromHex("rollup", rollup, 32))).uint(0) !== 0n;
  }

  /** The id of the rollup with a name. NotFoundError: none has it, or several do. */
  async rollupId(name: string, signal?: AbortSignal): Promise<Hex> {
    const o = this.#at(signal);
    const block = await blockOf(o);
    const count = (await call(o, block, this.domain.contract, "rollupCount()")).uint(0);
    const indices = Array.from({ length: Number(count) }, (_, i) => word(BigInt(i)));
    const rollups = (await callMany(o, block, this.domain.contract, "rollupAt(uint256)", indices)).map((r) => r.tuple(0));
    const names = rollups.map((r) => r.tuple(4).text(0));
    const found = rollups.filter((_, i) => names[i] === name);
    if (found.length !== 1) throw new NotFoundError(`${found.length} rollups have the name ${name}; on l1 are: ${names.join(", ")}`);
    return toHex(found[0]!.word(0));
  }

  /** The newest epoch of a set at the finalised block; 0n before the first snapshot. */
  async currentEpoch(setId: number, signal?: AbortSignal): Promise<bigint> {
    const o = this.#at(signal);
    return (await call(o, await blockOf(o), this.stakeTable, "currentEpoch(uint32)", word(BigInt(setId)))).uint(0);
  }

  /** One epoch of a set. FutureEpochError: there is none at the finalised block. */
  async operatorSet(setId: number, epoch: bigint, signal?: AbortSignal): Promise<OperatorSet> {
    const known = this.#sets.get(`${setId}/${epoch}`);
    if (known !== undefined) return known;
    const o = this.#at(signal);
    const block = await blockOf(o);
    const current = (await call(o, block, this.stakeTable, "currentEpoch(uint32)", word(BigInt(setId)))).uint(0);
    if (epoch === 0n) throw new PastEpochError("epochs count from 1");
    if (epoch > current) throw new FutureEpochError(`set ${setId} has no epoch ${epoch} at l1 block ${BigInt(block)}; the newest is ${current}`);
    const set = await this.#read(o, block, setId, epoch);
    this.#sets.set(`${setId}/${epoch}`, set);
    return set;
  }

  async #read(o: L1Options, block: Hex, setId: number, epoch: bigint): Promise<OperatorSet> {
    const rows = (await call(o, block, this.stakeTable, "members(uint32,uint64)", word(BigInt(setId)), word(epoch))).tuples(0);
    const operators = rows.map((r) => r.address(0));
    const infos = await callMany(o, block, this.registrar, "operatorInfo(address)", operators.map((a) => word(BigInt(a))));
    const keys = rows.map((r) => r.bytes(2));
    const members = rows.map((r, i): Member => ({
      operator: operators[i]!, weight: r.uint(1), blsKey: compressedKey(keys[i]!), consensusKey: compressedConsensusKey(infos[i]!.tuple(0).bytes(1)),
    }));
    const set = new OperatorSet(setId, epoch, members);
    set.keys.forEach((k, i) => {
      if (publicKeyEip2537(k) !== toHex(keys[i]!)) decodePublicKeyEip2537(keys[i]!); // says what is wrong with it
    });
    return set;
  }
}

/** Half of the field's modulus: larger y have the sign bit in the compressed form. */
const HALF_P = (0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn - 1n) / 2n;

/** The compressed form of a key as the contracts keep it. OperatorSet decodes and checks it. */
function compressedKey(b: Uint8Array): Hex {
  if (b.length !== 128) throw new ShapeError(`BLS key of ${b.length} bytes, want 128`);
  const out = b.slice(16, 64);
  if (b.every((x) => x === 0)) return toHex(Uint8Array.from(out, (_, i) => (i === 0 ? 0xc0 : 0))); // infinity, which is refused by name
  out[0]! |= bigOf(b.subarray(64)) > HALF_P ? 0xa0 : 0x80;
  return toHex(out);
}

function compressedConsensusKey(b: Uint8Array): Hex {
  if (b.length !== 64) throw new ShapeError(`consensus key of ${b.length} bytes, want 64`);
  return toHex(concat(new Uint8Array([(b[63]! & 1) === 0 ? 2 : 3]), b.subarray(0, 32)));
}

/** The number of the block to read, so that all calls see one state. */
async function blockOf(o: L1Options): Promise<Hex> {
  const block = (await rpc(o, o.url, "eth_getBlockByNumber", o.block ?? "finalized", false)) as { number?: unknown } | null;
  return toQuantity(quantity("block number", block?.number));
}

function request(block: Hex, to: Hex, signature: string, args: readonly Uint8Array[]): RpcCall {
  return { method: "eth_call", params: [{ to, data: toHex(concat(keccakText(signature).subarray(0, 4), ...args)) }, block] };
}

/** Calls a function of a contract; the arguments are words. */
async function call(o: L1Options, block: Hex, to: Hex, signature: string, ...args: Uint8Array[]): Promise<Reader> {
  const { method, params } = request(block, to, signature, args);
  try {
    return answer(to, signature, await rpc(o, o.url, method, ...params));
  } catch (err) {
    throw reverted(to, signature, err);
  }
}

/** Calls one function with several single arguments. */
async function callMany(o: L1Options, block: Hex, to: Hex, signature: string, args: readonly Uint8Array[]): Promise<Reader[]> {
  const out: Reader[] = [];
  for (let i = 0; i < args.length; i += MAX_BATCH) {
    try {
      const results = await rpcBatch(o, o.url, args.slice(i, i + MAX_BATCH).map((a) => request(block, to, signature, [a])));
      out.push(...results.map((r) => answer(to, signature, r)));
    } catch (err) {
      throw reverted(to, signature, err);
    }
  }
  return out;
}

/** Error code of geth for a call that reverts. */
const REVERTED = 3;

function reverted(to: Hex, signature: string, err: unknown): unknown {
  if (err instanceof RpcError && (err.code === REVERTED || /revert/i.test(err.message))) {
    return new ContractError(`${signature} of ${to} reverts: ${err.message}`, { cause: err });
  }
  return err;
}

function answer(to: Hex, signature: string, result: unknown): Reader {
  const b = fromHex("eth_call", result);
  if (b.length === 0) throw new ContractError(`${signature}: there is no such contract at ${to}`);
  return new Reader(b);
}

/** Reads an ABI encoding; positions are words from the start of the tuple. Everything is bounded by the data. */
class Reader {
  constructor(private readonly data: Uint8Array) {}

  word(i: number): Uint8Array {
    return this.#slice(32 * i, 32);
  }
  uint(i: number): bigint {
    return bigOf(this.word(i));
  }
  address(i: number): Hex {
    const w = this.word(i);
    if (w.subarray(0, 12).some((x) => x !== 0)) throw new ShapeError("abi: no address");
    return hexOf("address", toHex(w.subarray(12)), 20);
  }
  bytes(i: number): Uint8Array {
    const at = this.#offset(i);
    return this.#slice(at + 32, Number(bigOf(this.#slice(at, 32))));
  }
  text(i: number): string {
    return new TextDecoder().decode(this.bytes(i));
  }
  /** A struct of changing size. */
  tuple(i: number): Reader {
    return new Reader(this.data.subarray(this.#offset(i)));
  }
  /** A list of structs of changing size. */
  tuples(i: number): Reader[] {
    const at = this.#offset(i);
    const count = Number(bigOf(this.#slice(at, 32)));
    const list = new Reader(this.data.subarray(at + 32));
    if (count > this.data.length / 32) throw new ShapeError("abi: list is longer than the data");
    return Array.from({ length: count }, (_, k) => list.tuple(k));
  }
  #offset(i: number): number {
    const at = this.uint(i);
    if (at > BigInt(this.data.length)) throw new ShapeError("abi: offset beyond the data");
    return Number(at);
  }
  #slice(at: number, size: number): Uint8Array {
    if (at + size > this.data.length) throw new ShapeError("abi: data is too short");
    return this.data.subarray(at, at + size);
  }
}

import { NotFoundError, NotServedError, TransportError } from "./errors.js";

/** The part of fetch that this package uses; give your own to add headers or to test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How to reach a server. */
export interface HttpOptions {
  readonly fetch?: Fetch;
  /** Milliseconds that one answer may take; 15,000 if left out. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT = 15_000;
/** Bound of an answer. The largest is a page of hand-offs, each with sets of at most 256 members. */
const MAX_ANSWER = 16 << 20;

/** A signal that follows another and can be aborted alone. Call release when done: the other may live long. */
export function follow(signal: AbortSignal | undefined): { controller: AbortController; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  return { controller, release: () => signal?.removeEventListener("abort", abort) };
}

/** Runs work with a signal that ends with the given one or after some milliseconds. */
export async function within<T>(o: HttpOptions, what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { controller, release } = follow(o.signal);
  const timeout = o.timeout ?? DEFAULT_TIMEOUT;
  const timer = setTimeout(() => controller.abort(new TransportError(`${what}: no answer within ${timeout} ms`)), timeout);
  try {
    return await work(controller.signal);
  } catch (err) {
    if (o.signal?.aborted) throw o.signal.reason;
    if (controller.signal.aborted) throw controller.signal.reason;
    throw err;
  } finally {
    clearTimeout(timer);
    release();
  }
}

/** Sends a POST and gives the response once its headers are there. */
export async function post(o: HttpOptions, url: string, type: string, body: BodyInit, signal: AbortSignal): Promise<Response> {
  const send = o.fetch ?? ((u: string, init: RequestInit) => fetch(u, init));
  try {
    return await send(url, { method: "POST", headers: { "content-type": type }, body, signal });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new TransportError(`cannot reach ${publicUrl(url)}`, { cause });
  }
}

/** A URL for messages: without user, path and query, which may hold a key. */
export function publicUrl(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return "a malformed URL";
  }
}

async function readBounded(response: Response, what: string): Promise<string> {
  if (response.body === null) return "";
  const [decoder, reader] = [new TextDecoder(), response.body.getReader()];
  let [text, size] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MAX_ANSWER) {
      await reader.cancel();
      throw new TransportError(`${what}: answer of more than ${MAX_ANSWER} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** JSON-RPC error codes of an operator for what is missing there. */
const MISSING = new Set([-32010, -32011, -32012]);
/** Codes of a method that the server does not know, or has nothing for. */
const NOT_SERVED = new Set([-32601, -32013]);

/** A JSON-RPC error as the server gave it. */
export class RpcError extends TransportError {
  constructor(message: string, readonly code: number, readonly data: unknown) {
    super(message);
  }
}

export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** One JSON-RPC call over HTTP. */
export async function rpc(o: HttpOptions, url: string, method: string, ...params: unknown[]): Promise<unknown> {
  const answer = await exchange(o, url, method, { jsonrpc: "2.0", id: 1, method, params });
  return resultOf(url, method, answer);
}

/** Several JSON-RPC calls in one request; the results are in the order of the calls. */
export async function rpcBatch(o: HttpOptions, url: string, calls: readonly RpcCall[]): Promise<unknown[]> {
  const first = calls[0];
  if (first === undefined) return [];
  const answers = await exchange(o, url, first.method, calls.map((c, id) => ({ jsonrpc: "2.0", id, ...c })));
  if (!Array.isArray(answers)) {
    resultOf(url, first.method, answers); // one error may stand for all
    refuse(url, first.method, "no answer to a batch");
  }
  const byId = new Map(answers.map((a: { id?: unknown } | null) => [a?.id, a]));
  return calls.map((c, id) => resultOf(url, c.method, byId.get(id)));
}

async function exchange(o: HttpOptions, url: string, method: string, body: unknown): Promise<unknown> {
  const what = `${method} at ${publicUrl(url)}`;
  const text = await within(o, what, async (signal) => readBounded(await post(o, url, "application/json", JSON.stringify(body), signal), what).catch((cause: unknown) => {
    throw signal.aborted || cause instanceof TransportError ? cause : new TransportError(`${what}: connection broke`, { cause });
  }));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TransportError(`${what}: answer is no JSON`, { cause });
  }
}

function refuse(url: string, method: string, why: string): never {
  throw new TransportError(`${method} at ${publicUrl(url)}: ${why}`);
}

function resultOf(url: string, method: string, answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) refuse(url, method, "no answer");
  const { result, error } = answer as { result?: unknown; error?: { code?: unknown; message?: unknown; data?: unknown } | null };
  if (error !== undefined && error !== null) {
    const message = `${method} at ${publicUrl(url)}: ${String(error.message)}`;
    if (MISSING.has(Number(error.code))) throw new NotFoundError(message);
    if (NOT_SERVED.has(Number(error.code))) throw new NotServedError(message);
    throw new RpcError(message, Number(error.code), error.data);
  }
  if (result === undefined) refuse(url, method, "neither a result nor an error");
  return result;
}

import { NotFoundError, TransportError } from "./errors.js";
import { follow, post, publicUrl, within, type HttpOptions } from "./http.js";
import { objectOf, type Hex } from "./bytes.js";
import { parseConnectAlert, parseConnectCertificate, type StatedAlert, type StatedCertificate } from "./shapes.js";

// Connect's server streaming with JSON, over fetch: it runs in browsers and in node alike. Each message is an envelope: one
// byte of flags, four bytes of length (big-endian), JSON.

const METHOD = "trident.v1.MachService/StreamCertificates";
const FLAG_COMPRESSED = 1;
const FLAG_END = 2;
const HEADER = 5;
/** Bound of a message. A certificate has about 1.5 kB. */
const MAX_MESSAGE = 64 << 10;

/** A message of an operator's stream, not checked. */
export interface StreamMessage {
  readonly certificate?: StatedCertificate;
  readonly alert?: StatedAlert;
}

/** The server does not speak the protocol: polling may work. */
export class StreamUnsupportedError extends TransportError {}

export interface StreamRequest {
  readonly rollup: Hex;
  /** First block number wanted; 0n for what is new only. */
  readonly from: bigint;
  /** Called when the operator has accepted the subscription. */
  readonly onOpen?: () => void;
}

/**
 * Streams what an operator certifies, not checked. It ends by throwing: TransportError when the stream ends or breaks,
 * NotFoundError when the operator does not serve the rollup, StreamUnsupportedError, or the signal's reason.
 */
export async function* streamCertificates(o: HttpOptions, url: string, request: StreamRequest): AsyncGenerator<StreamMessage, never> {
  const where = publicUrl(url);
  const { controller, release } = follow(o.signal);
  try {
    const body = envelope({ rollup: request.rollup, fromNumber: request.from.toString() });
    const response = await within({ ...o, signal: controller.signal }, `stream of ${where}`, (timed) => open(o, url, body, controller, timed));
    if (response.status !== 200 || response.body === null || !(response.headers.get("content-type") ?? "").startsWith("application/connect+json")) {
      throw new StreamUnsupportedError(`stream of ${where}: status ${response.status}, no stream`);
    }
    request.onOpen?.();
    for await (const { flags, data } of envelopes(response.body, where)) {
      if ((flags & FLAG_COMPRESSED) !== 0) throw new TransportError(`stream of ${where}: compressed, which was not asked for`);
      const message = parseJson(data, where);
      if ((flags & FLAG_END) !== 0) throw endOf(message, where);
      yield {
        ...(message["certificate"] !== undefined && { certificate: parseConnectCertificate(message["certificate"]) }),
        ...(message["alert"] !== undefined && { alert: parseConnectAlert(message["alert"]) }),
      };
    }
    throw new TransportError(`stream of ${where} ended`);
  } catch (err) {
    if (o.signal?.aborted) throw o.signal.reason;
    throw err;
  } finally {
    release();
    controller.abort(); // ends the request if the reader left early
  }
}

/** Opens the stream. The time limit holds until the headers are there; after them the stream may be quiet. */
async function open(o: HttpOptions, url: string, body: Uint8Array, controller: AbortController, timed: AbortSignal): Promise<Response> {
  const abort = () => controller.abort(timed.reason);
  timed.addEventListener("abort", abort, { once: true });
  try {
    return await post(o, new URL(METHOD, url.endsWith("/") ? url : `${url}/`).href, "application/connect+json", body as BodyInit, controller.signal);
  } finally {
    timed.removeEventListener("abort", abort);
  }
}

function envelope(message: unknown): Uint8Array {
  const data = new TextEncoder().encode(JSON.stringify(message));
  const out = new Uint8Array(HEADER + data.length);
  new DataView(out.buffer).setUint32(1, data.length);
  out.set(data, HEADER);
  return out;
}

async function* envelopes(body: ReadableStream<Uint8Array>, where: string): AsyncGenerator<{ flags: number; data: Uint8Array }> {
  const reader = body.getReader();
  let buffer = new Uint8Array(0);
  try {
    for (;;) {
      while (buffer.length >= HEADER) {
        const size = new DataView(buffer.buffer, buffer.byteOffset).getUint32(1);
        if (size > MAX_MESSAGE) throw new TransportError(`stream of ${where}: message of ${size} bytes`);
        if (buffer.length < HEADER + size) break;
        yield { flags: buffer[0]!, data: buffer.subarray(HEADER, HEADER + size) };
        buffer = buffer.subarray(HEADER + size);
      }
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new TransportError(`stream of ${where} broke`, { cause });
      });
      if (done) return;
      const joined = new Uint8Array(buffer.length + value.length);
      joined.set(buffer);
      joined.set(value, buffer.length);
      buffer = joined;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it broke, or ended
  }
}

function parseJson(data: Uint8Array, where: string): Record<string, unknown> {
  try {
    return objectOf("message", JSON.parse(new TextDecoder().decode(data)));
  } catch (cause) {
    throw new TransportError(`stream of ${where}: message is no JSON object`, { cause });
  }
}

function endOf(end: Record<string, unknown>, where: string): TransportError | NotFoundError {
  const error = end["error"] as { code?: unknown; message?: unknown } | undefined;
  const message = `stream of ${where} ended: ${String(error?.message ?? "without an error")}`;
  switch (error?.code) {
    case "not_found":
    case "invalid_argument":
      return new NotFoundError(message);
    case "unimplemented":
      return new StreamUnsupportedError(message);
  }
  return new TransportError(message);
}

// Operators and an L1 made of node's http server, which serve what a test gives them, true or not.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { alertDigest, DOMAIN_VERSION, formatCertificate, formatOperatorSet, setsHash, viewDigest, type Certificate, type CertifiedAlert, type HandOff, type OperatorSet } from "../dist/index.js";
import { domain, goldenClaim, unhex } from "./golden.js";

const q = (n: bigint): string => `0x${n.toString(16)}`;

export const formatAlert = (a: CertifiedAlert) => ({ ...a.alert, epoch: q(a.alert.epoch), sequence: q(a.alert.sequence), digest: alertDigest(domain, a.alert), signers: a.signers, signature: a.signature });

export const formatHandOff = (h: HandOff) => ({
  number: q(h.view.number), blockHash: h.view.blockHash, operatorSets: h.view.sets.map(formatOperatorSet), inputs: h.view.inputs, digest: viewDigest(domain, h.view), signers: h.signers, signature: h.signature,
});

export const formatGenesis = (number: bigint, sets: readonly OperatorSet[]) => ({
  domain: { network: domain.network, version: DOMAIN_VERSION, l1_chain_id: q(domain.l1ChainId), contract: domain.contract },
  rollups: [{ id: goldenClaim.rollup, name: "demo", machSet: "0x2" }], l1Block: q(number), l1BlockHash: goldenClaim.blockHash, operatorSets: sets.map(formatOperatorSet), hash: setsHash(sets),
});

const b64 = (h: string) => Buffer.from(unhex(h)).toString("base64");

/** A certificate as Connect's JSON has it: what is zero is left out. */
function connectCertificate(c: any) {
  const { epoch, number, level, ...hashes } = c.claim;
  const claim = { ...Object.fromEntries(Object.entries(hashes).map(([k, v]) => [k, b64(v as string)])), epoch: BigInt(epoch).toString(), number: BigInt(number).toString(), ...(level !== "0x0" && { level: Number(level) }) };
  return { claim, digest: b64(c.digest), signers: b64(c.signers), signature: b64(c.signature) };
}

function connectAlert(a: any) {
  return { rollup: b64(a.rollup), epoch: BigInt(a.epoch).toString(), sequence: BigInt(a.sequence).toString(), ...(a.paused && { paused: true }), digest: b64(a.digest), signers: b64(a.signers), signature: b64(a.signature) };
}

export function envelope(message: unknown, flags = 0): Buffer {
  const data = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(5);
  head.writeUInt8(flags, 0);
  head.writeUInt32BE(data.length, 1);
  return Buffer.concat([head, data]);
}

export class JsonRpcError extends Error {
  constructor(readonly code: number, message: string) {
    super(message);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const p of request) parts.push(p as Buffer);
  return Buffer.concat(parts);
}

/** A server on a free port of loopback. */
export class FakeServer {
  #server: Server | undefined;
  #port = 0;
  readonly methods: string[] = []; // called so far

  protected async rpc(_method: string, _params: any[]): Promise<unknown> {
    throw new JsonRpcError(-32601, "no such method");
  }
  protected async other(_request: IncomingMessage, _body: Buffer, response: ServerResponse): Promise<void> {
    response.writeHead(404).end();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      void (async () => {
        const body = await bodyOf(request);
        response.setHeader("access-control-allow-origin", "*"); // a browser's page is of another origin
        response.setHeader("access-control-allow-headers", "*");
        if (request.method === "OPTIONS") return void response.writeHead(204).end();
        if (request.url !== "/") return this.other(request, body, response);
        const calls = JSON.parse(body.toString());
        const one = async ({ id, method, params }: any) => {
          this.methods.push(method);
          try {
            return { jsonrpc: "2.0", id, result: await this.rpc(method, params) };
          } catch (err) {
            if (!(err instanceof JsonRpcError)) throw err;
            return { jsonrpc: "2.0", id, error: { code: err.code, message: err.message } };
          }
        };
        const answer = Array.isArray(calls) ? (await Promise.all(calls.map(one))).reverse() : await one(calls);
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
      })().catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Dies; start brings it back at the same port. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

export type Behaviour = "stream" | "poll" | "mute" | "unknown rollup";

/** An operator. Tests push what it has, and say how it behaves. */
export class FakeOperator extends FakeServer {
  readonly kept = new Map<bigint, any>(); // JSON by number
  readonly handOffs: any[] = [];
  genesis: any;
  alert: any;
  behaviour: Behaviour = "stream";
  opened = 0;
  readonly #streams = new Set<(message: unknown) => void>();

  /** Has certificates, and streams them. `lie` changes the JSON. */
  certify(certificates: readonly Certificate[], lie: (c: any) => void = () => undefined): void {
    for (const c of certificates) {
      const json = structuredClone(formatCertificate(domain, c)) as any;
      lie(json);
      this.kept.set(c.claim.number, json);
      for (const send of this.#streams) send({ certificate: connectCertificate(json) });
    }
  }

  raise(a: CertifiedAlert): void {
    this.alert = formatAlert(a);
    for (const send of this.#streams) send({ alert: connectAlert(this.alert) });
  }

  #newest(): any {
    const numbers = [...this.kept.keys()].sort((a, b) => (a < b ? -1 : 1));
    return this.kept.get(numbers.at(-1) ?? -1n);
  }

  protected override async rpc(method: string, params: any[]): Promise<unknown> {
    switch (method) {
      case "mach_certificate": {
        if (this.behaviour === "unknown rollup") throw new JsonRpcError(-32010, "no such rollup");
        const c = params[1] === "latest" ? this.#newest() : this.kept.get(BigInt(params[1]));
        if (c === undefined) throw new JsonRpcError(-32011, "no such certificate");
        return c;
      }
      case "mach_alerts":
        return { rollup: goldenClaim.rollup, epoch: "0x0", sequence: "0x0", paused: false, votes: [], ...this.alert };
      case "mach_handOffs":
        return this.handOffs.filter((h) => BigInt(h.number) >= BigInt(params[0]));
      case "mach_genesisSets":
        if (this.genesis === undefined) throw new JsonRpcError(-32013, "not served");
        return this.genesis;
    }
    return super.rpc(method, params);
  }

  protected override async other(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    if (this.behaviour === "poll" || request.url !== "/trident.v1.MachService/StreamCertificates") return super.other(request, body, response);
    this.opened++;
    response.writeHead(200, { "content-type": "application/connect+json" });
    if (this.behaviour === "unknown rollup") {
      response.end(envelope({ error: { code: "not_found", message: "no such rollup" } }, 2));
      return;
    }
    response.flushHeaders();
    if (this.behaviour === "mute") return;
    const from = BigInt(JSON.parse(body.subarray(5).toString()).fromNumber);
    const send = (message: unknown) => void response.write(envelope(message));
    if (this.alert?.paused) send({ alert: connectAlert(this.alert) });
    const stored = [...this.kept.keys()].filter((n) => from !== 0n && n >= from).sort((a, b) => (a < b ? -1 : 1));
    for (const n of stored) send({ certificate: connectCertificate(this.kept.get(n)) });
    this.#streams.add(send);
    response.on("close", () => this.#streams.delete(send));
  }
}

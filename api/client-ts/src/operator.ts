import { listOf, toQuantity, type Hex } from "./bytes.js";
import type { Domain } from "./domain.js";
import { rpc, type HttpOptions } from "./http.js";
import { parseAlertState, parseCertificate, parseDomain, parseGenesis, parseHandOff, parseOperatorSet, type AlertState, type Genesis, type StatedCertificate, type StatedHandOff } from "./shapes.js";
import type { OperatorSet } from "./operatorset.js";
import { streamCertificates, type StreamMessage, type StreamRequest } from "./stream.js";

/** The API of one operator. Nothing that it says is checked here, except for shape. */
export class Operator {
  constructor(readonly url: string, private readonly options: HttpOptions = {}) {}

  #with(signal: AbortSignal | undefined): HttpOptions {
    return signal === undefined ? this.options : { ...this.options, signal };
  }

  /** The certificate of a block by number or hash, or the newest. NotFoundError: there is none. */
  async certificate(rollup: Hex, block: bigint | Hex | "latest", signal?: AbortSignal): Promise<StatedCertificate> {
    return parseCertificate(await rpc(this.#with(signal), this.url, "mach_certificate", rollup, typeof block === "bigint" ? toQuantity(block) : block));
  }

  /** The MACH set of a rollup at an epoch, or the one in force. */
  async operatorSet(rollup: Hex, epoch: bigint | "latest", signal?: AbortSignal): Promise<OperatorSet> {
    return parseOperatorSet(await rpc(this.#with(signal), this.url, "mach_operatorSet", rollup, epoch === "latest" ? epoch : toQuantity(epoch)));
  }

  /** The domain of everything that is signed. */
  async domain(signal?: AbortSignal): Promise<Domain> {
    return parseDomain(await rpc(this.#with(signal), this.url, "trident_domain"));
  }

  /** Hand-offs from an L1 block number on, ascending; ask again above the last until there are none. */
  async handOffs(from: bigint, signal?: AbortSignal): Promise<StatedHandOff[]> {
    return listOf("hand-offs", await rpc(this.#with(signal), this.url, "mach_handOffs", toQuantity(from))).map(parseHandOff);
  }

  /** Where the circuit breaker of a rollup stands. */
  async alerts(rollup: Hex, signal?: AbortSignal): Promise<AlertState> {
    return parseAlertState(await rpc(this.#with(signal), this.url, "mach_alerts", rollup));
  }

  /** The sets that the network began with, by this operator's word. */
  async genesisSets(signal?: AbortSignal): Promise<Genesis> {
    return parseGenesis(await rpc(this.#with(signal), this.url, "mach_genesisSets"));
  }

  /** Certificates and alerts as they are made; see streamCertificates. */
  stream(request: StreamRequest, signal?: AbortSignal): AsyncGenerator<StreamMessage, never> {
    return streamCertificates(this.#with(signal), this.url, request);
  }
}

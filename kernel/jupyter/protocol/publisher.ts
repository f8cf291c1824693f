import { randomUUID } from "node:crypto";
import { type Content, type Header, type Message, protocolVersion } from "../shared/message.ts";
import type { SocketChannel, Transport } from "./transport.ts";
import { type Signing, toFrames } from "./wire.ts";

/** Everything that leaves the kernel: signs it, names its parent, gives it to the transport. */
export class Publisher {
  readonly #transport: Transport;
  readonly #signing: Signing;
  readonly #session: string = randomUUID();

  constructor(transport: Transport, signing: Signing) {
    this.#transport = transport;
    this.#signing = signing;
  }

  /** To every client: an output, a status. `request` is what it belongs to. */
  publish(
    request: Message | undefined,
    type: string,
    content: Content,
    metadata: Content = {},
    buffers: readonly Uint8Array[] = [],
  ): void {
    const topic = Buffer.from(`kernel.${this.#session}.${type}`);
    this.#transport.send("iopub", this.#frames(type, content, request, [topic], metadata, buffers));
  }

  status(request: Message | undefined, state: "starting" | "busy" | "idle"): void {
    this.publish(request, "status", { execution_state: state });
  }

  /** To a client that has just subscribed. */
  welcome(topic: Uint8Array): void {
    const content = { subscription: Buffer.from(topic).toString("utf8") };
    this.#transport.send("iopub", this.#frames("iopub_welcome", content, undefined, [topic]));
  }

  /** To the client that asked. */
  send(channel: SocketChannel, request: Message, type: string, content: Content): void {
    this.#transport.send(channel, this.#frames(type, content, request, request.identities));
  }

  flush(): Promise<void> {
    return this.#transport.flush();
  }

  #frames(
    type: string,
    content: Content,
    request: Message | undefined,
    identities: readonly Uint8Array[],
    metadata: Content = {},
    buffers: readonly Uint8Array[] = [],
  ): Uint8Array[] {
    const header: Header = {
      msg_id: randomUUID(),
      session: this.#session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    };
    const message: Message = {
      identities,
      header,
      parentHeader: request?.header,
      metadata,
      content,
      buffers,
    };
    return toFrames(message, this.#signing);
  }
}

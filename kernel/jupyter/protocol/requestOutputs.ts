import { OutputCap } from "../../session/outputCap.ts";
import { StreamBuffer } from "../../session/streamBuffer.ts";
import type { Content, Message } from "../shared/message.ts";
import type { Written } from "../shared/textRing.ts";
import type { ToProtocol } from "../shared/threads.ts";
import type { Publisher } from "./publisher.ts";

/** Outputs may name a request long after its reply: a timer's, a widget's. Older ones go without a parent. */
const rememberedRequests = 1000;

/** What requests show, each under its own parent: text joined into few messages, without end cut short. */
export class RequestOutputs {
  readonly #publisher: Publisher;
  readonly #streams: StreamBuffer;
  readonly #cap = new OutputCap();
  readonly #requests = new Map<number, Message>();

  constructor(publisher: Publisher) {
    this.#publisher = publisher;
    this.#streams = new StreamBuffer((ticket, name, text) => this.publish(ticket, "stream", { name, text }));
  }

  /** From now on the ticket stands for the request. */
  remember(ticket: number, request: Message): void {
    this.#requests.set(ticket, request);
    this.#requests.delete(ticket - rememberedRequests);
  }

  request(ticket: number): Message | undefined {
    return this.#requests.get(ticket);
  }

  print({ ticket, name, text }: Written): void {
    if (this.#isSilent(ticket)) return;
    const { text: shown, end } = this.#cap.pass(ticket, text);
    if (shown !== "") this.#streams.write(ticket, name, shown);
    if (end !== undefined) this.#streams.write(ticket, "stderr", end);
  }

  /** Shows an output, unless its request is silent or shows without end. */
  show(output: Extract<ToProtocol, { type: "publish" }>): void {
    const { ticket, messageType, content, metadata, buffers } = output;
    if (this.#isSilent(ticket) && !messageType.startsWith("comm_")) return;
    this.#streams.flush();
    if (messageType === "display_data") {
      const { isShown, end } = this.#cap.passDisplay(ticket);
      if (end !== undefined) this.#streams.write(ticket, "stderr", end);
      if (!isShown) return;
    }
    this.publish(ticket, messageType, content, metadata, buffers);
  }

  /** The kernel's own word on a request, after what the cell has shown; none on a silent one. */
  say(ticket: number, type: "display_data" | "error", content: Content): void {
    this.#streams.flush();
    if (!this.#isSilent(ticket)) this.publish(ticket, type, content);
  }

  publish(
    ticket: number,
    type: string,
    content: Content,
    metadata?: Content,
    buffers?: readonly Uint8Array[],
  ): void {
    this.#publisher.publish(this.#requests.get(ticket), type, content, metadata, buffers);
  }

  /** Sends the text that waits. */
  flush(): void {
    this.#streams.flush();
  }

  #isSilent(ticket: number): boolean {
    return this.#requests.get(ticket)?.content.silent === true;
  }
}

import { Publisher } from "../../../kernel/jupyter/protocol/publisher.ts";
import { fromFrames } from "../../../kernel/jupyter/protocol/wire.ts";
import type { Message } from "../../../kernel/jupyter/shared/message.ts";

/** A publisher without sockets, and the messages that it would have sent. */
export function collectingPublisher(): { readonly publisher: Publisher; readonly sent: Message[] } {
  const sent: Message[] = [];
  const signing = { key: "", hash: "sha256" };
  const transport = {
    listen() {},
    send: (_channel: unknown, frames: readonly Uint8Array[]) => void sent.push(fromFrames(frames, signing)),
    flush: async () => {},
    close: async () => {},
  };
  return { publisher: new Publisher(transport, signing), sent };
}

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Content, Header, Message } from "../shared/message.ts";

const delimiter = Buffer.from("<IDS|MSG>");

/** A message that cannot be trusted or read: it is dropped, as the protocol asks. */
export class WireError extends Error {
  override readonly name = "WireError";
}

/** How messages are signed. An empty key means that they are not. */
export interface Signing {
  readonly key: string;
  /** Hash of the HMAC, such as "sha256". */
  readonly hash: string;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value ?? {}));

function signature(frames: readonly Uint8Array[], { key, hash }: Signing): Buffer {
  if (key === "") return Buffer.alloc(0);
  const hmac = createHmac(hash, key);
  for (const frame of frames) hmac.update(frame);
  return Buffer.from(hmac.digest("hex"));
}

/** Frames of a message: identities, delimiter, signature, four parts in JSON, buffers. */
export function toFrames(message: Message, signing: Signing): Uint8Array[] {
  const parts = [message.header, message.parentHeader, message.metadata, message.content].map(json);
  return [...message.identities, delimiter, signature(parts, signing), ...parts, ...message.buffers];
}

/**
 * Reads the frames of a message.
 *
 * @throws {WireError} if a frame is missing, the signature is wrong, or a part is no JSON object
 */
export function fromFrames(frames: readonly Uint8Array[], signing: Signing): Message {
  const at = frames.findIndex((frame) => delimiter.equals(frame));
  if (at < 0) throw new WireError("the delimiter <IDS|MSG> is missing");
  const [signed, ...rest] = frames.slice(at + 1);
  const parts = rest.slice(0, 4);
  if (signed === undefined || parts.length < 4) throw new WireError(`${frames.length} frames are too few`);
  const expected = signature(parts, signing);
  if (signing.key !== "" && (signed.length !== expected.length || !timingSafeEqual(signed, expected))) {
    throw new WireError("the signature is wrong");
  }
  const [header, parentHeader, metadata, content] = parts.map(parse) as [Content, Content, Content, Content];
  if (typeof header.msg_type !== "string" || typeof header.msg_id !== "string") {
    throw new WireError("the header lacks msg_type or msg_id");
  }
  return {
    identities: frames.slice(0, at),
    header: header as unknown as Header,
    parentHeader: typeof parentHeader.msg_id === "string" ? (parentHeader as unknown as Header) : undefined,
    metadata,
    content,
    buffers: rest.slice(4),
  };
}

function parse(frame: Uint8Array): Content {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(frame).toString("utf8"));
  } catch (cause) {
    throw new WireError("a part is not JSON", { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new WireError("a part is no object");
  return value as Content;
}

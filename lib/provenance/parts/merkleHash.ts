import { sha256 } from "../sha256.ts";

/** Hash of a leaf: SHA-256(0x00 ‖ data). The prefix keeps a leaf from passing for an inner node. */
export function leafHash(data: string | Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(0x00), data);
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(0x01), left, right);
}

/** Refuses what is neither a text nor bytes. `action` completes "Cannot …". */
export function requireLeaf(action: string, name: string, leaf: unknown): void {
  if (typeof leaf !== "string" && !(leaf instanceof Uint8Array)) {
    throw new TypeError(`Cannot ${action}: ${name} must be a text or bytes, got ${String(leaf)}`);
  }
}

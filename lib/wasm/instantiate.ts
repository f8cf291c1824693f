/** What this library calls of WebAssembly: not every engine has it, and a page's policy may forbid it. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports?: object) => { readonly exports: unknown };
}

/** A WebAssembly memory, as far as it is used here. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB; arrays over the former `buffer` are then empty. */
  grow(pages: number): number;
}

/**
 * What a module of ours exports, given its bytes in base 64. Undefined where there is no WebAssembly with lanes of 128
 * bits, or none may be started: each caller then has a plain loop that gives the same bits.
 */
export function instantiate<Exports>(base64: string): Exports | undefined {
  const engine = (globalThis as { WebAssembly?: Engine }).WebAssembly;
  try {
    return engine && (new engine.Instance(new engine.Module(bytesOf(base64))).exports as Exports);
  } catch {
    return undefined;
  }
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes of a text in base 64; written out, since not every place where cells run has `atob`. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [word, bits, at] = [0, 0, 0];
  for (const digit of text) {
    word = (word << 6) | digits.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = word >>> bits;
    at += 1;
  }
  return bytes;
}

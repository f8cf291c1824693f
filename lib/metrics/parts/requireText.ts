import type { Token } from "../../text/token.ts";

/** Refuses a text that is too short or holds anything but strings and finite numbers. `action` completes "Cannot …". */
export function requireText(action: string, name: string, text: ArrayLike<Token>, atLeast: number): void {
  const n = text.length;
  if (!(n >= atLeast)) {
    throw new RangeError(
      `Cannot ${action}: ${name} must hold at least ${atLeast} token${atLeast === 1 ? "" : "s"}, got ${n}`,
    );
  }
  for (let i = 0; i < n; i += 1) {
    if (typeof text[i] !== "string" && !Number.isFinite(text[i])) {
      throw new TypeError(
        `Cannot ${action}: ${name}[${i}] must be a text or a finite number, got ${String(text[i])}`,
      );
    }
  }
}

import { createHash } from "node:crypto";

/**
 * What can be seen of values and of all that they hold, as a short text: another text tells that somebody has changed
 * them. What only a function's own names hold cannot be seen.
 */
export function groundState(values: readonly unknown[]): string {
  const hash = createHash("sha256");
  const numbers = new Map<object, number>();
  const open: unknown[] = [...values].reverse();
  let words = "";
  while (open.length > 0) {
    if (words.length > 1 << 16) {
      hash.update(words);
      words = "";
    }
    const value = open.pop();
    if ((typeof value !== "object" && typeof value !== "function") || value === null) {
      words += `${typeof value} ${Object.is(value, -0) ? "-0" : String(value)}\n`;
      continue;
    }
    const known = numbers.get(value);
    words += `object ${known ?? "new"}\n`;
    if (known !== undefined) continue;
    numbers.set(value, numbers.size);
    const whole = wholeOf(value);
    if (whole !== undefined) {
      hash.update(`${words}${whole.length} at once\n`).update(whole);
      words = "";
      continue;
    }
    if (value instanceof Map) for (const [key, held] of value) open.push(held, key);
    if (value instanceof Set) for (const held of value) open.push(held);
    for (const key of Reflect.ownKeys(value)) {
      if (typeof value === "function" && (key === "prototype" || key === "length" || key === "name"))
        continue;
      words += `${String(key)}\n`;
      open.push(Object.getOwnPropertyDescriptor(value, key)?.value); // a getter is not asked
    }
  }
  return hash.update(words).digest("hex");
}

/** Long lists of numbers or words are taken whole: to look at each would take longer than a test. */
function wholeOf(value: object): Uint8Array | string | undefined {
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (!Array.isArray(value) || value.length <= 16) return undefined;
  if (value.every((each) => typeof each === "number")) return new Uint8Array(Float64Array.from(value).buffer);
  if (value.every((each) => typeof each === "string")) return `${value.length} ${value.join("\0")}`;
  return undefined;
}

import { createHash, type Hash } from "node:crypto";

/**
 * What can be seen of values and of all that they hold, as a short text: another text tells that somebody has changed
 * them. What only a function's own names hold cannot be seen.
 */
export function groundState(values: readonly unknown[]): string {
  const words = new Words();
  const numbers = new Numbers();
  const seen = new Map<object, number>();
  const open: unknown[] = [...values].reverse();
  while (open.length > 0) {
    const value = open.pop();
    if ((typeof value !== "object" && typeof value !== "function") || value === null) {
      words.add(`${typeof value} ${Object.is(value, -0) ? "-0" : String(value)}\n`);
      continue;
    }
    const known = seen.get(value);
    if (known !== undefined) {
      words.add(`object ${known}\n`);
      continue;
    }
    seen.set(value, seen.size);
    // Lists of numbers or words are taken whole: to look at each as at any other value would take longer than a test.
    if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer)
      words.add(`bytes ${numbers.addBytes(new Uint8Array(value))}\n`);
    else if (isShortTyped(value)) words.add(`${value[Symbol.toStringTag]} ${numbers.add(value)}\n`);
    else if (ArrayBuffer.isView(value))
      words.add(
        `bytes ${numbers.addBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}\n`,
      );
    else if (Array.isArray(value) && value.length > 0 && holdsOnly("number", value))
      words.add(`numbers ${numbers.add(value)}\n`);
    else if (Array.isArray(value) && value.length > 16 && holdsOnly("string", value))
      words.add(`words ${value.length} ${value.join("\0")}\n`);
    else {
      words.add("new\n");
      if (value instanceof Map) for (const [key, held] of value) open.push(held, key);
      if (value instanceof Set) for (const held of value) open.push(held);
      for (const key of Reflect.ownKeys(value)) {
        if (typeof value === "function" && (key === "prototype" || key === "length" || key === "name"))
          continue;
        words.add(`${String(key)}\n`);
        open.push(Object.getOwnPropertyDescriptor(value, key)?.value); // a getter is not asked
      }
    }
  }
  return `${words.digest()} ${numbers.digest()}`;
}

/** A hole is of no type. What else a list may carry, under names, is not looked for. */
function holdsOnly(type: "number" | "string", list: readonly unknown[]): boolean {
  for (let place = 0; place < list.length; place += 1) if (typeof list[place] !== type) return false;
  return true;
}

/** One that has no buffer yet, perhaps: to ask for it makes it, and takes ten times as long as to look at the numbers. */
const isShortTyped = (value: object): value is Float64Array =>
  ArrayBuffer.isView(value) &&
  (value as Float64Array).length <= 64 &&
  !(value instanceof BigInt64Array || value instanceof BigUint64Array);

class Words {
  readonly #hash: Hash = createHash("sha256");
  #text = "";

  add(text: string): void {
    this.#text += text;
    if (this.#text.length > 1 << 16) this.#flush();
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest("hex");
  }

  #flush(): void {
    this.#hash.update(this.#text);
    this.#text = "";
  }
}

/** Many small lists are hashed at one go. */
class Numbers {
  readonly #hash: Hash = createHash("sha256");
  readonly #doubles = new Float64Array(1 << 13);
  readonly #bytes = new Uint8Array(this.#doubles.buffer);
  /** In doubles. */
  #length = 0;

  /** @returns how many there are */
  add(list: ArrayLike<number>): number {
    for (let place = 0; place < list.length; place += 1) {
      if (this.#length === this.#doubles.length) this.#flush();
      this.#doubles[this.#length] = list[place]!;
      this.#length += 1;
    }
    return list.length;
  }

  /** @returns how many there are */
  addBytes(bytes: Uint8Array): number {
    const doubles = Math.ceil(bytes.length / 8);
    if (this.#length + doubles > this.#doubles.length) this.#flush();
    if (doubles > 64) {
      this.#flush();
      this.#hash.update(bytes);
    } else {
      this.#doubles[this.#length + doubles - 1] = 0; // what no byte fills
      this.#bytes.set(bytes, 8 * this.#length);
      this.#length += doubles;
    }
    return bytes.length;
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest("hex");
  }

  #flush(): void {
    this.#hash.update(this.#bytes.subarray(0, 8 * this.#length));
    this.#length = 0;
  }
}

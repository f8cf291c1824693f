import { copied } from "./copied.ts";
import { fill, requireValues, unpackValue } from "./fill.ts";
import type { Given } from "./given.ts";
import { mostObjects } from "./mostObjects.ts";
import { unpackNumbers } from "./numbers.ts";
import type { Portable, PortableObject } from "./portable.ts";
import type { SeededStreams } from "./seededStreams.ts";
import { undoOf } from "./undoOf.ts";

/** Once, to make an instance of its class, or once for each item of a list, as the library's `valuesAt` asks. */
export type HowCalled = "call" | "new" | "each";

/** A library's `valuesAt` looks for this. */
const atOnce = Symbol.for("generation-loss.valuesAt");

/** What an unpacker asks of the other side. */
export interface OtherSide {
  /** Calls a function that it has given. */
  call(number: number, how: HowCalled, args: readonly unknown[]): unknown;
  /** Waits for a promise that it has given. */
  settle(number: number): Promise<unknown>;
}

const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

/**
 * Turns what came through a pipe into values. What stayed on the other side is something here that calls through the pipe.
 * Nothing that arrives runs here, or changes anything but itself.
 */
export class Unpacker {
  readonly #given: Given;
  readonly #otherSide: OtherSide;
  readonly #streams: SeededStreams;
  /** What puts back objects of this side that the other has changed, in the order of the changes. */
  readonly #undo: (() => void)[] = [];

  constructor(given: Given, otherSide: OtherSide, streams: SeededStreams) {
    this.#given = given;
    this.#otherSide = otherSide;
    this.#streams = streams;
  }

  /**
   * @param known objects of the call that both sides have; those that come along are added
   * @throws {TypeError} for what is no portable value
   */
  unpack({ objects, values }: Portable, known: object[]): unknown[] {
    this.unpackObjects(objects, known);
    return values.map((value) => unpackValue(value, known));
  }

  unpackObjects(objects: readonly PortableObject[], known: object[]): void {
    const first = known.length;
    if (!Array.isArray(objects) || first + objects.length > mostObjects)
      throw new RangeError(`Cannot carry a value: it must hold at most ${mostObjects} objects`);
    for (const object of objects) known.push(this.#empty(object));
    for (const [index, object] of objects.entries()) fill(known[first + index]!, object, known);
  }

  /**
   * Has objects of this side hold what their copies hold, all or none.
   *
   * @param sent how many of the known ones went along: no other may change
   * @throws {TypeError} for a change that no copy can have seen
   */
  applyChanges(
    changes: readonly (readonly [number, PortableObject])[],
    known: readonly object[],
    sent: number,
  ): void {
    for (const [place, now] of changes) {
      const object = Number.isInteger(place) && place >= 0 && place < sent ? known[place] : undefined;
      const isCopied = object && copied.has(now.kind) && this.#kindOf(object) === now.kind;
      if (!isCopied)
        throw new TypeError(`Cannot carry a change: it must be of a copied object, got ${place}`);
      requireValues(now, known);
    }
    for (const [place, now] of changes) {
      const object = known[place]!;
      this.#undo.push(now.kind === "stream" ? this.#undoMove(object) : undoOf(object));
      if (now.kind === "stream") this.#streams.move(object, now);
      else fill(object, now, known);
    }
  }

  /** Has objects of this side hold what they held before the other side changed any. */
  undoChanges(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }

  #undoMove(stream: object): () => void {
    const before = this.#streams.pack(stream)!;
    return () => this.#streams.move(stream, before);
  }

  /** As what an object would be packed, as far as its kind goes. */
  #kindOf(object: object): PortableObject["kind"] | undefined {
    if (this.#given.theirNumber(object) !== undefined || typeof object === "function") return undefined;
    if (Array.isArray(object)) return "array";
    if (ArrayBuffer.isView(object)) return "numbers";
    if (object instanceof Map) return "map";
    if (object instanceof Set) return "set";
    if (this.#streams.pack(object)) return "stream";
    const above = Object.getPrototypeOf(object) as object | null;
    if (above === null) return "bare";
    return Object.getPrototypeOf(above) === null ? "object" : undefined;
  }

  /** An object that holds nothing yet: others may name it before it is filled. */
  #empty(object: PortableObject): object {
    switch (object.kind) {
      case "array":
        return [];
      case "object":
        return {};
      case "bare":
        return Object.create(null);
      case "map":
        return new Map();
      case "set":
        return new Set();
      case "numbers":
        return unpackNumbers(object.type, object.base64);
      case "date":
        return new Date(unpackValue(object.time, []) as number);
      case "regexp":
        return new RegExp(object.source, object.flags);
      case "stream":
        return this.#streams.unpack(object);
      case "error": {
        const name = requireString(object.name);
        const made = new (Object.hasOwn(errors, name) ? errors[name as keyof typeof errors] : Error)();
        if (made.name !== name)
          Object.defineProperty(made, "name", { value: name, configurable: true, writable: true });
        return made;
      }
      case "yours":
        return this.#given.at(object.number) as object;
      case "function":
        return this.#given.theirs(object.number, () => this.#caller(object));
      case "promise":
        return this.#given.theirs(object.number, () => this.#waiter(object.number));
      case "instance": {
        const { number, name } = object;
        return this.#given.theirs(number, () => Object.create({ constructor: { name } }) as object);
      }
      default:
        throw new TypeError("Cannot carry a value: its kind is none that is known");
    }
  }

  #caller({ number, name, length }: { number: number; name: string; length: number }): object {
    const otherSide = this.#otherSide;
    function caller(this: unknown, ...args: unknown[]): unknown {
      return otherSide.call(number, new.target ? "new" : "call", args);
    }
    Object.defineProperty(caller, "name", { value: String(name), configurable: true });
    Object.defineProperty(caller, "length", { value: Number(length) || 0, configurable: true });
    const each = (...args: unknown[]): unknown => otherSide.call(number, "each", args);
    Object.defineProperty(caller, atOnce, { value: each });
    return caller;
  }

  #waiter(number: number): object {
    const promise = Promise.resolve().then(() => this.#otherSide.settle(number));
    promise.catch(() => {}); // whoever waits for it is told
    return promise;
  }
}

function requireString(text: unknown): string {
  if (typeof text === "string") return text;
  throw new TypeError("Cannot carry a value: a name must be a string");
}

import { fill, requireValues, unpackValue } from "./fill.ts";
import { gettersOf, methodsOf } from "./methodsOf.ts";
import { packNumbers, unpackNumbers } from "./numbers.ts";
import type { Portable, PortableEntry, PortableObject, PortableValue } from "./portable.ts";
import type { SeededStreams } from "./seededStreams.ts";
import { undoOf } from "./undoOf.ts";

/** Once, to make an instance of its class, or once for each item of a list, as the library's `valuesAt` asks. */
export type HowCalled = "call" | "new" | "each";

/** A library's `valuesAt` looks for this. */
const atOnce = Symbol.for("generation-loss.valuesAt");

/** What a carrier asks of the other side. */
export interface OtherSide {
  /** Calls a function that it has given. */
  call(number: number, how: HowCalled, args: readonly unknown[]): unknown;
  /** Waits for a promise that it has given. */
  settle(number: number): Promise<unknown>;
}

/** A message may not hold more objects: what arrives is not to be trusted with memory. */
const mostObjects = 2_000_000;

const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

/**
 * Turns values into what goes through a pipe, and back. Objects go as copies; functions, promises and instances of
 * classes stay where they are, and the other side gets something that calls through the pipe. Nothing that arrives
 * runs here, or changes anything but itself.
 */
export class Carrier {
  readonly #otherSide: OtherSide;
  readonly #streams: SeededStreams;
  /** What the other side may call or wait for, by its number. */
  readonly #given: unknown[] = [];
  readonly #numbers = new Map<unknown, number>();
  /** What the other side has given, by its number there. */
  readonly #theirs = new Map<number, object>();
  readonly #theirNumbers = new WeakMap<object, number>();
  /** What puts back objects of this side that the other has changed, in the order of the changes. */
  readonly #undo: (() => void)[] = [];

  constructor(otherSide: OtherSide, streams: SeededStreams) {
    this.#otherSide = otherSide;
    this.#streams = streams;
  }

  hasGiven(number: number, type: new (...args: never[]) => object): boolean {
    return this.#given[number] instanceof type;
  }

  /** What this side has given under a number. @throws {RangeError} if it has not */
  given(number: number): unknown {
    if (!Number.isInteger(number) || number < 0 || number >= this.#given.length)
      throw new RangeError(`Cannot call a function: its number must be one that was given, got ${number}`);
    return this.#given[number];
  }

  /**
   * @param known objects of the call that both sides have, in their order; those that go along are added
   * @throws {TypeError} for what cannot be carried
   */
  pack(values: readonly unknown[], known: object[]): Portable {
    const places = placesOf(known);
    const first = known.length;
    const packed = values.map((value) => this.#packValue(value, known, places));
    const objects: PortableObject[] = [];
    for (let place = first; place < known.length; place += 1)
      objects.push(this.#packObject(known[place]!, known, places));
    return { objects, values: packed };
  }

  /**
   * Of objects that came with a call, those that hold something else now.
   *
   * @param came what they held as they came
   */
  packChanges(
    came: readonly PortableObject[],
    known: object[],
  ): {
    readonly changes: (readonly [number, PortableObject])[];
    readonly objects: readonly PortableObject[];
  } {
    const places = placesOf(known);
    const first = known.length;
    const changes: [number, PortableObject][] = [];
    for (const [place, before] of came.entries()) {
      if (!copied.has(before.kind)) continue;
      const now = this.#packObject(known[place]!, known, places);
      if (JSON.stringify(now) !== JSON.stringify(before)) changes.push([place, now]);
    }
    const objects: PortableObject[] = [];
    for (let place = first; place < known.length; place += 1)
      objects.push(this.#packObject(known[place]!, known, places));
    return { changes, objects };
  }

  #packValue(value: unknown, known: object[], places: Map<object, number>): PortableValue {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ["number", Object.is(value, -0) ? "-0" : String(value)];
      case "undefined":
        return ["undefined"];
      case "bigint":
        return ["bigint", String(value)];
      case "symbol":
        throw new TypeError("Cannot carry a value: a symbol has a meaning in its own process alone");
      default: {
        if (value === null) return null;
        let place = places.get(value as object);
        if (place === undefined) {
          if (known.length >= mostObjects)
            throw new RangeError(`Cannot carry a value: it must hold fewer than ${mostObjects} objects`);
          place = known.length;
          known.push(value as object);
          places.set(value as object, place);
        }
        return ["object", place];
      }
    }
  }

  #packObject(object: object, known: object[], places: Map<object, number>): PortableObject {
    const packed = (value: unknown): PortableValue => this.#packValue(value, known, places);
    const theirs = this.#theirNumbers.get(object);
    if (theirs !== undefined) return { kind: "yours", number: theirs };
    if (typeof object === "function") {
      const { name, length } = object as { readonly name: unknown; readonly length: unknown };
      return { kind: "function", number: this.#give(object), name: String(name), length: Number(length) };
    }
    if (Array.isArray(object))
      return {
        kind: "array",
        items: Array.from(object, (item, place) => (place in object ? packed(item) : ["hole"])),
      };
    const numbers = packNumbers(object);
    if (numbers) return { kind: "numbers", ...numbers };
    const entries = (names: readonly string[]): PortableEntry[] =>
      names.map((name) => [name, packed((object as Record<string, unknown>)[name])]);
    if (object instanceof Map)
      return { kind: "map", pairs: [...object].map(([key, value]) => [packed(key), packed(value)]) };
    if (object instanceof Set) return { kind: "set", items: [...object].map(packed) };
    if (object instanceof Date) return { kind: "date", time: packed(object.getTime()) };
    if (object instanceof RegExp) return { kind: "regexp", source: object.source, flags: object.flags };
    if (object instanceof Promise) return { kind: "promise", number: this.#give(object) };
    if (object instanceof Error) {
      const own = Object.keys(object).filter((name) => !["name", "message", "stack"].includes(name));
      const names = ["message", ...("cause" in object ? ["cause"] : []), ...own];
      return { kind: "error", name: String(object.name), entries: entries(names) };
    }
    const above = Object.getPrototypeOf(object) as object | null;
    if (above === null) return { kind: "bare", entries: entries(Object.keys(object)) };
    const held = (): PortableEntry[] => [
      ...entries(Object.keys(object)),
      ...methodsOf(object).map(([key, method]): PortableEntry => [key, packed(method)]),
    ];
    if (Object.getPrototypeOf(above) === null) return { kind: "object", entries: held() };
    const stream = this.#streams.pack(object);
    if (stream) return stream;
    const name = String((object as { constructor?: { name?: unknown } }).constructor?.name);
    const number = this.#give(object);
    const got = gettersOf(object).map(([key, value]): PortableEntry => [key, packed(value)]);
    return { kind: "instance", number, name, entries: [...held(), ...got] };
  }

  #give(value: unknown): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#given.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
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
    if (this.#theirNumbers.has(object) || typeof object === "function") return undefined;
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
        return this.given(object.number) as object;
      case "function":
        return this.#known(object.number, () => this.#caller(object));
      case "promise":
        return this.#known(object.number, () => this.#waiter(object.number));
      case "instance": {
        const { number, name } = object;
        return this.#known(number, () => Object.create({ constructor: { name } }) as object);
      }
      default:
        throw new TypeError("Cannot carry a value: its kind is none that is known");
    }
  }

  #known(number: number, make: () => object): object {
    let found = this.#theirs.get(number);
    if (!found) {
      found = make();
      this.#theirs.set(number, found);
      this.#theirNumbers.set(found, number);
    }
    return found;
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

/** Kinds that go as copies: what a call changes in them is carried back. */
const copied: ReadonlySet<string> = new Set(["array", "object", "bare", "map", "set", "numbers", "stream"]);

function requireString(text: unknown): string {
  if (typeof text === "string") return text;
  throw new TypeError("Cannot carry a value: a name must be a string");
}

const placesOf = (known: readonly object[]): Map<object, number> =>
  new Map(known.map((object, place) => [object, place]));

import { packNumbers, unpackNumbers } from "./numbers.ts";
import type { Portable, PortableEntry, PortableObject, PortableValue } from "./portable.ts";
import type { SeededStreams } from "./seededStreams.ts";

/** What a carrier asks of the other side. */
export interface OtherSide {
  /** Calls a function that it has given, or makes an instance of a class. */
  call(number: number, how: "call" | "new", args: readonly unknown[]): unknown;
  /** Waits for a promise that it has given. */
  settle(number: number): unknown;
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

  constructor(otherSide: OtherSide, streams: SeededStreams) {
    this.#otherSide = otherSide;
    this.#streams = streams;
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
    if (Object.getPrototypeOf(above) === null)
      return { kind: "object", entries: entries(Object.keys(object)) };
    const stream = this.#streams.pack(object);
    if (stream) return stream;
    const name = String((object as { constructor?: { name?: unknown } }).constructor?.name);
    const number = this.#give(object);
    const methods = methodsOf(object).map(([key, method]): PortableEntry => [key, packed(method)]);
    return { kind: "instance", number, name, entries: [...entries(Object.keys(object)), ...methods] };
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
    for (const object of objects) known.push(this.#empty(object));
    for (const [index, object] of objects.entries()) fill(known[first + index]!, object, known);
  }

  /** Has objects of this side hold what their copies hold. */
  applyChanges(changes: readonly (readonly [number, PortableObject])[], known: readonly object[]): void {
    for (const [place, now] of changes) {
      const object = known[place];
      if (object === undefined) throw new TypeError(`Cannot carry a value: there is no object ${place}`);
      if (now.kind === "stream") this.#streams.move(object, now);
      else fill(object, now, known);
    }
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
        const { name } = object;
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

const placesOf = (known: readonly object[]): Map<object, number> =>
  new Map(known.map((object, place) => [object, place]));

const bound = new WeakMap<object, Map<string, unknown>>();

/** The methods of a class and of those that it extends, bound to the instance; `@@iterator` for the well-known one. */
function methodsOf(instance: object): [string, unknown][] {
  let known = bound.get(instance);
  if (known) return [...known];
  known = new Map();
  for (
    let above = Object.getPrototypeOf(instance) as object | null;
    above !== null && Object.getPrototypeOf(above) !== null;
    above = Object.getPrototypeOf(above) as object | null
  )
    for (const [key, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(above))) {
      if (key === "constructor" || known.has(key) || Object.hasOwn(instance, key)) continue;
      if (typeof value === "function") known.set(key, value.bind(instance));
      else if (get) known.set(key, get.call(instance));
    }
  const iterate = (instance as { [Symbol.iterator]?: unknown })[Symbol.iterator];
  if (typeof iterate === "function") known.set("@@iterator", iterate.bind(instance));
  bound.set(instance, known);
  return [...known];
}

function unpackValue(value: PortableValue, known: readonly object[]): unknown {
  if (!Array.isArray(value)) {
    if (typeof value === "object" && value !== null)
      throw new TypeError("Cannot carry a value: it is no value");
    return value;
  }
  const [kind, rest] = value as readonly [string, unknown];
  if (kind === "undefined" || kind === "hole") return undefined;
  if (kind === "number") return Number(rest);
  if (kind === "bigint") return BigInt(String(rest));
  const object = kind === "object" ? known[rest as number] : undefined;
  if (object === undefined) throw new TypeError("Cannot carry a value: it is no value");
  return object;
}

/** Has an object hold what the other side's holds. */
function fill(target: object, from: PortableObject, known: readonly object[]): void {
  const unpacked = (value: PortableValue): unknown => unpackValue(value, known);
  switch (from.kind) {
    case "array": {
      const array = target as unknown[];
      array.length = from.items.length;
      for (const [place, item] of from.items.entries()) {
        if (Array.isArray(item) && item[0] === "hole") delete array[place];
        else array[place] = unpacked(item);
      }
      return;
    }
    case "map":
      (target as Map<unknown, unknown>).clear();
      for (const [key, value] of from.pairs)
        (target as Map<unknown, unknown>).set(unpacked(key), unpacked(value));
      return;
    case "set":
      (target as Set<unknown>).clear();
      for (const item of from.items) (target as Set<unknown>).add(unpacked(item));
      return;
    case "numbers": {
      const [now, then] = [unpackNumbers(from.type, from.base64), target as Uint8Array];
      if (now.byteLength === then.byteLength) then.set(now as Uint8Array);
      return;
    }
    case "object":
    case "bare":
      for (const key of Object.keys(target)) delete (target as Record<string, unknown>)[key];
      define(target, from.entries, unpacked, true);
      return;
    case "instance":
      define(target, from.entries, unpacked, true);
      return;
    case "error":
      define(target, from.entries, unpacked, false);
  }
}

/** Sets own properties, whatever their names: `__proto__` is one like the others. */
function define(
  target: object,
  entries: readonly PortableEntry[],
  unpacked: (value: PortableValue) => unknown,
  enumerable: boolean,
): void {
  for (const [key, value] of entries) {
    const name = key === "@@iterator" ? Symbol.iterator : String(key);
    const isMethod = typeof name === "symbol";
    Object.defineProperty(target, name, {
      value: unpacked(value),
      configurable: true,
      writable: true,
      enumerable: enumerable && !isMethod,
    });
  }
}

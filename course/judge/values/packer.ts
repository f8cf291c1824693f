import { copied } from "./copied.ts";
import type { Given } from "./given.ts";
import { gettersOf, methodsOf } from "./methodsOf.ts";
import { mostObjects } from "./mostObjects.ts";
import { packDoubles, packNumbers } from "./numbers.ts";
import type { Portable, PortableEntry, PortableObject, PortableValue } from "./portable.ts";
import type { SeededStreams } from "./seededStreams.ts";

/**
 * Turns values into what goes through a pipe. Objects go as copies; functions, promises and instances of classes stay where
 * they are, under a number.
 */
export class Packer {
  readonly #given: Given;
  readonly #streams: SeededStreams;

  constructor(given: Given, streams: SeededStreams) {
    this.#given = given;
    this.#streams = streams;
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
      if (!isSame(now, before)) changes.push([place, now]);
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
    const theirs = this.#given.theirNumber(object);
    if (theirs !== undefined) return { kind: "yours", number: theirs };
    if (typeof object === "function") {
      const { name, length } = object as { readonly name: unknown; readonly length: unknown };
      return {
        kind: "function",
        number: this.#given.give(object),
        name: String(name),
        length: Number(length),
      };
    }
    if (Array.isArray(object))
      return {
        kind: "array",
        items:
          packDoubles(object) ??
          Array.from(object, (item, place) => (place in object ? packed(item) : ["hole"])),
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
    if (object instanceof Promise) return { kind: "promise", number: this.#given.give(object) };
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
    const number = this.#given.give(object);
    const got = gettersOf(object).map(([key, value]): PortableEntry => [key, packed(value)]);
    return { kind: "instance", number, name, entries: [...held(), ...got] };
  }
}

/** Long lists of numbers are compared as they are: to write them again as JSON would take longer than to carry them. */
function isSame(now: PortableObject, before: PortableObject): boolean {
  if (now.kind === "array" && before.kind === "array" && typeof now.items === "string")
    return now.items === before.items;
  if (now.kind === "numbers" && before.kind === "numbers")
    return now.type === before.type && now.base64 === before.base64;
  return isAlike(now, before);
}

/** Whether JSON would be the same. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null)
    return Object.is(one, other);
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, place) => isAlike(each, other[place]))
    );
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) =>
      isAlike((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}

const placesOf = (known: readonly object[]): Map<object, number> =>
  new Map(known.map((object, place) => [object, place]));

import { wellKnown } from "./methodsOf.ts";
import { unpackDoubles, unpackNumbers } from "./numbers.ts";
import type { PortableEntry, PortableObject, PortableValue } from "./portable.ts";

/**
 * The value that stands for one in a message.
 *
 * @param known the objects that it may name
 * @throws {TypeError} for what is none
 */
export function unpackValue(value: PortableValue, known: readonly object[]): unknown {
  if (!Array.isArray(value)) {
    if (typeof value === "object" && value !== null)
      throw new TypeError("Cannot carry a value: it is no value");
    return value;
  }
  const [kind, rest] = value as readonly [string, unknown];
  if (kind === "undefined" || kind === "hole") return undefined;
  if (kind === "number") return Number(rest);
  if (kind === "bigint") return BigInt(String(rest));
  const isPlace = kind === "object" && Number.isInteger(rest) && Object.hasOwn(known, rest as number);
  const object = isPlace ? known[rest as number] : undefined;
  if (object === undefined) throw new TypeError("Cannot carry a value: it is no value");
  return object;
}

/** @throws {TypeError} unless all that an object would hold are values */
export function requireValues(from: PortableObject, known: readonly object[]): void {
  const values =
    from.kind === "map"
      ? from.pairs.flat()
      : "items" in from
        ? typeof from.items === "string"
          ? Array.from(unpackDoubles(from.items))
          : from.items
        : "entries" in from
          ? from.entries.map(([, value]) => value)
          : [];
  for (const value of values) unpackValue(value, known);
  if (from.kind === "numbers") unpackNumbers(from.type, from.base64);
}

/** Has an object hold what the other side's holds. */
export function fill(target: object, from: PortableObject, known: readonly object[]): void {
  const unpacked = (value: PortableValue): unknown => unpackValue(value, known);
  switch (from.kind) {
    case "array": {
      const array = target as unknown[];
      if (typeof from.items === "string") {
        const doubles = unpackDoubles(from.items);
        array.length = doubles.length;
        for (let place = 0; place < doubles.length; place += 1) array[place] = doubles[place];
        return;
      }
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
      for (const key in target)
        if (Object.hasOwn(target, key)) delete (target as Record<string, unknown>)[key];
      define(target, from.entries, unpacked, true);
      return;
    case "instance":
      define(target, from.entries, unpacked, true);
      return;
    case "error":
      define(
        target,
        from.entries.filter(([key]) => key !== "stack"),
        unpacked,
        false,
      );
      // Who tells of an error calls nothing of the other side's.
      for (const key of ["name", "message"] as const)
        if (typeof (target as Error)[key] !== "string") Object.defineProperty(target, key, { value: "" });
  }
}

/** What it has, every object inherits: to set that might do something else. */
const emptyObject = {};

/** Sets own properties, whatever their names: `__proto__` is one like the others. */
function define(
  target: object,
  entries: readonly PortableEntry[],
  unpacked: (value: PortableValue) => unknown,
  enumerable: boolean,
): void {
  for (const [key, value] of entries) {
    if (enumerable && !(key in emptyObject) && !Object.hasOwn(wellKnown, key)) {
      (target as Record<string, unknown>)[key] = unpacked(value); // five times as fast
      continue;
    }
    const name = Object.hasOwn(wellKnown, key) ? (wellKnown[key] as symbol) : String(key);
    const isMethod = typeof name === "symbol";
    Object.defineProperty(target, name, {
      value: unpacked(value),
      configurable: true,
      writable: true,
      enumerable: enumerable && !isMethod,
    });
  }
  const own = (name: string): unknown =>
    Object.hasOwn(target, name) ? (target as Record<string, unknown>)[name] : undefined;
  const [value, words] = [own("valueOf"), own("toString")];
  if (typeof value !== "function" && typeof words !== "function") return;
  Object.defineProperty(target, Symbol.toPrimitive, {
    configurable: true,
    // A comparison must not ask the other side what an object is worth just now.
    value: (hint: string): unknown => {
      if (typeof words === "function" && (hint === "string" || (hint === "default" && value === undefined)))
        return String(words());
      throw new TypeError("Cannot use an object as a number: compare what its valueOf() gives");
    },
  });
}

/** Kinds of arrays of numbers, by name. */
const types = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

/** The name of its type and its bytes in base64; undefined for anything but an array of numbers. */
export function packNumbers(value: object): { readonly type: string; readonly base64: string } | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  const type = (value as Uint8Array)[Symbol.toStringTag] as unknown;
  if (typeof type !== "string" || !Object.hasOwn(types, type)) return undefined;
  return { type, base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") };
}

/** @throws {TypeError} for a type that is none of these, and bytes that do not fill it */
export function unpackNumbers(type: string, base64: string): ArrayBufferView {
  if (!Object.hasOwn(types, type))
    throw new TypeError(`Cannot carry a value: ${type} is no array of numbers`);
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  return new types[type as keyof typeof types](bytes.buffer);
}

/** Fewer numbers are as short in words. */
const fewest = 16;

/** The bytes in base64 of a longer list that holds numbers and nothing else; undefined for any other. */
export function packDoubles(list: readonly unknown[]): string | undefined {
  if (list.length < fewest) return undefined;
  const doubles = new Float64Array(list.length);
  for (let place = 0; place < list.length; place += 1) {
    const value = list[place];
    if (typeof value !== "number") return undefined; // a hole is none, too
    doubles[place] = value;
  }
  return Buffer.from(doubles.buffer).toString("base64");
}

/** @throws {TypeError} for bytes that are no whole numbers of eight */
export function unpackDoubles(base64: string): Float64Array {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  if (bytes.length % 8 !== 0) throw new TypeError("Cannot carry a value: a number has eight bytes");
  return new Float64Array(bytes.buffer);
}

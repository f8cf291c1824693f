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
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new types[type as keyof typeof types](bytes.buffer);
}

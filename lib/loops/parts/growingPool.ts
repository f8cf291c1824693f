import { concatenate } from "./items.ts";

/** Buffers and arrays that were made here, with room at the end: nobody else's are written to. */
const own = new WeakSet<object>();

/** What typed arrays have in common. */
type Typed<Batch> = Batch & {
  readonly buffer: ArrayBuffer;
  readonly byteLength: number;
  readonly BYTES_PER_ELEMENT: number;
  set(from: Batch, at: number): void;
};

/**
 * A pool with more items at its end. Made here, it has room for as many again, and takes them without a copy of what it
 * holds; so a pool that grows by as much t times costs t steps, not t². The pool that was given is used up.
 */
export function grown<Batch extends ArrayLike<unknown>>(pool: Batch, more: Batch): Batch {
  if (Array.isArray(pool)) {
    const array: unknown[] = own.has(pool) ? pool : Array.from(pool);
    own.add(array);
    for (let i = 0; i < more.length; i += 1) array.push(more[i]);
    return array as unknown as Batch;
  }
  if ("concat" in pool || !ArrayBuffer.isView(pool)) return concatenate(pool, more);
  const length = pool.length + more.length;
  const made = pool.constructor as new (buffer: ArrayBuffer, from: number, length: number) => Typed<Batch>;
  let { buffer, BYTES_PER_ELEMENT: bytes } = pool as unknown as Typed<Batch>;
  if (!own.has(buffer) || buffer.byteLength < length * bytes) {
    buffer = new ArrayBuffer(2 * length * bytes);
    own.add(buffer);
    new made(buffer, 0, pool.length).set(pool, 0);
  }
  const whole = new made(buffer, 0, length);
  whole.set(more, pool.length);
  return whole;
}

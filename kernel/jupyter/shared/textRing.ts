/** A piece of what a cell has written. */
export interface Written {
  readonly ticket: number;
  readonly name: "stdout" | "stderr";
  readonly text: string;
}

/** A power of two, so that positions may run over 2³² and still find their place. */
const size = 1 << 20;
const mostPiece = 1 << 16;
const headBytes = 12;
/** Indices of the counters before the bytes. */
const [written, read, announced, counters] = [0, 1, 2, 4];

/**
 * Text on its way from the cells' thread to the protocol thread, in shared memory: the reader sees it while a
 * cell keeps its thread busy, ten thousand lines cost no messages, and a flood waits for its reader instead
 * of filling the memory. One thread writes, one reads.
 */
export class TextRing {
  static readonly byteLength: number = counters * Int32Array.BYTES_PER_ELEMENT + size;
  readonly #counters: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #piece = Buffer.alloc(headBytes + mostPiece);
  readonly #encoder = new TextEncoder();

  constructor(memory: SharedArrayBuffer) {
    this.#counters = new Int32Array(memory, 0, counters);
    this.#bytes = new Uint8Array(memory, counters * Int32Array.BYTES_PER_ELEMENT, size);
  }

  /** Where the writer stands: what is written up to here comes before a message that is sent now. */
  get position(): number {
    return Atomics.load(this.#counters, written);
  }

  /**
   * Writes a text, and waits for room if the reader is behind.
   *
   * @param announce called when the reader has nothing to read yet and must be told
   * @param isDropped asked while there is no room; true gives the rest up
   */
  write({ ticket, name, text }: Written, announce: () => void, isDropped: () => boolean): void {
    let rest = text;
    do {
      const { read: taken, written: length } = this.#encoder.encodeInto(
        rest.slice(0, mostPiece + 1), // one more, so that no pair is cut apart
        this.#piece.subarray(headBytes),
      );
      this.#piece.writeUInt32LE(ticket, 0);
      this.#piece.writeUInt32LE(name === "stdout" ? 1 : 2, 4);
      this.#piece.writeUInt32LE(length, 8);
      if (!this.#put(this.#piece.subarray(0, headBytes + length), isDropped)) return;
      if (Atomics.exchange(this.#counters, announced, 1) === 0) announce();
      rest = rest.slice(taken);
    } while (rest !== "");
  }

  /** The reader's view of the position: what is written beyond it is announced anew. */
  look(): number {
    Atomics.store(this.#counters, announced, 0);
    return this.position;
  }

  /** Takes what is written, up to a position. */
  *read(upTo: number): Generator<Written> {
    for (;;) {
      const at = Atomics.load(this.#counters, read);
      if (((upTo - at) | 0) <= 0) return;
      const head = this.#take(at, headBytes);
      const length = head.readUInt32LE(8);
      const text = this.#take(at + headBytes, length).toString("utf8");
      Atomics.store(this.#counters, read, (at + headBytes + length) | 0);
      Atomics.notify(this.#counters, read);
      yield { ticket: head.readUInt32LE(0), name: head.readUInt32LE(4) === 1 ? "stdout" : "stderr", text };
    }
  }

  #put(piece: Uint8Array, isDropped: () => boolean): boolean {
    const at = Atomics.load(this.#counters, written);
    for (;;) {
      const taken = Atomics.load(this.#counters, read);
      if (((at - taken) | 0) + piece.length <= size) break;
      if (isDropped()) return false;
      Atomics.wait(this.#counters, read, taken, 20);
    }
    const place = at & (size - 1);
    const first = Math.min(piece.length, size - place);
    this.#bytes.set(piece.subarray(0, first), place);
    this.#bytes.set(piece.subarray(first), 0);
    Atomics.store(this.#counters, written, (at + piece.length) | 0);
    return true;
  }

  #take(at: number, length: number): Buffer {
    const place = at & (size - 1);
    const first = Math.min(length, size - place);
    const taken = Buffer.allocUnsafe(length);
    taken.set(this.#bytes.subarray(place, place + first), 0);
    taken.set(this.#bytes.subarray(0, length - first), first);
    return taken;
  }
}

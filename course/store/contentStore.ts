import { createHash, type Hash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { partIn, sweepParts } from "../../kernel/files/parts.ts";

/** What the store says of bytes that it keeps. */
export interface Stored {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Bytes by their SHA-256, each in a file that its owner alone can read. A file is there whole or not at all, and is
 * never written again.
 */
export class ContentStore {
  readonly #folder: string;
  #isOpen = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Keeps what a stream gives, a piece at a time: it may be larger than the memory.
   *
   * @param most bytes after which the stream is given up
   * @throws {RangeError} if there are more bytes; then none is kept
   */
  async keep(
    stream: Readable | AsyncIterable<Uint8Array>,
    most: number = Number.POSITIVE_INFINITY,
  ): Promise<Stored> {
    this.#open();
    const part = partIn(this.#folder);
    const hash: Hash = createHash("sha256");
    let bytes = 0;
    try {
      await using file = await open(part, "wx", 0o600);
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
        if (bytes > most) throw new RangeError(`it is larger than ${most} bytes`);
        hash.update(piece);
        await file.write(piece);
      }
      const sha256 = hash.digest("hex");
      const path = this.pathOf(sha256);
      if (!existsSync(path)) {
        fsyncSync(file.fd); // on the disk before the gradebook speaks of it
        renameSync(part, path);
      }
      return { sha256, bytes };
    } finally {
      rmSync(part, { force: true });
    }
  }

  /** Only who writes touches the folder: who reads it may sit at another machine. */
  #open(): void {
    if (this.#isOpen) return;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    sweepParts(this.#folder); // once: a store holds thousands of files
    this.#isOpen = true;
  }

  pathOf(sha256: string): string {
    if (!/^[\da-f]{64}$/.test(sha256))
      throw new TypeError(`Cannot find stored bytes: sha256 must be 64 hex digits, got ${sha256}`);
    return join(this.#folder, sha256);
  }

  read(sha256: string): Buffer {
    return readFileSync(this.pathOf(sha256));
  }

  stream(sha256: string): Readable {
    return createReadStream(this.pathOf(sha256));
  }
}

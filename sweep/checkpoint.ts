import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { Refusal } from "../kernel/refusal.ts";
import type { KeptPart, KeptRuns } from "./runSweep.ts";

/** What a checkpoint is of. Runs of another sweep, or cut otherwise, do not fit. */
export interface CheckpointHead {
  /** Digest of the sweep and of all code that its numbers come from. */
  readonly sweep: string;
  readonly runsPerJob: number;
}

/** How often what was written is made to reach the disk. */
const syncMs = 2000;

/**
 * The runs of a sweep in a file: a line for what it is of, then a line for each part, each with its check sum. A part is
 * written once and never changed, so a kill can only cut the last line, which is then done again.
 */
export class Checkpoint implements KeptRuns, Disposable {
  readonly path: string;
  readonly head: CheckpointHead;
  /** Lines that were damaged and are to be computed anew. */
  readonly lost: number;
  readonly #descriptor: number;
  readonly #parts: readonly KeptPart[];
  #lastSync = 0;

  /**
   * Opens the file, which is made if there is none.
   *
   * @param wanted what it is to be of; `runsPerJob` is taken from the file if it is there
   * @param mend whether a damaged line is done again instead of refused
   * @throws {Refusal} (exit code 2) if it is of another sweep, damaged, or cannot be written
   */
  constructor(path: string, wanted: CheckpointHead, mend = false) {
    this.path = path;
    let text = "";
    try {
      this.#descriptor = openSync(path, "a+", 0o666);
      text = readFileSync(this.#descriptor, "utf8");
    } catch (cause) {
      throw new Refusal(`Cannot keep runs in ${path}: ${(cause as Error).message}`, 2, { cause });
    }
    try {
      const whole = text.slice(0, text.lastIndexOf("\n") + 1);
      if (whole.length < text.length) ftruncateSync(this.#descriptor, Buffer.byteLength(whole));
      const [first, ...rest] = whole === "" ? [] : whole.slice(0, -1).split("\n");
      this.head = first === undefined ? this.#begin(wanted) : this.#fitting(first, wanted);
      const parts = rest.map((line, i) => ({ part: partOf(line), number: i + 2 }));
      const damaged = parts.filter(({ part }) => part === undefined).map(({ number }) => number);
      if (damaged.length > 0 && !mend)
        throw new Refusal(
          `Cannot go on from ${path}: line ${damaged[0]}${damaged.length > 1 ? ` and ${damaged.length - 1} more` : ""} must be as it was written, and is damaged\n  Try   --mend   which keeps all other lines, and runs what is lost once more`,
          2,
        );
      this.lost = damaged.length;
      this.#parts = parts.flatMap(({ part }) => part ?? []);
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
  }

  parts(): readonly KeptPart[] {
    return this.#parts;
  }

  /** @throws {Refusal} (exit code 2) if it cannot be written, as on a full disk: what is there stays good */
  keep(part: KeptPart): void {
    this.#write(sealed(JSON.stringify(part)));
    if (performance.now() - this.#lastSync < syncMs) return;
    fdatasyncSync(this.#descriptor);
    this.#lastSync = performance.now();
  }

  [Symbol.dispose](): void {
    fdatasyncSync(this.#descriptor);
    closeSync(this.#descriptor);
  }

  #begin(head: CheckpointHead): CheckpointHead {
    this.#write(sealed(JSON.stringify({ kind: "genloss-sweep-runs", format: 1, ...head })));
    return head;
  }

  #fitting(line: string, wanted: CheckpointHead): CheckpointHead {
    const refuse = (got: string): never => {
      throw new Refusal(
        `Cannot go on from ${this.path}: it must hold runs of this sweep, ${got}\n  Try   -o ANOTHER-FOLDER   or remove this one`,
        2,
      );
    };
    const found = opened<{ kind: string; format: number } & CheckpointHead>(line);
    if (found?.kind !== "genloss-sweep-runs" || found.format !== 1)
      return refuse("and is no such file, or its first line is damaged");
    if (found.sweep !== wanted.sweep)
      return refuse("and holds runs of another, or of this one before it or the code under it changed");
    return { sweep: found.sweep, runsPerJob: found.runsPerJob };
  }

  #write(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    try {
      for (let place = 0; place < bytes.length; ) place += writeSync(this.#descriptor, bytes, place);
    } catch (cause) {
      throw new Refusal(
        `Cannot keep runs in ${this.path}: ${(cause as Error).message}\n  What was kept before is good: make room, and the same command goes on`,
        2,
        { cause },
      );
    }
  }
}

/** A line with its check sum. */
const sealed = (json: string): string => `${crc32(json).toString(16).padStart(8, "0")} ${json}`;

function opened<T>(line: string): T | undefined {
  const json = line.slice(9);
  if (sealed(json) !== line) return undefined;
  return JSON.parse(json) as T;
}

const partOf = (line: string): KeptPart | undefined => opened<KeptPart>(line);

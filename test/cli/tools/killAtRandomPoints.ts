import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seeded } from "../../../lib/random/seeded.ts";

const hook = fileURLToPath(new URL("killHookEntry.ts", import.meta.url));

/** A program that writes, and what must hold of the folder that it writes in. */
export interface Writer {
  /** Makes the folder as the program finds it. */
  readonly prepare: (folder: string) => void | Promise<void>;
  /** What Node is started with, in that folder. */
  readonly args: (folder: string) => readonly string[];
  readonly env?: (folder: string) => Readonly<Record<string, string>>;
  /** After a kill: is everything there that was there? */
  readonly check: (folder: string) => void;
  /** The same command again, to its end. */
  readonly again: (folder: string) => unknown;
  /** Did it do all of its work, and leave nothing else? */
  readonly finished: (folder: string) => void;
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly words: string;
}

async function start(writer: Writer, folder: string, orders: object, compiled: string): Promise<Ended> {
  const child = spawn(process.execPath, ["--no-warnings", "--import", hook, ...writer.args(folder)], {
    cwd: folder,
    env: {
      ...process.env,
      ...writer.env?.(folder),
      NODE_COMPILE_CACHE: compiled, // twenty starts of one program
      GENLOSS_TEST_KILL: JSON.stringify({ under: folder, ...orders }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      words += text;
    });
  }
  const [status, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { status, signal, words };
}

/**
 * Kills a program at random points of its writing, drawn with a seed from all calls that write: before the call, or
 * with part of it done. After each kill nothing may be lost, and the same command must end the work.
 */
export async function killAtRandomPoints(writer: Writer, points: number, seed: number): Promise<void> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "genloss-kill-")));
  const compiled = join(place, "compiled");
  const fresh = async (name: string): Promise<string> => {
    const folder = mkdtempSync(join(place, `${name}-`));
    await writer.prepare(folder);
    return folder;
  };
  try {
    const whole = await fresh("whole");
    const log = join(place, "calls");
    const { status, words } = await start(writer, whole, { log }, compiled);
    assert.equal(status, 0, words);
    writer.finished(whole);
    const calls = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
    assert.ok(calls.length > 1, "the program writes");

    const rng = seeded(seed);
    const drawn = Array.from({ length: points }, () => ({
      at: Math.floor(rng.next() * calls.length),
      done: rng.next(),
    }));
    const one = async (order: { at: number; done: number }): Promise<void> => {
      const where = `killed at ${JSON.stringify(order)}, ${calls[order.at]?.replace(whole, "")}`;
      const folder = await fresh("killed");
      const ended = await start(writer, folder, order, compiled);
      assert.equal(ended.signal, "SIGKILL", `${where}: ${ended.words}`);
      try {
        writer.check(folder);
        await writer.again(folder);
        writer.finished(folder);
      } catch (cause) {
        throw new Error(where, { cause });
      }
    };
    const queue = [...drawn];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) await one(next);
    };
    await Promise.all([work(), work()]);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

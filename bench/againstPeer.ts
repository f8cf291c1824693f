import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { middle } from "./middle.ts";
import type { Row } from "./run.ts";

/** Work of ours, and the name of the same work in a Python script that ends in `serve(lines)`, of lib/peer.py. */
export interface Line {
  readonly name: string;
  readonly twin: string;
  run(): unknown;
}

const rounds = Number(process.env.GENLOSS_BENCH_ROUNDS ?? 9);

/** Processor time that each side spends in a round, at least, in seconds. */
const perRound = 0.15;

/**
 * Each line beside its twin, in one run: round by round ours, then theirs, in processor time of all threads, so that other
 * work on the machine counts for little and falls on both. A row is the median of the rounds' ratios, with the least and
 * the greatest. Theirs has one thread: what it calls is told so.
 *
 * @param script the peer's; undefined where there is no Python for it
 * @param input a line that the script reads first
 */
export async function againstPeer(
  lines: readonly Line[],
  python: string | undefined,
  script: string,
  args: readonly (string | number)[] = [],
  input?: string,
): Promise<Row[]> {
  if (python === undefined) {
    return lines.map(({ name, run }) => {
      oursSeconds(run, perRound);
      return {
        name,
        value: 1000 * oursSeconds(run, perRound),
        unit: "ms",
        note: "not compared: no such Python",
      };
    });
  }
  const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const child = spawn(python, [script, ...args.map(String)], {
    env: { ...process.env, ...one },
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    if (input !== undefined) child.stdin.write(`${input}\n`);
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const theirSeconds = async (twin: string): Promise<number> => {
      child.stdin.write(`${twin}\t${perRound}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${script} has ended before it answered ${twin}`);
      return Number(value);
    };
    const rows: Row[] = [];
    for (const { name, twin, run } of lines) {
      oursSeconds(run, 4 * perRound); // compiled before it is measured
      await theirSeconds(twin);
      const measured: { ours: number; theirs: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        measured.push({ ours: oursSeconds(run, perRound), theirs: await theirSeconds(twin) });
      }
      const ratios = measured.map(({ ours, theirs }) => theirs / ours).sort((a, b) => a - b);
      const ms = (side: "ours" | "theirs") =>
        middle(measured.map((each) => 1000 * each[side])).toPrecision(3);
      rows.push({
        name,
        value: middle(ratios),
        unit: "× theirs",
        note: `[${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)}] in ${rounds} rounds; ours ${ms("ours")} ms, theirs ${ms("theirs")} ms`,
      });
    }
    return rows;
  } finally {
    child.stdin.end();
    child.kill();
  }
}

/** Processor time of one run: the mean of as many as take the given time together. */
function oursSeconds(run: () => unknown, atLeast: number): number {
  const started = process.cpuUsage();
  for (let runs = 1; ; runs += 1) {
    run();
    const { user, system } = process.cpuUsage(started);
    const spent = (user + system) / 1e6;
    if (spent >= atLeast) return spent / runs;
  }
}

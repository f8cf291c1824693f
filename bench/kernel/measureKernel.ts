import type { KernelClient } from "../../kernel/jupyter/install/client.ts";
import { pause, run, start, timed } from "./askKernel.ts";
import type { Dialect } from "./dialects.ts";
import { measureFlood, measureImports, measureInterrupt, type Note } from "./kernelTrials.ts";
import { memoryOf } from "./memoryOf.ts";
import type { Peer } from "./peers.ts";

/** What was measured: values to take the median of, or words that say why there is none. */
export type Measures = Map<string, (number | string)[]>;

/** All lines of the table, in order, with their units. */
export const measured: Readonly<Record<string, "ms" | "MiB">> = {
  "launch to kernel_info": "ms",
  "launch to first result": "ms",
  "notebook: 1+1, the same text": "ms",
  "notebook: an expression, another each time": "ms",
  "notebook: a declaring cell, 1–20": "ms",
  "notebook: a declaring cell, 81–100": "ms",
  "program: 1+1, the same text": "ms",
  "program: an expression, another each time": "ms",
  "program: a declaring cell, 101–120": "ms",
  "program: a declaring cell, 181–200": "ms",
  "complete, after 200 declaring cells": "ms",
  "inspect, after 200 declaring cells": "ms",
  "import typescript": "ms",
  "import typescript, again": "ms",
  "import vega-lite 6": "ms",
  "import vega-lite 6, again": "ms",
  "interrupt of while (true) {}": "ms",
  "100 000 lines": "ms",
  "memory with types": "MiB",
  "memory after 400 cells": "MiB",
  "memory, nothing asked for a while": "MiB",
  shutdown: "ms",
};

/** A kernel that has its turn, and where its numbers go. */
interface Turn {
  readonly peer: Peer;
  readonly note: Note;
}

interface Open extends Turn {
  readonly kernel: KernelClient;
}

/** One part of a round. */
type Stage = (turns: readonly Turn[], cwd: string) => Promise<void>;

/** A part in which each kernel has its turn before the next begins. */
const oneByOne =
  (measure: (turn: Turn, cwd: string) => Promise<void>): Stage =>
  async (turns, cwd) => {
    for (const turn of turns) await measure(turn, cwd);
  };

const stages: Readonly<Record<string, Stage>> = {
  launch: oneByOne(async ({ peer, note }, cwd) => {
    const begun = performance.now();
    const kernel = await start(peer, cwd);
    try {
      note("launch to kernel_info", performance.now() - begun);
      await run(kernel, "6 * 7");
      note("launch to first result", performance.now() - begun);
      await pause(500); // so that what it does next costs the kernel that has its turn then as little as may be
    } finally {
      await kernel.close();
    }
  }),
  cells: (turns, cwd) => measureCells(turns, cwd),
  imports: oneByOne(({ peer, note }, cwd) =>
    launched(peer, cwd, async (kernel) => {
      await settle([{ kernel, peer }]);
      await measureImports(kernel, peer, note);
    }),
  ),
  rest: (turns, cwd) => {
    const resting = turns.map(({ peer, note }) => ({
      peer: { ...peer, env: { ...peer.env, GENLOSS_TYPES_REST: "2" } },
      note,
    }));
    return sideBySide(resting, cwd, async (open) => {
      for (const { kernel, peer } of open)
        for (let index = 0; index < 20; index++) await run(kernel, peer.dialect.declaring(index));
      await settle(open);
      await pause(13_000); // V8 keeps what a thread had for ten seconds more
      for (const { kernel, note } of open)
        note("memory, nothing asked for a while", memoryOf(kernel.process.pid as number));
    });
  },
  flood: oneByOne(({ peer, note }, cwd) => launched(peer, cwd, (kernel) => measureFlood(kernel, peer, note))),
  interrupt: oneByOne(({ peer, note }, cwd) =>
    launched(peer, cwd, (kernel) => measureInterrupt(kernel, peer, note)),
  ),
};

/**
 * Measures kernels once. A kernel is launched for each part: what a flood or an interrupt breaks must not show elsewhere.
 *
 * @param only the parts to measure
 */
export async function measureRound(
  measures: ReadonlyMap<Peer, Measures>,
  cwd: string,
  only: readonly string[] = Object.keys(stages),
): Promise<void> {
  const turns = [...measures].map(([peer, into]): Turn => {
    const note: Note = (row, value) => {
      if (value !== undefined) into.set(row, [...(into.get(row) ?? []), value]);
    };
    return { peer, note };
  });
  for (const [name, stage] of Object.entries(stages)) if (only.includes(name)) await stage(turns, cwd);
}

async function launched(
  peer: Peer,
  cwd: string,
  use: (kernel: KernelClient) => Promise<void>,
): Promise<void> {
  const kernel = await start(peer, cwd);
  try {
    await run(kernel, "6 * 7");
    await use(kernel);
  } finally {
    await kernel.close();
  }
}

/** Uses kernels that are open all at once. */
async function sideBySide(
  turns: readonly Turn[],
  cwd: string,
  use: (open: readonly Open[]) => Promise<void>,
): Promise<void> {
  const open: Open[] = [];
  try {
    for (const turn of turns) {
      const kernel = await start(turn.peer, cwd);
      open.push({ ...turn, kernel });
      await run(kernel, "6 * 7");
    }
    await use(open);
  } finally {
    for (const { kernel } of open) await kernel.close();
  }
}

/** Waits until a checker that warms up in the background is there. */
async function settle(open: readonly Pick<Open, "kernel" | "peer">[]): Promise<void> {
  await pause(1000);
  for (const { kernel, peer } of open) {
    const { inspected: code } = peer.dialect;
    await kernel.ask("inspect_request", { code, cursor_pos: code.length, detail_level: 0 });
  }
  await pause(2000);
}

/** How many cells a kernel runs before the next has its turn: other work on the machine then shows in all alike. */
const turnLength = 10;
/** How long a kernel has after its turn for what it does behind its cells. */
const afterMs = 100;

const measureCells: Stage = (turns, cwd) =>
  sideBySide(turns, cwd, async (open) => {
    await settle(open);
    for (const { kernel, note } of open) note("memory with types", memoryOf(kernel.process.pid as number));
    type Ask = (kernel: KernelClient, dialect: Dialect, index: number) => Promise<unknown>;
    const measure = async (count: number, ask: Ask, row?: string): Promise<void> => {
      const times = open.map((): number[] => []);
      for (let from = 0; from < count; from += turnLength)
        for (const [place, { kernel, peer }] of open.entries()) {
          for (let index = from; index < from + turnLength; index++)
            times[place]?.push(await timed(() => ask(kernel, peer.dialect, index)));
          await pause(afterMs);
        }
      if (row === undefined) return;
      for (const [place, { note }] of open.entries())
        note(row, times[place]?.sort((a, b) => a - b)[count >> 1] as number);
    };
    // A notebook on a screen names the cell; a program that runs one, as nbclient, does not.
    for (const [mode, metadata, from] of [
      ["notebook", { cellId: "cell" }, 1],
      ["program", {}, 101],
    ] as const) {
      const cell =
        (source: (dialect: Dialect, index: number) => string): Ask =>
        (kernel, dialect, index) =>
          run(kernel, source(dialect, index), metadata);
      await measure(
        50,
        cell(({ expression }) => expression),
        `${mode}: 1+1, the same text`,
      );
      const unlike = cell((dialect, index) => dialect.expressionLike(from + index));
      await measure(50, unlike, `${mode}: an expression, another each time`);
      const declaring = (first: number): Ask => cell((dialect, index) => dialect.declaring(first + index));
      await measure(20, declaring(from), `${mode}: a declaring cell, ${from}–${from + 19}`);
      await measure(60, declaring(from + 20));
      await measure(20, declaring(from + 80), `${mode}: a declaring cell, ${from + 80}–${from + 99}`);
    }
    await pause(2000); // what a kernel keeps, not what it has yet to clear away
    for (const { kernel, note } of open)
      note("memory after 400 cells", memoryOf(kernel.process.pid as number));
    for (const type of ["complete", "inspect"] as const) {
      const ask: Ask = (kernel, { completing, inspected }) => {
        const code = type === "complete" ? completing : inspected;
        return kernel.ask(`${type}_request`, { code, cursor_pos: code.length, detail_level: 0 });
      };
      await measure(20, ask, `${type}, after 200 declaring cells`);
    }
  });

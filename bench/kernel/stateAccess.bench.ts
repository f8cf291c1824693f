import { nodeHost } from "../../kernel/node/nodeHost.ts";
import { OutputQueue } from "../../kernel/session/outputQueue.ts";
import { Session } from "../../kernel/session/session.ts";
import type { SessionHost } from "../../kernel/session/sessionHost.ts";

export const title: string = "A loop of 1e7 turns over names of the notebook, against local variables";

interface Row {
  name: string;
  value: number;
  unit: string;
  note?: string;
}

const turns = 1e7;
const loop = (head: string): string =>
  `${head} for (i = 0; i < ${turns}; i++) total = (total + i * k) % 1000003;`;

/** Median of five runs, in ms, each in a fresh function so that no run profits from another. */
async function median(run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 5; index++) times.push(await run());
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

async function inNotebook(before: readonly string[]): Promise<number> {
  const host: SessionHost = await nodeHost(`${process.cwd()}/notebook.ipynb`);
  const session = new Session(host);
  const outputs = new OutputQueue(() => {});
  for (const [index, source] of before.entries())
    await session.run({ id: `before-${index}`, source, outputs });
  return timed(() => session.run({ id: "loop", source: loop("let total = 0, k = 3, i = 0;"), outputs }));
}

/** Compares the ways in which names could live across cells. */
export async function bench(): Promise<{ rows: Row[] }> {
  const local = await median(() =>
    timed(new Function(`"use strict"; ${loop("let total = 0, k = 3, i = 0;")}`) as () => void),
  );
  const withScope = await median(async () => {
    const scope = { total: 0, k: 3, i: 0 };
    return timed(() => new Function("scope", `with (scope) { ${loop("").replaceAll("1e7", "1e7")} }`)(scope));
  });
  const names = (count: number): string[] =>
    Array.from({ length: count / 20 }, (_, cell) =>
      Array.from({ length: 20 }, (_, index) => `const v${cell * 20 + index} = ${index};`).join("\n"),
    );
  const imports = [
    "import { mean, sum, max, min, range, extent, bin, group, rollup, sort, ticks, zip, cross, merge } from 'd3-array'",
  ];
  const cases: [string, readonly string[]][] = [
    ["names of the notebook", []],
    ["… after 14 imported names", imports],
    ["… after a cell that failed", ["const a = 1", "const b = 2; nowhere"]],
    ["… among 300 names", names(300)],
    ["… among 900 names", names(900)],
  ];
  const rows: Row[] = [{ name: "local variables", value: local, unit: "ms" }];
  const row = (name: string, value: number): void => {
    rows.push({ name, value, unit: "ms", note: `${(value / local).toFixed(1)} × local` });
  };
  for (const [name, before] of cases) row(name, await median(() => inNotebook(before)));
  row("`with` over an object", withScope);
  return { rows };
}

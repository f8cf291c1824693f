import { cpus, totalmem } from "node:os";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../../kernel/files/writeWhole.ts";
import { makeBundle } from "../../kernel/jupyter/bundle/makeBundle.ts";
import { type Measures, measured, measureRound } from "./measureKernel.ts";
import { deno, ipykernel, ours, type Peer, tslab } from "./peers.ts";
import { bars, perRound, type Ratio, ratioOf, words } from "./ratios.ts";

export const title: string = "Our kernel, Deno's, stock tslab and ipykernel, by one client in turn";

interface Row {
  name: string;
  value: number;
  unit: string;
  note: string;
}

/** One cell of the table: the median, or why there is none. */
type Value = number | string;

const { GENLOSS_BENCH_ROUNDS, GENLOSS_BENCH_PEERS, GENLOSS_BENCH_STAGES } = process.env;
const rounds = Number(GENLOSS_BENCH_ROUNDS ?? 5);
/** While something is worked on: some of the kernels and of the parts, by their names, with commas. Of some
 * parts no table is written. */
const [onlyPeers, onlyStages] = [GENLOSS_BENCH_PEERS?.split(","), GENLOSS_BENCH_STAGES?.split(",")];
const root = fileURLToPath(new URL("../../", import.meta.url));
const resultsFile = fileURLToPath(new URL("./RESULTS.md", import.meta.url));

/** Measures all kernels in turn, several times, and writes RESULTS.md. */
export async function bench(): Promise<{ rows: Row[] }> {
  const { present, missing } = found();
  // As after any launch but the first. Of sources that were written just now there is none yet.
  while ((await makeBundle()) === undefined) await setTimeout(500);
  const taken = new Map<Peer, Measures>(present.map((peer) => [peer, new Map()]));
  for (let round = 1; round <= rounds; round++) {
    console.error(`  round ${round} of ${rounds}`);
    const ofRound = new Map<Peer, Measures>(present.map((peer) => [peer, new Map()]));
    await measureRound(ofRound, root, onlyStages);
    for (const [peer, measures] of ofRound)
      for (const [name, values] of measures) {
        const into = taken.get(peer) as Measures;
        into.set(name, [...(into.get(name) ?? []), middle(values)]);
      }
  }
  const columns = present.map((peer) => peer.name);
  const table = Object.entries(measured).flatMap(([name, unit]): Line[] => {
    const all = present.map((peer) => taken.get(peer)?.get(name) ?? []);
    if (all[0]?.length === 0) return [];
    const values = all.map(middle);
    const denoAt = columns.indexOf("Deno");
    const againstDeno = denoAt < 0 ? undefined : ratioOf(perRound(all[0] ?? [], all[denoAt] ?? []));
    const best = bestOf(values);
    const againstBest =
      best === undefined || best === denoAt ? undefined : ratioOf(perRound(all[0] ?? [], all[best] ?? []));
    const bestName = best === undefined ? "" : (columns[best] ?? "");
    return [{ name, unit, values, againstDeno, againstBest, bestName }];
  });
  const notes = [
    ...missing.map((words) => `Not here: ${words}`),
    ...(onlyPeers ? [`Only these were asked for: ${onlyPeers.join(", ")}.`] : []),
  ];
  for (const words of notes) console.error(`  ${words}`);
  if (!onlyStages) writeWhole(resultsFile, markdown(columns, table, notes));
  const rows = table.map(({ name, unit, values: [value, ...others], ...line }) => ({
    name,
    unit,
    value: typeof value === "number" ? value : Number.NaN,
    note: [
      ...others.map((other, index) => `${columns[index + 1]} ${short(other)}`),
      ...ends({ name, ...line }),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  }));
  return { rows };
}

function found(): { present: Peer[]; missing: string[] } {
  const missing: string[] = [];
  const peers = Object.entries({ Deno: deno, tslab, ipykernel }).flatMap(([name, find]) => {
    if (onlyPeers && !onlyPeers.includes(name)) return [];
    try {
      return [find((line) => console.error(`  ${line}`))];
    } catch (error) {
      missing.push(`${name}: ${(error as Error).message}`);
      return [];
    }
  });
  return { present: [...ours, ...peers], missing };
}

function middle(values: readonly Value[] | undefined): Value {
  const words = values?.find((value) => typeof value === "string");
  if (words !== undefined) return words;
  const numbers = (values ?? []).map(Number).sort((a, b) => a - b);
  return numbers[numbers.length >> 1] ?? "–";
}

/** The peer with the smallest number, as a column. */
function bestOf(values: readonly Value[]): number | undefined {
  const peers = values.flatMap((value, index) =>
    typeof value === "number" && index >= ours.length ? [{ value, index }] : [],
  );
  return peers.sort((a, b) => a.value - b.value)[0]?.index;
}

/** The last cells of a line: ours against Deno, the bar, ours against the best if that is another. */
function ends({
  name,
  againstDeno,
  againstBest,
  bestName,
}: Pick<Line, "name" | "againstDeno" | "againstBest" | "bestName">): string[] {
  const bar = bars[name];
  const verdict =
    bar === undefined || !againstDeno
      ? ""
      : `${againstDeno.median <= bar ? "met" : "**missed**"} (${bar.toFixed(2)})`;
  return [
    againstDeno ? words(againstDeno) : "",
    verdict,
    againstBest ? `${words(againstBest)} × ${bestName}` : "",
  ];
}

function short(value: Value | undefined): string {
  if (typeof value !== "number") return value ?? "–";
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(2);
}

interface Line {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly Value[];
  readonly againstDeno: Ratio | undefined;
  readonly againstBest: Ratio | undefined;
  readonly bestName: string;
}

function markdown(columns: readonly string[], table: readonly Line[], notes: readonly string[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    "# Kernels side by side",
    "",
    `Made by \`npm run bench -- kernel\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.versions.node}.`,
    `Medians of ${rounds} rounds. In each part of a round every kernel has its turn; cells are run ten at a time. Times`,
    "run from the request to its reply and `idle`. Other work on the machine shows in all columns: read the ratios. A ratio",
    "is taken in each round; here are the median and, in brackets, the smallest and the largest.",
    "",
    "*notebook*: the request names its cell, as JupyterLab's and VS Code's do, and the types of the cell are told after `idle`.",
    "*program*: it names none, as nbclient's do, and `idle` waits for the types. Deno's kernel does not check types.",
    "",
    row(["", ...columns.map((name) => name), "ours ÷ Deno", "bar", "ours ÷ best, if another"]),
    row(["---", ...columns.map(() => "--:"), "--:", "--:", "--:"]),
    ...table.map(({ name, unit, values, ...line }) =>
      row([`${name} (${unit})`, ...values.map((value) => short(value)), ...ends({ name, ...line })]),
    ),
    "",
    ...notes.flatMap((words) => [words, ""]),
  ].join("\n");
}

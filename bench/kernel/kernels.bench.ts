import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../../kernel/files/writeWhole.ts";
import { type Measures, measured, measureKernel } from "./measureKernel.ts";
import { deno, ipykernel, ours, type Peer, tslab } from "./peers.ts";

export const title: string = "Our kernel, Deno's, stock tslab and ipykernel, by one client in turn";

interface Row {
  name: string;
  value: number;
  unit: string;
  note: string;
}

/** One cell of the table: the median, or why there is none. */
type Value = number | string;

const rounds = Number(process.env.GENLOSS_BENCH_ROUNDS ?? 3);
const root = fileURLToPath(new URL("../../", import.meta.url));
const resultsFile = fileURLToPath(new URL("./RESULTS.md", import.meta.url));

/** Measures all kernels in turn, several times, and writes RESULTS.md. */
export async function bench(): Promise<{ rows: Row[] }> {
  const { present, missing } = found();
  const measures = new Map<Peer, Measures>(present.map((peer) => [peer, new Map()]));
  for (let round = 1; round <= rounds; round++) {
    for (const [peer, into] of measures) {
      console.error(`  round ${round} of ${rounds}: ${peer.name}`);
      await measureKernel(peer, root, into);
    }
  }
  const columns = present.map((peer) => peer.name);
  const table = Object.entries(measured).map(([name, unit]) => {
    const values = present.map((peer) => middle(measures.get(peer)?.get(name)));
    return { name, unit, values, ratio: ratioOf(values, columns) };
  });
  const notes = missing.map((words) => `Not here: ${words}`);
  for (const words of notes) console.error(`  ${words}`);
  writeWhole(resultsFile, markdown(columns, table, notes));
  const rows = table.map(({ name, unit, values: [value, ...others], ratio }) => ({
    name,
    unit,
    value: typeof value === "number" ? value : Number.NaN,
    note: [...others.map((other, index) => `${columns[index + 1]} ${short(other)}`), ratio]
      .filter((part) => part !== "")
      .join(" · "),
  }));
  return { rows };
}

function found(): { present: Peer[]; missing: string[] } {
  const missing: string[] = [];
  const peers = Object.entries({ Deno: deno, tslab, ipykernel }).flatMap(([name, find]) => {
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

/** Ours against the best of the peers. */
function ratioOf(values: readonly Value[], columns: readonly string[]): string {
  const peers = values.filter(
    (value, index) => typeof value === "number" && index >= ours.length,
  ) as number[];
  const [value] = values;
  if (typeof value !== "number" || peers.length === 0) return "";
  const best = Math.min(...peers);
  return `${(value / best).toFixed(2)} × ${columns[values.indexOf(best, ours.length)]}`;
}

function short(value: Value | undefined): string {
  if (typeof value !== "number") return value ?? "–";
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(2);
}

interface Line {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly Value[];
  readonly ratio: string;
}

function markdown(columns: readonly string[], table: readonly Line[], notes: readonly string[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    "# Kernels side by side",
    "",
    `Made by \`npm run bench -- kernel\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.versions.node}.`,
    `Medians of ${rounds} rounds; in each, every kernel is launched three times, one kernel after the other. Times run from`,
    "the request to its reply and `idle`. Other work on the machine shows in all columns: read the ratios.",
    "",
    row(["", ...columns.map((name) => name), "ours against the best peer"]),
    row(["---", ...columns.map(() => "--:"), "--:"]),
    ...table.map(({ name, unit, values, ratio }) =>
      row([`${name} (${unit})`, ...values.map((value) => short(value)), ratio]),
    ),
    "",
    ...notes.flatMap((words) => [words, ""]),
  ].join("\n");
}

/**
 * Runs the benchmarks: `npm run bench`, or `npm run bench -- kernel` for those whose path holds the word.
 * A benchmark is a file `*.bench.ts` that exports `title` and `bench()`.
 */
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** One measured line. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}

interface Benchmark {
  readonly title: string;
  bench(): Promise<{ rows: readonly Row[] }>;
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const word = process.argv[2] ?? "";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".bench.ts") && file.includes(word))
  .sort();

if (files.length === 0) {
  console.error(`Cannot run benchmarks: the word must be part of a path in bench/, got "${word}"`);
  process.exit(2);
}

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`);
for (const file of files) {
  const { title, bench } = (await import(pathToFileURL(join(folder, file)).href)) as Benchmark;
  console.log(`\n${title}  (bench/${relative(folder, join(folder, file))})`);
  const { rows } = await bench();
  const widest = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, unit, note } of rows) {
    const number = Number(value.toPrecision(3)).toLocaleString("en-GB");
    console.log(`  ${name.padEnd(widest)}  ${number.padStart(10)} ${unit}${note ? `  ${note}` : ""}`);
  }
}

/** Tables for Python: pyarrow finds in them what was written, and what it writes is found here. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { seeded } from "../../lib/random/seeded.ts";
import { arrowTable } from "../../sweep/arrowTable.ts";
import type { FlatRow } from "../../sweep/rowsTable.ts";
import { folderWith } from "../cli/tools/folderWith.ts";
import { findPyarrow } from "./tools/findPyarrow.ts";
import { startGenloss } from "./tools/genloss.ts";
import { sweepHome } from "./tools/sweepHome.ts";

const found = findPyarrow();
const skip = "reason" in found && found.reason;
const script = fileURLToPath(new URL("./tools/arrowTrip.py", import.meta.url));

interface Told {
  readonly types: Readonly<Record<string, string>>;
  readonly nulls: Readonly<Record<string, number>>;
  /** A double as Python writes it: as short as it can be, and exactly. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** There and back. */
function trip(bytes: Uint8Array): { readonly told: Told; readonly back: readonly unknown[] } {
  if ("reason" in found) throw new Error(found.reason);
  const folder = folderWith({});
  const [there, again] = [join(folder, "there.arrow"), join(folder, "again.arrow")];
  writeFileSync(there, bytes);
  const told = JSON.parse(execFileSync(found.python, [script, there, again], { encoding: "utf8" })) as Told;
  return { told, back: rowsIn(readFileSync(again)) };
}
const rowsIn = (bytes: Uint8Array): unknown[] =>
  tableFromIPC(bytes)
    .toArray()
    .map((row: { toJSON(): unknown }) => ({ ...(row.toJSON() as object) }));

/** A number as Python's `repr` has it, read as JavaScript reads one. */
const numberOf = (text: unknown): unknown => (typeof text === "string" && text !== "" ? Number(text) : text);

test("absent values are null in every kind of column, and doubles come to the last bit", { skip }, () => {
  const stream = seeded(9);
  const doubles = [
    -0,
    0.1,
    5e-324,
    Number.MAX_VALUE,
    2 ** 53,
    1 / 3,
    ...Array.from({ length: 200 }, () => stream.next()),
  ];
  const rows: FlatRow[] = doubles.map((double, k) => ({
    ...{
      whole: k % 7 === 0 ? null : k - 100,
      edge: k === 0 ? 2 ** 31 : k,
      double: k % 5 === 0 ? null : double,
    },
    ...{ word: k % 3 === 0 ? null : `Größe ${k} ½`, flag: k % 4 === 0 ? null : k % 2 === 0, none: null },
  }));
  const bytes = arrowTable(rows);
  const { told, back } = trip(bytes);
  assert.deepEqual(told.types, {
    ...{ whole: "int32", edge: "double", double: "double", word: "string", flag: "bool", none: "double" },
  });
  for (const [name, nulls] of Object.entries(told.nulls))
    assert.equal(nulls, rows.filter((row) => row[name] === null).length, name);
  const read = told.rows.map((row) => ({
    ...row,
    ...{ edge: numberOf(row.edge), double: numberOf(row.double), none: numberOf(row.none) },
  }));
  assert.deepEqual(read, rows);
  assert.deepEqual(back, rows);
});

test("the tables of a sweep: rows and single runs", { skip }, async () => {
  const file = sweepHome();
  const home = dirname(file);
  const { status, stderr } = await startGenloss(["sweep", "spread.ts", "-o", "out", "--runs"], home).ended;
  assert.equal(status, 0, stderr);
  const lines = readFileSync(join(home, "out/rows.jsonl"), "utf8").trim().split("\n");
  const rows = trip(readFileSync(join(home, "out/rows.arrow")));
  assert.equal(rows.told.rows.length, lines.length);
  assert.deepEqual(rows.back, rowsIn(readFileSync(join(home, "out/rows.arrow"))));
  for (const [k, line] of lines.entries()) {
    const { reading, generation, mean } = JSON.parse(line);
    const row = rows.told.rows[k]!;
    assert.deepEqual([row.reading, row.generation, Number(row.mean)], [reading, generation, mean]);
  }
  const runs = trip(readFileSync(join(home, "out/runs.arrow")));
  assert.equal(runs.told.rows.length, 4 * 600 * 3);
  assert.deepEqual(runs.told.types, {
    ...{ point: "int32", run: "int32", generation: "int32", variance: "double", mean: "double" },
  });
  assert.deepEqual(runs.back, rowsIn(readFileSync(join(home, "out/runs.arrow"))));
});

/**
 * Do the tests notice a slip? Plants each fault of `lib.ts`, `kernel.ts` and `book.ts` in a copy of this checkout, and
 * runs the tests of its folder there until one fails. A fault that all of them let pass lives.
 *
 *     node test/planted/plant.ts [FOLDER…] [--only WORDS] [--from N] [--keep]
 *
 * Takes about an hour for all. A line per fault; ends with 1 if more than one in twenty lives.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { faults as book } from "./book.ts";
import { copyCheckout } from "./copyCheckout.ts";
import { firstFailure } from "./firstFailure.ts";
import { faults as kernel } from "./kernel.ts";
import { faults as lib } from "./lib.ts";
import type { Planted } from "./planted.ts";
import { testsFor } from "./testsFor.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "" }, from: { type: "string", default: "1" } },
});
const folders = positionals.length > 0 ? positionals : ["lib", "kernel", "book"];
const chosen = [...lib, ...kernel, ...book].filter(
  (fault) =>
    folders.some((folder) => fault.in.startsWith(`${folder}/`)) && lineOf(fault).includes(values.only),
);

const copy = copyCheckout(root);
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const living: Planted[] = [];
for (const [i, fault] of chosen.entries()) {
  if (i + 1 < Number(values.from)) continue;
  const path = join(copy, fault.in);
  const right = readFileSync(path, "utf8");
  writeFileSync(
    path,
    right.replace(fault.words, () => fault.by),
  );
  const began = performance.now();
  const noticed = await firstFailure(copy, testsFor(fault.in, copy));
  writeFileSync(path, right);
  if (!noticed) living.push(fault);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${i + 1}/${chosen.length} ${noticed ? `dies by ${noticed}` : "LIVES"} (${seconds} s): ${lineOf(fault)}`,
  );
}
console.log(`${chosen.length - living.length} of ${chosen.length} die.`);
for (const fault of living) console.log(`lives: ${lineOf(fault)}`);
process.exitCode = living.length * 20 > chosen.length ? 1 : 0;

function lineOf({ in: place, words, by, what }: Planted): string {
  return `${place}: ${JSON.stringify(words)} → ${JSON.stringify(by)}${what ? ` (${what})` : ""}`;
}

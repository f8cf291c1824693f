/**
 * Do the tests notice a slip? Plants each fault of `lib.ts`, `kernel.ts` and `book.ts` in a copy of this checkout, and
 * runs the tests of its folder there until one fails. A fault that all of them let pass lives.
 *
 *     node test/planted/plant.ts [FOLDER…] [--only WORDS] [--numbers N,N…]
 *
 * Takes about an hour for all. A line per fault, with its number among all of its folders: `--numbers` chooses by it.
 * Ends with 1 if more than one in twenty lives.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { faults as book } from "./book.ts";
import { copyCheckout } from "./copyCheckout.ts";
import { type Failure, firstFailure } from "./firstFailure.ts";
import { faults as kernel } from "./kernel.ts";
import { faults as lib } from "./lib.ts";
import type { Planted } from "./planted.ts";
import { testsFor } from "./testsFor.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "" }, numbers: { type: "string" } },
});
const folders = positionals.length > 0 ? positionals : ["lib", "kernel", "book"];
const all = [...lib, ...kernel, ...book].filter((fault) =>
  folders.some((folder) => fault.in.startsWith(`${folder}/`)),
);
const numbers = values.numbers?.split(",").map(Number);
/** With their numbers among all of their folders, as each line tells them. */
const chosen = all
  .map((fault, i) => ({ fault, number: i + 1 }))
  .filter(({ fault, number }) => lineOf(fault).includes(values.only) && (numbers?.includes(number) ?? true));

process.env.CI = "1"; // a test that lacks its tool must say so: skipped, it would prove nothing
const copy = copyCheckout(root);
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const living: Planted[] = [];
/** Test files that pass as the sources stand; and those that do not, and so prove nothing. */
const sound = new Set<string>();
const broken = new Set<string>();

/** The first test that passes as the file stands and fails with the fault in it. */
async function noticing(fault: Planted): Promise<Failure | undefined> {
  const path = join(copy, fault.in);
  const right = readFileSync(path, "utf8");
  for (;;) {
    writeFileSync(
      path,
      right.replace(fault.words, () => fault.by),
    );
    const groups = testsFor(fault.in, copy).map((files) =>
      files.filter((file) => !broken.has(relative(copy, file))),
    );
    const failure = await firstFailure(copy, groups);
    writeFileSync(path, right);
    if (!failure || sound.has(failure.file)) return failure;
    const alone = await firstFailure(copy, [[join(copy, failure.file)]]);
    if (alone) console.log(`fails without any fault: ${failure.file} › ${alone.name}`);
    (alone ? broken : sound).add(failure.file);
    if (!alone) return failure;
  }
}

for (const { fault, number } of chosen) {
  const began = performance.now();
  const noticed = await noticing(fault);
  if (!noticed) living.push(fault);
  const seconds = Math.round((performance.now() - began) / 1000);
  const how = noticed ? `dies by ${noticed.file} › ${noticed.name}` : "LIVES";
  console.log(`${number}/${all.length} ${how} (${seconds} s): ${lineOf(fault)}`);
}
console.log(`${chosen.length - living.length} of ${chosen.length} die.`);
for (const fault of living) console.log(`lives: ${lineOf(fault)}`);
process.exitCode = living.length * 20 > chosen.length ? 1 : 0;

function lineOf({ in: place, words, by, what }: Planted): string {
  return `${place}: ${JSON.stringify(words)} → ${JSON.stringify(by)}${what ? ` (${what})` : ""}`;
}

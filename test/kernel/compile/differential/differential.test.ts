// The compiler against TypeScript itself and against esbuild, over drawn programs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { seeded } from "generation-loss";
import { program } from "./grammar.ts";
import { byEsbuild, byTypeScript, type Outcome, runCell, runModule } from "./reference.ts";
import { shrink, textOf } from "./tree.ts";

const programs = Number(process.env.PROGRAMS ?? 5000);
const seed = Number(process.env.SEED ?? 1);

const refused: Outcome = { logged: [], error: "refused" };

async function outcomeBy(
  compile: (source: string) => string | Promise<string>,
  source: string,
): Promise<Outcome> {
  let code: string;
  try {
    code = await compile(source);
  } catch {
    return refused;
  }
  return runModule(code, source);
}

/** As a page compiles it, and where that refuses, as Node does. */
async function asCell(source: string): Promise<{ outcome: Outcome; fitsPage: boolean }> {
  const outcome = await runCell(source, false);
  if (outcome.error !== "refused") return { outcome, fitsPage: true };
  return { outcome: await runCell(source, true), fitsPage: false };
}

/** Where TypeScript runs a program, and the cell comes to something else. */
async function differs(source: string): Promise<boolean> {
  const wanted = await outcomeBy(byTypeScript, source);
  return wanted.error !== "refused" && !isDeepStrictEqual((await asCell(source)).outcome, wanted);
}

test(`${programs} drawn programs: a cell has TypeScript's values, prints and errors`, async (t) => {
  const count = { ran: 0, threw: 0, refused: 0, fitsPage: 0, otherByEsbuild: 0 };
  for (let i = 0; i < programs; i += 1) {
    const tree = program(seeded(seed).split(i));
    const source = textOf(tree);
    const byOther = outcomeBy(byEsbuild, source); // in a process of its own, meanwhile
    const wanted = await outcomeBy(byTypeScript, source);
    if (wanted.error === "refused") {
      count.refused += 1;
      continue;
    }
    count[wanted.error === undefined ? "ran" : "threw"] += 1;
    const { outcome, fitsPage } = await asCell(source);
    if (fitsPage) count.fitsPage += 1;
    if (!isDeepStrictEqual(outcome, wanted)) {
      const smallest = textOf(await shrink(tree, (smaller) => differs(textOf(smaller))));
      assert.deepEqual(
        (await asCell(smallest)).outcome,
        await outcomeBy(byTypeScript, smallest),
        `program ${i} of seed ${seed}, at its smallest:\n${smallest}\n\nTypeScript writes:\n${byTypeScript(smallest)}`,
      );
    }
    const other = await byOther;
    if (!isDeepStrictEqual(comparable(other), comparable(wanted))) count.otherByEsbuild += 1;
  }
  t.diagnostic(JSON.stringify(count));
  assert.ok(count.ran >= 0.6 * programs, "most programs run to their end");
  assert.ok(count.refused <= 0.1 * programs, "few are no programs");
  assert.ok(count.fitsPage >= 0.75 * programs, "most need no TypeScript");
  assert.ok(count.otherByEsbuild <= 0.005 * programs, "esbuild and TypeScript read them alike");
});

/** esbuild leaves out expressions that do nothing, and what it rewrites gives functions other names. */
const comparable = ({ logged, names, error }: Outcome): unknown =>
  JSON.parse(
    JSON.stringify({ logged, names, error }).replace(/\[(?:Async)?Function[^\]]*\]|\[class[^\]]*\]/g, "f"),
  );

test("500 drawn programs that can be stopped come to the same", async () => {
  for (let i = 0; i < 500; i += 1) {
    const source = textOf(program(seeded(seed + 1).split(i)));
    assert.deepEqual(await runCell(source, true, true), await runCell(source, true), source);
  }
});

test("a program that fails is shrunk to what it fails by", async () => {
  const isJoined = async (text: string): Promise<boolean> => / as [^\n;)]*\n[([`]/.test(text);
  const tree = await firstTree(isJoined);
  const smallest = textOf(await shrink(tree, (smaller) => isJoined(textOf(smaller))));
  assert.match(smallest, /^[^\n]{1,12} as any\n[([`][^\n]{0,12}\n?$/);
  assert.ok(smallest.length < textOf(tree).length);
});

async function firstTree(holds: (text: string) => Promise<boolean>): ReturnType<typeof shrink> {
  for (let i = 0; ; i += 1) {
    const tree = program(seeded(1).split(i));
    if (await holds(textOf(tree))) return tree;
  }
}

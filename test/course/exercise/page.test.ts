/** Exercises in a page: bundled as for a browser, and run where there is little but the language. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { leaveOutForPage } from "../../../kernel/pageBuild/leaveOutForPage.ts";
import { code, notebookOf, prose } from "../../book/tools/cells.ts";

const folder = fileURLToPath(new URL("../../../course/exercise/", import.meta.url));

/** A page's script that offers these names of `course/exercise` as `globalThis.leaf`. */
async function bundled(...names: string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: names.map((name) => `export * from "./${name}.ts";`).join("\n"), resolveDir: folder },
    bundle: true,
    minify: true,
    plugins: [leaveOutForPage],
    platform: "browser", // a module of Node would not resolve
    format: "iife",
    globalName: "leaf",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}

test("a page reads exercises, tells faults, and finds what they stand on", async () => {
  const context = createContext({ TextDecoder });
  new Script(await bundled("readExercises", "readRole", "standsOn", "trialCell")).runInContext(context);
  const notebook = notebookOf(
    code("a", "interface Point { x: number }"),
    code("b", "const other = 1;"),
    prose("p", "Do it.", { role: "exercise", exercise: "mix" }),
    code("s", "const p: Point = { x: NaN }; // your code here", [], { role: "starter", exercise: "mix" }),
    code("c", "check(p.x)", [], { role: "check", exercise: "mix" }),
  );
  const regions = [{ kind: "hidden", name: "mix", title: "more", source: "check(p.x > 1)", line: 1 }];
  const answer = new Script(`(() => {
    const { exercises, faults } = leaf.readExercises(notebook, regions);
    return JSON.stringify({
      names: exercises.map(({ name, hidden }) => [name, hidden.length]),
      faults: faults.map(({ cell, rule }) => [cell, rule]),
      cells: leaf.standsOn(notebook, exercises),
      role: leaf.roleOf(notebook.cells[3]),
      trial: leaf.trialCell("t", "1").metadata.tags,
    });
  })()`);
  Object.assign(context, { notebook, regions });
  assert.deepEqual(JSON.parse(answer.runInContext(context)), {
    names: [["mix", 1]],
    faults: [["p", "no-solution"]],
    cells: ["a", "s", "c"],
    role: { role: "starter", exercise: "mix" },
    trial: ["raises-exception"],
  });
});

test("a page that only reads exercises downloads no compiler: at most 3 kB", async (t) => {
  const size = gzipSync(await bundled("readExercises")).length;
  t.diagnostic(`${(size / 1000).toFixed(1)} kB gzipped`);
  assert.ok(size <= 3_000, `${size} bytes`);
});

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import type * as TypeScript from "typescript";
import { compileCell } from "../../../kernel/compile/compileCell.ts";
import { readCorpus } from "../corpus/readCorpus.ts";

const typescript = createRequire(import.meta.url)("typescript") as typeof TypeScript;

test("compileCell() gives the same code for the same source and names", () => {
  const source = "import { a } from 'x'\nexport const b: number = a + c";
  const known = new Set(["c"]);
  assert.equal(compileCell(source, { known }).code, compileCell(source, { known }).code);
});

test("compileCell() says what declared a name, and nothing of its own helpers", () => {
  const source =
    "import a from 'a'; const { b } = a, c = 1; let d; var e; function f() {} class G {} enum H { X } @dec class I {}";
  const { declared } = compileCell(source, { loadTypeScript: () => typescript });
  assert.deepEqual([...declared.keys()].sort(), ["G", "H", "I", "a", "b", "c", "d", "e", "f"]);
});

test("compileCell() compiles ten thousand lines in about ten times the time of a thousand", () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, i) => `const v${i}: number = ${i === 0 ? 0 : `v${i - 1}`} + 1`).join(
      "\n",
    );
  const seconds = (source: string): number => {
    const started = process.cpuUsage();
    compileCell(source);
    const { user, system } = process.cpuUsage(started);
    return user + system;
  };
  compileCell(lines(1000)); // warm
  const one = Math.min(...Array.from({ length: 3 }, () => seconds(lines(1000))));
  const ten = Math.min(...Array.from({ length: 3 }, () => seconds(lines(10_000))));
  // Quadratic work would make it a hundred times. Time of the processor, since the machine may be busy with other things.
  assert.ok(ten / one < 40, `${(ten / one).toFixed(1)} times`);

  const { declared, position, code } = compileCell(lines(10_000));
  assert.equal(declared.size, 10_000);
  const line = code.split("\n").findIndex((text) => text.includes("$.v9000 =")) + 1;
  assert.equal(position(line, 1)?.line ?? 9001, 9001);
});

test("compileCell() understands every cell of the corpus as TypeScript does, where it does without", () => {
  // What is compiled without TypeScript must mean the same as what TypeScript makes of it: the corpus runs the
  // first, here the second must at least agree on what is declared.
  for (const { title, cells } of readCorpus()) {
    for (const { source } of cells) {
      const fast = attempt(() => compileCell(source));
      if (!fast || source.includes("= require(")) continue; // TypeScript drops `import x = require()` from modules
      // A namespace sends the cell to TypeScript.
      const full = attempt(() =>
        compileCell(`${source}\n;namespace Sends { export const on = 1 }`, {
          loadTypeScript: () => typescript,
        }),
      );
      if (!full) continue;
      const names = [...full.declared.keys()].filter((name) => name !== "Sends");
      assert.deepEqual(names.sort(), [...fast.declared.keys()].sort(), `${title}:\n${source}`);
    }
  }
});

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

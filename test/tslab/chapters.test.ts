import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { KernelClient } from "../../kernel/jupyter/install/client.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { boundedKernel } from "../tools/boundedKernel.ts";
import { onceMore } from "../tools/onceMore.ts";
import { keyOf, ranBefore } from "../tools/ranBefore.ts";
import { observe } from "./observe.ts";
import { stockTslab } from "./stockTslab.ts";
import { tslabTypes } from "./tslabTypes.ts";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
const chapters = readdirSync(folder)
  .filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name))
  .sort();
assert.ok(chapters.length >= 2, "the chapters are where this test looks");
const onTslab = ranBefore(fileURLToPath(new URL("./ran.json", import.meta.url)));
/** Runs every chapter whole, also one that ran before as it stands. */
const all = process.env.TSLAB === "all";

/** After an error stock tslab drops, for 200 ms, whatever arrives. */
const abortWindowMs = 400;

const advice = `
Stock tslab has TypeScript 5.0 with old module resolution, and a fault of its own: { name } is not found where an
earlier cell declares the name. In a chapter, write { name: name }.`;

describe("the chapters, on stock tslab", () => {
  const cellsOf = new Map<string, CodeCell[]>();
  before(async () => {
    for (const chapter of chapters) {
      const { cells } = await readNotebook(join(folder, chapter));
      cellsOf.set(
        chapter,
        cells.filter((cell) => cell.cell_type === "code"),
      );
    }
  });

  test("pass its TypeScript, with the library as it is today", (context) => {
    const peer = stockTslab(context);
    if (!peer) return;
    const notebooks = [...cellsOf].map(([name, cells]) => ({ name, cells }));
    assert.deepEqual(tslabTypes(peer.argv[1]!, folder, notebooks), []);
    const [wrong, ...more] = tslabTypes(peer.argv[1]!, folder, [
      { name: "wrong", cells: [{ ...notebooks[0]!.cells[0]!, source: "const a: number = 'b'" }] },
    ]);
    assert.match(wrong ?? "", /TS2322/);
    assert.deepEqual(more, []);
  });

  test("find on it all that they import, in the library as it is today", async (context) => {
    const peer = stockTslab(context);
    if (!peer) return;
    const sources = [...cellsOf.values()].flat().map(({ source }) => source);
    const names = sources.flatMap((source) =>
      [...source.matchAll(/^(?:import .*|\}) from "(.+)";$/gm)].map(([, name]) => name),
    );
    const imports = [...new Set(names)].map((name, i) => `import * as module${i} from "${name}";`);
    assert.ok(imports.length > 3);
    const keys = imports.map((_, i) => `Object.keys(module${i}).length > 0`);
    const loaded = `[${keys.join(", ")}].every(Boolean)`;
    await onceMore(context, () =>
      withKernel("what chapters import", peer.argv, async (kernel) => {
        const { errors, text } = await observe(kernel, `${imports.join("\n")}\nconsole.log(${loaded})`);
        assert.equal(errors, "");
        assert.equal(text.trim(), "true");
      }),
    );
  });

  // What it takes to run a chapter is seconds to minutes. One whose code has run on this tslab runs on it again: what
  // else may change, the library's types and its loading there, is looked at above; the first is run each time.
  for (const chapter of chapters) {
    test(`${chapter} runs whole, or has run as it stands`, async (context) => {
      const peer = stockTslab(context);
      if (!peer) return;
      const cells = cellsOf.get(chapter)!;
      const { version } = createRequire(peer.argv[1]!)("tslab/package.json") as { version: string };
      const key = keyOf([version, cells.map(({ source, metadata }) => [source, metadata.tags ?? []])]);
      if (!all && chapter !== chapters[0] && onTslab.has(chapter, key)) {
        context.diagnostic("Its code has run on this tslab; TSLAB=all runs it again.");
        return;
      }
      await onceMore(context, () =>
        withKernel(chapter, peer.argv, async (kernel) => {
          for (const cell of cells) await assertRuns(kernel, cell);
        }),
      );
      if (process.env.CI) context.diagnostic("Run it outside CI and commit ran.json, and CI need not.");
      else onTslab.note(chapter, key, chapters);
    });
  }
});

async function withKernel(
  name: string,
  argv: readonly string[],
  use: (kernel: KernelClient) => Promise<void>,
): Promise<void> {
  const kernel = await boundedKernel({ name: `tslab, ${name}`, argv, cwd: folder });
  try {
    await use(kernel);
  } finally {
    await kernel.close();
  }
}

async function assertRuns(kernel: KernelClient, cell: CodeCell): Promise<void> {
  const { errors } = await observe(kernel, cell.source);
  if (cell.metadata.tags?.includes("raises-exception")) {
    assert.match(errors, /CheckError/, `cell ${cell.id} is a check that fails until the exercise is solved`);
    await pause(abortWindowMs);
  } else {
    assert.equal(errors, "", `cell ${cell.id} fails on tslab:\n${errors}${advice}`);
  }
}

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { KernelClient } from "../../kernel/jupyter/client.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { boundedKernel } from "../tools/boundedKernel.ts";
import { onceMore } from "../tools/onceMore.ts";
import { observe } from "./observe.ts";
import { stockTslab } from "./stockTslab.ts";

const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
const chapters = readdirSync(folder).filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name));
assert.ok(chapters.length >= 2, "the chapters are where this test looks");

/** After an error stock tslab drops, for 200 ms, whatever arrives. */
const abortWindowMs = 400;

const advice = `
Stock tslab has TypeScript 5.0 with old module resolution, and a fault of its own: { name } is not found where an
earlier cell declares the name. In a chapter, write { name: name }.`;

for (const chapter of chapters) {
  test(`${chapter} runs on the stock tslab kernel`, async (context) => {
    const peer = stockTslab(context);
    if (!peer) return;
    const { cells } = await readNotebook(join(folder, chapter));
    await onceMore(context, async () => {
      const kernel = await boundedKernel({ name: `tslab in ${chapter}`, argv: peer.argv, cwd: folder });
      try {
        for (const cell of cells) if (cell.cell_type === "code") await assertRuns(kernel, cell);
      } finally {
        await kernel.close();
      }
    });
  });
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

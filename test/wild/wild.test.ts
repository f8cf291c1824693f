import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { type KernelClient, startKernel } from "../../kernel/jupyter/install/client.ts";
import { installKernel } from "../../kernel/jupyter/install/installKernel.ts";
import type { KernelSpec } from "../../kernel/jupyter/install/kernelSpec.ts";
import type { CodeCell, Output } from "../../kernel/notebook/notebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { observeWild } from "./observeWild.ts";
import { type Expected, readProjects, type WildProject } from "./readProjects.ts";
import { unpack, writeFiles } from "./unpack.ts";

const prefix = await mkdtemp(join(tmpdir(), "wild-prefix-"));
const kernelFolder = await installKernel({ name: "wild", prefix });
const { argv, env } = JSON.parse(await readFile(join(kernelFolder, "kernel.json"), "utf8")) as KernelSpec;
after(() => rm(prefix, { recursive: true }));

describe("opened by the installed kernel", { concurrency: 2 }, () => {
  for (const project of readProjects())
    test(`${project.name}: ${project.title}`, { timeout: 180_000 }, async (t) => {
      const root = await unpack(project);
      t.after(() => rm(root, { recursive: true }));
      const folder = join(root, project.folder);
      const kernel = await startKernel(argv, folder, { ...process.env, ...env });
      try {
        await complete(kernel, "1"); // the checker is there from the first cell on
        for (const { source, edits, expected } of project.cells) {
          await writeFiles(root, edits);
          assert.deepEqual(observeWild(await execute(kernel, source), root), expected, source);
        }
        for (const [typed, name] of project.completes)
          assert.ok((await complete(kernel, typed)).includes(name), `"${typed}" is not completed by ${name}`);
      } finally {
        await kernel.close();
      }
    });
});

describe("run whole", { concurrency: 2 }, () => {
  for (const project of readProjects()) {
    if (project.cells.some(({ edits }) => edits.size > 0)) continue; // nobody edits files meanwhile
    test(`${project.name}: ${project.title}`, { timeout: 180_000 }, async (t) => {
      const root = await unpack(project);
      t.after(() => rm(root, { recursive: true }));
      const path = join(root, project.folder, "own.ipynb");
      const cells = project.cells.map(({ source }, index) => codeCell(source, `c${index + 1}`));
      const given = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
      const { notebook } = await runNotebook(given, { path, allowErrors: true, timeoutMs: 60_000 });
      for (const [index, cell] of notebook.cells.entries()) {
        const outputs = cell.cell_type === "code" ? cell.outputs : [];
        assert.deepEqual(observeWild(outputs, root), withoutFindings(project, index), cell.source);
      }
    });
  }
});

/** Types are looked at where someone asks for them. */
function withoutFindings({ cells }: WildProject, index: number): Expected {
  const { finds: _, ...rest } = cells[index]!.expected;
  return rest;
}

async function execute(kernel: KernelClient, code: string): Promise<Output[]> {
  const { published } = await kernel.ask("execute_request", { code });
  const shown = new Set(["stream", "display_data", "execute_result", "error"]);
  return published
    .filter(({ header }) => shown.has(header.msg_type))
    .map(({ header, content }) => ({ output_type: header.msg_type, ...content }) as unknown as Output);
}

async function complete(kernel: KernelClient, code: string): Promise<readonly string[]> {
  const { reply } = await kernel.ask("complete_request", { code, cursor_pos: code.length });
  return reply.content.matches as string[];
}

const codeCell = (source: string, id: string): CodeCell => ({
  cell_type: "code",
  id,
  source,
  metadata: {},
  execution_count: null,
  outputs: [],
});

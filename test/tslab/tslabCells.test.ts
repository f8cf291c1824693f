import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ours, type Peer } from "../../bench/kernel/peers.ts";
import { CellLanguage } from "../../kernel/check/cellLanguage.ts";
import { diskPlace } from "../../kernel/check/diskPlace.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { boundedKernel } from "../tools/boundedKernel.ts";
import { onceMore } from "../tools/onceMore.ts";
import { expected, observe, observed } from "./observe.ts";
import { stockTslab } from "./stockTslab.ts";
import { javascriptCells, type TslabCell, typescriptCells } from "./tslabCells.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const notebooks = { TypeScript: typescriptCells, JavaScript: javascriptCells };

async function assertIn({ name, argv, env }: Peer, cells: readonly TslabCell[]): Promise<void> {
  const kernel = await boundedKernel({ name, argv, cwd: root, env: { ...process.env, ...env } });
  try {
    for (const cell of cells) {
      assert.deepEqual(await observe(kernel, cell.source), expected(cell), cell.source);
    }
  } finally {
    await kernel.close();
  }
}

/** tslab's own kernel for JavaScript. */
const asJavaScript = (peer: Peer): Peer => ({ ...peer, argv: [...peer.argv, "--js"] });

for (const [language, cells] of Object.entries(notebooks)) {
  test(`stock tslab runs the ${language} cells: its users write such`, async (context) => {
    const peer = stockTslab(context);
    if (!peer) return;
    await onceMore(context, () => assertIn(language === "TypeScript" ? peer : asJavaScript(peer), cells));
  });

  test(`our kernel runs tslab's ${language} cells, unchanged`, () => {
    const [, unchecked] = ours; // what the checker says of them is another test's matter
    return assertIn(unchecked as Peer, cells);
  });

  test(`genloss run runs tslab's ${language} cells, unchanged`, async () => {
    const code = cells.map(({ source }, index): CodeCell => {
      return {
        cell_type: "code",
        id: `cell-${index}`,
        source,
        metadata: {},
        execution_count: null,
        outputs: [],
      };
    });
    const given = { cells: code, metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
    const { notebook, failure } = await runNotebook(given, { path: join(root, "tslab.ipynb") });
    assert.equal(failure, undefined);
    for (const [index, cell] of notebook.cells.entries()) {
      const wanted = expected(cells[index] as TslabCell);
      // A file keeps what an updated display shows last.
      const displays = cell.source.includes("newDisplay") ? wanted.displays.slice(-1) : wanted.displays;
      const outputs = cell.cell_type === "code" ? cell.outputs : [];
      assert.deepEqual(observed(outputs as never), { ...wanted, displays }, cell.source);
    }
  });
}

/** A notebook's folder away from this project, with the real tslab if wanted. */
async function folderWith(real: Peer | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tslab-"));
  const packages = join(folder, "node_modules");
  await mkdir(packages);
  const [, program] = real?.argv ?? [];
  if (program) await symlink(join(program, "../.."), join(packages, "tslab"), "junction");
  return folder;
}

async function assertTyped(real: Peer | undefined): Promise<void> {
  const folder = await folderWith(real);
  try {
    const language = new CellLanguage(diskPlace(folder));
    for (const { source } of typescriptCells) {
      assert.deepEqual(language.diagnostics(source), [], source);
      language.add(source);
    }
    const [wrong] = language.diagnostics("tslab.display.html(1)");
    assert.equal(wrong?.code, 2345, "a number is no HTML");
    const at = language.inspect("tslab.display", "tslab.disp".length);
    assert.match(at?.signature ?? "", /\bDisplay\b/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("the checker knows tslab's display where tslab is not installed", () => assertTyped(undefined));

test("the checker takes the types of the real tslab where it is installed", async (context) => {
  const peer = stockTslab(context);
  if (peer) await assertTyped(peer);
});

test("a file beside the notebook displays through tslab as well", async () => {
  const folder = await folderWith(undefined);
  try {
    const helper =
      'import * as tslab from "tslab";\nexport const greet = (): void => tslab.display.html("<p>hi</p>");\n';
    await writeFile(join(folder, "helper.ts"), helper);
    const source = 'import { greet } from "./helper.ts";\ngreet()';
    const cell = {
      cell_type: "code",
      id: "a",
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    } as const;
    const given = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
    const { notebook } = await runNotebook(given, { path: join(folder, "own.ipynb") });
    const [ran] = notebook.cells;
    assert.deepEqual(observed((ran as CodeCell).outputs as never).displays, [["text/html", "<p>hi</p>"]]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The programs that run notebooks without a front end: nbclient, nbconvert --execute, papermill; and Jupyter's manager. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { onceMore } from "../tools/onceMore.ts";
import { runProgram } from "../tools/runProgram.ts";
import { findJupyter, kernelName, skipWithout } from "./tools/jupyter.ts";

const jupyter = await findJupyter();
const helper = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** How often nbclient runs 30 cells of 20 lines. */
const nbclientRuns = Number(process.env.NBCLIENT_RUNS ?? 10);

describe("without a front end", { skip: skipWithout(jupyter) }, () => {
  if ("reason" in jupyter) return;
  const notebooks = join(jupyter.root, "notebooks");
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "notebooks-"));
    await symlink(join(jupyter.root, "node_modules"), join(folder, "node_modules"), "junction"); // what chapters import
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const codeCells = async (path: string): Promise<CodeCell[]> => {
    const { cells }: Notebook = parseNotebook(await readFile(path, "utf8"), path);
    return cells.filter((cell) => cell.cell_type === "code");
  };
  const mayFail = ({ metadata }: CodeCell): boolean =>
    ((metadata.tags ?? []) as string[]).includes("raises-exception");
  const chapters = async (): Promise<string[]> =>
    (await readdir(notebooks)).filter((file) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(file)).sort();

  test(`nbclient gets 30 cells × 20 lines whole in ${nbclientRuns} of ${nbclientRuns} runs`, async (t) => {
    const { stdout } = await onceMore(t, () =>
      runProgram(jupyter.program("python"), [helper("./runs.py"), String(nbclientRuns), "30", "20"]),
    );
    assert.deepEqual(stdout.trim().split("\n"), Array<string>(nbclientRuns).fill("30"));
  });

  test("nbconvert --execute runs the first chapter, and the beginning of the one with networks", async (t) => {
    const [first = "", ...more] = await chapters();
    const sources = await Promise.all(more.map((name) => readFile(join(notebooks, name), "utf8")));
    const networks = sources.findIndex((source) => source.includes("generation-loss/tensor"));
    assert.ok(networks >= 0, "a chapter opens the tensors");
    for (const { chapter, most } of [
      { chapter: first, most: Number.POSITIVE_INFINITY },
      // Up to its long training: that is the library's, and the same in every client.
      { chapter: more[networks]!, most: 10 },
    ]) {
      const { cells, ...rest }: Notebook = parseNotebook(
        await readFile(join(notebooks, chapter), "utf8"),
        chapter,
      );
      const given = join(folder, `given-${chapter}`);
      const code = cells.filter((cell) => cell.cell_type === "code").slice(0, most);
      await writeFile(given, JSON.stringify({ ...rest, cells: code }));
      const args = [
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        "--output-dir",
        folder,
        "--output",
        chapter,
        given,
      ];
      await onceMore(t, () => runProgram(jupyter.program("jupyter"), args));
      for (const cell of await codeCells(join(folder, chapter))) {
        if (cell.source.trim() !== "") assert.ok(cell.execution_count, `${chapter}: cell ${cell.id} was run`);
        const errors = cell.outputs.filter(({ output_type: type }) => type === "error");
        assert.ok(
          errors.length === 0 || mayFail(cell),
          `${chapter}: cell ${cell.id} fails: ${JSON.stringify(errors)}`,
        );
      }
    }
  });

  test("papermill runs a chapter with its cells that fail on purpose", async (t) => {
    const [chapter = ""] = await chapters();
    const out = join(folder, "papermill.ipynb");
    const args = [
      "--engine",
      kernelName,
      "--no-progress-bar",
      "--cwd",
      notebooks,
      join(notebooks, chapter),
      out,
    ];
    await onceMore(t, () => runProgram(jupyter.program("papermill"), args));
    for (const cell of await codeCells(out))
      if (cell.source.trim() !== "") assert.ok(cell.execution_count, `cell ${cell.id} was run`);
  });

  test("papermill writes parameters as TypeScript", async (t) => {
    const cell = (id: string, source: string, tags: string[]) => ({
      cell_type: "code",
      id,
      source,
      metadata: { tags },
      execution_count: null,
      outputs: [],
    });
    const cells = [
      cell("given", "let n: number = 1; // how many\nlet label = 'a'", ["parameters"]),
      cell(
        "used",
        "JSON.stringify([n, label, list, big, none, on, deep], (_, v) => typeof v === 'bigint' ? v + 'n' : v)",
        [],
      ),
    ];
    const metadata = { kernelspec: { name: kernelName, display_name: "TypeScript", language: "typescript" } };
    const [given, out, yaml] = ["given.ipynb", "out.ipynb", "parameters.yaml"].map((name) =>
      join(folder, name),
    );
    await writeFile(given!, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
    await writeFile(
      yaml!,
      `n: 5\nlabel: "it's \\"x\\"\\n$1 é🙂"\nlist: [1, 2.5, -1.0e-7]\nbig: 12345678901234567890\nnone: null\n"on": true\ndeep: {"a b": [{}]}\n`,
    );
    await onceMore(t, () =>
      runProgram(jupyter.program("papermill"), ["--no-progress-bar", given!, out!, "-f", yaml!]),
    );
    const [, injected, used] = await codeCells(out!);
    assert.deepEqual(injected?.metadata.tags, ["injected-parameters"]);
    const [result] = used?.outputs ?? [];
    const wanted = [
      5,
      'it\'s "x"\n$1 é🙂',
      [1, 2.5, -1e-7],
      "12345678901234567890n",
      null,
      true,
      { "a b": [{}] },
    ];
    const text = result?.output_type === "execute_result" ? String(result.data["text/plain"]) : "";
    assert.deepEqual(JSON.parse(text.slice(1, -1).replaceAll("\\\\", "\\")), wanted);
    const { stdout } = await onceMore(t, () =>
      runProgram(jupyter.program("papermill"), ["--help-notebook", given!]),
    );
    assert.match(stdout, /n: number \(default 1\)\s+how many/);
  });

  test("process.exit() has Jupyter start the kernel anew, with a word", async (t) => {
    const { stdout } = await onceMore(t, () =>
      runProgram(jupyter.program("python"), [helper("./restarts.py")]),
    );
    assert.deepEqual(stdout.trim().split("\n"), ["['KernelExit']", "restarted 1", `["'undefined'"]`]);
  });
});

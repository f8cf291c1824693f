import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { importedBy } from "../../kernel/compile/importedBy.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { cellCompiler, chartDrawer } from "../../kernel/page/importsTable.ts";
import { tableOf } from "../../kernel/pageBuild/tableOf.ts";
import { type Cache, contentHash } from "../cache.ts";
import { codeHash } from "../codeHash.ts";
import type { CompressedSizes } from "../compressedSizes.ts";
import { digestOf } from "../digestOf.ts";
import { buildTypes } from "./buildTypes.ts";
import { bundledLicences } from "./bundledLicences.ts";
import { bundleLive } from "./bundleLive.ts";
import { codeIn, type LiveCell, type LiveChapter, liveCells, sourcesDigest } from "./liveChapter.ts";
import { registered } from "./registered.ts";
import { workerFile } from "./workerFile.ts";

/** What runs a chapter's cells in its page. */
export interface Live {
  /** By path in the site. */
  readonly files: ReadonlyMap<string, string>;
  /** The scripts of a chapter by its file, as its page names them. */
  readonly scripts: ReadonlyMap<string, LiveScripts>;
  /**
   * What the first Run of a page loads beside the modules that its cells import, what the first Edit adds, and what an exercise
   * or a guess loads as it comes into sight.
   */
  loads(file: string): Readonly<Record<"run" | "edit" | "exercise", readonly string[]>>;
}

export interface LiveScripts {
  /** The program. */
  readonly run: string;
  /** The cells. */
  readonly cells: string;
  readonly edit: string;
  /** What marks answers, and keeps guesses. */
  readonly practice: string;
  /** What puts a reader's answers into the notebook, and the notebook. */
  readonly answers: string;
  readonly notebook: string;
}

interface Chapter {
  readonly file: string;
  readonly slug: string;
  readonly notebook: Notebook;
}

interface LiveSources {
  readonly root: string;
  /** A digest of what cells import. */
  readonly sources: string;
  readonly cache: Cache;
  readonly sizes: CompressedSizes;
}

const folder = "assets/live";

/** Compiles the chapters' cells, and bundles what they import, once for all chapters. */
export async function buildLive(
  { root, sources, cache, sizes }: LiveSources,
  chapters: readonly Chapter[],
): Promise<Live> {
  const files = new Map<string, string>();
  const compiled = new Map<string, CompiledCells>();
  for (const { file, notebook } of chapters) compiled.set(file, await compiledCells(file, notebook, cache));
  const specifiers = [...new Set([...compiled.values()].flatMap(({ imports }) => imports))].sort();
  const modules = await cache.remember("live-modules", [sources, specifiers], async () => {
    const { buildPageModules } = await import("../../kernel/pageBuild/buildPageModules.ts");
    const { table, sources, inputs } = await buildPageModules(specifiers, join(root, "notebooks"));
    return { table, sources: [...sources], inputs: inputs.map((path) => relative(root, path)) };
  });
  const texts = new Map(modules.sources);
  for (const [name, text] of texts) files.set(`${folder}/${name}`, registered(name, text));
  const worker = await add(
    "worker",
    await cache.remember("live-worker", sources, async () => {
      const { buildCellWorker } = await import("../../kernel/pageBuild/buildCellWorker.ts");
      return buildCellWorker();
    }),
    workerFile,
  );
  const wasm: Record<string, string> = {};
  if ([...texts.values()].some((text) => text.includes(wasmSuffix)))
    for (const [name, bytes] of await wasmFiles(root)) wasm[name] = await add(name, bytes);
  const client = new URL("../theme/live/", import.meta.url);
  const inputs = [...modules.inputs.map((path) => resolve(root, path)), ...(await inputsOfEngine(cache))];
  const script = async (entry: string): Promise<string> => {
    const { text, from } = await bundleLive([fileURLToPath(new URL(`${entry}.ts`, client))], cache);
    inputs.push(...from);
    const path = `${folder}/${entry}.${contentHash(text, 8)}.js`;
    files.set(path, text);
    return path;
  };
  const [run, edit, answers] = [await script("run"), await script("edit"), await script("answers")];
  const practice = await script("practice");
  const types = await buildTypes(root, specifiers, sources, cache, sizes);
  for (const [name, text] of types.files) files.set(`${folder}/${name}`, text);
  inputs.push(...types.inputs);
  files.set(`${folder}/LICENCES.txt`, bundledLicences(inputs));
  const compiler = modules.table.entries[cellCompiler]!;
  const scripts = new Map<string, LiveScripts>();
  for (const { file, slug, notebook } of chapters) {
    const { imports, cells: live } = compiled.get(file)!;
    const own = [...imports, chartDrawer, cellCompiler];
    const table = await cache.latest("live-tables", file, [await codeHash(), sources, specifiers, own], () =>
      tableOf(modules.table, texts, own),
    );
    const usesTensors = Object.keys(table.needs).some((name) => texts.get(name)?.includes(wasmSuffix));
    const typesOfIt = await add(`${slug}-types`, JSON.stringify(types.of([...new Set(imports)].sort())));
    const chapter: LiveChapter = {
      ...{ cells: live, table, worker, types: typesOfIt, digest: sourcesDigest(notebook) },
      files: usesTensors ? wasm : {},
    };
    const text = JSON.stringify(chapter);
    const cells = `${slug}.${contentHash(text, 8)}.js`;
    files.set(`${folder}/${cells}`, registered("cells", text));
    const source = await add(`${slug}-notebook`, JSON.stringify(withoutOutputs(notebook)), (_, text) =>
      registered("notebook", text),
    );
    scripts.set(file, {
      run,
      edit,
      answers,
      practice,
      cells: `${folder}/${cells}`,
      notebook: `${folder}/${source}`,
    });
  }
  return {
    files,
    scripts,
    loads(file) {
      const own = scripts.get(file);
      return own
        ? {
            run: [run, own.cells, `${folder}/${worker}`],
            edit: [edit, `${folder}/${compiler}`],
            exercise: [practice],
          }
        : { run: [], edit: [], exercise: [] };
    },
  };

  async function add(stem: string, text: string, asFile = registered): Promise<string> {
    const name = `${stem}.${contentHash(text, 8)}.js`;
    files.set(`${folder}/${name}`, asFile(name, text));
    return name;
  }
}

const wasmSuffix = ".wasm";

/** As chapters are handed out: what the cells gave with the starters says nothing of an answer. */
const withoutOutputs = ({ cells, ...rest }: Notebook): Notebook => ({
  ...rest,
  cells: cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  ),
});

/** What its cells import, and they themselves, ready to run. */
interface CompiledCells {
  readonly imports: readonly string[];
  readonly cells: readonly LiveCell[];
}

const compiledCells = async (file: string, notebook: Notebook, cache: Cache): Promise<CompiledCells> =>
  cache.latest("live-cells", file, [await codeHash(), codeIn(notebook).map(digestOf)], () => ({
    imports: importsIn(notebook),
    cells: liveCells(notebook),
  }));

const importsIn = ({ cells }: Notebook): string[] =>
  cells.flatMap((cell) => (cell.cell_type === "code" ? importsOf(cell.source) : []));

/** A cell that only shows what goes wrong may be no program. */
function importsOf(source: string): string[] {
  try {
    return importedBy(source);
  } catch {
    return [];
  }
}

/** Of the tensors' backend, in base64. */
async function wasmFiles(root: string): Promise<[name: string, base64: string][]> {
  const from = dirname(createRequire(join(root, "lib/tensor/")).resolve("@tensorflow/tfjs-backend-wasm"));
  const names = (await readdir(from)).filter((name) => name.endsWith(".wasm"));
  return Promise.all(
    names.map(async (name) => [name, (await readFile(join(from, name))).toString("base64")] as const),
  ) as Promise<[string, string][]>;
}

/** Of the worker and of the compiler, which are built as texts. */
async function inputsOfEngine(cache: Cache): Promise<readonly string[]> {
  const entries = ["cellWorker", "cellCompiler"].map((name) =>
    fileURLToPath(new URL(`../../kernel/page/${name}.ts`, import.meta.url)),
  );
  return (await bundleLive(entries, cache)).from;
}

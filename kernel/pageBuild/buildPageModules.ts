import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile, type Plugin, transform } from "esbuild";
import { cellCompiler, chartDrawer, type ImportsTable } from "../page/importsTable.ts";
import { buildCellCompiler } from "./buildCellCompiler.ts";

/** What the cells of a page import, ready for the page. */
export interface PageModuleFiles {
  readonly table: ImportsTable;
  /** The sources, by their names in the table. */
  readonly sources: ReadonlyMap<string, string>;
  /** Paths of the files that they were bundled from. */
  readonly inputs: readonly string[];
}

const drawer = fileURLToPath(new URL("../display/drawVegaLite.ts", import.meta.url));
const asked = "cell-import:";

/**
 * Bundles what cells import, for the worker of a page. What several of them share is one file, and what a library
 * imports on demand is a file of its own, loaded on demand there too.
 *
 * @param specifiers as cells write them; a module of Node's own is left out, and refused as a cell imports it
 * @param directory where the cells stand: imports resolve from there
 * @throws {Error} if one cannot be found or needs a module of Node, with esbuild's words
 */
export async function buildPageModules(
  specifiers: readonly string[],
  directory: string,
): Promise<PageModuleFiles> {
  const names = [...new Set(specifiers)].filter((name) => !name.startsWith("node:")).sort();
  const { outputFiles, metafile } = await build({
    entryPoints: [
      ...names.map((specifier) => ({ in: asked + specifier, out: specifier.replaceAll(/[^\w.-]+/g, "-") })),
      { in: drawer, out: "draw-vega-lite" },
    ],
    absWorkingDir: directory,
    outdir: "out",
    plugins: [cellImports(directory), missingPackages],
    bundle: true,
    splitting: true,
    // Names stay: a class is shown by its name, here as everywhere.
    minifySyntax: true,
    minifyWhitespace: true,
    platform: "browser",
    target: "es2024",
    format: "esm",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const sources = new Map<string, string>();
  const needs: Record<string, readonly string[]> = {};
  const entries: Record<string, string> = {};
  for (const { path, text } of outputFiles) {
    const name = basename(path);
    sources.set(name, await asFunctionBody(text));
  }
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const name = basename(path);
    needs[name] = output.imports.filter(isNeeded).map((each) => basename(each.path));
    const entry = output.entryPoint;
    const specifier = entry === undefined ? undefined : specifierOf(entry, names, name);
    if (specifier !== undefined) entries[specifier] = name;
  }
  const compiler = await buildCellCompiler();
  const name = `compile-cell-${createHash("sha256").update(compiler).digest("hex").slice(0, 8)}.js`;
  sources.set(name, compiler);
  return {
    table: { entries: { ...entries, [cellCompiler]: name }, needs: { ...needs, [name]: [] } },
    sources,
    // What is no file has a kind before it: `(disabled):`, `missing-package:`.
    inputs: Object.keys(metafile.inputs).flatMap((path) =>
      /^[\w()-]{2,}:/.test(path) ? [] : [join(directory, path)],
    ),
  };
}

const isNeeded = ({ kind, external }: Metafile["outputs"][string]["imports"][number]): boolean =>
  kind === "import-statement" && !external;

/** The specifier that an entry of esbuild's stands for. */
function specifierOf(entry: string, names: readonly string[], file: string): string | undefined {
  if (file.startsWith("draw-vega-lite-")) return chartDrawer;
  return names.find((name) => entry === asked + name || entry.endsWith(asked + name));
}

/**
 * A module's text as the body of a function of `module` and `require`, names that esbuild gives to nothing else: a worker
 * that reaches no network runs it from a text, and the same from a folder as from a server.
 */
async function asFunctionBody(text: string): Promise<string> {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: "es2024",
    supported: { "dynamic-import": true },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "silent",
  });
  return code.replaceAll(/\bimport\(("\.\/[^"]+")\)/g, "require.import($1)");
}

/** Each import of a cell's as a module of its own, which passes the real one on. */
const cellImports = (directory: string): Plugin => ({
  name: "cell-imports",
  setup(build) {
    build.onResolve({ filter: /^cell-import:/ }, ({ path }) => ({
      path: path.slice(asked.length),
      namespace: "cell-import",
    }));
    build.onLoad({ filter: /.*/, namespace: "cell-import" }, ({ path }) => ({
      contents: `export * from ${JSON.stringify(path)}; import * as all from ${JSON.stringify(path)}; export default all["default"];`,
      resolveDir: directory,
    }));
  },
});

/** What a package asks for by `require` and nobody has installed fails as it is asked, as in Node, and not the bundle. */
const missingPackages: Plugin = {
  name: "missing-packages",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (kind !== "require-call" || pluginData === asked || !/[/\\]node_modules[/\\]/.test(importer))
        return null;
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: asked });
      return found.errors.length === 0 ? null : { path, namespace: "missing-package" };
    });
    build.onLoad({ filter: /.*/, namespace: "missing-package" }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`Cannot find the package "${path}"`)});`,
    }));
  },
};

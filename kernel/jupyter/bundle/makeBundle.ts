import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildResult, Plugin } from "esbuild";
import { writeWhole } from "../../files/writeWhole.ts";
import { bundlesFolder, type CurrentBundle, currentFile, stampOf } from "./freshBundle.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const kernel = join(root, "kernel");

/** What begins a thread, and what cells import of the kernel: all from one set of files, so that each module is there once. */
const entries: Readonly<Record<string, string>> = {
  main: join(kernel, "jupyter/main.ts"),
  front: join(kernel, "jupyter/protocol/front.ts"),
  languageThread: join(kernel, "jupyter/language/languageThread.ts"),
  tslab: join(kernel, "tslab/tslab.ts"),
};

/** A native package, and those that are large and not needed at first. */
const external: readonly string[] = ["zeromq", "typescript", "vega", "vega-lite"];

/** What decides, beside the sources, what comes out: the tools, which packages are found, and this folder. */
const others: readonly string[] = [
  ...["package.json", "node_modules/.package-lock.json"].map((path) => join(root, path)),
  ...["makeBundle.ts", "freshBundle.mjs"].map((path) => join(kernel, "jupyter/bundle", path)),
  join(kernel, "jupyter/launch.mjs"),
];

/** Clocks of files are coarse: one that is younger could be written again and carry the same time. */
const settledMs = 2000;

/**
 * Makes one file per thread of the kernel's sources, each with its source map, for `freshBundle` to find.
 *
 * @returns the name of its folder, or undefined if a source was written just now
 * @throws {Error} if there is no esbuild, or nothing can be written
 */
export async function makeBundle(): Promise<string | undefined> {
  const id = `${Date.now().toString(36)}-${process.pid}`;
  const folder = join(bundlesFolder, id);
  mkdirSync(join(folder, "users"), { recursive: true });
  try {
    const mark = join(folder, "users", `${process.pid}@${hostname()}`);
    writeFileSync(mark, ""); // keeps it from being removed before it is whole
    const begun = changedAt(mark); // by the clock of the disk
    const { metafile, outputFiles } = await bundled(folder);
    const inputs = Object.keys(metafile.inputs).map((path) => resolve(root, path));
    const files = [...inputs, ...others];
    const stamps = Object.fromEntries(files.map((path) => [path, stampOf(path)]));
    if (files.every((path) => changedAt(path) < begun - settledMs)) {
      for (const { path, contents } of outputFiles) writeFileSync(path, contents);
      const current: CurrentBundle = {
        root: bundlesFolder,
        node: process.version,
        id,
        main: "main.mjs",
        stamps,
      };
      writeWhole(currentFile, JSON.stringify(current));
      return id;
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;

type Bundled = BuildResult<{ metafile: true; write: false }>;

async function bundled(folder: string): Promise<Bundled> {
  const { build } = await import("esbuild");
  return build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node24",
    external: [...external],
    // As ES modules, of which only what is used comes along.
    mainFields: ["module", "main"],
    define: { "import.meta.url": here },
    plugins: [keepAddresses(folder), oneParser],
    minifyWhitespace: true, // half as much to read; names stay, for whoever reads a stack
    minifySyntax: true,
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
}

const here = "$here";

/**
 * A module in a bundle still finds what stands beside its source: `import.meta.url` is the source's. Only what is itself
 * in the bundle is started from there: `new URL` of an entry is code that runs, while a path of it is for reading.
 */
const keepAddresses = (folder: string): Plugin => ({
  name: "keep-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\/kernel\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8").replace(
        /(?<!fileURLToPath\()new URL\("([^"]+)", import\.meta\.url\)/g,
        (whole, to: string) => {
          const target = resolve(dirname(path), to);
          const [name] = Object.entries(entries).find(([, file]) => file === target) ?? [];
          if (name === undefined) return whole;
          return `new URL(${JSON.stringify(pathToFileURL(join(folder, `${name}.mjs`)).href)})`;
        },
      );
      const place = text.includes("import.meta.url")
        ? `const ${here} = ${JSON.stringify(pathToFileURL(path).href)};`
        : "";
      return { contents: place + text, loader: "ts" };
    });
  },
});

/** Of Sucrase's two forms we import the parser in the one: it is to be that of the other, which its own modules have. */
const oneParser: Plugin = {
  name: "one-parser",
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^sucrase\/dist\/parser\// }, ({ path, resolveDir, kind }) =>
      find(path.replace("/dist/", "/dist/esm/"), { resolveDir, kind }),
    );
  },
};

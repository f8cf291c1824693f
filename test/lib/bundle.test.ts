import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { exports } = JSON.parse(readFileSync(new URL("../../data/package.json", import.meta.url), "utf8"));
const loaders = Object.values<string>(exports).filter((path) => path.endsWith("/load.ts"));

for (const entry of ["lib/index.ts", ...loaders.map((path) => path.replace("./", "data/"))]) {
  test(`${entry} bundles for a page, with no Node module in the graph`, async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
      bundle: true,
      platform: "browser",
      format: "esm",
      target: "es2024",
      splitting: true,
      outdir: "out",
      minify: true,
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const imports = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    const node = imports.filter(({ path }) => path.startsWith("node:") || builtinModules.includes(path));
    assert.deepEqual(node, []);
    const externals = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external),
    );
    assert.deepEqual(externals, []);
    assert.ok(outputFiles.length > 0);
  });
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const { exports } = JSON.parse(readFileSync(new URL("../../data/package.json", import.meta.url), "utf8"));
const loaders = Object.values<string>(exports).filter((path) => path.endsWith("/load.ts"));

/** What danfojs would draw with: asked for inside a test for a window, and not part of the page. */
const leftOut = ["plotly.js-dist-min"];

const libraries = ["lib/index.ts", "lib/tensor/index.ts", "lib/frames/index.ts"];
for (const entry of [...libraries, ...loaders.map((path) => path.replace("./", "data/"))]) {
  test(`${entry} bundles for a page, with no Node module in the graph`, async (t) => {
    const { metafile, outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
      bundle: true,
      platform: "browser",
      format: "esm",
      target: "es2024",
      splitting: true,
      outdir: "out",
      external: leftOut,
      minify: true,
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const imports = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    const node = imports.filter(({ path }) => path.startsWith("node:") || builtinModules.includes(path));
    assert.deepEqual(node, []);
    const externals = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ path, external }) => external && !leftOut.includes(path)),
    );
    assert.deepEqual(externals, []);
    const first = outputFiles.find(({ path }) => /(index|load)\.js$/.test(path))!;
    const whole = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
    t.diagnostic(
      `${kilobytes(gzipSync(first.contents).length)} at once, ${kilobytes(whole)} in all, compressed`,
    );
    assert.ok(first.contents.length > 0);
  });
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

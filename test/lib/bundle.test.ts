import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const { exports } = JSON.parse(readFileSync(new URL("../../data/package.json", import.meta.url), "utf8"));
const loaders = Object.values<string>(exports).filter((path) => path.endsWith("/load.ts"));

/** What danfojs would draw with: asked for inside a test for a window, and not part of the page. */
const leftOut = ["plotly.js-dist-min"];

const libraries = ["lib/index.ts", "lib/tensor/index.ts", "lib/frames/index.ts", "lib/sweep/index.ts"];
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

test("networks bundle for a page without the packages of graphics cards, which are optional", async () => {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  cpSync(join(root, "lib"), join(folder, "lib"), {
    recursive: true,
    filter: (path) => !/node_modules$|tsconfig\.json$/.test(path),
  });
  mkdirSync(join(folder, "node_modules/@tensorflow"), { recursive: true });
  const { peerDependencies } = JSON.parse(readFileSync(join(root, "lib/package.json"), "utf8"));
  for (const name of Object.keys(peerDependencies).filter((each) => /^@tensorflow\/(?!.*-webg)/.test(each)))
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "dir");
  const { metafile, warnings } = await build({
    entryPoints: [join(folder, "lib/tensor/index.ts")],
    bundle: true,
    platform: "browser",
    format: "esm",
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  rmSync(folder, { recursive: true });
  assert.deepEqual(warnings, []);
  const left = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external),
  );
  assert.deepEqual(
    left.map(({ path }) => path),
    ["@tensorflow/tfjs-backend-webgpu", "@tensorflow/tfjs-backend-webgl"],
  );
});

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

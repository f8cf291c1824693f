import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { leaveOutForPage } from "../../../kernel/pageBuild/leaveOutForPage.ts";

const kernel = fileURLToPath(new URL("../../../kernel/", import.meta.url));

/** What a page downloads for these modules of the kernel, in bytes, gzipped. */
async function sizeInPage(...modules: string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: modules.map((path) => `export * from "./${path}";`).join("\n"), resolveDir: kernel },
    bundle: true,
    minify: true,
    plugins: [leaveOutForPage],
    platform: "browser", // a module of Node would not resolve
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]!.contents).length;
}

test("the compiler fits in a page: no module of Node, at most 90 kB", async (t) => {
  const size = await sizeInPage("compile/compileCell.ts");
  t.diagnostic(`compiler: ${(size / 1000).toFixed(1)} kB gzipped`);
  assert.ok(size <= 90_000, `${size} bytes`);
});

test("the engine fits in a page: compiler, session and display, at most 119 kB", async (t) => {
  const size = await sizeInPage("compile/compileCell.ts", "session/session.ts", "display/toMimeBundle.ts");
  t.diagnostic(`engine: ${(size / 1000).toFixed(1)} kB gzipped`);
  assert.ok(size <= 119_000, `${size} bytes`);
});

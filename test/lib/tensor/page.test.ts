// In a real page: a missing WebAssembly is said aloud, and its files are named once for all.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { openTensors as OpenTensors } from "../../../lib/tensor/index.ts";
import { TestBrowser } from "../../tools/testBrowser.ts";

const browser = new TestBrowser();
const root = fileURLToPath(new URL("../../../", import.meta.url));

const {
  outputFiles: [script],
} = await build({
  stdin: { contents: `export { openTensors } from "generation-loss/tensor";`, resolveDir: root },
  ...{
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "lib",
    write: false,
    logLevel: "silent",
  },
});
const server = createServer(async ({ url = "" }, response) => {
  if (url === "/") {
    response.setHeader("content-type", "text/html");
    return response.end('<!doctype html><link rel="icon" href="data:,"><script src="/bundle.js"></script>');
  }
  if (url === "/bundle.js") return response.end(script!.text);
  const file = /^\/files\/([\w.-]+\.wasm)$/.exec(url)?.[1];
  const folder = `${root}node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/`;
  const bytes = file && (await readFile(`${folder}${file}`).catch(() => undefined));
  response.statusCode = bytes ? 200 : 404;
  response.setHeader("content-type", "application/wasm");
  return response.end(bytes || "");
});
await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
after(async () => {
  server.close();
  await browser.close();
});
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

interface Opened {
  backend: string;
  description: string;
}
/** Plain, as it is sent to the page. */
interface Options {
  among: string[];
  wasmFiles?: string;
}

test("a page without the files of WebAssembly computes in JavaScript, and the console says why", async (t) => {
  await browser.open(
    t,
    address,
    {},
    async (page) => {
      const warnings: string[] = [];
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      const { backend, description } = await page.evaluate(open, { among: ["wasm", "js"] });
      assert.equal(backend, "js");
      assert.equal(
        description,
        "Tensors are computed by plain JavaScript. Not used: WebAssembly: its files do not load from beside the page; wasmFiles says where they are.",
      );
      assert.ok(warnings.includes(description), warnings.join("\n"));
    },
    /404|wasm|Aborted/i,
  );
});

test("a page that names the files once has WebAssembly in every later call", async (t) => {
  await browser.open(t, address, {}, async (page) => {
    const files = `${address}files/`;
    const first = await page.evaluate(open, { among: ["js"], wasmFiles: files });
    assert.equal(first.backend, "js");
    assert.equal((await page.evaluate(open, { among: ["wasm", "js"] })).backend, "wasm");
  });
});

/** Runs in the page. */
async function open(options: Options): Promise<Opened> {
  const { lib } = globalThis as unknown as { lib: { openTensors: typeof OpenTensors } };
  const { backend, description } = await lib.openTensors(options as Parameters<typeof OpenTensors>[0]);
  return { backend, description };
}

// A frame in a page: bundles can be whole and still fail when they start, so each is started.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { TestBrowser } from "../../tools/testBrowser.ts";

const browser = new TestBrowser();
after(() => browser.close());

const answer = "globalThis.answer";
const program = `
  import { toFrame } from "./index.ts";
  const frame = toFrame({ word: ["whale", "sea", "whale"], count: [3, 5, 4] });
  ${answer} = {
    values: frame.values,
    mean: frame.column("count").mean(),
    more: frame.loc({ columns: ["count"] }).add(1).values,
    sums: frame.groupby(["word"]).sum().values,
    text: frame.head(1).toString(),
  };`;
const expected = {
  values: [
    ["whale", 3],
    ["sea", 5],
    ["whale", 4],
  ],
  mean: 4,
  more: [[4], [6], [5]],
  sums: [
    ["whale", 7],
    ["sea", 5],
  ],
};

/** Where danfojs looks for plotly, which it only draws with: a worker is not asked for it, a window is. */
const places: Readonly<
  Record<string, { plotly: { external?: string[]; alias?: Record<string, string> }; look: string }>
> = {
  "a worker": {
    plotly: { external: ["plotly.js-dist-min"] },
    look: `new Promise((done, fail) => {
      const worker = new Worker("/program.js");
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = (event) => fail(new Error(event.message));
    })`,
  },
  "a window": {
    plotly: { alias: { "plotly.js-dist-min": "./lib/frames/noPlotly.ts" } },
    look: `new Promise((done, fail) => {
      const script = document.createElement("script");
      addEventListener("error", (event) => fail(new Error(event.message)));
      script.src = "/program.js";
      script.onload = () => done(${answer});
      document.body.append(script);
    })`,
  },
};

for (const [place, { plotly, look }] of Object.entries(places)) {
  test(`a bundle makes a frame in ${place}, with one TensorFlow.js`, async (t) => {
    const inWorker = place === "a worker" ? `\npostMessage(${answer});` : "";
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: program + inWorker,
        resolveDir: fileURLToPath(new URL("../../../lib/frames/", import.meta.url)),
      },
      absWorkingDir: fileURLToPath(new URL("../../../", import.meta.url)),
      bundle: true,
      platform: "browser",
      format: "iife",
      minify: true,
      write: false,
      metafile: true,
      logLevel: "silent",
      ...plotly,
    });
    const [{ contents } = assert.fail("no bundle")] = outputFiles;
    t.diagnostic(`${(gzipSync(contents, { level: 9 }).length / 1000).toFixed(0)} kB, compressed`);
    const files = Object.keys(metafile.inputs).filter((path) => path.includes("@tensorflow/"));
    assert.ok(files.length > 100);
    assert.deepEqual(
      files.filter((path) => /tfjs-(?:layers|converter)\/|\/tf-[^/]+\.js$/.test(path)),
      [],
      "layers and converter are not needed, and a second copy would be of another build",
    );

    const server = createServer(({ url }, response) => {
      const isProgram = url === "/program.js";
      response.setHeader("content-type", isProgram ? "text/javascript" : "text/html");
      response.end(isProgram ? contents : "<!doctype html><link rel=icon href=data:,><body>");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    try {
      await browser.open(t, `http://127.0.0.1:${port}/`, {}, async (page) => {
        const { text, ...seen } = await page.evaluate<typeof expected & { text: string }>(look);
        assert.deepEqual(seen, expected);
        assert.match(text, /whale/);
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

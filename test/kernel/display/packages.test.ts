/** Values of the packages themselves, as they are published: what their objects look like is theirs to change. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import { OutputCollector } from "../../../kernel/session/outputCollector.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";

const packages = ["@observablehq/plot@0.6.17", "apache-arrow@21.1.0", "linkedom@0.18.12"];

/** A folder with the packages, made once per machine; or why there is none. */
function findPackages(): { readonly folder: string } | { readonly reason: string } {
  const name = createHash("sha1").update(packages.join()).digest("hex").slice(0, 12);
  const folder = join(tmpdir(), `genloss-packages-${name}`);
  if (existsSync(folder)) return { folder };
  const part = `${folder}-${process.pid}`;
  try {
    mkdirSync(part);
    writeFileSync(join(part, "package.json"), '{ "private": true }\n');
    execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", ...packages], {
      cwd: part,
      timeout: 300_000,
      stdio: "pipe",
    });
    renameSync(part, folder);
    return { folder };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (existsSync(folder)) return { folder }; // someone else was quicker
    if (process.env.CI) throw error;
    return { reason: `npm could not install ${packages.join(", ")}` };
  }
}

const found = findPackages();

describe("values of packages", { skip: "reason" in found ? found.reason : false }, () => {
  const show = async (source: string): Promise<Record<string, string>> => {
    if ("reason" in found) throw new Error(found.reason);
    createRequire(join(found.folder, "x.js")).resolve("linkedom");
    const session = new Session(await nodeHost(join(found.folder, "notebook.ipynb")));
    const made = new OutputCollector();
    made.start("cell");
    const outputs = new OutputQueue((output) => made.add("cell", output));
    const outcome = await session.run({ id: "cell", source, outputs });
    if (outcome.status === "error") throw new Error(outcome.failure.output.traceback.join("\n"));
    const [shown] = made.of("cell") as (Output & { data: Record<string, string> })[];
    return shown?.data ?? {};
  };
  const plot = `import * as Plot from "@observablehq/plot"; import { parseHTML } from "linkedom";
const { document } = parseHTML("<html><body></body></html>");`;

  test("a plot is a picture", async () => {
    const data = await show(`${plot} Plot.plot({ document, marks: [Plot.dot([[1, 2], [3, 4]])] })`);
    assert.equal(data["text/plain"], "a picture, 640 × 400");
    assert.match(data["image/svg+xml"] ?? "", /^<svg xmlns="[^"]+"[\s\S]*<circle[\s\S]*<\/svg>$/);
  });
  test("a plot with title, legend and caption is a figure", async () => {
    const data =
      await show(`${plot} Plot.plot({ document, title: "Two", caption: "points", color: { legend: true },
      marks: [Plot.dot([{ x: 1, c: "a" }, { x: 2, c: "b" }], { x: "x", fill: "c" })] })`);
    assert.equal(data["text/plain"], "Two\npoints");
    assert.match(data["text/html"] ?? "", /^<figure[\s\S]*<circle[\s\S]*<\/figure>$/);
  });
  test("a document, an element and a list of them are a line each", async () => {
    const html = `import { parseHTML } from "linkedom"; const { document } = parseHTML("<p>1</p><p>2</p>");`;
    assert.match((await show(`${html} document`))["text/plain"] ?? "", /^#document .*$/);
    assert.equal((await show(`${html} document.querySelector("p")`))["text/plain"], "<p>1</p>");
    const list = (await show(`${html} document.querySelectorAll("p")`))["text/plain"];
    assert.equal(list, "2 nodes\n<p>1</p>\n<p>2</p>");
  });
  test("a table of Arrow is a table, with its values", async () => {
    const arrow = `import * as arrow from "apache-arrow"; const t = arrow.tableFromArrays({ a: Int32Array.of(1, 2), b: ["x", "y"] });`;
    const table = "   a  b\n0  1  x\n1  2  y";
    for (const value of ["t", "t.batches[0]"]) {
      const data = await show(`${arrow} ${value}`);
      assert.equal(data["text/plain"], table);
      assert.match(data["text/html"] ?? "", /^<table>/);
    }
    assert.equal((await show(`${arrow} t.getChild("a")`))["text/plain"], "   Int32\n0      1\n1      2");
    const cut = (await show(`${arrow} t.slice(1)`))["text/plain"];
    assert.equal(cut, "   a  b\n0  2  y");
  });
});

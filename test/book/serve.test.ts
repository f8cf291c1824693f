import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { serveBook } from "../../book/serve.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { photocopy } from "./fixtures/photocopy.ts";
import { prose } from "./tools/cells.ts";
import { first, project, storedOutputs } from "./tools/project.ts";

const page = "a-photocopy-of-a-photocopy.html";

const withProse = (text: string): string => {
  const notebook = photocopy();
  return formatNotebook({ ...notebook, cells: [...notebook.cells, prose("added", text)] });
};

/** Reads the stream of changes until it holds this text. */
async function heard(url: string, wanted: RegExp, act: () => Promise<void>): Promise<string> {
  const stop = AbortSignal.timeout(20_000);
  const response = await fetch(`${url}-/changes`, { signal: stop });
  await act();
  let text = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    if (wanted.test(text)) return text;
  }
  return assert.fail(`the stream ended after ${text}`);
}

test("serveBook() serves, rebuilds and reloads; a fault keeps the last good site and is told", async () => {
  await using files = await project();
  const served = await serveBook({ root: files.root, run: storedOutputs(), port: 0 });
  try {
    assert.match(served.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    const get = async (path: string): Promise<string> => (await fetch(served.url + path)).text();
    assert.match(await get(""), /<h1>Generation Loss<\/h1>/);
    assert.match(await get(page), /<script src="\/-\/changes.js">/);
    assert.match(await get("-/changes.js"), /EventSource/);
    assert.doesNotMatch(await get(page), /data-offline/, "no browser keeps what is being written");
    assert.match(await get("service-worker.js"), /registration\.unregister\(\)/);
    const { headers } = await fetch(served.url + page);
    assert.match(
      headers.get("content-security-policy") ?? "",
      /^default-src .none.; script-src .self. .sha256-/,
    );
    assert.equal((await fetch(`${served.url}nothing-here`)).status, 404);
    assert.equal((await fetch(`${served.url}data/a-photocopy-of-a-photocopy-fig-variance.csv`)).status, 200);

    await heard(served.url, /event: reload/, () =>
      files.write(`notebooks/${first}`, withProse("A new sentence.")),
    );
    assert.match(await get(page), /A new sentence/);

    const told = await heard(served.url, /event: fault\n.*\n\n/, () =>
      files.write(`notebooks/${first}`, withProse("[@nobody]")),
    );
    assert.match(told, /unknown-citation: @nobody/);
    assert.match(await get(page), /A new sentence/);

    await heard(served.url, /event: reload/, () => files.write(`notebooks/${first}`, withProse("Mended.")));
    assert.match(await get(page), /Mended/);
  } finally {
    await served.close();
  }
});

test("serveBook() takes the next port when one is taken, and shows a first build that failed", async () => {
  await using files = await project({ solutions: "" });
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const { port } = other.address() as { port: number };
  const served = await serveBook({ root: files.root, run: storedOutputs(), port });
  try {
    assert.ok(Number(new URL(served.url).port) > port);
    const response = await fetch(served.url);
    assert.equal(response.status, 503);
    assert.match(await response.text(), /no-solution/);
  } finally {
    await served.close();
    other.close();
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import { leaveOutForPage } from "../../../kernel/pageBuild/leaveOutForPage.ts";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { assertAsWritten, idOf, observe } from "./observe.ts";
import { readCorpus } from "./readCorpus.ts";

const bundle = await build({
  entryPoints: [fileURLToPath(new URL("./pageEntry.ts", import.meta.url))],
  bundle: true,
  plugins: [leaveOutForPage],
  platform: "browser",
  format: "iife",
  write: false,
  logLevel: "silent",
});
const page = new Script(bundle.outputFiles[0]!.text, { filename: "page.js" });

interface InPage {
  readonly outputs: Output[][];
  /** What a worker would have sent, one by one. */
  readonly messages: CellOutput[];
}

type RunInPage = (cells: readonly { id: string; source: string }[]) => Promise<string>;

async function runInPage(sources: readonly string[]): Promise<InPage> {
  // Only the language and a little of the web: no process, no Buffer, no require.
  const context = createContext({
    setTimeout,
    clearTimeout,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
    URL,
  });
  page.runInContext(context);
  const cells = sources.map((source, index) => ({ id: idOf(index), source }));
  return JSON.parse(await (context.runInPage as RunInPage)(cells)) as InPage;
}

for (const notebook of readCorpus()) {
  if (["node", "compiler", "process"].some((flag) => notebook.flags.has(flag))) continue;
  test(`in a page, ${notebook.title}`, async () => {
    const { outputs } = await runInPage(notebook.cells.map(({ source }) => source));
    assertAsWritten(
      notebook,
      outputs.map((made, index) => observe(made, idOf(index))),
    );
  });
}

test("in a page, 20 000 lines are a few messages, whole and in order", async () => {
  const { outputs, messages } = await runInPage(["for (let i = 0; i < 20_000; i++) console.log(i)"]);
  const text = Array.from({ length: 20_000 }, (_, i) => `${i}\n`).join("");
  assert.deepEqual(outputs[0], [{ output_type: "stream", name: "stdout", text }]);
  assert.ok(messages.length <= 10, `${messages.length} messages`);
});

test("in a page, lines leave before the display that came after them", async () => {
  const cell =
    "for (let i = 0; i < 3; i++) { console.log(i); console.log(i); display(i); console.warn(i) }; 7";
  const { messages } = await runInPage([cell]);
  const order = messages.map((message) =>
    message.output_type === "stream"
      ? `${message.name} ${JSON.stringify(message.text)}`
      : "data" in message
        ? `${message.output_type} ${message.data["text/plain"]}`
        : message.output_type,
  );
  const turn = (i: number): string[] => [`stdout "${i}\\n${i}\\n"`, `display_data ${i}`, `stderr "${i}\\n"`];
  assert.deepEqual(order, [...turn(0), ...turn(1), ...turn(2), "execute_result 7"]);
});

test("in a page, what a cell writes while it waits is seen before its end", async () => {
  const { messages } = await runInPage([
    "console.log('begun'); await new Promise((done) => setTimeout(done, 200)); console.log('done')",
  ]);
  assert.deepEqual(
    messages.map((message) => "text" in message && message.text),
    ["begun\n", "done\n"],
  );
});

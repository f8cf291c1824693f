import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { leaveOutForPage } from "../../../kernel/compile/leaveOutForPage.ts";
import type { Output } from "../../../kernel/notebook/notebook.ts";
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

type RunInPage = (cells: readonly { id: string; source: string }[]) => Promise<string>;

for (const notebook of readCorpus()) {
  if (["node", "compiler", "process"].some((flag) => notebook.flags.has(flag))) continue;
  test(`in a page, ${notebook.title}`, async () => {
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
    const cells = notebook.cells.map(({ source }, index) => ({ id: idOf(index), source }));
    const outputs = JSON.parse(await (context.runInPage as RunInPage)(cells)) as Output[][];
    assertAsWritten(
      notebook,
      outputs.map((made, index) => observe(made, idOf(index))),
    );
  });
}

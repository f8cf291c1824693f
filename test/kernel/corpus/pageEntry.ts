/** The engine as a page has it: bundled without Node, code evaluated by `eval`, a console of its own. */
import { format } from "node-inspect-extracted";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import { OutputCollector } from "../../../kernel/session/outputCollector.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";

let now = new OutputQueue(() => {});
const write =
  (name: "stdout" | "stderr") =>
  (...values: unknown[]): void =>
    now.push({ output_type: "stream", name, text: `${format(...values)}\n` });

async function runInPage(cells: readonly { id: string; source: string }[]): Promise<string> {
  const session = new Session({
    // biome-ignore lint/security/noGlobalEval: running code is what the page is for
    evaluate: (code, name) => globalThis.eval(`${code}\n//# sourceURL=${name}`),
    importModule: (specifier) => Promise.reject(new Error(`"${specifier}" is not available in the page`)),
    meta: {},
    ambient: {},
  });
  const outputs: (readonly Output[])[] = [];
  for (const { id, source } of cells) {
    const made = new OutputCollector();
    made.start(id);
    now = new OutputQueue((output) => made.add(id, output));
    await session.run({ id, source, outputs: now });
    outputs.push(made.of(id));
  }
  return JSON.stringify(outputs);
}

const console = {
  log: write("stdout"),
  info: write("stdout"),
  warn: write("stderr"),
  error: write("stderr"),
};
Object.assign(globalThis, { runInPage, console });

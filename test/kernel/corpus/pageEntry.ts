/** The engine as a page has it: bundled without Node, code evaluated by `eval`, a console of its own. */
import { format } from "node-inspect-extracted";
import { compileCell } from "../../../kernel/compile/compileCell.ts";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { joinStreams } from "../../../kernel/session/joinStreams.ts";
import { OutputCollector } from "../../../kernel/session/outputCollector.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";

let now = new OutputQueue(() => {});
const write =
  (name: "stdout" | "stderr") =>
  (...values: unknown[]): void =>
    now.push({ output_type: "stream", name, text: `${format(...values)}\n` });

/** @returns the outputs of each cell, and every message that a worker would have sent for them */
async function runInPage(cells: readonly { id: string; source: string }[]): Promise<string> {
  const session = new Session({
    compile: compileCell,
    // biome-ignore lint/security/noGlobalEval: running code is what the page is for
    evaluate: (code, name) => globalThis.eval(`${code}\n//# sourceURL=${name}`),
    importModule: (specifier) => Promise.reject(new Error(`"${specifier}" is not available in the page`)),
    meta: {},
    ambient: {},
  });
  const outputs: (readonly Output[])[] = [];
  const messages: CellOutput[] = [];
  for (const { id, source } of cells) {
    const made = new OutputCollector();
    made.start(id);
    const joined = joinStreams((output) => {
      messages.push(output);
      made.add(id, output);
    });
    now = new OutputQueue(joined.emit);
    await session.run({ id, source, outputs: now });
    joined.flush();
    outputs.push(made.of(id));
  }
  return JSON.stringify({ outputs, messages });
}

const console = {
  log: write("stdout"),
  info: write("stdout"),
  warn: write("stderr"),
  error: write("stderr"),
};
Object.assign(globalThis, { runInPage, console });

/**
 * The corpus of what cells mean, through Jupyter: outputs equal to those of every other host. The notebooks of five
 * files share a kernel, as cells of one long notebook, but for those that say they need one of their own: that each stands by
 * itself is shown where a kernel costs less, in a session and in a process of its own.
 */
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { after, describe, test } from "node:test";
import type { Content } from "../../kernel/jupyter/shared/message.ts";
import type { Output } from "../../kernel/notebook/notebook.ts";
import { OutputCollector } from "../../kernel/session/outputCollector.ts";
import { assertAsWritten, idOf, observe } from "../kernel/corpus/observe.ts";
import { type CorpusNotebook, type Expected, notebookPath, readCorpus } from "../kernel/corpus/readCorpus.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { type Exchange, Peer } from "./tools/peer.ts";

const jupyter = await findJupyter();
/** Fewer kernels start, and more names are taken where a notebook needs one that is free. */
const filesTogether = 5;
const workers = Math.min(availableParallelism(), 4);

describe("in Jupyter,", { concurrency: workers, skip: skipWithout(jupyter) }, () => {
  if ("reason" in jupyter) return;
  const start = (): Promise<Peer> =>
    Peer.start(jupyter, {
      transport: "ipc",
      cwd: dirname(notebookPath),
      env: { GENLOSS_TYPES: "off" },
    });

  const corpus = readCorpus();
  const files = [...new Set(corpus.map(({ file }) => file))];
  for (let first = 0; first < files.length; first += filesTogether) {
    const together = files.slice(first, first + filesTogether);
    // In turn: a kernel is asked for one notebook after the other.
    describe(together.join(", "), { concurrency: 1 }, () => {
      let shared: Peer | undefined;
      const leave = async (): Promise<void> => {
        const peer = shared;
        shared = undefined;
        await peer?.close();
      };
      after(leave);

      for (const notebook of corpus.filter(({ file }) => together.includes(file))) {
        test(notebook.title, async () => {
          if (notebook.flags.has("alone")) await leave();
          shared ??= await start();
          try {
            assertAsWritten(notebook, await run(notebook, shared));
          } catch (error) {
            await leave(); // what went wrong is not to go on in the next notebook
            throw error;
          }
          if (notebook.flags.has("alone")) await leave();
        });
      }
    });
  }
});

/**
 * Jupyter shows a number beside each cell, so the kernel calls cells by it; other hosts by id.
 *
 * @param before how many cells the kernel has run for other notebooks
 */
const byId = (content: Content, before: number): Content =>
  JSON.parse(
    JSON.stringify(content)
      .replace(/cell \[(\d+)\]:/g, (_, number) => `cell c${number - before} [${number - before}]:`)
      .replace(/cell \[(\d+)\]/g, (_, number) => `cell \\"c${number - before}\\"`),
  ) as Content;

async function run({ cells }: CorpusNotebook, peer: Peer): Promise<Expected[]> {
  const exchanges: Exchange[] = [];
  for (const [index, { source }] of cells.entries()) {
    const content = {
      code: source,
      silent: false,
      store_history: true,
      allow_stdin: false,
      stop_on_error: false,
    };
    exchanges.push(await peer.ask("execute_request", content, { metadata: { cellId: idOf(index) } }));
  }
  // A timer or a promise that nobody awaits may still speak.
  await peer.execute("await new Promise((done) => setTimeout(done, 150))");
  const before = Number(exchanges[0]?.reply?.content.execution_count) - 1;
  const made = new OutputCollector();
  for (const index of cells.keys()) made.start(idOf(index));
  for (const [index, { published, late }] of exchanges.entries()) {
    for (const { header, content } of [...published, ...late]) {
      if (
        /^(?:stream|error|display_data|execute_result|update_display_data|clear_output)$/.test(
          header.msg_type,
        )
      )
        made.add(idOf(index), { output_type: header.msg_type, ...byId(content, before) } as Output);
    }
  }
  return cells.map((_, index) => observe(made.of(idOf(index)), idOf(index)));
}

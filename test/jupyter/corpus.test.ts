/** The corpus of what cells mean, through Jupyter: outputs equal to those of every other host. */
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { after, describe, test } from "node:test";
import type { Content } from "../../kernel/jupyter/message.ts";
import type { Output } from "../../kernel/notebook/notebook.ts";
import { OutputCollector } from "../../kernel/session/outputCollector.ts";
import { assertAsWritten, idOf, observe } from "../kernel/corpus/observe.ts";
import { type CorpusNotebook, type Expected, notebookPath, readCorpus } from "../kernel/corpus/readCorpus.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { type Exchange, Peer } from "./tools/peer.ts";

const jupyter = await findJupyter();
const workers = Math.min(availableParallelism(), 4);

describe("in Jupyter,", { concurrency: workers, skip: skipWithout(jupyter) }, () => {
  if ("reason" in jupyter) return;
  // A notebook has a kernel of its own, which starts while the one before still runs.
  const start = (): Promise<Peer> => {
    const peer = Peer.start(jupyter, {
      transport: "ipc",
      cwd: dirname(notebookPath),
      env: { GENLOSS_TYPES: "off" },
    });
    peer.catch(() => {});
    return peer;
  };
  const ready: Promise<Peer>[] = [start()];
  after(async () => {
    for (const started of await Promise.allSettled(ready))
      if (started.status === "fulfilled") await started.value.close();
  });

  for (const notebook of readCorpus()) {
    test(notebook.title, async () => {
      const next = ready.shift() ?? start();
      ready.push(start());
      const peer = await next;
      try {
        assertAsWritten(notebook, await run(notebook, peer));
      } finally {
        await peer.close();
      }
    });
  }
});

/** Jupyter shows a number beside each cell, so the kernel calls cells by it; other hosts by id. */
const byId = (content: Content): Content =>
  JSON.parse(
    JSON.stringify(content)
      .replace(/cell \[(\d+)\]:/g, "cell c$1 [$1]:")
      .replace(/cell \[(\d+)\]/g, 'cell \\"c$1\\"'),
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
  await peer.ask("execute_request", {
    code: "await new Promise((done) => setTimeout(done, 150))",
    silent: true,
  });
  const made = new OutputCollector();
  for (const index of cells.keys()) made.start(idOf(index));
  for (const [index, { published, late }] of exchanges.entries()) {
    for (const { header, content } of [...published, ...late]) {
      if (
        /^(?:stream|error|display_data|execute_result|update_display_data|clear_output)$/.test(
          header.msg_type,
        )
      )
        made.add(idOf(index), { output_type: header.msg_type, ...byId(content) } as Output);
    }
  }
  return cells.map((_, index) => observe(made.of(idOf(index)), idOf(index)));
}

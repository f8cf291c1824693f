import { AsyncLocalStorage } from "node:async_hooks";
import { test } from "node:test";
import { catchStreams } from "../../../kernel/node/catchStreams.ts";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import { OutputCollector } from "../../../kernel/session/outputCollector.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";
import type { SessionHost } from "../../../kernel/session/sessionHost.ts";
import { assertAsWritten, idOf, observe } from "./observe.ts";
import { type CorpusNotebook, type Expected, notebookPath, readCorpus } from "./readCorpus.ts";

const running = new AsyncLocalStorage<OutputQueue>();
catchStreams(() => running.getStore());

for (const notebook of readCorpus()) {
  if (notebook.flags.has("process")) continue;
  test(`in a session, ${notebook.title}`, async () => assertAsWritten(notebook, await run(notebook, {})));
  test(`in a session that can be stopped, ${notebook.title}`, async () => {
    const stopSwitch = { flag: new Int32Array(1), isStopped: () => false };
    assertAsWritten(notebook, await run(notebook, { stopSwitch }));
  });
}

async function run({ cells }: CorpusNotebook, more: Partial<SessionHost>): Promise<Expected[]> {
  const session = new Session({ ...(await nodeHost(notebookPath)), ...more });
  const observed: Expected[] = [];
  for (const [index, { source }] of cells.entries()) {
    const made = new OutputCollector();
    made.start(idOf(index));
    const outputs = new OutputQueue((output) => made.add(idOf(index), output));
    await running.run(outputs, () => session.run({ id: idOf(index), source, outputs }));
    observed.push(observe(made.of(idOf(index)), idOf(index)));
  }
  return observed;
}

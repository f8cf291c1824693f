/** The thread of the cells, without the other two: what it says for what it is asked, and when. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CellsThread } from "../../kernel/jupyter/cells/cellsThread.ts";
import type { FrontLink } from "../../kernel/jupyter/cells/frontLink.ts";
import { shared, type ToCells, type ToProtocol } from "../../kernel/jupyter/shared/threads.ts";
import { nodeHost } from "../../kernel/node/nodeHost.ts";

interface Cells {
  readonly thread: CellsThread;
  readonly flags: Int32Array;
  /** What it said, in order and in words. */
  readonly said: string[];
  /** Waits until something was said. */
  until(words: string): Promise<void>;
}

async function cells(): Promise<Cells> {
  const flags = new Int32Array(new SharedArrayBuffer(4 * shared.length));
  const said: string[] = [];
  const link = {
    tell: (message: ToProtocol) => said.push(inWords(message)),
    print: ({ ticket, text }: { ticket: number; text: string }) =>
      void said.push(`print ${ticket} ${text.trim()}`),
    hasRoom: () => true,
  } as unknown as FrontLink;
  const thread = new CellsThread(await nodeHost("/tmp/notebook.ipynb"), link, flags);
  return {
    thread,
    flags,
    said,
    async until(words) {
      for (let waited = 0; !said.includes(words) && waited < 400; waited += 1)
        await new Promise((done) => setTimeout(done, 10));
      assert.ok(said.includes(words), `${words} in ${JSON.stringify(said)}`);
    },
  };
}

function inWords(message: ToProtocol): string {
  if (message.type === "publish") {
    const { data, evalue } = message.content as { data?: Record<string, string>; evalue?: string };
    return `${message.messageType} ${message.ticket} ${data?.["text/plain"] ?? evalue ?? ""}`;
  }
  if (message.type !== "done")
    return "ticket" in message ? `${message.type} ${message.ticket}` : message.type;
  const { ticket, outcome, leaves, userExpressions } = message;
  const how = outcome.status === "ok" ? "ok" : outcome.failure.name;
  const values = Object.keys(userExpressions).length > 0 ? ` ${JSON.stringify(userExpressions)}` : "";
  return `done ${ticket} ${how}${leaves ? " leaves" : ""}${values}`;
}

const execute = (
  ticket: number,
  source: string,
  userExpressions = {},
): Extract<ToCells, { type: "execute" }> => ({
  type: "execute",
  ticket,
  cellId: `[${ticket}]`,
  source,
  userExpressions,
  allowStdin: false,
});

test("a cell's outputs come before its end, and each under its own request", async () => {
  const { thread, said, until } = await cells();
  thread.receive(execute(1, "display(1); const x = 2; x"));
  await until("done 1 ok");
  thread.receive(execute(2, "x + 1"));
  await until("done 2 ok");
  assert.deepEqual(said, [
    "display_data 1 1",
    "execute_result 1 2",
    "done 1 ok",
    "execute_result 2 3",
    "done 2 ok",
  ]);
});

test("a failed cell shows its error, is told as failed, and its expressions are not asked for", async () => {
  const { thread, said, until } = await cells();
  thread.receive(execute(1, "throw new TypeError('no')", { one: "1" }));
  await until("done 1 TypeError");
  assert.deepEqual(said, ["error 1 no", "done 1 TypeError"]);
});

test("expressions come with the end of the cell, values and errors", async () => {
  const { thread, said, until } = await cells();
  thread.receive(execute(1, "const x = 2", { one: "x * 2" }));
  await until('done 1 ok {"one":{"status":"ok","data":{"text/plain":"4"},"metadata":{}}}');
  assert.equal(said.length, 1);
});

test("what a timer shows after its cell's end is still its cell's", async () => {
  const { thread, until, said } = await cells();
  thread.receive(execute(1, "setTimeout(() => display('later'), 20); 1"));
  await until("done 1 ok");
  await until("display_data 1 'later'");
  assert.deepEqual(said, ["execute_result 1 1", "done 1 ok", "display_data 1 'later'"]);
});

test("a stop that comes before its cell ends both: the cell never runs", async () => {
  const { thread, said } = await cells();
  thread.receive({ type: "cut", ticket: 3 });
  assert.deepEqual(said, ["error 3 The cell was stopped", "done 3 Interrupted", "comm-done 3"]);
  thread.receive(execute(3, "display('ran')"));
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(said.length, 3);
});

test("a running cell that is stopped ends as interrupted, once, and what it shows later is not shown", async () => {
  const { thread, flags, said, until } = await cells();
  thread.receive(execute(1, "await new Promise((done) => setTimeout(done, 400)); display('late')"));
  await new Promise((done) => setTimeout(done, 50));
  Atomics.store(flags, shared.interrupt, 1);
  thread.receive({ type: "cut", ticket: 1 });
  await until("done 1 Interrupted");
  thread.receive({ type: "cut", ticket: 1 }); // a second one finds nothing
  await new Promise((done) => setTimeout(done, 500));
  assert.deepEqual(
    said.filter((words) => words.startsWith("done")),
    ["done 1 Interrupted"],
  );
  assert.ok(!said.some((words) => words.includes("late")), JSON.stringify(said));
  thread.receive(execute(2, "1 + 1"));
  await until("done 2 ok");
});

test("a wish to leave ends without running, unless the notebook has such a name", async () => {
  const { thread, until } = await cells();
  thread.receive(execute(1, "exit"));
  await until("done 1 ok leaves");
  thread.receive(execute(2, "const exit = 5"));
  await until("done 2 ok");
  thread.receive(execute(3, "exit"));
  await until("execute_result 3 5");
});

test("a widget's message for a comm that nobody has is dealt with all the same", async () => {
  const { thread, until } = await cells();
  thread.receive({
    ...{ type: "comm", ticket: 1, kind: "comm_msg", metadata: {}, buffers: [] },
    content: { comm_id: "nobody's", data: {} },
  });
  await until("comm-done 1");
});

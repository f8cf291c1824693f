/** A session whose cells can be stopped, by either way of reading the flag. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { type CellOutcome, Session } from "../../../kernel/session/session.ts";

for (const isAtomic of [false, true])
  test(`a loop ends once the flag is set, read ${isAtomic ? "atomically" : "plainly"}; imports and later cells go on`, async () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const host = await nodeHost("/tmp/notebook.ipynb");
    const setFlag = (): void => void Atomics.store(flag, 0, 1);
    using session = new Session({
      ...host,
      ambient: { ...host.ambient, setFlag },
      stopSwitch: { flag, isAtomic, isStopped: () => false },
    });
    const run = (id: string, source: string): Promise<CellOutcome> =>
      session.run({ id, source, outputs: new OutputQueue(() => {}) });
    const told = await run("a", 'import { basename } from "node:path"; let turns = 0; basename("/a/b")');
    assert.equal(told.status, "ok");
    const loop =
      "for (;;) { turns += 1; if (turns === 5) setFlag(); if (turns === 9) throw new Error('went on') }";
    const stopped = await run("b", loop);
    assert.equal(stopped.status === "error" && stopped.failure.name, "Interrupted");
    Atomics.store(flag, 0, 0);
    const after = await run("c", "if (turns !== 5) throw new Error(String(turns))");
    assert.equal(after.status, "ok");
  });

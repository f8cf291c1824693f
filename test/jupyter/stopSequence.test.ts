/** A stop, without threads: what is asked of the cell, of V8 and of the process, in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type StopHost, StopSequence } from "../../kernel/jupyter/protocol/stopSequence.ts";
import { shared, type ToCells } from "../../kernel/jupyter/shared/threads.ts";

/** A kernel whose cell 7 runs; what a stop does to it, in words. */
function busy(changes: Partial<StopHost> = {}): {
  readonly did: string[];
  readonly flags: Int32Array;
  readonly stops: StopSequence;
  end(): void;
} {
  const did: string[] = [];
  const flags = new Int32Array(shared.length);
  let running: number | undefined = 7;
  const stops = new StopSequence({
    flags,
    cellsReady: Promise.resolve(),
    post: (message: ToCells) =>
      void did.push("ticket" in message ? `${message.type} ${message.ticket}` : message.type),
    running: () => running,
    killChildren: () => void did.push("children"),
    terminate: async () => void did.push("V8"),
    end: async (ticket, name) => void did.push(`${name} ${ticket}`),
    ...changes,
  });
  return {
    did,
    flags,
    stops,
    end() {
      running = undefined;
    },
  };
}

const input: ToCells = { type: "input", text: "" };

test("where nothing runs, a stop does nothing", async () => {
  const kernel = busy();
  kernel.end();
  await kernel.stops.stop();
  assert.deepEqual([kernel.did, kernel.flags[shared.interrupt]], [[], 0]);
});

test("a cell that ends by itself is asked, and nothing more", async () => {
  const kernel = busy();
  const stopped = kernel.stops.stop();
  setTimeout(() => kernel.end(), 20);
  await stopped;
  assert.deepEqual(kernel.did, ["cut 7"]);
  assert.equal(kernel.flags[shared.interrupt], 1);
});

test("one that does not is cut: V8 is asked before the children end, and the cut is said before and after", async () => {
  const kernel = busy();
  await kernel.stops.stop();
  assert.deepEqual(kernel.did, ["cut 7", "V8", "cut 7", "children", "cut 7"]);
});

test("what is sent while a cut is under way comes after it, in order", async () => {
  const cut = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const kernel = busy({
    terminate() {
      begun.resolve();
      return cut.promise;
    },
  });
  kernel.stops.tell(input);
  const stopped = kernel.stops.stop();
  await begun.promise;
  kernel.stops.tell(input);
  kernel.stops.tell({ type: "shutdown" });
  assert.deepEqual(kernel.did, ["input", "cut 7", "cut 7", "children"]);
  cut.resolve();
  await stopped;
  kernel.stops.tell(input);
  assert.deepEqual(kernel.did.slice(4), ["cut 7", "input", "shutdown", "input"]);
});

test("two wishes to stop one cell are one stop", async () => {
  const kernel = busy();
  await Promise.all([kernel.stops.stop(), kernel.stops.stop()]);
  assert.equal(kernel.did.filter((what) => what === "V8").length, 1);
});

test("a library's loop inside a timer ends the process, with a word for its cell", async () => {
  let computed = 0;
  const kernel = busy({ computedMs: () => (computed += 300) });
  Atomics.store(kernel.flags, shared.inTimer, 1);
  await kernel.stops.stop();
  assert.deepEqual(kernel.did, ["cut 7", "DeadKernel 7"]);
});

test("a timer's callback that had no turn of the processor yet is not given up for lost", async () => {
  const kernel = busy({ computedMs: () => 0 });
  Atomics.store(kernel.flags, shared.inTimer, 1);
  const stopped = kernel.stops.stop();
  setTimeout(() => kernel.end(), 1500);
  await stopped;
  assert.deepEqual(kernel.did, ["cut 7"]);
});

test("a cell that leaves its timer and goes on is cut like any", async () => {
  const kernel = busy({ computedMs: () => 0 });
  Atomics.store(kernel.flags, shared.inTimer, 1);
  setTimeout(() => Atomics.store(kernel.flags, shared.inTimer, 0), 300);
  await kernel.stops.stop();
  assert.deepEqual(kernel.did, ["cut 7", "V8", "cut 7", "children", "cut 7"]);
});

test("a stop waits until the cells' thread has loaded", async () => {
  const ready = Promise.withResolvers<void>();
  const kernel = busy({ cellsReady: ready.promise });
  const stopped = kernel.stops.stop();
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(kernel.did, []);
  kernel.end(); // over meanwhile
  ready.resolve();
  await stopped;
  assert.deepEqual([kernel.did, kernel.flags[shared.interrupt]], [[], 0]);
});

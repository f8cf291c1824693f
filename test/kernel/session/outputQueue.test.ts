import assert from "node:assert/strict";
import { test } from "node:test";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";

const text = (value: string): Output => ({ output_type: "stream", name: "stdout", text: value });

function collecting(): { queue: OutputQueue; seen: string[] } {
  const seen: string[] = [];
  return { seen, queue: new OutputQueue((output) => seen.push("text" in output ? output.text : "?")) };
}

test("OutputQueue passes a ready output on at once", () => {
  const { queue, seen } = collecting();
  queue.push(text("a"));
  assert.deepEqual(seen, ["a"]);
});

test("OutputQueue keeps the order of asking, whatever is ready first", async () => {
  const { queue, seen } = collecting();
  const slow = Promise.withResolvers<Output>();
  queue.push(slow.promise);
  queue.push(Promise.resolve(text("b")));
  queue.push(text("c"));
  queue.push(Promise.resolve(undefined));
  setTimeout(() => slow.resolve(text("a")), 5);
  await queue.drain();
  queue.push(text("d"));
  assert.deepEqual(seen, ["a", "b", "c", "d"]);
});

test("OutputQueue goes on after a failure, and drain() tells the first one once", async () => {
  const { queue, seen } = collecting();
  queue.push(Promise.reject(new Error("first")));
  queue.push(Promise.reject(new Error("second")));
  queue.push(text("after"));
  await assert.rejects(queue.drain(), /first/);
  await queue.drain();
  assert.deepEqual(seen, ["after"]);
});

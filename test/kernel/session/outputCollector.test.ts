import assert from "node:assert/strict";
import { test } from "node:test";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { OutputCollector } from "../../../kernel/session/outputCollector.ts";

const text = (words: string) => ({ "text/plain": words });
const show = (words: string, id?: string): CellOutput =>
  ({
    output_type: "display_data",
    data: text(words),
    metadata: {},
    ...(id && { transient: { display_id: id } }),
  }) as CellOutput;
const update = (words: string, id: string, metadata = {}): CellOutput => ({
  output_type: "update_display_data",
  data: text(words),
  metadata,
  transient: { display_id: id },
});
const collected = (outputs: readonly [cell: string, output: CellOutput][]) => {
  const made = new OutputCollector();
  for (const cell of new Set(outputs.map(([each]) => each))) made.start(cell);
  for (const [cell, output] of outputs) made.add(cell, output);
  return made;
};

test("an update brings its own metadata, the alternative text of a picture among it", () => {
  const made = collected([
    ["a", show("wait", "d")],
    ["b", update("picture", "d", { alt: "a cat" })],
  ]);
  assert.deepEqual(made.of("a"), [
    { output_type: "display_data", data: text("picture"), metadata: { alt: "a cat" } },
  ]);
  assert.deepEqual(made.of("b"), []);
});

test("a display that stands in two places changes in both, each time", () => {
  const made = collected([
    ["a", show("1", "d")],
    ["b", show("1", "d")],
    ["b", show("other")],
    ["a", update("2", "d")],
    ["a", update("3", "d")],
  ]);
  assert.deepEqual(made.of("a"), [{ output_type: "display_data", data: text("3"), metadata: {} }]);
  assert.deepEqual(
    made.of("b").map((each) => (each as { data: unknown }).data),
    [text("3"), text("other")],
  );
});

test("a display that was cleared stays away", () => {
  const made = collected([
    ["a", show("1", "d")],
    ["a", { output_type: "clear_output", wait: false }],
    ["a", update("2", "d")],
  ]);
  assert.deepEqual(made.of("a"), []);
});

test("to clear with the next output keeps the old ones until it comes", () => {
  const outputs: [string, CellOutput][] = [
    ["a", show("1")],
    ["a", { output_type: "clear_output", wait: true }],
  ];
  assert.equal(collected(outputs).of("a").length, 1);
  assert.deepEqual(
    collected([...outputs, ["a", show("2")], ["a", show("3")]])
      .of("a")
      .map((each) => (each as { data: unknown }).data),
    [text("2"), text("3")],
  );
});

test("text of one stream runs on, of two streams does not", () => {
  const stream = (name: "stdout" | "stderr", words: string): CellOutput => ({
    output_type: "stream",
    name,
    text: words,
  });
  const made = collected([
    ["a", stream("stdout", "a")],
    ["a", stream("stdout", "b")],
    ["a", stream("stderr", "c")],
    ["a", stream("stdout", "d")],
  ]);
  assert.deepEqual(
    made.of("a").map((each) => (each as { text: string }).text),
    ["ab", "c", "d"],
  );
});

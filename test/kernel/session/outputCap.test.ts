import assert from "node:assert/strict";
import { test } from "node:test";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { OutputCap } from "../../../kernel/session/outputCap.ts";

const million = "x".repeat(1_000_000);

test("OutputCap passes 128 million characters, cuts the text that goes beyond, and says so once", () => {
  const cap = new OutputCap();
  for (let i = 0; i < 127; i += 1) assert.deepEqual(cap.pass(1, million), { text: million });
  const { text, end } = cap.pass(1, `${million}yy`);
  assert.equal(text, million);
  assert.equal(end, "\n… not shown from here on: this cell has written 128 million characters\n");
  assert.deepEqual(cap.pass(1, "more"), { text: "" });
  assert.deepEqual(cap.pass(2, "of another cell"), { text: "of another cell" });
});

test("OutputCap passes exactly 128 million characters whole", () => {
  const cap = new OutputCap();
  for (let i = 0; i < 128; i += 1) assert.deepEqual(cap.pass(1, million), { text: million });
  assert.equal(cap.pass(1, "y").text, "");
});

test("OutputCap passes a million writes", () => {
  const cap = new OutputCap();
  for (let i = 0; i < 1_000_000; i += 1) if (cap.pass(1, "x").text !== "x") assert.fail(`write ${i + 1}`);
  const { text, end } = cap.pass(1, "x");
  assert.deepEqual([text, end], ["", "\n… not shown from here on: this cell has written 1,000,000 times\n"]);
});

test("OutputCap shows 10 000 displays, one word in place of the next, and all else", () => {
  const cap = new OutputCap();
  const seen: CellOutput[] = [];
  const show = (output: CellOutput): void => cap.show(1, output, (shown) => seen.push(shown));
  for (let i = 0; i < 10_002; i += 1) show({ output_type: "display_data", data: {}, metadata: {} });
  assert.equal(seen.length, 10_001);
  assert.deepEqual(seen.at(-1), {
    output_type: "stream",
    name: "stderr",
    text: "\n… not shown from here on: this cell has shown 10,000 displays\n",
  });
  show({ output_type: "clear_output", wait: false });
  show({ output_type: "stream", name: "stdout", text: "printed" });
  show({ output_type: "stream", name: "stdout", text: "" });
  assert.deepEqual(seen.slice(10_001), [
    { output_type: "clear_output", wait: false },
    { output_type: "stream", name: "stdout", text: "printed" },
  ]);
});

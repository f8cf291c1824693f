import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { joinStreams } from "../../../kernel/session/joinStreams.ts";
import { StreamBuffer } from "../../../kernel/session/streamBuffer.ts";

/** A buffer with a clock that stands still, and what it has sent. */
function buffering({ mock }: TestContext) {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const sent: string[] = [];
  const buffer = new StreamBuffer((ticket, name, text) => sent.push(`${ticket} ${name} ${text}`));
  return { buffer, sent, tick: (ms: number) => mock.timers.tick(ms) };
}

test("StreamBuffer joins what one cell writes into one stream, and sends it after 50 ms", (t) => {
  const { buffer, sent, tick } = buffering(t);
  buffer.write(1, "stdout", "a");
  tick(30);
  buffer.write(1, "stdout", "b");
  tick(19);
  assert.deepEqual(sent, []);
  tick(1);
  assert.deepEqual(sent, ["1 stdout ab"], "50 ms after the first");
  tick(1000);
  assert.deepEqual(sent, ["1 stdout ab"]);
});

test("StreamBuffer sends what a loop prints as it goes, though no timer rings in a loop", (t) => {
  t.mock.timers.enable({ apis: ["Date"] });
  const sent: string[] = [];
  const buffer = new StreamBuffer((_ticket, _name, text) => sent.push(text));
  for (const line of ["a", "b", "c", "d"]) {
    buffer.write(1, "stdout", line);
    t.mock.timers.setTime(Date.now() + 30);
  }
  assert.deepEqual(sent, ["abc"], "the third comes 60 ms after the first");
  buffer.flush();
});

test("StreamBuffer keeps two streams and two cells apart, in their order", (t) => {
  const { buffer, sent } = buffering(t);
  for (const [ticket, name, text] of [
    [1, "stdout", "a"],
    [1, "stderr", "b"],
    [1, "stdout", "c"],
    [2, "stdout", "d"],
    [2, "stdout", "e"],
  ] as const)
    buffer.write(ticket, name, text);
  assert.deepEqual(sent, ["1 stdout a", "1 stderr b", "1 stdout c"]);
  buffer.flush();
  assert.deepEqual(sent.slice(3), ["2 stdout de"]);
});

test("StreamBuffer sends 64 kB at once, and nothing for nothing", (t) => {
  const { buffer, sent, tick } = buffering(t);
  buffer.flush();
  assert.deepEqual(sent, []);
  buffer.write(1, "stdout", "x".repeat(64 * 1024 - 1));
  assert.deepEqual(sent, []);
  buffer.write(1, "stdout", "y");
  assert.deepEqual(
    sent.map(({ length }) => length),
    ["1 stdout ".length + 64 * 1024],
  );
  buffer.write(1, "stdout", "z");
  tick(50);
  assert.deepEqual(sent.slice(1), ["1 stdout z"]);
});

test("joinStreams() lets nothing overtake what was printed before it", () => {
  const sent: string[] = [];
  const { emit, flush } = joinStreams((output) =>
    sent.push("text" in output ? `${output.name} ${output.text}` : output.output_type),
  );
  const print = (name: "stdout" | "stderr", text: string): void =>
    emit({ output_type: "stream", name, text });
  print("stdout", "a");
  print("stdout", "b");
  emit({ output_type: "clear_output", wait: true });
  print("stderr", "c");
  assert.deepEqual(sent, ["stdout ab", "clear_output"]);
  flush();
  assert.deepEqual(sent, ["stdout ab", "clear_output", "stderr c"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { catchStreams } from "../../../kernel/node/catchStreams.ts";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";

/** What a cell's outputs hold of what is written meanwhile. */
async function caught(write: () => unknown): Promise<CellOutput[]> {
  const seen: CellOutput[] = [];
  const outputs = new OutputQueue((output) => seen.push(output));
  const restore = catchStreams(() => outputs);
  try {
    await write();
  } finally {
    restore();
  }
  return seen;
}
const texts = async (write: () => unknown): Promise<string[]> =>
  (await caught(write)).map((output) => ("text" in output ? `${output.name} ${output.text}` : "?"));

test("catchStreams() brings text and bytes of both streams to the outputs", async () => {
  const seen = await texts(() => {
    process.stdout.write("a");
    process.stderr.write(Buffer.from("b"));
    console.log("c");
    process.stdout.write(""); // nothing to show
  });
  assert.deepEqual(seen, ["stdout a", "stderr b", "stdout c\n"]);
});

for (const cut of [1, 2, 3])
  test(`catchStreams() puts a character together that comes in pieces, cut after ${cut} of 4 bytes`, async () => {
    const bytes = Buffer.from("🙂");
    const seen = await texts(() => {
      process.stdout.write(bytes.subarray(0, cut));
      process.stderr.write("between"); // each stream has a decoder of its own
      process.stdout.write(bytes.subarray(cut));
    });
    assert.deepEqual(seen, ["stderr between", "stdout 🙂"]);
  });

test("catchStreams() answers as a stream does: true, and the callback later", async () => {
  for (const write of [
    (done: () => void) => process.stdout.write("a", done),
    (done: () => void) => process.stdout.write("a", "utf8", done),
  ]) {
    let isDone = false;
    await caught(async () => {
      const written = new Promise<void>((resolve) => {
        const wasTaken = write(() => {
          isDone = true;
          resolve();
        });
        assert.deepEqual([wasTaken, isDone], [true, false]);
      });
      await written;
    });
    assert.ok(isDone);
  }
});

test("catchStreams() lets text go where it went before, where no cell writes and after its end", async () => {
  const before = process.stdout.write;
  const passed: unknown[][] = [];
  const under = ((...given: unknown[]) => passed.push(given) > 0) as typeof process.stdout.write;
  process.stdout.write = under;
  try {
    const restore = catchStreams(() => undefined);
    process.stdout.write("a", "utf8");
    restore();
    assert.equal(process.stdout.write, under);
    assert.deepEqual(passed, [["a", "utf8"]]);
  } finally {
    process.stdout.write = before;
  }
});

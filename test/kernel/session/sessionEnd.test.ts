import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";

const open = async (): Promise<Session> => new Session(await nodeHost("/tmp/notebook.ipynb"));

async function run(session: Session, source: string): Promise<CellOutput[]> {
  const shown: CellOutput[] = [];
  await session.run({ id: "a", source, outputs: new OutputQueue((output) => shown.push(output)) });
  return shown;
}

/** In µs of processor time: what else the machine does is not the stack's cost. */
const stackTime = (): number => {
  const before = process.cpuUsage();
  for (let i = 0; i < 200; i += 1) void new Error("measured").stack;
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

test("a stack costs the same after 1 000 sessions as after the first", async () => {
  (await open())[Symbol.dispose]();
  stackTime(); // warm
  const first = Math.min(...Array.from({ length: 5 }, stackTime));
  for (let i = 0; i < 1000; i += 1) (await open())[Symbol.dispose]();
  const last = Math.min(...Array.from({ length: 5 }, stackTime));
  // Each of them on the way would make it a hundred times; the clock ticks coarsely.
  assert.ok(last / first < 5, `${(last / first).toFixed(1)} times`);
});

test("sessions that are open have readable stacks, each its own", async () => {
  const [one, two] = [await open(), await open()];
  for (const session of [one, two, one]) {
    const [shown] = await run(session, 'new Error("here").stack');
    assert.match(JSON.stringify(shown), /Error: here\\+n {4}at cell a/);
  }
  one[Symbol.dispose]();
  assert.match(JSON.stringify(await run(two, 'new Error("here").stack')), /at cell a/);
});

test("tslab's display shows in the session whose cell calls it, also in the older of two and from a timer", async () => {
  const [older, newer] = [await open(), await open()];
  const source = 'import { display } from "tslab"';
  await run(older, source);
  await run(newer, source);
  const html = (outputs: readonly CellOutput[]): string[] =>
    outputs.flatMap((output) =>
      output.output_type === "display_data" ? [String(output.data["text/html"])] : [],
    );
  assert.deepEqual(html(await run(older, 'display.html("a")')), ["a"]);
  assert.deepEqual(html(await run(newer, 'display.html("b")')), ["b"]);
  const late = "await new Promise((done) => setTimeout(() => done(display.html('c')), 5))";
  assert.deepEqual(html(await run(older, late)), ["c"]);
});

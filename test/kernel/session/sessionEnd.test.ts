import assert from "node:assert/strict";
import { test } from "node:test";
import { queryObjects } from "node:v8";
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

/** In bytes, once V8 has let go of all it can: of the code of what no longer runs, too, which it keeps for a while. */
const kept = (): number => {
  queryObjects(Session);
  return process.memoryUsage().heapUsed;
};

test("after 5 000 sessions with a cell each a stack costs what it did after the first, and nothing is kept", async () => {
  const openOne = async (): Promise<void> => {
    const session = await open();
    await run(session, "const x = 1; x + 1");
    session[Symbol.dispose]();
  };
  await openOne();
  stackTime(); // warm
  const first = Math.min(...Array.from({ length: 5 }, stackTime));
  for (let i = 0; i < 1500; i += 1) await openOne();
  const grown: number[] = []; // in bytes a session; by now V8 has compiled most of what runs often
  do {
    const early = kept();
    for (let i = 0; i < 3500; i += 1) await openOne();
    grown.push((kept() - early) / 3500);
  } while (Math.min(...grown) >= 100 && grown.length < 3);
  const last = Math.min(...Array.from({ length: 5 }, stackTime));
  // Each of them on the way would make it a hundred times; the clock ticks coarsely.
  assert.ok(last / first < 5, `${(last / first).toFixed(1)} times`);
  // A session that stayed would keep its compiled cell at the least, over 1 000 bytes, each time
  // anew. What V8 compiles late, some hundred kilobytes, does not come again.
  const told = grown.map((bytes) => bytes.toFixed(0)).join(", then ");
  assert.ok(Math.min(...grown) < 100, `${told} bytes a session`);
  const stays = await open();
  assert.equal(queryObjects(Session, { format: "count" }), 1);
  stays[Symbol.dispose]();
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

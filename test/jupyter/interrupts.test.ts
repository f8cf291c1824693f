/** The stop button, by message and by SIGINT: the work stops, the state stays, nothing goes on. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { integer, seeded } from "generation-loss";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { type Exchange, executeContent, Peer } from "./tools/peer.ts";
import { errorOf, resultOf, streamOf } from "./tools/shown.ts";

const jupyter = await findJupyter();
/** Interrupts at random moments. The kernel is held to 1000, which take three minutes: INTERRUPTS=1000. */
const randomInterrupts = Number(process.env.INTERRUPTS ?? 150);
const interruptSeed = Number(process.env.INTERRUPT_SEED ?? 1);

/** Every row of kernel.md §5.4, and more. `beat` counts where it can tell whether the work goes on. */
const rows: Readonly<Record<string, string>> = {
  "a loop": "while (true) { beat++ }",
  "a wait for a timer": "await new Promise((done) => setTimeout(done, 60_000)); beat++",
  "a loop after an await": "await 1; while (true) { beat++ }",
  "a loop with awaits": "for (;;) { beat++; await new Promise((done) => setTimeout(done, 5)) }",
  "a loop of promises": "for (;;) { beat++; await 0 }",
  "a synchronous child": `execSync("sleep 60")`,
  "a child": `await new Promise((done) => spawn("sleep", ["60"]).on("exit", done))`,
  "a loop inside a timer": "setTimeout(() => { while (true) { beat++ } }, 5); await new Promise(() => {})",
  "an interval": "setInterval(() => { beat++ }, 1); await new Promise(() => {})",
  "a loop in a library": "library()",
  "a loop in a library after a timer": "await new Promise((done) => setTimeout(done, 5)); library()",
  "a loop in a library in a promise": "Promise.resolve().then(library); await new Promise(() => {})",
  "a recursion that never ends":
    "const f = () => { for (const x of [1, 2]) { beat++; f2() } }; const f2 = () => { try { f() } finally { f() } }; f()",
  "a lock": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
  "a generator": "function* all() { for (;;) yield beat++ }; for (const x of all());",
  "a for await": "async function* all() { for (;;) yield beat++ }; for await (const x of all());",
  "a flood of output": "for (;;) { beat++; console.log(beat) }",
  "a flood of displays": "for (;;) { display(beat++); await 0 }",
  "a sort that never ends": "[3, 2, 1].sort(() => { for (;;) beat++ })",
  "a question": "await input('? ')",
};

const prelude = `let keep = 42; let beat = 0;
import { execSync, spawn } from "node:child_process";
const library = (0, eval)("(() => { for (;;) {} })");`;

test("a library's loop inside a timer cannot be stopped: the kernel says so and ends, to be started anew", {
  skip: skipWithout(jupyter),
}, async () => {
  if ("reason" in jupyter) return;
  const peer = await Peer.start(jupyter, { env: { GENLOSS_TYPES: "off" } });
  try {
    await peer.execute(prelude);
    const running = peer.send(
      "execute_request",
      executeContent("setTimeout(() => { console.log('in it'); library() }, 5); await new Promise(() => {})"),
    );
    await peer.until(() => streamOf(running) === "in it\n", "the loop's start");
    peer.send("interrupt_request", {}, { channel: "control" });
    await peer.whole(running);
    assert.match(
      errorOf(running) ?? "",
      /^DeadKernel: The cell could not be stopped: .* The kernel restarts/,
    );
    if (!peer.ended) await new Promise((done) => peer.process.once("exit", done));
  } finally {
    await peer.close();
  }
});

describe("SIGINT in a fresh kernel's first cell", { skip: skipWithout(jupyter) }, () => {
  for (const [what, code] of [
    ["a loop", "while (true) {}"],
    ["a loop after an await", "await 1; while (true) {}"],
    ["a loop in a timer", "setTimeout(() => { while (true) {} }); await new Promise(() => {})"],
  ] as const) {
    for (const after of [0, 50, 200, 500]) {
      test(`stops ${what} after ${after} ms`, async () => {
        if ("reason" in jupyter) return;
        const peer = await Peer.start(jupyter);
        try {
          const running = peer.send("execute_request", executeContent(code));
          await peer.until(() => running.published.length >= 2, "the cell's start");
          await pause(after);
          peer.process.kill("SIGINT"); // one: it must not be lost
          await peer.whole(running, code);
          assert.match(errorOf(running) ?? "", /^Interrupted: /);
          assert.equal(resultOf(await peer.execute("1 + 1")), "2");
        } finally {
          await peer.close();
        }
      });
    }
  }

  test("a listener of a cell's own hears it when nothing runs", async () => {
    if ("reason" in jupyter) return;
    const peer = await Peer.start(jupyter);
    try {
      await peer.execute("let heard = 0; process.on('SIGINT', () => { heard += 1 })");
      peer.process.kill("SIGINT");
      await pause(1000); // a cell that asks at once would be what runs, and be stopped
      for (let asked = 0; asked < 50 && resultOf(await peer.execute("heard")) !== "1"; asked++)
        await pause(50);
      assert.equal(resultOf(await peer.execute("heard")), "1");
    } finally {
      await peer.close();
    }
  });
});

describe("interrupt", { skip: skipWithout(jupyter) }, () => {
  let peer: Peer;
  before(async () => {
    if ("reason" in jupyter) return;
    peer = await Peer.start(jupyter, { env: { GENLOSS_TYPES: "off" } });
    await peer.execute(prelude);
  });
  after(() => peer?.close());

  const start = async (code: string): Promise<Exchange> => {
    const running = peer.send("execute_request", executeContent(code, { allow_stdin: true }));
    await peer.until(() => running.published.length >= 2, "the cell's start");
    return running;
  };
  const stop = {
    message: async () => {
      await peer.ask("interrupt_request", {}, { channel: "control" });
    },
    SIGINT: async () => {
      peer.process.kill("SIGINT");
    },
  };

  for (const [how, interrupt] of Object.entries(stop)) {
    for (const [what, code] of Object.entries(rows)) {
      test(`by ${how} stops ${what}`, async () => {
        const running = await start(code);
        await pause(60);
        await interrupt();
        const { reply } = await peer.whole(running, `the end of ${code}`);
        assert.equal(reply.content.status, "error");
        assert.match(errorOf(running) ?? "", /^Interrupted: /);
        running.published.length = 0;
        const beat = resultOf(await peer.execute("beat"));
        await pause(30);
        assert.equal(resultOf(await peer.execute("beat")), beat, "the cell's work must not go on");
        assert.equal(resultOf(await peer.execute("keep")), "42");
        assert.equal(running.late.length, 0, "nothing may come after idle");
      });
    }
  }

  test("stops while types are checked, and before a cell begins", async () => {
    for (const code of ["// types: error\nwhile (true) {}", "while (true) {}"]) {
      const running = peer.send("execute_request", executeContent(code));
      await stop.message();
      // An interrupt may come before its cell: then there was nothing to stop.
      if (!peer.isWhole(running.id)) await pause(200).then(stop.message);
      await peer.whole(running, code);
      assert.equal(resultOf(await peer.execute("keep")), "42");
    }
  });

  test("survives SIGINT with nothing running, twice at once", async () => {
    peer.process.kill("SIGINT");
    peer.process.kill("SIGINT");
    await pause(50);
    peer.process.kill("SIGINT");
    assert.equal(resultOf(await peer.execute("keep")), "42");
  });

  test(`${randomInterrupts} times at random moments keeps the state and never hangs (seed ${interruptSeed})`, async () => {
    const rng = seeded(interruptSeed);
    const idle = ["1 + 1", "", "let = (", "throw new Error('x')", "await 1; keep"];
    const codes = [...Object.values(rows), ...idle];
    const seen = { Interrupted: 0, ended: 0 };
    for (let done = 0; done < randomInterrupts; done++) {
      const code = codes[integer(codes.length, rng)] as string;
      const running = peer.send("execute_request", executeContent(code, { allow_stdin: true }));
      await pause(integer(40, rng));
      const interrupt = integer(2, rng) === 0 ? stop.message : stop.SIGINT;
      await interrupt();
      // One that came before its cell had nothing to stop.
      for (let asked = 0; !peer.isWhole(running.id) && asked < 100; asked++) {
        await pause(asked < 3 ? 60 : 400);
        if (!peer.isWhole(running.id)) await interrupt();
      }
      await peer.whole(running, `interrupt ${done} of ${code}`);
      seen[errorOf(running)?.startsWith("Interrupted") ? "Interrupted" : "ended"] += 1;
      running.published.length = 0;
      for (let asked = 0; asked < 20; asked++) {
        // A late signal may hit this one.
        const { reply } = await peer.execute("keep += 0");
        if (reply.content.status === "ok") break;
      }
      assert.equal(resultOf(await peer.execute("keep")), "42", `after interrupt ${done} of ${code}`);
      assert.equal(running.late.length, 0, `nothing of ${code} may come after its idle`);
    }
    assert.ok(seen.Interrupted > randomInterrupts / 2, JSON.stringify(seen));
    const beat = resultOf(await peer.execute("beat"));
    await pause(50);
    assert.equal(resultOf(await peer.execute("beat")), beat, "no cell's work may go on");
  });
});

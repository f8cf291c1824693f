/** The probes of kernel.md §5.5–5.7: order, volume, late errors, what other kernels lose. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { executeContent, Peer } from "./tools/peer.ts";
import { alsoLate, contentsOf, errorOf, resultOf, streamOf, typesOf } from "./tools/shown.ts";

const jupyter = await findJupyter();

describe("outputs", { skip: skipWithout(jupyter) }, () => {
  let peer: Peer;
  before(async () => {
    if (!("reason" in jupyter)) peer = await Peer.start(jupyter);
  });
  after(() => peer?.close());

  const nothingLate = async (): Promise<void> => {
    await pause(200);
    const late = [...peer.exchanges.values()].flatMap((exchange) => exchange.late);
    assert.deepEqual(
      late.map(({ header }) => header.msg_type),
      [],
    );
  };

  test("of 100 cells with 20 console.log are whole before idle", async () => {
    for (let cell = 0; cell < 100; cell++) {
      const exchange = await peer.execute(`for (let i = 0; i < 20; i++) console.log(${cell}, i)`);
      const wanted = Array.from({ length: 20 }, (_, i) => `${cell} ${i}\n`).join("");
      assert.equal(streamOf(exchange), wanted);
    }
    await nothingLate();
  });

  test("of 200 expressions and 200 single lines are whole before idle", async () => {
    for (let cell = 0; cell < 200; cell++) {
      assert.equal(resultOf(await peer.execute(`${cell} + 1`)), String(cell + 1));
      assert.equal(streamOf(await peer.execute(`console.log(${cell})`)), `${cell}\n`);
    }
    await nothingLate();
  });

  test("of cells sent all at once come in order, each with its own", async () => {
    const sent = Array.from({ length: 50 }, (_, cell) =>
      peer.send(
        "execute_request",
        executeContent(`console.log("a${cell}"); display(${cell}); console.log("b${cell}")`),
      ),
    );
    for (const [cell, exchange] of sent.entries()) {
      await peer.whole(exchange);
      assert.deepEqual(typesOf(exchange), [
        "status",
        "execute_input",
        "stream",
        "display_data",
        "stream",
        "status",
      ]);
      assert.equal(streamOf(exchange), `a${cell}\nb${cell}\n`);
    }
    await nothingLate();
  });

  for (const lines of [500, 600, 1000, 2000, 20_000, 100_000]) {
    test(`of ${lines} lines are complete, in few messages`, async () => {
      const exchange = await peer.execute(`for (let i = 0; i < ${lines}; i++) console.log("line " + i)`);
      const wanted = Array.from({ length: lines }, (_, i) => `line ${i}\n`).join("");
      assert.ok(streamOf(exchange) === wanted, "every line, in order");
      const messages = contentsOf(exchange, "stream").length;
      assert.ok(messages <= 10 + lines / 100, `${messages} messages for ${lines} lines`);
    });
  }

  test("of 5000 lines with pauses are complete", async () => {
    const exchange = await peer.execute(
      "for (let i = 0; i < 5000; i++) { console.log(i); if (i % 50 === 0) await new Promise((done) => setImmediate(done)) }",
    );
    assert.equal(streamOf(exchange), Array.from({ length: 5000 }, (_, i) => `${i}\n`).join(""));
  });

  test("are seen while the cell is still busy", async () => {
    const exchange = peer.send(
      "execute_request",
      executeContent(
        "console.log('first'); console.log('second'); for (const end = Date.now() + 2500; Date.now() < end;);",
      ),
    );
    await peer.until(() => streamOf(exchange) === "first\nsecond\n", "two lines of a busy cell");
    assert.equal(exchange.idle, false, "they must not wait for the cell's end");
    await peer.whole(exchange);
  });

  test("to stdout and stderr keep their order", async () => {
    const exchange = await peer.execute(
      "console.log(1); console.error(2); process.stdout.write('3\\n'); console.warn(4); process.stderr.write('5\\n'); console.log(6)",
    );
    assert.deepEqual(
      contentsOf(exchange, "stream").map(({ name, text }) => `${name} ${text}`),
      ["stdout 1\n", "stderr 2\n", "stdout 3\n", "stderr 4\n5\n", "stdout 6\n"],
    );
  });

  test("with odd characters come as they were written", async () => {
    const exchange = await peer.execute(
      "process.stdout.write('🙂'.repeat(40_000)); process.stdout.write(Buffer.from('é').subarray(0, 1)); process.stdout.write(Buffer.from('é').subarray(1)); process.stdout.write('')",
    );
    assert.ok(streamOf(exchange) === `${"🙂".repeat(40_000)}é`, "every character");
  });

  test("of an error in a timer stand in the cell that started it, and the kernel lives", async () => {
    const first = await peer.execute(
      "let kept = 1; setTimeout(() => { throw new Error('from a timer') }, 50); 'first'",
    );
    const second = await peer.execute("await new Promise((done) => setTimeout(done, 200)); kept");
    assert.equal(resultOf(second), "1");
    assert.deepEqual(contentsOf(second, "error"), []);
    assert.deepEqual(
      alsoLate(first, "error").map(({ evalue }) => evalue),
      ["from a timer"],
    );
    first.late.length = 0;
  });

  test("of a rejection that nobody handles stand in its cell", async () => {
    const at = await peer.execute("Promise.reject(new Error('at once')); 'went on'");
    assert.equal(errorOf(at), "Error: at once");
    const first = await peer.execute(
      "void (async () => { await new Promise((done) => setTimeout(done, 50)); throw new Error('later') })(); 1",
    );
    // A busy machine may take its time.
    for (let tries = 0; tries < 25 && alsoLate(first, "error").length === 0; tries++) {
      await peer.execute("await new Promise((done) => setTimeout(done, 200))");
    }
    assert.deepEqual(
      alsoLate(first, "error").map(({ evalue }) => evalue),
      ["later"],
    );
    first.late.length = 0;
    assert.equal(resultOf(await peer.execute("kept")), "1");
  });

  test("of a timer that prints stand in its cell", async () => {
    const first = await peer.execute("setTimeout(() => console.log('tick'), 50); 1");
    const second = await peer.execute(
      "console.log('own'); await new Promise((done) => setTimeout(done, 200))",
    );
    assert.equal(streamOf(second), "own\n");
    assert.deepEqual(
      alsoLate(first, "stream").map(({ text }) => text),
      ["tick\n"],
    );
    first.late.length = 0;
  });

  test("of 4 cells after an allowed error are all there", async () => {
    const failing = peer.send(
      "execute_request",
      executeContent("throw new Error('allowed')", { stop_on_error: false }),
    );
    const sent = [1, 2, 3, 4].map((n) =>
      peer.send("execute_request", executeContent(`console.log(${n}); ${n}`)),
    );
    await peer.whole(failing);
    for (const [index, exchange] of sent.entries()) {
      await peer.whole(exchange);
      assert.equal(resultOf(exchange), String(index + 1));
      assert.equal(streamOf(exchange), `${index + 1}\n`);
    }
  });

  test("of a syntax error and of a type error are shown", async () => {
    assert.match(errorOf(await peer.execute("let = = 1")) ?? "", /^SyntaxError: /);
    // A cell does not wait for a checker that is still warming up; a question does.
    await peer.ask("inspect_request", { code: "Math", cursor_pos: 2, detail_level: 0 });
    const refused = await peer.execute("// types: error\nconst bad: number = 'str'; console.log('never')");
    assert.match(
      errorOf(refused) ?? "",
      /^TypeScriptError: Type 'string' is not assignable to type 'number'/,
    );
    assert.equal(streamOf(refused), "");
  });
});

describe("process.exit() in a cell", { skip: skipWithout(jupyter) }, () => {
  for (const [what, code] of Object.entries({
    "": "console.log('before'); process.exit(3); console.log('never')",
    " after an await": "console.log('before'); await 1; process.exit(3)",
    " in a timer":
      "console.log('before'); setTimeout(() => process.exit(3), 10); await new Promise(() => {})",
  })) {
    test(`${what} says a word, gives back what waits, and ends the process`, async () => {
      if ("reason" in jupyter) return;
      const peer = await Peer.start(jupyter);
      try {
        const exchange = peer.send("execute_request", executeContent(code));
        const waiting = peer.send("execute_request", executeContent("1"));
        await peer.whole(exchange);
        assert.equal(streamOf(exchange), "before\n");
        assert.match(
          errorOf(exchange) ?? "",
          /^KernelExit: process\.exit\(3\) ended the kernel\. It starts anew/,
        );
        assert.equal((await peer.whole(waiting)).reply.content.status, "aborted");
        if (!peer.ended) await new Promise((done) => peer.process.once("exit", done));
        assert.deepEqual(peer.ended, { code: 3, signal: null }, peer.words);
      } finally {
        await peer.close();
      }
    });
  }
});

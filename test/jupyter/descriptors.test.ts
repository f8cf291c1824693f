/** What is written past JavaScript's streams, to file descriptors 1 and 2, is an output of the cell. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { executeContent, Peer } from "./tools/peer.ts";
import { alsoLate, contentsOf, resultOf, streamOf } from "./tools/shown.ts";

const jupyter = await findJupyter();
const noPipes = process.platform === "win32" ? "Windows has no named pipes of this kind" : false;

const prelude = `import { spawn, spawnSync, execFileSync, execSync, fork } from "node:child_process";
import fs, { writeSync } from "node:fs";
const echo = (text: string) => spawnSync("echo", [text], { stdio: "inherit" }).status;`;

/** Cells and what they write. */
const rows: Readonly<Record<string, string>> = {
  'spawnSync("echo", ["x"], { stdio: "inherit" })': "x\n",
  'execSync("echo x", { stdio: "inherit" })': "x\n",
  'execFileSync("echo", ["x"], { stdio: ["ignore", 1, 1] })': "x\n",
  'await new Promise((done) => spawn("echo", ["x"], { stdio: "inherit" }).on("exit", done))': "x\n",
  'await new Promise((done) => spawn("sh", ["-c", "echo x; sleep 0.1; echo y"], { stdio: "inherit" }).on("exit", done))':
    "x\ny\n",
  'fs.writeSync(1, "raw\\n")': "raw\n",
  'writeSync(1, "raw\\n")': "raw\n",
  'writeSync(1, Buffer.from("ü"), 0, 1); writeSync(1, Buffer.from("ü"), 1, 1)': "ü",
  'fs.writeFileSync(1, "raw\\n")': "raw\n",
  'fs.writeFileSync("/dev/stdout", "raw\\n")': "raw\n",
  'await new Promise((done) => fs.write(1, "raw\\n", done))': "raw\n",
  'process.stdout.write("own\\n")': "own\n",
  'spawnSync("true"); 1': "",
};

describe("output at file descriptor 1", { skip: skipWithout(jupyter) || noPipes }, () => {
  let peer: Peer;
  before(async () => {
    if ("reason" in jupyter) return;
    peer = await Peer.start(jupyter, { env: { GENLOSS_TYPES: "off" } });
    await peer.execute(prelude);
  });
  after(() => peer?.close());

  for (const [code, written] of Object.entries(rows)) {
    test(`is a stream of the cell: ${code}`, async () => {
      const exchange = await peer.execute(code);
      assert.equal(exchange.reply.content.status, "ok");
      assert.equal(streamOf(exchange), written);
      assert.deepEqual(exchange.late, []);
    });
  }

  test("stands where it was written, among what is printed and shown", async () => {
    const wanted = "a\nb\nc\nd\ne\nf\n";
    for (let time = 0; time < 20; time++) {
      const exchange = await peer.execute(
        'console.log("a"); echo("b"); console.log("c"); fs.writeSync(1, "d\\n"); display(0); await new Promise((done) => setTimeout(done)); console.log("e"); echo("f"); 1',
      );
      assert.equal(streamOf(exchange), wanted);
      const order = exchange.published
        .filter(({ header }) => /stream|display_data|execute_result/.test(header.msg_type))
        .map(({ header, content }) => (header.msg_type === "stream" ? content.text : header.msg_type))
        .join("");
      assert.equal(order, "a\nb\nc\nd\ndisplay_datae\nf\nexecute_result");
    }
  });

  test("is seen while the cell goes on", async () => {
    const running = peer.send(
      "execute_request",
      executeContent('spawnSync("sh", ["-c", "echo begun; sleep 60"], { stdio: "inherit" })'),
    );
    await peer.until(() => streamOf(running) === "begun\n", "the child's first line");
    assert.equal(running.idle, false);
    await peer.ask("interrupt_request", {}, { channel: "control" });
    await peer.whole(running);
  });

  test("of five million characters is whole", async () => {
    const exchange = await peer.execute(
      'spawnSync("sh", ["-c", "yes 0123456789 | head -c 5000000"], { stdio: "inherit" }).status',
    );
    assert.equal(streamOf(exchange), "0123456789\n".repeat(454_546).slice(0, 5_000_000));
    assert.equal(resultOf(exchange), "0");
  });

  test("of a timer belongs to its cell", async () => {
    const first = await peer.execute('setTimeout(() => fs.writeSync(1, "tick\\n"), 100); 1');
    // While another cell runs, the pipe alone does not tell whose the text is: see NOTES.
    for (let i = 0; i < 200 && alsoLate(first, "stream").length === 0; i += 1)
      await new Promise((done) => setTimeout(done, 50));
    const second = await peer.execute('echo("own")');
    assert.equal(streamOf(second), "own\n");
    assert.deepEqual(alsoLate(first, "stream"), [{ name: "stdout", text: "tick\n" }]);
  });

  test("of a silent request is not shown", async () => {
    const silent = await peer.execute('echo("no")', { silent: true });
    assert.deepEqual(contentsOf(silent, "stream"), []);
    assert.equal(streamOf(await peer.execute('echo("yes")')), "yes\n");
  });
});

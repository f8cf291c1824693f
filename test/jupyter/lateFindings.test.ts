/** What the checker finds after a cell's `idle`, and a checker that has ended and comes back. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { showsLateOutputs } from "../../kernel/jupyter/protocol/showsLateOutputs.ts";
import type { Content, Message } from "../../kernel/jupyter/shared/message.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { type Exchange, executeContent, Peer } from "./tools/peer.ts";
import { alsoLate, contentsOf, errorOf, partOf, resultOf } from "./tools/shown.ts";

const jupyter = await findJupyter();
const findingsIn = (contents: readonly Content[]): string[] =>
  contents
    .map((content) => String(partOf(content, "data")["text/plain"]).split("\n")[0] ?? "")
    .filter((text) => text.startsWith("Type error"));
const beforeIdle = (exchange: Exchange): string[] => findingsIn(contentsOf(exchange, "display_data"));
const everFound = (exchange: Exchange): string[] => findingsIn(alsoLate(exchange, "display_data"));

/** As JupyterLab and VS Code send a cell. */
const named = { metadata: { cellId: "0a1b" } };

for (const [metadata, isNamed] of [
  [{ cellId: "0a1b" }, true],
  [{ cellId: "" }, false],
  [{ cellId: 3 }, false],
  [{}, false],
] as const)
  test(`a request with ${JSON.stringify(metadata)} ${isNamed ? "is a notebook's on a screen" : "may be anybody's"}`, () =>
    assert.equal(showsLateOutputs({ metadata } as unknown as Message), isNamed));

/** Starts a kernel whose checker is there. */
async function warm(env: Readonly<Record<string, string>> = {}): Promise<Peer | undefined> {
  if ("reason" in jupyter) return undefined;
  const peer = await Peer.start(jupyter, { env });
  await peer.execute("// types: error\nconst seen = 1");
  return peer;
}

describe("a finding, where the checker is there,", { skip: skipWithout(jupyter) }, () => {
  let peer: Peer;
  before(async () => {
    peer = (await warm()) as Peer;
  });
  after(() => peer?.close());

  test("comes before idle to whoever names no cell", async () => {
    for (const code of ["const a: string = seen; 1", "const b: string = 2; 2"]) {
      const exchange = await peer.execute(code);
      assert.equal(beforeIdle(exchange).length, 1, code);
    }
  });

  test("comes under its own cell, once, to a client that names it, whatever runs by then", async () => {
    const cells = [
      "const c: string = seen; 1",
      "const d = 'd'; 2",
      "const e: number = d; 3",
      "4",
      "nowhere?.x",
    ];
    const sent = cells.map((code) => peer.send("execute_request", executeContent(code), named));
    for (const exchange of sent) await peer.whole(exchange);
    await peer.until(() => everFound(sent[2]!).length > 0, "the finding");
    await peer.execute("5"); // waits for what was asked before
    assert.deepEqual(
      sent.map((exchange) => everFound(exchange).length),
      [1, 0, 1, 0, 0],
    );
    assert.match(everFound(sent[0]!)[0] ?? "", /Type 'number' is not assignable to type 'string'/);
    assert.match(everFound(sent[2]!)[0] ?? "", /Type 'string' is not assignable to type 'number'/);
    assert.match(errorOf(sent[4]!) ?? "", /nowhere is not defined/);
  });

  test("holds a cell back that must have no type error, named or not", async () => {
    const code = "// types: error\nconst f: string = seen; console.log(f)";
    const refused = await peer.ask("execute_request", executeContent(code), named);
    assert.match(errorOf(refused) ?? "", /^TypeScriptError: Type 'number'/);
  });
});

describe("a checker that nobody has asked for a while", { skip: skipWithout(jupyter) }, () => {
  const noProc = process.platform === "linux" ? false : "only Linux tells a process's threads in /proc";

  test("ends, and for the next cell it is back and knows those before", { skip: noProc }, async () => {
    const peer = await warm({ GENLOSS_TYPES_REST: "1" });
    if (!peer) return;
    try {
      const threads = (): number => {
        const tasks = `/proc/${peer.process.pid}/task`;
        const names = readdirSync(tasks).map((task) => readFileSync(`${tasks}/${task}/comm`, "utf8"));
        return names.filter((name) => name.startsWith("WorkerThread")).length;
      };
      await peer.execute("let grown = 'text'");
      for (let turn = 0; turn < 100 && threads() > 1; turn++) await pause(200);
      assert.equal(threads(), 1, "the protocol's is left");
      // Nobody hears this client's findings after idle, so it waits for the checker to come back.
      const program = await peer.execute("const n: number = grown; 1");
      assert.equal(resultOf(program), "1");
      assert.match(beforeIdle(program)[0] ?? "", /Type 'string' is not assignable to type 'number'/);
      for (let turn = 0; turn < 100 && threads() > 1; turn++) await pause(200);
      const screen = await peer.ask("execute_request", executeContent("const m: number = grown; 2"), named);
      await peer.until(() => everFound(screen).length > 0, "the finding");
      const completed = await peer.ask("complete_request", { code: "grow", cursor_pos: 4 });
      assert.ok((completed.reply.content.matches as string[]).includes("grown"));
    } finally {
      await peer.close();
    }
  });
});

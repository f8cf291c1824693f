/** What the type checker finds: said once, at the right time, under its cell, and only to those who may hear it. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { CellDiagnostic } from "../../kernel/check/cellDiagnostics.ts";
import { untoldFindings } from "../../kernel/check/untoldFindings.ts";
import { CellCheck } from "../../kernel/jupyter/protocol/cellCheck.ts";
import { Executions } from "../../kernel/jupyter/protocol/executions.ts";
import { History } from "../../kernel/jupyter/protocol/history.ts";
import type { Message } from "../../kernel/jupyter/shared/message.ts";
import type { ToCells } from "../../kernel/jupyter/shared/threads.ts";
import { collectingPublisher } from "./tools/collectingPublisher.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { type Exchange, executeContent, Peer } from "./tools/peer.ts";
import { alsoLate, contentsOf, errorOf, partOf, resultOf, streamOf, typesOf } from "./tools/shown.ts";

const jupyter = await findJupyter();
const finding = (code: number, message: string, column = 1, length = 1): CellDiagnostic => ({
  category: "error",
  code,
  message,
  line: 1,
  column,
  length,
});
const findingsOf = (exchange: Exchange): string[] =>
  alsoLate(exchange, "display_data")
    .map((content) => String(partOf(content, "data")["text/plain"]).split("\n")[0] ?? "")
    .filter((text) => text.startsWith("Type error"));

const tracebackOf = (exchange: Exchange): string =>
  contentsOf(exchange, "error")
    .flatMap(({ traceback }) => traceback as string[])
    .join("\n");

describe("of what a cell's error says already, the checker says nothing:", () => {
  const position = { line: 1, column: 5 };
  test("a cell that cannot be read", () => {
    const found = [finding(1109, "Expression expected."), finding(2304, "Cannot find name 'time'.", 9)];
    assert.deepEqual(untoldFindings(found, { name: "SyntaxError", message: "x", position }), []);
    assert.deepEqual(
      untoldFindings(found.slice(1), { name: "SyntaxError", message: "x", position }).length,
      1,
    );
  });
  test("a name that is not there, wherever it stands", () => {
    const found = [1, 9].map((column) => finding(2304, "Cannot find name 'ls'.", column));
    const other = finding(2304, "Cannot find name 'lsx'.", 20);
    const told = { name: "ReferenceError", message: "ls is not defined", position };
    assert.deepEqual(untoldFindings([...found, other], told), [other]);
  });
  test("a package that is not there", () => {
    const found = [finding(2307, "Cannot find module 'nope'", 20, 6)];
    assert.deepEqual(untoldFindings(found, { name: "Error", message: "…", position }), []);
  });
  test("the place of any other error", () => {
    const at = finding(2339, "Property 'b' does not exist", 3, 4);
    const elsewhere = finding(2339, "Property 'c' does not exist", 10, 4);
    assert.deepEqual(untoldFindings([at, elsewhere], { name: "TypeError", message: "…", position }), [
      elsewhere,
    ]);
    assert.deepEqual(untoldFindings([at, elsewhere], { name: "TypeError", message: "…" }), [at, elsewhere]);
    assert.deepEqual(untoldFindings([at], undefined), [at]);
  });
});

describe("the checker's word on a cell", { concurrency: true }, () => {
  const found = [finding(2304, "Cannot find name 'x'.")];
  test("waits for the cell's end, and comes once", async () => {
    const told: unknown[] = [];
    const check = new CellCheck(Promise.resolve(found), (untold) => told.push(untold));
    await check.answered;
    assert.deepEqual(told, []);
    check.end(undefined);
    assert.deepEqual(told, [found]);
    await pause(5500);
    assert.equal(told.length, 1);
  });
  test("comes after a while where the cell goes on, and then once", async () => {
    const told: unknown[] = [];
    const check = new CellCheck(Promise.resolve(found), (untold) => told.push(untold));
    while (told.length === 0) await pause(50);
    check.end({ name: "ReferenceError", message: "x is not defined" });
    assert.deepEqual(told, [found]);
  });
  test("waits for the end of a cell that cannot be read, however long that takes", async () => {
    const told: unknown[] = [];
    const unread = [finding(1109, "Expression expected.")];
    const check = new CellCheck(Promise.resolve(unread), (untold) => told.push(untold));
    await pause(5500);
    assert.deepEqual(told, []);
    check.end({ name: "SyntaxError", message: "Expression expected." });
    assert.deepEqual(told, []);
  });
  test("comes late from a checker that was late", async () => {
    let answer: (found: CellDiagnostic[]) => void = () => {};
    const told: unknown[] = [];
    const check = new CellCheck(new Promise((done) => (answer = done)), (untold) => told.push(untold));
    check.end(undefined);
    assert.deepEqual(told, []);
    answer(found);
    await check.answered;
    assert.deepEqual(told, [found]);
  });
});

describe("a checker that has died", () => {
  /** Executes a cell where every question to the checker is answered with nothing. */
  const execute = async (code: string): Promise<{ told: ToCells[]; sent: Message[] }> => {
    const told: ToCells[] = [];
    const { publisher, sent } = collectingPublisher();
    const language = {
      start() {},
      ask: async () => undefined,
      diagnose: async () => undefined,
      addFailed() {},
      add() {},
      isWarm: false,
    };
    const executions = new Executions(
      publisher,
      { language, tell: (message) => void told.push(message) },
      new History(undefined),
    );
    const header = {
      msg_id: "1",
      session: "s",
      username: "",
      date: "",
      msg_type: "execute_request",
      version: "5.3",
    };
    const content = executeContent(code);
    executions.add({ identities: [], header, parentHeader: undefined, metadata: {}, content, buffers: [] });
    await pause(50);
    return { told, sent };
  };

  test("keeps a cell that must have no type error from running, and says so", async () => {
    const { told, sent } = await execute("// types: error\nconst n: number = 1");
    assert.deepEqual(told, []);
    const reply = sent.find(({ header }) => header.msg_type === "execute_reply");
    assert.equal(reply?.content.ename, "TypeScriptError");
    assert.match(String(reply?.content.evalue), /does not run: the type checker has stopped.*types: off/);
    assert.deepEqual(reply?.content.traceback, [`TypeScriptError: ${reply?.content.evalue}`]);
  });
  test("lets every other cell run", async () => {
    const { told } = await execute("const n: number = 1");
    assert.deepEqual(
      told.map(({ type }) => type),
      ["execute"],
    );
  });
});

describe("types in a fresh kernel", { skip: skipWithout(jupyter) }, () => {
  let peer: Peer;
  before(async () => {
    if (!("reason" in jupyter)) peer = await Peer.start(jupyter);
  });
  after(() => peer?.close());

  test("a finding on a cell that ran before the checker was there comes under that cell, once", async () => {
    // Sent at once, as Run All does; each sees the names of those before it.
    const cells = ["const n: number = 's'; n", "const s: number = n + 1; 2", "const m: string = n; 3"];
    const sent = cells.map((code) => peer.send("execute_request", executeContent(code)));
    for (const exchange of sent) await peer.whole(exchange);
    assert.deepEqual(sent.map(resultOf), ["'s'", "2", "3"]);
    await peer.until(() => findingsOf(sent[2]!).length > 0, "the finding");
    assert.deepEqual(
      sent.map((exchange) => findingsOf(exchange).length),
      [1, 0, 1],
    );
    assert.match(findingsOf(sent[2]!)[0] ?? "", /Type 'number' is not assignable to type 'string'/);
  });

  test("a silent request publishes no finding", async () => {
    for (const policy of ["", "// types: error\n"]) {
      const silent = await peer.execute(`${policy}const q: number = "s"`, { silent: true });
      assert.deepEqual(typesOf(silent), ["status", "status"]);
      assert.equal(silent.reply.content.status, policy === "" ? "ok" : "error");
      await peer.execute("1");
      assert.deepEqual(alsoLate(silent, "display_data"), []);
    }
  });

  for (const [code, findings] of Object.entries({
    "%time 1 + 1": [],
    "%%bash\nls": [],
    "!ls": [],
    "nope; nope": [],
    'import { z } from "lodash-nope"; z': [],
    "const wrong: string = 1; nope": [/Type 'number' is not assignable/],
    "const wrong: string = 1": [/Type 'number' is not assignable/],
    "const odd: string = 1; throw new RangeError('own')": [/Type 'number' is not assignable/],
  })) {
    test(`one mistake is told once: ${JSON.stringify(code)}`, async () => {
      const exchange = await peer.execute(code);
      const seen = findingsOf(exchange);
      assert.equal(seen.length, findings.length, seen.join("\n"));
      for (const [index, words] of findings.entries()) assert.match(seen[index] ?? "", words);
    });
  }

  test("a refused cell tells each mistake once, with its line", async () => {
    const refused = await peer.execute("// types: error\nconst n: number = 's'; const m: string = 1");
    assert.deepEqual(findingsOf(refused), []);
    const text = tracebackOf(refused);
    assert.equal(text.match(/'string' is not assignable to type 'number'/g)?.length, 1);
    assert.equal(text.match(/'number' is not assignable to type 'string'/g)?.length, 1);
    assert.match(text, /> 2 \| const n/);
    const magic = tracebackOf(await peer.execute("// types: error\n%time 1"));
    assert.match(magic, /no magics/);
    assert.doesNotMatch(magic, /Type error/);
  });
});

describe("`types: error` in a fresh kernel", { skip: skipWithout(jupyter) }, () => {
  for (const [what, env, code] of [
    ["by the cell's first line", {}, '// types: error\nconst n: number = "s"; console.log(n)'],
    ["for all cells", { GENLOSS_TYPES: "error" }, 'const n: number = "s"; console.log(n)'],
  ] as const) {
    test(`${what} holds from the first cell on`, async () => {
      if ("reason" in jupyter) return;
      const peer = await Peer.start(jupyter, { env });
      try {
        const refused = peer.send("execute_request", executeContent(code, { stop_on_error: false }));
        const next = peer.send(
          "execute_request",
          executeContent("// types: error\nconst k: number = 1; k + 1"),
        );
        await peer.whole(refused);
        assert.match(errorOf(refused) ?? "", /^TypeScriptError: Type 'string' is not assignable/);
        assert.equal(streamOf(refused), "");
        assert.equal(resultOf(await peer.whole(next)), "2");
      } finally {
        await peer.close();
      }
    });
  }
});

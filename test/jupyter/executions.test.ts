// The order of requests and answers, without a client and without cells: what cells say is said here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Executions } from "../../kernel/jupyter/protocol/executions.ts";
import { History } from "../../kernel/jupyter/protocol/history.ts";
import type { Content } from "../../kernel/jupyter/shared/message.ts";
import type { ToCells } from "../../kernel/jupyter/shared/threads.ts";
import type { CellOutcome } from "../../kernel/session/session.ts";
import { collectingPublisher } from "./tools/collectingPublisher.ts";

/** What the kernel sends on, as `type of id` with what matters of its content. */
function kernel() {
  const told: ToCells[] = [];
  const noted: string[] = [];
  const { publisher, sent } = collectingPublisher();
  const language = {
    start() {},
    ask: async () => undefined,
    diagnose: async () => [],
    add: (source: string) => void noted.push(`ran ${source}`),
    addFailed: (source: string) => void noted.push(`failed ${source}`),
    isWarm: false,
  };
  const history = new History();
  const host = { language, tell: (message: ToCells) => void told.push(message), types: "off" };
  const executions = new Executions(publisher, host, history);
  const ask = (id: string, content: Content, type = "execute_request"): void => {
    const header = { msg_id: id, session: "s", username: "", date: "", msg_type: type, version: "5.3" };
    executions.add({ identities: [], header, parentHeader: undefined, metadata: {}, content, buffers: [] });
  };
  const finish = (outcome: CellOutcome): Promise<void> =>
    executions.finish({ type: "done", ticket: executions.newest, outcome, userExpressions: {} });
  const log = (): string[] =>
    sent.map(({ header, parentHeader, content }) => {
      const what = content.execution_state ?? content.status ?? content.text ?? "";
      return `${parentHeader?.msg_id} ${header.msg_type} ${what}`.trim();
    });
  const running = (): string[] =>
    told.map((message) => ("source" in message ? message.source : message.type));
  return { executions, ask, finish, log, sent, told, running, noted, history };
}

const ok: CellOutcome = { status: "ok", executionCount: 1 };
const failed = (name: string): CellOutcome => ({
  status: "error",
  executionCount: 1,
  failure: {
    cellId: "[1]",
    name,
    message: "m",
    excerpt: "",
    output: { output_type: "error", ename: name, evalue: "m", traceback: [`${name}: m`] },
  },
});

test("a cell is busy, its code is told, its reply comes before idle, and then the next begins", async () => {
  const { ask, finish, log, running } = kernel();
  ask("a", { code: "1" });
  ask("b", { code: "2" });
  assert.deepEqual(running(), ["1"]);
  await finish(ok);
  assert.deepEqual(running(), ["1", "2"]);
  await finish(ok);
  const exchange = (id: string): string[] => [
    `${id} status busy`,
    `${id} execute_input`,
    `${id} execute_reply ok`,
    `${id} status idle`,
  ];
  assert.deepEqual(log(), [...exchange("a"), ...exchange("b")]);
});

// A request that does not say stops: it is the protocol's default.
for (const [said, isStopped] of [
  [{}, true],
  [{ stop_on_error: true }, true],
  [{ stop_on_error: false }, false],
] as const)
  test(`after a failure, with ${JSON.stringify(said)}, what waits ${isStopped ? "is given back" : "runs"}`, async () => {
    const { ask, finish, log, running } = kernel();
    ask("a", { code: "1", ...said });
    ask("b", { code: "2" });
    await finish(failed("RangeError"));
    ask("c", { code: "3" }); // sent before the client hears of the failure
    await pause(60);
    assert.equal(log().filter((line) => line === "a execute_reply error").length, 1);
    assert.deepEqual(running(), isStopped ? ["1"] : ["1", "2"]);
    assert.deepEqual(
      log().filter((line) => line.includes("aborted")),
      isStopped ? ["b execute_reply aborted", "c execute_reply aborted"] : [],
    );
    if (isStopped) ask("d", { code: "4" });
    else await finish(ok);
    assert.equal(running().at(-1), isStopped ? "4" : "3", "it goes on");
  });

test("a widget's message is not given back with the cells that wait", async () => {
  const { ask, finish, running } = kernel();
  ask("a", { code: "1" });
  ask("b", { code: "2" });
  ask("w", { comm_id: "c", data: {} }, "comm_msg");
  await finish(failed("RangeError"));
  await pause(60);
  assert.deepEqual(running(), ["1", "comm"]);
});

for (const [how, outcome, note] of [
  ["ran", ok, "ran const a = 1"],
  ["was stopped, and keeps what it declared,", failed("Interrupted"), "ran const a = 1"],
  ["failed", failed("RangeError"), "failed const a = 1"],
] as const)
  test(`the type checker hears of a cell that ${how} as what it is`, async () => {
    const { ask, finish, noted } = kernel();
    ask("a", { code: "const a = 1" });
    assert.deepEqual(noted, []);
    await finish(outcome);
    assert.deepEqual(noted, [note]);
  });

for (const [said, count, isTold, isKept] of [
  [{}, 1, true, true],
  [{ store_history: true }, 1, true, true],
  [{ store_history: false }, 0, true, false],
  [{ silent: true }, 0, false, false],
  [{ silent: true, store_history: true }, 0, false, false],
] as const)
  test(`a cell with ${JSON.stringify(said)} ${isKept ? "is counted" : "is not counted"}`, async () => {
    const { ask, finish, sent, log, told, history } = kernel();
    ask("a", { code: "1", ...said });
    await finish(ok);
    assert.equal(
      sent.find(({ header }) => header.msg_type === "execute_reply")?.content.execution_count,
      count,
    );
    assert.equal(log().includes("a execute_input"), isTold);
    assert.equal(history.answer({ hist_access_type: "tail" }).length, isKept ? 1 : 0);
    const [first] = told;
    assert.equal(first?.type === "execute" && first.cellId, `[${count}]`);
  });

test("an empty cell is counted and not remembered", async () => {
  const { ask, finish, sent, history } = kernel();
  ask("a", { code: " \n" });
  await finish(ok);
  assert.equal(sent.at(-2)?.content.execution_count, 1);
  assert.deepEqual(history.answer({ hist_access_type: "tail" }), []);
});

test("what a cell printed leaves before its reply, under its own request", async () => {
  const { ask, finish, executions, log } = kernel();
  ask("a", { code: "1" });
  const ticket = executions.newest;
  executions.print({ ticket, name: "stdout", text: "x" });
  executions.print({ ticket, name: "stdout", text: "y" });
  await finish(ok);
  assert.deepEqual(log().slice(2, 4), ["a stream xy", "a execute_reply ok"]);
  ask("b", { code: "2" });
  executions.print({ ticket, name: "stdout", text: "late" });
  executions.flush();
  assert.equal(log().at(-1), "a stream late", "a timer's text stays with its cell");
});

test("a result bears the number of its cell", () => {
  const { ask, executions, sent } = kernel();
  ask("a", { code: "1" });
  const content = { data: {}, metadata: {}, execution_count: 99 };
  executions.output({ type: "publish", ticket: executions.newest, messageType: "execute_result", content });
  assert.equal(sent.at(-1)?.content.execution_count, 1);
});

test("a cell's end that comes twice, or another's, is answered once", async () => {
  const { ask, finish, executions, log } = kernel();
  ask("a", { code: "1" });
  await executions.finish({ type: "done", ticket: 99, outcome: ok, userExpressions: {} });
  assert.equal(log().length, 2);
  await Promise.all([finish(ok), finish(ok)]);
  assert.equal(log().filter((line) => line.startsWith("a execute_reply")).length, 1);
});

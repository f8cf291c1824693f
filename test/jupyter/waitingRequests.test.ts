/** The requests that wait, without threads: what is given back, and what stays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Publisher } from "../../kernel/jupyter/protocol/publisher.ts";
import { WaitingRequests } from "../../kernel/jupyter/protocol/waitingRequests.ts";
import type { Message } from "../../kernel/jupyter/shared/message.ts";

const request = (msg_type: string, msg_id: string): Message =>
  ({ header: { msg_type, msg_id }, content: {} }) as unknown as Message;

test("cells are given back unrun and in order, each between busy and idle; widget messages stay in theirs", () => {
  const told: string[] = [];
  const publisher = {
    status: ({ header }: Message, state: string) => void told.push(`${header.msg_id} ${state}`),
    send: (_channel: string, { header }: Message, type: string, content: object) =>
      void told.push(`${header.msg_id} ${type} ${JSON.stringify(content)}`),
  } as unknown as Publisher;
  const waiting = new WaitingRequests();
  for (const [type, id] of [
    ["execute_request", "a"],
    ["comm_msg", "b"],
    ["execute_request", "c"],
    ["comm_close", "d"],
  ] as const)
    waiting.add(request(type, id));
  waiting.giveBackCells(publisher, 7);
  const aborted = `execute_reply {"status":"aborted","execution_count":7}`;
  assert.deepEqual(told, ["a busy", `a ${aborted}`, "a idle", "c busy", `c ${aborted}`, "c idle"]);
  assert.deepEqual(
    [waiting.take(), waiting.take(), waiting.take()].map((each) => each?.header.msg_id),
    ["b", "d", undefined],
  );
});

test("once cleared, nothing waits; what comes later does", () => {
  const waiting = new WaitingRequests();
  waiting.add(request("execute_request", "a"));
  waiting.clear();
  assert.equal(waiting.take(), undefined);
  waiting.add(request("execute_request", "b"));
  assert.equal(waiting.take()?.header.msg_id, "b");
});

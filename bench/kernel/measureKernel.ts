import { type KernelClient, startKernel } from "../../kernel/jupyter/install/client.ts";
import { memoryOf } from "./memoryOf.ts";
import type { Peer } from "./peers.ts";

/** What was measured: values to take the median of, or words that say why there is none. */
export type Measures = Map<string, (number | string)[]>;

/** All lines of the table, in order, with their units. */
export const measured: Readonly<Record<string, "ms" | "MiB">> = {
  "launch to kernel_info": "ms",
  "launch to first result": "ms",
  "1+1, the same text": "ms",
  "an expression, another each time": "ms",
  "a declaring cell, 1–20": "ms",
  "a declaring cell, 81–100": "ms",
  "import typescript": "ms",
  "import typescript, again": "ms",
  "import vega-lite 6": "ms",
  "import vega-lite 6, again": "ms",
  complete: "ms",
  inspect: "ms",
  "interrupt of while (true) {}": "ms",
  "100 000 lines": "ms",
  "memory after start": "MiB",
  "memory after 200 cells": "MiB",
  shutdown: "ms",
};

const patienceMs = 20_000;
const lineCount = 100_000;

/** Measures one kernel once. It is launched three times: what a flood or an interrupt breaks must not show elsewhere. */
export async function measureKernel(peer: Peer, cwd: string, into: Measures): Promise<void> {
  const note = (name: string, value: number | string | undefined): void => {
    if (value !== undefined) into.set(name, [...(into.get(name) ?? []), value]);
  };
  await launched(peer, cwd, note, (kernel) => measureCells(kernel, peer, note));
  await launched(peer, cwd, note, (kernel) => measureFlood(kernel, peer, note));
  await launched(peer, cwd, note, (kernel) => measureInterrupt(kernel, peer, note));
}

type Note = (name: string, value: number | string | undefined) => void;

async function launched(
  { argv, env }: Peer,
  cwd: string,
  note: Note,
  use: (kernel: KernelClient) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const kernel = await startKernel(argv, cwd, { ...process.env, ...env, NO_COLOR: "1" });
  try {
    note("launch to kernel_info", performance.now() - begun);
    await run(kernel, "6 * 7");
    note("launch to first result", performance.now() - begun);
    await use(kernel);
  } finally {
    await kernel.close();
  }
}

async function measureCells(kernel: KernelClient, peer: Peer, note: Note): Promise<void> {
  const { dialect } = peer;
  await pause(3000); // a checker warms up in the background
  note("memory after start", memoryOf(kernel.process.pid as number));
  const median = async (count: number, measure: (index: number) => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let index = 0; index < count; index++) times.push(await timed(() => measure(index)));
    return times.sort((a, b) => a - b)[count >> 1] as number;
  };
  note("1+1, the same text", await median(50, () => run(kernel, dialect.expression)));
  note(
    "an expression, another each time",
    await median(50, (index) => run(kernel, dialect.expressionLike(index))),
  );
  const declare = (from: number, count: number): Promise<number> =>
    median(count, (index) => run(kernel, dialect.declaring(from + index)));
  note("a declaring cell, 1–20", await declare(1, 20));
  await declare(21, 60);
  note("a declaring cell, 81–100", await declare(81, 20));
  await pause(2000); // what a kernel keeps, not what it has yet to clear away
  note("memory after 200 cells", memoryOf(kernel.process.pid as number));
  const ask = (type: "complete" | "inspect", code: string) => () =>
    kernel.ask(`${type}_request`, { code, cursor_pos: code.length, detail_level: 0 });
  note("complete", await median(20, ask("complete", dialect.completing)));
  note("inspect", await median(20, ask("inspect", dialect.inspected)));
  for (const [name, source] of Object.entries(dialect.imports)) {
    for (const again of ["", ", again"]) {
      let status: unknown;
      const time = await timed(async () => {
        status = await run(kernel, source);
      });
      note(`import ${name}${again}`, status === "ok" ? time : "fails");
    }
  }
  const begun = performance.now();
  const ended = new Promise((done) => kernel.process.once("exit", done));
  kernel.ask("shutdown_request", { restart: false }, "control").catch(() => {}); // it may end before its answer is out
  const how = await Promise.race([ended.then(() => "ended"), pause(patienceMs)]);
  note("shutdown", how === "ended" ? performance.now() - begun : "hangs");
}

async function measureFlood(kernel: KernelClient, { dialect }: Peer, note: Note): Promise<void> {
  let lines = 0;
  let idle = false;
  const begun = performance.now();
  const answer = kernel.ask("execute_request", request(dialect.printing(lineCount)), "shell", (message) => {
    if (message.header.msg_type === "stream") lines += String(message.content.text).split("\n").length - 1;
  });
  await Promise.race([
    answer.then(() => {
      idle = true;
    }),
    pause(patienceMs),
  ]);
  const took = performance.now() - begun;
  note(
    "100 000 lines",
    idle && lines === lineCount ? took : `${lines} lines${idle ? " at idle" : ", no idle"}`,
  );
}

async function measureInterrupt(kernel: KernelClient, peer: Peer, note: Note): Promise<void> {
  const name = "interrupt of while (true) {}";
  await run(kernel, "keep = 42".replace(/^/, peer.dialect.imports.typescript ? "let " : ""));
  const cell = kernel.ask("execute_request", request(peer.dialect.endless)).catch(() => "died" as const);
  await pause(500);
  const begun = performance.now();
  if (peer.interrupt === "signal") kernel.process.kill("SIGINT");
  else kernel.ask("interrupt_request", {}, "control").catch(() => {});
  const how = await Promise.race([cell, pause(patienceMs)]);
  const took = performance.now() - begun;
  if (how === "died") return note(name, "dies");
  if (how === undefined) return note(name, "hangs");
  await pause(500); // tslab drops what comes too soon after an error
  let shown = "";
  const kept = kernel.ask("execute_request", request("keep"), "shell", ({ content }) => {
    shown += JSON.stringify(content.data ?? content.text ?? "");
  });
  await Promise.race([kept, pause(5000)]);
  note(name, shown.includes("42") ? took : "state lost");
}

async function run(kernel: KernelClient, code: string): Promise<unknown> {
  const answer = await Promise.race([kernel.ask("execute_request", request(code)), pause(patienceMs)]);
  return answer?.reply.content.status ?? "hangs";
}

const request = (code: string): Record<string, unknown> => ({
  code,
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const pause = (ms: number): Promise<undefined> =>
  new Promise((done) => setTimeout(() => done(undefined), ms).unref?.());

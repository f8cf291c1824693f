import type { KernelClient } from "../../kernel/jupyter/install/client.ts";
import { patienceMs, pause, request, run, timed } from "./askKernel.ts";
import type { Peer } from "./peers.ts";

/** Takes a number of a line of the table, or words that say why there is none. */
export type Note = (name: string, value: number | string | undefined) => void;

const lineCount = 100_000;

export async function measureImports(kernel: KernelClient, { dialect }: Peer, note: Note): Promise<void> {
  for (const [name, source] of Object.entries(dialect.imports)) {
    for (const again of ["", ", again"]) {
      let status: unknown;
      const time = await timed(async () => {
        status = await run(kernel, source, { cellId: "cell" });
      });
      note(`import ${name}${again}`, status === "ok" ? time : "fails");
      await pause(500);
    }
  }
  const begun = performance.now();
  const ended = new Promise((done) => kernel.process.once("exit", done));
  kernel.ask("shutdown_request", { restart: false }, "control").catch(() => {}); // it may end before its answer is out
  const how = await Promise.race([ended.then(() => "ended"), pause(patienceMs)]);
  note("shutdown", how === "ended" ? performance.now() - begun : "hangs");
}

export async function measureFlood(kernel: KernelClient, { dialect }: Peer, note: Note): Promise<void> {
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

export async function measureInterrupt(kernel: KernelClient, peer: Peer, note: Note): Promise<void> {
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

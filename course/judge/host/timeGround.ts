import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Ground } from "./openSession.ts";

/** How long a cell of a ground takes, in ms. */
export interface CellTime {
  readonly id: string;
  readonly ms: number;
}

const program = fileURLToPath(new URL("./timeGroundProcess.ts", import.meta.url));

/**
 * Runs a ground's cells in a process of their own, since they may take memory, and times each.
 *
 * @throws {Error} naming the cell that fails
 */
export function timeGround(ground: Ground): Promise<readonly CellTime[]> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      ...{ serialization: "advanced", execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] },
    });
    child.once("message", (answer: { readonly times?: readonly CellTime[]; readonly why?: string }) => {
      child.kill("SIGKILL");
      if (answer.times) resolve(answer.times);
      else reject(new Error(answer.why));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(new Error(`Cannot run what the exercise stands on: its process ended with ${signal ?? code}`)),
    );
    child.send(ground);
  });
}

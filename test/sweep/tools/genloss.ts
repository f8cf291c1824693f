import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../../cli/genloss.mjs", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs; disposed, it is killed. */
export interface Started extends Disposable {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  said(): string;
}

/**
 * Starts `genloss` with these arguments.
 *
 * @param prefix a command that starts it
 */
export function startGenloss(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  prefix: readonly string[] = [],
): Started {
  const [first, ...words] = [...prefix, process.execPath, program, ...args];
  const child = spawn(first!, words, { cwd, env: { ...process.env, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = once(child, "close").then(([status]) => ({
    status: status as number | null,
    stdout,
    stderr,
  }));
  return {
    ...{ child, ended, said: () => stdout + stderr },
    [Symbol.dispose]: () => void child.kill("SIGKILL"),
  };
}

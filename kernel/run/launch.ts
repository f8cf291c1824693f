import { type ChildProcess, fork } from "node:child_process";

/** What a process that runs cells is started with. */
export interface LaunchOptions {
  /** Where it runs: the notebook's folder. */
  readonly cwd: string;
  /** Its environment, whole. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Starts the process that runs the cells: Node with `entry` and these arguments, pipes for what it writes, and a channel
 * for messages with `serialization: "advanced"`. One of one's own may put a fence around it.
 */
export type Launch = (entry: string, args: readonly string[], options: LaunchOptions) => ChildProcess;

/** A plain process of Node's, as open as this one. */
export const launchNode: Launch = (entry, args, { cwd, env }) =>
  fork(entry, args, {
    cwd,
    env,
    execArgv: [],
    serialization: "advanced",
    // What native code writes past Node belongs to no cell; it is kept for the message if the process dies.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { descendants } from "./descendants.ts";

/** Groups that run, by the number of the process that leads each. */
const running = new Set<number>();
const ownGroups = process.platform !== "win32";

/**
 * Starts a program in a process group of its own: with it end all that it has started, and all end with this process
 * at the latest. `test/run.ts` is told too, since a test that is killed can end nothing.
 */
export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: ownGroups });
  const { pid } = child;
  if (pid === undefined) return child; // it could not be started, and says so itself
  if (running.size === 0) process.on("exit", endAll);
  running.add(pid);
  const note = noteOf(pid);
  if (note) writeFileSync(note, command);
  return child;
}

/** Ends a program and all that it has started, without asking. */
export function endGroup({ pid }: Pick<ChildProcess, "pid">): void {
  if (pid === undefined || !running.delete(pid)) return;
  if (running.size === 0) process.off("exit", endAll);
  killGroup(pid);
  const note = noteOf(pid);
  if (note) rmSync(note, { force: true });
}

/**
 * Kills a group, and what its members have put into groups of their own, as Jupyter does with kernels.
 *
 * @returns whether anything of it was there
 */
export function killGroup(pid: number): boolean {
  const apart = descendants(pid);
  const wasThere = kill(ownGroups ? -pid : pid);
  return [pid, ...apart].map(kill).includes(true) || wasThere; // one that leads no group, too
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

function endAll(): void {
  for (const pid of [...running]) endGroup({ pid });
}

const noteOf = (pid: number): string | undefined =>
  process.env.GENLOSS_GROUPS && join(process.env.GENLOSS_GROUPS, String(pid));

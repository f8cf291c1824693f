import { type ChildProcess, spawn } from "node:child_process";

const ownGroups = process.platform !== "win32";

/** Starts a program in a process group of its own, with pipes at 0 to 3; `kill()` ends the group, without asking. */
export function launchGroup(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  streams: 3 | 4 = 4,
): ChildProcess {
  const child = spawn(command, args, {
    env: { ...env },
    stdio: new Array<"pipe">(streams).fill("pipe"),
    detached: ownGroups,
    windowsHide: true,
  });
  if (ownGroups) child.kill = () => killGroup(child);
  return child;
}

/** @returns whether anything of it was there */
function killGroup({ pid, exitCode, signalCode }: ChildProcess): boolean {
  // Its number is free again once it has ended and been waited for.
  if (pid === undefined || exitCode !== null || signalCode !== null) return false;
  try {
    return process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

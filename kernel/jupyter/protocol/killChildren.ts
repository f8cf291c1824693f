import { readdirSync, readFileSync } from "node:fs";

/**
 * Ends the processes that this one has started, and theirs, as Ctrl+C in a terminal would. Only Linux tells
 * which they are; elsewhere a cell that waits for a synchronous child is stopped when the child ends.
 */
export function killChildren(): void {
  for (const child of descendants(process.pid)) {
    try {
      process.kill(child, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
}

function descendants(parent: number): number[] {
  const children = tasksOf(parent).flatMap((task) =>
    readText(`/proc/${parent}/task/${task}/children`)
      .split(" ")
      .map(Number)
      .filter((child) => child > 0),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

import { readdirSync, readFileSync } from "node:fs";

/** The processes that one has started, and theirs, whatever group they are in. Only Linux tells which they are. */
export function descendants(pid: number): number[] {
  const children = Map.groupBy(readProc(), parentOf);
  const below = (parent: number): number[] =>
    (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** The processes that one has started itself. */
export const childrenOf = (pid: number): number[] => readProc().filter((other) => parentOf(other) === pid);

function readProc(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The fourth field; the second is a name in brackets, which may hold anything. */
function parentOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "");
    return Number(fields.split(" ")[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

import { readdirSync, readFileSync } from "node:fs";

/** Memory that a process and its children hold, in MiB; undefined where there is no /proc. */
export function memoryOf(pid: number): number | undefined {
  try {
    const parents = new Map<number, number>();
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
        parents.set(Number(name), Number(parent));
      } catch {} // it ended meanwhile
    }
    const family = new Set([pid]);
    for (const [child, parent] of [...parents].sort(([a], [b]) => a - b))
      if (family.has(parent)) family.add(child);
    const kilobytes = [...family].map((member) =>
      Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/status`, "utf8"))?.[1] ?? 0),
    );
    return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
  } catch {
    return undefined;
  }
}

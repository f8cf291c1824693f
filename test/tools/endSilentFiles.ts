import { childrenOf } from "./descendants.ts";
import { killGroup } from "./processGroup.ts";

/**
 * Kills the processes of test files that have run for too long, with all that they have started. A test that has failed
 * by its timeout may leave its process alive, and the run would wait for it for ever.
 */
export function endSilentFiles(patienceMs: number): void {
  const since = new Map<number, number>();
  const look = (): void => {
    const now = performance.now();
    for (const pid of childrenOf(process.pid)) {
      const began = since.get(pid);
      if (began === undefined) since.set(pid, now);
      else if (now - began > patienceMs) {
        console.error(`A test file has run for ${patienceMs / 1000} s and is killed now (process ${pid})`);
        process.exitCode = 1;
        killGroup(pid);
      }
    }
  };
  setInterval(look, Math.min(5000, patienceMs / 10)).unref();
}

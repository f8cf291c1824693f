import { getHeapStatistics } from "node:v8";
import { collectGarbage } from "../shared/collectGarbage.ts";

const restMs = 500;
const mostGarbage = 16 * 2 ** 20;

/**
 * Lets a thread's garbage go back to the system when the thread has had nothing to do for a while. By itself V8 keeps
 * the memory it once needed: for a type checker that makes a program per cell, more than its programs hold.
 *
 * @returns to be called after each piece of work
 */
export function giveBackMemory(): () => void {
  const held = (): number => getHeapStatistics().total_heap_size;
  let least = 0;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (held() < least + mostGarbage) return;
      collectGarbage();
      least = held();
    }, restMs).unref();
  };
}

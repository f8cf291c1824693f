import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (how: { type: "major"; execution: "sync"; flavor: "last-resort" }) => void;

const restMs = 500;
const mostGarbage = 16 * 2 ** 20;

/**
 * Lets a thread's garbage go back to the system when the thread has had nothing to do for a while. By itself V8 keeps
 * the memory it once needed: for a type checker that makes a program per cell, more than its programs hold.
 *
 * @returns to be called after each piece of work
 */
export function giveBackMemory(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as Collect;
  const held = (): number => getHeapStatistics().total_heap_size;
  let least = 0;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (held() < least + mostGarbage) return;
      collect({ type: "major", execution: "sync", flavor: "last-resort" });
      least = held();
    }, restMs).unref();
  };
}

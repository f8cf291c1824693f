import { constants } from "node:os";
import type { SandboxLimits } from "./sandboxLimits.ts";

/** Why a program of a sandbox is no longer there. */
export type SandboxEnd = "exit" | "crash" | "memory" | "cpu" | "sandbox";

/** What its caller saw of the end. */
export interface EndSeen {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last of what it printed. */
  readonly stderr: string;
  readonly elapsedMs: number;
  readonly limits: SandboxLimits;
  /** Processors of this machine: with two, a second of processor time can be over after half a second. */
  readonly processors: number;
}

/**
 * Tells a limit from a program that left. What the program prints can make one look like the other, so this chooses the
 * words of a report and never a mark. Who killed it by its own clock knows better and does not ask.
 *
 * `sandbox`: what should have started it did not; nothing of the program has run.
 */
export function howItEnded({ code, signal, stderr, elapsedMs, limits, processors }: EndSeen): SandboxEnd {
  // bubblewrap, a shell and a container's engine report a signal as 128 and its number.
  const number = signal ? constants.signals[signal] : code !== null && code > 128 ? code - 128 : 0;
  if (outOfMemory.test(stderr)) return "memory";
  if (number === constants.signals.SIGXCPU) return "cpu";
  if (number === constants.signals.SIGKILL) {
    // Who is not our caller and kills is the limit of processor time, or the kernel that has no memory left.
    return elapsedMs * processors >= limits.cpuSeconds * 1000 ? "cpu" : "memory";
  }
  if (ownWords.test(stderr) || (code === 125 && number === 0)) return "sandbox";
  return number > 0 ? "crash" : "exit";
}

/** V8's last words, and those of errors that an allocation throws. */
const outOfMemory =
  /FATAL ERROR: .*(?:out of memory|Allocation failed)|RangeError: (?:Array buffer allocation failed|Invalid array buffer length)|ERR_MEMORY_ALLOCATION_FAILED|std::bad_alloc|Fatal process out of memory/;
/** How the programs around it begin a line when they give up. */
const ownWords = /^(?:bwrap|prlimit|setpriv|docker|podman|sh): /m;

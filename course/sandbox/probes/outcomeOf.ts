import type { Canaries } from "./canaries.ts";
import type { Reply } from "./inside/request.ts";
import type { Outcome, Probe } from "./probe.ts";

/** What was seen of a probe from outside. */
export interface ProbeSeen {
  readonly replies: readonly Reply[];
  /** Bytes of output that came. */
  readonly printed: number;
  /** Its output was too much, and it was ended. */
  readonly cut: boolean;
  /** It took too long, and was ended. */
  readonly late: boolean;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lastWords: string;
}

export interface ProbeResult {
  readonly name: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** How it went, in a few words. */
  readonly words: string;
}

/** The outcome, from what the probe said and what can be seen outside; never from its silence alone. */
export function outcomeOf(probe: Probe, seen: ProbeSeen, canaries: Canaries): ProbeResult {
  const { name, title } = probe;
  const result = (outcome: Outcome, words: string): ProbeResult => ({ name, title, outcome, words });
  const { replies, late, code, signal, lastWords } = seen;
  const end = late ? "it took too long" : `it ended with ${signal ?? `code ${code}`}`;
  if (!replies.some((reply) => "ready" in reply))
    return result("unknown", `it did not start: ${lastWords.trim().split("\n").at(-1) || end}`);
  const refused = replies.find((reply) => "refused" in reply);
  const brought = replies.find((reply) => "reached" in reply)?.reached;
  const isGuard = refused !== undefined && guards.has(refused.refused);
  const why = refused && (refused.refused || refused.message);

  if (probe.reached) {
    if (probe.reached(brought ?? "", canaries)) return result("open", "the canary was reached");
    if (isGuard) return result("blocked", why!);
    return brought === undefined
      ? result("unknown", why ?? end)
      : result("blocked", "nothing was to be found");
  }
  const { wanted = 0, unit = "" } = probe;
  const amounts = replies.map((reply) => ("amount" in reply ? reply.amount : 0));
  const had = name === "print" ? Math.floor(seen.printed / 2 ** 20) : Math.max(0, ...amounts);
  const share = `${had} of ${wanted} ${unit}`;
  if (had >= wanted) return result("open", share);
  if (late) return result("open", `${share}, until ${end}`);
  if (had === 0 && isGuard) return result("blocked", why!);
  if (seen.cut) return result("limited", `${share}, the caller's cap`);
  if (had > 0) return result("limited", `${share}, then ${why ?? end}`);
  // It was killed before it could tell of a first amount.
  return code === 0 || brought !== undefined ? result("unknown", why ?? end) : result("limited", end);
}

/** How a guard says no. Any other error is one of the probe. */
const guards: ReadonlySet<string> = new Set([
  ...["ERR_ACCESS_DENIED", "ERR_DLOPEN_DISABLED", "ERR_UNKNOWN_BUILTIN_MODULE", "ERR_SQLITE_ERROR"],
  "ERR_MEMORY_ALLOCATION_FAILED",
  ...["ENOENT", "EACCES", "EPERM", "EROFS", "EAGAIN", "EFBIG", "ENOSPC", "EMFILE"],
  ...["ECONNREFUSED", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH", "EADDRNOTAVAIL"],
]);

import { createRequire } from "node:module";

interface Watchdog {
  startSigintWatchdog(): void;
  /** @returns whether a SIGINT has come that no script was there to be broken by */
  stopSigintWatchdog(): boolean;
}

/** What a worker needs among its `execArgv` to watch. */
export const sigintWatchFlags: readonly string[] = ["--expose-internals"];

/**
 * Sees SIGINT from a worker, at any moment. Node hands signals to the main thread's event loop only, which a busy cell
 * keeps from turning. Beneath `breakOnSigint` of `node:vm` lies a watchdog, a small thread of Node's own that takes the
 * signal in any case; scripts can reach it where internals are exposed, which here is the protocol's worker alone.
 *
 * @returns asks whether SIGINT has come since it was last asked; undefined where Node does not lend its watchdog: there
 * SIGINT is seen once the main thread is free
 */
export function sigintWatch(): (() => boolean) | undefined {
  try {
    const { internalBinding } = createRequire(import.meta.url)("internal/test/binding") as {
      internalBinding(name: string): Watchdog;
    };
    const watchdog = internalBinding("contextify");
    watchdog.startSigintWatchdog(); // stays: of those below it is only the count that changes
    return () => {
      watchdog.startSigintWatchdog();
      return watchdog.stopSigintWatchdog();
    };
  } catch {
    return undefined;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as Node declares listeners
type Listener = (...values: any[]) => void;
type Remove = (event: string | symbol, listener: Listener) => NodeJS.Process;

const kept = new Map<string | symbol, Set<Listener>>();

/** Listens to the process in a way that a cell's `process.removeAllListeners()` does not end. */
export function keepListening(event: string, listener: Listener): void {
  if (kept.size === 0) guardRemoval();
  const listeners = kept.get(event) ?? new Set();
  kept.set(event, listeners.add(listener));
  process.on(event, listener);
}

function guardRemoval(): void {
  const removeAll = process.removeAllListeners.bind(process);
  process.removeAllListeners = ((...events: [string?]) => {
    removeAll(...(events as [never]));
    for (const [event, listeners] of kept) {
      if (events.length > 0 && !events.includes(event as string)) continue;
      for (const listener of listeners)
        if (!process.listeners(event as "exit").includes(listener)) process.on(event, listener);
    }
    return process;
  }) as typeof process.removeAllListeners;
  const remove: Remove = process.removeListener.bind(process) as Remove;
  const removeOther: Remove = (event, listener) =>
    kept.get(event)?.has(listener) ? process : remove(event, listener);
  process.removeListener = removeOther as typeof process.removeListener;
  process.off = removeOther as typeof process.off;
}

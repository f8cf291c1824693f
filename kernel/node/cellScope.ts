import { AsyncLocalStorage } from "node:async_hooks";
import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { syncBuiltinESMExports } from "node:module";
import timersPromises from "node:timers/promises";
import type { OutputQueue } from "../session/outputQueue.ts";

/** A cell and what it started: everything that must end when the cell is stopped. */
export interface CellScope {
  readonly id: string;
  readonly source: string;
  readonly outputs: OutputQueue;
  readonly timers: Set<NodeJS.Timeout | NodeJS.Immediate>;
  readonly children: Set<ChildProcess>;
  stopped: boolean;
}

export function cellScope(id: string, source: string, outputs: OutputQueue): CellScope {
  return { id, source, outputs, timers: new Set(), children: new Set(), stopped: false };
}

const storage = new AsyncLocalStorage<CellScope>();

/** The cell that the running code belongs to, also in a timer or a promise that the cell left behind. */
export const currentScope = (): CellScope | undefined => storage.getStore();

/** Runs code as that cell's. */
export const inScope = <T>(scope: CellScope, run: () => T): T => storage.run(scope, run);

/** Ends what a cell left running: its timers and child processes; awaiting code ends where it resumes. */
export function stopScope(scope: CellScope): void {
  scope.stopped = true;
  for (const timer of scope.timers) {
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
  }
  scope.timers.clear();
  for (const child of scope.children) child.kill();
  scope.children.clear();
}

/**
 * Notes the timers and child processes of every cell, from now on and for the whole process.
 *
 * @param onTimer told when a timer's callback begins (true) and when the timers' turn is over (false)
 */
export function trackScopes(onTimer: (active: boolean) => void): void {
  const { setTimeout: later, setInterval: often, setImmediate: soon } = globalThis;
  const track = (start: typeof later | typeof often | typeof soon, repeats: boolean): unknown =>
    Object.assign(
      (callback: (...args: unknown[]) => void, ...rest: unknown[]): NodeJS.Timeout => {
        const scope = currentScope();
        const timer = (start as (...args: unknown[]) => NodeJS.Timeout)(
          (...args: unknown[]) => {
            if (!repeats) scope?.timers.delete(timer);
            onTimer(true);
            // The promises that the callback settles go on right after it, in the same turn.
            soon(() => onTimer(false));
            callback(...args);
          },
          ...rest,
        );
        scope?.timers.add(timer);
        return timer;
      },
      // util.promisify(setTimeout) has a form of its own, kept here.
      Object.fromEntries(Object.getOwnPropertySymbols(start).map((key) => [key, Reflect.get(start, key)])),
    );
  globalThis.setTimeout = track(later, false) as typeof later;
  globalThis.setInterval = track(often, true) as typeof often;
  globalThis.setImmediate = track(soon, false) as typeof soon;

  timersPromises.setTimeout = (<T>(ms?: number, value?: T, options: { signal?: AbortSignal } = {}) =>
    new Promise<T | undefined>((resolve, reject) => {
      const { signal } = options;
      if (signal?.aborted) return void reject(signal.reason);
      const timer = globalThis.setTimeout(() => resolve(value), ms);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    })) as typeof timersPromises.setTimeout;
  syncBuiltinESMExports();

  subscribe("child_process", (message) => {
    const { process: child } = message as { process: ChildProcess };
    const scope = currentScope();
    scope?.children.add(child);
    child.once("exit", () => scope?.children.delete(child));
  });
}

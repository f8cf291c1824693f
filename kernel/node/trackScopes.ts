import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { syncBuiltinESMExports } from "node:module";
import timersPromises from "node:timers/promises";
import { nodeScopes } from "./nodeScopes.ts";

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
        const scope = nodeScopes.current();
        const timer = (start as (...args: unknown[]) => NodeJS.Timeout)(
          (...args: unknown[]) => {
            if (!repeats) scope?.endings.delete(end);
            onTimer(true);
            // The promises that the callback settles go on right after it, in the same turn.
            soon(() => onTimer(false));
            callback(...args);
          },
          ...rest,
        );
        const end = (): void => {
          clearTimeout(timer);
          clearImmediate(timer as unknown as NodeJS.Immediate);
        };
        scope?.endings.add(end);
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
    const scope = nodeScopes.current();
    const end = (): void => void child.kill();
    scope?.endings.add(end);
    child.once("exit", () => scope?.endings.delete(end));
  });
}

import type { CellScope } from "../session/cellScope.ts";
import type { Scopes } from "../session/scopes.ts";

type Timer = (callback: (...args: unknown[]) => void, ...rest: unknown[]) => number;
interface Timers {
  setTimeout: Timer;
  setInterval: Timer;
  clearTimeout(timer: number | undefined): void;
}

/** A page follows a cell into its timers, and into no promise: there the newest cell is taken. */
export class PageScopes implements Scopes {
  #current: CellScope | undefined;

  current(): CellScope | undefined {
    return this.#current;
  }

  within<T>(scope: CellScope, run: () => T): T {
    const before = this.#current;
    this.#current = scope;
    try {
      return run();
    } finally {
      this.#current = before;
    }
  }

  bind<Args extends readonly unknown[], T>(run: (...args: Args) => T): (...args: Args) => T {
    const scope = this.#current;
    return scope ? (...args) => this.within(scope, () => run(...args)) : run;
  }

  /** Notes the timers that cells set, and runs each as its cell's. @param newest whose they are where nobody can tell */
  trackTimers(timers: Timers, newest: () => CellScope): void {
    const { setTimeout: later, setInterval: often, clearTimeout: end } = timers;
    const track =
      (start: Timer, repeats: boolean): Timer =>
      (callback, ...rest) => {
        const scope = this.#current ?? newest();
        const stop = (): void => end.call(timers, timer);
        const timer = start.call(
          timers,
          (...args: unknown[]) => {
            if (!repeats) scope.endings.delete(stop);
            this.within(scope, () => callback(...args));
          },
          ...rest,
        );
        scope.endings.add(stop);
        return timer;
      };
    timers.setTimeout = track(later, false);
    timers.setInterval = track(often, true);
  }
}

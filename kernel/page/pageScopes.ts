import type { CellScope } from "../session/cellScope.ts";
import type { Scopes } from "../session/scopes.ts";

const { apply } = Reflect; // a cell may take it away

/** The timers of a worker or a page. */
type Timers = Pick<typeof globalThis, "setTimeout" | "setInterval" | "clearTimeout">;

/** Whose a timer is where nobody can tell, and who is told what its callback throws. */
interface Owner {
  readonly scope: CellScope;
  failLate(error: unknown): void;
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

  /** Notes the timers that cells set, and runs each as its cell's. */
  trackTimers(timers: Timers, owner: Owner): void {
    const { setTimeout: later, setInterval: often, clearTimeout: end } = timers;
    const track =
      (start: typeof later, repeats: boolean) =>
      (callback: unknown, ...rest: unknown[]): number => {
        const scope = this.#current ?? owner.scope;
        const stop = (): void => apply(end, timers, [timer]);
        const ring = (...args: unknown[]): void => {
          if (!repeats) scope.endings.delete(stop);
          this.within(scope, () => {
            try {
              (callback as (...args: unknown[]) => void)(...args);
            } catch (error) {
              owner.failLate(error);
            }
          });
        };
        const timer = apply(start, timers, [ring, ...rest]) as number;
        scope.endings.add(stop);
        return timer;
      };
    timers.setTimeout = track(later, false) as typeof later;
    timers.setInterval = track(often, true) as typeof often;
  }
}

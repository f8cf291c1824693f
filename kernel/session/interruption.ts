/** Thrown in a cell that was asked to stop. What it did so far stays: stopping is no failure of the cell. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor() {
    super("The cell was stopped");
  }
}

/** How a host tells running cells to stop. */
export interface StopSwitch {
  /** Shared with whoever stops cells: element 0 is read in every turn of a loop, and 0 means "go on". */
  readonly flag: Int32Array;
  /** Whether the flag must be read by `Atomics.load`, for a loop to see it change; see `guardLoops`. */
  readonly isAtomic?: boolean;
  /** Whether the running code belongs to a cell that was stopped, also when another cell runs by now. */
  isStopped(): boolean;
  /** Passes a value on at a moment at which the cell may be cut off; see `guardAwaits`. */
  turn?<T>(value: T): T | Promise<T>;
}

const { load } = Atomics;

/** What compiled cells call: see `guardLoops` and `guardAwaits`. */
export function stopServices({ flag, isStopped, turn = (value) => value }: StopSwitch): object {
  return {
    flag,
    readAtomically: load, // a cell may put its own in the place of the built-in one
    turn,
    stop(): never {
      throw new Interrupted();
    },
    resumed<T>(value: T): T {
      if (flag[0] !== 0 || isStopped()) throw new Interrupted();
      return value;
    },
  };
}

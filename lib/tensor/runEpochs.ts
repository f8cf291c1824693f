import type { Epoch } from "./train.ts";

/** Runs a training to its end, and gives what it made. */
export function runAll<Result>(training: Generator<Epoch, Result, undefined>): Result {
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
  }
}

/** The same, with a turn of the event loop after each epoch. */
export async function runWithBreaks<Result>(
  training: Generator<Epoch, Result, undefined>,
  onEpoch?: (epoch: Epoch) => void,
): Promise<Result> {
  const { setTimeout } = globalThis as unknown as { setTimeout(run: () => void, ms: number): unknown };
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
    onEpoch?.(step.value);
    await new Promise<void>((go) => setTimeout(go, 0));
  }
}

import type { Generation, LoopOptions } from "../loops/loop.ts";
import { requireInteger } from "./requireInteger.ts";

/**
 * The generations of a loop. With `reuse`, and a regime that forgets, each generation may be written over the data of
 * the one before: the same numbers, without a new array each time. Such data is good until the next turn.
 */
export function* turns<Item, Parameters, Batch extends ArrayLike<Item>>(
  options: LoopOptions<Item, Parameters, Batch>,
  reuse: boolean,
): Generator<Generation<Item, Parameters, Batch>, void, undefined> {
  const { family, data, start, regime, generations, rng } = options;
  if ((data === undefined) === (start === undefined)) {
    throw new TypeError(
      `Cannot start a loop: one of data and start must be given, got ${data ? "both" : "neither"}`,
    );
  }
  const size = options.size ?? data?.length;
  if (size === undefined)
    throw new TypeError("Cannot start a loop: size must be given with start, got undefined");
  requireInteger("start a loop", "generations", generations);
  requireInteger("start a loop", "size", size, 1);

  const fit = (batch: Batch, generation: number) =>
    family.fitDraws ? family.fit(batch, rng.split("fit").split(generation)) : family.fit(batch);

  const real = data ?? null;
  let previous = real;
  let model = start ?? fit(data!, 0);
  yield { generation: 0, model, data: previous };

  let spare: Batch | null = null;
  for (let generation = 1; generation <= generations; generation += 1) {
    const writer = model;
    const synthetic = (count: number): Batch => {
      const batch = spare;
      spare = null; // one batch, one call: a regime may ask twice
      return batch?.length === count && writer.sampleInto
        ? writer.sampleInto(batch, rng)
        : writer.sample(count, rng);
    };
    previous = regime.next({ generation, size, real, previous, synthetic, rng });
    if (reuse && regime.forgets && previous !== real) spare = previous;
    model = fit(previous, generation);
    yield { generation, model, data: previous };
  }
}

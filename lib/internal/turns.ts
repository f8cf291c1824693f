import type { Generation, LoopOptions } from "../loops/loop.ts";
import type { Step } from "../loops/regime.ts";
import { requireInteger } from "./requireInteger.ts";
import { scheduled } from "./scheduled.ts";

/**
 * The generations of a loop. With `reuse`, and a regime that forgets, each generation may be written over the data of
 * the one before: the same numbers, without a new array each time. Such data is good until the next turn.
 */
export function* turns<Item, Parameters, Batch extends ArrayLike<Item>>(
  options: LoopOptions<Item, Parameters, Batch>,
  reuse: boolean,
): Generator<Generation<Item, Parameters, Batch>, void, undefined> {
  const { family, data, start, regime, write, generations, rng } = options;
  if ((data === undefined) === (start === undefined)) {
    throw new TypeError(
      `Cannot start a loop: one of data and start must be given, got ${data ? "both" : "neither"}`,
    );
  }
  const sizes = options.size ?? data?.length;
  if (sizes === undefined)
    throw new TypeError("Cannot start a loop: size must be given with start, got undefined");
  requireInteger("start a loop", "generations", generations);
  if (typeof sizes === "number") requireInteger("start a loop", "size", sizes, 1);
  if (regime.weights && !family.fitWeighted) {
    throw new TypeError(
      `Cannot start a loop: family must fit weighted items (fitWeighted) for the regime "${regime.name}", got ${family.name}`,
    );
  }

  const fit = (batch: Batch, generation: number, size: number) => {
    if (generation > 0 && regime.weights) return family.fitWeighted!(batch, regime.weights(generation, size));
    return family.fitDraws ? family.fit(batch, rng.split("fit").split(generation)) : family.fit(batch);
  };

  const real = data ?? null;
  const memory: Step<Batch>["memory"] = { pool: null };
  let previous = real;
  let model = start ?? fit(data!, 0, 0);
  yield { generation: 0, model, data: previous };

  let spare: Batch | null = null;
  for (let generation = 1; generation <= generations; generation += 1) {
    const size = scheduled(sizes, generation);
    if (typeof sizes === "function") requireInteger("make a generation", `size(${generation})`, size, 1);
    const writer = model;
    const synthetic = (count: number): Batch => {
      if (write) return write(writer, count, rng, generation);
      const batch = spare;
      spare = null; // one batch, one call: a regime may ask twice
      return batch?.length === count && writer.sampleInto
        ? writer.sampleInto(batch, rng)
        : writer.sample(count, rng);
    };
    previous = regime.next({ generation, size, real, previous, synthetic, rng, memory });
    if (reuse && regime.forgets && previous !== real) spare = previous;
    model = fit(previous, generation, size);
    yield { generation, model, data: previous };
  }
}

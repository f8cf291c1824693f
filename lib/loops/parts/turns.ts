import type { Fitted } from "../../models/model.ts";
import { requireRng } from "../../random/parts/requireRng.ts";
import { described } from "../../require/described.ts";
import { requireFunction } from "../../require/requireFunction.ts";
import { requireInteger } from "../../require/requireInteger.ts";
import type { Generation, LoopOptions } from "../loop.ts";
import type { Step } from "../regime.ts";
import { requireItems } from "./items.ts";
import { scheduled } from "./scheduled.ts";

/**
 * The generations of a loop; what cannot be run is refused at once. With `reuse`, and a regime that forgets, each
 * generation may be written over the data of the one before: the same numbers, without a new array each time. Such data
 * is good until the next turn.
 */
export function turns<Item, Parameters, Batch extends ArrayLike<Item>>(
  options: LoopOptions<Item, Parameters, Batch>,
  reuse: boolean,
): Generator<Generation<Item, Parameters, Batch>, void, undefined> {
  const action = "start a loop";
  const { family, data, start, regime, write, generations, rng } = options;
  requireFamily(action, family);
  if ((data === undefined) === (start === undefined)) {
    throw new TypeError(
      `Cannot ${action}: one of data and start must be given, got ${data ? "both" : "neither"}`,
    );
  }
  requireRegime(action, regime);
  requireRng(action, rng);
  if (write !== undefined) requireFunction(action, "write", write);
  const size = options.size ?? data?.length;
  if (size === undefined)
    throw new TypeError(`Cannot ${action}: size must be given with start, got undefined`);
  requireInteger(action, "generations", generations);
  if (typeof size !== "function") requireInteger(action, "size", size, 1);
  if (regime.weights && !family.fitWeighted) {
    throw new TypeError(
      `Cannot ${action}: family must fit weighted items (fitWeighted) for the regime "${regime.name}", got ${family.name}`,
    );
  }
  return take({ ...options, size }, reuse);
}

function* take<Item, Parameters, Batch extends ArrayLike<Item>>(
  options: LoopOptions<Item, Parameters, Batch> & {
    size: NonNullable<LoopOptions<never, never, never>["size"]>;
  },
  reuse: boolean,
): Generator<Generation<Item, Parameters, Batch>, void, undefined> {
  const { family, data, start, regime, write, generations, size: sizes, rng } = options;
  const fit = (batch: Batch, generation: number, size: number): Fitted<Item, Parameters, Batch> => {
    const model =
      generation > 0 && regime.weights
        ? family.fitWeighted!(batch, regime.weights(generation, size))
        : family.fitDraws
          ? family.fit(batch, rng.split("fit").split(generation))
          : family.fit(batch);
    if (typeof model?.sample === "function") return model;
    throw new TypeError(
      `Cannot fit generation ${generation}: family "${family.name}" must give a model with sample, got ${described(model)}`,
    );
  };

  const real = data ?? null;
  const memory: Step<Batch>["memory"] = { pool: null };
  let previous = real;
  let model = start ?? fit(data!, 0, 0);
  yield { generation: 0, model, data: previous };

  let spare: Batch | null = null;
  for (let generation = 1; generation <= generations; generation += 1) {
    const action = `make generation ${generation}`;
    const size = scheduled(sizes, generation);
    if (typeof sizes === "function") requireInteger(action, `size(${generation})`, size, 1);
    const writer = model;
    const synthetic = (count: number): Batch => {
      if (write) return requireItems(action, "write", write(writer, count, rng, generation), count);
      const batch = spare;
      spare = null; // one batch, one call: a regime may ask twice
      return batch?.length === count && writer.sampleInto
        ? writer.sampleInto(batch, rng)
        : requireItems(action, "sample", writer.sample(count, rng), count);
    };
    const step = { generation, size, real, previous, synthetic, rng, memory };
    previous = requireItems(action, `regime "${regime.name}"`, regime.next(step));
    if (reuse && regime.forgets && previous !== real) spare = previous;
    model = fit(previous, generation, size);
    yield { generation, model, data: previous };
  }
}

/** Refuses anything but a family of models, above all the function that makes one. `action` completes "Cannot …". */
function requireFamily(action: string, family: { readonly fit: unknown }): void {
  if (typeof family?.fit !== "function") {
    const hint = typeof family === "function" ? ": call it first" : "";
    throw new TypeError(
      `Cannot ${action}: family must be one such as gaussian({ ddof: 1 }), got ${described(family)}${hint}`,
    );
  }
}

/** Refuses anything but a regime, above all its name or the function that makes one. `action` completes "Cannot …". */
function requireRegime(action: string, regime: { readonly next: unknown }): void {
  if (typeof regime?.next !== "function") {
    const hint = typeof regime === "function" ? ": call it first" : "";
    throw new TypeError(
      `Cannot ${action}: regime must be one such as replace(), got ${described(regime)}${hint}`,
    );
  }
}

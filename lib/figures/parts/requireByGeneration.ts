import { requireFinite } from "../../require/requireFinite.ts";

/** Refuses `values[generation][run]` unless every generation has the same number of finite values. */
export function requireByGeneration(action: string, values: readonly ArrayLike<number>[]): void {
  if (values.length < 2) {
    throw new RangeError(`Cannot ${action}: values must hold at least 2 generations, got ${values.length}`);
  }
  for (const [generation, runs] of values.entries()) {
    requireFinite(action, `values[${generation}]`, runs);
    if (runs.length !== values[0]!.length) {
      throw new RangeError(
        `Cannot ${action}: values[${generation}] must hold ${values[0]!.length} runs as values[0] does, got ${runs.length}`,
      );
    }
  }
}

/** Refuses a law that does not give one number per generation. */
export function requireLaw(action: string, law: ArrayLike<number> | undefined, generations: number): void {
  if (law !== undefined && law.length !== generations) {
    throw new RangeError(
      `Cannot ${action}: law must hold ${generations} values, one per generation, got ${law.length}`,
    );
  }
}

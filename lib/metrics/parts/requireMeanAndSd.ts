/** A one-dimensional Gaussian by its mean and standard deviation. */
export interface MeanAndSd {
  readonly mean: number;
  readonly sd: number;
}

/** Refuses a mean that is not finite, and an sd that is negative or not finite. `action` completes "Cannot …". */
export function requireMeanAndSd(action: string, name: string, { mean, sd }: MeanAndSd): void {
  if (!Number.isFinite(mean)) {
    throw new RangeError(`Cannot ${action}: ${name}.mean must be finite, got ${String(mean)}`);
  }
  if (!(sd >= 0 && sd < Infinity)) {
    throw new RangeError(`Cannot ${action}: ${name}.sd must be finite and not negative, got ${String(sd)}`);
  }
}

/** From here on the series of {@link place} is exact to double precision. */
const far = 100;

/**
 * s_t, the probability that one item has descendants left after t generations of the Poisson branching process of mean
 * 1:  s₀ = 1,  s_{t+1} = 1 − e^(−s_t),  about 2/t. To full relative precision, in constant time.
 *
 * Later than {@link far}, u = 1/s is found from Abel's equation place(u_{t+1}) = place(u_t) + 1.
 */
export function lineSurvival(generation: number): number {
  let s = 1;
  const steps = Math.min(generation, far);
  for (let t = 0; t < steps; t += 1) s = -Math.expm1(-s);
  if (generation === steps) return s;
  const goal = place(1 / s) + (generation - steps);
  let u = goal / 2;
  for (let round = 0; round < 6; round += 1) u -= (place(u) - goal) / (2 - 1 / (3 * u)); // Newton's steps: 3 suffice
  return 1 / u;
}

/** Where on the line of generations u = 1/s stands, up to a constant: one step adds 1. */
function place(u: number): number {
  const w = 1 / u;
  const series = w * (1 / 36 + w * (1 / 540 - w * (1 / 7776 + w * (71 / 435456 + (w * 8759) / 163296000))));
  return 2 * u - Math.log(u) / 3 + series;
}

/** Probability that at least one of `count` items has descendants left, when each has with probability `one`. */
export function manySurvival(count: number, one: number): number {
  return count === 0 ? 0 : -Math.expm1(count * Math.log1p(-one));
}

// Solutions, hidden tests and wrong answers of chapter 13. Each region runs as a cell after the chapter, so the chapter's
// names (check, d, dot, townAt, wavesAt, truth, …) are at hand.

// %% solution stop-in-time
function bestSteps(generation: number, loop: Stopping): number {
  const { signal, fitError, rate } = loop;
  const variance = generation * fitError;
  const error = (k: number) => {
    const left = Math.exp(k * Math.log1p(-rate)); // 1 − s
    return left ** 2 * signal + (1 - left) ** 2 * variance;
  };
  const low = Math.floor(Math.log1p(signal / variance) / -Math.log1p(-rate));
  return error(low) <= error(low + 1) ? low : low + 1;
}

// %% hidden stop-in-time: as trying them all says
/** Tries 0, 1, 2 … until the error rises: it falls up to the best time and rises from there on. */
const byTrying = (generation: number, { signal, fitError, rate }: Stopping): number => {
  const error = (k: number) => {
    const left = (1 - rate) ** k;
    return left ** 2 * signal + (1 - left) ** 2 * generation * fitError;
  };
  let k = 0;
  while (error(k + 1) < error(k)) k += 1;
  return k;
};
for (const generation of [1, 2, 3, 7, 30]) {
  for (const [signal, fitError] of [[1, 0.16], [2, 0.05], [0.3, 0.4]] as const) {
    const loop = { signal: signal, fitError: fitError, rate: 0.1 };
    check(`t = ${generation}, r² = ${signal}, τ = ${fitError}, rate 0.1`, bestSteps(generation, loop), byTrying(generation, loop), {
      hint: "compare the error at the two whole numbers beside the best time",
    });
  }
}

// %% hidden stop-in-time: long steps
for (const rate of [0.5, 0.6, 0.75, 0.9]) {
  for (const fitError of [0.05, 0.11, 0.2, 0.35, 0.45, 0.52, 0.7, 1.5]) {
    const loop = { signal: 1, fitError: fitError, rate: rate };
    check(`rate ${rate}, τ = ${fitError}`, bestSteps(1, loop), byTrying(1, loop), {
      hint: "the nearer whole number need not be the better one: s does not grow evenly with k",
    });
  }
}

// %% hidden stop-in-time: tiny steps
for (const [generation, rate, wanted] of [[1, 1e-6, 1_981_000], [4, 1e-6, 940_983]] as const) {
  const steps = bestSteps(generation, { signal: 1, fitError: 0.16, rate: rate });
  check(`t = ${generation}, rate ${rate}: the right number of steps`, steps, wanted, {
    tolerance: 3,
    hint: "about two million of them: a logarithm says where to look",
  });
}

// %% wrong stop-in-time: the last whole number before the best time -> as trying them all says
function bestSteps(generation: number, { signal, fitError, rate }: Stopping): number {
  return Math.floor(Math.log1p(signal / (generation * fitError)) / -Math.log1p(-rate));
}

// %% wrong stop-in-time: the best time of generation 1, always -> as trying them all says
function bestSteps(_: number, { signal, fitError, rate }: Stopping): number {
  const error = (k: number) => {
    const left = (1 - rate) ** k;
    return left ** 2 * signal + (1 - left) ** 2 * fitError;
  };
  let k = 0;
  while (error(k + 1) < error(k)) k += 1;
  return k;
}

// %% wrong stop-in-time: the nearer whole number -> long steps
function bestSteps(generation: number, { signal, fitError, rate }: Stopping): number {
  return Math.round(Math.log1p(signal / (generation * fitError)) / -Math.log1p(-rate));
}

// %% wrong stop-in-time: gives up after ten thousand steps -> tiny steps; visible
function bestSteps(generation: number, { signal, fitError, rate }: Stopping): number {
  const error = (k: number) => shrunk(1 - (1 - rate) ** k, signal, generation * fitError);
  let best = 0;
  for (let k = 1; k <= 10_000; k += 1) if (error(k) < error(best)) best = k;
  return best;
}

// %% wrong stop-in-time: (1 − η)^k taken for 1 − ηk -> as trying them all says
function bestSteps(generation: number, { signal, fitError, rate }: Stopping): number {
  return Math.round(signal / (signal + generation * fitError) / rate);
}

// %% solution many-small-sets
function partsFor(model: number[], sets: SmallSet[]): number[] {
  const chance = sets.map(({ points }) => model.length / points);
  const bias = Math.max(0, mean(sets.map(({ fit }, i) => squared(fit, model) - chance[i]!)));
  return chance.map((tau) => bias / (bias + tau));
}

// %% hidden many-small-sets: two thousand towns
/** Towns of many sizes, and the part that belongs to a size when δ² is known. */
const townsOf = (bias: number, sizes: number[], count: number, seed: number) => {
  const rng = seeded(seed);
  const model = Array.from({ length: 8 }, () => 2 * standardNormal(rng));
  const sets = Array.from({ length: count }, (_, i) => townAt(model, bias, sizes[i % sizes.length]!, rng));
  return { model, sets, wanted: sets.map(({ points }) => bias / (bias + 8 / points)) };
};
// One D has the variance 2d/n² + 4δ²/n. At δ² = 1.25 and n = 16 a part then is off by 0.0022, one standard error.
{
  const { model, sets, wanted } = townsOf(1.25, [16], 2000, 131);
  check("two thousand towns of sixteen points, δ² = 1.25", partsFor(model, sets), wanted, {
    tolerance: 0.012,
    hint: "the squared distance of a fit from the model holds δ² and the town's own τ",
  });
}

// %% hidden many-small-sets: towns of all sizes
// From 10 to 160 points: D's standard deviation is at most 0.81, so δ² is off by 0.019 or less; a part by 0.005 or less.
{
  const { model, sets, wanted } = townsOf(1.25, [10, 20, 40, 80, 160], 2000, 132);
  check("ten to 160 points", partsFor(model, sets), wanted, {
    tolerance: 0.022,
    hint: "a set of many points goes further from the model than a set of few",
  });
}

// %% hidden many-small-sets: a model that is nearly right
// δ² = 0.05, τ = 0.5: D's standard deviation is 0.27, so δ² is off by 0.0027 (10 000 towns) and a part by 0.0045.
{
  const { model, sets, wanted } = townsOf(0.05, [16], 10_000, 133);
  check("δ² = 0.05, ten thousand towns", partsFor(model, sets), wanted, {
    tolerance: 0.02,
    hint: "take the mean first, and the maximum with 0 last: a town's own estimate may be negative",
  });
}

// %% hidden many-small-sets: never outside
for (let seed = 0; seed < 50; seed += 1) {
  const { model, sets } = townsOf(0, [10, 40], 4, 200 + seed);
  const inside = partsFor(model, sets).every((s) => s >= 0 && s <= 1);
  check("four towns and a model that is right: no part below 0 or above 1", inside, true, {
    hint: "chance can make an estimate of δ² negative",
  });
}

// %% wrong many-small-sets: each town by itself -> two thousand towns
function partsFor(model: number[], sets: SmallSet[]): number[] {
  return sets.map(({ fit, points }) => Math.max(0, 1 - model.length / points / squared(fit, model)));
}

// %% wrong many-small-sets: chance is not taken off -> two thousand towns
function partsFor(model: number[], sets: SmallSet[]): number[] {
  const bias = mean(sets.map(({ fit }) => squared(fit, model)));
  return sets.map(({ points }) => bias / (bias + model.length / points));
}

// %% wrong many-small-sets: the model taken for 0 -> two thousand towns
function partsFor(model: number[], sets: SmallSet[]): number[] {
  const raw = mean(sets.map(({ fit, points }) => dot(fit, fit) - model.length / points));
  const bias = Math.max(0, raw);
  return sets.map(({ points }) => bias / (bias + model.length / points));
}

// %% wrong many-small-sets: one part for all -> towns of all sizes
function partsFor(model: number[], sets: SmallSet[]): number[] {
  const tau = mean(sets.map(({ points }) => model.length / points));
  const bias = Math.max(0, mean(sets.map(({ fit }) => squared(fit, model))) - tau);
  return sets.map(() => bias / (bias + tau));
}

// %% wrong many-small-sets: cut off at 0 before the mean -> a model that is nearly right
function partsFor(model: number[], sets: SmallSet[]): number[] {
  const bias = mean(sets.map(({ fit, points }) => Math.max(0, squared(fit, model) - model.length / points)));
  return sets.map(({ points }) => bias / (bias + model.length / points));
}

// %% wrong many-small-sets: nothing is cut off -> never outside
function partsFor(model: number[], sets: SmallSet[]): number[] {
  const bias = mean(sets.map(({ fit, points }) => squared(fit, model) - model.length / points));
  return sets.map(({ points }) => bias / (bias + model.length / points));
}

// %% solution a-ridge-schedule
function penalties(rows: number[], world: RidgeWorld): number[] {
  const { signal, features, noiseVariance } = world;
  let variance = 0;
  return rows.map((n) => {
    variance += (noiseVariance * features) / n;
    return (n * variance) / signal; // 1/(1 + λ/n) = r²/(r² + variance)
  });
}

// %% hidden a-ridge-schedule: the least error
/** Expected error of what is shown, with a penalty. */
const shownError = (rows: number[], t: number, penalty: number, world: RidgeWorld): number => {
  const variance = rows.slice(0, t + 1).reduce((sum, n) => sum + (world.noiseVariance * world.features) / n, 0);
  return shrunk(1 / (1 + penalty / rows[t]!), world.signal, variance);
};
const someRows = [[50, 50, 50, 50], [20, 40, 80, 160], [400, 100, 25, 12], [9, 1000, 9, 1000]];
for (const rows of someRows) {
  penalties(rows, { signal: 1, features: 8, noiseVariance: 1 }).forEach((penalty, t) => {
    const at = (factor: number) => shownError(rows, t, penalty * factor, { signal: 1, features: 8, noiseVariance: 1 });
    const least = penalty > 0 && at(1) < at(0.999) && at(1) < at(1.001);
    check(`rows ${rows.join(", ")}: no other penalty is better in generation ${t + 1}`, least, true, {
      hint: "variances of all the fits so far add up; the penalty is counted in the rows of the last",
    });
  });
}

// %% hidden a-ridge-schedule: louder worlds
for (const world of [
  { signal: 4, features: 8, noiseVariance: 1 },
  { signal: 1, features: 3, noiseVariance: 2.5 },
  { signal: 0.2, features: 20, noiseVariance: 0.3 },
]) {
  const wanted = [1, 2, 3].map((t) => (t * world.noiseVariance * world.features) / world.signal);
  check(`r² = ${world.signal}, d = ${world.features}, σ² = ${world.noiseVariance}`, penalties([64, 64, 64], world), wanted, {
    tolerance: 1e-9,
    hint: "a louder truth needs less of a ridge, a louder noise more",
  });
}

// %% hidden a-ridge-schedule: the library's ridge
// A fit to fifty points, from a curve that fits before have moved: the penalty must shrink it by r²/(r² + variance).
{
  const rows = [25, 100, 50];
  const penalty = penalties(rows, { signal: 1, features: 8, noiseVariance: 1 })[2]!;
  const curve = [1.2, -0.3, 0.1, 0, 0.2, 0, 0, -0.1];
  const data = wavesAt(50).map((at) => [...at, dot(at, curve)]);
  const line = { design: wavesAt(50), intercept: false, noiseVariance: 1 } as const;
  const shown = ridgeRegression({ ...line, penalty }).fit(data).parameters.weights;
  const variance = 8 / 25 + 8 / 100 + 8 / 50;
  check("the library's ridge with this penalty shows", shown, curve.map((w) => w / (1 + variance)), {
    tolerance: 1e-9,
    hint: "the plain fit, times r² / (r² + variance)",
  });
}

// %% wrong a-ridge-schedule: the same ridge for every generation -> the least error
function penalties(rows: number[], { signal, features, noiseVariance }: RidgeWorld): number[] {
  return rows.map(() => (noiseVariance * features) / signal);
}

// %% wrong a-ridge-schedule: every ancestor with the last one's rows -> the least error
function penalties(rows: number[], { signal, features, noiseVariance }: RidgeWorld): number[] {
  return rows.map((_, i) => ((i + 1) * noiseVariance * features) / signal);
}

// %% wrong a-ridge-schedule: counted in the rows of the first generation -> the least error
function penalties(rows: number[], { signal, features, noiseVariance }: RidgeWorld): number[] {
  let variance = 0;
  return rows.map((n) => {
    variance += (noiseVariance * features) / n;
    return (rows[0]! * variance) / signal;
  });
}

// %% wrong a-ridge-schedule: r² is always 1 -> louder worlds
function penalties(rows: number[], { features, noiseVariance }: RidgeWorld): number[] {
  let variance = 0;
  return rows.map((n) => {
    variance += (noiseVariance * features) / n;
    return n * variance;
  });
}

// %% solution did-it-copy
function copyScore(written: number[][], learned: number[][], heldOut: number[][]): number {
  const near = (point: number[], points: number[][]) =>
    Math.sqrt(points.reduce((least, other) => Math.min(least, squared(point, other)), Infinity));
  const sister = heldOut.slice(0, learned.length); // as many: more points lie nearer
  const to = (points: number[][]) => mean(written.map((point) => near(point, points)));
  return to(learned) / to(sister);
}

// %% hidden did-it-copy: a copier
/** Draws from a round bell of this width, in three dimensions. */
const cloud = (count: number, width: number, rng: Rng): number[][] =>
  Array.from({ length: count }, () => [0, 1, 2].map(() => width * standardNormal(rng)));
{
  const [learned, heldOut] = [cloud(60, 1, seeded(1301)), cloud(60, 1, seeded(1302))];
  check("writes what it read, word for word", copyScore(learned.slice(10, 30), learned, heldOut), 0, { tolerance: 1e-12 });
}

// %% hidden did-it-copy: someone who read neither
import { valuesAtTuples } from "generation-loss";
// Learned and held-out points could change places, and then the logarithm of the score changes its sign: its mean is 0,
// exactly. One logarithm scatters by 0.08, or by 0.32 where the writer is narrow; tolerances are four standard errors.
const logScores = (heldOut: number, seed: number, width = 1) => {
  const clouds = Array.from({ length: 100 }, (_, i): [number[][], number[][], number[][]] => {
    const rng = seeded(seed).split(i);
    return [cloud(50, width, rng), cloud(40, 1, rng), cloud(heldOut, 1, rng)];
  });
  return valuesAtTuples(copyScore, clouds).map((score) => {
    check("who writes from elsewhere has a score above 0", score > 0 && score < Infinity, true, {
      hint: `it is ${score}; a score is one distance divided by another`,
    });
    return Math.log(score);
  });
};
check("as many held out as learned: the logarithm is 0 on average", mean(logScores(40, 1303)), 0, {
  tolerance: 0.032,
  hint: "both distances are measured in the same way",
});

// %% hidden did-it-copy: nine times as many
check("nine held out for each that was learned: still 0 on average", mean(logScores(360, 1304)), 0, {
  tolerance: 0.032,
  hint: "among nine times as many points the nearest is nearer, whoever writes",
});

// %% hidden did-it-copy: a narrow writer
check("writes near the middle, but copies nothing: 0 on average", mean(logScores(40, 1305, 0.2)), 0, {
  tolerance: 0.13,
  hint: "compare the written points with both sets, and the sets not with one another",
});

// %% hidden did-it-copy: in another unit
{
  const rng = seeded(1306);
  const [learned, heldOut] = [cloud(40, 1, rng), cloud(80, 1, rng)];
  const written = learned.map((point) => point.map((x) => x + 0.3 * standardNormal(rng)));
  const larger = (points: number[][]) => points.map((point) => point.map((x) => 1000 * x));
  check("in metres or in millimetres, the score is the same",
    copyScore(larger(written), larger(learned), larger(heldOut)), copyScore(written, learned, heldOut), {
      tolerance: 1e-9,
    });
}

// %% wrong did-it-copy: all that was held out -> nine times as many
function copyScore(written: number[][], learned: number[][], heldOut: number[][]): number {
  const near = (point: number[], points: number[][]) => Math.sqrt(Math.min(...points.map((other) => squared(point, other))));
  const to = (points: number[][]) => mean(written.map((point) => near(point, points)));
  return to(learned) / to(heldOut);
}

// %% wrong did-it-copy: held-out points as the yardstick, from what was learned -> a narrow writer
function copyScore(written: number[][], learned: number[][], heldOut: number[][]): number {
  const near = (point: number[]) => Math.sqrt(Math.min(...learned.map((other) => squared(point, other))));
  return mean(written.map(near)) / mean(heldOut.slice(0, learned.length).map(near));
}

// %% wrong did-it-copy: the other way round -> a copier
function copyScore(written: number[][], learned: number[][], heldOut: number[][]): number {
  const near = (point: number[], points: number[][]) => Math.sqrt(Math.min(...points.map((other) => squared(point, other))));
  const to = (points: number[][]) => mean(written.map((point) => near(point, points)));
  return to(heldOut.slice(0, learned.length)) / to(learned);
}

// %% wrong did-it-copy: the difference of the distances -> someone who read neither
function copyScore(written: number[][], learned: number[][], heldOut: number[][]): number {
  const near = (point: number[], points: number[][]) => Math.sqrt(Math.min(...points.map((other) => squared(point, other))));
  const to = (points: number[][]) => mean(written.map((point) => near(point, points)));
  return Math.max(0, to(learned) - to(heldOut.slice(0, learned.length)));
}

// %% wrong did-it-copy: the distance itself -> in another unit
function copyScore(written: number[][], learned: number[][], heldOut: number[][]): number {
  const near = (point: number[], points: number[][]) => Math.sqrt(Math.min(...points.map((other) => squared(point, other))));
  return mean(written.map((point) => near(point, learned))) + 0 * heldOut.length;
}

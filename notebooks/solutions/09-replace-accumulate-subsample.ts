// Solutions, hidden tests and wrong answers of chapter 9. Each region runs as a cell after the chapter, so the chapter's
// names (check, solve, ten, world, normalRows, weights, regressionErrorUnderGrowth, …) are at hand.

// %% solution no-row-kept
function pool(before: Store | null, rows: number[][]): Store {
  const d = rows[0]!.length - 1;
  const xx = before ? before.xx.map((row) => [...row]) : Array.from({ length: d }, () => new Array<number>(d).fill(0));
  const xy = before ? [...before.xy] : new Array<number>(d).fill(0);
  for (const row of rows) {
    for (let j = 0; j < d; j += 1) {
      for (let k = 0; k < d; k += 1) xx[j]![k]! += row[j]! * row[k]!;
      xy[j]! += row[j]! * row[d]!;
    }
  }
  return { xx, xy };
}
function weightsOf(store: Store): number[] {
  const { xx, xy } = store;
  return solve(
    xx.map((row) => [...row]),
    [...xy],
  );
}

// %% hidden no-row-kept: all rows count
/** Rows that a line of three features writes; the first two features go together. */
const writtenRows = (count: number, rng: Rng): number[][] =>
  Array.from({ length: count }, () => {
    const x = [0, 1, 2].map(() => standardNormal(rng));
    x[1]! += x[0]!;
    return [...x, x[0]! - 2 * x[1]! + 0.5 * x[2]! + standardNormal(rng)];
  });
const fitAll = (rows: number[][]) =>
  linearRegression({ design: [[1, 1, 1]], intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights;
{
  const batches = [31, 32, 33].map((seed) => writtenRows(20, seeded(seed)));
  let store: Store | null = null;
  for (const batch of batches) store = pool(store, batch);
  check("three batches of twenty rows, three features", weightsOf(store!), Array.from(fitAll(batches.flat())), {
    tolerance: 1e-9,
    hint: "products of different features count, too, and so do the batches before",
  });
}

// %% hidden no-row-kept: batches of unequal length
{
  const batches = [5, 50, 8].map((count) => writtenRows(count, seeded(40 + count)));
  let store: Store | null = null;
  for (const batch of batches) store = pool(store, batch);
  check("five rows, then fifty, then eight", weightsOf(store!), Array.from(fitAll(batches.flat())), {
    tolerance: 1e-9,
    hint: "a row counts as much in a small batch as in a large one",
  });
}

// %% hidden no-row-kept: the store does not grow
{
  let store = pool(null, writtenRows(20, seeded(51)));
  const atFirst = JSON.stringify(store).length;
  for (let batch = 0; batch < 100; batch += 1) store = pool(store, writtenRows(20, seeded(52 + batch)));
  const inTheEnd = JSON.stringify(store).length;
  check("after 2000 rows the store is as large as after 20", inTheEnd < 1.5 * atFirst, true, {
    hint: `it was ${atFirst} characters long, written out, and is ${inTheEnd}`,
  });
}

// %% hidden no-row-kept: asked twice
{
  const store = pool(pool(null, writtenRows(10, seeded(61))), writtenRows(10, seeded(62)));
  const [once, twice] = [[...weightsOf(store)], [...weightsOf(store)]];
  check("asked twice, the weights are the same", twice, once, { tolerance: 1e-12, hint: "solve works in place" });
  const rows = [...writtenRows(10, seeded(61)), ...writtenRows(10, seeded(62)), ...writtenRows(10, seeded(63))];
  check("and one may go on afterwards", weightsOf(pool(store, rows.slice(20))), Array.from(fitAll(rows)), {
    tolerance: 1e-9,
  });
}

// %% hidden no-row-kept: two futures
{
  const past = writtenRows(10, seeded(71));
  const futures = [72, 73].map((seed) => writtenRows(10, seeded(seed)));
  const store = pool(null, past);
  const ends = futures.map((rows) => pool(store, rows)).map((end) => Array.from(weightsOf(end)));
  check("two pools with one past", ends, futures.map((rows) => Array.from(fitAll([...past, ...rows]))), {
    tolerance: 1e-9,
    hint: "the store before must stay as it was",
  });
}

// %% wrong no-row-kept: only the newest rows, which is replace -> all rows count
function pool(before: Store | null, rows: number[][]): Store {
  const d = rows[0]!.length - 1;
  const over = (j: number, k: number) => rows.reduce((sum, row) => sum + row[j]! * row[k]!, 0);
  const places = Array.from({ length: d }, (_, j) => j);
  return { xx: places.map((j) => places.map((k) => over(j, k))), xy: places.map((j) => over(j, d)) };
}
function weightsOf({ xx, xy }: Store): number[] {
  return solve(
    xx.map((row) => [...row]),
    [...xy],
  );
}

// %% wrong no-row-kept: each feature by itself -> all rows count
function pool(before: Store | null, rows: number[][]): Store {
  const d = rows[0]!.length - 1;
  const over = (j: number, k: number) => rows.reduce((sum, row) => sum + row[j]! * row[k]!, 0);
  const places = Array.from({ length: d }, (_, j) => j);
  return {
    xx: [places.map((j) => (before?.xx[0]![j] ?? 0) + over(j, j))],
    xy: places.map((j) => (before?.xy[j] ?? 0) + over(j, d)),
  };
}
function weightsOf({ xx, xy }: Store): number[] {
  return xy.map((sum, j) => sum / xx[0]![j]!);
}

// %% wrong no-row-kept: the mean of the batches' weights -> batches of unequal length
function pool(before: Store | null, rows: number[][]): Store {
  const design = [rows[0]!.slice(1).map(() => 1)];
  const fitted = linearRegression({ design, intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights;
  const n = before ? before.xx[0]![0]! : 0;
  return { xx: [[n + 1]], xy: Array.from(fitted, (w, j) => ((before?.xy[j] ?? 0) * n + w) / (n + 1)) };
}
function weightsOf({ xy }: Store): number[] {
  return [...xy];
}

// %% wrong no-row-kept: all rows are kept -> the store does not grow
function pool(before: Store | null, rows: number[][]): Store {
  return { xx: [...(before ? before.xx : []), ...rows.map((row) => [...row])], xy: [] };
}
function weightsOf({ xx: rows }: Store): number[] {
  const design = [rows[0]!.slice(1).map(() => 1)];
  return Array.from(linearRegression({ design, intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights);
}

// %% wrong no-row-kept: solve spoils the sums -> asked twice; visible
function pool(before: Store | null, rows: number[][]): Store {
  const d = rows[0]!.length - 1;
  const xx = before ? before.xx.map((row) => [...row]) : Array.from({ length: d }, () => new Array<number>(d).fill(0));
  const xy = before ? [...before.xy] : new Array<number>(d).fill(0);
  for (const row of rows) {
    for (let j = 0; j < d; j += 1) {
      for (let k = 0; k < d; k += 1) xx[j]![k]! += row[j]! * row[k]!;
      xy[j]! += row[j]! * row[d]!;
    }
  }
  return { xx, xy };
}
function weightsOf({ xx, xy }: Store): number[] {
  return solve(xx, xy);
}

// %% wrong no-row-kept: new rows are added to the old store itself -> two futures
function pool(before: Store | null, rows: number[][]): Store {
  const d = rows[0]!.length - 1;
  const store = before ?? {
    xx: Array.from({ length: d }, () => new Array<number>(d).fill(0)),
    xy: new Array<number>(d).fill(0),
  };
  for (const row of rows) {
    for (let j = 0; j < d; j += 1) {
      for (let k = 0; k < d; k += 1) store.xx[j]![k]! += row[j]! * row[k]!;
      store.xy[j]! += row[j]! * row[d]!;
    }
  }
  return store;
}
function weightsOf({ xx, xy }: Store): number[] {
  return solve(
    xx.map((row) => [...row]),
    [...xy],
  );
}

// %% solution a-proof-by-code
// The first term is 1/(1 − a). Every later one is less than the area under 1/(x − a) from i − 1 to i, together
// ln((t − a)/(1 − a)) ≤ ln t − ln(1 − a), and all are more than the areas under 1/x, together ln(t + 1) > ln t.
function logBounds(loop: Growing) {
  const { rows, features, noiseVariance } = loop;
  const slope = (noiseVariance * features) / rows;
  const a = (features + 1) / rows;
  return { slope, low: 0, high: slope / (1 - a) - slope * Math.log(1 - a) };
}

// %% hidden a-proof-by-code: the first generations
/** How far E_t lies outside the band, in units of the first error. */
const outside = (loop: Growing, t: number): number => {
  const { slope, low, high } = logBounds(loop);
  const above = regressionErrorUnderGrowth(t, loop) - slope * Math.log(t);
  return Math.max(0, low - above, above - high) / regressionErrorUnderGrowth(1, loop);
};
const others: Growing[] = [
  { rows: 111, features: 10, noiseVariance: 4 },
  { rows: 40, features: 1, noiseVariance: 0.25 },
  { rows: 1000, features: 600, noiseVariance: 1 },
];
for (const loop of [ten, ...others]) {
  for (let t = 1; t <= 50; t += 1) {
    check(`n = ${loop.rows}, d = ${loop.features}, generation ${t}`, outside(loop, t), 0, {
      tolerance: 1e-9,
      hint: "the band has to hold from the first generation on",
    });
  }
}

// %% hidden a-proof-by-code: generations without number
for (const loop of [ten, ...others]) {
  for (const t of [1e3, 1e6, 1e9, 1e12, 1e15]) {
    check(`n = ${loop.rows}, d = ${loop.features}, generation ${t}`, outside(loop, t), 0, {
      tolerance: 1e-9,
      hint: "a slope that is a little off is far off in the end: what is a term, where i is large?",
    });
  }
}

// %% hidden a-proof-by-code: hardly more rows than features
for (const loop of [{ rows: 12, features: 10, noiseVariance: 1 }, { rows: 102, features: 100, noiseVariance: 1 }]) {
  for (const t of [1, 2, 3, 10, 100, 1e6, 1e12]) {
    check(`n = ${loop.rows}, d = ${loop.features}, generation ${t}`, outside(loop, t), 0, {
      tolerance: 1e-9,
      hint: "a is near 1 here: ln(t − a) − ln(1 − a) is not ln t",
    });
  }
}

// %% hidden a-proof-by-code: a narrow band
for (const loop of [ten, ...others, { rows: 12, features: 10, noiseVariance: 1 }]) {
  const { low, high } = logBounds(loop);
  const widest = 2 * regressionErrorUnderGrowth(1, loop);
  check(`n = ${loop.rows}, d = ${loop.features}: at most twice the first error`, high - low <= widest * (1 + 1e-9), true, {
    hint: `high − low is ${short(high - low)}, and may be ${short(widest)}`,
  });
}

// %% hidden a-proof-by-code: noise and features count
for (const noiseVariance of [0.01, 9]) {
  const { slope } = logBounds({ rows: 500, features: 7, noiseVariance });
  check(`the slope, noise of variance ${noiseVariance}`, slope, (noiseVariance * 7) / 500, {
    tolerance: 1e-3 * noiseVariance * (7 / 500),
    hint: "it is what stands before 1/i where i is large",
  });
}

// %% wrong a-proof-by-code: the first error taken for the slope -> generations without number
function logBounds({ rows, features, noiseVariance }: Growing) {
  const slope = (noiseVariance * features) / (rows - features - 1);
  return { slope, low: 0, high: 2 * slope };
}

// %% wrong a-proof-by-code: slope and bounds read off the first thousand generations -> generations without number
function logBounds(loop: Growing) {
  const error = (t: number) => regressionErrorUnderGrowth(t, loop);
  const slope = (error(100) - error(10)) / Math.log(10);
  const above = Array.from({ length: 1000 }, (_, i) => error(i + 1) - slope * Math.log(i + 1));
  return { slope, low: Math.min(...above), high: Math.max(...above) };
}

// %% wrong a-proof-by-code: the decimal logarithm -> generations without number
function logBounds({ rows, features, noiseVariance }: Growing) {
  const slope = ((noiseVariance * features) / rows) * Math.LN10;
  const a = (features + 1) / rows;
  return { slope, low: 0, high: slope / (1 - a) - slope * Math.log(1 - a) };
}

// %% wrong a-proof-by-code: the first term is forgotten -> the first generations
function logBounds({ rows, features, noiseVariance }: Growing) {
  const slope = (noiseVariance * features) / rows;
  return { slope, low: 0, high: -slope * Math.log(1 - (features + 1) / rows) };
}

// %% wrong a-proof-by-code: ln t taken for the area under 1/(x − a) -> hardly more rows than features
function logBounds({ rows, features, noiseVariance }: Growing) {
  const slope = (noiseVariance * features) / rows;
  return { slope, low: 0, high: slope / (1 - (features + 1) / rows) };
}

// %% wrong a-proof-by-code: a band that holds everything -> a narrow band; visible
function logBounds({ rows, features, noiseVariance }: Growing) {
  return { slope: (noiseVariance * features) / rows, low: -1e6, high: 1e6 };
}

// %% wrong a-proof-by-code: noise of variance 1, always -> noise and features count
function logBounds({ rows, features }: Growing) {
  const slope = features / rows;
  const a = (features + 1) / rows;
  return { slope, low: 0, high: slope / (1 - a) - slope * Math.log(1 - a) };
}

// %% solution half-gone
function halfGone(bias: number): number {
  const left = (t: number) => humanWeightUnderAccumulate(t, { modelBias: bias });
  let [low, high] = [0, 1]; // more than half is left at low
  while (left(high) > 0.5) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (left(middle) > 0.5) low = middle;
    else high = middle;
  }
  return high;
}

// %% hidden half-gone: as multiplying says
/** Factor by factor, for what does not take long. */
const halfByMultiplying = (bias: number): number => {
  let [c, t] = [1, 0];
  while (c > 0.5) {
    t += 1;
    c *= 1 - bias / (t + 1);
  }
  return t;
};
for (const bias of [0.08, 0.1, 0.15, 0.2, 0.3]) {
  check(`ε = ${bias}`, halfGone(bias), halfByMultiplying(bias), {
    tolerance: 0,
    hint: "generation 1 has the factor 1 − ε/2, and the first generation at one half or less is asked for",
  });
}

// %% hidden half-gone: large biases
for (const bias of [0.4, 0.5, 0.6, 0.75, 0.9, 0.95]) {
  check(`ε = ${bias}`, halfGone(bias), halfByMultiplying(bias), { tolerance: 0, hint: "t^−ε is a rule for large t" });
}

// %% hidden half-gone: more than a million
check("ε = 0.05", halfGone(0.05), 1_574_476, { tolerance: 1.5, hint: "the power of t is a rule, not the law" });

// %% hidden half-gone: beyond counting
check("ε = 0.02", halfGone(0.02), 1_707_261_322_348_133, {
  tolerance: 1.7e9,
  hint: "double the generation until half is gone; then halve the interval",
});
const atThree = halfGone(0.03);
check("ε = 0.03: half is left there", humanWeightUnderAccumulate(atThree, { modelBias: 0.03 }), 0.5, {
  tolerance: 1e-8,
});

// %% wrong half-gone: t^−ε = ½ -> as multiplying says
function halfGone(bias: number): number {
  return Math.ceil(2 ** (1 / bias));
}

// %% wrong half-gone: the half-life under replace -> as multiplying says
function halfGone(bias: number): number {
  return Math.ceil(Math.log(0.5) / Math.log1p(-bias));
}

// %% wrong half-gone: the last generation with more than half -> as multiplying says
function halfGone(bias: number): number {
  const left = (t: number) => humanWeightUnderAccumulate(t, { modelBias: bias });
  let [low, high] = [0, 1];
  while (left(high) > 0.5) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (left(middle) > 0.5) low = middle;
    else high = middle;
  }
  return low;
}

// %% wrong half-gone: the factors begin at 1 − ε -> as multiplying says
function halfGone(bias: number): number {
  let [c, t] = [1, 0];
  while (c > 0.5 && t < 5_000_000) {
    t += 1;
    c *= 1 - bias / t;
  }
  return t;
}

// %% wrong half-gone: the power of t with its constant, for small t as well -> large biases
function halfGone(bias: number): number {
  let high = 1;
  const left = (t: number) => leadingOrderHumanWeight(t, { modelBias: bias });
  while (left(high) > 0.5) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (left(middle) > 0.5) low = middle;
    else high = middle;
  }
  return high;
}

// %% wrong half-gone: factor by factor, and given up after five million -> beyond counting; visible
function halfGone(bias: number): number {
  let [c, t] = [1, 0];
  while (c > 0.5 && t < 5_000_000) {
    t += 1;
    c *= 1 - bias / (t + 1);
  }
  return t;
}

// %% wrong half-gone: the first power of two -> more than a million
function halfGone(bias: number): number {
  let t = 1;
  while (humanWeightUnderAccumulate(t, { modelBias: bias }) > 0.5) t *= 2;
  return t;
}

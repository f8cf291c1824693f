// Solutions and hidden tests of chapter 6, run as cells after the chapter in its own session.

// %% solution four-numbers
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  const reachOf = (points: Spot[], i: number): number => {
    const distances = points.filter((_, j) => j !== i).map((other) => apartBy(other, points[i]!));
    return distances.sort((a, b) => a - b)[k - 1]!;
  };
  const realReach = real.map((_, i) => reachOf(real, i));
  const fakeReach = fake.map((_, j) => reachOf(fake, j));
  const inReal = (j: number, i: number): boolean => apartBy(fake[j]!, real[i]!) < realReach[i]!;
  const inFake = (i: number, j: number): boolean => apartBy(real[i]!, fake[j]!) < fakeReach[j]!;
  const share = (points: Spot[], holds: (i: number) => boolean): number =>
    points.filter((_, i) => holds(i)).length / points.length;
  const balls = fake.map((_, j) => real.filter((_, i) => inReal(j, i)).length);
  return {
    precision: share(fake, (j) => balls[j]! > 0),
    recall: share(real, (i) => fake.some((_, j) => inFake(i, j))),
    density: balls.reduce((sum, count) => sum + count, 0) / (k * fake.length),
    coverage: share(real, (i) => fake.some((_, j) => inReal(j, i))),
  };
}

// %% hidden four-numbers: two neighbours
{
  const street = [0, 1, 2, 3, 10].map((x): Spot => [0, x]);
  const made = [0.5, 0.6, 2.6, 20].map((x): Spot => [0, x]);
  check("the points on the line, upright, k = 2", fourNumbers(street, made, 2), {
    precision: 0.75, recall: 1, density: 0.875, coverage: 1,
  }, { tolerance: 1e-12, hint: "the reach is now to the second nearest other point" });
}

// %% hidden four-numbers: two clouds in the plane
for (const [n, m, k] of [[40, 25, 3], [20, 60, 5]] as const) {
  const cloud = (count: number, spread: number, rng: Rng) =>
    Array.from({ length: count }, (): Spot => [spread * (rng.next() + rng.next()), rng.next() - rng.next()]);
  const real = cloud(n, 1, seeded(n));
  const fake = cloud(m, 1.6, seeded(m + 1000));
  check(n + " human points and " + m + " of a model, k = " + k, fourNumbers(real, fake, k),
    manifoldMetrics(real, fake, { k: k, strict: true }), { tolerance: 1e-12 });
}

// %% hidden four-numbers: on the rim is outside
check("a row of pixels continued", fourNumbers([[0, 0], [1, 0], [2, 0]], [[3, 0], [4, 0]], 1), {
  precision: 0, recall: 0, density: 0, coverage: 0,
}, { hint: "2 reaches to 1 and to 3, and 3 lies on its rim" });

// %% hidden four-numbers: the same point twice
check("two people at one place", fourNumbers([[0, 0], [0, 0], [5, 0]], [[0.5, 0], [1, 0], [5, 1]], 1), {
  precision: 1, recall: 1 / 3, density: 1, coverage: 1 / 3,
}, { tolerance: 1e-12, hint: "a point's twin is another point, at distance 0: nothing is nearer than that" });

// %% hidden four-numbers: one stray point
{
  const row = [0, 1, 2, 3, 4, 5].map((x): Spot => [x, 0]);
  const stray: Spot[] = [[0.1, 0], [0.2, 0], [100, 0]];
  const { recall, coverage } = fourNumbers(row, stray, 1);
  check("a stray point finds everybody and covers nobody", { recall, coverage }, { recall: 5 / 6, coverage: 2 / 6 }, {
    tolerance: 1e-12, hint: "recall asks the model's balls, coverage the human ones",
  });
}

// %% wrong four-numbers: counts a point as its own nearest neighbour -> two neighbours
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  const reachOf = (points: Spot[], i: number): number =>
    points.map((other) => apartBy(other, points[i]!)).sort((a, b) => a - b)[Math.max(k - 1, 1)]!;
  const inReal = (y: Spot, i: number): boolean => apartBy(y, real[i]!) < reachOf(real, i);
  const inFake = (x: Spot, j: number): boolean => apartBy(x, fake[j]!) < reachOf(fake, j);
  const balls = fake.map((y) => real.filter((_, i) => inReal(y, i)).length);
  return {
    precision: balls.filter((count) => count > 0).length / fake.length,
    recall: real.filter((x) => fake.some((_, j) => inFake(x, j))).length / real.length,
    density: balls.reduce((sum, count) => sum + count, 0) / (k * fake.length),
    coverage: real.filter((_, i) => fake.some((y) => inReal(y, i))).length / real.length,
  };
}

// %% wrong four-numbers: takes the rim for inside -> on the rim is outside; visible
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  return manifoldMetrics(real, fake, { k: k, strict: false });
}

// %% wrong four-numbers: does not divide the density by k -> two neighbours
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  const right = manifoldMetrics(real, fake, { k: k, strict: true });
  return { ...right, density: right.density * k };
}

// %% wrong four-numbers: divides the density by the human points -> two clouds in the plane
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  const right = manifoldMetrics(real, fake, { k: k, strict: true });
  return { ...right, density: (right.density * fake.length) / real.length };
}

// %% wrong four-numbers: reads recall off the human balls -> one stray point
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  const right = manifoldMetrics(real, fake, { k: k, strict: true });
  return { ...right, recall: right.coverage };
}

// %% wrong four-numbers: takes twins for the same point -> the same point twice; visible
function fourNumbers(real: Spot[], fake: Spot[], k: number) {
  const reachOf = (points: Spot[], x: Spot): number =>
    points.map((other) => apartBy(other, x)).filter((d) => d > 0).sort((a, b) => a - b)[k - 1]!;
  const inReal = (y: Spot, x: Spot): boolean => apartBy(y, x) < reachOf(real, x);
  const inFake = (x: Spot, y: Spot): boolean => apartBy(x, y) < reachOf(fake, y);
  const balls = fake.map((y) => real.filter((x) => inReal(y, x)).length);
  return {
    precision: balls.filter((count) => count > 0).length / fake.length,
    recall: real.filter((x) => fake.some((y) => inFake(x, y))).length / real.length,
    density: balls.reduce((sum, count) => sum + count, 0) / (k * fake.length),
    coverage: real.filter((x) => fake.some((y) => inReal(y, x))).length / real.length,
  };
}

// %% solution vendi-score
function vendiScore(K: readonly (readonly number[])[]): number {
  const n = K.length;
  const A = K.map((row) => row.map((value) => value / n));
  const turn = (p: number, q: number): void => {
    const off = A[p]![q]!;
    const theta = (A[q]![q]! - A[p]![p]!) / (2 * off);
    const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    const c = 1 / Math.sqrt(t * t + 1);
    const s = t * c;
    for (let i = 0; i < n; i += 1) {
      if (i === p || i === q) continue;
      const [atP, atQ] = [A[i]![p]!, A[i]![q]!];
      A[i]![p] = A[p]![i] = c * atP - s * atQ;
      A[i]![q] = A[q]![i] = s * atP + c * atQ;
    }
    A[p]![p]! -= t * off;
    A[q]![q]! += t * off;
    A[p]![q] = A[q]![p] = 0;
  };
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let left = 0;
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        left += 2 * A[p]![q]! ** 2;
        if (A[p]![q] !== 0) turn(p, q);
      }
    }
    if (left < 1e-20) break;
  }
  return effectiveNumber(A.map((row, i) => row[i]!));
}

// %% hidden vendi-score: two near, one apart
check("0.9 alike, and one alone", vendiScore([[1, 0.9, 0], [0.9, 1, 0], [0, 0, 1]]), 2.1573, {
  tolerance: 1e-6, hint: "the eigenvalues are 0.6333, 0.3333 and 0.0333",
});

// %% hidden vendi-score: many things
{
  const stream = seeded(12);
  const places = Array.from({ length: 25 }, () => [3 * stream.next(), 3 * stream.next()]);
  const K = places.map((a) => places.map((b) => Math.exp(-((a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2))));
  check("twenty-five points in the plane", vendiScore(K), vendi(K), {
    tolerance: 1e-8, hint: "after one round over all pairs the matrix is not diagonal yet",
  });
}

// %% hidden vendi-score: likeness can be negative
check("three directions, one against the others", vendiScore([[1, 0.3, -0.6], [0.3, 1, -0.2], [-0.6, -0.2, 1]]),
  vendi([[1, 0.3, -0.6], [0.3, 1, -0.2], [-0.6, -0.2, 1]]), {
    tolerance: 1e-9, hint: "t has the sign of θ",
  });

// %% hidden vendi-score: all equal, all apart, one
check("seven equal things are one kind", vendiScore(Array.from({ length: 7 }, () => new Array(7).fill(1))), 1, {
  tolerance: 1e-6, hint: "six eigenvalues are 0, or by rounding a little below",
});
check("nothing in common: as many kinds as things",
  vendiScore([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]), 4, { tolerance: 1e-9 });
check("one thing", vendiScore([[1]]), 1, { tolerance: 1e-12 });

// %% hidden vendi-score: the matrix stays as it was
{
  const K = [[1, 0.5, 0.2], [0.5, 1, 0.1], [0.2, 0.1, 1]];
  vendiScore(K);
  check("K itself was not turned", K, [[1, 0.5, 0.2], [0.5, 1, 0.1], [0.2, 0.1, 1]], {
    hint: "turn a copy",
  });
}

// %% wrong vendi-score: goes over the pairs once -> many things
function vendiScore(K: readonly (readonly number[])[]): number {
  const n = K.length;
  const A = K.map((row) => row.map((value) => value / n));
  for (let p = 0; p < n; p += 1) {
    for (let q = p + 1; q < n; q += 1) {
      const off = A[p]![q]!;
      if (off === 0) continue;
      const theta = (A[q]![q]! - A[p]![p]!) / (2 * off);
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const c = 1 / Math.sqrt(t * t + 1);
      for (let i = 0; i < n; i += 1) {
        if (i === p || i === q) continue;
        const [atP, atQ] = [A[i]![p]!, A[i]![q]!];
        A[i]![p] = A[p]![i] = c * atP - t * c * atQ;
        A[i]![q] = A[q]![i] = t * c * atP + c * atQ;
      }
      A[p]![p]! -= t * off;
      A[q]![q]! += t * off;
      A[p]![q] = A[q]![p] = 0;
    }
  }
  return effectiveNumber(A.map((row, i) => row[i]!));
}

// %% wrong vendi-score: uses the new value of one column for the other -> many things
function vendiScore(K: readonly (readonly number[])[]): number {
  const n = K.length;
  const A = K.map((row) => row.map((value) => value / n));
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        const off = A[p]![q]!;
        if (off === 0) continue;
        const theta = (A[q]![q]! - A[p]![p]!) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        for (let i = 0; i < n; i += 1) {
          if (i === p || i === q) continue;
          A[i]![p] = A[p]![i] = c * A[i]![p]! - t * c * A[i]![q]!;
          A[i]![q] = A[q]![i] = t * c * A[i]![p]! + c * A[i]![q]!;
        }
        A[p]![p]! -= t * off;
        A[q]![q]! += t * off;
        A[p]![q] = A[q]![p] = 0;
      }
    }
  }
  return effectiveNumber(A.map((row, i) => row[i]!));
}

// %% wrong vendi-score: treats the likenesses of a thing as its share, without eigenvalues -> many things
function vendiScore(K: readonly (readonly number[])[]): number {
  const n = K.length;
  if (n === 2) return kindsOfTwo(K[0]![1]!);
  const sums = K.map((row) => row.reduce((a, b) => a + b, 0) / n);
  return Math.exp(-sums.reduce((sum, x) => sum + Math.log(x), 0) / n);
}

// %% wrong vendi-score: always takes t positive -> likeness can be negative
function vendiScore(K: readonly (readonly number[])[]): number {
  const n = K.length;
  const A = K.map((row) => row.map((value) => value / n));
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        const off = A[p]![q]!;
        if (off === 0) continue;
        const theta = (A[q]![q]! - A[p]![p]!) / (2 * off);
        const t = 1 / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        for (let i = 0; i < n; i += 1) {
          if (i === p || i === q) continue;
          const [atP, atQ] = [A[i]![p]!, A[i]![q]!];
          A[i]![p] = A[p]![i] = c * atP - t * c * atQ;
          A[i]![q] = A[q]![i] = t * c * atP + c * atQ;
        }
        A[p]![p]! -= t * off;
        A[q]![q]! += t * off;
        A[p]![q] = A[q]![p] = 0;
      }
    }
  }
  return effectiveNumber(A.map((row, i) => row[i]!));
}

// %% wrong vendi-score: lets ln 0 through -> all equal, all apart, one
function vendiScore(K: readonly (readonly number[])[]): number {
  const n = K.length;
  const A = K.map((row) => row.map((value) => value / n));
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        const off = A[p]![q]!;
        if (off === 0) continue;
        const theta = (A[q]![q]! - A[p]![p]!) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        for (let i = 0; i < n; i += 1) {
          if (i === p || i === q) continue;
          const [atP, atQ] = [A[i]![p]!, A[i]![q]!];
          A[i]![p] = A[p]![i] = c * atP - t * c * atQ;
          A[i]![q] = A[q]![i] = t * c * atP + c * atQ;
        }
        A[p]![p]! -= t * off;
        A[q]![q]! += t * off;
        A[p]![q] = A[q]![p] = 0;
      }
    }
  }
  return Math.exp(-A.reduce((sum, row, i) => sum + row[i]! * Math.log(row[i]!), 0));
}

// %% wrong vendi-score: turns the matrix that it was given -> the matrix stays as it was
function vendiScore(K: number[][]): number {
  const score = vendi(K);
  for (const row of K) for (let i = 0; i < row.length; i += 1) row[i]! /= K.length;
  return score;
}

// %% solution pick-a-detector
function pickDetector(
  quiet: Readings, loops: Readings, sides: Record<string, AlarmSide>, rate: number,
): Choice {
  let best: Choice = null;
  for (const [name, side] of Object.entries(sides)) {
    const threshold = alarmThreshold(quiet[name]!, { rate: rate, side: side });
    const first = loops[name]!.map((run) => firstAlarm(run, { threshold: threshold, side: side }) ?? Infinity);
    const half = halfRung(first);
    if (half < (best?.half ?? Infinity)) best = { name: name, half: half };
  }
  return best;
}

// %% hidden pick-a-detector: early in a few loops is not early
{
  const steadyRun = (value: number) => [value, value, value, value, value, value];
  const calm = { nervous: Array.from({ length: 100 }, () => steadyRun(5)), reliable: Array.from({ length: 100 }, () => steadyRun(5)) };
  const loops = {
    nervous: Array.from({ length: 10 }, (_, run) => (run < 4 ? [5, 1, 1, 1, 1, 1] : steadyRun(5))),
    reliable: Array.from({ length: 10 }, () => [5, 5, 5, 1, 1, 1]),
  };
  check("one rings at 1 in four loops of ten and never else, one always at 3",
    pickDetector(calm, loops, { nervous: "below", reliable: "below" }, 0.01), { name: "reliable", half: 3 }, {
      hint: "a loop without an alarm counts as later than every generation",
    });
}

// %% hidden pick-a-detector: a run has many chances to ring
{
  const stream = seeded(61);
  const noise = (length: number) => Array.from({ length: length }, () => stream.next());
  const calm = { noisy: Array.from({ length: 200 }, () => noise(40)) };
  const loops = { noisy: Array.from({ length: 11 }, () => Array.from({ length: 40 }, (_, t) => (t < 30 ? 0.992 : 2))) };
  check("the highest of forty readings must be rare, not each of them",
    pickDetector(calm, loops, { noisy: "above" }, 0.05), { name: "noisy", half: 30 }, {
      hint: "the rate is a share of runs, and every run rings if one of its readings does",
    });
}

// %% hidden pick-a-detector: quiet runs with a wild one
{
  const calm = {
    wild: Array.from({ length: 100 }, (_, run) => (run < 10 ? [50, 90, 50] : [50, 50.1, 50])),
    plain: Array.from({ length: 100 }, (_, run) => [50, 50 + run / 100, 50]),
  };
  const loops = {
    wild: Array.from({ length: 9 }, () => [50, 85, 95]),
    plain: Array.from({ length: 9 }, () => [50, 52, 50]),
  };
  check("ten of a hundred quiet runs go to 90", pickDetector(calm, loops, { wild: "above", plain: "above" }, 0.01),
    { name: "plain", half: 1 }, { hint: "quiet readings need not follow a bell curve" });
}

// %% hidden pick-a-detector: up or down
{
  const calm = { up: Array.from({ length: 50 }, () => [1, 1, 1]), down: Array.from({ length: 50 }, () => [1, 1, 1]) };
  const loops = { up: Array.from({ length: 5 }, () => [1, 0, 2]), down: Array.from({ length: 5 }, () => [1, 2, 0]) };
  check("each falls and rises, in another order", pickDetector(calm, loops, { up: "above", down: "above" }, 0.01),
    { name: "down", half: 1 });
  check("and the other way round", pickDetector(calm, loops, { up: "below", down: "below" }, 0.01), { name: "up", half: 1 });
  check("the first of two that tie", pickDetector(calm, loops, { down: "below", up: "above" }, 0.01), { name: "down", half: 2 });
}

// %% hidden pick-a-detector: nothing ever rings
{
  const calm = { deaf: [[1, 1], [1, 1]], dumb: [[2, 2], [2, 2]] };
  const loops = { deaf: [[1, 1], [1, 1], [1, 0]], dumb: [[2, 2], [2, 2], [2, 2]] };
  check("no detector rings in half of the loops", pickDetector(calm, loops, { deaf: "below", dumb: "below" }, 0), null);
}

// %% hidden pick-a-detector: the maps of the chapter
{
  const sides: Record<string, AlarmSide> = { precision: "below", recall: "below", Vendi: "below" };
  check("for the model that forgets", pickDetector(calmMaps, mapRuns.forgets!, sides, 0.01)?.name, "recall");
  check("for the model that blurs", pickDetector(calmMaps, mapRuns.blurs!, sides, 0.01)?.name, "precision");
}

// %% wrong pick-a-detector: leaves out the loops in which nothing rang -> early in a few loops is not early
function pickDetector(
  quiet: Readings, loops: Readings, sides: Record<string, AlarmSide>, rate: number,
): Choice {
  let best: Choice = null;
  for (const [name, side] of Object.entries(sides)) {
    const threshold = alarmThreshold(quiet[name]!, { rate: rate, side: side });
    const all = loops[name]!.map((run) => firstAlarm(run, { threshold: threshold, side: side }));
    const first = all.filter((t) => t !== null) as number[];
    const half = first.length === 0 ? Infinity : halfRung(first);
    if (half < (best?.half ?? Infinity)) best = { name: name, half: half };
  }
  return best;
}

// %% wrong pick-a-detector: sets the threshold on single readings, not on runs -> a run has many chances to ring
function pickDetector(
  quiet: Readings, loops: Readings, sides: Record<string, AlarmSide>, rate: number,
): Choice {
  let best: Choice = null;
  for (const [name, side] of Object.entries(sides)) {
    const single = quiet[name]!.flatMap((run) => run.map((value) => [value]));
    const threshold = alarmThreshold(single, { rate: rate, side: side });
    const first = loops[name]!.map((run) => firstAlarm(run, { threshold: threshold, side: side }) ?? Infinity);
    const half = halfRung(first);
    if (half < (best?.half ?? Infinity)) best = { name: name, half: half };
  }
  return best;
}

// %% wrong pick-a-detector: takes three standard deviations for the threshold -> quiet runs with a wild one
function pickDetector(
  quiet: Readings, loops: Readings, sides: Record<string, AlarmSide>, rate: number,
): Choice {
  let best: Choice = null;
  for (const [name, side] of Object.entries(sides)) {
    const all = quiet[name]!.flat();
    const centre = mean(all);
    const sd = Math.sqrt(mean(all.map((value) => (value - centre) ** 2)));
    const threshold = centre + (side === "above" ? 3 : -3) * sd;
    const first = loops[name]!.map((run) => firstAlarm(run, { threshold: threshold, side: side }) ?? Infinity);
    const half = halfRung(first);
    if (half < (best?.half ?? Infinity)) best = { name: name, half: half };
  }
  return best;
}

// %% wrong pick-a-detector: always rings below -> up or down
function pickDetector(
  quiet: Readings, loops: Readings, sides: Record<string, AlarmSide>, rate: number,
): Choice {
  let best: Choice = null;
  for (const name of Object.keys(sides)) {
    const threshold = alarmThreshold(quiet[name]!, { rate: rate, side: "below" });
    const first = loops[name]!.map((run) => firstAlarm(run, { threshold: threshold, side: "below" }) ?? Infinity);
    const half = halfRung(first);
    if (half < (best?.half ?? Infinity)) best = { name: name, half: half };
  }
  return best;
}

// %% wrong pick-a-detector: names a detector even if none ever rings -> nothing ever rings; visible
function pickDetector(
  quiet: Readings, loops: Readings, sides: Record<string, AlarmSide>, rate: number,
): Choice {
  const choices = Object.entries(sides).map(([name, side]) => {
    const threshold = alarmThreshold(quiet[name]!, { rate: rate, side: side });
    const first = loops[name]!.map((run) => firstAlarm(run, { threshold: threshold, side: side }) ?? Infinity);
    return { name: name, half: halfRung(first) };
  });
  return choices.reduce((best, choice) => (choice.half < best.half ? choice : best));
}

// %% solution panel-thresholds
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`Cannot set a panel: rate must be at least 0 and below 1, got ${rate}`);
  const panel = Object.entries(sides);
  const n = Object.values(quiet)[0]!.length;
  const at = (j: number) => panel.map(([name, side]) => {
    return { name: name, side: side, threshold: alarmThreshold(quiet[name]!, { rate: j / n, side: side }) };
  });
  const anyRings = (j: number): number => {
    const detectors = at(j);
    let rung = 0;
    for (let run = 0; run < n; run += 1) {
      if (detectors.some((one) => firstAlarm(quiet[one.name]![run]!, one) !== null)) rung += 1;
    }
    return rung / n;
  };
  let most = 0; // the share only rises with j, and is 0 at 0
  while (most + 1 < n && anyRings(most + 1) <= rate) most += 1;
  return Object.fromEntries(at(most).map(({ name, threshold }) => [name, threshold]));
}

// %% hidden panel-thresholds: as wakeful as can be
/** In how many quiet runs some detector of a panel rings, if each is allowed j of n runs; counted from sorted extremes. */
const panelOf = (quiet: Readings, sides: Record<string, AlarmSide>, j: number) => {
  const extremes = Object.entries(sides).map(([name, side]) =>
    quiet[name]!.map((run) => (side === "above" ? Math.max(...run) : -Math.min(...run))));
  const limits = extremes.map((values) => [...values].sort((a, b) => b - a)[j]!);
  const rung = extremes[0]!.filter((_, run) => extremes.some((values, i) => values[run]! > limits[i]!)).length;
  return { rung: rung, thresholds: Object.fromEntries(
    Object.entries(sides).map(([name, side], i) => [name, side === "above" ? limits[i]! : -limits[i]!])) };
};
const bestPanel = (quiet: Readings, sides: Record<string, AlarmSide>, rate: number) => {
  const n = Object.values(quiet)[0]!.length;
  for (let j = n - 1; j > 0; j -= 1) {
    const { rung, thresholds } = panelOf(quiet, sides, j);
    if (rung / n <= rate) return thresholds;
  }
  return panelOf(quiet, sides, 0).thresholds;
};
{
  const stream = seeded(606);
  const noise = () => Array.from({ length: 100 }, () => Array.from({ length: 5 }, () => stream.next()));
  const calm: Readings = { a: noise(), b: noise(), c: noise(), loud: noise() };
  calm.almostA = calm.a!.map((run) => run.map((value) => 10 * value + 0.1 * stream.next()));
  const panels: Record<string, AlarmSide>[] = [
    { a: "above" }, { a: "above", b: "above", c: "above" }, { a: "above", almostA: "above" },
    { almostA: "above", c: "above", b: "above" },
  ];
  for (const sides of panels) {
    for (const rate of [0, 0.03, 0.1, 0.29, 0.5]) {
      check(`${Object.keys(sides).join(", ")} at ${rate}`, panelThresholds(calm, sides, rate), bestPanel(calm, sides, rate), {
        tolerance: 1e-12,
        hint: "detectors that ring in the same runs share their false alarms",
      });
    }
  }
}

// %% hidden panel-thresholds: the twelve of the chapter
const twelveSides = Object.fromEntries(names.map((name): [string, AlarmSide] =>
  [name, upward.includes(name) ? "above" : "below"]));
for (const rate of [0.01, 0.05, 0.2]) {
  check(`the twelve at ${rate}`, panelThresholds(quiet, twelveSides, rate), bestPanel(quiet, twelveSides, rate), {
    tolerance: 1e-9,
    hint: "count the quiet runs in which any of the twelve rings",
  });
}

// %% hidden panel-thresholds: both sides
{
  const stream = seeded(607);
  const noise = () => Array.from({ length: 40 }, () => [stream.next(), stream.next(), stream.next()]);
  const calm: Readings = { up: noise(), down: noise() };
  const sides = { up: "above", down: "below" } as const;
  check("one rises, one falls", panelThresholds(calm, sides, 0.25), bestPanel(calm, sides, 0.25), {
    tolerance: 1e-12,
    hint: "each detector has a side of its own",
  });
}

// %% hidden panel-thresholds: who is not named is not heard
{
  const calm: Readings = {
    good: Array.from({ length: 20 }, (_, run) => [run, run]),
    nervous: Array.from({ length: 20 }, (_, run) => [(7 * run) % 20, 3]),
  };
  check("a detector that is not on the panel", panelThresholds(calm, { good: "above" }, 0.2), { good: 15 }, {
    hint: "only the names in sides count",
  });
}

// %% hidden panel-thresholds: rates that are none
for (const rate of [-0.1, 1, 1.5, NaN]) {
  let seen = "no error";
  try {
    panelThresholds({ one: [[1], [2]] }, { one: "above" }, rate);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`a rate of ${rate}`, seen, "RangeError");
}

// %% wrong panel-thresholds: each detector at the full rate -> as wakeful as can be
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  if (!(rate >= 0 && rate < 1)) throw new RangeError("rate");
  return Object.fromEntries(Object.entries(sides).map(([name, side]) =>
    [name, alarmThreshold(quiet[name]!, { rate: rate, side: side })]));
}

// %% wrong panel-thresholds: the rate divided by the number of detectors -> the twelve of the chapter
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  if (!(rate >= 0 && rate < 1)) throw new RangeError("rate");
  const part = rate / Object.keys(sides).length;
  return Object.fromEntries(Object.entries(sides).map(([name, side]) =>
    [name, alarmThreshold(quiet[name]!, { rate: part, side: side })]));
}

// %% wrong panel-thresholds: as if the detectors rang independently -> as wakeful as can be
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  if (!(rate >= 0 && rate < 1)) throw new RangeError("rate");
  const part = 1 - (1 - rate) ** (1 / Object.keys(sides).length);
  return Object.fromEntries(Object.entries(sides).map(([name, side]) =>
    [name, alarmThreshold(quiet[name]!, { rate: part, side: side })]));
}

// %% wrong panel-thresholds: one alarm more than was promised -> the twelve of the chapter
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  if (!(rate >= 0 && rate < 1)) throw new RangeError("rate");
  const n = Object.values(quiet)[0]!.length;
  for (let j = 0; ; j += 1) {
    const limits = Object.entries(sides).map(([name, side]) =>
      ({ name: name, side: side, threshold: alarmThreshold(quiet[name]!, { rate: j / n, side: side }) }));
    const rung = Array.from({ length: n }, (_, run) =>
      limits.some((one) => firstAlarm(quiet[one.name]![run]!, one) !== null)).filter(Boolean).length;
    if (rung / n > rate || j === n - 1) return Object.fromEntries(limits.map((one) => [one.name, one.threshold]));
  }
}

// %% wrong panel-thresholds: all detectors ring when they rise -> both sides
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  const best = (given: Record<string, AlarmSide>): Record<string, number> => {
    const ends = Object.entries(given).map(([name, side]) =>
      quiet[name]!.map((run) => (side === "above" ? Math.max(...run) : -Math.min(...run))));
    const runs = ends[0]!.length;
    for (let j = runs - 1; ; j -= 1) {
      const limits = ends.map((values) => [...values].sort((a, b) => b - a)[j]!);
      const rung = ends[0]!.filter((_, run) => ends.some((values, i) => values[run]! > limits[i]!)).length;
      if (j > 0 && rung / runs > rate) continue;
      return Object.fromEntries(Object.entries(given).map(([name, side], i) => [name, side === "above" ? limits[i]! : -limits[i]!]));
    }
  };
  if (!(rate >= 0 && rate < 1)) throw new RangeError("rate");
  return best(Object.fromEntries(Object.keys(sides).map((name) => [name, "above" as const])));
}

// %% wrong panel-thresholds: all detectors with readings are on the panel -> who is not named is not heard
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, rate: number): Record<string, number> {
  const best = (given: Record<string, AlarmSide>): Record<string, number> => {
    const ends = Object.entries(given).map(([name, side]) =>
      quiet[name]!.map((run) => (side === "above" ? Math.max(...run) : -Math.min(...run))));
    const runs = ends[0]!.length;
    for (let j = runs - 1; ; j -= 1) {
      const limits = ends.map((values) => [...values].sort((a, b) => b - a)[j]!);
      const rung = ends[0]!.filter((_, run) => ends.some((values, i) => values[run]! > limits[i]!)).length;
      if (j > 0 && rung / runs > rate) continue;
      return Object.fromEntries(Object.entries(given).map(([name, side], i) => [name, side === "above" ? limits[i]! : -limits[i]!]));
    }
  };
  if (!(rate >= 0 && rate < 1)) throw new RangeError("rate");
  const all = Object.fromEntries(Object.keys(quiet).map((name) => [name, sides[name] ?? ("above" as const)]));
  const found = best(all);
  return Object.fromEntries(Object.keys(sides).map((name) => [name, found[name]!]));
}

// %% wrong panel-thresholds: any rate is taken -> rates that are none
function panelThresholds(quiet: Readings, sides: Record<string, AlarmSide>, asked: number): Record<string, number> {
  const rate = Math.max(0, Math.min(asked || 0, 1));
  const best = (given: Record<string, AlarmSide>): Record<string, number> => {
    const ends = Object.entries(given).map(([name, side]) =>
      quiet[name]!.map((run) => (side === "above" ? Math.max(...run) : -Math.min(...run))));
    const runs = ends[0]!.length;
    for (let j = runs - 1; ; j -= 1) {
      const limits = ends.map((values) => [...values].sort((a, b) => b - a)[j]!);
      const rung = ends[0]!.filter((_, run) => ends.some((values, i) => values[run]! > limits[i]!)).length;
      if (j > 0 && rung / runs > rate) continue;
      return Object.fromEntries(Object.entries(given).map(([name, side], i) => [name, side === "above" ? limits[i]! : -limits[i]!]));
    }
  };
  return best(sides);
}

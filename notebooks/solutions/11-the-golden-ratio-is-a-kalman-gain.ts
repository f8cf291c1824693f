// Solutions, hidden tests and wrong answers of chapter 11. Each region runs as a cell after the chapter,
// so the chapter's names (check, goldenWeight, lowest, manyLoops, oracle, weightsOver, yesNo, …) are at hand.

// %% solution a-steady-root
// Above and below times √(k² + 4k) + k: w = 2k / (√(k² + 4k) + k). Divided by k, no square of k is left.
function wStar(k: number): number {
  if (!(k >= 0)) throw new RangeError(`Cannot weigh: k must be 0 or more, got ${k}`);
  return 2 / (1 + Math.sqrt(1 + 4 / k));
}

// %% hidden a-steady-root: ordinary k
const near = (k: number, wanted: number, hint: string): unknown =>
  check(`k = ${k}`, wStar(k), wanted, { tolerance: 1e-12 * wanted, hint });
for (const k of [0.01, 0.25, 0.5, 1, 2, 4, 50]) near(k, goldenWeight(k), "the root of w² + k w = k");

// %% hidden a-steady-root: hardly any human numbers
for (const k of [1e-6, 1e-12, 1e-40, 1e-300]) {
  check(`k = ${k}`, wStar(k), goldenWeight(k), {
    tolerance: 1e-12 * goldenWeight(k),
    hint: "there w is nearly √k; every digit of that counts, not only the zeros before it",
  });
}

// %% hidden a-steady-root: hardly any copies
for (const k of [1e4, 1e7, 1e8, 3e9, 1e12]) {
  check(`k = ${k}: 1 − w`, 1 - wStar(k), 1 / k - 2 / k ** 2 + 5 / k ** 3, {
    tolerance: 1e-12,
    hint: "a difference of nearly equal numbers has lost its digits",
  });
}

// %% hidden a-steady-root: too large to be squared
for (const k of [1e155, 1e200, 1e308, Number.MAX_VALUE]) {
  check(`k = ${k}`, wStar(k), 1, { tolerance: 1e-12, hint: "k ** 2 is Infinity there" });
}

// %% hidden a-steady-root: both ends
check("no human numbers at all", wStar(0), 0);
check("no copies at all", wStar(Infinity), 1);

// %% hidden a-steady-root: what k cannot be
const refusedAs = (k: number): unknown => {
  try {
    return wStar(k);
  } catch (error) {
    return (error as Error).name;
  }
};
for (const k of [-1, -1e-9, -Infinity, Number.NaN]) check(`k = ${k}`, refusedAs(k), "RangeError");

// %% wrong a-steady-root: the formula as it stands -> hardly any copies
function wStar(k: number): number {
  if (!(k >= 0)) throw new RangeError("k must be 0 or more");
  return (Math.sqrt(k ** 2 + 4 * k) - k) / 2;
}

// %% wrong a-steady-root: no difference any more, but a square -> too large to be squared; visible
function wStar(k: number): number {
  if (!(k >= 0)) throw new RangeError("k must be 0 or more");
  return (2 * k) / (k + Math.sqrt(k ** 2 + 4 * k));
}

// %% wrong a-steady-root: two roots for one, and zero by zero -> both ends; visible
function wStar(k: number): number {
  if (!(k >= 0)) throw new RangeError("k must be 0 or more");
  return (2 * k) / (k + Math.sqrt(k) * Math.sqrt(k + 4));
}

// %% wrong a-steady-root: a thousand rounds of the filter -> hardly any human numbers
function wStar(k: number): number {
  if (!(k >= 0)) throw new RangeError("k must be 0 or more");
  let error = 1;
  for (let round = 0; round < 1000; round += 1) error = 1 / (1 + 1 / (error + k));
  return error;
}

// %% wrong a-steady-root: the share of the human numbers -> ordinary k
function wStar(k: number): number {
  if (!(k >= 0)) throw new RangeError("k must be 0 or more");
  return 1 / (1 + 1 / k);
}

// %% wrong a-steady-root: any number is accepted -> what k cannot be; visible
function wStar(k: number): number {
  return 2 / (1 + Math.sqrt(1 + 4 / k));
}

// %% solution when-k-is-unknown
// Q is the mean square of copied − model, R the variance of the human means: k = Q / R.
function weigher(): (turn: Turn) => number {
  let [turns, slips, middle, squares] = [0, 0, 0, 0];
  return ({ human, copied, model }) => {
    turns += 1;
    slips += (copied - model) ** 2;
    const off = human - middle;
    middle += off / turns;
    squares += off * (human - middle);
    if (turns < 2 || slips === 0 || squares === 0) return 0.5;
    return goldenWeight(slips / turns / (squares / (turns - 1)));
  };
}

// %% hidden when-k-is-unknown: given to the tests below
// In a cell of its own, for a cell that fails leaves no names. Forty learners in each setting go side by side: as
// weightsOver, but each round asks all of them at one go.
const settings = [
  ...[0.1, 1, 10].map((k) => ({ label: `k = ${k}`, R: 1, Q: k, truth: 0 })),
  { label: "far", R: 1, Q: 1, truth: 50 },
  ...[1e-3, 1e4].map((unit) => ({ label: "unit", R: unit ** 2, Q: 4 * unit ** 2, truth: 3 * unit })),
];
const perSetting = 40;
const lastWeights = (): number[] => {
  const loops = settings.flatMap(({ label, R, Q, truth }) =>
    Array.from({ length: perSetting }, (_, run) => {
      const stream = seeded(1111).split(label).split(run);
      const measure = (): number => truth + Math.sqrt(R) * standardNormal(stream);
      return { measure, slip: () => Math.sqrt(Q) * standardNormal(stream), model: measure() };
    }),
  );
  const learners = loops.map(() => weigher());
  let weights: number[] = [];
  for (let round = 0; round < 400; round += 1) {
    const turns = loops.map(({ measure, slip, model }) => ({ human: measure(), copied: model + slip(), model: model }));
    weights = valuesAt(learners, turns);
    for (const [run, { human, copied }] of turns.entries())
      loops[run]!.model = weights[run]! * human + (1 - weights[run]!) * copied;
  }
  return weights;
};
// Once for an answer, whatever tests there are.
let asked: { by: typeof weigher; weights: number[] } | undefined;
const meanIn = (setting: number): number => {
  if (asked?.by !== weigher) asked = { by: weigher, weights: lastWeights() };
  return mean(asked.weights.slice(setting * perSetting, (setting + 1) * perSetting));
};

// %% hidden when-k-is-unknown: few copies and many
for (const [setting, { label, Q: k }] of settings.slice(0, 3).entries()) {
  check(`${label}, mean of forty learners`, meanIn(setting), goldenWeight(k), {
    tolerance: 0.03,
    hint: "Q shows in copied − model; R shows in the human means of different rounds",
  });
}

// %% hidden when-k-is-unknown: a truth far from zero
check("the truth is 50", meanIn(3), goldenWeight(1), {
  tolerance: 0.03,
  hint: "a variance is about the mean, not about zero",
});

// %% hidden when-k-is-unknown: another unit
for (const setting of [4, 5]) {
  check(`in units of ${Math.sqrt(settings[setting]!.R)}`, meanIn(setting), goldenWeight(4), {
    tolerance: 0.03,
    hint: "only the quotient of the two variances counts",
  });
}

// %% hidden when-k-is-unknown: a weight from the first round on
const first = weigher()({ human: 1.5, copied: 0.5, model: 1 });
check("the first weight lies between 0 and 1", first >= 0 && first <= 1, true, {
  hint: `it is ${first}; one human mean has no variance yet`,
});
const early = weightsOver(weigher(), { R: 1, Q: 1, truth: 0, rounds: 20 }, seeded(1112));
check("all weights lie between 0 and 1", early.every((w) => w >= 0 && w <= 1), true, {
  hint: `the first three are ${early.slice(0, 3).map(short).join(", ")}`,
});

// %% hidden when-k-is-unknown: it settles
const late = weightsOver(weigher(), { R: 1, Q: 1, truth: 0, rounds: 600 }, seeded(1113)).slice(300);
check("from round 300 to 600 the weight hardly moves", Math.max(...late) - Math.min(...late) < 0.1, true, {
  hint: "use all rounds so far, not only the last ones",
});

// %% hidden when-k-is-unknown: two learners share nothing
const [one, other] = [weigher(), weigher()];
weightsOver(one, { R: 1, Q: 100, truth: 0, rounds: 200 }, seeded(1114));
const untouched = weightsOver(other, { R: 1, Q: 0.01, truth: 0, rounds: 400 }, seeded(1115)).at(-1)!;
check("what one learner saw is not known to another", untouched, goldenWeight(0.01), {
  tolerance: 0.03,
  hint: "the memory belongs inside weigher()",
});

// %% wrong when-k-is-unknown: the golden ratio for everything -> few copies and many
function weigher(): (turn: Turn) => number {
  return () => goldenWeight(1);
}

// %% wrong when-k-is-unknown: k upside down -> few copies and many
function weigher(): (turn: Turn) => number {
  let [turns, slips, middle, squares] = [0, 0, 0, 0];
  return ({ human, copied, model }) => {
    turns += 1;
    slips += (copied - model) ** 2;
    const off = human - middle;
    middle += off / turns;
    squares += off * (human - middle);
    if (turns < 2) return 0.5;
    return goldenWeight(squares / (turns - 1) / (slips / turns));
  };
}

// %% wrong when-k-is-unknown: the human numbers held against the copies -> few copies and many
function weigher(): (turn: Turn) => number {
  let [slips, squares] = [0, 0];
  return ({ human, copied, model }) => {
    slips += (copied - model) ** 2;
    squares += (human - copied) ** 2; // R, but the model's error and the slip as well
    return goldenWeight(slips / squares);
  };
}

// %% wrong when-k-is-unknown: squares about zero -> a truth far from zero; visible
function weigher(): (turn: Turn) => number {
  let [slips, squares] = [0, 0];
  return ({ human, copied, model }) => {
    slips += (copied - model) ** 2;
    squares += human ** 2;
    return goldenWeight(slips / squares);
  };
}

// %% wrong when-k-is-unknown: R taken for 1 -> another unit; visible
function weigher(): (turn: Turn) => number {
  let [turns, slips] = [0, 0];
  return ({ copied, model }) => {
    turns += 1;
    slips += (copied - model) ** 2;
    return goldenWeight(slips / turns);
  };
}

// %% wrong when-k-is-unknown: no weight before there is a variance -> a weight from the first round on
function weigher(): (turn: Turn) => number {
  const humans: number[] = [];
  const slips: number[] = [];
  return ({ human, copied, model }) => {
    humans.push(human);
    slips.push((copied - model) ** 2);
    const middle = mean(humans);
    const spread = humans.reduce((sum, x) => sum + (x - middle) ** 2, 0) / (humans.length - 1);
    const k = mean(slips) / spread;
    return (Math.sqrt(k ** 2 + 4 * k) - k) / 2;
  };
}

// %% wrong when-k-is-unknown: the last ten rounds only -> it settles
function weigher(): (turn: Turn) => number {
  const turns: Turn[] = [];
  return (turn) => {
    turns.push(turn);
    const last = turns.slice(-10);
    if (last.length < 2) return 0.5;
    const middle = mean(last.map(({ human }) => human));
    const spread = last.reduce((sum, { human }) => sum + (human - middle) ** 2, 0) / (last.length - 1);
    return goldenWeight(mean(last.map(({ copied, model }) => (copied - model) ** 2)) / spread);
  };
}

// %% wrong when-k-is-unknown: one memory for all learners -> two learners share nothing
const common = { turns: 0, slips: 0, middle: 0, squares: 0 };
function weigher(): (turn: Turn) => number {
  return ({ human, copied, model }) => {
    common.turns += 1;
    common.slips += (copied - model) ** 2;
    const off = human - common.middle;
    common.middle += off / common.turns;
    common.squares += off * (human - common.middle);
    if (common.turns < 2) return 0.5;
    return goldenWeight(common.slips / common.turns / (common.squares / (common.turns - 1)));
  };
}

// %% solution logistic
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  const people = (count: number, rng: Rng) => oracle.sample(count, rng);
  return weights.map((weight) => {
    const { error } = manyLoops({
      family: yesNo,
      data: (rng: Rng) => people(100, rng),
      regime: weighted({ weight: weight, share: 0.5, source: people }),
      size: 200,
      generations: 12,
      runs: runs,
      rng: rng.split("every weight"), // the same stream for all
      read: { error: ({ model }) => 100 * (model.parameters.weights[0]! - 1) ** 2 },
    });
    return Array.from({ length: runs }, (_, run) => mean(error.slice(5).map((of) => of[run]!)));
  });
}

// %% hidden logistic: lowest between a half and three quarters
const grid = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const overGrid = slopeErrors(grid, 40, seeded(1116)).map((of) => mean(of));
const place = lowest(grid, overGrid);
check("the error is lowest between 0.5 and 0.75", place >= 0.5 && place <= 0.75, true, {
  hint: `yours is lowest at ${short(place)}; on which rows does the weight lie?`,
});

// %% hidden logistic: the loop remembers
const [little, well] = slopeErrors([0.2, 0.6], 40, seeded(1117)).map((of) => mean(of));
check("at 0.2 the error is more than twice that at 0.6", little! > 2 * well!, true, {
  hint: `it is ${short(little! / well!)} times; is the next model's teacher the model before?`,
});

// %% hidden logistic: the same luck for every weight
const twice = slopeErrors([0.5, 0.9, 0.5], 6, seeded(1118));
check("the same weight gives the same numbers", twice[0], twice[2], {
  hint: "rng.split with one label for all weights, inside the loop over weights",
});

// %% hidden logistic: runs of their own
check("six runs give six numbers", new Set(slopeErrors([0.6], 6, seeded(1119))[0]).size, 6, {
  hint: "one stream per run",
});

// %% hidden logistic: human rows alone
// At w = 1 every round is a fit to 100 human rows: held against such fits, without any loop.
const alone = slopeErrors([1], 60, seeded(1120))[0]!;
const fits = Float64Array.from({ length: 600 }, (_, i) => {
  const rows = oracle.sample(100, seeded(1121).split(i));
  return 100 * (yesNo.fit(rows).parameters.weights[0]! - 1) ** 2;
});
check("at w = 1 the error is that of a fit to 100 human rows", mean(alone), mean(fits), {
  tolerance: 4 * Math.hypot(standardError(alone), standardError(fits)),
  hint: "100 times the squared distance of the slope from 1, on average over the rounds 5 to 12",
});

// %% wrong logistic: the weight on the copies -> lowest between a half and three quarters
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  const people = (count: number, rng: Rng) => oracle.sample(count, rng);
  return weights.map((weight) => {
    const { error } = manyLoops({
      family: yesNo, data: (rng: Rng) => people(100, rng),
      regime: weighted({ weight: 1 - weight, share: 0.5, source: people }),
      size: 200, generations: 12, runs: runs, rng: rng.split("every weight"),
      read: { error: ({ model }) => 100 * (model.parameters.weights[0]! - 1) ** 2 },
    });
    return Array.from({ length: runs }, (_, run) => mean(error.slice(5).map((of) => of[run]!)));
  });
}

// %% wrong logistic: all rows pooled -> the loop remembers
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  const people = (count: number, rng: Rng) => oracle.sample(count, rng);
  return weights.map(() => {
    const { error } = manyLoops({
      family: yesNo, data: (rng: Rng) => people(100, rng),
      regime: fresh({ share: 0.5, source: people }),
      size: 200, generations: 12, runs: runs, rng: rng.split("every weight"),
      read: { error: ({ model }) => 100 * (model.parameters.weights[0]! - 1) ** 2 },
    });
    return Array.from({ length: runs }, (_, run) => mean(error.slice(5).map((of) => of[run]!)));
  });
}

// %% wrong logistic: the copies come from the truth -> the loop remembers
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  return weights.map((weight) =>
    Array.from({ length: runs }, (_, run) => {
      const stream = rng.split(run);
      const itemWeights = Array.from({ length: 200 }, (_, i) => (i < 100 ? weight : 1 - weight));
      const { weights: slope } = yesNo.fitWeighted(oracle.sample(200, stream), itemWeights).parameters;
      return 100 * (slope[0]! - 1) ** 2;
    }),
  );
}

// %% wrong logistic: every weight has luck of its own -> the same luck for every weight
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  const people = (count: number, rng: Rng) => oracle.sample(count, rng);
  return weights.map((weight, i) => {
    const { error } = manyLoops({
      family: yesNo, data: (rng: Rng) => people(100, rng),
      regime: weighted({ weight: weight, share: 0.5, source: people }),
      size: 200, generations: 12, runs: runs, rng: rng.split(i),
      read: { error: ({ model }) => 100 * (model.parameters.weights[0]! - 1) ** 2 },
    });
    return Array.from({ length: runs }, (_, run) => mean(error.slice(5).map((of) => of[run]!)));
  });
}

// %% wrong logistic: one run, copied -> runs of their own
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  const people = (count: number, rng: Rng) => oracle.sample(count, rng);
  return weights.map((weight) => {
    const { error } = manyLoops({
      family: yesNo, data: (rng: Rng) => people(100, rng),
      regime: weighted({ weight: weight, share: 0.5, source: people }),
      size: 200, generations: 12, runs: 1, rng: rng.split("every weight"),
      read: { error: ({ model }) => 100 * (model.parameters.weights[0]! - 1) ** 2 },
    });
    return new Array(runs).fill(mean(error.slice(5).map((of) => of[0]!)));
  });
}

// %% wrong logistic: the distance of the slope from 0 -> human rows alone
function slopeErrors(weights: number[], runs: number, rng: Rng): number[][] {
  const people = (count: number, rng: Rng) => oracle.sample(count, rng);
  return weights.map((weight) => {
    const { error } = manyLoops({
      family: yesNo, data: (rng: Rng) => people(100, rng),
      regime: weighted({ weight: weight, share: 0.5, source: people }),
      size: 200, generations: 12, runs: runs, rng: rng.split("every weight"),
      read: { error: ({ model }) => 100 * model.parameters.weights[0]! ** 2 },
    });
    return Array.from({ length: runs }, (_, run) => mean(error.slice(5).map((of) => of[run]!)));
  });
}

// Solutions, hidden tests and wrong answers of chapter 12. Each region runs as a cell after the chapter,
// so the chapter's names (authors, bufferError, check, goldenWeight, ids, surprisesOf, world, years, …) are at hand.

// %% solution a-filter-with-holes
// One step of variance q before every round; a reading corrects with the weight that is best for the error so far.
function follow(readings: readonly Reading[], world: { r: number; q: number }): number[] {
  const { r, q } = world;
  let estimate = 0;
  let error = Infinity;
  return readings.map((reading) => {
    error += q;
    if (reading === null) return estimate;
    const w = error === Infinity ? 1 : error / (error + r);
    estimate += w * (reading - estimate);
    error = w * r;
    return estimate;
  });
}

// %% hidden a-filter-with-holes: it settles at the golden weight
const steady = follow([...new Array<number>(60).fill(0), 1], { r: 2, q: 0.5 });
check("after sixty rounds the weight of the newest is w*", steady.at(-1), goldenWeight(0.25), {
  tolerance: 1e-9,
  hint: "the error of the estimate is carried from round to round",
});

// %% hidden a-filter-with-holes: a world at rest
check("with q = 0 it is the plain mean of all readings", follow([3, 5, 10], { r: 7, q: 0 }), [3, 4, 6], {
  tolerance: 1e-9,
  hint: "the weights are 1, 1/2, 1/3 …",
});

// %% hidden a-filter-with-holes: long holes
const hole = [0, ...new Array<null>(9).fill(null), 1];
check("nine rounds without a reading", follow(hole, { r: 1, q: 1 }), [...new Array<number>(10).fill(0), 11 / 12], {
  tolerance: 1e-9,
  hint: "ten steps: E = 1 + 10; one estimate per round, also where nobody measured",
});
check("a reading of 0 is a reading", follow([4, 0], { r: 1, q: 1 }), [4, 4 / 3], {
  tolerance: 1e-9,
  hint: "null is not 0",
});

// %% hidden a-filter-with-holes: another unit
const readings3 = [1, 4, null, -2, 3];
check(
  "only q/r counts",
  follow(readings3, { r: 1e-6, q: 3e-6 }),
  follow(readings3, { r: 1e6, q: 3e6 }),
  { tolerance: 1e-9, hint: "r is not 1" },
);

// %% hidden a-filter-with-holes: as good as the law
import { valuesAt } from "generation-loss";
const worlds = Array.from({ length: 4000 }, (_, run) => {
  const stream = seeded(1211).split(run);
  let truth = 0;
  const seen = Array.from({ length: 40 }, () => {
    truth += Math.sqrt(0.2) * standardNormal(stream);
    return truth + standardNormal(stream);
  });
  return { truth: truth, seen: seen };
});
const followed = valuesAt(follow, worlds.map(({ seen }) => seen), { r: 1, q: 0.2 });
const filtered = Float64Array.from(followed, (estimates, run) => (estimates.at(-1)! - worlds[run]!.truth) ** 2);
check("its squared error is w*", mean(filtered), goldenWeight(0.2), {
  tolerance: 4 * standardError(filtered),
  hint: "w = E / (E + r), with E after the step",
});

// %% wrong a-filter-with-holes: one weight for ever -> a world at rest
function follow(readings: readonly Reading[], { r, q }: { r: number; q: number }): number[] {
  const w = goldenWeight(Math.max(q, 1e-12) / r);
  let estimate = readings[0] ?? 0;
  return readings.map((reading) => (reading === null ? estimate : (estimate += w * (reading - estimate))));
}

// %% wrong a-filter-with-holes: a hole costs nothing -> long holes
function follow(readings: readonly Reading[], { r, q }: { r: number; q: number }): number[] {
  let [estimate, error] = [readings[0] ?? 0, r];
  return readings.map((reading, i) => {
    if (i === 0 || reading === null) return estimate;
    const w = (error + q) / (error + q + r);
    estimate += w * (reading - estimate);
    error = w * r;
    return estimate;
  });
}

// %% wrong a-filter-with-holes: zero taken for a hole -> long holes
function follow(readings: readonly Reading[], { r, q }: { r: number; q: number }): number[] {
  let [estimate, error] = [readings[0] ?? 0, r];
  return readings.map((reading, i) => {
    if (i === 0) return estimate;
    error += q;
    if (!reading) return estimate;
    const w = error / (error + r);
    estimate += w * (reading - estimate);
    error = w * r;
    return estimate;
  });
}

// %% wrong a-filter-with-holes: r taken for 1 -> another unit
function follow(readings: readonly Reading[], { q }: { r: number; q: number }): number[] {
  let [estimate, error] = [readings[0] ?? 0, 1];
  return readings.map((reading, i) => {
    if (i === 0) return estimate;
    error += q;
    if (reading === null) return estimate;
    const w = error / (error + 1);
    estimate += w * (reading - estimate);
    error = w;
    return estimate;
  });
}

// %% wrong a-filter-with-holes: the error is forgotten after each reading -> it settles at the golden weight
function follow(readings: readonly Reading[], { r, q }: { r: number; q: number }): number[] {
  let [estimate, error] = [readings[0] ?? 0, r];
  return readings.map((reading, i) => {
    if (i === 0) return estimate;
    error += q;
    if (reading === null) return estimate;
    estimate += (error / (error + r)) * (reading - estimate);
    error = r;
    return estimate;
  });
}

// %% solution a-stated-alarm
// The trace to be watched is |z|: one threshold serves above and below.
function alarmFor(quiet: readonly (readonly number[])[], rate: number, w: number): Detector {
  const trace = (surprises: readonly number[]): number[] => {
    let z = 0;
    return surprises.map((x) => Math.abs((z = w * x + (1 - w) * z)));
  };
  const threshold = alarmThreshold(quiet.map(trace), { rate, side: "above" });
  return (surprises) => {
    const at = firstAlarm(trace(surprises), { threshold, side: "above" });
    return at === null ? null : at + 1;
  };
}

// %% hidden a-stated-alarm: by hand
const byHandAlarm = alarmFor([[4, 0, 0], [0, 2, 0], [0, 0, 1], [0, 0, 0]], 0.25, 0.25);
check("one run of four may ring, so z may reach 0.5", [byHandAlarm([2, 0.4, 1]), byHandAlarm([2, 2, 0])], [3, 2], {
  hint: "the largest |z| of the four runs are 1, 0.5, 0.25 and 0",
});

// %% hidden a-stated-alarm: it keeps its word
import { valuesAt } from "generation-loss";
const [calmRuns, calmRuns2] = ["calm", "calm, again"].map((name) => surprisesOf(0, 4000, seeded(1212).split(name)));
const stated = alarmFor(calmRuns!, 0.05, 0.3);
check("of other quiet runs one in twenty rings", mean(valuesAt(stated, calmRuns2!).map((at) => Number(at !== null))), 0.05, {
  tolerance: 4 * Math.sqrt((2 * 0.05 * 0.95) / 4000), // of the threshold, and of this test
  hint: "the rate is of runs that ring at any time, not of rounds",
});

// %% hidden a-stated-alarm: above and below
import { valuesAt } from "generation-loss";
const onBothSides = alarmFor(calmRuns!, 0.05, 0.3);
const falls = valuesAt(onBothSides, surprisesOf(-2, 500, seeded(1213)));
check("a fall of two errors is seen in nearly every run", mean(falls.map((at) => Number(at !== null))) > 0.95, true, {
  hint: "watch the size of z, not z",
});

// %% hidden a-stated-alarm: the memory helps
import { valuesAt } from "generation-loss";
const [fadingAlarm, newestAlarm] = [0.2, 1].map((w) => alarmFor(calmRuns!, 0.05, w));
const rises = surprisesOf(1, 500, seeded(1214));
const [seenFading, seenNewest] = [fadingAlarm!, newestAlarm!].map((alarm) =>
  mean(valuesAt(alarm, rises).map((at) => Number((at ?? Infinity) <= 10))),
);
check("a jump of one error: w = 0.2 sees it sooner than w = 1", seenFading! > seenNewest! + 0.1, true, {
  hint: `within ten rounds: ${short(seenFading!)} of the runs, against ${short(seenNewest!)}`,
});

// %% hidden a-stated-alarm: asked twice
const again = alarmFor(calmRuns!, 0.05, 0.3);
const upset = [0, 5, 5, 5];
const firstAnswer = again(upset);
check("a run that follows another starts at z = 0", again([0, 0, 0, 0]), null, {
  hint: "z belongs to one call",
});
check("the same run, the same answer", again(upset), firstAnswer);

// %% wrong a-stated-alarm: a share of the rounds -> it keeps its word
function alarmFor(quiet: readonly (readonly number[])[], rate: number, w: number): Detector {
  const trace = (surprises: readonly number[]): number[] => {
    let z = 0;
    return surprises.map((x) => Math.abs((z = w * x + (1 - w) * z)));
  };
  const all = quiet.flatMap(trace).sort((a, b) => b - a);
  const threshold = all[Math.floor((rate * all.length) / 3)]!;
  return (surprises) => {
    const at = trace(surprises).findIndex((z) => z > threshold);
    return at < 0 ? null : at + 1;
  };
}

// %% wrong a-stated-alarm: only above -> above and below
function alarmFor(quiet: readonly (readonly number[])[], rate: number, w: number): Detector {
  const trace = (surprises: readonly number[]): number[] => {
    let z = 0;
    return surprises.map((x) => (z = w * x + (1 - w) * z));
  };
  const threshold = alarmThreshold(quiet.map(trace), { rate, side: "above" });
  return (surprises) => {
    const at = firstAlarm(trace(surprises), { threshold, side: "above" });
    return at === null ? null : at + 1;
  };
}

// %% wrong a-stated-alarm: the newest surprise alone -> by hand
function alarmFor(quiet: readonly (readonly number[])[], rate: number): Detector {
  const trace = (surprises: readonly number[]) => surprises.map(Math.abs);
  const threshold = alarmThreshold(quiet.map(trace), { rate, side: "above" });
  return (surprises) => {
    const at = firstAlarm(trace(surprises), { threshold, side: "above" });
    return at === null ? null : at + 1;
  };
}

// %% wrong a-stated-alarm: rounds counted from 0 -> by hand
function alarmFor(quiet: readonly (readonly number[])[], rate: number, w: number): Detector {
  const trace = (surprises: readonly number[]): number[] => {
    let z = 0;
    return surprises.map((x) => Math.abs((z = w * x + (1 - w) * z)));
  };
  const threshold = alarmThreshold(quiet.map(trace), { rate, side: "above" });
  return (surprises) => firstAlarm(trace(surprises), { threshold, side: "above" });
}

// %% wrong a-stated-alarm: one memory for all runs -> asked twice
function alarmFor(quiet: readonly (readonly number[])[], rate: number, w: number): Detector {
  let z = 0;
  const trace = (surprises: readonly number[]): number[] =>
    surprises.map((x) => Math.abs((z = w * x + (1 - w) * z)));
  const fromZero = quiet.map((run) => {
    z = 0;
    return trace(run);
  });
  const threshold = alarmThreshold(fromZero, { rate, side: "above" });
  z = 0;
  return (surprises) => {
    const at = firstAlarm(trace(surprises), { threshold, side: "above" });
    if (at === null) z = 0;
    return at === null ? null : at + 1;
  };
}

// %% solution a-late-buffer
// The last `delay` steps are missing in every round, with weight 1: they add delay · q, whatever L is.
// L(L + 1) ≥ 3r/q + 1/2 solved for L; a comparison with the neighbours mends the last digit.
function store(world: LateWorld): { rounds: number; error: number } {
  const { n, variance, q, delay, most } = world;
  const r = variance / n;
  const error = (L: number): number => r / L + (q * (L - 1) * (2 * L - 1)) / (6 * L) + delay * q;
  if (q === 0) return { rounds: most, error: error(most) };
  const pays = (L: number): boolean => L * (L + 1) * q < 3 * r + q / 2; // one round more
  let rounds = Math.max(1, Math.min(most, Math.floor(Math.sqrt((3 * r) / q + 3 / 4) - 1 / 2)));
  while (rounds < most && pays(rounds)) rounds += 1;
  while (rounds > 1 && !pays(rounds - 1)) rounds -= 1;
  return { rounds, error: error(rounds) };
}

// %% hidden a-late-buffer: every buffer tried
const inTime = (n: number, q: number) => ({ n, variance: 1, q, delay: 0, most: 500 });
for (const [n, q] of [[1, 0.002], [1, 0.03], [10, 0.07], [100, 0.005], [1, 1.3], [4, 0.11], [1, 0.9]] as const) {
  const errors500 = Array.from({ length: 500 }, (_, i) => bufferError(i + 1, 1 / n, q));
  const least = Math.min(...errors500);
  check(`n = ${n}, q = ${q}`, store(inTime(n, q)), { rounds: errors500.indexOf(least) + 1, error: least }, {
    tolerance: 1e-9,
    hint: "the rule has a half in it; the root alone is right only for long buffers",
  });
}

// %% hidden a-late-buffer: late data
const late3 = store({ n: 1, variance: 1, q: 0.02, delay: 3, most: 100 });
check("three rounds late: the same buffer, and 3 q more", late3, { rounds: 12, error: bufferError(12, 1, 0.02) + 0.06 }, {
  tolerance: 1e-9,
  hint: "what every kept round misses, their mean misses in full",
});

// %% hidden a-late-buffer: late data, drawn
const lateErrors = Float64Array.from({ length: 4000 }, (_, run) => {
  const stream = seeded(1215).split(run);
  let truth = 0;
  const seen = Array.from({ length: 6 }, () => {
    truth += standardNormal(stream);
    return truth + 2 * standardNormal(stream);
  });
  for (let step = 0; step < 2; step += 1) truth += standardNormal(stream);
  return (mean(seen.slice(-4)) - truth) ** 2;
});
check("the river, two days late, four thousand times", mean(lateErrors), store({ ...gauge, delay: 2 }).error, {
  tolerance: 4 * standardError(lateErrors),
  hint: "the river rises or falls in those two nights as well",
});

// %% hidden a-late-buffer: a small store
check("room for five rounds only", store({ n: 1, variance: 1, q: 0.02, delay: 0, most: 5 }), {
  rounds: 5, error: bufferError(5, 1, 0.02),
}, { tolerance: 1e-9, hint: "not more than most, and the error of what is kept" });

// %% hidden a-late-buffer: two that are equally good
check("r = 1, q = 2: one round is as good as two", store({ n: 1, variance: 1, q: 2, delay: 0, most: 9 }).rounds, 1, {
  hint: "at L(L + 1) = 3r/q + 1/2 another round changes nothing",
});

// %% hidden a-late-buffer: a world at rest
check("q = 0: all that there is room for", store({ n: 10, variance: 1, q: 0, delay: 5, most: 1e9 }), {
  rounds: 1e9, error: 1e-10,
}, { tolerance: 1e-12, hint: "3r/q is Infinity; do not count up to a billion" });

// %% wrong a-late-buffer: the root, rounded -> every buffer tried
function store({ n, variance, q, delay, most }: LateWorld): { rounds: number; error: number } {
  const r = variance / n;
  const rounds = q === 0 ? most : Math.max(1, Math.min(most, Math.floor(Math.sqrt((3 * r) / q))));
  return { rounds, error: r / rounds + (q * (rounds - 1) * (2 * rounds - 1)) / (6 * rounds) + delay * q };
}

// %% wrong a-late-buffer: n forgotten -> every buffer tried
function store({ variance, q, delay, most }: LateWorld): { rounds: number; error: number } {
  let L = q === 0 ? most : 1;
  while (L < most && L * (L + 1) * q < 3 * variance + q / 2) L += 1;
  return { rounds: L, error: variance / L + (q * (L - 1) * (2 * L - 1)) / (6 * L) + delay * q };
}

// %% wrong a-late-buffer: the delay makes the buffer shorter -> late data
function store({ n, variance, q, delay, most }: LateWorld): { rounds: number; error: number } {
  const r = variance / n;
  let L = q === 0 ? most : 1;
  while (L < most && L * (L + 1) * q < 3 * r + q / 2) L += 1;
  L = q === 0 ? most : Math.max(1, L - delay);
  return { rounds: L, error: r / L + (q * (L - 1) * (2 * L - 1)) / (6 * L) + delay * q };
}

// %% wrong a-late-buffer: late, but at no cost -> late data
function store({ n, variance, q, most }: LateWorld): { rounds: number; error: number } {
  const r = variance / n;
  let L = q === 0 ? most : 1;
  while (L < most && L * (L + 1) * q < 3 * r + q / 2) L += 1;
  return { rounds: L, error: r / L + (q * (L - 1) * (2 * L - 1)) / (6 * L) };
}

// %% wrong a-late-buffer: the error of a larger store -> a small store
function store({ n, variance, q, delay, most }: LateWorld): { rounds: number; error: number } {
  const r = variance / n;
  let L = q === 0 ? most : 1;
  while (q > 0 && L * (L + 1) * q < 3 * r + q / 2) L += 1;
  return { rounds: Math.min(L, most), error: r / L + (q * (L - 1) * (2 * L - 1)) / (6 * L) + delay * q };
}

// %% wrong a-late-buffer: one round too many when equal -> two that are equally good
function store({ n, variance, q, delay, most }: LateWorld): { rounds: number; error: number } {
  const r = variance / n;
  let L = q === 0 ? most : 1;
  while (L < most && L * (L + 1) * q <= 3 * r + q / 2) L += 1;
  return { rounds: L, error: r / L + (q * (L - 1) * (2 * L - 1)) / (6 * L) + delay * q };
}

// %% solution what-year
function accentOfText(text: string): number {
  const known = tokenize(text).flatMap((word) => ids.get(word) ?? []);
  if (known.length === 0) throw new RangeError("Cannot date a text: no address has any of its words");
  const cost = world.map((q) => -mean(known.map((id) => Math.log2(0.02 / V + 0.98 * q[id]!))));
  return years[cost.indexOf(Math.min(...cost))]!;
}

// %% hidden what-year: two thousand words of each window
const vocabularyOf = [...ids.keys()];
const textOf = (window: number, words: number, seed: number): string =>
  Array.from(authors[window]!.sample(words, seeded(seed).split(window)).counts, (count, id) =>
    `${vocabularyOf[id]} `.repeat(count),
  ).join("");
check("texts out of the twelve hats", years.map((_, window) => accentOfText(textOf(window, 2000, 1216))), [...years], {
  hint: "chances, not counts: some windows hold four times as many words as others",
});

// %% hidden what-year: an address is a text too
const ofItsTime = windows.map(({ addresses }) => accentOfText(addresses[4]!.text));
check("the fifth address of each window", ofItsTime, [...years], {
  hint: "tokenize cuts it into words; every word counts as often as it comes",
});

// %% hidden what-year: unknown words
check("a word that nobody knows changes nothing", accentOfText(`qwxz qwxzz ${textOf(11, 500, 1217)}`), 2010, {
  hint: "ids.get gives undefined for it",
});
const refusal = (text: string): string => {
  try {
    return String(accentOfText(text));
  } catch (error) {
    return (error as Error).name;
  }
};
check("no known word at all", [refusal(""), refusal("qwxz")], ["RangeError", "RangeError"]);

// %% hidden what-year: words that a window lacks
check("jobs and railroads", accentOfText(`jobs ${textOf(5, 400, 1218)}`), 1890, {
  hint: "a word that a window never says costs much, but not everything: 0.02 / V",
});

// %% wrong what-year: no smoothing -> two thousand words of each window
function accentOfText(text: string): number {
  const known = tokenize(text).flatMap((word) => ids.get(word) ?? []);
  if (known.length === 0) throw new RangeError("no known word");
  const cost = world.map((q) => -mean(known.map((id) => (q[id]! > 0 ? Math.log2(q[id]!) : 0))));
  return years[cost.indexOf(Math.min(...cost))]!;
}

// %% wrong what-year: zero ends it all -> words that a window lacks
function accentOfText(text: string): number {
  const known = tokenize(text).flatMap((word) => ids.get(word) ?? []);
  if (known.length === 0) throw new RangeError("no known word");
  const cost = world.map((q) => known.reduce((sum, id) => sum - Math.log2(q[id]!), 0));
  return years[cost.indexOf(Math.min(...cost))]!;
}

// %% wrong what-year: counts for chances -> two thousand words of each window
function accentOfText(text: string): number {
  const known = tokenize(text).flatMap((word) => ids.get(word) ?? []);
  if (known.length === 0) throw new RangeError("no known word");
  const cost = counts.map((of) => -mean(known.map((id) => Math.log2(0.02 / V + of[id]!))));
  return years[cost.indexOf(Math.min(...cost))]!;
}

// %% wrong what-year: unknown words spoil the sum -> unknown words; visible
function accentOfText(text: string): number {
  const words = tokenize(text);
  const cost = world.map((q) => words.reduce((sum, word) => sum - Math.log2(0.02 / V + 0.98 * q[ids.get(word)!]!), 0));
  return years[Math.max(0, cost.indexOf(Math.min(...cost)))]!;
}

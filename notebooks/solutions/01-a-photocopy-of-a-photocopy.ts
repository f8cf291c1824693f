// Solutions, hidden tests and wrong answers of chapter 1. Each region runs as a cell after the chapter,
// so the chapter's names (check, mean, median, medianVariance, Fit, Trace, …) are at hand.

// %% solution refit
function refit(x: readonly number[], ddof: 0 | 1): Fit {
  const divisor = x.length - ddof;
  if (divisor <= 0) throw new RangeError(`Cannot refit: x must hold more than ${ddof} numbers, got ${x.length}`);
  const centre = x.reduce((sum, v) => sum + v, 0) / x.length;
  const squares = x.reduce((sum, v) => sum + (v - centre) ** 2, 0);
  return { mean: centre, sd: Math.sqrt(squares / divisor) };
}

// %% hidden refit: both divisors
const near = { tolerance: 1e-12 };
check("divided by M", refit([1, 2, 6], 0), { mean: 3, sd: Math.sqrt(14 / 3) }, near);
check("divided by M − 1", refit([1, 2, 6], 1), { mean: 3, sd: Math.sqrt(7) }, near);
check("equal numbers have no spread", refit([-4, -4, -4], 1), { mean: -4, sd: 0 });

// %% hidden refit: numbers far from zero
const far = refit([1e9 + 1, 1e9 + 2, 1e9 + 3], 1);
check("a billion and a few", far, { mean: 1e9 + 2, sd: 1 }, {
  tolerance: 1e-6,
  hint: "subtract the mean before you square",
});

// %% hidden refit: too few numbers
const outcome = (x: number[], ddof: 0 | 1): unknown => {
  try {
    return refit(x, ddof);
  } catch (error) {
    return (error as Error).name;
  }
};
check("one number, divided by M − 1", outcome([5], 1), "RangeError");
check("no number, divided by M", outcome([], 0), "RangeError");
check("no number, divided by M − 1", outcome([], 1), "RangeError");
check("one number, divided by M, has no spread", outcome([5], 0), { mean: 5, sd: 0 });

// %% wrong refit: the shortcut (mean of squares minus square of mean) cancels -> numbers far from zero; visible
function refit(x: readonly number[], ddof: 0 | 1): Fit {
  const m = x.length;
  if (m <= ddof) throw new RangeError("too few numbers");
  const centre = mean(x);
  const squares = x.reduce((sum, v) => sum + v * v, 0) - m * centre * centre;
  return { mean: centre, sd: Math.sqrt(Math.max(squares, 0) / (m - ddof)) };
}

// %% wrong refit: too few numbers give NaN -> too few numbers; visible
function refit(x: readonly number[], ddof: 0 | 1): Fit {
  const centre = x.reduce((sum, v) => sum + v, 0) / x.length;
  const squares = x.reduce((sum, v) => sum + (v - centre) ** 2, 0);
  return { mean: centre, sd: Math.sqrt(squares / (x.length - ddof)) };
}

// %% wrong refit: two numbers are asked for with either divisor -> too few numbers
function refit(x: readonly number[], ddof: 0 | 1): Fit {
  if (x.length < 2) throw new RangeError("too few numbers");
  const centre = mean(x);
  return { mean: centre, sd: Math.sqrt(x.reduce((sum, v) => sum + (v - centre) ** 2, 0) / (x.length - ddof)) };
}

// %% wrong refit: zero counts as "not given", so it always divides by M − 1 -> both divisors
function refit(x: readonly number[], ddof: 0 | 1): Fit {
  const divisor = x.length - (ddof || 1);
  if (divisor <= 0) throw new RangeError("too few numbers");
  const centre = mean(x);
  return { mean: centre, sd: Math.sqrt(x.reduce((sum, v) => sum + (v - centre) ** 2, 0) / divisor) };
}

// %% wrong refit: the divisor is used for the mean as well -> both divisors
function refit(x: readonly number[], ddof: 0 | 1): Fit {
  const divisor = x.length - ddof;
  if (divisor <= 0) throw new RangeError("too few numbers");
  const centre = x.reduce((sum, v) => sum + v, 0) / divisor;
  return { mean: centre, sd: Math.sqrt(x.reduce((sum, v) => sum + (v - centre) ** 2, 0) / divisor) };
}

// %% solution half-life
// The median of σ is the root of the median of σ²: part² = e^(−t/(M − 1)).
function generationsUntil(part: number, size: number): number {
  return -2 * (size - 1) * Math.log(part);
}

// %% hidden half-life: few numbers per generation
/** First generation in which the median of σ² is at most part², by the law with its correction for small M. */
const crossing = (part: number, size: number): number => {
  let t = 0;
  while (medianVariance(t, { size, ddof: 1 }) > part ** 2) t += 1;
  return t;
};
const nearLaw = (wanted: number) => ({ tolerance: 0.05 * wanted, hint: "M − 1 is not M, when M is small" });
for (const size of [10, 12, 15]) {
  check(`down to a tenth, with M = ${size}`, generationsUntil(0.1, size), crossing(0.1, size), nearLaw(crossing(0.1, size)));
}

// %% hidden half-life: parts other than one half
for (const part of [0.9, 0.25, 0.01]) {
  const wanted = crossing(part, 500);
  check(`down to ${part}, with M = 500`, generationsUntil(part, 500), wanted, { tolerance: 0.05 * wanted });
}
check("nothing lost takes no time", generationsUntil(1, 100), 0, { tolerance: 1e-9 });

// %% hidden half-life: it says what chains do
const small = manyLoops({ ...closed, size: 20, generations: 40, runs: 4000, rng: seeded(99), read: {
  sd: ({ model }) => model.parameters.sd,
} });
const predicted = generationsUntil(median(small.sd[40]!), 20);
check("the spread seen in generation 40 of 4000 chains", predicted, 40, {
  tolerance: 6, // 5 % of 40, and 4 standard errors of 0.8 (0.042 in ln σ², times M − 1), rounded up
  hint: "the law is for the median, not for the mean",
});

// %% wrong half-life: M in place of M − 1 -> few numbers per generation; visible
function generationsUntil(part: number, size: number): number {
  return -2 * size * Math.log(part);
}

// %% wrong half-life: always one half -> parts other than one half
function generationsUntil(part: number, size: number): number {
  return 2 * Math.LN2 * (size - 1);
}

// %% wrong half-life: the law of the variance used for the standard deviation -> it says what chains do; visible
function generationsUntil(part: number, size: number): number {
  return -(size - 1) * Math.log(part);
}

// %% wrong half-life: the law of the mean of σ in place of its median -> it says what chains do
function generationsUntil(part: number, size: number): number {
  return Math.log(part) / Math.log(c4(size));
}

// %% wrong half-life: losing a fixed amount, not a fixed percentage, in every generation -> parts other than one half
function generationsUntil(part: number, size: number): number {
  return 4 * Math.LN2 * (size - 1) * (1 - part);
}

// %% solution diagnose
function diagnose(trace: Trace) {
  const late = (readings: number[]): number => median(readings.slice(-3));
  return {
    collapsingVariance: late(trace.variance) < trace.variance[0]! / 2,
    lostTail: late(trace.tailMass) < trace.tailMass[0]! / 2,
    risingRisk: late(trace.risk) > trace.risk[0]! + 0.1,
  };
}

// %% hidden diagnose: a model that blurs
// Kernel density estimates: every copy adds the kernel's variance 0.09, so the spread grows and the risk with it.
const blurred = Array.from({ length: 16 }, (_, t) => 1 + 0.09 * t);
const blur: Trace = {
  variance: blurred,
  tailMass: [0.05, 0.06, 0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12, 0.12, 0.14, 0.14, 0.15, 0.16, 0.17, 0.17],
  risk: blurred.map((v) => (Math.sqrt(v) - 1) ** 2),
};
check("a blur: the risk rises, yet nothing narrows", diagnose(blur), {
  collapsingVariance: false,
  lostTail: false,
  risingRisk: true,
}, { hint: "a wider spread is not a collapsing one, and each question has its own answer" });

// %% hidden diagnose: one odd last reading
check("one odd last reading changes nothing", diagnose({
  variance: [2, 1.9, 2.1, 2, 0.01],
  tailMass: [0.05, 0.05, 0.06, 0.05, 0],
  risk: [0.3, 0.28, 0.31, 0.3, 9],
}), { collapsingVariance: false, lostTail: false, risingRisk: false });

// %% hidden diagnose: a dip that heals
check("what came back is not lost", diagnose({
  variance: [1, 0.4, 0.2, 0.7, 1, 1, 1],
  tailMass: [0.05, 0.01, 0, 0.03, 0.05, 0.05, 0.04],
  risk: [0, 0.4, 0.6, 0.1, 0.02, 0.01, 0],
}), { collapsingVariance: false, lostTail: false, risingRisk: false });

// %% hidden diagnose: each question on its own, in any unit
check("a small variance in another unit, a kept tail, a high but steady risk", diagnose({
  variance: [0.004, 0.003, 0.002, 0.0015, 0.001],
  tailMass: [0.3, 0.3, 0.31, 0.3, 0.29],
  risk: [5, 5, 5.05, 5, 5.05],
}), { collapsingVariance: true, lostTail: false, risingRisk: false });

// %% wrong diagnose: one verdict for risk and variance -> a model that blurs
function diagnose(trace: Trace) {
  const late = (readings: number[]) => median(readings.slice(-3));
  const collapsed = late(trace.variance) < trace.variance[0]! / 2;
  return { collapsingVariance: collapsed, lostTail: late(trace.tailMass) < trace.tailMass[0]! / 2, risingRisk: collapsed };
}

// %% wrong diagnose: any large change counts as a loss -> a model that blurs
function diagnose(trace: Trace) {
  const changed = (readings: number[]) => Math.abs(median(readings.slice(-3)) - readings[0]!) > readings[0]! / 2;
  return {
    collapsingVariance: changed(trace.variance),
    lostTail: changed(trace.tailMass),
    risingRisk: median(trace.risk.slice(-3)) > trace.risk[0]! + 0.1,
  };
}

// %% wrong diagnose: trusts the last reading -> one odd last reading; visible
function diagnose(trace: Trace) {
  const kept = (readings: number[]) => readings.at(-1)! / readings[0]!;
  return {
    collapsingVariance: kept(trace.variance) < 0.5,
    lostTail: kept(trace.tailMass) < 0.5,
    risingRisk: trace.risk.at(-1)! > trace.risk[0]! + 0.1,
  };
}

// %% wrong diagnose: the mean of the last three hides and invents -> one odd last reading
function diagnose(trace: Trace) {
  const late = (readings: number[]) => mean(readings.slice(-3));
  return {
    collapsingVariance: late(trace.variance) < trace.variance[0]! / 2,
    lostTail: late(trace.tailMass) < trace.tailMass[0]! / 2,
    risingRisk: late(trace.risk) > trace.risk[0]! + 0.1,
  };
}

// %% wrong diagnose: the worst reading of all -> a dip that heals
function diagnose(trace: Trace) {
  return {
    collapsingVariance: Math.min(...trace.variance) < trace.variance[0]! / 2,
    lostTail: Math.min(...trace.tailMass) < trace.tailMass[0]! / 2,
    risingRisk: Math.max(...trace.risk) > trace.risk[0]! + 0.1,
  };
}

// %% wrong diagnose: half of the world's variance, not of the first -> each question on its own, in any unit
function diagnose(trace: Trace) {
  const late = (readings: number[]) => median(readings.slice(-3));
  return {
    collapsingVariance: late(trace.variance) < 0.5,
    lostTail: late(trace.tailMass) < 0.025,
    risingRisk: late(trace.risk) > 0.1,
  };
}

// %% solution prospectus
// After k good years a client holds up^k · down^(years − k). One year more: half of those with k stay, half come to k + 1.
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!Number.isInteger(years) || years < 0 || years > 1000) {
    throw new RangeError(`Cannot write a prospectus: years must be a whole number from 0 to 1000, got ${years}`);
  }
  let chances = [1];
  for (let year = 0; year < years; year += 1) {
    chances = Array.from({ length: year + 2 }, (_, k) => ((chances[k - 1] ?? 0) + (chances[k] ?? 0)) / 2);
  }
  const holds = (k: number): number => up ** k * down ** (years - k);
  // By logarithms: 3^700 is too large for a number, and 0.1^350 too small.
  const poor = (k: number): boolean => k * Math.log(up) + (years - k) * Math.log(down) < -1e-9;
  return {
    mean: ((up + down) / 2) ** years,
    median: (holds(Math.floor(years / 2)) + holds(Math.ceil(years / 2))) / 2,
    poorer: chances.reduce((sum, chance, k) => sum + (poor(k) ? chance : 0), 0),
  };
}

// %% hidden prospectus: every fate listed
/** All 2^years fates, as the chapter lists four. */
const listed = (up: number, down: number, years: number): Prospectus => {
  let held = [1];
  for (let year = 0; year < years; year += 1) held = held.flatMap((money) => [money * up, money * down]);
  const poorer = held.filter((money) => money < 1 - 1e-9).length / held.length;
  return { mean: mean(held), median: median(held), poorer };
};
for (const [up, down] of [[1.5, 0.5], [1.2, 0.9], [3, 0.1], [2, 0.25]] as const) {
  for (const years of [0, 1, 2, 4, 8, 12]) {
    const wanted = listed(up, down, years);
    check(`up ${up}, down ${down}, ${years} years`, prospectus(up, down, years), wanted, {
      tolerance: 1e-9 * Math.max(1, wanted.mean),
      hint: "with few years one can list the fates",
    });
  }
}

// %% hidden prospectus: an odd number of years
for (const years of [1, 3, 7, 11]) {
  check(`the median after ${years} years`, prospectus(1.4, 0.7, years).median, listed(1.4, 0.7, years).median, {
    tolerance: 1e-9,
    hint: "the two middle fates differ by one good year",
  });
}

// %% hidden prospectus: who holds just 1
for (const [up, down] of [[2, 0.5], [1.25, 0.8], [1.1, 1 / 1.1]] as const) {
  const { poorer } = prospectus(up, down, 6);
  check(`up ${up}, down ${down}: three good and three bad years`, poorer, 22 / 64, {
    tolerance: 1e-9,
    hint: "20 fates of 64 end at 1, up to rounding, and are not poorer",
  });
}

// %% hidden prospectus: hundreds of years
// Sums of exact binomial coefficients over 2^years, in whole numbers.
const share = (from: number, years: number): number => {
  let [ways, sum] = [1n, 0n];
  for (let k = 0; k <= years; k += 1) {
    if (k <= from) sum += ways;
    ways = (ways * BigInt(years - k)) / BigInt(k + 1);
  }
  return Number((sum * 10n ** 15n) / 2n ** BigInt(years)) / 1e15;
};
for (const [up, down, years] of [[1.5, 0.5, 200], [1.5, 0.5, 1000], [3, 0.3, 999], [3, 0.1, 1000], [1.05, 0.96, 500]] as const) {
  let bad = -1; // the most good years with which one is still poorer
  while ((bad + 1) * Math.log(up) + (years - bad - 1) * Math.log(down) < -1e-9) bad += 1;
  check(`up ${up}, down ${down}, ${years} years`, prospectus(up, down, years).poorer, share(bad, years), {
    tolerance: 1e-9,
    hint: "factorials of 200 are too large; carry the chances from year to year",
  });
}
const long = prospectus(1.5, 0.5, 1000);
check("the mean of a fair fund after a thousand years", long.mean, 1, { tolerance: 1e-9 });
check("the logarithm of its median", Math.log(long.median), 500 * Math.log(0.75), { tolerance: 1e-6 });

// %% hidden prospectus: years that are none
for (const years of [-1, 2.5, 1001, NaN, Infinity]) {
  let seen = "no error";
  try {
    prospectus(1.5, 0.5, years);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`${years} years`, seen, "RangeError");
}

// %% wrong prospectus: the median with half a good year -> an odd number of years
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!(Number.isInteger(years) && years >= 0 && years <= 1000)) throw new RangeError("years");
  let chances = [1];
  for (let year = 0; year < years; year += 1) {
    chances = Array.from({ length: year + 2 }, (_, k) => ((chances[k - 1] ?? 0) + (chances[k] ?? 0)) / 2);
  }
  const poorer = chances.reduce((sum, p, k) => sum + (up ** k * down ** (years - k) < 1 - 1e-9 ? p : 0), 0);
  return { mean: ((up + down) / 2) ** years, median: (up * down) ** (years / 2), poorer };
}

// %% wrong prospectus: who holds 1 is called poorer if rounding says so -> who holds just 1
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!(Number.isInteger(years) && years >= 0 && years <= 1000)) throw new RangeError("years");
  const holds = (k: number) => up ** k * down ** (years - k);
  let chances = [1];
  for (let year = 0; year < years; year += 1) {
    chances = Array.from({ length: year + 2 }, (_, k) => ((chances[k - 1] ?? 0) + (chances[k] ?? 0)) / 2);
  }
  const poorer = chances.reduce((sum, p, k) => sum + (holds(k) <= 1 ? p : 0), 0);
  const middle = [Math.floor(years / 2), Math.ceil(years / 2)].map(holds);
  return { mean: ((up + down) / 2) ** years, median: mean(middle), poorer };
}

// %% wrong prospectus: binomial coefficients from factorials -> hundreds of years
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!(Number.isInteger(years) && years >= 0 && years <= 1000)) throw new RangeError("years");
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const holds = (k: number) => up ** k * down ** (years - k);
  let poorer = 0;
  for (let k = 0; k <= years; k += 1) {
    const chance = factorial(years) / factorial(k) / factorial(years - k) / 2 ** years;
    if (holds(k) < 1 - 1e-9) poorer += chance;
  }
  const middle = [Math.floor(years / 2), Math.ceil(years / 2)].map(holds);
  return { mean: ((up + down) / 2) ** years, median: mean(middle), poorer };
}

// %% wrong prospectus: every number of good years is taken for equally likely -> every fate listed
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!(Number.isInteger(years) && years >= 0 && years <= 1000)) throw new RangeError("years");
  const held = Array.from({ length: years + 1 }, (_, k) => up ** k * down ** (years - k));
  const poorer = held.filter((money) => money < 1 - 1e-9).length / held.length;
  return { mean: ((up + down) / 2) ** years, median: median(held), poorer };
}

// %% wrong prospectus: the median client gets the mean factor -> every fate listed
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!(Number.isInteger(years) && years >= 0 && years <= 1000)) throw new RangeError("years");
  const all = ((up + down) / 2) ** years;
  return { mean: all, median: all, poorer: years === 0 ? 0 : 0.5 };
}

// %% wrong prospectus: two thousand drawn clients -> hundreds of years
function prospectus(up: number, down: number, years: number): Prospectus {
  if (!(Number.isInteger(years) && years >= 0 && years <= 1000)) throw new RangeError("years");
  const stream = seeded(1);
  const held = Array.from({ length: 2000 }, () => {
    let money = 1;
    for (let year = 0; year < years; year += 1) money *= stream.next() < 0.5 ? up : down;
    return money;
  });
  return { mean: mean(held), median: median(held), poorer: held.filter((m) => m < 1 - 1e-9).length / 2000 };
}

// %% wrong prospectus: any number of years is taken -> years that are none
function prospectus(up: number, down: number, years: number): Prospectus {
  const holds = (k: number) => up ** k * down ** (years - k);
  let chances = [1];
  for (let year = 0; year < Math.min(years, 1000); year += 1) {
    chances = Array.from({ length: year + 2 }, (_, k) => ((chances[k - 1] ?? 0) + (chances[k] ?? 0)) / 2);
  }
  const poorer = chances.reduce((sum, p, k) => sum + (holds(k) < 1 - 1e-9 ? p : 0), 0);
  const middle = [Math.floor(years / 2), Math.ceil(years / 2)].map(holds);
  return { mean: ((up + down) / 2) ** years, median: mean(middle), poorer };
}

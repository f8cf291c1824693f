// Solutions, hidden tests and wrong answers of chapter 2. Each region runs as a cell after the chapter,
// so the chapter's names (check, c4, ends, lnGamma, mean, scheduledMoments, sumOfInverses, …) are at hand.

// %% solution the-other-column
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  const keptBySquares = ddof === 1 ? 1 : (1 - 1 / M) ** t; // E σ²
  const drift = ddof === 1 ? t / M : 1 - keptBySquares; // E μ²
  const width = (c4(M) * (ddof === 1 ? 1 : Math.sqrt((M - 1) / M))) ** t; // E σ
  return drift + keptBySquares - 2 * width + 1;
}

// %% hidden the-other-column: divided by M
const column = { tolerance: 1e-9, hint: "dividing by M changes the variance, the drift and the mean of σ" };
check("M = 100, t = 100", expectedW2(100, 100, 0), expectedWasserstein2(100, { size: 100, ddof: 0 }), column);
check("M = 30, t = 7", expectedW2(30, 7, 0), expectedWasserstein2(7, { size: 30, ddof: 0 }), column);
check("after very many generations it is 2, and no more", expectedW2(10, 100_000, 0), 2, column);

// %% hidden the-other-column: few numbers
// Two numbers, one generation: c₄(2) = √(2/π).
const root = Math.sqrt(2 / Math.PI);
const exactly = { tolerance: 1e-12, hint: "no step of the law is an approximation" };
check("M = 2, t = 1, divided by M − 1", expectedW2(2, 1, 1), 0.5 + 2 - 2 * root, exactly);
check("M = 2, t = 1, divided by M", expectedW2(2, 1, 0), 2 - 2 * Math.SQRT1_2 * root, exactly);
check("M = 10, t = 20, divided by M − 1", expectedW2(10, 20, 1), expectedWasserstein2(20, { size: 10, ddof: 1 }), {
  tolerance: 1e-9,
});

// %% hidden the-other-column: it says what chains do
const few = ends(5, 0, 6, 20_000, seeded(98));
const far = few.sd.map((sd, run) => few.mu[run]! ** 2 + (sd - 1) ** 2);
check("20 000 chains, M = 5, t = 6, divided by M", expectedW2(5, 6, 0), mean(far), {
  tolerance: 4 * standardError(far),
  hint: "all three parts differ between the divisors",
});

// %% hidden the-other-column: at the start
check("the world is at no distance from itself", [expectedW2(7, 0, 1), expectedW2(7, 0, 0)], [0, 0], exactly);
check("a million numbers, one generation", expectedW2(1e6, 1, 1), 1.5e-6, { tolerance: 1e-11 });

// %% wrong the-other-column: the leading term -> few numbers
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  return (1.5 * t) / M;
}

// %% wrong the-other-column: the divisor is ignored -> divided by M
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  return t / M + 2 - 2 * c4(M) ** t;
}

// %% wrong the-other-column: the drift of M − 1 in both columns -> divided by M
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  const kept = ddof === 1 ? 1 : (1 - 1 / M) ** t;
  const width = (c4(M) * (ddof === 1 ? 1 : Math.sqrt((M - 1) / M))) ** t;
  return t / M + kept - 2 * width + 1;
}

// %% wrong the-other-column: the factor of the variance used for the width -> divided by M
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  const factor = ddof === 1 ? 1 : (M - 1) / M;
  const drift = ddof === 1 ? t / M : 1 - factor ** t;
  return drift + factor ** t - 2 * (c4(M) * factor) ** t + 1;
}

// %% wrong the-other-column: the mean of a square taken for the square of a mean -> it says what chains do
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  const width = (c4(M) * (ddof === 1 ? 1 : Math.sqrt((M - 1) / M))) ** t;
  return (ddof === 1 ? t / M : 1 - (1 - 1 / M) ** t) + (width - 1) ** 2;
}

// %% wrong the-other-column: c₄ taken as 1 − 1/4M -> few numbers
function expectedW2(M: number, t: number, ddof: 0 | 1): number {
  const kept = ddof === 1 ? 1 : (1 - 1 / M) ** t;
  const drift = ddof === 1 ? t / M : 1 - kept;
  const width = ((1 - 1 / (4 * M)) * (ddof === 1 ? 1 : Math.sqrt((M - 1) / M))) ** t;
  return drift + kept - 2 * width + 1;
}

// %% solution ten-digits
// c₄(M) c₄(M + 1) = √(2/(M − 1)) √(2/M) Γ((M + 1)/2) / Γ((M − 1)/2) = √((M − 1)/M): no Γ is left.
function c4ByHand(M: number): number {
  if (!Number.isInteger(M) || M < 2) throw new RangeError(`Cannot compute c4: M must be a whole number ≥ 2, got ${M}`);
  let c = Math.sqrt(2 / Math.PI); // c₄(2)
  for (let m = 2; m < M; m += 1) c = Math.sqrt((m - 1) / m) / c;
  return c;
}

// %% hidden ten-digits: a million numbers
const tenDigits = { tolerance: 1e-10, hint: "a difference of two logarithms in the millions loses digits" };
for (const M of [999_999, 1_000_000, 314_159, 777_777]) check(`M = ${M}`, c4ByHand(M), c4(M), tenDigits);

// %% hidden ten-digits: few numbers
for (let M = 2; M <= 60; M += 1) check(`M = ${M}`, c4ByHand(M), c4(M), { tolerance: 1e-10 });

// %% hidden ten-digits: hundreds of numbers
for (const M of [171, 172, 343, 344, 345, 1000, 4321]) {
  check(`M = ${M}`, c4ByHand(M), c4(M), { tolerance: 1e-10, hint: "Γ itself is too large to be written down" });
}

// %% hidden ten-digits: sizes that cannot be
const refusal = (M: number): unknown => {
  try {
    return c4ByHand(M);
  } catch (error) {
    return (error as Error).name;
  }
};
for (const M of [1, 0, -3, 2.5, Number.NaN]) check(`M = ${M}`, refusal(M), "RangeError");

// %% wrong ten-digits: the difference of two log-gammas -> a million numbers; visible
function c4ByHand(M: number): number {
  if (!Number.isInteger(M) || M < 2) throw new RangeError("M must be a whole number, at least 2");
  return Math.sqrt(2 / (M - 1)) * Math.exp(lnGamma(M / 2) - lnGamma((M - 1) / 2));
}

// %% wrong ten-digits: the gamma function itself, by its recursion -> hundreds of numbers; visible
function c4ByHand(M: number): number {
  if (!Number.isInteger(M) || M < 2) throw new RangeError("M must be a whole number, at least 2");
  const gammaOf = (x: number): number => {
    let product = Number.isInteger(x) ? 1 : Math.sqrt(Math.PI);
    for (let y = Number.isInteger(x) ? 1 : 0.5; y < x; y += 1) product *= y;
    return product;
  };
  return (Math.sqrt(2 / (M - 1)) * gammaOf(M / 2)) / gammaOf((M - 1) / 2);
}

// %% wrong ten-digits: an expansion for large M -> few numbers
function c4ByHand(M: number): number {
  if (!Number.isInteger(M) || M < 2) throw new RangeError("M must be a whole number, at least 2");
  return 1 - 1 / (4 * M) - 7 / (32 * M ** 2) - 19 / (128 * M ** 3);
}

// %% wrong ten-digits: logarithms above a thousand, an expansion nowhere -> a million numbers; visible
function c4ByHand(M: number): number {
  if (!Number.isInteger(M) || M < 2) throw new RangeError("M must be a whole number, at least 2");
  if (M > 1000) return Math.exp(0.5 * Math.log(2 / (M - 1)) + lnGamma(M / 2) - lnGamma((M - 1) / 2));
  let c = Math.sqrt(2 / Math.PI);
  for (let m = 2; m < M; m += 1) c = Math.sqrt((m - 1) / m) / c;
  return c;
}

// %% wrong ten-digits: any M is accepted -> sizes that cannot be; visible
function c4ByHand(M: number): number {
  let c = Math.sqrt(2 / Math.PI);
  for (let m = 2; m < M; m += 1) c = Math.sqrt((m - 1) / m) / c;
  return c;
}

// %% solution spend-it-evenly
// One number moved from a larger to a smaller generation gains: 1/x is convex. So sizes differ by at most one.
function bestSizes(budget: number, generations: number): number[] {
  const share = Math.floor(budget / generations);
  if (share < 2) throw new RangeError(`Cannot spend: budget must be at least ${2 * generations}, got ${budget}`);
  const leftOver = budget - share * generations;
  return Array.from({ length: generations }, (_, i) => (i < leftOver ? share + 1 : share));
}

// %% hidden spend-it-evenly: the equal split wins
const equal = bestSizes(1000, 10);
check("ten generations share 1000", sumOfInverses(equal), 0.1, { tolerance: 1e-12 });
const risk = (sizes: number[]): number => scheduledMoments(sizes, { ddof: 1 }).wasserstein2;
const uneven = [Array.from({ length: 10 }, (_, i) => 55 + 10 * i), Array.from({ length: 10 }, (_, i) => 145 - 10 * i)];
for (const sizes of uneven) {
  check(`nearer the world than ${sizes.slice(0, 3).join(", ")} …, by exact law`, risk(equal) < risk(sizes), true, {
    hint: "does a number do more good in a large generation or in a small one?",
  });
}

// %% hidden spend-it-evenly: a remainder
/** The smallest sum of inverses, by trying every way to spend. */
const smallest = (budget: number, generations: number): number => {
  if (generations === 1) return 1 / budget;
  let best = Infinity;
  for (let first = 2; first <= budget - 2 * (generations - 1); first += 1) {
    best = Math.min(best, 1 / first + smallest(budget - first, generations - 1));
  }
  return best;
};
for (const [budget, generations] of [[10, 4], [11, 4], [23, 5], [8, 3], [8, 4]] as const) {
  const sizes = bestSizes(budget, generations);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  check(`at most ${budget} numbers are spent`, total <= budget, true, { hint: `it spends ${total}` });
  check(`${generations} generations share ${budget}`, sumOfInverses(sizes), smallest(budget, generations), {
    tolerance: 1e-12,
    hint: "sizes that differ by at most one",
  });
}

// %% hidden spend-it-evenly: whole numbers
for (const [budget, generations] of [[100, 7], [1e6, 999], [5, 2]] as const) {
  const sizes = bestSizes(budget, generations);
  check(`${generations} sizes`, sizes.length, generations);
  check("whole numbers, at least 2", sizes.every((size) => Number.isInteger(size) && size >= 2), true);
}

// %% hidden spend-it-evenly: too small a budget
const spent = (budget: number, generations: number): unknown => {
  try {
    return bestSizes(budget, generations);
  } catch (error) {
    return (error as Error).name;
  }
};
check("seven numbers for four generations", spent(7, 4), "RangeError");
check("nothing for one", spent(0, 1), "RangeError");
check("eight for four are just enough", spent(8, 4), [2, 2, 2, 2]);

// %% wrong spend-it-evenly: the remainder is thrown away -> a remainder; visible
function bestSizes(budget: number, generations: number): number[] {
  const share = Math.floor(budget / generations);
  if (share < 2) throw new RangeError("too small a budget");
  return new Array(generations).fill(share);
}

// %% wrong spend-it-evenly: the last generation gets the whole remainder -> a remainder
function bestSizes(budget: number, generations: number): number[] {
  const share = Math.floor(budget / generations);
  if (share < 2) throw new RangeError("too small a budget");
  const sizes = new Array(generations).fill(share);
  sizes[generations - 1] += budget - share * generations;
  return sizes;
}

// %% wrong spend-it-evenly: rounded up, and overspent -> a remainder; visible
function bestSizes(budget: number, generations: number): number[] {
  if (budget < 2 * generations) throw new RangeError("too small a budget");
  return new Array(generations).fill(Math.ceil(budget / generations));
}

// %% wrong spend-it-evenly: fractions of a number -> whole numbers
function bestSizes(budget: number, generations: number): number[] {
  if (budget < 2 * generations) throw new RangeError("too small a budget");
  return new Array(generations).fill(budget / generations);
}

// %% wrong spend-it-evenly: ever more, because drift adds up -> the equal split wins
function bestSizes(budget: number, generations: number): number[] {
  if (budget < 2 * generations) throw new RangeError("too small a budget");
  const weights = (generations * (generations + 1)) / 2;
  return Array.from({ length: generations }, (_, i) => Math.max(2, Math.floor((budget * (i + 1)) / weights)));
}

// %% wrong spend-it-evenly: any budget is accepted -> too small a budget; visible
function bestSizes(budget: number, generations: number): number[] {
  const share = Math.floor(budget / generations);
  const leftOver = budget - share * generations;
  return Array.from({ length: generations }, (_, i) => (i < leftOver ? share + 1 : share));
}

// %% solution a-schedule-that-lasts
// With M_i = c i² the sum of 1/M_i is at most π²/6c; a fifth more than the leading term asks for is room enough.
function lastingSizes(limit: number): (generation: number) => number {
  const c = (1.2 * 1.5 * Math.PI ** 2) / (6 * limit);
  return (generation) => Math.max(2, Math.ceil(c * generation ** 2));
}

// %% hidden a-schedule-that-lasts: a hundred thousand generations
for (const limit of [0.05, 0.2, 0.5, 1, 2]) {
  const sizes = valuesAt(lastingSizes(limit), Float64Array.from({ length: 100_000 }, (_, i) => i + 1));
  const reached = scheduledMoments(sizes, { ddof: 1 }).wasserstein2;
  check(`the distance stays below ${limit}`, reached < limit, true, {
    hint: `after 100 000 generations it is ${short(reached)}; does the limit set the scale of your sizes?`,
  });
}

// %% hidden a-schedule-that-lasts: for ever
// Where the sum converges, what the decades add must shrink; where sizes grow in proportion, each adds the same.
const lasting = lastingSizes(0.5);
const decade = (from: number): number => {
  const sizes = valuesAt(lasting, Float64Array.from({ length: 9 * from }, (_, i) => from + i));
  return sizes.reduce((sum, size) => sum + 1 / size, 0);
};
const [early, late] = [decade(100), decade(10_000)];
check("generations 10 000 to 100 000 add less than a hundred to a thousand", late < 0.9 * early, true, {
  hint: "sizes in proportion to the generation are not enough: 1 + 1/2 + 1/3 + … has no limit",
});

// %% hidden a-schedule-that-lasts: whole numbers
for (const limit of [0.05, 0.7, 2]) {
  const sizeIn = lastingSizes(limit);
  for (const generation of [1, 2, 3, 10, 1_000, 100_000]) {
    const size = sizeIn(generation);
    check(`limit ${limit}, generation ${generation}: a whole number`, Number.isSafeInteger(size) && size >= 2, true, {
      hint: `got ${size}`,
    });
  }
}

// %% hidden a-schedule-that-lasts: no waste
for (const limit of [0.05, 0.5, 2]) {
  const sizes = valuesAt(lastingSizes(limit), Float64Array.from({ length: 100_000 }, (_, i) => i + 1));
  const reached = scheduledMoments(sizes, { ddof: 1 }).wasserstein2;
  check(`a tenth of ${limit} is reached`, reached >= limit / 10, true, {
    hint: `after 100 000 generations it is ${short(reached)}: fewer numbers would do`,
  });
}

// %% wrong a-schedule-that-lasts: sizes in proportion to the generation -> for ever
function lastingSizes(limit: number): (generation: number) => number {
  const slope = Math.ceil(30 / limit);
  return (generation) => slope * generation;
}

// %% wrong a-schedule-that-lasts: a very large constant -> for ever
function lastingSizes(limit: number): (generation: number) => number {
  const size = Math.ceil(1e7 / limit);
  return () => size;
}

// %% wrong a-schedule-that-lasts: the limit plays no part -> a hundred thousand generations; visible
function lastingSizes(limit: number): (generation: number) => number {
  return (generation) => 10 * generation ** 2;
}

// %% wrong a-schedule-that-lasts: the first generation alone is counted -> a hundred thousand generations
function lastingSizes(limit: number): (generation: number) => number {
  const c = (1.2 * 1.5) / limit;
  return (generation) => Math.max(2, Math.ceil(c * generation ** 2));
}

// %% wrong a-schedule-that-lasts: doubled every time, beyond all numbers -> whole numbers
function lastingSizes(limit: number): (generation: number) => number {
  const first = Math.ceil(4 / limit);
  return (generation) => first * 2 ** generation;
}

// %% wrong a-schedule-that-lasts: the strictest limit, whatever was asked for -> no waste
function lastingSizes(_limit: number): (generation: number) => number {
  return (generation) => 60 * generation ** 2;
}

// %% wrong a-schedule-that-lasts: far more room than a leading term needs -> no waste
function lastingSizes(limit: number): (generation: number) => number {
  return (generation) => Math.ceil(1000 / limit) * generation ** 2;
}

// %% wrong a-schedule-that-lasts: fractions of a number -> whole numbers
function lastingSizes(limit: number): (generation: number) => number {
  const c = (1.2 * 1.5 * Math.PI ** 2) / (6 * limit);
  return (generation) => Math.max(2, c * generation ** 2);
}

// Solutions and hidden tests of chapter 3, run as cells after the chapter in its own session.

// %% solution what-is-missing
function whatIsMissing(counts: ArrayLike<number>): Missing {
  const there = Array.from(counts).filter((count) => count > 0);
  const total = there.reduce((sum, count) => sum + count, 0);
  const once = there.filter((count) => count === 1).length;
  const twice = there.filter((count) => count === 2).length;
  return {
    mass: once / total,
    classic: there.length + (once === 0 ? 0 : once ** 2 / (2 * twice)),
    corrected: there.length + (once * (once - 1)) / (2 * (twice + 1)),
  };
}

// %% hidden what-is-missing: nine species
check("nine species on 22 sightings", whatIsMissing([1, 1, 4, 2, 5, 2, 4, 1, 2]), {
  mass: 3 / 22, classic: 10.5, corrected: 9.75,
}, { tolerance: 1e-12, hint: "f₁ = 3, f₂ = 3, S = 9, N = 22" });

// %% hidden what-is-missing: lost words do not count
check("a count of 0 is a word that the text does not show", whatIsMissing([0, 3, 1, 0, 2, 1]), {
  mass: 2 / 7, classic: 6, corrected: 4.5,
}, { tolerance: 1e-12, hint: "S counts only words that are there" });

// %% hidden what-is-missing: nothing seen once
check("a text without rare words seems complete", whatIsMissing([3, 4, 4]), { mass: 0, classic: 3, corrected: 3 }, {
  hint: "0 / 0 is no number: what should the classic form be when f₁ = 0?",
});

// %% hidden what-is-missing: nothing seen twice
check("the classic form is infinite without words seen twice", whatIsMissing([1, 1, 1, 5]), {
  mass: 3 / 8, classic: Infinity, corrected: 7,
}, { tolerance: 1e-12 });

// %% hidden what-is-missing: the whole book
check("Moby-Dick, a typed array of counts", whatIsMissing(book.counts), {
  mass: 0.0354508, classic: 26958.547, corrected: 26953.7805,
}, { tolerance: 1e-3 });

// %% wrong what-is-missing: counts lost words as seen -> lost words do not count; visible
function whatIsMissing(counts: ArrayLike<number>): Missing {
  const all = Array.from(counts);
  const total = all.reduce((sum, count) => sum + count, 0);
  const once = all.filter((count) => count === 1).length;
  const twice = all.filter((count) => count === 2).length;
  return {
    mass: once / total,
    classic: all.length + (once === 0 ? 0 : once ** 2 / (2 * twice)),
    corrected: all.length + (once * (once - 1)) / (2 * (twice + 1)),
  };
}

// %% wrong what-is-missing: divides by different words instead of running words -> nine species
function whatIsMissing(counts: ArrayLike<number>): Missing {
  const there = Array.from(counts).filter((count) => count > 0);
  const once = there.filter((count) => count === 1).length;
  const twice = there.filter((count) => count === 2).length;
  return {
    mass: once / there.length,
    classic: there.length + (once === 0 ? 0 : once ** 2 / (2 * twice)),
    corrected: there.length + (once * (once - 1)) / (2 * (twice + 1)),
  };
}

// %% wrong what-is-missing: forgets that 0 / 0 is no number -> nothing seen once; visible
function whatIsMissing(counts: ArrayLike<number>): Missing {
  const there = Array.from(counts).filter((count) => count > 0);
  const total = there.reduce((sum, count) => sum + count, 0);
  const once = there.filter((count) => count === 1).length;
  const twice = there.filter((count) => count === 2).length;
  return {
    mass: once / total,
    classic: there.length + once ** 2 / (2 * twice),
    corrected: there.length + (once * (once - 1)) / (2 * (twice + 1)),
  };
}

// %% wrong what-is-missing: takes the corrected form when the classic one is infinite -> nothing seen twice; visible
function whatIsMissing(counts: ArrayLike<number>): Missing {
  const there = Array.from(counts).filter((count) => count > 0);
  const total = there.reduce((sum, count) => sum + count, 0);
  const once = there.filter((count) => count === 1).length;
  const twice = there.filter((count) => count === 2).length;
  const corrected = there.length + (once * (once - 1)) / (2 * (twice + 1));
  return { mass: once / total, classic: twice === 0 ? corrected : there.length + once ** 2 / (2 * twice), corrected };
}

// %% solution a-growing-text
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  let dead = 0;
  for (let copy = 0; copy < t; copy += 1) dead = Math.exp(growth * (dead - 1));
  return 1 - dead ** seen;
}

// %% hidden a-growing-text: a copy of half the length
check("one copy, half as long, of a word seen three times", aliveWithGrowth(3, 1, 0.5), 0.7768698398515702, {
  tolerance: 1e-12, hint: "three trees, each dead with probability e^(−1/2)",
});

// %% hidden a-growing-text: two copies, each twice as long
check("a word seen once, two copies with growth 2", aliveWithGrowth(1, 2, 2), 1 - Math.exp(2 * (Math.exp(-2) - 1)), {
  tolerance: 1e-9, hint: "the growth acts in every copy: q₁ = e^(−2), then q₂ = e^(2 (q₁ − 1))",
});

// %% hidden a-growing-text: before the first copy
check("no copy yet: every word of the text is there", aliveWithGrowth(2, 0, 3), 1);
check("a word that the text does not have stays away", aliveWithGrowth(0, 4, 3), 0);

// %% hidden a-growing-text: constant length
check("growth 1, seen twice, thirty copies", aliveWithGrowth(2, 30, 1), alive(2, 30), { tolerance: 1e-12 });

// %% hidden a-growing-text: a tree can live for ever
check("with growth 2 four words of five seen once never die", aliveWithGrowth(1, 200, 2), 0.7968121300200202, {
  tolerance: 1e-9, hint: "follow q until it stands still",
});
check("in a text that halves they all do", aliveWithGrowth(1, 200, 0.5), 0, { tolerance: 1e-9 });

// %% wrong a-growing-text: lets the growth act once, on the count -> two copies, each twice as long
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  return t === 0 ? Math.min(seen, 1) : 1 - extinct(t) ** (seen * growth);
}

// %% wrong a-growing-text: multiplies q by the growth, not the mean of the Poisson law -> a copy of half the length
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  let dead = 0;
  for (let copy = 0; copy < t; copy += 1) dead = Math.exp(growth * dead - 1);
  return 1 - dead ** seen;
}

// %% wrong a-growing-text: asks that all trees live instead of any -> a copy of half the length
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  let dead = 0;
  for (let copy = 0; copy < t; copy += 1) dead = Math.exp(growth * (dead - 1));
  return (1 - dead) ** seen;
}

// %% wrong a-growing-text: forgets that copies are copied: same chance in every generation -> constant length
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  return (1 - Math.exp(-growth * seen)) ** t;
}

// %% wrong a-growing-text: reckons with the mean number of copies -> a tree can live for ever
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  return t === 0 ? Math.min(seen, 1) : 1 - Math.exp(-seen * growth ** t);
}

// %% wrong a-growing-text: makes one copy too many -> before the first copy
function aliveWithGrowth(seen: number, t: number, growth: number): number {
  let dead = 0;
  for (let copy = 0; copy <= t; copy += 1) dead = Math.exp(growth * (dead - 1));
  return 1 - dead ** seen;
}

// %% solution where-is-the-cut
function findCut(shares: readonly number[], curve: readonly Point[]): number {
  const measured = curve.reduce((sum, { error }) => sum + error, 0);
  const predicted = (cut: number) => curve.reduce((sum, { read }) => sum + errorAfter(shares, cut, read), 0);
  let [low, high] = [1, shares.length]; // a later cut means less error: halve the interval
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (predicted(middle) > measured) low = middle;
    else high = middle;
  }
  return high;
}

// %% hidden where-is-the-cut: a curve that stops early
{
  const shares = Array.from(book.counts, (seen) => seen / tokens.length).sort((a, b) => b - a);
  const there = shares.slice(0, 3000).reduce((sum, p) => sum + p, 0);
  const errorOf = (read: number) => shares.reduce((sum, p, i) => sum + (i < 3000 ? p * (1 - p / there) ** read : p), 0);
  const curve = [1000, 3000, 10_000, 20_000].map((read) => ({ read, error: errorOf(read) }));
  check("3000 words, read for 20 000", findCut(shares, curve), 3000, {
    tolerance: 300, hint: "the last error is still above the floor",
  });
}

// %% hidden where-is-the-cut: another language
{
  const weights = Array.from({ length: 20_000 }, (_, i) => (i + 1) ** -1.5);
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => weight / sum);
  const there = shares.slice(0, 100).reduce((a, b) => a + b, 0);
  const errorOf = (read: number) => shares.reduce((e, p, i) => e + (i < 100 ? p * (1 - p / there) ** read : p), 0);
  const curve = [100, 1000, 10_000, 100_000].map((read) => ({ read, error: errorOf(read) }));
  check("100 words of 20 000, shares falling as rank to the power −1.5", findCut(shares, curve), 100, { tolerance: 10 });
}

// %% hidden where-is-the-cut: noisy readings
for (const cut of [500, 2000]) {
  const shares = Array.from(book.counts, (seen) => seen / tokens.length).sort((a, b) => b - a);
  const there = shares.slice(0, cut).reduce((sum, p) => sum + p, 0);
  const errorOf = (read: number) => shares.reduce((sum, p, i) => sum + (i < cut ? p * (1 - p / there) ** read : p), 0);
  const reads = [300, 3000, 10_000, 30_000];
  const curve = reads.map((read, i) => ({ read, error: errorOf(read) * (1 + 0.004 * [1, -1, 1, -1][i]!) }));
  check(cut + " words, readings off by 0.4 %", findCut(shares, curve), cut, {
    tolerance: cut / 10, hint: "use all readings, not one",
  });
}

// %% wrong where-is-the-cut: takes the last error for the floor -> a curve that stops early; visible
function findCut(shares: readonly number[], curve: readonly Point[]): number {
  let left = 1;
  for (let cut = 0; cut < shares.length; cut += 1) {
    if (left <= curve.at(-1).error) return cut;
    left -= shares[cut];
  }
  return shares.length;
}

// %% wrong where-is-the-cut: takes the error for the share of different words lost -> another language
function findCut(shares: readonly number[], curve: readonly Point[]): number {
  return Math.round((1 - curve.at(-1).error) * shares.length);
}

// %% wrong where-is-the-cut: trusts the first reading alone -> noisy readings
function findCut(shares: readonly number[], curve: readonly Point[]): number {
  const { read, error } = curve[0];
  let [low, high] = [1, shares.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (errorAfter(shares, middle, read) > error) low = middle;
    else high = middle;
  }
  return high;
}

// %% wrong where-is-the-cut: keeps the words that the reader could have met by then -> another language
function findCut(shares: readonly number[], curve: readonly Point[]): number {
  const longest = curve.at(-1).read;
  return shares.filter((p) => p * longest >= 1).length;
}

// %% solution growth-to-save
// All c trees die with probability q^c = 1 − chance, so ln q = log1p(−chance) / c. A lasting q is its own next value:
// q = e^(g(q − 1)), hence g = −ln q / (1 − q). At growth g below 1 the smallest such q is 1, and nothing is saved.
function growthToSave(seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) {
    throw new RangeError(`Cannot save a word: chance must be between 0 and 1, got ${chance}`);
  }
  const logQ = Math.log1p(-chance) / seen;
  return logQ / Math.expm1(logQ);
}

// %% hidden growth-to-save: the recursion ends there
/** Probability that a word lives for ever: the recursion of the second exercise, until it stands still. */
const livesForEver = (seen: number, growth: number): number => {
  let q = 0;
  for (let copy = 0; copy < 200_000; copy += 1) q = Math.exp(growth * (q - 1));
  return 1 - q ** seen;
};
for (const [seen, chance] of [[1, 0.1], [1, 0.5], [1, 0.99], [2, 0.5], [7, 0.3], [80, 0.9]] as const) {
  check(`seen ${seen} times, chance ${chance}`, livesForEver(seen, growthToSave(seen, chance)), chance, {
    tolerance: 1e-7,
    hint: "put your growth into the recursion, and copy a hundred thousand times",
  });
}

// %% hidden growth-to-save: trees that are drawn
// Words seen three times. One that reaches 200 occurrences counts as saved: it dies with a probability of 1e-26.
{
  const stream = seeded(303);
  const poisson = (mu: number): number => {
    let [k, product] = [0, stream.next()];
    while (product > Math.exp(-mu)) {
      product *= stream.next();
      k += 1;
    }
    return k;
  };
  const growth = growthToSave(3, 0.6);
  const usable = growth > 0.5 && growth < 20;
  const saved = Array.from({ length: 4000 }, () => {
    let there = 3;
    for (let copy = 0; usable && there > 0 && there < 200 && copy < 500; copy += 1) {
      let next = 0;
      for (let one = 0; one < there; one += 1) next += poisson(growth);
      there = next;
    }
    return there >= 200 ? 1 : 0;
  });
  check("of four thousand drawn words, 0.6 are saved", mean(saved), 0.6, {
    tolerance: 4 * Math.sqrt((0.6 * 0.4) / 4000),
    hint: "seen three times: three trees, and one that lives is enough",
  });
}

// %% hidden growth-to-save: chances near nothing
// g = x / (1 − e^−x) = 1 + x/2 + x²/12 …, with x = −ln(1 − chance) / seen.
for (const [seen, chance] of [[1, 1e-6], [1, 1e-12], [1, 1e-17], [1, 1e-300], [1_000_000, 1e-11]] as const) {
  const x = chance / seen;
  check(`seen ${seen} times, chance ${chance}`, growthToSave(seen, chance), 1 + x / 2, {
    tolerance: 1e-9,
    hint: "1 − chance, or its root, has been taken for 1",
  });
}

// %% hidden growth-to-save: chances near one
for (const [seen, chance] of [[1, 1 - 1e-9], [1_000_000, 0.999], [30, 0.999999]] as const) {
  const q = Math.exp(Math.log1p(-chance) / seen);
  check(`seen ${seen} times, chance ${chance}`, growthToSave(seen, chance), -Math.log(q) / -Math.expm1(Math.log(q)), {
    tolerance: 1e-9,
    hint: "a rare death of a word is a likely death of each tree",
  });
}

// %% hidden growth-to-save: chances that are none
for (const chance of [0, 1, -0.1, 1.5, NaN, Infinity]) {
  let seen = "no error";
  try {
    growthToSave(3, chance);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`a chance of ${chance}`, seen, "RangeError");
}

// %% wrong growth-to-save: each tree is given the chance of the word -> the recursion ends there
function growthToSave(_seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new RangeError("chance");
  return Math.log1p(-chance) / -chance;
}

// %% wrong growth-to-save: the chance is shared out among the trees -> trees that are drawn
function growthToSave(seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new RangeError("chance");
  return Math.log1p(-chance / seen) / (-chance / seen);
}

// %% wrong growth-to-save: the chance to die in place of the chance to live -> the recursion ends there
function growthToSave(seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new RangeError("chance");
  const q = chance ** (1 / seen);
  return -Math.log(q) / (1 - q);
}

// %% wrong growth-to-save: the right formula, with 1 − chance and 1 − q -> chances near nothing
function growthToSave(seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new RangeError("chance");
  const q = (1 - chance) ** (1 / seen);
  return -Math.log(q) / (1 - q);
}

// %% wrong growth-to-save: saved means alive after one copy -> trees that are drawn
function growthToSave(seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new RangeError("chance");
  return -Math.log1p(-chance) / seen;
}

// %% wrong growth-to-save: the first step from 1, good for small chances only -> chances near one
function growthToSave(seen: number, chance: number): number {
  if (!(chance > 0 && chance < 1)) throw new RangeError("chance");
  return 1 - Math.log1p(-chance) / seen / 2;
}

// %% wrong growth-to-save: a chance of one is given an infinite growth -> chances that are none
function growthToSave(seen: number, chance: number): number {
  const logQ = Math.log1p(-chance) / seen;
  return chance > 0 ? logQ / Math.expm1(logQ) : 1;
}

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

// %% wrong what-is-missing: counts lost words as seen -> lost words do not count
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

// %% wrong what-is-missing: forgets that 0 / 0 is no number -> nothing seen once
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

// %% wrong what-is-missing: takes the corrected form when the classic one is infinite -> nothing seen twice
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

// %% wrong where-is-the-cut: takes the last error for the floor -> a curve that stops early
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

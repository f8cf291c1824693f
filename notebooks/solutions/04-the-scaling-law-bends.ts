// Solutions and hidden tests of chapter 4, run as cells after the chapter in its own session.

// %% solution a-mixed-shelf
function errorOfMix(human: readonly number[], model: readonly number[], share: number, T: number): number {
  if (T === 0) return 1;
  let error = 0;
  for (const [i, p] of human.entries()) {
    const q = share * p + (1 - share) * model[i]!;
    error += p * Math.exp(T * Math.log1p(-q));
  }
  return error;
}

// %% hidden a-mixed-shelf: no human text
check("a pupil of the model, five words", errorOfMix(words, noSea, 0, 5), 0.5 / 243 + 0.25 * (32 / 243) + 0.25, {
  tolerance: 1e-12, hint: "with share 0 only the model's shares are read",
});

// %% hidden a-mixed-shelf: two words of a mix
check("three quarters human, two words", errorOfMix([0.7, 0.2, 0.1], [0.9, 0.1, 0], 0.75, 2), 0.2654375, {
  tolerance: 1e-12, hint: "first mix the shares, then raise to the power T",
});

// %% hidden a-mixed-shelf: nothing read yet
check("before the first word everything is unknown", errorOfMix(words, noSea, 0.3, 0), 1, { tolerance: 1e-12 });

// %% hidden a-mixed-shelf: very rare words
check("a word met once in 10¹⁷ words of the mix", errorOfMix([0.9, 1e-15, 0.1], [0.9, 0, 0.1], 0.01, 1e17) * 1e15, Math.exp(-1), {
  tolerance: 1e-6, hint: "1 − 1e-17 is 1: use Math.log1p",
});

// %% hidden a-mixed-shelf: a model with words of its own
check("a word that no human uses is read, not tested", errorOfMix([0.5, 0.5, 0], [0.5, 0.1, 0.4], 0.5, 3), 0.234, {
  tolerance: 1e-12, hint: "the test is human text alone",
});

// %% wrong a-mixed-shelf: averages two errors instead of mixing the texts -> two words of a mix
function errorOfMix(human: readonly number[], model: readonly number[], share: number, T: number): number {
  const error = (read: readonly number[]) =>
    human.reduce((sum, p, i) => sum + p * Math.exp(T === 0 ? 0 : T * Math.log1p(-read[i])), 0);
  return share * error(human) + (1 - share) * error(model);
}

// %% wrong a-mixed-shelf: tests on the mix instead of on human text -> a model with words of its own
function errorOfMix(human: readonly number[], model: readonly number[], share: number, T: number): number {
  const q = human.map((p, i) => share * p + (1 - share) * model[i]);
  return q.reduce((sum, share) => sum + share * Math.exp(T === 0 ? 0 : T * Math.log1p(-share)), 0);
}

// %% wrong a-mixed-shelf: raises 1 − q to the power T, which loses words below 1e-16 -> very rare words
function errorOfMix(human: readonly number[], model: readonly number[], share: number, T: number): number {
  return human.reduce((sum, p, i) => sum + p * (1 - share * p - (1 - share) * model[i]) ** T, 0);
}

// %% wrong a-mixed-shelf: reads the human words alone, αT of them -> no human text
function errorOfMix(human: readonly number[], model: readonly number[], share: number, T: number): number {
  return human.reduce((sum, p) => sum + p * Math.exp(share * T * Math.log1p(-p)), 0);
}

// %% wrong a-mixed-shelf: reads first αT human words, then the model's: not a draw from the mix -> two words of a mix
function errorOfMix(human: readonly number[], model: readonly number[], share: number, T: number): number {
  if (T === 0) return 1;
  const missed = (q: number, words: number) => (words === 0 ? 1 : Math.exp(words * Math.log1p(-q)));
  return human.reduce((sum, p, i) => sum + p * missed(p, share * T) * missed(model[i], (1 - share) * T), 0);
}

// %% solution off-the-floor
function escapeAt(cut: number, share: number): number {
  const goal = zipfTailMass({ exponent: 1.5, cut }) / 2;
  const error = (T: number) => zipfHutterError(T, { exponent: 1.5, cut, cleanShare: share });
  let [low, high] = [0, 1];
  while (error(high) > goal) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (error(middle) > goal) low = middle;
    else high = middle;
  }
  return high;
}

// %% hidden off-the-floor: a small model
check("a model of 10 words, one word in ten human", escapeAt(10, 0.1), 5062, {
  tolerance: 5, hint: "halve the interval until one number is left",
});

// %% hidden off-the-floor: a large model and little human text
check("a model of 10 000 words, one word in a thousand human", escapeAt(10_000, 0.001), 14_866_715_440, {
  tolerance: 1.4e7, hint: "start with an upper end that is large enough: double it until it is",
});

// %% hidden off-the-floor: nothing but human text
check("without model text too the error gets to half of that floor", escapeAt(100, 1), 14_993, { tolerance: 15 });

// %% hidden off-the-floor: a model of one word
check("a model that knows one word, half human", escapeAt(1, 0.5), 57, { tolerance: 0.5, hint: "the smallest whole number" });

// %% wrong off-the-floor: takes the rule of thumb for the answer -> a small model
function escapeAt(cut: number, share: number): number {
  return Math.ceil(escapeTokens({ exponent: 1.5, cut, cleanShare: share }));
}

// %% wrong off-the-floor: searches up to a million words only -> a large model and little human text
function escapeAt(cut: number, share: number): number {
  const goal = zipfTailMass({ exponent: 1.5, cut }) / 2;
  let [low, high] = [0, 1_000_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zipfHutterError(middle, { exponent: 1.5, cut, cleanShare: share }) > goal) low = middle;
    else high = middle;
  }
  return high;
}

// %% wrong off-the-floor: stops at the first power of two -> a large model and little human text
function escapeAt(cut: number, share: number): number {
  const goal = zipfTailMass({ exponent: 1.5, cut }) / 2;
  let T = 1;
  while (zipfHutterError(T, { exponent: 1.5, cut, cleanShare: share }) > goal) T *= 2;
  return T;
}

// %% wrong off-the-floor: counts the human words, not all that are read -> a small model
function escapeAt(cut: number, share: number): number {
  const goal = zipfTailMass({ exponent: 1.5, cut }) / 2;
  const error = (T: number) => zipfHutterError(T, { exponent: 1.5, cut, cleanShare: share });
  let [low, high] = [0, 1];
  while (error(high) > goal) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (error(middle) > goal) low = middle;
    else high = middle;
  }
  return Math.round(high * share);
}

// %% solution how-wrong
function fitShift(curve: readonly Reading[]): number {
  // Divided by its error, every reading says 1 = a · u + c² · v with the same certainty.
  let [uu, uv, vv, u1, v1] = [0, 0, 0, 0, 0];
  for (const { n, p, error } of curve) {
    const [u, v] = [1 / (n * error), p ** 2 / error];
    uu += u * u;
    uv += u * v;
    vv += v * v;
    u1 += u;
    v1 += v;
  }
  return (uu * v1 - uv * u1) / (uu * vv - uv * uv);
}

// %% hidden how-wrong: the curve stops early
{
  const curve = [100, 200, 400, 800].map((n) => ({ n, p: 0.05, error: 2 / n + 0.05 ** 2 * 3 }));
  check("a = 2, c² = 3, up to 800 rows", fitShift(curve), 3, {
    tolerance: 0.3, hint: "the last error still has a / n in it",
  });
}

// %% hidden how-wrong: noisy readings
for (const sign of [1, -1]) {
  const off = [3, -2, -3, 2, 1, -1, 2, -2].map((percent) => 1 + (sign * percent) / 100);
  const curve = off.map((factor, i) => ({ n: 50 * 4 ** i, p: 0.02, error: factor * (5 / (50 * 4 ** i) + 0.02 ** 2 * 0.8) }));
  check("readings off by up to three per cent", fitShift(curve), 0.8, {
    tolerance: 0.08, hint: "three per cent of the largest error are many times the floor",
  });
}

// %% hidden how-wrong: several shares
{
  const curve = [0.05, 0.1, 0.2, 0.4].flatMap((p) =>
    [200, 2000, 20_000].map((n) => ({ n, p, error: 4 / n + p ** 2 * 0.25 })));
  check("one c² for four shares", fitShift(curve), 0.25, { tolerance: 0.025, hint: "the square of p, not p" });
}

// %% hidden how-wrong: an innocent model
{
  const curve = [100, 1000, 10_000].map((n) => ({ n, p: 0.3, error: 1 / n }));
  check("a model that is right leaves no floor", fitShift(curve), 0, { tolerance: 1e-6 });
}

// %% wrong how-wrong: takes the last error for the floor -> the curve stops early
function fitShift(curve: readonly Reading[]): number {
  const { p, error } = curve.at(-1);
  return error / p ** 2;
}

// %% wrong how-wrong: least squares without weights, which hears only the largest errors -> noisy readings
function fitShift(curve: readonly Reading[]): number {
  const rows = curve.map(({ n, p, error }) => [1 / n, p ** 2, error]);
  return linearRegression({ design: [[1, 1]], intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights[1];
}

// %% wrong how-wrong: forgets to square the share -> several shares
function fitShift(curve: readonly Reading[]): number {
  const rows = curve.map(({ n, p, error }) => [1 / (n * error), p / error, 1]);
  return linearRegression({ design: [[1, 1]], intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights[1];
}

// %% wrong how-wrong: takes the first reading for noise alone, and subtracts it -> the curve stops early
function fitShift(curve: readonly Reading[]): number {
  const a = curve[0].n * curve[0].error;
  const { n, p, error } = curve.at(-1);
  return (error - a / n) / p ** 2;
}

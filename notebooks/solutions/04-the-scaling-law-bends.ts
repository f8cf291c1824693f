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

// %% wrong a-mixed-shelf: raises 1 − q to the power T, which loses words below 1e-16 -> very rare words; visible
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

// %% wrong off-the-floor: searches up to a million words only -> a large model and little human text; visible
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
  for (const { n, share, error } of curve) {
    const [u, v] = [1 / (n * error), share ** 2 / error];
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
  const curve = [100, 200, 400, 800].map((n) => ({ n, share: 0.05, error: 2 / n + 0.05 ** 2 * 3 }));
  check("a = 2, c² = 3, up to 800 rows", fitShift(curve), 3, {
    tolerance: 0.3, hint: "the last error still has a / n in it",
  });
}

// %% hidden how-wrong: noisy readings
for (const sign of [1, -1]) {
  const off = [3, -2, -3, 2, 1, -1, 2, -2].map((percent) => 1 + (sign * percent) / 100);
  const curve = off.map((factor, i) => ({ n: 50 * 4 ** i, share: 0.02, error: factor * (5 / (50 * 4 ** i) + 0.02 ** 2 * 0.8) }));
  check("readings off by up to three percent", fitShift(curve), 0.8, {
    tolerance: 0.08, hint: "three percent of the largest error are many times the floor",
  });
}

// %% hidden how-wrong: several shares
{
  const curve = [0.05, 0.1, 0.2, 0.4].flatMap((share) =>
    [200, 2000, 20_000].map((n) => ({ n, share, error: 4 / n + share ** 2 * 0.25 })));
  check("one c² for four shares", fitShift(curve), 0.25, { tolerance: 0.025, hint: "the square of the share, not the share" });
}

// %% hidden how-wrong: an innocent model
{
  const curve = [100, 1000, 10_000].map((n) => ({ n, share: 0.3, error: 1 / n }));
  check("a model that is right leaves no floor", fitShift(curve), 0, { tolerance: 1e-6 });
}

// %% wrong how-wrong: takes the last error for the floor -> the curve stops early; visible
function fitShift(curve: readonly Reading[]): number {
  const { share, error } = curve.at(-1);
  return error / share ** 2;
}

// %% wrong how-wrong: least squares without weights, which hears only the largest errors -> noisy readings
function fitShift(curve: readonly Reading[]): number {
  const rows = curve.map(({ n, share, error }) => [1 / n, share ** 2, error]);
  return linearRegression({ design: [[1, 1]], intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights[1];
}

// %% wrong how-wrong: forgets to square the share -> several shares
function fitShift(curve: readonly Reading[]): number {
  const rows = curve.map(({ n, share, error }) => [1 / (n * error), share / error, 1]);
  return linearRegression({ design: [[1, 1]], intercept: false, noiseVariance: 1 }).fit(rows).parameters.weights[1];
}

// %% wrong how-wrong: takes the first reading for noise alone, and subtracts it -> the curve stops early
function fitShift(curve: readonly Reading[]): number {
  const a = curve[0].n * curve[0].error;
  const { n, share, error } = curve.at(-1);
  return (error - a / n) / share ** 2;
}

// %% solution slow-learner
// Not known: met 0, 1, … meetings − 1 times. Each of these chances is the last one times (T − j)/(j + 1) · q/(1 − q).
function errorByMeetings(
  human: readonly number[], text: readonly number[], T: number, meetings: number,
): number {
  if (!Number.isSafeInteger(T) || T < 0) {
    throw new RangeError(`Cannot read: T must be a whole number from 0 on and below 2^53, got ${T}`);
  }
  if (!Number.isInteger(meetings) || meetings < 1 || meetings > 10) {
    throw new RangeError(`Cannot read: meetings must be a whole number from 1 to 10, got ${meetings}`);
  }
  const unknown = (q: number): number => {
    if (q === 1) return T < meetings ? 1 : 0;
    let chance = Math.exp(T * Math.log1p(-q));
    let sum = chance;
    for (let j = 0; j + 1 < meetings; j += 1) {
      chance *= ((T - j) / (j + 1)) * (q / (1 - q));
      if (j + 1 > T) break;
      sum += chance;
    }
    return sum;
  };
  return human.reduce((error, share, i) => error + share * unknown(text[i]!), 0);
}

// %% hidden slow-learner: every reading listed
/** The error, by listing all readings of T words, each with its probability. */
const errorByListing = (tested: number[], read: number[], T: number, meetings: number): number => {
  let error = 0;
  for (let code = 0; code < read.length ** T; code += 1) {
    const met = read.map(() => 0);
    let chance = 1;
    for (let place = 0, left = code; place < T; place += 1, left = Math.floor(left / read.length)) {
      met[left % read.length]! += 1;
      chance *= read[left % read.length]!;
    }
    error += chance * tested.reduce((sum, share, i) => (met[i]! < meetings ? sum + share : sum), 0);
  }
  return error;
};
const trio = [0.6, 0.3, 0.1];
for (const read of [words, noSea, trio]) {
  for (const T of [0, 1, 2, 3, 5, 8]) {
    for (const meetings of [1, 2, 3, 5]) {
      check(`T = ${T}, ${meetings} meetings`, errorByMeetings(words, read, T, meetings), errorByListing(words, read, T, meetings), {
        tolerance: 1e-9,
        hint: "unknown is what was met less often than that, 0 times included",
      });
    }
  }
}

// %% hidden slow-learner: shares of nothing and of all
for (const [T, meetings, wanted] of [[0, 1, 1], [1, 1, 0], [9, 10, 1], [10, 10, 0], [1e6, 3, 0]] as const) {
  check(`one word alone, T = ${T}, ${meetings} meetings`, errorByMeetings([1], [1], T, meetings), wanted, {
    tolerance: 1e-9,
    hint: "with a share of 1 it is met T times",
  });
}
check("what is not in the text is never known", errorByMeetings(words, noSea, 1e6, 4), 1 / 4, { tolerance: 1e-9 });

// %% hidden slow-learner: rare words and long texts
// Where q is tiny and x = T q, the number of meetings is a Poisson variable: e^−x (1 + x + x²/2 + …).
for (const [q, T, meetings] of [[1e-15, 3e15, 3], [2e-14, 1e14, 5], [1e-18, 1e15, 2], [1e-12, 5e12, 10]] as const) {
  const x = q * T;
  let [term, wanted] = [Math.exp(-x), 0];
  for (let j = 0; j < meetings; j += 1) {
    wanted += term;
    term *= x / (j + 1);
  }
  check(`a share of ${q} in ${T} words, ${meetings} meetings`, errorByMeetings([1], [q], T, meetings), wanted, {
    tolerance: 1e-9,
    hint: "1 − q has lost the share; factorials of T are no way",
  });
}

// %% hidden slow-learner: frequent words in long texts
check("a word with half of all words", errorByMeetings([0.5, 0.5], [0.5, 0.5], 1e9, 10), 0, {
  tolerance: 1e-9,
  hint: "NaN is 0 · ∞: what is too small to be written down is 0",
});
check("a few thousand words", errorByMeetings([1], [0.001], 5000, 10), 0.9682, {
  tolerance: 0.0005, // Poisson with mean 5: at most nine times with probability 0.9682
  hint: "it is met about five times",
});

// %% hidden slow-learner: readers that read
{
  const stream = seeded(404);
  const hundred = zipfProbabilities({ exponent: 1.5, types: 100 });
  const draw = zipf({ exponent: 1.5, types: 100 });
  const errors = Array.from({ length: 2000 }, () => {
    const met = new Uint16Array(100);
    for (let read = 0; read < 200; read += 1) met[draw(stream)]! += 1;
    return met.reduce((sum, times, i) => (times < 3 ? sum + hundred[i]! : sum), 0);
  });
  const list = Array.from(hundred);
  check("two thousand readers of 200 words, three meetings", errorByMeetings(list, list, 200, 3), mean(errors), {
    tolerance: 4 * standardError(errors),
    hint: "let a reader draw 200 words, and count",
  });
}

// %% hidden slow-learner: the height of the line
// For long texts the line of m meetings is higher by the factor (1 + a)(1 + a/2) … (1 + a/(m − 1)), a = 1 − 1/β.
{
  const list = Array.from(zipfProbabilities({ exponent: 2, types: 200_000 }));
  for (const [meetings, factor] of [[2, 1.5], [3, 1.5 * 1.25]] as const) {
    const higher = errorByMeetings(list, list, 1e6, meetings) / errorByMeetings(list, list, 1e6, 1);
    check(`${meetings} meetings, β = 2: the line is higher by a constant`, higher, factor, { tolerance: 0.01 });
  }
}

// %% hidden slow-learner: readings that cannot be
for (const [T, meetings] of [[-1, 2], [1.5, 2], [NaN, 2], [2 ** 53, 2], [10, 0], [10, 11], [10, 2.5], [10, NaN]] as const) {
  let seen = "no error";
  try {
    errorByMeetings([1], [0.5], T, meetings);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`T = ${T}, ${meetings} meetings`, seen, "RangeError");
}

// %% wrong slow-learner: known only after one meeting too many -> every reading listed
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  return human.reduce((error, share, i) => {
    const q = text[i]!;
    let chance = Math.exp(T * Math.log1p(-q));
    let sum = 0;
    for (let j = 0; j <= Math.min(meetings, T); j += 1) {
      sum += chance;
      chance *= ((T - j) / (j + 1)) * (q / (1 - q));
    }
    return error + share * sum;
  }, 0);
}

// %% wrong slow-learner: a text as long is read in pieces, one meeting in each -> every reading listed
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  return human.reduce((error, share, i) =>
    error + share * (1 - (1 - Math.exp((T / meetings) * Math.log1p(-text[i]!))) ** meetings), 0);
}

// %% wrong slow-learner: met exactly so often less one, not at most -> readers that read
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  return human.reduce((error, share, i) => {
    const q = text[i]!;
    let chance = Math.exp(T * Math.log1p(-q));
    for (let j = 0; j + 1 < meetings; j += 1) chance *= ((T - j) / (j + 1)) * (q / (1 - q));
    return error + share * chance;
  }, 0);
}

// %% wrong slow-learner: the test is the model's text -> shares of nothing and of all
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  return text.reduce((error, q) => {
    if (q === 1) return T < meetings ? 1 : 0;
    let chance = Math.exp(T * Math.log1p(-q));
    let sum = 0;
    for (let j = 0; j < meetings && j <= T; j += 1) {
      sum += chance;
      chance *= ((T - j) / (j + 1)) * (q / (1 - q));
    }
    return error + q * sum;
  }, 0);
}

// %% wrong slow-learner: a share of 1 divides by zero -> shares of nothing and of all
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  return human.reduce((error, share, i) => {
    const q = text[i]!;
    let chance = Math.exp(T * Math.log1p(-q));
    let sum = 0;
    for (let j = 0; j < meetings && j <= T; j += 1) {
      sum += chance;
      chance *= ((T - j) / (j + 1)) * (q / (1 - q));
    }
    return error + share * sum;
  }, 0);
}

// %% wrong slow-learner: plain powers of 1 − q -> rare words and long texts
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  return human.reduce((error, share, i) => {
    const q = text[i]!;
    let [ways, sum] = [1, 0];
    for (let j = 0; j < meetings && j <= T; j += 1) {
      sum += ways * q ** j * (1 - q) ** (T - j);
      ways *= (T - j) / (j + 1);
    }
    return error + share * sum;
  }, 0);
}

// %% wrong slow-learner: binomial coefficients from factorials -> frequent words in long texts
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  if (!(Number.isSafeInteger(T) && T >= 0 && Number.isInteger(meetings) && meetings >= 1 && meetings <= 10)) throw new RangeError("no");
  const factorial = (n: number): number => {
    let product = 1;
    for (let k = 2; k <= n && product < Infinity; k += 1) product *= k;
    return product;
  };
  return human.reduce((error, share, i) => {
    let sum = 0;
    for (let j = 0; j < meetings && j <= T; j += 1) {
      const ways = factorial(T) / factorial(j) / factorial(T - j);
      sum += ways * text[i]! ** j * (1 - text[i]!) ** (T - j);
    }
    return error + share * sum;
  }, 0);
}

// %% wrong slow-learner: any reading is taken -> readings that cannot be
function errorByMeetings(human: readonly number[], text: readonly number[], T: number, meetings: number): number {
  return human.reduce((error, share, i) => {
    const q = text[i]!;
    let chance = Math.exp(T * Math.log1p(-q));
    let sum = 0;
    for (let j = 0; j < meetings && j <= T; j += 1) {
      sum += chance;
      chance *= ((T - j) / (j + 1)) * (q / (1 - q));
    }
    return error + share * sum;
  }, 0);
}

// Solutions and hidden tests of chapter 5, run as cells after the chapter in its own session.

// %% solution bad-year
function badYear(sizes: ArrayLike<number>): Effect {
  const all = Array.from(sizes);
  if (all.length === 0) throw new RangeError("Cannot average sizes: sizes must hold at least 1 value, got 0");
  const left = all.reduce((product, size) => product * (1 - 1 / size), 1);
  const losses = all.reduce((sum, size) => sum + 1 / size, 0);
  return { left: left, effective: all.length / losses };
}

// %% hidden bad-year: one bad year in five
check("four generations of 1000 words and one of 10", badYear([1000, 1000, 10, 1000, 1000]), {
  left: 0.999 ** 4 * 0.9, effective: 5 / 0.104,
}, { tolerance: 1e-9, hint: "the four good years cannot undo the bad one: N_e is 48, far from the mean of 802" });

// %% hidden bad-year: typed arrays, in any order
const rising = badYear(Uint32Array.of(5, 10, 20));
check("5, 10 and 20 words, in a typed array", rising, { left: 0.684, effective: 3 / 0.35 }, { tolerance: 1e-12 });
check("the order of the years does not matter", badYear([20, 5, 10]), rising, { tolerance: 1e-12 });

// %% hidden bad-year: a text of one word
check("one word has no variety, whatever comes before and after", badYear([1000, 1, 1000]), {
  left: 0, effective: 3 / 1.002,
}, { tolerance: 1e-9, hint: "1 − 1/1 is 0" });

// %% hidden bad-year: no generation
{
  let outcome = "no error";
  try {
    badYear([]);
  } catch (error) {
    outcome = (error as Error).name;
  }
  check("without a generation there is no mean", outcome, "RangeError");
}

// %% hidden bad-year: a long history
{
  const long = badYear(new Float64Array(100_000).fill(1_000_000));
  check("100 000 generations of a million words keep e^(−0.1)", long.left, 0.9048373728, { tolerance: 1e-9 });
  check("and a constant size is its own mean", long.effective, 1_000_000, { tolerance: 1e-3 });
}

// %% wrong bad-year: takes the ordinary mean -> one bad year in five
function badYear(sizes: ArrayLike<number>): Effect {
  const all = Array.from(sizes);
  if (all.length === 0) throw new RangeError("no sizes");
  return { left: all.reduce((product, size) => product * (1 - 1 / size), 1), effective: mean(all) };
}

// %% wrong bad-year: takes the geometric mean -> one bad year in five
function badYear(sizes: ArrayLike<number>): Effect {
  const all = Array.from(sizes);
  if (all.length === 0) throw new RangeError("no sizes");
  const left = all.reduce((product, size) => product * (1 - 1 / size), 1);
  return { left, effective: all.reduce((product, size) => product * size, 1) ** (1 / all.length) };
}

// %% wrong bad-year: reckons what is left from the approximation -> one bad year in five
function badYear(sizes: ArrayLike<number>): Effect {
  const all = Array.from(sizes);
  if (all.length === 0) throw new RangeError("no sizes");
  const effective = all.length / all.reduce((sum, size) => sum + 1 / size, 0);
  return { left: (1 - 1 / effective) ** all.length, effective };
}

// %% wrong bad-year: only the worst year counts -> typed arrays, in any order
function badYear(sizes: ArrayLike<number>): Effect {
  const all = Array.from(sizes);
  if (all.length === 0) throw new RangeError("no sizes");
  return { left: 1 - 1 / Math.min(...all), effective: Math.min(...all) };
}

// %% wrong bad-year: gives NaN for no generation -> no generation; visible
function badYear(sizes: ArrayLike<number>): Effect {
  const all = Array.from(sizes);
  const left = all.reduce((product, size) => product * (1 - 1 / size), 1);
  return { left, effective: all.length / all.reduce((sum, size) => sum + 1 / size, 0) };
}

// %% solution draw-a-text
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  const all = Array.from(weights);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const counts = all.map(() => 0);
  for (let word = 0; word < words; word += 1) {
    let left = rng.next() * total; // walk along the weights until the dart's place
    let place = all.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    if (place < 0) place = all.findLastIndex((weight) => weight > 0); // only rounding leads here
    counts[place]! += 1;
  }
  return counts;
}

// %% hidden draw-a-text: every possible text
import { valuesAt } from "generation-loss";

// Against the multinomial law: words! / Π k_i! · Π p_i^k_i for each of the possible counts.
const chiSquareOf = (weights: readonly number[], words: number, texts: number, stream: Rng): number => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const possible = (left: number, from: number): number[][] =>
    from === weights.length - 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, k) => possible(left - k, from + 1).map((rest) => [k, ...rest])).flat();
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const chance = (counts: readonly number[]): number =>
    counts.reduce((p, k, i) => (p * (weights[i]! / total) ** k) / factorial(k), factorial(words));
  const seen = new Map(possible(words, 0).map((counts) => [counts.join(), { expected: texts * chance(counts), found: 0 }]));
  for (const counts of valuesAt(drawCounts, Array.from({ length: texts }, () => weights), words, stream)) {
    const cell = seen.get(Array.from(counts).join());
    if (!cell || cell.expected === 0) return Infinity; // a text that cannot be
    cell.found += 1;
  }
  const cells = [...seen.values()].filter(({ expected }) => expected > 0);
  return cells.reduce((sum, { expected, found }) => sum + (found - expected) ** 2 / expected, 0);
};
// A right sampler passes each limit for all but one seed in a million.
check("texts of 3 words with weights 1, 2 and 5: chi-square (9 degrees of freedom) is below 44.8",
  chiSquareOf([1, 2, 5], 3, 20_000, seeded(51)) < 44.8, true,
  { hint: "draw words one by one, each with the same probabilities, whatever was drawn before" });
check("texts of 4 words, 3 equal weights: chi-square (14 degrees of freedom) is below 54.6",
  chiSquareOf([7, 7, 7], 4, 20_000, seeded(52)) < 54.6, true,
  { hint: "counts vary, and together: one more of this word is one less of the others" });

// %% hidden draw-a-text: weights are no counts
check("weights below 1, some of them 0: chi-square (5 degrees of freedom) is below 35.9",
  chiSquareOf([0, 0.125, 0, 0.25, 0.25, 0], 2, 20_000, seeded(53)) < 35.9, true,
  { hint: "divide by the sum of the weights" });

// %% hidden draw-a-text: the last word of three
check("only the last word has a weight", Array.from(drawCounts([0, 0, 3], 5, seeded(1))), [0, 0, 5]);
check("only the first word has a weight", Array.from(drawCounts([0.1, 0, 0], 4, seeded(1))), [4, 0, 0]);

// %% hidden draw-a-text: an empty text
check("a text of no words", Array.from(drawCounts([1, 2], 0, seeded(1))), [0, 0]);

// %% hidden draw-a-text: the stream decides
{
  const draw = (seed: number) => Array.from(drawCounts([1, 1, 1, 1], 1000, seeded(seed))).join();
  check("the same stream gives the same text", draw(4), draw(4), { hint: "all chance comes from rng.next()" });
  const others = new Set([1, 2, 3, 4, 5, 6].map(draw));
  check("six streams do not all give one text", others.size > 1, true, { hint: "all chance comes from rng.next()" });
  const weights = Float64Array.of(3, 1, 2);
  drawCounts(weights, 4, seeded(1));
  check("the caller's weights stay as they were", weights, [3, 1, 2]);
}

// %% wrong draw-a-text: gives the expected counts, without chance -> every possible text
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  const all = Array.from(weights);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const counts = all.map((weight) => Math.floor((words * weight) / total));
  const rest = words - counts.reduce((sum, count) => sum + count, 0);
  counts[all.indexOf(Math.max(...all))]! += rest;
  return counts;
}

// %% wrong draw-a-text: draws every count by itself, so that they do not add up -> every possible text
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  return Array.from(weights, (weight) => {
    let count = 0;
    for (let word = 0; word < words; word += 1) if (rng.next() < weight / total) count += 1;
    return count;
  });
}

// %% wrong draw-a-text: one count after another, but not out of the weight that is left -> every possible text
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  const all = Array.from(weights);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const last = all.findLastIndex((weight) => weight > 0);
  let left = words;
  return all.map((weight, i) => {
    let count = i === last ? left : 0;
    for (let word = 0; word < left && i !== last; word += 1) if (rng.next() < weight / total) count += 1;
    left -= count;
    return count;
  });
}

// %% wrong draw-a-text: does not put the word back -> every possible text
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  let hat = Array.from(weights);
  const counts = hat.map(() => 0);
  for (let word = 0; word < words; word += 1) {
    if (hat.every((weight) => weight < 1)) hat = Array.from(weights);
    let left = rng.next() * hat.reduce((sum, weight) => sum + weight, 0);
    const place = hat.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    counts[place]! += 1;
    hat[place]! -= 1;
  }
  return counts;
}

// %% wrong draw-a-text: takes the weights for probabilities -> weights are no counts
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  const all = Array.from(weights);
  const most = all.reduce((sum, weight) => sum + weight, 0);
  const total = most > 1 ? most : 1; // "they add up to 1 anyway"
  const counts = all.map(() => 0);
  for (let word = 0; word < words; word += 1) {
    let left = rng.next() * total;
    const place = all.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    counts[place < 0 ? all.length - 1 : place]! += 1;
  }
  return counts;
}

// %% wrong draw-a-text: has a stream of its own -> the stream decides
function drawCounts(weights: ArrayLike<number>, words: number, rng: Rng): number[] {
  const own = seeded(1);
  const all = Array.from(weights);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const counts = all.map(() => 0);
  for (let word = 0; word < words; word += 1) {
    let left = own.next() * total;
    counts[all.findIndex((weight) => {
      left -= weight;
      return left < 0;
    })]! += 1;
  }
  return counts;
}

// %% solution winners-time
// Term by term p T(p) = −2N (1 − p) ln(1 − p). And the chance that a winner has not won by t is 1 − W_t / p.
function winnersTime(copies: number, size: number): Victory {
  if (!(copies >= 1)) throw new RangeError(`Cannot time a victory: copies must be at least 1, got ${copies}`);
  if (copies === size) return { formula: 0, exact: 0 };
  const p = copies / size;
  const waiting = fates(copies, size, 40 * size).map((chances) => 1 - chances[size]! / p);
  return {
    formula: (-2 * size * (1 - p) * Math.log(1 - p)) / p,
    exact: waiting.reduce((sum, chance) => sum + chance, 0),
  };
}

// %% hidden winners-time: one of ten
check("a word with one of ten places", winnersTime(1, 10), {
  formula: 18.964892818408735, exact: 17.495620225969102,
}, { tolerance: 1e-6, hint: "it wins one history in ten: leave the other nine out" });

// %% hidden winners-time: nearly all of ten
check("a word with nine of ten places", winnersTime(9, 10), {
  formula: 5.116855762208989, exact: 4.448571627073399,
}, { tolerance: 1e-6, hint: "T(p) with p = 0.9: the word that wins, not the one that is lost" });

// %% hidden winners-time: five of fifty
check("a word with five of fifty places", winnersTime(5, 50), {
  formula: 94.82446409204367, exact: 92.83078490388256,
}, { tolerance: 1e-6, hint: "add up until nearly every winner has won" });

// %% hidden winners-time: won already
check("a word with all places has won", winnersTime(7, 7), { formula: 0, exact: 0 }, {
  tolerance: 1e-9, hint: "0 · ln 0 is no number: say what it should be",
});

// %% hidden winners-time: never there
{
  let outcome = "no error";
  try {
    winnersTime(0, 20);
  } catch (error) {
    outcome = (error as Error).name;
  }
  check("a word that is not there never wins", outcome, "RangeError");
}

// %% wrong winners-time: the mean over all histories, won or lost -> one of ten
function winnersTime(copies: number, size: number): Victory {
  if (copies < 1) throw new RangeError("never");
  if (copies === size) return { formula: 0, exact: 0 };
  return { formula: timeToMonomorphism([copies / size, 1 - copies / size], { size }), exact: exactTime(copies, size) };
}

// %% wrong winners-time: times the defeat, not the victory -> one of ten
function winnersTime(copies: number, size: number): Victory {
  if (copies < 1) throw new RangeError("never");
  if (copies === size) return { formula: 0, exact: 0 };
  const q = 1 - copies / size;
  const waiting = fates(copies, size, 40 * size).map((chances) => 1 - chances[0]! / q);
  return {
    formula: (-2 * size * (1 - q) * Math.log(1 - q)) / q,
    exact: waiting.reduce((sum, chance) => sum + chance, 0),
  };
}

// %% wrong winners-time: forgets to divide by the chance to win -> nearly all of ten
function winnersTime(copies: number, size: number): Victory {
  if (copies < 1) throw new RangeError("never");
  if (copies === size) return { formula: 0, exact: 0 };
  const p = copies / size;
  const waiting = fates(copies, size, 40 * size).map((chances) => p - chances[size]!);
  return { formula: -2 * size * (1 - p) * Math.log(1 - p), exact: waiting.reduce((sum, chance) => sum + chance, 0) };
}

// %% wrong winners-time: stops before the last have won -> five of fifty
function winnersTime(copies: number, size: number): Victory {
  if (copies < 1) throw new RangeError("never");
  if (copies === size) return { formula: 0, exact: 0 };
  const p = copies / size;
  const waiting = fates(copies, size, 400).map((chances) => 1 - chances[size]! / p);
  return {
    formula: (-2 * size * (1 - p) * Math.log(1 - p)) / p,
    exact: waiting.reduce((sum, chance) => sum + chance, 0),
  };
}

// %% wrong winners-time: gives NaN to a word that has won -> won already; visible
function winnersTime(copies: number, size: number): Victory {
  if (copies < 1) throw new RangeError("never");
  const p = copies / size;
  const waiting = fates(copies, size, 40 * size).map((chances) => 1 - chances[size]! / p);
  return {
    formula: (-2 * size * (1 - p) * Math.log(1 - p)) / p,
    exact: waiting.reduce((sum, chance) => sum + chance, 0),
  };
}

// %% wrong winners-time: divides by zero for a word that is not there -> never there; visible
function winnersTime(copies: number, size: number): Victory {
  const p = copies / size;
  if (p === 1) return { formula: 0, exact: 0 };
  const waiting = fates(copies, size, 40 * size).map((chances) => 1 - chances[size]! / p);
  return {
    formula: (-2 * size * (1 - p) * Math.log(1 - p)) / p,
    exact: waiting.reduce((sum, chance) => sum + chance, 0),
  };
}

// %% solution ancestor-time
// places[j]: the chance that the lines so far stand in j different places. The next joins one of them with probability j/N.
function ancestorTime(lines: number, size: number): number {
  if (!Number.isInteger(lines) || lines < 1 || !(lines <= size)) {
    throw new RangeError(`Cannot find an ancestor: lines must be a whole number from 1 to ${size}, got ${lines}`);
  }
  const time = [0, 0];
  let places = [0, 1];
  for (let k = 2; k <= lines; k += 1) {
    places = Array.from({ length: k + 1 }, (_, j) =>
      j === 0 ? 0 : ((places[j] ?? 0) * j + places[j - 1]! * (size - j + 1)) / size);
    let sum = 1;
    for (let j = 1; j < k; j += 1) sum += places[j]! * time[j]!;
    time.push(sum / (1 - places[k]!));
  }
  return time[lines]!;
}

// %% hidden ancestor-time: all choices listed
/** The chances that k lines become 1, 2, … k, by listing all size^k choices. */
const becoming = (k: number, size: number): number[] => {
  const chances = new Array<number>(k + 1).fill(0);
  const all = size ** k;
  for (let code = 0; code < all; code += 1) {
    const chosen = new Set<number>();
    for (let line = 0, left = code; line < k; line += 1, left = Math.floor(left / size)) chosen.add(left % size);
    chances[chosen.size]! += 1 / all;
  }
  return chances;
};
for (const size of [2, 3, 4, 5, 6]) {
  const wanted = [0, 0];
  for (let k = 2; k <= size; k += 1) {
    const chances = becoming(k, size);
    const sum = chances.reduce((total, chance, j) => (j < k ? total + chance * wanted[j]! : total), 1);
    wanted.push(sum / (1 - chances[k]!));
    check(`${k} lines of ${size} words`, ancestorTime(k, size), wanted[k]!, {
      tolerance: 1e-9,
      hint: "several lines may meet at once, and in several places",
    });
  }
}

// %% hidden ancestor-time: texts of many words
// Values by exact fractions: T_k from Stirling numbers of the second kind.
const exactAncestor = (lines: number, size: number): number => {
  let stirling = [0n, 1n];
  const scale = 10n ** 40n;
  const time = [0n, 0n];
  for (let k = 2; k <= lines; k += 1) {
    stirling = Array.from({ length: k + 1 }, (_, j) => (j === 0 ? 0n : BigInt(j) * (stirling[j] ?? 0n) + stirling[j - 1]!));
    const all = BigInt(size) ** BigInt(k);
    let [ways, sum, stay] = [1n, all * scale, 0n];
    for (let j = 1; j <= k; j += 1) {
      ways *= BigInt(size - j + 1);
      if (j < k) sum += stirling[j]! * ways * time[j]!;
      else stay = stirling[j]! * ways;
    }
    time.push(sum / (all - stay));
  }
  return Number((time[lines]! * 10n ** 12n) / scale) / 1e12;
};
for (const [lines, size] of [[43, 43], [2, 200], [5, 200], [40, 100], [200, 200]] as const) {
  const wanted = exactAncestor(lines, size);
  check(`${lines} lines of ${size} words`, ancestorTime(lines, size), wanted, {
    tolerance: 1e-9 * wanted,
    hint: "factorials of 200 are too large; add one line at a time",
  });
}

// %% hidden ancestor-time: lines that are drawn
{
  const stream = seeded(505);
  const times = Array.from({ length: 4000 }, () => {
    let [lines, t] = [12, 0];
    for (; lines > 1; t += 1) lines = new Set(Array.from({ length: lines }, () => integer(12, stream))).size;
    return t;
  });
  check("twelve lines of twelve words, four thousand times", ancestorTime(12, 12), mean(times), {
    tolerance: 4 * standardError(times),
    hint: "trace twelve lines back, as the chapter's figure does",
  });
}

// %% hidden ancestor-time: lines that cannot be
for (const [lines, size] of [[0, 5], [-1, 5], [6, 5], [1.5, 5], [NaN, 5]] as const) {
  let seen = "no error";
  try {
    ancestorTime(lines, size);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`${lines} lines of ${size} words`, seen, "RangeError");
}

// %% wrong ancestor-time: the chapter's sum, one pair at a time -> texts of many words
function ancestorTime(lines: number, size: number): number {
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= size)) throw new RangeError("lines");
  return 2 * size * (1 - 1 / lines);
}

// %% wrong ancestor-time: the exact wait for a meeting, but then only one line fewer -> all choices listed
function ancestorTime(lines: number, size: number): number {
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= size)) throw new RangeError("lines");
  let time = 0;
  for (let k = 2; k <= lines; k += 1) {
    let apart = 1;
    for (let line = 1; line < k; line += 1) apart *= 1 - line / size;
    time += 1 / (1 - apart);
  }
  return time;
}

// %% wrong ancestor-time: T_k on the right is forgotten, one generation and on -> lines that are drawn
function ancestorTime(lines: number, size: number): number {
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= size)) throw new RangeError("lines");
  const time = [0, 0];
  let places = [0, 1];
  for (let k = 2; k <= lines; k += 1) {
    const before = places;
    places = Array.from({ length: k + 1 }, (_, j) =>
      j === 0 ? 0 : ((before[j] ?? 0) * j + before[j - 1]! * (size - j + 1)) / size);
    time.push(places.slice(0, k).reduce((sum, chance, j) => sum + chance * time[j]!, 1));
  }
  return time[lines]!;
}

// %% wrong ancestor-time: Stirling numbers and factorials in floating point -> texts of many words
function ancestorTime(lines: number, size: number): number {
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= size)) throw new RangeError("lines");
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const time = [0, 0];
  let ways = [0, 1];
  for (let k = 2; k <= lines; k += 1) {
    const before = ways;
    ways = Array.from({ length: k + 1 }, (_, j) => (j === 0 ? 0 : j * (before[j] ?? 0) + before[j - 1]!));
    const chance = (j: number) => (ways[j]! * factorial(size)) / factorial(size - j) / size ** k;
    let sum = 1;
    for (let j = 1; j < k; j += 1) sum += chance(j) * time[j]!;
    time.push(sum / (1 - chance(k)));
  }
  return time[lines]!;
}

// %% wrong ancestor-time: the lines are taken for the whole text -> texts of many words
function ancestorTime(lines: number, size: number): number {
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= size)) throw new RangeError("lines");
  const time = [0, 0];
  for (let k = 2; k <= lines; k += 1) {
    let places = [0, 1];
    for (let line = 2; line <= k; line += 1) {
      const before = places;
      places = Array.from({ length: line + 1 }, (_, j) =>
        j === 0 ? 0 : ((before[j] ?? 0) * j + before[j - 1]! * (lines - j + 1)) / lines);
    }
    let sum = 1;
    for (let j = 1; j < k; j += 1) sum += places[j]! * time[j]!;
    time.push(sum / (1 - places[k]!));
  }
  return time[lines]!;
}

// %% wrong ancestor-time: more lines than words are taken -> lines that cannot be
function ancestorTime(lines: number, size: number): number {
  const time = [0, 0];
  let places = [0, 1];
  for (let k = 2; k <= lines; k += 1) {
    const before = places;
    places = Array.from({ length: k + 1 }, (_, j) =>
      j === 0 ? 0 : ((before[j] ?? 0) * j + before[j - 1]! * (size - j + 1)) / size);
    let sum = 1;
    for (let j = 1; j < k; j += 1) sum += places[j]! * time[j]!;
    time.push(sum / (1 - places[k]!));
  }
  return time[lines] ?? 0;
}

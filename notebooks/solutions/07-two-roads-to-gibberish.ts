// Solutions and hidden tests of chapter 7, run as cells after the chapter in its own session.

// %% solution which-road
type Trace = { human: number[]; own: number[] };
type Road = "sharpening" | "blurring" | "neither";
const middle = (x: number[]) => [...x].sort((a, b) => a - b)[1]!;

function whichRoad(trace: Trace): Road {
  const change = (x: number[]) => middle(x.slice(-3)) / x[0]!;
  if (change(trace.human) <= 1.1) return "neither";
  if (change(trace.own) < 1 / 1.1) return "sharpening";
  if (change(trace.own) > 1.1) return "blurring";
  return "neither";
}

// %% hidden which-road: words instead of letters
check("perplexities in the thousands, going down", whichRoad({ human: [600, 900, 1500, 1700, 1800], own: [250, 200, 160, 130, 120] }), "sharpening", {
  hint: "both compared with their own first reading",
});
check("and going up", whichRoad({ human: [600, 900, 1500, 1700, 1800], own: [250, 400, 900, 1600, 2500] }), "blurring");

// %% hidden which-road: human text got easier
check("own falls, human falls: the model got better", whichRoad({ human: [12, 11, 10, 10, 10], own: [4, 3.6, 3.2, 3, 3] }), "neither", {
  hint: "only a rise of human is a road",
});
check("own rises, human stays", whichRoad({ human: [12, 12, 12.1, 12.2, 12.1], own: [4, 5, 6, 7, 8] }), "neither");

// %% hidden which-road: one reading is off
check("a last reading that is nonsense", whichRoad({ human: [10, 14, 18, 22, 25, 27], own: [4, 3.4, 3, 2.6, 2.4, 40] }), "sharpening", {
  hint: "the median of the last three, not the last",
});
check("a first rise that turns", whichRoad({ human: [10, 12, 16, 20, 24, 28], own: [4, 9, 5, 3, 2.5, 2.2] }), "sharpening");

// %% hidden which-road: changes too small to count
check("human up by 8 %", whichRoad({ human: [100, 103, 108, 108, 108], own: [50, 60, 70, 80, 90] }), "neither", { hint: "a factor of 1.1, up or down" });
check("own up by 8 %", whichRoad({ human: [100, 150, 200, 250, 300], own: [50, 52, 54, 54, 54] }), "neither");
check("human up by 20 %, own down by 15 %", whichRoad({ human: [10, 11, 12, 12, 12], own: [4, 3.6, 3.4, 3.4, 3.4] }), "sharpening");

// %% wrong which-road: reads the road off the human text -> words instead of letters
function whichRoad(trace: Trace): Road {
  const late = middle(trace.human.slice(-3));
  if (late > 35) return "blurring";
  return late > 1.1 * trace.human[0]! ? "sharpening" : "neither";
}

// %% wrong which-road: does not ask whether anything is wrong -> human text got easier; visible
function whichRoad(trace: Trace): Road {
  const change = middle(trace.own.slice(-3)) / trace.own[0]!;
  if (change < 1 / 1.1) return "sharpening";
  return change > 1.1 ? "blurring" : "neither";
}

// %% wrong which-road: trusts the last reading -> one reading is off
function whichRoad(trace: Trace): Road {
  const change = (x: number[]) => x.at(-1)! / x[0]!;
  if (change(trace.human) <= 1.1) return "neither";
  if (change(trace.own) < 1 / 1.1) return "sharpening";
  return change(trace.own) > 1.1 ? "blurring" : "neither";
}

// %% wrong which-road: counts differences, not factors -> changes too small to count
function whichRoad(trace: Trace): Road {
  const change = (x: number[]) => middle(x.slice(-3)) - x[0]!;
  if (change(trace.human) <= 1.1) return "neither";
  return change(trace.own) < 0 ? "sharpening" : "blurring";
}

// %% wrong which-road: takes the two ends for each other -> words instead of letters
function whichRoad(trace: Trace): Road {
  const change = (x: number[]) => middle(x.slice(-3)) / x[0]!;
  if (change(trace.human) <= 1.1) return "neither";
  return change(trace.own) > 1.1 ? "sharpening" : "blurring";
}

// %% solution nucleus
function drawNucleus(probabilities: readonly number[], p: number, rng: Rng): number {
  const u = rng.next();
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const kept: number[] = [];
  let mass = 0;
  for (const index of order) {
    if (mass >= p) break;
    kept.push(index);
    mass += probabilities[index]!;
  }
  let left = u * mass;
  for (const index of kept) {
    left -= probabilities[index]!;
    if (left < 0) return index;
  }
  return kept.at(-1)!;
}

// %% hidden nucleus: any order
{
  const probabilities = [0.05, 0.4, 0.1, 0.25, 0.2];
  const stream = rng.split("hidden nucleus");
  const counts = [0, 0, 0, 0, 0];
  for (const index of valuesAt(drawNucleus, times(20_000, probabilities), 0.8, stream)) counts[index]! += 1;
  const expected = nucleus(0.8)(probabilities);
  check("never an outcome outside the nucleus", [counts[0], counts[2]], [0, 0], { hint: "of 0.8, three outcomes stay: 0.4, 0.25 and 0.2" });
  let chi2 = 0;
  for (const i of [1, 3, 4]) chi2 += (counts[i]! - 20_000 * expected[i]!) ** 2 / (20_000 * expected[i]!);
  check("20 000 draws fit the rescaled probabilities (χ² with 2 degrees of freedom below 18.4)", chi2 < 18.4, true, {
    hint: "0.4, 0.25 and 0.2, each divided by 0.85",
  });
}

// %% hidden nucleus: many outcomes
{
  const weights = Array.from({ length: 50 }, (_, i) => ((i * 17) % 50) + 1);
  const total = weights.reduce((sum, x) => sum + x, 0);
  const probabilities = weights.map((x) => x / total);
  const stream = rng.split("hidden many");
  const counts = new Array(50).fill(0);
  for (const index of valuesAt(drawNucleus, times(40_000, probabilities), 0.5, stream)) counts[index] += 1;
  const expected = nucleus(0.5)(probabilities);
  const outside = counts.filter((count, i) => count > 0 && expected[i] === 0).length;
  check("no outcome outside", outside, 0);
  let chi2 = 0;
  let cells = 0;
  for (let i = 0; i < 50; i += 1) {
    if (expected[i] === 0) continue;
    chi2 += (counts[i] - 40_000 * expected[i]!) ** 2 / (40_000 * expected[i]!);
    cells += 1;
  }
  const limit = cells - 1 + 5 * Math.sqrt(2 * (cells - 1));
  check("the draws fit (χ², 5 standard deviations)", chi2 < limit, true);
}

// %% hidden nucleus: the ends
{
  const stream = rng.split("hidden ends");
  const tops = valuesAt(drawNucleus, times(200, [0.2, 0.5, 0.3]), 0.1, stream);
  check("a small p leaves the likeliest", tops.every((index) => index === 1), true, { hint: "one outcome always stays" });
  const exact = valuesAt(drawNucleus, times(2000, [0.5, 0.25, 0.25]), 0.5, stream);
  check("a half is at least a half", exact.every((index) => index === 0), true, { hint: "at least p, not more than p" });
  const all = new Set(valuesAt(drawNucleus, times(2000, [0.1, 0.2, 0.3, 0.4]), 1, stream));
  check("p = 1 leaves all", [...all].sort(), [0, 1, 2, 3]);
  check("a sure thing", drawNucleus([0, 1, 0], 0.9, stream), 1);
}

// %% hidden nucleus: the list is left as it was
{
  const mine = [0.05, 0.4, 0.1, 0.25, 0.2];
  const before = [...mine];
  drawNucleus(mine, 0.8, rng.split("hidden frozen"));
  check("the caller's probabilities", mine, before, { hint: "sort a copy" });
}

// %% wrong nucleus: leaves out the outcome that reaches p -> any order
function drawNucleus(probabilities: readonly number[], p: number, rng: Rng): number {
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const kept: number[] = [];
  let mass = 0;
  for (const index of order) {
    if (kept.length > 0 && mass + probabilities[index]! > p) break;
    kept.push(index);
    mass += probabilities[index]!;
  }
  let left = rng.next() * mass;
  for (const index of kept) {
    left -= probabilities[index]!;
    if (left < 0) return index;
  }
  return kept.at(-1)!;
}

// %% wrong nucleus: does not rescale: what is missing goes to the last -> any order
function drawNucleus(probabilities: readonly number[], p: number, rng: Rng): number {
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const kept: number[] = [];
  let mass = 0;
  for (const index of order) {
    if (mass >= p) break;
    kept.push(index);
    mass += probabilities[index]!;
  }
  let left = rng.next();
  for (const index of kept) {
    left -= probabilities[index]!;
    if (left < 0) return index;
  }
  return kept.at(-1)!;
}

// %% wrong nucleus: takes them in the order of the list -> any order
function drawNucleus(probabilities: readonly number[], p: number, rng: Rng): number {
  let mass = 0;
  let size = 0;
  while (size < probabilities.length && mass < p) {
    mass += probabilities[size]!;
    size += 1;
  }
  let left = rng.next() * mass;
  for (let index = 0; index < size; index += 1) {
    left -= probabilities[index]!;
    if (left < 0) return index;
  }
  return size - 1;
}

// %% wrong nucleus: sorts the caller's own list -> the list is left as it was
function drawNucleus(probabilities: readonly number[], p: number, rng: Rng): number {
  const before = [...probabilities];
  const sorted = (probabilities as number[]).sort((a, b) => b - a);
  const used = new Set<number>();
  const kept: number[] = [];
  let mass = 0;
  for (const value of sorted) {
    if (mass >= p) break;
    const index = before.findIndex((x, i) => x === value && !used.has(i));
    used.add(index);
    kept.push(index);
    mass += value;
  }
  let left = rng.next() * mass;
  for (const index of kept) {
    left -= before[index]!;
    if (left < 0) return index;
  }
  return kept.at(-1)!;
}

// %% wrong nucleus: goes on until there is more than p -> the ends
function drawNucleus(probabilities: readonly number[], p: number, rng: Rng): number {
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const kept: number[] = [];
  let mass = 0;
  for (const index of order) {
    if (mass > p) break;
    kept.push(index);
    mass += probabilities[index]!;
  }
  let left = rng.next() * mass;
  for (const index of kept) {
    left -= probabilities[index]!;
    if (left < 0) return index;
  }
  return kept.at(-1)!;
}

// %% solution level
function levelTemperature(p: readonly number[], N: number, alpha: number): number {
  const goal = entropy(p, { base: 2 });
  const learned = blur(p, N, alpha);
  let [low, high] = [0.01, 1]; // at 1 the blurred entropy is too high, or right
  while (high - low > 1e-6) {
    const T = (low + high) / 2;
    if (entropy(sharpen(learned, T), { base: 2 }) > goal) high = T;
    else low = T;
  }
  return (low + high) / 2;
}

// %% hidden level: Melville's letters
{
  const counts = Array.from(alphabet.counts);
  const total = counts.reduce((sum, x) => sum + x, 0);
  const p = counts.map((x) => x / total);
  for (const alpha of [1, 20]) {
    const T = levelTemperature(p, 1000, alpha);
    const after = entropy(sharpen(blur(p, 1000, alpha), T), { base: 2 });
    check(`28 signs, alpha = ${alpha}: the entropy is what it was`, after, entropy(p, { base: 2 }), {
      tolerance: 0.004,
      hint: "measure the entropy after both steps, and close in",
    });
  }
}

// %% hidden level: three words
check("three words, first blurred, then sharpened", levelTemperature([0.7, 0.2, 0.1], 20, 2), 0.7412, {
  tolerance: 0.001, hint: "the model doubts first, and is sharpened when it writes",
});

// %% hidden level: no doubt
check("without a blur nothing is to be made up for", levelTemperature([0.6, 0.3, 0.1], 50, 0), 1, { tolerance: 0.001 });

// %% hidden level: a strong blur
check("two words, odds of 9 blurred to 29 : 21", levelTemperature([0.9, 0.1], 10, 20), Math.log(29 / 21) / Math.log(9), {
  tolerance: 0.001, hint: "very low temperatures can be needed",
});

// %% hidden level: a word that was never seen
{
  const p = [0.5, 0.3, 0.2, 0];
  const T = levelTemperature(p, 100, 1);
  const after = entropy(sharpen(blur(p, 100, 1), T), { base: 2 });
  check("a share of 0 is fine", after, entropy(p, { base: 2 }), { tolerance: 0.004 });
}

// %% wrong level: balances the two likeliest words only -> Melville's letters
function levelTemperature(p: readonly number[], N: number, alpha: number): number {
  const [a, b] = [...p].sort((x, y) => y - x) as [number, number];
  const odds = Math.log((a * N + alpha) / (b * N + alpha));
  return odds / Math.log(a / b);
}

// %% wrong level: sharpens first and blurs after -> three words
function levelTemperature(p: readonly number[], N: number, alpha: number): number {
  const goal = entropy(p, { base: 2 });
  if (p.length === 2) return Math.log(blur(p, N, alpha)[0]! / blur(p, N, alpha)[1]!) / Math.log(p[0]! / p[1]!);
  let [low, high] = [0.01, 1];
  while (high - low > 1e-6) {
    const T = (low + high) / 2;
    if (entropy(blur(sharpen(p, T), N, alpha), { base: 2 }) > goal) high = T;
    else low = T;
  }
  return high;
}

// %% wrong level: keeps the likeliest word where it was, not the entropy -> three words
function levelTemperature(p: readonly number[], N: number, alpha: number): number {
  const learned = blur(p, N, alpha);
  const most = Math.max(...p);
  let [low, high] = [0.01, 1];
  while (high - low > 1e-6) {
    const T = (low + high) / 2;
    if (Math.max(...sharpen(learned, T)) < most) high = T;
    else low = T;
  }
  return high;
}

// %% wrong level: searches only from one half on -> a strong blur
function levelTemperature(p: readonly number[], N: number, alpha: number): number {
  const goal = entropy(p, { base: 2 });
  let [low, high] = [0.5, 1];
  while (high - low > 1e-6) {
    const T = (low + high) / 2;
    if (entropy(sharpen(blur(p, N, alpha), T), { base: 2 }) > goal) high = T;
    else low = T;
  }
  return high;
}

// %% wrong level: takes the part of the distance that is kept for the temperature -> three words
function levelTemperature(p: readonly number[], N: number, alpha: number): number {
  if (p.length === 2) return Math.log(blur(p, N, alpha)[0]! / blur(p, N, alpha)[1]!) / Math.log(p[0]! / p[1]!);
  return N / (N + alpha * p.length);
}

// %% solution share-to-keep
// At rest at p the map leaves p as it is: p = α h + (1 − α) s(p), with s(p) what is written at T. Solve it for α. The more
// human text, the higher the rest, so the α that rests exactly at part · h is the smallest.
function shareToKeep(
  human: number, part: number, T: number,
): number {
  const h = human;
  const within = h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1;
  if (!within) throw new RangeError(`Cannot keep a word: got h = ${h}, part ${part}, T = ${T}`);
  if (T === 1) return 0;
  const p = part * h;
  const written = sharpen([p, 1 - p], T)[0]!;
  return (p - written) / (h - written);
}

// %% hidden share-to-keep: the loop comes to rest there
/** Where the rare word rests, by the library's map, from human text on. */
const restOf = (h: number, share: number, T: number, copies: number): number => {
  let p: ArrayLike<number> = [h, 1 - h];
  for (let copy = 0; copy < copies; copy += 1) {
    p = temperatureMixUpdate(p, { human: [h, 1 - h], freshShare: share, temperature: T });
  }
  return p[0]!;
};
for (const [h, part, T] of [[0.01, 0.5, 0.8], [0.1, 0.9, 0.5], [0.3, 0.2, 0.3], [0.45, 0.6, 0.9], [0.001, 0.1, 0.95]] as const) {
  const share = Math.min(Math.max(shareToKeep(h, part, T) || 0, 0), 1);
  check(`h = ${h}, part ${part}, T = ${T}: share ${short(share)}`, restOf(h, share, T, 5000) / h, part, {
    tolerance: 1e-4,
    hint: "run the map with your share until nothing changes",
  });
}

// %% hidden share-to-keep: six digits
// p = part · h; written, p^(1/T) / (p^(1/T) + (1 − p)^(1/T)), here for 1/T = 2, 4, 5 in fractions.
for (const [h, part, power] of [[0.4, 0.5, 2], [0.2, 0.5, 4], [0.05, 0.8, 5], [0.499, 0.001, 2]] as const) {
  const p = part * h;
  const odds = (p / (1 - p)) ** power;
  const written = odds / (1 + odds);
  check(`h = ${h}, part ${part}, T = 1/${power}`, shareToKeep(h, part, 1 / power), (p - written) / (h - written), {
    tolerance: 1e-6,
    hint: "human and written text together leave the share as it is",
  });
}

// %% hidden share-to-keep: loops that take long to rest
for (const part of [0.95, 0.99]) {
  const share = shareToKeep(0.4999, part, 0.9);
  check(`nearly equal words, part ${part}`, restOf(0.4999, Math.min(Math.max(share || 0, 0), 1), 0.9, 100_000) / 0.4999, part, {
    tolerance: 1e-4,
    hint: "near 1 − T a loop takes thousands of copies to come to rest",
  });
}

// %% hidden share-to-keep: nothing to make up for
for (const part of [0.1, 0.9, 1]) {
  check(`T = 1, part ${part}`, shareToKeep(0.2, part, 1), 0, { tolerance: 1e-6, hint: "0 / 0 is not 0" });
}
check("T = 0.5, part 1", shareToKeep(0.2, 1, 0.5), 1, { tolerance: 1e-6 });

// %% hidden share-to-keep: what cannot be asked
for (const [h, part, T] of [[0, 0.5, 0.5], [0.5, 0.5, 0.5], [0.7, 0.5, 0.5], [0.2, 0, 0.5], [0.2, 1.1, 0.5], [0.2, 0.5, 0.04],
  [0.2, 0.5, 1.2], [NaN, 0.5, 0.5], [0.2, NaN, 0.5], [0.2, 0.5, NaN]] as const) {
  let seen = "no error";
  try {
    shareToKeep(h, part, T);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`h = ${h}, part ${part}, T = ${T}`, seen, "RangeError");
}

// %% wrong share-to-keep: the law of two equal words -> six digits
function shareToKeep(h: number, part: number, T: number): number {
  if (!(h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1)) throw new RangeError("out of range");
  return 1 - T;
}

// %% wrong share-to-keep: enough for the first copy -> the loop comes to rest there
function shareToKeep(h: number, part: number, T: number): number {
  if (!(h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1)) throw new RangeError("out of range");
  if (T === 1) return 0;
  const written = sharpen([h, 1 - h], T)[0]!;
  return Math.max(0, (part * h - written) / (h - written));
}

// %% wrong share-to-keep: the map of the chapter, with its one half -> the loop comes to rest there
function shareToKeep(h: number, part: number, T: number): number {
  if (!(h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1)) throw new RangeError("out of range");
  if (T === 1) return 0;
  const p = part * h;
  const written = sharpen([p, 1 - p], T)[0]!;
  return (p - written) / (0.5 - written);
}

// %% wrong share-to-keep: probabilities raised to T, not to 1/T -> six digits
function shareToKeep(h: number, part: number, T: number): number {
  if (!(h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1)) throw new RangeError("out of range");
  if (T === 1) return 0;
  const p = part * h;
  const written = p ** T / (p ** T + (1 - p) ** T);
  return Math.min(1, Math.abs((p - written) / (h - written)));
}

// %% wrong share-to-keep: closed in on with a hundred copies -> loops that take long to rest
function shareToKeep(h: number, part: number, T: number): number {
  if (!(h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1)) throw new RangeError("out of range");
  const after = (share: number): number => {
    let p: ArrayLike<number> = [h, 1 - h];
    for (let i = 0; i < 100; i += 1) p = temperatureMixUpdate(p, { human: [h, 1 - h], freshShare: share, temperature: T });
    return p[0]!;
  };
  let [low, high] = [0, 1];
  while (high - low > 1e-9) {
    const share = (low + high) / 2;
    if (after(share) < part * h) low = share;
    else high = share;
  }
  return high;
}

// %% wrong share-to-keep: the formula alone, zero over zero and all -> nothing to make up for
function shareToKeep(h: number, part: number, T: number): number {
  if (!(h > 0 && h < 0.5 && part > 0 && part <= 1 && T >= 0.05 && T <= 1)) throw new RangeError("out of range");
  const p = part * h;
  const written = p ** (1 / T) / (p ** (1 / T) + (1 - p) ** (1 / T));
  return (p - written) / (h - written);
}

// %% wrong share-to-keep: whatever is asked is answered -> what cannot be asked
function shareToKeep(h: number, part: number, T: number): number {
  if (T === 1) return 0;
  const p = part * h;
  const written = p ** (1 / T) / (p ** (1 / T) + (1 - p) ** (1 / T));
  return (p - written) / (h - written);
}

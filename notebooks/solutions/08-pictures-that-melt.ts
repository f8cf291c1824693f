// Solutions and hidden tests of chapter 8, run as cells after the chapter in its own session.

// %% solution modes-left
function modesLeft(
  points: ArrayLike<number>[], centres: ArrayLike<number>[], radius: number, atLeast: number,
): number {
  const counts = centres.map(() => 0);
  for (const point of points) {
    const distances = centres.map((centre) => apart(point, centre));
    const nearest = Math.min(...distances);
    if (nearest <= radius) counts[distances.indexOf(nearest)]! += 1;
  }
  return counts.filter((count) => count >= atLeast).length;
}

// %% hidden modes-left: one point, one centre
check("a point between two centres counts for the nearer one only", modesLeft([[4.5], [4.4]], [[0], [10]], 6, 1), 1, {
  hint: "both centres are within reach; which is nearest?",
});

// %% hidden modes-left: enough points
check("a centre needs as many points as atLeast says", modesLeft([[0], [0.1], [5], [9], [9], [9]], [[0], [5], [9]], 1, 3), 1);

// %% hidden modes-left: distance, not its square
check("a point at distance 3 and a radius of 4", modesLeft([[3, 0]], [[0, 0]], 4, 1), 1, {
  hint: "compare the distance with the radius, not its square",
});
check("and at distance 0.6 with a radius of 0.5", modesLeft([[0.6, 0]], [[0, 0]], 0.5, 1), 0);

// %% hidden modes-left: on the rim
check("a point exactly at the radius belongs to the centre", modesLeft([[2]], [[0]], 2, 1), 1, {
  hint: "no farther away than the radius",
});

// %% hidden modes-left: the chapter's heaps
for (const t of [1, 10, 50]) {
  const points = worlds["25 heaps"][t]!;
  check("the heaps after copies: " + t, modesLeft(points, heaps, 0.3, 1), modesCovered(points, heaps, { radius: 0.3, atLeast: 1 }));
  check("with three points each", modesLeft(points, heaps, 0.3, 3), modesCovered(points, heaps, { radius: 0.3, atLeast: 3 }));
}

// %% hidden modes-left: nothing there
check("no points, no modes", modesLeft([], [[0], [1]], 1, 1), 0);

// %% wrong modes-left: counts a point for every centre within reach -> one point, one centre
function modesLeft(points, centres, radius: number, atLeast: number): number {
  const own = (centre) => points.filter((point) => apart(point, centre) <= radius).length;
  return centres.filter((centre) => own(centre) >= atLeast).length;
}

// %% wrong modes-left: is content with one point -> enough points
function modesLeft(points, centres, radius: number, atLeast: number): number {
  const own = new Set();
  for (const point of points) {
    const distances = centres.map((centre) => apart(point, centre));
    const nearest = Math.min(...distances);
    if (nearest <= radius) own.add(distances.indexOf(nearest));
  }
  return own.size;
}

// %% wrong modes-left: counts points, not centres -> enough points
function modesLeft(points, centres, radius: number, atLeast: number): number {
  const near = points.filter((point) => centres.some((centre) => apart(point, centre) <= radius));
  return Math.floor(near.length / atLeast);
}

// %% wrong modes-left: compares the squared distance with the radius -> distance, not its square; visible
function modesLeft(points, centres, radius: number, atLeast: number): number {
  const counts = centres.map(() => 0);
  for (const point of points) {
    const distances = centres.map((centre) => apart(point, centre) ** 2);
    const nearest = Math.min(...distances);
    if (nearest <= radius) counts[distances.indexOf(nearest)] += 1;
  }
  return counts.filter((count) => count >= atLeast).length;
}

// %% wrong modes-left: gives far points to their nearest centre as well -> distance, not its square
function modesLeft(points, centres, radius: number, atLeast: number): number {
  const counts = centres.map(() => 0);
  for (const point of points) {
    const distances = centres.map((centre) => apart(point, centre));
    counts[distances.indexOf(Math.min(...distances))] += 1;
  }
  return counts.filter((count) => count >= atLeast).length;
}

// %% solution with-noise
function variances(start: number[], writes: "means" | "draws", copies: number, rng: Rng): number[] {
  let pixels = start;
  const found = [variance(pixels, { ddof: 0 })];
  for (let copy = 0; copy < copies; copy += 1) {
    const painter = fitOnePixel(pixels);
    const noise = () => (writes === "draws" ? standardNormal(rng) : 0);
    const paint = () => painter.middle + painter.slope * standardNormal(rng) + noise();
    pixels = pixels.map(paint);
    found.push(variance(pixels, { ddof: 0 }));
  }
  return found;
}
const gone: "chance" | "means" | "?" = "means";

// %% hidden with-noise: the noise is as wide as promised
{
  const small = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 9.5 : 10.5)); // variance 1/4: less than the noise
  check("pixels narrower than the noise are all noise to the painter", variances(small, "draws", 2, seeded(5)), [0.25, 1, 1], {
    tolerance: 0.06, hint: "the slope is 0, and the noise has variance 1",
  });
}

// %% hidden with-noise: means reach zero and stay
{
  const wide = [...fillNormal(new Float64Array(20_000), -50, Math.sqrt(3), seeded(6))];
  check("from 3 to 2, 1 and nothing", variances(wide, "means", 5, seeded(7)).slice(1), [2, 1, 0, 0, 0], {
    tolerance: 0.2, hint: "fit each copy to the copy before it",
  });
}

// %% hidden with-noise: each copy learns from the last
{
  const wide = [...fillNormal(new Float64Array(20_000), 0, Math.sqrt(10), seeded(8))];
  check("ten less one in each of five copies", variances(wide, "means", 5, seeded(9)), [10, 9, 8, 7, 6, 5], { tolerance: 0.7 });
}

// %% hidden with-noise: few pixels
import { valuesAt } from "generation-loss";

{
  const tens = Array.from({ length: 4000 }, (_, run) => [...fillNormal(new Float64Array(10), 0, 4, seeded(10).split(run))]);
  const runs = valuesAt(variances, tens, "draws", 2, seeded(11));
  const by = [0, 1, 2].map((copy) => mean(runs.map((chain) => chain[copy]!)));
  check("with ten pixels draws lose a tenth in each copy, by chance alone", by, [14.4, 12.96, 11.664], {
    tolerance: 0.7, hint: "divide by the number of pixels, and let every pixel have noise of its own",
  });
}

// %% hidden with-noise: what is gone
check("the error that does not depend on the number of pixels is gone", gone, "means", {
  hint: "compare 10 pixels with 4000: which loss shrinks with their number, and which does not?",
});

// %% hidden with-noise: your data are yours
{
  const given = [1, 3, 5, 7];
  variances(given, "draws", 3, seeded(12));
  check("the start is not changed", given, [1, 3, 5, 7]);
  check("no copy, one variance", variances(given, "means", 0, seeded(12)), [5]);
}

// %% wrong with-noise: puts the noise on the place, before the slope -> the noise is as wide as promised
function variances(start: number[], writes: "means" | "draws", copies: number, rng: Rng): number[] {
  let pixels = start;
  const found = [variance(pixels, { ddof: 0 })];
  for (let copy = 0; copy < copies; copy += 1) {
    const painter = fitOnePixel(pixels);
    const noise = () => (writes === "draws" ? standardNormal(rng) / 2 : 0);
    pixels = pixels.map(() => painter.middle + painter.slope * (standardNormal(rng) + noise()));
    found.push(variance(pixels, { ddof: 0 }));
  }
  return found;
}
const gone: "chance" | "means" | "?" = "means";

// %% wrong with-noise: draws noise once for all pixels -> few pixels
function variances(start: number[], writes: "means" | "draws", copies: number, rng: Rng): number[] {
  let pixels = start;
  const found = [variance(pixels, { ddof: 0 })];
  for (let copy = 0; copy < copies; copy += 1) {
    const painter = fitOnePixel(pixels);
    const noise = writes === "draws" ? standardNormal(rng) : 0;
    pixels = pixels.map(() => painter.middle + painter.slope * standardNormal(rng) + noise);
    found.push(variance(pixels, { ddof: 0 }));
  }
  return found;
}
const gone: "chance" | "means" | "?" = "means";

// %% wrong with-noise: always learns from the start -> each copy learns from the last
function variances(start: number[], writes: "means" | "draws", copies: number, rng: Rng): number[] {
  const painter = fitOnePixel(start);
  const found = [variance(start, { ddof: 0 })];
  for (let copy = 0; copy < copies; copy += 1) {
    const noise = () => (writes === "draws" ? standardNormal(rng) : 0);
    const pixels = start.map(() => painter.middle + painter.slope * standardNormal(rng) + noise());
    found.push(variance(pixels, { ddof: 0 }));
  }
  return found;
}
const gone: "chance" | "means" | "?" = "means";

// %% wrong with-noise: lets the variance go below zero, by the law and without painting -> means reach zero and stay
function variances(start: number[], writes: "means" | "draws", copies: number, rng: Rng): number[] {
  const first = variance(start, { ddof: 0 });
  return Array.from({ length: copies + 1 }, (_, t) => (writes === "means" ? first - t : first));
}
const gone: "chance" | "means" | "?" = "means";

// %% wrong with-noise: takes chance for the error that is gone -> what is gone
function variances(start: number[], writes: "means" | "draws", copies: number, rng: Rng): number[] {
  let pixels = start;
  const found = [variance(pixels, { ddof: 0 })];
  for (let copy = 0; copy < copies; copy += 1) {
    const painter = fitOnePixel(pixels);
    const noise = () => (writes === "draws" ? standardNormal(rng) : 0);
    pixels = pixels.map(() => painter.middle + painter.slope * standardNormal(rng) + noise());
    found.push(variance(pixels, { ddof: 0 }));
  }
  return found;
}
const gone: "chance" | "means" | "?" = "chance";

// %% solution gradient
function lossAndGradient(weights: Weights, xs: number[], noise: number[]): Step {
  const { w, a, r } = weights;
  const sd = Math.exp(r);
  const gradient = { w: 0, a: 0, r: 0 };
  let loss = 0;
  xs.forEach((x, i) => {
    const z = a * x + sd * noise[i]!;
    const miss = x - w * z;
    const inPlace = -miss * w; // of the misfit, in z
    loss += (miss ** 2 + (a * x) ** 2 + sd ** 2 - 1 - 2 * r) / 2 / xs.length;
    gradient.w += (-miss * z) / xs.length;
    gradient.a += (inPlace * x + a * x ** 2) / xs.length;
    gradient.r += (inPlace * sd * noise[i]! + sd ** 2 - 1) / xs.length;
  });
  return { loss, gradient };
}
function slopeOf(name: keyof Weights, at: Weights, xs: number[], noise: number[]): number {
  const tiny = 1e-5;
  const lossAt = (step: number): number => lossAndGradient({ ...at, [name]: at[name] + step }, xs, noise).loss;
  return (lossAt(tiny) - lossAt(-tiny)) / (2 * tiny);
}

// %% hidden gradient: the loss itself
check("two pixels with noise", lossAndGradient({ w: 1.5, a: 0.4, r: -0.5 }, [2, -1], [0.3, -1.2]).loss, 0.5730194, {
  tolerance: 1e-4, hint: "σ is e to the power of r, and the losses are averaged",
});

// %% hidden gradient: three slopes of one pixel
{
  const at = { w: 0.7, a: -0.3, r: 0.4 };
  const lossAt = ({ w, a, r }: Weights, x: number, e: number): number => {
    const z = a * x + Math.exp(r) * e;
    return ((x - w * z) ** 2 + (a * x) ** 2 + Math.exp(2 * r) - 1 - 2 * r) / 2;
  };
  const { gradient } = lossAndGradient(at, [1.7], [-0.8]);
  for (const name of ["w", "a", "r"] as const) {
    const moved = (step: number) => lossAt({ ...at, [name]: at[name] + step }, 1.7, -0.8);
    const [up, down] = [moved(1e-5), moved(-1e-5)];
    check("the derivative in " + name, gradient[name], (up - down) / 2e-5, {
      tolerance: 1e-4, hint: "w acts once; a and r act through z and in the price",
    });
  }
}

// %% hidden gradient: averaged over pixels
{
  const at = { w: 0.7, a: -0.3, r: 0.4 };
  const once = lossAndGradient(at, [1.7, -2], [-0.8, 0.1]);
  const thrice = lossAndGradient(at, [1.7, -2, 1.7, -2, 1.7, -2], [-0.8, 0.1, -0.8, 0.1, -0.8, 0.1]);
  check("the same pixels three times over make the same step", thrice, once, { tolerance: 1e-9, hint: "divide by how many there are" });
}

// %% hidden gradient: downhill to the law
{
  const xs = [...fillNormal(new Float64Array(400), 0, Math.sqrt(5), seeded(13))];
  const weights = { w: 1, a: 0.1, r: 0 };
  const stream = seeded(14);
  for (let step = 0; step < 1500; step += 1) {
    const noise = [...fillNormal(new Float64Array(400), 0, 1, stream)];
    const { gradient } = lossAndGradient(weights, xs, noise);
    for (const name of ["w", "a", "r"] as const) weights[name] -= 0.03 * gradient[name];
  }
  const v = mean(xs.map((x) => x * x));
  check("walking downhill finds the slope of the chapter", weights.w ** 2, v - 1, { tolerance: 0.4 });
  check("and its encoder", weights.a, weights.w / v, { tolerance: 0.05 });
}

// %% wrong gradient: takes z for a constant -> three slopes of one pixel; visible
function lossAndGradient(weights: Weights, xs: number[], noise: number[]): Step {
  const { w, a, r } = weights;
  const sd = Math.exp(r);
  const over = (f: (x: number, e: number) => number) => mean(xs.map((x, i) => f(x, noise[i])));
  const miss = (x: number, e: number) => x - w * (a * x + sd * e);
  return {
    loss: over((x, e) => (miss(x, e) ** 2 + (a * x) ** 2 + sd ** 2 - 1 - 2 * r) / 2),
    gradient: { w: over((x, e) => -miss(x, e) * (a * x + sd * e)), a: over((x) => a * x ** 2), r: sd ** 2 - 1 },
  };
}

// %% wrong gradient: takes e^r for the variance -> the loss itself
function lossAndGradient(weights: Weights, xs: number[], noise: number[]): Step {
  const { w, a, r } = weights;
  const sd = Math.exp(r / 2);
  const over = (f: (x: number, e: number) => number) => mean(xs.map((x, i) => f(x, noise[i])));
  const miss = (x: number, e: number) => x - w * (a * x + sd * e);
  return {
    loss: over((x, e) => (miss(x, e) ** 2 + (a * x) ** 2 + sd ** 2 - 1 - r) / 2),
    gradient: {
      w: over((x, e) => -miss(x, e) * (a * x + sd * e)),
      a: over((x, e) => -miss(x, e) * w * x + a * x ** 2),
      r: over((x, e) => (-miss(x, e) * w * sd * e) / 2 + (sd ** 2 - 1) / 2),
    },
  };
}

// %% wrong gradient: adds the pixels up instead of averaging -> averaged over pixels
function lossAndGradient(weights: Weights, xs: number[], noise: number[]): Step {
  const { w, a, r } = weights;
  const sd = Math.exp(r);
  const over = (f: (x: number, e: number) => number) => xs.reduce((sum, x, i) => sum + f(x, noise[i]), 0);
  const miss = (x: number, e: number) => x - w * (a * x + sd * e);
  return {
    loss: over((x, e) => (miss(x, e) ** 2 + (a * x) ** 2 + sd ** 2 - 1 - 2 * r) / 2),
    gradient: {
      w: over((x, e) => -miss(x, e) * (a * x + sd * e)),
      a: over((x, e) => -miss(x, e) * w * x + a * x ** 2),
      r: over((x, e) => -miss(x, e) * w * sd * e + sd ** 2 - 1),
    },
  };
}

// %% wrong gradient: forgets the price in the gradient -> three slopes of one pixel
function lossAndGradient(weights: Weights, xs: number[], noise: number[]): Step {
  const { w, a, r } = weights;
  const sd = Math.exp(r);
  const over = (f: (x: number, e: number) => number) => mean(xs.map((x, i) => f(x, noise[i])));
  const miss = (x: number, e: number) => x - w * (a * x + sd * e);
  return {
    loss: over((x, e) => (miss(x, e) ** 2 + (a * x) ** 2 + sd ** 2 - 1 - 2 * r) / 2),
    gradient: {
      w: over((x, e) => -miss(x, e) * (a * x + sd * e)),
      a: over((x, e) => -miss(x, e) * w * x),
      r: over((x, e) => -miss(x, e) * w * sd * e),
    },
  };
}

// %% wrong gradient: leaves the noise out of z -> the loss itself
function lossAndGradient(weights: Weights, xs: number[], noise: number[]): Step {
  const { w, a, r } = weights;
  const over = (f: (x: number) => number) => mean(xs.map(f));
  const miss = (x: number) => x - w * a * x;
  return {
    loss: over((x) => (miss(x) ** 2 + (a * x) ** 2 + Math.exp(2 * r) - 1 - 2 * r) / 2),
    gradient: {
      w: over((x) => -miss(x) * a * x),
      a: over((x) => -miss(x) * w * x + a * x ** 2),
      r: Math.exp(2 * r) - 1,
    },
  };
}

// %% solution human-share
// At rest above the noise: v = α v₀ + (1 − α)(v − s²), so v = v₀ − s² (1 − α)/α, which is above s² if α v₀ is. Else the
// painter writes one grey, and v = α v₀. The sum over directions rises with α: halve the interval.
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity)) throw new RangeError(`Cannot share: noise must be above 0, got ${noise}`);
  if (!(part > 0 && part <= 1)) throw new RangeError(`Cannot share: part must be above 0, at most 1, got ${part}`);
  const rest = (v: number, share: number) =>
    share * v > noise ? v - (noise * (1 - share)) / share : share * v;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const wanted = part * sum(spreads);
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const share = (low + high) / 2;
    if (sum(spreads.map((v) => rest(v, share))) < wanted) low = share;
    else high = share;
  }
  return high;
}

// %% hidden human-share: the map comes to rest there
/** The sum of the variances after many copies, by the map of the task. */
const seenAfter = (spreads: readonly number[], noise: number, share: number, copies: number): number =>
  spreads.reduce((total, human) => {
    let v = human;
    for (let copy = 0; copy < copies; copy += 1) v = share * human + (1 - share) * Math.max(v - noise, 0);
    return total + v;
  }, 0);
const plane = [9, 4, 2.5, 1, 0.3, 0];
for (const noise of [0.1, 1, 3]) {
  for (const part of [0.05, 0.2, 0.5, 0.8, 0.95]) {
    const share = Math.min(Math.max(humanShareFor(plane, noise, part) || 0, 0), 1);
    const seen = seenAfter(plane, noise, share, 20_000) / 16.8;
    check(`noise ${noise}, part ${part}: share ${short(share)}`, seen, part, {
      tolerance: 1e-5,
      hint: "each direction rests by itself; only their variances are added",
    });
  }
}

// %% hidden human-share: one direction
for (const [human, noise, part, wanted] of [[5, 1, 0.2, 0.2], [8, 2, 0.75, 0.5], [0.5, 1, 0.5, 0.5], [3, 0.5, 0.9, 5 / 8]] as const) {
  check(`${human}, noise ${noise}, part ${part}`, humanShareFor([human], noise, part), wanted, {
    tolerance: 1e-6,
    hint: "what rests stays as it is; above the noise and below it there are two formulas",
  });
}

// %% hidden human-share: rest that takes long
check("a thousand times the noise, nearly all lost", humanShareFor([1000], 1, 0.002), 1 / 999, {
  tolerance: 1e-6,
  hint: "with little human text the map needs thousands of copies",
});

// %% hidden human-share: painters of one pixel
{
  const share = Math.min(Math.max(humanShareFor([5], 1, 0.7) || 0, 0), 1);
  const size = 4000;
  const fresh = Math.round(share * size);
  const ends = Array.from({ length: 40 }, (_, run) => {
    const stream = seeded(808).split(run);
    let pixels = Array.from(fillNormal(new Float64Array(size), 4, Math.sqrt(5), stream));
    for (let copy = 0; copy < 40; copy += 1) {
      const human = Array.from(fillNormal(new Float64Array(fresh), 4, Math.sqrt(5), stream));
      pixels = [...human, ...paintPixels(fitOnePixel(pixels), size - fresh, stream)];
    }
    return variance(pixels, { ddof: 0 });
  });
  check("forty chains of the chapter's painter, with fresh pixels", mean(ends), 0.7 * 5, {
    tolerance: 4 * standardError(ends) + (2 * 5) / size / share, // and what finite samples lose per copy
    hint: "let the chapter's painter learn from your share of human pixels",
  });
}

// %% hidden human-share: what cannot be asked
for (const [noise, part] of [[0, 0.5], [-1, 0.5], [Infinity, 0.5], [NaN, 0.5], [1, 0], [1, -0.2], [1, 1.5], [1, NaN]] as const) {
  let seen = "no error";
  try {
    humanShareFor([5, 1], noise, part);
  } catch (error) {
    seen = (error as Error).name;
  }
  check(`noise ${noise}, part ${part}`, seen, "RangeError");
}
check("all of it", humanShareFor([5, 1, 0.2], 1, 1), 1, { tolerance: 1e-6 });

// %% wrong human-share: all directions taken for one -> the map comes to rest there
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const human = spreads.reduce((total, value) => total + value, 0);
  const p = part * human;
  return p > noise ? noise / (human - p + noise) : part;
}

// %% wrong human-share: the painter never gives up -> one direction
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const human = spreads.reduce((total, value) => total + value, 0);
  return (spreads.length * noise) / (human - part * human + spreads.length * noise);
}

// %% wrong human-share: closed in on with a hundred copies -> rest that takes long
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const sumAfter = (share: number, times: number): number =>
    spreads.reduce((total, human) => {
      let v = human;
      for (let i = 0; i < times; i += 1) v = share * human + (1 - share) * Math.max(v - noise, 0);
      return total + v;
    }, 0);
  const wanted = part * sumAfter(1, 1);
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const share = (low + high) / 2;
    if (sumAfter(share, 100) < wanted) low = share;
    else high = share;
  }
  return high;
}

// %% wrong human-share: what is painted is measured, not what is seen -> painters of one pixel
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const painted = (v: number, share: number) => Math.max(share * v > noise ? v - noise / share : 0, 0);
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const share = (low + high) / 2;
    if (sum(spreads.map((v) => painted(v, share))) < part * sum(spreads)) low = share;
    else high = share;
  }
  return high;
}

// %% wrong human-share: human pixels come on top, instead of some painted ones -> the map comes to rest there
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rest = (v: number, share: number) => (share * v >= noise ? v : share * v);
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const share = (low + high) / 2;
    if (sum(spreads.map((v) => rest(v, share))) < part * sum(spreads)) low = share;
    else high = share;
  }
  return high;
}

// %% wrong human-share: every direction must keep its part -> the map comes to rest there
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const alone = spreads.map((human) => (part * human > noise ? noise / (human - part * human + noise) : part));
  return Math.max(...alone);
}

// %% wrong human-share: noise of variance 1, as in the chapter -> one direction
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  if (!(noise > 0 && noise < Infinity && part > 0 && part <= 1)) throw new RangeError("no");
  const [human] = spreads as [number];
  return part * human > 1 ? 1 / (human - part * human + 1) : part;
}

// %% wrong human-share: whatever is asked is answered -> what cannot be asked
function humanShareFor(spreads: readonly number[], noise: number, part: number): number {
  const [human] = spreads as [number];
  return part * human > noise ? noise / (human - part * human + noise) : part;
}

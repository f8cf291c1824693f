// Laws of population genetics: science's table, exact two-type Markov chains, and seeded Wright–Fisher runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  conditionalFixationTime,
  diversityApproachRate,
  diversityKept,
  effectiveSize,
  ewensTypes,
  expectedHeterozygosity,
  fixationIndex,
  fixationProbability,
  heterozygosityWithFixedData,
  heterozygosityWithFreshData,
  inbreedingCoefficient,
  infiniteAllelesHeterozygosity,
  isolatedLineagesHeterozygosity,
  leadingOrderDiversityKept,
  shareAfterSelection,
  survivorsOfDistinct,
  timeToMonomorphism,
} from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

interface Genes {
  neutral: ({ size: number; copies: number } & Record<
    "fixation" | "time" | "fixationTime" | "diffusionTime" | "diffusionFixationTime",
    number
  >)[];
  selected: Record<"size" | "copies" | "selection" | "chain" | "kimura", number>[];
  decay: Record<"size" | "generation" | "ratio", number>[];
  fresh: { size: number; freshShare: number; kept: number; rate: number; course: number[] }[];
  fixed: { real: number; synthetic: number; human: number; course: Record<string, number> }[];
  novelty: {
    ewens: Record<"theta" | "size" | "types", number>[];
    withReplacement: number;
  };
  lineages: Record<"size" | "lineages" | "generation" | "start" | "total" | "within" | "fst", number>[];
}
const genes = readReference<Genes>("laws-genes");
const zipf = Array.from({ length: 20 }, (_, i) => 1 / (i + 1));
const total = zipf.reduce((sum, w) => sum + w, 0);
const human = zipf.map((w) => w / total);
const humanHeterozygosity = 1 - human.reduce((sum, p) => sum + p * p, 0);

function close(actual: number, expected: number, tolerance: number): void {
  assert.ok(relativeError(actual, expected) < tolerance, `${actual}, not ${expected}`);
}
/** Agrees to the digits that a printed value has. */
function digits(actual: number, printed: string): void {
  assert.equal(actual.toFixed(printed.split(".")[1]?.length ?? 0), printed);
}

test("expectedHeterozygosity() and inbreedingCoefficient() agree with powers of the exact chain", () => {
  for (const { size, generation, ratio } of genes.decay) {
    close(expectedHeterozygosity(generation, { size, heterozygosity: 1 }), ratio, 1e-12);
    close(inbreedingCoefficient(generation, { size }), 1 - ratio, 1e-12);
  }
  for (const [t, value] of [
    [10, "0.7163"],
    [30, "0.4782"],
    [60, "0.2609"],
  ] as const) {
    digits(expectedHeterozygosity(t, { size: 50, heterozygosity: humanHeterozygosity }), value);
  }
  close(inbreedingCoefficient(1, { size: 1e15 }), 1e-15, 1e-12);
});

test("survivorsOfDistinct() gives the numbers of the course", () => {
  const wanted = { 1: "632.1", 2: "468.5", 5: "268.1", 10: "158.2", 20: "87.6", 50: "37.65", 100: "19.4" };
  for (const [t, value] of Object.entries(wanted)) digits(survivorsOfDistinct(1000, Number(t)), value);
});

for (const { size, copies, ...exact } of genes.neutral) {
  const p = copies / size;
  test(`${copies} of ${size}: fixation probability exact, diffusion times those of mpmath and ⅓ ln N + ½ … ¾ too long`, () => {
    close(fixationProbability(p, { size, selection: 0 }), exact.fixation, 1e-9);
    close(timeToMonomorphism([p, 1 - p], { size }), exact.diffusionTime, 1e-12);
    close(conditionalFixationTime(p, { size }), exact.diffusionFixationTime, 1e-12);
    const excess = exact.diffusionFixationTime - exact.fixationTime - Math.log(size) / 3;
    assert.ok(excess > 0.48 && excess < 0.75, `${excess}`);
    // the mean time is the mean over who wins: exactly, in the chain and in the diffusion
    const mean =
      p * conditionalFixationTime(p, { size }) + (1 - p) * conditionalFixationTime(1 - p, { size });
    close(mean, timeToMonomorphism([p, 1 - p], { size }), 1e-12);
  });
}

test("times: many equal types take 2N, and a sure type none", () => {
  close(timeToMonomorphism(new Array<number>(1000).fill(0.001), { size: 50 }), 100, 1e-3);
  assert.equal(timeToMonomorphism([0, 1], { size: 50 }), 0);
  assert.equal(conditionalFixationTime(1, { size: 50 }), 0);
});

test("fixationProbability() is Kimura's, and within 10 % of the exact chain", () => {
  for (const { size, copies, selection, chain, kimura } of genes.selected) {
    const u = fixationProbability(copies / size, { size, selection });
    close(u, kimura, 1e-12);
    close(u, chain, 0.1);
  }
  close(fixationProbability(0.4, { size: 100, selection: 1e-12 }), 0.4, 1e-9);
  close(fixationProbability(0.4, { size: 100, selection: -1e-12 }), 0.4, 1e-9);
});

test("shareAfterSelection() multiplies the odds, and s undone by 1/(1 + s) − 1", () => {
  const p = shareAfterSelection(0.3, { selection: 0.25 });
  close(p / (1 - p), (0.3 / 0.7) * 1.25, 1e-14);
  close(shareAfterSelection(p, { selection: 1 / 1.25 - 1 }), 0.3, 1e-14);
});

test("effectiveSize() of one generation of 10 among thousands: 48 for five generations", () => {
  const history = (rounds: number) => Array.from({ length: rounds }, (_, i) => (i === 0 ? 10 : 1000));
  close(effectiveSize(history(10)), 10 / (0.1 + 9 / 1000), 1e-14);
  assert.equal(effectiveSize(history(5)).toFixed(0), "48");
  close(effectiveSize([7, 7, 7]), 7, 1e-14);
  const lost = history(50).reduce((kept, n) => kept * (1 - 1 / n), 1);
  close((1 - 1 / effectiveSize(history(50))) ** 50, lost, 0.01);
});

for (const { size, freshShare, kept, rate, course } of genes.fresh) {
  const loop = { size, freshShare };
  test(`fresh share ${freshShare} of ${size}: stationary law, eigenvalue and time course of the exact chain`, () => {
    assert.ok(Math.abs(diversityKept(loop) - kept) < 1e-9, `${diversityKept(loop)}, not ${kept}`);
    assert.ok(
      Math.abs(diversityApproachRate(loop) - rate) < 1e-9,
      `${diversityApproachRate(loop)}, not ${rate}`,
    );
    for (const [i, value] of course.entries()) {
      const h = heterozygosityWithFreshData(i + 1, { ...loop, heterozygosity: 0.42, start: 0 });
      assert.ok(Math.abs(h - value) < 1e-12, `${h}, not ${value}`);
    }
  });
}

test("diversityKept() gives the numbers of the course; ⅔ for one fresh item, 95 % for ten", () => {
  const wanted = {
    0.005: "0.4969",
    0.01: "0.6633",
    0.02: "0.797",
    0.05: "0.906",
    0.1: "0.9495",
    0.3: "0.9806",
  };
  for (const [m, value] of Object.entries(wanted)) {
    digits(diversityKept({ size: 100, freshShare: Number(m) }), value);
  }
  digits(leadingOrderDiversityKept({ size: 100, freshShare: 0.01 }), "0.667");
  digits(leadingOrderDiversityKept({ size: 100, freshShare: 0.1 }), "0.952");
  for (const m of [0.001, 0.1, 0.7, 1]) {
    const loop = { size: 100, freshShare: m };
    const excess = leadingOrderDiversityKept(loop) - diversityKept(loop);
    assert.ok(excess > 0 && excess < 0.51 / 100, `${excess}`);
  }
  const many = { size: 1e9, freshShare: 3e-9 };
  close(diversityKept(many), leadingOrderDiversityKept(many), 1e-8);
});

test("heterozygosityWithFixedData() agrees with all sets enumerated, and its limit is where it stays", () => {
  for (const { real, synthetic, human: heterozygosity, course } of genes.fixed) {
    const loop = { realSize: real, syntheticSize: synthetic, heterozygosity };
    for (const [t, value] of Object.entries(course)) {
      const h = heterozygosityWithFixedData(Number(t), loop);
      assert.ok(Math.abs(h - value) < 1e-12, `${h}, not ${value}`);
    }
    const limit = heterozygosityWithFixedData(Infinity, loop);
    assert.ok(Math.abs(heterozygosityWithFixedData(1000, loop) - limit) < 1e-12);
  }
});

test("infinite alleles: θ/(1 + θ), the exact value as fresh data that never repeats, and Ewens' types", () => {
  digits(infiniteAllelesHeterozygosity(2), "0.667");
  close(diversityKept({ size: 200, freshShare: 0.005 }), genes.novelty.withReplacement, 1e-12);
  for (const { theta, size, types } of genes.novelty.ewens) close(ewensTypes(theta, { size }), types, 1e-12);
  digits(ewensTypes(2, { size: 200 }), "9.8");
});

test("isolatedLineagesHeterozygosity() and fixationIndex() agree with the exact law of the pool", () => {
  for (const { size, lineages, generation, start, total: pooled, within, fst } of genes.lineages) {
    close(
      isolatedLineagesHeterozygosity(generation, { lineages, size, heterozygosity: start }),
      pooled,
      1e-12,
    );
    assert.ok(Math.abs(fixationIndex({ within, total: pooled }) - fst) < 1e-12);
  }
  close(isolatedLineagesHeterozygosity(Infinity, { lineages: 10, size: 50, heterozygosity: 1 }), 0.9, 1e-14);
});

test("the laws of genes name the argument they reject", () => {
  assert.throws(() => conditionalFixationTime(0, { size: 5 }), /share must be above 0, got 0/);
  assert.throws(() => timeToMonomorphism([0.5], { size: 5 }), /shares must sum to 1, got 0.5/);
  assert.throws(() => effectiveSize([]), /sizes must hold at least 1 value, got 0/);
  assert.throws(() => effectiveSize([5, 0]), /sizes\[1\] must be an integer of at least 1, got 0/);
  assert.throws(
    () => fixationProbability(0.5, { size: 5, selection: -1 }),
    /selection must be finite and above -1, got -1/,
  );
  assert.throws(() => fixationIndex({ within: 0, total: 0 }), /total must be above 0, got 0/);
  assert.throws(
    () => fixationIndex({ within: 0.5, total: 0.4 }),
    /within must be at most total 0.4, got 0.5/,
  );
  assert.throws(
    () => diversityKept({ size: 5, freshShare: 2 }),
    /freshShare must lie between 0 and 1, got 2/,
  );
});

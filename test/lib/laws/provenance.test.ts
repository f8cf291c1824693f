// Laws of watermarks, detectors, near-duplicates and of the value of human data, against mpmath, sums over all cases,
// and maxima found by search.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  aurocBound,
  diversityKept,
  diversityKeptWithFilter,
  expectedGreenRate,
  expectedTournamentScore,
  greenRateBound,
  lshProbability,
  lshThreshold,
  marginalValueOfHumanData,
  minHashStandardError,
  nashContributions,
  repairingSubsidy,
  residualPollution,
  sociallyOptimalContributions,
  valueOfHumanData,
  watermarkPValue,
  watermarkZ,
} from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

interface Reference {
  commons: Record<"firms" | "value" | "cost" | "social" | "selfish" | "withSubsidy", number>[];
  watermark: {
    greens: { probabilities: number[]; greenShare: number; bias: number; rate: number; bound: number }[];
    tails: { z: number; p: number }[];
    tournaments: { probabilities: number[]; score: number }[];
  };
  detection: Record<"shift" | "totalVariation" | "auroc" | "bound", number>[];
  duplicates: Record<"similarity" | "bands" | "rows" | "probability" | "threshold", number>[];
}
const { commons, watermark, detection, duplicates } = readReference<Reference>("laws-genes");

function close(actual: number, expected: number, tolerance = 1e-12): void {
  assert.ok(relativeError(actual, expected) < tolerance, `${actual}, not ${expected}`);
}

test("watermarkZ() of 16 of 16 at ½ is 4, and of 100 of 200 at ¼ is 8.165", () => {
  assert.equal(watermarkZ(16, { tokens: 16, greenShare: 0.5 }), 4);
  close(watermarkZ(100, { tokens: 200, greenShare: 0.25 }), 50 / Math.sqrt(37.5));
  assert.equal(watermarkZ(100, { tokens: 200, greenShare: 0.25 }).toFixed(3), "8.165");
});

for (const { z, p } of watermark.tails) {
  test(`watermarkPValue(${z}) agrees with mpmath`, () => close(watermarkPValue(z), p));
}

test("expectedGreenRate() is 0.7112 at γ = ¼, δ = 2, and meets the bound where all tokens are equally likely", () => {
  assert.equal(expectedGreenRate({ greenShare: 0.25, bias: 2 }).toFixed(4), "0.7112");
  close(expectedGreenRate({ greenShare: 0.3, bias: 0 }), 0.3);
  const even = new Array<number>(100_000).fill(1e-5);
  close(
    greenRateBound(even, { greenShare: 0.25, bias: 2 }),
    expectedGreenRate({ greenShare: 0.25, bias: 2 }),
    1e-4,
  );
  close(expectedGreenRate({ greenShare: 0.25, bias: 1e3 }), 1);
});

for (const { probabilities, greenShare, bias, rate, bound } of watermark.greens) {
  test(`greenRateBound([${probabilities}]) is Kirchenbauer's, and below the mean over all green lists`, () => {
    close(greenRateBound(Object.freeze(probabilities), { greenShare, bias }), bound);
    assert.ok(bound <= rate + 1e-12, `${bound} above ${rate}`);
    if (probabilities.every((p) => p === probabilities[0]))
      close(expectedGreenRate({ greenShare, bias }), rate);
  });
}

for (const { probabilities, score } of watermark.tournaments) {
  test(`expectedTournamentScore([${probabilities}]) is the mean over all bits and candidates`, () =>
    close(expectedTournamentScore(Object.freeze(probabilities)), score));
}

test("aurocBound() lies above the area of the best detector of two Gaussians: 0.7602 below 0.8096 at δ = 1", () => {
  for (const { totalVariation, auroc, bound } of detection) {
    close(aurocBound(totalVariation), bound);
    assert.ok(auroc <= bound);
  }
  const { auroc, bound } = detection.find(({ shift }) => shift === 1)!;
  assert.deepEqual([auroc.toFixed(4), bound.toFixed(4)], ["0.7602", "0.8096"]);
});

test("residualPollution() is 9.5 % for a detector of .9/.05, and the filter's diversity follows from it", () => {
  const detector = { pollution: 0.5, truePositiveRate: 0.9, falsePositiveRate: 0.05 };
  assert.equal(residualPollution(detector).toFixed(3), "0.095");
  close(residualPollution({ ...detector, truePositiveRate: 0.3, falsePositiveRate: 0.3 }), 0.5); // a coin changes nothing
  const freshShare = 1 - residualPollution(detector);
  close(diversityKeptWithFilter({ size: 50, ...detector }), diversityKept({ size: 50, freshShare }));
});

test("near-duplicates: probabilities and thresholds of mpmath; .549, .9996 and .0064 for 20 bands of 5", () => {
  for (const { similarity, bands, rows, probability, threshold } of duplicates) {
    close(lshProbability(similarity, { bands, rows }), probability, 1e-10);
    close(lshThreshold({ bands, rows }), threshold);
  }
  assert.equal(lshThreshold({ bands: 20, rows: 5 }).toFixed(3), "0.549");
  assert.equal(lshProbability(0.8, { bands: 20, rows: 5 }).toFixed(4), "0.9996");
  assert.equal(lshProbability(0.2, { bands: 20, rows: 5 }).toFixed(4), "0.0064");
  close(minHashStandardError(0.3, { hashes: 21 }), 0.1);
});

for (const { firms, value, cost, social, selfish, withSubsidy } of commons) {
  test(`${firms} firms with V/c = ${value / cost}: optimum and equilibrium are those that search finds`, () => {
    const optimum = sociallyOptimalContributions({ firms, value, cost });
    assert.ok(Math.abs(optimum - social) < 1e-6, `${optimum}, not ${social}`);
    assert.ok(Math.abs(nashContributions({ value, cost }) - selfish) < 1e-6);
    const repaired = nashContributions({ value, cost: cost - repairingSubsidy({ firms, cost }) });
    close(repaired, optimum);
    assert.ok(Math.abs(repaired - withSubsidy) < 1e-6);
  });
}

test("contributions are 6.57, 13.64 and 27.78 for 1, 4 and 16 firms with V/c = 100", () => {
  const wanted = [1, 4, 16].map((firms) => sociallyOptimalContributions({ firms, value: 100, cost: 1 }));
  assert.deepEqual(
    wanted.map((h) => h.toFixed(2)),
    ["6.57", "13.64", "27.78"],
  );
});

test("marginalValueOfHumanData() is the slope of valueOfHumanData()", () => {
  for (const h of [0.1, 1, 10]) {
    const slope = (valueOfHumanData(h + 1e-5) - valueOfHumanData(h - 1e-5)) / 2e-5;
    close(marginalValueOfHumanData(h), slope, 1e-8);
  }
});

test("the laws of provenance name the argument they reject", () => {
  assert.throws(
    () => watermarkZ(17, { tokens: 16, greenShare: 0.5 }),
    /green must be at most tokens 16, got 17/,
  );
  assert.throws(
    () => watermarkZ(1, { tokens: 16, greenShare: 1 }),
    /greenShare must be above 0 and below 1, got 1/,
  );
  assert.throws(
    () => residualPollution({ pollution: 0.5, truePositiveRate: 1, falsePositiveRate: 1 }),
    /falsePositiveRate must leave some text to learn from, got 1/,
  );
  assert.throws(() => nashContributions({ value: 0, cost: 1 }), /value must be finite and above 0, got 0/);
  assert.throws(() => expectedTournamentScore([]), /probabilities must sum to 1, got 0/);
});

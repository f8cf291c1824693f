// Every < or ≤ of a metric, at the value where the two differ. Values by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";

const none = { n: 1, smoothing: "none" } as const;
const words = (text: string) => text.split(" ");

const byHand: Record<string, [seen: number | null, right: number | null]> = {
  "calibration: ½ belongs to the first of two bins, with ¼": [
    lib.expectedCalibrationError([0.5, 0.25], [1, 0], { bins: 2 }),
    0.125, // |(1 − ½) + (0 − ¼)| / 2
  ],
  "calibration: ½ is not in the bin of ¾": [
    lib.expectedCalibrationError([0.5, 0.75], [1, 0], { bins: 2 }),
    0.625, // (½ + ¾) / 2
  ],
  "calibration: 0 is in the first bin": [lib.expectedCalibrationError([0, 0.5], [1, 0], { bins: 2 }), 0.25],
  "calibration: 1 is in the last bin": [lib.expectedCalibrationError([1, 0.75], [0, 1], { bins: 2 }), 0.375],
  "calibration: edges that binary fractions miss": [
    lib.expectedCalibrationError([0.07, 0.0625], [1, 0], { bins: 100 }),
    (0.93 - 0.0625) / 2,
  ],
  "BLEU: of references as near in length, the shorter": [
    lib.bleu(words("a b c d"), [words("a b c"), words("a b c d e")], none),
    1,
  ],
  "BLEU: in either order": [lib.bleu(words("a b c d"), [words("a b c d e"), words("a b c")], none), 1],
  "BLEU: the nearer one, if longer": [
    lib.bleu(words("a b c d"), [words("a b"), words("a b c d e")], none),
    Math.exp(1 - 5 / 4),
  ],
  "BLEU: a candidate as long as its reference pays no penalty": [
    lib.bleu(words("a b c"), [words("a b x")], none),
    2 / 3,
  ],
  "self-BLEU: of others as near in length, the shorter": [
    lib.selfBleu([words("a a a"), words("a a a a"), words("a a a a a")], none),
    (Math.exp(1 - 4 / 3) + 1 + 0.8) / 3, // matches: 3 of 3, 4 of 4 (penalty 1, not e^(1 − 5/4)), min(5, 4) of 5
  ],
  "firstAlarm: reaching the threshold from below is none": [
    lib.firstAlarm([1, 2, 2, 3], { threshold: 2, side: "above" }),
    3,
  ],
  "firstAlarm: nor from above": [lib.firstAlarm([3, 2, 2, 1], { threshold: 2, side: "below" }), 3],
  "firstAlarm: never": [lib.firstAlarm([2, 2], { threshold: 2, side: "above" }), null],
  "falseAlarmRate: a run at the threshold is quiet": [
    lib.falseAlarmRate(
      [
        [1, 2],
        [1, 3],
      ],
      { threshold: 2, side: "above" },
    ),
    0.5,
  ],
  "alarmThreshold: a share met exactly is allowed": [
    lib.alarmThreshold([[1], [2], [3], [4]], { rate: 0.5, side: "above" }),
    2,
  ],
  "alarmThreshold: below, too": [lib.alarmThreshold([[1], [2], [3], [4]], { rate: 0.5, side: "below" }), 3],
  "alarmThreshold: a rate of 0 takes the most extreme": [
    lib.alarmThreshold([[1], [2], [3], [4]], { rate: 0, side: "above" }),
    4,
  ],
  "tailCoverage: a type as likely as the bound is not rare": [
    lib.tailCoverage([0, 0, 1], [0.5, 0.25, 0.25], { below: 0.3 }),
    0.5,
  ],
  "tailCoverage: at the bound": [lib.tailCoverage([1, 0, 1, 0], [4, 2, 1, 1], { below: 0.25 }), 0.5],
  "repetitionRate: a repetition at the window's far end counts": [
    lib.repetitionRate(words("a b a"), { n: 1, window: 2 }),
    1 / 3,
  ],
  "repetitionRate: one beyond it does not": [lib.repetitionRate(words("a b a"), { n: 1, window: 1 }), 0],
  "mattr: one window is the type–token ratio": [lib.mattr(words("a b a c"), { window: 4 }), 0.75],
  "mattr: windows of 2, the first and the last among them": [
    lib.mattr(words("a a b b"), { window: 2 }),
    (1 + 2 + 1) / 2 / 3,
  ],
  "modesCovered: a point at the radius is in": [
    lib.modesCovered([[1]], [[0], [5]], { radius: 1, atLeast: 1 }),
    1,
  ],
  "modesCovered: exactly as many as asked for": [
    lib.modesCovered([[1], [0]], [[0], [5]], { radius: 1, atLeast: 2 }),
    1,
  ],
  "modesCovered: one fewer": [lib.modesCovered([[1]], [[0], [5]], { radius: 1, atLeast: 2 }), 0],
  "modesCovered: between two modes it counts for one": [
    lib.modesCovered([[1]], [[0], [2]], { radius: 1, atLeast: 1 }),
    1,
  ],
  "kolmogorovSmirnov: equal values are one step": [lib.kolmogorovSmirnov([1, 1, 2], [1, 2, 2]), 1 / 3],
  "wasserstein1: equal values are one step": [lib.wasserstein1([1, 1, 2], [1, 2, 2]), 1 / 3],
  "energyDistance: equal values are one step": [
    lib.energyDistance([1, 1, 2], [1, 2, 2], { root: false }),
    2 / 9, // 2 (1/3)² · 1
  ],
  "chao1: singletons and doubletons, and no others": [
    lib.chao1([0, 1, 1, 2, 3, 3], { biasCorrected: false }),
    5 + 2 ** 2 / 2,
  ],
  "goodTuringUnseenMass: seen once, of all tokens": [lib.goodTuringUnseenMass([0, 1, 1, 2, 3]), 2 / 7],
  "minimumGroupShare: a group that is not there": [
    lib.minimumGroupShare(["a", "a"], { among: ["a", "b"] }),
    0,
  ],
  "quantile: on a value, and between": [lib.quantile([3, 1, 2, 4], 1 / 3), 2],
  "median of an even count": [lib.median([1, 2, 4, 9]), 3],
};
for (const [name, [seen, right]] of Object.entries(byHand)) {
  test(name, () => {
    if (right === null) assert.equal(seen, null);
    else assert.ok(seen !== null && Math.abs(seen - right) < 1e-12, `${seen}, not ${right}`);
  });
}

const real = [[0], [1]]; // balls of radius 1
for (const [strict, fake, right] of [
  [false, [[2], [10]], { precision: 0.5, recall: 1, density: 0.5, coverage: 0.5 }],
  [true, [[2], [10]], { precision: 0, recall: 1, density: 0, coverage: 0 }],
  [false, [[2], [4]], { precision: 0.5, recall: 1, density: 0.5, coverage: 0.5 }], // real 0 lies on a fake ball's rim
  [true, [[2], [4]], { precision: 0, recall: 0.5, density: 0, coverage: 0 }],
] as const) {
  test(`manifold metrics, ${strict ? "<" : "≤"} the k-th neighbour's distance, fakes ${JSON.stringify(fake)}`, () => {
    assert.deepEqual(
      {
        ...lib.precisionRecall(real, fake, { k: 1, strict }),
        ...lib.densityCoverage(real, fake, { k: 1, strict }),
      },
      right,
    );
  });
}

test("the k-th neighbour is not the point itself, and equal neighbours count one by one", () => {
  const around = [[0], [1], [-1], [3]]; // second neighbours at 1, 2, 2, 3; third ones at 3, 2, 4, 4
  const fake = [[2.5], [-2.5], [2.5], [-2.5]]; // 2.5 lies in the balls of 1 and 3, −2.5 in that of −1
  assert.equal(lib.densityCoverage(around, fake, { k: 2, strict: true }).density, 6 / (2 * 4));
  assert.equal(lib.densityCoverage(around, fake, { k: 2, strict: true }).coverage, 3 / 4);
  assert.equal(lib.precisionRecall(around, fake, { k: 3, strict: true }).precision, 1);
});

test("n-gram orders beyond every text cost nothing, and count as matching nothing", () => {
  const [text, others] = [["a", "b"], [["a", "b", "c"]]];
  const bleu = (n: number, smoothing: "none" | "add-one" | { epsilon: number }) =>
    lib.bleu(text, others, { n, smoothing });
  const brevity = Math.exp(1 - 3 / 2);
  assert.equal(bleu(1e12, "none"), 0);
  // orders 1 and 2 match; of n − 2 further ones each is (0 + 1)/(1 + 1), or ε
  for (const n of [3, 4, 7]) {
    assert.ok(Math.abs(bleu(n, "add-one") - brevity * 0.5 ** ((n - 2) / n)) < 1e-14);
    assert.ok(Math.abs(bleu(n, { epsilon: 0.1 }) - brevity * 0.1 ** ((n - 2) / n)) < 1e-14);
    assert.ok(
      Math.abs(lib.selfBleu([text, text], { n, smoothing: "add-one" }) - 0.5 ** ((n - 2) / n)) < 1e-14,
    );
  }
  assert.ok(Math.abs(bleu(1e12, "add-one") - brevity / 2) < 1e-11);
  assert.ok(Math.abs(lib.selfBleu([text, text], { n: 1e12, smoothing: { epsilon: 0.1 } }) - 0.1) < 1e-11);
  assert.throws(
    () => lib.distinctN([text], { n: 1e12, pooled: true }),
    /must hold at least 1 1000000000000-gram/,
  );
  assert.throws(() => lib.mauve([1, 2], [2, 1], { c: 5, points: 1e12 }), /points must be at most 1e6/);
});

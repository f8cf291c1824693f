import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Family,
  type Fitted,
  loop,
  manyLoops,
  replace,
  seeded,
  standardNormal,
  unigram,
  verified,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

type Row = readonly [x: number, y: number];
type Line = { readonly slope: number };

/** y = slope · x + noise with sd ½, x standard normal: least squares through the origin. */
const line = {
  name: "line",
  fit(rows: ArrayLike<Row>): Fitted<Row, Line, Row[]> {
    let [products, squares] = [0, 0];
    for (let i = 0; i < rows.length; i += 1) {
      products += rows[i]![0] * rows[i]![1];
      squares += rows[i]![0] ** 2;
    }
    return written(products / squares);
  },
} satisfies Family<Row, Line, Row[]>;

function written(slope: number): Fitted<Row, Line, Row[]> {
  return {
    parameters: { slope },
    sample: (count, rng) =>
      Array.from({ length: count }, () => {
        const x = standardNormal(rng);
        return [x, slope * x + 0.5 * standardNormal(rng)] as const;
      }),
  };
}

test("a biased verifier leads from the truth 1 to its own centre 1.3: 1.133, 1.239, 1.298, 1.300 (200 loops)", () => {
  // Population values: numerical integration of one accept-and-refit step with SciPy's quad, iterated.
  const law = { 1: 1.1327404825, 3: 1.2390299912, 10: 1.2979093973, 30: 1.2999998605 };
  const { slope } = manyLoops({
    family: line,
    start: written(1),
    regime: replace(),
    write: verified({ accepts: ([x, y]: Row) => Math.abs(y - 1.3 * x) <= 0.2 * Math.abs(x) + 0.5 }),
    size: 200,
    generations: 30,
    runs: 200,
    rng: seeded(110),
    read: { slope: ({ model }) => model.parameters.slope },
  });
  for (const [round, centre] of Object.entries(law))
    assertMean(slope[Number(round)]!, centre, `round ${round}`);
});

test("keep rates φ of the right and ψ of the wrong turn an error rate p into pψ / (pψ + (1 − p)φ)", () => {
  const [p, right, wrong, n] = [0.7, 0.8, 0.3, 20_000];
  const labels = unigram({ vocabularySize: 2 }).fit(
    Uint32Array.from({ length: 10 }, (_, i) => (i < 7 ? 1 : 0)),
  );
  const judged = verified<number>({ accepts: (label, rng) => rng.next() < (label === 1 ? wrong : right) });
  const data = judged(labels, n, seeded(111), 1);
  const law = (p * wrong) / (p * wrong + (1 - p) * right); // 0.4667: below ½, since p < 1/(1 + ψ/φ) = 0.727
  const errors = data.reduce((sum, label) => sum + label, 0) / n;
  assert.ok(Math.abs(errors - law) <= 4 * Math.sqrt((law * (1 - law)) / n), `${errors}, not ${law}`);
});

test("it gives as many items as asked for, and gives up on a verifier that accepts nothing", () => {
  const family = unigram({ vocabularySize: 2 });
  const turns = loop({
    family,
    data: Uint32Array.of(0, 1, 0, 1),
    regime: replace(),
    write: verified({ accepts: (token: number) => token === 1 }),
    generations: 2,
    rng: seeded(1),
  });
  assert.deepEqual(
    Array.from(turns, ({ data }) => data!.length),
    [4, 4, 4],
  );
  const never = verified({ accepts: () => false });
  assert.throws(
    () => never(family.fit([0]), 5, seeded(1), 1),
    /accepts must let through at least 1 item in 10000, got 0 of \d+/,
  );
  assert.deepEqual(never(family.fit([0]), 0, seeded(1), 1), new Uint32Array(0));
});

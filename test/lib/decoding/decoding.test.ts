import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Decoding,
  decodeInTurn,
  nucleus,
  temperature,
  temperatureMixUpdate,
  topK,
} from "../../../lib/index.ts";
import { near } from "../contract/near.ts";
import { readReference } from "../reference.ts";

/** What test/reference/text.py prints, by NumPy. */
interface Reference {
  decoding: {
    p: number[];
    temperature: { T: number; value: number[] }[];
    topK: { k: number; value: number[] }[];
    nucleus: { p: number; value: number[] }[];
  };
}
const reference = readReference<Reference>("text").decoding;
const p = Object.freeze(reference.p);

const known: { decode: Decoding; value: number[] }[] = [
  ...reference.temperature.map(({ T, value }) => ({ decode: temperature(T), value })),
  ...reference.topK.map(({ k, value }) => ({ decode: topK(k), value })),
  ...reference.nucleus.map(({ p, value }) => ({ decode: nucleus(p), value })),
];
for (const { decode, value } of known) {
  test(`${decode.name} gives NumPy's values, from probabilities or from their multiples`, () => {
    for (const [i, expected] of value.entries()) {
      near(decode(p)[i]!, expected);
      near(decode(p.map((x) => 40 * x))[i]!, expected);
    }
  });
}

for (const decode of [
  temperature(0.6),
  temperature(3),
  topK(1),
  topK(4),
  topK(6),
  nucleus(0.3),
  nucleus(0.75),
  nucleus(1),
  decodeInTurn(temperature(0.5), topK(4), nucleus(0.9)),
  // A copy more or less decides how far each of these goes.
  nucleus(0.31),
  nucleus(0.5),
  nucleus(0.81),
  nucleus(0.96),
  topK(2),
  topK(9),
]) {
  test(`${decode.name} of shared values is that of each outcome by itself`, () => {
    const [values, copies] = [
      [0.3, 0.05, 0.125, 0.0125],
      [1, 3, 4, 4],
    ];
    const each = values.flatMap((value, i) => Array.from({ length: copies[i]! }, () => value));
    const shared = decode.withCopies!(values, copies);
    const expected = decode(each);
    let at = 0;
    for (const [i, count] of copies.entries()) {
      for (let copy = 0; copy < count; copy += 1) near(expected[at + copy]!, shared[i]!);
      at += count;
    }
    near(
      expected.reduce((sum, x) => sum + x, 0),
      1,
    );
  });
}

test("top-k and nucleus keep all tokens that tie at the border", () => {
  assert.deepEqual(topK(1)([0.4, 0.4, 0.2]), Float64Array.of(0.5, 0.5, 0));
  assert.deepEqual(nucleus(0.5)([0.4, 0.4, 0.2]), Float64Array.of(0.5, 0.5, 0));
  assert.deepEqual(nucleus(0.4)([0.4, 0.35, 0.25]), Float64Array.of(1, 0, 0));
});

test("temperature near 0 is greedy, a high one uniform on what is possible", () => {
  assert.deepEqual(temperature(1e-6)([0.3, 0.5, 0.2]), Float64Array.of(0, 1, 0));
  for (const x of temperature(1e9)([0.5, 0.3, 0, 0.2]).filter((x) => x > 0)) {
    assert.ok(Math.abs(x - 1 / 3) < 1e-9);
  }
});

test("a closed loop at temperature T multiplies log-odds by 1/T per generation", () => {
  for (const T of [0.8, 1.25]) {
    let now: Float64Array = Float64Array.of(0.5, 0.3, 0.2);
    const start = Math.log(now[0]! / now[1]!);
    for (let t = 1; t <= 8; t += 1) {
      now = temperature(T)(now);
      near(Math.log(now[0]! / now[1]!), start * T ** -t);
    }
  }
});

// science.md §1.5: two symmetric words stay mixed exactly if the human share is above 1 − T.
for (const { share, limit } of [
  { share: 0.15, limit: 0.781 },
  { share: 0.25, limit: 0.5 },
]) {
  test(`with a human share of ${share} a loop at temperature 0.8 settles at ${limit}`, () => {
    let now: Float64Array = Float64Array.of(0.6, 0.4);
    const decode = temperature(0.8);
    const human = [0.5, 0.5];
    for (let t = 0; t < 2000; t += 1) {
      const law = temperatureMixUpdate(now, { human, freshShare: share, temperature: 0.8 });
      now = decode(now).map((x) => share * 0.5 + (1 - share) * x);
      near(now[0]!, law[0]!);
    }
    assert.ok(Math.abs(now[0]! - limit) < 5e-4, `${now[0]}`); // to the digits given
  });
}

test("decodings leave what they are given as it was", () => {
  const mine = Float64Array.of(0.5, 0.25, 0.25);
  for (const decode of [temperature(2), topK(2), nucleus(0.6)]) {
    assert.notEqual(decode(mine), mine);
    assert.deepEqual(mine, Float64Array.of(0.5, 0.25, 0.25));
  }
});

test("a function of one's own can take its turn, without copies", () => {
  const flat: Decoding = (values) => Float64Array.from(values, () => 1 / values.length);
  const inTurn = decodeInTurn(flat, topK(5));
  assert.deepEqual(inTurn([0.9, 0.1]), Float64Array.of(0.5, 0.5));
  assert.equal(inTurn.withCopies, undefined);
});

test("decodings name the argument they reject", () => {
  const refused: [() => unknown, RegExp][] = [
    [() => temperature(0), /T must be finite and above 0, got 0/],
    [() => temperature(Number.NaN), /T must be finite and above 0, got NaN/],
    [() => topK(0), /k must be an integer of at least 1, got 0/],
    [() => topK(1.5), /k must be an integer of at least 1, got 1.5/],
    [() => nucleus(0), /p must be above 0 and at most 1, got 0/],
    [() => nucleus(1.1), /p must be above 0 and at most 1, got 1.1/],
    [() => decodeInTurn(), /steps must hold at least 1 decoding, got 0/],
    [() => topK(2)([]), /probabilities must hold at least 1 value above 0, got \[\]/],
    [() => topK(2)([0, 0]), /probabilities must hold at least 1 value above 0, got \[0, 0\]/],
    [() => nucleus(0.5)([0.5, Number.NaN]), /probabilities\[1\] must be finite and not negative, got NaN/],
    [() => temperature(2)([0.5, -1]), /probabilities\[1\] must be finite and not negative, got -1/],
    [() => topK(1).withCopies!([1, 2], [1]), /copies must hold 2 values as probabilities does, got 1/],
  ];
  for (const [call, message] of refused) {
    assert.throws(call, (error) => {
      assert.ok(error instanceof RangeError);
      assert.match(error.message, message);
      return true;
    });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { portableMath } from "../../../kernel/page/portableMath.ts";

const names = ["exp", "expm1", "log", "log1p", "log2"] as const;

/** An engine whose functions are right but for the last digit, now and then. */
const otherEngine = (): Math =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          value: (x: number) => {
            const value = Math[name](x);
            return Number.isFinite(value) && Math.abs(value) > 1e-300 && Math.round(x * 1e6) % 100 === 7
              ? value * (1 + Number.EPSILON)
              : value;
          },
          ...{ writable: true, configurable: true },
        },
      ]),
    ),
  ) as Math;

/** Of all sizes and both signs, also where values end. */
const places = [
  ...[0, -0, 1, -1, Number.NaN, Infinity, -Infinity, 709.78, 709.79, -708, -708.1, -745, -745.2, 1e-320],
  ...Array.from(
    { length: 200_000 },
    (_, i) => (i % 2 === 0 ? 1 : -1) * 1.000_173 ** ((i * 7919) % 90_001) * 1e-4,
  ),
];

test("where an engine's functions differ in their last digits, they give those of the build", () => {
  const math = otherEngine();
  portableMath(math);
  for (const name of names) {
    const wrong = places.filter((x) => !Object.is(math[name](x), Math[name](x)));
    assert.deepEqual(wrong.slice(0, 3), [], name);
    const [made, own] = [math[name], Math[name]] as [(x?: unknown) => number, (x?: unknown) => number];
    assert.deepEqual([made.name, made.length], [own.name, own.length]);
    for (const odd of ["0.5", "", null, true, [2], {}, undefined])
      assert.deepEqual(made(odd), own(odd), name);
    assert.throws(() => made(1n), TypeError);
  }
});

test("where they agree, they stay as they are", () => {
  const math = Object.fromEntries(names.map((name) => [name, Math[name]])) as unknown as Math;
  portableMath(math);
  for (const name of names) assert.equal(math[name], Math[name]);
});

// Promises that every law makes. A law of the registry without its calls fails them.
// To add laws: their calls in a file like driftLaws.ts, and its name below.
import assert from "node:assert/strict";
import { test } from "node:test";
import { laws } from "../../../lib/index.ts";
import { type BadInput, testBadInput } from "./badInput.ts";
import { driftLaws } from "./driftLaws.ts";
import { geneLaws } from "./geneLaws.ts";
import type { LawCalls } from "./lawCalls.ts";
import { mixingLaws } from "./mixingLaws.ts";
import { provenanceLaws } from "./provenanceLaws.ts";
import { regressionLaws } from "./regressionLaws.ts";
import { samplingLaws } from "./samplingLaws.ts";
import { tailLaws } from "./tailLaws.ts";

const calls: LawCalls = {
  ...driftLaws,
  ...geneLaws,
  ...mixingLaws,
  ...provenanceLaws,
  ...regressionLaws,
  ...samplingLaws,
  ...tailLaws,
};

type Path = readonly (string | number)[];
type Law = (...args: unknown[]) => unknown;

/** Everything inside a value that is no object itself, or no list, with the way to it. */
function leaves(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}
function lists(value: unknown, path: Path = []): { path: Path; value: number[] }[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value) && path.length > 0) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => lists(inner, [...path, key]));
}
/** A copy in which one place holds something else. */
function spoilt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    Path[number],
    unknown
  >;
  copy[key] = spoilt(copy[key], rest, put);
  return copy;
}
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
const numbersIn = (value: unknown) => leaves(value).filter((leaf) => typeof leaf.value === "number");

/** The value of a law as one finite number, or the refusal it throws. */
function finite(value: unknown): number {
  const numbers = numbersIn(value).map((leaf) => leaf.value as number);
  assert.ok(numbers.length > 0 && numbers.every(Number.isFinite), `gave ${JSON.stringify(value)}`);
  return numbers[0]!;
}
function refusesOrGives(call: () => unknown): BadInput["empty"] {
  try {
    call();
  } catch {
    return { refuses: call };
  }
  return { gives: () => finite(call()) };
}

/** What the five kinds of bad input do to a law, from its ordinary call. */
function badInput(law: Law, args: readonly unknown[]): BadInput {
  const withPut = (path: Path, put: unknown) => () => law(...(spoilt(args, path, put) as unknown[]));
  const places = numbersIn(args);
  const counts = places.filter(({ value }) => Number.isInteger(value));
  const given = lists(args);
  const list = given[0];
  const even = list?.value.map((x) =>
    Math.abs(list.value.reduce((a, b) => a + b, 0) - 1) < 1e-9
      ? 1 / list.value.length
      : list.value[0]! + 0 * x,
  );
  return {
    nan: { refuses: withPut(places[0]!.path, Number.NaN) },
    negativeCount: counts[0]
      ? refusesOrGives(withPut(counts[0].path, -1))
      : { cannot: "no argument of it counts anything" },
    empty: list ? refusesOrGives(withPut(list.path, [])) : { cannot: "it takes no list" },
    mismatchedLength: given[1]
      ? refusesOrGives(withPut(given[1].path, given[1].value.slice(1)))
      : { cannot: "it takes no two lists" },
    zeroVariance: list ? refusesOrGives(withPut(list.path, even)) : { cannot: "it takes no sample" },
  };
}

test("every law of the registry has its calls", () => {
  assert.deepEqual(Object.keys(calls).sort(), Object.keys(laws).sort());
});

for (const [name, [ordinary, ...corners]] of Object.entries(calls)) {
  const law = laws[name as keyof typeof laws] as Law;
  const args = ordinary as unknown as readonly unknown[];

  for (const call of [args, ...corners]) {
    test(`${name}(${JSON.stringify(call).slice(1, -1)}) is finite, on frozen input, and the same when asked again`, () => {
      const given = frozen(structuredClone(call)) as unknown[];
      const value = law(...given);
      finite(value);
      assert.deepEqual(law(...given), value);
    });
  }

  testBadInput(name, badInput(law, args));

  for (const { path } of numbersIn(args)) {
    const put = (value: number) => () => law(...(spoilt(args, path, value) as unknown[]));
    test(`${name}() refuses NaN in argument ${path.join(".")}, and says which it was`, () => {
      assert.throws(put(Number.NaN), (error) => {
        const argument = path.findLast((key) => Number.isNaN(Number(key))) ?? "\\w+";
        assert.match(
          String(error),
          new RegExp(`^RangeError: Cannot [^:]+: ${argument}\\b.* must .+, got NaN$`),
        );
        return true;
      });
    });
    test(`${name}() gives no NaN, whatever argument ${path.join(".")} is`, () => {
      for (const odd of [-1, -0.5, -Infinity, 0, 1e-300, 0.5, 1, 2, 1e300, Infinity]) {
        let value: unknown;
        try {
          value = put(odd)();
        } catch (error) {
          assert.ok(error instanceof RangeError || error instanceof TypeError, String(error));
          assert.match(String(error), /: Cannot [^:]+: \S+( and \S+)? must .+, got .+$/);
          continue;
        }
        for (const leaf of leaves(value))
          assert.ok(!Number.isNaN(leaf.value), `gave ${JSON.stringify(value)} for ${odd}`);
      }
    });
  }
}

// Who forgets the options is told so, and by whom.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";

const { bootstrap, commonRandomNumbers, distributions, laws, metrics, minHash, models, shingles } = lib;
const { verifyInclusion, writeWatermarked } = lib;
const others = { bootstrap, commonRandomNumbers, minHash, shingles, verifyInclusion, writeWatermarked };
const callable: Record<string, unknown> = { ...metrics, ...models, ...laws, ...distributions, ...others };
const withOptions = Object.entries(callable).filter(([, value]) => String(value).includes("requireOptions("));
assert.ok(withOptions.length > 100, "most have options");

for (const [name, value] of withOptions) {
  test(`${name}() without options names them`, () => {
    const call = value as (...args: unknown[]) => unknown;
    const message = /^Cannot [^:]+: options must be an object, got (undefined|null|2)$/;
    for (const options of [undefined, null, 2]) {
      const args: unknown[] = new Array(call.length).fill(undefined);
      args[Math.max(0, call.length - 1)] = options;
      assert.throws(() => call(...args), { name: "TypeError", message });
    }
  });
}

test("a metric names itself: selfBleu() and bleu() have no usual order or smoothing", () => {
  const forgetful = lib as unknown as Record<string, (...args: unknown[]) => unknown>;
  assert.throws(
    () => forgetful.selfBleu!([["a", "b"]]),
    /^TypeError: Cannot compute selfBleu: options must be an object/,
  );
  assert.throws(
    () => forgetful.bleu!(["a", "b"], [["a", "b"]]),
    /^TypeError: Cannot compute bleu: options must be/,
  );
});

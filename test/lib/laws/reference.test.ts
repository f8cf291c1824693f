// Laws against mpmath and SciPy, each from its definition. See test/reference/laws-drift.py, and for the first generations,
// the least sizes and the largest arguments laws-edges.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collapseProbabilityBounds, collapseTimeBounds, laws } from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

interface Row {
  law: keyof typeof laws;
  args: unknown[];
  value: unknown;
  within?: number;
}
interface Chain {
  size: number;
  types: number;
  simpson: number;
  meanTime: number;
  collapsed: Record<string, number>;
}
const { rows, chains } = readReference<{ rows: Row[]; chains: Chain[] }>("laws-drift");
const edges = readReference<{ rows: Row[] }>("laws-edges").rows;

/** JSON has no Infinity. */
function withInfinity(value: unknown): unknown {
  if (value === "Infinity") return Infinity;
  if (Array.isArray(value)) return value.map(withInfinity);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withInfinity(inner)]));
}
function agree(actual: unknown, expected: unknown, within: number): void {
  if (typeof expected !== "object" || expected === null) {
    const error = relativeError(actual as number, expected as number);
    assert.ok(error <= within, `${String(actual)}, not ${String(expected)}: off by ${error}`);
    return;
  }
  assert.deepEqual(Object.keys(actual as object), Object.keys(expected));
  for (const [key, inner] of Object.entries(expected)) {
    agree((actual as Record<string, unknown>)[key], inner, within);
  }
}

for (const { law, args, value, within = 1e-12 } of [...rows, ...edges]) {
  const list = JSON.stringify(args).slice(1, -1);
  test(`${law}(${list.length > 110 ? `${list.slice(0, 107)}...` : list}) agrees with its definition`, () => {
    const call = laws[law] as (...args: unknown[]) => unknown;
    agree(call(...(withInfinity(args) as unknown[])), value, within);
  });
}

for (const chain of chains) {
  test(`Seddik's bounds hold the exact chain of ${chain.size} words between them`, () => {
    const time = collapseTimeBounds(chain);
    assert.ok(time.lower <= chain.meanTime && chain.meanTime <= time.upper);
    for (const [t, exact] of Object.entries(chain.collapsed)) {
      const { lower, upper } = collapseProbabilityBounds(Number(t), chain);
      assert.ok(lower <= exact + 1e-12 && exact <= upper + 1e-12, `${t}: ${lower} ${exact} ${upper}`);
    }
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { ribbon } from "../../../lib/figures/ribbon.ts";

const law = { low: [1, 0.5], middle: [1, 0.8], high: [1, 1.5] };
const options = {
  values: [
    [1, 1, 1],
    [0.7, 2, 1.5],
  ],
  law,
  y: "variance",
  band: "middle 90 %",
};

test("the sentence counts the chains that end within the band, both ends included", () => {
  assert.match(ribbon(options).description, /between 0.5 and 1.5 \(middle 90 %\); 2 of 3 do\.$/);
});

test("at most 50 chains and 26 generations are drawn, the first and the last among them", () => {
  const values = Array.from({ length: 101 }, () => new Float64Array(200).fill(1));
  const flat = Array.from({ length: 101 }, () => 1);
  const { data } = ribbon({ ...options, values, law: { low: flat, middle: flat, high: flat } });
  const { values: rows } = data as { values: Record<string, number>[] };
  assert.deepEqual([rows.length, rows[0]!.generation, rows.at(-1)!.generation], [26, 0, 100]);
  const chains = Object.keys(rows[0]!).filter((name) => /^\d+$/.test(name));
  assert.deepEqual([chains.length, chains[0], chains.at(-1)], [50, "0", "199"]);
});

test("a logarithmic axis leaves out what it cannot show", () => {
  const { data } = ribbon({ ...options, values: [[1], [0]], log: true });
  assert.equal((data as { values: Record<string, unknown>[] }).values[1]!["0"], null);
});

test("it names the argument it rejects", () => {
  assert.throws(
    () => ribbon({ ...options, values: [[1]] }),
    /values must hold at least 2 generations, got 1/,
  );
  assert.throws(
    () => ribbon({ ...options, law: { ...law, high: [1] } }),
    /Cannot draw a ribbon: law must hold 2 values, one per generation, got 1/,
  );
  assert.throws(
    () => ribbon({ ...options, values: [[1], [Number.NaN]] }),
    /values\[1\]\[0\] must be finite, got NaN/,
  );
});

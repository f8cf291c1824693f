import assert from "node:assert/strict";
import { test } from "node:test";
import { type Control, type ControlSpec, controls, controlText } from "../../../kernel/session/controls.ts";
import { stillControl } from "../../../kernel/session/stillControl.ts";

/** Controls that give what a front end is told of them. */
const told: ControlSpec<unknown>[] = [];
const { slider, choice, toggle } = controls(<Value>(spec: ControlSpec<Value>): Control<Value> => {
  told.push(spec as ControlSpec<unknown>);
  const control: Control<Value> = { value: spec.initial, onChange: () => control };
  return control;
});
const specOf = (make: () => unknown): ControlSpec<unknown> => {
  make();
  return told.at(-1) as ControlSpec<unknown>;
};

test("slider() starts at its least value, or where it is told, and steps by a hundredth of its way", () => {
  assert.equal(slider({ min: 2, max: 7 }).value, 2);
  for (const value of [2, 3.5, 7]) assert.equal(slider({ min: 2, max: 7, value }).value, value);
  const { state, read } = specOf(() => slider({ min: 2, max: 7 }));
  assert.deepEqual([state.min, state.max, state.step], [2, 7, 0.05]);
  assert.equal(specOf(() => slider({ min: 2, max: 7, step: 1 })).state.step, 1);
  assert.equal(read("3.5"), 3.5);
});

for (const [given, says] of [
  [{ min: 1, max: 1 }, /max must be above min, got 1 and 1/],
  [{ min: 2, max: 1 }, /max must be above min, got 2 and 1/],
  [{ min: Number.NaN, max: 1 }, /max must be above min, got NaN and 1/],
  [{ min: 0, max: 1, value: 1.1 }, /value must lie between 0 and 1, got 1.1/],
  [{ min: 0, max: 1, value: -0.1 }, /value must lie between 0 and 1, got -0.1/],
  [{ min: 0, max: 1, value: Number.NaN }, /value must lie between 0 and 1, got NaN/],
] as const)
  test(`slider() refuses ${JSON.stringify(given)}`, () =>
    assert.throws(() => slider(given), { name: "RangeError", message: says }));

test("choice() goes by place, and is not changed by what becomes of its options", () => {
  const options = ["a", "b", "c"];
  assert.equal(choice({ options }).value, "a");
  assert.equal(choice({ options, value: "c" }).value, "c");
  const { read, write } = specOf(() => choice({ options }));
  options.reverse();
  assert.deepEqual([read(1), read("2"), write("c")], ["b", "c", 2]);
  assert.throws(() => choice({ options, value: "d" }), /value must be one of c, b, a, got d/);
  assert.throws(() => choice({ options: [] }), /value must be one of , got undefined/);
});

test("toggle() is off unless told", () => {
  assert.deepEqual([toggle().value, toggle({ value: true }).value], [false, true]);
  const { read, write } = specOf(() => toggle({ label: "on" }));
  assert.deepEqual([read(1), read(0), write(true)], [true, false, true]);
});

test("controlText() names the value where there is a name", () => {
  assert.equal(controlText("M", 5), "M: 5");
  assert.equal(controlText(undefined, false), "false");
  assert.equal(controlText("", "a"), ": a");
});

test("stillControl() shows each control once, where it is made, and keeps its value", () => {
  const shown: string[] = [];
  const showing = (value: unknown): void => {
    const bundle = (value as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]?.();
    shown.push(bundle?.["text/plain"] ?? "?");
  };
  const still = controls(stillControl(showing));
  const size = still.slider({ min: 1, max: 9, value: 4, label: "M" });
  const same = size.onChange(() => assert.fail("no hand moves it"));
  assert.equal(same, size);
  assert.equal(size.value, 4);
  still.choice({ options: ["x", "y"] });
  assert.deepEqual(shown, ["M: 4", "x"]);
  const own = size as unknown as Record<symbol, () => object>;
  assert.deepEqual(
    own[Symbol.for("Jupyter.display")]?.(),
    {},
    "a cell that ends in it shows it no second time",
  );
});

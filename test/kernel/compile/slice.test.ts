import assert from "node:assert/strict";
import { test } from "node:test";
import { ts } from "../../../kernel/check/typescript.ts";
import { cellUses } from "../../../kernel/compile/cellUses.ts";
import { slice } from "../../../kernel/compile/slice.ts";

/** Cells as `a: const n = 1`, in order. */
const cellsOf = (lines: readonly string[]) =>
  lines.map((line) => {
    const [id = "", ...source] = line.split(": ");
    return { id, source: source.join(": ") };
  });
const needed = (lines: readonly string[], id: string): string =>
  slice(cellsOf(lines), { wanted: [id] }).join(" ");

/** What the last cell needs. */
const cases: Record<string, { cells: string[]; needs: string }> = {
  "a name that it reads": { cells: ["a: const n = 1", "b: const k = 2", "c: n"], needs: "a c" },
  "the newest declaration alone": { cells: ["a: let n = 1", "b: let n = 2", "c: n"], needs: "b c" },
  "what its own declaration hides": { cells: ["a: let n = 1", "b: const n = 2; n"], needs: "b" },
  "names along the way": { cells: ["a: const n = 1", "b: const k = n", "c: k"], needs: "a b c" },
  "nothing for the name of a type": {
    cells: ["a: interface T { n: number }", "b: const t: T = { n: 1 }; t"],
    needs: "b",
  },
  "nothing for a property of the same name": { cells: ["a: const n = 1", "b: ({ n: 2 }).n"], needs: "b" },
  "what an import brought": { cells: ['a: import { mean } from "x"', "b: mean([1])"], needs: "a b" },
  "an import for its effect": { cells: ['a: import "x"', "b: 1"], needs: "a b" },
  "an assignment": { cells: ["a: let n = 1", "b: n = 2", "c: n"], needs: "a b c" },
  "an increment": { cells: ["a: let n = 1", "b: n++", "c: n"], needs: "a b c" },
  "an assignment in a pattern": { cells: ["a: let n = 1", "b: [n] = [2]", "c: n"], needs: "a b c" },
  "an assignment before the declaration that counts, not": {
    cells: ["a: let n = 1", "b: n = 2", "c: let n = 3", "d: n"],
    needs: "c d",
  },
  "a property set": { cells: ["a: const o = { n: 1 }", "b: o.n = 2", "c: o.n"], needs: "a b c" },
  "an element set": { cells: ["a: const o = [[1]]", "b: o[0][0] += 2", "c: o"], needs: "a b c" },
  "a property deleted": { cells: ["a: const o: any = { n: 1 }", "b: delete o.n", "c: o"], needs: "a b c" },
  "a method that changes": { cells: ["a: const o = [1]", "b: o.push(2)", "c: o"], needs: "a b c" },
  "a method called through ?.": {
    cells: ["a: const o: number[] | undefined = [1]", "b: o?.push(2)", "c: o"],
    needs: "a b c",
  },
  "a method that does not change, not": {
    cells: ["a: const o = [1]", "b: o.map((x) => x)", "c: o"],
    needs: "a c",
  },
  "Object.assign": { cells: ["a: const o = {}", "b: Object.assign(o, { n: 1 })", "c: o"], needs: "a b c" },
  "a member set in a pattern": {
    cells: ["a: const o = [1, 2]", "b: [o[0], o[1]] = [2, 1]", "c: o"],
    needs: "a b c",
  },
  "a change through another name": {
    cells: ["a: const o = [{ n: 1 }]", "b: const first = o[0]; first.n = 2", "c: o"],
    needs: "a b c",
  },
  "a change through another cell's name": {
    cells: ["a: const o = [{ n: 1 }]", "b: const first = o[0]", "c: first.n = 2", "d: o"],
    needs: "a b c d",
  },
  "a change in a loop over it": {
    cells: ["a: const o = [{ n: 1 }]", "b: for (const row of o) row.n = 2", "c: o"],
    needs: "a b c",
  },
  "a change in a callback": {
    cells: ["a: const o = [{ n: 1 }]", "b: o.forEach((row) => { row.n = 2 })", "c: o"],
    needs: "a b c",
  },
  "a change of a copy's elements": {
    cells: [
      "a: const o = [{ n: 1 }]",
      "b: for (const { p } of [...o].map((q) => ({ p: q }))) void p; const s = [...o]; s[0].n = 2",
      "c: o",
    ],
    needs: "a b c",
  },
  "a change by a function of the notebook": {
    cells: ["a: let n = 1", "b: function add() { n += 1 }", "c: add()", "d: n"],
    needs: "a b c d",
  },
  "a change by a function of a function": {
    cells: [
      "a: let n = 1",
      "b: const add = () => { n += 1 }",
      "c: const twice = () => { add(); add() }",
      "d: twice()",
      "e: n",
    ],
    needs: "a b c d e",
  },
  "a change of what a function is given": {
    cells: ["a: const o = [1]", "b: function grow(list: number[]) { list.push(1) }", "c: grow(o)", "d: o"],
    needs: "a b c d",
  },
  "no call of a function that changes nothing": {
    cells: ["a: const o = [1]", "b: const sum = (list: number[]) => list.length", "c: sum(o)", "d: o"],
    needs: "a d",
  },
  "a later declaration that a function sees": {
    cells: ["a: const f = () => g()", "b: const g = () => 1", "c: f()"],
    needs: "a b c",
  },
  "a redefinition that a function sees": {
    cells: ["a: let k = 1; const f = () => k", "b: let k = 2", "c: f()"],
    needs: "a b c",
  },
  "a global that was set": { cells: ["a: globalThis.n = 1", "b: const other = 2", "c: n"], needs: "a c" },
  "the language's own objects, if changed": {
    cells: ["a: Math.sign = () => 5", "b: Math.sign(1)"],
    needs: "a b",
  },
  "a class and its base": {
    cells: ["a: class A {}", "b: class B extends A {}", "c: new B()"],
    needs: "a b c",
  },
  "nothing of a cell that comes after": { cells: ["a: const n = 1", "z: n"], needs: "a z" },
};
for (const [what, { cells, needs }] of Object.entries(cases)) {
  test(`a cell needs ${what}`, () => assert.equal(needed(cells, cells.at(-1)?.split(":")[0] ?? ""), needs));
}

/** What the last cell needs to be checked in its types. */
const typedCases: Record<string, { cells: string[]; needs: string }> = {
  "an interface": { cells: ["a: interface T { n: number }", "b: const t: T = { n: 1 }"], needs: "a b" },
  "an alias, and what it stands on": {
    cells: ["a: type Q = number", "b: type P = [Q, Q]", "c: type R = 1", "d: const p = [1, 1] as P"],
    needs: "a b d",
  },
  "the newest declaration alone": {
    cells: ["a: type T = 1", "b: type T = 2", "c: let t: T = 2"],
    needs: "b c",
  },
  "not what its own declaration hides": {
    cells: ["a: type T = 1", "b: type T = 2; let t: T = 2"],
    needs: "b",
  },
  "a value of which it takes the type": {
    cells: ["a: const n = 1", "b: const m = n", "c: let t: typeof m = 1"],
    needs: "a b c",
  },
  "a class that is only a type": { cells: ["a: class A {}", "b: let t: A | undefined"], needs: "a b" },
  "an import of a type": { cells: ['a: import type { Rng } from "x"', "b: let r: Rng[] = []"], needs: "a b" },
  "a type among an import of values": {
    cells: ['a: import { type Rng, mean } from "x"', "b: (r: Rng) => r"],
    needs: "a b",
  },
  "types of the cells that it reads": {
    cells: ["a: interface T { n: number }", "b: const f = (t: T) => t.n", "c: f({ n: 1 })"],
    needs: "a b c",
  },
  "values behind a type": {
    cells: ["a: let n = 1", "b: n = 2", "c: type N = typeof n", "d: let t: N = 2"],
    needs: "a c d",
  },
  "nothing for a member, a parameter or an element of the same name": {
    cells: ["a: type n = 1", "b: let t: { n: 1 } | ((n: number) => [n?: 1]) | Space.n"],
    needs: "b",
  },
  "what a cell that only the full compiler reads may need": {
    cells: ["a: type T = 1", "b: type U = 1", "c: const f = true ? (1) : t => t as T"],
    needs: "a c",
  },
};
for (const [what, { cells, needs }] of Object.entries(typedCases)) {
  test(`to be checked in its types a cell needs ${what}`, () => {
    const wanted = [cells.at(-1)?.split(":")[0] ?? ""];
    assert.equal(slice(cellsOf(cells), { wanted, withTypes: true }, () => ts).join(" "), needs);
  });
}

test("a change reaches the cells that need the changed one, itself among them", () => {
  const cells = cellsOf(["a: const n = 1", "b: const k = n", "c: const m = 1", "d: k + m", "e: m"]);
  assert.deepEqual(slice(cells, { changed: ["a"] }), ["a", "b", "d"]);
  assert.deepEqual(slice(cells, { changed: ["c"] }), ["c", "d", "e"]);
  assert.deepEqual(slice(cells, { wanted: ["b", "e"] }), ["a", "b", "c", "e"]);
});

test("a cell that is not there is named", () => {
  assert.throws(() => slice(cellsOf(["a: 1"]), { wanted: ["b"] }), {
    name: "RangeError",
    message: "Cannot slice a notebook: ids must be of its code cells, got b",
  });
});

test("what a cell writes is told from what its functions write", () => {
  const { writesNow, writesLater } = cellUses("n = 1; const f = () => { k = 2 }");
  assert.deepEqual([[...writesNow].sort(), [...writesLater]], [["k", "n"], ["k"]]);
});

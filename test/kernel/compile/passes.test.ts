// What single passes promise, on the smallest cells that would show it missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { compileCell } from "../../../kernel/compile/compileCell.ts";

/** Runs a compiled cell whose free names are those of `names`; gives its state and what it returned. */
async function run(source: string, names: object = {}, host: object = {}) {
  const { code } = compileCell(source, { stoppable: "flag" in host });
  const state: Record<string, unknown> = {};
  const owner = (name: string, early?: boolean): unknown => {
    if (early && !(name in state)) throw new ReferenceError(`early ${name}`);
    return name in state ? state : names;
  };
  const cell = runInThisContext(code) as (state: object, host: object) => Promise<unknown>;
  return { result: await cell(state, { owner, ...host }), state };
}

for (const [kind, loop, word] of [
  ["while", "while (true) turn()", "stop"],
  ["while, with a block", "while (true) { turn() }", "stop"],
  ["do … while", "do turn(); while (true)", "stop"],
  ["for", "for (;;) turn()", "stop"],
  ["for … in", "for (const key in many) turn()", "stop"],
  ["for … of", "for (const each of many) turn()", "stop"],
  ["for await", "for await (const each of many) turn()", "resumed"],
  ["a loop in a loop", "for (;;) { while (true) turn() }", "stop"],
  ["a loop in a function", "const f = () => { for (const key in many) turn() }; f()", "stop"],
] as const)
  test(`a ${kind} can be stopped at its next turn`, async () => {
    const flag = [0];
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (turns === 3) flag[0] = 1;
      if (turns === 10) throw new Error("nobody stopped it");
    };
    const interrupt = (name: string) => () => {
      if (flag[0] !== 0) throw new Error(`${name} after ${turns}`);
    };
    const host = { flag, stop: interrupt("stop"), resumed: interrupt("resumed") };
    const many = Array.from({ length: 20 }, (_, i) => i);
    await assert.rejects(run(loop, { turn, many }, host), { message: `${word} after 3` });
  });

for (const [source, result] of [
  ["1; 2", { value: 2 }],
  ["1;;", { value: 1 }],
  ["1; export {};", { value: 1 }],
  ["export default 7;", { value: 7 }],
  ["export default class A {}", undefined],
  ["export default class {}", undefined],
  ["export default function f() {}", undefined],
  ["1; const a = 2;", undefined],
  ["", undefined],
] as const)
  test(`${JSON.stringify(source)} gives ${JSON.stringify(result) ?? "nothing"}`, async () => {
    assert.deepEqual((await run(source)).result, result);
  });

test("a default export with a name is a name of the notebook", async () => {
  const { state } = await run("export default class A {}");
  assert.equal(typeof state.A, "function");
  assert.equal(typeof (await run("export default function f() {}")).state.f, "function");
});

for (const [kind, early] of [
  ["a class", "const a = new A(); class A {}"],
  ["a class that is extended", "class B extends A {} class A {}"],
  ["a const", "const a = A; const A = 1"],
  ["a let", "A = 1; let A"],
  ["a const in its own value", "const A = A"],
] as const)
  test(`${kind} is not there before its line`, () =>
    assert.rejects(run(early), { name: "ReferenceError", message: "early A" }));

for (const [kind, late] of [
  ["a class that a function names", "const make = () => new A(); class A {} make()"],
  ["a function", "const a = A(); function A() { return 1 }"],
  ["a var", "const a = A; var A = 1"],
] as const)
  test(`${kind} may be named before its line`, () => assert.doesNotReject(run(late)));

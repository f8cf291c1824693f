// What single passes promise, on the smallest cells that would show it missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInThisContext } from "node:vm";
import { compileCell } from "../../../kernel/compile/compileCell.ts";
import { typescript } from "./differential/reference.ts";

/** Runs a compiled cell whose free names are those of `names`; gives its state and what it returned. */
async function run(source: string, names: object = {}, host: object = {}) {
  const { code } = compileCell(source, { stoppable: "flag" in host });
  const state: Record<string, unknown> = {};
  const owner = (name: string, early?: boolean): unknown => {
    if (early && !(name in state)) throw new ReferenceError(`early ${name}`);
    return name in state ? state : names;
  };
  const cell = runInThisContext(code) as (state: object, host: object) => Promise<unknown>;
  return { result: await cell(state, { owner, made() {}, ...host }), state };
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

for (const [source, offered] of [
  ["f(1); f(2); f(3)", [1, 2]],
  ["f(1)\nf(2)\nlet a = f(3)", [1, 2]],
  ["await f(1); (f)(2) /* ; */\n;(f(3)); 0", [1, 2, 3]],
  ["f(1);;", []],
  ["f(1); export {};", []],
  ["void f(1); f(2) && f(3); a = f(4); new Array(5); f(6) + f(7); 0", []],
  ["for (const x of [1, 2]) f(x); if (f(3)) f(4); { f(5) } 0", []],
  ["function g() { f(1); f(2) } g(); 0", [undefined]],
] as const)
  test(`${JSON.stringify(source)} offers ${JSON.stringify(offered)}`, async () => {
    const made: unknown[] = [];
    await run(source, { f: (x: unknown) => x, a: 0 }, { made: (value: unknown) => made.push(value) });
    assert.deepEqual(made, offered);
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

for (const [source, ...call] of [
  ['import "m"', "m", {}, [], 1],
  ['import A from "m"', "m", {}, [["default", "A", false]], 1],
  ['import A from "m"; A', "m", {}, [["default", "A", true]], 1],
  ['\nimport * as A from "m"\nA.b', "m", {}, [["*", "A", true]], 2],
  ['import * as A from "m"; let x: A.T', "m", {}, [["*", "A", false]], 1],
  [
    'import A, * as B from "m"; B',
    "m",
    {},
    [
      ["default", "A", false],
      ["*", "B", true],
    ],
    1,
  ],
  [
    'import { a, b as c } from "m"; c()',
    "m",
    {},
    [
      ["a", "a", false],
      ["b", "c", true],
    ],
    1,
  ],
  ['import { "a b" as c } from "m"; [c]', "m", {}, [["a b", "c", true]], 1],
  ['import { a } from "m"; const f = (a: number) => a', "m", {}, [["a", "a", false]], 1],
  ['import { a } from "m"; const f = () => a', "m", {}, [["a", "a", true]], 1],
  ['import d from "m" with { type: "json" }', "m", { type: "json" }, [["default", "d", false]], 1],
  ['import d from "m" with { "a-b": "c" }', "m", { "a-b": "c" }, [["default", "d", false]], 1],
] as const)
  test(`${JSON.stringify(source)} is one call, with the names that the cell uses as values`, async () => {
    const calls: unknown[] = [];
    // A name that is missing later on is no matter here: the call comes first.
    await run(source, {}, { load: async (...given: unknown[]) => calls.push(given) }).catch(() => {});
    assert.deepEqual(calls, [call]);
  });

test("imports run first, in their order, wherever they stand", async () => {
  const order: unknown[] = [];
  const load = async (specifier: string): Promise<void> => void order.push(specifier);
  const note = (what: string): unknown => order.push(what);
  await run('note("a"); import "x"; note("b")\nimport "y"', { note }, { load });
  assert.deepEqual(order, ["x", "y", "a", "b"]);
});

for (const source of ['export * from "m"', 'export { a } from "m"', 'export * as a from "m"'])
  test(`${source} is refused: a cell hands nothing on`, () =>
    assert.throws(() => compileCell(`1\n  ${source}`), {
      name: "SyntaxError",
      message: /A cell cannot re-export a module/,
      line: 2,
      column: 3,
    }));

/** What a line without a semicolon ends in, before a line that the compiler begins with a parenthesis. */
for (const [kind, line] of [
  ["an expression", "seen(1)"],
  ["a declaration", "const b = seen"],
  ["a function's value", "const b = function () { return 2 }"],
  ["an assignment", "seen.b = seen"],
  ["a loop", "do seen(1); while (false)"],
  ["an import", 'import "m"'],
  ["a debugger statement", "debugger"],
] as const)
  test(`${kind} without a semicolon is not called by the next line`, async () => {
    const seen = (value: unknown): unknown => value;
    const { state, result } = await run(
      `${line}\nconst { a } = { a: 5 }\n;a`,
      { seen },
      { load: async () => {} },
    );
    assert.deepEqual([state.a, result], [5, { value: 5 }]);
  });

for (const [kind, source] of [
  ["throw", "throw stop\nconst { a } = { a: 5 }"],
  ["throw in a block", "if (stop) { throw stop\nvar { a } = { a: 5 } }"],
  ["throw before a call", "throw stop\nmissing()"],
] as const)
  test(`${kind} without a semicolon throws its own value, and no call of it`, async () => {
    const stop = new Error("own");
    await assert.rejects(run(source, { stop }), stop);
  });

test("var keeps its value where it is declared again without one, and let does not", async () => {
  const values: unknown[] = [];
  const note = (value: unknown): unknown => values.push(value);
  await run("var a = 1; var a; note(a); for (var a of [2, 3]); note(a); { var a } note(a)", { note });
  await run("for (var k in { x: 1 }); note(k); var k; note(k); var b; note(b)", { note });
  assert.deepEqual(values, [1, 3, 3, "x", "x", undefined]);
  const state: Record<string, unknown> = { v: 1, l: 1 };
  const cell = runInThisContext(compileCell("var v; let l").code) as (state: object, host: object) => unknown;
  await cell(state, {});
  assert.deepEqual(state, { v: 1, l: undefined }, "over an earlier cell's");
});

for (const [source, name] of [
  ["const f = () => 1", "f"],
  ["const f = function () {}", "f"],
  ["let f = class {}", "f"],
  ["const f = function own() {}", "own"],
  ["let f; f = () => 1", "f"],
  ["let f; f ??= () => 1", "f"],
  ["let f = true; f &&= () => 1", "f"],
  ["let f; f ||= class {}", "f"],
  ["let f; (f) = () => 1", ""],
  ["let f; f = (0, () => 1)", ""],
  ["const { f = () => 1 } = {}", "f"],
  ["const [f = () => 1] = []", "f"],
  ["const { g: f = () => 1 } = {}", "f"],
  ["const f = [() => 1][0]", ""],
  ["const f = (() => 1)", "f"],
] as const)
  test(`${source}: the function is called ${JSON.stringify(name)}, as in a module`, async () => {
    assert.equal(((await run(source)).state.f as () => void).name, name);
  });

for (const [source, shown] of [
  ["{ a: 1 }", { a: 1 }],
  ["{ a: 1, b: [2] };", { a: 1, b: [2] }],
  ["// a comment\n/* and one */ { a: 1 }\n", { a: 1 }],
  ["{}", {}],
  ["{ a }", { a: 7 }],
  ["{ ...{ a: 1 } }", { a: 1 }],
  ["{ a: 1 as number }", { a: 1 }],
] as const)
  test(`${JSON.stringify(source)} alone is an object`, async () =>
    assert.deepEqual((await run(source, { a: 7 })).result, { value: shown }));

for (const source of ["{ const a = 1 }", "{ a: 1 } 2;{}", "{ a(); }", "{ a; b }", "{ label: a() }; {}"])
  test(`${JSON.stringify(source)} is a block, which has no value`, async () =>
    assert.equal((await run(source, { a: () => 1, b: 2 })).result, undefined));

for (const source of [
  "{ a() }",
  "{ a(b); }",
  "{ a(b, c) }",
  "{ a /* it */ (b) }",
  "{ a<number>(b) }",
  "{\n  a\n  (b)\n}",
])
  test(`${JSON.stringify(source)} is a call in a block, and no object with half of a method`, async () => {
    let calls = 0;
    const a = (): void => {
      calls += 1;
    };
    const names = { a, b: 1, c: 2 };
    assert.equal((await run(source, names)).result, undefined);
    assert.equal(calls, 1);
  });

for (const [source, line, column] of [
  ["x = { a(b) }", 1, 7],
  ["const o: object = {\n  a: 1,\n  b(c): void;\n}", 3, 3],
  ["f({ a() })", 1, 5],
] as const)
  for (const loadTypeScript of [() => undefined, () => typescript])
    test(`${JSON.stringify(source)} lacks a method's body, ${loadTypeScript() ? "with" : "without"} TypeScript`, () =>
      assert.throws(() => compileCell(source, { loadTypeScript }), {
        name: "SyntaxError",
        message: "'{' expected",
        line,
        column,
      }));

test("a comparison with a negated decrement is no comment of a script", async () => {
  const { result } = await run("let b = 3; 1<!--b");
  assert.deepEqual(result, { value: false });
});

test("a call of a notebook's name gets no state as its this; a method keeps its object", async () => {
  function f(this: unknown): unknown {
    return this;
  }
  const own = { f, o: { f } };
  for (const source of ["f()", "f`x`", "f?.()", "const g = f; g()", "(f)()"])
    assert.deepEqual((await run(source, own)).result, { value: undefined }, source);
  for (const source of ["o.f()", "o?.f()", "o['f']()", "o.f`x`"])
    assert.deepEqual((await run(source, own)).result, { value: own.o }, source);
});

for (const [source, value] of [
  ["typeof a", "number"],
  ["typeof nowhere", "undefined"],
  ["({ a }).a", 5],
  ["({ b: a }).b", 5],
  ["const { a } = { a: 6 }; a", 6],
  ["const { a: b = a } = {}; b", 5],
  ["const { [k]: c } = { key: 7 }; c", 7],
  ["[a] = [8]; a", 8],
  ["({ a } = { a: 9 }); a", 9],
  ["({ x: a = 4 } = {}); a", 4],
  ["a += 1; a", 6],
  ["a++; a", 6],
  ["((a) => a)(1)", 1],
  ["{ let a = 1; a } a", 5],
  ["(() => { var a = 1; return a })() + a", 6],
  ["try { throw 1 } catch (a) { a } a", 5],
  ["new (class { a = a })().a", 5],
  ["new C(a).x", 5],
  ["new n.C(a).x", 5],
  ["new (C)(a).x", 5],
  ["a: for (;;) break a; a", 5],
  [`\`\${a}\``, "5"],
  ["o.a", 1],
  ["o?.a ?? a", 1],
] as const)
  test(`names in ${source} are those that JavaScript means`, async () => {
    class C {
      readonly x: number;
      constructor(x: number) {
        this.x = x;
      }
    }
    const names = { a: 5, k: "key", o: { a: 1 }, C, n: { C } };
    const peek = (name: string): unknown => (names as Record<string, unknown>)[name];
    assert.deepEqual((await run(source, names, { peek })).result, { value });
  });

for (const [source, line, column] of [
  ["const a = 1; a = 2", 1, 14],
  ["const a = 1\n;[a] = [2]", 2, 3],
  ["const a = 1\n;({ a } = { a: 2 })", 2, 5],
  ["const a = 1; a++", 1, 14],
  ["const a = 1; for (a of [2]);", 1, 19],
  ["const a = 1; const f = () => { a = 2 }", 1, 32],
  ["import a from 'm'; a = 2", 1, 20],
  ["import { a } from 'm'; delete a.b; a ||= 1", 1, 36],
] as const)
  test(`${JSON.stringify(source)} is refused where it stands`, () =>
    assert.throws(() => compileCell(source), {
      name: "SyntaxError",
      message: 'Cannot assign to "a": it is a constant of this cell',
      line,
      column,
    }));

for (const source of [
  "const a = 1; { let a; a = 2 }",
  "const a = []; a.b = 1; a[0] = 1",
  "let a; a = 1",
  "function a() {} a = 1",
  "const a = 1; ((a) => { a = 2 })()",
])
  test(`${JSON.stringify(source)} changes no constant`, () => assert.doesNotThrow(() => compileCell(source)));

test("each await asks on its return whether its cell was stopped, and gives what it waited for", async () => {
  const asked: unknown[] = [];
  const host = {
    flag: [0],
    stop: () => assert.fail("nobody stops it"),
    turn: async (value: unknown) => {
      asked.push(["turn", await value]);
      return value;
    },
    resumed: (value: unknown) => {
      asked.push(["resumed", value]);
      return value;
    },
  };
  const later = (value: unknown): Promise<unknown> => new Promise((done) => setTimeout(done, 1, value));
  const { result } = await run(
    "const a = await later(1); (await later(await later(2))) + a",
    { later },
    host,
  );
  assert.deepEqual(result, { value: 3 });
  const asking = [1, 2, 2].flatMap((value) => [
    ["turn", value],
    ["resumed", value],
  ]);
  assert.deepEqual(asked, asking);
});

test("a cell stopped while it waits goes no further", async () => {
  const seen: number[] = [];
  const stopped = (): never => {
    throw new Error("stopped");
  };
  const host = { flag: [0], stop: stopped, turn: (value: unknown) => value, resumed: stopped };
  await assert.rejects(run("note(1); await 0; note(2)", { note: (n: number) => seen.push(n) }, host), {
    message: "stopped",
  });
  assert.deepEqual(seen, [1]);
});

for (const [source, keys] of [
  ["class A { b = 1; constructor(public a = 2) {} } new A()", ["a", "b"]],
  ["class A { constructor(private a = 1, b = 2, protected c = 3) {} d = 4 } new A()", ["a", "c", "d"]],
  ["class A { x = class { y = 1; constructor(public z = 2) {} } } new (new A().x)()", ["z", "y"]],
  [`class A { static s = 1; constructor(readonly a = 1) {} b = \`\${{ a: 1 }.a}\` } new A()`, ["a", "b"]],
] as const)
  test(`${source} has its properties in TypeScript's order`, async () => {
    const { result } = await run(source);
    assert.deepEqual(Object.keys((result as { value: object }).value), keys);
  });

for (const [source, value] of [
  ["enum E { a, b = 5, c }; [E.a, E.b, E.c, E[5]]", [0, 5, 6, "b"]],
  ['enum E { a = "x", b = 1 }; [E.a, E.b, E[1], "x" in E]', ["x", 1, "b", false]],
  ['enum E { a = "abc".length, b = 4 }; [E.a, E[3]]', [3, "a"]],
  ['enum E { a = "x" + 1 }; [E.a, "x1" in E]', ["x1", false]],
  ['enum E { a = "x", b = a }; [E.b, "x" in E]', ["x", false]],
  ['enum E { a = `x` }; [E.a, "x" in E]', ["x", false]],
  ["enum E { a = 1 } enum E { b = a + 1 }; [E.a, E.b]", [1, 2]],
  ["enum E { a = 1 << 2, b = a | 1, c = -1 }; [E.a, E.b, E.c, E[-1]]", [4, 5, -1, "c"]],
] as const)
  test(`${source} has TypeScript's values`, async () => {
    const { code } = compileCell(source, { loadTypeScript: () => typescript });
    const cell = runInThisContext(code) as (state: object, host: object) => Promise<{ value: unknown }>;
    const state = {};
    assert.deepEqual((await cell(state, { owner: () => state, made() {} })).value, value);
  });

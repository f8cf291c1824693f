// What the names of a notebook promise to compiled cells, without a cell.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Interrupted } from "../../../kernel/session/interruption.ts";
import { NotebookState } from "../../../kernel/session/notebookState.ts";

const withModule = (module: Record<string, unknown>): NotebookState =>
  new NotebookState({}, async () => module);

/** The value that `import { name }` brings from a module. */
async function imported(module: Record<string, unknown>, name: string): Promise<unknown> {
  const state = withModule(module);
  await state.services.load("m", {}, [[name, "local", true]], 1);
  return state.values.local;
}

describe("an import takes", () => {
  test("the module's own export, also where its default export has one of the same name", async () =>
    assert.equal(await imported({ a: 1, default: { a: 2 } }, "a"), 1));
  test("an export that is undefined, and not the default's", async () =>
    assert.equal(await imported({ a: undefined, default: { a: 2 } }, "a"), undefined));
  test("of a CommonJS module, what its exports hold", async () =>
    assert.equal(await imported({ default: { a: 2 } }, "a"), 2));
  test("what the exports of a CommonJS module inherit", async () =>
    assert.equal(await imported({ default: Object.create({ a: 3 }) }, "a"), 3));
  test("a property of a default export that is a function", async () =>
    assert.equal(await imported({ default: Object.assign(() => 0, { a: 4 }) }, "a"), 4));
  test("the default export", async () => assert.equal(await imported({ default: 5 }, "default"), 5));
  test("everything", async () => {
    const module = { a: 1, default: { b: 2 } };
    assert.equal(await imported(module, "*"), module);
  });
});

describe("a name that a module does not export", () => {
  for (const module of [{}, { default: null }, { default: undefined }, { default: 5 }])
    test(`is an error where the cell uses it: ${JSON.stringify(module)}`, () =>
      assert.rejects(imported(module, "a"), {
        name: "SyntaxError",
        message: 'The module "m" has no export named "a"',
      }));

  test("is told of where a later cell needs it, and takes the place of an earlier value", async () => {
    const state = withModule({ b: 1 });
    state.values.a = "earlier";
    await state.services.load("m", {}, [["a", "a", false]], 1);
    assert.ok(!state.names().has("a"));
    assert.equal(state.services.peek("a"), undefined);
    assert.throws(() => state.services.owner("a"), {
      name: "ReferenceError",
      message: 'a is not defined: "m" exports no value of that name',
    });
    await state.services.load("m", {}, [["b", "a", false]], 1);
    assert.equal(state.services.owner("a"), state.values);
  });
});

test("the owner of a name is the notebook before the global scope, and nobody is told why", () => {
  const state = new NotebookState({ given: 1 }, async () => ({}));
  state.values.Math = "mine";
  assert.equal(state.services.owner("Math"), state.values);
  assert.equal(state.services.owner("given"), state.values);
  assert.equal(state.services.owner("JSON"), globalThis);
  const early = { name: "ReferenceError", message: "Cannot access 'x' before initialization" };
  assert.throws(() => state.services.owner("x", true), early);
  assert.equal(state.services.owner("Math", true), state.values, "an earlier cell has it");
  assert.throws(() => state.services.owner("x"), { name: "ReferenceError", message: "x is not defined" });
  for (const name of ["module", "exports"])
    assert.throws(() => state.services.owner(name), /is not defined: a cell is an ES module/);
});

test("to peek at a name gives the notebook's value, the global one, or undefined", () => {
  const state = new NotebookState({ given: 1 }, async () => ({}));
  state.values.JSON = undefined;
  assert.equal(state.services.peek("JSON"), undefined);
  assert.equal(state.services.peek("given"), 1);
  assert.equal(state.services.peek("Math"), Math);
  assert.equal(state.services.peek("nowhere"), undefined);
});

test("names are those of cells and of the host, and no object's own", () => {
  const state = new NotebookState({ given: 1 }, async () => ({}));
  state.values.mine = undefined;
  assert.deepEqual([...state.names()].sort(), ["given", "mine"]);
  assert.equal(state.services.peek("hasOwnProperty"), globalThis.hasOwnProperty, "not the state's");
});

describe("a cell that", () => {
  const ran = async (error?: Error): Promise<object> => {
    const state = new NotebookState({ given: 1 }, async () => ({}));
    Object.assign(state.values, { kept: 1, gone: 2 });
    const cell = state.transaction(async () => {
      Object.assign(state.values, { kept: "changed", given: "hidden", fresh: 3 });
      delete state.values.gone;
      await 0;
      if (error) throw error;
      return "result";
    });
    if (error) await assert.rejects(cell, error);
    else assert.equal(await cell, "result");
    return { ...state.values };
  };
  const changed = { kept: "changed", given: "hidden", fresh: 3 };
  test("runs to its end keeps what it did", async () => assert.deepEqual(await ran(), changed));
  test("is stopped keeps what it did", async () => assert.deepEqual(await ran(new Interrupted()), changed));
  test("fails leaves all names as they were", async () =>
    assert.deepEqual(await ran(new Error("stop")), { kept: 1, gone: 2 }));
});

test("the line of an import is told for the error that it raised, until the next cell", async () => {
  const failure = new Error("no such package");
  const state = new NotebookState({}, () => Promise.reject(failure));
  const load = (): Promise<void> => state.services.load("m", {}, [], 7);
  await assert.rejects(state.transaction(load), failure);
  assert.deepEqual(state.importFailure(failure), { line: 7, column: 1 });
  assert.equal(state.importFailure(new Error("no such package")), undefined);
  await state.transaction(async () => {});
  assert.equal(state.importFailure(failure), undefined);
});

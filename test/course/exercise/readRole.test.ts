/** What cells say of themselves: read once for all, with faults in words. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readRole, roleOf } from "../../../course/exercise/readRole.ts";
import type { Cell } from "../../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { code, prose } from "../../book/tools/cells.ts";

const withMetadata = (genloss: unknown): Cell => ({ ...code("c", "1"), metadata: { genloss } });

test("readRole() gives what a cell says of itself, and nothing for a cell that says nothing", () => {
  const figure = { role: "figure", label: "fig-a", caption: "A." };
  assert.deepEqual(readRole(code("f", "plot()", [], figure)), { role: figure, faults: [] });
  const prompt = { role: "exercise", exercise: "refit", difficulty: 3, title: "Refit" };
  assert.deepEqual(readRole(prose("p", "Do it.", prompt)), { role: prompt, faults: [] });
  assert.deepEqual(readRole(code("n", "1")), { role: {}, faults: [] });
});

for (const [genloss, role, ...says] of [
  ["claim", {}, /^genloss must be an object such as { "role": "claim" }, got "claim"; correct/],
  [null, {}, /got null; correct the genloss metadata$/],
  [["claim"], {}, /got \["claim"\]/],
  [{ role: "clam" }, {}, /^role must be one of setup, predict, .*summary, got "clam"/],
  [{ role: "toString" }, {}, /^role must be one of/],
  [{ role: "claim", exercize: "a" }, { role: "claim" }, /^genloss may hold role, label, .*, got "exercize"/],
  [{ __proto__: null, constructor: 1 }, {}, /^genloss may hold .*, got "constructor"/],
  [{ exercise: "two words" }, {}, /^exercise must be a name without blanks and colons, .*, got "two words"/],
  [{ exercise: "" }, {}, /^exercise must be a name/],
  [{ difficulty: "2" }, {}, /^difficulty must be 1, 2 or 3, got "2"/],
  [{ difficulty: 4, title: 1 }, {}, /^difficulty must be/, /^title must be a text that is not empty, got 1/],
  [
    { role: "figure", caption: " " },
    { role: "figure" },
    /^caption must be a text that is not empty, got " "/,
  ],
] as const) {
  test(`readRole() leaves out what is misshapen and tells of it: ${JSON.stringify(genloss)}`, () => {
    const read = readRole(withMetadata(genloss), "n.ipynb");
    assert.deepEqual(read.role, role);
    assert.deepEqual(roleOf(withMetadata(genloss)), role);
    assert.equal(read.faults.length, says.length);
    for (const [i, { file, cell, rule, message }] of read.faults.entries()) {
      assert.deepEqual([file, cell, rule], ["n.ipynb", "c", "cell-role"]);
      assert.match(message, says[i]!);
    }
  });
}

test("readRole() tells of a role that the kind of cell cannot have", () => {
  const messages = [prose("p", "x", { role: "starter" }), code("c", "x", [], { role: "limits" })].map(
    (cell) => readRole(cell).faults[0]?.message,
  );
  assert.deepEqual(messages, [
    "a cell of role starter must be a code cell, got markdown; correct the genloss metadata",
    "a cell of role limits must be a markdown cell, got code; correct the genloss metadata",
  ]);
});

test("every chapter's cells are read without a fault", async () => {
  const folder = fileURLToPath(new URL("../../../notebooks/", import.meta.url));
  let roles = 0;
  for (const name of readdirSync(folder).filter((file) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(file)))
    for (const cell of (await readNotebook(folder + name)).cells) {
      const { role, faults } = readRole(cell, name);
      assert.deepEqual(faults, []);
      if (role.role) roles += 1;
    }
  assert.ok(roles > 100, `${roles} cells have a role`);
});

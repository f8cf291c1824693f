import assert from "node:assert/strict";
import { test } from "node:test";
import { Groups } from "../../../kernel/compile/groups.ts";
import { wrapObjectLiteral } from "../../../kernel/compile/objectLiteral.ts";

test("Groups joins all that are joined through others, and leaves the rest alone", () => {
  const groups = new Groups<string>();
  groups.join(["a", "b"]);
  groups.join(["c", "d"]);
  groups.join(["e"]);
  assert.deepEqual(groups.of("a"), ["a", "b"]);
  assert.deepEqual(groups.of("z"), ["z"]);
  groups.join(["b", "d", "f"]);
  for (const one of "abcdf") assert.deepEqual([...groups.of(one)].sort(), ["a", "b", "c", "d", "f"]);
  assert.deepEqual(groups.of("e"), ["e"]);
  assert.deepEqual(
    groups
      .all()
      .map((group) => group.length)
      .sort(),
    [1, 5],
  );
  groups.join([]);
  assert.equal(groups.all().length, 2);
});

for (const [source, wrapped] of [
  ["{ a: 1 }", { source: "({ a: 1 })", start: 0 }],
  ["  { a: 1 } ;\n", { source: "  ({ a: 1 })", start: 2 }],
  ["// {\n/* } */ {}", { source: "// {\n/* } */ ({})", start: 13 }],
  ["{ a: 1 }; b", undefined],
  ["a; { a: 1 }", undefined],
  ["", undefined],
  ["// only a comment }", undefined],
  ["[1]", undefined],
] as const)
  test(`wrapObjectLiteral(${JSON.stringify(source)})`, () =>
    assert.deepEqual(wrapObjectLiteral(source), wrapped));

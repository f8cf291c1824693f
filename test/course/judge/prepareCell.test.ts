import assert from "node:assert/strict";
import { test } from "node:test";
import { planCell } from "../../../course/judge/prepareCell.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { notebookOf } from "../../book/tools/cells.ts";
import { cell } from "../source/tools.ts";

test("what an answer declares and reaches is known by the instructor's, where students get a remark alone", () => {
  const { manifest, faults } = readSource(
    notebookOf(
      cell.given("setup", "const two = 2;"),
      cell.answer("whole", "const double = (x: number): number => two * x; const other = 5;"),
      cell.given("between", "const four = double(two);"),
      cell.tests("tests", 1, "if (four !== 4) throw new Error('four');"),
    ),
    { name: "hw" },
  );
  assert.deepEqual(faults, []);
  const { release, cells } = manifest;
  assert.equal(release.cells[1]?.source, "// your code here");
  const plan = planCell(release, cells[0]!, { table: { entries: {}, needs: {} }, sources: {} });
  assert.deepEqual(plan.reached, ["whole", "between"]);
  assert.deepEqual(plan.names, ["double", "other", "four"]);
  assert.deepEqual(plan.needed, ["setup"]);
  assert.deepEqual(plan.ground.cells, [{ id: "setup", source: "const two = 2;" }]);
});

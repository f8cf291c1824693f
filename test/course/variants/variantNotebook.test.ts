/** Numbers of each student's own: the same for the same student, always. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lintAssignment } from "../../../course/assign/lintAssignment.ts";
import { checksumOf } from "../../../course/source/checksum.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { inWords } from "../../../course/source/sourceFault.ts";
import { variantNotebook, variantSeed } from "../../../course/variants/variantNotebook.ts";
import { cell, sample } from "../source/tools.ts";

const secret = Buffer.alloc(32, 7);
const notebook = sample(
  cell.given("seed", "const seed = 1; // variant\nconst other = 2;\n  let size: number = 30; // variant"),
);
const of = (student: string) => variantNotebook(notebook, "hw", { secret, assignment: "one", student });

test("a student's numbers stand in the variant lines, and nothing else changes", () => {
  const ada = of("ada");
  const seed = variantSeed({ secret, assignment: "one", student: "ada" }, "hw/seed");
  const size = variantSeed({ secret, assignment: "one", student: "ada" }, "hw/size");
  const changed = ada.notebook.cells.filter((each, index) => each !== notebook.cells[index]);
  assert.deepEqual(
    changed.map(({ source }) => source),
    [`const seed = ${seed}; // variant\nconst other = 2;\n  let size: number = ${size}; // variant`],
  );
  assert.equal((changed[0]?.metadata.nbgrader as { checksum?: string }).checksum, checksumOf(changed[0]!));
  assert.match(ada.id, /^[0-9a-f]{12}$/);
  assert.deepEqual(of("ada"), ada);
  assert.notEqual(of("bob").id, ada.id);
  assert.equal(variantNotebook(sample(), "hw", { secret, assignment: "one", student: "ada" }).id, "");
});

// Python: 1 + int.from_bytes(hmac.new(bytes([7]) * 32, b"one\0hw/seed\0ada", "sha256").digest()[:6], "big") % (2**31 - 1)
test("the number is the documented one", () => {
  assert.equal(variantSeed({ secret, assignment: "one", student: "ada" }, "hw/seed"), 1430064402);
});

test("numbers are spread over their range", () => {
  const all = Array.from({ length: 2000 }, (_, i) =>
    variantSeed({ secret, assignment: "one", student: `s${i}` }, "hw/seed"),
  );
  assert.equal(new Set(all).size, 2000);
  assert.ok(all.every((value) => Number.isInteger(value) && value >= 1 && value < 2 ** 31));
  const mean = all.reduce((sum, value) => sum + value, 0) / 2000 / 2 ** 31;
  assert.ok(Math.abs(mean - 0.5) < 4 / Math.sqrt(12 * 2000), `${mean}`); // four standard errors of uniform numbers
});

for (const [about, more, says] of [
  ["no line that is one", [], "course.json asks for variants, and no line is one"],
  [
    "a line that is none",
    [cell.given("a", "const seed = 1 + 1; // variant")],
    'cell a: a variant must be a line such as "const seed = 1; // variant", in a cell that is no answer, got "const seed = 1 + 1; // variant"',
  ],
  [
    "a line in an answer",
    [cell.answer("a", "const seed = 1; // variant")],
    "cell a: a variant must be a line such as",
  ],
] as const)
  test(`variants with ${about} are told`, () => {
    const read = readSource(sample(...more), { name: "hw", folder: "source/hw" });
    const faults = lintAssignment({ name: "hw", notebooks: [read], files: new Map() }, true).map(inWords);
    assert.ok(
      faults.some((words) => words.includes(says)),
      faults.join("\n"),
    );
  });

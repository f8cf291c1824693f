/** What students get is what nbgrader would give them, cell for cell and checksum for checksum. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { nbgraderConfig } from "../../../course/nbgraderConfig.ts";
import { nbgraderCourse } from "../../../course/nbgraderCourse.ts";
import { pythonFloat } from "../../../course/source/checksum.ts";
import { releaseNotebook } from "../../../course/source/releaseNotebook.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../../kernel/notebook/parseNotebook.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { printed } from "../../book/tools/cells.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { findNbgrader } from "../tools/nbgrader.ts";
import { cell, lines, nbgrader, sample, with_ } from "./tools.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const settings = { courseId: "trial", kernelName: "genloss", timeoutSeconds: 60 };

/** Cells of every kind, with what nbgrader treats in a way of its own. */
const odd = (): Notebook =>
  sample(
    cell.answer("whole", "const answer = 42;"),
    with_({ ...cell.free("ran", "1 + 1"), outputs: [printed("2")], execution_count: 7 } as never, {
      collapsed: true,
      scrolled: false,
      tags: ["keep"],
    }),
    cell.answer(
      "twice",
      lines(
        "// BEGIN SOLUTION a",
        "let a = 1;",
        "// END SOLUTION a",
        "if (a) {",
        "\t/* BEGIN SOLUTION */",
        "a = 2;",
        "END SOLUTION",
        "}",
      ),
    ),
    with_(cell.free("manual", "draw(1);"), nbgrader("manual", { grade: true, solution: true, points: 0 })),
    cell.tests("large", 1e16, "if (answer !== 42) throw new Error('é ≠ ζ — “no”');"),
    cell.given("locked-words", "const é = 'ü';"),
    with_(cell.words("locked-prose", "Read *this*."), nbgrader("locked-prose", { locked: true })),
    cell.task(
      "scheme",
      2,
      lines("Do it.", "=== BEGIN MARK SCHEME ===", "all or nothing", "=== END MARK SCHEME ===", "Thanks."),
    ),
  );

for (const [value, words] of [
  [2, "2.0"],
  [0, "0.0"],
  [0.5, "0.5"],
  [1e-4, "0.0001"],
  [1e-5, "1e-05"],
  [2.5e-7, "2.5e-07"],
  [1e15, "1000000000000000.0"],
  [1e16, "1e+16"],
] as const)
  test(`points ${value} stand in a checksum as Python writes them`, () =>
    assert.equal(pythonFloat(value), words));

const found = await findNbgrader();
describe("nbgrader generate_assignment", { skip: "reason" in found && found.reason }, () => {
  if ("reason" in found) return;
  test("makes the same of cells of every kind, and of two chapters", async () => {
    const folder = folderWith({ "nbgrader_config.py": nbgraderConfig(settings) });
    const chapters = ["01-a-photocopy-of-a-photocopy", "13-borrowed-strength"];
    const { files } = await nbgraderCourse(root, chapters, settings);
    const sources = new Map<string, Notebook>([["odd", odd()]]);
    for (const name of chapters)
      sources.set(name, parseNotebook(files.get(`source/${name}/${name}.ipynb`) ?? "", name));
    for (const [name, notebook] of sources) {
      mkdirSync(join(folder, "source", name), { recursive: true });
      writeFileSync(join(folder, "source", name, `${name}.ipynb`), formatNotebook(notebook));
      writeFileSync(join(folder, "source", name, `${name}.wrong.ts`), "// %% wrong a: secret");
      writeFileSync(join(folder, "source", name, "data.csv"), "x\n1\n");
    }
    await found.run(
      folder,
      [...sources.keys()].map((name) => ["generate_assignment", name]),
    );
    assert.deepEqual(readdirSync(join(folder, "release", "odd")).sort(), ["data.csv", "odd.ipynb"]);
    let checksums = 0;
    for (const [name, notebook] of sources) {
      const theirs = await readNotebook(join(folder, "release", name, `${name}.ipynb`));
      const ours = releaseNotebook(notebook);
      assert.deepEqual(ours.cells, theirs.cells, name);
      assert.equal("celltoolbar" in ours.metadata, false);
      assert.deepEqual(ours.metadata, theirs.metadata, name);
      checksums += theirs.cells.filter(
        ({ metadata }) => "checksum" in ((metadata.nbgrader as object) ?? {}),
      ).length;
    }
    assert.ok(checksums > 20, `${checksums} checksums were compared`);
  });
});

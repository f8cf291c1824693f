/** The whole book as a course: every chapter reads without a fault, and its release tells nothing. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { lintAssignment } from "../../../course/assign/lintAssignment.ts";
import { bookCourse } from "../../../course/init/bookCourse.ts";
import { chaptersIn } from "../../../course/nbgraderCourse.ts";
import { courseKeys } from "../../../course/release/courseKeys.ts";
import { releaseFiles } from "../../../course/release/releaseFiles.ts";
import { secretTokens, wordPattern } from "../../../course/release/secretTokens.ts";
import { coursePaths } from "../../../course/settings/coursePaths.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { inWords } from "../../../course/source/sourceFault.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const keys = courseKeys(coursePaths(folderWith({})));

for (const name of chaptersIn(join(root, "notebooks")))
  test(`${name}: without a fault, with wrong answers for every exercise, and nothing of a solution goes out`, async () => {
    const choice = { chapters: [name], exercises: [], points: new Map(), kernel: "genloss" };
    const made = (await bookCourse(root, choice)).assignments.get(name);
    assert.ok(made);
    const source = readSource(made.notebook, { name, wrong: made.wrong });
    const assignment = { name, notebooks: [source], files: new Map<string, Buffer>() };
    assert.deepEqual(lintAssignment(assignment).map(inWords), []);
    for (const { name: exercise } of made.exercises) {
      const own = source.wrong.filter(({ judgedBy }) => judgedBy.includes(`${exercise}-check`));
      assert.ok(own.length > 0, exercise);
      assert.ok(
        own.every(({ rejectedBy }) => rejectedBy.length > 0),
        exercise,
      );
    }
    const secrets = secretTokens([source], []);
    assert.ok(secrets.words.size > 0 && secrets.phrases.size > 50);
    const { all } = releaseFiles(assignment, { keys, secrets, extraFiles: new Map(), packageTexts: [] });
    // Names and words for readers apart.
    const cells = JSON.parse(String(all.get(`${name}.ipynb`))).cells as { source: string[] }[];
    const words = new Set(cells.flatMap(({ source: text }) => text.join("").match(wordPattern) ?? []));
    assert.deepEqual(
      [...secrets.words.keys()].filter((word) => words.has(word)),
      [],
    );
  });

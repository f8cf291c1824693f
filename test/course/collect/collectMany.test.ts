/** A class of 800 in one download: the memory of the process stays flat. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import { coursePaths } from "../../../course/settings/coursePaths.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { courseFiles, notebook } from "./tools/smallCourse.ts";

const pathOf = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

test("800 submissions of 300 kB are collected with less than 300 MB, as flat at the end as at the start", () => {
  const root = folderWith(courseFiles());
  const files: Record<string, Uint8Array> = {};
  for (let k = 0; k < 800; k++) {
    const cells = JSON.parse(notebook("one", `const add = (a: number, b: number) => a + b + ${k};`));
    cells.metadata.padding = `${k} `.repeat(300_000 / `${k} `.length);
    const name = `Student Nr${k}_${1000 + k}_assignsubmission_file`;
    files[`${name}/one.ipynb`] = strToU8(JSON.stringify(cells));
  }
  writeFileSync(join(root, "class.zip"), zipSync(files, { level: 1 }));
  const body = `
    const { collect } = await import(${JSON.stringify(pathOf("course/collect/collect.ts"))});
    const { openCourse } = await import(${JSON.stringify(pathOf("course/openCourse.ts"))});
    const { course, paths, gradebook } = openCourse(".");
    const all = [];
    await collect({ course, paths, gradebook, sources: ["class.zip"], assignments: new Set(["hw1"]),
      assignment: "hw1", map: new Map(), now: () => new Date(0),
      progress: () => all.push(process.memoryUsage.rss() / 2 ** 20) });
    console.log(JSON.stringify(all));`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--no-warnings", "--input-type=module", "-e", body],
    { cwd: root, encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  // Measured after each: the system's own highest value starts with that of the process that started this one.
  const megabytes = JSON.parse(stdout) as number[];
  assert.equal(megabytes.length, 800);
  const most = Math.max(...megabytes);
  const early = Math.max(...megabytes.slice(0, 200));
  assert.ok(most < 300, `${most} MB`);
  assert.ok(most - early < 60, `from ${early} to ${most} MB: it grows with the class`);
  using gradebook = new Gradebook(coursePaths(root).gradebook);
  const attempts = gradebook.attempts("hw1");
  assert.equal(attempts.length, 800);
  assert.ok(attempts.every(({ files: [file] }) => file?.notebook === "one" && file.problem === null));
});

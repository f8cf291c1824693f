import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { writeFeedback } from "../../../course/feedback/writeFeedback.ts";
import { killAtRandomPoints } from "../../cli/tools/killAtRandomPoints.ts";

const file = fileURLToPath(new URL("../../../course/feedback/writeFeedback.ts", import.meta.url));
const ids = ["ada", "bob", "eve"];
const pages = (words: string): [string, string][] => [
  ...ids.map((id): [string, string] => [`${id}/hw1/one.html`, `${words} of ${id}`]),
  ["hw1.html", words],
];

test("feedback, killed while it is written, leaves each page old or new, whole, and private", async () => {
  const write = (folder: string, words: string): void =>
    writeFeedback(join(folder, "feedback"), ["hw1"], new Map(pages(words)));
  const read = (folder: string, path: string): string => readFileSync(join(folder, "feedback", path), "utf8");
  await killAtRandomPoints(
    {
      prepare(folder) {
        write(folder, "old");
        writeFeedback(join(folder, "feedback"), ["hw2"], new Map([["ada/hw2/one.html", "other"]]));
      },
      args: () => [
        "--input-type=module",
        "-e",
        `const m = await import(${JSON.stringify(file)}); m.writeFeedback("feedback", ["hw1"], new Map(${JSON.stringify(pages("new"))}));`,
      ],
      check(folder) {
        for (const [index, [path, fresh]] of pages("new").entries()) {
          assert.ok([fresh, pages("old")[index]?.[1]].includes(read(folder, path)), path);
          assert.equal(statSync(join(folder, "feedback", path)).mode & 0o777, 0o600);
        }
        assert.equal(read(folder, "ada/hw2/one.html"), "other");
      },
      again: (folder) => write(folder, "new"),
      finished(folder) {
        for (const [path, fresh] of pages("new")) assert.equal(read(folder, path), fresh);
        assert.equal(read(folder, "ada/hw2/one.html"), "other");
        assert.ok(existsSync(join(folder, "feedback/.genloss-feedback.json")));
      },
    },
    20,
    13,
  );
});

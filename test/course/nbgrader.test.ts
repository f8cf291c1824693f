import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chaptersIn } from "../../course/nbgraderCourse.ts";
import { onceMore } from "../tools/onceMore.ts";
import { cycle } from "./tools/cycle.ts";
import { findNbgrader } from "./tools/nbgrader.ts";

const nbgrader = await findNbgrader();
const chapters = chaptersIn(fileURLToPath(new URL("../../notebooks/", import.meta.url)));

// The other half is in nbgraderLater.test.ts, so that both run at the same time.
describe("nbgrader", { skip: "reason" in nbgrader && nbgrader.reason }, () => {
  if ("reason" in nbgrader) return;
  for (const name of chapters.slice(0, 9))
    test(`${name}: solutions get all points, starters and wrong answers none`, (t) =>
      onceMore(t, () => cycle(nbgrader, name)));
});

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { searchBudget } from "../../../book/check/searchBudget.ts";
import type { Site } from "../../../book/check/site.ts";

/** A site whose first search loads so much that does not compress. */
const siteOf = (program: number, texts: number): Site =>
  ({
    files: new Map([
      ["search.js", randomBytes(program)],
      ["texts.js", randomBytes(texts)],
    ]),
    search: { files: new Map(), program: "search.js", texts: "texts.js" },
  }) as unknown as Site;

test("the first search takes 450 kB at the most, its program included", () => {
  assert.deepEqual(searchBudget(siteOf(9_000, 440_000)), []);
  const [fault, ...others] = searchBudget(siteOf(11_000, 440_000));
  assert.deepEqual(others, []);
  assert.equal(fault?.rule, "search-budget");
  assert.match(fault?.message ?? "", /the first search takes 45\d kB compressed, 450 are allowed/);
});

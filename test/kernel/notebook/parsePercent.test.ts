import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";

test("parsePercent() reads kind, name, title, source and line of each region", () => {
  const text =
    "// about the file\n// %% solution refit: Refit: twice\r\nconst a = 1;\r\n\n// %% tests\nassert(a)\n";
  assert.deepEqual(parsePercent(text), [
    { kind: "solution", name: "refit", title: "Refit: twice", line: 2, source: "const a = 1;" },
    { kind: "tests", name: "", title: "", line: 5, source: "assert(a)" },
  ]);
});

test("parsePercent() finds nothing in a script without markers", () => {
  assert.deepEqual(parsePercent("const a = 1; // %% not a marker\n"), []);
});

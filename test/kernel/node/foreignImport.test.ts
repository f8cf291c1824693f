import assert from "node:assert/strict";
import { test } from "node:test";
import { foreignImport } from "../../../kernel/node/foreignImport.ts";

const served: readonly (readonly [specifier: string, line: string, name: string])[] = [
  ["https://esm.sh/react@18.2.0/jsx-runtime", "npm install react@18.2.0", "react"],
  ["https://esm.sh/v135/@scope/p@1?dev", "npm install @scope/p@1", "@scope/p"],
  ["https://cdn.skypack.dev/lodash", "npm install lodash", "lodash"],
  [
    "https://cdn.skypack.dev/pin/d3@v7.0.0-abc/mode=imports/optimized/d3.js",
    "npm install d3@v7.0.0-abc",
    "d3",
  ],
  ["https://cdn.jsdelivr.net/npm/vega@5/build/vega.js", "npm install vega@5", "vega"],
  ["https://unpkg.com/@tensorflow/tfjs@^4.2.0", "npm install @tensorflow/tfjs@^4.2.0", "@tensorflow/tfjs"],
  ["https://esm.run/ms", "npm install ms", "ms"],
  ["jsr:@std/fs@1/walk", "npx jsr add @std/fs@1", "@std/fs/walk"],
  ["jsr:@luca/flag", "npx jsr add @luca/flag", "@luca/flag"],
  [
    "https://deno.land/std@0.224.0/data_structures/mod.ts",
    "npx jsr add @std/data-structures",
    "@std/data-structures",
  ],
];

for (const [specifier, line, name] of served)
  test(`an import of ${specifier} is told what serves in Node`, () => {
    const sentence = foreignImport(specifier) ?? "";
    assert.ok(sentence.startsWith(`Cannot import "${specifier}"`), sentence);
    assert.ok(sentence.includes(`with:  ${line}  and`) || sentence.includes(`:  ${line}  and`), sentence);
    assert.ok(sentence.endsWith(`import "${name}"`), sentence);
  });

test("where no package is known to serve, none is named", () => {
  assert.doesNotMatch(foreignImport("https://example.org/npm/react.js") ?? "", /npm install|react"$/);
  assert.doesNotMatch(foreignImport("jsr:not-a-name") ?? "", /jsr add/);
});

test("what Node itself may know is left to it", () => {
  for (const specifier of ["lodash", "node:fs", "./a.ts", "npm:lodash", "data:text/javascript,1", "#a"])
    assert.equal(foreignImport(specifier), undefined, specifier);
});

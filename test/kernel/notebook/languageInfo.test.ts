import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { languageInfo, withLanguageInfo } from "../../../kernel/notebook/languageInfo.ts";
import { parseNotebook } from "../../../kernel/notebook/parseNotebook.ts";

const chapters = new URL("../../../notebooks/", import.meta.url);

test("every chapter says its language in full, so that a converter makes a .ts file of it", () => {
  const files = readdirSync(chapters).filter((name) => name.endsWith(".ipynb"));
  assert.ok(files.length >= 8);
  for (const file of files) {
    const { metadata } = JSON.parse(readFileSync(new URL(file, chapters), "utf8")) as {
      metadata: { language_info: unknown };
    };
    assert.deepEqual(metadata.language_info, languageInfo, file);
  }
});

test("withLanguageInfo() adds what is missing, keeps what is there, and leaves other languages alone", () => {
  const of = (metadata: object): unknown => withLanguageInfo({ metadata: metadata as never }).metadata;
  assert.deepEqual(of({ a: 1 }), { a: 1, language_info: languageInfo });
  assert.deepEqual(of({ language_info: { name: "typescript", version: "6" } }), {
    language_info: { ...languageInfo, version: "6" },
  });
  const own = { language_info: { name: "javascript" } };
  assert.deepEqual(of(own), own);
});

test("an error output that came without a traceback gets its words", () => {
  const cell = { cell_type: "code", id: "a", source: "", metadata: {}, execution_count: null };
  const outputs = [{ output_type: "error", ename: "RangeError", evalue: "too far" }];
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [{ ...cell, outputs }],
  });
  const [parsed] = parseNotebook(text, "x.ipynb").cells;
  assert.ok(parsed?.cell_type === "code");
  assert.deepEqual(parsed.outputs, [{ ...outputs[0], traceback: ["RangeError: too far"] }]);
});

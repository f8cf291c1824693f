import assert from "node:assert/strict";
import { test } from "node:test";
import { changed } from "../../../book/live/changed.ts";
import { changesOf } from "../../../book/live/codeChanges.ts";
import { liveCells, sourcesDigest } from "../../../book/live/liveChapter.ts";
import { outputsDigest } from "../../../book/live/outputsDigest.ts";
import { registered } from "../../../book/live/registered.ts";
import { textDigest } from "../../../book/live/textDigest.ts";
import { unpackLive } from "../../../book/live/unpackLive.ts";
import { wordsOf } from "../../../book/live/wordsOf.ts";
import { compileCell } from "../../../kernel/compile/compileCell.ts";
import { code, notebookOf, printed, prose, raised, shown } from "../tools/cells.ts";

test("changes make one text of the other, whatever they are", () => {
  const texts = ["", "a", "a + b", "$.a + $.b", "ä€😀 \n x", "const x: number = 1;\nx", "x"];
  for (const from of texts)
    for (const to of texts) assert.equal(changed(wordsOf(from), changesOf(from, to)), to, `${from} | ${to}`);
});

test("a cell comes as what its compiling changes, with the line of each line", () => {
  const source =
    "// words\nconst x: number = 2, $y = 3, ü = 4;\nfunction f(): number {\n  return x;\n}\nf() + 1";
  const [cell] = liveCells(notebookOf(code("a", source)));
  const unpacked = unpackLive(cell!.compiled!, source);
  const compiled = compileCell(source, { known: new Set() });
  assert.equal(unpacked.code, compiled.code);
  assert.deepEqual([...unpacked.declared], [...compiled.declared]);
  const lines = compiled.code.split("\n").map((_, at) => compiled.position(at + 1, 400)?.line);
  for (const [at, line] of lines.entries())
    if (line !== undefined) assert.equal(unpacked.places[at]?.[0]?.[1], line, `line ${at + 1}`);
});

test("the sources of a chapter have one digest, and others another", () => {
  const cells = [code("a", "1 + 1\n"), prose("p", "words"), code("b", "2")];
  assert.equal(sourcesDigest(notebookOf(...cells)), textDigest(["1 + 1", "2"].join("\0")));
  const others = [[code("a", "1 + 2"), cells[2]!], [cells[2]!, cells[0]!], [cells[0]!]];
  const digests = [cells, ...others].map((each) => sourcesDigest(notebookOf(...each)));
  assert.equal(new Set(digests).size, 4);
});

test("a cell names what it needs and whose names it may change", () => {
  const cells = liveCells(
    notebookOf(
      prose("title", "# Title"),
      code("setup", "const list: number[] = []; const n = 3"),
      code("push", "list.push(n)"),
      code("own", "const mine = [4]; mine.push(5)"),
      code("broken", "const = 1"),
      code("read", "list.length"),
      code("empty", "  \n"),
    ),
  );
  const needs = Object.fromEntries(cells.map((cell) => [cell.id, cell.needs]));
  assert.deepEqual(needs, {
    setup: [],
    push: ["setup"],
    own: [],
    broken: [],
    read: ["setup", "push"],
  });
  const touches = cells.filter((cell) => cell.touches.length > 0).map((cell) => [cell.id, cell.touches]);
  assert.deepEqual(touches, [["push", ["setup"]]]);
  assert.equal(cells.find(({ id }) => id === "broken")?.compiled, undefined);
});

test("outputs have one digest as long as they say the same, and none where a cell failed", () => {
  const one = [printed("a"), shown({ "text/plain": "1", "text/html": "<b>1</b>" })];
  assert.equal(
    outputsDigest(one),
    outputsDigest([printed("a"), shown({ "text/html": "<b>1</b>", "text/plain": "1" })]),
  );
  const others = [
    [],
    [printed("b"), one[1]!],
    [one[0]!],
    [one[0]!, shown({ "text/plain": "2", "text/html": "<b>1</b>" })],
  ];
  assert.equal(new Set([one, ...others].map(outputsDigest)).size, 5);
  const [cell] = liveCells(notebookOf(code("a", "1", [raised("Error", "no")])));
  assert.equal(cell?.digest, undefined);
});

test("a text is handed over as it is", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay as it is
  const text = "it's \"quoted\" `${1}` \\n \n\r\u2028 </script> 'a'";
  const place: { genlossTexts?: Record<string, string> } = {};
  new Function("self", registered("a.b.js", text))(place);
  assert.deepEqual(place.genlossTexts, { "a.b.js": text });
});

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { buildBook } from "../../book/build.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { withLibrary } from "./fixtures/library.ts";
import { photocopy } from "./fixtures/photocopy.ts";
import { bytesOf } from "./tools/bytesOf.ts";
import { code, prose } from "./tools/cells.ts";
import { bookYaml, first, project, storedOutputs } from "./tools/project.ts";

const changed = (change: (notebook: Notebook) => Notebook["cells"]): string => {
  const notebook = photocopy();
  return formatNotebook({ ...notebook, cells: change(notebook) });
};

test("buildBook() gives the same bytes twice, in other folders, with and without a cache", async () => {
  await using one = await project(withLibrary);
  await using two = await project(withLibrary);
  const a = await buildBook({ root: one.root, run: storedOutputs() });
  const b = await buildBook({
    root: two.root,
    run: storedOutputs(),
    out: join(two.root, "elsewhere"),
    jobs: 1,
  });
  const again = await buildBook({ root: one.root, run: storedOutputs(), out: join(one.root, "again") });
  const bytes = await bytesOf(a.out);
  assert.deepEqual(bytes, await bytesOf(b.out));
  assert.deepEqual(bytes, await bytesOf(again.out));
  assert.ok(
    !Object.values(bytes).some((text) => text.includes(one.root)),
    "no path of this machine is in the site",
  );
});

test("buildBook() runs a chapter again when its code or a source changes, and not when prose does", async () => {
  await using files = await project();
  const ran = async (): Promise<number> => {
    const run = storedOutputs();
    const report = await buildBook({ root: files.root, run });
    assert.equal(report.ran.length, run.calls.length);
    return run.calls.length;
  };
  assert.equal(await ran(), 2);
  assert.equal(await ran(), 0);

  await files.write(
    `notebooks/${first}`,
    changed(({ cells }) => [...cells, prose("more", "One more word.")]),
  );
  assert.equal(await ran(), 0);
  assert.match(
    await readFile(join(files.root, "book/dist/a-photocopy-of-a-photocopy.html"), "utf8"),
    /One more word/,
  );

  await files.write(
    `notebooks/${first}`,
    changed(({ cells }) => [...cells, code("more", "1 + 1")]),
  );
  assert.equal(await ran(), 1);

  await files.write("lib/index.ts", "export const one = 2;\n");
  assert.equal(await ran(), 2);
});

test("buildBook() makes of a changed sentence and a full cache what a build without a cache makes", async () => {
  await using files = await project(withLibrary);
  await buildBook({ root: files.root, run: storedOutputs() });
  const sentence = prose(
    "more",
    "One more [word](#fig-variance): $x^2$, `1`, and a new letter Ω.\n\n```ts\nconst a = 1;\n```",
  );
  await files.write(
    `notebooks/${first}`,
    changed(({ cells }) => [...cells, sentence]),
  );
  const warm = await buildBook({ root: files.root, run: storedOutputs() });
  const out = join(files.root, "cold");
  const cold = await buildBook({
    root: files.root,
    run: storedOutputs(),
    out,
    cacheFolder: join(files.root, "empty"),
  });
  assert.deepEqual([warm.ran.length, cold.ran.length], [0, 2]);
  assert.deepEqual(await bytesOf(warm.out), await bytesOf(out));
});

test("the fonts and KaTeX's rules ship with their licences beside them", async () => {
  await using files = await project();
  const bytes = await bytesOf((await buildBook({ root: files.root, run: storedOutputs() })).out);
  assert.match(
    bytes["/assets/fonts.LICENCE.txt"] ?? "",
    /Source Serif 4[\s\S]*Khan Academy[\s\S]*SIL OPEN FONT LICENSE Version 1\.1[\s\S]*PERMISSION & CONDITIONS[\s\S]*FROM, OUT OF THE USE OR INABILITY/,
  );
  assert.match(bytes["/assets/katex.LICENCE.txt"] ?? "", /The MIT License[\s\S]*Khan Academy/);
  const fonts = Object.keys(bytes).filter((path) => path.endsWith(".woff2"));
  assert.ok(
    fonts.length > 0 && fonts.every((path) => /^\/assets\/(?:serif|katex)-/.test(path)),
    String(fonts),
  );
});

test("buildBook() leaves the site as it was when something is wrong", async () => {
  await using files = await project();
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const before = await bytesOf(out);
  await files.write(
    `notebooks/${first}`,
    changed(({ cells }) => [...cells, prose("bad", "[@nobody]")]),
  );
  await assert.rejects(buildBook({ root: files.root, run: storedOutputs() }), /unknown-citation/);
  assert.deepEqual(await bytesOf(out), before);
  assert.deepEqual((await readdir(join(files.root, "book"))).sort(), [
    ".cache",
    "bibliography.json",
    "book.yml",
    "dist",
    "pages",
  ]);
});

test("buildBook() tells its progress in lines", async () => {
  await using files = await project();
  const lines: string[] = [];
  await buildBook({ root: files.root, run: storedOutputs(), onProgress: (line) => lines.push(line) });
  assert.ok(lines.includes(`notebooks/${first}  running`));
  assert.ok(lines.some((line) => /^index\.html {2}\d+ kB compressed, \d+ requests$/.test(line)));
});

test("buildBook() refuses a table of contents it cannot read, naming the key", async () => {
  await using files = await project();
  for (const [from, to, reason] of [
    ["title: Generation Loss", "title: ''", /title must be a text, got ""/],
    ["minutes: 25", "minutes: soon", /minutes of 01-.*must be a positive number, got soon/],
    [first, "one.ipynb", /must look like 01-name\.ipynb, got one\.ipynb/],
    ["slug: a-photocopy-of-a-photocopy", "slug: index", /slug of 01-.*got index/],
    ["parts:", "api: {}\nparts:", /groups must be a list that is not empty/],
  ] as const) {
    await files.write("book/book.yml", bookYaml.replace(from, to));
    await assert.rejects(buildBook({ root: files.root, run: storedOutputs() }), {
      exitCode: 2,
      message: reason,
    });
  }
});

test("the downloaded notebook carries its outputs, and no stack of this machine", async () => {
  await using files = await project();
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const text = await readFile(join(out, "notebooks", first), "utf8");
  assert.match(text, /vegalite/);
  assert.doesNotMatch(text, /somewhere\/on\/this\/machine/);
});

test("wrong answers and hidden tests stay out of the site", async () => {
  await using files = await project();
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const site = Object.values(await bytesOf(out)).join("\n");
  assert.match(site, /2 further tests try your answer with/);
  assert.doesNotMatch(site, /adds instead of replacing|keeps only real data|every\(\(x\)/);
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { buildBook } from "../../book/build.ts";
import type { Flavour } from "../../book/flavour.ts";
import { fingerprint } from "../cli/tools/fingerprint.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { withLibrary } from "./fixtures/library.ts";
import { photocopySolutions } from "./fixtures/photocopy.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { bytesOf } from "./tools/bytesOf.ts";
import { leaks, leastLength } from "./tools/leaks.ts";
import { first, type Project, project, storedOutputs } from "./tools/project.ts";

const chapter = "a-photocopy-of-a-photocopy.html";
const sites: Record<string, Record<string, string>> = {};
const ran: Record<string, readonly string[]> = {};
let files: Project;
let server: Server;
const browser = new TestBrowser();

before(async () => {
  files = await project(withLibrary);
  for (const flavour of ["reader", "class"] as const) {
    const report = await buildBook({ root: files.root, run: storedOutputs(), flavour });
    ran[flavour] = report.ran;
    sites[flavour] = await bytesOf(report.out);
  }
  server = createServer(sirv(join(files.root, "book/dist-class"))).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
});
after(async () => {
  await browser.close();
  server?.close();
  await files?.[Symbol.asyncDispose]();
});

test("each flavour has its own folder, and the second is made from the runs of the first", () => {
  assert.equal(ran.reader?.length, 2);
  assert.deepEqual(ran.class, []);
  for (const folder of ["book/dist", "book/dist-class"])
    assert.ok(existsSync(join(files.root, folder, "index.html")), folder);
});

test("a reader finds the solution, a class no line of solution, hidden test or wrong answer", () => {
  const lines = photocopySolutions.split("\n").map((line) => line.trim());
  const titles = lines.flatMap((line) => /^\/\/ %% \w+ \S+: (.*)$/.exec(line)?.[1]?.split(" -> ") ?? []);
  const texts = new Set([...lines, ...titles].filter(({ length }) => length >= leastLength));
  for (const line of photocopyVisible) texts.delete(line);
  assert.ok(texts.size >= 10, `${texts.size} texts`);
  assert.deepEqual(leaks(texts, sites.class ?? {}), []);
  const shown = new Set(leaks(texts, sites.reader ?? {}).map(({ text }) => text));
  assert.deepEqual(
    [...shown],
    [
      "const kept = Math.round(share * synthetic.length);",
      "return [...real.slice(0, kept), ...synthetic.slice(kept)];",
    ],
  );
});

/** Lines of the solutions file that the chapter's starter has as well. */
const photocopyVisible = [
  "function mix(real: readonly number[], synthetic: readonly number[], share: number): number[] {",
];

const words: readonly { page: string; flavour: Flavour; has: RegExp; hasNot: RegExp }[] = [
  {
    page: `/${chapter}`,
    flavour: "class",
    has: /Your instructor has the further tests\s+and the solution\./,
    hasNot: /<summary>Solution|genloss check|2 further tests/,
  },
  {
    page: `/${chapter}`,
    flavour: "reader",
    has: /<summary>Solution<\/summary>[\s\S]*genloss check|genloss check[\s\S]*<summary>Solution<\/summary>/,
    hasNot: /Your instructor/,
  },
  {
    page: "/run.html",
    flavour: "class",
    has: /Your instructor hands out[\s\S]*npm install[\s\S]*npm start[\s\S]*genloss run 01-/,
    hasNot: /notebooks\/solutions|genloss check|npm ci|git clone/,
  },
  {
    page: "/run.html",
    flavour: "reader",
    has: /npm ci[\s\S]*notebooks\/solutions/,
    hasNot: /npm start\b.*Jupyter/,
  },
  {
    page: "/index.html",
    flavour: "class",
    has: /Three ways to use it[\s\S]*npm install/,
    hasNot: /npm ci|Assign/,
  },
  { page: "/index.html", flavour: "reader", has: /Four ways to use it[\s\S]*Assign/, hasNot: /npm install/ },
];
for (const { page, flavour, has, hasNot } of words)
  test(`${page} of the ${flavour} flavour says what holds there`, () => {
    const html = sites[flavour]?.[page] ?? "";
    assert.match(html, has);
    assert.doesNotMatch(html, hasNot);
  });

test("the same pages, figures and downloads stand in both", () => {
  const plain = (flavour: Flavour): string[] =>
    Object.keys(sites[flavour] ?? {}).map((path) => path.replace(/\.[0-9a-f]{8}\./, "."));
  assert.deepEqual(plain("class"), plain("reader"));
  assert.ok(plain("class").includes(`/notebooks/${first}`));
});

for (const [here, other] of [
  ["reader", "class"],
  ["class", "reader"],
] as const)
  test(`a build for ${other === "class" ? "a class" : "readers"} leaves a site of the other flavour as it is`, async () => {
    const out = join(files.root, `site-${here}`);
    cpSync(join(files.root, here === "class" ? "book/dist-class" : "book/dist"), out, { recursive: true });
    const standing = fingerprint(out);
    const run = storedOutputs();
    await assert.rejects(buildBook({ root: files.root, run, out, flavour: other }), {
      name: "Refusal",
      exitCode: 2,
      message: /^Cannot write the book: .*got one that holds[\s\S]*--out with another folder/,
    });
    assert.deepEqual(fingerprint(out), standing);
    assert.ok((await buildBook({ root: files.root, run, out, flavour: here })).pages.length > 0);
  });

test("a page may stand in one flavour alone", async () => {
  await using own = await project({
    config: (yaml) => yaml.replace("place: back", "place: back\n    flavour: reader"),
  });
  for (const [flavour, has] of [
    ["reader", true],
    ["class", false],
  ] as const) {
    const { out, pages } = await buildBook({ root: own.root, run: storedOutputs(), flavour });
    assert.equal(existsSync(join(out, "what-we-know.html")), has);
    assert.equal(
      pages.some(({ page }) => page === "what-we-know.html"),
      has,
    );
    assert.equal(readFileSync(join(out, "index.html"), "utf8").includes("what-we-know.html"), has);
  }
});

for (const flavour of ["", "solutions"])
  test(`genloss book --flavour ${JSON.stringify(flavour)} is wrong use: it names the flavours`, () => {
    const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [main, "book", "--flavour", flavour], {
      encoding: "utf8",
    });
    assert.equal(status, 2);
    assert.match(stderr, /Allowed choices are reader, class/);
  });

test("an exercise without a solution stops the build of either flavour", async () => {
  await using broken = await project({ solutions: "" });
  for (const flavour of ["reader", "class"] as const)
    await assert.rejects(buildBook({ root: broken.root, run: storedOutputs(), flavour }), /no-solution/);
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`a class page, ${colorScheme}, ${width} px: fits, breaks no WCAG rule, and says who has the solution`, async (t) => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${chapter}`;
      await browser.open(t, url, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
        assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.locator(".exercise", { hasText: "Your instructor has the further tests" }).waitFor();
        assert.equal(await page.locator(".solution").count(), 0);
      });
    });

test("the mark says the flavour, and is all that tells two builds apart besides their pages", () => {
  const mark = (folder: string): string =>
    (JSON.parse(readFileSync(join(files.root, folder, ".genloss-book.json"), "utf8")) as { maker: string })
      .maker;
  assert.deepEqual(
    [mark("book/dist"), mark("book/dist-class")],
    ["genloss book", "genloss book --flavour class"],
  );
});

/** Each colour of the library's figures has a night of its own in the book: neither may import the other. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawChart } from "../../../book/render/drawChart.ts";
import { renderFrame } from "../../../book/render/frame.ts";
import { inlineSvg } from "../../../book/render/inlineSvg.ts";
import { palette } from "../../../lib/index.ts";
import { varianceChart } from "../tools/chart.ts";
import { noSearch } from "../tools/noSearch.ts";

const css = readFileSync(new URL("../../../book/theme/10-tokens.css", import.meta.url), "utf8");

/** What the theme's names stand for, by day and by night. */
const theme = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
    ([, token = "", day = "", night = ""]) => [token, { day, night }] as const,
  ),
);

const colours = Object.values(palette).flat();

test("the palette is there, and the theme", () => {
  assert.ok(colours.length >= 8);
  assert.ok(theme.size >= colours.length);
});

for (const colour of colours) {
  test(`${colour} of the library's palette has its night in the book`, () => {
    const drawn = inlineSvg(`<svg><path fill="${colour}" style="stroke: ${colour}"/></svg>`, "f", "l");
    const [, token = "none"] = /fill="var\(--([\w-]+)\)" style="stroke: var\(--\1\)"/.exec(drawn) ?? [];
    const meant = theme.get(token);
    assert.ok(meant, `${drawn} must hold a token of the theme`);
    assert.equal(meant.day, colour.toLowerCase(), `by day --${token} is the library's colour`);
    assert.notEqual(meant.night, meant.day);
  });
}

test("no two colours of the palette are one at night", () => {
  const nights = colours.map((colour) => {
    const [token] = [...theme].find(([, { day }]) => day === colour.toLowerCase()) ?? ["none"];
    return theme.get(token)?.night;
  });
  assert.equal(new Set(nights).size, colours.length);
});

test("what the book draws of its own is in colours of the palette", async () => {
  const known = colours.map((colour) => colour.toLowerCase());
  // A chart without colours of its own: Vega's first colour for marks is none of the book's.
  const drawn = await drawChart({ ...varianceChart("d"), config: { mark: { color: palette.real } } });
  const used = new Set(drawn.toLowerCase().match(/#[\da-f]{3,6}\b/g));
  assert.ok(used.size >= 3, "axes, grid and marks");
  for (const colour of used) assert.ok(known.includes(colour), `drawChart() draws in ${colour}`);
});

test("the icon of the book's pages is in colours of the theme by day", () => {
  const content = {
    page: "index.html",
    source: "",
    title: "t",
    description: "d",
    body: "",
    headings: [],
    formulas: [],
  };
  const config = {
    title: "t",
    subtitle: "s",
    description: "d",
    bibliography: "",
    pages: [],
    parts: [],
    edition: { authors: [] },
    chapters: [],
  };
  const frame = { config, chapters: [], pages: [], made: { front: [], back: [] }, library: undefined };
  const html = renderFrame(content, content.body, {
    ...frame,
    style: "a.css",
    script: "a.js",
    search: noSearch,
    aids: { program: "" },
  } as never);
  const icon = decodeURIComponent(/href="data:image\/svg\+xml,([^"]+)"/.exec(html)?.[1] ?? "");
  const days = [...theme.values()].map(({ day }) => day);
  const used = icon.match(/#[\da-f]{6}/g) ?? [];
  assert.equal(used.length, 3);
  for (const colour of used) assert.ok(days.includes(colour), `the icon is drawn in ${colour}`);
});

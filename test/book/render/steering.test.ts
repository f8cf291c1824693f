import assert from "node:assert/strict";
import { test } from "node:test";
import { chartFigure } from "../../../book/render/figure.ts";
import { drawSettings, settingsOf } from "../../../book/render/steering.ts";
import { contextOf } from "../tools/context.ts";
import { steeredChart, steeringOfChart } from "../tools/steeredChart.ts";

const head = { label: "fig-here", caption: "Fewer numbers, faster." };

/** The figure's HTML, what it wrote beside the page, and what it complained about. */
async function render(spec = steeredChart()) {
  const context = contextOf();
  const html = await chartFigure(spec, undefined, head, context);
  const pictures = [...context.downloads].find(([path]) => /\.\w{8}\.js$/.test(path));
  return { html, pictures, ...context };
}

test("a steered figure shows the picture, the sentence and the setting at the start, without a script", async () => {
  const { html, faults } = await render();
  assert.deepEqual(faults, []);
  assert.equal(html.match(/<svg/g)?.length, 1);
  assert.match(html, /<svg [^>]*aria-label="From 30 it falls to 1\."/);
  assert.match(html, /<p class="description now">From 30 it falls to 1\.<\/p>/);
  assert.match(
    html,
    /<span class="setting-label">samples M<\/span> <output class="setting-value">30<\/output>/,
  );
  assert.doesNotMatch(html, /<input/, "the script makes the slider");
});

test("three stops in words keep the room of two lines, and the digits of large numbers are grouped", async () => {
  const withStops = async (...values: readonly (string | number)[]): Promise<string> => {
    const spec = structuredClone(steeredChart());
    const { steered } = spec.usermeta as { steered: { sliders: object[] } };
    steered.sliders = [{ name: "size", label: "samples M", values, start: values[1] }];
    return (await render(spec)).html;
  };
  assert.match(
    await withStops("one of two", "one of very many", "one of two, a tenth human"),
    /<div class="setting worded"[^>]*>.*<output class="setting-value">one of very many</,
  );
  const short = await withStops(1000, 10_000, -100_000);
  assert.match(short, /<div class="setting" data-values="[^"]*−100\u00a0000/);
  assert.match(short, /<output class="setting-value">10\u00a0000</);
});

test("the pictures of all settings are in one script beside the page, named by its content", async () => {
  const { html, pictures } = await render();
  const [path = "", text = ""] = pictures ?? [];
  assert.match(path, /^data\/one-fig-here\.[0-9a-f]{8}\.js$/);
  assert.ok(html.includes(`data-pictures="${path}" data-key="one-fig-here"`));
  const found: { pictures?: Record<string, string[]> } = {};
  new Function("globalThis", text)(found);
  const drawn = found.pictures?.["one-fig-here"] ?? [];
  assert.deepEqual(
    drawn.map((svg) => /aria-label="([^"]*)"/.exec(svg)?.[1]),
    steeringOfChart().descriptions,
  );
  assert.ok(html.includes(drawn[1] ?? "?"), "the one in the page is one of them");
  assert.deepEqual((await render()).pictures, pictures, "the same bytes each time");
});

test("the table has the rows at the start, the CSV those of every setting", async () => {
  const { html, downloads } = await render();
  assert.match(html, /Data and specification \(samples M: 30\)/);
  assert.equal(html.match(/<tr>/g)?.length, 1 + 3);
  assert.equal(downloads.get("data/one-fig-here.csv")?.trim().split("\r\n").length, 1 + 3 * 3);
});

test("all pictures have one size, and their plots one place", async () => {
  const long = steeredChart({ axis: { labelExpr: "size > 50 ? 'a very long label' : datum.label" } });
  const drawn = await drawSettings(long, steeringOfChart());
  const boxes = drawn.map((svg) => {
    const [, left = 0] = /viewBox="(-?[\d.]+) /.exec(svg) ?? [];
    const [, size] = /(width="[\d.]+" height="[\d.]+")/.exec(svg) ?? [];
    const [, x = 0] = /translate\(([\d.]+),/.exec(svg) ?? [];
    return { size, plot: Number(x) - Number(left) };
  });
  for (const box of boxes) assert.deepEqual(box, boxes[0]);
});

test("settingsOf() lets the last slider run fastest", () => {
  const slider = (name: string) => ({ name, label: name, values: [1, 2], start: 1 });
  assert.deepEqual(
    settingsOf({ sliders: [slider("a"), slider("b")], descriptions: [] }).map(({ a, b }) => `${a}${b}`),
    ["11", "12", "21", "22"],
  );
});

test("a setting without a sentence is a fault, and so are pictures too heavy to load", async () => {
  const { faults } = await render(steeredChart({}, ["One.", " ", "Three."]));
  assert.deepEqual(
    faults.map(({ rule, message }) => `${rule}: ${message}`),
    ["no-description: a chart needs a sentence for every setting; there is none at 30"],
  );
  const heavy = await render(steeredChart({}, undefined, 20_000));
  assert.match(
    heavy.faults[0]?.message ?? "",
    /the pictures of all settings take \d+ kB compressed, 150 are allowed/,
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { chartData, csvOf } from "../../../book/render/chartData.ts";
import { dataTable, readable } from "../../../book/render/dataTable.ts";
import { drawChart } from "../../../book/render/drawChart.ts";
import { inlineSvg } from "../../../book/render/inlineSvg.ts";
import { varianceChart } from "../tools/chart.ts";

test("inlineSvg() labels the whole and silences its parts", () => {
  const svg =
    '<svg width="10" height="5"><g role="graphics-symbol" aria-label="x: 1"><title>t</title><path/></g></svg>';
  const html = inlineSvg(svg, "fig-a", 'It "falls"');
  assert.match(html, /^<svg [^>]*role="img" aria-label="It &quot;falls&quot;" viewBox="0 0 10 5"/);
  assert.equal(html.match(/aria-|role=|<title/g)?.length, 2);
});

test("inlineSvg() turns the colours of the palette into tokens and keeps the others", () => {
  const html = inlineSvg(
    '<svg><path fill="#1c1b19" stroke="#9A3412"/><path style="fill: #0072B2"/><path fill="#123456"/></svg>',
    "f",
    "l",
  );
  assert.match(html, /fill="var\(--ink\)" stroke="var\(--accent\)"/);
  assert.match(html, /style="fill: var\(--blue\)"/);
  assert.match(html, /fill="#123456"/);
});

test("inlineSvg() makes ids its own, whatever was drawn before", () => {
  const drawn = (id: string) =>
    `<svg><clipPath id="${id}"/><g clip-path="url(#${id})"/><use href="#${id}"/></svg>`;
  assert.equal(inlineSvg(drawn("clip0"), "fig-a", ""), inlineSvg(drawn("clip7"), "fig-a", ""));
  assert.match(
    inlineSvg(drawn("clip7"), "fig-a", ""),
    /id="fig-a-part-1".*url\(#fig-a-part-1\).*href="#fig-a-part-1"/,
  );
});

test("drawChart() gives labels of 14 px and the book's colours", async () => {
  const svg = await drawChart(varianceChart("d") as Record<string, unknown>);
  assert.match(svg, /font-size="14px"/);
  assert.match(svg, /#57534e/);
});

test("chartData() gathers inline, named and layered data, each once", () => {
  const same = [{ x: 1, y: 2 }];
  const spec = {
    datasets: { law: [{ x: 1, law: 3 }] },
    layer: [{ data: { values: same } }, { data: { values: same } }, { data: { name: "law" } }],
    hconcat: [{ spec: { data: { values: [7] } } }],
  };
  assert.deepEqual(chartData(spec), {
    columns: ["x", "y", "law", "value"],
    rows: [{ x: 1, y: 2 }, { x: 1, law: 3 }, { value: 7 }],
  });
});

test("chartData() puts named columns before numbered ones", () => {
  assert.deepEqual(chartData({ data: { values: [{ generation: 0, 174: 1, 0: 2 }] } }).columns, [
    "generation",
    "0",
    "174",
  ]);
});

test("csvOf() keeps every digit and quotes what needs it", () => {
  assert.equal(
    csvOf({ columns: ["a", "b"], rows: [{ a: 0.1 + 0.2, b: 'x,"y"' }, { a: null }] }),
    'a,b\r\n0.30000000000000004,"x,""y"""\r\n,\r\n',
  );
});

test("dataTable() shows the first 24 rows and says so", () => {
  const rows = Array.from({ length: 25 }, (_, x) => ({ x }));
  const html = dataTable({ columns: ["x"], rows }, "Figure 1.1");
  assert.equal(html.match(/<tr>/g)?.length, 25);
  assert.match(html, /First 24 of 25 rows/);
});

for (const [value, text] of [
  [0, "0"],
  [1850, "1850"],
  [1234567, "1\u00a0234\u00a0567"],
  [-12345.6, "−12\u00a0350"],
  [-0.0535218, "−0.05352"],
  [0.00001234, "1.23\u00a0×\u00a010⁻⁵"],
  [-2.5e12, "−2.50\u00a0×\u00a010¹²"],
  [3.25e-7, "3.25\u00a0×\u00a010⁻⁷"],
  [Infinity, "∞"],
] as const) {
  test(`readable(${value}) is ${text}`, () => assert.equal(readable(value), text));
}

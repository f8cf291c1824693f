import assert from "node:assert/strict";
import { test } from "node:test";
import { drawVegaLite } from "../../../kernel/display/drawVegaLite.ts";
import { toMimeBundle } from "../../../kernel/display/toMimeBundle.ts";

const shows = (bundle: unknown): object => ({ kind: "own", [Symbol.for("Jupyter.display")]: () => bundle });

test("toMimeBundle() is undefined for undefined and text for the rest", async () => {
  assert.equal(await toMimeBundle(undefined), undefined);
  assert.deepEqual(await toMimeBundle("a"), { "text/plain": "'a'" });
  assert.deepEqual(await toMimeBundle(-0), { "text/plain": "-0" });
});

test("toMimeBundle() takes a value's own bundle, also promised, and adds the text", async () => {
  const bundle = { "text/html": "<b>", "application/json": { a: [1] }, "text/latex": undefined };
  for (const value of [shows(bundle), shows(Promise.resolve(bundle))]) {
    const { "text/plain": text, ...rest } = (await toMimeBundle(value)) ?? {};
    assert.match(String(text), /kind: 'own'/);
    assert.deepEqual(rest, { "text/html": "<b>", "application/json": { a: [1] } });
  }
});

const refused = [
  { bundle: undefined, why: /must return a MIME bundle, got undefined/ },
  { bundle: null, why: /must return a MIME bundle, got null/ },
  { bundle: ["text/plain"], why: /must return a MIME bundle, got \[ 'text\/plain' \]/ },
  { bundle: "text", why: /must return a MIME bundle, got 'text'/ },
  { bundle: { html: "<b>" }, why: /whose keys are MIME types, got 'html'/ },
  { bundle: { "text/html": 5 }, why: /must return text for text\/html, got 5/ },
  { bundle: { "application/json": 5n }, why: /must return a JSON value for application\/json, got 5n/ },
  { bundle: { "application/json": () => 1 }, why: /must return a JSON value/ },
];
for (const { bundle, why } of refused) {
  test(`toMimeBundle() refuses a bundle: ${why.source}`, async () => {
    await assert.rejects(toMimeBundle(shows(bundle)), why);
  });
}

test("toMimeBundle() passes a method's own failure on", async () => {
  const value = { [Symbol.for("Jupyter.display")]: () => Promise.reject(new RangeError("own")) };
  await assert.rejects(toMimeBundle(value), /own/);
});

test("toMimeBundle() shows the value as it was at the call", async () => {
  const list = [1];
  const bundle = toMimeBundle(list);
  list.push(2);
  assert.deepEqual(await bundle, { "text/plain": "[ 1 ]" });
});

const spec = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  title: "Two bars",
  data: {
    values: [
      { a: "x", b: 1 },
      { a: "y", b: 2 },
    ],
  },
  mark: "bar",
  encoding: { x: { field: "a", type: "nominal" }, y: { field: "b", type: "quantitative" } },
};

test("toMimeBundle() gives a chart JupyterLab's MIME type, a drawing, and its title as text", async () => {
  const host = { drawChart: drawVegaLite };
  const bundle = (await toMimeBundle(spec, host)) ?? {};
  assert.equal(bundle["text/plain"], "Two bars");
  assert.deepEqual(bundle["application/vnd.vegalite.v5+json"], spec);
  assert.match(String(bundle["image/svg+xml"]), /^<svg/);
  assert.deepEqual(await toMimeBundle(structuredClone(spec), host), bundle, "the same spec, the same bytes");
});

for (const [what, words, text] of [
  ["its description, which is written to be read, before its title", { description: "d", title: "t" }, "d"],
  ["its title", { title: "t" }, "t"],
  ["what it is, where the title is no text", { title: { text: "t" } }, "a Vega-Lite chart"],
  ["what it is", {}, "a Vega-Lite chart"],
] as const)
  test(`toMimeBundle() gives a chart as text ${what}`, async () =>
    assert.equal((await toMimeBundle({ $schema: spec.$schema, ...words }))?.["text/plain"], text));

test("toMimeBundle() draws the chart as it was at the call", async () => {
  const changing = structuredClone(spec);
  const bundle = toMimeBundle(changing, { drawChart: drawVegaLite });
  changing.title = "changed";
  changing.data.values.pop();
  assert.deepEqual(await bundle, await toMimeBundle(spec, { drawChart: drawVegaLite }));
});

test("toMimeBundle() fails with Vega's words for a chart that cannot be drawn", async () => {
  const bad = { $schema: spec.$schema, data: { values: [] }, mark: "no such mark" };
  await assert.rejects(toMimeBundle(bad, { drawChart: drawVegaLite }), /^Error: Cannot draw the chart: /);
});

test("toMimeBundle() leaves a late rejection of a shown promise unhandled", async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  assert.deepEqual(await toMimeBundle(promise), { "text/plain": "Promise { <pending> }" });
  promise.catch(() => {}); // ours; the one that looked rejects for itself
  const seen = new Promise((resolve) => {
    const earlier = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.once("unhandledRejection", (reason) => {
      for (const listener of earlier) process.on("unhandledRejection", listener);
      resolve(reason);
    });
  });
  reject(new Error("late"));
  assert.match(String(await seen), /late/);
});

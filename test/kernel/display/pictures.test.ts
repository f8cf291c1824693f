import assert from "node:assert/strict";
import { test } from "node:test";
import { html } from "../../../kernel/display/html.ts";
import { image } from "../../../kernel/display/image.ts";
import { outputMetadata } from "../../../kernel/display/outputMetadata.ts";
import { toMimeBundle } from "../../../kernel/display/toMimeBundle.ts";

const tensor = (shape: number[], data: ArrayLike<number | string>, dtype = "float32"): object => ({
  shape,
  dtype,
  dataSync: () => data,
});

test("toMimeBundle() draws a small matrix: dark where it is least, open where it is not finite", async () => {
  const bundle = await toMimeBundle(tensor([2, 2], [0, 1, Number.NaN, 0]));
  const svg = String(bundle?.["text/html"]);
  assert.match(
    svg,
    /<svg [^>]*role="img" aria-label="Heat map\. Tensor 2 × 2, float32: 0 to 1, mean 0\.3333, 1 not finite"/,
  );
  assert.match(svg, /fill="#440154" d="M0 0h1v1h-1zM1 1h1v1h-1z"/);
  assert.match(svg, /fill="#fde725" d="M1 0h1v1h-1z"/);
  assert.equal(svg.match(/h1v1/g)?.length, 3);
});

test("toMimeBundle() draws no picture of many numbers, of equal ones, or of other shapes", async () => {
  for (const value of [
    tensor(
      [40, 40],
      Float32Array.from({ length: 1600 }, (_, i) => i),
    ),
    tensor([2, 2], [1, 1, 1, 1]),
    tensor([4], [1, 2, 3, 4]),
    tensor([0, 0], []),
  ])
    assert.equal((await toMimeBundle(value))?.["text/html"], undefined);
});

for (const [rows, columns, isDrawn] of [
  [32, 32, true],
  [1, 1024, true],
  [1024, 1, true],
  [25, 41, false],
  [33, 32, false],
] as const)
  test(`toMimeBundle() ${isDrawn ? "draws" : "does not draw"} ${rows} × ${columns} cells: 1024 are a picture`, async () => {
    const data = Float32Array.from({ length: rows * columns }, (_, i) => i);
    const html = (await toMimeBundle(tensor([rows, columns], data)))?.["text/html"];
    assert.equal(html !== undefined, isDrawn);
    if (isDrawn) assert.match(String(html), new RegExp(`viewBox="0 0 ${columns} ${rows}"`));
  });

test("toMimeBundle() puts each cell of a matrix in its row and column, the largest in the brightest colour", async () => {
  const html = String((await toMimeBundle(tensor([2, 3], [0, 8, 9, 0, 0, 1])))?.["text/html"]);
  const paths = [...html.matchAll(/fill="(#\w+)" d="([^"]+)"/g)].map(([, colour, d]) => [colour, d]);
  assert.deepEqual(paths, [
    ["#440154", "M0 0h1v1h-1zM0 1h2v1h-2z"],
    ["#472c7a", "M2 1h1v1h-1z"],
    ["#fde725", "M1 0h2v1h-2z"],
  ]);
});

const rangeOf = async (data: ArrayLike<number>): Promise<string | undefined> =>
  String((await toMimeBundle(tensor([data.length], data)))?.["text/plain"]).split("\n")[0];
const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
for (const [data, range] of [
  [[1, 2, 6], "1 to 6, mean 3"],
  [[-1, none, 2], "-1 to 2, mean 0.5, 1 not finite"],
  [[infinite, 4, -infinite], "4 to 4, mean 4, 2 not finite"],
  [[none, none], "2 not finite"],
] as const)
  test(`toMimeBundle() says of ${JSON.stringify(data)} how far its finite numbers go: ${range}`, async () =>
    assert.equal(await rangeOf(data), `Tensor ${data.length}, float32: ${range}`));

test("toMimeBundle() shows 20 numbers of a typed array whole, and of more the first ten", async () => {
  const textOf = async (count: number): Promise<string> =>
    String((await toMimeBundle(Float64Array.from({ length: count }, (_, i) => i)))?.["text/plain"]);
  assert.match(await textOf(20), /^Float64Array\(20\) \[[^:]*\b19\b/);
  assert.equal(
    await textOf(21),
    "Float64Array(21): 0 to 20, mean 10\n[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … 11 more ]",
  );
});

test("toMimeBundle() shows tensors of text, and disposed ones as objects", async () => {
  assert.deepEqual(await toMimeBundle(tensor([2], ["a", "b"], "string")), {
    "text/plain": "Tensor 2, string\n[ 'a', 'b' ]",
  });
  const disposed = {
    ...tensor([1], []),
    dataSync() {
      throw new Error("Tensor is disposed.");
    },
  };
  assert.match(String((await toMimeBundle(disposed))?.["text/plain"]), /^\{\n? *shape: \[ 1 \]/);
});

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const formats: readonly (readonly [type: string, bytes: Uint8Array])[] = [
  ["image/png", png],
  ["image/jpeg", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0])],
  ["image/gif", new TextEncoder().encode("GIF89a")],
  ["image/webp", new TextEncoder().encode("RIFF\n\0\0\0WEBPVP8 ")],
];
for (const [type, bytes] of formats) {
  test(`image() knows ${type} by its first bytes and carries the words for it`, async () => {
    const value = image(bytes, "A dot");
    const bundle = await toMimeBundle(value);
    assert.deepEqual(bundle, { "text/plain": "A dot", [type]: Buffer.from(bytes).toString("base64") });
    assert.deepEqual(outputMetadata(value), { [type]: { alt: "A dot" } });
  });
}

test("image() takes large files, and SVG as text", async () => {
  const large = new Uint8Array(1_000_003);
  large.set(png);
  const shown = (await toMimeBundle(image(large, "large")))?.["image/png"];
  assert.equal(shown, Buffer.from(large).toString("base64"));
  const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';
  assert.equal((await toMimeBundle(image(svg, "nothing")))?.["image/svg+xml"], svg);
});

test("image() and html() refuse what they cannot show", () => {
  assert.throws(() => image(new Uint8Array([1, 2, 3]), "x"), /got 3 bytes of something else/);
  assert.throws(() => image([137, 80] as never, "x"), /got object/);
  assert.throws(() => image(png, " "), /alt must be a sentence/);
  assert.throws(() => html(5 as never), /text must be a string, got number/);
});

test("toMimeBundle() draws a canvas by its toDataURL(), and nothing else that has one", async () => {
  const canvas = (url: string): object => ({ width: 3, height: 2, toDataURL: () => url });
  assert.deepEqual(await toMimeBundle(canvas("data:image/png;base64,aGk=")), {
    "text/plain": "a picture, 3 × 2",
    "image/png": "aGk=",
  });
  assert.equal((await toMimeBundle(canvas("data:,")))?.["image/png"], undefined);
});

test("outputMetadata() gives a chart without background its paper, and other values nothing", () => {
  const spec = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", mark: "bar" };
  const type = "application/vnd.vegalite.v5+json";
  const paper = { embed_options: { patch: [{ op: "add", path: "/background", value: "white" }] } };
  assert.deepEqual(outputMetadata({ ...spec, background: "transparent" }), { [type]: paper });
  for (const value of [spec, { ...spec, background: "black" }, 5, null, {}])
    assert.deepEqual(outputMetadata(value), {});
});

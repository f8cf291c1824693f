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

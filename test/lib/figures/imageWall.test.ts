import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, inflateSync } from "node:zlib";
import { type ImageWallOptions, imageWall } from "../../../lib/index.ts";

const options: ImageWallOptions = {
  images: [
    [
      [0, 1, 0.5, 0],
      [1, 2, -1, 0],
    ],
  ],
  side: 2,
  rows: ["λ = 1"],
  columns: ["0", "1"],
  x: "generation",
  description: "The diagonal turns.",
};
const draw = (more: Partial<ImageWallOptions> = {}) => imageWall({ ...options, ...more });

/** The PNG in the figure, read by the rules of its format. */
function pictureOf(spec: ReturnType<typeof draw>): {
  width: number;
  height: number;
  pixel(x: number, y: number): number[];
} {
  const address = /data:image\/png;base64,([A-Za-z0-9+/=]+)/.exec(JSON.stringify(spec))![1]!;
  const bytes = Buffer.from(address, "base64");
  assert.equal(bytes.toString("base64"), address);
  assert.equal(bytes.subarray(0, 8).toString("hex"), "89504e470d0a1a0a");
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    assert.equal(bytes.readUInt32BE(at + 8 + length), crc32(named), "the checksum holds");
    chunks[named.subarray(0, 4).toString("latin1")] = named.subarray(4);
    at += 12 + length;
  }
  assert.deepEqual(Object.keys(chunks), ["IHDR", "IDAT", "IEND"]);
  const [width, height] = [chunks.IHDR!.readUInt32BE(0), chunks.IHDR!.readUInt32BE(4)];
  assert.deepEqual([...chunks.IHDR!.subarray(8)], [8, 4, 0, 0, 0]);
  const lines = inflateSync(chunks.IDAT!);
  assert.equal(lines.length, height * (1 + 2 * width));
  return {
    width,
    height,
    pixel: (x, y) => [...lines.subarray(y * (1 + 2 * width) + 1 + 2 * x).subarray(0, 2)],
  };
}

test("imageWall() writes one PNG: paper white, ink black, gaps see-through", () => {
  const { width, height, pixel } = pictureOf(draw());
  assert.equal(width, 2 * height);
  const quarter = (image: number, x: number, y: number): number[] =>
    pixel(Math.round(height * (image + 0.25 + x / 2)), Math.round(height * (0.25 + y / 2)));
  assert.deepEqual([quarter(0, 0, 0), quarter(0, 1, 0), quarter(0, 0, 1)], [[255, 255], [0, 255], [128, 255]]); // biome-ignore format: a row of pixels
  assert.deepEqual([quarter(1, 1, 0), quarter(1, 0, 1)], [[0, 255], [255, 255]], "beyond the ends is the end"); // biome-ignore format: a row of pixels
  assert.equal(pixel(0, 0)[1], 0);
  assert.equal(pixel(height, 5)[1], 0);
});

test("imageWall() names what it refuses", () => {
  assert.throws(() => draw({ side: 0 }), /side must be an integer ≥ 1|side must be/);
  assert.throws(() => draw({ side: 3 }), /images\[0\]\[0\] must hold 9 pixels, got 4/);
  assert.throws(() => draw({ columns: ["0"] }), /images\[0\] must hold 1 images, got 2/);
  assert.throws(() => draw({ columns: ["0", "0"] }), /columns must differ, got 0, 0/);
  assert.throws(() => draw({ rows: [] }), /rows must hold 1 to 24 names, got 0/);
  assert.throws(() => draw({ description: "" }), /description must say what it shows/);
});

/** Hand-written digits as small pictures. */
export interface Digits {
  /** Pixels of each image, row by row from the top left; 0 is paper and 16 is ink. Shape (1797, 64). */
  readonly images: readonly Uint8Array[];
  /** What each image shows, 0 … 9. Shape (1797). */
  readonly labels: Uint8Array;
}

/**
 * Loads the 1797 digits of 8 × 8 pixels that 13 people wrote: the test set of UCI's "Optical Recognition of
 * Handwritten Digits" (E. Alpaydin and C. Kaynak; CC BY 4.0), as scikit-learn ships it. Every call gives new arrays,
 * which are the caller's to change; the images are rows of one buffer.
 *
 * Ink is counted from 0 to 16. A network with outputs from 0 to 1, such as `vae`, wants it divided by 16; `imageWall`, too.
 *
 * @returns images, shape (1797, 64), and labels, shape (1797)
 * @see Alpaydin, Kaynak (1998), UCI Machine Learning Repository, doi:10.24432/C50P49 — chapter 8
 * @example
 * const { images } = await digits();
 * const rows = images.map((image) => Float64Array.from(image, (ink) => ink / 16));
 * rows[0].slice(2, 5) // => Float64Array [0.3125, 0.8125, 0.5625]
 */
export async function digits(): Promise<Digits> {
  const { default: rows } = await import("./digits.json", { with: { type: "json" } });
  const pixels = new Uint8Array(rows.length * size);
  const labels = new Uint8Array(rows.length);
  for (const [i, row] of rows.entries()) {
    labels[i] = Number(row[0]);
    for (let j = 0; j < size; j += 1) pixels[i * size + j] = Number.parseInt(row[2 + j]!, 17);
  }
  const images = rows.map((_, i) => pixels.subarray(i * size, (i + 1) * size));
  return { images, labels };
}

const size = 64;

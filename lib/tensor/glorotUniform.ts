import type { Rng } from "../random/rng.ts";
import type { Layer } from "./networkWeights.ts";

/**
 * First weights after Glorot and Bengio: a matrix is uniform on ±√(6 / (rows + columns)), a bias is 0. Signals then
 * neither grow nor fade on their way through the layers.
 *
 * @param rng a seeded stream
 * @returns a function for {@link networkWeights}
 * @see Glorot, Bengio (2010), AISTATS 9:249–256
 * @example networkWeights([{ name: "bias", shape: [3] }], glorotUniform(seeded(1))).values // => Float32Array [0, 0, 0]
 */
export function glorotUniform(rng: Rng): (layer: Layer) => number {
  return ({ shape: [rows, columns] }) =>
    columns === undefined ? 0 : (2 * rng.next() - 1) * Math.sqrt(6 / (rows! + columns));
}

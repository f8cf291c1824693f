import type { Rng } from "../rng.ts";

/**
 * Tables of the ziggurat for the half normal density exp(−x²/2): 256 layers of equal area.
 * Layer 0 is the base strip together with the tail beyond `edge`; layer 255 touches the top, height 1.
 * `edge` and `area` solve "256 layers of this area end at height 1" (solved with 40 digits by mpmath).
 *
 * @see Marsaglia, Tsang (2000), J. Stat. Softw. 5(8), doi:10.18637/jss.v005.i08
 */
const edge = 3.6541528853610088;
const area = 0.004928673233974655;

const layers = 256;
/** Right end of layer i; `right[0]` is the width the base would have if its tail were folded into it. */
export const right: Float64Array = new Float64Array(layers + 1);
/** Density at `right[i]`. */
const height: Float64Array = new Float64Array(layers + 1);

right[0] = area / Math.exp(-0.5 * edge * edge);
right[1] = edge;
for (let i = 1; i < layers; i += 1) {
  height[i] = Math.exp(-0.5 * right[i]! ** 2);
  if (i + 1 < layers) right[i + 1] = Math.sqrt(-2 * Math.log(height[i]! + area / right[i]!));
}
height[layers] = 1; // right[layers] stays 0: the top

/** `right[i]` times 2⁻⁵²: turns a signed 53-bit integer into a place in layer i. */
export const width: Float64Array = right.map((x) => x * 2 ** -52);

/**
 * A standard normal draw from 64 random bits, and from more of them in the rare cases.
 * Of `high`, the low 8 bits choose the layer and the upper 21, read as a signed number, with the 32 of `low`
 * place the draw in it.
 */
export function ziggurat(high: number, low: number, rng: Rng): number {
  for (;;) {
    const layer = high & 255;
    const x = ((high >> 11) * 2 ** 32 + low) * width[layer]!;
    const distance = Math.abs(x);
    if (distance < right[layer + 1]!) return x; // this part of the layer lies wholly under the curve
    if (layer === 0) return Math.sign(x) * beyondEdge(rng);
    const y = height[layer]! + rng.next() * (height[layer + 1]! - height[layer]!);
    if (y < Math.exp(-0.5 * distance * distance)) return x;
    high = rng.bits();
    low = rng.bits();
  }
}

/** A draw from the tail: an exponential proposal of rate `edge`, kept with the ratio of the densities. */
function beyondEdge(rng: Rng): number {
  for (;;) {
    const beyond = -Math.log(1 - rng.next()) / edge;
    if (-2 * Math.log(1 - rng.next()) > beyond * beyond) return edge + beyond;
  }
}

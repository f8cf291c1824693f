import { requireInteger } from "../require/requireInteger.ts";

/** One weight matrix or bias of a network, as it is described. */
export interface LayerShape {
  readonly name: string;
  readonly shape: readonly number[];
}

/** One weight matrix or bias, and where it lies in the flat array. */
export interface Layer extends LayerShape {
  readonly from: number;
  readonly to: number;
}

/** All weights of a network, one behind the other in one array. */
export interface Weights {
  readonly values: Float32Array;
  readonly layers: readonly Layer[];
}

/**
 * Weights of a network in one flat array, each filled by a function.
 *
 * @param shapes name and shape of each matrix and bias, in order
 * @param first gives the first value of each weight, asked one after another
 * @returns the weights; a layer's own are `values.subarray(layer.from, layer.to)`
 * @throws {RangeError} if a shape holds a number that is not an integer ≥ 1
 * @see glorotUniform
 * @example networkWeights([{ name: "bias", shape: [2] }], () => 0).values // => Float32Array [0, 0]
 */
export function networkWeights(shapes: readonly LayerShape[], first: (layer: Layer) => number): Weights {
  let size = 0;
  const layers = shapes.map(({ name, shape }) => {
    for (const length of shape) requireInteger("make a network", `the shape of ${name}`, length, 1);
    const from = size;
    size += shape.reduce((product, length) => product * length, 1);
    return Object.freeze({ name, shape, from, to: size });
  });
  const values = new Float32Array(size);
  for (const layer of layers) {
    for (let i = layer.from; i < layer.to; i += 1) values[i] = first(layer);
  }
  return { values, layers };
}

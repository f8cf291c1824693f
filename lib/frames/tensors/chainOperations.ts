import * as core from "@tensorflow/tfjs-core";

type Operation = (first: core.Tensor, ...rest: unknown[]) => unknown;

/** Operations that a tensor also has as a method, as in the whole of TensorFlow.js: `a.add(b)` is `add(a, b)`. */
const operations = `
  abs acos acosh add all any argMax argMin asin asinh atan atan2 atanh avgPool batchNorm batchToSpaceND broadcastTo ceil
  clipByValue conv1d conv2d conv2dTranspose cos cosh cumprod cumsum depthToSpace depthwiseConv2d dilation2d div divNoNan
  dot elu equal erf euclideanNorm exp expandDims expm1 fft floor floorDiv gather greater greaterEqual ifft irfft isFinite
  isInf isNaN leakyRelu less lessEqual localResponseNormalization log log1p logSigmoid logSoftmax logSumExp logicalAnd
  logicalNot logicalOr logicalXor matMul max maxPool maximum mean min minimum mirrorPad mod mul neg norm notEqual oneHot
  onesLike pad pool pow prelu prod reciprocal relu relu6 reshape reverse rfft round rsqrt selu separableConv2d sigmoid sign
  sin sinh slice softmax softplus spaceToBatchND split sqrt square squaredDifference squeeze stack step stridedSlice sub sum
  tan tanh tile topk transpose unique unsortedSegmentSum unstack where zerosLike`;

const reshape = (tensor: core.Tensor, ...shape: number[]) => core.reshape(tensor, shape);

/** Methods that are no operations of the same name. */
const others: Readonly<Record<string, Operation>> = {
  asScalar: (tensor) => reshape(tensor),
  flatten: (tensor) => reshape(tensor, -1),
  as1D: (tensor) => reshape(tensor, -1),
  as2D: reshape as Operation,
  as3D: reshape as Operation,
  as4D: reshape as Operation,
  as5D: reshape as Operation,
  reshapeAs: (tensor, other) => core.reshape(tensor, (other as core.Tensor).shape),
  asType: (tensor, type) => core.cast(tensor, type as core.DataType),
  toBool: (tensor) => core.cast(tensor, "bool"),
  toFloat: (tensor) => core.cast(tensor, "float32"),
  toInt: (tensor) => core.cast(tensor, "int32"),
  concat: (tensor, more, axis) =>
    core.concat([tensor, ...[more as core.Tensor | core.Tensor[]].flat()], axis as number),
  resizeBilinear: core.image.resizeBilinear as Operation,
  resizeNearestNeighbor: core.image.resizeNearestNeighbor as Operation,
};

/** Gives every tensor its operations as methods. Those that it has already, from native tfjs-node, stay. */
export function chainOperations(): void {
  const named = operations.trim().split(/\s+/);
  const all = { ...Object.fromEntries(named.map((name) => [name, operationOf(name)])), ...others };
  const prototype = core.Tensor.prototype as unknown as Record<string, unknown>;
  for (const [name, operation] of Object.entries(all)) {
    prototype[name] ??= function (this: core.Tensor, ...rest: unknown[]) {
      return operation(this, ...rest);
    };
  }
}

const operationOf = (name: string): Operation => (core as unknown as Record<string, Operation>)[name]!;

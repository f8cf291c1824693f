import type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import { add, fused, getBackend, matMul, relu, sigmoid } from "#tfjs";

/**
 * y = activation(x W + b), in one operation where that is faster: native tfjs-node takes the fused one apart, at twice the
 * price of its parts. x of shape (n, i), W (i, o), b (o); y (n, o).
 */
export function dense(
  x: Tensor,
  weights: Tensor,
  bias: Tensor,
  activation: "linear" | "relu" | "sigmoid",
): Tensor2D {
  if (getBackend() === "tensorflow") {
    const sums = add(matMul(x, weights), bias) as Tensor2D;
    if (activation === "linear") return sums;
    return activation === "relu" ? relu(sums) : sigmoid(sums);
  }
  return fused.matMul({
    a: x as Tensor2D,
    b: weights as Tensor2D,
    bias: bias as Tensor1D,
    activation,
  }) as Tensor2D;
}

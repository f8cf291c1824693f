import { fused, type Tensor, type Tensor1D, type Tensor2D } from "@tensorflow/tfjs-core";

/** y = activation(x W + b) in one operation. x of shape (n, i), W (i, o), b (o); y (n, o). */
export function dense(
  x: Tensor,
  weights: Tensor,
  bias: Tensor,
  activation: "linear" | "relu" | "sigmoid",
): Tensor2D {
  return fused.matMul({
    ...{ a: x as Tensor2D, b: weights as Tensor2D, bias: bias as Tensor1D, activation },
  }) as Tensor2D;
}

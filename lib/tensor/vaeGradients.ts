import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import {
  add,
  concat,
  exp,
  matMul,
  mul,
  sigmoid,
  sign,
  softplus,
  split,
  sqrt,
  square,
  sub,
  sum,
  tensor2d,
} from "#tfjs";
import { fillNormal } from "../random/fillNormal.ts";
import type { Rng } from "../random/rng.ts";
import { dense } from "./dense.ts";
import type { LayerShape } from "./networkWeights.ts";

/** The weights of a variational autoencoder for items of d numbers. The encoder's last layer gives μ and log σ². */
export function vaeLayers(d: number, hidden: number, latent: number): LayerShape[] {
  return [
    { name: "encoder", shape: [d, hidden] },
    { name: "encoder bias", shape: [hidden] },
    { name: "latent", shape: [hidden, 2 * latent] },
    { name: "latent bias", shape: [2 * latent] },
    { name: "decoder", shape: [latent, hidden] },
    { name: "decoder bias", shape: [hidden] },
    { name: "output", shape: [hidden, d] },
    { name: "output bias", shape: [d] },
  ];
}

/** The tensors of one step: items, shape (n, d), and noise ε, shape (n, latent). */
export function vaeBatch(
  values: Float64Array,
  d: number,
  latent: number,
  items: Uint32Array,
  rng: Rng,
): Tensor[] {
  const rows = new Float32Array(items.length * d);
  items.forEach((item, i) => {
    rows.set(values.subarray(item * d, (item + 1) * d), i * d);
  });
  const noise = fillNormal(new Float64Array(items.length * latent), 0, 1, rng);
  return [tensor2d(rows, [items.length, d]), tensor2d(Float32Array.from(noise), [items.length, latent])];
}

/** What backpropagation gives: the loss summed over the items, and its gradient in each weight. */
export interface VaeGradients {
  readonly value: Scalar;
  readonly grads: Tensor[];
}

/**
 * Reconstruction loss plus divergence from the prior, in nats, summed over the items, with its gradients: by hand, since
 * general differentiation makes four times as many operations, and at this size an operation costs more than its numbers.
 */
export function vaeGradients(weights: readonly Tensor[], [x, noise]: readonly Tensor[]): VaeGradients {
  const [w1, b1, w2, b2, w3, b3, w4, b4] = weights as [
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
  ];
  // Forward: x → h1 → (μ, log σ²) → z → h2 → logits of y.
  const h1 = dense(x!, w1, b1, "relu");
  const [mu, logVariance] = split(dense(h1, w2, b2, "linear"), 2, 1) as [Tensor, Tensor];
  const variance = exp(logVariance);
  const shift = mul(sqrt(variance), noise!);
  const z = add(mu, shift);
  const h2 = dense(z, w3, b3, "relu");
  const logits = dense(h2, w4, b4, "linear");

  const misfit = sum(sub(softplus(logits), mul(logits, x!))); // − Σ x log y + (1 − x) log(1 − y), without overflow
  const excess = sub(variance, 1); // σ² − 1
  const divergence = mul(sum(sub(add(square(mu), excess), logVariance)), 0.5);

  // Backward, in the opposite order: d… is the derivative of the loss in …. A rectified unit passes it on where it is
  // above 0: there its sign is 1.
  const dLogits = sub(sigmoid(logits), x!);
  const dH2 = mul(matMul(dLogits, w4, false, true), sign(h2));
  const dZ = matMul(dH2, w3, false, true);
  const dLogVariance = mul(add(mul(dZ, shift), excess), 0.5);
  const dLatents = concat([add(dZ, mu), dLogVariance], 1);
  const dH1 = mul(matMul(dLatents, w2, false, true), sign(h1));
  const grads = [
    [x!, dH1],
    [h1, dLatents],
    [z, dH2],
    [h2, dLogits],
  ].flatMap(([input, dOutput]) => [matMul(input!, dOutput!, true), sum(dOutput!, 0)]);
  return { value: add(misfit, divergence) as Scalar, grads };
}

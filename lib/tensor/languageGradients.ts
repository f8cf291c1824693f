import type { Scalar, Tensor, Tensor1D } from "@tensorflow/tfjs-core";
import {
  gather,
  logSumExp,
  matMul,
  mul,
  oneHot,
  ones,
  reshape,
  sign,
  softmax,
  sub,
  sum,
  tensor1d,
  unsortedSegmentSum,
} from "#tfjs";
import { dense } from "./dense.ts";
import type { LayerShape } from "./networkWeights.ts";

/** The weights of a neural language model. The embedding has one row more than there are tokens: the text's beginning. */
export function languageLayers(make: {
  vocabularySize: number;
  context: number;
  embedding: number;
  hidden: number;
}): LayerShape[] {
  const { vocabularySize, context, embedding, hidden } = make;
  return [
    { name: "embedding", shape: [vocabularySize + 1, embedding] },
    { name: "hidden", shape: [context * embedding, hidden] },
    { name: "hidden bias", shape: [hidden] },
    { name: "output", shape: [hidden, vocabularySize] },
    { name: "output bias", shape: [vocabularySize] },
  ];
}

/** The tensors of one step: contexts, ids of shape (n · context), oldest first, and the tokens that follow, shape (n). */
export function languageBatch(
  text: Uint32Array,
  places: Uint32Array,
  context: number,
  vocabularySize: number,
): Tensor[] {
  const contexts = new Int32Array(places.length * context);
  const next = new Int32Array(places.length);
  places.forEach((place, i) => {
    for (let k = 0; k < context; k += 1) {
      const before = place - context + k;
      contexts[i * context + k] = before < 0 ? vocabularySize : text[before]!;
    }
    next[i] = text[place]!;
  });
  return [tensor1d(contexts, "int32"), tensor1d(next, "int32")];
}

/** −ln p summed over the tokens of a batch, with its gradient in each weight: by hand, as for the autoencoder. */
export function languageGradients(
  weights: readonly Tensor[],
  [contexts, next]: readonly Tensor[],
): { value: Scalar; grads: Tensor[] } {
  const [table, w1, b1, w2, b2] = weights as [Tensor, Tensor, Tensor, Tensor, Tensor];
  const [rows, width] = table.shape as [number, number];
  const n = next!.shape[0]!;
  // Forward: ids → looked-up rows side by side → h → logits.
  const x = reshape(gather(table, contexts as Tensor1D), [n, w1.shape[0]!]);
  const h = dense(x, w1, b1, "relu");
  const logits = dense(h, w2, b2, "linear");
  const words = w2.shape[1]!;
  const target = words > 1 ? oneHot(next as Tensor1D, words) : ones([n, 1]); // oneHot refuses a single word
  const value = sub(sum(logSumExp(logits, 1)), sum(mul(logits, target)));

  // Backward, in the opposite order.
  const dLogits = sub(softmax(logits), target);
  const dH = mul(matMul(dLogits, w2, false, true), sign(h));
  const dX = matMul(dH, w1, false, true);
  const dTable = unsortedSegmentSum(reshape(dX, [contexts!.shape[0]!, width]), contexts as Tensor1D, rows);
  const grads = [dTable, matMul(x, dH, true), sum(dH, 0), matMul(h, dLogits, true), sum(dLogits, 0)];
  return { value: value as Scalar, grads };
}

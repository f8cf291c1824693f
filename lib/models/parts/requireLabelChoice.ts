/** How a classifier writes a label: drawn with its probability, or always the likeliest. */
export type LabelChoice = "sampled" | "argmax";

/** Refuses a choice of labels that is not said: the two lead to different worlds. */
export function requireLabelChoice(action: string, labels: unknown): asserts labels is LabelChoice {
  if (labels !== "sampled" && labels !== "argmax") {
    throw new TypeError(`Cannot ${action}: labels must be "sampled" or "argmax", got ${String(labels)}`);
  }
}

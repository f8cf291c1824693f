import type { Output } from "../notebook/notebook.ts";

/** Adds an output to a cell's list; text of the same stream continues the text before it. */
export function appendOutput(outputs: Output[], output: Output): void {
  const last = outputs.at(-1);
  if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
    outputs[outputs.length - 1] = { ...last, text: last.text + output.text };
  } else {
    outputs.push(output);
  }
}

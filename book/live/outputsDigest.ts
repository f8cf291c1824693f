import type { Output } from "../../kernel/notebook/notebook.ts";
import { controlType } from "../../kernel/page/controlType.ts";
import { textDigest } from "./textDigest.ts";

/** A short text that other outputs have otherwise, in Node as in a page: whether a run here gave what the book prints. */
export function outputsDigest(outputs: readonly Output[]): string {
  return textDigest(
    JSON.stringify(
      outputs.map((output) => {
        if (output.output_type === "stream") return [output.name, output.text];
        if (output.output_type === "error") return [output.ename, output.evalue];
        // A control is another thing in a page than in the book; what it says is the same.
        const data = Object.entries(output.data).filter(([type]) => type !== controlType);
        return data.sort(([one], [other]) => (one < other ? -1 : 1));
      }),
    ),
  );
}

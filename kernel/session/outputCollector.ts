import type { Output } from "../notebook/notebook.ts";
import type { CellOutput } from "./cellOutput.ts";

/** Gathers the outputs of a notebook's cells as a front end would show them in the end. */
export class OutputCollector {
  readonly #outputs = new Map<string, Output[]>();
  /** Where the displays stand that may still change. */
  readonly #displays = new Map<string, { readonly outputs: Output[]; readonly output: Output }>();
  /** Cells to be emptied as their next output comes. */
  readonly #toClear = new Set<string>();

  /** Empties a cell: it runs anew. */
  start(cellId: string): void {
    this.#outputs.set(cellId, []);
  }

  of(cellId: string): readonly Output[] {
    return this.#outputs.get(cellId) ?? [];
  }

  add(cellId: string, output: CellOutput): void {
    const outputs = this.#outputs.get(cellId);
    if (!outputs) return;
    if (output.output_type === "clear_output") {
      if (output.wait) this.#toClear.add(cellId);
      else outputs.length = 0;
      return;
    }
    if (output.output_type === "update_display_data") {
      this.#update(output.transient.display_id, output.data);
      return;
    }
    if (this.#toClear.delete(cellId)) outputs.length = 0;
    const last = outputs.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      outputs[outputs.length - 1] = { ...last, text: last.text + output.text };
      return;
    }
    const { transient, ...kept } = output as Output & { transient?: { display_id?: string } };
    outputs.push(kept);
    if (transient?.display_id !== undefined)
      this.#displays.set(transient.display_id, { outputs, output: kept });
  }

  #update(id: string, data: Readonly<Record<string, unknown>>): void {
    const shown = this.#displays.get(id);
    const index = shown?.outputs.indexOf(shown.output) ?? -1;
    if (!shown || index < 0) return; // cleared meanwhile
    const output = { ...shown.output, data } as Output;
    shown.outputs[index] = output;
    this.#displays.set(id, { outputs: shown.outputs, output });
  }
}

import type { Output } from "../notebook/notebook.ts";
import type { CellOutput, UpdateDisplay } from "./cellOutput.ts";

/** Gathers the outputs of a notebook's cells as a front end would show them in the end. */
export class OutputCollector {
  readonly #outputs = new Map<string, Output[]>();
  /** Where the displays stand that may still change: one may stand in several places. */
  readonly #displays = new Map<string, { readonly outputs: Output[]; output: Output }[]>();
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
      this.#update(output);
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
    const id = transient?.display_id;
    if (id !== undefined)
      this.#displays.set(id, [...(this.#displays.get(id) ?? []), { outputs, output: kept }]);
  }

  #update({ data, metadata, transient }: UpdateDisplay): void {
    for (const place of this.#displays.get(transient.display_id) ?? []) {
      const index = place.outputs.indexOf(place.output);
      if (index < 0) continue; // cleared meanwhile
      place.output = { ...place.output, data, metadata } as Output;
      place.outputs[index] = place.output;
    }
  }
}

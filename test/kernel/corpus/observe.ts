import assert from "node:assert/strict";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import type { CorpusNotebook, Expected } from "./readCorpus.ts";

/** What a cell's outputs are in the words of the corpus. */
export function observe(outputs: readonly Output[], cellId: string): Expected {
  const texts: Record<keyof Expected, string[]> = {
    shows: [],
    displays: [],
    prints: [],
    warns: [],
    fails: [],
    traceback: [],
    order: [],
  };
  for (const output of outputs) {
    switch (output.output_type) {
      case "stream":
        texts[output.name === "stdout" ? "prints" : "warns"].push(output.text);
        if (texts.order.at(-1) !== output.name) texts.order.push(output.name);
        break;
      case "error":
        texts.fails.push(`${output.ename}: ${output.evalue}`, ...place(output.traceback, cellId));
        texts.traceback.push(...output.traceback);
        texts.order.push("error");
        break;
      default: {
        const isResult = output.output_type === "execute_result";
        texts[isResult ? "shows" : "displays"].push(String(output.data["text/plain"]));
        texts.order.push(isResult ? "result" : "display");
      }
    }
  }
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, list]) => list.length > 0)
      .map(([part, list]) => [
        part,
        list.join(part === "prints" || part === "warns" ? "" : "\n").replace(/\n+$/, ""),
      ]),
  );
}

function place(traceback: readonly string[], cellId: string): string[] {
  const found = traceback.map((line) => /^ {2}in cell "c(\d+)", line (\d+)$/.exec(line)).find(Boolean);
  if (!found) return [];
  const [, cell, line] = found;
  return [`c${cell}` === cellId ? `line ${line}` : `line ${line} of cell ${cell}`];
}

/** Fails with the first cell whose outputs are not the ones that the corpus says. */
export function assertAsWritten({ cells }: CorpusNotebook, observed: readonly Expected[]): void {
  for (const [index, { source, expected }] of cells.entries()) {
    const seen = { ...observed[index] };
    for (const part of ["traceback", "order"] as const) if (expected[part] === undefined) delete seen[part];
    assert.deepEqual(seen, expected, `cell ${index + 1}:\n${source.slice(0, 500)}`);
  }
}

export const idOf = (index: number): string => `c${index + 1}`;

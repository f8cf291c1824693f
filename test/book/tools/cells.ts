import type { Cell, MimeBundle, Notebook, Output } from "../../../kernel/notebook/notebook.ts";

type Genloss = Readonly<Record<string, unknown>>;

const metadata = (genloss: Genloss, tags: readonly string[]) => ({
  ...(Object.keys(genloss).length > 0 && { genloss }),
  ...(tags.length > 0 && { tags }),
});

/** A markdown cell, as short as a test wants to write it. */
export const prose = (id: string, source: string, genloss: Genloss = {}): Cell => ({
  cell_type: "markdown",
  id,
  source,
  metadata: metadata(genloss, []),
});

/** A code cell that has run. */
export const code = (
  id: string,
  source: string,
  outputs: readonly Output[] = [],
  genloss: Genloss = {},
  tags: readonly string[] = [],
): Cell => ({
  cell_type: "code",
  id,
  source,
  outputs,
  execution_count: null,
  metadata: metadata(genloss, tags),
});

export const printed = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

export const shown = (data: MimeBundle, outputMetadata: Readonly<Record<string, unknown>> = {}): Output => ({
  output_type: "display_data",
  data,
  metadata: outputMetadata,
});

export const raised = (ename: string, evalue: string): Output => ({
  output_type: "error",
  ename,
  evalue,
  traceback: [`${ename}: ${evalue}`, "    at /somewhere/on/this/machine.ts:1:1"],
});

export const notebookOf = (...cells: Cell[]): Notebook => ({
  cells,
  metadata: { kernelspec: { name: "genloss", display_name: "TypeScript", language: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
});

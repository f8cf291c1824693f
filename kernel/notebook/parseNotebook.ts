import { Refusal } from "../refusal.ts";
import type { Cell, CellMetadata, Notebook, Output } from "./notebook.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads the text of an .ipynb file: nbformat 4, any minor version.
 * Multi-line texts are joined; cells older than 4.5 get the ids `cell-1`, `cell-2`, ….
 *
 * @param text the whole file
 * @param name what to call the file in messages
 * @throws {Refusal} (exit code 2) if the text is no such notebook, naming the cell at fault
 */
export function parseNotebook(text: string, name: string): Notebook {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new Refusal(`Cannot read ${name}: ${reason}`, 2, { cause });
  };

  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    if (text.trim() === "") refuse("the file is empty; a notebook is a JSON file with cells", cause);
    refuse(`it must be JSON (${(cause as Error).message})`, cause);
  }
  if (!isObject(file)) return refuse(`it must hold a JSON object, got ${JSON.stringify(file)?.slice(0, 40)}`);
  const { nbformat, nbformat_minor = 0, cells, metadata = {} } = file;
  if (nbformat === undefined && cells === undefined) {
    return refuse("it is JSON but no notebook: `nbformat` and `cells` are missing");
  }
  if (nbformat !== 4) {
    const advice =
      typeof nbformat === "number" && nbformat < 4
        ? "; convert it with: jupyter nbconvert --to notebook --nbformat 4"
        : "";
    return refuse(`nbformat must be 4, got ${JSON.stringify(nbformat)}${advice}`);
  }
  if (!Array.isArray(cells)) return refuse(`\`cells\` must be a list, got ${typeof cells}`);
  if (cells.length === 0) return refuse("it must hold at least one cell, got none");
  if (!isObject(metadata)) return refuse("`metadata` must be an object");

  const given = new Set(cells.map((cell: unknown) => (isObject(cell) ? cell.id : undefined)));
  const seen = new Set<string>();
  const parsed = cells.map((cell: unknown, index) => {
    const where = `cell ${index + 1}`;
    if (!isObject(cell)) return refuse(`${where} must be an object, got ${JSON.stringify(cell)}`);
    let id = typeof cell.id === "string" && cell.id !== "" ? cell.id : `cell-${index + 1}`;
    while (id !== cell.id && given.has(id)) id += "-"; // another cell's own
    if (seen.has(id)) return refuse(`${where} must have an id of its own, got ${JSON.stringify(id)} again`);
    seen.add(id);
    return parseCell(cell, id, `${where} ("${id}")`, refuse);
  });
  return { cells: parsed, metadata, nbformat: 4, nbformat_minor: Number(nbformat_minor) || 0 };
}

function parseCell(cell: Json, id: string, where: string, refuse: (reason: string) => never): Cell {
  const source = joined(cell.source);
  if (source === undefined) return refuse(`${where}: \`source\` must be text or a list of lines`);
  const metadata = (isObject(cell.metadata) ? cell.metadata : {}) as CellMetadata;
  const common = { id, source, metadata };
  switch (cell.cell_type) {
    case "markdown":
    case "raw":
      return {
        cell_type: cell.cell_type,
        ...common,
        ...(isObject(cell.attachments) && { attachments: cell.attachments }),
      };
    case "code": {
      const outputs = Array.isArray(cell.outputs) ? cell.outputs : [];
      const count = typeof cell.execution_count === "number" ? cell.execution_count : null;
      return {
        cell_type: "code",
        ...common,
        execution_count: count,
        outputs: outputs.map((output) => parseOutput(output, where, refuse)),
      };
    }
    default:
      return refuse(
        `${where}: \`cell_type\` must be code, markdown or raw, got ${JSON.stringify(cell.cell_type)}`,
      );
  }
}

function parseOutput(output: unknown, where: string, refuse: (reason: string) => never): Output {
  if (!isObject(output)) return refuse(`${where}: an output must be an object`);
  switch (output.output_type) {
    case "stream":
      return { ...output, text: joined(output.text) ?? "" } as unknown as Output;
    case "display_data":
    case "execute_result": {
      const data = isObject(output.data) ? output.data : {};
      const whole = Object.fromEntries(
        Object.entries(data).map(([mime, value]) => [
          mime,
          mime.endsWith("json") ? value : (joined(value) ?? value),
        ]),
      );
      return { metadata: {}, ...output, data: whole } as unknown as Output;
    }
    case "error": {
      const { ename = "Error", evalue = "", traceback = [`${ename}: ${evalue}`] } = output;
      return { ...output, ename, evalue, traceback } as unknown as Output;
    }
    default:
      return refuse(`${where}: \`output_type\` ${JSON.stringify(output.output_type)} is not known`);
  }
}

function joined(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) return value.join("");
  return undefined;
}

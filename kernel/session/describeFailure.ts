import { inspect } from "node-inspect-extracted";
import type { CompiledCell, Position } from "../compile/compileCell.ts";
import type { ErrorOutput } from "../notebook/notebook.ts";
import { sourceExcerpt } from "./sourceExcerpt.ts";

export interface RanCell {
  readonly id: string;
  readonly source: string;
  readonly compiled: CompiledCell;
}

/** An error of a cell in the author's terms. */
export interface CellFailure {
  readonly cellId: string;
  readonly name: string;
  readonly message: string;
  /** Place in the failing cell; undefined if the error came from no line of it. */
  readonly position?: Position;
  /** The lines around it with a caret; "" without a position. */
  readonly excerpt: string;
  readonly output: ErrorOutput;
}

interface Context {
  /** The cell that was asked to run. */
  readonly cell: { readonly id: string; readonly source: string };
  readonly ran: ReadonlyMap<string, RanCell>;
  /** Place of an error that has no stack in the cell: of syntax, or of an import. */
  readonly position?: Position;
  readonly isOwnFrame: (location: string) => boolean;
}

interface Frame {
  readonly where: string;
  readonly cell?: RanCell;
  readonly position?: Position;
}

const frameLine =
  /^\s+at (?:(async )?(.*?) \()?((?:cell:|file:|node:|\/|[A-Za-z]:\\|<anonymous>).*?):(\d+):(\d+)\)?$/;
const mostFrames = 10;
/** What the compiler names the function that a cell becomes. */
const cellFunction = "cell";

/** Describes what a cell threw: name, message, the cell's own line with its surroundings, the calls, the causes. */
export function describeFailure(error: unknown, context: Context): CellFailure {
  const { cell } = context;
  const { name, message } = nameAndMessage(error);
  const frames = context.position ? [] : framesOf(error, context);
  const own = frames.find((frame) => frame.cell?.id === cell.id) ?? frames.find((frame) => frame.cell);
  const position = context.position ?? own?.position;
  const source = own?.cell?.source ?? cell.source;
  const excerpt = position ? sourceExcerpt(source, position) : "";
  const place = position ? [`  in cell "${own?.cell?.id ?? cell.id}", line ${position.line}`] : [];
  const traceback = [
    `${name}: ${message}`,
    ...place,
    ...(excerpt ? [excerpt] : []),
    ...frames.filter((frame) => frame !== own).map((frame) => `  ${frame.where}`),
    ...causes(error),
  ];
  return {
    cellId: own?.cell?.id ?? cell.id,
    name,
    message,
    ...(position && { position }),
    excerpt,
    output: { output_type: "error", ename: name, evalue: message, traceback },
  };
}

function nameAndMessage(error: unknown): { name: string; message: string } {
  if (error instanceof Error || (typeof error === "object" && error !== null && "message" in error)) {
    const { name, message, constructor } = error as Error;
    return { name: String(name || constructor?.name || "Error"), message: String(message) };
  }
  return { name: "Thrown value", message: typeof error === "string" ? error : inspect(error) };
}

function framesOf(error: unknown, { ran, isOwnFrame }: Context): Frame[] {
  const { stack } = (error ?? {}) as { stack?: unknown };
  if (typeof stack !== "string") return [];
  const frames: Frame[] = [];
  for (const line of stack.split("\n")) {
    const found = frameLine.exec(line);
    if (!found) continue;
    const [, , callee = "", location = "", row, column] = found;
    const cell = ran.get(location);
    const position = cell?.compiled.position(Number(row), Number(column));
    const name = callee.replace(/^(?:Object|Array|Function|Module)\./, "");
    const isCellItself = cell !== undefined && name === cellFunction;
    const call = name === "" || isCellItself ? "" : `, in ${name}`;
    if (cell && position) {
      frames.push({ where: `called from cell "${cell.id}", line ${position.line}${call}`, cell, position });
      if (isCellItself) break; // what follows called the cell, and is ours
    } else if (!cell && !location.startsWith("node:") && !isOwnFrame(location)) {
      frames.push({
        where: `called from ${location.replace(/^.*\/(?=[^/]+\/[^/]+$)/, "")}, line ${row}${call}`,
      });
    }
  }
  return frames.slice(0, mostFrames);
}

/** The chain of `cause`s, one line each. */
function causes(error: unknown): string[] {
  const lines: string[] = [];
  const seen = new Set<unknown>([error]);
  let cause = (error as Error | undefined)?.cause;
  while (cause !== undefined && cause !== null && !seen.has(cause)) {
    seen.add(cause);
    const { name, message } = nameAndMessage(cause);
    lines.push(`Caused by ${name}: ${message}`);
    cause = (cause as Error).cause;
  }
  return lines;
}

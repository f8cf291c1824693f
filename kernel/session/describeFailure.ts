import { magicWord } from "../compile/magicWord.ts";
import type { Position } from "../compile/position.ts";
import { causeLines } from "../display/causeLines.ts";
import { errorWords } from "../display/errorWords.ts";
import { ownProperties } from "../display/ownProperties.ts";
import type { ErrorOutput } from "../notebook/notebook.ts";
import type { RanCell, RanCells } from "./ranCells.ts";
import type { PlaceInSource } from "./sessionHost.ts";
import { shortLocation } from "./shortLocation.ts";
import { sourceExcerpt } from "./sourceExcerpt.ts";
import { parseStackFrame } from "./stackFrame.ts";

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
  readonly ran: RanCells;
  /** Place of an error that has no stack in the cell: of syntax, or of an import. */
  readonly position?: Position;
  readonly isOwnFrame: (location: string) => boolean;
  readonly placeInSource: PlaceInSource;
}

interface Call {
  readonly where: string;
  readonly cell?: RanCell;
  readonly position?: Position;
}

const mostCalls = 10;
/** What a line fails with that is meant for another kernel. */
const mayBeMagic = /^(?:SyntaxError|ReferenceError)$/;

/** Describes what a cell threw: name, message, the cell's own line with its surroundings, the calls, the causes. */
export function describeFailure(error: unknown, context: Context): CellFailure {
  const { cell } = context;
  const { name, message } = errorWords(error);
  const calls = context.position ? [] : callsOf(error, context);
  const here = calls.find((call) => call.cell?.id === cell.id) ?? calls.find((call) => call.cell);
  const position = context.position ?? here?.position;
  const cellId = here?.cell?.id ?? cell.id;
  const source = here?.cell?.source ?? cell.source;
  const excerpt = position ? sourceExcerpt(source, position) : "";
  const magic = position && mayBeMagic.test(name) ? magicWord(source, position.line) : undefined;
  const own = context.position ? "" : ownProperties(error); // of a compiler or a loader it would be theirs
  const others = calls.filter((call) => call !== here).map((call) => `  ${call.where}`);
  const traceback = [
    `${name}: ${message}`,
    ...(position ? [`  in ${named(cellId)}, line ${position.line}`] : []),
    ...(excerpt ? [excerpt] : []),
    ...(magic === undefined ? [] : [magic]),
    ...collapsed(others).slice(0, mostCalls),
    ...(own === "" ? [] : [own]),
    ...causeLines(error),
  ];
  return {
    cellId,
    name,
    message,
    ...(position && { position }),
    excerpt,
    output: { output_type: "error", ename: name, evalue: message, traceback },
  };
}

function callsOf(error: unknown, { ran, isOwnFrame, placeInSource }: Context): Call[] {
  const calls: Call[] = [];
  for (const text of stackOf(error).split("\n")) {
    const frame = parseStackFrame(text);
    if (!frame) continue;
    const { callee, location, line, column } = frame;
    const found = ran.find(location, line, column);
    const isEntry = callee === "" || callee === found?.cell.compiled.entry;
    const call = isEntry ? "" : `, in ${callee}`;
    if (found?.position) {
      const { cell, position } = found;
      if (calls.length === 0 && !isEntry && isWrittenByNobody(cell.source, position)) continue;
      const where = `called from ${named(cell.id)}, line ${position.line}${call}`;
      calls.push({ where, cell, position });
      if (callee === cell.compiled.entry) break; // what follows called the cell, and is ours
    } else if (!found && !location.startsWith("node:") && !isOwnFrame(location)) {
      const place = placeInSource(location, line, column);
      calls.push({ where: `called from ${shortLocation(location)}, line ${place.line}${call}` });
    }
  }
  return calls;
}

/** SpiderMonkey has a frame for the constructor that a class has without saying so. It stands where the class begins. */
const isWrittenByNobody = (source: string, { line, column }: Position): boolean =>
  /^class\b/.test(source.split("\n")[line - 1]?.slice(column - 1) ?? "");

/** A cell by its name, or by the number that a front end shows. */
const named = (id: string): string => (/^\[\d+\]$/.test(id) ? `cell ${id}` : `cell "${id}"`);

function stackOf(error: unknown): string {
  try {
    const { stack } = Object(error) as { stack?: unknown };
    return typeof stack === "string" ? stack : "";
  } catch {
    return ""; // a getter that fails
  }
}

/** Equal lines in a row, as a recursion makes them, become one with their number. */
function collapsed(lines: readonly string[]): string[] {
  const groups: { line: string; times: number }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.line === line) last.times += 1;
    else groups.push({ line, times: 1 });
  }
  return groups.map(({ line, times }) => (times === 1 ? line : `${line} (${times} times)`));
}

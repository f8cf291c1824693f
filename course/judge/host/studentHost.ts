/** The process that runs a student's cells: it answers what the judge asks, and knows no test. */
import { readFileSync, readSync, writeSync } from "node:fs";
import { startupSnapshot } from "node:v8";
import { CellSyntaxError } from "../../../kernel/compile/cellSyntaxError.ts";
import type { CompileCell } from "../../../kernel/compile/compileCell.ts";
import { packCell, unpackCell } from "../../../kernel/compile/portableCell.ts";
import { pageConsole } from "../../../kernel/page/pageConsole.ts";
import { Channel, type LinePipe } from "../values/channel.ts";
import type { Ask, CompiledAnswer, RanCell } from "./asks.ts";
import { type Ground, openSession } from "./openSession.ts";

/**
 * Runs the ground's cells, which the program at `process.argv[2]` compiles, then waits for what the judge asks. Where a snapshot of the process is built, the wait begins
 * in each process that is started from it: the ground has run there already.
 */
export async function studentHost(ground: Ground): Promise<void> {
  let printed: string[] | undefined;
  // What a cell prints as it runs is the student's to read. What an answer prints when a test calls it is not: a hidden
  // test's numbers would be in it.
  const write = (text: string): void => void printed?.push(text);
  let compile: CompileCell = loadCompiler(process.argv[2] ?? "");
  const { session, streams, run } = await openSession(ground, write, (...cell) => compile(...cell));
  compile = notCompiled; // what is compiled from now on the judge compiles: the compiler stays out of a snapshot
  Object.assign(
    console,
    pageConsole((_, text) => write(text)),
  );
  const answer = async (what: unknown): Promise<unknown> => {
    const ask = what as Ask;
    if (ask.do === "read") {
      const known = ask.names.filter((name) => session.has(name));
      return Object.fromEntries(known.map((name) => [name, session.get(name)]));
    }
    if (ask.do === "names") return [...session.names()];
    const ran: RanCell[] = [];
    for (const cell of ask.cells) {
      if (!isSame(session.names(), cell.known)) break;
      compile = () => compiledOf(cell);
      printed = [];
      const ended = await run(cell);
      ran.push({ ...ended, printed: printed.join("").slice(0, ask.mostPrinted) });
    }
    [printed, compile] = [undefined, notCompiled];
    return { ran, names: [...session.names()] };
  };
  const serve = async (): Promise<void> => {
    const pipe = linePipe();
    const channel = new Channel(pipe, streams, answer);
    setInterval(() => {}, 2 ** 30); // one whose promise never settles has not ended
    pipe.write("ready");
    for (;;) await channel.serve();
  };
  if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(() => void serve());
  else await serve();
}

function loadCompiler(path: string): CompileCell {
  const module = { exports: {} as { readonly compileCell: CompileCell } };
  new Function("module", readFileSync(path, "utf8"))(module);
  // Packed and unpacked, a cell holds nothing of the compiler.
  return (...cell) => unpackCell(packCell(module.exports.compileCell(...cell)));
}

function compiledOf({ compiled }: CompiledAnswer): ReturnType<CompileCell> {
  if ("code" in compiled) return unpackCell(compiled);
  const { message, at } = compiled;
  throw at ? new CellSyntaxError(message, at.line, at.column) : new Error(message);
}

function notCompiled(): never {
  throw new Error("Cannot compile a cell: the judge does that");
}

const isSame = (names: ReadonlySet<string>, known: readonly string[]): boolean =>
  names.size === known.length && known.every((name) => names.has(name));

const requests = 0;
const replies = 3;

function linePipe(): LinePipe {
  const lines: string[] = [];
  const parts: string[] = [];
  const chunk = Buffer.alloc(1 << 16);
  const decoder = new TextDecoder();
  return {
    write: (line) => writeAll(replies, `${line}\n`),
    read() {
      for (;;) {
        const line = lines.shift();
        if (line !== undefined) return line;
        const count = readSync(requests, chunk);
        if (count === 0) process.exit(0); // the judge has gone
        const ended = decoder.decode(chunk.subarray(0, count), { stream: true }).split("\n");
        for (const [index, part] of ended.entries()) {
          parts.push(part);
          if (index < ended.length - 1) lines.push(parts.splice(0).join(""));
        }
      }
    },
  };
}

function writeAll(fd: number, text: string): void {
  let bytes: Uint8Array = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(fd, bytes));
}

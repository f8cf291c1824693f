/** The process that runs a student's cells: it answers what the judge asks, and knows no test. */
import { readSync, writeSync } from "node:fs";
import { startupSnapshot } from "node:v8";
import { pageConsole } from "../../../kernel/page/pageConsole.ts";
import { Channel, type LinePipe } from "../values/channel.ts";
import type { Ask, RanCell } from "./asks.ts";
import { type Ground, openSession } from "./openSession.ts";

/**
 * Runs the ground's cells, then waits for what the judge asks. Where a snapshot of the process is built, the wait begins
 * in each process that is started from it: the ground has run there already.
 */
export async function studentHost(ground: Ground): Promise<void> {
  let printed: string[] | undefined;
  // What a cell prints as it runs is the student's to read. What an answer prints when a test calls it is not: a hidden
  // test's numbers would be in it.
  const write = (text: string): void => void printed?.push(text);
  const { session, streams, run } = await openSession(ground, write);
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
    const ran: RanCell[] = [];
    for (const cell of ask.cells) {
      printed = [];
      const ended = await run(cell);
      ran.push({ ...ended, printed: printed.join("").slice(0, ask.mostPrinted) });
    }
    printed = undefined;
    return { ran };
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

const requests = 0;
const replies = 3;

function linePipe(): LinePipe {
  let rest = "";
  const chunk = Buffer.alloc(1 << 16);
  const decoder = new TextDecoder();
  return {
    write: (line) => writeAll(replies, `${line}\n`),
    read() {
      for (;;) {
        const end = rest.indexOf("\n");
        if (end >= 0) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + 1);
          return line;
        }
        const count = readSync(requests, chunk);
        if (count === 0) process.exit(0); // the judge has gone
        rest += decoder.decode(chunk.subarray(0, count), { stream: true });
      }
    },
  };
}

function writeAll(fd: number, text: string): void {
  let bytes: Uint8Array = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSync(fd, bytes));
}

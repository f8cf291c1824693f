/**
 * The process that runs the cells of one notebook, driven by its parent's messages.
 * Argument: absolute path of the notebook.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { catchFailures } from "../node/catchFailures.ts";
import { catchStreams } from "../node/catchStreams.ts";
import { keepListening } from "../node/keepListening.ts";
import { nodeHost } from "../node/nodeHost.ts";
import type { CellOutput } from "../session/cellOutput.ts";
import { OutputCap } from "../session/outputCap.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { type CellOutcome, Session } from "../session/session.ts";
import { stillControls } from "../session/stillControls.ts";
import { CellTypes } from "./cellTypes.ts";
import type { Order, Report } from "./runEvents.ts";

const [path] = process.argv.slice(2);
if (path === undefined || !process.send) throw new Error("child.ts is started by runNotebook()");

interface Origin {
  readonly id: string;
  readonly source: string;
  readonly outputs: OutputQueue;
}

const toParent = process.send.bind(process); // a cell may take `process.send` away
const exit = process.exit.bind(process);
const send = (report: Report): void => void toParent(report);

const cap = new OutputCap();
let cells = 0;
const originOf = (id: string, source: string): Origin => {
  cells += 1;
  const number = cells;
  const emit = (output: CellOutput): void => send({ type: "output", id, output });
  return { id, source, outputs: new OutputQueue((output) => cap.show(number, output, emit)) };
};

/** The cell that the running code belongs to, also in a timer or a promise that the cell left behind. */
const origin = new AsyncLocalStorage<Origin>();
let current = originOf("", "");
const outputs = (): OutputQueue => (origin.getStore() ?? current).outputs;

const host = await nodeHost(path);
const noAnswer = async (): Promise<never> => {
  throw new Error("Cannot ask for input: this front end does not answer questions");
};
const session: Session = new Session({
  ...host,
  ambient: {
    ...host.ambient,
    ...stillControls((value) => session.services.display(value)),
    input: noAnswer,
    password: noAnswer,
  },
  outputs,
});
catchStreams(outputs);

catchFailures((error) => {
  const { id, source } = origin.getStore() ?? current;
  const failure = session.describe(error, id, source);
  outputs().push(failure.output);
  send({ type: "late-failure", id, outcome: { status: "error", executionCount: 0, failure } });
});
keepListening("disconnect", () => exit()); // without its parent nobody reads what it computes

const types = new CellTypes(path, process.env.GENLOSS_TYPES);

/** Runs a cell, unless it must have no type error and has one. */
async function run(cell: Origin): Promise<CellOutcome> {
  const { id, source, outputs } = cell;
  const { refusal, note } = await types.check(source);
  if (refusal) {
    const output = { output_type: "error", ...refusal } as const;
    outputs.push(output);
    const failure = { cellId: id, name: refusal.ename, message: refusal.evalue, excerpt: "", output };
    return { status: "error", executionCount: 0, failure };
  }
  if (note) outputs.push({ output_type: "display_data", data: note, metadata: {} });
  const outcome = await session.run(cell);
  types[outcome.status === "ok" ? "add" : "addFailed"](source);
  return outcome;
}

keepListening("message", async (order: Order) => {
  if (order.type === "end") return exit(0);
  current = originOf(order.id, order.source);
  const outcome = await origin.run(current, () => run(current));
  // One turn of the event loop: a rejection that nobody handles is still this cell's.
  setImmediate(() => send({ type: "done", id: order.id, outcome }));
});

send({ type: "ready" });

/**
 * The process that runs the cells of one notebook, driven by its parent's messages.
 * Arguments: absolute path of the notebook, and the limits of a cell's outputs as JSON.
 */
import { catchFailures } from "../node/catchFailures.ts";
import { catchStreams } from "../node/catchStreams.ts";
import { keepListening } from "../node/keepListening.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { nodeScopes } from "../node/nodeScopes.ts";
import type { CellOutput } from "../session/cellOutput.ts";
import { CellRuns } from "../session/cellRuns.ts";
import { type CellScope, cellScope } from "../session/cellScope.ts";
import { OutputCap, type OutputLimits } from "../session/outputCap.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import type { CellOutcome } from "../session/session.ts";
import { CellTypes } from "./cellTypes.ts";
import type { Order, Report } from "./runEvents.ts";

const [path, limits = "{}"] = process.argv.slice(2);
if (path === undefined || !process.send) throw new Error("child.ts is started by runNotebook()");

const toParent = process.send.bind(process); // a cell may take `process.send` away
const exit = process.exit.bind(process);
const send = (report: Report): void => void toParent(report);

const cap = new OutputCap(JSON.parse(limits) as Partial<OutputLimits>);
let cells = 0;
const scopeOf = (id: string, source: string): CellScope => {
  cells += 1;
  const number = cells;
  const emit = (output: CellOutput): void => send({ type: "output", id, output });
  return cellScope(id, source, new OutputQueue((output) => cap.show(number, output, emit)));
};

const runs = new CellRuns({
  ...(await nodeHost(path)),
  scopes: nodeScopes,
  nobody: scopeOf("", ""),
  onLateFailure: ({ id }, outcome) => send({ type: "late-failure", id, outcome }),
});
catchStreams(() => runs.outputs);
catchFailures(runs.failLate);
keepListening("disconnect", () => exit()); // without its parent nobody reads what it computes

const types = new CellTypes(path, process.env.GENLOSS_TYPES);

/** Runs a cell, unless it must have no type error and has one. */
async function run(cell: CellScope): Promise<CellOutcome> {
  const { id, source, outputs } = cell;
  const { refusal, note } = await types.check(source);
  if (refusal) {
    const output = { output_type: "error", ...refusal } as const;
    outputs.push(output);
    const failure = { cellId: id, name: refusal.ename, message: refusal.evalue, excerpt: "", output };
    return { status: "error", executionCount: 0, failure };
  }
  if (note) outputs.push({ output_type: "display_data", data: note, metadata: {} });
  const outcome = await runs.session.run(cell);
  types[outcome.status === "ok" ? "add" : "addFailed"](source);
  return outcome;
}

keepListening("message", async (order: Order) => {
  if (order.type === "end") return exit(0);
  const scope = scopeOf(order.id, order.source);
  runs.begin(scope);
  const outcome = await runs.run(scope, () => run(scope));
  // One turn of the event loop: a rejection that nobody handles is still this cell's.
  setImmediate(() => send({ type: "done", id: order.id, outcome }));
});

send({ type: "ready" });

/** The worker of a page: it runs the cells, and reaches nothing but what the page hands to it. */
import "./disposeSymbols.ts";
import type { CellOutput } from "../session/cellOutput.ts";
import { CellRuns } from "../session/cellRuns.ts";
import { type CellScope, cellScope } from "../session/cellScope.ts";
import type { DisplayServices } from "../session/displayServices.ts";
import { joinStreams } from "../session/joinStreams.ts";
import { OutputCap } from "../session/outputCap.ts";
import { OutputQueue } from "../session/outputQueue.ts";
import { closeDoors } from "./closeDoors.ts";
import { LiveFigures } from "./liveFigures.ts";
import type { LiveDrawing } from "./pageCell.ts";
import { PageCompiler } from "./pageCompiler.ts";
import { pageConsole } from "./pageConsole.ts";
import { PageControls } from "./pageControls.ts";
import { pageHost } from "./pageHost.ts";
import type { FromWorker, Opening, ToWorker } from "./pageMessages.ts";
import { PageModules } from "./pageModules.ts";
import { PageScopes } from "./pageScopes.ts";
import { portableMath } from "./portableMath.ts";
import { Requests } from "./requests.ts";

type Scope = CellScope & { readonly flush: () => void };

const worker = globalThis as typeof globalThis & {
  onmessage: ((event: MessageEvent<Opening>) => void) | null;
};

// Taken before any cell runs: what a cell does to these later changes nothing here.
const { apply } = Reflect;
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get as () => unknown;

/** V8 alone begins a stack with the error's words. What is known to hold for it is not asked of other engines. */
const isV8 = new Error("V8").stack?.startsWith("Error: V8") === true;

portableMath(Math);

worker.onmessage = (event) => {
  worker.onmessage = null;
  open(event.data);
};

function open({ port, table, files, stop }: Opening): void {
  const post = port.postMessage.bind(port) as (message: FromWorker) => void;
  const requests = new Requests((need, kind, names) => post({ type: "need", need, kind, names }));
  const modules = new PageModules(table, (names) => requests.ask("modules", names) as Promise<string[]>);
  const compiler = new PageCompiler(modules);
  const fetchGiven = async (name: string): Promise<Response> => {
    if (!files.includes(name)) throw new TypeError("Cannot fetch: cells of a page reach no network");
    const [bytes] = (await requests.ask("files", [name])) as [Uint8Array<ArrayBuffer>];
    return new Response(bytes, { headers: { "content-type": typeOf(name) } });
  };
  closeDoors(worker, fetchGiven);

  const cap = new OutputCap();
  let number = 0;
  const scopeOf = (id: string, source: string): Scope => {
    number += 1;
    const own = number;
    const joined = joinStreams((output: CellOutput) => post({ type: "output", id, output }));
    const outputs = new OutputQueue((output) => cap.show(own, output, joined.emit));
    return { ...cellScope(id, source, outputs), flush: joined.flush };
  };
  const scopes = new PageScopes();
  const host = pageHost(modules, compiler.compile);
  const figures = new LiveFigures();
  // Where libraries that have a choice say what they compute by.
  (globalThis as { [key: symbol]: unknown })[Symbol.for("genloss.tensors")] = (by: unknown) =>
    post({ type: "computes", by: String(by) });
  let display: DisplayServices["display"] | undefined;
  const controls = new PageControls({
    display: (value) => display!(value),
    fail: (error) => runs.failLate(error),
    cell: () => runs.scope,
    bind: (listener) => scopes.bind(listener),
  });
  const runs: CellRuns<Scope> = new CellRuns<Scope>({
    ...host,
    control: controls.make,
    provide(globals) {
      display = globals.display;
    },
    scopes,
    nobody: scopeOf("", ""),
    ...(stop && { stops: { flag: new Int32Array(stop), isAtomic: !isV8 } }),
    onLateFailure: ({ id }, outcome) => post({ type: "late-failure", id, outcome }),
  });
  scopes.trackTimers(worker, runs);
  const write = (name: "stdout" | "stderr", text: string): void =>
    runs.outputs.push({ output_type: "stream", name, text });
  Object.assign(worker.console, pageConsole(write));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    runs.failLate(event.error);
  });
  worker.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    runs.failLate(event.reason);
  });

  // Cells see timers of their own.
  const soon = turn();
  const run = async ({
    run,
    id,
    source,
    compiled,
    isLive = false,
  }: Extract<ToWorker, { type: "run" }>): Promise<void> => {
    const scope = scopeOf(id, source);
    runs.begin(scope);
    figures.begin(id, isLive);
    await compiler.prepare(source, compiled);
    const outcome = await runs.run(scope);
    await soon(); // a rejection that nobody handles is still this cell's
    scope.flush();
    if (scope.stopped) scope.outputs.close();
    post({ type: "done", run, outcome });
  };
  const draw = async (figure: object): Promise<LiveDrawing> => ({
    svg: await host.drawFigure(structuredClone(figure)), // Vega writes into what it draws
    description: String((figure as { description?: unknown }).description ?? ""),
  });
  const answer = async (message: Extract<ToWorker, { ask: number }>): Promise<void> => {
    const { ask } = message;
    try {
      const answer =
        message.type === "slice"
          ? await compiler.slice(message.cells, message.of)
          : message.type === "move"
            ? await controls.move(message.control, message.value)
            : await draw(figures.draw(message.id, message.wish));
      post({ type: "answered", ask, answer });
    } catch (error) {
      post({ type: "unanswered", ask, why: (error as Error).message });
    }
  };
  const hear = (message: ToWorker): void => {
    if (message.type === "run") void run(message);
    else if ("ask" in message) void answer(message);
    else if (message.type === "stop") runs.stop(runs.scope);
    else requests.answer(message);
  };
  port.onmessage = (event) => hear(apply(dataOf, event, []) as ToWorker);
  post({ type: "ready" });
}

/** Waits one turn of the event loop. */
function turn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const post = port2.postMessage.bind(port2);
  let next: (() => void) | undefined;
  port1.onmessage = () => next?.();
  return () =>
    new Promise((resolve) => {
      next = resolve;
      post(null);
    });
}

const typeOf = (name: string): string =>
  name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";

import { format, inspect } from "node-inspect-extracted";
import { consoleTable } from "./consoleTable.ts";

type Write = (name: "stdout" | "stderr", text: string) => void;

/** The console of a page's cells: it writes what Node's would, to the same of the two streams. */
export function pageConsole(write: Write): Record<string, (...values: unknown[]) => void> {
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  let indent = "";
  const line =
    (name: "stdout" | "stderr") =>
    (...values: unknown[]): void => {
      const text = format(...values);
      write(name, `${indent === "" ? text : indent + text.replaceAll("\n", `\n${indent}`)}\n`);
    };
  const [log, warn] = [line("stdout"), line("stderr")];
  const timed = (label: string, call: string): string | undefined => {
    const start = begun.get(label);
    if (start === undefined) warn(`Warning: No such label '${label}' for console.${call}()`);
    return start === undefined ? undefined : spoken(performance.now() - start);
  };
  const group = (...labels: unknown[]): void => {
    if (labels.length > 0) log(...labels);
    indent += "  ";
  };
  return {
    log,
    info: log,
    debug: log,
    warn,
    error: warn,
    dir: (value, options) => log(inspect(value, { customInspect: false, ...(options as object) })),
    dirxml: log,
    trace: (...values) => warn(withStack(format(...values))),
    assert(isTrue, ...values) {
      if (isTrue) return;
      const [first, ...rest] = values;
      if (typeof first === "string") warn(`Assertion failed: ${first}`, ...rest);
      else warn(...(values.length > 0 ? ["Assertion failed:", ...values] : ["Assertion failed"]));
    },
    count(label = "default") {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      log(`${label}: ${count}`);
    },
    countReset(label = "default") {
      if (!counts.delete(String(label))) warn(`Warning: Count for '${label}' does not exist`);
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = indent.slice(2);
    },
    table(value, columns) {
      const table = consoleTable(value, columns as readonly string[] | undefined);
      log(table ?? value);
    },
    time(label = "default") {
      if (begun.has(String(label))) warn(`Warning: Label '${label}' already exists for console.time()`);
      else begun.set(String(label), performance.now());
    },
    timeLog(label = "default", ...values) {
      const took = timed(String(label), "timeLog");
      if (took !== undefined) log("%s: %s", label, took, ...values);
    },
    timeEnd(label = "default") {
      const took = timed(String(label), "timeEnd");
      if (took !== undefined) log("%s: %s", label, took);
      begun.delete(String(label));
    },
    clear() {},
  };
}

/** A trace's text with the calls that led to it. */
function withStack(text: string): string {
  const error = new Error(text);
  error.name = "Trace";
  const [, ...calls] = String(error.stack).split("\n");
  return [`Trace: ${text}`, ...calls].join("\n");
}

/** A time as Node's timers write it. */
function spoken(ms: number): string {
  if (ms >= 60_000)
    return `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, "0")} (m:ss.mmm)`;
  return ms >= 1000 ? `${(ms / 1000).toFixed(3)}s` : `${Number(ms.toFixed(3))}ms`;
}

import type { Page } from "playwright-core";

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** What the thread computed, in µs: what other programs of the machine took meanwhile is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest stretch that the thread of the browser's pages computed without a rest while something was done, in ms. */
export async function busiest(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ["toplevel"] });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents: events } = JSON.parse(String(trace)) as { traceEvents: readonly TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const ofPages = new Set(
    events.filter(({ ph, args }) => ph === "M" && args?.name === "CrRendererMain").map(thread),
  );
  const tasks = events.filter((event) => event.name.endsWith("::RunTask") && ofPages.has(thread(event)));
  if (tasks.length === 0) throw new Error("The trace must have tasks of the page");
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}

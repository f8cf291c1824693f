import type { MimeBundle } from "../notebook/notebook.ts";

export interface ProgressOptions {
  /** What is counted, such as "epochs". */
  readonly label?: string;
  /** How many items there are, where the items do not say. */
  readonly total?: number;
}

export type Progress = <T>(items: Iterable<T>, options?: ProgressOptions) => Generator<T, void, undefined>;

const mostPerSecond = 10;

/**
 * Makes `progress()`: a bar that moves while a loop takes its items.
 *
 * @param showNow shows a bundle at once, since a loop lets nothing else run, and gives what shows another in its place
 */
export function progressOver(showNow: (data: MimeBundle) => (next: MimeBundle) => void): Progress {
  return function* progress(items, { label = "", total } = {}) {
    const all = total ?? sizeOf(items);
    const update = showNow(bar(label, 0, all));
    let done = 0;
    let shown = Date.now();
    try {
      for (const item of items) {
        yield item;
        done += 1;
        if (Date.now() - shown < 1000 / mostPerSecond) continue;
        update(bar(label, done, all));
        shown = Date.now();
      }
    } finally {
      update(bar(label, done, all)); // also where a loop breaks off
    }
  };
}

function sizeOf(items: Iterable<unknown>): number | undefined {
  const { length, size } = items as { length?: unknown; size?: unknown };
  return typeof length === "number" ? length : typeof size === "number" ? size : undefined;
}

/** How far it is, as text and as a bar. */
function bar(label: string, done: number, all: number | undefined): MimeBundle {
  const count = all === undefined ? String(done) : `${done}/${all}`;
  const text = label === "" ? count : `${label} ${count}`;
  const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const scale = all === undefined ? "" : ` max="${Math.max(all, 1)}" value="${done}"`;
  return { "text/plain": text, "text/html": `<label>${safe} <progress${scale}></progress></label>` };
}

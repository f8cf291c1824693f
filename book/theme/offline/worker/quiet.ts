/** So long nobody has asked for anything, in ms, before more of the book is kept: what a reader waits for comes first. */
const quietMs = 2000;

/** A worker begins as a page was opened, whose first Run may be on its way past it. */
let asked = Date.now();

/** A page asks for something. */
export function askedNow(): void {
  asked = Date.now();
}

/** Waits until nobody has asked for anything for a while, or the load is ended. */
export async function untilQuiet(signal: AbortSignal): Promise<void> {
  for (let left = quietMs; left > 0 && !signal.aborted; ) {
    left = asked + quietMs - Date.now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
  }
}

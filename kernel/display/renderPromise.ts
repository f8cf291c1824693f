import type { MimeBundle } from "../notebook/notebook.ts";
import { errorWords } from "./errorWords.ts";
import { plainText } from "./plainText.ts";

/** Shows a promise with what it holds so far, without waiting for it. */
export function renderPromise(value: unknown): Promise<MimeBundle> | undefined {
  return value instanceof Promise ? stateOf(value) : undefined;
}

async function stateOf(promise: Promise<unknown>): Promise<MimeBundle> {
  let isShown = false;
  const settled = promise.then(plainText, (reason) => {
    // To look is to handle: what is not shown any more must stay a rejection that nobody handled.
    if (isShown) throw reason;
    const { name, message } = errorWords(reason);
    return `<rejected> ${name}: ${message}`;
  });
  const nothingYet = Promise.resolve()
    .then(() => {})
    .then(() => "<pending>");
  const state = await Promise.race([settled, nothingYet]);
  isShown = true;
  return { "text/plain": `Promise { ${state} }` };
}

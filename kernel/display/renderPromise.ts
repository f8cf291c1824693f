import type { MimeBundle } from "../notebook/notebook.ts";
import { errorWords } from "./errorWords.ts";
import { plainText } from "./plainText.ts";

/** Shows a promise with what it holds so far, without waiting for it. */
export function renderPromise(value: unknown): Promise<MimeBundle> | undefined {
  return value instanceof Promise ? stateOf(value) : undefined;
}

async function stateOf(promise: Promise<unknown>): Promise<MimeBundle> {
  let state = "<pending>";
  let isShown = false;
  void promise.then(
    (value) => {
      if (!isShown) state = plainText(value);
    },
    (reason) => {
      // To look is to handle: a rejection that is not shown must stay one that nobody handled.
      if (isShown) throw reason;
      const { name, message } = errorWords(reason);
      state = `<rejected> ${name}: ${message}`;
    },
  );
  await undefined; // a settled promise has answered by now
  isShown = true;
  return { "text/plain": `Promise { ${state} }` };
}

import type { State } from "../messages.ts";
import type { FootWords } from "./footLine.ts";

const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1e6));

/** What the reader can do about it. */
export interface Presses {
  keep(): void;
  remove(): void;
}

/** Before anything is kept, or after it was removed. */
export const offered = (bytes: number, { keep }: Presses): FootWords => ({
  words: `This book can be kept on this device, up to ${megabytes(bytes)} MB, and then opens without a network.`,
  button: ["Keep it", keep],
});

export const unkept: FootWords = { words: "This browser keeps no book on this device." };

const reasons = {
  network: "The rest follows when the site can be reached.",
  changed: "The rest does not come: the site sends other files than this edition has.",
  room: "There is no room for the rest on this device.",
} as const;

/** @param isWanted whether it is loaded without being asked for */
export function footWords(state: State, isWanted: boolean, { keep, remove }: Presses): FootWords {
  const { kept, edition, bytes, done, isLoading, failed } = state;
  const button = ["Remove it", remove] as const;
  if (kept?.edition === edition)
    return {
      words: `This book is on this device: ${megabytes(kept.bytes)} MB. It opens without a network.`,
      button,
    };
  const older = kept ? "An older edition of this book is on this device, and opens without a network. " : "";
  const count = `${megabytes(done)} of ${megabytes(bytes)} MB`;
  const what = kept ? "the new one" : "this book";
  if (isLoading)
    return { words: `${older}Keeping ${what} on this device:`, progress: done / bytes, count, button };
  if (failed && done > 0)
    return { words: `${older}${count} of ${what} are on this device. ${reasons[failed]}`, button };
  if (isWanted && !failed) return { words: `${older}Keeping ${what} on this device …`, button };
  if (!kept) return offered(bytes, { keep, remove });
  return { words: `${older}The new one is up to ${megabytes(bytes)} MB.`, button: ["Load it", keep] };
}

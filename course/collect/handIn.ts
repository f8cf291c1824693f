import type { HandedFile } from "./handedFile.ts";
import type { Place } from "./place.ts";
import type { Way } from "./way.ts";

/** What one student handed in at one time, as a source has it. */
export interface HandIn {
  readonly way: Way;
  readonly place: Place;
  readonly files: readonly { readonly name: string; readonly file: HandedFile }[];
  /** What all of it was taken from, where that is a zip: it is kept if something cannot be taken out. */
  readonly container?: HandedFile;
}

/** A program outside this project was silent for longer than any load of the machine explains. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Playwright, too, gives up waiting, with an error of its own. */
export const isSilence = (error: unknown): error is Error =>
  error instanceof NoAnswer || (error instanceof Error && error.name === "TimeoutError");

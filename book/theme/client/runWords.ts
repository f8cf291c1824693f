import type { LiveResult } from "../live/liveRuns.ts";
import { passedWords } from "./passedWords.ts";

/**
 * What is said of a run.
 *
 * @param isOwn whether it is the cell that was asked for that ended it, and not one that this needs
 * @param check its cell, if it is the check of an exercise
 */
export function runWords(
  { outcome, id, outputs, before, ms, isSame }: LiveResult,
  isOwn: boolean,
  check: HTMLElement | undefined,
): string {
  if (outcome.status === "gone")
    return outcome.wasStopped
      ? "Stopped. What the cells had computed here is gone; Run computes it anew."
      : `Not run: ${outcome.why}. Run tries again.`;
  if (!isOwn) return `Not run: a cell that it needs failed (${id}). ${errorsIn(outputs)}`;
  const seconds = ms < 100 ? "less than 0.1" : (ms / 1000).toFixed(ms < 10_000 ? 1 : 0);
  const took = `in ${seconds} s${before > 0 ? `, with ${before} ${before === 1 ? "cell" : "cells"} before it` : ""}`;
  if (check) return outcome.status === "ok" ? passedWords(check, took) : `Not yet (${took}). See below.`;
  if (outcome.status === "error") return `Failed ${took}.`;
  if (isSame === undefined) return `Computed here ${took}.`;
  return isSame
    ? `✓ Computed here ${took}: the same as the book.`
    : `Computed here ${took}: not what the book prints. See below.`;
}

const errorsIn = (outputs: LiveResult["outputs"]): string =>
  outputs
    .flatMap((output) => (output.output_type === "error" ? [`${output.ename}: ${output.evalue}`] : []))
    .join();

import type { ManifestNotebook } from "../manifest/assignmentManifest.ts";

/** Characters from which a line tells something. */
const shortest = 8;

/** Takes out of a text each line that holds a line of a hidden test. */
export type WithoutHidden = (text: string) => string;

/**
 * What an answer printed, or an error's stack, may hold a line of a hidden test's source: such lines go, whoever put them
 * there. Lines that were handed out, too, are no secret.
 */
export function withoutHidden({ release, cells }: ManifestNotebook): WithoutHidden {
  const linesOf = (source: string): string[] => source.split("\n").map((line) => line.trim());
  const known = new Set(release.cells.flatMap(({ source }) => linesOf(source)));
  const hidden = cells
    .flatMap(({ tests }) => tests.filter((test) => test.hidden))
    .flatMap(({ source }) => linesOf(source))
    .filter((line) => line.length >= shortest && !known.has(line));
  if (hidden.length === 0) return (text) => text;
  return (text) =>
    text
      .split("\n")
      .map((line) => (hidden.some((secret) => line.includes(secret)) ? "…" : line))
      .join("\n");
}

import { posix } from "node:path";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { LooseCell } from "./looseCell.ts";
import { readSubmission } from "./readSubmission.ts";
import { isAnswer, type RepairFinding, repairSubmission } from "./repairSubmission.ts";

/** A file that was handed in: what it holds, or why it cannot be read. */
export interface SubmittedFile {
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

/** What became of one file. */
export interface RepairReport {
  /** As it was handed in. */
  readonly file: string;
  /** Where the mended notebook stands; absent if there is none. */
  readonly mended?: string;
  /** Why there is none. */
  readonly why?: string;
  readonly findings: readonly RepairFinding[];
}

/**
 * Mends what a course's students handed in, a file at a time: none is kept.
 *
 * @param releases what was handed out, by file name
 * @param submissions the files with their paths; one under a new name is known by its cells
 * @param tell called with what was done to each file, as it is done
 * @returns the mended notebooks by path, each in its old folder under the name that was handed out
 * @throws {Refusal} (exit code 2) if a notebook that was handed out has no place for an answer: nothing of a student's would be left
 */
export function repairAll(
  releases: ReadonlyMap<string, Notebook>,
  submissions: Iterable<SubmittedFile>,
  tell: (report: RepairReport) => void,
): ReadonlyMap<string, string> {
  for (const [name, release] of releases)
    if (!release.cells.some(isAnswer))
      throw new Refusal(
        `Cannot repair submissions: ${name} must hold a cell for an answer (nbgrader metadata with solution true), got none`,
        2,
      );
  const files = new Map<string, string>();
  for (const submitted of submissions) tell(repairOne(releases, submitted, files));
  return files;
}

function repairOne(
  releases: ReadonlyMap<string, Notebook>,
  { file, bytes }: SubmittedFile,
  files: Map<string, string>,
): RepairReport {
  const none = (why: string): RepairReport => ({ file, why, findings: [] });
  if (typeof bytes === "string") return none(bytes);
  const read = readSubmission(bytes);
  if ("unreadable" in read) return none(read.unreadable);
  const name = releaseOf(posix.basename(file), read.cells, releases);
  if (name === undefined)
    return none("it is none of the notebooks that were handed out: no cell of theirs is in it");
  const mended = posix.join(posix.dirname(file), name);
  if (files.has(mended)) return none(`${mended} was made of another file already`);
  const result = repairSubmission(releases.get(name) as Notebook, bytes);
  if (result.status === "unreadable") return none(result.why);
  files.set(mended, formatNotebook(result.notebook));
  const given = posix.basename(file);
  const renamed: RepairFinding[] =
    given === name ? [] : [{ cell: "", kind: "found", words: `was handed in as ${given}` }];
  return { file, mended, findings: [...renamed, ...result.findings] };
}

/** The released notebook of this name; else the one of which most cells are there. */
function releaseOf(
  name: string,
  cells: readonly LooseCell[],
  releases: ReadonlyMap<string, Notebook>,
): string | undefined {
  if (releases.has(name)) return name;
  const texts = new Set(cells.map(({ source }) => source.trim()));
  const names = new Set(cells.map(({ gradeId }) => gradeId));
  const shared = [...releases].map(([each, release]) => {
    const count = release.cells.filter(
      ({ source, metadata }) =>
        names.has((metadata.nbgrader as { grade_id?: string } | undefined)?.grade_id ?? "") ||
        texts.has(source.trim()),
    ).length;
    return { each, count };
  });
  const best = shared.sort((a, b) => b.count - a.count)[0];
  return best && best.count > 0 ? best.each : undefined;
}

import { posix } from "node:path";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { LooseCell } from "./looseCell.ts";
import { readSubmission } from "./readSubmission.ts";
import { type RepairFinding, repairSubmission } from "./repairSubmission.ts";

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
 * Mends what a course's students handed in.
 *
 * @param releases what was handed out, by file name
 * @param submissions the files, by path; one under a new name is known by its cells
 * @returns the mended notebooks by path, each in its old folder under the name that was handed out; and what was done
 */
export function repairAll(
  releases: ReadonlyMap<string, Notebook>,
  submissions: ReadonlyMap<string, Uint8Array>,
): { readonly files: ReadonlyMap<string, string>; readonly reports: readonly RepairReport[] } {
  const files = new Map<string, string>();
  const reports = [...submissions].map(([file, bytes]): RepairReport => {
    const none = (why: string): RepairReport => ({ file, why, findings: [] });
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
    const renamed: RepairFinding[] =
      posix.basename(file) === name
        ? []
        : [{ cell: "", kind: "found", words: `was handed in as ${posix.basename(file)}` }];
    return { file, mended, findings: [...renamed, ...result.findings] };
  });
  return { files, reports };
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

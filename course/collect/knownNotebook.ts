import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";

/** A notebook of an assignment, as far as it takes to know it again. */
export interface KnownNotebook {
  readonly name: string;
  readonly gradeIds: ReadonlySet<string>;
  /** What stood in the cells for answers when it was handed out, by grade id. */
  readonly starters: ReadonlyMap<string, string>;
  /** Texts of its cells: what is left when a student's program drops the metadata. */
  readonly texts: ReadonlySet<string>;
}

/** The notebooks of an assignment, from its manifest; where there is none, from the gradebook. */
export function knownNotebooks(
  manifests: string,
  assignment: string,
  cells: readonly GradedCell[],
): KnownNotebook[] {
  const path = join(manifests, `${assignment}.json`);
  if (existsSync(path)) {
    const { notebooks } = JSON.parse(readFileSync(path, "utf8")) as AssignmentManifest;
    return notebooks.map(({ name, release }) => ofRelease(name, release));
  }
  const byNotebook = Map.groupBy(cells, ({ notebook }) => notebook);
  return [...byNotebook].map(([name, own]) => ({
    name,
    gradeIds: new Set(own.map(({ gradeId }) => gradeId)),
    starters: new Map(),
    texts: new Set(),
  }));
}

function ofRelease(name: string, { cells }: AssignmentManifest["notebooks"][0]["release"]): KnownNotebook {
  const marked = cells.flatMap(({ source, metadata }) => {
    const { grade_id: id, solution } = (metadata.nbgrader ?? {}) as { grade_id?: string; solution?: boolean };
    return id ? [{ id, source, solution: solution === true }] : [];
  });
  return {
    name,
    gradeIds: new Set(marked.map(({ id }) => id)),
    starters: new Map(marked.filter(({ solution }) => solution).map(({ id, source }) => [id, source.trim()])),
    texts: new Set(cells.map(({ source }) => source.trim()).filter((text) => text.length >= 20)),
  };
}

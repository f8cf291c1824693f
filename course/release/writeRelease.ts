import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownFiles } from "../../kernel/files/ownFiles.ts";
import { removeFolder } from "../../kernel/files/removeFolder.ts";
import { replaceFolder } from "../../kernel/files/replaceFolder.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { Gradebook } from "../gradebook/gradebook.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import type { CoursePaths } from "../settings/coursePaths.ts";
import { writePrivate } from "../settings/writePrivate.ts";
import type { ReleaseFiles } from "./releaseFiles.ts";
import { releaseMark } from "./releaseMark.ts";

/** What was written. */
export interface WrittenRelease {
  /** Folders that are new or hold something else than before. */
  readonly changed: number;
  readonly folders: number;
}

/**
 * Writes a release: first what grading needs, under `private` and in the gradebook, then what students get. What they
 * have already stays as it is, to the byte, when only hidden tests changed.
 *
 * @param folders by student, or one under "" that is everybody's
 * @param force whether students may get another notebook than they had
 * @throws {Refusal} (exit code 1) if they had another one, and it is not forced; (exit code 2) if a folder is not ours;
 * then nothing is written
 */
export function writeRelease(
  paths: CoursePaths,
  manifest: AssignmentManifest,
  folders: ReadonlyMap<string, ReleaseFiles>,
  force: boolean,
): WrittenRelease {
  const { assignment } = manifest;
  const root = join(paths.release, assignment);
  const purpose = `release ${assignment}`;
  const placed = [...folders].map(([student, files]) => ({
    folder: student === "" ? root : join(root, student),
    files,
  }));
  for (const { folder } of placed) ownFiles(folder, releaseMark(), purpose);
  if (!force) {
    const changes = placed.flatMap(({ folder, files }) => changedSince(folder, files));
    if (changes.length > 0)
      throw new Refusal(
        `Cannot ${purpose}: students may have it already, and it changed: ${[...new Set(changes)].join(", ")}\n` +
          "  Try   --force, and tell them; what was handed in is graded by the new cells\n" +
          "  A change of hidden tests alone needs none: students' files stay as they are",
        1,
      );
  }
  writePrivate(join(paths.manifests, `${assignment}.json`), `${JSON.stringify(manifest)}\n`);
  using gradebook = new Gradebook(paths.gradebook);
  gradebook.saveGradedCells(
    assignment,
    manifest.notebooks.flatMap(({ name: notebook, cells }) =>
      cells.map(({ gradeId, kind, place, title, points, testsSha }) => {
        return { assignment, notebook, gradeId, kind, place, title, points, testsSha };
      }),
    ),
  );
  // What was everybody's is nobody's once each student has numbers of their own.
  if (!folders.has("") && existsSync(join(root, releaseMark().file)))
    removeFolder(root, releaseMark(), purpose);
  let changed = 0;
  for (const { folder, files } of placed) {
    const isSame = [...files.all].every(([path, content]) => holds(join(folder, path), content));
    if (!isSame) changed += 1;
    replaceFolder(folder, files.all, releaseMark(files.all), purpose);
  }
  return { changed, folders: placed.length };
}

/** Files of the assignment itself that are there and would become others, or would go. */
function changedSince(folder: string, { own, all }: ReleaseFiles): string[] {
  const path = join(folder, releaseMark().file);
  if (!existsSync(path)) return [];
  const before = releaseMark().paths(readFileSync(path, "utf8")) ?? [];
  return before.filter((name) => {
    const now = own.get(name);
    if (now === undefined) return !all.has(name) && name.endsWith(".ipynb");
    return existsSync(join(folder, name)) && !holds(join(folder, name), now);
  });
}

const holds = (path: string, content: string | Buffer): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isFile() === true &&
  readFileSync(path).equals(Buffer.from(content));

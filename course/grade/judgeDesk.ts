import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PreparedNotebook } from "../judge/prepareNotebook.ts";
import { readManifest } from "../manifest/readManifest.ts";
import { courseKeys } from "../release/courseKeys.ts";
import { coursePaths } from "../settings/coursePaths.ts";
import { readCourse } from "../settings/readCourse.ts";
import { ContentStore } from "../store/contentStore.ts";
import { HandedOut } from "../variants/handedOut.ts";
import { Slot } from "./slot.ts";

/** What a thread that judges is given. */
export interface JudgeGiven {
  /** Folder of the course on this machine. */
  readonly root: string;
  /** Whether what is graded is trusted: then the best sandbox that works here will do, or none. */
  readonly trust: boolean;
  /** What judging needs, where it was made before; else it is made here. */
  readonly prepared?: readonly PreparedNotebook[];
}

export interface DeskFor {
  readonly assignment: string;
  readonly answers: number;
  readonly slot: number;
}

/** Where one file of an assignment after the other is judged. */
export interface JudgeDesk {
  readonly root: string;
  /** Of all that it was made from. */
  readonly digest: string;
  readonly handedOut: HandedOut;
  readonly store: ContentStore;
  readonly slot: Slot;
}

/**
 * The desk for an assignment of the course that is here. It reads the course's own files and writes none: the gradebook is
 * for who asked.
 *
 * @param last what was used before: it is used again while nothing has changed, and put away else
 * @throws {Refusal} if the course or the assignment cannot be read
 */
export async function judgeDesk(given: JudgeGiven, wanted: DeskFor, last?: JudgeDesk): Promise<JudgeDesk> {
  const { root, trust } = given;
  const { assignment, answers, slot } = wanted;
  const paths = coursePaths(root);
  const digest = digestOf([paths.settings, join(paths.manifests, `${assignment}.json`)]);
  if (last?.digest === digest) return last;
  last?.slot[Symbol.dispose]();
  const course = readCourse(root);
  const manifest = readManifest(paths.manifests, assignment);
  const handedOut = new HandedOut(
    course,
    () => manifest,
    () => courseKeys(paths).secret,
  );
  const notebooks = given.prepared ?? (await preparedHere());
  const credit = course.assignments[assignment]?.credit ?? course.credit;
  const least = trust ? "E" : course.sandbox;
  return {
    ...{ root, digest, handedOut, store: new ContentStore(paths.store) },
    slot: new Slot({ slot, notebooks, limits: course.limits, credit, least, trust }),
  };

  async function preparedHere(): Promise<PreparedNotebook[]> {
    const { prepareNotebook } = await import("../judge/prepareNotebook.ts");
    const ready: PreparedNotebook[] = [];
    for (const notebook of manifest.notebooks)
      ready.push(await prepareNotebook(notebook, root, process.execPath, { answers }));
    return ready;
  }
}

/** Of files; one that is not there is told by who reads it. */
function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    try {
      hash.update(`${path}\0`).update(readFileSync(path));
    } catch {
      hash.update("none");
    }
  }
  return hash.digest("hex");
}

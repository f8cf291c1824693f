import { courseKeys } from "../../../course/release/courseKeys.ts";
import { releaseFiles } from "../../../course/release/releaseFiles.ts";
import { secretTokens } from "../../../course/release/secretTokens.ts";
import { writeRelease } from "../../../course/release/writeRelease.ts";
import { coursePaths } from "../../../course/settings/coursePaths.ts";
import { readAssignment } from "../../../course/source/readAssignment.ts";

/** Releases `hw` of the course in a folder, forced and without trying it. */
export function releaseAt(folder: string): void {
  const paths = coursePaths(folder);
  const source = readAssignment(paths.source, "hw");
  const keys = courseKeys(paths);
  const secrets = secretTokens(source.notebooks, []);
  const files = releaseFiles(source, { keys, secrets, extraFiles: new Map(), packageTexts: [] });
  const notebooks = source.notebooks.map(({ manifest }) => manifest);
  writeRelease(paths, { schema: 1, assignment: "hw", version: "1", notebooks }, new Map([["", files]]), true);
}

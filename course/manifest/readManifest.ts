import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import type { AssignmentManifest } from "./assignmentManifest.ts";

/**
 * Reads what `release` keeps of an assignment for grading.
 *
 * @param manifests the folder of a course's manifests
 * @throws {Refusal} (exit code 2) if there is none, or it is of another version
 */
export function readManifest(manifests: string, assignment: string): AssignmentManifest {
  const path = join(manifests, `${assignment}.json`);
  const refuse = (got: string, cause?: unknown): never => {
    const words = `Cannot read the assignment ${assignment}: ${path} must be a manifest of this version, got ${got}`;
    throw new Refusal(`${words}\n  Try   genloss course release ${assignment}`, 2, { cause });
  };
  let found: Partial<AssignmentManifest> | null;
  try {
    found = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === "ENOENT";
    return refuse(isAbsent ? "no file" : "a file that cannot be read", cause);
  }
  if (found?.schema !== 1 || !Array.isArray(found.notebooks))
    return refuse(`schema ${JSON.stringify(found?.schema) ?? "none"}`);
  return found as AssignmentManifest;
}

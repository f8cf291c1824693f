import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  readonly name?: string;
  readonly private?: boolean;
  readonly workspaces?: readonly string[];
}

/**
 * The packages that a project holds as folders of its own and has for others too, by name; none if it is no such
 * project. One that is private stands in for another's inside the project.
 */
export function workspacePackages(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const workspace of manifestIn(root)?.workspaces ?? []) {
    const folder = join(root, workspace);
    const { name, private: isPrivate } = manifestIn(folder) ?? {};
    if (name !== undefined && !isPrivate) found.set(name, folder);
  }
  return found;
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  } catch {
    return undefined;
  }
}

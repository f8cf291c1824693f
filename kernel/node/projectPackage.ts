import { fileURLToPath } from "node:url";
import { workspacePackages } from "./workspacePackages.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
let known: ReadonlyMap<string, string> | undefined;

/**
 * The folder from which a package is found that comes with this kernel's project and is not to be had by its name;
 * undefined for any other. Notebooks far from the project, a student's or a grader's, find it there when their own
 * folders have none.
 */
export function projectPackage(specifier: string): string | undefined {
  const name = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(specifier)?.[0] ?? "";
  known ??= workspacePackages(project);
  return known.has(name) ? project : undefined;
}

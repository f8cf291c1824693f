import { basename, dirname } from "node:path";
import type * as TypeScript from "typescript";
import type { ProjectFault } from "./projectFault.ts";
import { ts } from "./typescript.ts";

interface Project {
  readonly options: TypeScript.CompilerOptions;
  readonly faults: readonly ProjectFault[];
}

/** That a project has no files, or lists none, is no fault to whoever opens a notebook in it. */
const ofNoConcern: ReadonlySet<number> = new Set([18002, 18003]);

/** Reads the tsconfig.json above a folder; undefined if there is none. One that is no JSON counts as empty. */
export function findProject(directory: string): Project | undefined {
  const path = ts.findConfigFile(directory, ts.sys.fileExists);
  return path === undefined ? undefined : readProject(path);
}

function readProject(path: string): Project {
  const { error: unreadable } = ts.readConfigFile(path, ts.sys.readFile);
  if (unreadable) return { options: {}, faults: [faultOf(unreadable, path)] };
  const file = ts.readJsonConfigFile(path, ts.sys.readFile);
  // Its files are not looked for: there may be thousands.
  const host: TypeScript.ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  const parsed = ts.parseJsonSourceFileConfigFileContent(file, host, dirname(path), undefined, path);
  // One without files stands for the projects that it names: the first of them.
  const [reference] = parsed.projectReferences ?? [];
  const isEmpty = parsed.raw?.files?.length === 0 && parsed.raw.include === undefined;
  if (reference && isEmpty && ts.sys.fileExists(ts.resolveProjectReferencePath(reference)))
    return readProject(ts.resolveProjectReferencePath(reference));
  const errors = parsed.errors.filter(({ code }) => !ofNoConcern.has(code));
  return { options: parsed.options, faults: errors.map((error) => faultOf(error, path)) };
}

function faultOf({ file, start, messageText, code }: TypeScript.Diagnostic, path: string): ProjectFault {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  const place = file?.fileName ?? path;
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : undefined;
  return { file: basename(place), message, code, ...(line !== undefined && { line }) };
}

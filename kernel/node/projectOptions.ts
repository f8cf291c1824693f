import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createPathsMatcher, getTsconfig, parseTsconfig, type TsConfigResult } from "get-tsconfig";

/** What the tsconfig.json above a file says of how it runs. */
export interface ProjectOptions {
  /** As written, with what it extends. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  /**
   * The project has TypeScript refuse whatever is more than types to erase. Then Node's own stripper gives what the
   * compiler would, and needs no compiler.
   */
  readonly erasesOnly: boolean;
  /** The files that `paths` and `baseUrl` may mean by a specifier, best first. */
  aliased(specifier: string): readonly string[];
}

const none: ProjectOptions = { compilerOptions: {}, erasesOnly: false, aliased: () => [] };
const known = new Map<string, ProjectOptions>();

/** Reads the tsconfig.json above a file, once for each folder. One that cannot be read counts as none: the checker tells. */
export function projectOptions(path: string): ProjectOptions {
  const folder = dirname(path);
  const found = known.get(folder);
  if (found) return found;
  const read = readOptions(folder);
  known.set(folder, read);
  return read;
}

function readOptions(folder: string): ProjectOptions {
  try {
    const project = projectOf(getTsconfig(folder));
    if (!project) return none;
    const compilerOptions = { ...project.config.compilerOptions } as Record<string, unknown>;
    const aliased = createPathsMatcher(project) ?? none.aliased;
    const erasesOnly =
      compilerOptions.erasableSyntaxOnly === true && compilerOptions.verbatimModuleSyntax === true;
    return { compilerOptions, erasesOnly, aliased };
  } catch {
    return none;
  }
}

/** A tsconfig.json without files stands for the projects that it names: the first of them. */
function projectOf(found: TsConfigResult | null): TsConfigResult | null {
  const { files, include, references } = found?.config ?? {};
  const [reference] = references ?? [];
  if (!found || !reference || files?.length !== 0 || include !== undefined) return found;
  const named = join(dirname(found.path), reference.path);
  const path = /\.json$/.test(named) ? named : join(named, "tsconfig.json");
  return existsSync(path) ? { path, config: parseTsconfig(path) } : found;
}

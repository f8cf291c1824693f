import { isBuiltin } from "node:module";
import { ts } from "../../kernel/check/typescript.ts";
import { importedBy } from "../../kernel/compile/importedBy.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { doorPackages } from "./doorPackages.ts";
import { kernelPackage, type PackedPackage } from "./packedPackage.ts";

/** What a folder of notebooks must install. */
export interface NeededPackages {
  /** As a package.json says it: by name, a version, or the place of a file. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, unknown>>;
  /** The files among them. */
  readonly packed: readonly PackedPackage[];
}

/**
 * The packages that notebooks import, those that they ask for, and the kernel.
 *
 * @param notebooks by name, for messages
 * @param packages those that are not on npm
 * @param versions of packages on npm, as the project that assigns has them: students compute with the same
 * @param folder where the files lie, as seen from the notebooks
 * @throws {Refusal} (exit code 1) if it imports what neither has
 */
export function neededPackages(
  notebooks: ReadonlyMap<string, Notebook>,
  packages: readonly PackedPackage[],
  versions: Readonly<Record<string, string>>,
  folder: string,
): NeededPackages {
  const dependencies: Record<string, string> = {};
  const overrides: Record<string, unknown> = {};
  const packed = new Set<PackedPackage>();
  const takeFile = (own: string, as = own): boolean => {
    const file = packages.find((each) => each.name === own);
    if (file === undefined) return false;
    packed.add(file);
    dependencies[as] = `file:${folder}/${file.file}`;
    return true;
  };
  const take = (wanted: string, by = "the project"): void => {
    if (takeFile(wanted)) return;
    const version = versions[wanted];
    if (version === undefined)
      throw new Refusal(
        `Cannot release ${by}: it must import packages that the project has, got ${wanted}\n  Try   npm install --save-exact ${wanted}`,
        1,
      );
    dependencies[wanted] = version;
  };

  take(kernelPackage);
  for (const [name, { cells }] of notebooks)
    for (const { cell_type: type, id, source } of cells) {
      if (type !== "code") continue;
      const by = `${name}.ipynb, cell ${id}`;
      for (const specifier of importedBy(source, () => ts)) {
        const wanted = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(specifier)?.[0];
        if (wanted === undefined || isBuiltin(specifier) || /^\.|^\w+:/.test(specifier)) continue;
        take(wanted, by);
        const { npm = [], standIns = {}, overrides: own = {} } = doorPackages[specifier] ?? {};
        for (const each of npm) take(each, by);
        for (const [as, file] of Object.entries(standIns)) takeFile(file, as);
        Object.assign(overrides, own);
      }
    }
  return { dependencies, overrides, packed: [...packed] };
}

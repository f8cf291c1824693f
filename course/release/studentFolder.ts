import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { neededPackages } from "./neededPackages.ts";
import type { PackedPackage } from "./packedPackage.ts";
import { studentReadMe } from "./studentReadMe.ts";

/** What goes into the folder that a student gets. */
export interface StudentFolderParts {
  /** The assignment's name. */
  readonly name: string;
  /** What was released, by name without `.ipynb`: with starters, without solutions and hidden tests. */
  readonly notebooks: ReadonlyMap<string, Notebook>;
  /** The packages that are not on npm, the kernel among them. Those that the notebooks need go along. */
  readonly packages: readonly PackedPackage[];
  /** By name, the versions of packages on npm with which the notebooks were tested. */
  readonly versions: Readonly<Record<string, string>>;
  /** Where the course's book can be read, if anywhere. */
  readonly bookAddress?: string;
}

const folder = "packages";

/**
 * What stands beside the notebooks in a folder in which a student works with Node and npm alone: a package.json, what it
 * installs that is not on npm, and a read-me. Nothing in it leads to the machine that made it, and the same parts make the
 * same bytes.
 *
 * @returns the files by path
 * @throws {Refusal} (exit code 2) if a name cannot be part of a command; (exit code 1) if a cell imports what nobody has
 */
export function besideNotebooks(parts: StudentFolderParts): Map<string, string | Buffer> {
  const { name, notebooks, packages, versions, bookAddress } = parts;
  const names = [...notebooks.keys()];
  for (const each of [name, ...names])
    if (!/^[a-z0-9][a-z0-9._-]{0,200}$/i.test(each))
      throw new Refusal(
        `Cannot release an assignment: its names must be letters, digits, ".", "_" and "-", got ${JSON.stringify(each)}`,
        2,
      );
  const { dependencies, overrides, packed } = neededPackages(notebooks, packages, versions, folder);
  const manifest = {
    name: name.toLowerCase(),
    private: true,
    // One notebook by its address: given as a file, it is opened in a browser only, and its address is not printed.
    scripts: {
      start:
        names.length === 1
          ? `genloss lab . -- --LabApp.default_url=/lab/tree/${names[0]}.ipynb`
          : "genloss lab",
    },
    dependencies,
    ...(Object.keys(overrides).length > 0 && { overrides }),
    // npm 11 asks which packages may run a script of theirs as they are installed. That of `node` fetches the Node for this
    // machine; that of `zeromq` builds what it brings built.
    allowScripts: { node: true, zeromq: false },
  };
  return new Map<string, string | Buffer>([
    ...packed.map(({ file, bytes }) => [`${folder}/${file}`, bytes] as const),
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["README.md", studentReadMe(name, names, bookAddress)],
  ]);
}

/** The whole folder: the notebooks, and what stands beside them. See {@link besideNotebooks}. */
export function studentFolder(parts: StudentFolderParts): Map<string, string | Buffer> {
  const files = besideNotebooks(parts);
  for (const [name, notebook] of parts.notebooks) files.set(`${name}.ipynb`, formatNotebook(notebook));
  return files;
}

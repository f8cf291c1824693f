import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { neededPackages } from "./neededPackages.ts";
import type { PackedPackage } from "./packedPackage.ts";
import { studentReadMe } from "./studentReadMe.ts";

/** What goes into the folder that a student gets. */
export interface StudentFolderParts {
  /** The notebook's name without `.ipynb`; the package in the folder has it, too. */
  readonly name: string;
  /** What was released: with starters, without solutions and hidden tests. */
  readonly notebook: Notebook;
  /** The packages that are not on npm, the kernel among them. Those that the notebook needs go along. */
  readonly packages: readonly PackedPackage[];
  /** By name, the versions of packages on npm with which the notebook was tested. */
  readonly versions: Readonly<Record<string, string>>;
  /** Where the course's book can be read, if anywhere. */
  readonly bookAddress?: string;
}

const folder = "packages";

/**
 * The files of a folder in which a student works with Node and npm alone: the notebook, a package.json, what it installs
 * that is not on npm, and a read-me. Nothing in it leads to the machine that made it, and the same parts make the same bytes.
 *
 * @returns the files by path
 * @throws {Refusal} (exit code 2) if the name is no name of a package; (exit code 1) if a cell imports what nobody has
 */
export function studentFolder(parts: StudentFolderParts): Map<string, string | Buffer> {
  const { name, notebook, packages, versions, bookAddress } = parts;
  if (!/^[a-z0-9][a-z0-9._-]{0,200}$/.test(name))
    throw new Refusal(
      `Cannot release a notebook: its name must be small letters, digits, ".", "_" and "-", got ${JSON.stringify(name)}`,
      2,
    );
  const { dependencies, overrides, packed } = neededPackages(name, notebook, packages, versions, folder);
  const manifest = {
    name,
    private: true,
    // The address and not the file: a file is opened in a browser only, and its address is not printed.
    scripts: { start: `genloss lab . -- --LabApp.default_url=/lab/tree/${name}.ipynb` },
    dependencies,
    ...(Object.keys(overrides).length > 0 && { overrides }),
    // npm 11 asks which packages may run a script of theirs as they are installed. That of `node` fetches the Node for this
    // machine; that of `zeromq` builds what it brings built.
    allowScripts: { node: true, zeromq: false },
  };
  return new Map<string, string | Buffer>([
    ...packed.map(({ file, bytes }) => [`${folder}/${file}`, bytes] as const),
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["README.md", studentReadMe(name, bookAddress)],
    [`${name}.ipynb`, formatNotebook(notebook)],
  ]);
}

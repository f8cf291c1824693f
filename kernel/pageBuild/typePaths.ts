import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Names files as a page knows them: by their package, and no machine's folders. */
export class TypePaths {
  readonly #packages = new Map<string, { readonly name: string; readonly root: string }>();
  readonly #roots = new Map<string, string>();

  /** The package of a file, and the file's path in the page. */
  of(file: string): { readonly name: string; readonly path: string } {
    const { name, root } = this.#packageOf(dirname(file));
    return { name, path: `/${name}/${relative(root, file).split(sep).join("/")}` };
  }

  #packageOf(folder: string): { readonly name: string; readonly root: string } {
    const known = this.#packages.get(folder);
    if (known) return known;
    const description = join(folder, "package.json");
    const name = existsSync(description)
      ? (JSON.parse(readFileSync(description, "utf8")) as { name?: string }).name
      : undefined;
    const found =
      name === undefined && dirname(folder) !== folder
        ? this.#packageOf(dirname(folder))
        : { name: this.#free(name ?? "files", folder), root: folder };
    this.#packages.set(folder, found);
    return found;
  }

  /** A package that is there in two versions has two names. */
  #free(name: string, root: string): string {
    let free = name;
    for (let at = 2; this.#roots.has(free) && this.#roots.get(free) !== root; at += 1) free = `${name}-${at}`;
    this.#roots.set(free, root);
    return free;
  }
}

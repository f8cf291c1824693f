import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A module without values, for what has only types. */
export const emptyModule = "data:text/javascript,export%20%7B%7D";

/** Whether a package that is not there has types that are: `import { Feature } from "geojson"` needs no more. */
export function hasTypes(specifier: string, from: string): boolean {
  const [first = "", second = ""] = specifier.split("/");
  const name = first.startsWith("@") ? `${first.slice(1)}__${second}` : first;
  let folder = dirname(fileURLToPath(from));
  while (true) {
    if (existsSync(join(folder, "node_modules", "@types", name, "package.json"))) return true;
    const above = dirname(folder);
    if (above === folder) return false;
    folder = above;
  }
}

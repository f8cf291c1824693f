import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { readSource, type SourceNotebook } from "./readSource.ts";

/** An assignment as its folder holds it. */
export interface AssignmentSource {
  readonly name: string;
  readonly notebooks: readonly SourceNotebook[];
  /** What goes out beside the notebooks, by path: data, pictures. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Reads `source/NAME`. Hidden files, links, and wrong answers are not for students and are left out.
 *
 * @param source the course's folder `source`
 * @throws {Refusal} (exit code 2) if there is no such assignment, or a file in it is no notebook
 */
export function readAssignment(source: string, name: string): AssignmentSource {
  const folder = join(source, name);
  const known = existsSync(source)
    ? readdirSync(source, { withFileTypes: true }).filter(
        (entry) => entry.isDirectory() && !entry.name.startsWith("."),
      )
    : [];
  if (!known.some((entry) => entry.name === name)) {
    const names = known.map((entry) => entry.name).sort();
    throw new Refusal(
      `Cannot read the assignment: ASSIGNMENT must be the name of a folder in ${source}, got ${JSON.stringify(name)}\n` +
        (names.length > 0 ? `  Try   ${names.join(", ")}` : "  Try   genloss course init, which makes one"),
      2,
    );
  }
  const notebooks: SourceNotebook[] = [];
  const files = new Map<string, Buffer>();
  for (const path of pathsIn(folder)) {
    const bytes = readFileSync(join(folder, path));
    if (path.includes("/") || !path.endsWith(".ipynb")) {
      if (!path.endsWith(".wrong.ts")) files.set(path, bytes);
      continue;
    }
    const own = path.replace(/\.ipynb$/, "");
    const wrong = join(folder, `${own}.wrong.ts`);
    const where = `source/${name}`;
    notebooks.push(
      readSource(parseNotebook(bytes.toString("utf8"), `${where}/${path}`), {
        name: own,
        folder: where,
        ...(existsSync(wrong) && { wrong: readFileSync(wrong, "utf8") }),
      }),
    );
  }
  if (notebooks.length === 0)
    throw new Refusal(`Cannot read the assignment: ${folder} must hold a notebook, got none`, 2);
  return { name, notebooks, files };
}

/** nbgrader leaves these out as well. */
const ignored = /^(?:\..*|__pycache__|feedback|node_modules|.*\.pyc)$/;

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => ignored.test(part)))
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .sort();

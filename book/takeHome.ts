import type { MarkdownCell, Notebook } from "../kernel/notebook/notebook.ts";
import type { Flavour } from "./flavour.ts";
import { runFile } from "./render/runPage.ts";

/** A package that comes with the project, and its folder there. */
type Packages = ReadonlyMap<string, string>;

/**
 * The executed notebook as readers download it. Errors lose their stack: it names files of the machine that
 * built the book, and two machines must build the same bytes. A first cell says where it runs, if it asks for packages
 * that are not to be had by their names.
 *
 * @param path the notebook's place in the project
 */
export function takeHome(notebook: Notebook, path: string, packages: Packages, flavour: Flavour): Notebook {
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const outputs = cell.outputs.map((output) =>
      output.output_type === "error"
        ? { ...output, traceback: [`${output.ename}: ${output.evalue}`] }
        : output,
    );
    return { ...cell, outputs };
  });
  const code = cells.map((cell) => (cell.cell_type === "code" ? cell.source : "")).join("\n");
  const needed = [...packages].filter(([name]) => code.includes(`"${name}"`) || code.includes(`"${name}/`));
  return { ...notebook, cells: needed.length === 0 ? cells : [whereItRuns(path, needed, flavour), ...cells] };
}

function whereItRuns(
  path: string,
  needed: readonly (readonly [string, string])[],
  flavour: Flavour,
): MarkdownCell {
  const names = needed.map(([name]) => `\`${name}\``).join(" and ");
  const source = flavour === "class" ? inHandedOut(names) : inProject(path, names, needed);
  return { cell_type: "markdown", id: "where-this-runs", metadata: {}, source };
}

function inProject(path: string, names: string, needed: readonly (readonly [string, string])[]): string {
  const folders = needed.map(([, folder]) => `PROJECT/${folder}`).join(" ");
  return `**Where this runs.** The code imports ${names}: part of the project that this book was made from, and not on npm.

- In the project's folder: \`npm ci && npm run lab\`. There this notebook is \`${path}\`.
- Anywhere else, with Node's npm beside this file: \`npm install ${folders}\`, with the project's folder for \`PROJECT\`.
  The kernel for Jupyter and VS Code comes from there too: \`npx genloss kernel install\`.
- The book's page [*Run this*](../${runFile}) says it at more length.`;
}

/** A class has no project: what it needs comes with each notebook that is handed out. */
const inHandedOut = (
  names: string,
): string => `**Where this runs.** The code imports ${names}: part of this course, and not on npm. They lie in each folder that your
instructor hands out. Put this file into one, then there, in a terminal: \`npm install\`, once, and \`npm start\`. The book's page
[*Run this*](../${runFile}) says it at more length.`;

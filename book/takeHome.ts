import type { MarkdownCell, Notebook } from "../kernel/notebook/notebook.ts";
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
export function takeHome(notebook: Notebook, path: string, packages: Packages): Notebook {
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
  return { ...notebook, cells: needed.length === 0 ? cells : [whereItRuns(path, needed), ...cells] };
}

function whereItRuns(path: string, needed: readonly (readonly [string, string])[]): MarkdownCell {
  const names = needed.map(([name]) => `\`${name}\``).join(" and ");
  const folders = needed.map(([, folder]) => `PROJECT/${folder}`).join(" ");
  const source = `**Where this runs.** The code imports ${names}: part of the project that this book was made from, and not on npm.

- In the project's folder: \`npm ci && npm run lab\`. There this notebook is \`${path}\`.
- Anywhere else, with Node's npm beside this file: \`npm install ${folders}\`, with the project's folder for \`PROJECT\`.
  The kernel for Jupyter and VS Code comes from there too: \`npx genloss kernel install\`.
- The book's page [*Run this*](../${runFile}) says it at more length.
`;
  return { cell_type: "markdown", id: "where-this-runs", metadata: {}, source: source.trimEnd() };
}

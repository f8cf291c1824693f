import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));

/** JupyterLab follows a link to a heading by the heading's own text, with a hyphen for each blank. */
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb"))) {
  test(`${file}: JupyterLab follows the links to its headings`, async () => {
    const { cells } = await readNotebook(`${folder}${file}`);
    const text = cells
      .flatMap(({ cell_type, source }) => (cell_type === "markdown" ? [source] : []))
      .join("\n\n");
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = ""]) =>
      words.trim().replaceAll(" ", "-"),
    );
    const links = [...text.matchAll(/\]\(#(?!(?:fig|ex)-)([^)]*)\)/g)].map(([, anchor = ""]) => anchor);
    assert.deepEqual(
      links.filter((anchor) => !headings.includes(anchor)),
      [],
    );
  });
}

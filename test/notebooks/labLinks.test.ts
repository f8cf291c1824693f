import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readBibliography } from "../../book/render/bibliography.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { isLinkLine, linkLines } from "./tools/linkLines.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}notebooks/`;
const bibliography = await readBibliography(`${root}book/bibliography.json`);

/** JupyterLab follows a link to a heading by the heading's own text, with a hyphen for each blank, and one to a cell by its id. */
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb"))) {
  test(`${file}: JupyterLab follows the links to its headings and cells`, async () => {
    const { cells } = await readNotebook(`${folder}${file}`);
    const text = cells
      .flatMap(({ cell_type, source }) => (cell_type === "markdown" ? [source] : []))
      .join("\n\n");
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = ""]) =>
      words.trim().replaceAll(" ", "-"),
    );
    const places = [...headings, ...cells.map(({ id }) => `cell-id=${id}`)];
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = ""]) => anchor);
    assert.deepEqual(
      links.filter((anchor) => !places.includes(anchor)),
      [],
    );
  });

  test(`${file}: citations are links in JupyterLab, too`, async () => {
    const { cells } = await readNotebook(`${folder}${file}`);
    for (const { id, cell_type, source } of cells)
      if (cell_type === "markdown")
        assert.deepEqual(
          source.split("\n").filter(isLinkLine),
          linkLines(source, bibliography),
          `cell ${id} must end, after an empty line, in what is expected here`,
        );
  });
}

test("a link line is asked for once a work, where there is an address, and titles keep their quotes apart", () => {
  const works = new Map([
    [
      "a",
      {
        id: "a",
        title: 'The "tail"',
        author: [{ family: "A" }],
        issued: { "date-parts": [[2020]] },
        DOI: "10.1/a",
      },
    ],
    ["b", { id: "b", title: "B", URL: "https://b.org" }],
    ["c", { id: "c", title: "C" }],
  ]);
  const text = 'One [@a]; [@b]. Again [@a], [@b, p. 3], [@c].\n\n[@a]: https://old.org "A"';
  assert.deepEqual(linkLines(text, works), [
    '[@a]: https://doi.org/10.1/a "A 2020. The ”tail”"',
    '[@b]: https://b.org "B n.d.. B"',
    '[@b, p. 3]: https://b.org "B n.d.. B"',
  ]);
});

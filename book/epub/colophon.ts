import { element, type Node } from "../copy/tree.ts";
import type { EpubSources } from "./buildEpub.ts";
import type { EpubDocument } from "./epubDocument.ts";

export const colophonFile = "colophon.xhtml";

/** Where it is said how to run the notebooks. */
export const runAnchor = "run";

/** The last page: how the book was made, how to run it, and on which terms one has it. */
export function colophon({ config, repository, address }: EpubSources): EpubDocument {
  const { licence } = config.edition;
  const paragraph = (...words: readonly Node[]): Node => element("p", {}, ...words);
  const link = (href: string, words = href): Node => element("a", { href }, words);
  const command = (text: string): Node => element("code", {}, text);
  const project =
    repository === undefined
      ? ["whoever gave you the book has its project, the folder that it was made from"]
      : ["the project is at ", /^https?:/.test(repository) ? link(repository) : command(repository)];
  const terms: Node[] = licence ? ["The text is under ", link(licence.address, licence.name), "; c"] : ["C"];
  const body = element(
    "section",
    { class: "colophon", "epub:type": "colophon", role: "doc-colophon" },
    element("h1", {}, "Colophon"),
    paragraph(
      "The chapters are notebooks. Building this book ran each of them from top to bottom, and held every claim against its law or its source. All randomness is seeded, so the same sources give the same book, byte for byte. Folds stand open here, solutions are at the end of their chapter, and figures that a reader can move are drawn as they begin.",
    ),
    ...(address === undefined
      ? []
      : [paragraph("On the web, where figures move and cells run: ", link(address), ".")]),
    element("h2", { id: runAnchor }, "To run it"),
    paragraph(
      ...["To change a number and see what breaks, you need the notebooks: ", ...project],
      ...[". There ", command("npm ci"), " installs it, once, and ", command("npm run lab")],
      " opens the chapters in JupyterLab.",
    ),
    element("h2", { id: "terms" }, "Terms"),
    paragraph(
      ...[
        ...terms,
        "ode in it is under the MIT licence. Data sets have terms of their own, stated beside them in the ",
      ],
      ...["project’s folder ", command("data"), ". Formulas were set by KaTeX, figures drawn by Vega."],
    ),
  );
  return { file: colophonFile, title: "Colophon", body: [body], type: "backmatter" };
}

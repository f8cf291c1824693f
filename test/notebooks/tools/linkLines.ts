import { type Reference, shortName } from "../../../book/render/bibliography.ts";

/**
 * What a cell of prose ends in so that its citations are links in JupyterLab, too, which knows no bibliography: a line of
 * Markdown for each work that it cites and that has an address, in the order of the text.
 *
 * @example linkLines("It is so [@a2024].", bibliography) // => ['[@a2024]: https://doi.org/… "A 2024. It is so"']
 */
export function linkLines(source: string, bibliography: ReadonlyMap<string, Reference>): string[] {
  const prose = source.replace(/^\[@.*$/gm, (line) => (isLinkLine(line) ? "" : line));
  const labels = [...new Set([...prose.matchAll(/\[(@[^\]]+)\]/g)].map(([, label = ""]) => label))];
  return labels.flatMap((label) => {
    const item = bibliography.get(/^@([\w:.-]*\w)/.exec(label)?.[1] ?? "");
    const url = item?.DOI ? `https://doi.org/${item.DOI}` : item?.URL;
    if (!item || url === undefined) return [];
    return [`[${label}]: ${url} "${shortName(item, bibliography)}. ${item.title.replaceAll('"', "”")}"`];
  });
}

export const isLinkLine = (line: string): boolean => /^\[@[^\]]+\]: /.test(line);

import { readdirSync, readFileSync } from "node:fs";

/** The outputs of a cell as the corpus writes them; a part is absent when there is none. */
export interface Expected {
  shows?: string;
  displays?: string;
  prints?: string;
  warns?: string;
  fails?: string;
  /** Compared only where the corpus has it. */
  traceback?: string;
  /** Compared only where the corpus has it. */
  order?: string;
}

export interface CorpusCell {
  readonly source: string;
  readonly expected: Expected;
}

export interface CorpusNotebook {
  /** The file that holds it, without its ending. */
  readonly file: string;
  readonly title: string;
  readonly flags: ReadonlySet<string>;
  readonly cells: CorpusCell[];
}

const corpusFolder = new URL("./", import.meta.url);

/** Where the cells of the corpus seem to stand. */
export const notebookPath: string = new URL("./fixtures/notebook.ipynb", corpusFolder).pathname;

const parts = new Set(["shows", "displays", "prints", "warns", "fails", "traceback", "order"]);

/** Reads every notebook of the corpus. The format is described in README.md beside the files. */
export function readCorpus(): CorpusNotebook[] {
  const files = readdirSync(corpusFolder).filter((name) => name.endsWith(".txt"));
  return files.sort().flatMap((file) => parseCorpus(readFileSync(new URL(file, corpusFolder), "utf8"), file));
}

function parseCorpus(text: string, file: string): CorpusNotebook[] {
  const notebooks: CorpusNotebook[] = [];
  const name = file.replace(/\.txt$/, "");
  for (const block of `${text}\n`.split(/^== /m).slice(1)) {
    const [heading = "", ...sections] = block.split(/^-- /m);
    const [, title = "", flags = ""] = /^(.*?)\s*(?:\[(.*)\])?\s*$/.exec(heading.trim()) ?? [];
    const cells: { source: string; expected: Record<string, string> }[] = [];
    for (const section of sections) {
      const end = section.indexOf("\n");
      const [kind = "", how] = section.slice(0, end).trim().split(" ");
      const body = section.slice(end + 1).replace(/\n+$/, "");
      if (kind === "cell") cells.push({ source: written(body, how), expected: {} });
      else if (parts.has(kind) && cells.length > 0) cells[cells.length - 1]!.expected[kind] = body;
      else throw new Error(`${file}, "${title}": a part "-- ${kind}" is not known here`);
    }
    if (cells.length === 0) throw new Error(`${file}, "${title}": it has no cells`);
    notebooks.push({
      file: name,
      title: `${name}: ${title}`,
      flags: new Set(flags.split(/[\s,]+/)),
      cells,
    });
  }
  return notebooks;
}

function written(source: string, how: string | undefined): string {
  if (how === "crlf") return source.replaceAll("\n", "\r\n");
  if (how === "bom") return `\uFEFF${source}`;
  return source;
}

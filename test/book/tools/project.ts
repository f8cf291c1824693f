import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Run } from "../../../book/execute.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { photocopy, photocopySolutions } from "../fixtures/photocopy.ts";
import { rareThings } from "../fixtures/rareThings.ts";

export const first = "01-a-photocopy-of-a-photocopy.ipynb";
export const third = "03-rare-things-die-first.ipynb";

/** A project of its own in a temporary folder: the files a build reads, by path. */
export interface Project extends AsyncDisposable {
  readonly root: string;
  write(path: string, text: string): Promise<void>;
}

/** What a test changes of the two-chapter book. */
export interface Changes {
  readonly chapter?: Notebook;
  readonly solutions?: string;
  readonly config?: (yaml: string) => string;
  /** Further files, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

export const bookYaml: string = `title: Generation Loss
subtitle: What a copy of a copy loses
description: A course on model collapse that runs.
bibliography: bibliography.json
pages:
  - file: preface.md
    slug: preface
    place: front
    description: Who this is for.
  - file: what-we-know.md
    slug: what-we-know
    place: back
    description: The answer, on one page.
parts:
  - title: The loop
    chapters:
      - file: ${first}
        slug: a-photocopy-of-a-photocopy
        claim: Retrain a Gaussian on its own samples and its variance goes to zero.
        minutes: 25
        needs: a mean and a variance
      - file: ${third}
        slug: rare-things-die-first
        claim: What a generation does not say, no later one can.
        minutes: 20
        needs: chapter 1
`;

const bibliography = [
  {
    id: "shumailov2024",
    title: "AI models collapse when trained on recursively generated data",
    author: ["Shumailov", "Shumaylov", "Zhao"].map((family) => ({ family, given: "A. B." })),
    issued: { "date-parts": [[2024]] },
    "container-title": "Nature",
    volume: "631",
    page: "755-759",
    DOI: "10.1038/s41586-024-07566-y",
  },
];

const preface = `# Preface

Begin with [chapter 1](${first}); [Figure](#fig-variance) shows it, and $1/n$ explains it [@shumailov2024].

## For whom

| you ask | read |
|---|---|
| what is rare? | [3](${third}) |
`;

/** Writes the two fixture chapters, with the test's changes, as a project that can be built. */
export async function project(changes: Changes = {}): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), "book-"));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const { chapter = photocopy(), solutions = photocopySolutions, config = (yaml) => yaml } = changes;
  const { files = {} } = changes;
  await write("book/book.yml", config(bookYaml));
  await write("book/bibliography.json", JSON.stringify(bibliography));
  await write(`notebooks/${first}`, formatNotebook(chapter));
  await write(`notebooks/${third}`, formatNotebook(rareThings()));
  await write(`notebooks/solutions/${first.replace(".ipynb", ".ts")}`, solutions);
  await write("book/pages/preface.md", preface);
  await write("book/pages/what-we-know.md", "# What we know\n\nLittle.\n");
  await write("lib/index.ts", "export const one = 1;\n");
  for (const [path, text] of Object.entries(files)) await write(path, text);
  return { root, write, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

/** A runner for notebooks that carry their outputs already; counts its calls. */
export function storedOutputs(): Run & { readonly calls: string[] } {
  const calls: string[] = [];
  const run: Run = async (notebook, { path }) => {
    calls.push(path);
    return { notebook };
  };
  return Object.assign(run, { calls });
}

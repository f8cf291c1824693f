import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../../book/build.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import { runNotebook } from "../../../kernel/run/runNotebook.ts";
import { liveChapter, liveSolutions } from "../fixtures/liveChapter.ts";
import { prose } from "./cells.ts";
import { bookYaml, first, project, third } from "./project.ts";

/** A book whose cells run in its pages, and the same with one more sentence in its chapter. */
export interface TwoEditions extends AsyncDisposable {
  /** Folders of the sites. */
  readonly one: string;
  readonly two: string;
}

const yaml = bookYaml.slice(0, bookYaml.indexOf(`      - file: ${third}`));

export async function twoEditions(): Promise<TwoEditions> {
  const files = await project({
    ...{ chapter: liveChapter(), solutions: liveSolutions, config: () => `${yaml}live: true\n` },
    files: { "book/pages/preface.md": "# Preface\n\nRead on.\n" },
  });
  await symlink(
    fileURLToPath(new URL("../../../node_modules", import.meta.url)),
    join(files.root, "node_modules"),
  );
  const build = async (out: string): Promise<string> => {
    await buildBook({ root: files.root, run: runNotebook, out: join(files.root, out) });
    return join(files.root, out);
  };
  const one = await build("one");
  const { cells, ...rest } = liveChapter();
  const more = prose("more", "A sentence of the second edition.");
  await files.write(`notebooks/${first}`, formatNotebook({ ...rest, cells: [...cells, more] }));
  return { one, two: await build("two"), [Symbol.asyncDispose]: () => files[Symbol.asyncDispose]() };
}

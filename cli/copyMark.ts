import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileToReplace } from "../kernel/files/fileToReplace.ts";
import type { Notebook } from "../kernel/notebook/notebook.ts";
import { parseNotebook } from "../kernel/notebook/parseNotebook.ts";
import { Refusal } from "../kernel/refusal.ts";

/** The key of a notebook's metadata that tells a copy of ours. */
const key = "genloss_copy";

/** The copy with a mark: what it is a copy of, and which text its cells had then. */
export function markCopy(notebook: Notebook, source: string): Notebook {
  const mark = { of: basename(source), cells: hashOfTexts(notebook) };
  return { ...notebook, metadata: { ...notebook.metadata, [key]: mark } };
}

/**
 * A copy replaces nothing but a copy: a file of the same name may be somebody's notebook, and so is a copy in which
 * somebody has typed since. Outputs alone can be had again.
 *
 * @throws {Refusal} (exit code 2) if a file is there that is not empty and no copy of ours as we wrote it
 */
export function refuseOthersNotebook(path: string): void {
  const got = whatIsAt(path);
  if (got === undefined) return;
  throw new Refusal(
    `Cannot write ${path}: it must be new, empty, or a copy that genloss run made, got ${got}\n` +
      "  Try   --out with another name, or --force to replace it",
    2,
  );
}

/** What speaks against writing there, if anything. */
function whatIsAt(path: string): string | undefined {
  if ((fileToReplace(path)?.size ?? 0) === 0) return undefined;
  try {
    const notebook = parseNotebook(readFileSync(path, "utf8"), path);
    const mark = notebook.metadata[key] as { cells?: unknown } | null | undefined;
    if (mark?.cells === undefined) return "another notebook";
    return mark.cells === hashOfTexts(notebook) ? undefined : "one that was edited since";
  } catch {
    return "another file";
  }
}

const hashOfTexts = ({ cells }: Notebook): string =>
  createHash("sha256")
    .update(JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, source])))
    .digest("hex")
    .slice(0, 32);

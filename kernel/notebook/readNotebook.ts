import { readFile } from "node:fs/promises";
import { Refusal } from "../refusal.ts";
import type { Notebook } from "./notebook.ts";
import { parseNotebook } from "./parseNotebook.ts";

/**
 * Reads an .ipynb file.
 *
 * @throws {Refusal} (exit code 2) if there is no such file or it is no notebook
 */
export async function readNotebook(path: string): Promise<Notebook> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const reason =
      cause.code === "ENOENT"
        ? "there is no such file"
        : cause.code === "EISDIR"
          ? "it is a folder"
          : cause.message;
    throw new Refusal(`Cannot read ${path}: ${reason}`, 2, { cause });
  });
  return parseNotebook(text, path);
}

import { listMark } from "../../kernel/files/listMark.ts";
import { replaceFolder } from "../../kernel/files/replaceFolder.ts";
import type { Exported } from "./exported.ts";

/** What says to whom the notes of an export apply; it stands beside the files. */
export const notesFile = "notes.txt";

/** How a folder of exported marks is told from another. */
const exportMark = listMark("genloss course export", ".genloss-export.json", "-o with another folder");

/**
 * Writes an export, with its notes, in place of one that stood there. Names and marks are in it: its files and folders are
 * made for their owner alone.
 *
 * @throws {Refusal} (exit code 2) if the folder is somebody else's
 */
export function exportFolder(folder: string, { files, notes }: Exported): void {
  const lines = notes.flatMap(({ words, whom = [] }) => [words, ...whom.map((who) => `  ${who}`)]);
  const all = new Map(notes.length === 0 ? files : [...files, [notesFile, `${lines.join("\n")}\n`]]);
  const before = process.umask(0o077);
  try {
    replaceFolder(folder, all, exportMark, "export marks");
  } finally {
    process.umask(before);
  }
}

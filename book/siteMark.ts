import type { FolderMark } from "../kernel/files/folderMark.ts";

const maker = "genloss book";

/** How a site of ours is told from another folder, and our files in it from those that somebody put beside them. */
export const siteMark: FolderMark = {
  maker,
  advice: "--out with another folder, or remove this one yourself",
  file: ".genloss-book.json",
  text: (files) => `${JSON.stringify({ maker, files }, null, 1)}\n`,
  paths(text) {
    try {
      const mark = JSON.parse(text);
      const isOurs = mark.maker === maker && Array.isArray(mark.files);
      return isOurs && mark.files.every((path: unknown) => typeof path === "string") ? mark.files : undefined;
    } catch {
      return undefined;
    }
  },
};

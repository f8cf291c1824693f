import type { FolderMark } from "../kernel/files/folderMark.ts";
import type { Flavour } from "./flavour.ts";

const makers: Readonly<Record<Flavour, string>> = {
  reader: "genloss book",
  class: "genloss book --flavour class",
};

/**
 * How a site of ours is told from another folder, and our files in it from those that somebody put beside them. A site of
 * one flavour is none of the other's: a build must not put solutions where a class reads, and one that is killed on the
 * way leaves pages of both.
 */
export function siteMark(flavour: Flavour): FolderMark {
  const maker = makers[flavour];
  return {
    maker,
    advice: "--out with another folder, or remove this one yourself",
    file: ".genloss-book.json",
    text: (files) => `${JSON.stringify({ maker, files }, null, 1)}\n`,
    paths(text) {
      try {
        const mark = JSON.parse(text);
        const isOurs = mark.maker === maker && Array.isArray(mark.files);
        return isOurs && mark.files.every((path: unknown) => typeof path === "string")
          ? mark.files
          : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

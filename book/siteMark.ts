import type { FolderMark } from "../kernel/files/folderMark.ts";
import { listMark } from "../kernel/files/listMark.ts";
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
export const siteMark = (flavour: Flavour): FolderMark =>
  listMark(makers[flavour], ".genloss-book.json", "--out with another folder, or remove this one yourself");

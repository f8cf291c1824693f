import type { FolderMark } from "../../kernel/files/folderMark.ts";
import { listMark } from "../../kernel/files/listMark.ts";

/** How a folder of mended notebooks is told from another. */
export const repairMark: FolderMark = listMark(
  "genloss course repair",
  ".genloss-repair.json",
  "-o with another folder",
);

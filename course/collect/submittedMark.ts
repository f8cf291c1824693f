import type { FolderMark } from "../../kernel/files/folderMark.ts";
import { listMark } from "../../kernel/files/listMark.ts";

/** How submissions that we laid out are told from those that somebody collected otherwise. */
export const submittedMark: FolderMark = listMark(
  "genloss course collect",
  ".genloss-submitted.json",
  "moving that folder away, or collecting it: genloss course collect submitted",
);

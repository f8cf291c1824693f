/** What a page loads as its reader first searches. */
import { adoptStyle } from "../client/adoptStyle.ts";
import { openKeyHelp } from "./keyHelp.ts";
import { markFound } from "./markFound.ts";
import style from "./search.css";
import { SearchDialog } from "./searchDialog.ts";
import type { SearchProgram } from "./searchProgram.ts";

adoptStyle(style);

let dialog: SearchDialog | undefined;
const program: SearchProgram = {
  open(texts, root) {
    dialog ??= new SearchDialog(texts, root);
    dialog.open();
  },
  help: openKeyHelp,
  mark: markFound,
};
(globalThis as { genlossSearch?: SearchProgram }).genlossSearch = program;

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { specText } from "./specText.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A project of somebody's own that has the library, with a sweep in it. @returns the sweep's file */
export function sweepHome(): string {
  const home = folderWith({ "package.json": '{ "type": "module" }', "own/spread.ts": specText() });
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
  return join(home, "own/spread.ts");
}

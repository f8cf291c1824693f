import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import { chromiumNames, chromiumPlaces } from "./chromiumNames.ts";

/**
 * The browser that prints: the one that `CHROMIUM` names, else one in PATH or at a usual place.
 *
 * @throws {Refusal} (exit code 2) saying what to install
 */
export function requireChromium(
  env: NodeJS.ProcessEnv = process.env,
  places: readonly string[] = chromiumPlaces,
): string {
  const named = env.CHROMIUM;
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const all = named
    ? [named]
    : [...folders.flatMap((folder) => chromiumNames.map((name) => join(folder, name))), ...places];
  const found = all.find(runs);
  if (found !== undefined) return found;
  const got = named ? `CHROMIUM=${named}, which cannot be started` : "none in PATH or the usual places";
  throw new Refusal(
    `Cannot print the book: it must have a Chromium, Chrome or Edge to print with, got ${got}\n` +
      "  Try   apt-get install chromium (Debian), or set CHROMIUM to the program",
    2,
  );
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const days = 30;

/**
 * Removes what nobody has used for a month from a folder of things that can be made anew. Whoever uses one sets its time.
 *
 * @param now in ms since 1970
 */
export function clearUnused(folder: string, now: number = Date.now()): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // Another process may have removed it meanwhile.
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && now - found.mtimeMs > days * 86_400_000) rmSync(path, { recursive: true, force: true });
  }
}

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { killGroup } from "./processGroup.ts";

/**
 * Kills the programs that tests have left running, which is a failure of the test that did.
 *
 * @param notes the folder in which `startGroup` keeps a note for each program that runs
 */
export function endLeftovers(notes: string): void {
  for (const name of readdirSync(notes)) {
    const command = readFileSync(join(notes, name), "utf8");
    if (!killGroup(Number(name))) continue;
    console.error(`Left behind by a test, and killed now: ${command} (process ${name})`);
    process.exitCode = 1;
  }
  rmSync(notes, { recursive: true, force: true });
}

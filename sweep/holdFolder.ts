import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../kernel/files/isAlive.ts";
import { Refusal } from "../kernel/refusal.ts";

/** The file that says who writes into a folder. */
const holder = "running";

/**
 * Holds a folder for this process, so that no second one writes the same runs into it. One that is gone holds nothing.
 *
 * @throws {Refusal} (exit code 2) if a living process holds it, or it cannot be written
 */
export function holdFolder(folder: string): Disposable {
  const path = join(folder, holder);
  try {
    mkdirSync(folder, { recursive: true });
    for (let tries = 0; ; tries += 1) {
      try {
        writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
        return { [Symbol.dispose]: () => rmSync(path, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 0) throw error;
        const owner = Number(readFileSync(path, "utf8"));
        if (owner > 0 && owner !== process.pid && isAlive(owner))
          throw new Refusal(`Cannot run the sweep into ${folder}: process ${owner} does so already`, 2);
        rmSync(path, { force: true });
      }
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(`Cannot run the sweep into ${folder}: ${(cause as Error).message}`, 2, { cause });
  }
}

import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./isAlive.ts";

/** What is being written has such a name until it is whole. The number is the writer's. */
const partName = /^\.genloss-part-(\d+)-[\da-f]{8}$/;

/** Whether a name is that of something half written by us, now or by a writer that was killed. */
export const isPart = (name: string): boolean => partName.test(name);

/** A path in a folder for something half written. */
export const partIn = (folder: string): string =>
  join(folder, `.genloss-part-${process.pid}-${randomUUID().slice(0, 8)}`);

/** Removes what killed writers left in a folder. What a living one writes there stays. */
export function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(partName.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

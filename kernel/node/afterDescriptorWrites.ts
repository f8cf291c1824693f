import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Calls that may have written to file descriptor 1 or 2 by the time they return. */
const calls = [
  [childProcess, "spawnSync"],
  [childProcess, "execSync"],
  [childProcess, "execFileSync"],
  [fs, "writeSync"],
  [fs, "writeFileSync"],
  [fs, "appendFileSync"],
] as const;

/**
 * Tells, for the whole process and from now on, when code may have written past its streams, to a file descriptor:
 * a child that has ended, a write by number. So the text takes its place among what is printed before and after.
 */
export function afterDescriptorWrites(onWritten: () => void): void {
  for (const [module, name] of calls) {
    const call = Reflect.get(module, name) as (...given: unknown[]) => unknown;
    const isChild = module === childProcess;
    const watched = {
      [name](...given: unknown[]): unknown {
        try {
          return Reflect.apply(call, module, given);
        } finally {
          if (isChild || given[0] === 1 || given[0] === 2) onWritten();
        }
      },
    };
    Reflect.set(module, name, watched[name]);
  }
  syncBuiltinESMExports();
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writePrivate } from "../settings/writePrivate.ts";

/** What trials gave before, by a key of all that they depend on. */
export interface TrialCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/**
 * A cache of one assignment, kept in a file. Each result is written as it comes, so that a run that was broken off goes
 * on where it was; what cannot be read is made anew.
 *
 * @param folder the course's cache
 */
export function trialCache(folder: string, assignment: string): TrialCache {
  const path = join(folder, "assign", `${assignment}.json`);
  const known = new Map<string, unknown>(Object.entries(existsSync(path) ? read(path) : {}));
  return {
    get: (key) => known.get(key),
    set(key, value) {
      known.delete(key);
      known.set(key, value);
      // What was asked for last stays: an edited exercise leaves old results behind.
      for (const old of [...known.keys()].slice(0, -most)) known.delete(old);
      writePrivate(path, `${JSON.stringify(Object.fromEntries(known), null, 1)}\n`);
    },
  };
}

const most = 2000;

/** Without a file: nothing is known, and nothing is kept. */
export const noCache: TrialCache = { get: () => undefined, set: () => {} };

/** Knows nothing from before, and keeps what is found. */
export const freshCache = (kept: TrialCache): TrialCache => ({ ...kept, get: () => undefined });

export const keyOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 40);

function read(path: string): object {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

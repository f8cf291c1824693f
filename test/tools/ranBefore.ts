import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * What has passed a dear test before, as it stands: a file that is committed, with a name per thing and a key of all that
 * the test depends on and no other test looks at. Whoever changes such a thing runs the test once, outside CI.
 */
export interface RanBefore {
  has(name: string, key: string): boolean;
  /** Notes that it passed. Names that are not among `all` go. */
  note(name: string, key: string, all: readonly string[]): void;
}

export function ranBefore(path: string): RanBefore {
  const read = (): Record<string, string> =>
    existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {};
  return {
    has: (name, key) => read()[name] === key,
    note(name, key, all) {
      const ran = { ...read(), [name]: key };
      const kept = all.filter((each) => ran[each]).map((each) => [each, ran[each]]);
      writeFileSync(path, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
    },
  };
}

/** Stands for a value: the same for equal values. */
export function keyOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";

const path = fileURLToPath(new URL("./ran.json", import.meta.url));

/** For each notebook that ran whole on tslab: what its cells and that tslab were. */
type Ran = Record<string, string>;

const read = (): Ran => JSON.parse(readFileSync(path, "utf8")) as Ran;

/** Stands for a notebook's code and the version of tslab: what differs between tslab and every other host. */
export function tslabRunKey(cells: readonly CodeCell[], version: string): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([version, cells.map(({ source, metadata }) => [source, metadata.tags ?? []])]));
  return hash.digest("hex").slice(0, 32);
}

/** Whether exactly these cells have run whole on tslab before. */
export const hasRunOnTslab = (name: string, key: string): boolean => read()[name] === key;

/** Notes that they have; the file is committed. Names that are no notebook any more go. */
export function noteRunOnTslab(name: string, key: string, all: readonly string[]): void {
  const ran: Ran = { ...read(), [name]: key };
  const kept = all.filter((each) => ran[each]).map((each) => [each, ran[each]]);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

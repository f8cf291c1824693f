import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { stringify } from "csv-stringify/sync";
import { writeWhole } from "../../kernel/files/writeWhole.ts";
import type { Unmatched } from "../gradebook/unmatched.ts";
import { readTable } from "../students/readTable.ts";

const columns = ["name", "student", "submitted_at", "assignment", "reason"] as const;

/**
 * Writes what is nobody's as a map to fill in, for its owner alone. What a person wrote into it before stays, as long
 * as its hand-in is nobody's.
 */
export function writeUnmatched(path: string, unmatched: readonly Unmatched[]): void {
  const filled = existsSync(path) ? filledIn(readFileSync(path), path) : new Map<string, readonly string[]>();
  const rows = unmatched.map(({ who, assignment, reason }) => {
    const [student = "", time = ""] = filled.get(who) ?? [];
    return [who, student, time, assignment ?? "", reason];
  });
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, "", { mode: 0o600 });
  }
  writeWhole(path, stringify([columns, ...rows]));
  chmodSync(path, 0o600);
}

function filledIn(csv: Uint8Array, path: string): Map<string, readonly string[]> {
  if (csv.length === 0) return new Map();
  const { rows } = readTable(csv, path);
  return new Map(
    rows.map(({ cells }) => [cells.name ?? "", [cells.student ?? "", cells.submitted_at ?? ""]] as const),
  );
}

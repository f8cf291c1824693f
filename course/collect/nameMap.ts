import { Refusal } from "../../kernel/refusal.ts";
import { readTable } from "../students/readTable.ts";
import { parseInstant } from "../time/parseInstant.ts";

/** Whose a hand-in is, and when it came, by a person's word. */
export interface MappedName {
  readonly student: string;
  readonly submittedAt?: string;
}

/**
 * Reads what a person wrote down: `name,student,submitted_at`, the last if they know it. A row without a student is
 * one that they left open.
 *
 * @throws {Refusal} (exit code 2) naming the line at fault
 */
export function nameMap(csv: Uint8Array, file: string, timeZone: string): ReadonlyMap<string, MappedName> {
  const map = new Map<string, MappedName>();
  const refuse = (line: number, rule: string): never => {
    throw new Refusal(`Cannot read ${file}: line ${line} ${rule}`, 2);
  };
  const { columns, rows } = readTable(csv, file);
  for (const column of ["name", "student"])
    if (!columns.includes(column)) refuse(1, `must be "name,student,submitted_at", got no column ${column}`);
  for (const { line, cells } of rows) {
    const name = (cells.name ?? "").normalize("NFC");
    const student = cells.student ?? "";
    const time = cells.submitted_at ?? "";
    if (student === "") continue;
    if (map.has(name)) refuse(line, "must not have the name of an earlier line");
    const instant = time === "" ? undefined : parseInstant(time, timeZone);
    if (time !== "" && instant === undefined)
      refuse(line, `must have a time such as 2026-11-29T23:59 in submitted_at, got ${JSON.stringify(time)}`);
    map.set(name, {
      student,
      ...(instant !== undefined && { submittedAt: new Date(instant).toISOString() }),
    });
  }
  return map;
}

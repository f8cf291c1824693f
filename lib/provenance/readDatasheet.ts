import type { Datasheet } from "./datasheet.ts";
import { datasheetFaults } from "./datasheetFaults.ts";

/**
 * A value as a {@link Datasheet}, or a refusal that names what is missing: the gate before a training run.
 *
 * @param value anything, for example from `JSON.parse`
 * @returns a copy, as JSON holds it
 * @throws {TypeError} if a section or field is missing or wrong; it quotes the first fault and counts the others
 * @see Gebru et al. (2021), Commun. ACM 64(12):86–92, doi:10.1145/3458723 — chapter 16
 * @example
 * const answers = (fields) => Object.fromEntries(fields.map((field) => [field, field === "count" ? 3 : "unknown"]));
 * const sections = Object.entries(datasheetSchema.properties);
 * const sheet = Object.fromEntries(sections.map(([name, { required }]) => [name, answers(required)]));
 * readDatasheet(sheet).composition.count // => 3
 */
export function readDatasheet(value: unknown): Datasheet {
  const [first, ...others] = datasheetFaults(value);
  if (first !== undefined) {
    const more = others.length === 0 ? "" : ` (and ${others.length} more: ${others.map(named).join(", ")})`;
    throw new TypeError(`Cannot read datasheet: ${first}${more}`);
  }
  return JSON.parse(JSON.stringify(value)) as Datasheet;
}

/** The field that a fault is about. */
function named(fault: string): string {
  return fault.slice(0, fault.indexOf(" must"));
}

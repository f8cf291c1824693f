import { datasheetSchema } from "./datasheetSchema.ts";

/**
 * Everything that keeps a value from being a complete {@link Datasheet}: one line per field that is missing or wrong,
 * in the order of the sections. Fields that the schema does not know are let pass.
 *
 * @param value anything, for example from `JSON.parse`
 * @returns lines such as "uses.risks must be a text, got undefined"; empty if nothing is wrong
 * @see Gebru et al. (2021), Commun. ACM 64(12):86–92, doi:10.1145/3458723 — chapter 16
 * @example datasheetFaults({})[0] // => "motivation must be a section with the fields purpose, creators, funding, got undefined"
 */
export function datasheetFaults(value: unknown): string[] {
  if (!isRecord(value)) return [`datasheet must be an object with sections, got ${shown(value)}`];
  return Object.entries(datasheetSchema.properties).flatMap(([section, { required }]) => {
    const fields = value[section];
    if (!isRecord(fields)) {
      return [`${section} must be a section with the fields ${required.join(", ")}, got ${shown(fields)}`];
    }
    return required.flatMap((field) => {
      const wanted = requirement(field, fields[field]);
      return wanted === null ? [] : [`${section}.${field} must be ${wanted}, got ${shown(fields[field])}`];
    });
  });
}

/** What the field's answer must be, or null if it is that. */
function requirement(field: string, answer: unknown): string | null {
  if (field === "count") {
    return Number.isSafeInteger(answer) && Number(answer) >= 0 ? null : "an integer of at least 0";
  }
  if (field === "syntheticShare") {
    const known = typeof answer === "number" && answer >= 0 && answer <= 1;
    return known || answer === "unknown" ? null : 'a share between 0 and 1 or "unknown"';
  }
  return typeof answer === "string" && answer.trim() !== "" ? null : "a text";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isRecord(value) ? "an object" : String(value);
}

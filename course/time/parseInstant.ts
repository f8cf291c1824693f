import { wallClockInstant } from "./wallClockInstant.ts";

const form =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?: ?(Z|UTC|[+-]\d\d:?\d\d)| ([A-Za-z]\S*))?$/;

/**
 * The instant that a text means, in ms: ISO 8601, and the forms that nbgrader writes. One that names no zone is meant
 * in the given one. Undefined if the text is none of these.
 */
export function parseInstant(text: string, timeZone: string): number | undefined {
  const found = form.exec(text.trim());
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const shown =
    Date.UTC(year, month - 1, day, hour, minute, second) + Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
  const date = new Date(shown);
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDate || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = found[8];
  if (offset === "Z" || offset === "UTC") return shown;
  if (offset !== undefined) {
    const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(offset) as RegExpExecArray;
    return shown - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  try {
    return wallClockInstant(shown, found[9] ?? timeZone);
  } catch {
    return undefined; // no zone has this name
  }
}

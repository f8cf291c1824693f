/** What a value of a settings file must be. */
export interface Shape {
  /** As it stands after "must be". */
  readonly words: string;
  fits(value: unknown): boolean;
}

export const text: Shape = {
  words: "a text that is not empty",
  fits: (value) => typeof value === "string" && value.trim() !== "",
};

/** A name that can be a folder's, and that nbgrader takes: it forbids `+` in names of assignments. */
export const name: Shape = {
  words: "letters, digits, dots, dashes and underscores, and begin with a letter or digit",
  fits: (value) => typeof value === "string" && /^[A-Za-z0-9][\w.-]*$/.test(value),
};

export const yesOrNo: Shape = { words: "true or false", fits: (value) => typeof value === "boolean" };

export const oneOf = (...values: readonly string[]): Shape => ({
  words: `one of ${values.join(", ")}`,
  fits: (value) => typeof value === "string" && values.includes(value),
});

export function numberFrom(least: number, most: number = Number.POSITIVE_INFINITY): Shape {
  const range = most === Number.POSITIVE_INFINITY ? `from ${least} on` : `from ${least} to ${most}`;
  return {
    words: `a number ${range}`,
    fits: (value) => typeof value === "number" && Number.isFinite(value) && value >= least && value <= most,
  };
}

export const wholeFrom = (least: number): Shape => ({
  words: `a whole number from ${least} on`,
  fits: (value) => Number.isSafeInteger(value) && (value as number) >= least,
});

/** A name of the IANA time zone database, as Node's own knows it. */
export const timeZone: Shape = {
  words: 'a time zone such as "Europe/Paris" or "UTC"',
  fits(value) {
    if (typeof value !== "string") return false;
    try {
      return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  },
};

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-](\d\d):(\d\d))?$/;

/** A date alone would leave open whether its morning or its night is meant. */
export const deadline: Shape = {
  words: 'a date and time such as "2026-12-01T23:59" or "2026-12-01T23:59+01:00"',
  fits(value) {
    const found = typeof value === "string" ? dateTime.exec(value) : null;
    if (!found) return false;
    const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = found
      .slice(1)
      .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day));
    const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isDay && hour < 24 && minute < 60 && second < 60 && zoneHour < 16 && zoneMinute < 60;
  },
};

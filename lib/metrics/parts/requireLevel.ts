import { requireKnownOptions } from "../../require/requireKnownOptions.ts";

/** The level of an interval, refused unless above 0 and below 1. `action` completes "Cannot …". */
export function requireLevel(action: string, options: { level: number }): number {
  requireKnownOptions(action, options, { level: true });
  const { level } = options;
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`Cannot ${action}: level must lie above 0 and below 1, got ${String(level)}`);
  }
  return level;
}

import { display, displayStatement, type MimeBundle } from "../show/display.ts";
import { escapeHtml } from "../show/escapeHtml.ts";
import { shortNumber } from "../show/shortNumber.ts";
import { CheckError } from "./checkError.ts";

/** A check that passed; it shows itself as "✓ sentence", each in a line of its own where a cell makes several. */
export interface Check {
  readonly sentence: string;
  readonly passed: true;
  readonly [display]: () => MimeBundle;
}

/** How close is close enough, and what to say to someone who is not there yet. */
export interface CheckOptions {
  /** Largest absolute difference between two numbers that counts as equal. Default 0. */
  readonly tolerance?: number;
  /** One hint, shown when the check fails. */
  readonly hint?: string;
}

/**
 * Checks an answer to an exercise. Numbers, texts, truth values, arrays (plain or typed) and plain objects are
 * compared piece by piece, numbers within the tolerance.
 *
 * @param sentence what should be true, as a reader would say it
 * @param actual the answer
 * @param expected what it should be
 * @param options tolerance and hint; see {@link CheckOptions}
 * @returns a value that shows itself as "✓ sentence"
 * @throws {CheckError} naming where they differ, the value seen, the value wanted, and the hint; never a stack
 * @throws {RangeError} if the tolerance is negative or not finite
 * @see chapter 1
 * @example check("the mean of 1 and 3 is 2", (1 + 3) / 2, 2).passed // => true
 * @example check("close enough", [0.1 + 0.2, 1], [0.3, 1], { tolerance: 1e-12 }).sentence // => "close enough"
 */
export function check(
  sentence: string,
  actual: unknown,
  expected: unknown,
  options: CheckOptions = {},
): Check {
  const { tolerance = 0, hint } = options;
  if (!(tolerance >= 0 && tolerance < Infinity)) {
    throw new RangeError(`Cannot check: tolerance must be finite and not negative, got ${String(tolerance)}`);
  }
  const difference = differ(actual, expected, tolerance, "");
  if (difference) {
    const { place, seen, wanted } = difference;
    const near = tolerance > 0 && typeof expected !== "string" ? ` (within ${shortNumber(tolerance)})` : "";
    throw new CheckError(
      [
        `Not yet: ${sentence}`,
        `  seen${place ? ` at ${place}` : ""}: ${seen}`,
        `  wanted: ${wanted}${near}`,
        ...(hint ? [`  hint: ${hint}`] : []),
      ].join("\n"),
    );
  }
  const passed = { sentence, passed: true as const };
  Object.defineProperties(passed, {
    [displayStatement]: { value: true },
    [display]: {
      value: (): MimeBundle => ({
        "text/plain": `✓ ${sentence}`,
        "text/html": `<p class="check check-passed"><span class="check-mark">✓</span> ${escapeHtml(sentence)}</p>`,
      }),
    },
  });
  return Object.freeze(passed) as unknown as Check;
}

interface Difference {
  readonly place: string;
  readonly seen: string;
  readonly wanted: string;
}

/** The first place where two values differ, or null. */
function differ(actual: unknown, expected: unknown, tolerance: number, place: string): Difference | null {
  const here = (seen = brief(actual), wanted = brief(expected)): Difference => ({ place, seen, wanted });
  if (Object.is(actual, expected)) return null;
  if (typeof actual === "number" && typeof expected === "number") {
    if (Math.abs(actual - expected) <= tolerance) return null; // NaN is never within a tolerance
    const [seen, wanted] = [rounded(actual), rounded(expected)];
    return seen === wanted ? here() : here(seen, wanted);
  }
  if (isList(actual) && isList(expected)) {
    if (actual.length !== expected.length) {
      return here(`${actual.length} values`, `${expected.length} values`);
    }
    for (let i = 0; i < expected.length; i += 1) {
      const difference = differ(actual[i], expected[i], tolerance, `${place}[${i}]`);
      if (difference) return difference;
    }
    return null;
  }
  if (isPlain(actual) && isPlain(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const at = `${place}.${key}`;
      if (!Object.hasOwn(actual, key)) return { place: at, seen: "nothing", wanted: brief(expected[key]) };
      if (!Object.hasOwn(expected, key)) return { place: at, seen: brief(actual[key]), wanted: "nothing" };
      const difference = differ(actual[key], expected[key], tolerance, at);
      if (difference) return difference;
    }
    return null;
  }
  return here();
}

/** Seven digits tell an answer from what was wanted; if not, all of them are shown. */
const rounded = (value: number): string => String(Number(value.toPrecision(7)));

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** By its tag, not its prototype: an answer may come from another realm (a cell, a worker). */
function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

function brief(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
  if (typeof value === "function") return "a function";
  if (isList(value)) {
    const items = Array.from({ length: Math.min(value.length, 6) }, (_, i) => brief(value[i]));
    return `[${items.join(", ")}${value.length > 6 ? `, … ${value.length} values` : ""}]`;
  }
  if (isPlain(value)) {
    const keys = Object.keys(value);
    return `{ ${keys
      .slice(0, 6)
      .map((key) => `${key}: ${brief(value[key])}`)
      .join(", ")}${keys.length > 6 ? ", …" : ""} }`;
  }
  return String(value);
}

import { requireInteger } from "../require/requireInteger.ts";
import { display, displayStatement, type MimeBundle } from "../show/display.ts";
import { escapeHtml } from "../show/escapeHtml.ts";
import { shortNumber } from "../show/shortNumber.ts";
import { ClaimError } from "./claimError.ts";

/** A measured number. Without `standardError` it is not an estimate, and the claim must be `exact`. */
export interface Observed {
  readonly value: number;
  readonly standardError?: number;
  /** How many independent runs the estimate rests on. */
  readonly runs?: number;
}

/** A number from a paper, with where it stands. */
export interface FromPaper {
  readonly value: number;
  readonly cite: string;
}

/** What a claim rests on besides the number it is compared with. */
export interface ClaimTerms {
  /** The seed that the observed number was computed with. */
  readonly seed?: number;
  /** True when chance has no part in the observed number. */
  readonly exact?: boolean;
}

/** What a claim expects: a law, a number from a paper, or a bound. Exactly one of the four. */
export type Expected = ClaimTerms &
  (
    | { readonly law: number; readonly tolerance: number }
    | { readonly paper: FromPaper; readonly tolerance: number }
    | { readonly atLeast: number }
    | { readonly atMost: number }
  );

/** The facts of a claim, as data: nulls where something was not given. */
export interface ClaimFacts {
  readonly sentence: string;
  readonly observed: number;
  readonly expected: number;
  readonly kind: "law" | "paper" | "atLeast" | "atMost";
  /** Where the number of a `paper` claim stands. */
  readonly cite: string | null;
  readonly tolerance: number | null;
  readonly standardError: number | null;
  /** Distance from the expected number in standard errors. */
  readonly standardErrors: number | null;
  readonly runs: number | null;
  readonly seed: number | null;
  readonly passed: true;
}

/** A claim that holds; it shows itself in a notebook. */
export interface Claim extends ClaimFacts {
  readonly [display]: () => MimeBundle;
}

const action = "state a claim";

/**
 * States a number of the course as a check. The book shows it with seed, runs and distance; if it fails, so does
 * the build.
 *
 * With a standard error, a tolerance below 4 standard errors is refused: at 4, a true claim fails once in 16 000
 * seeds, and nobody fits a tolerance to the number that came out. A bound must be 4 standard errors away.
 *
 * @param sentence what is claimed, as a reader would say it
 * @param observed the measured number, `{ value, standardError, runs }`, or a plain number for an exact check
 * @param expected `{ law, tolerance }`, `{ paper: { value, cite }, tolerance }`, `{ atLeast }` or `{ atMost }`, with
 *   `seed`; `exact: true` if there is no standard error. Tolerances are absolute, in the unit of the number
 * @returns the claim: frozen, and shown as text, HTML and data
 * @throws {ClaimError} if the observed number is too far from the expected one
 * @throws {RangeError} if tolerance < 4 standard errors, or a number is not finite
 * @throws {TypeError} if it is unclear what is expected, or neither standardError nor exact is given
 * @see DESIGN.md, "Claims"
 * @example claim("two and two make four", 2 + 2, { law: 4, tolerance: 0, exact: true }).passed // => true
 * @example
 * const observed = { value: 0.75, standardError: 0.125, runs: 2000 };
 * claim("the drift is t/M", observed, { law: 0.5, tolerance: 0.5, seed: 1 }).standardErrors // => 2
 */
export function claim(sentence: string, observed: number | Observed, expected: Expected): Claim {
  if (typeof sentence !== "string" || sentence.trim() === "") {
    throw new TypeError(`Cannot ${action}: sentence must be a text, got ${JSON.stringify(sentence)}`);
  }
  const { value, standardError, runs } =
    typeof observed === "number" ? ({ value: observed } as Observed) : observed;
  const { kind, target, tolerance, cite } = readExpected(expected);
  requireUsable(value, standardError, expected.exact, runs);

  if (standardError !== undefined && tolerance !== null && tolerance < 4 * standardError) {
    throw new RangeError(
      `Cannot ${action}: tolerance must be at least 4 standard errors (${shortNumber(4 * standardError)}), got ${tolerance}`,
    );
  }
  const distance = Math.abs(value - target);
  const room = 4 * (standardError ?? 0); // a bound is passed when chance alone does not explain it
  const passed =
    kind === "atLeast"
      ? value >= target + room
      : kind === "atMost"
        ? value <= target - room
        : distance <= tolerance!;
  const facts: Omit<ClaimFacts, "passed"> = {
    sentence,
    observed: value,
    expected: target,
    kind,
    cite,
    tolerance,
    standardError: standardError ?? null,
    standardErrors: standardError ? distance / standardError : null,
    runs: runs ?? null,
    seed: expected.seed ?? null,
  };
  if (!passed) throw new ClaimError(failure(facts, distance));
  const held: ClaimFacts = { ...facts, passed: true };
  const shown = Object.defineProperties(
    { ...held },
    {
      [display]: { value: () => show(held) },
      [displayStatement]: { value: true },
    },
  );
  return Object.freeze(shown) as unknown as Claim;
}

function readExpected(expected: Expected): {
  kind: ClaimFacts["kind"];
  target: number;
  tolerance: number | null;
  cite: string | null;
} {
  const given = expected as Partial<{
    law: number;
    paper: FromPaper;
    atLeast: number;
    atMost: number;
    tolerance: number;
  }>;
  const kinds = (["law", "paper", "atLeast", "atMost"] as const).filter((kind) => given[kind] !== undefined);
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) {
    throw new TypeError(
      `Cannot ${action}: expected must hold one of law, paper, atLeast, atMost, got ${kinds.join(" and ") || "none"}`,
    );
  }
  const target = kind === "paper" ? given.paper!.value : given[kind]!;
  if (!Number.isFinite(target))
    throw new RangeError(`Cannot ${action}: ${kind} must be finite, got ${String(target)}`);
  const cite = kind === "paper" ? given.paper!.cite : null;
  if (kind === "paper" && !cite)
    throw new TypeError(`Cannot ${action}: paper.cite must say where, got ${String(cite)}`);
  if (kind === "atLeast" || kind === "atMost") return { kind, target, tolerance: null, cite };
  const { tolerance } = given;
  if (!(tolerance !== undefined && tolerance >= 0 && tolerance < Infinity)) {
    throw new RangeError(
      `Cannot ${action}: tolerance must be finite and not negative, got ${String(tolerance)}`,
    );
  }
  return { kind, target, tolerance, cite };
}

function requireUsable(value: number, standardError?: number, exact?: boolean, runs?: number): void {
  if (!Number.isFinite(value))
    throw new RangeError(`Cannot ${action}: observed must be finite, got ${String(value)}`);
  if (standardError === undefined && exact !== true) {
    throw new TypeError(
      `Cannot ${action}: observed must have a standardError unless exact is true, got none`,
    );
  }
  if (standardError !== undefined && exact === true) {
    throw new TypeError(`Cannot ${action}: exact must be left out with a standardError, got both`);
  }
  if (standardError !== undefined && !(standardError >= 0 && standardError < Infinity)) {
    throw new RangeError(
      `Cannot ${action}: standardError must be finite and not negative, got ${standardError}`,
    );
  }
  if (runs !== undefined) requireInteger(action, "runs", runs, 1);
}

const relation = { law: "=", paper: "=", atLeast: "≥", atMost: "≤" } as const;

function failure(facts: Omit<ClaimFacts, "passed">, distance: number): string {
  const { standardError, standardErrors, tolerance } = facts;
  return [
    `Claim does not hold: ${facts.sentence}`,
    `  observed  ${facts.observed}${standardError === null ? "" : ` (standard error ${shortNumber(standardError)})`}`,
    `  expected  ${relation[facts.kind]} ${facts.expected} (${facts.cite ?? facts.kind})`,
    `  distance  ${shortNumber(distance)}${standardErrors === null ? "" : `, ${shortNumber(standardErrors)} standard errors`}`,
    `  tolerance ${tolerance ?? (standardError === null ? "none: exact" : "4 standard errors inside the bound")}`,
    `  seed      ${facts.seed ?? "none"}, runs ${facts.runs ?? "none"}`,
  ].join("\n");
}

/** Sentence and details stand in one paragraph: where a cell makes several claims, one sees which details are whose. */
function show(facts: ClaimFacts): MimeBundle {
  const { kind, observed, expected, tolerance, standardError, standardErrors, runs, seed, cite, sentence } =
    facts;
  const against = {
    law: `law ${shortNumber(expected)}`,
    paper: `paper ${shortNumber(expected)}`,
    atLeast: `at least ${shortNumber(expected)}`,
    atMost: `at most ${shortNumber(expected)}`,
  }[kind];
  const details = [
    `observed ${shortNumber(observed)}`,
    tolerance === null ? against : `${against} ± ${shortNumber(tolerance)}`,
    standardErrors === null
      ? standardError === null
        ? "exact"
        : "no spread between runs"
      : `${shortNumber(Number(standardErrors.toFixed(2)))} standard errors away`,
    ...(runs === null ? [] : [`${shortNumber(runs)} runs`]),
    ...(seed === null ? [] : [`seed ${seed}`]),
    ...(cite === null ? [] : [cite]),
  ].join(" · ");
  return {
    "text/plain": `✓ ${sentence}\n  ${details}`,
    "text/html":
      `<div class="claim claim-${kind}"><p><span class="claim-sentence"><span class="claim-mark">✓</span> ` +
      `${escapeHtml(sentence)}</span><br><small class="claim-details">${escapeHtml(details)}</small></p></div>`,
    "application/vnd.genloss.claim+json": facts,
  };
}

/** The MIME type a checked claim travels under. */
export const claimType = "application/vnd.genloss.claim+json";

/**
 * A number that a chapter states, and what it was held against: what the library's `claim()` gives. One that does not
 * hold throws there, so that there is none here. A test holds this type, and what is read, to the library's.
 */
export interface ClaimFacts {
  readonly sentence: string;
  readonly observed: number;
  readonly expected: number;
  readonly kind: "law" | "paper" | "atLeast" | "atMost";
  /** Where the published number stands. */
  readonly cite: string | null;
  /** Largest accepted distance between observed and expected; none for bounds. */
  readonly tolerance: number | null;
  readonly standardError: number | null;
  /** Distance from the expected value, in standard errors. */
  readonly standardErrors: number | null;
  readonly runs: number | null;
  readonly seed: number | null;
  readonly passed: true;
}

interface Shape {
  fits(value: unknown): boolean;
  readonly words: string;
}

const number: Shape = { fits: Number.isFinite, words: "a finite number" };
const text: Shape = {
  fits: (value) => typeof value === "string" && value !== "",
  words: "a text that is not empty",
};
const orNull = ({ fits, words }: Shape): Shape => ({
  fits: (value) => value === null || fits(value),
  words: `${words}, or null`,
});
const kinds: readonly unknown[] = ["law", "paper", "atLeast", "atMost"] satisfies ClaimFacts["kind"][];

const shapes: { readonly [Key in keyof ClaimFacts]: Shape } = {
  sentence: text,
  observed: number,
  expected: number,
  kind: { fits: (value) => kinds.includes(value), words: `one of ${kinds.join(", ")}` },
  cite: orNull(text),
  tolerance: orNull(number),
  standardError: orNull(number),
  standardErrors: orNull(number),
  runs: orNull(number),
  seed: orNull(number),
  passed: { fits: (value) => value === true, words: "true" },
};

/** The facts of a claim; where a value is none, what is wrong with it. */
export function readClaim(value: unknown): { readonly facts: ClaimFacts } | { readonly wrong: string } {
  const given: Readonly<Record<string, unknown>> = { ...(value as object) };
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(shapes, key));
  if (unknown !== undefined) return { wrong: `a claim has no ${unknown}` };
  for (const [key, { fits, words }] of Object.entries(shapes))
    if (!fits(given[key])) return { wrong: `${key} must be ${words}, got ${JSON.stringify(given[key])}` };
  return { facts: given as unknown as ClaimFacts };
}

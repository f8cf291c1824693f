import { type Context, report } from "./context.ts";
import { readable } from "./dataTable.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { renderInline } from "./markdown.ts";

/** The MIME type a checked claim travels under. */
export const claimType = "application/vnd.genloss.claim+json";

/** A number stated by a chapter, and what it was held against. */
export interface Claim {
  readonly sentence: string;
  readonly observed: number;
  readonly expected: number;
  readonly kind: "law" | "paper" | "atLeast" | "atMost";
  /** Where the published number stands. */
  readonly cite?: string | null;
  /** Largest accepted distance between observed and expected; none for bounds. */
  readonly tolerance?: number | null;
  readonly standardError?: number | null;
  /** Distance from the expected value, in standard errors. */
  readonly standardErrors?: number | null;
  readonly runs?: number | null;
  readonly seed?: number | string | null;
  readonly passed: boolean;
}

const against = { law: "theory", paper: "paper", atLeast: "at least", atMost: "at most" } as const;

/** A claim as a badge: state in words and in shape, then the numbers, then how it was judged. */
export function renderClaim(claim: Claim, context: Context): string {
  const { sentence, passed, kind, observed, expected } = claim;
  const seed = claim.seed ?? undefined;
  context.claims.push({ seed: seed === undefined ? undefined : String(seed), passed });
  if (!passed) {
    const detail = `observed ${observed}, ${against[kind]} ${expected}, tolerance ${claim.tolerance ?? "none"}`;
    report(context, "claim-fails", `"${sentence}" (${detail}); correct the claim or what computes it`);
  }
  const list = factsOf(claim).map(
    ([term, value]) => `<div><dt>${term}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<div class="claim${passed ? "" : " claim-failed"}" role="group" aria-label="Checked claim">
<p class="claim-state"><span aria-hidden="true">${passed ? "✓" : "✗"}</span> ${passed ? "Verified" : "Not verified"}</p>
<p class="claim-sentence">${renderInline(sentence, context)}</p>
<dl>${list.join("")}</dl>
<details><summary>How this was judged</summary>
<p>${verdict(claim)}${source(claim, context)}</p></details>
</div>
`;
}

function factsOf({ kind, observed, expected, standardErrors, runs, seed }: Claim): [string, string][] {
  const facts: [string, string][] = [
    ["observed", readable(observed)],
    [against[kind], readable(expected)],
  ];
  if (isKnown(standardErrors)) facts.push(["distance", `${twoPlaces(standardErrors)} standard errors`]);
  if (isKnown(runs)) facts.push(["runs", readable(runs)]);
  if (isKnown(seed)) facts.push(["seed", String(seed)]);
  return facts;
}

const isKnown = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const twoPlaces = (value: number): string => readable(Number(value.toFixed(2)));

function verdict({ kind, tolerance, standardError }: Claim): string {
  const error = standardError
    ? ` The standard error of the observed value is ${readable(standardError)}.`
    : "";
  if (kind === "atLeast" || kind === "atMost") {
    const bound = kind === "atLeast" ? "above" : "below";
    return standardError
      ? `The build fails unless the observed value lies at least four standard errors ${bound} the bound.${error}`
      : `The number is exact, and the build fails unless it lies at or ${bound} the bound.`;
  }
  const from = kind === "law" ? "what theory gives" : "the published number";
  if (!tolerance) return `The build fails unless the observed value equals ${from}.${error}`;
  const width = standardError ? ` (${twoPlaces(tolerance / standardError)} standard errors)` : "";
  return `The build fails if the observed value is further than ${readable(tolerance)}${width} from ${from}.${error}`;
}

/** The published source, linked if the bibliography has it. */
function source({ cite }: Claim, context: Context): string {
  if (!cite) return "";
  const [, key = cite] = /^\[?@?([\w:.-]+)/.exec(cite) ?? [];
  const known = context.bibliography.has(key);
  return ` Published in ${known ? renderInline(cite.startsWith("[") ? cite : `[@${cite.replace(/^@/, "")}]`, context) : escapeHtml(cite)}.`;
}

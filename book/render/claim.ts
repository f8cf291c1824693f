import { type Context, report } from "./context.ts";
import { readable } from "./dataTable.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** The MIME type a checked claim travels under. */
export const claimType = "application/vnd.genloss.claim+json";

/** A number stated by a chapter, and what it was held against. */
export interface Claim {
  readonly sentence: string;
  readonly observed: number;
  readonly expected: number;
  readonly kind: "law" | "paper" | "atLeast" | "atMost";
  /** Largest accepted distance between observed and expected. */
  readonly tolerance: number;
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
  const { sentence, observed, expected, kind, tolerance, standardError, standardErrors, runs, seed, passed } = claim;
  context.claims.push({ seed: seed === undefined || seed === null ? undefined : String(seed), passed });
  if (!passed) {
    const detail = `observed ${observed}, ${against[kind]} ${expected}, tolerance ${tolerance}`;
    report(context, "claim-fails", `"${sentence}" (${detail}); correct the claim or what computes it`);
  }
  const known = (value: unknown): boolean => value !== undefined && value !== null;
  const facts: [string, string][] = [
    ["observed", readable(observed)],
    [against[kind] ?? kind, readable(expected)],
  ];
  if (known(standardErrors)) facts.push(["distance", `${readable(Number(Number(standardErrors).toFixed(2)))} s.e.`]);
  if (known(runs)) facts.push(["runs", readable(Number(runs))]);
  if (known(seed)) facts.push(["seed", String(seed)]);
  const list = facts
    .map(([term, value]) => `<div><dt>${term}</dt><dd>${escapeHtml(value)}</dd></div>`)
    .join("");
  return `<div class="claim${passed ? "" : " claim-failed"}" role="group" aria-label="Checked claim">
<p class="claim-state"><span aria-hidden="true">${passed ? "✓" : "✗"}</span> ${passed ? "Verified" : "Not verified"}</p>
<p class="claim-sentence">${escapeHtml(sentence)}</p>
<dl>${list}</dl>
<details><summary>How this was judged</summary>
<p>${escapeHtml(verdict(kind, tolerance, standardError))}</p></details>
</div>
`;
}

function verdict(kind: Claim["kind"], tolerance: number, standardError: number | null | undefined): string {
  const error = standardError ? ` The standard error of the observed value is ${readable(standardError)}.` : "";
  const width =
    standardError && tolerance > 0 ? `, which is ${readable(Number((tolerance / standardError).toFixed(2)))} standard errors` : "";
  const rule = {
    law: `The build fails if the observed value is further than ${readable(tolerance)}${width}, from what theory gives.`,
    paper: `The build fails if the observed value is further than ${readable(tolerance)}${width}, from the published one.`,
    atLeast: `The build fails if the observed value falls below the bound by more than ${readable(tolerance)}.`,
    atMost: `The build fails if the observed value exceeds the bound by more than ${readable(tolerance)}.`,
  }[kind];
  return `${rule}${error}`;
}

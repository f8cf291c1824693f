import { type ClaimFacts, readClaim } from "./claimFacts.ts";
import { type Context, report } from "./context.ts";
import { readable } from "./dataTable.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { freeAnchor } from "./headings.ts";
import { renderInline } from "./markdown.ts";
import type { RenderedOutput } from "./renderedOutput.ts";

const against = { law: "theory", paper: "paper", atLeast: "at least", atMost: "at most" } as const;

/** A claim as a badge: that it was verified, then the numbers, then how it was judged. */
export function renderClaim(value: unknown, context: Context): RenderedOutput {
  const read = readClaim(value);
  if ("wrong" in read) {
    report(context, "claim-fails", `this is no claim that holds: ${read.wrong}; state it with claim()`);
    return { kind: "text", html: "" };
  }
  const { facts } = read;
  context.claims.push({ seed: facts.seed });
  const list = factsOf(facts).map(
    ([term, value]) => `<div><dt>${term}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  const id = freeAnchor(context.anchors, `claim ${context.cell}`);
  const head = `<div class="claim" id="${id}" role="group" aria-label="Checked claim">
<p class="claim-state"><span aria-hidden="true">✓</span> Verified</p>
<p class="claim-sentence">${renderInline(facts.sentence, context)}</p>
<dl>${list.join("")}</dl>
<details><summary>How this was judged</summary>
<p>${verdict(facts)}${source(facts, context)}</p>`;
  const foot = `</details>
</div>
`;
  return { kind: "claim", html: `${head}${foot}`, withCode: (card) => `${head}\n${card}${foot}` };
}

function factsOf({ kind, observed, expected, standardErrors, runs, seed }: ClaimFacts): [string, string][] {
  const facts: [string, string][] = [
    ["observed", readable(observed)],
    [against[kind], readable(expected)],
  ];
  if (standardErrors !== null) facts.push(["distance", `${twoPlaces(standardErrors)} standard errors`]);
  if (runs !== null) facts.push(["runs", readable(runs)]);
  if (seed !== null) facts.push(["seed", String(seed)]);
  return facts;
}

const twoPlaces = (value: number): string => readable(Number(value.toFixed(2)));

function verdict({ kind, tolerance, standardError }: ClaimFacts): string {
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
function source({ cite }: ClaimFacts, context: Context): string {
  if (!cite) return "";
  const [, key = cite] = /^\[?@?([\w:.-]+)/.exec(cite) ?? [];
  const known = context.bibliography.has(key);
  return ` Published in ${known ? renderInline(cite.startsWith("[") ? cite : `[@${cite.replace(/^@/, "")}]`, context) : escapeHtml(cite)}.`;
}

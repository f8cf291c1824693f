import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { display, type MimeBundle } from "../show/display.ts";
import { escapeHtml } from "../show/escapeHtml.ts";
import { collapseVerdicts } from "./parts/collapseVerdicts.ts";

/** What a chapter measured, generation by generation (index 0 = generation 0). Leave out what was not measured. */
export interface CollapseTrace {
  /** Spread: the variance of a typical chain (its median), in any unit. */
  readonly variance?: ArrayLike<number>;
  /** Population risk against real data: W₂², cross-entropy, test error. Lower is better. */
  readonly risk?: ArrayLike<number>;
  /** Risk of a model that learned nothing (a point at the mean, a uniform law): what "catastrophic" is held against. */
  readonly uselessRisk?: number;
  /** Exponent with which error falls as training data grows, of a model trained on generation t. */
  readonly scalingExponent?: ArrayLike<number>;
  /** Modes of the real data that the model still keeps apart. */
  readonly modes?: ArrayLike<number>;
  /** Probability that the model still gives to the real data's tail. */
  readonly tailMass?: ArrayLike<number>;
  /** Different types (words, species) still produced; stands in for tailMass when that is missing. */
  readonly typesAlive?: ArrayLike<number>;
  /** Probability that the model gives to what the real law rules out. */
  readonly hallucinatedMass?: ArrayLike<number>;
  /** Definitions that this kind of model can never meet, each with the reason: "one Gaussian has one mode". */
  readonly cannotHappen?: Readonly<Partial<Record<keyof CollapseProfile, string>>>;
}

/** Where each verdict turns to "yes". */
export interface CollapseThresholds {
  /** Rise of the risk that counts, as a share of `uselessRisk` (or of the first risk). Default 0.01. */
  readonly riskRise: number;
  /** Rise per step over the second half of the trace, as a share of that over the first, that counts as diverging. Default 0.5. */
  readonly stillRising: number;
  /** Change of the scaling exponent that counts. Default 0.05. */
  readonly exponentChange: number;
  /** Share of the first variance below which variance has collapsed. Default 0.5. */
  readonly varianceLeft: number;
  /** Share of the tail (or of the types) whose loss counts. Default 0.1. */
  readonly tailLost: number;
  /** Hallucinated probability, beyond that of generation 0, that counts. Default 0.05. */
  readonly hallucinated: number;
}

/** One of the eight definitions, applied. */
export interface CollapseVerdict {
  readonly verdict: "yes" | "no" | "not measured" | "cannot happen";
  /** The number the verdict rests on. */
  readonly value?: number;
  /** One sentence: what was compared with what. */
  readonly note: string;
}

/** The eight definitions of "model collapse" in use, applied to one experiment. */
export interface CollapseProfile {
  readonly catastrophicRisk: CollapseVerdict;
  readonly risingRisk: CollapseVerdict;
  readonly divergingRisk: CollapseVerdict;
  readonly changedScaling: CollapseVerdict;
  readonly collapsingVariance: CollapseVerdict;
  readonly entangledModes: CollapseVerdict;
  readonly lostTail: CollapseVerdict;
  readonly hallucination: CollapseVerdict;
}

/** A profile that shows itself in a notebook as a table. */
export interface ShownCollapseProfile extends CollapseProfile {
  readonly [display]: () => MimeBundle;
}

const defaults: CollapseThresholds = {
  riskRise: 0.01,
  stillRising: 0.5,
  exponentChange: 0.05,
  varianceLeft: 0.5,
  tailLost: 0.1,
  hallucinated: 0.05,
};

const action = "profile collapse";
const traceNames: Record<keyof CollapseTrace, true> = {
  ...{ variance: true, risk: true, uselessRisk: true, scalingExponent: true, modes: true },
  ...{ tailMass: true, typesAlive: true, hallucinatedMass: true, cannotHappen: true },
};
const thresholdNames: Record<keyof CollapseThresholds, true> = {
  ...{ riskRise: true, stillRising: true, exponentChange: true },
  ...{ varianceLeft: true, tailLost: true, hallucinated: true },
};

/**
 * The collapse profile of an experiment: "collapse" has eight definitions, and an experiment may meet some and not
 * others. What was not measured is said to be so; nothing is guessed.
 *
 * A trace is finite and noisy: give averages or medians over many chains, and read "diverging" as "still rising when
 * the trace ended". A rise that levels off later looks the same until it does.
 *
 * @param trace what was measured, each of shape (generations + 1); see {@link CollapseTrace}
 * @param thresholds where a verdict turns to "yes"; see {@link CollapseThresholds} for the defaults
 * @returns eight verdicts with value and note, shown as text and as an HTML table
 * @throws {RangeError} if a measured series has fewer than 2 values or a non-finite one, or a threshold is not finite
 * @throws {TypeError} if something is said to be impossible and was measured all the same, or a name is unknown
 * @see Schaeffer et al. (2025), arXiv:2503.03150 — every chapter
 * @example collapseProfile({ variance: [1, 0.6, 0.3] }).collapsingVariance.verdict // => "yes"
 * @example collapseProfile({ variance: [1, 0.6, 0.3] }).lostTail.verdict // => "not measured"
 * @example collapseProfile({ cannotHappen: { entangledModes: "one mode" } }).entangledModes.verdict // => "cannot happen"
 */
export function collapseProfile(
  trace: CollapseTrace,
  thresholds: Partial<CollapseThresholds> = {},
): ShownCollapseProfile {
  requireKnownOptions(action, trace, traceNames, "trace");
  requireKnownOptions(action, thresholds, thresholdNames, "thresholds");
  const limits = { ...defaults, ...thresholds };
  for (const [name, limit] of Object.entries(limits)) requireFiniteNumber(action, name, limit);
  if (trace.uselessRisk !== undefined) requireFiniteNumber(action, "uselessRisk", trace.uselessRisk);
  const profile = collapseVerdicts(trace, limits);
  const complete = withImpossible(profile, trace.cannotHappen ?? {});
  for (const verdict of Object.values(complete)) Object.freeze(verdict);
  const shown = Object.defineProperty({ ...complete }, display, {
    value: () => show(complete),
    enumerable: false,
  });
  return Object.freeze(shown) as unknown as ShownCollapseProfile;
}

/** The profile with what cannot happen said to be so. */
function withImpossible(
  profile: CollapseProfile,
  reasons: NonNullable<CollapseTrace["cannotHappen"]>,
): CollapseProfile {
  requireKnownOptions(action, reasons, titles, "cannotHappen");
  const impossible = Object.entries(reasons).map(([name, note]) => {
    if (profile[name as keyof CollapseProfile].verdict !== "not measured") {
      throw new TypeError(`Cannot ${action}: cannotHappen must name nothing that was measured, got ${name}`);
    }
    return [name, { verdict: "cannot happen", note }];
  });
  return { ...profile, ...Object.fromEntries(impossible) };
}

const titles: Readonly<Record<keyof CollapseProfile, string>> = {
  catastrophicRisk: "Catastrophic rise of risk",
  risingRisk: "Any rise of risk",
  divergingRisk: "Risk that diverges",
  changedScaling: "Changed scaling law",
  collapsingVariance: "Collapsing variance",
  entangledModes: "Modes run together",
  lostTail: "Real tail lost",
  hallucination: "Hallucinated data",
};

function show(profile: CollapseProfile): MimeBundle {
  const rows = (Object.keys(titles) as (keyof CollapseProfile)[]).map((key) => ({
    title: titles[key],
    ...profile[key],
  }));
  const text = rows.map(({ title, verdict, note }) => `${title.padEnd(27)}${verdict.padEnd(15)}${note}`);
  // Said of each cell, since JupyterLab sets all of them to the right.
  const left = ' style="text-align:left"';
  const html = rows.map(
    ({ title, verdict, note }) =>
      `<tr class="verdict-${verdict.replace(" ", "-")}"><th scope="row"${left}>${escapeHtml(title)}</th>` +
      `${verdict === "not measured" ? `<td colspan="2"${left}>` : `<td${left}>${verdict}</td><td${left}>`}` +
      `${escapeHtml(note)}</td></tr>`,
  );
  const head = ["Definition", "Met", "Evidence"].map((text) => `<th scope="col"${left}>${text}</th>`);
  return {
    "text/plain": ["Collapse profile", ...text].join("\n"),
    "text/html":
      '<table class="collapse-profile"><caption>Collapse profile</caption>' +
      `<thead><tr>${head.join("")}</tr></thead><tbody>${html.join("")}</tbody></table>`,
  };
}

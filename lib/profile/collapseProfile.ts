import { display, type MimeBundle } from "../internal/display.ts";
import { escapeHtml } from "../internal/escapeHtml.ts";
import { shortNumber } from "../internal/shortNumber.ts";

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
  /** Rise over the second half of the trace, as a share of that over the first half, that counts as diverging. Default 0.5. */
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
 * @throws {RangeError} if a measured series has fewer than 2 values or a non-finite one
 * @throws {TypeError} if something is said to be impossible and was measured all the same
 * @see Schaeffer et al. (2025), arXiv:2503.03150 — every chapter
 * @example collapseProfile({ variance: [1, 0.6, 0.3] }).collapsingVariance.verdict // => "yes"
 * @example collapseProfile({ variance: [1, 0.6, 0.3] }).lostTail.verdict // => "not measured"
 * @example collapseProfile({ cannotHappen: { entangledModes: "one mode" } }).entangledModes.verdict // => "cannot happen"
 */
export function collapseProfile(
  trace: CollapseTrace,
  thresholds: Partial<CollapseThresholds> = {},
): ShownCollapseProfile {
  const limits = { ...defaults, ...thresholds };
  const profile: CollapseProfile = {
    catastrophicRisk: catastrophicRisk(trace),
    risingRisk: risingRisk(trace, limits),
    divergingRisk: divergingRisk(trace, limits),
    changedScaling: change(trace, "scalingExponent", "the scaling exponent", limits.exponentChange),
    collapsingVariance: collapsingVariance(trace, limits),
    entangledModes: entangledModes(trace),
    lostTail: lostTail(trace, limits),
    hallucination: hallucination(trace, limits),
  };
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
  const impossible = Object.entries(reasons).map(([name, note]) => {
    if (profile[name as keyof CollapseProfile].verdict !== "not measured") {
      throw new TypeError(
        `Cannot profile collapse: cannotHappen must name nothing that was measured, got ${name}`,
      );
    }
    return [name, { verdict: "cannot happen", note }];
  });
  return { ...profile, ...Object.fromEntries(impossible) };
}

type Series = Exclude<keyof CollapseTrace, "uselessRisk" | "cannotHappen">;

/** First value, last value and the whole of a series; null if it was not measured. */
function ends(
  trace: CollapseTrace,
  name: Series,
): { first: number; last: number; all: ArrayLike<number> } | null {
  const all = trace[name];
  if (all === undefined) return null;
  if (all.length < 2) {
    throw new RangeError(
      `Cannot profile collapse: ${name} must hold at least 2 generations, got ${all.length}`,
    );
  }
  for (let t = 0; t < all.length; t += 1) {
    if (!Number.isFinite(all[t])) {
      throw new RangeError(`Cannot profile collapse: ${name}[${t}] must be finite, got ${String(all[t])}`);
    }
  }
  return { first: all[0]!, last: all[all.length - 1]!, all };
}

const notMeasured = (what: string, verb: "was" | "were" = "was"): CollapseVerdict => ({
  verdict: "not measured",
  note: `${what} ${verb} not measured`,
});

/** A share in percent, to three digits. */
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

const verdictOf = (yes: boolean, value: number, note: string): CollapseVerdict => ({
  verdict: yes ? "yes" : "no",
  value,
  note,
});

function catastrophicRisk(trace: CollapseTrace): CollapseVerdict {
  const risk = ends(trace, "risk");
  if (!risk) return notMeasured("the risk");
  const { uselessRisk } = trace;
  if (uselessRisk === undefined) return notMeasured("the risk of a model that learned nothing");
  const note = `risk ${shortNumber(risk.last)} at the end; a model that learned nothing has ${shortNumber(uselessRisk)}`;
  return verdictOf(risk.last >= uselessRisk, risk.last, note);
}

function risingRisk(trace: CollapseTrace, { riskRise }: CollapseThresholds): CollapseVerdict {
  const risk = ends(trace, "risk");
  if (!risk) return notMeasured("the risk");
  const rise = risk.last - risk.first;
  const scale = Math.abs(trace.uselessRisk ?? risk.first);
  return verdictOf(
    rise > riskRise * scale,
    rise,
    `risk went from ${shortNumber(risk.first)} to ${shortNumber(risk.last)}`,
  );
}

function divergingRisk(trace: CollapseTrace, limits: CollapseThresholds): CollapseVerdict {
  const risk = ends(trace, "risk");
  if (!risk) return notMeasured("the risk");
  if (risk.all.length < 3)
    return { verdict: "not measured", note: "the trace is too short to have two halves" };
  const middle = risk.all[Math.floor((risk.all.length - 1) / 2)]!;
  const [early, late] = [middle - risk.first, risk.last - middle];
  const rises = risingRisk(trace, limits).verdict === "yes";
  const yes = rises && late > 0 && late >= limits.stillRising * early;
  return verdictOf(
    yes,
    late,
    `risk rose by ${shortNumber(early)} in the first half and by ${shortNumber(late)} in the second`,
  );
}

function change(trace: CollapseTrace, name: Series, label: string, limit: number): CollapseVerdict {
  const series = ends(trace, name);
  if (!series) return notMeasured(label);
  const by = series.last - series.first;
  return verdictOf(
    Math.abs(by) > limit,
    by,
    `${label} went from ${shortNumber(series.first)} to ${shortNumber(series.last)}`,
  );
}

function collapsingVariance(trace: CollapseTrace, { varianceLeft }: CollapseThresholds): CollapseVerdict {
  const variance = ends(trace, "variance");
  if (!variance) return notMeasured("the variance");
  const left = variance.last / variance.first;
  if (!Number.isFinite(left))
    throw new RangeError(`Cannot profile collapse: variance[0] must not be 0, got ${variance.first}`);
  const note =
    left > 1
      ? `variance rose to ${shortNumber(left)} times its first value: a blur`
      : `${percent(left)} of the first variance is left`;
  return verdictOf(left < varianceLeft, left, note);
}

function entangledModes(trace: CollapseTrace): CollapseVerdict {
  const modes = ends(trace, "modes");
  if (!modes) return notMeasured("modes", "were");
  return verdictOf(
    modes.last < modes.first,
    modes.last,
    `${shortNumber(modes.last)} of ${shortNumber(modes.first)} modes are still apart`,
  );
}

function lostTail(trace: CollapseTrace, { tailLost }: CollapseThresholds): CollapseVerdict {
  const name = trace.tailMass === undefined ? "typesAlive" : "tailMass";
  const tail = ends(trace, name);
  if (!tail) return notMeasured("the tail");
  const lost = tail.first === 0 ? 0 : 1 - tail.last / tail.first;
  const what = name === "tailMass" ? "the tail's probability is" : "the types are";
  return verdictOf(lost > tailLost, lost, `${percent(lost)} of ${what} gone`);
}

function hallucination(trace: CollapseTrace, { hallucinated }: CollapseThresholds): CollapseVerdict {
  const mass = ends(trace, "hallucinatedMass");
  if (!mass) return notMeasured("hallucinated data", "were");
  const note = `${percent(mass.last)} of the model's output lies where real data never does`;
  return verdictOf(mass.last - mass.first > hallucinated, mass.last, note);
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
  const html = rows.map(
    ({ title, verdict, note }) =>
      `<tr class="verdict-${verdict.replace(" ", "-")}"><th scope="row">${escapeHtml(title)}</th>` +
      `${verdict === "not measured" ? '<td colspan="2">' : `<td>${verdict}</td><td>`}${escapeHtml(note)}</td></tr>`,
  );
  return {
    "text/plain": ["Collapse profile", ...text].join("\n"),
    "text/html":
      '<table class="collapse-profile"><caption>Collapse profile</caption><thead><tr><th scope="col">Definition</th>' +
      `<th scope="col">Met</th><th scope="col">Evidence</th></tr></thead><tbody>${html.join("")}</tbody></table>`,
  };
}

import { shortNumber } from "../../show/shortNumber.ts";
import type {
  CollapseProfile,
  CollapseThresholds,
  CollapseTrace,
  CollapseVerdict,
} from "../collapseProfile.ts";

const action = "profile collapse";

/** The eight verdicts on what was measured. */
export function collapseVerdicts(trace: CollapseTrace, limits: CollapseThresholds): CollapseProfile {
  return {
    catastrophicRisk: catastrophicRisk(trace),
    risingRisk: risingRisk(trace, limits),
    divergingRisk: divergingRisk(trace, limits),
    changedScaling: change(trace, "scalingExponent", "the scaling exponent", limits.exponentChange),
    collapsingVariance: collapsingVariance(trace, limits),
    entangledModes: entangledModes(trace),
    lostTail: lostTail(trace, limits),
    hallucination: hallucination(trace, limits),
  };
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
    throw new RangeError(`Cannot ${action}: ${name} must hold at least 2 generations, got ${all.length}`);
  }
  for (let t = 0; t < all.length; t += 1) {
    if (!Number.isFinite(all[t])) {
      throw new RangeError(`Cannot ${action}: ${name}[${t}] must be finite, got ${String(all[t])}`);
    }
  }
  return { first: all[0]!, last: all[all.length - 1]!, all };
}

const notMeasured = (what: string, verb: "was" | "were" = "was"): CollapseVerdict => ({
  verdict: "not measured",
  note: `${what} ${verb} not measured`,
});

/** A share in percent, to three digits. */
const percent = (share: number): string => `${shortNumber(Number((100 * share).toPrecision(3)))} %`;

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
  const steps = risk.all.length - 1;
  const firstHalf = Math.floor(steps / 2); // an odd number of steps leaves one more for the second half
  const secondHalf = steps - firstHalf;
  const middle = risk.all[firstHalf]!;
  const [early, late] = [middle - risk.first, risk.last - middle];
  const rises = risingRisk(trace, limits).verdict === "yes";
  const yes = rises && late > 0 && late * firstHalf >= limits.stillRising * early * secondHalf;
  const [inFirst, inSecond] =
    firstHalf === secondHalf ? ["", ""] : [` (steps: ${firstHalf})`, ` (steps: ${secondHalf})`];
  const verb = (change: number): string => (change < 0 ? "fell" : "rose");
  const by = (change: number): string => `by ${shortNumber(Math.abs(change))}`;
  const second = verb(late) === verb(early) ? by(late) : `${verb(late)} ${by(late)}`;
  return verdictOf(
    yes,
    late,
    `risk ${verb(early)} ${by(early)} in the first half${inFirst} and ${second} in the second${inSecond}`,
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
    throw new RangeError(`Cannot ${action}: variance[0] must not be 0, got ${variance.first}`);
  const note =
    left > 1
      ? `variance rose to ${shortNumber(left)} times its first value: a blur`
      : `${percent(left)} of the first variance is left`;
  return verdictOf(left < varianceLeft, left, note);
}

function entangledModes(trace: CollapseTrace): CollapseVerdict {
  const modes = ends(trace, "modes");
  if (!modes) return notMeasured("modes", "were");
  const [first, last] = [modes.first, modes.last].map(shortNumber);
  const note =
    modes.last > modes.first
      ? `${last} modes are apart, more than the ${first} at first`
      : `${last} of ${first} modes are still apart`;
  return verdictOf(modes.last < modes.first, modes.last, note);
}

function lostTail(trace: CollapseTrace, { tailLost }: CollapseThresholds): CollapseVerdict {
  const name = trace.tailMass === undefined ? "typesAlive" : "tailMass";
  const tail = ends(trace, name);
  if (!tail) return notMeasured("the tail");
  const lost = tail.first === 0 ? 0 : 1 - tail.last / tail.first;
  return verdictOf(lost > tailLost, lost, tailNote(name, tail, lost));
}

/** What became of the tail: some of it is gone, or there is more of it than at first. */
function tailNote(
  name: "tailMass" | "typesAlive",
  tail: { first: number; last: number },
  lost: number,
): string {
  const isMass = name === "tailMass";
  if (tail.last <= tail.first)
    return `${percent(lost)} of ${isMass ? "the tail's probability is" : "the types are"} gone`;
  const grew = `${isMass ? "the tail's probability" : "the number of types"} has grown`;
  return tail.first === 0 ? `${grew} from 0 to ${shortNumber(tail.last)}` : `${grew} by ${percent(-lost)}`;
}

function hallucination(trace: CollapseTrace, { hallucinated }: CollapseThresholds): CollapseVerdict {
  const mass = ends(trace, "hallucinatedMass");
  if (!mass) return notMeasured("hallucinated data", "were");
  const note = `${percent(mass.last)} of the model's output lies where real data never does`;
  return verdictOf(mass.last - mass.first > hallucinated, mass.last, note);
}

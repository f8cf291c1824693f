import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { categorical } from "../random/categorical.ts";
import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";
import type { Family, Fitted } from "./model.ts";
import { bayesShares } from "./parts/bayesShares.ts";
import { type Design, designOf } from "./parts/design.ts";
import { type LabelChoice, requireLabelChoice } from "./parts/requireLabelChoice.ts";
import { requireRow } from "./parts/requireRow.ts";

/** A model of one class: whatever writes rows and knows their density. */
export type ClassModel<Parameters> = Fitted<ArrayLike<number>, Parameters, Float64Array[]>;

/** What a generative classifier finds. */
export interface GenerativeClassifierParameters<Parameters> {
  /** Share of each class in the data, shape (classes), sum 1; 0 for a class that is gone. */
  readonly priors: Float64Array;
  /** What each class's own model found, shape (classes); null for a class that is gone. */
  readonly perClass: readonly (Parameters | null)[];
}

/** A classifier that has learned. */
export interface FittedGenerativeClassifier<Parameters>
  extends Fitted<ArrayLike<number>, GenerativeClassifierParameters<Parameters>, Float64Array[]> {
  sampleInto(batch: Float64Array[], rng: Rng): Float64Array[];
  /** Of a row [x…, label]: log of what it would write; with a fixed design, of the label given x. */
  logProb(row: ArrayLike<number>): number;
  /** P(class | x): rows of shape (n, classes), each with sum 1. */
  posterior(points: Points): Float64Array[];
  /** A label for each x: the likeliest class, or one drawn from the posterior, for which a stream is needed. */
  label(points: Points, labels: "argmax"): Uint32Array;
  label(points: Points, labels: LabelChoice, rng: Rng): Uint32Array;
}

/** A classifier as one may write it down. */
export interface KnownClassifier<Parameters> {
  /** Shape (classes), sum 1. */
  readonly priors: ArrayLike<number>;
  /** Shape (classes); null for a class that is gone. */
  readonly models: readonly (ClassModel<Parameters> | null)[];
  /** How many numbers x has. */
  readonly d: number;
}

/** The family of generative classifiers over rows [x…, label]. */
export interface GenerativeClassifierFamily<Parameters>
  extends Family<ArrayLike<number>, GenerativeClassifierParameters<Parameters>, Float64Array[]> {
  fit(data: Points, rng?: Rng): FittedGenerativeClassifier<Parameters>;
  /** A classifier known without data. */
  known(parameters: KnownClassifier<Parameters>): FittedGenerativeClassifier<Parameters>;
}

/** How a generative classifier is fitted, and how it writes. */
export interface GenerativeClassifierOptions<Parameters> {
  /** How many classes there are; labels are integers 0 … classes − 1. */
  readonly classes: number;
  /** The model of each class, such as `gaussianMixture(…)`; a class of one row needs a family that fits one row. */
  readonly family: Family<ArrayLike<number>, Parameters, Float64Array[]>;
  /** "generated" for x of the model's own; or rows that it labels anew each time; or `(count, rng) => rows`. */
  readonly design: "generated" | Design;
  /** "sampled" draws each label from the posterior; "argmax" always writes the likeliest class. */
  readonly labels: LabelChoice;
}

/**
 * Generative classifier on rows [x…, label]: a model and a prior for each class, and Bayes' rule.
 *
 *   P(class | x) ∝ prior_class · p(x | class)
 *
 * Labels drawn from the posterior keep each group's share on average; argmax labels take from the smaller group
 * wherever groups overlap, in every generation, until it is gone. A class without rows is gone for good.
 *
 * @param options classes, family, design, labels; see {@link GenerativeClassifierOptions}
 * @returns the family; `fit` takes rows [x…, label], shape (n, d + 1); `known` takes priors and models
 * @throws {RangeError} if classes is not an integer ≥ 1; `fit` also for a label that is none, and as `family` refuses
 * @throws {TypeError} if labels is not said, or the family has no density
 * @see Wyllie et al. (2024), "Fairness Feedback Loops", arXiv:2403.07857 — chapter 15
 * @example
 * const family = multivariateGaussian({ ddof: 0 });
 * const classifier = generativeClassifier({ classes: 2, family, design: "generated", labels: "argmax" });
 * classifier.fit([[0, 0], [2, 0], [8, 1], [9, 1]]).label([[1], [7]], "argmax") // => Uint32Array [0, 1]
 */
export function generativeClassifier<Parameters>(
  options: GenerativeClassifierOptions<Parameters>,
): GenerativeClassifierFamily<Parameters> {
  const { classes, family, design, labels } = options;
  const make = "make a generative classifier family";
  requireInteger(make, "classes", classes, 1);
  requireLabelChoice(make, labels);
  const fills = design === "generated" ? undefined : designOf("sample a generative classifier", design);

  return Object.freeze({
    name: "generative classifier",
    fitDraws: family.fitDraws ?? false,

    fit(data: Points, rng?: Rng) {
      const action = "fit generative classifier";
      const { values, n, d: width } = flatPoints(action, "data", data);
      const d = width - 1;
      if (d < 1) throw new RangeError(`Cannot ${action}: data must hold rows [x…, label], got a row of 1`);
      const groups: Float64Array[][] = Array.from({ length: classes }, () => []);
      for (let i = 0; i < n; i += 1) {
        const label = values[i * width + d]!;
        if (!groups[label]) {
          throw new RangeError(
            `Cannot ${action}: data[${i}][${d}] must be a label from 0 to ${classes - 1}, got ${label}`,
          );
        }
        groups[label].push(values.subarray(i * width, i * width + d));
      }
      const priors = Float64Array.from(groups, (group) => group.length / n);
      const models = groups.map((group, c) =>
        group.length === 0 ? null : rng ? family.fit(group, rng.split(c)) : family.fit(group),
      );
      return fitted(action, priors, models, d, fills?.(d), labels);
    },

    known({ priors, models, d }: KnownClassifier<Parameters>) {
      const action = "know a generative classifier";
      requireProbabilities(action, priors, "priors");
      requireInteger(action, "d", d, 1);
      if (priors.length !== classes || models.length !== classes) {
        throw new RangeError(
          `Cannot ${action}: priors and models must hold ${classes} classes, got ${priors.length} and ${models.length}`,
        );
      }
      const gone = models.findIndex((model, c) => !model && priors[c]! > 0);
      if (gone >= 0) {
        throw new RangeError(
          `Cannot ${action}: priors[${gone}] must be 0 for a class without a model, got ${priors[gone]}`,
        );
      }
      return fitted(action, Float64Array.from(priors), [...models], d, fills?.(d), labels);
    },
  });
}

function fitted<Parameters>(
  action: string,
  priors: Float64Array,
  models: readonly (ClassModel<Parameters> | null)[],
  d: number,
  fillDesign: ReturnType<ReturnType<typeof designOf>> | undefined,
  labels: LabelChoice,
): FittedGenerativeClassifier<Parameters> {
  if (models.some((model) => model && !model.logProb)) {
    throw new TypeError(`Cannot ${action}: family must give log densities (logProb), got models without`);
  }
  const drawClass = categorical(priors);

  /** Writes P(class | x) into `shares`, and gives log p(x). */
  const posteriorInto = (shares: Float64Array, x: ArrayLike<number>): number => {
    for (const [c, model] of models.entries())
      shares[c] = model ? Math.log(priors[c]!) + model.logProb!(x) : -Infinity;
    return bayesShares(shares, priors);
  };

  const likeliest = (shares: Float64Array): number => shares.indexOf(Math.max(...shares));
  const drawn = (shares: Float64Array, rng: Rng): number => {
    let rest = rng.next();
    for (let c = 0; c < shares.length; c += 1) {
      rest -= shares[c]!;
      if (rest < 0) return c;
    }
    return likeliest(shares); // rounding left a little over
  };
  const shares = new Float64Array(priors.length);
  const labelOf = (x: ArrayLike<number>, choice: LabelChoice, rng: Rng | undefined): number => {
    posteriorInto(shares, x);
    return choice === "argmax" ? likeliest(shares) : drawn(shares, rng!);
  };

  /** Rows of the model's own: a class for each, then x from the class's model. */
  const generate = (batch: readonly Float64Array[], rng: Rng): void => {
    const placesOf: number[][] = models.map(() => []);
    for (let i = 0; i < batch.length; i += 1) placesOf[drawClass(rng)]!.push(i);
    for (const [c, model] of models.entries()) {
      const places = placesOf[c]!;
      const points = places.length > 0 ? model!.sample(places.length, rng) : [];
      for (const [at, i] of places.entries()) {
        batch[i]!.set(points[at]!);
        batch[i]![d] = labels === "argmax" ? labelOf(points[at]!, labels, rng) : c;
      }
    }
  };

  return {
    parameters: Object.freeze({
      priors,
      perClass: Object.freeze(models.map((model) => model?.parameters ?? null)),
    }),

    sample(count, rng) {
      requireInteger("sample a generative classifier", "count", count);
      return this.sampleInto(rowsOf(new Float64Array(count * (d + 1)), d + 1), rng);
    },

    sampleInto(batch, rng) {
      if (!fillDesign) generate(batch, rng);
      else {
        fillDesign(batch, rng);
        for (const row of batch) row[d] = labelOf(row.subarray(0, d), labels, rng);
      }
      return batch;
    },

    logProb(row) {
      const action = "compute a log probability";
      requireRow(action, "row", row, d + 1);
      const label = row[d]!;
      if (!(label in priors)) {
        throw new RangeError(
          `Cannot ${action}: row[${d}] must be a label from 0 to ${priors.length - 1}, got ${label}`,
        );
      }
      const log = posteriorInto(shares, Array.from(row).slice(0, d));
      const chosen = labels === "argmax" ? Number(likeliest(shares) === label) : shares[label]!;
      return Math.log(chosen) + (fillDesign || chosen === 0 ? 0 : log);
    },

    posterior(points) {
      const action = "compute a posterior";
      const { values, n } = flatPoints(action, "points", points);
      requireRow(action, "points[0]", points[0]!, d);
      const rows = rowsOf(new Float64Array(n * priors.length), priors.length);
      for (const [i, row] of rows.entries()) posteriorInto(row, values.subarray(i * d, (i + 1) * d));
      return rows;
    },

    label(points: Points, choice: LabelChoice, rng?: Rng) {
      const action = "label";
      requireLabelChoice(action, choice);
      if (choice === "sampled" && !rng)
        throw new TypeError("Cannot label: rng must be given for sampled labels, got undefined");
      const { values, n } = flatPoints(action, "points", points);
      requireRow(action, "points[0]", points[0]!, d);
      return Uint32Array.from({ length: n }, (_, i) =>
        labelOf(values.subarray(i * d, (i + 1) * d), choice, rng),
      );
    },
  };
}

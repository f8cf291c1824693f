import { metrics } from "../../../lib/index.ts";
import { labelled, samples } from "./metricKinds.ts";
import { type MetricTests, ofOne, on } from "./metricPromise.ts";

const { alarmThreshold, brier, demographicParityGap, equalOpportunityGap, expectedCalibrationError } =
  metrics;
const { falseAlarmRate, firstAlarm, minimumGroupShare } = metrics;

const ofTable = { ...ofOne, orderFree: true, scalePower: null } as const;
const bins = { bins: 5 };
const xAndY = { among: ["x", "y"] };
const two = { threshold: 2, side: "above" } as const;
const half = { rate: 0.5, side: "above" } as const;
const noCounts = "its numbers are no counts: any finite number is fine";
const oneList = "there is one list only";
const noNumbers = "groups are names";

type Name =
  | "alarmThreshold"
  | "brier"
  | "demographicParityGap"
  | "equalOpportunityGap"
  | "expectedCalibrationError"
  | "falseAlarmRate"
  | "firstAlarm"
  | "minimumGroupShare";

/** Promises of metrics of predictions, groups and detectors. */
export const labelMetrics: Record<Name, MetricTests> = {
  alarmThreshold: on(samples, {
    of: (a, b) => alarmThreshold([a, b], half),
    symmetric: true,
    onItself: null,
    orderFree: true,
    scalePower: 1,
    bad: {
      empty: { refuses: () => alarmThreshold([], half) },
      nan: { refuses: () => alarmThreshold([[1, Number.NaN]], half) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { refuses: () => alarmThreshold([[1, 2], [1]], half) },
      zeroVariance: { gives: () => alarmThreshold([[1, 1]], half) },
    },
  }),
  brier: on(labelled, {
    of: ({ probabilities, truth }) => brier(probabilities, truth),
    ...ofTable,
    bad: {
      empty: { refuses: () => brier([], []) },
      nan: { refuses: () => brier([Number.NaN], [1]) },
      negativeCount: { refuses: () => brier([0.5], [-1]) },
      mismatchedLength: { refuses: () => brier([0.5], [1, 0]) },
      zeroVariance: { gives: () => brier([0.5, 0.5], [1, 1]) },
    },
  }),
  demographicParityGap: on(labelled, {
    of: ({ predictions, groups }) => demographicParityGap(predictions, groups),
    ...ofTable,
    bad: {
      empty: { refuses: () => demographicParityGap([], []) },
      nan: { refuses: () => demographicParityGap([Number.NaN], ["x"]) },
      negativeCount: { refuses: () => demographicParityGap([-1], ["x"]) },
      mismatchedLength: { refuses: () => demographicParityGap([1, 0], ["x"]) },
      zeroVariance: { gives: () => demographicParityGap([1, 1], ["x", "x"]) },
    },
  }),
  equalOpportunityGap: on(labelled, {
    of: ({ predictions, truth, groups }) => equalOpportunityGap(predictions, truth, groups),
    ...ofTable,
    bad: {
      empty: { refuses: () => equalOpportunityGap([], [], []) },
      nan: { refuses: () => equalOpportunityGap([1], [Number.NaN], ["x"]) },
      negativeCount: { refuses: () => equalOpportunityGap([1], [-1], ["x"]) },
      mismatchedLength: { refuses: () => equalOpportunityGap([1], [1, 0], ["x"]) },
      zeroVariance: { gives: () => equalOpportunityGap([1, 1], [1, 1], ["x", "x"]) },
    },
  }),
  expectedCalibrationError: on(labelled, {
    of: ({ probabilities, truth }) => expectedCalibrationError(probabilities, truth, bins),
    ...ofTable,
    bad: {
      empty: { refuses: () => expectedCalibrationError([], [], bins) },
      nan: { refuses: () => expectedCalibrationError([Number.NaN], [1], bins) },
      negativeCount: { refuses: () => expectedCalibrationError([0.5], [1], { bins: -1 }) },
      mismatchedLength: { refuses: () => expectedCalibrationError([0.5], [], bins) },
      zeroVariance: { gives: () => expectedCalibrationError([0.5, 0.5], [1, 1], bins) },
    },
  }),
  falseAlarmRate: on(samples, {
    of: (a, b) => falseAlarmRate([a, b], { threshold: 8, side: "above" }),
    symmetric: true,
    onItself: null,
    orderFree: true,
    scalePower: null,
    bad: {
      empty: { refuses: () => falseAlarmRate([], two) },
      nan: { refuses: () => falseAlarmRate([[1, Number.NaN]], two) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { refuses: () => falseAlarmRate([[1, 2], [1]], two) },
      zeroVariance: { gives: () => falseAlarmRate([[1, 1]], two) },
    },
  }),
  firstAlarm: on(samples, {
    of: (a) => firstAlarm(a, two)!,
    ...ofOne,
    orderFree: false,
    scalePower: null,
    bad: {
      empty: { refuses: () => firstAlarm([], two) },
      nan: { refuses: () => firstAlarm([1, Number.NaN], two) },
      negativeCount: { cannot: noCounts },
      mismatchedLength: { cannot: oneList },
      zeroVariance: { gives: () => firstAlarm([3, 3], two)! },
    },
  }),
  minimumGroupShare: on(labelled, {
    of: ({ groups }) => minimumGroupShare(groups, xAndY),
    ...ofTable,
    bad: {
      empty: { refuses: () => minimumGroupShare([], xAndY) },
      nan: { refuses: () => minimumGroupShare([Number.NaN], xAndY) },
      negativeCount: { cannot: noNumbers },
      mismatchedLength: { cannot: oneList },
      zeroVariance: { gives: () => minimumGroupShare(["x", "x"], xAndY) },
    },
  }),
};

import type { LawCalls } from "./lawCalls.ts";

const line = { rows: 111, features: 10, noiseVariance: 1 };
const tight = { rows: 3, features: 1, noiseVariance: 0 };
const signal = { signal: 1, fitError: 0.25 };

/** Laws of regression loops. */
export const regressionLaws: LawCalls = {
  adaptiveRidgeError: [
    [3, signal],
    [0, signal],
    [1e6, { signal: 0, fitError: 1 }],
    [1e6, { signal: 1, fitError: 0 }],
  ],
  adaptiveShrinkage: [
    [3, signal],
    [0, { signal: 0, fitError: 0 }],
    [1e6, signal],
  ],
  constantRidgeError: [
    [3, { ...signal, shrinkage: 0.5 }],
    [1e6, { ...signal, shrinkage: 1 }],
    [1e6, { ...signal, shrinkage: 0 }],
    [0, { ...signal, shrinkage: 0.5 }],
    [1e6, { ...signal, shrinkage: 1 - 1e-12 }],
  ],
  regressionErrorUnderAccumulate: [
    [10, line],
    [0, tight],
    [Infinity, line],
    [1e6, line],
  ],
  regressionErrorUnderGrowth: [
    [10, line],
    [0, tight],
    [1, line],
    [1e6, { ...tight, noiseVariance: 1 }],
  ],
  regressionErrorUnderReplace: [
    [10, line],
    [0, tight],
    [1e6, line],
  ],
  shrunkRegressionError: [
    [3, { ...signal, shrinkage: 0.5 }],
    [0, { ...signal, shrinkage: 1 }],
    [1e6, { ...signal, shrinkage: 0 }],
  ],
  strongCollapseError: [
    [{ ...line, syntheticRows: 20, shift: 2 }],
    [{ ...tight, syntheticRows: 0, shift: 2 }],
    [{ ...tight, syntheticRows: 3, shift: 2 }],
    [{ ...line, rows: 1e12, syntheticRows: 1e10, shift: 2 }],
  ],
  strongCollapseFloor: [
    [0.1, { shift: 2 }],
    [0, { shift: 0 }],
    [1, { shift: 2 }],
  ],
};

import type { LawCalls } from "./lawCalls.ts";

const cut = { exponent: 1.5, cut: 100 };

/** Laws of tails and of memorising learners. */
export const tailLaws: LawCalls = {
  effectiveTokens: [
    [1000, { cleanShare: 0.1 }],
    [0, { cleanShare: 0 }],
  ],
  escapeTokens: [[{ ...cut, cleanShare: 0.1 }], [{ exponent: 1.001, cut: 1, cleanShare: 1 }]],
  hutterError: [
    [[0.5, 0.3, 0.2], [0.4, 0.4, 0.2], { tokens: 10 }],
    [[0.5, 0.5], [1, 0], { tokens: 0 }],
    [[1], [1], { tokens: 1e15 }],
  ],
  leadingOrderHutterError: [
    [1000, { exponent: 1.5 }],
    [1, { exponent: 1.0001 }],
    [1e15, { exponent: 30 }],
  ],
  leadingOrderHutterFloor: [[cut], [{ exponent: 1.0001, cut: 1 }], [{ exponent: 30, cut: 1e6 }]],
  missProbability: [
    [0.0005, { size: 1000 }],
    [0, { size: 0 }],
    [1, { size: 0 }],
    [1, { size: 1e6 }],
    [1e-300, { size: 1e12 }],
  ],
  zipfHutterError: [
    [1000, { ...cut, types: 5000, cleanShare: 0.01 }],
    [0, { exponent: 1.5 }],
    [0, { exponent: 1.5, cut: 1, cleanShare: 0 }],
    [1, { exponent: 1.5, types: 1 }],
    [1e15, { exponent: 1.0001 }],
    [1e15, { exponent: 30, cut: 3 }],
    [1e15, { exponent: 1.1, types: 4e6, cut: 1e6, cleanShare: 1e-12 }],
    [100, { exponent: 1.5, cut: 100, cleanShare: 1 }],
  ],
  zipfTailMass: [
    [cut],
    [{ exponent: 1.5, cut: 0 }],
    [{ exponent: 1.0001, cut: 1e12 }],
    [{ exponent: 30, cut: 2 }],
  ],
};

// The part of danfojs-node that reads no files: it loads in a page. Plotting, which it would ask plotly for, stays out.
import * as frame from "danfojs-node/dist/danfojs-base/core/frame.js";

type Frame = typeof import("danfojs-node").DataFrame;
// A CommonJS module: bundlers differ in how often they unwrap its default.
const { default: found } = frame as unknown as { default: Frame | { default: Frame } };
export const DataFrame: Frame = "default" in found ? found.default : found;

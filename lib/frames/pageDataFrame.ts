// The part of danfojs-node that reads no files: it loads in a page. Its modules import one another in a circle, which
// loads from its index only: entered at the frame, half of them would meet an empty module.
import * as danfojs from "danfojs-node/dist/danfojs-base/index.js";

type Frame = typeof import("danfojs-node").DataFrame;
export const DataFrame: Frame = (danfojs as unknown as { DataFrame: Frame }).DataFrame;

import { installed } from "../require/installed.ts";

type Frame = typeof import("danfojs-node").DataFrame;
const remedy = "how to install it, with what it computes with, stands in the README of generation-loss";
const danfojs = installed<{ DataFrame: Frame }>("danfojs-node", "generation-loss/frames", remedy);
export const DataFrame: Frame = danfojs.DataFrame;

// TensorFlow.js in Node, where it is asked for by name so that a missing package is named in words. A page imports it as is.
import type * as tfjs from "@tensorflow/tfjs-core";
import { installed } from "../require/installed.ts";

const door = "generation-loss/tensor";
const parts = ["core", "layers", "backend-cpu", "backend-wasm"];
const remedy = `npm install ${parts.map((part) => `@tensorflow/tfjs-${part}`).join(" ")}`;
const core = installed<typeof tfjs>("@tensorflow/tfjs-core", door, remedy);
// Gradients: tfjs-core's build for Node leaves them out, and they come with the layers'.
installed("@tensorflow/tfjs-layers", door, remedy);

export const add: typeof tfjs.add = core.add;
export const backend: typeof tfjs.backend = core.backend;
export const concat: typeof tfjs.concat = core.concat;
export const engine: typeof tfjs.engine = core.engine;
export const env: typeof tfjs.env = core.env;
export const exp: typeof tfjs.exp = core.exp;
export const fused: typeof tfjs.fused = core.fused;
export const gather: typeof tfjs.gather = core.gather;
export const getBackend: typeof tfjs.getBackend = core.getBackend;
export const getKernel: typeof tfjs.getKernel = core.getKernel;
export const logSumExp: typeof tfjs.logSumExp = core.logSumExp;
export const matMul: typeof tfjs.matMul = core.matMul;
export const mul: typeof tfjs.mul = core.mul;
export const oneHot: typeof tfjs.oneHot = core.oneHot;
export const ones: typeof tfjs.ones = core.ones;
export const registerKernel: typeof tfjs.registerKernel = core.registerKernel;
export const relu: typeof tfjs.relu = core.relu;
export const reshape: typeof tfjs.reshape = core.reshape;
export const setBackend: typeof tfjs.setBackend = core.setBackend;
export const sigmoid: typeof tfjs.sigmoid = core.sigmoid;
export const sign: typeof tfjs.sign = core.sign;
export const softmax: typeof tfjs.softmax = core.softmax;
export const softplus: typeof tfjs.softplus = core.softplus;
export const split: typeof tfjs.split = core.split;
export const sqrt: typeof tfjs.sqrt = core.sqrt;
export const square: typeof tfjs.square = core.square;
export const sub: typeof tfjs.sub = core.sub;
export const sum: typeof tfjs.sum = core.sum;
export const tensor: typeof tfjs.tensor = core.tensor;
export const tensor1d: typeof tfjs.tensor1d = core.tensor1d;
export const tensor2d: typeof tfjs.tensor2d = core.tensor2d;
export const tidy: typeof tfjs.tidy = core.tidy;
export const unregisterKernel: typeof tfjs.unregisterKernel = core.unregisterKernel;
export const unsortedSegmentSum: typeof tfjs.unsortedSegmentSum = core.unsortedSegmentSum;
export const util: typeof tfjs.util = core.util;

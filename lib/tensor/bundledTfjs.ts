// TensorFlow.js for a bundle that runs in Node: what a bundler is to see must be imported.
import "@tensorflow/tfjs-layers"; // gradients, as in nodeTfjs.ts

export * from "@tensorflow/tfjs-core";

// For a bundle that runs in Node: what a bundler is to see must be imported.
export { DataFrame } from "danfojs-node";

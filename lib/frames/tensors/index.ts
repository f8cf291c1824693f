// danfojs computes with tfjs-node 3, which is native and fetched from outside npm. This stands in its place under its name:
// operations on the TensorFlow.js that the networks use, so that there is one copy and one kind of tensor.
import type {} from "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-backend-cpu";
import * as core from "@tensorflow/tfjs-core";
import * as data from "@tensorflow/tfjs-data";
import { chainOperations } from "./chainOperations.ts";

chainOperations();
if (core.env().getBool("IS_NODE")) core.env().set("PROD", true); // no greeting

export * from "@tensorflow/tfjs-core";
export { data };

/** What `require` gives in Node. Without it that would be tfjs-core's own, which `export *` passes on under this name. */
const required: typeof core & { data: typeof data } = { ...core, data };

export { required as "module.exports" };

#!/usr/bin/env bash
# TensorFlow.js's core has tf.grad() and no gradient.
#
# @tensorflow/tfjs-core 4.22.0 with @tensorflow/tfjs-backend-cpu 4.22.0, in Node. tf.grad, tf.variableGrads and the
# optimizers are the core's, so one would guess that they work with a backend. In Node's build no gradient is registered:
# "Cannot compute gradient: gradient function not found for Sum". Loading @tensorflow/tfjs-layers, which one may not need,
# registers them all.
# Seen: that error without layers, 1 with them.
# Ours: lib/tensor/nodeBackends.ts loads the layers; test/lib/tensor/gradients.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0 @tensorflow/tfjs-layers@4.22.0
cat >run.cjs <<'JS'
const tf = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");
const slope = () => tf.grad((x) => tf.sum(x))(tf.tensor1d([1])).dataSync()[0];
let before;
try {
  before = slope();
} catch (error) {
  before = error.message;
}
require("@tensorflow/tfjs-layers");
const after = slope();
console.log(before, "|", after);
process.exit(/gradient function not found for Sum/.test(before) && after === 1 ? 0 : 1);
JS
node run.cjs

#!/usr/bin/env bash
# A script that may be broken by SIGINT takes the signal from the whole process.
#
# Node 24.21.0. The main thread listens with process.on("SIGINT"); a worker runs vm's runInThisContext with
# { breakOnSigint: true }. One would guess that both hear of a SIGINT, or the main thread, as it does of any other signal
# while workers run. Only the worker's script is broken off; the listener is not called.
# Seen: "worker: broken off", and the listener 0 times.
# Ours: kernel/jupyter/sigintWatch.ts hands the signal on to listeners; test/jupyter/interrupts.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
cat >run.cjs <<'JS'
const { Worker, isMainThread, parentPort } = require("node:worker_threads");
const { runInThisContext } = require("node:vm");
if (isMainThread) {
  let heard = 0;
  process.on("SIGINT", () => { heard += 1; });
  const worker = new Worker(__filename);
  worker.on("message", (word) => {
    if (word === "runs") setTimeout(() => process.kill(process.pid, "SIGINT"), 300);
    else setTimeout(() => { console.log(`worker: ${word}; listener: ${heard}`); process.exit(word === "broken off" && heard === 0 ? 0 : 1); }, 500);
  });
} else {
  parentPort.postMessage("runs");
  try {
    runInThisContext("const end = Date.now() + 3000; while (Date.now() < end);", { breakOnSigint: true });
    parentPort.postMessage("ran to its end");
  } catch {
    parentPort.postMessage("broken off");
  }
}
JS
node_modules/.bin/node run.cjs

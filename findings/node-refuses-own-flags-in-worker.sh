#!/usr/bin/env bash
# A worker is refused the flags that its own process was started with.
#
# Node 24.21.0. The documentation of Worker says of `execArgv` that it takes Node's options and not V8's. But
# `process.execArgv`, which looks made to be handed on, holds both kinds. A program that passes
# `execArgv: [...process.execArgv, "--no-warnings"]` works, until a user starts it with a larger heap.
# Seen: ERR_WORKER_INVALID_EXEC_ARGV for --stack-trace-limit=20 and for --max-old-space-size=512; without `execArgv` of its
# own the worker starts, with the larger heap or limit of its process.
# Ours: kernel/jupyter/main.ts names the worker's flags; test/jupyter/protocol.test.ts starts a kernel with V8's.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
cat >run.cjs <<'JS'
const { Worker } = require("node:worker_threads");
const start = (options) => {
  try {
    const worker = new Worker("1", { eval: true, ...options });
    worker.unref();
    return "starts";
  } catch (error) {
    return error.code;
  }
};
console.log(process.execArgv.join(" "), "| handed on:", start({ execArgv: process.execArgv }), "| inherited:", start({}));
JS
wanted='--max-old-space-size=512 | handed on: ERR_WORKER_INVALID_EXEC_ARGV | inherited: starts
--stack-trace-limit=20 | handed on: ERR_WORKER_INVALID_EXEC_ARGV | inherited: starts
--no-warnings | handed on: starts | inherited: starts'
seen=$(for flag in --max-old-space-size=512 --stack-trace-limit=20 --no-warnings; do node_modules/.bin/node $flag run.cjs; done)
echo "$seen"
[ "$seen" = "$wanted" ]

#!/usr/bin/env bash
# Node shows neither of the two errors that a SuppressedError holds.
#
# Node 24.21.0. `using` throws one when a block and the disposal after it both fail. One would guess that console.log() and
# the report of an uncaught error show both, as they do for the `errors` of an AggregateError and for a `cause`. They show
# the sentence "An error was suppressed during disposal" and a stack; `error` and `suppressed` are not enumerable, and
# nothing looks at them.
# Seen: inspect() holds "in dispose": false, "in body": false; of an AggregateError: true.
# Ours: kernel/display/causeLines.ts; test/kernel/corpus/09-other-hosts.txt.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
cat >run.cjs <<'JS'
const { inspect } = require("node:util");
let shown;
try {
  using file = { [Symbol.dispose]() { throw new Error("failed to close"); } };
  throw new Error("failed to read");
} catch (error) {
  shown = inspect(error);
}
const seen = [shown.includes("failed to close"), shown.includes("failed to read")];
const other = inspect(new AggregateError([new Error("failed to close")], "many")).includes("failed to close");
console.log(seen, other);
// The words of the second error stand in this file, not in what is shown.
process.exit(String([...seen, other]) === "false,false,true" ? 0 : 1);
JS
node_modules/.bin/node run.cjs

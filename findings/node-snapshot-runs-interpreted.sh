#!/usr/bin/env bash
# While Node builds a startup snapshot, JavaScript runs many times slower than in the same Node otherwise.
#
# node 24.11.1: a warm function that makes ten million small objects takes over five times as long under --build-snapshot
# as it does when the same file is run (here some 25 times). V8 seems to run without its optimising compilers then;
# --maglev, --turbofan and --sparkplug change nothing. The documentation of the snapshot says nothing of it: who moves
# heavy work into the snapshot, to save it at each start, pays for it many times over once.
# Seen: "the same sum; more than 5 times as long".
# Ours: course/judge/host/hostedGround.ts leaves heavy cells out unless many answers need them;
# test/course/judge/hostedGround.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.11.1
cat >run.cjs <<'JS'
const { startupSnapshot } = require("node:v8");
function sum(steps) {
  let total = 0;
  for (let i = 0; i < steps; i += 1) {
    const pair = { count: i, weight: 2 };
    total += pair.count * pair.weight;
  }
  return total;
}
for (let warm = 0; warm < 5; warm += 1) sum(1e4);
const began = process.hrtime.bigint();
const total = sum(1e7);
console.log(JSON.stringify({ total, ms: Number(process.hrtime.bigint() - began) / 1e6 }));
if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(() => {});
JS
plain=$(npx node run.cjs)
built=$(npx node --snapshot-blob run.blob --build-snapshot run.cjs)
seen=$(npx node -e '
const [plain, built] = process.argv.slice(1).map((text) => JSON.parse(text));
const same = plain.total === built.total ? "the same sum" : "another sum";
const ratio = built.ms / plain.ms;
console.error(ratio.toFixed(1));
console.log(same + "; " + (ratio > 5 ? "more than 5 times as long" : "less than 5 times as long"));
' "$plain" "$built")
echo "$seen"
[ "$seen" = "the same sum; more than 5 times as long" ]

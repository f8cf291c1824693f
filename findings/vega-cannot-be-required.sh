#!/usr/bin/env bash
# require("vega") fails on every Node: a module below it awaits while it loads.
#
# vega 6.4.0, vega-canvas 2.0.0, Node 22.23.3 and 24.21.0, which can require() ES modules. One would guess that they can
# require this one, too. vega-canvas looks for the package `canvas` by a top-level await.
# Seen: ERR_REQUIRE_ASYNC_MODULE; import works.
# Ours: lib/svg/toSvg.ts imports Vega when a figure is drawn, so that the door itself can be required;
# test/house/pack.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0 vega@6.4.0
cat >run.cjs <<'JS'
let code = "none";
try {
  require("vega");
} catch (error) {
  ({ code } = error);
}
import("vega").then(({ View }) => {
  console.log(code, typeof View);
  process.exit(code === "ERR_REQUIRE_ASYNC_MODULE" && typeof View === "function" ? 0 : 1);
});
JS
node_modules/.bin/node --no-warnings run.cjs

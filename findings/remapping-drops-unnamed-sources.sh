#!/usr/bin/env bash
# Composing source maps gives an empty map if the innermost source has no name.
#
# @jridgewell/remapping 2.3.5 with magic-string 0.30.21. MagicString's generateMap() without `source` names its one source
# null. One would guess that remapping() keeps such a source, as trace-mapping does when it reads the map alone. It takes
# null for "nothing is known", drops every segment, and gives a valid map without a mapping and without a word.
# Seen: mappings "" without a name, "AAAA" with one.
# Ours: kernel/compile/stripTypes.ts names the source; test/kernel/corpus/04-errors.txt ("lines stay right …").
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @jridgewell/remapping@2.3.5 magic-string@0.30.21
cat >run.mjs <<'JS'
import remapping from "@jridgewell/remapping";
import MagicString from "magic-string";
const outer = new MagicString("a").generateMap({ source: "middle.js" });
const inner = (source) => new MagicString("a").generateMap(source ? { source } : {});
const seen = [undefined, "a.js"].map((source) => remapping([{ ...outer }, { ...inner(source) }], () => null).mappings);
console.log(JSON.stringify(seen));
process.exit(JSON.stringify(seen) === JSON.stringify(["", "AAAA"]) ? 0 : 1);
JS
node run.mjs

#!/usr/bin/env bash
# The outerHTML of an SVG that linkedom made is no SVG file.
#
# linkedom 0.18.12 with @observablehq/plot 0.6.17. `Plot.plot({ document, … }).outerHTML` looks like a picture that can be
# stored or sent as image/svg+xml. One would guess so, since the element was made with createElementNS for SVG. The text
# has no xmlns, without which a reader of XML sees elements of no language; and `<` and `>` stand as they are in attributes,
# where XML does not allow the first.
# Seen: no xmlns, and aria-label="Two <points>".
# Ours: kernel/display/ gives such an element its namespace and its marks before it is shown as a picture.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.12 @observablehq/plot@0.6.17
cat >run.mjs <<'JS'
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
const { document } = parseHTML("<html><body></body></html>");
const text = Plot.plot({ document, ariaLabel: "Two <points>", marks: [] }).outerHTML;
const seen = [text.startsWith("<svg"), /^<svg[^>]*\bxmlns=/.test(text), text.includes('aria-label="Two <points>"')];
console.log(seen, text.slice(0, 90));
process.exit(String(seen) === "true,false,true" ? 0 : 1);
JS
node run.mjs

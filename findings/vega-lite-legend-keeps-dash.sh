#!/usr/bin/env bash
# A legend of points whose lines are dashed has frayed symbols, and Vega-Lite does not pass on that they shall be whole.
#
# vega-lite 6.4.3. Series have a colour, a dash for their line and a shape for their points, on one field, so that one
# legend shows all three. The outline of each symbol is then dashed like the line. One would guess that the legend's
# `encoding.symbols.strokeDash` says otherwise, as its `size` and `opacity` beside it do.
# Seen: of {opacity, size, strokeDash} the compiled legend has opacity and size; without a scale of dashes, all three.
# Ours: lib/figures/curves.ts draws a layer for each dash; test/lib/figures/seriesLegend.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3
cat >run.mjs <<'JS'
import { compile } from "vega-lite";
const kept = (isDashed) => {
  const symbols = { opacity: { value: 1 }, size: { value: 90 }, strokeDash: { value: [1, 0] } };
  const series = { field: "name", type: "nominal" };
  const color = { ...series, legend: { encoding: { symbols } } };
  const x = { field: "x", type: "quantitative" };
  const { spec } = compile({
    data: { values: [{ name: "a", x: 1, y: 1 }, { name: "b", x: 2, y: 2 }] },
    layer: [
      { mark: "line", encoding: { x, y: { ...x, field: "y" }, color, ...(isDashed && { strokeDash: series }) } },
      { mark: "point", encoding: { x, y: { ...x, field: "y" }, color, shape: series } },
    ],
  });
  return spec.legends.flatMap(({ encode }) => Object.keys(encode?.symbols?.update ?? {})).sort().join();
};
const seen = [kept(true), kept(false)];
console.log(JSON.stringify(seen));
process.exit(seen[0] === "opacity,size" && seen[1] === "opacity,size,strokeDash" ? 0 : 1);
JS
node run.mjs

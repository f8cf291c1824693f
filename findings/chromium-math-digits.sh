#!/usr/bin/env bash
# The same script, the same Math.exp and Math.log, other last digits: Chromium 153 no longer computes what Node 24 does.
#
# node 24.11.1 (V8 13.6) and Chromium 153.0.8010.0 (V8 15.3, from @sparticuz/chromium 153.0.0), driven by playwright-core
# 1.60.0. ECMAScript leaves the last digits of these functions to the engine; V8 computed them by fdlibm for years, as
# SpiderMonkey does, so Node, Chromium and Firefox agreed to the last bit, and tests that compare bytes passed. Now of ten
# thousand values of each some hundreds are another number, by one digit in the last place. sqrt, which IEEE 754 fixes, is
# the same. Whoever compares what a page computes with what Node computed must allow for it, or bring the functions along.
# Seen: "of 10000 differ: exp 987, expm1 1015, log 792, log1p 718, log2 66, sin 313, sqrt 0; …: true".
# Ours: kernel/page/portableMath.ts computes exp, expm1, log, log1p and log2 alike in every engine;
# test/kernel/page/portableMath.test.ts, session.test.ts and test/notebooks/page.test.ts compare bytes.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.11.1 @sparticuz/chromium@153.0.0 playwright-core@1.60.0
cat >run.mjs <<'JS'
import bundled from "@sparticuz/chromium";
import { chromium } from "playwright-core";
const names = ["exp", "expm1", "log", "log1p", "log2", "sin", "sqrt"];
const code = `${JSON.stringify(names)}.map((name) => Array.from({ length: 10000 }, (_, i) => Math[name]((i + 1) / 1237)))`;
const here = (0, eval)(code);
const browser = await chromium.launch({ executablePath: await bundled.executablePath(), args: bundled.args });
const page = await browser.newPage();
const there = await page.evaluate(code);
await browser.close();
const counts = names.map((name, of) => `${name} ${here[of].filter((value, i) => value !== there[of][i]).length}`);
const apart = Math.max(...here[0].map((value, i) => Math.abs(value - there[0][i]) / value));
console.log(`of 10000 differ: ${counts.join(", ")}; those of exp by less than 3e-16 of their size: ${apart < 3e-16}`);
JS
seen=$(npx node run.mjs)
echo "$seen"
[ "$seen" = "of 10000 differ: exp 987, expm1 1015, log 792, log1p 718, log2 66, sin 313, sqrt 0; those of exp by less than 3e-16 of their size: true" ]

#!/usr/bin/env bash
# TypeScript's emit runs a statement twice.
#
# typescript 6.0.3 (transpileModule, and tsc alike), on the valid module
#     import { log } from "m"
#     (await { a: 1 }).a
#     log(4)
# One would guess that the emit has each statement once. `await` is first read as a name; where that gives another number
# of statements than reading it as an operator does, the statement at the end stands twice: "log(4);\nlog(4);".
# No error is reported. esbuild 0.28.2 writes it once.
# Seen: log(4) two times; one time without the first line's object, as in `(await 1).a`.
# Ours: kernel/compile/stripTypes.ts refuses such a cell; test/kernel/corpus/08-erased-types.txt.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund typescript@6.0.3 esbuild@0.28.2
cat >run.cjs <<'JS'
const ts = require("typescript");
const emit = (source) => {
  const compilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  const { outputText, diagnostics } = ts.transpileModule(source, { reportDiagnostics: true, compilerOptions });
  return { calls: outputText.split("log(4)").length - 1, errors: diagnostics.length };
};
const text = (first) => `import { log } from "m"\n${first}\nlog(4)`;
const twice = emit(text("(await { a: 1 }).a"));
const once = emit(text("(await 1).a"));
const { code } = require("esbuild").transformSync(text("(await { a: 1 }).a"), { loader: "ts", format: "esm" });
const other = code.split("log(4)").length - 1;
console.log(twice, once, other);
process.exit(twice.calls === 2 && twice.errors === 0 && once.calls === 1 && other === 1 ? 0 : 1);
JS
node run.cjs

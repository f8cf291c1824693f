import { build } from "esbuild"; import { gzipSync } from "node:zlib"; import { leaveOutForPage } from "./kernel/pageBuild/leaveOutForPage.ts";
for (const e of ["book/theme/live/run.ts","book/theme/client/book.ts","book/theme/client/liveCells.ts","book/theme/client/steeredFigures.ts"]) {
const r=await build({entryPoints:[e],bundle:true,minify:true,write:false,outdir:"out",format:"iife",target:"es2022",plugins:[leaveOutForPage],metafile:true});
console.log(e, gzipSync(r.outputFiles[0].text,{level:9}).length); }

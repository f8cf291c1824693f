import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildCellWorker } from "../../../kernel/pageBuild/buildCellWorker.ts";
import type { PageModuleFiles } from "../../../kernel/pageBuild/buildPageModules.ts";

/** A page that can run cells, and nothing else, on a server of its own. */
export interface CellPage {
  readonly url: string;
  /** What the server was asked for, beside the page itself. */
  readonly asked: string[];
  close(): void;
}

/** @param isIsolated whether the page may share memory, so that a stop keeps names */
export async function servePage(modules: PageModuleFiles, isIsolated = false): Promise<CellPage> {
  return serve(await pageOf(modules), isIsolated);
}

/** Serves a page at a port of its own. */
export async function serve(html: string, isIsolated = false): Promise<CellPage> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    if (pathname !== "/" && pathname !== "/favicon.ico") asked.push(pathname);
    const isolation = {
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    };
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...(isIsolated && isolation) });
    response.end(pathname === "/" ? html : "reached");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page of one file, so that it is the same from a folder: `runCells(cells)` runs them in a new worker. */
export async function pageOf(
  { table, sources }: PageModuleFiles,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./client/inPage.ts", import.meta.url))],
    bundle: true,
    platform: "browser",
    target: "es2024",
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  const given = {
    worker: await buildCellWorker(),
    table,
    sources: Object.fromEntries(sources),
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
    ),
  };
  const json = JSON.stringify(given).replaceAll("<", "\\u003c");
  return `<!doctype html><title>Cells</title><link rel="icon" href="data:,"><script>globalThis.given = ${json}</script><script>${outputFiles[0]!.text.replaceAll("</script", "<\\/script")}</script>`;
}

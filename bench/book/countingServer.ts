import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A server of folders that compresses as hosts do, before it is asked, and counts what it sends. */
export interface CountingServer extends AsyncDisposable {
  readonly url: string;
  /** Bytes of all answers since the last look. */
  sent(): number;
}

/** @param folders by the path that they are served under, such as `/pyodide/`; the longest that fits serves */
export async function countingServer(folders: Readonly<Record<string, string>>): Promise<CountingServer> {
  const packed = new Map<string, Buffer>();
  let count = 0;
  const paths = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    const under = paths.find((path) => pathname.startsWith(path));
    const file =
      under === undefined
        ? ""
        : join(folders[under]!, decodeURIComponent(pathname.slice(under.length)) || "index.html");
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const bytes = packed.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    packed.set(file, bytes);
    count += bytes.length;
    const type = types[extname(file)] ?? "application/octet-stream";
    response
      .writeHead(200, {
        "content-type": type,
        "content-encoding": "gzip",
        "access-control-allow-origin": "*",
      })
      .end(bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent() {
      const all = count;
      count = 0;
      return all;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

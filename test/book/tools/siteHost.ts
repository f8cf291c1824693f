import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { headersFileName } from "../../../book/headersFile.ts";
import { hostHeaders } from "./hostHeaders.ts";

/** A host of static files that can be slow, cut off, stopped, and given another edition, with the headers that a site carries. */
export class SiteHost {
  /** Paths that it was asked for. */
  readonly asked: string[] = [];
  /** How long it takes to answer, in ms. */
  slowMs = 0;
  /** Requests that get no answer but a broken line. */
  breaks: (path: string) => boolean = () => false;
  /** Requests that are answered with something else than the site's file. */
  alters: (path: string) => boolean = () => false;
  #folder: string;
  #server: Server | undefined;
  #port = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get http(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** The site in this folder from now on. */
  publish(folder: string): void {
    this.#folder = folder;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://x");
      this.asked.push(pathname);
      if (this.breaks(pathname)) return void request.socket.destroy();
      if (this.alters(pathname)) return void response.end("<p>Altered</p>");
      const folder = this.#folder;
      setTimeout(() => {
        // Of a site in a folder of the host it knows no headers.
        const headers = existsSync(join(folder, headersFileName)) ? hostHeaders(folder)(pathname) : [];
        for (const [name, value] of headers) response.setHeader(name, value);
        sirv(folder, { dev: true, etag: true })(request, response, () => {
          response.writeHead(404).end("Not here");
        });
      }, this.slowMs);
    }).listen(this.#port, "127.0.0.1");
    await new Promise((done) => this.#server?.once("listening", done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Nothing listens at its address until it starts again. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

import { readFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import sirv from "sirv";
import { buildBook } from "../../../book/build.ts";
import type { Flavour } from "../../../book/flavour.ts";
import { runNotebook } from "../../../kernel/run/runNotebook.ts";
import { liveChapter, liveSolutions } from "../fixtures/liveChapter.ts";
import { hostHeaders } from "./hostHeaders.ts";
import { type Changes, first, project } from "./project.ts";

/** A built book whose readers run and change cells, from a folder and from a server of its own. */
export interface LiveSite extends AsyncDisposable {
  /** Address of the chapter. */
  at(place: "file" | "http"): string;
  /** Address of the cover. */
  home(place: "file" | "http"): string;
  /** Where the server's pages are. */
  readonly http: string;
  /** Paths that the server was asked for. */
  readonly asked: readonly string[];
  /** What browsers reported that a policy had forbidden, in pages and in workers. */
  readonly refused: readonly string[];
}

export interface LiveBook extends Pick<Changes, "chapter" | "solutions"> {
  readonly flavour?: Flavour;
  /** Whether the server sends what the site's file of headers says, as some hosts do and others do not. */
  readonly withHeaders?: boolean;
}

const name = "a-photocopy-of-a-photocopy.html";
const reports = "/-/refused";
const config = `title: Generation Loss
subtitle: What a copy of a copy loses
description: A course on model collapse that runs.
bibliography: bibliography.json
live: true
parts:
  - title: The loop
    chapters:
      - file: ${first}
        slug: a-photocopy-of-a-photocopy
        claim: Cells run in the page.
        minutes: 5
        needs: nothing
`;

/**
 * @param change of what the server sends as the chapter's page, if it is asked for with `?changed`
 * @param book the chapter, which may import the library, with its solutions, and for whom it is
 */
export async function liveSite(
  change: (html: string) => string = (html) => html,
  {
    chapter = liveChapter(),
    solutions = liveSolutions,
    flavour = "reader",
    withHeaders = false,
  }: LiveBook = {},
): Promise<LiveSite> {
  const files = await project({ chapter, solutions, config: () => config });
  const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
  await symlink(modules, join(files.root, "node_modules"));
  const { out } = await buildBook({ root: files.root, run: runNotebook, flavour });
  const asked: string[] = [];
  const refused: string[] = [];
  const serve = sirv(out);
  const headersOf = hostHeaders(out);
  const server = createServer((request, response) => {
    if (request.url === reports) {
      void text(request).then((report) => refused.push(report));
      response.writeHead(204).end();
      return;
    }
    asked.push(request.url ?? "");
    const { pathname } = new URL(request.url ?? "/", "http://x");
    for (const [name, value] of withHeaders ? headersOf(pathname) : [])
      response.setHeader(name, `${value}; report-uri ${reports}`);
    if (!request.url?.endsWith("?changed")) return serve(request, response);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(change(readFileSync(join(out, name), "utf8")));
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    at: (place) => (place === "http" ? `${http}/${name}` : pathToFileURL(join(out, name)).href),
    home: (place) => (place === "http" ? `${http}/` : pathToFileURL(join(out, "index.html")).href),
    http,
    asked,
    refused,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await files[Symbol.asyncDispose]();
    },
  };
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sirv from "sirv";
import { buildBook } from "../../../book/build.ts";
import { hostHeaders } from "./hostHeaders.ts";
import { type Changes, project, storedOutputs } from "./project.ts";

/** A built book, in a folder and behind a server that sends what the site's file of headers says. */
export interface ServedBook extends AsyncDisposable {
  /** Address of a page. */
  at(place: "file" | "http", page?: string): string;
  /** Where it lies. */
  readonly out: string;
  /** Paths that the server was asked for. */
  readonly asked: string[];
}

const chapter = "a-photocopy-of-a-photocopy.html";

export async function servedBook(changes: Changes): Promise<ServedBook> {
  const files = await project(changes);
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const asked: string[] = [];
  const serve = sirv(out);
  const headersOf = hostHeaders(out);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    asked.push(pathname);
    for (const [name, value] of headersOf(pathname)) response.setHeader(name, value);
    serve(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ out, asked },
    at: (place, page = chapter) =>
      place === "http" ? `${http}/${page}` : pathToFileURL(join(out, page)).href,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await files[Symbol.asyncDispose]();
    },
  };
}

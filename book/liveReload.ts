import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { serviceWorkerName } from "./offline/serviceWorkerName.ts";
import { pagePolicy } from "./policy.ts";
import { escapeHtml } from "./render/escapeHtml.ts";

const stream = "/-/changes";

/**
 * Put into pages by the server alone, which takes from them what keeps the book on a device: it would hide what changes. The site on disk knows
 * nothing of it. A file, since pages may run no script of themselves.
 */
const snippet = '<script src="/-/changes.js"></script>\n</body>';
const program = `(() => {
  const source = new EventSource("${stream}");
  source.addEventListener("reload", () => location.reload());
  source.addEventListener("fault", (event) => {
    document.getElementById("build-fault")?.remove();
    const box = document.createElement("pre");
    box.id = "build-fault";
    box.setAttribute("role", "alert");
    box.style.cssText = "position:fixed;inset:auto 0 0;z-index:9;max-height:60vh;overflow:auto;margin:0;padding:1rem 1.5rem;white-space:pre-wrap;background:#7f1d1d;color:#fff;font:13px/1.5 monospace";
    box.textContent = "The book was not rebuilt. This is the last good one.\\n\\n" + JSON.parse(event.data);
    document.body.append(box);
  });
})();
`;

export interface LiveReload {
  /** Tells open pages that the site is new, or what is wrong with it. */
  tell(fault: string | undefined): void;
  /** Answers requests for pages and for the stream of changes; false for all others. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    state: { out: string; fault: string | undefined },
  ): boolean;
  notFound(response: ServerResponse, out: string): void;
  close(): void;
}

/** To a browser that has kept a book from this address before: the worker goes, and all that it kept. */
const noServiceWorker = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
})()));
`;

/** Pages that reload when the book changes, by server-sent events. */
export function liveReload(): LiveReload {
  const listeners = new Set<ServerResponse>();
  const event = (fault: string | undefined): string =>
    fault === undefined ? "event: reload\ndata: 1\n\n" : `event: fault\ndata: ${JSON.stringify(fault)}\n\n`;

  const send = (response: ServerResponse, status: number, html: string): void => {
    response.writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      // To hear of changes is the server's own wish: pages load nothing so.
      "content-security-policy": pagePolicy(html, { "connect-src": "'self'" }),
    });
    response.end(html.replace("</body>", () => snippet).replace(/ data-offline="[^"]*"/, ""));
  };

  return {
    tell(fault) {
      for (const response of listeners) response.write(event(fault));
    },
    handle(request, response, { out, fault }) {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      if (path === stream) {
        response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
        response.write(fault === undefined ? ": open\n\n" : event(fault));
        listeners.add(response);
        request.on("close", () => listeners.delete(response));
        return true;
      }
      if (path === `${stream}.js`) {
        response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" });
        response.end(program);
        return true;
      }
      if (path === `/${serviceWorkerName}`) {
        response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" });
        response.end(noServiceWorker);
        return true;
      }
      const page =
        path === "/" ? "index.html" : /^(?:\/[a-z0-9-]+)+\.html$/.test(path) ? path.slice(1) : undefined;
      const html = page && read(join(out, page));
      if (html) send(response, 200, html);
      else if (page === "index.html") send(response, 503, firstFault(fault));
      return Boolean(html) || page === "index.html";
    },
    notFound: (response, out) => send(response, 404, read(join(out, "404.html")) ?? "<body></body>"),
    close() {
      for (const response of listeners) response.end();
    },
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** There is no good site yet to show behind the fault. */
const firstFault = (fault: string | undefined): string =>
  `<!doctype html><html lang="en"><title>Not built</title><body><h1>The book could not be built</h1><pre>${escapeHtml(fault ?? "")}</pre></body></html>`;

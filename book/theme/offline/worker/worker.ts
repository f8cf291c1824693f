/**
 * Keeps the book on the device, a whole edition at a time, and answers for its pages. A new worker takes over at once: what is
 * kept and shown is decided by what is here as a whole, not by which worker runs.
 */
import type { Ask } from "../messages.ts";
import { answerFile } from "./answerFile.ts";
import { answerPage } from "./answerPage.ts";
import { here } from "./here.ts";
import { loadEdition } from "./loadEdition.ts";
import { askedNow } from "./quiet.ts";
import { root } from "./site.ts";
import { tellWindow, tellWindows } from "./tellWindows.ts";
import { removeBook, tidy } from "./tidy.ts";

here.addEventListener("install", (event) => event.waitUntil(here.skipWaiting()));
here.addEventListener("activate", (event) => event.waitUntil(here.clients.claim()));

here.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root())) return;
  askedNow();
  event.respondWith(request.mode === "navigate" ? answerPage(event) : answerFile(request));
});

/** At most so often, in ms, windows hear of a load that goes on. */
const pauseMs = 250;
let told = 0;

function onStep(): void {
  if (Date.now() - told < pauseMs) return;
  told = Date.now();
  void tellWindows();
}

async function keep(asker: Client): Promise<void> {
  const load = loadEdition(onStep);
  await tellWindow(asker);
  await load;
  await tidy();
  await tellWindows();
}

here.addEventListener("message", (event) => {
  const { ask } = event.data as Ask;
  const asker = event.source as Client;
  if (ask === "keep") event.waitUntil(keep(asker));
  else if (ask === "remove") event.waitUntil(removeBook().then(tellWindows));
  else event.waitUntil(tellWindow(asker).then(tidy));
});

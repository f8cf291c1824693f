/** Loaded as a page from a server stands there; without it, and where a browser refuses, the book is read as it comes. */
import { adoptStyle } from "../../client/adoptStyle.ts";
import { KeptBook } from "./keptBook.ts";
import { linkManifest } from "./linkManifest.ts";
import style from "./offline.css";

const script = document.querySelector<HTMLScriptElement>("script[data-offline]");
const root = new URL((script?.dataset.offline ?? "").replace(/assets\/.*$/, "") || ".", location.href).href;
linkManifest(root);
// Where the address is not a safe one, there is none.
if ("serviceWorker" in navigator) {
  adoptStyle(style);
  new KeptBook(root).start().catch(() => {});
}

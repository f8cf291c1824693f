import { loadScript } from "./loadScript.ts";

/** Once a page from a server is there, it loads what keeps the book on the device. */
export function offline(): void {
  const source = document.querySelector<HTMLScriptElement>("script[data-offline]")?.dataset.offline;
  if (source && location.protocol !== "file:")
    addEventListener("load", () => loadScript(source).catch(() => {}));
}

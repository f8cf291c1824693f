import type { AidsTable } from "../../aids/aidsTable.ts";

/** What there is to load; it stands at the head of this program. */
export const table: AidsTable = (globalThis as unknown as { genlossAids: AidsTable }).genlossAids;

/** The way from this page to the root of the site. */
export const up: string = (
  document.querySelector<HTMLElement>("script[data-aids]")?.dataset.aids ?? ""
).replace(/assets\/.*$/, "");

const root = new URL(up || ".", location.href).href;

/** Page and anchor that a link of the site leads to, as `table` names pages; undefined for a link that leaves the site. */
export function placeOf({ href }: HTMLAnchorElement): { page: string; anchor: string } | undefined {
  const [address = "", hash = ""] = href.split("#");
  if (!address.startsWith(root)) return undefined;
  return { page: nameOf(address), anchor: decodeURIComponent(hash) };
}

/** Some hosts leave ".html" out of addresses. */
function nameOf(address: string): string {
  const path = address.slice(root.length).replace(/\?.*$/, "");
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return /\.\w+$/.test(path) ? path : `${path}.html`;
}

/** This page, as links name it. */
export const here: string = nameOf(location.href.replace(/#.*$/, ""));

import { cacheName } from "../cacheName.ts";

/**
 * Downloads from this device, for a page that came from it: they are of its edition, and browsers ask the network for a download, past
 * the service worker.
 *
 * @param edition names the edition that is kept, if one is
 */
export function keptDownloads(root: string, edition: () => string | undefined): void {
  addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[download]") as HTMLAnchorElement | null;
    const kept = edition();
    const isHere = document.querySelector(".kept-edition") !== null || !navigator.onLine;
    if (!link?.href.startsWith(root) || kept === undefined || !isHere) return;
    event.preventDefault();
    const { href } = link;
    void download(href, cacheName(root, kept)).catch(() => location.assign(href));
  });
}

async function download(href: string, cacheName: string): Promise<void> {
  const file = await caches.match(href, { cacheName, ignoreVary: true, ignoreSearch: true });
  if (!file) throw new Error(`Cannot find ${href} on this device`);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await file.blob());
  link.download = href.replace(/^.*\//, "");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

import type { Fault } from "../fault.ts";
import { serviceWorkerName } from "../offline/serviceWorkerName.ts";
import { sentBytes } from "./pageBudget.ts";
import type { Site } from "./site.ts";

/** What comes once a page is there: the script that each page loads, and the list of the site's files, with what reads it. */
const budget = { page: 4000, worker: 40_000 } as const;

/** Being kept on a device costs who only reads a page next to nothing. */
export function offlineBudget(site: Site): Fault[] {
  const script = [...site.files.keys()].find((path) => /^assets\/offline\.\w+\.js$/.test(path));
  const parts = [
    ["a page's script", "book/theme/offline/page/offline.ts", script ?? "", budget.page],
    ["the service worker", "book/offline/listSite.ts", serviceWorkerName, budget.worker],
  ] as const;
  return parts.flatMap(([what, file, path, most]): Fault[] => {
    const bytes = sentBytes(site, path);
    if (bytes <= most) return [];
    const message = `${what} takes ${Math.ceil(bytes / 1000)} kB compressed, ${most / 1000} are allowed`;
    return [{ file, rule: "offline-budget", message }];
  });
}

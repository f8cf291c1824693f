import { hasOwnKeys } from "./hasOwnKeys.ts";

const rels: Readonly<Record<string, string>> = { ArrowLeft: "prev", ArrowRight: "next" };

/** ← and → turn to the page before and after, while nothing else is focused. */
export function chapterKeys(): void {
  document.addEventListener("keydown", (event) => {
    const rel = rels[event.key];
    if (!rel || event.shiftKey || hasOwnKeys(event) || (event.target as Element).closest("a")) return;
    document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
  });
}

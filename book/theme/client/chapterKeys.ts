const rels: Readonly<Record<string, string>> = { ArrowLeft: "prev", ArrowRight: "next" };

/** Whatever can be focused has the keys for itself: fields move their cursor, wide regions scroll, lists are walked. */
const busy = "a, button, input, textarea, select, summary, video, audio, [tabindex], [contenteditable]";

/** ← and → turn to the page before and after, while nothing else is focused. */
export function chapterKeys(): void {
  document.addEventListener("keydown", (event) => {
    const rel = rels[event.key];
    if (!rel || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.defaultPrevented || (event.target as Element).closest(busy)) return;
    document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
  });
}

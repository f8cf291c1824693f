const rels: Readonly<Record<string, string>> = { ArrowLeft: "prev", ArrowRight: "next" };

/** ← and → turn to the chapter before and after, unless the keys are doing something else. */
export function chapterKeys(): void {
  document.addEventListener("keydown", (event) => {
    const rel = rels[event.key];
    if (!rel || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    // Fields move their cursor and wide regions scroll with these keys.
    if (target.closest("input, textarea, select, [contenteditable], [role=group][tabindex]")) return;
    document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
  });
}

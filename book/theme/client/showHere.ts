/** Beside the text the contents may be longer than the window: they begin where this page is, with some lines before it. */
export function showHere(): void {
  const contents = document.getElementById("contents");
  const here = contents?.querySelector("[aria-current]:not(.brand)");
  if (!contents || !here) return;
  const below = here.getBoundingClientRect().bottom - contents.getBoundingClientRect().bottom;
  if (below > 0) contents.scrollTop = here.getBoundingClientRect().top - contents.clientHeight / 3;
}

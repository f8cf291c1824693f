/** On phones the contents cover the page: a link to a place on the same page closes them. */
export function revealTarget(): void {
  const contents = document.getElementById("contents");
  contents?.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest("a");
    if (link && contents.matches(":popover-open")) contents.hidePopover();
  });
}

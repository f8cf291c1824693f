/**
 * A wide region is a stop of the Tab key as long as something in it is cut off, and no longer: a key that scrolls nothing
 * is no use. Without scripts all of them are stops.
 */
export function scrollStops(): void {
  const look = new ResizeObserver((entries) => {
    const regions = new Set(entries.map(({ target }) => regionOf(target)));
    for (const region of regions) if (region) setStop(region);
  });
  for (const region of document.querySelectorAll<HTMLElement>("[role=group][tabindex]")) {
    region.dataset.region = "";
    // Its own size changes with the window, that of its content with fonts, sliders and folds.
    for (const part of [region, ...region.children]) look.observe(part);
  }
}

const regionOf = (part: Element): HTMLElement | null => part.closest<HTMLElement>("[data-region]");

function setStop(region: HTMLElement): void {
  const isTall = region.scrollHeight > region.clientHeight + 1;
  const isCut =
    region.scrollWidth > region.clientWidth + 1 ||
    (isTall && getComputedStyle(region).overflowY !== "hidden");
  // A region that has the focus keeps it until it is left.
  if (isCut) region.tabIndex = 0;
  else if (region !== document.activeElement) region.removeAttribute("tabindex");
}

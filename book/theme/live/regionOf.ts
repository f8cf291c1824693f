/** The place of one output of a reader's run. */
export function regionOf(kind: string): HTMLElement {
  const region = document.createElement("div");
  region.className = `output${kind}`;
  region.role = "group";
  region.tabIndex = 0; // what is cut off can be scrolled to
  region.ariaLabel = "Output of your run";
  return region;
}

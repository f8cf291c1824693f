import { escapeHtml } from "./escapeHtml.ts";

/** Wide content in a region of its own that scrolls sideways, and that the keyboard can reach. */
export function scrollRegion(html: string, label: string, className: string): string {
  return `<div class="${className}" role="group" tabindex="0" aria-label="${escapeHtml(label)}">${html}</div>\n`;
}

import { openSearch } from "./openSearch.ts";

/** A button beside the name of the book, at the head of the page and of the contents. Made here: without script it could do nothing. */
export function searchButtons(): void {
  for (const brand of document.querySelectorAll(".bar > .brand, .contents > .brand")) {
    const button = document.createElement("button");
    button.className = "open-search";
    button.type = "button";
    button.textContent = "Search";
    button.setAttribute("aria-keyshortcuts", "/ s");
    button.addEventListener("click", () => {
      button.textContent = "Search";
      openSearch().catch(() => {
        button.textContent = "Search could not be loaded. Again?";
      });
    });
    brand.after(button);
  }
}

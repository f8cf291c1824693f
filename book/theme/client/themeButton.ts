const names = { auto: "Theme: auto", light: "Theme: light", dark: "Theme: dark" } as const;
type Theme = keyof typeof names;
const order: readonly Theme[] = ["auto", "light", "dark"];

/** A button that goes through system, light and dark, and remembers. Made here: without script it could do nothing. */
export function themeButton(): void {
  for (const place of document.querySelectorAll(".bar, .contents")) {
    const button = document.createElement("button");
    button.className = "theme";
    button.type = "button";
    button.addEventListener("click", () => {
      const next = order[(order.indexOf(current()) + 1) % order.length] ?? "auto";
      choose(next);
    });
    place.append(button);
  }
  choose(current());
}

const current = (): Theme => (document.documentElement.dataset.theme as Theme | undefined) ?? "auto";

function choose(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
  for (const button of document.querySelectorAll("button.theme")) button.textContent = names[theme];
}

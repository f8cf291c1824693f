import { loadScript } from "./loadScript.ts";

/** Cards of links and the points of figures come as somebody first rests on a link, or reaches for a figure. */
export function aids(): void {
  for (const reached of ["pointerover", "focusin"])
    document.addEventListener(reached, ({ target }) => {
      if ((target as Element).closest?.("main a, .figure"))
        loadScript(document.querySelector<HTMLElement>("[data-aids]")?.dataset.aids ?? "").catch(() => {}); // the next one tries again
    });
}

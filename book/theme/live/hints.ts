/** An exercise's hints open one by one: the next one is there once the one before has been opened. */
export function hints(): void {
  for (const list of document.querySelectorAll(".hints")) {
    const folds = [...list.querySelectorAll<HTMLDetailsElement>("details")];
    for (const [at, fold] of folds.entries()) {
      // On paper, as without scripts, all are there: a class, and not `hidden`.
      fold.classList.toggle("later", at > 0);
      fold.addEventListener("toggle", () => {
        if (fold.open) folds[at + 1]?.classList.remove("later");
      });
    }
  }
}

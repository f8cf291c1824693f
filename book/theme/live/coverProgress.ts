import { keptKeys } from "../client/keptChanges.ts";
import { liveButton } from "../client/liveButton.ts";
import { hasPassed } from "./keptPassed.ts";

/** On the cover: how many exercises of each chapter passed in this browser, and a way to forget all that it keeps of the book. */
export function coverProgress(chapters: HTMLElement): void {
  const items = [...chapters.querySelectorAll<HTMLElement>("[data-exercises]")];
  const marks = items.flatMap((item) => markOf(item) ?? []);
  const note = document.createElement("div");
  note.className = "kept-note";
  const told = document.createElement("p");
  told.role = "status";
  told.textContent =
    "This browser keeps your answers, changes and guesses, on this device alone. A checked exercise passed the tests that you see.";
  const forget = liveButton("Forget all of it", "forget-all", () => {
    if (!confirm("Forget your answers, changes and guesses in this book? They cannot be brought back."))
      return;
    for (const key of keptKeys()) localStorage.removeItem(key);
    for (const mark of marks) mark.remove();
    forget.remove();
    told.textContent = "Forgotten. This browser keeps nothing of yours in this book.";
  });
  note.append(told, forget);
  chapters.append(note);
}

function markOf(item: HTMLElement): HTMLElement | undefined {
  const page = new URL(item.querySelector("a")?.href ?? "", location.href).pathname;
  const all = item.dataset.exercises?.split(" ") ?? [];
  const passed = all.filter((each) => {
    const [id = "", digest = ""] = each.split(":");
    return hasPassed(id, digest, page);
  }).length;
  if (passed === 0) return undefined;
  const mark = document.createElement("p");
  mark.className = "exercise-state";
  mark.textContent = `✓ ${passed} of ${all.length} exercises checked here`;
  item.querySelector("h4")?.parentElement?.append(mark);
  return mark;
}

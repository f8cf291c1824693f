import type { MarkControl } from "./markForm.ts";

/** Works the page by keys: each does what the element with it in `data-key` does when it is clicked. */
export function keys(mark: MarkControl | undefined): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  document.querySelector("#help")?.addEventListener("click", () => dialog?.showModal());

  // What leads away waits until all is saved.
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || !mark || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
    event.preventDefault();
    void mark.flush().then((isKept) => {
      if (isKept) location.assign(link.href);
    });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || !mark) return;
    event.preventDefault();
    void mark.flush().then((isKept) => {
      if (isKept) form.submit();
    });
  });

  /** Whether the next number is of an item to change, not to tick. */
  let isForEditing = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      leaveField();
      void mark?.save();
      return;
    }
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (event.altKey && digit !== undefined) {
      const used = document.querySelectorAll<HTMLElement>("[data-comment]")[Number(digit) - 1];
      if (used) event.preventDefault();
      used?.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || dialog?.open) return;
    if (event.key === "Escape") return leaveField();
    if (isTyping(event.target as Element)) return;
    const field = { c: "comment", p: "score", r: "reason" }[event.key];
    if (field !== undefined && document.getElementById(field)) {
      event.preventDefault();
      const input = document.getElementById(field) as HTMLInputElement;
      input.focus();
      if (field === "score") input.select();
      return;
    }
    const wanted = isForEditing ? "#rubric .edit" : "#rubric input[name=rubric]";
    isForEditing = event.key === "i";
    const element = /^[1-9]$/.test(event.key)
      ? document.querySelectorAll<HTMLElement>(wanted)[Number(event.key) - 1]
      : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (!element) return;
    event.preventDefault();
    element.click();
  });
}

function leaveField(): void {
  if (isTyping(document.activeElement)) (document.activeElement as HTMLElement).blur();
}

/** Whether keys are text here. A tick box takes none. */
function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && element.type !== "checkbox";
}

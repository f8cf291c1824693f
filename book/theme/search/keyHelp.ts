import { hasSingleKeys, setSingleKeys } from "../client/singleKeys.ts";

let dialog: HTMLDialogElement | undefined;

/** Opens the list of keys. */
export function openKeyHelp(): void {
  dialog ??= made();
  if (!dialog.open) dialog.showModal();
}

function made(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "key-help";
  made.setAttribute("aria-labelledby", "key-help");
  const title = document.createElement("h2");
  title.id = "key-help";
  title.textContent = "Keys";
  const list = document.createElement("dl");
  for (const [keys, what] of keysHere()) {
    const [term, meaning] = [document.createElement("dt"), document.createElement("dd")];
    for (const key of keys) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      term.append(cap, " ");
    }
    meaning.textContent = what;
    list.append(term, meaning);
  }
  const [label, box] = [document.createElement("label"), document.createElement("input")];
  box.type = "checkbox";
  box.checked = hasSingleKeys();
  box.addEventListener("change", () => setSingleKeys(box.checked));
  label.append(box, " / s ? are keys, on this device");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => made.close());
  made.append(title, list, label, close);
  document.body.append(made);
  return made;
}

/** Only what there is on this page. */
function keysHere(): [keys: readonly string[], what: string][] {
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const keys: [readonly string[], string][] = [];
  if (has("a[rel=prev], a[rel=next]")) keys.push([["←", "→"], "the page before, the page after"]);
  keys.push([["/", "s"], "search the book"]);
  keys.push([["?"], "this list"]);
  keys.push([["Tab"], "to the next control, link or wide region"]);
  keys.push([["↑", "↓"], "on among links of one kind, or among what a search found"]);
  if (has(".figure .data > summary"))
    keys.push([
      ["←", "→"],
      "on the fold with a figure's data: read its points; ↑ and ↓ change the series, Escape ends",
    ]);
  if (has("[data-run]")) keys.push([["Ctrl", "Enter"], "in a cell that you edit: run it; Escape leaves it"]);
  if (has("[data-run]"))
    keys.push([["F1"], "there: what is known of the name at the cursor; Ctrl and Space offer names"]);
  keys.push([["Esc"], "close what is open"]);
  return keys;
}

import { keepChange, keptChange } from "../client/keptChanges.ts";
import { liveButton } from "../client/liveButton.ts";
import { ring } from "../client/rings.ts";

/** Where the text asks for a guess, a reader may write one down; the figure that it is about is covered for so long. */
export function guesses(): void {
  let asking: HTMLElement | undefined;
  const figures = new Map<HTMLElement, HTMLElement | undefined>();
  for (const part of document.querySelectorAll<HTMLElement>("[data-guess], .figure[id]")) {
    if (part.dataset.guess !== undefined) figures.set(part, undefined);
    else if (asking) figures.set(asking, part);
    asking = part.dataset.guess === undefined ? undefined : part;
  }
  for (const [block, figure] of figures) guessIn(block, figure);
  ring("main .guess-bar > button");
}

function guessIn(block: HTMLElement, figure: HTMLElement | undefined): void {
  const id = block.dataset.guess ?? "";
  const [form, kept, beside] = [element("form"), element("p"), element("p")];
  const text = element("textarea");
  const label = element("label");
  Object.assign(text, { id: `guess-${id}`, rows: 2 });
  label.htmlFor = text.id;
  label.textContent = "My guess, kept in this browser alone";
  const keep = liveButton(figure ? "Keep it and show the figure" : "Keep it", "keep");
  keep.type = "submit";
  form.append(label, text, keep);
  [kept.className, beside.className] = ["guess-kept", "guess-kept"];
  kept.role = "status";

  const cover = element("div");
  cover.className = "figure-cover";
  const reveal = liveButton("Show the figure", "reveal", () => {
    uncover();
    figure?.querySelector<HTMLElement>(".canvas")?.scrollIntoView({ block: "nearest" });
  });
  cover.append("Covered while you guess ", reveal);
  const uncover = (): void => {
    figure?.classList.remove("covered");
    cover.remove();
  };
  const open = (isOpen: boolean): void => {
    form.hidden = !isOpen;
    toggle.ariaExpanded = `${isOpen}`;
    if (!isOpen) uncover();
    else {
      text.value = own;
      text.focus();
      if (own === "") figure?.classList.add("covered");
      if (own === "") figure?.append(cover);
    }
  };

  /** What a browser does not keep stays as long as the page is open. */
  let own = keptChange(id, "") ?? "";
  const set = (words: string): void => {
    own = words;
    keepChange(id, "", words);
    show();
    open(false);
    toggle.focus();
  };
  const toggle = liveButton("", "guess-open", () => open(toggle.ariaExpanded !== "true"));
  const remove = liveButton("Delete it", "guess-delete", () => set(""));
  const show = (): void => {
    for (const each of [kept, beside]) each.textContent = own === "" ? "" : `You guessed: ${own}`;
    toggle.textContent = own === "" ? "Write down my guess" : "Change it";
    remove.hidden = own === "";
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === "") text.focus();
    else set(words);
  });
  const bar = element("div");
  bar.className = "guess-bar";
  bar.append(toggle, remove);
  const place = element("div");
  place.className = "guess";
  place.append(kept, bar, form);
  form.hidden = true;
  toggle.ariaExpanded = "false";
  block.append(place);
  figure?.querySelector(".about")?.prepend(beside);
  show();
}

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] =>
  document.createElement(name);

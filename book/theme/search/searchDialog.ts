import { type Found, find } from "../../search/find.ts";
import { nearWords } from "../../search/nearWords.ts";
import type { SearchBook } from "../../search/searchBook.ts";
import { openKeyHelp } from "./keyHelp.ts";
import { made } from "./made.ts";
import { markFound } from "./markFound.ts";
import { openBook } from "./openBook.ts";
import { resultGroups } from "./resultGroups.ts";
import { resultList } from "./resultList.ts";

/** The search over the page: a field, and below it what it found, to be walked with ↑ and ↓ while the field keeps the focus. */
export class SearchDialog {
  readonly #texts: string;
  readonly #root: string;
  readonly #dialog = made("dialog", { className: "search" });
  readonly #field = made("input", {
    ...{ type: "search", id: "search-field", role: "combobox", autocomplete: "off", spellcheck: false },
    placeholder: "a word, a formula",
  });
  readonly #said = made("p", { className: "search-said", role: "status" });
  readonly #list = made("div", {
    className: "search-list",
    id: "search-list",
    role: "listbox",
    ariaLabel: "Finds",
  });
  #book: Promise<SearchBook> | undefined;
  #chosen = -1;

  constructor(texts: string, root: string) {
    this.#texts = texts;
    this.#root = root;
    const [dialog, field] = [this.#dialog, this.#field];
    dialog.ariaLabel = "Search the book";
    for (const [name, value] of [
      ["aria-label", "Search the book"],
      ["aria-controls", this.#list.id],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["enterkeyhint", "go"],
    ] as const)
      field.setAttribute(name, value);
    const close = made("button", { type: "button" }, "Close");
    close.addEventListener("click", () => dialog.close());
    const keys = made("button", { type: "button" }, "Keys");
    keys.addEventListener("click", openKeyHelp);
    dialog.append(made("div", { className: "search-head" }, field, keys, close), this.#said, this.#list);
    field.addEventListener("input", () => void this.#search());
    field.addEventListener("keydown", (event) => this.#onKey(event));
    this.#list.addEventListener("click", (event) => this.#onClick(event));
    // Beside it: a click there is one on the dialog itself, whose content fills it.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.body.append(dialog);
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#field.select();
    void this.#search();
  }

  /** Shows what the field's question finds, unless another one is asked meanwhile. */
  async #search(): Promise<void> {
    const question = this.#field.value;
    const asked = question.trim();
    let book: SearchBook;
    try {
      this.#book ??= openBook(this.#texts);
      if (this.#list.childElementCount === 0) this.#say(asked === "" ? help : "Reading the book …");
      book = await this.#book;
      // Keys that wait come first: of fast typing only the last question is answered.
      await new Promise((next) => setTimeout(next));
    } catch {
      this.#book = undefined;
      this.#say("The book’s texts could not be loaded. Type again to try once more.");
      return;
    }
    if (question !== this.#field.value) return;
    const found = asked === "" ? { finds: [], hasAll: true } : find(book, asked);
    this.#list.replaceChildren(...resultList(book, resultGroups(found.finds), asked, this.#root));
    this.#list.scrollTop = 0;
    this.#field.setAttribute("aria-expanded", String(found.finds.length > 0));
    this.#choose(found.finds.length > 0 ? 0 : -1);
    if (asked === "") this.#say(help);
    else if (found.finds.length > 0) this.#say(counted(found, this.#options.length));
    else this.#sayNothing(book, asked);
  }

  #say(...words: (string | Node)[]): void {
    this.#said.replaceChildren(...words);
  }

  #sayNothing(book: SearchBook, asked: string): void {
    const near = nearWords(book, asked).flatMap((word, index) => {
      const button = made("button", { type: "button" }, word);
      button.addEventListener("click", () => {
        this.#field.value = word;
        this.#field.focus();
        void this.#search();
      });
      return index === 0 ? [button] : [" ", button];
    });
    const advice = near.length > 0 ? ["Try ", ...near] : ["Try fewer letters, or another word for it."];
    this.#say(`Nothing found for “${asked}”. `, ...advice);
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>("[role=option]")];
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [at, option] of this.#options.entries()) option.ariaSelected = String(at === index);
    const chosen = this.#options[index];
    if (chosen) this.#field.setAttribute("aria-activedescendant", chosen.id);
    else this.#field.removeAttribute("aria-activedescendant");
    // With the name of its page, where it is the first of it.
    const seen = chosen?.previousElementSibling?.role === "presentation" ? chosen.parentElement : chosen;
    seen?.scrollIntoView({ block: "nearest" });
    if (seen !== chosen) chosen?.scrollIntoView({ block: "nearest" });
  }

  #onKey(event: KeyboardEvent): void {
    const count = this.#options.length;
    if (event.isComposing || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count > 0) this.#choose((this.#chosen + step + count) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // As a click, so that Ctrl and Enter open a tab as Ctrl and a click do.
      const { ctrlKey, metaKey, shiftKey } = event;
      const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
      this.#options[this.#chosen]?.dispatchEvent(click);
    } else if (event.key === "Escape") {
      // A search field would be emptied first.
      event.preventDefault();
      this.#dialog.close();
    }
  }

  /** A find on this very page is gone to, and not loaded anew: what its reader has run stays. */
  #onClick(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLAnchorElement>("[role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const there = new URL(option.href);
    this.#dialog.close();
    if (fileOf(there) !== fileOf(location)) return;
    event.preventDefault();
    const anchor = decodeURIComponent(there.hash.slice(1));
    location.hash = there.hash;
    markFound(this.#field.value, anchor);
  }
}

const help = "Words as you type them; also names in code, numbers, formulas such as 1 − 1/N.";

/** A server shows the first page for its folder. */
const fileOf = ({ pathname }: Pick<URL, "pathname">): string => pathname.replace(/\/$/, "/index.html");

function counted({ finds, hasAll }: Found, shown: number): string {
  const count = finds.length === 1 ? "1 place" : `${finds.length} places`;
  const best = shown < finds.length ? `, the best ${shown} of them here` : "";
  return hasAll ? `${count}${best}` : `No place has all of these words; ${count} with some${best}`;
}

/** A line that says what is left out for now, and a button that brings it. */
export class LeftOut {
  readonly element: HTMLElement = document.createElement("p");
  readonly #words = document.createTextNode("");
  readonly #button = document.createElement("button");

  constructor(onShowAll: () => void) {
    this.element.className = "left-out";
    this.#button.type = "button";
    this.#button.className = "live-button all";
    this.#button.textContent = "Show all";
    this.#button.addEventListener("click", onShowAll);
    this.element.append(this.#words, " ", this.#button);
  }

  /**
   * @param of what they are, in the plural
   * @param canBeHad whether the page bears them
   */
  say(count: number, of: string, canBeHad = true): void {
    this.#button.hidden = !canBeHad;
    this.#words.data = `… ${count.toLocaleString("en")} ${of} before are left out.`;
  }
}

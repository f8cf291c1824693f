const gap = 8;

/** The one card of a page, beside the link that it is about. */
export class Card {
  readonly element: HTMLElement = document.createElement("div");
  /** The link that it is about, as long as it is open or about to be. */
  #link: HTMLAnchorElement | undefined;

  constructor() {
    this.element.className = "link-card";
    this.element.id = "link-card";
    this.element.role = "tooltip";
    this.element.hidden = true;
    // Within the page's text, which is a landmark.
    document.querySelector("main")?.append(this.element);
  }

  get link(): HTMLAnchorElement | undefined {
    return this.#link;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** A screen reader says it with the link, as its description: before anything is seen, since it asks as the link is reached. */
  fill(link: HTMLAnchorElement, content: readonly Node[]): void {
    this.close();
    this.#link = link;
    this.element.replaceChildren(...content);
    link.setAttribute("aria-describedby", this.element.id);
  }

  show(): void {
    if (!this.#link) return;
    this.element.hidden = false;
    this.#place(this.#link);
  }

  close(): void {
    this.#link?.removeAttribute("aria-describedby");
    this.#link = undefined;
    this.element.hidden = true;
  }

  /** Below the link or above it, where there is more room, and never over it. */
  #place(link: HTMLAnchorElement): void {
    const { style } = this.element;
    const { top, bottom, left } = link.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    style.maxHeight = "none";
    const { width, height } = this.element.getBoundingClientRect();
    const [above, below] = [top - 2 * gap, clientHeight - bottom - 2 * gap];
    const isBelow = height <= below || below >= above;
    const high = Math.min(height, Math.max(isBelow ? below : above, 0));
    const [x, y] = [
      Math.max(gap, Math.min(left, clientWidth - width - gap)),
      isBelow ? bottom + gap : top - gap - high,
    ];
    style.maxHeight = `${high}px`;
    style.left = `${x + scrollX}px`;
    style.top = `${y + scrollY}px`;
  }
}

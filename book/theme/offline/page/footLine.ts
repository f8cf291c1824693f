/** What the foot of the page says of the book on this device, and the button beside it. */
export interface FootWords {
  readonly words: string;
  /** From 0 to 1, while it loads. */
  readonly progress?: number;
  /** Changes all the time, and is not read out. */
  readonly count?: string;
  readonly button?: readonly [words: string, press: () => void];
}

/** A line in the foot of the page. What does not change stays the same element, so that a button keeps its focus. */
export function footLine(): { show(said: FootWords): void } {
  const line = document.createElement("p");
  line.className = "offline";
  const [words, count] = [document.createElement("span"), document.createElement("span")];
  const [bar, button] = [document.createElement("progress"), document.createElement("button")];
  bar.ariaLabel = "Loaded";
  button.type = "button";
  let press = (): void => {};
  button.addEventListener("click", () => {
    words.role = "status"; // from now on the reader waits for it
    press();
  });
  line.append(words, " ", bar, " ", count, " ", button);
  return {
    show(said) {
      // Where a browser lets nothing be kept, nothing is said.
      if (!line.isConnected) document.querySelector(".foot")?.append(line);
      if (words.textContent !== said.words) words.textContent = said.words;
      bar.hidden = said.progress === undefined;
      bar.value = said.progress ?? 0;
      count.textContent = said.count ?? "";
      button.hidden = said.button === undefined;
      if (said.button && button.textContent !== said.button[0]) button.textContent = said.button[0];
      press = said.button?.[1] ?? (() => {});
    },
  };
}

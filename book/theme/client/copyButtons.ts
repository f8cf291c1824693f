/** A Copy button on every code block. */
export function copyButtons(): void {
  for (const block of document.querySelectorAll(".code")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      const text = block.querySelector("code")?.textContent ?? "";
      navigator.clipboard.writeText(text).then(
        () => say(button, "Copied"),
        () => say(button, "Not allowed"),
      );
    });
    // Beside the block, not in it: the block scrolls sideways.
    const wrap = document.createElement("div");
    wrap.className = "with-copy";
    block.replaceWith(wrap);
    wrap.append(block, button);
  }
}

function say(button: HTMLButtonElement, word: string): void {
  button.textContent = word;
  setTimeout(() => {
    button.textContent = "Copy";
  }, 1600);
}

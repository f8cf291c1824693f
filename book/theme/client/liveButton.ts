/** A button as they stand under cells; the name is its class. */
export function liveButton(words: string, name: string, press?: () => unknown): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `live-button ${name}`;
  made.textContent = words;
  if (press) made.addEventListener("click", () => void press());
  return made;
}

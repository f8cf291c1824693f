/** The line that the service worker puts over a page that it had to take from this device. */
const keptLine = (): HTMLElement | null => document.querySelector(".kept-edition");

/** Its link asks again with more patience than for the first time. */
export function patientKeptLine(): void {
  keptLine()
    ?.querySelector("a")
    ?.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
}

/** The site has answered after all: with the same page, or with a newer one. */
export function answeredLate(isSame: boolean): void {
  const line = keptLine();
  const [words, link] = [line?.querySelector("span"), line?.querySelector("a")];
  if (!words || !link) return;
  words.textContent = isSame
    ? "The site has answered late. This is its newest edition of this page."
    : "The site has answered late, with a newer edition of this page.";
  if (isSame) link.remove();
  else link.textContent = "Read it";
}

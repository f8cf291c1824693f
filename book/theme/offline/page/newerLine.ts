let line: HTMLElement | undefined;

/** A line over the page, at its lower edge, with a way to the newer edition; once for a page. */
export function newerLine(): void {
  if (line) return;
  line = document.createElement("div");
  line.className = "newer-edition";
  line.role = "status";
  document.body.append(line);
  const [read, later] = [document.createElement("button"), document.createElement("button")];
  for (const button of [read, later]) button.type = "button";
  read.textContent = "Read it";
  later.textContent = "Not now";
  read.addEventListener("click", () => location.reload());
  later.addEventListener("click", () => line?.remove());
  // Once it is in the page, so that it is read out.
  requestAnimationFrame(() => line?.append("This page has a newer edition. ", read, " ", later));
}

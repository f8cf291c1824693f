/** What a page has many of. The Tab key stops at one of each kind, ↑ and ↓ go on to the others of that kind. */
const kinds = [
  ".contents a",
  "main .permalink",
  "main .term",
  "main .citation a",
  "main .copy",
  "main .live-bar > button",
  "main .claim summary",
  "main .references li > a",
  "main .cited-in a",
  "main .notation a",
  "main .names a",
];

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Makes a ring of each kind; without scripts every link is a stop of its own. */
export function rings(): void {
  for (const kind of kinds) ring(kind);
  // The page says so where it is true.
  for (const note of document.querySelectorAll<HTMLElement>(".keys")) note.hidden = false;
}

/** Of one kind; a script that is loaded later makes its own. */
export function ring(kind: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(kind)];
  const choose = (stop: HTMLElement | undefined): void => {
    for (const each of all) each.tabIndex = each === stop ? 0 : -1;
  };
  const seen = (): HTMLElement[] => all.filter((each) => each.checkVisibility());
  choose(all.find((each) => each.ariaCurrent) ?? seen()[0] ?? all[0]);
  for (const each of all) {
    if (all.length > 1) each.dataset.ring = "";
    each.addEventListener("focus", () => choose(each));
    each.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // What is hidden now, in a closed fold or on a narrow page, is passed over.
      const open = seen();
      open[step(open.indexOf(each), open.length)]?.focus();
    });
  }
}

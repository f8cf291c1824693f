import { Card } from "./card.ts";
import { cardContent } from "./cardContent.ts";

/** Not what turns pages, hands over files, or names itself. */
const links = "main a[href]:not(.permalink, [download], nav a, .way-on a, .badges a, .cited-in a)";

/** A link that is passed by opens nothing, and a pointer has time to go from the link to its card. */
const restMs = 300;

/** A touch that is held so long is no tap. */
const heldMs = 400;

/**
 * Cards of links. A mouse rests on a link, the Tab key or an arrow reaches it, a finger holds it: a tap follows the link, as
 * everywhere, and what the browser itself offers for a held link is left to it.
 */
export function linkCards(): void {
  const card = new Card();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest wish. */
  let wanted: HTMLAnchorElement | undefined;
  const later = (act: () => void, ms = restMs): void => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const close = (): void => {
    clearTimeout(timer);
    wanted = undefined;
    card.close();
  };
  /** @param isAtOnce whether what it says is wanted before it shows */
  const open = async (link: HTMLAnchorElement, isAtOnce: boolean, ms = restMs): Promise<void> => {
    wanted = link;
    if (!isAtOnce) await new Promise<void>((done) => later(done, ms));
    if (wanted !== link) return;
    link.removeAttribute("title"); // it would say the same beside it
    const content = await cardContent(link).catch(() => undefined); // then the link says what it says
    if (wanted !== link) return;
    if (!content) return close();
    card.fill(link, content);
    if (isAtOnce) later(() => card.show(), ms);
    else card.show();
  };
  const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
    target instanceof Element ? target.closest<HTMLAnchorElement>(links) : null;
  const isInCard = (target: EventTarget | null): boolean =>
    target instanceof Node && card.element.contains(target);

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const link = linkAt(target);
    if ((link && link === card.link) || isInCard(target)) {
      if (card.isOpen) clearTimeout(timer);
      return;
    }
    if (link) void open(link, false);
    else if (card.isOpen) later(close);
    else if (wanted && wanted !== document.activeElement) close();
  });
  document.documentElement.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType !== "touch" && card.isOpen) later(close);
  });
  document.addEventListener("focusin", ({ target }) => {
    const link = linkAt(target);
    if (link?.matches(":focus-visible")) void open(link, true);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (target === wanted && !wanted?.matches(":hover")) close();
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !wanted) return;
      // What else Escape closes stays for the next one.
      if (card.isOpen) event.stopPropagation();
      close();
    },
    true,
  );
  let touched = performance.now();
  /** Opened by a finger that is still there. */
  let held: HTMLAnchorElement | undefined;
  const hold = (link: HTMLAnchorElement, ms: number): void => {
    void open(link, false, ms).then(() => {
      if (card.isOpen && card.link === link) held = link;
    });
  };
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    if (isInCard(target)) return;
    close();
    const link = pointerType === "touch" && linkAt(target);
    touched = performance.now();
    held = undefined;
    if (link) hold(link, heldMs);
  });
  document.addEventListener("contextmenu", (event) => {
    const link = (event as PointerEvent).pointerType === "touch" && linkAt(event.target);
    if (link && link !== card.link) hold(link, 0);
  });
  for (const over of ["pointerup", "pointercancel"] as const)
    document.addEventListener(over, ({ pointerType }) => {
      // A finger that begins to scroll, or a tap; later the browser itself takes it for held.
      if (pointerType === "touch" && performance.now() - touched < heldMs) close();
    });
  document.addEventListener("click", (event) => {
    if (held && linkAt(event.target) === held) event.preventDefault(); // it was no tap
    held = undefined;
  });
  addEventListener("beforeprint", close);
  addEventListener("pagehide", close);

  // What brought this program here is over already.
  const reached = matchMedia("(hover: hover)").matches ? document.querySelector("a:hover") : null;
  if (reached instanceof HTMLAnchorElement && reached.matches(links)) void open(reached, false);
  const focused = linkAt(document.activeElement);
  if (focused?.matches(":focus-visible")) void open(focused, true);
}

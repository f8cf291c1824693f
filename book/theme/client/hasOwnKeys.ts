/** Controls, editors, regions that scroll: a key there is for them. */
const busy = "button, input, textarea, select, summary, video, audio, [tabindex], [contenteditable]";

/** Whether a key is not for the page. A link has Enter and, in a ring, the arrows for itself: letters and signs it leaves. */
export function hasOwnKeys(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing)
    return true;
  const target = event.target as Element;
  return (target.closest(busy) !== null && !target.matches("a")) || document.querySelector(":modal") !== null;
}

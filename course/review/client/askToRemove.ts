import { button } from "./button.ts";
import { sent } from "./sent.ts";

interface Removal {
  readonly address: string;
  readonly id: string;
  removed(): void;
}

/** Removes an item; if answers have it, says first what becomes of them, and asks. */
export async function askToRemove(
  ask: HTMLElement,
  fault: HTMLElement,
  { address, id, removed }: Removal,
  agreed?: string,
): Promise<void> {
  const outcome = await sent(address, { id, agreed });
  if (outcome.removed) return removed();
  if (outcome.question === undefined) {
    fault.textContent = outcome.fault ?? "Not removed.";
    return;
  }
  const { question } = outcome;
  const words = Object.assign(document.createElement("p"), { textContent: question });
  words.setAttribute("role", "alert");
  const yes = button(
    "Remove it from all",
    () => void askToRemove(ask, fault, { address, id, removed }, question),
  );
  ask.replaceChildren(words, yes);
  yes.focus();
}

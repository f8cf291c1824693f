import { starterSlots } from "./starterSlot.ts";

/** The starter with an answer where it waits for one; what else it gives stays. */
export function answeredStarter(starter: string, answer: string): string {
  const slots = starterSlots(starter);
  let text = starter.slice(0, slots[0]!.start) + answer;
  for (const [i, { end }] of slots.entries()) text += starter.slice(end, slots[i + 1]?.start);
  return text;
}

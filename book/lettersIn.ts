import { lettersOf } from "./lettersOf.ts";

/**
 * The letters of elements that hold nothing but text and ask for a face by these classes; none if an element that holds
 * others asks for it too, or if every element does. A blackboard 𝔼 alone is a tenth of its face with all letters.
 */
export function lettersIn(formulas: string, classes: RegExp): string {
  if (classes.test("mord")) return "";
  // Only looked ahead at: the "<" of what an element begins with is where the next match begins.
  const asking = [...formulas.matchAll(/<span class="([^"]*)"[^>]*>([^<]*)(?=(<\/?))/g)].filter(
    ([, names = ""]) => classes.test(names),
  );
  if (asking.some(([, , , next]) => next !== "</")) return "";
  return lettersOf(asking.map(([, , text]) => text).join(""));
}

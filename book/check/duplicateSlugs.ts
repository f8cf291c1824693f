import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** Two chapters or pages with one address would overwrite each other. */
export function duplicateSlugs({ chapters, pages }: Site): Fault[] {
  const all = [...chapters, ...pages];
  return all.flatMap(({ slug, file }, index): Fault[] => {
    const before = all.slice(0, index).find((other) => other.slug === slug);
    if (!before) return [];
    const message = `the slug "${slug}" of ${file} is taken by ${before.file}; choose another`;
    return [{ file: "book/book.yml", rule: "duplicate-slug", message }];
  });
}

import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** Two chapters with one address would overwrite each other. */
export function duplicateSlugs({ chapters }: Site): Fault[] {
  return chapters.flatMap(({ slug, file }, index): Fault[] => {
    const before = chapters.slice(0, index).find((other) => other.slug === slug);
    if (!before) return [];
    const message = `the slug "${slug}" of ${file} is taken by ${before.file}; choose another`;
    return [{ file: "book/book.yml", rule: "duplicate-slug", message }];
  });
}

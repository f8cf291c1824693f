import type { Chapter } from "../chapter.ts";
import type { Content } from "../render/content.ts";
import { addressOf } from "./addressOf.ts";
import type { MetaSources } from "./headMeta.ts";

/** What search engines are told of a page, in the words of schema.org: the book, a chapter of it, or a page beside them. */
export function structuredData(
  { page, title, description }: Pick<Content, "page" | "title" | "description">,
  chapter: Chapter | undefined,
  { config, chapters, address, card }: MetaSources,
): Record<string, unknown> {
  const { authors, published, licence } = config.edition;
  const url = (of: string): { url?: string } =>
    address === undefined ? {} : { url: addressOf(address, of) };
  const own = {
    description,
    ...url(page),
    inLanguage: "en",
    isAccessibleForFree: true,
    ...(authors.length > 0 && { author: authors }),
    ...(published !== undefined && { datePublished: published }),
    ...(licence && { license: licence.address }),
    ...(address !== undefined && card !== undefined && { image: address + card }),
  };
  const context = { "@context": "https://schema.org" };
  const book = { "@type": "Book", name: config.title, ...url("index.html") };
  if (page === "index.html") {
    const hasPart = chapters.map((each) => ({ ...named(each), ...url(each.page) }));
    return { ...context, ...book, alternativeHeadline: config.subtitle, ...own, hasPart };
  }
  if (chapter) {
    const length = { timeRequired: `PT${Math.round(chapter.minutes)}M`, educationalUse: "self-study" };
    return { ...context, ...named(chapter), ...own, ...length, isPartOf: book };
  }
  return { ...context, "@type": "WebPage", name: title, ...own, isPartOf: book };
}

const named = ({ title, number }: Chapter) => ({
  "@type": ["Chapter", "LearningResource"],
  name: title,
  position: number,
});

import { SearchBook } from "../../search/searchBook.ts";
import { type SearchPage, unpackPages } from "../../search/searchFile.ts";
import { textOf } from "../live/texts.ts";

/** Longest work in one go, so that a key is answered meanwhile. */
const sliceMs = 12;

/** The book's texts with their words, read in many short turns. @throws {Error} if they cannot be loaded */
export async function openBook(address: string): Promise<SearchBook> {
  const pages = unpackPages(await textOf(address, "search"));
  const book = new SearchBook();
  for (const work of [words(book, pages), literals(book)]) await inTurns(work);
  return book;
}

function* words(book: SearchBook, pages: readonly SearchPage[]): Generator<void> {
  for (const page of pages)
    for (const section of page.sections) {
      book.add(page, section);
      yield;
    }
}

function* literals(book: SearchBook): Generator<void> {
  for (const place of book.entries.keys()) {
    book.literal(place);
    yield;
  }
}

async function inTurns(work: Generator<void>): Promise<void> {
  let begun = performance.now();
  for (const _ of work) {
    if (performance.now() - begun < sliceMs) continue;
    await new Promise((next) => setTimeout(next));
    begun = performance.now();
  }
}

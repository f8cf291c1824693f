import { literalText } from "./literalText.ts";
import type { SearchPage } from "./searchFile.ts";
import type { Section } from "./section.ts";
import { commonWords, type Word, wordsIn } from "./words.ts";

/** A place of the book, ready to be searched. */
export interface Entry {
  readonly page: SearchPage;
  readonly section: Section;
}

/** How often a word stands in a place: as it is, and at the beginning of others. */
export interface Hits {
  whole: number;
  begun: number;
}

/** So many hits in a place say as much as more. */
const enough = 5;

/** Words one after the other, each between two spaces, with where each place's begin: to look one up is to look for a text in a text. */
class WordLine {
  #text = " ";
  readonly #starts: number[] = [];

  add(text: string): void {
    this.#starts.push(this.#text.length - 1);
    let words = "";
    for (const { whole, parts } of wordsIn(text)) {
      if (commonWords.has(whole)) continue;
      words += `${whole} `;
      for (const part of parts) words += `${part} `;
    }
    this.#text += words;
  }

  /** Where a word stands, by place; with `begins`, also words that begin with it. */
  find(word: string, begins: boolean): Map<number, Hits> {
    const found = new Map<number, Hits>();
    const sought = begins ? ` ${word}` : ` ${word} `;
    let [place, end] = [-1, 0];
    let hits: Hits = { whole: 0, begun: 0 };
    for (let at = this.#text.indexOf(sought); at !== -1; ) {
      if (at >= end) {
        place = this.#placeAt(at, Math.max(place, 0));
        end = this.#starts[place + 1] ?? this.#text.length;
        hits = { whole: 0, begun: 0 };
        found.set(place, hits);
      }
      if (this.#text[at + word.length + 1] === " ") hits.whole += 1;
      else hits.begun += 1;
      const isEnough = hits.whole >= enough || hits.begun >= 4 * enough;
      at = this.#text.indexOf(sought, isEnough ? end : at + sought.length - 1);
    }
    return found;
  }

  /** The words that begin with these letters, each once. */
  wordsFrom(letters: string, most: number): string[] {
    const words = new Set<string>();
    const sought = ` ${letters}`;
    for (let at = this.#text.indexOf(sought); at !== -1 && words.size < most; ) {
      const end = this.#text.indexOf(" ", at + 1);
      words.add(this.#text.slice(at + 1, end));
      at = this.#text.indexOf(sought, end);
    }
    return [...words];
  }

  /** @param from a place that is not behind it */
  #placeAt(at: number, from: number): number {
    let [low, high] = [from, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** All places of the book, with their words. Those are taken from the texts here, as the book is opened, and not sent: they would double it. */
export class SearchBook {
  readonly entries: Entry[] = [];
  readonly titles: WordLine = new WordLine();
  readonly texts: WordLine = new WordLine();
  readonly #literals: (string | undefined)[] = [];
  readonly #words: (readonly Word[] | undefined)[] = [];

  add(page: SearchPage, section: Section): void {
    this.entries.push({ page, section });
    // A chapter is found by its number, too.
    const { title, isTitled, anchor } = section;
    this.titles.add(isTitled ? `${anchor === "" ? page.label : ""} ${title}` : "");
    this.texts.add(section.text);
  }

  /** The words of a place's text: who types a question letter by letter meets the same places again and again. */
  words(place: number): readonly Word[] {
    this.#words[place] ??= [...wordsIn(this.entries[place]!.section.text)];
    return this.#words[place];
  }

  /** A place's title and text as one types them. */
  literal(place: number): string {
    const { section } = this.entries[place]!;
    this.#literals[place] ??=
      `${section.isTitled ? literalText(section.title) : ""}\n${literalText(section.text)}`;
    return this.#literals[place];
  }
}

/** All of them at once: for tests. A page does it bit by bit. */
export function searchBookOf(pages: readonly SearchPage[]): SearchBook {
  const book = new SearchBook();
  for (const page of pages) for (const section of page.sections) book.add(page, section);
  return book;
}

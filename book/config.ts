import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { Refusal } from "../kernel/refusal.ts";
import { type Edition, readEdition } from "./edition.ts";
import { type Flavour, flavours } from "./flavour.ts";

/** A chapter as `book.yml` lists it. */
export interface ChapterEntry {
  /** The first two digits of its file. A chapter keeps its number and its address for good. */
  readonly number: number;
  /** File name in `notebooks/`. */
  readonly file: string;
  readonly slug: string;
  /** What the chapter shows, in a line or two. */
  readonly claim: string;
  readonly minutes: number;
  /** What a reader should know before. */
  readonly needs: string;
  /** Name of the part it belongs to. */
  readonly part: string;
}

/** A page of front or back matter as `book.yml` lists it: markdown in `book/pages/`. */
export interface PageEntry {
  readonly file: string;
  readonly slug: string;
  /** Before the chapters or after them. */
  readonly place: "front" | "back";
  /** What the page is for, in a line. */
  readonly description: string;
  /** The flavour of the book that has the page; undefined if both have. */
  readonly flavour: Flavour | undefined;
}

/** The table of contents and the words on the cover. */
export interface BookConfig {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly parts: readonly { readonly title: string; readonly chapters: readonly ChapterEntry[] }[];
  readonly chapters: readonly ChapterEntry[];
  readonly pages: readonly PageEntry[];
  /** CSL-JSON file, beside `book.yml`. */
  readonly bibliography: string;
  /** YAML file of words and letters, beside `book.yml`; none if the book explains none. */
  readonly glossary: string | undefined;
  /** The library whose reference the book holds; none if it has none. */
  readonly api: ApiConfig | undefined;
  /** Whether readers can run and edit the cells in the page. */
  readonly live: boolean;
  /** What catalogues, cards and e-readers are told. */
  readonly edition: Edition;
}

/** What `book.yml` says of the library. */
export interface ApiConfig {
  /** Its folder, relative to the project, with the `package.json` that says what it exports. */
  readonly folder: string;
  /** Its folders, in the order of the reference. One that is not listed comes last, under its own name. */
  readonly groups: readonly { readonly folder: string; readonly title: string; readonly about: string }[];
  /** Folders of further packages, each with a `package.json` and on a page of its own. */
  readonly packages: readonly { readonly folder: string; readonly title: string; readonly about: string }[];
}

type Yaml = Record<string, unknown>;

/**
 * Reads `book/book.yml`.
 *
 * @throws {Refusal} (exit code 2) if a key is missing or of the wrong kind, naming it
 */
export async function readConfig(root: string): Promise<BookConfig> {
  const text = await readFile(join(root, "book/book.yml"), "utf8").catch((cause) => {
    throw new Refusal("Cannot build the book: book/book.yml must exist", 2, { cause });
  });
  return parseConfig(text);
}

/** Reads the text of a `book.yml`. */
function parseConfig(text: string): BookConfig {
  const book = parse(text) as Yaml;
  const parts = list(book, "parts").map((part) => {
    const title = word(part, "title");
    return { title, chapters: list(part, "chapters").map((entry) => chapterEntry(entry, title)) };
  });
  return {
    title: word(book, "title"),
    subtitle: word(book, "subtitle"),
    description: word(book, "description"),
    bibliography: word(book, "bibliography"),
    glossary: book.glossary === undefined ? undefined : word(book, "glossary"),
    api: book.api === undefined ? undefined : apiConfig(book.api as Yaml),
    live: book.live === undefined ? false : truth(book, "live"),
    edition: readEdition(book),
    parts,
    chapters: parts.flatMap((part) => part.chapters),
    pages: book.pages === undefined ? [] : list(book, "pages").map(pageEntry),
  };
}

function apiConfig(api: Yaml): ApiConfig {
  const titled = (entry: Yaml) => ({
    folder: word(entry, "folder"),
    title: word(entry, "title"),
    about: word(entry, "about"),
  });
  const groups = list(api, "groups").map(titled);
  const packages = api.packages === undefined ? [] : list(api, "packages").map(titled);
  return { folder: word(api, "folder"), groups, packages };
}

function chapterEntry(entry: Yaml, part: string): ChapterEntry {
  const file = word(entry, "file");
  const number = Number(/^(\d\d)-.+\.ipynb$/.exec(file)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) refuse(`a chapter's file must look like 01-name.ipynb, got ${file}`);
  const slug = slugOf(entry, file);
  const minutes = Number(entry.minutes);
  if (!(minutes > 0)) refuse(`minutes of ${file} must be a positive number, got ${String(entry.minutes)}`);
  return { number, file, slug, part, minutes, claim: word(entry, "claim"), needs: word(entry, "needs") };
}

function pageEntry(entry: Yaml): PageEntry {
  const file = word(entry, "file");
  if (!/^[a-z-]+\.md$/.test(file)) refuse(`a page's file must look like name.md, got ${file}`);
  const place = word(entry, "place");
  if (place !== "front" && place !== "back") refuse(`place of ${file} must be front or back, got ${place}`);
  const flavour = entry.flavour as Flavour | undefined;
  if (flavour !== undefined && !flavours.includes(flavour))
    refuse(`flavour of ${file} must be one of ${flavours.join(", ")}, got ${String(flavour)}`);
  return { file, slug: slugOf(entry, file), place, description: word(entry, "description"), flavour };
}

function slugOf(entry: Yaml, file: string): string {
  const slug = word(entry, "slug");
  if (
    !/^[a-z0-9-]+$/.test(slug) ||
    ["index", "404", "bibliography", "glossary", "notation", "run"].includes(slug)
  ) {
    refuse(`slug of ${file} must be lower-case words joined by hyphens, got ${slug}`);
  }
  return slug;
}

function word(object: Yaml, key: string): string {
  const value = object?.[key];
  if (typeof value !== "string" || value.trim() === "")
    refuse(`${key} must be a text, got ${JSON.stringify(value)}`);
  return String(value).trim();
}

function truth(object: Yaml, key: string): boolean {
  const value = object[key];
  if (typeof value !== "boolean") refuse(`${key} must be true or false, got ${JSON.stringify(value)}`);
  return value as boolean;
}

function list(object: Yaml, key: string): Yaml[] {
  const value = object?.[key];
  if (!Array.isArray(value) || value.length === 0) refuse(`${key} must be a list that is not empty`);
  return value as Yaml[];
}

function refuse(reason: string): never {
  throw new Refusal(`Cannot read book/book.yml: ${reason}`, 2);
}

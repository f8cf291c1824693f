import { Refusal } from "../kernel/refusal.ts";

/** A picture beside `book.yml`. */
export interface Picture {
  readonly file: string;
  /** What it shows, in a sentence: for who cannot see it. */
  readonly shows: string;
}

/** What catalogues, cards and e-readers are told of the book, as `book.yml` has it. All of it may be left out. */
export interface Edition {
  /** Where the site for readers is published, with a slash at its end. Without it nothing absolute is written. */
  readonly address: string | undefined;
  readonly authors: readonly string[];
  /** Day of publication, such as 2026-12-01. */
  readonly published: string | undefined;
  /** Terms of the text. */
  readonly licence: { readonly name: string; readonly address: string } | undefined;
  /** What a card shows that somebody makes of a link. */
  readonly picture: Picture | undefined;
  /** The front of the EPUB and of the PDF. */
  readonly cover: Picture | undefined;
}

type Yaml = Readonly<Record<string, unknown>>;

/**
 * Reads those keys.
 *
 * @throws {Refusal} (exit code 2) if one is of the wrong kind, naming it
 */
export function readEdition(book: Yaml): Edition {
  return {
    address: book.address === undefined ? undefined : address("address", book.address),
    authors: book.authors === undefined ? [] : names(book.authors),
    published: book.published === undefined ? undefined : day(book.published),
    licence: book.licence === undefined ? undefined : licence(book.licence as Yaml),
    picture: book.picture === undefined ? undefined : picture("picture", book.picture as Yaml),
    cover: book.cover === undefined ? undefined : picture("cover", book.cover as Yaml),
  };
}

function address(key: string, value: unknown): string {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !/[?#@]/.test(url.href);
  if (!isPlain) refuse(`${key} must begin with https:// or http:// and have no ?, # or @`, value);
  return String(url).replace(/\/?$/, "/");
}

function names(value: unknown): string[] {
  const isList = Array.isArray(value) && value.length > 0 && value.every((name) => text(name) !== undefined);
  if (!isList) refuse("authors must be a list of names", value);
  return (value as string[]).map((name) => name.trim());
}

/** A day of the calendar; 30 February is none. */
function day(value: unknown): string {
  const written = /^\d{4}-\d\d-\d\d$/.test(String(value)) ? new Date(`${value}T00:00:00Z`) : undefined;
  const isDay = written && !Number.isNaN(+written) && written.toISOString().startsWith(String(value));
  if (!isDay) refuse("published must be a day such as 2026-12-01", value);
  return String(value);
}

function licence(value: Yaml): { name: string; address: string } {
  const name = text(value?.name);
  if (name === undefined) refuse("name of licence must be a text", value?.name);
  address("address of licence", value.address);
  return { name: String(name), address: String(value.address) };
}

function picture(key: string, value: Yaml): Picture {
  const [file, shows] = [text(value?.file), text(value?.shows)];
  if (!/^[\w.-]+\.png$/.test(file ?? "")) refuse(`file of ${key} must look like name.png`, value?.file);
  if (shows === undefined) refuse(`shows of ${key} must say in a sentence what it shows`, value?.shows);
  return { file: String(file), shows: String(shows) };
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

function refuse(reason: string, got: unknown): never {
  throw new Refusal(`Cannot read book/book.yml: ${reason}, got ${JSON.stringify(got)}`, 2);
}

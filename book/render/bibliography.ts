import { readFile } from "node:fs/promises";
import { Refusal } from "../../kernel/refusal.ts";
import { escapeHtml } from "./escapeHtml.ts";

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** The part of a CSL-JSON item that we print. */
export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly author?: readonly Name[];
  readonly issued?: { readonly "date-parts"?: readonly (readonly (number | string)[])[] };
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly volume?: string | number;
  readonly issue?: string | number;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

/** Reads a CSL-JSON file into a map by id. */
export async function readBibliography(path: string): Promise<Map<string, Reference>> {
  const items: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!Array.isArray(items)) throw new Refusal("Cannot read the bibliography: it must hold a JSON list", 2);
  return new Map(items.map((item: Reference) => [item.id, item]));
}

const familyName = (name: Name): string => name.family ?? name.literal ?? "";

const year = (item: Reference): string => String(item.issued?.["date-parts"]?.[0]?.[0] ?? "n.d.");

/** How the text names a work: "Dohmatob et al. 2024". Works that would read alike get a, b, …. */
export function shortName(item: Reference, all: ReadonlyMap<string, Reference>): string {
  return plainName(item) + letterOf(item, all);
}

function letterOf(item: Reference, all: ReadonlyMap<string, Reference>): string {
  const alike = [...all.values()].filter((other) => plainName(other) === plainName(item)).map(({ id }) => id);
  return alike.length > 1 ? String.fromCharCode(97 + alike.sort().indexOf(item.id)) : "";
}

function plainName(item: Reference): string {
  const names = (item.author ?? []).map(familyName);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(" & ") || item.title;
  return `${who} ${year(item)}`;
}

/** The order of a reference list: by the words, so that "del Rio" stands under D and not after Z. */
export const byName = (a: { readonly html: string }, b: { readonly html: string }): number =>
  a.html.localeCompare(b.html, "en", { sensitivity: "base" });

/**
 * A work as the reference list prints it, with the letter that the text gives its year. Links are spelled out: the page
 * may be read on paper.
 */
export function fullReference(item: Reference, all: ReadonlyMap<string, Reference>): string {
  const people = (item.author ?? []).map(({ family, given, literal }) =>
    family ? `${family}${given ? `, ${initials(given)}` : ""}` : (literal ?? ""),
  );
  const who = people.length > 6 ? [...people.slice(0, 5), "et al."] : people;
  const place = item["container-title"] ?? item.publisher;
  const volume = item.volume ? ` ${item.volume}${item.issue ? `(${item.issue})` : ""}` : "";
  const pages = item.page ? `:${item.page.replace("-", "–")}` : "";
  const where = place ? ` <em>${escapeHtml(place)}</em>${escapeHtml(volume + pages)}.` : "";
  const url = item.DOI ? `https://doi.org/${item.DOI}` : item.URL;
  const link = url
    ? ` <a href="${escapeHtml(url)}">${escapeHtml(item.DOI ? `doi:${item.DOI}` : url)}</a>`
    : "";
  const title = `${escapeHtml(item.title)}${/[.?!]$/.test(item.title) ? "" : "."}`;
  return `${escapeHtml(listNames(who))} (${year(item)}${letterOf(item, all)}). ${title}${where}${link}`;
}

function listNames(names: readonly string[]): string {
  if (names.length < 2 || names.at(-1) === "et al.") return names.join(", ");
  return `${names.slice(0, -1).join(", ")} & ${names.at(-1)}`;
}

const initials = (given: string): string =>
  given
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => `${word[0]}.`)
    .join(" ");

import { fileURLToPath } from "node:url";
import { bundleScript } from "../bundleScript.ts";
import { type Cache, contentHash } from "../cache.ts";
import type { Chapter } from "../chapter.ts";
import { codeHash } from "../codeHash.ts";
import { parseHtml } from "../copy/parseHtml.ts";
import { element } from "../copy/tree.ts";
import { writeHtml } from "../copy/writeHtml.ts";
import { digestOf } from "../digestOf.ts";
import { registered } from "../live/registered.ts";
import { readPointsPath } from "../points/pointsFile.ts";
import type { Content } from "../render/content.ts";
import { type AidsTable, cardsName, cardsPath, type PageCards } from "./aidsTable.ts";
import { linkedPlaces } from "./linkedPlaces.ts";
import { type Card, pageCards } from "./pageCards.ts";

/** What helps in reading: cards of links, and the points of figures. All of it is loaded as a reader first reaches for it. */
export interface Aids {
  /** By path in the site. */
  readonly files: ReadonlyMap<string, string>;
  /** Address of the program, relative to the site. */
  readonly program: string;
}

/**
 * Takes from the pages what cards say of the places that are linked to, and bundles what shows them.
 *
 * @param downloads files that pages offer, among which those with the points of figures
 */
export async function buildAids(
  contents: readonly Content[],
  chapters: readonly Pick<Chapter, "page" | "number">[],
  downloads: Iterable<string>,
  cache: Cache,
): Promise<Aids> {
  const files = new Map<string, string>();
  const numbers = new Map(chapters.map(({ page, number }) => [page, number]));
  const places = linkedPlaces(contents);
  const cards: Record<string, string> = {};
  for (const content of contents) {
    const { page } = content;
    const [number, anchors] = [numbers.get(page), places.get(page) ?? new Set<string>()] as const;
    const ingredients = [await codeHash(), digestOf(content), number, [...anchors].sort()];
    const text = await cache.latest("cards", page, ingredients, () => textOf(content, number, anchors));
    if (text === "") continue;
    const script = registered(cardsName(page), text);
    const digest = contentHash(script, 8);
    cards[page] = digest;
    files.set(cardsPath(page, digest), script);
  }
  const points: Record<string, string> = {};
  for (const path of downloads) {
    const found = readPointsPath(path);
    if (found) points[found.figure] = found.digest;
  }
  const table: AidsTable = { cards, points };
  const code = `self.genlossAids=${JSON.stringify(table)};\n${await bundled(cache)}`;
  const program = `assets/aids.${contentHash(code, 8)}.js`;
  files.set(program, code);
  return { files, program };
}

/** The cards of a page as JSON; "" if nothing leads there, or the page cannot be read: the search says so. */
function textOf(
  { page, title, body, description }: Content,
  number: number | undefined,
  anchors: ReadonlySet<string>,
): string {
  if (anchors.size === 0) return "";
  const where =
    number === undefined ? (page.startsWith("api/") ? "Reference" : "") : `Chapter ${number}: ${title}`;
  const cards: Record<string, Card> = {};
  if (number !== undefined && anchors.has(""))
    cards[""] = [
      `Chapter ${number}`,
      writeHtml([element("p", { class: "card-title" }, title), element("p", {}, description)]),
    ];
  try {
    for (const [anchor, card] of pageCards(parseHtml(body), anchors)) cards[anchor] = card;
  } catch {
    return "";
  }
  if (Object.keys(cards).length === 0) return "";
  return JSON.stringify({ where, cards } satisfies PageCards);
}

const bundled = async (cache: Cache): Promise<string> =>
  (await bundleScript([fileURLToPath(new URL("../theme/aids/aids.ts", import.meta.url))], cache)).text;

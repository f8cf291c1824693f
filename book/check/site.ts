import type { Assets } from "../assets.ts";
import type { Chapter } from "../chapter.ts";
import type { CompressedSizes } from "../compressedSizes.ts";
import type { Live } from "../live/buildLive.ts";
import type { Page } from "../page.ts";
import type { Content } from "../render/content.ts";
import type { Search } from "../search/buildSearch.ts";

/** The finished site in memory, as the checks see it. */
export interface Site {
  readonly chapters: readonly Chapter[];
  readonly pages: readonly Page[];
  readonly contents: readonly Content[];
  /** Every file of the site by its path. */
  readonly files: ReadonlyMap<string, string | Buffer>;
  readonly assets: Assets;
  /** What runs cells in their pages, if readers can. */
  readonly live: Live | undefined;
  /** What searches the book in its pages. */
  readonly search: Search;
  /** What files take compressed, as far as an earlier build has measured it. */
  readonly sizes?: CompressedSizes;
  /** False if a run stopped: then figures are missing, and links to them would only repeat that. */
  readonly isWhole: boolean;
}

/** The text of a page. */
export const pageText = (site: Site, page: string): string => String(site.files.get(page) ?? "");

import type { BookConfig } from "../config.ts";

/** Beside the cover. */
export const manifestName = "book.webmanifest";

/**
 * What a device is told that installs the book. All addresses are relative: the site may lie in any folder. A manifest has one
 * pair of colours, so they are those of the day; an open page has its own.
 *
 * @param icon its path in the site
 */
export const webManifest = ({ title, description }: BookConfig, icon: string): string =>
  `${JSON.stringify({
    name: title,
    short_name: title,
    description,
    lang: "en",
    ...{ start_url: "./index.html", scope: "./", display: "standalone" },
    ...{ background_color: "#fffdf8", theme_color: "#fffdf8" },
    icons: [{ src: `./${icon}`, sizes: "any", type: "image/svg+xml" }],
  })}\n`;

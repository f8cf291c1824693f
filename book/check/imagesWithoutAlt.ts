import type { Fault } from "../fault.ts";
import { pageText, type Site } from "./site.ts";

/** Images written in prose have an `alt`; outputs are checked where they are rendered. */
export function imagesWithoutAlt(site: Site): Fault[] {
  return site.contents.flatMap(({ page, source }) =>
    [...pageText(site, page).matchAll(/<img\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/\salt="[^"]+"/.test(tag) && !tag.includes('src="data:image/png')) // those were reported
      .map((tag): Fault => {
        const name = /src="([^"]*)"/.exec(tag)?.[1]?.slice(0, 60) ?? tag;
        return {
          file: source,
          rule: "no-alt",
          message: `the image ${name} needs a text: ![what it shows](${name})`,
        };
      }),
  );
}

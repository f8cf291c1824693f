import { readFileSync } from "node:fs";
import { join } from "node:path";
import { headersFileName } from "../../../book/headersFile.ts";

/** What a host of static files that reads the site's file of headers would send with a path: of every rule that fits, all. */
export function hostHeaders(
  site: string,
): (path: string) => readonly (readonly [name: string, value: string])[] {
  const rules: { readonly address: string; readonly headers: [name: string, value: string][] }[] = [];
  for (const line of readFileSync(join(site, headersFileName), "utf8").split("\n")) {
    const header = /^ {2}([\w-]+): (.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1]!.toLowerCase(), header[2]!]);
    else if (line !== "") rules.push({ address: line, headers: [] });
  }
  const fits = (address: string, path: string): boolean =>
    new RegExp(`^${address.replace(/[.]/g, "\\.").replace("*", ".*")}$`).test(path);
  return (path) => rules.flatMap(({ address, headers }) => (fits(address, path) ? headers : []));
}

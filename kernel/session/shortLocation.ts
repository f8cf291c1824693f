/** The last two parts of a path: enough to know the file, and the same on every machine. */
export function shortLocation(location: string): string {
  return location.replace(/^.*\/(?=[^/]+\/[^/]+$)/, "…/").replace(/\?version=\d+$/, "");
}

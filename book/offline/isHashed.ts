/**
 * Whether a file's name tells its content: such a file never changes, and may be taken from wherever it is kept.
 *
 * @param path in the site
 */
export const isHashed = (path: string): boolean =>
  /^(?:assets|data)\/(?:.*\/)?[^/]+[.-](?:[0-9a-f]{8}|[0-9A-Z]{8})\.(?:js|css|woff2|svg|png)$/.test(path);

/**
 * The name of the cache that holds an edition. Another book may lie in a folder inside this one's.
 *
 * @param root address of the site, with a slash at its end
 */
export const cacheName = (root: string, edition: string): string => `genloss book ${root} ${edition}`;

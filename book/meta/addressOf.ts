/**
 * The address of a page; the cover's is that of the whole site.
 *
 * @param site with a slash at its end
 */
export const addressOf = (site: string, page: string): string => site + (page === "index.html" ? "" : page);

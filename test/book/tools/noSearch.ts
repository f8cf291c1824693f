import type { Search } from "../../../book/search/buildSearch.ts";

/** What a site without a search has, for tests of other things. */
export const noSearch: Search = { files: new Map(), program: "", texts: "" };

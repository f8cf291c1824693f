/** What a reader is told of the search, the keys, cards and points. */
export const howToSearch = `*Search*, or the key \`/\`, looks through all pages at once, the reference too: for words, names in code such as
\`unigramCounts\`, numbers, and formulas as one types them, \`1 - 1/N\`. It works from a folder, and sends nothing. \`?\`
lists all keys.

A link shows on a card what it leads to, while you rest on it. The key → on *Data and specification* below a figure reads its
points one by one, ↑ and ↓ change the series, Escape ends.`;

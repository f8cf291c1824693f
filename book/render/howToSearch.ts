/** What a reader is told of the search and the keys. */
export const howToSearch = `*Search*, or the key \`/\`, looks through all pages at once, the reference too: for words, names in code such as
\`unigramCounts\`, numbers, and formulas as one types them, \`1 - 1/N\`. It works from a folder, and sends nothing. \`?\`
lists all keys.`;

/** The tokens, grouped by how often they occur. */
export interface SharedCounts {
  /** Tokens in order of their counts, shape (vocabularySize). */
  readonly tokens: Uint32Array;
  /** Where each group begins in `tokens`; one more than groups. */
  readonly first: Uint32Array;
  /** The group of each token, shape (vocabularySize). */
  readonly groupOf: Uint32Array;
}

/** Groups the tokens of a vocabulary by their counts. */
export function sharedCounts(counts: Uint32Array): SharedCounts {
  const tokens = inOrder(counts);
  const first: number[] = [];
  const groupOf = new Uint32Array(counts.length);
  for (let i = 0; i < tokens.length; i += 1) {
    if (i === 0 || counts[tokens[i]!] !== counts[tokens[i - 1]!]) first.push(i);
    groupOf[tokens[i]!] = first.length - 1;
  }
  return { tokens, first: Uint32Array.from([...first, tokens.length]), groupOf };
}

/** The tokens in order of their counts, those of one count in their own. */
function inOrder(counts: Uint32Array): Uint32Array {
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const open = new Uint32Array(most + 2); // where the next token of each count goes
  for (let token = 0; token < counts.length; token += 1) open[counts[token]! + 1]! += 1;
  for (let count = 0; count < most; count += 1) open[count + 1]! += open[count]!;
  const tokens = new Uint32Array(counts.length);
  for (let token = 0; token < counts.length; token += 1) {
    tokens[open[counts[token]!]!] = token;
    open[counts[token]!]! += 1;
  }
  return tokens;
}

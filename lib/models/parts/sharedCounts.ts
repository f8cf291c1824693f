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
  const tokens = Uint32Array.from(counts, (_, token) => token).sort((a, b) => counts[a]! - counts[b]!);
  const first: number[] = [];
  const groupOf = new Uint32Array(counts.length);
  for (let i = 0; i < tokens.length; i += 1) {
    if (i === 0 || counts[tokens[i]!] !== counts[tokens[i - 1]!]) first.push(i);
    groupOf[tokens[i]!] = first.length - 1;
  }
  return { tokens, first: Uint32Array.from([...first, tokens.length]), groupOf };
}

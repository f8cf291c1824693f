import type { Token } from "../../text/token.ts";

/**
 * Numbers for the n-grams of some texts, equal for equal n-grams: `ids[k − 1][t][i]` is that of the k-gram at place i of
 * text t, k = 1 … n. Numbers of one k run from 0 without gaps. Exact: nothing is hashed, no strings are joined.
 */
export function ngramIds(texts: readonly ArrayLike<Token>[], n: number): Uint32Array[][] {
  const words = new Map<Token, number>();
  const tokens = texts.map((text) => Uint32Array.from(text, (token) => numberOf(words, token)));
  const ids = [tokens];
  for (let k = 2; k <= n; k += 1) {
    const known = new Map<number, number>();
    const shorter = ids.at(-1)!;
    ids.push(
      tokens.map((text, t) =>
        Uint32Array.from({ length: Math.max(0, text.length - k + 1) }, (_, i) =>
          numberOf(known, shorter[t]![i]! * words.size + text[i + k - 1]!),
        ),
      ),
    );
  }
  return ids;
}

function numberOf<Key>(known: Map<Key, number>, key: Key): number {
  let id = known.get(key);
  if (id === undefined) {
    id = known.size;
    known.set(key, id);
  }
  return id;
}

import { requireTokens } from "./requireTokens.ts";

/** A copy of a text of ids 0 … size − 1, refused as `requireTokens` refuses. */
export function tokensOf(
  action: string,
  name: string,
  tokens: ArrayLike<number>,
  size: number,
  atLeast: number,
): Uint32Array {
  const copy = new Uint32Array(tokens.length);
  let same = copy.length >= atLeast;
  for (let i = 0; i < copy.length; i += 1) {
    const token = tokens[i]!;
    copy[i] = token;
    same &&= copy[i] === token && token < size; // a negative number or a fraction is not what it was
  }
  if (!same) requireTokens(action, name, tokens, size, atLeast);
  return copy;
}

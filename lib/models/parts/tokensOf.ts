/** A copy of a text of ids 0 … size − 1, refused as `requireTokens` refuses. */
export function tokensOf(
  action: string,
  name: string,
  tokens: ArrayLike<number>,
  size: number,
  atLeast: number,
): Uint32Array {
  if (tokens instanceof Uint32Array) {
    const copy = tokens.slice();
    if (!(copy.length >= atLeast && largestOf(copy) < size))
      requireTokens(action, name, tokens, size, atLeast);
    return copy;
  }
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

/** The largest token; −1 if there is none. */
function largestOf(tokens: Uint32Array): number {
  let largest = -1;
  for (let i = 0; i < tokens.length; i += 1) if (tokens[i]! > largest) largest = tokens[i]!;
  return largest;
}

/** Refuses a text that is too short or holds anything but ids 0 … size − 1. `action` completes "Cannot …". */
export function requireTokens(
  action: string,
  name: string,
  tokens: ArrayLike<number>,
  size: number,
  atLeast: number,
): void {
  const n = tokens.length;
  if (!(n >= atLeast)) {
    throw new RangeError(
      `Cannot ${action}: ${name} must hold at least ${atLeast} token${atLeast === 1 ? "" : "s"}, got ${n}`,
    );
  }
  for (let i = 0; i < n; i += 1) {
    const token = tokens[i]!;
    if (!(Number.isInteger(token) && token >= 0 && token < size)) {
      throw new RangeError(
        `Cannot ${action}: ${name}[${i}] must be an integer from 0 to ${size - 1}, got ${String(token)}`,
      );
    }
  }
}

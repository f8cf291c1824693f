/** The strings of one length that a text holds, in the order in which {@link ContextTree.places} meets them. */
export interface Strings {
  /** Where in `places` the occurrences of each string begin; one more than there are strings. */
  readonly first: Uint32Array;
  /** The oldest token of each string. */
  readonly oldest: Uint32Array;
  /** Each string without its oldest token, as a number among the strings one shorter. */
  readonly shorter: Uint32Array;
  /** Where each string's extensions by one older token begin among the strings one longer; one more than strings. */
  readonly longer: Uint32Array;
}

/**
 * Every string of up to `depth` tokens that a text holds, with all places where it stands, in O(depth · n) time.
 *
 * The places of the text are sorted by the token before them, then by the one before that, and so on. So the places
 * after any string lie side by side: to draw a random occurrence of a context is to draw one number, and to count
 * a string is to subtract two. The text is read as a circle, so that every context has a successor.
 */
export interface ContextTree {
  readonly text: Uint32Array;
  /** Places 0 … n − 1 in that order. */
  readonly places: Uint32Array;
  /** `strings[k]`: those of k tokens, 0 ≤ k ≤ depth; `strings[0]` is the empty one, which stands before every place. */
  readonly strings: readonly Strings[];
  /** The string of one token for each token id, or −1. */
  readonly single: Int32Array;
  /** How often each token id occurs. */
  readonly counts: Uint32Array;
  /** The token `back` places before a place, around the circle; 1 ≤ back ≤ depth. */
  before(place: number, back: number): number;
  /** The number of a string's extension by an older token, or −1; `length` is that of the string. */
  extend(length: number, string: number, older: number): number;
}

/** @param text token ids 0 … size − 1, at least one; kept, not copied */
export function contextTree(text: Uint32Array, size: number, depth: number): ContextTree {
  const n = text.length;
  const circle = new Uint32Array(depth + n); // circle[depth + i] = text[i], with the end of the text in front
  for (let i = 1; i <= depth; i += 1) circle[depth - i] = text[n - 1 - ((i - 1) % n)]!;
  circle.set(text, depth);

  const counts = new Uint32Array(size);
  for (let i = 0; i < n; i += 1) counts[text[i]!]! += 1;
  const places = sortedPlaces(circle, counts, n, depth);

  const opens = new Uint8Array(n); // does a new string begin here?
  opens[0] = 1;
  const none = new Uint32Array(1);
  const strings: Strings[] = [{ first: Uint32Array.of(0, n), oldest: none, shorter: none, longer: none }];
  for (let length = 1; length <= depth; length += 1) {
    const [before, next] = longerStrings(circle.subarray(depth - length), places, opens, strings.at(-1)!);
    strings.splice(-1, 1, before, next);
  }
  const single = new Int32Array(size).fill(-1);
  strings[1]?.oldest.forEach((token, string) => {
    single[token] = string;
  });

  return {
    text,
    places,
    strings,
    single,
    counts,
    before: (place, back) => circle[depth + place - back]!,
    extend(length, string, older) {
      if (length === 0) return single[older]!;
      const { oldest } = strings[length + 1]!;
      const { longer } = strings[length]!;
      let low = longer[string]!;
      let high = longer[string + 1]!;
      const end = high;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (oldest[middle]! < older) low = middle + 1;
        else high = middle;
      }
      return low < end && oldest[low] === older ? low : -1;
    },
  };
}

/** Radix sort, the oldest token first: each pass keeps the order of the one before among equals. */
function sortedPlaces(circle: Uint32Array, counts: Uint32Array, n: number, depth: number): Uint32Array {
  const starts = new Uint32Array(counts.length);
  for (let token = 1; token < counts.length; token += 1) {
    starts[token] = starts[token - 1]! + counts[token - 1]!;
  }
  let places = new Uint32Array(n);
  for (let i = 0; i < n; i += 1) places[i] = i;
  let sorted = new Uint32Array(n);
  const open = new Uint32Array(counts.length);
  for (let back = depth; back >= 1; back -= 1) {
    open.set(starts);
    const token = circle.subarray(depth - back); // token[place] stands `back` before it
    for (let i = 0; i < n; i += 1) {
      const place = places[i]!;
      const before = token[place]!;
      sorted[open[before]!] = place;
      open[before]! += 1;
    }
    [places, sorted] = [sorted, places];
  }
  return places;
}

/** Cuts the occurrences of each string by the token before it. `token[place]` is that token; `opens` is updated. */
function longerStrings(
  token: Uint32Array,
  places: Uint32Array,
  opens: Uint8Array,
  strings: Strings,
): [Strings, Strings] {
  const n = places.length;
  const longer = new Uint32Array(strings.first.length);
  const [first, oldest, shorter] = [new Uint32Array(n + 1), new Uint32Array(n), new Uint32Array(n)];
  let [count, parent, last] = [0, -1, 0];
  for (let i = 0; i < n; i += 1) {
    const here = token[places[i]!]!;
    const parentOpens = opens[i] === 1;
    if (parentOpens) {
      parent += 1;
      longer[parent] = count;
    }
    if (parentOpens || here !== last) {
      opens[i] = 1;
      first[count] = i;
      oldest[count] = here;
      shorter[count] = parent;
      count += 1;
    }
    last = here;
  }
  longer[parent + 1] = count;
  first[count] = n;
  const next = {
    first: first.slice(0, count + 1),
    oldest: oldest.slice(0, count),
    shorter: shorter.slice(0, count),
    longer: new Uint32Array(0),
  };
  return [{ ...strings, longer }, next];
}

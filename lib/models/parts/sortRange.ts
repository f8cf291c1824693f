/** From this many values on, the engine's own sort is the faster one. */
const many = 48;

/** Sorts values[from … to − 1] in place, from small to large. */
export function sortRange(values: Uint32Array, from: number, to: number): void {
  if (to - from >= many) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i += 1) {
    const value = values[i]!;
    let at = i;
    for (; at > from && values[at - 1]! > value; at -= 1) values[at] = values[at - 1]!;
    values[at] = value;
  }
}

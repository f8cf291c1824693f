/**
 * The largest value t such that the items of at least t have together at least the weight `wanted`; the smallest value if
 * all together have less. Selection by halves, in O(n) on average, without sorting.
 */
export function thresholdAt(values: ArrayLike<number>, weights: ArrayLike<number>, wanted: number): number {
  const n = values.length;
  const open = new Uint32Array(n); // items that may lie at the threshold are open[low … high − 1]
  for (let i = 0; i < n; i += 1) open[i] = i;
  let [low, high, above] = [0, n, 0]; // `above`: weight of the items known to be larger
  for (;;) {
    const pivot = middleOf(values[open[low]!]!, values[open[(low + high) >>> 1]!]!, values[open[high - 1]!]!);
    let [larger, at, smaller] = [low, low, high]; // open[low … larger − 1] > pivot, open[smaller … high − 1] < pivot
    let [largerWeight, equalWeight] = [0, 0];
    while (at < smaller) {
      const item = open[at]!;
      const value = values[item]!;
      if (value > pivot) {
        largerWeight += weights[item]!;
        open[at] = open[larger]!;
        open[larger] = item;
        larger += 1;
        at += 1;
      } else if (value < pivot) {
        smaller -= 1;
        open[at] = open[smaller]!;
        open[smaller] = item;
      } else {
        equalWeight += weights[item]!;
        at += 1;
      }
    }
    if (larger > low && above + largerWeight >= wanted) high = larger;
    else if (smaller === high || above + largerWeight + equalWeight >= wanted) return pivot;
    else {
      above += largerWeight + equalWeight;
      low = smaller;
    }
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

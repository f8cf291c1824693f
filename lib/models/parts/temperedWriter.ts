import { integer } from "../../random/integer.ts";
import { notListed } from "../../random/parts/notListed.ts";
import type { Rng } from "../../random/rng.ts";
import type { NextToken } from "./nextToken.ts";
import { headOf, type TemperedLists, temperedContexts } from "./temperedLists.ts";
import { unlistedToken } from "./unlistedToken.ts";

const none = new Uint32Array(0);

/**
 * Writes with weights p^power. What a context needs is made when the context is first met, from what its shorter ends
 * need too, in time and memory in proportion to what was seen after it: the vocabulary plays no part.
 */
export function temperedWriter(next: NextToken, power: number): (out: Uint32Array, rng: Rng) => void {
  const { tree, after, order } = next;
  const { groups, lists, ready } = temperedContexts(next, power);
  const longest = order - 1;

  return (out, rng) => {
    const start = integer(tree.text.length, rng);
    let length = longest;
    let context = after[start]!;
    for (let i = 0; i < out.length; i += 1) {
      let k = length;
      let here = context;
      let own = lists[k]!;
      let head = headOf(own.first, here);
      if (own.heads[head] === 0) {
        [k, here] = ready(k, here);
        own = lists[k]!;
        head = headOf(own.first, here);
      }
      let known = 0; // the next context, one more than its number, if it need not be looked up
      if (k === 0) {
        const group = groups.at(rng.next() * groups.total);
        out[i] = notListed(groups.tokens, groups.first[group]!, groups.first[group + 1]!, none, rng);
      } else {
        const total = own.heads[head]!;
        const listed = own.heads[head + 1]!;
        let u = rng.next() * total;
        let at = -1; // place of the token, if some list holds it
        if (u < listed || listed >= total) {
          for (;;) {
            at = firstAbove(own, here, u);
            if (own.under[here] === 0 || (u >= own.lower[at]! && u < own.upper[at]!)) break;
            if (u < own.upper[at]!) u -= at > own.first[here]! ? own.more[at - 1]! : 0;
            else u -= own.more[at]!; // beyond the list's last token
            u /= own.heads[headOf(own.first, here) + 2]!;
            [k, here] = [own.under[here]!, own.underContext[here]!];
            own = lists[k]!;
          }
          out[i] = own.tokens[at]!;
          known = own.follow[at]!;
        } else {
          u = (u - listed) / own.heads[headOf(own.first, here) + 2]!;
          while (own.under[here]! > 0) {
            [k, here] = [own.under[here]!, own.underContext[here]!];
            own = lists[k]!;
            u /= own.heads[headOf(own.first, here) + 2]!;
          }
          out[i] = unlistedToken(groups, own, here, u, rng);
        }
      }
      if (longest === 1) {
        const seen = tree.single[out[i]!]!;
        length = seen < 0 ? 0 : 1;
        context = seen < 0 ? 0 : seen;
      } else if (known > 0) {
        length = longest;
        context = known - 1;
      } else [length, context] = next.state(out, i, start);
    }
  };
}

/** The first place in a context's list whose sum is above u; the last if none is. */
function firstAbove({ first, heads, upper }: TemperedLists, context: number, u: number): number {
  let low = first[context]!;
  let high = heads[headOf(first, context) + 3]! - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upper[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

import { requireInteger } from "../../require/requireInteger.ts";
import { requireWeights } from "../../require/requireWeights.ts";
import type { Distribution } from "../distribution.ts";
import { fallsInto } from "./fallsInto.ts";
import { shareOut } from "./shareOut.ts";

/** Up to this many expected items, drawing them one by one is faster than one binomial draw. */
const few = 12;

/** Arrays of the number of categories at least, that a multinomial distribution writes in and keeps. */
export interface Room {
  readonly common: Uint32Array;
  readonly rare: Uint32Array;
  readonly weightsOfRare: Float64Array;
  readonly onwards: Float64Array;
}

export function roomFor(k: number): Room {
  return {
    common: new Uint32Array(k),
    rare: new Uint32Array(k),
    weightsOfRare: new Float64Array(k),
    onwards: new Float64Array(k + 1),
  };
}

/**
 * As `multinomial`, of weights that are kept, not copied.
 *
 * @param room given where many distributions follow one another: only the last of them may be drawn from
 */
export function multinomialOf(
  weights: Float64Array,
  trials: number,
  room: Room = roomFor(weights.length),
): Distribution<Uint32Array> {
  const action = "make a multinomial distribution";
  requireInteger(action, "trials", trials);
  if (trials >= 2 ** 32) throw new RangeError(`Cannot ${action}: trials must be below 2^32, got ${trials}`);
  const total = requireWeights(action, weights);
  const rarities = part(weights, (few / trials) * total, room);
  const common = room.common.subarray(0, weights.length - rarities);
  const weightsOfRare = room.weightsOfRare.subarray(0, rarities);
  const sumOfRare = sumUp(weights, common, weightsOfRare, room.onwards);
  const falls = sumOfRare > 0 ? fallsInto(room.rare.subarray(0, rarities), weightsOfRare) : null;
  return (rng) => {
    const counts = new Uint32Array(weights.length);
    const left = shareOut(counts, trials, common, weights, room.onwards, rng);
    falls?.(counts, left, rng);
    return counts;
  };
}

/** Parts the categories with at least this weight from the others; gives how many those are. */
function part(weights: Float64Array, bound: number, { common, rare, weightsOfRare }: Room): number {
  let rarities = 0;
  for (let i = 0; i < weights.length; i += 1) {
    // Written at both ends, and the one that counts is moved on: which it is cannot be guessed.
    const weight = weights[i]!;
    common[i - rarities] = i;
    rare[rarities] = i;
    weightsOfRare[rarities] = weight;
    rarities += weight < bound ? 1 : 0;
  }
  return rarities;
}

/**
 * Writes the weight from number i of the common categories on, summed from the end so that the last share is exact; gives
 * that of the rare ones.
 */
function sumUp(
  weights: Float64Array,
  common: Uint32Array,
  weightsOfRare: Float64Array,
  onwards: Float64Array,
): number {
  const sumOfRare = sumOf(weightsOfRare);
  onwards[common.length] = sumOfRare;
  let sum = sumOfRare;
  for (let i = common.length - 1; i >= 0; i -= 1) {
    sum += weights[common[i]!]!;
    onwards[i] = sum;
  }
  return sumOfRare;
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += weights[i]!;
  return sum;
}

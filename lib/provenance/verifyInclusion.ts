import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { leafHash, nodeHash, requireLeaf } from "./parts/merkleHash.ts";

/**
 * Checks that an item stands at a place of the list whose {@link merkleTree} has this root, from its proof alone.
 *
 * @param options.item the item, a text (UTF-8) or bytes
 * @param options.index its place, an integer ≥ 0
 * @param options.size items in the list, an integer ≥ 0
 * @param options.proof hashes from the item up, 64 hexadecimal digits each
 * @param options.root the published root, 64 hexadecimal digits
 * @returns true if the proof holds; false for any other item, place, size, proof or root, also for garbage
 * @throws {RangeError} if index or size is not an integer ≥ 0
 * @throws {TypeError} if item is neither a text nor bytes
 * @see Laurie, Messeri, Stradling (2021), RFC 9162 §2.1.3.2, doi:10.17487/RFC9162 — chapter 16
 * @example
 * const { root, size, proof } = merkleTree(["a", "b", "c"]);
 * ["b", "x"].map((item) => verifyInclusion({ item, index: 1, size, proof: proof(1), root })) // => [true, false]
 */
export function verifyInclusion(options: {
  item: string | Uint8Array;
  index: number;
  size: number;
  proof: readonly string[];
  root: string;
}): boolean {
  requireOptions("verify inclusion", options);
  const { item, index, size, proof, root } = options;
  requireLeaf("verify inclusion", "item", item);
  requireInteger("verify inclusion", "index", index);
  requireInteger("verify inclusion", "size", size);
  if (index >= size || !proof.every((hash) => /^[0-9a-f]{64}$/i.test(hash))) return false;

  let hash = leafHash(item);
  let place = index; // among the nodes of the present level, and the last of them
  let last = size - 1;
  for (const text of proof) {
    if (last === 0) return false;
    const beside = hexToBytes(text);
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place > 0) {
        place /= 2; // an only child moves up as it is
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, beside);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && bytesToHex(hash) === root.toLowerCase();
}

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { leafHash, nodeHash, requireLeaf } from "./parts/merkleHash.ts";

/** The Merkle tree of a list: one hash that stands for all of it, and a short proof for each item. */
export interface MerkleTree {
  /** Hash of the whole list, 64 hexadecimal digits. */
  readonly root: string;
  /** Items in the list. */
  readonly size: number;
  /** Hashes beside the way from an item up to the root, in this order: ⌈log₂ size⌉ at most. For `verifyInclusion`. */
  proof(index: number): string[];
}

interface Node {
  readonly hash: Uint8Array;
  readonly size: number;
  readonly children?: readonly [left: Node, right: Node];
}

/**
 * The Merkle tree of RFC 6962, SHA-256 with the prefixes 0x00 for leaves and 0x01 for nodes: who publishes the
 * root of a data set can later prove that an item was in it, without showing the others, and cannot exchange
 * one.
 *
 * @param items texts (hashed as UTF-8) or bytes, in their order; may be empty
 * @returns the tree; it keeps hashes only
 * @throws {TypeError} if an item is neither a text nor bytes
 * @throws {RangeError} from `proof` if index is not an item's
 * @see Laurie, Langley, Kasper (2013), RFC 6962 §2.1, doi:10.17487/RFC6962 — chapter 16
 * @example merkleTree([]).root.slice(0, 16) // => "e3b0c44298fc1c14"
 * @example merkleTree(["a", "b", "c"]).proof(2).length // => 1
 */
export function merkleTree(items: readonly (string | Uint8Array)[]): MerkleTree {
  const leaves = items.map((item, i): Node => {
    requireLeaf("make a Merkle tree", `items[${i}]`, item);
    return { hash: leafHash(item), size: 1 };
  });
  const top = leaves.length > 0 ? join(leaves) : { hash: sha256(new Uint8Array()), size: 0 };
  return Object.freeze({
    root: bytesToHex(top.hash),
    size: top.size,
    proof(index: number): string[] {
      if (!(Number.isInteger(index) && index >= 0 && index < top.size)) {
        throw new RangeError(
          `Cannot prove inclusion: index must be an integer from 0 to ${top.size - 1}, got ${String(index)}`,
        );
      }
      const beside: string[] = [];
      let here: Node = top;
      for (let place = index; here.children; ) {
        const [left, right] = here.children;
        const goLeft = place < left.size;
        beside.push(bytesToHex((goLeft ? right : left).hash));
        place -= goLeft ? 0 : left.size;
        here = goLeft ? left : right;
      }
      return beside.reverse();
    },
  });
}

/** The tree over some leaves: the left part is the largest power of two below their number. */
function join(leaves: readonly Node[]): Node {
  if (leaves.length === 1) return leaves[0]!;
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const children = [join(leaves.slice(0, half)), join(leaves.slice(half))] as const;
  return { hash: nodeHash(children[0].hash, children[1].hash), size: leaves.length, children };
}

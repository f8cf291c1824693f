// Merkle trees against Python's hashlib and the vectors that Certificate Transparency programs share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { merkleTree, verifyInclusion } from "../../../lib/index.ts";
import { readReference } from "../reference.ts";

interface Tree {
  size: number;
  root: string;
  proofs: string[][];
}
const { inputs, trees, numbered } = readReference<{ inputs: string[]; trees: Tree[]; numbered: Tree[] }>(
  "provenance",
);
const leaves = inputs.map((hex) =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
);
const texts = Array.from({ length: 33 }, (_, i) => `item ${i}`);
const cases = [
  ...trees.map((tree) => ({ ...tree, items: leaves.slice(0, tree.size) })),
  ...numbered.map((tree) => ({ ...tree, items: texts.slice(0, tree.size) })),
];

test("the root of an empty list is the hash of nothing", () => {
  assert.equal(merkleTree([]).root, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

for (const { items, root, proofs, size } of cases) {
  test(`merkleTree() of ${size} ${typeof items[0] === "string" ? "texts" : "byte strings"}: root and proofs of RFC 6962`, () => {
    const tree = merkleTree(Object.freeze(items));
    assert.equal(tree.root, root);
    assert.equal(tree.size, size);
    for (const [index, proof] of proofs.entries()) assert.deepEqual(tree.proof(index), proof);
  });
  test(`verifyInclusion() holds for all of ${size} items, and for nothing else`, () => {
    for (const [index, proof] of proofs.entries()) {
      const honest = { item: items[index]!, index, size, proof, root };
      assert.equal(verifyInclusion(honest), true);
      assert.equal(verifyInclusion({ ...honest, item: "another" }), false);
      assert.equal(verifyInclusion({ ...honest, root: "0".repeat(64) }), false);
      assert.equal(verifyInclusion({ ...honest, proof: [...proof, root] }), false);
      for (let other = 0; other < size; other += 1) {
        if (other !== index) assert.equal(verifyInclusion({ ...honest, index: other }), false);
      }
      for (const [i, hash] of proof.entries()) {
        const bent = (hash[0] === "0" ? "1" : "0") + hash.slice(1);
        assert.equal(verifyInclusion({ ...honest, proof: proof.with(i, bent) }), false);
        assert.equal(verifyInclusion({ ...honest, proof: proof.with(i, "no hash") }), false);
        assert.equal(verifyInclusion({ ...honest, proof: proof.toSpliced(i, 1) }), false);
      }
    }
  });
}

test("an inner node cannot pass for an item: leaves and nodes have different prefixes", () => {
  const tree = merkleTree(["a", "b", "c", "d"]);
  const [b, right] = tree.proof(0);
  const [a] = tree.proof(1);
  const forged = Uint8Array.from(`${a}${b}`.match(/../g)!, (byte) => Number.parseInt(byte, 16));
  assert.equal(verifyInclusion({ item: forged, index: 0, size: 2, proof: [right!], root: tree.root }), false);
});

test("any change of an item or of the order changes the root", () => {
  const roots = [
    ["a", "b", "c"],
    ["a", "b", "C"],
    ["b", "a", "c"],
    ["a", "b"],
    ["a", "b", "c", "c"],
  ].map((items) => merkleTree(items).root);
  assert.equal(new Set(roots).size, roots.length);
});

test("Merkle functions name the argument they reject", () => {
  const tree = merkleTree(["a"]);
  for (const index of [-1, 1, 0.5, Number.NaN]) {
    assert.throws(() => tree.proof(index), new RegExp(`index must be an integer from 0 to 0, got ${index}`));
  }
  assert.throws(() => merkleTree([7 as unknown as string]), /items\[0\] must be a text or bytes, got 7/);
  const honest = { item: "a", index: 0, size: 1, proof: [], root: tree.root };
  assert.throws(
    () => verifyInclusion({ ...honest, index: Number.NaN }),
    /index must be an integer .*, got NaN/,
  );
  assert.throws(
    () => verifyInclusion({ ...honest, size: -1 }),
    /size must be an integer of at least 0, got -1/,
  );
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { sha256 } from "generation-loss";

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString("hex");

test("sha256 gives the examples of the standard", () => {
  // NIST, Cryptographic Standards and Guidelines, example values of FIPS 180: one block, two blocks, none.
  const long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  assert.equal(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(hex(sha256(long)), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  assert.equal(hex(sha256()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("sha256 is Node's, for texts beyond ASCII and for bytes, in any cutting", () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, i) => (37 * i) % 256);
  for (const cut of [0, 1, 55, 56, 63, 64, 65, 200]) {
    const wanted = createHash("sha256").update("Wörter ✓").update(bytes).digest("hex");
    assert.equal(hex(sha256("Wörter ✓", bytes.subarray(0, cut), bytes.subarray(cut))), wanted);
  }
});

test("sha256 refuses what is neither a text nor bytes", () => {
  assert.throws(() => sha256("a", 5 as never), {
    name: "TypeError",
    message: "Cannot compute sha256: parts[1] must be a text or bytes, got 5",
  });
});

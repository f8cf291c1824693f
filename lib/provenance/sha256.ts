import { sha256 as hashOf } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * SHA-256 of texts (in UTF-8) and bytes, one after the other without a mark between them.
 *
 * @param parts texts or bytes
 * @returns the hash, 32 bytes
 * @throws {TypeError} if a part is neither a text nor bytes
 * @see NIST (2015), Secure Hash Standard, FIPS 180-4, https://doi.org/10.6028/NIST.FIPS.180-4
 * @example Array.from(sha256("abc").slice(0, 4)) // => [186, 120, 22, 191]
 */
export function sha256(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map((part, index) => {
    if (typeof part === "string") return utf8ToBytes(part);
    if (part instanceof Uint8Array) return part;
    throw new TypeError(
      `Cannot compute sha256: parts[${index}] must be a text or bytes, got ${String(part)}`,
    );
  });
  return hashOf(concatBytes(...bytes));
}

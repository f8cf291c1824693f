/** A claim that the numbers do not bear out. It fails the build of the book. */
export class ClaimError extends Error {
  override readonly name = "ClaimError";
}

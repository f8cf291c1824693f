import erfc from "@stdlib/math-base-special-erfc";

/** P(Z > z) of a standard normal Z; to full relative precision also far out. */
export function normalTail(z: number): number {
  return erfc(z * Math.SQRT1_2) / 2;
}

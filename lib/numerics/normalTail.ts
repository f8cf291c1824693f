import { complementaryErrorFunction } from "./complementaryErrorFunction.ts";

/** P(Z > z) of a standard normal Z; to full relative precision also far out. */
export function normalTail(z: number): number {
  return complementaryErrorFunction(z * Math.SQRT1_2) / 2;
}

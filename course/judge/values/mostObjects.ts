/** A message may not hold more objects: what arrives is not to be trusted with memory. */
export const mostObjects: number = 2_000_000;

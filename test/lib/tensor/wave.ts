/** The numbers without pattern of test/reference/tensor.py. */
export const wave = (count: number, speed: number, height = 0.5): number[] =>
  Array.from({ length: count }, (_, i) => height * Math.sin(speed * (i + 1) ** 1.5));

/** From here on the asymptotic series below are exact to double precision; what lies nearer is moved here in steps of 1. */
const far = 20;

/** ln of Γ(x + ½) / (Γ(x) √x), for x > 0: a small negative number, −1/(8x) to first order. */
export function logHalfStepRatio(x: number): number {
  let near = 0;
  let shifted = x;
  for (; shifted < far; shifted += 1) near -= Math.log1p(1 / (4 * shifted * (shifted + 1))) / 2;
  const y = 1 / shifted;
  const z = y * y;
  return (
    near +
    y * (-1 / 8 + z * (1 / 192 - z * (1 / 640 - z * (17 / 14336 - z * (31 / 18432 - (z * 691) / 180224)))))
  );
}

/** ψ(x) − ln x, for x > 0: −1/(2x) to first order. */
export function digammaMinusLog(x: number): number {
  let near = 0;
  let shifted = x;
  for (; shifted < far; shifted += 1) near += Math.log1p(1 / shifted) - 1 / shifted;
  const y = 1 / (shifted * shifted);
  return near - 1 / (2 * shifted) - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y / 132))));
}

/** ψ″(x), for x > 0; always negative, −1/x² to first order. */
export function tetragamma(x: number): number {
  let near = 0;
  let shifted = x;
  for (; shifted < far; shifted += 1) near -= 2 / shifted ** 3; // ψ″(x) = ψ″(x + 1) − 2/x³
  const y = 1 / (shifted * shifted);
  return (
    near -
    y *
      (1 +
        1 / shifted +
        y * (1 / 2 - y * (1 / 6 - y * (1 / 6 - y * (3 / 10 - y * (5 / 6 - (y * 691) / 210))))))
  );
}

/** ln of Γ(x − drop) / Γ(x), for x ≥ 20 and 0 ≤ drop ≤ 1: −drop ln x to first order. */
export function logGammaDrop(x: number, drop: number): number {
  const y = x - drop;
  const series = (z: number) =>
    (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * z * z)) / (z * z)) / (z * z)) / z;
  return (y - 0.5) * Math.log1p(-drop / x) - drop * Math.log(x) + drop + series(y) - series(x);
}

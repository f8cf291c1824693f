/** ζ(k) − 1 for k = 2, 3, …: what the Taylor series of ln Γ around 2 is made of. */
const zetaMinusOne = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
];
const eulerGamma = 0.5772156649015329;
const halfLogTwoPi = 0.9189385332046728;

/** From here on Stirling's series is exact to double precision. */
const far = 12;

/** ln Γ(x), for x > 0; to full relative precision also around its zeros, 1 and 2. */
export function logGamma(x: number): number {
  if (x >= far) return stirling(x);
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  if (x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let shifted = x;
  while (shifted > 2.5) product *= --shifted; // Γ(x) = (x − 1) Γ(x − 1)
  return aroundTwo(shifted - 2) + Math.log(product);
}

/** ln Γ(2 + z) for |z| ≤ ½:  (1 − γ) z + Σ (ζ(k) − 1) (−z)^k / k. */
function aroundTwo(z: number): number {
  let sum = 0;
  for (let i = zetaMinusOne.length - 1; i >= 0; i -= 1) sum = zetaMinusOne[i]! / (i + 2) - z * sum;
  return z * (1 - eulerGamma + z * sum);
}

function stirling(x: number): number {
  const y = 1 / (x * x);
  const series =
    1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))));
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + series / x;
}

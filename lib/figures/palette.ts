/**
 * The colours of every figure, by meaning. The book maps these exact values to its dark theme, so figures use no others.
 * The series colours are from the palette of Okabe and Ito, told apart with any kind of colour vision.
 *
 * @see Okabe, Ito (2008), "Color Universal Design", https://jfly.uni-koeln.de/color/
 * @example palette.real // => "#1c1b19"
 */
export const palette: {
  readonly real: "#1c1b19";
  readonly synthetic: "#9a3412";
  readonly theory: "#0072B2";
  readonly more: readonly ["#D55E00", "#009E73", "#CC79A7"];
  readonly soft: "#57534e";
  readonly grid: "#e7e2d6";
} = {
  /** Human data. */
  real: "#1c1b19",
  /** What models made. */
  synthetic: "#9a3412",
  /** Laws, and mixtures of human and synthetic. */
  theory: "#0072B2",
  /** Further series. */
  more: ["#D55E00", "#009E73", "#CC79A7"],
  /** Text that stands back. */
  soft: "#57534e",
  /** Grid lines. */
  grid: "#e7e2d6",
};

/** A symmetric tridiagonal matrix. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** beside[i] links i and i − 1; beside[0] is 0. */
  readonly beside: Float64Array;
}

import { binomial } from "./binomial.ts";
import { categorical } from "./categorical.ts";
import { chiSquared } from "./chiSquared.ts";
import { dirichlet } from "./dirichlet.ts";
import { gamma } from "./gamma.ts";
import { multinomial } from "./multinomial.ts";
import { normal } from "./normal.ts";
import { poisson } from "./poisson.ts";
import { uniform } from "./uniform.ts";
import { wishart } from "./wishart.ts";
import { zipf } from "./zipf.ts";

/** Every distribution of the library. The contract tests run over this list: an entry without its promises does not compile. */
export const distributions: {
  readonly binomial: typeof binomial;
  readonly categorical: typeof categorical;
  readonly chiSquared: typeof chiSquared;
  readonly dirichlet: typeof dirichlet;
  readonly gamma: typeof gamma;
  readonly multinomial: typeof multinomial;
  readonly normal: typeof normal;
  readonly poisson: typeof poisson;
  readonly uniform: typeof uniform;
  readonly wishart: typeof wishart;
  readonly zipf: typeof zipf;
} = {
  binomial,
  categorical,
  chiSquared,
  dirichlet,
  gamma,
  multinomial,
  normal,
  poisson,
  uniform,
  wishart,
  zipf,
};

/** The same loops by their sufficient statistics, as the library offers them: two draws a generation, the same law. */
import { gaussianMoments } from "generation-loss";
import { type GaussianSweep, gaussianSweep } from "./gaussianSweep.ts";

export const sums: GaussianSweep = gaussianSweep("Gaussian loops, in sums", gaussianMoments({ ddof: 1 }));

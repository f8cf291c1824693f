/** A million Gaussian loops that draw every item: what NumPy's vectorised loop does, too. */
import { gaussian } from "generation-loss";
import { type GaussianSweep, gaussianSweep } from "./gaussianSweep.ts";

export const items: GaussianSweep = gaussianSweep("Gaussian loops, item by item", gaussian({ ddof: 1 }));

import { accumulate } from "./accumulate.ts";
import { accumulateSubsample } from "./accumulateSubsample.ts";
import { augment } from "./augment.ts";
import { fixedShare } from "./fixedShare.ts";
import { fresh } from "./fresh.ts";
import { replace } from "./replace.ts";
import { weighted } from "./weighted.ts";

/** Every regime of the library: what the next generation may learn from. The contract tests run over this list. */
export const regimes: {
  readonly replace: typeof replace;
  readonly accumulate: typeof accumulate;
  readonly accumulateSubsample: typeof accumulateSubsample;
  readonly augment: typeof augment;
  readonly fresh: typeof fresh;
  readonly fixedShare: typeof fixedShare;
  readonly weighted: typeof weighted;
} = { replace, accumulate, accumulateSubsample, augment, fresh, fixedShare, weighted };

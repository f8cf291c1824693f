import { accumulate } from "./accumulate.ts";
import { fixedShare } from "./fixedShare.ts";
import { fresh } from "./fresh.ts";
import { replace } from "./replace.ts";

/** Every regime of the library: what the next generation may learn from. The contract tests run over this list. */
export const regimes: {
  readonly replace: typeof replace;
  readonly accumulate: typeof accumulate;
  readonly fresh: typeof fresh;
  readonly fixedShare: typeof fixedShare;
} = { replace, accumulate, fresh, fixedShare };

/** The process in which the cells of a ground are timed: `timeGround` starts it. */

import { compileCell } from "../../../kernel/compile/compileCell.ts";
import { type Ground, openSession } from "./openSession.ts";
import type { CellTime } from "./timeGround.ts";

process.once("message", async ({ cells, ...modules }: Ground) => {
  try {
    const { run } = await openSession({ ...modules, cells: [] }, () => {}, compileCell);
    const times: CellTime[] = [];
    for (const cell of cells) {
      const began = performance.now();
      const { failure } = await run(cell);
      if (failure)
        throw new Error(
          `Cannot run what the exercise stands on: cell ${cell.id} fails, ${failure.name}: ${failure.message}`,
        );
      times.push({ id: cell.id, ms: performance.now() - began });
    }
    process.send?.({ times });
  } catch (error) {
    process.send?.({ why: (error as Error).message });
  }
});
process.on("disconnect", () => process.exit());

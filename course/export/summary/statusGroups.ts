import type { FinalCell } from "../../gradebook/finalMark.ts";
import type { colours } from "./summaryColours.ts";

type Status = FinalCell["status"];

/** How answers fare, from what is well to what is not, as a chart has room for it; its table has every status. */
export const statusGroups: Readonly<
  Record<string, { readonly colour: keyof typeof colours; readonly statuses: readonly Status[] }>
> = {
  passes: { colour: "good", statuses: ["pass"] },
  "passes in part": { colour: "partly", statuses: ["partial"] },
  "read by a person": { colour: "bar", statuses: ["reviewed"] },
  fails: { colour: "wrong", statuses: ["fail"] },
  "throws an error": { colour: "thrown", statuses: ["error"] },
  "was stopped": { colour: "stopped", statuses: ["timeout", "memory", "crashed"] },
  "not attempted": { colour: "nothing", statuses: ["not-attempted", "missing"] },
  waits: { colour: "waits", statuses: ["to-review", "infra-error"] },
};

export const groupOf = (status: string): string | undefined =>
  Object.keys(statusGroups).find((group) => statusGroups[group]?.statuses.includes(status as Status));

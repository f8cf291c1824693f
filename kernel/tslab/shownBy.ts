import type { DisplayServices } from "../session/displayServices.ts";

let services: Pick<DisplayServices, "display"> | undefined;

/** Lets tslab's display calls show among the outputs of this session's cells: the newest session of the process. */
export function showBy(newest: Pick<DisplayServices, "display">): void {
  services = newest;
}

/** @throws {Error} where no cell has run yet */
export function shownBy(): Pick<DisplayServices, "display"> {
  if (!services) throw new Error("Cannot display: no notebook runs in this process");
  return services;
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { DisplayServices } from "../session/displayServices.ts";

type Services = Pick<DisplayServices, "display">;

const storage = new AsyncLocalStorage<Services>();

/** Runs code whose calls of tslab's display, now or from a timer later, show among these outputs. */
export const showingBy = <T>(services: Services, run: () => T): T => storage.run(services, run);

/** @throws {Error} where no cell runs */
export function shownBy(): Services {
  const services = storage.getStore();
  if (!services) throw new Error("Cannot display: no notebook runs here");
  return services;
}

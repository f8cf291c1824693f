import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import type { CellScope } from "../session/cellScope.ts";
import type { Scopes } from "../session/scopes.ts";

const storage = new AsyncLocalStorage<CellScope>();

/** Node follows a cell into its timers and promises. */
export const nodeScopes: Scopes = {
  current: () => storage.getStore(),
  within: (scope, run) => storage.run(scope, run),
  bind: (run) => AsyncResource.bind(run) as typeof run,
};

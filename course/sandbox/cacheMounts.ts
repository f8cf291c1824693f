import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { CompileCache } from "./sandbox.ts";

/** Where Node's compile cache is inside. */
export const cacheAt = "/cache";

/**
 * What of a compile cache is mounted where. Node keeps a folder for each version and user, whose name ends in the user's
 * number; whoever filled it, the user of this slot finds it as its own.
 */
export function cacheMounts(
  { folder, fill = false }: CompileCache,
  user: number,
): readonly { readonly from: string; readonly at: string }[] {
  if (fill) {
    filled.delete(folder);
    return [{ from: folder, at: cacheAt }];
  }
  const known = filled.get(folder) ?? readdirSync(folder).filter((name) => /-\d+$/.test(name));
  filled.set(folder, known);
  return known.map((name) => ({
    from: join(folder, name),
    at: join(cacheAt, name.replace(/\d+$/, String(user))),
  }));
}

const filled = new Map<string, readonly string[]>();

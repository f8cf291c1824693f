import { fileURLToPath } from "node:url";
import { ensureNative } from "../../cli/ensureNative.ts";
import type { Found } from "./chromium.ts";

/**
 * Native tfjs-node, built if it is not there, or why there is none. In CI its absence is an error, not a reason to skip.
 */
export function findNative(): Found {
  try {
    return {
      path: ensureNative(fileURLToPath(new URL("../../", import.meta.url)), (line) => console.error(line)),
    };
  } catch (error) {
    if (process.env.CI) throw error;
    return { reason: `no native tfjs-node: ${(error as Error).message.split("\n")[0]}` };
  }
}

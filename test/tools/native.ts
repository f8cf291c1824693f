import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureNative } from "../../cli/ensureNative.ts";
import type { Found } from "./findBrowser.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let found: Found | undefined;

/**
 * Native tfjs-node, built if it is not there, or why there is none. It is known to this process alone: what tests build
 * must not change what is checked or used after them. In CI its absence is an error, not a reason to skip.
 */
export function findNative(): Found {
  found ??= find();
  return found;
}

function find(): Found {
  try {
    const path = ensureNative(root, (line) => console.error(line), { link: false });
    // A linked or downloaded one is found by its name; one that lies apart is not.
    if (!path.startsWith(join(root, "node_modules"))) known(path);
    return { path };
  } catch (error) {
    if (process.env.CI) throw error;
    return { reason: `no native tfjs-node: ${(error as Error).message.split("\n")[0]}` };
  }
}

/** Lets `import("tfjs-node-native")` find a folder. */
function known(folder: string): void {
  const entry = pathToFileURL(join(folder, "dist", "index.js")).href;
  registerHooks({
    resolve: (name, context, next) =>
      name === "tfjs-node-native" ? { url: entry, shortCircuit: true } : next(name, context),
  });
}

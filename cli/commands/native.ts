import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { ensureNative } from "../ensureNative.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `genloss native`: native tfjs-node, where its own installer could not get it. */
export function nativeCommand(): Command {
  return new Command("native")
    .description("build native tfjs-node from packages; without it networks run in WebAssembly")
    .addHelpText("after", "\nNeeds Linux on x64, Python 3 with pip, a C++ compiler, and 1.2 GB of disk.")
    .action(() => {
      const folder = ensureNative(root, (line) => console.error(line));
      console.error(`Native tfjs-node is ready: ${folder}`);
    });
}

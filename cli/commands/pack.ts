import { fileURLToPath } from "node:url";
import { Command } from "commander";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `genloss pack`: the library, the data and the kernel as files that npm installs anywhere. */
export function packCommand(): Command {
  return new Command("pack")
    .description("make packages of the library, the data and the kernel, to install outside this folder")
    .option("-o, --out <folder>", "where they go", "dist")
    .action(async ({ out }: { out: string }) => {
      // Loaded here, so that other commands start without TypeScript.
      const { packPackages } = await import("../packPackages.ts");
      for (const file of packPackages(root, out)) console.log(file);
    });
}

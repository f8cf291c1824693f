import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { packPackages } from "../packPackages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `genloss pack`: the library, the data and the kernel as files that npm installs anywhere. */
export function packCommand(): Command {
  return new Command("pack")
    .description("make packages of the library, the data and the kernel, to install outside this folder")
    .option("-o, --out <folder>", "where they go", "dist")
    .action(({ out }: { out: string }) => {
      for (const file of packPackages(root, out)) console.log(file);
    });
}
